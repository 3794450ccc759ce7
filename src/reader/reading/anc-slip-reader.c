/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-slip-reader.h"

#include "anc-slip-reader-private.h"

/* OCR is right about a word it is this sure of; below, its doubt becomes ours. */
#define SURE_WORD 0.95

/**
 * anc_slip_weigh:
 * @layout: a page
 * @first: a token of it
 * @last: one that is not before it
 * @confidence: how sure the reading would be if the letters were
 *
 * Returns: the same, less where the letters themselves are doubtful
 */
double
anc_slip_weigh (const AncLayout *layout,
                guint first,
                guint last,
                double confidence)
{
  double words;

  if (!layout->from_ocr)
    return confidence;

  words = anc_layout_get_confidence (layout, first, last);
  return confidence * (words >= SURE_WORD ? 0.97 : 0.4 + 0.55 * words);
}

/**
 * anc_slip_set_place:
 * @slip: a slip
 * @field: a field of it
 * @layout: the page it was read on
 * @first: the first token it was read from
 * @last: the last one
 * @confidence: how sure the reading is, 0 to 1
 */
void
anc_slip_set_place (AncSlip *slip,
                    AncSlipField field,
                    const AncLayout *layout,
                    guint first,
                    guint last,
                    double confidence)
{
  AncPlace *place = &slip->places[field];

  g_free (place->text);
  place->page = layout->page;
  place->rect = anc_layout_get_rect (layout, first, last);
  place->text = anc_layout_dup_text (layout, first, last);
  place->confidence = CLAMP (confidence, 0, 0.99);
}

/* The least sure of the fields that make up a month of work. */
static double
measure_confidence (const AncSlip *slip)
{
  static const AncSlipField fields[] = { ANC_SLIP_PERIOD, ANC_SLIP_GROSS, ANC_SLIP_NET, ANC_SLIP_EMPLOYEE, ANC_SLIP_EMPLOYER };
  double confidence = 1;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    confidence = MIN (confidence, slip->places[fields[i]].text != NULL ? slip->places[fields[i]].confidence : 0.3);
  if (slip->places[ANC_SLIP_HOURS].text != NULL)
    confidence = MIN (confidence, slip->places[ANC_SLIP_HOURS].confidence);

  return confidence;
}

/**
 * anc_slip_read:
 * @pages: (array length=n_pages): the pages of one payslip, in their order
 * @n_pages: how many they are, at least 1
 * @kind: whose payslip it is: %ANC_KIND_PAYSLIP, a firm's, %ANC_KIND_HOUSEHOLD or %ANC_KIND_AGENCY
 *
 * Returns: (transfer full): what the slip says
 */
AncSlip *
anc_slip_read (const AncLayout *const *pages,
               guint n_pages,
               AncKind kind)
{
  AncSheets sheets = { .pages = pages, .n_pages = n_pages, .kind = kind };
  AncSlip *slip = anc_slip_new ();

  slip->first_page = pages[0]->page;
  slip->last_page = pages[n_pages - 1]->page;
  anc_slip_read_period (&sheets, slip);
  anc_slip_read_amounts (&sheets, slip);
  anc_slip_read_hours (&sheets, slip);
  anc_slip_read_siret (&sheets, slip);
  anc_slip_read_employer (&sheets, slip);
  anc_slip_read_employee (&sheets, slip);
  anc_slip_read_job (&sheets, slip);
  slip->confidence = measure_confidence (slip);

  return slip;
}
