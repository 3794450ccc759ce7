/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-countries.h"

#include "anc-rules.h"

#include <adwaita.h>

#define ANC_TYPE_REGIME_ROW (anc_regime_row_get_type ())
G_DECLARE_FINAL_TYPE (AncRegimeRow, anc_regime_row, ANC, REGIME_ROW, AdwExpanderRow)

/**
 * AncRegimeRow:
 *
 * A regime as the law has it, without a case: whom and when it concerns; opened, the tree of its criteria with the
 * force and the text of each, what to beware of, and its examples with what the engine makes of them.
 */
GtkWidget *anc_regime_row_new (AncRules *rules,
                               const AncRegime *regime,
                               const AncCountries *countries);

const AncRegime *anc_regime_row_get_regime (AncRegimeRow *self);
