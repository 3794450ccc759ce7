/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-page-view.h"

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_CASE_VIEWER (anc_case_viewer_get_type ())
G_DECLARE_FINAL_TYPE (AncCaseViewer, anc_case_viewer, ANC, CASE_VIEWER, AdwBin)

/**
 * AncCaseViewer:
 *
 * The pane of an open case that shows one of its documents, out of the store, with what is known of it
 * under the pages: what a proposal would write, or what the document proves. Invisible until a document
 * is shown, and again once it is closed.
 *
 * Actions: `exhibit.close`, `exhibit.open-window`, `exhibit.save-copy`.
 */
AncCaseViewer *anc_case_viewer_new (AncOffice *office,
                                    AncDesk *desk);

void anc_case_viewer_show_document (AncCaseViewer *self,
                                    AncRecord *document,
                                    const AncPagePlace *place);
void anc_case_viewer_mark (AncCaseViewer *self,
                           const AncPagePlace *marks,
                           guint n_marks);
void anc_case_viewer_close (AncCaseViewer *self);
AncRecord *anc_case_viewer_get_document (AncCaseViewer *self);
char *anc_case_viewer_dup_file_name (AncRecord *document);

void anc_case_viewer_set_details (AncCaseViewer *self,
                                  GtkWidget *details,
                                  GtkWidget *footer);
void anc_case_viewer_focus (AncCaseViewer *self);
void anc_case_viewer_set_covering (AncCaseViewer *self,
                                   int room);
gboolean anc_case_viewer_is_covering (AncCaseViewer *self);
