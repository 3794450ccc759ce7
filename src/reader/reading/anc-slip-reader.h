/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-kinds.h"
#include "anc-layout.h"
#include "anc-slip.h"

AncSlip *anc_slip_read (const AncLayout *const *pages,
                        guint n_pages,
                        AncKind kind);
