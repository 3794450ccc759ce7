/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-review-private.h"

struct _AncCaseReview
{
  AncCaseFacts *facts;
  GArray *findings; /* of AncCaseFinding */
};

G_DEFINE_BOXED_TYPE (AncCaseReview, anc_case_review, anc_case_review_ref, anc_case_review_unref)

static void
clear_finding (gpointer data)
{
  AncCaseFinding *self = data;

  g_clear_pointer (&self->row, anc_row_unref);
  g_free (self->problem.path);
  g_strfreev (self->problem.arguments);
}

static void
clear_review (gpointer data)
{
  AncCaseReview *self = data;

  anc_case_facts_unref (self->facts);
  g_array_unref (self->findings);
}

/**
 * anc_case_review_add:
 * @self: a review that is being made
 * @finding: (transfer none): what to add; its row may be %NULL
 */
void
anc_case_review_add (AncCaseReview *self,
                     const AncCaseFinding *finding)
{
  AncCaseFinding copy = *finding;

  copy.row = finding->row != NULL ? anc_row_ref (finding->row) : NULL;
  copy.problem.path = g_strdup (finding->problem.path);
  copy.problem.arguments = g_strdupv (finding->problem.arguments);
  g_array_append_val (self->findings, copy);
}

/**
 * anc_case_review_new:
 * @rows: a case
 * @depth: what to look for
 * @territory: the departments there are
 * @catalogue: the facts there are
 * @proofs: (nullable) (array zero-terminated=1): the kinds of documents that count as proofs of presence; %NULL where every
 *   document with a date does
 *
 * Returns: (transfer full): what there is to say of it
 */
AncCaseReview *
anc_case_review_new (const AncCaseRows *rows,
                     AncCaseReviewDepth depth,
                     const AncTerritory *territory,
                     const AncFactCatalogue *catalogue,
                     const char *const *proofs)
{
  AncCaseReview *self;

  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (territory != NULL && catalogue != NULL, NULL);

  self = g_atomic_rc_box_new0 (AncCaseReview);
  self->findings = g_array_new (FALSE, FALSE, sizeof (AncCaseFinding));
  g_array_set_clear_func (self->findings, clear_finding);
  self->facts = anc_case_review_make_facts (self, rows, territory, catalogue, proofs);
  if (depth == ANC_CASE_REVIEW_ALL)
    anc_case_review_look_for_doubts (self, rows);

  return self;
}

AncCaseReview *
anc_case_review_ref (AncCaseReview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
anc_case_review_unref (AncCaseReview *self)
{
  g_atomic_rc_box_release_full (self, clear_review);
}

/**
 * anc_case_review_get_facts:
 *
 * Returns: (transfer none): what the engine may be told; take a reference to hand it to another thread
 */
const AncCaseFacts *
anc_case_review_get_facts (const AncCaseReview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

guint
anc_case_review_get_count (const AncCaseReview *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->findings->len;
}

/**
 * anc_case_review_get:
 *
 * Returns: (transfer none): the finding at @index; what is refused comes first
 */
const AncCaseFinding *
anc_case_review_get (const AncCaseReview *self,
                     guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->findings->len, NULL);

  return &g_array_index (self->findings, AncCaseFinding, index);
}

/**
 * anc_case_review_find:
 * @self: a review
 * @key: the key of a record
 * @column: one of its columns, or %ANC_COLUMN_NONE for the record itself
 *
 * Returns: (transfer none) (nullable): the first finding that stands beside this field
 */
const AncCaseFinding *
anc_case_review_find (const AncCaseReview *self,
                      gint64 key,
                      guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const AncCaseFinding *finding = &g_array_index (self->findings, AncCaseFinding, i);

      if (finding->row != NULL && finding->row->key == key && finding->column == column)
        return finding;
    }

  return NULL;
}
