/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-error.h"
#include "anc-reader-results.h"

#include <gio/gio.h>

/**
 * AncReaderOcr:
 * @ANC_READER_OCR_AUTO: pages that hold no text that can be used
 * @ANC_READER_OCR_NEVER: no page
 * @ANC_READER_OCR_ALWAYS: every page
 *
 * Which pages are read from their pictures.
 */
typedef enum
{
  ANC_READER_OCR_AUTO,
  ANC_READER_OCR_NEVER,
  ANC_READER_OCR_ALWAYS,
} AncReaderOcr;

/* What is worked on first. */
#define ANC_READER_PRIORITY_SCREEN G_PRIORITY_HIGH
#define ANC_READER_PRIORITY_SOON G_PRIORITY_DEFAULT
#define ANC_READER_PRIORITY_THUMBNAIL G_PRIORITY_LOW

/**
 * AncReaderDocument:
 *
 * An open document. What is asked of it is done one after the other by the one helper that has it
 * open, the most urgent first. A helper that dies of a request fails that request alone: the next
 * one gets a new helper, until too many died in a row and the document is given up.
 *
 * Every operation gives an #AncReaderError, or #G_IO_ERROR_CANCELLED at once when it is cancelled.
 */
#define ANC_TYPE_READER_DOCUMENT (anc_reader_document_get_type ())
G_DECLARE_FINAL_TYPE (AncReaderDocument, anc_reader_document, ANC, READER_DOCUMENT, GObject)

const char *anc_reader_document_get_form (AncReaderDocument *self);
guint anc_reader_document_get_n_pages (AncReaderDocument *self);

void anc_reader_document_get_info_async (AncReaderDocument *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
AncReaderInfo *anc_reader_document_get_info_finish (AncReaderDocument *self,
                                                    GAsyncResult *result,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

void anc_reader_document_list_pages_async (AncReaderDocument *self,
                                           guint first,
                                           guint count,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
void anc_reader_document_list_outline_async (AncReaderDocument *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
void anc_reader_document_list_links_async (AncReaderDocument *self,
                                           guint page,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
void anc_reader_document_list_fields_async (AncReaderDocument *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
void anc_reader_document_search_async (AncReaderDocument *self,
                                       const char *text,
                                       guint first,
                                       guint count,
                                       AncReaderOcr ocr,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AncReaderFound *anc_reader_document_search_finish (AncReaderDocument *self,
                                                   GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void anc_reader_document_fill_async (AncReaderDocument *self,
                                     GHashTable *values,
                                     int fd,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *anc_reader_document_list_finish (AncReaderDocument *self,
                                            GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

void anc_reader_document_render_async (AncReaderDocument *self,
                                       guint page,
                                       double scale,
                                       const AncRect *region,
                                       int priority,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AncReaderPicture *anc_reader_document_render_finish (AncReaderDocument *self,
                                                     GAsyncResult *result,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

void anc_reader_document_get_text_async (AncReaderDocument *self,
                                         guint page,
                                         AncReaderOcr ocr,
                                         int priority,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
AncReaderText *anc_reader_document_get_text_finish (AncReaderDocument *self,
                                                    GAsyncResult *result,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

void anc_reader_document_read_async (AncReaderDocument *self,
                                     AncReaderOcr ocr,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *anc_reader_document_read_finish (AncReaderDocument *self,
                                       GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
