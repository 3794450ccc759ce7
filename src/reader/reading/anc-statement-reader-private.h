/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-flow.h"
#include "anc-kinds.h"
#include "anc-statement.h"

/* How sure a value is that the rows of a table tell together, one that a form tells, one that a sentence does, and one that a label or a letterhead does. */
#define ANC_STATEMENT_TABLE 0.88
#define ANC_STATEMENT_FORM 0.87
#define ANC_STATEMENT_SENTENCE 0.85
#define ANC_STATEMENT_LABEL 0.8

/* Each fills in its fields of the statement, those it finds. */
void anc_statement_read_form (const AncFlow *flow,
                              AncStatement *statement);
void anc_statement_read_employer (const AncFlow *flow,
                                  AncStatement *statement,
                                  AncKind kind);
void anc_statement_read_employee (const AncFlow *flow,
                                  AncStatement *statement);
void anc_statement_read_job (const AncFlow *flow,
                             AncStatement *statement);
void anc_statement_read_dates (const AncFlow *flow,
                               AncStatement *statement,
                               AncKind kind);

void anc_statement_set_words (const AncFlow *flow,
                              AncStatement *statement,
                              AncStatementField field,
                              guint first,
                              guint last,
                              const char *value,
                              double confidence);
