/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-objects-private.h"

#include "anc-pdf-password.h"

#include <math.h>

/* A tree of pages or fields that is deeper than this turns in circles. */
#define MAX_DEPTH 64

/* Two places are one when they are this near, in points. */
#define NEAR 0.5

/**
 * anc_pdf_objects_new:
 * @bytes: a PDF
 * @password: (nullable): what opens it
 *
 * Returns: (transfer full) (nullable): its objects; %NULL where they cannot be read
 */
AncPdfObjects *
anc_pdf_objects_new (GBytes *bytes,
                     const char *password)
{
  g_autoptr (AncPdfObjects) self = g_new0 (AncPdfObjects, 1);

  self->bytes = g_bytes_ref (bytes);
  if ((anc_pdf_password_open_qpdf (bytes, password, &self->qpdf) & QPDF_ERRORS) != 0)
    return NULL;

  while (qpdf_more_warnings (self->qpdf)) /* what was wrong with the file; more of them are of objects */
    qpdf_next_warning (self->qpdf);

  return g_steal_pointer (&self);
}

/**
 * anc_pdf_objects_new_sound:
 * @bytes: a PDF
 *
 * Of a document that needs no repair, and no password, all who read it see the same.
 *
 * Returns: (transfer full) (nullable): its objects; %NULL where it needs one
 */
AncPdfObjects *
anc_pdf_objects_new_sound (GBytes *bytes)
{
  g_autoptr (AncPdfObjects) self = g_new0 (AncPdfObjects, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  self->bytes = g_bytes_ref (bytes);
  self->qpdf = qpdf_init ();
  qpdf_silence_errors (self->qpdf);
  qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (self->qpdf, QPDF_FALSE);

  return qpdf_read_memory (self->qpdf, "document", data, length, NULL) == QPDF_SUCCESS ? g_steal_pointer (&self) : NULL;
}

void
anc_pdf_objects_free (AncPdfObjects *self)
{
  qpdf_cleanup (&self->qpdf);
  g_bytes_unref (self->bytes);
  g_free (self);
}

gboolean
anc_pdf_objects_find_page (AncPdfObjects *self,
                           guint page,
                           qpdf_oh *found)
{
  int n_pages = qpdf_get_num_pages (self->qpdf);

  if (n_pages < 0 || page >= (guint) n_pages)
    return FALSE;

  *found = qpdf_get_page_n (self->qpdf, page);
  return qpdf_oh_is_dictionary (self->qpdf, *found);
}

/* What a page says itself, or the part of the page tree it hangs from. */
qpdf_oh
anc_pdf_objects_find_inherited (AncPdfObjects *self,
                                qpdf_oh page,
                                const char *key)
{
  for (guint depth = 0; depth < MAX_DEPTH && qpdf_oh_is_dictionary (self->qpdf, page); depth++)
    {
      if (qpdf_oh_has_key (self->qpdf, page, key))
        return qpdf_oh_get_key (self->qpdf, page, key);
      page = qpdf_oh_get_key (self->qpdf, page, "/Parent");
    }

  return qpdf_oh_new_null (self->qpdf);
}

static gboolean
read_point (AncPdfObjects *self,
            qpdf_oh rectangle,
            double *x,
            double *y)
{
  double values[4];

  if (!qpdf_oh_is_array (self->qpdf, rectangle) || qpdf_oh_get_array_n_items (self->qpdf, rectangle) != 4)
    return FALSE;

  for (int i = 0; i < 4; i++)
    if (!qpdf_oh_get_value_as_number (self->qpdf, qpdf_oh_get_array_item (self->qpdf, rectangle, i), &values[i]))
      return FALSE;

  *x = MIN (values[0], values[2]);
  *y = MIN (values[1], values[3]);
  return TRUE;
}

/**
 * anc_pdf_objects_get_rotation:
 * @self: the objects
 * @page: a page, from 0
 *
 * Returns: by how much the page is turned to be shown, in degrees clockwise: 0, 90, 180 or 270
 */
int
anc_pdf_objects_get_rotation (AncPdfObjects *self,
                              guint page)
{
  qpdf_oh found;
  int rotation = 0;

  if (anc_pdf_objects_find_page (self, page, &found))
    qpdf_oh_get_value_as_int (self->qpdf, anc_pdf_objects_find_inherited (self, found, "/Rotate"), &rotation);
  qpdf_oh_release_all (self->qpdf);

  rotation = (rotation % 360 + 360) % 360;
  return rotation % 90 == 0 ? rotation : 0;
}

static gboolean
has_end (AncPdfObjects *self,
         qpdf_oh child)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      if (!qpdf_oh_is_dictionary (self->qpdf, child))
        return TRUE;
      child = qpdf_oh_get_key (self->qpdf, child, "/Parent");
    }

  return FALSE;
}

/**
 * anc_pdf_objects_fields_have_end:
 * @self: the objects
 * @page: a page, from 0
 *
 * Poppler 22.12 puts the name of a field together from the fields that it hangs from, and never stops
 * where they hang from each other. Whether they do in its eyes cannot be told where an object is damaged:
 * each library makes something else of it.
 *
 * Returns: whether all that stands on the page surely hangs from a last one
 */
gboolean
anc_pdf_objects_fields_have_end (AncPdfObjects *self,
                                 guint page)
{
  gboolean have_end = TRUE;
  qpdf_oh found, annotations;

  if (anc_pdf_objects_find_page (self, page, &found))
    {
      annotations = qpdf_oh_get_key (self->qpdf, found, "/Annots");
      for (int i = 0; have_end && qpdf_oh_is_array (self->qpdf, annotations) && i < qpdf_oh_get_array_n_items (self->qpdf, annotations); i++)
        have_end = has_end (self, qpdf_oh_get_array_item (self->qpdf, annotations, i));
    }
  qpdf_oh_release_all (self->qpdf);

  return have_end && !qpdf_more_warnings (self->qpdf);
}

/* The name of the state of a button that is not `Off`. */
static char *
dup_pressed_state (AncPdfObjects *self,
                   qpdf_oh widget)
{
  qpdf_oh looks = qpdf_oh_get_key_if_dict (self->qpdf, qpdf_oh_get_key (self->qpdf, widget, "/AP"), "/N");
  char *state = NULL;

  if (!qpdf_oh_is_dictionary (self->qpdf, looks))
    return NULL;

  qpdf_oh_begin_dict_key_iter (self->qpdf, looks);
  while (qpdf_oh_dict_more_keys (self->qpdf))
    {
      const char *key = qpdf_oh_dict_next_key (self->qpdf);

      if (state == NULL && key != NULL && g_strcmp0 (key, "/Off") != 0 && *key == '/')
        state = g_utf8_make_valid (key + 1, -1);
    }

  return state;
}

/* The widget that stands at a place of a page. */
static gboolean
find_widget (AncPdfObjects *self,
             guint page,
             double x,
             double y,
             qpdf_oh *widget)
{
  double left = 0, bottom = 0, widget_x, widget_y;
  qpdf_oh found, annotations;

  if (!anc_pdf_objects_find_page (self, page, &found))
    return FALSE;

  if (!read_point (self, anc_pdf_objects_find_inherited (self, found, "/CropBox"), &left, &bottom))
    read_point (self, anc_pdf_objects_find_inherited (self, found, "/MediaBox"), &left, &bottom);

  annotations = qpdf_oh_get_key (self->qpdf, found, "/Annots");
  if (!qpdf_oh_is_array (self->qpdf, annotations))
    return FALSE;

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, annotations); i++)
    {
      *widget = qpdf_oh_get_array_item (self->qpdf, annotations, i);
      if (qpdf_oh_is_dictionary (self->qpdf, *widget)
          && read_point (self, qpdf_oh_get_key (self->qpdf, *widget, "/Rect"), &widget_x, &widget_y)
          && fabs (widget_x - left - x) < NEAR && fabs (widget_y - bottom - y) < NEAR)
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_pdf_objects_dup_state:
 * @self: the objects
 * @page: a page, from 0
 * @x: left edge of a button, in points from the left of the page's crop box, before it is turned
 * @y: lower edge, in points from the bottom of that box
 *
 * Returns: (transfer full) (nullable): what the document calls the button's pressed state
 */
char *
anc_pdf_objects_dup_state (AncPdfObjects *self,
                           guint page,
                           double x,
                           double y)
{
  char *state = NULL;
  qpdf_oh widget;

  if (find_widget (self, page, x, y, &widget))
    state = dup_pressed_state (self, widget);
  qpdf_oh_release_all (self->qpdf);

  return state;
}

static gboolean
append_text (AncPdfObjects *self,
             qpdf_oh value,
             GString *text)
{
  if (!qpdf_oh_is_string (self->qpdf, value))
    return FALSE;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, qpdf_oh_get_utf8_value (self->qpdf, value));
  return TRUE;
}

/**
 * anc_pdf_objects_dup_choice:
 * @self: the objects
 * @page: a page, from 0
 * @x: left edge of a list, as for anc_pdf_objects_dup_state()
 * @y: its lower edge
 *
 * Poppler does not find a chosen item again whose text is encoded otherwise than in the list of items.
 *
 * Returns: (transfer full) (nullable): the value that the document itself keeps for the list, several
 *   parted by `\n`; %NULL where it keeps none
 */
char *
anc_pdf_objects_dup_choice (AncPdfObjects *self,
                            guint page,
                            double x,
                            double y)
{
  GString *text = g_string_new (NULL);
  qpdf_oh widget, value;

  if (find_widget (self, page, x, y, &widget))
    {
      value = anc_pdf_objects_find_inherited (self, widget, "/V");
      for (int i = 0; qpdf_oh_is_array (self->qpdf, value) && i < qpdf_oh_get_array_n_items (self->qpdf, value); i++)
        append_text (self, qpdf_oh_get_array_item (self->qpdf, value, i), text);
      append_text (self, value, text);
    }
  qpdf_oh_release_all (self->qpdf);

  return g_string_free (text, text->len == 0);
}
