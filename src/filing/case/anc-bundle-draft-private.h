/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-draft.h"

#include "anc-json-writer.h"

void anc_bundle_draft_write_memo (const AncBundleDraft *self,
                                  AncJsonWriter *writer);
