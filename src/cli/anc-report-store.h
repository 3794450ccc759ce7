/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-comparison.h"
#include "anc-case-review.h"
#include "anc-store-documents.h"
#include "anc-store-journal.h"
#include "anc-store-search.h"

#include "anc-json-writer.h"

/* What the commands on stores print as JSON: one object on a line. */

void anc_report_print_info (const AncStoreInfo *info,
                            gboolean is_encrypted);
void anc_report_print_check (char **problems);
void anc_report_print_backups (GPtrArray *backups);
void anc_report_print_path (const char *key,
                            const char *path);
void anc_report_print_entry (const AncCaseEntry *entry);
void anc_report_print_case (const AncCaseRows *rows,
                            const AncCaseReview *review);
void anc_report_print_imported (const char *reference,
                                gint64 key,
                                const AncCaseReview *review);
void anc_report_print_comparison (const AncCaseComparison *comparison,
                                  guint n_taken);
void anc_report_print_document (const AncRow *document,
                                const AncStoredFile *file);
void anc_report_print_hit (const AncSearchHit *hit);
void anc_report_print_transaction (const AncTransaction *transaction);
void anc_report_print_changes (const char *verb,
                               const AncChangeSet *changes);

void anc_report_add_findings (AncJsonWriter *writer,
                              const char *key,
                              const AncCaseReview *review,
                              gboolean with_doubts);
