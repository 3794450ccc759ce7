/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-photo.h"

#include "anc-pdf-contents.h"
#include "anc-pdf-objects-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two sizes are one when they are this near, in points. */
#define NEAR 0.01

/* Of what a page is drawn by, in bytes as they are packed: one that shows one picture says little. */
#define MAX_CONTENTS (64 * 1024)

/* A larger picture is nobody's scan. */
#define MAX_PIXELS (40 * 1000 * 1000)

/* What a photograph may say of itself, so that its pixels are what is seen. */
static const char *const plain_keys[] = { "/Type", "/Subtype", "/Name", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Filter", "/Length", "/Interpolate", NULL };

void
anc_pdf_photo_free (AncPdfPhoto *self)
{
  free ((guchar *) self->jpeg.data); /* qpdf's */
  g_free (self);
}

/* ---- The page ------------------------------------------------------------------------------ */

static gboolean
read_box (qpdf_data qpdf,
          qpdf_oh box,
          AncRect *rect)
{
  double values[4];

  if (!qpdf_oh_is_array (qpdf, box) || qpdf_oh_get_array_n_items (qpdf, box) != 4)
    return FALSE;

  for (int i = 0; i < 4; i++)
    if (!qpdf_oh_get_value_as_number (qpdf, qpdf_oh_get_array_item (qpdf, box, i), &values[i]))
      return FALSE;

  *rect = (AncRect){ MIN (values[0], values[2]), MIN (values[1], values[3]), MAX (values[0], values[2]), MAX (values[1], values[3]) };
  return TRUE;
}

/* What is shown of the page, in its own units. FALSE where that is not its size in points, nor upright. */
static gboolean
find_box (AncPdfObjects *self,
          qpdf_oh found,
          double width,
          double height,
          AncRect *box)
{
  qpdf_data qpdf = self->qpdf;
  AncRect crop;

  if (qpdf_oh_has_key (qpdf, found, "/UserUnit")
      || !read_box (qpdf, anc_pdf_objects_find_inherited (self, found, "/MediaBox"), box))
    return FALSE;
  if (read_box (qpdf, anc_pdf_objects_find_inherited (self, found, "/CropBox"), &crop))
    *box = (AncRect){ MAX (box->x0, crop.x0), MAX (box->y0, crop.y0), MIN (box->x1, crop.x1), MIN (box->y1, crop.y1) };

  return fabs (anc_rect_width (*box) - width) < NEAR && fabs (anc_rect_height (*box) - height) < NEAR;
}

static gboolean
is_upright (AncPdfObjects *self,
            qpdf_oh found)
{
  qpdf_oh rotation = anc_pdf_objects_find_inherited (self, found, "/Rotate");
  int degrees = 0;

  return qpdf_oh_is_null (self->qpdf, rotation)
         || (qpdf_oh_get_value_as_int (self->qpdf, rotation, &degrees) && degrees == 0);
}

/* Letters that are drawings of their own are seen whatever is said of how text is shown. */
static gboolean
has_drawn_letters (qpdf_data qpdf,
                   qpdf_oh resources)
{
  qpdf_oh fonts = qpdf_oh_get_key (qpdf, resources, "/Font");
  gboolean has_some = FALSE;

  if (!qpdf_oh_is_dictionary (qpdf, fonts))
    return FALSE;

  qpdf_oh_begin_dict_key_iter (qpdf, fonts);
  while (qpdf_oh_dict_more_keys (qpdf))
    {
      qpdf_oh font = qpdf_oh_get_key (qpdf, fonts, qpdf_oh_dict_next_key (qpdf));

      has_some |= !qpdf_oh_is_dictionary (qpdf, font) || qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, font, "/Subtype"), "/Type3");
    }

  return has_some;
}

/* How long a stream is that is packed once at most; more than any may be for others. */
static int
get_length (qpdf_data qpdf,
            qpdf_oh stream)
{
  qpdf_oh dictionary, filter;
  int length = 0;

  if (!qpdf_oh_is_stream (qpdf, stream))
    return MAX_CONTENTS + 1;

  dictionary = qpdf_oh_get_dict (qpdf, stream);
  filter = qpdf_oh_get_key (qpdf, dictionary, "/Filter");
  if ((qpdf_oh_is_array (qpdf, filter) && qpdf_oh_get_array_n_items (qpdf, filter) > 1)
      || !qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Length"), &length))
    return MAX_CONTENTS + 1;

  return length;
}

static gboolean
has_short_contents (qpdf_data qpdf,
                    qpdf_oh found)
{
  qpdf_oh contents = qpdf_oh_get_key (qpdf, found, "/Contents");
  gint64 length = 0;

  if (!qpdf_oh_is_array (qpdf, contents))
    return get_length (qpdf, contents) <= MAX_CONTENTS;

  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, contents); i++)
    length += get_length (qpdf, qpdf_oh_get_array_item (qpdf, contents, i));

  return length <= MAX_CONTENTS;
}

/* Something may lie over the page, or colours may mean others than they say. */
static gboolean
is_plain_page (AncPdfObjects *self,
               qpdf_oh found,
               qpdf_oh resources)
{
  qpdf_data qpdf = self->qpdf;
  qpdf_oh annotations = qpdf_oh_get_key (qpdf, found, "/Annots");
  qpdf_oh colours;

  if (!qpdf_oh_is_dictionary (qpdf, resources) || has_drawn_letters (qpdf, resources) || !is_upright (self, found))
    return FALSE;
  if (!qpdf_oh_is_null (qpdf, annotations)
      && !(qpdf_oh_is_array (qpdf, annotations) && qpdf_oh_get_array_n_items (qpdf, annotations) == 0))
    return FALSE;

  colours = qpdf_oh_get_key (qpdf, resources, "/ColorSpace");
  return qpdf_oh_is_null (qpdf, colours)
         || (qpdf_oh_is_dictionary (qpdf, colours) && !qpdf_oh_has_key (qpdf, colours, "/DefaultRGB") && !qpdf_oh_has_key (qpdf, colours, "/DefaultGray"));
}

/* ---- The picture --------------------------------------------------------------------------- */

static gboolean
has_plain_keys (qpdf_data qpdf,
                qpdf_oh dictionary)
{
  gboolean are_plain = TRUE;

  qpdf_oh_begin_dict_key_iter (qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (qpdf))
    are_plain &= g_strv_contains (plain_keys, qpdf_oh_dict_next_key (qpdf));

  return are_plain;
}

static gboolean
is_jpeg (qpdf_data qpdf,
         qpdf_oh filter)
{
  if (qpdf_oh_is_array (qpdf, filter) && qpdf_oh_get_array_n_items (qpdf, filter) == 1)
    filter = qpdf_oh_get_array_item (qpdf, filter, 0);

  return qpdf_oh_is_name_and_equals (qpdf, filter, "/DCTDecode");
}

static gboolean
describe (qpdf_data qpdf,
          qpdf_oh picture,
          AncJpeg *jpeg)
{
  qpdf_oh dictionary, colours;
  int n_bits = 0;

  if (!qpdf_oh_is_stream (qpdf, picture))
    return FALSE;

  dictionary = qpdf_oh_get_dict (qpdf, picture);
  colours = qpdf_oh_get_key (qpdf, dictionary, "/ColorSpace");
  jpeg->n_components = qpdf_oh_is_name_and_equals (qpdf, colours, "/DeviceRGB") ? 3 : 1;

  return has_plain_keys (qpdf, dictionary)
         && qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Subtype"), "/Image")
         && is_jpeg (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Filter"))
         && qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Width"), &jpeg->width)
         && qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Height"), &jpeg->height)
         && jpeg->width > 0 && jpeg->height > 0 && (gint64) jpeg->width * jpeg->height <= MAX_PIXELS
         && qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/BitsPerComponent"), &n_bits) && n_bits == 8
         && (jpeg->n_components == 3 || qpdf_oh_is_name_and_equals (qpdf, colours, "/DeviceGray"));
}

static gboolean
find_picture (AncPdfObjects *self,
              qpdf_oh found,
              qpdf_oh resources,
              qpdf_oh *picture,
              double place[4])
{
  qpdf_data qpdf = self->qpdf;
  unsigned char *contents = NULL;
  size_t length = 0;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  qpdf_oh pictures = qpdf_oh_get_key (qpdf, resources, "/XObject");

  if (has_short_contents (qpdf, found)
      && qpdf_oh_get_page_content_data (qpdf, found, &contents, &length) == QPDF_SUCCESS)
    anc_pdf_contents_find_picture ((const char *) contents, length, &name, place);
  free (contents);
  if (name == NULL || !qpdf_oh_is_dictionary (qpdf, pictures))
    return FALSE;

  key = g_strconcat ("/", name, NULL);
  *picture = qpdf_oh_get_key (qpdf, pictures, key);
  return TRUE;
}

static gboolean
look_for (AncPdfObjects *self,
          guint page,
          double width,
          double height,
          AncPdfPhoto *photo)
{
  qpdf_data qpdf = self->qpdf;
  qpdf_oh found, resources, picture;
  AncRect box;
  double place[4];
  unsigned char *data = NULL;
  size_t length = 0;

  if (!anc_pdf_objects_find_page (self, page, &found))
    return FALSE;

  resources = anc_pdf_objects_find_inherited (self, found, "/Resources");
  if (!is_plain_page (self, found, resources)
      || !find_box (self, found, width, height, &box)
      || !find_picture (self, found, resources, &picture, place)
      || !describe (qpdf, picture, &photo->jpeg)
      || qpdf_oh_get_stream_data (qpdf, picture, qpdf_dl_none, NULL, &data, &length) != QPDF_SUCCESS)
    return FALSE;

  photo->jpeg.data = data;
  photo->jpeg.length = length;
  photo->place = (AncRect){ place[0] - box.x0, box.y1 - place[3], place[2] - box.x0, box.y1 - place[1] };
  return length > 0;
}

/**
 * anc_pdf_photo_find:
 * @objects: the objects of a document
 * @page: one of its pages
 * @width: its width as it is shown, in points
 * @height: its height
 *
 * Returns: (transfer full) (nullable): the photograph that is all that is seen of the page; %NULL where it is not sure
 *   that it is
 */
AncPdfPhoto *
anc_pdf_photo_find (AncPdfObjects *objects,
                    guint page,
                    double width,
                    double height)
{
  g_autoptr (AncPdfPhoto) photo = g_new0 (AncPdfPhoto, 1);
  gboolean is_photo;

  g_return_val_if_fail (objects != NULL, NULL);

  is_photo = look_for (objects, page, width, height, photo);
  qpdf_oh_release_all (objects->qpdf);

  return is_photo && !qpdf_more_warnings (objects->qpdf) ? g_steal_pointer (&photo) : NULL;
}
