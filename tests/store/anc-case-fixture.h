/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"
#include "anc-change.h"

/* Cases of nobody: the same number gives the same case. */

AncChangeSet *anc_fixture_make_case (guint number,
                                     guint n_payslips,
                                     guint n_documents);
AncChangeSet *anc_fixture_change_text (const AncRow *row,
                                       const char *column,
                                       const char *text);
AncChangeSet *anc_fixture_change_integer (const AncRow *row,
                                          const char *column,
                                          gint64 integer);
AncChangeSet *anc_fixture_add_document (const AncCaseRows *rows,
                                        const char *title,
                                        const char *sha256);
AncChangeSet *anc_fixture_delete_row (const AncRow *row);
void anc_fixture_set (AncRow *row,
                      const char *column,
                      const char *text);
void anc_fixture_set_integer (AncRow *row,
                              const char *column,
                              gint64 integer);
