/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_PASSPHRASE_WINDOW (anc_passphrase_window_get_type ())
G_DECLARE_FINAL_TYPE (AncPassphraseWindow, anc_passphrase_window, ANC, PASSPHRASE_WINDOW, AdwWindow)

/**
 * AncPassphraseWindow:
 *
 * Gives an office a passphrase, another one, or none. Signal `done ()`.
 */
AncPassphraseWindow *anc_passphrase_window_new (GtkWindow *parent,
                                                AncOffice *office);
