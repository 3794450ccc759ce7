/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-flow.h"
#include "anc-kinds.h"
#include "anc-statement.h"

/* How sure a value is that a sentence tells, and one that a label does. */
#define ANC_STATEMENT_SENTENCE 0.85
#define ANC_STATEMENT_LABEL 0.8

/* Each fills in its fields of the statement, those it finds. */
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
