/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_JOURNAL_PAGE (anc_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (AncJournalPage, anc_journal_page, ANC, JOURNAL_PAGE, AdwBin)

/**
 * AncJournalPage:
 *
 * Every change of the case, newest first: when, who, what, old → new; a filter; the way back to before
 * any of them. What is older is read when it is asked for.
 */
GtkWidget *anc_journal_page_new (AncOffice *office,
                                 AncDesk *desk);
