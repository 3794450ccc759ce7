/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-document.h"

#include "anc-pdf-form.h"
#include "anc-pdf-objects.h"
#include "anc-pdf-password.h"
#include "anc-pdf-photo.h"
#include "anc-pdf-text.h"

#include <math.h>
#include <string.h>

/* A page is a scan when one image covers at least this share of it. */
#define SCAN_COVERAGE 0.5

/* Bytes a page in the mean: a document that has less is not looked through for photographs. */
#define PHOTO_BYTES (10 * 1024)

struct _AncPdfDocument
{
  AncDocument parent_instance;

  PopplerDocument *document;
  GBytes *bytes;
  char *password;
  AncPdfForm *form;       /* NULL until it is asked for */
  AncPdfObjects *objects; /* for photographs: NULL until one is asked for, and where there surely is none */
  gboolean objects_tried;
};

G_DEFINE_FINAL_TYPE (AncPdfDocument, anc_pdf_document, ANC_TYPE_DOCUMENT)

/* Poppler has no page where the page tree is broken, whatever the count says. */
static PopplerPage *
get_page (AncPdfDocument *self,
          guint page)
{
  return poppler_document_get_page (self->document, (int) page);
}

static PopplerDocument *
open_document (GBytes *bytes,
               const char *password,
               GError **error)
{
  g_autoptr (GError) open_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &open_error);
  g_auto (GStrv) forms = password != NULL ? anc_pdf_password_list_forms (password) : NULL;

  /* After a password is refused, Poppler 22.12 goes on with bytes that it has let go; with a stream it
   * does not. */
  for (guint i = 0; forms != NULL && forms[i] != NULL && g_error_matches (open_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED); i++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

      g_clear_error (&open_error);
      document = poppler_document_new_from_stream (stream, (goffset) g_bytes_get_size (bytes), forms[i], NULL, &open_error);
    }
  if (open_error != NULL)
    g_propagate_error (error, g_steal_pointer (&open_error));

  return document;
}

static guint
anc_pdf_document_get_n_pages (AncDocument *document)
{
  return (guint) MAX (0, poppler_document_get_n_pages (ANC_PDF_DOCUMENT (document)->document));
}

static void
anc_pdf_document_get_page_size (AncDocument *document,
                                guint page,
                                double *width,
                                double *height)
{
  g_autoptr (AncPopplerPage) found = get_page (ANC_PDF_DOCUMENT (document), page);

  *width = 0;
  *height = 0;
  if (found != NULL)
    poppler_page_get_size (found, width, height);
}

static double
anc_pdf_document_get_page_resolution (AncDocument *document,
                                      guint page)
{
  g_autoptr (AncPopplerPage) found = get_page (ANC_PDF_DOCUMENT (document), page);
  double width, height, resolution = 0;
  GList *images;

  if (found == NULL)
    return 0;

  anc_document_get_page_size (document, page, &width, &height);
  images = poppler_page_get_image_mapping (found);
  for (GList *l = images; l != NULL; l = l->next)
    {
      PopplerImageMapping *image = l->data;
      double shown_width = image->area.x2 - image->area.x1;
      double shown_height = image->area.y2 - image->area.y1;
      cairo_surface_t *surface;

      if (shown_width * shown_height < SCAN_COVERAGE * width * height || shown_width <= 0 || shown_height <= 0)
        continue;

      surface = poppler_page_get_image (found, image->image_id);
      if (surface != NULL)
        {
          /* It may lie on its side: the sides are compared by length. */
          int pixels = MAX (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));

          resolution = MAX (resolution, pixels * 72.0 / MAX (shown_width, shown_height));
          cairo_surface_destroy (surface);
        }
    }
  poppler_page_free_image_mapping (images);

  return resolution;
}

static char *
anc_pdf_document_dup_page_label (AncDocument *document,
                                 guint page)
{
  g_autoptr (AncPopplerPage) found = get_page (ANC_PDF_DOCUMENT (document), page);

  return found != NULL ? poppler_page_get_label (found) : NULL;
}

static gboolean
anc_pdf_document_draw_page (AncDocument *document,
                            guint page,
                            cairo_t *cr,
                            GError **error)
{
  g_autoptr (AncPopplerPage) found = get_page (ANC_PDF_DOCUMENT (document), page);

  if (found == NULL)
    {
      g_set_error (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_DAMAGED, "Page %u cannot be read", page + 1);
      return FALSE;
    }

  poppler_page_render (found, cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   ANC_DOCUMENT_ERROR,
                   cairo_status (cr) == CAIRO_STATUS_NO_MEMORY ? ANC_DOCUMENT_ERROR_TOO_LARGE : ANC_DOCUMENT_ERROR_DAMAGED,
                   "Page %u cannot be drawn",
                   page + 1);
      return FALSE;
    }

  return TRUE;
}

static AncPdfObjects *
get_objects (AncPdfDocument *self)
{
  const guint n_pages = anc_document_get_n_pages (ANC_DOCUMENT (self));

  if (!self->objects_tried && self->password == NULL && g_bytes_get_size (self->bytes) / MAX (n_pages, 1) >= PHOTO_BYTES)
    self->objects = anc_pdf_objects_new_sound (self->bytes);
  self->objects_tried = TRUE;

  return self->objects;
}

static gboolean
anc_pdf_document_draw_photo (AncDocument *document,
                             guint page,
                             const AncRect *region,
                             double scale,
                             const AncPixels *pixels)
{
  AncPdfObjects *objects = get_objects (ANC_PDF_DOCUMENT (document));
  g_autoptr (AncPdfPhoto) photo = NULL;
  double width, height;

  if (objects == NULL)
    return FALSE;
  anc_document_get_page_size (document, page, &width, &height);
  photo = anc_pdf_photo_find (objects, page, width, height);

  return photo != NULL && anc_pdf_photo_draw (photo, region, scale, pixels);
}

static AncPageText *
anc_pdf_document_read_text_layer (AncDocument *document,
                                  guint page)
{
  g_autoptr (AncPopplerPage) found = get_page (ANC_PDF_DOCUMENT (document), page);
  double width, height;

  anc_document_get_page_size (document, page, &width, &height);
  return found != NULL ? anc_pdf_text_read (found, width, height) : anc_page_text_new (width, height);
}

static GPtrArray *
anc_pdf_document_list_form_fields (AncDocument *document,
                                   guint page)
{
  AncPdfDocument *self = ANC_PDF_DOCUMENT (document);
  g_autoptr (AncPopplerPage) found = get_page (self, page);
  double width, height;

  anc_document_get_page_size (document, page, &width, &height);
  if (self->form == NULL)
    self->form = anc_pdf_form_new (self->bytes, self->password);

  return anc_pdf_form_list_fields (self->form, found, page, width, height);
}

static void
anc_pdf_document_finalize (GObject *object)
{
  AncPdfDocument *self = ANC_PDF_DOCUMENT (object);

  g_clear_pointer (&self->form, anc_pdf_form_free);
  g_clear_pointer (&self->objects, anc_pdf_objects_free);
  g_clear_object (&self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->password, g_free);

  G_OBJECT_CLASS (anc_pdf_document_parent_class)->finalize (object);
}

static void
anc_pdf_document_class_init (AncPdfDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AncDocumentClass *document_class = ANC_DOCUMENT_CLASS (klass);

  object_class->finalize = anc_pdf_document_finalize;

  document_class->get_n_pages = anc_pdf_document_get_n_pages;
  document_class->get_page_size = anc_pdf_document_get_page_size;
  document_class->get_page_resolution = anc_pdf_document_get_page_resolution;
  document_class->dup_page_label = anc_pdf_document_dup_page_label;
  document_class->draw_page = anc_pdf_document_draw_page;
  document_class->draw_photo = anc_pdf_document_draw_photo;
  document_class->read_text_layer = anc_pdf_document_read_text_layer;
  document_class->list_form_fields = anc_pdf_document_list_form_fields;
}

static void
anc_pdf_document_init (AncPdfDocument *self)
{
}

/**
 * anc_pdf_document_new:
 * @bytes: a PDF
 * @password: (nullable): what opens it
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: (transfer full): the document, repaired as far as Poppler can, or %NULL
 */
AncDocument *
anc_pdf_document_new (GBytes *bytes,
                      const char *password,
                      GError **error)
{
  g_autoptr (AncPopplerDocument) document = NULL;
  g_autoptr (GError) open_error = NULL;
  AncPdfDocument *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = open_document (bytes, password, &open_error);
  if (document == NULL)
    {
      if (g_error_matches (open_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        g_set_error_literal (error,
                             ANC_DOCUMENT_ERROR,
                             ANC_DOCUMENT_ERROR_PASSWORD,
                             password == NULL ? "The document asks for a password" : "The password is wrong");
      else
        g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_DAMAGED, "The document is damaged");
      return NULL;
    }
  if (poppler_document_get_n_pages (document) < 1)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_DAMAGED, "The document has no page");
      return NULL;
    }

  self = g_object_new (ANC_TYPE_PDF_DOCUMENT, NULL);
  self->document = g_steal_pointer (&document);
  self->bytes = g_bytes_ref (bytes);
  self->password = g_strdup (password);
  return ANC_DOCUMENT (self);
}

/**
 * anc_pdf_document_get_poppler:
 *
 * Returns: (transfer none): what it is to Poppler, for what only a PDF has: outline, links, filling
 */
PopplerDocument *
anc_pdf_document_get_poppler (AncPdfDocument *self)
{
  g_return_val_if_fail (ANC_IS_PDF_DOCUMENT (self), NULL);

  return self->document;
}
