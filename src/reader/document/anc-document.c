/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document.h"

#include "anc-image-document.h"
#include "anc-pdf-document.h"

#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

/* A PDF may follow other bytes, such as those of a mail; viewers look for it here. */
#define PDF_HEADER_REACH 1024

/* A4, in points: what a page is taken for whose size makes no sense. */
#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0
#define MAX_PAGE_SIDE 14400.0 /* 200 inches, what the format allows */

G_DEFINE_QUARK (anc - document - error - quark, anc_document_error)
G_DEFINE_ABSTRACT_TYPE (AncDocument, anc_document, G_TYPE_OBJECT)

static gboolean
is_pdf (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL && memmem (data, MIN (length, PDF_HEADER_REACH), "%PDF-", 5) != NULL;
}

/* What a document has that does not say otherwise: no label, no text layer, no form. */

static double
anc_document_real_get_page_resolution (AncDocument *self,
                                       guint page)
{
  return 0;
}

static char *
anc_document_real_dup_page_label (AncDocument *self,
                                  guint page)
{
  return NULL;
}

static AncPageText *
anc_document_real_read_text_layer (AncDocument *self,
                                   guint page)
{
  double width, height;

  anc_document_get_page_size (self, page, &width, &height);
  return anc_page_text_new (width, height);
}

static GPtrArray *
anc_document_real_list_form_fields (AncDocument *self,
                                    guint page)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) anc_form_field_free);
}

static void
anc_document_class_init (AncDocumentClass *klass)
{
  klass->get_page_resolution = anc_document_real_get_page_resolution;
  klass->dup_page_label = anc_document_real_dup_page_label;
  klass->read_text_layer = anc_document_real_read_text_layer;
  klass->list_form_fields = anc_document_real_list_form_fields;
}

static void
anc_document_init (AncDocument *self)
{
}

/**
 * anc_document_open:
 * @bytes: a document as it lies in a file
 * @password: (nullable): what opens it, the user's or the owner's
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: (transfer full): the document, or %NULL
 */
AncDocument *
anc_document_open (GBytes *bytes,
                   const char *password,
                   GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > ANC_DOCUMENT_MAX_BYTES)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_TOO_LARGE, "The file is too large");
      return NULL;
    }
  if (anc_image_document_knows (bytes))
    return anc_image_document_new (bytes, error);
  if (is_pdf (bytes))
    return anc_pdf_document_new (bytes, password, error);

  g_set_error_literal (error,
                       ANC_DOCUMENT_ERROR,
                       ANC_DOCUMENT_ERROR_NOT_A_DOCUMENT,
                       "The file is no PDF, JPEG, PNG or TIFF");
  return NULL;
}

typedef struct
{
  void *address;
  gsize length;
} Mapping;

static void
mapping_free (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->address, mapping->length);
  g_free (mapping);
}

/**
 * anc_document_open_fd:
 * @fd: (transfer none): a descriptor of a regular file, open for reading; it may be closed afterwards
 * @password: (nullable): what opens it
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Opens a document from its descriptor, mapped rather than read. The file must not shrink meanwhile.
 *
 * Returns: (transfer full): the document, or %NULL
 */
AncDocument *
anc_document_open_fd (int fd,
                      const char *password,
                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  Mapping *mapping;
  void *address;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size == 0)
    {
      g_set_error_literal (error,
                           ANC_DOCUMENT_ERROR,
                           ANC_DOCUMENT_ERROR_NOT_A_DOCUMENT,
                           "There is nothing to read");
      return NULL;
    }
  if (status.st_size > ANC_DOCUMENT_MAX_BYTES)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_TOO_LARGE, "The file is too large");
      return NULL;
    }

  address = mmap (NULL, (gsize) status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (address == MAP_FAILED)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_DAMAGED, "The file cannot be read");
      return NULL;
    }

  mapping = g_new (Mapping, 1);
  mapping->address = address;
  mapping->length = (gsize) status.st_size;
  bytes = g_bytes_new_with_free_func (address, mapping->length, mapping_free, mapping);
  return anc_document_open (bytes, password, error);
}

guint
anc_document_get_n_pages (AncDocument *self)
{
  g_return_val_if_fail (ANC_IS_DOCUMENT (self), 0);

  return ANC_DOCUMENT_GET_CLASS (self)->get_n_pages (self);
}

/**
 * anc_document_get_page_size:
 * @self: a document
 * @page: a page of it, from 0
 * @width: (out): its width as it is shown, in points; A4 where the document says nothing that makes sense
 * @height: (out): its height
 */
void
anc_document_get_page_size (AncDocument *self,
                            guint page,
                            double *width,
                            double *height)
{
  g_return_if_fail (ANC_IS_DOCUMENT (self));
  g_return_if_fail (page < anc_document_get_n_pages (self));

  ANC_DOCUMENT_GET_CLASS (self)->get_page_size (self, page, width, height);
  if (!(*width >= 1 && *height >= 1 && *width <= MAX_PAGE_SIDE && *height <= MAX_PAGE_SIDE))
    {
      *width = A4_WIDTH;
      *height = A4_HEIGHT;
    }
}

/**
 * anc_document_get_page_resolution:
 * @self: a document
 * @page: a page of it, from 0
 *
 * Returns: the pixels per inch of the image that makes up the page; 0 if it is not an image
 */
double
anc_document_get_page_resolution (AncDocument *self,
                                  guint page)
{
  g_return_val_if_fail (ANC_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (page < anc_document_get_n_pages (self), 0);

  return ANC_DOCUMENT_GET_CLASS (self)->get_page_resolution (self, page);
}

/**
 * anc_document_dup_page_label:
 * @self: a document
 * @page: a page of it, from 0
 *
 * Returns: (transfer full) (nullable): what the document itself calls the page, such as `iv`
 */
char *
anc_document_dup_page_label (AncDocument *self,
                             guint page)
{
  g_return_val_if_fail (ANC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (page < anc_document_get_n_pages (self), NULL);

  return ANC_DOCUMENT_GET_CLASS (self)->dup_page_label (self, page);
}

/**
 * anc_document_draw_page:
 * @self: a document
 * @page: a page of it, from 0
 * @cr: where to draw, in points from the top left corner of the page; the background is the caller's
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: whether the page was drawn
 */
gboolean
anc_document_draw_page (AncDocument *self,
                        guint page,
                        cairo_t *cr,
                        GError **error)
{
  g_return_val_if_fail (ANC_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (page < anc_document_get_n_pages (self), FALSE);

  return ANC_DOCUMENT_GET_CLASS (self)->draw_page (self, page, cr, error);
}

/**
 * anc_document_draw_photo:
 * @self: a document
 * @page: a page of it, from 0
 * @region: the part of it to draw
 * @scale: pixels a point
 * @pixels: what to draw in, as large as the region
 *
 * Draws a page that is nothing but a photograph, smaller than that is: in a third of the time of
 * anc_document_draw_page(), and without holding all of the photograph.
 *
 * Returns: whether it was drawn; if not, some of it may have been
 */
gboolean
anc_document_draw_photo (AncDocument *self,
                         guint page,
                         const AncRect *region,
                         double scale,
                         const AncPixels *pixels)
{
  AncDocumentClass *document_class;

  g_return_val_if_fail (ANC_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (page < anc_document_get_n_pages (self), FALSE);
  g_return_val_if_fail (region != NULL && scale > 0 && pixels != NULL, FALSE);

  document_class = ANC_DOCUMENT_GET_CLASS (self);
  return document_class->draw_photo != NULL && document_class->draw_photo (self, page, region, scale, pixels);
}

/**
 * anc_document_render:
 * @self: a document
 * @page: a page of it, from 0
 * @region: (nullable): the part to render; %NULL for the whole page
 * @scale: pixels per point, more than 0
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: (transfer full): the region on white, as RGB24, at least one pixel wide and high
 */
cairo_surface_t *
anc_document_render (AncDocument *self,
                     guint page,
                     const AncRect *region,
                     double scale,
                     GError **error)
{
  AncRect whole = { 0 };
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean drawn;

  g_return_val_if_fail (ANC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (page < anc_document_get_n_pages (self), NULL);
  g_return_val_if_fail (scale > 0, NULL);

  if (region == NULL)
    {
      anc_document_get_page_size (self, page, &whole.x1, &whole.y1);
      region = &whole;
    }
  width = MAX (1, ceil (anc_rect_width (*region) * scale));
  height = MAX (1, ceil (anc_rect_height (*region) * scale));
  if (!(width * height <= ANC_DOCUMENT_MAX_PIXELS && width <= G_MAXINT16 && height <= G_MAXINT16))
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_TOO_LARGE, "The page is too large");
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -region->x0, -region->y0);
  drawn = anc_document_draw_page (self, page, cr, error);
  cairo_destroy (cr);

  if (drawn && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_TOO_LARGE, "The page does not fit into memory");
      drawn = FALSE;
    }
  if (!drawn)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_flush (surface);
  return surface;
}

/**
 * anc_document_read_text_layer:
 * @self: a document
 * @page: a page of it, from 0
 *
 * Returns: (transfer full): the words the document itself holds for the page, good or not; none for an image
 */
AncPageText *
anc_document_read_text_layer (AncDocument *self,
                              guint page)
{
  g_return_val_if_fail (ANC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (page < anc_document_get_n_pages (self), NULL);

  return ANC_DOCUMENT_GET_CLASS (self)->read_text_layer (self, page);
}

/**
 * anc_document_list_form_fields:
 * @self: a document
 *
 * Returns: (transfer full) (element-type AncFormField): the fields of all its pages, in the order of the
 *   pages and on each of them from top to bottom
 */
GPtrArray *
anc_document_list_form_fields (AncDocument *self)
{
  GPtrArray *all;

  g_return_val_if_fail (ANC_IS_DOCUMENT (self), NULL);

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_form_field_free);
  for (guint page = 0; page < anc_document_get_n_pages (self); page++)
    {
      GPtrArray *fields = ANC_DOCUMENT_GET_CLASS (self)->list_form_fields (self, page);

      g_ptr_array_extend_and_steal (all, fields);
    }

  return all;
}
