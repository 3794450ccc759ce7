/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-shrink.h"

gboolean anc_jpeg_shrink (const AncPacked *packed,
                          int n_components,
                          const AncShrinkPlace *place,
                          const AncPixels *pixels);
