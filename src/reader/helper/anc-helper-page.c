/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-helper-calls.h"
#include "anc-page-search.h"
#include "anc-reader-error.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* What cairo can address. */
#define MAX_SIDE 32767

/* The largest sheet that is kept for the next page, in bytes. */
#define MAX_SHEET (gsize) (16 * 1024 * 1024)

/* A layer of so few words is not trusted before the picture was looked at. */
#define FEW_WORDS 25

/* A search that finds more tells nobody anything. */
#define MAX_MATCHES 10000

/* ---- Rendering ----------------------------------------------------------------------------- */

typedef struct
{
  guint page;
  double scale;
  AncRect region;
  int width; /* in pixels */
  int height;
  int stride; /* in bytes */
} Picture;

static gboolean
measure (AncHelper *self,
         Picture *picture,
         GError **error)
{
  double width, height;

  if (!anc_helper_check_page (self, picture->page, error))
    return FALSE;
  if (!(picture->scale > 0 && isfinite (picture->scale)))
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "there is no such scale");
      return FALSE;
    }
  if (anc_rect_width (picture->region) <= 0 || anc_rect_height (picture->region) <= 0)
    {
      picture->region = (AncRect){ 0 };
      anc_document_get_page_size (self->document, picture->page, &picture->region.x1, &picture->region.y1);
    }

  /* A page of 595.28 points at one pixel a point has 595 of them, not 596 with a white edge. */
  width = MAX (1, round (anc_rect_width (picture->region) * picture->scale));
  height = MAX (1, round (anc_rect_height (picture->region) * picture->scale));
  if (!(width <= MAX_SIDE && height <= MAX_SIDE && width * height * 4 <= ANC_READER_MAX_PIXELS))
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE, "the picture would be too large");
      return FALSE;
    }

  picture->width = (int) width;
  picture->height = (int) height;
  picture->stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, picture->width);

  return TRUE;
}

static gboolean
draw (AncHelper *self,
      const Picture *picture,
      guchar *pixels,
      GError **error)
{
  const AncPixels place = { pixels, picture->width, picture->height, (gsize) picture->stride };
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean drawn;

  if (anc_document_draw_photo (self->document, picture->page, &picture->region, picture->scale, &place))
    return TRUE;

  surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, picture->width, picture->height, picture->stride);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, picture->scale, picture->scale);
  cairo_translate (cr, -picture->region.x0, -picture->region.y0);
  drawn = anc_document_draw_page (self->document, picture->page, cr, error);
  if (drawn && cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE, "the page could not be drawn");
      drawn = FALSE;
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return drawn;
}

/* The sheet that pages are drawn on, of so many bytes: NULL without the memory for it. */
static guchar *
lay_sheet (AncHelper *self,
           gsize size)
{
  if (self->sheet_size < size)
    {
      anc_helper_drop_sheet (self);
      self->sheet = g_try_malloc (size);
      self->sheet_size = self->sheet != NULL ? size : 0;
    }

  return self->sheet;
}

static gboolean
write_all (int fd,
           const guchar *bytes,
           gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, bytes, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      bytes += written;
      size -= (gsize) written;
    }

  return TRUE;
}

/* Hands over what was drawn in memory that is then sealed: neither side can change or cut it any more. */
static int
seal_sheet (AncHelper *self,
            gsize size,
            GError **error)
{
  int memory = memfd_create ("page", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (memory >= 0 && write_all (memory, self->sheet, size)
      && fcntl (memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0)
    return memory;

  g_set_error (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE, "no memory for the picture: %s", g_strerror (errno));
  if (memory >= 0)
    close (memory);
  return -1;
}

/* A page is drawn on the same sheet as the one before, and then copied: new memory is given to a process page by page,
 * when it is first touched, which takes longer than all of the drawing. */
static int
draw_sealed (AncHelper *self,
             const Picture *picture,
             GError **error)
{
  const gsize size = (gsize) picture->stride * (gsize) picture->height;
  int memory = -1;

  if (lay_sheet (self, size) == NULL)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE, "no memory for the picture");
      return -1;
    }
  if (draw (self, picture, self->sheet, error))
    memory = seal_sheet (self, size, error);
  if (self->sheet_size > MAX_SHEET)
    anc_helper_drop_sheet (self);

  return memory;
}

/**
 * anc_helper_drop_sheet:
 * @self: a helper
 *
 * Gives back the memory that pages are drawn in.
 */
void
anc_helper_drop_sheet (AncHelper *self)
{
  g_clear_pointer (&self->sheet, g_free);
  self->sheet_size = 0;
}

GVariant *
anc_helper_render (AncHelper *self,
                   GVariant *body,
                   int *fd,
                   GError **error)
{
  Picture picture;
  AncRect *region = &picture.region;

  *fd = -1;
  g_variant_get (body,
                 "(ud(dddd))",
                 &picture.page,
                 &picture.scale,
                 &region->x0,
                 &region->y0,
                 &region->x1,
                 &region->y1);
  if (!measure (self, &picture, error))
    return NULL;
  *fd = draw_sealed (self, &picture, error);
  if (*fd < 0)
    return NULL;

  return g_variant_new ("(uuu)", picture.width, picture.height, picture.stride);
}

/* ---- Text ---------------------------------------------------------------------------------- */

/**
 * anc_helper_keep_seen:
 * @self: a helper
 * @page: a page
 * @text: what was read of it, from its picture where it has no good layer of text
 *
 * Spares whoever asks for the words of the page from here on another look at the picture. Where the layer has many
 * words, there was none.
 */
void
anc_helper_keep_seen (AncHelper *self,
                      guint page,
                      AncPageText *text)
{
  if (anc_page_text_is_from_ocr (text) || anc_page_text_get_n_words (text) < FEW_WORDS)
    g_hash_table_insert (self->seen, GUINT_TO_POINTER (page), anc_page_text_ref (text));
}

/* The words of a page; what was read from its picture is kept for the next who asks. */
static AncPageText *
read_text (AncHelper *self,
           guint page,
           AncOcrPolicy policy,
           GError **error)
{
  AncPageText *text = policy == ANC_OCR_AUTO ? g_hash_table_lookup (self->seen, GUINT_TO_POINTER (page)) : NULL;

  if (text != NULL)
    return anc_page_text_ref (text);

  text = anc_document_read_text (self->document, page, policy, &self->ocr, error);
  if (text != NULL && policy == ANC_OCR_AUTO)
    anc_helper_keep_seen (self, page, text);

  return text;
}

GVariant *
anc_helper_get_text (AncHelper *self,
                     GVariant *body,
                     int *fd,
                     GError **error)
{
  g_autoptr (AncPageText) text = NULL;
  g_autofree char *plain = NULL;
  GVariantBuilder words;
  AncOcrPolicy policy;
  gboolean may_say_more;
  const char *ocr;
  guint page;

  g_variant_get (body, "(u&s)", &page, &ocr);
  if (!anc_helper_check_page (self, page, error))
    return NULL;

  policy = anc_helper_parse_ocr (ocr);
  text = read_text (self, page, policy, error);
  if (text == NULL)
    return NULL;
  may_say_more = policy == ANC_OCR_NEVER && anc_document_picture_may_say_more (self->document, page, text);
  plain = anc_page_text_dup_plain (text);
  g_variant_builder_init (&words, G_VARIANT_TYPE ("a((dddd)sd)"));
  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    {
      const AncWord *word = anc_page_text_get_word (text, i);

      g_variant_builder_add (&words,
                             "(@(dddd)@sd)",
                             anc_helper_new_rect (word->rect),
                             anc_helper_new_text (word->text),
                             word->confidence);
    }

  return g_variant_new ("(bb@sa((dddd)sd))", anc_page_text_is_from_ocr (text), may_say_more, anc_helper_new_text (plain), &words);
}

/* ---- Search -------------------------------------------------------------------------------- */

static GVariant *
describe_match (guint page,
                const AncPageMatch *match)
{
  GVariantBuilder places = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(dddd)"));

  for (guint i = 0; i < match->places->len; i++)
    g_variant_builder_add_value (&places, anc_helper_new_rect (g_array_index (match->places, AncRect, i)));

  return g_variant_new ("(ua(dddd)@s)", page, &places, anc_helper_new_text (match->around));
}

GVariant *
anc_helper_search (AncHelper *self,
                   GVariant *body,
                   int *fd,
                   GError **error)
{
  GVariantBuilder matches, unread;
  const char *needle, *ocr;
  AncOcrPolicy policy;
  guint first, count, last, n_matches = 0;

  g_variant_get (body, "(&suu&s)", &needle, &first, &count, &ocr);
  if (!anc_helper_check_page (self, first, error))
    return NULL;

  policy = anc_helper_parse_ocr (ocr);
  last = first + MIN (count, anc_document_get_n_pages (self->document) - first);
  g_variant_builder_init (&matches, G_VARIANT_TYPE ("a(ua(dddd)s)"));
  g_variant_builder_init (&unread, G_VARIANT_TYPE ("au"));
  for (guint page = first; page < last && n_matches < MAX_MATCHES; page++)
    {
      g_autoptr (AncPageText) text = read_text (self, page, policy, NULL);
      g_autoptr (GPtrArray) found = text != NULL ? anc_page_search (text, needle) : NULL;

      for (guint i = 0; found != NULL && i < found->len && n_matches < MAX_MATCHES; i++, n_matches++)
        g_variant_builder_add_value (&matches, describe_match (page, g_ptr_array_index (found, i)));
      if (text != NULL && policy == ANC_OCR_NEVER && anc_document_picture_may_say_more (self->document, page, text))
        g_variant_builder_add (&unread, "u", page);
      anc_helper_report_progress (self, page - first + 1, last - first);
    }

  return g_variant_new ("(a(ua(dddd)s)au)", &matches, &unread);
}
