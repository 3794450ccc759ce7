/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-form.h"
#include "anc-page-layout.h"
#include "anc-page-source.h"

#define ANC_TYPE_PAGE_VIEW (anc_page_view_get_type ())
G_DECLARE_FINAL_TYPE (AncPageView, anc_page_view, ANC, PAGE_VIEW, GtkWidget)

/**
 * AncPagePlace:
 * @page: a page
 * @rect: a place on it, in points; an empty one for the page as a whole
 */
typedef struct
{
  guint page;
  AncRect rect;
} AncPagePlace;

/**
 * AncPageView:
 *
 * The pages of a document one under the other, to scroll, zoom, turn, select and copy from. What is on
 * screen is asked of the source first, then what comes next; until the sharp picture is there a coarser one
 * is shown. Pictures are kept within a bound of memory.
 *
 * Properties: `page` (the page shown, from 0), `n-pages`, `zoom` (pixels a point), `fit`, `has-selection`,
 * and those of #GtkScrollable. Signals: `link-activated (address)`, `copying (n-done, n-pages)`. Actions: `view.zoom-in`, `view.zoom-out`,
 * `view.fit-width`, `view.fit-page`, `view.zoom-selection`, `view.turn`, `view.copy`, `view.stop-copying`,
 * `view.select-all`, `view.retry`.
 */
AncPageView *anc_page_view_new (void);

void anc_page_view_set_source (AncPageView *self,
                               AncPageSource *source);
AncPageSource *anc_page_view_get_source (AncPageView *self);

guint anc_page_view_get_page (AncPageView *self);
void anc_page_view_go_to_page (AncPageView *self,
                               guint page);
void anc_page_view_show_place (AncPageView *self,
                               const AncPagePlace *place);
void anc_page_view_mark_places (AncPageView *self,
                                const AncPagePlace *marks,
                                guint n_marks);

double anc_page_view_get_zoom (AncPageView *self);
void anc_page_view_set_zoom (AncPageView *self,
                             double zoom);
AncPageFit anc_page_view_get_fit (AncPageView *self);
void anc_page_view_set_fit (AncPageView *self,
                            AncPageFit fit);
void anc_page_view_zoom_to_selection (AncPageView *self);
void anc_page_view_turn (AncPageView *self,
                         int quarter_turns);

void anc_page_view_set_matches (AncPageView *self,
                                GPtrArray *matches);
void anc_page_view_go_to_match (AncPageView *self,
                                guint match);

void anc_page_view_set_form (AncPageView *self,
                             AncPageForm *form);
AncPageForm *anc_page_view_get_form (AncPageView *self);

gboolean anc_page_view_has_selection (AncPageView *self);
void anc_page_view_select_all (AncPageView *self);
void anc_page_view_copy (AncPageView *self);
void anc_page_view_stop_copying (AncPageView *self);
