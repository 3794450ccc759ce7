/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

double anc_values_find_next_left (const AncLayout *layout,
                                  const AncHit *hit);
