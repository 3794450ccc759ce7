/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-found.h"
#include "anc-values.h"

#include <string.h>

static guint
cut_job (const AncLayout *layout,
         guint first,
         guint last)
{
  for (guint i = first + 1; i <= last; i++)
    {
      const AncHit *hit = anc_layout_find_hit (layout, i);

      if (hit != NULL && hit->first == i && hit->label->field == ANC_FIELD_CLASSIFICATION && hit->last < last)
        return i - 1;
      if (*anc_layout_get_token (layout, i)->text == '(' && i + 1 <= last && g_ascii_isdigit (anc_layout_get_token (layout, i)->text[1]))
        return i - 1;
    }

  while (last > first && (strcmp (anc_layout_get_token (layout, last)->text, "-") == 0))
    last--;
  return last;
}

static void
find_job (const AncLayout *layout,
          guint page,
          AncFound *best)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncFound found = { .page = page };
      AncTextValue value;

      if (hit->label->field != ANC_FIELD_JOB || hit->prefix > 0 || !anc_values_find_text (layout, hit, &value))
        continue;

      found.first = value.first;
      found.last = cut_job (layout, value.first, value.last);
      if (anc_found_count_letters (layout, found.first, found.last) < 3 || anc_layout_find_date (layout, found.first) != NULL
          || anc_layout_get_token (layout, found.first)->is_number)
        continue;
      found.score = hit->label->weight * (0.7 + 0.3 * MIN (1, hit->coverage)) * value.score;
      if (found.score > best->score)
        {
          *best = found;
          anc_found_add_next_line (layout, value.below, best);
        }
    }
}

/**
 * anc_slip_read_job:
 * @sheets: the pages of a payslip
 * @slip: takes the job
 */
void
anc_slip_read_job (const AncSheets *sheets,
                   AncSlip *slip)
{
  AncFound best = { 0 };

  for (guint p = 0; p < sheets->n_pages; p++)
    find_job (sheets->pages[p], p, &best);
  if (best.score > ANC_FOUND_LEAST)
    anc_found_tell (&best, sheets, slip, ANC_SLIP_JOB, &slip->job);
}
