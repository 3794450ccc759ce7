/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-binding.h"

#include "anc-archival.h"
#include "anc-binder-protocol.h"
#include "anc-bundle-words.h"
#include "anc-filing-error.h"
#include "anc-image-pdf.h"
#include "anc-own-pages.h"
#include "anc-page-wrapper.h"
#include "anc-progress.h"
#include "anc-sheet.h"
#include "anc-stamps.h"

#include <string.h>

/* More pages than any honest document has. */
#define MAX_PAGES 10000

static void
free_content (gpointer data)
{
  g_string_free (data, TRUE);
}

/**
 * anc_volume_init:
 * @pdf: (transfer none): an empty document, which outlives the volume
 */
void
anc_volume_init (AncVolume *self,
                 qpdf_data pdf)
{
  self->pdf = pdf;
  self->contents = g_ptr_array_new_with_free_func (free_content);
  self->streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
anc_volume_clear (AncVolume *self)
{
  g_ptr_array_unref (self->contents);
  g_hash_table_unref (self->streams);
}

/* ---- Exhibits ------------------------------------------------------------------------------ */

static gboolean
add_pages (AncVolume *self,
           qpdf_data source,
           gboolean *has_lost)
{
  AncPageWrapper wrapper;
  int n_pages = qpdf_get_num_pages (source);
  gboolean is_right = TRUE;

  anc_page_wrapper_init (&wrapper, source);
  for (int i = 0; i < n_pages && is_right; i++)
    {
      GString *content = g_string_new (NULL);
      qpdf_oh page = anc_page_wrapper_wrap (&wrapper, qpdf_get_page_n (source, (size_t) i), content);

      is_right = (qpdf_add_page (self->pdf, source, page, QPDF_FALSE) & QPDF_ERRORS) == 0;
      g_ptr_array_add (self->contents, content);
      qpdf_oh_release_all (source);
    }
  *has_lost = wrapper.has_lost;
  anc_page_wrapper_clear (&wrapper);

  return is_right;
}

static gboolean
add_replacement (AncVolume *self,
                 AncBinding *binding,
                 const AncBundleExhibit *exhibit,
                 const AncBundlePart *part,
                 AncPartState state)
{
  AncFront front = { binding->plan, binding->report, 0, NULL };
  cairo_surface_t *surface = anc_scratch_create_surface (&binding->scratch, ANC_SHEET_WIDTH, ANC_SHEET_HEIGHT);
  gboolean is_right, has_lost;
  qpdf_data own;

  anc_front_draw_replacement (&front, surface, exhibit, part, state);
  cairo_surface_destroy (surface);
  if (!anc_own_pages_open (&binding->scratch, &own))
    return FALSE;

  is_right = add_pages (self, own, &has_lost);
  qpdf_cleanup (&own);

  return is_right;
}

static AncPartState
open_document (AncBinding *binding,
               const AncDocument *document,
               const AncBundlePart *part,
               qpdf_data *pdf,
               gboolean *is_archival)
{
  AncPartState state = document->state;
  AncSpan span = document->span;
  gboolean is_image;

  *is_archival = FALSE;
  if (state != ANC_PART_BOUND)
    return state;
  if (span.length == 0)
    return ANC_PART_EMPTY;

  is_image = anc_image_is_known (&span);
  if (is_image)
    {
      AncPartState opened;

      state = anc_image_to_pdf (&document->span, &binding->scratch, &span, is_archival);
      if (state > ANC_PART_REPAIRED)
        return state;
      opened = anc_pdf_open (&span, NULL, pdf);
      return opened != ANC_PART_BOUND ? opened : state;
    }

  state = anc_pdf_open (&span, part->password, pdf);
  if (state <= ANC_PART_REPAIRED)
    *is_archival = state == ANC_PART_BOUND && anc_archival_is_declared (*pdf);
  if (state <= ANC_PART_REPAIRED && qpdf_get_num_pages (*pdf) > MAX_PAGES)
    {
      qpdf_cleanup (pdf);
      return ANC_PART_TOO_LARGE;
    }

  return state;
}

static gboolean
add_part (AncVolume *self,
          AncBinding *binding,
          const AncBundleExhibit *exhibit,
          guint index)
{
  const AncBundlePart *part = anc_bundle_plan_get_part (binding->plan, exhibit, index);
  AncPartReport *report = &g_array_index (binding->report->parts, AncPartReport, exhibit->first_part + index);
  const guint n_before = self->contents->len;
  gboolean is_right = TRUE, has_lost = FALSE;
  qpdf_data pdf = NULL;

  anc_progress_tell_part (exhibit->first_part + index);
  report->state = open_document (binding,
                                 &g_array_index (binding->documents, AncDocument, exhibit->first_part + index),
                                 part,
                                 &pdf,
                                 &report->is_archival);
  if (report->state <= ANC_PART_REPAIRED)
    {
      is_right = add_pages (self, pdf, &has_lost);
      qpdf_cleanup (&pdf);
      if (has_lost)
        report->state = ANC_PART_REPAIRED;
    }
  else
    {
      report->is_archival = TRUE;
      is_right = add_replacement (self, binding, exhibit, part, report->state);
    }
  report->n_pages = self->contents->len - n_before;
  anc_progress_tell_done (ANC_BINDER_DONE_READING * (exhibit->first_part + index + 1) / binding->plan->parts->len);

  return is_right;
}

/**
 * anc_volume_add_exhibit:
 * @index: of an exhibit of the plan
 *
 * Adds the pages of an exhibit, or those that stand in their place, still without stamps.
 *
 * Returns: whether they are there
 */
gboolean
anc_volume_add_exhibit (AncVolume *self,
                        AncBinding *binding,
                        guint index,
                        GError **error)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (binding->plan, index);

  for (guint i = 0; i < exhibit->n_parts; i++)
    if (!add_part (self, binding, exhibit, i))
      return anc_binding_fail (error, "the pages of an exhibit could not be added");

  return TRUE;
}

/* ---- Own pages ----------------------------------------------------------------------------- */

static gboolean
draw_front (AncBinding *binding,
            guint n_pages,
            GArray *links,
            qpdf_data *own)
{
  AncFront front = { binding->plan, binding->report, n_pages, links };
  cairo_surface_t *surface = anc_scratch_create_surface (&binding->scratch, ANC_SHEET_WIDTH, ANC_SHEET_HEIGHT);

  anc_front_draw (&front, surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return anc_own_pages_open (&binding->scratch, own);
}

/**
 * anc_volume_add_front:
 * @n_pages: of the whole file
 * @links: (nullable): takes the rows of the list, #AncFrontLink
 *
 * Puts the program's own pages before what the volume holds.
 *
 * Returns: whether they are there
 */
gboolean
anc_volume_add_front (AncVolume *self,
                      AncBinding *binding,
                      guint n_pages,
                      GArray *links,
                      GError **error)
{
  const guint n_front = anc_bundle_report_count_front (binding->report);
  gboolean is_right;
  qpdf_data own;

  if (!draw_front (binding, n_pages, links, &own))
    return anc_binding_fail (error, "the list of exhibits could not be drawn");

  is_right = qpdf_get_num_pages (own) == (int) n_front && anc_bundle_report_count_front (binding->report) == n_front;
  for (int i = qpdf_get_num_pages (own) - 1; i >= 0 && is_right; i--)
    is_right = (qpdf_add_page (self->pdf, own, qpdf_get_page_n (own, (size_t) i), QPDF_TRUE) & QPDF_ERRORS) == 0;
  qpdf_cleanup (&own);

  return is_right || anc_binding_fail (error, "the list of exhibits could not be added");
}

/* ---- Stamps -------------------------------------------------------------------------------- */

/* The stamps of an exhibit: of each page which document it is of, where there are several, and its place among all. */
static void
draw_stamps (AncBinding *binding,
             AncStamps *stamps,
             const AncBundleExhibit *exhibit,
             guint *page,
             guint n_pages_of_file)
{
  const AncBundlePlan *plan = binding->plan;
  const guint n_pages = anc_bundle_report_count_pages (binding->report, exhibit->first_part, exhibit->n_parts);
  guint n = 0;

  for (guint part = 0; part < exhibit->n_parts; part++)
    for (guint i = anc_bundle_report_count_pages (binding->report, exhibit->first_part + part, 1); i > 0; i--)
      {
        g_autofree char *text = anc_bundle_words_stamp (plan->language, exhibit->number, exhibit->n_parts > 1 ? part + 1 : 0, ++n, n_pages);
        g_autofree char *folio = plan->stamp.has_folio && plan->form == ANC_BUNDLE_ONE_FILE
                                     ? anc_bundle_words_folio (plan->language, ++*page, n_pages_of_file)
                                     : NULL;

        anc_stamps_draw (stamps, text, folio);
      }
}

/* Most pages are drawn by the same words: they share them. */
static void
set_content (AncVolume *self,
             qpdf_oh page,
             const GString *content)
{
  int number = GPOINTER_TO_INT (g_hash_table_lookup (self->streams, content->str));

  if (number == 0)
    {
      number = qpdf_oh_get_object_id (self->pdf, anc_pdf_new_stream (self->pdf, content->str, content->len));
      g_hash_table_insert (self->streams, g_strdup (content->str), GINT_TO_POINTER (number));
    }
  anc_pdf_set (self->pdf, page, "/Contents", qpdf_get_object_by_id (self->pdf, number, 0));
}

static void
apply_stamp (AncVolume *self,
             AncStamps *stamps,
             guint index,
             guint n_front)
{
  qpdf_oh page = qpdf_get_page_n (self->pdf, n_front + index);
  GString *content = g_ptr_array_index (self->contents, index);

  anc_stamps_apply (stamps, index, self->pdf, page, content);
  set_content (self, page, content);
  qpdf_oh_release_all (self->pdf);
  qpdf_oh_release_all (stamps->pdf);
}

/**
 * anc_volume_stamp:
 * @first_exhibit: the first exhibit in the volume
 * @n_exhibits: how many there are in it
 * @n_front: how many pages stand before them
 *
 * Stamps every page of the exhibits. All handles of the volume are released.
 *
 * Returns: whether it did
 */
gboolean
anc_volume_stamp (AncVolume *self,
                  AncBinding *binding,
                  guint first_exhibit,
                  guint n_exhibits,
                  guint n_front,
                  GError **error)
{
  AncStamps stamps;
  guint page = n_front;
  gboolean is_right;

  anc_stamps_init (&stamps, binding->plan, &binding->scratch);
  for (guint i = 0; i < n_exhibits; i++)
    draw_stamps (binding, &stamps, anc_bundle_plan_get_exhibit (binding->plan, first_exhibit + i), &page, n_front + self->contents->len);
  is_right = anc_stamps_end (&stamps) && stamps.n == self->contents->len;
  for (guint i = 0; i < self->contents->len && is_right; i++)
    apply_stamp (self, &stamps, i, n_front);
  anc_stamps_clear (&stamps);

  return is_right || anc_binding_fail (error, "the stamps could not be drawn");
}

/* ---- Writing ------------------------------------------------------------------------------- */

/**
 * anc_volume_set_form:
 * @number: of the volume among those of the binding
 *
 * Says how the volume is to be written, once it is known where to. What the documents hold goes in as it is: nothing
 * is unpacked. Its identifier does not come from the clock: the same file is the same bytes.
 */
void
anc_volume_set_form (AncVolume *self,
                     const AncBinding *binding,
                     guint number)
{
  anc_pdf_set (self->pdf,
               qpdf_get_trailer (self->pdf),
               "/ID",
               anc_pdf_parse (self->pdf, "[ <%.24s%08x> <00> ]", binding->identifier, number));
  qpdf_set_static_ID (self->pdf, QPDF_TRUE); /* the second half, of which there will be no other version */
  qpdf_set_stream_data_mode (self->pdf, qpdf_s_preserve);
  qpdf_set_object_stream_mode (self->pdf, qpdf_o_disable);  /* packing takes a tenth of the time, and saves 400 bytes a page */
  qpdf_set_newline_before_endstream (self->pdf, QPDF_TRUE); /* PDF/A: ISO 19005-2, 6.1.7.1 */
  qpdf_set_minimum_pdf_version (self->pdf, "1.7");
}
