/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-json.h"
#include "anc-month-rule.h"
#include "anc-regime.h"

/**
 * AncRegimeReader:
 * @groups: groups of nationalities by name, each a #GArray of #AncNationality
 * @month_rules: (element-type AncMonthRule): the rules for months met so far, each once
 * @strings: keeps the texts of the regime being read
 *
 * What a regime may refer to while it is read.
 */
typedef struct
{
  const AncTerritory *territory;
  const AncFactCatalogue *catalogue;
  const AncOccupations *occupations;
  GHashTable *groups;
  GPtrArray *month_rules;
  GStringChunk *strings;
} AncRegimeReader;

AncRegime *anc_regime_new_from_json (AncRegimeReader *reader,
                                     const char *text,
                                     gsize length,
                                     AncProblems *problems);

/* For the kinds of criteria: their parameters. */

gboolean anc_regime_reader_read_count (const AncJson *object,
                                       const char *key,
                                       guint min,
                                       guint *count);
gboolean anc_regime_reader_read_amount (const AncJson *object,
                                        const char *key,
                                        AncAmount max,
                                        AncAmount *amount);
gboolean anc_regime_reader_read_boolean (const AncJson *object,
                                         const char *key,
                                         gboolean *value);
guint anc_regime_reader_read_words (const AncJson *object,
                                    const char *key,
                                    const char *const *words);
void anc_regime_reader_read_lists (AncRegimeReader *reader,
                                   const AncJson *object,
                                   const char *key,
                                   AncJobFilter *filter);
void anc_regime_reader_read_job_filter (AncRegimeReader *reader,
                                        const AncJson *object,
                                        const char *key,
                                        AncJobFilter *filter);
const AncMonthRule *anc_regime_reader_intern (AncRegimeReader *reader,
                                              AncMonthRule *rule);
