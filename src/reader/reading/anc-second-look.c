/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-second-look.h"

#include "anc-layout.h"
#include "anc-reading-parts.h"
#include "anc-reading-private.h"
#include "anc-slip-reader.h"

/* An amount less sure than this is not worth having. */
#define DOUBTFUL 0.5

/* Another reading of a page is better by more than this: the confidences of its fields taken together. */
#define CLEARLY_BETTER 0.3

static gboolean
lacks (const AncSlip *slip,
       AncSlipField field)
{
  return slip->places[field].text == NULL || slip->places[field].confidence < DOUBTFUL;
}

/**
 * anc_second_look_is_due:
 * @layouts: (element-type AncLayout): the pages of a document
 * @slips: (element-type AncSlip): the payslips that were found on them
 * @page: one of the pages, from 0
 *
 * Returns: whether the page should be a payslip, or a part of one, of which an amount that every slip has is missing
 *   or doubtful
 */
gboolean
anc_second_look_is_due (const GPtrArray *layouts,
                        const GPtrArray *slips,
                        guint page)
{
  gboolean covered = FALSE;

  for (guint i = 0; i < slips->len; i++)
    {
      const AncSlip *slip = slips->pdata[i];

      if (page < slip->first_page || page > slip->last_page)
        continue;
      covered = TRUE;
      if (lacks (slip, ANC_SLIP_GROSS) || lacks (slip, ANC_SLIP_NET))
        return TRUE;
    }
  if (covered)
    return FALSE;

  for (guint i = 0; i < layouts->len; i++)
    {
      const AncLayout *layout = layouts->pdata[i];

      if (layout->page == page && anc_reading_looks_like_slip (layout))
        return TRUE;
    }

  return FALSE;
}

/* How much is read of a page as a payslip, and how surely: the confidences of its fields. */
static double
measure (const AncPageText *text,
         guint page,
         const AncLabelTable *labels)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_layout_free);
  double total = 0;

  anc_reading_add_parts (text, page, labels, layouts);
  for (guint i = 0; i < layouts->len; i++)
    {
      const AncLayout *layout = layouts->pdata[i];
      g_autoptr (AncSlip) slip = anc_slip_read (&layout, 1, ANC_KIND_PAYSLIP);

      for (AncSlipField field = 0; field < ANC_N_SLIP_FIELDS; field++)
        if (slip->places[field].text != NULL)
          total += slip->places[field].confidence;
    }

  return total;
}

/**
 * anc_second_look_take:
 * @document: a document
 * @page: a page of it, from 0, that should say more than was read of it
 * @text: what was read
 * @labels: the labels to look for
 * @ocr: (inout): what reads pages from how they look; made when it is needed and %NULL
 *
 * Reads a page once more in other ways: from how it looks where its text layer was read, and taken for one block or
 * for scattered words where that was done.
 *
 * Returns: (transfer full): the text that says most; @text itself where none says clearly more
 */
AncPageText *
anc_second_look_take (AncDocument *document,
                      guint page,
                      AncPageText *text,
                      const AncLabelTable *labels,
                      AncOcr **ocr)
{
  static const AncOcrLayout ways[] = { ANC_OCR_LAYOUT_PAGE, ANC_OCR_LAYOUT_BLOCK, ANC_OCR_LAYOUT_SPARSE };
  g_autoptr (AncPageText) best = anc_page_text_ref (text);
  double most = measure (text, page, labels);

  if (*ocr == NULL)
    *ocr = anc_ocr_new (NULL);
  if (*ocr == NULL)
    return g_steal_pointer (&best);

  for (guint i = anc_page_text_is_from_ocr (text) ? 1 : 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (AncPageText) other = anc_ocr_read_page (*ocr, document, page, ways[i], NULL);
      double much = other != NULL ? measure (other, page, labels) : 0;

      if (much <= most + CLEARLY_BETTER)
        continue;
      most = much;
      anc_page_text_unref (best);
      best = g_steal_pointer (&other);
    }

  return g_steal_pointer (&best);
}
