/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document-text.h"
#include "anc-kinds.h"
#include "anc-slip.h"
#include "anc-statement.h"

/**
 * AncReadingOptions:
 * @ocr_policy: where pages are read from
 * @ocr: (nullable): what reads pages from how they look, kept by the caller from document to document;
 *   %NULL to make one where it is needed, which opens files
 * @cancellable: (nullable): stops the reading between two pages
 * @progress: (nullable): is told after each page how many are done, of how many
 * @progress_data: for @progress
 */
typedef struct
{
  AncOcrPolicy ocr_policy;
  AncOcr *ocr;
  GCancellable *cancellable;
  void (*progress) (guint done,
                    guint total,
                    gpointer progress_data);
  gpointer progress_data;
} AncReadingOptions;

/**
 * AncReading:
 * @kind: what the document is; %ANC_KIND_PAYSLIP for every payslip
 * @payslip_kind: for a payslip, %ANC_KIND_PAYSLIP (a company's), %ANC_KIND_HOUSEHOLD or %ANC_KIND_AGENCY
 * @n_pages: how many pages it has
 * @ocr_pages: (element-type guint): those read from how they look, from 0
 * @texts: (element-type AncPageText) (nullable items): the words of each page, from the first; %NULL for one that
 *   could not be read
 * @slips: (element-type AncSlip): its payslips, in their order
 * @statement: (nullable): what it says, where it is about work and no payslip
 * @form_fields: (element-type AncFormField): the fields of its form
 *
 * What a document says.
 */
typedef struct
{
  AncKind kind;
  AncKind payslip_kind;
  guint n_pages;
  GArray *ocr_pages;
  GPtrArray *texts;
  GPtrArray *slips;
  AncStatement *statement;
  GPtrArray *form_fields;
} AncReading;

AncReading *anc_reading_run (AncDocument *document,
                             const AncReadingOptions *options,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
AncReading *anc_reading_run_on_texts (AncPageText *const *texts,
                                      guint n_texts) G_GNUC_WARN_UNUSED_RESULT;
void anc_reading_free (AncReading *self);

char *anc_reading_to_json (const AncReading *self,
                           const char *file);
char *anc_reading_failure_to_json (const char *file,
                                   const char *code,
                                   const char *message);
const char *anc_reading_get_error_code (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReading, anc_reading_free)
