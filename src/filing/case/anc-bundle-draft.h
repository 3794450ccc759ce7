/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-order.h"

#include "anc-assessment.h"
#include "anc-case-facts.h"

/**
 * AncBundleDraft:
 * @rows: the case
 * @facts: the same, for the engine
 * @order: its exhibits
 * @rules: the kinds of documents
 * @verdict: (nullable): of the regime the file is for
 * @language: of the file
 * @on: the filing date
 * @form: one file, or an archive
 * @sender: (nullable) (array zero-terminated=1): who files, line by line
 * @recipient: (nullable) (array zero-terminated=1): with whom, line by line
 * @has_memo: whether to sum up the verdict
 * @stamp: where stamps stand, and how large they are
 * @wants_pdfa: whether to make PDF/A-2 where the documents allow it
 *
 * What the plan of a numbered file is made from.
 */
typedef struct
{
  AncCaseRows *rows;
  const AncCaseFacts *facts;
  const AncExhibitOrder *order;
  const AncExhibitRules *rules;
  const AncVerdict *verdict;
  AncLanguage language;
  AncDate on;
  AncBundleForm form;
  const char *const *sender;
  const char *const *recipient;
  gboolean has_memo;
  AncStampOptions stamp;
  gboolean wants_pdfa;
} AncBundleDraft;

char *anc_bundle_draft_write (const AncBundleDraft *self);
