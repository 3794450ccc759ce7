/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-kinds.h"
#include "anc-statement.h"

void anc_reading_find_slips (const GPtrArray *layouts,
                             AncKind kind,
                             gboolean is_other_kind,
                             const gboolean *other_pages,
                             GPtrArray *slips);
gboolean anc_reading_looks_like_slip (const AncLayout *layout);
gboolean anc_reading_has_siret (const GPtrArray *layouts);

AncStatement *anc_reading_read_statement (const GPtrArray *layouts,
                                          const GPtrArray *form_fields,
                                          AncKind kind);
