/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-view.h"

#include <adwaita.h>

#define ANC_TYPE_VIEWER (anc_viewer_get_type ())
G_DECLARE_FINAL_TYPE (AncViewer, anc_viewer, ANC, VIEWER, AdwBin)

/**
 * AncViewer:
 *
 * A document to read: its pages, with small pictures of them, the outline, and what a search found beside;
 * page number, zoom and turn above. Signals: `link-activated (address)`; `wants-filled`, when the small pictures
 * should show what was filled in, which anc_viewer_set_filled() answers.
 *
 * Actions, besides those of its #AncPageView: `viewer.find`, `viewer.find-next`, `viewer.find-previous`,
 * `viewer.sidebar`, `viewer.page`.
 */
AncViewer *anc_viewer_new (void);

void anc_viewer_set_source (AncViewer *self,
                            AncPageSource *source);
AncPageView *anc_viewer_get_view (AncViewer *self);
void anc_viewer_set_filled (AncViewer *self,
                            AncPageSource *filled);
void anc_viewer_search (AncViewer *self,
                        const char *text);
