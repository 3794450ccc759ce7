/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-finding.h"

guint
anc_finding_count_months (const AncFinding *self,
                          AncMonthState state)
{
  guint n = 0;

  for (guint i = 0; i < self->n_months; i++)
    n += self->months[i] == state;

  return n;
}
