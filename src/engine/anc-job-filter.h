/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-facts.h"
#include "anc-occupations.h"

/**
 * AncStanding:
 *
 * Whether a job or an offer passes a filter.
 */
typedef enum
{
  ANC_STANDING_FAILS,
  ANC_STANDING_UNDECIDED,
  ANC_STANDING_PASSES,
} AncStanding;

/**
 * AncJobFilter:
 * @contracts: a bit for each #AncContract that passes
 * @employer_kinds: a bit for each #AncEmployerKind that passes
 * @lists: (array length=n_lists): the occupation must be on one of these; none: any occupation
 * @changes: of #AncDate, sorted: the first days on which one of the lists may say something else
 *
 * The `only` of a criterion: which work it looks at.
 */
typedef struct
{
  guint contracts;
  guint employer_kinds;
  const AncOccupationList **lists;
  guint n_lists;
  GArray *changes;
} AncJobFilter;

void anc_job_filter_init (AncJobFilter *self);
void anc_job_filter_clear (AncJobFilter *self);
gboolean anc_job_filter_equal (const AncJobFilter *self,
                               const AncJobFilter *other);
void anc_job_filter_add_list (AncJobFilter *self,
                              const AncOccupationList *list);

gboolean anc_job_filter_accepts (const AncJobFilter *self,
                                 AncContract contract,
                                 AncEmployerKind kind);
AncStanding anc_job_filter_check_occupation (const AncJobFilter *self,
                                             const AncOccupations *occupations,
                                             const AncOccupation *occupation,
                                             AncRegion region,
                                             AncNationality nationality,
                                             AncDate date);
guint anc_job_filter_count_changes (const AncJobFilter *self,
                                    AncDate date);
AncDate anc_job_filter_get_next_change (const AncJobFilter *self,
                                        AncDate date);
