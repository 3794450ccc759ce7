/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-wrapper.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.890

/* Beyond this a page is not of this world (200 inches, as PDF 1.7 has it in Annex C). */
#define MAX_SIDE 14400

/* More notes and fields than any honest page has. */
#define MAX_NOTES 5000

/* Bits of a note's /F. */
#define FLAG_HIDDEN 2
#define FLAG_NO_VIEW 32

void
anc_page_wrapper_init (AncPageWrapper *self,
                       qpdf_data pdf)
{
  *self = (AncPageWrapper){
    .pdf = pdf,
    .forms = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free),
  };
}

void
anc_page_wrapper_clear (AncPageWrapper *self)
{
  g_hash_table_unref (self->forms);
}

/* ---- Geometry ------------------------------------------------------------------------------ */

static gboolean
is_sane (const AncBox *box)
{
  return box->x1 - box->x0 <= MAX_SIDE && box->y1 - box->y0 <= MAX_SIDE;
}

/**
 * anc_page_get_box:
 * @media: (out): the page; A4 where it has no size, or none of this world
 * @visible: (out) (nullable): what of it is seen
 */
void
anc_page_get_box (qpdf_data pdf,
                  qpdf_oh page,
                  AncBox *media,
                  AncBox *visible)
{
  AncBox crop;

  if (!anc_pdf_get_box (pdf, page, "/MediaBox", media) || !is_sane (media))
    *media = (AncBox){ 0, 0, A4_WIDTH, A4_HEIGHT };
  if (visible == NULL)
    return;

  *visible = *media;
  if (!anc_pdf_get_box (pdf, page, "/CropBox", &crop))
    return;
  crop = (AncBox){ MAX (crop.x0, media->x0), MAX (crop.y0, media->y0), MIN (crop.x1, media->x1), MIN (crop.y1, media->y1) };
  if (crop.x1 - crop.x0 > 1 && crop.y1 - crop.y0 > 1)
    *visible = crop;
}

/**
 * anc_page_get_turn:
 *
 * Returns: how far the page is turned to be seen, clockwise: 0, 90, 180 or 270
 */
guint
anc_page_get_turn (qpdf_data pdf,
                   qpdf_oh page)
{
  long long turn = 0;

  if (!qpdf_oh_get_value_as_longlong (pdf, qpdf_oh_get_key (pdf, page, "/Rotate"), &turn) || turn % 90 != 0)
    return 0;

  return (guint) ((turn % 360 + 360) % 360);
}

/* ---- The content as a form ----------------------------------------------------------------- */

/* Leaves a stream nothing but its data. */
static void
strip (AncPageWrapper *self,
       qpdf_oh dictionary)
{
  static const char *const kept[] = { "/Length", "/Filter", "/DecodeParms", "/DL", NULL };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_begin_dict_key_iter (self->pdf, dictionary);
  while (qpdf_oh_dict_more_keys (self->pdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (self->pdf)));
  for (guint i = 0; i < keys->len; i++)
    if (!g_strv_contains (kept, g_ptr_array_index (keys, i)))
      qpdf_oh_remove_key (self->pdf, dictionary, g_ptr_array_index (keys, i));
}

static void
make_form (AncPageWrapper *self,
           qpdf_oh stream,
           const AncBox *box,
           qpdf_oh resources)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (self->pdf, stream);

  strip (self, dictionary);
  anc_pdf_set (self->pdf, dictionary, "/Type", qpdf_oh_new_name (self->pdf, "/XObject"));
  anc_pdf_set (self->pdf, dictionary, "/Subtype", qpdf_oh_new_name (self->pdf, "/Form"));
  anc_pdf_set_box (self->pdf, dictionary, "/BBox", box);
  anc_pdf_set (self->pdf,
               dictionary,
               "/Resources",
               qpdf_oh_is_dictionary (self->pdf, resources) ? resources : qpdf_oh_new_dictionary (self->pdf));
}

/* The only stream of a page's content, or 0 where it has none or several. */
static qpdf_oh
get_single_stream (AncPageWrapper *self,
                   qpdf_oh contents)
{
  qpdf_oh item;

  if (qpdf_oh_is_stream (self->pdf, contents))
    return contents;
  if (!qpdf_oh_is_array (self->pdf, contents) || qpdf_oh_get_array_n_items (self->pdf, contents) != 1)
    return 0;

  item = qpdf_oh_get_array_item (self->pdf, contents, 0);
  return qpdf_oh_is_stream (self->pdf, item) ? item : 0;
}

/* A new stream of all content of the page. */
static qpdf_oh
join_contents (AncPageWrapper *self,
               qpdf_oh page)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->pdf);
  qpdf_oh none = qpdf_oh_new_null (self->pdf);
  unsigned char *content = NULL;
  size_t length = 0;
  g_autofree Bytef *packed = NULL;
  uLongf packed_length;

  /* A page without content is an empty page, and nothing is lost. */
  if (qpdf_oh_has_key (self->pdf, page, "/Contents")
      && ((qpdf_oh_get_page_content_data (self->pdf, page, &content, &length) & QPDF_ERRORS) != 0 || content == NULL))
    {
      self->has_lost = TRUE;
      content = NULL;
      length = 0;
    }
  packed_length = compressBound (length);
  packed = g_malloc (packed_length);
  if (compress2 (packed, &packed_length, content != NULL ? content : (const Bytef *) "", length, Z_DEFAULT_COMPRESSION) == Z_OK)
    qpdf_oh_replace_stream_data (self->pdf, stream, packed, packed_length, qpdf_oh_new_name (self->pdf, "/FlateDecode"), none);
  free (content);

  return stream;
}

/**
 * anc_page_wrapper_get_form:
 * @box: what the form shows
 *
 * Returns: what the page shows, as a form
 */
qpdf_oh
anc_page_wrapper_get_form (AncPageWrapper *self,
                           qpdf_oh page,
                           const AncBox *box)
{
  qpdf_oh resources = qpdf_oh_get_key (self->pdf, page, "/Resources");
  qpdf_oh stream = get_single_stream (self, qpdf_oh_get_key (self->pdf, page, "/Contents"));
  g_autofree char *made_with = NULL;
  gpointer number;

  if (stream != 0 && qpdf_oh_is_indirect (self->pdf, stream))
    {
      const char *made_before;

      number = GINT_TO_POINTER (qpdf_oh_get_object_id (self->pdf, stream));
      made_with = g_strdup_printf ("%.2f %.2f %.2f %.2f %s", box->x0, box->y0, box->x1, box->y1, qpdf_oh_unparse (self->pdf, resources));
      made_before = g_hash_table_lookup (self->forms, number);
      if (made_before == NULL)
        {
          make_form (self, stream, box, resources);
          g_hash_table_insert (self->forms, number, g_steal_pointer (&made_with));
          return stream;
        }
      if (strcmp (made_before, made_with) == 0)
        return stream;
    }

  stream = join_contents (self, page);
  make_form (self, stream, box, resources);

  return stream;
}

/* ---- Notes and fields ---------------------------------------------------------------------- */

/* How a note looks, or 0 where it is not to be seen. */
static qpdf_oh
get_appearance (AncPageWrapper *self,
                qpdf_oh note)
{
  long long flags = 0;
  qpdf_oh look, state;

  if (!qpdf_oh_is_dictionary (self->pdf, note)
      || qpdf_oh_is_name_and_equals (self->pdf, qpdf_oh_get_key (self->pdf, note, "/Subtype"), "/Popup"))
    return 0;
  if (qpdf_oh_get_value_as_longlong (self->pdf, qpdf_oh_get_key (self->pdf, note, "/F"), &flags)
      && (flags & (FLAG_HIDDEN | FLAG_NO_VIEW)) != 0)
    return 0;

  look = qpdf_oh_get_key_if_dict (self->pdf, qpdf_oh_get_key (self->pdf, note, "/AP"), "/N");
  if (qpdf_oh_is_dictionary (self->pdf, look))
    {
      state = qpdf_oh_get_key (self->pdf, note, "/AS");
      if (!qpdf_oh_is_name (self->pdf, state))
        return 0;
      look = qpdf_oh_get_key (self->pdf, look, qpdf_oh_get_name (self->pdf, state));
    }

  return qpdf_oh_is_stream (self->pdf, look) ? look : 0;
}

/* The matrix that puts a look into its rectangle (PDF 1.7, 12.5.5, algorithm 8.1). */
static gboolean
get_matrix (AncPageWrapper *self,
            qpdf_oh note,
            qpdf_oh look,
            double matrix[6])
{
  qpdf_oh dictionary = qpdf_oh_get_dict (self->pdf, look);
  double own[6] = { 1, 0, 0, 1, 0, 0 };
  AncBox rect, box, turned = { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };

  if (!anc_pdf_get_box (self->pdf, note, "/Rect", &rect) || !anc_pdf_get_box (self->pdf, dictionary, "/BBox", &box))
    return FALSE;
  if (!anc_pdf_get_numbers (self->pdf, qpdf_oh_get_key (self->pdf, dictionary, "/Matrix"), own, 6))
    memcpy (own, (const double[]){ 1, 0, 0, 1, 0, 0 }, sizeof own);

  for (guint i = 0; i < 4; i++)
    {
      const double x = i % 2 == 0 ? box.x0 : box.x1;
      const double y = i < 2 ? box.y0 : box.y1;
      const double turned_x = own[0] * x + own[2] * y + own[4];
      const double turned_y = own[1] * x + own[3] * y + own[5];

      turned = (AncBox){ MIN (turned.x0, turned_x), MIN (turned.y0, turned_y), MAX (turned.x1, turned_x), MAX (turned.y1, turned_y) };
    }
  if (!(turned.x1 - turned.x0 > 1e-6) || !(turned.y1 - turned.y0 > 1e-6))
    return FALSE;

  memset (matrix, 0, 6 * sizeof *matrix);
  matrix[0] = (rect.x1 - rect.x0) / (turned.x1 - turned.x0);
  matrix[3] = (rect.y1 - rect.y0) / (turned.y1 - turned.y0);
  matrix[4] = rect.x0 - turned.x0 * matrix[0];
  matrix[5] = rect.y0 - turned.y0 * matrix[3];

  return TRUE;
}

static void
draw_notes (AncPageWrapper *self,
            qpdf_oh page,
            qpdf_oh objects,
            GString *content)
{
  qpdf_oh notes = qpdf_oh_get_key (self->pdf, page, "/Annots");
  int n_notes = qpdf_oh_is_array (self->pdf, notes) ? MIN (qpdf_oh_get_array_n_items (self->pdf, notes), MAX_NOTES) : 0;

  for (int i = 0; i < n_notes; i++)
    {
      qpdf_oh note = qpdf_oh_get_array_item (self->pdf, notes, i);
      qpdf_oh look = get_appearance (self, note);
      g_autofree char *name = g_strdup_printf (ANC_NAME_NOTE "%d", i);
      double matrix[6];

      if (look == 0 || !get_matrix (self, note, look, matrix))
        continue;

      /* Some writers leave out what makes it a form. */
      anc_pdf_set (self->pdf, qpdf_oh_get_dict (self->pdf, look), "/Type", qpdf_oh_new_name (self->pdf, "/XObject"));
      anc_pdf_set (self->pdf, qpdf_oh_get_dict (self->pdf, look), "/Subtype", qpdf_oh_new_name (self->pdf, "/Form"));
      anc_pdf_set (self->pdf, objects, name, look);
      g_string_append (content, "q");
      anc_pdf_append_matrix (content, matrix);
      g_string_append_printf (content, " %s Do Q\n", name);
    }
}

/* ---- The new page -------------------------------------------------------------------------- */

/**
 * anc_page_wrapper_wrap:
 * @page: a page of the document, with what it inherits
 * @content: takes what draws it, of which the new page is still without
 *
 * Returns: the new page
 */
qpdf_oh
anc_page_wrapper_wrap (AncPageWrapper *self,
                       qpdf_oh page,
                       GString *content)
{
  static const char *const kept[] = { "/UserUnit", "/Group" };
  qpdf_oh wrapped = anc_pdf_parse (self->pdf, "<< /Type /Page /Resources << /XObject << >> >> /Rotate %u >>", anc_page_get_turn (self->pdf, page));
  qpdf_oh objects = qpdf_oh_get_key (self->pdf, qpdf_oh_get_key (self->pdf, wrapped, "/Resources"), "/XObject");
  AncBox media, visible;

  anc_page_get_box (self->pdf, page, &media, &visible);
  anc_pdf_set_box (self->pdf, wrapped, "/MediaBox", &media);
  if (memcmp (&media, &visible, sizeof media) != 0)
    anc_pdf_set_box (self->pdf, wrapped, "/CropBox", &visible);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (qpdf_oh_has_key (self->pdf, page, kept[i]))
      anc_pdf_set (self->pdf, wrapped, kept[i], qpdf_oh_get_key (self->pdf, page, kept[i]));

  anc_pdf_set (self->pdf, objects, ANC_NAME_PAGE, anc_page_wrapper_get_form (self, page, &media));
  g_string_append (content, ANC_DRAW_PAGE);
  draw_notes (self, page, objects, content);

  return qpdf_make_indirect_object (self->pdf, wrapped);
}
