/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

/**
 * AncBlock:
 * @segments: (array length=n): its lines, from top to bottom: segments of the page
 * @n: how many they are
 * @box: what they fill
 * @postcode: the line with the postal code and the town, or -1
 *
 * Lines that stand close below each other and begin at the same place, as an address does.
 */
typedef struct
{
  guint segments[8];
  guint n;
  AncRect box;
  int postcode;
} AncBlock;

GArray *anc_blocks_find (const AncLayout *layout);

gboolean anc_blocks_is_heading (const AncLayout *layout,
                                const AncBlock *block,
                                guint line);
guint anc_blocks_skip_caption (const AncLayout *layout,
                               const AncSpan *segment);
gboolean anc_blocks_is_postcode_line (const AncLayout *layout,
                                      const AncSpan *segment);
gboolean anc_blocks_is_street_line (const AncLayout *layout,
                                    const AncSpan *segment);
gboolean anc_blocks_has_civility (const char *folded);
gboolean anc_blocks_has_legal_form (const char *folded);
