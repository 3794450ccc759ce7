/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-json.h"
#include "anc-text.h"

gboolean anc_text_read (const AncJson *json,
                        GStringChunk *strings,
                        AncText *text);
gboolean anc_text_read_any (const AncJson *json,
                            GStringChunk *strings,
                            AncText *text);
