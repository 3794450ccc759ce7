/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-form-field.h"
#include "anc-shrink.h"
#include "anc-page-text.h"

#include <cairo.h>
#include <gio/gio.h>

/**
 * AncDocumentError:
 * @ANC_DOCUMENT_ERROR_PASSWORD: it is encrypted, and the password is missing or wrong
 * @ANC_DOCUMENT_ERROR_DAMAGED: it is of a known kind but cannot be read
 * @ANC_DOCUMENT_ERROR_NOT_A_DOCUMENT: it is of no kind that is read here
 * @ANC_DOCUMENT_ERROR_TOO_LARGE: it, a page or an image of it is beyond what is opened
 */
typedef enum
{
  ANC_DOCUMENT_ERROR_PASSWORD,
  ANC_DOCUMENT_ERROR_DAMAGED,
  ANC_DOCUMENT_ERROR_NOT_A_DOCUMENT,
  ANC_DOCUMENT_ERROR_TOO_LARGE,
} AncDocumentError;

#define ANC_DOCUMENT_ERROR (anc_document_error_quark ())
GQuark anc_document_error_quark (void);

/* Nothing larger than this is opened, nor drawn at once. */
#define ANC_DOCUMENT_MAX_BYTES (512 * 1024 * 1024)
#define ANC_DOCUMENT_MAX_PIXELS (80 * 1000 * 1000)

/**
 * AncDocument:
 *
 * An opened document: pages to look at and words to read. It belongs to one thread. It never opens a
 * file: everything comes from the bytes it was given (and, for a PDF, from the fonts of the system).
 * Pages count from 0; places are in points from the top left corner of the page as it is shown.
 */
#define ANC_TYPE_DOCUMENT (anc_document_get_type ())
G_DECLARE_DERIVABLE_TYPE (AncDocument, anc_document, ANC, DOCUMENT, GObject)

struct _AncDocumentClass
{
  GObjectClass parent_class;

  guint (*get_n_pages) (AncDocument *self);
  void (*get_page_size) (AncDocument *self,
                         guint page,
                         double *width,
                         double *height);
  double (*get_page_resolution) (AncDocument *self,
                                 guint page);
  char *(*dup_page_label) (AncDocument *self,
                           guint page);
  gboolean (*draw_page) (AncDocument *self,
                         guint page,
                         cairo_t *cr,
                         GError **error);
  gboolean (*draw_photo) (AncDocument *self,
                          guint page,
                          const AncRect *region,
                          double scale,
                          const AncPixels *pixels);
  AncPageText *(*read_text_layer) (AncDocument *self,
                                   guint page);
  GPtrArray *(*list_form_fields) (AncDocument *self,
                                  guint page);
};

AncDocument *anc_document_open (GBytes *bytes,
                                const char *password,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
AncDocument *anc_document_open_fd (int fd,
                                   const char *password,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint anc_document_get_n_pages (AncDocument *self);
void anc_document_get_page_size (AncDocument *self,
                                 guint page,
                                 double *width,
                                 double *height);
double anc_document_get_page_resolution (AncDocument *self,
                                         guint page);
char *anc_document_dup_page_label (AncDocument *self,
                                   guint page);

gboolean anc_document_draw_page (AncDocument *self,
                                 guint page,
                                 cairo_t *cr,
                                 GError **error);
gboolean anc_document_draw_photo (AncDocument *self,
                                  guint page,
                                  const AncRect *region,
                                  double scale,
                                  const AncPixels *pixels);
cairo_surface_t *anc_document_render (AncDocument *self,
                                      guint page,
                                      const AncRect *region,
                                      double scale,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

AncPageText *anc_document_read_text_layer (AncDocument *self,
                                           guint page) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *anc_document_list_form_fields (AncDocument *self);
