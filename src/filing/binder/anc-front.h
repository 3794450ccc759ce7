/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-plan.h"
#include "anc-bundle-report.h"

#include <cairo.h>

/* Where the columns of the list begin that say what an exhibit is, and its pages. Points from the left. */
#define ANC_LIST_TITLE_X 104.0
#define ANC_LIST_PAGES_X 476.0

/**
 * AncFrontLink:
 * @page: the page of the list it stands on, from 0
 * @x0, @y0, @x1, @y1: its rectangle, points from the top left
 * @exhibit: an index into the exhibits of the plan
 * @part: which of its parts; %G_MAXUINT for the exhibit itself
 *
 * A row of the list, which leads to the page it names.
 */
typedef struct
{
  guint page;
  double x0;
  double y0;
  double x1;
  double y1;
  guint exhibit;
  guint part;
} AncFrontLink;

/**
 * AncFront:
 * @plan: what to write
 * @report: what became of the parts; its @front is filled here
 * @n_pages: of the whole file
 * @links: (nullable): takes the rows of the list, #AncFrontLink
 *
 * What stands before the exhibits: cover, memo, chronology, presence, list.
 */
typedef struct
{
  const AncBundlePlan *plan;
  AncBundleReport *report;
  guint n_pages;
  GArray *links;
} AncFront;

void anc_front_count (const AncBundlePlan *plan,
                      AncBundleReport *report);
void anc_front_draw (AncFront *self,
                     cairo_surface_t *surface);
void anc_front_draw_replacement (const AncFront *self,
                                 cairo_surface_t *surface,
                                 const AncBundleExhibit *exhibit,
                                 const AncBundlePart *part,
                                 AncPartState state);
