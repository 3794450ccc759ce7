/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncField:
 *
 * What a label on a paper announces. The names are those of the label table, `data/reading/labels.csv`.
 */
typedef enum
{
  ANC_FIELD_NONE,
  ANC_FIELD_ABSENCE,
  ANC_FIELD_ADVANCE,
  ANC_FIELD_BASE_PAY,
  ANC_FIELD_CLASSIFICATION,
  ANC_FIELD_COL_AMOUNT,
  ANC_FIELD_COL_BASE,
  ANC_FIELD_COL_DEDUCTION,
  ANC_FIELD_COL_EMPLOYER,
  ANC_FIELD_COL_LABEL,
  ANC_FIELD_COL_RATE,
  ANC_FIELD_CONTRIBUTIONS,
  ANC_FIELD_COST,
  ANC_FIELD_CUMUL,
  ANC_FIELD_DAYS,
  ANC_FIELD_EMPLOYEE,
  ANC_FIELD_EMPLOYER,
  ANC_FIELD_EMPLOYER_CONTRIBUTIONS,
  ANC_FIELD_ENTRY_DATE,
  ANC_FIELD_FIRST_NAME,
  ANC_FIELD_GROSS,
  ANC_FIELD_HOURS,
  ANC_FIELD_HOURS_MONTH,
  ANC_FIELD_JOB,
  ANC_FIELD_LAST_NAME,
  ANC_FIELD_MAINTAINED,
  ANC_FIELD_MONTH_ROW,
  ANC_FIELD_NET,
  ANC_FIELD_NET_BEFORE_TAX,
  ANC_FIELD_NET_SOCIAL,
  ANC_FIELD_NET_TAXABLE,
  ANC_FIELD_NIC,
  ANC_FIELD_OTHER,
  ANC_FIELD_OVERTIME,
  ANC_FIELD_PAID_ABSENCE,
  ANC_FIELD_PAYMENT_DATE,
  ANC_FIELD_PERIOD,
  ANC_FIELD_PERIOD_END,
  ANC_FIELD_PERIOD_START,
  ANC_FIELD_PREMIUM,
  ANC_FIELD_SIREN,
  ANC_FIELD_SIRET,
  ANC_FIELD_TAX,
  ANC_FIELD_TITLE,
  ANC_FIELD_USER_COMPANY,
  ANC_FIELD_USER_SIRET,
  ANC_N_FIELDS,
} AncField;

/**
 * AncLabelPlace:
 * @ANC_LABEL_ANYWHERE: wherever its words stand
 * @ANC_LABEL_START: only where a run of words begins
 * @ANC_LABEL_ALONE: only where nothing else is written beside it
 * @ANC_LABEL_LOOSE: its words are beginnings of words that may stand in any order among others, in a caption that no
 *   other label is found in
 */
typedef enum
{
  ANC_LABEL_ANYWHERE,
  ANC_LABEL_START,
  ANC_LABEL_ALONE,
  ANC_LABEL_LOOSE,
} AncLabelPlace;

/**
 * AncLabel:
 * @field: what it announces
 * @weight: how surely, 0 to 1
 * @place: where it counts
 * @words: (array zero-terminated=1): its words, folded
 * @n_words: how many they are, at least 1
 */
typedef struct
{
  AncField field;
  double weight;
  AncLabelPlace place;
  char **words;
  guint n_words;
} AncLabel;

/**
 * AncLabelTable:
 *
 * All the labels there are, as the label table of the program lists them. Never changed once read.
 */
typedef struct _AncLabelTable AncLabelTable;

AncLabelTable *anc_label_table_new (const char *text,
                                    gsize length,
                                    GError **error);
AncLabelTable *anc_label_table_new_shipped (void);
void anc_label_table_free (AncLabelTable *self);

gboolean anc_label_word_is_empty (const char *folded);
gboolean anc_label_word_fits (const char *wanted,
                              const char *word,
                              gboolean lenient);
const AncLabel *anc_label_table_find (const AncLabelTable *self,
                                      const char *const *words,
                                      guint n_words,
                                      gboolean at_start,
                                      gboolean lenient,
                                      guint *length);
const AncLabel *anc_label_table_find_loose (const AncLabelTable *self,
                                            const char *const *words,
                                            guint n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncLabelTable, anc_label_table_free)
