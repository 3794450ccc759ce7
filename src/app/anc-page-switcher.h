/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define ANC_TYPE_PAGE_SWITCHER (anc_page_switcher_get_type ())
G_DECLARE_FINAL_TYPE (AncPageSwitcher, anc_page_switcher, ANC, PAGE_SWITCHER, GtkWidget)

/**
 * AncPageSwitcher:
 *
 * Goes from page to page of its `stack`: icons and titles side by side where there is room, else icons over
 * titles.
 */
void anc_page_switcher_set_stack (AncPageSwitcher *self,
                                  AdwViewStack *stack);
