/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date-words.h"
#include "anc-outcome.h"
#include "anc-text.h"

#include "anc-amount.h"
#include "anc-problems.h"

/* How the session's language writes dates, amounts and the terms of the law. */

AncLanguage anc_words_get_language (void);
char *anc_words_clean (const char *text);
char *anc_words_capitalise (const char *text);
const char *anc_words_translate (const char *template);
char *anc_words_problem (const AncProblem *problem);

char *anc_words_time (gint64 time);
char *anc_words_money (AncAmount amount);
char *anc_words_hours (AncAmount amount);
char *anc_words_number (AncAmount amount);
char *anc_words_labelled (const char *label,
                          const char *value);
char *anc_words_plain_number (AncAmount amount);
const char *anc_words_outcome (AncOutcome outcome);
const char *anc_words_state (const char *state);
const char *anc_words_force (AncForce force);
