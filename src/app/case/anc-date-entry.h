/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

#include <gtk/gtk.h>

#define ANC_TYPE_DATE_ENTRY (anc_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (AncDateEntry, anc_date_entry, ANC, DATE_ENTRY, GtkWidget)

/**
 * AncDateEntry:
 *
 * A date that is always one: typed as people write dates, moved by a day or a month with buttons and
 * arrow keys, or picked in a calendar. What is typed and is no date is told below, stays to be mended,
 * and leaves the date as it was. Property `date` (int, an #AncDate).
 */
GtkWidget *anc_date_entry_new (const char *label,
                               AncDate date,
                               AncDate today);

AncDate anc_date_entry_get_date (AncDateEntry *self);
void anc_date_entry_set_date (AncDateEntry *self,
                              AncDate date);
