/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-photo.h"

#include "anc-colour-profile.h"
#include "anc-pdf-contents.h"
#include "anc-pdf-objects-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two sizes are one when they are this near, in points. */
#define NEAR 0.01

/* Of what a page is drawn by, in bytes as they are packed: one that shows one picture says little. */
#define MAX_CONTENTS (64 * 1024)

/* A profile of a screen is no longer, in bytes as it is packed. */
#define MAX_PROFILE (64 * 1024)

/* A larger picture is nobody's scan. */
#define MAX_PIXELS (40 * 1000 * 1000)

/* What a picture may say of itself, so that its pixels are what is seen; and what else is understood of one in black and
 * white. */
static const char *const plain_keys[] = { "/Type", "/Subtype", "/Name", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Filter", "/Length", "/Interpolate", NULL };
static const char *const fax_keys[] = { "/DecodeParms", "/Decode", "/ImageMask", NULL };
static const char *const parameter_keys[] = { "/K", "/Columns", "/Rows", "/BlackIs1", "/EncodedByteAlign", "/EndOfLine", "/EndOfBlock", NULL };

void
anc_pdf_photo_free (AncPdfPhoto *self)
{
  free ((guchar *) self->packed.data); /* qpdf's */
  g_free (self);
}

/* ---- The page ------------------------------------------------------------------------------ */

static gboolean
read_numbers (qpdf_data qpdf,
              qpdf_oh array,
              double *values,
              int n_values)
{
  if (!qpdf_oh_is_array (qpdf, array) || qpdf_oh_get_array_n_items (qpdf, array) != n_values)
    return FALSE;

  for (int i = 0; i < n_values; i++)
    if (!qpdf_oh_get_value_as_number (qpdf, qpdf_oh_get_array_item (qpdf, array, i), &values[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_box (qpdf_data qpdf,
          qpdf_oh box,
          AncRect *rect)
{
  double values[4];

  if (!read_numbers (qpdf, box, values, G_N_ELEMENTS (values)))
    return FALSE;

  *rect = (AncRect){ MIN (values[0], values[2]), MIN (values[1], values[3]), MAX (values[0], values[2]), MAX (values[1], values[3]) };
  return TRUE;
}

/* What is shown of the page, in its own units. FALSE where that is not its size in points. */
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

/* By how much a page is turned before it is shown. FALSE where that is not by quarters. */
static gboolean
find_turn (AncPdfObjects *self,
           qpdf_oh found,
           int *turn)
{
  qpdf_oh rotation = anc_pdf_objects_find_inherited (self, found, "/Rotate");
  int degrees = 0;

  if (!qpdf_oh_is_null (self->qpdf, rotation) && !qpdf_oh_get_value_as_int (self->qpdf, rotation, &degrees))
    return FALSE;

  *turn = (degrees % 360 + 360) % 360;
  return *turn % 90 == 0;
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

  if (!qpdf_oh_is_dictionary (qpdf, resources) || has_drawn_letters (qpdf, resources))
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
has_no_keys_but (qpdf_data qpdf,
                 qpdf_oh dictionary,
                 const char *const *keys,
                 const char *const *more_keys)
{
  gboolean has_no_other = TRUE;

  qpdf_oh_begin_dict_key_iter (qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (qpdf))
    {
      const char *key = qpdf_oh_dict_next_key (qpdf);

      has_no_other &= g_strv_contains (keys, key) || (more_keys != NULL && g_strv_contains (more_keys, key));
    }

  return has_no_other;
}

/* A value that may stand in an array of one. */
static qpdf_oh
get_only (qpdf_data qpdf,
          qpdf_oh dictionary,
          const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (qpdf, dictionary, key);

  return qpdf_oh_is_array (qpdf, value) && qpdf_oh_get_array_n_items (qpdf, value) == 1 ? qpdf_oh_get_array_item (qpdf, value, 0) : value;
}

static gboolean
has_number (qpdf_data qpdf,
            qpdf_oh dictionary,
            const char *key,
            int number)
{
  int value;

  return qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, key), &value) && value == number;
}

static gboolean
has_number_up_to (qpdf_data qpdf,
                  qpdf_oh dictionary,
                  const char *key,
                  int most)
{
  int value;

  return qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, key), &value) && value >= 0 && value <= most;
}

/* ISO 32000-1, table 89. */
static gboolean
has_size (qpdf_data qpdf,
          qpdf_oh dictionary,
          AncPacked *packed)
{
  return qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Width"), &packed->width)
         && qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Height"), &packed->height)
         && packed->width > 0 && packed->height > 0 && (gint64) packed->width * packed->height <= MAX_PIXELS;
}

/* Colours with a profile, as telephones write them (ISO 32000-1, 8.6.5.5): whether they mean what they do without. */
static gboolean
has_screen_profile (qpdf_data qpdf,
                    qpdf_oh colours,
                    int *n_components)
{
  unsigned char *data = NULL;
  size_t length = 0;
  gboolean is_screen = FALSE;
  qpdf_oh profile, dictionary;

  if (!qpdf_oh_is_array (qpdf, colours) || qpdf_oh_get_array_n_items (qpdf, colours) != 2
      || !qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_array_item (qpdf, colours, 0), "/ICCBased"))
    return FALSE;

  profile = qpdf_oh_get_array_item (qpdf, colours, 1);
  if (!qpdf_oh_is_stream (qpdf, profile))
    return FALSE;

  dictionary = qpdf_oh_get_dict (qpdf, profile);
  *n_components = has_number (qpdf, dictionary, "/N", 3) ? 3 : 1;
  if ((*n_components == 1 && !has_number (qpdf, dictionary, "/N", 1)) || qpdf_oh_has_key (qpdf, dictionary, "/Range")
      || !has_number_up_to (qpdf, dictionary, "/Length", MAX_PROFILE))
    return FALSE;

  if (qpdf_oh_get_stream_data (qpdf, profile, qpdf_dl_generalized, NULL, &data, &length) == QPDF_SUCCESS)
    is_screen = anc_colour_profile_is_screen (data, length, (guint) *n_components);
  free (data);

  return is_screen;
}

static gboolean
find_colours (qpdf_data qpdf,
              qpdf_oh dictionary,
              int *n_components)
{
  qpdf_oh colours = qpdf_oh_get_key (qpdf, dictionary, "/ColorSpace");

  *n_components = qpdf_oh_is_name_and_equals (qpdf, colours, "/DeviceRGB") ? 3 : 1;

  return *n_components == 3 || qpdf_oh_is_name_and_equals (qpdf, colours, "/DeviceGray")
         || has_screen_profile (qpdf, colours, n_components);
}

static gboolean
describe_jpeg (qpdf_data qpdf,
               qpdf_oh dictionary,
               AncPdfPhoto *photo)
{
  return has_no_keys_but (qpdf, dictionary, plain_keys, NULL) && has_number (qpdf, dictionary, "/BitsPerComponent", 8)
         && find_colours (qpdf, dictionary, &photo->n_components);
}

/* Whether shades go the other way than usual. FALSE where they are not told so that it is sure. */
static gboolean
read_decode (qpdf_data qpdf,
             qpdf_oh dictionary,
             gboolean *is_inverted)
{
  qpdf_oh decode = qpdf_oh_get_key (qpdf, dictionary, "/Decode");
  double values[2] = { 0, 1 };

  if (!qpdf_oh_is_null (qpdf, decode) && !read_numbers (qpdf, decode, values, G_N_ELEMENTS (values)))
    return FALSE;

  *is_inverted = values[0] == 1;
  return (values[0] == 0 && values[1] == 1) || (values[0] == 1 && values[1] == 0);
}

/* A switch of the parameters, off where it is not there. FALSE where it is no switch. */
static gboolean
read_switch (qpdf_data qpdf,
             qpdf_oh parameters,
             const char *key,
             gboolean *is_on)
{
  qpdf_oh value = qpdf_oh_get_key (qpdf, parameters, key);
  QPDF_BOOL read = QPDF_FALSE;

  if (!qpdf_oh_is_null (qpdf, value) && !qpdf_oh_get_value_as_bool (qpdf, value, &read))
    return FALSE;

  *is_on = read;
  return TRUE;
}

/* Black and white: in shades of grey, or as a stencil through which black is drawn on the paper. */
static gboolean
has_black_and_white (qpdf_data qpdf,
                     qpdf_oh dictionary,
                     gboolean in_black)
{
  gboolean is_stencil;

  if (!read_switch (qpdf, dictionary, "/ImageMask", &is_stencil))
    return FALSE;
  if (is_stencil)
    return in_black && !qpdf_oh_has_key (qpdf, dictionary, "/ColorSpace")
           && (!qpdf_oh_has_key (qpdf, dictionary, "/BitsPerComponent") || has_number (qpdf, dictionary, "/BitsPerComponent", 1));

  return has_number (qpdf, dictionary, "/BitsPerComponent", 1)
         && qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/ColorSpace"), "/DeviceGray");
}

/* ISO 32000-1, table 11: in two dimensions alone, and as many columns and rows as the picture has. */
static gboolean
describe_fax (qpdf_data qpdf,
              qpdf_oh dictionary,
              gboolean in_black,
              AncPdfPhoto *photo)
{
  qpdf_oh parameters = get_only (qpdf, dictionary, "/DecodeParms");
  gboolean is_inverted, is_aligned, black_is_1;
  int kind = 0;

  if (!qpdf_oh_is_dictionary (qpdf, parameters) || !has_no_keys_but (qpdf, parameters, parameter_keys, NULL)
      || !has_no_keys_but (qpdf, dictionary, plain_keys, fax_keys)
      || !read_decode (qpdf, dictionary, &is_inverted)
      || !read_switch (qpdf, parameters, "/EncodedByteAlign", &is_aligned) || is_aligned
      || !read_switch (qpdf, parameters, "/BlackIs1", &black_is_1))
    return FALSE;

  photo->is_fax = TRUE;
  photo->is_inverted = is_inverted != black_is_1;

  return qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, parameters, "/K"), &kind) && kind < 0
         && has_number (qpdf, parameters, "/Columns", photo->packed.width)
         && (!qpdf_oh_has_key (qpdf, parameters, "/Rows") || has_number (qpdf, parameters, "/Rows", photo->packed.height))
         && has_black_and_white (qpdf, dictionary, in_black);
}

static gboolean
describe (qpdf_data qpdf,
          qpdf_oh picture,
          gboolean in_black,
          AncPdfPhoto *photo)
{
  qpdf_oh dictionary, filter;

  if (!qpdf_oh_is_stream (qpdf, picture))
    return FALSE;

  dictionary = qpdf_oh_get_dict (qpdf, picture);
  filter = get_only (qpdf, dictionary, "/Filter");
  if (!qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Subtype"), "/Image") || !has_size (qpdf, dictionary, &photo->packed))
    return FALSE;

  return qpdf_oh_is_name_and_equals (qpdf, filter, "/DCTDecode")        ? describe_jpeg (qpdf, dictionary, photo)
         : qpdf_oh_is_name_and_equals (qpdf, filter, "/CCITTFaxDecode") ? describe_fax (qpdf, dictionary, in_black, photo)
                                                                        : FALSE;
}

static gboolean
find_picture (AncPdfObjects *self,
              qpdf_oh found,
              qpdf_oh resources,
              qpdf_oh *picture,
              double place[4],
              gboolean *in_black)
{
  qpdf_data qpdf = self->qpdf;
  unsigned char *contents = NULL;
  size_t length = 0;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  qpdf_oh pictures = qpdf_oh_get_key (qpdf, resources, "/XObject");

  if (has_short_contents (qpdf, found)
      && qpdf_oh_get_page_content_data (qpdf, found, &contents, &length) == QPDF_SUCCESS)
    anc_pdf_contents_find_picture ((const char *) contents, length, &name, place, in_black);
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
  gboolean in_black;
  double place[4];
  unsigned char *data = NULL;
  size_t length = 0;

  if (!anc_pdf_objects_find_page (self, page, &found))
    return FALSE;

  resources = anc_pdf_objects_find_inherited (self, found, "/Resources");
  if (!is_plain_page (self, found, resources)
      || !find_turn (self, found, &photo->turn)
      || !find_box (self, found, photo->turn % 180 == 0 ? width : height, photo->turn % 180 == 0 ? height : width, &box)
      || !find_picture (self, found, resources, &picture, place, &in_black)
      || !describe (qpdf, picture, in_black, photo)
      || qpdf_oh_get_stream_data (qpdf, picture, qpdf_dl_none, NULL, &data, &length) != QPDF_SUCCESS)
    return FALSE;

  photo->packed.data = data;
  photo->packed.length = length;
  photo->width = width;
  photo->height = height;
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
