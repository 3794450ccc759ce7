/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include "anc-office.h"

#include <gtk/gtk.h>

#define ANC_TYPE_EXHIBIT_ACTIONS (anc_exhibit_actions_get_type ())
G_DECLARE_FINAL_TYPE (AncExhibitActions, anc_exhibit_actions, ANC, EXHIBIT_ACTIONS, GObject)

/**
 * AncExhibitActions:
 *
 * What can be done with the documents of a case from anywhere in its page: files, folders and pictures
 * dropped on it, pasted or chosen come into the case; a document is copied out of it or withdrawn, which
 * first tells what would be without proof.
 *
 * Actions of the page: `documents.add`, `documents.paste`, `documents.extract (x)`,
 * `documents.withdraw (x)`; the last two take the key of a document.
 */
AncExhibitActions *anc_exhibit_actions_new (AncOffice *office,
                                            AncDesk *desk,
                                            GtkWidget *page);

void anc_exhibit_actions_add_files (AncExhibitActions *self,
                                    GListModel *files);
