/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-rules.h"

#include "anc-case-rows.h"

/**
 * AncPresenceProof:
 * @grade: what it is worth
 * @kind: its kind
 * @document: the row of `documents`
 *
 * A dated document that proves presence.
 */
typedef struct
{
  AncGrade grade;
  const AncExhibitKind *kind;
  const AncRow *document;
} AncPresenceProof;

/**
 * AncPresenceHalf:
 * @grade: of its best proof; %ANC_GRADE_NONE for a hole
 * @proofs: of #AncPresenceProof, best first
 * @is_outside: whether it lies before the first day that counts, or after the last: it is then no hole
 */
typedef struct
{
  AncGrade grade;
  GArray *proofs;
  gboolean is_outside;
} AncPresenceHalf;

/**
 * AncPresenceMatrix:
 * @first_year: the year of its first row
 * @halves: of #AncPresenceHalf, two for each year
 *
 * What proves each half of each year. It keeps the case it was made from; the rules must outlive it.
 */
typedef struct
{
  AncCaseRows *rows;
  int first_year;
  GArray *halves;
} AncPresenceMatrix;

AncPresenceMatrix *anc_presence_matrix_new (AncCaseRows *rows,
                                            const AncExhibitRules *rules,
                                            AncDate on);
void anc_presence_matrix_free (AncPresenceMatrix *self);

guint anc_presence_matrix_get_n_years (const AncPresenceMatrix *self);
const AncPresenceHalf *anc_presence_matrix_get (const AncPresenceMatrix *self,
                                                guint year,
                                                guint half);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPresenceMatrix, anc_presence_matrix_free)
