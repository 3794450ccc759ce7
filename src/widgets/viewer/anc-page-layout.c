/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-layout.h"

#include <math.h>

/* A page without an extent would have no place to be clicked or shown. */
#define MIN_EXTENT 1.0

typedef struct
{
  double width; /* in points, not turned */
  double height;
  double top; /* in pixels */
} Page;

struct _AncPageLayout
{
  Page *pages;
  guint n_pages;
  double zoom; /* pixels a point */
  double scale_factor;
  guint turns; /* quarter turns, clockwise */
  double view_width;
  double width;
  double height;
};

/* ---- Placing ------------------------------------------------------------------------------- */

static gboolean
is_on_its_side (const AncPageLayout *self)
{
  return self->turns % 2 == 1;
}

/* As it is turned, in points. */
static double
get_turned_width (const AncPageLayout *self,
                  const Page *page)
{
  return is_on_its_side (self) ? page->height : page->width;
}

static double
get_turned_height (const AncPageLayout *self,
                   const Page *page)
{
  return is_on_its_side (self) ? page->width : page->height;
}

/* Pages begin and end where a pixel of the screen does: only so are their pictures shown as they are. */
static double
snap (const AncPageLayout *self,
      double pixels)
{
  return round (pixels * self->scale_factor) / self->scale_factor;
}

static double
get_shown_width (const AncPageLayout *self,
                 const Page *page)
{
  return MAX (snap (self, self->zoom * get_turned_width (self, page)), 1);
}

static double
get_shown_height (const AncPageLayout *self,
                  const Page *page)
{
  return MAX (snap (self, self->zoom * get_turned_height (self, page)), 1);
}

static void
place_pages (AncPageLayout *self)
{
  double top = ANC_PAGE_LAYOUT_GAP;
  double widest = 0;

  for (guint i = 0; i < self->n_pages; i++)
    {
      self->pages[i].top = top;
      top += get_shown_height (self, &self->pages[i]) + ANC_PAGE_LAYOUT_GAP;
      widest = MAX (widest, get_shown_width (self, &self->pages[i]));
    }

  self->width = MAX (self->view_width, widest + 2 * ANC_PAGE_LAYOUT_GAP);
  self->height = top;
}

/**
 * anc_page_layout_new:
 * @widths: (array length=n_pages): the width of each page, in points
 * @heights: (array length=n_pages): their heights
 * @n_pages: how many there are; may be 0
 *
 * Returns: (transfer full): the pages at one pixel a point, upright
 */
AncPageLayout *
anc_page_layout_new (const double *widths,
                     const double *heights,
                     guint n_pages)
{
  AncPageLayout *self = g_new0 (AncPageLayout, 1);

  self->pages = g_new0 (Page, n_pages);
  self->n_pages = n_pages;
  self->zoom = 1;
  self->scale_factor = 1;
  for (guint i = 0; i < n_pages; i++)
    {
      self->pages[i].width = MAX (widths[i], MIN_EXTENT);
      self->pages[i].height = MAX (heights[i], MIN_EXTENT);
    }
  place_pages (self);

  return self;
}

void
anc_page_layout_free (AncPageLayout *self)
{
  if (self == NULL)
    return;

  g_free (self->pages);
  g_free (self);
}

/**
 * anc_page_layout_set_zoom:
 * @self: a layout
 * @zoom: pixels a point; brought within the zooms there are
 */
void
anc_page_layout_set_zoom (AncPageLayout *self,
                          double zoom)
{
  self->zoom = CLAMP (zoom, ANC_PAGE_LAYOUT_MIN_ZOOM, ANC_PAGE_LAYOUT_MAX_ZOOM);
  place_pages (self);
}

double
anc_page_layout_get_zoom (const AncPageLayout *self)
{
  return self->zoom;
}

/**
 * anc_page_layout_set_turns:
 * @self: a layout
 * @quarter_turns: how often all pages are turned clockwise by a quarter
 */
void
anc_page_layout_set_turns (AncPageLayout *self,
                           guint quarter_turns)
{
  self->turns = quarter_turns % 4;
  place_pages (self);
}

guint
anc_page_layout_get_turns (const AncPageLayout *self)
{
  return self->turns;
}

/**
 * anc_page_layout_set_scale_factor:
 * @self: a layout
 * @scale_factor: how many pixels the screen has for one of the content
 */
void
anc_page_layout_set_scale_factor (AncPageLayout *self,
                                  int scale_factor)
{
  self->scale_factor = MAX (scale_factor, 1);
  place_pages (self);
}

/**
 * anc_page_layout_set_view_width:
 * @self: a layout
 * @width: how wide the view is, in pixels: the content is never narrower
 */
void
anc_page_layout_set_view_width (AncPageLayout *self,
                                double width)
{
  self->view_width = MAX (width, 0);
  place_pages (self);
}

/**
 * anc_page_layout_get_fitting_zoom:
 * @self: a layout
 * @fit: what is to fit
 * @page: the page shown
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * Returns: the zoom at which it fits, within the zooms there are
 */
double
anc_page_layout_get_fitting_zoom (const AncPageLayout *self,
                                  AncPageFit fit,
                                  guint page,
                                  double width,
                                  double height)
{
  const double free_width = MAX (width - 2 * ANC_PAGE_LAYOUT_GAP, 1);
  const double free_height = MAX (height - 2 * ANC_PAGE_LAYOUT_GAP, 1);
  double zoom = self->zoom;

  if (self->n_pages == 0 || fit == ANC_PAGE_FIT_NONE)
    return zoom;

  page = MIN (page, self->n_pages - 1);
  if (fit == ANC_PAGE_FIT_PAGE)
    zoom = MIN (free_width / get_turned_width (self, &self->pages[page]),
                free_height / get_turned_height (self, &self->pages[page]));
  else
    {
      double widest = 0;

      for (guint i = 0; i < self->n_pages; i++)
        widest = MAX (widest, get_turned_width (self, &self->pages[i]));
      zoom = free_width / widest;
    }

  return CLAMP (zoom, ANC_PAGE_LAYOUT_MIN_ZOOM, ANC_PAGE_LAYOUT_MAX_ZOOM);
}

/* ---- Asking -------------------------------------------------------------------------------- */

guint
anc_page_layout_get_n_pages (const AncPageLayout *self)
{
  return self->n_pages;
}

double
anc_page_layout_get_width (const AncPageLayout *self)
{
  return self->width;
}

double
anc_page_layout_get_height (const AncPageLayout *self)
{
  return self->height;
}

/**
 * anc_page_layout_get_page:
 * @self: a layout
 * @page: a page
 *
 * Returns: where it stands in the content, in pixels
 */
AncRect
anc_page_layout_get_page (const AncPageLayout *self,
                          guint page)
{
  double width, left;

  g_return_val_if_fail (page < self->n_pages, (AncRect){ 0 });

  width = get_shown_width (self, &self->pages[page]);
  left = snap (self, (self->width - width) / 2);
  return (AncRect){ left, self->pages[page].top, left + width, self->pages[page].top + get_shown_height (self, &self->pages[page]) };
}

/* The last page that starts at or above @y, or the first. */
static guint
find_page_at (const AncPageLayout *self,
              double y)
{
  guint low = 0;
  guint high = self->n_pages;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->pages[middle].top <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * anc_page_layout_find_visible:
 * @self: a layout
 * @top: of what is shown of the content, in pixels
 * @bottom: of what is shown, in pixels
 * @first: (out): the first page of which something is shown
 * @last: (out): the last one
 *
 * Returns: whether there is one
 */
gboolean
anc_page_layout_find_visible (const AncPageLayout *self,
                              double top,
                              double bottom,
                              guint *first,
                              guint *last)
{
  if (self->n_pages == 0)
    return FALSE;

  *first = find_page_at (self, top);
  if (*first + 1 < self->n_pages && anc_page_layout_get_page (self, *first).y1 <= top)
    (*first)++;
  *last = MAX (*first, find_page_at (self, bottom));

  return anc_page_layout_get_page (self, *first).y0 < bottom && anc_page_layout_get_page (self, *last).y1 > top;
}

/**
 * anc_page_layout_find_current:
 * @self: a layout with pages
 * @top: of what is shown of the content, in pixels
 * @height: of the view, in pixels
 *
 * Returns: the page a reader would say is shown: the one at the upper third of the view
 */
guint
anc_page_layout_find_current (const AncPageLayout *self,
                              double top,
                              double height)
{
  g_return_val_if_fail (self->n_pages > 0, 0);

  return find_page_at (self, top + height / 3);
}

/* ---- Places on a page ---------------------------------------------------------------------- */

/* From points on the upright page to points on the page as it is turned. */
static AncRect
turn (const AncPageLayout *self,
      const Page *page,
      AncRect rect)
{
  switch (self->turns)
    {
    case 1:
      return (AncRect){ page->height - rect.y1, rect.x0, page->height - rect.y0, rect.x1 };
    case 2:
      return (AncRect){ page->width - rect.x1, page->height - rect.y1, page->width - rect.x0, page->height - rect.y0 };
    case 3:
      return (AncRect){ rect.y0, page->width - rect.x1, rect.y1, page->width - rect.x0 };
    default:
      return rect;
    }
}

static void
turn_back (const AncPageLayout *self,
           const Page *page,
           double x,
           double y,
           double *page_x,
           double *page_y)
{
  switch (self->turns)
    {
    case 1:
      *page_x = y;
      *page_y = page->height - x;
      break;
    case 2:
      *page_x = page->width - x;
      *page_y = page->height - y;
      break;
    case 3:
      *page_x = page->width - y;
      *page_y = x;
      break;
    default:
      *page_x = x;
      *page_y = y;
      break;
    }
}

/**
 * anc_page_layout_locate:
 * @self: a layout with pages
 * @x: in the content, in pixels
 * @y: in the content, in pixels
 * @page_x: (out): in points on the page; outside of it where @x is
 * @page_y: (out): the same
 *
 * Returns: the page at or above that place
 */
guint
anc_page_layout_locate (const AncPageLayout *self,
                        double x,
                        double y,
                        double *page_x,
                        double *page_y)
{
  guint page;
  AncRect place;

  g_return_val_if_fail (self->n_pages > 0, 0);

  page = find_page_at (self, y);
  place = anc_page_layout_get_page (self, page);
  turn_back (self, &self->pages[page], (x - place.x0) / self->zoom, (y - place.y0) / self->zoom, page_x, page_y);

  return page;
}

/**
 * anc_page_layout_get_place:
 * @self: a layout
 * @page: a page
 * @rect: a place on it, in points
 *
 * Returns: where it stands in the content, in pixels
 */
AncRect
anc_page_layout_get_place (const AncPageLayout *self,
                           guint page,
                           AncRect rect)
{
  AncRect place, turned;

  g_return_val_if_fail (page < self->n_pages, (AncRect){ 0 });

  place = anc_page_layout_get_page (self, page);
  turned = turn (self, &self->pages[page], rect);
  return (AncRect){ place.x0 + turned.x0 * self->zoom, place.y0 + turned.y0 * self->zoom, place.x0 + turned.x1 * self->zoom, place.y0 + turned.y1 * self->zoom };
}
