/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-shrink.h"

gboolean anc_fax_shrink (const AncPacked *packed,
                         gboolean is_inverted,
                         const AncShrinkPlace *place,
                         const AncPixels *pixels);
