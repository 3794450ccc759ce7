/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rect.h"

/* Room around and between pages, in pixels. */
#define ANC_PAGE_LAYOUT_GAP 12

#define ANC_PAGE_LAYOUT_MIN_ZOOM 0.1
#define ANC_PAGE_LAYOUT_MAX_ZOOM 16.0

/**
 * AncPageFit:
 * @ANC_PAGE_FIT_NONE: the zoom is what it was set to
 * @ANC_PAGE_FIT_WIDTH: the widest page is as wide as the view
 * @ANC_PAGE_FIT_PAGE: the page shown stands in the view whole
 *
 * What the zoom follows when the view changes.
 */
typedef enum
{
  ANC_PAGE_FIT_NONE,
  ANC_PAGE_FIT_WIDTH,
  ANC_PAGE_FIT_PAGE,
} AncPageFit;

/**
 * AncPageLayout:
 *
 * Where the pages of a document stand one under the other, each centred, at a zoom and a turn. Content
 * is in pixels from the top left corner of the whole; pages are in points from the top left corner of the
 * page as the document shows it, whatever the turn.
 */
typedef struct _AncPageLayout AncPageLayout;

AncPageLayout *anc_page_layout_new (const double *widths,
                                    const double *heights,
                                    guint n_pages);
void anc_page_layout_free (AncPageLayout *self);

void anc_page_layout_set_zoom (AncPageLayout *self,
                               double zoom);
double anc_page_layout_get_zoom (const AncPageLayout *self);
void anc_page_layout_set_turns (AncPageLayout *self,
                                guint quarter_turns);
guint anc_page_layout_get_turns (const AncPageLayout *self);
void anc_page_layout_set_scale_factor (AncPageLayout *self,
                                       int scale_factor);
void anc_page_layout_set_view_width (AncPageLayout *self,
                                     double width);
double anc_page_layout_get_fitting_zoom (const AncPageLayout *self,
                                         AncPageFit fit,
                                         guint page,
                                         double width,
                                         double height);

guint anc_page_layout_get_n_pages (const AncPageLayout *self);
double anc_page_layout_get_width (const AncPageLayout *self);
double anc_page_layout_get_height (const AncPageLayout *self);
AncRect anc_page_layout_get_page (const AncPageLayout *self,
                                  guint page);

gboolean anc_page_layout_find_visible (const AncPageLayout *self,
                                       double top,
                                       double bottom,
                                       guint *first,
                                       guint *last);
guint anc_page_layout_find_current (const AncPageLayout *self,
                                    double top,
                                    double height);
guint anc_page_layout_locate (const AncPageLayout *self,
                              double x,
                              double y,
                              double *page_x,
                              double *page_y);
AncRect anc_page_layout_get_place (const AncPageLayout *self,
                                   guint page,
                                   AncRect rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPageLayout, anc_page_layout_free)
