/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define ANC_TYPE_UNLOCK_PAGE (anc_unlock_page_get_type ())
G_DECLARE_FINAL_TYPE (AncUnlockPage, anc_unlock_page, ANC, UNLOCK_PAGE, AdwBin)

/**
 * AncUnlockPage:
 *
 * Stands where the office would be while it is not open: it waits, asks for the passphrase, or says why the
 * file cannot be opened and what to do. Signals: `unlock ()`, a passphrase was typed; `retry ()`.
 */
void anc_unlock_page_set_office (AncUnlockPage *self,
                                 const char *name);
void anc_unlock_page_wait (AncUnlockPage *self);
void anc_unlock_page_ask (AncUnlockPage *self,
                          const char *problem);
void anc_unlock_page_show_problem (AncUnlockPage *self,
                                   const char *problem);

const char *anc_unlock_page_get_passphrase (AncUnlockPage *self);
void anc_unlock_page_forget (AncUnlockPage *self);
