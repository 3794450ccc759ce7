/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-presence-matrix.h"

#include "anc-outcome.h"

/* What proves presence, in the words of the session's language. */

const char *anc_presence_words_grade (AncGrade grade);
AncOutcome anc_presence_words_colour (AncGrade grade);

char *anc_presence_words_proofs (const AncPresenceHalf *half,
                                 guint first,
                                 guint *n);
char *anc_presence_words_button (const char *text,
                                 int year,
                                 guint number);
char *anc_presence_words_cell (const AncPresenceHalf *half,
                               int year,
                               guint number);
char *anc_presence_words_summary (const AncPresenceMatrix *matrix);
