/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-document.h"

#include "anc-reader-decode.h"
#include "anc-reader-private.h"

#include <errno.h>
#include <fcntl.h>

struct _AncReaderDocument
{
  GObject parent_instance;

  AncReaderWorker *worker;
  char *form;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (AncReaderDocument, anc_reader_document, G_TYPE_OBJECT)

static void
anc_reader_document_finalize (GObject *object)
{
  AncReaderDocument *self = ANC_READER_DOCUMENT (object);

  g_clear_pointer (&self->worker, anc_reader_worker_close);
  g_free (self->form);

  G_OBJECT_CLASS (anc_reader_document_parent_class)->finalize (object);
}

static void
anc_reader_document_class_init (AncReaderDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_reader_document_finalize;
}

static void
anc_reader_document_init (AncReaderDocument *self)
{
}

/* ---- For the reader ------------------------------------------------------------------------ */

/**
 * anc_reader_document_new:
 * @worker: (transfer full): the worker that has the document
 *
 * Returns: (transfer full): a document of which nothing is known yet
 */
AncReaderDocument *
anc_reader_document_new (AncReaderWorker *worker)
{
  AncReaderDocument *self = g_object_new (ANC_TYPE_READER_DOCUMENT, NULL);

  self->worker = worker;

  return self;
}

void
anc_reader_document_set_opened (AncReaderDocument *self,
                                const char *form,
                                guint n_pages)
{
  self->form = g_strdup (form);
  self->n_pages = n_pages;
}

const char *
anc_reader_ocr_get_name (AncReaderOcr ocr)
{
  static const char *const names[] = {
    [ANC_READER_OCR_AUTO] = "auto",
    [ANC_READER_OCR_NEVER] = "never",
    [ANC_READER_OCR_ALWAYS] = "always",
  };

  return names[ocr];
}

/* ---- Properties ---------------------------------------------------------------------------- */

/**
 * anc_reader_document_get_form:
 *
 * Returns: `pdf`, `jpeg`, `png` or `tiff`
 */
const char *
anc_reader_document_get_form (AncReaderDocument *self)
{
  g_return_val_if_fail (ANC_IS_READER_DOCUMENT (self), NULL);

  return self->form;
}

/**
 * anc_reader_document_get_n_pages:
 *
 * Returns: the pages, at least 1; an image has one, a TIFF as many as it has images
 */
guint
anc_reader_document_get_n_pages (AncReaderDocument *self)
{
  g_return_val_if_fail (ANC_IS_READER_DOCUMENT (self), 0);

  return self->n_pages;
}

/* ---- Operations ---------------------------------------------------------------------------- */

/* How an operation is asked for: everything of it that its caller did not choose. */
typedef struct
{
  AncReaderCall call;
  const AncReaderResult *result;
  gpointer tag;
} Operation;

static void
ask (AncReaderDocument *self,
     const Operation *operation,
     GVariant *body,
     int priority,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, operation->tag);
  g_task_set_priority (task, priority);
  anc_reader_worker_push (self->worker, task, operation->call, body, -1, operation->result);
}

static gpointer
finish (AncReaderDocument *self,
        GAsyncResult *result,
        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * anc_reader_document_get_info_async:
 *
 * Asks for what the document says of itself, and what it is.
 */
void
anc_reader_document_get_info_async (AncReaderDocument *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_INFO,
                                &anc_reader_decode_info,
                                anc_reader_document_get_info_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self, &operation, g_variant_new ("()"), ANC_READER_PRIORITY_SOON, cancellable, callback, user_data);
}

/**
 * anc_reader_document_get_info_finish:
 *
 * Returns: (transfer full): what there is to know, or %NULL
 */
AncReaderInfo *
anc_reader_document_get_info_finish (AncReaderDocument *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  return finish (self, result, error);
}

/**
 * anc_reader_document_list_pages_async:
 * @first: a page, from 0
 * @count: how many from there; those beyond the last are left out
 *
 * Asks for sizes and labels, to be finished as an array of #AncReaderPage.
 */
void
anc_reader_document_list_pages_async (AncReaderDocument *self,
                                      guint first,
                                      guint count,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_PAGES,
                                &anc_reader_decode_pages,
                                anc_reader_document_list_pages_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self,
       &operation,
       g_variant_new ("(uu)", first, count),
       ANC_READER_PRIORITY_SOON,
       cancellable,
       callback,
       user_data);
}

/**
 * anc_reader_document_list_outline_async:
 *
 * Asks for the table of contents, to be finished as an array of #AncReaderOutlineItem.
 */
void
anc_reader_document_list_outline_async (AncReaderDocument *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_OUTLINE,
                                &anc_reader_decode_outline,
                                anc_reader_document_list_outline_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self, &operation, g_variant_new ("()"), ANC_READER_PRIORITY_SOON, cancellable, callback, user_data);
}

/**
 * anc_reader_document_list_links_async:
 * @page: a page, from 0
 *
 * Asks for the links on a page, to be finished as an array of #AncReaderLink.
 */
void
anc_reader_document_list_links_async (AncReaderDocument *self,
                                      guint page,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_LINKS,
                                &anc_reader_decode_links,
                                anc_reader_document_list_links_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self, &operation, g_variant_new ("(u)", page), ANC_READER_PRIORITY_SOON, cancellable, callback, user_data);
}

/**
 * anc_reader_document_list_fields_async:
 *
 * Asks for the fields of all pages, to be finished as an array of #AncReaderField.
 */
void
anc_reader_document_list_fields_async (AncReaderDocument *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_FIELDS,
                                &anc_reader_decode_fields,
                                anc_reader_document_list_fields_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self, &operation, g_variant_new ("()"), ANC_READER_PRIORITY_SOON, cancellable, callback, user_data);
}

/**
 * anc_reader_document_search_async:
 * @text: what to look for, whatever its case, accents and punctuation
 * @first: a page, from 0
 * @count: how many from there; those beyond the last are left out
 * @ocr: whether to read them from their pictures
 *
 * Looks for words in the text of pages.
 */
void
anc_reader_document_search_async (AncReaderDocument *self,
                                  const char *text,
                                  guint first,
                                  guint count,
                                  AncReaderOcr ocr,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_SEARCH,
                                &anc_reader_decode_found,
                                anc_reader_document_search_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));
  g_return_if_fail (text != NULL && g_utf8_validate (text, -1, NULL));

  ask (self,
       &operation,
       g_variant_new ("(suus)", text, first, count, anc_reader_ocr_get_name (ocr)),
       ANC_READER_PRIORITY_SOON,
       cancellable,
       callback,
       user_data);
}

/**
 * anc_reader_document_search_finish:
 *
 * Returns: (transfer full): what was found, or %NULL
 */
AncReaderFound *
anc_reader_document_search_finish (AncReaderDocument *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  return finish (self, result, error);
}

/**
 * anc_reader_document_fill_async:
 * @values: (element-type utf8 utf8): by the name of the field: a text; one of what may be chosen;
 *   `true` or `false` for a check button; for a radio group, the state of the button to press, or its
 *   number from 1
 * @fd: an empty file, open to be written; stays the caller's
 *
 * Writes a copy of the document with its form filled in; the document stays as it is. To be finished
 * as an array of #AncReaderRefusal: nothing was written unless it is empty.
 */
void
anc_reader_document_fill_async (AncReaderDocument *self,
                                GHashTable *values,
                                int fd,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GVariantBuilder body = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GTask *task;
  GHashTableIter iter;
  gpointer name, value;

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_variant_builder_add (&body, "{ss}", name, value);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_reader_document_fill_async);
  anc_reader_worker_push (self->worker,
                          task,
                          ANC_READER_CALL_FILL,
                          g_variant_new ("(a{ss})", &body),
                          fcntl (fd, F_DUPFD_CLOEXEC, 0),
                          &anc_reader_decode_refusals);
}

/**
 * anc_reader_document_list_finish:
 *
 * Finishes any operation that gives several of something.
 *
 * Returns: (transfer full): the array, which may be empty, or %NULL
 */
GPtrArray *
anc_reader_document_list_finish (AncReaderDocument *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  return finish (self, result, error);
}

/**
 * anc_reader_document_render_async:
 * @page: a page, from 0
 * @scale: pixels per point, more than 0
 * @region: (nullable): the part to draw; %NULL for the whole page
 * @priority: what is worked on first, such as ANC_READER_PRIORITY_SCREEN
 *
 * Draws a page on white.
 */
void
anc_reader_document_render_async (AncReaderDocument *self,
                                  guint page,
                                  double scale,
                                  const AncRect *region,
                                  int priority,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_RENDER,
                                &anc_reader_decode_picture,
                                anc_reader_document_render_async };
  const AncRect part = region != NULL ? *region : (AncRect){ 0 };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));
  g_return_if_fail (scale > 0);

  ask (self,
       &operation,
       g_variant_new ("(ud(dddd))", page, scale, part.x0, part.y0, part.x1, part.y1),
       priority,
       cancellable,
       callback,
       user_data);
}

/**
 * anc_reader_document_render_finish:
 *
 * Returns: (transfer full): the picture, or %NULL
 */
AncReaderPicture *
anc_reader_document_render_finish (AncReaderDocument *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  return finish (self, result, error);
}

/**
 * anc_reader_document_get_text_async:
 * @page: a page, from 0
 * @ocr: whether to read it from its picture
 * @priority: what is worked on first
 *
 * Asks for the words of a page and where they stand.
 */
void
anc_reader_document_get_text_async (AncReaderDocument *self,
                                    guint page,
                                    AncReaderOcr ocr,
                                    int priority,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_TEXT,
                                &anc_reader_decode_text,
                                anc_reader_document_get_text_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self,
       &operation,
       g_variant_new ("(us)", page, anc_reader_ocr_get_name (ocr)),
       priority,
       cancellable,
       callback,
       user_data);
}

/**
 * anc_reader_document_get_text_finish:
 *
 * Returns: (transfer full): the text, or %NULL
 */
AncReaderText *
anc_reader_document_get_text_finish (AncReaderDocument *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  return finish (self, result, error);
}

/**
 * anc_reader_document_read_async:
 * @ocr: which pages to read from their pictures
 *
 * Asks for what the document says: its kind, and its fields with their places.
 */
void
anc_reader_document_read_async (AncReaderDocument *self,
                                AncReaderOcr ocr,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_READ, &anc_reader_decode_string, anc_reader_document_read_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self,
       &operation,
       g_variant_new ("(s)", anc_reader_ocr_get_name (ocr)),
       ANC_READER_PRIORITY_SOON,
       cancellable,
       callback,
       user_data);
}

/**
 * anc_reader_document_read_finish:
 *
 * Returns: (transfer full): JSON, as anc_reader_read_finish() gives it, or %NULL
 */
char *
anc_reader_document_read_finish (AncReaderDocument *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  return finish (self, result, error);
}

/* ---- Tests --------------------------------------------------------------------------------- */

/**
 * anc_reader_document_self_test_async:
 * @attempt: what the helper tries
 * @argument: on what
 * @priority: what is worked on first
 *
 * Tells the helper to do what it must not be able to do.
 */
void
anc_reader_document_self_test_async (AncReaderDocument *self,
                                     const char *attempt,
                                     const char *argument,
                                     int priority,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  const Operation operation = { ANC_READER_CALL_SELF_TEST,
                                &anc_reader_decode_number,
                                anc_reader_document_self_test_async };

  g_return_if_fail (ANC_IS_READER_DOCUMENT (self));

  ask (self, &operation, g_variant_new ("(ss)", attempt, argument), priority, cancellable, callback, user_data);
}

/**
 * anc_reader_document_self_test_finish:
 *
 * Returns: 0 if the attempt succeeded, else the error number it met; -1 with @error set
 */
int
anc_reader_document_self_test_finish (AncReaderDocument *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_autofree int *number = finish (self, result, error);

  return number != NULL ? *number : -1;
}
