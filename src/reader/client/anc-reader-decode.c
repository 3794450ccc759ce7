/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-decode.h"

#include "anc-reader-results.h"

#include <fcntl.h>
#include <math.h>
#include <sys/mman.h>
#include <sys/stat.h>

/* No place on a page is further from its corner, in points: the format allows 14,400. */
#define MAX_PLACE 1e6

#define SEALS (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

static gpointer
fail (GError **error)
{
  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_PROTOCOL, "the answer makes no sense");
  return NULL;
}

static gboolean
is_place (const AncRect *rect)
{
  return fabs (rect->x0) <= MAX_PLACE && fabs (rect->y0) <= MAX_PLACE
         && fabs (rect->x1) <= MAX_PLACE && fabs (rect->y1) <= MAX_PLACE
         && rect->x0 <= rect->x1 && rect->y0 <= rect->y1;
}

/* Whether it is a page of the document, or none. */
static gboolean
is_target (int page,
           guint n_pages)
{
  return page >= -1 && page < (int) n_pages;
}

/* ---- Document ------------------------------------------------------------------------------ */

void
anc_reader_opened_free (AncReaderOpened *self)
{
  g_free (self->form);
  g_free (self);
}

static gpointer
decode_opened (GVariant *body,
               int *fd,
               guint n_pages,
               GError **error)
{
  AncReaderOpened *opened;

  if (n_pages == 0 || n_pages > ANC_READER_MAX_PAGES)
    return fail (error);

  opened = g_new0 (AncReaderOpened, 1);
  g_variant_get (body, "(su)", &opened->form, &opened->n_pages);

  return opened;
}

static GDateTime *
read_time (gint64 seconds)
{
  return seconds != G_MININT64 ? g_date_time_new_from_unix_utc (seconds) : NULL;
}

static char *
read_entry (GVariant *entries,
            const char *name)
{
  const char *value = "";

  g_variant_lookup (entries, name, "&s", &value);

  return g_strdup (value);
}

static gpointer
decode_info (GVariant *body,
             int *fd,
             guint n_pages,
             GError **error)
{
  static const char *const forms[] = { "none", "fields", "xfa", "xfa-only", NULL };
  g_autoptr (AncReaderInfo) info = g_new0 (AncReaderInfo, 1);
  g_autoptr (GVariant) entries = NULL;
  const char *form;
  gint64 created, modified;

  g_variant_get (body,
                 "(@a{ss}xxbbbu&ss)",
                 &entries,
                 &created,
                 &modified,
                 &info->is_encrypted,
                 &info->is_repaired,
                 &info->has_javascript,
                 &info->n_attachments,
                 &form,
                 &info->version);
  info->title = read_entry (entries, "title");
  info->author = read_entry (entries, "author");
  info->subject = read_entry (entries, "subject");
  info->keywords = read_entry (entries, "keywords");
  info->creator = read_entry (entries, "creator");
  info->producer = read_entry (entries, "producer");
  info->created = read_time (created);
  info->modified = read_time (modified);
  while (forms[info->form] != NULL && !g_str_equal (forms[info->form], form))
    info->form++;

  return forms[info->form] != NULL ? g_steal_pointer (&info) : fail (error);
}

static gpointer
decode_pages (GVariant *body,
              int *fd,
              guint n_pages,
              GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_reader_page_free);
  g_autoptr (GVariantIter) iter = NULL;
  AncReaderPage page;

  g_variant_get (body, "(a(dds))", &iter);
  while (g_variant_iter_next (iter, "(dds)", &page.width, &page.height, &page.label))
    {
      g_ptr_array_add (pages, g_memdup2 (&page, sizeof page));
      if (!(page.width > 0 && page.width <= MAX_PLACE && page.height > 0 && page.height <= MAX_PLACE))
        return fail (error);
    }

  return pages->len <= n_pages ? g_steal_pointer (&pages) : fail (error);
}

static gpointer
decode_outline (GVariant *body,
                int *fd,
                guint n_pages,
                GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_reader_outline_item_free);
  g_autoptr (GVariantIter) iter = NULL;
  AncReaderOutlineItem item;
  guint max_depth = 0;

  g_variant_get (body, "(a(usi))", &iter);
  while (g_variant_iter_next (iter, "(usi)", &item.depth, &item.title, &item.page))
    {
      g_ptr_array_add (items, g_memdup2 (&item, sizeof item));
      if (item.depth > max_depth || !is_target (item.page, n_pages))
        return fail (error);
      max_depth = item.depth + 1;
    }

  return g_steal_pointer (&items);
}

static gpointer
decode_links (GVariant *body,
              int *fd,
              guint n_pages,
              GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_reader_link_free);
  g_autoptr (GVariantIter) iter = NULL;
  AncReaderLink link;
  AncRect *rect = &link.rect;

  g_variant_get (body, "(a((dddd)is))", &iter);
  while (g_variant_iter_next (
      iter, "((dddd)is)", &rect->x0, &rect->y0, &rect->x1, &rect->y1, &link.page, &link.address))
    {
      g_ptr_array_add (links, g_memdup2 (&link, sizeof link));
      if (!is_place (rect) || !is_target (link.page, n_pages))
        return fail (error);
    }

  return g_steal_pointer (&links);
}

/* ---- Pages --------------------------------------------------------------------------------- */

/* A mapping of shared memory. */
typedef struct
{
  gpointer address;
  gsize size;
} Mapping;

static void
unmap (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->address, mapping->size);
  g_free (mapping);
}

/* Maps memory that cannot shrink beneath us, nor change. */
static GBytes *
map_sealed (int fd,
            gsize size)
{
  struct stat info;
  Mapping *mapping;
  gpointer address;

  if (fd < 0 || (fcntl (fd, F_GET_SEALS) & SEALS) != SEALS || fstat (fd, &info) != 0
      || (gsize) info.st_size < size)
    return NULL;
  address = mmap (NULL, size, PROT_READ, MAP_SHARED, fd, 0);
  if (address == MAP_FAILED)
    return NULL;

  mapping = g_new (Mapping, 1);
  mapping->address = address;
  mapping->size = size;

  return g_bytes_new_with_free_func (address, size, unmap, mapping);
}

static gpointer
decode_picture (GVariant *body,
                int *fd,
                guint n_pages,
                GError **error)
{
  AncReaderPicture picture = { 0 };

  g_variant_get (body, "(uuu)", &picture.width, &picture.height, &picture.stride);
  if (picture.width == 0 || picture.width > G_MAXINT16
      || picture.height == 0 || picture.height > G_MAXINT16
      || picture.stride < picture.width * 4 || picture.stride % 4 != 0
      || picture.stride > ANC_READER_MAX_PIXELS / picture.height)
    return fail (error);

  picture.pixels = map_sealed (*fd, (gsize) picture.stride * picture.height);
  if (picture.pixels == NULL)
    return fail (error);

  return g_memdup2 (&picture, sizeof picture);
}

static gpointer
decode_text (GVariant *body,
             int *fd,
             guint n_pages,
             GError **error)
{
  g_autoptr (AncReaderText) text = g_new0 (AncReaderText, 1);
  g_autoptr (GVariantIter) iter = NULL;
  AncReaderWord word;
  AncRect *rect = &word.rect;

  text->words = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_reader_word_free);
  g_variant_get (body, "(bbsa((dddd)sd))", &text->from_ocr, &text->may_say_more, &text->plain, &iter);
  while (g_variant_iter_next (
      iter, "((dddd)sd)", &rect->x0, &rect->y0, &rect->x1, &rect->y1, &word.text, &word.confidence))
    {
      g_ptr_array_add (text->words, g_memdup2 (&word, sizeof word));
      if (!is_place (rect) || !(word.confidence >= 0 && word.confidence <= 1))
        return fail (error);
    }

  return g_steal_pointer (&text);
}

/* FALSE when a place makes no sense. */
static gboolean
read_places (AncReaderMatch *match,
             GVariantIter *places)
{
  AncRect *rect = match->places = g_new (AncRect, MAX (1, g_variant_iter_n_children (places)));

  while (g_variant_iter_next (places, "(dddd)", &rect->x0, &rect->y0, &rect->x1, &rect->y1))
    {
      if (!is_place (rect))
        return FALSE;
      rect++;
      match->n_places++;
    }

  return match->n_places > 0;
}

static gpointer
decode_found (GVariant *body,
              int *fd,
              guint n_pages,
              GError **error)
{
  g_autoptr (AncReaderFound) found = g_new0 (AncReaderFound, 1);
  g_autoptr (GVariantIter) iter = NULL;
  g_autoptr (GVariantIter) unread = NULL;
  GVariantIter *places;
  guint page;
  char *around;

  found->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_reader_match_free);
  found->unread = g_array_new (FALSE, FALSE, sizeof (guint));
  g_variant_get (body, "(a(ua(dddd)s)au)", &iter, &unread);
  while (g_variant_iter_next (iter, "(ua(dddd)s)", &page, &places, &around))
    {
      AncReaderMatch *match = g_new0 (AncReaderMatch, 1);
      gboolean is_right = read_places (match, places) && page < n_pages;

      match->page = page;
      match->around = around;
      g_ptr_array_add (found->matches, match);
      g_variant_iter_free (places);
      if (!is_right)
        return fail (error);
    }
  while (g_variant_iter_next (unread, "u", &page))
    {
      if (page >= n_pages)
        return fail (error);
      g_array_append_val (found->unread, page);
    }

  return g_steal_pointer (&found);
}

/* ---- Forms --------------------------------------------------------------------------------- */

static gpointer
decode_fields (GVariant *body,
               int *fd,
               guint n_pages,
               GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_reader_field_free);
  g_autoptr (GVariantIter) iter = NULL;
  AncReaderField field;
  AncRect *rect = &field.rect;

  g_variant_get (body, "(a(sssi(dddd)bias))", &iter);
  while (g_variant_iter_next (iter,
                              "(sssi(dddd)bi^as)",
                              &field.name,
                              &field.type,
                              &field.value,
                              &field.page,
                              &rect->x0,
                              &rect->y0,
                              &rect->x1,
                              &rect->y1,
                              &field.is_read_only,
                              &field.max_length,
                              &field.choices))
    {
      g_ptr_array_add (fields, g_memdup2 (&field, sizeof field));
      if (!is_place (rect) || !is_target (field.page, n_pages))
        return fail (error);
    }

  return g_steal_pointer (&fields);
}

static gpointer
decode_refusals (GVariant *body,
                 int *fd,
                 guint n_pages,
                 GError **error)
{
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_reader_refusal_free);
  g_autoptr (GVariantIter) iter = NULL;
  AncReaderRefusal refusal;

  g_variant_get (body, "(a(ss))", &iter);
  while (g_variant_iter_next (iter, "(ss)", &refusal.field, &refusal.reason))
    g_ptr_array_add (refusals, g_memdup2 (&refusal, sizeof refusal));

  return g_steal_pointer (&refusals);
}

static gpointer
decode_string (GVariant *body,
               int *fd,
               guint n_pages,
               GError **error)
{
  char *text;

  g_variant_get (body, "(s)", &text);

  return text;
}

static gpointer
decode_number (GVariant *body,
               int *fd,
               guint n_pages,
               GError **error)
{
  int number;

  g_variant_get (body, "(i)", &number);

  return g_memdup2 (&number, sizeof number);
}

const AncReaderResult anc_reader_decode_opened = { decode_opened, (GDestroyNotify) anc_reader_opened_free };
const AncReaderResult anc_reader_decode_info = { decode_info, (GDestroyNotify) anc_reader_info_free };
const AncReaderResult anc_reader_decode_pages = { decode_pages, (GDestroyNotify) g_ptr_array_unref };
const AncReaderResult anc_reader_decode_outline = { decode_outline, (GDestroyNotify) g_ptr_array_unref };
const AncReaderResult anc_reader_decode_links = { decode_links, (GDestroyNotify) g_ptr_array_unref };
const AncReaderResult anc_reader_decode_picture = { decode_picture, (GDestroyNotify) anc_reader_picture_free };
const AncReaderResult anc_reader_decode_text = { decode_text, (GDestroyNotify) anc_reader_text_free };
const AncReaderResult anc_reader_decode_found = { decode_found, (GDestroyNotify) anc_reader_found_free };
const AncReaderResult anc_reader_decode_fields = { decode_fields, (GDestroyNotify) g_ptr_array_unref };
const AncReaderResult anc_reader_decode_refusals = { decode_refusals, (GDestroyNotify) g_ptr_array_unref };
const AncReaderResult anc_reader_decode_string = { decode_string, g_free };
const AncReaderResult anc_reader_decode_number = { decode_number, g_free };
