/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-row.h"
#include "anc-table.h"

#include "anc-date.h"

/* What a case holds, in the words of the session's language. */

const char *anc_words_column (const AncTable *table,
                              const AncColumn *column);
const char *anc_words_choice (const AncTable *table,
                              const AncColumn *column,
                              const char *word);
const char *anc_words_get_event_kind (guint index);
char *anc_words_event (const char *kind);
char *anc_words_value (const AncTable *table,
                       const AncColumn *column,
                       const AncValue *value);

const char *anc_words_table (AncTableId table);
const char *anc_words_record_kind (AncTableId table);

char *anc_words_isolate (const char *text);
char *anc_words_dates (AncDate start,
                       AncDate end);
char *anc_words_person (const AncRow *head);
