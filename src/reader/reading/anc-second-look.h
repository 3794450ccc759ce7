/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document-text.h"
#include "anc-label-table.h"

gboolean anc_second_look_is_due (const GPtrArray *layouts,
                                 const GPtrArray *slips,
                                 guint page);
AncPageText *anc_second_look_take (AncDocument *document,
                                   guint page,
                                   AncPageText *text,
                                   const AncLabelTable *labels,
                                   AncOcr **ocr);
