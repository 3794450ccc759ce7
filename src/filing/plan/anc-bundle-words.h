/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-report.h"

#include "anc-text.h"

#include "anc-date.h"

/* What the program itself writes into a numbered file. An office reads it in the language of the file,
 * whatever the language of the session is: it is chosen by the plan, and not by gettext. */

typedef enum
{
  ANC_WORD_COVER,
  ANC_WORD_MEMO,
  ANC_WORD_CHRONOLOGY,
  ANC_WORD_PRESENCE,
  ANC_WORD_LIST,
  ANC_WORD_NUMBER,
  ANC_WORD_EXHIBIT,
  ANC_WORD_DATE,
  ANC_WORD_PAGES,
  ANC_WORD_PERIOD,
  ANC_WORD_EMPLOYER,
  ANC_WORD_JOB,
  ANC_WORD_PAYSLIPS,
  ANC_WORD_PROOF,
  ANC_WORD_YEAR,
  ANC_WORD_FIRST_HALF,
  ANC_WORD_SECOND_HALF,
  ANC_WORD_HOLE,
  ANC_WORD_TO_THE_ATTENTION_OF,
  ANC_WORD_FILED_ON,
  ANC_WORD_CONTENT,
  ANC_WORD_ONGOING,
  ANC_WORD_PICTURE_KEY,
  ANC_WORD_GRADE_KEY,
  ANC_WORD_OTHERS,
  ANC_WORD_UNREADABLE,
  ANC_WORD_ORIGINAL_KEPT,
  ANC_N_WORDS,
} AncWord;

const char *anc_bundle_word (AncLanguage language,
                             AncWord word);
const char *anc_bundle_words_grade (AncLanguage language,
                                    guint grade);
const char *anc_bundle_words_part_state (AncLanguage language,
                                         AncPartState state);

char *anc_bundle_words_date (AncLanguage language,
                             AncDate date);
char *anc_bundle_words_month (AncLanguage language,
                              AncMonth month);
char *anc_bundle_words_period (AncLanguage language,
                               AncDate start,
                               AncDate end);
char *anc_bundle_words_stamp (AncLanguage language,
                              guint number,
                              guint part,
                              guint page,
                              guint n_pages);
char *anc_bundle_words_folio (AncLanguage language,
                              guint page,
                              guint n_pages);
char *anc_bundle_words_count (AncLanguage language,
                              guint n_exhibits,
                              guint n_pages);
char *anc_bundle_words_exhibits (AncLanguage language,
                                 const guint *numbers,
                                 guint n_numbers);
char *anc_bundle_words_bookmark (AncLanguage language,
                                 guint number,
                                 const char *title);
char *anc_bundle_words_pages (guint first,
                              guint n_pages);
