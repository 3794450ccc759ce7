/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

typedef struct
{
  gsize offset; /* of the word in the text */
  guint layout;
  guint token;
} AncFlowOrigin;

/**
 * AncFlow:
 * @layouts: (element-type AncLayout): the pages
 * @text: their words folded, with single spaces
 * @origins: (element-type AncFlowOrigin): where each word comes from, in the order of the text
 *
 * The pages as one run of words, so that phrases are found across lines. Words count from 0.
 */
typedef struct
{
  const GPtrArray *layouts;
  GString *text;
  GArray *origins;
} AncFlow;

void anc_flow_init (AncFlow *flow,
                    const GPtrArray *layouts);
void anc_flow_clear (AncFlow *flow);

guint anc_flow_get_index (const AncFlow *flow,
                          guint layout,
                          guint token);
const AncToken *anc_flow_get_token (const AncFlow *flow,
                                    guint index);
const char *anc_flow_get_folded (const AncFlow *flow,
                                 guint index);

gboolean anc_flow_find_after (const AncFlow *flow,
                              const char *phrase,
                              guint from,
                              guint *index);
gboolean anc_flow_begins_sentence (const AncFlow *flow,
                                   guint index);
gboolean anc_flow_follows (const AncFlow *flow,
                           guint index,
                           const char *const *phrases);
gboolean anc_flow_precedes (const AncFlow *flow,
                            guint index,
                            const char *word);
