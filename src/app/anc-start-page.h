/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define ANC_TYPE_START_PAGE (anc_start_page_get_type ())
G_DECLARE_FINAL_TYPE (AncStartPage, anc_start_page, ANC, START_PAGE, AdwBin)

/**
 * AncStartPage:
 *
 * What the first start asks: where the office lives, its passphrase or none and what that means, and
 * whether it begins empty. Signal `create ()`: all of it is answered.
 */
void anc_start_page_set_path (AncStartPage *self,
                              const char *path);
const char *anc_start_page_get_path (AncStartPage *self);
char *anc_start_page_dup_passphrase (AncStartPage *self);
gboolean anc_start_page_wants_sample (AncStartPage *self);

void anc_start_page_set_busy (AncStartPage *self,
                              gboolean busy);
void anc_start_page_set_problem (AncStartPage *self,
                                 const char *problem);
void anc_start_page_forget (AncStartPage *self);
