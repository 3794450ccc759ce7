/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define ANC_TYPE_PAGE_ENTRIES (anc_page_entries_get_type ())
G_DECLARE_FINAL_TYPE (AncPageEntries, anc_page_entries, ANC, PAGE_ENTRIES, AdwBin)

/**
 * AncPageEntries:
 *
 * Lines that lead to pages: the outline of a document, or what a search found.
 * Signals: `entry-activated (guint entry)`, counted from 0.
 */
void anc_page_entries_set_name (AncPageEntries *self,
                                const char *name);
void anc_page_entries_clear (AncPageEntries *self);
void anc_page_entries_add (AncPageEntries *self,
                           const char *title,
                           guint depth,
                           int page);
guint anc_page_entries_get_count (AncPageEntries *self);
int anc_page_entries_get_page (AncPageEntries *self,
                               guint entry);
void anc_page_entries_select (AncPageEntries *self,
                              guint entry);
