/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <gtk/gtk.h>

void anc_month_proofs_present (AncDesk *desk,
                               const AncRegime *regime,
                               const AncCriterion *criterion,
                               GtkWindow *parent);
