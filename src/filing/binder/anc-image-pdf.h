/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-scratch.h"

#include "anc-bundle-report.h"

gboolean anc_image_is_known (const AncSpan *image);
AncPartState anc_image_to_pdf (const AncSpan *image,
                               AncScratch *scratch,
                               AncSpan *pdf,
                               gboolean *is_archival);
