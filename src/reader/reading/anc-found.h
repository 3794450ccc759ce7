/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-slip-reader-private.h"

/* What scores no more than this is not told. */
#define ANC_FOUND_LEAST 0.3

/**
 * AncFound:
 * @page: a page of the sheets, from 0
 * @first: the first token of the text on it
 * @last: its last
 * @next_first: the first token of a second line; 0 where there is none
 * @next_last: its last
 * @score: how sure it is to be what was looked for, from 0, which is to say that nothing was found
 *
 * A text of a payslip, such as a name, that may be the one looked for.
 */
typedef struct
{
  guint page;
  guint first;
  guint last;
  guint next_first;
  guint next_last;
  double score;
} AncFound;

void anc_found_keep_better (AncFound *best,
                            const AncFound *found);
gboolean anc_found_add_next_line (const AncLayout *layout,
                                  gboolean below,
                                  AncFound *found);
void anc_found_tell (const AncFound *self,
                     const AncSheets *sheets,
                     AncSlip *slip,
                     AncSlipField field,
                     char **text);

guint anc_found_count_letters (const AncLayout *layout,
                               guint first,
                               guint last);
AncField anc_found_get_heading (const AncLayout *layout,
                                const AncHit *label);
gboolean anc_found_announces_firm (const AncLayout *layout,
                                   const AncHit *hit);
