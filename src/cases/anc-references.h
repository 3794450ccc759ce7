/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"

/* Records of a case refer to each other by the ids of the contract's case. */

char *anc_references_make_id (const AncCaseRows *rows,
                              AncTableId table);
GPtrArray *anc_references_list (const AncCaseRows *rows,
                                const AncRow *target);
void anc_references_rename (AncCase *edited,
                            AncRecord *target,
                            const char *id);
