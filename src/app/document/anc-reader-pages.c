/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-pages.h"

#include "anc-error-words.h"

struct _AncReaderPages
{
  GObject parent_instance;

  AncReaderDocument *document;
  AncSecondReader *second; /* the same document, for what takes long */
  AncReaderInfo *info;
  GPtrArray *pages; /* of AncReaderPage */
};

static void anc_reader_pages_interface_init (AncPageSourceInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AncReaderPages,
                               anc_reader_pages,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ANC_TYPE_PAGE_SOURCE, anc_reader_pages_interface_init))

/* ---- Answers ------------------------------------------------------------------------------- */

/* What went wrong, in words for the page that shows it. */
static void
return_error (GTask *task,
              GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = anc_error_words (error);

      g_free (error->message);
      error->message = g_steal_pointer (&words);
    }
  g_task_return_error (task, error);
}

/* How the items of a list are made anew from the reader's. */
typedef struct
{
  gpointer (*convert) (gpointer item);
  GDestroyNotify free;
} ItemKind;

static void
listed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const ItemKind *kind = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) items = anc_reader_document_list_finish (ANC_READER_DOCUMENT (object), result, &error);
  GPtrArray *converted;

  if (items == NULL)
    {
      return_error (task, error);
      return;
    }

  converted = g_ptr_array_new_with_free_func (kind->free);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (converted, kind->convert (g_ptr_array_index (items, i)));
  g_task_return_pointer (task, converted, (GDestroyNotify) g_ptr_array_unref);
}

/* For listed_cb(). */
static GTask *
create_list_task (AncPageSource *source,
                  const ItemKind *kind,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_task_data (task, (gpointer) kind, NULL);
  return task;
}

static GPtrArray *
list_finish (AncPageSource *source,
             GAsyncResult *result,
             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Pages --------------------------------------------------------------------------------- */

static guint
get_n_pages (AncPageSource *source)
{
  return ANC_READER_PAGES (source)->pages->len;
}

static void
get_page_size (AncPageSource *source,
               guint page,
               double *width,
               double *height)
{
  const AncReaderPage *of = g_ptr_array_index (ANC_READER_PAGES (source)->pages, page);

  *width = of->width;
  *height = of->height;
}

static void
rendered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AncReaderPicture) picture = anc_reader_document_render_finish (ANC_READER_DOCUMENT (object), result, &error);

  if (picture == NULL)
    {
      return_error (task, error);
      return;
    }

  g_task_return_pointer (task,
                         anc_page_picture_new ((int) picture->width, (int) picture->height, picture->stride, picture->pixels),
                         (GDestroyNotify) anc_page_picture_unref);
}

static void
render_async (AncPageSource *source,
              guint page,
              AncRect region,
              double scale,
              int priority,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  anc_reader_document_render_async (ANC_READER_PAGES (source)->document, page, scale, &region, priority, cancellable, rendered_cb, task);
}

static AncPagePicture *
render_finish (AncPageSource *source,
               GAsyncResult *result,
               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Words --------------------------------------------------------------------------------- */

/*
 * Pages are read from their pictures by the second reader, which is never told to stop: what it has half done is
 * done in a second, and kept for whoever comes back to the page.
 */

static void
return_words (GTask *task,
              AncReaderText *text,
              GError *error)
{
  AncPageWords *words;

  if (text == NULL)
    {
      return_error (task, error);
      return;
    }

  words = anc_page_words_new ();
  for (guint i = 0; i < text->words->len; i++)
    {
      const AncReaderWord *word = g_ptr_array_index (text->words, i);

      anc_page_words_add (words, word->rect, word->text);
    }
  if (text->may_say_more)
    anc_page_words_set_may_say_more (words);
  g_task_return_pointer (task, words, (GDestroyNotify) anc_page_words_unref);
}

typedef struct
{
  guint page;
  gboolean from_picture;
} WordsAsked;

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AncReaderText) text = anc_reader_document_get_text_finish (ANC_READER_DOCUMENT (object), result, &error);

  return_words (task, text, error);
}

static void
open_to_read_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const WordsAsked *asked = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AncReaderDocument) document = anc_second_reader_open_finish (ANC_SECOND_READER (object), result, &error);

  if (document == NULL)
    return_error (task, error);
  else
    anc_reader_document_get_text_async (document, asked->page, ANC_READER_OCR_AUTO, ANC_READER_PRIORITY_SCREEN, NULL, read_cb, g_steal_pointer (&task));
}

static void
got_text_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncReaderPages *self = g_task_get_source_object (task);
  const WordsAsked *asked = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AncReaderText) text = anc_reader_document_get_text_finish (ANC_READER_DOCUMENT (object), result, &error);

  if (text != NULL && text->may_say_more && asked->from_picture)
    anc_second_reader_open_async (self->second, open_to_read_cb, g_steal_pointer (&task));
  else
    return_words (task, text, error);
}

static void
get_words_async (AncPageSource *source,
                 guint page,
                 gboolean from_picture,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  const WordsAsked asked = { page, from_picture };

  g_task_set_task_data (task, g_memdup2 (&asked, sizeof asked), g_free);
  anc_reader_document_get_text_async (ANC_READER_PAGES (source)->document, page, ANC_READER_OCR_NEVER, ANC_READER_PRIORITY_SOON, cancellable, got_text_cb, task);
}

static AncPageWords *
get_words_finish (AncPageSource *source,
                  GAsyncResult *result,
                  GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Search -------------------------------------------------------------------------------- */

typedef struct
{
  char *text;
  guint first;
  guint n_pages; /* asked for, then searched */
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_free (search);
}

/* Those before a page. */
static void
return_matches (GTask *task,
                const AncReaderFound *found,
                guint end)
{
  Search *search = g_task_get_task_data (task);
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_match_free);

  for (guint i = 0; i < found->matches->len; i++)
    {
      const AncReaderMatch *match = g_ptr_array_index (found->matches, i);
      AncPageMatch converted = { match->page, g_memdup2 (match->places, match->n_places * sizeof *match->places), match->n_places, g_strdup (match->around) };

      if (match->page < end)
        g_ptr_array_add (matches, g_memdup2 (&converted, sizeof converted));
      else
        break;
    }
  search->n_pages = end - search->first;
  g_task_return_pointer (task, matches, (GDestroyNotify) g_ptr_array_unref);
}

static void
searched_picture_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AncReaderFound) found = anc_reader_document_search_finish (ANC_READER_DOCUMENT (object), result, &error);

  if (found == NULL)
    return_error (task, error);
  else
    return_matches (task, found, search->first + 1);
}

static void
open_to_search_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AncReaderDocument) document = anc_second_reader_open_finish (ANC_SECOND_READER (object), result, &error);

  if (document == NULL)
    return_error (task, error);
  else
    anc_reader_document_search_async (document, search->text, search->first, 1, ANC_READER_OCR_AUTO, NULL, searched_picture_cb, g_steal_pointer (&task));
}

/* A page whose picture may say more is searched by itself: until then those before it are an answer. */
static void
searched_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncReaderPages *self = g_task_get_source_object (task);
  const Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AncReaderFound) found = anc_reader_document_search_finish (ANC_READER_DOCUMENT (object), result, &error);
  guint end;

  if (found == NULL)
    {
      return_error (task, error);
      return;
    }

  end = found->unread->len > 0 ? g_array_index (found->unread, guint, 0) : search->first + search->n_pages;
  if (end == search->first)
    anc_second_reader_open_async (self->second, open_to_search_cb, g_steal_pointer (&task));
  else
    return_matches (task, found, end);
}

static void
search_async (AncPageSource *source,
              const char *text,
              guint first,
              guint n_pages,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (text);
  search->first = first;
  search->n_pages = n_pages;
  g_task_set_task_data (task, search, free_search);
  anc_reader_document_search_async (ANC_READER_PAGES (source)->document, text, first, n_pages, ANC_READER_OCR_NEVER, cancellable, searched_cb, task);
}

static GPtrArray *
search_finish (AncPageSource *source,
               GAsyncResult *result,
               guint *n_searched,
               GError **error)
{
  const Search *search = g_task_get_task_data (G_TASK (result));

  *n_searched = search->n_pages;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Links, headings, fields --------------------------------------------------------------- */

static gpointer
convert_link (gpointer item)
{
  const AncReaderLink *link = item;
  AncPageLink converted = { link->rect, link->page, g_strdup (link->address) };

  return g_memdup2 (&converted, sizeof converted);
}

static void
list_links_async (AncPageSource *source,
                  guint page,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  static const ItemKind kind = { convert_link, (GDestroyNotify) anc_page_link_free };
  GTask *task = create_list_task (source, &kind, cancellable, callback, user_data);

  anc_reader_document_list_links_async (ANC_READER_PAGES (source)->document, page, cancellable, listed_cb, task);
}

static gpointer
convert_heading (gpointer item)
{
  const AncReaderOutlineItem *heading = item;
  AncPageHeading converted = { heading->depth, g_strdup (heading->title), heading->page };

  return g_memdup2 (&converted, sizeof converted);
}

static void
list_headings_async (AncPageSource *source,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  static const ItemKind kind = { convert_heading, (GDestroyNotify) anc_page_heading_free };
  GTask *task = create_list_task (source, &kind, cancellable, callback, user_data);

  anc_reader_document_list_outline_async (ANC_READER_PAGES (source)->document, cancellable, listed_cb, task);
}

static AncPageFieldType
get_field_type (const char *type)
{
  static const char *const names[] = { "text", "check", "radio", "choice", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], type))
      return (AncPageFieldType) i;

  return ANC_PAGE_FIELD_SIGNATURE;
}

static gpointer
convert_field (gpointer item)
{
  const AncReaderField *field = item;
  AncPageField converted = {
    .name = g_strdup (field->name),
    .type = get_field_type (field->type),
    .value = g_strdup (field->value),
    .page = field->page >= 0 ? (guint) field->page : G_MAXUINT,
    .rect = field->rect,
    .is_read_only = field->is_read_only,
    .max_length = field->max_length,
    .choices = g_strdupv (field->choices),
  };

  return g_memdup2 (&converted, sizeof converted);
}

static void
list_fields_async (AncPageSource *source,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  static const ItemKind kind = { convert_field, (GDestroyNotify) anc_page_field_free };
  GTask *task = create_list_task (source, &kind, cancellable, callback, user_data);

  anc_reader_document_list_fields_async (ANC_READER_PAGES (source)->document, cancellable, listed_cb, task);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_reader_pages_interface_init (AncPageSourceInterface *interface)
{
  interface->get_n_pages = get_n_pages;
  interface->get_page_size = get_page_size;
  interface->render_async = render_async;
  interface->render_finish = render_finish;
  interface->get_words_async = get_words_async;
  interface->get_words_finish = get_words_finish;
  interface->list_links_async = list_links_async;
  interface->search_async = search_async;
  interface->search_finish = search_finish;
  interface->list_headings_async = list_headings_async;
  interface->list_fields_async = list_fields_async;
  interface->list_finish = list_finish;
}

static void
anc_reader_pages_finalize (GObject *object)
{
  AncReaderPages *self = ANC_READER_PAGES (object);

  g_clear_object (&self->document);
  g_clear_object (&self->second);
  g_clear_pointer (&self->info, anc_reader_info_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (anc_reader_pages_parent_class)->finalize (object);
}

static void
anc_reader_pages_class_init (AncReaderPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_reader_pages_finalize;
}

static void
anc_reader_pages_init (AncReaderPages *self)
{
}

/**
 * anc_reader_pages_new:
 * @document: the document, open
 * @second: the same, for what takes long
 * @info: (transfer full): what is known of it beside its pages
 * @pages: (transfer full) (element-type AncReaderPage): all of them
 *
 * Returns: (transfer full): the pages as the viewer wants them
 */
AncReaderPages *
anc_reader_pages_new (AncReaderDocument *document,
                      AncSecondReader *second,
                      AncReaderInfo *info,
                      GPtrArray *pages)
{
  AncReaderPages *self = g_object_new (ANC_TYPE_READER_PAGES, NULL);

  self->document = g_object_ref (document);
  self->second = g_object_ref (second);
  self->info = info;
  self->pages = pages;

  return self;
}

AncReaderDocument *
anc_reader_pages_get_document (AncReaderPages *self)
{
  g_return_val_if_fail (ANC_IS_READER_PAGES (self), NULL);

  return self->document;
}

/* What is known of the document beside its pages. */
const AncReaderInfo *
anc_reader_pages_get_info (AncReaderPages *self)
{
  g_return_val_if_fail (ANC_IS_READER_PAGES (self), NULL);

  return self->info;
}
