/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncRect:
 *
 * A place on a page, in points from its top left corner: `x0 <= x1`, `y0 <= y1`.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} AncRect;

static inline double
anc_rect_width (AncRect rect)
{
  return rect.x1 - rect.x0;
}

static inline double
anc_rect_height (AncRect rect)
{
  return rect.y1 - rect.y0;
}

static inline double
anc_rect_center_x (AncRect rect)
{
  return (rect.x0 + rect.x1) / 2;
}

static inline double
anc_rect_center_y (AncRect rect)
{
  return (rect.y0 + rect.y1) / 2;
}

static inline AncRect
anc_rect_union (AncRect a,
                AncRect b)
{
  return (AncRect){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

/* How much of the narrower one lies beside the other, 0 to 1. */
static inline double
anc_rect_overlap_x (AncRect a,
                    AncRect b)
{
  double narrower = MIN (anc_rect_width (a), anc_rect_width (b));
  double shared = MIN (a.x1, b.x1) - MAX (a.x0, b.x0);

  return narrower > 0 && shared > 0 ? shared / narrower : 0;
}

/* The same for heights. */
static inline double
anc_rect_overlap_y (AncRect a,
                    AncRect b)
{
  double lower = MIN (anc_rect_height (a), anc_rect_height (b));
  double shared = MIN (a.y1, b.y1) - MAX (a.y0, b.y0);

  return lower > 0 && shared > 0 ? shared / lower : 0;
}
