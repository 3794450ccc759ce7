/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

/**
 * AncNumberValue:
 * @token: a number
 * @score: how well its place fits the label, 0 to 1
 * @below: whether it stands below the label rather than beside it
 */
typedef struct
{
  guint token;
  double score;
  gboolean below;
} AncNumberValue;

/**
 * AncTextValue:
 * @first: its first token
 * @last: its last token
 * @score: how well its place fits the label, 0 to 1
 * @below: whether it stands below the label rather than beside it
 */
typedef struct
{
  guint first;
  guint last;
  double score;
  gboolean below;
} AncTextValue;

GArray *anc_values_list_numbers (const AncLayout *layout,
                                 const AncHit *hit);
gboolean anc_values_find_text (const AncLayout *layout,
                               const AncHit *hit,
                               AncTextValue *value);
AncField anc_values_get_column (const AncLayout *layout,
                                guint token);
double anc_values_rate_label (const AncHit *hit);

gboolean anc_values_is_cut (const AncLayout *layout,
                            guint token);
gboolean anc_values_is_money (const AncToken *token);
gboolean anc_values_multiply (const AncToken *quantity,
                              const AncToken *rate,
                              const AncToken *amount);
