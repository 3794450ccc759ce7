/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_REGIME_CARD (anc_regime_card_get_type ())
G_DECLARE_FINAL_TYPE (AncRegimeCard, anc_regime_card, ANC, REGIME_CARD, AdwBin)

/**
 * AncRegimeCard:
 *
 * One regime that applies: its outcome, one sentence and what it would grant; opened, the tree of its
 * criteria, what to do, and what to beware of.
 */
GtkWidget *anc_regime_card_new (AncDesk *desk,
                                const AncRegime *regime);

const AncRegime *anc_regime_card_get_regime (AncRegimeCard *self);
void anc_regime_card_set_expanded (AncRegimeCard *self,
                                   gboolean expanded);
void anc_regime_card_update (AncRegimeCard *self,
                             const AncVerdict *verdict,
                             int top,
                             int bottom);

void anc_regime_card_begin (AncRegimeCard *self);
gboolean anc_regime_card_is_whole (AncRegimeCard *self);
void anc_regime_card_go_on (AncRegimeCard *self,
                            const AncVerdict *verdict);
