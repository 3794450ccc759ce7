/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-cache.h"
#include "anc-page-view.h"

/* A word of a page. */
typedef struct
{
  guint page;
  guint word;
} AncWordPlace;

typedef struct _AncCopying AncCopying;

struct _AncPageView
{
  GtkWidget parent_instance;

  AncPageSource *source;
  AncPageLayout *layout; /* NULL without a source */
  GCancellable *cancellable;

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  AncPageFit fit;
  guint page;
  int laid_out_width;
  int laid_out_height;
  gboolean is_given_size; /* now */
  guint move_id;          /* moves its children once it has its size */
  double last_top;
  gboolean reads_upwards;
  GArray *stops; /* where it was lately: see anc-page-view-travel.c */
  gboolean has_stand_in;
  double stand_in_left; /* what was drawn last */
  double stand_in_top;
  guint stale_id;    /* draws anew when what stands in for a page must not any longer */
  gboolean is_busy;  /* nothing is drawn yet of what is shown */
  guint tell_id;     /* tells of a new page or zoom */
  gint64 last_drawn; /* on the monotonic clock */
  guint give_back_id;
  guint rest_id; /* asks for words once nothing moves any more */

  AncPageCache *cache;
  GPtrArray *requests; /* what is being drawn */
  guint patience_id;   /* takes back what takes too long and is not wanted */
  guint rush_id;       /* looks whether the pages still rush by */
  double coarse_cost;  /* what a picture took of late, in ms; 0 until there was one */
  double sharp_cost;
  gint64 last_answer;   /* when the one before came */
  GHashTable *failures; /* page → why it cannot be drawn: see anc-page-view-failures.c */

  GHashTable *words;    /* page → AncPageWords */
  GHashTable *links;    /* page → GPtrArray of GtkButton, the children they are */
  GHashTable *asked_of; /* the pages whose words and links were asked for */
  GHashTable *read_of;  /* the pages that were, or are being, read from their pictures */
  gboolean is_reading;  /* one of them is */
  guint read_id;        /* reads pages once somebody stays with them */

  gboolean has_selection;
  gboolean selects_lines;
  AncWordPlace anchor;
  AncWordPlace cursor;
  AncCopying *copying; /* what is on its way to the clipboard, or NULL */

  GPtrArray *matches; /* of AncPageMatch, by page; or NULL */
  guint current_match;
  GArray *marks; /* of AncPagePlace */
  gboolean has_place;
  gboolean seeks_place; /* once there is a size to scroll in */
  AncPagePlace place;

  AncPageForm *form;
  GPtrArray *field_widgets; /* by field; NULL where there is none yet */

  double pointer_x; /* where a zoom by the wheel stays put */
  double pointer_y;
  double select_from_x; /* in the content */
  double select_from_y;
  double select_to_x; /* in the view, or beyond it */
  double select_to_y;
  guint follow_id;      /* scrolls while selecting */
  double drag_value[2]; /* of the adjustments when a drag by the middle button began */
  double pinch_zoom;
};

/* The view's own: scrolling and layout. */
double anc_page_view_get_scroll (AncPageView *self,
                                 GtkOrientation orientation);
void anc_page_view_scroll_to (AncPageView *self,
                              GtkOrientation orientation,
                              double value);
void anc_page_view_zoom_at (AncPageView *self,
                            double zoom,
                            double x,
                            double y);
void anc_page_view_scroll_to_place (AncPageView *self,
                                    const AncPagePlace *place);
void anc_page_view_set_adjustment (AncPageView *self,
                                   GtkOrientation orientation,
                                   GtkAdjustment *adjustment);
void anc_page_view_lay_out (AncPageView *self);
void anc_page_view_queue_telling (AncPageView *self);
gboolean anc_page_view_find_visible (AncPageView *self,
                                     guint *first,
                                     guint *last);

/* Pictures: a page up to so many pixels is one, a larger one is cut into squares of this side. */
#define ANC_PAGE_VIEW_TILE_SIDE 1024.0

typedef void (*AncTileFunc) (AncPageView *self,
                             const AncPageTile *tile,
                             AncRect region,
                             gboolean is_whole_page,
                             gpointer user_data);

double anc_page_view_get_scale (AncPageView *self);
void anc_page_view_each_tile (AncPageView *self,
                              guint page,
                              AncTileFunc function,
                              gpointer user_data);
void anc_page_view_update_pictures (AncPageView *self);
void anc_page_view_forget_pictures (AncPageView *self);

/* How long a display shows what it is given, in ms. */
#define ANC_PAGE_VIEW_FRAME 16

/* Where the view was in the last moments. */
GArray *anc_page_view_create_stops (void);
void anc_page_view_forget_stops (AncPageView *self);
void anc_page_view_note_stop (AncPageView *self);
guint anc_page_view_count_turns (AncPageView *self);
gboolean anc_page_view_outruns (AncPageView *self,
                                double cost);
gboolean anc_page_view_keeps_up (AncPageView *self,
                                 double cost);
gboolean anc_page_view_find_drawn (AncPageView *self,
                                   double *left,
                                   double *top);
void anc_page_view_tell_whether_busy (AncPageView *self);

/* Pages that cannot be drawn. */
GHashTable *anc_page_view_create_failures (void);
void anc_page_view_set_failure (AncPageView *self,
                                guint page,
                                const char *words);
const char *anc_page_view_get_failure (AncPageView *self,
                                       guint page);
void anc_page_view_note_rest (AncPageView *self,
                              guint first,
                              guint last);
void anc_page_view_retry (AncPageView *self);

/* Words and the selection. */
AncPageWords *anc_page_view_get_words (AncPageView *self,
                                       guint page);
void anc_page_view_ask_for_words (AncPageView *self,
                                  guint page);
gboolean anc_page_view_is_to_be_read (AncPageView *self,
                                      guint page);
void anc_page_view_read_next (AncPageView *self);
void anc_page_view_forget_words (AncPageView *self);
void anc_page_view_forget_far_words (AncPageView *self,
                                     guint first,
                                     guint last);
void anc_page_view_clear_selection (AncPageView *self);
void anc_page_view_select (AncPageView *self,
                           double from_x,
                           double from_y,
                           double to_x,
                           double to_y);
void anc_page_view_move_selection (AncPageView *self,
                                   gboolean by_line,
                                   int steps,
                                   gboolean extends);
gboolean anc_page_view_get_selected (AncPageView *self,
                                     guint page,
                                     guint *first,
                                     guint *last);
void anc_page_view_get_ends (AncPageView *self,
                             AncWordPlace *from,
                             AncWordPlace *to);
gboolean anc_page_view_clip_to_page (const AncPageWords *words,
                                     guint page,
                                     const AncWordPlace *from,
                                     const AncWordPlace *to,
                                     guint *first,
                                     guint *last);
void anc_page_view_set_has_selection (AncPageView *self,
                                      gboolean has_selection);

/* Links and the form: widgets over the pages. */
void anc_page_view_set_links (AncPageView *self,
                              guint page,
                              GPtrArray *links);
void anc_page_view_show_links (AncPageView *self);
void anc_page_view_place_links (AncPageView *self);
void anc_page_view_show_fields (AncPageView *self);
void anc_page_view_place_fields (AncPageView *self);
void anc_page_view_move_children (AncPageView *self);
void anc_page_view_place_child (AncPageView *self,
                                GtkWidget *widget,
                                guint page,
                                AncRect rect);
void anc_page_view_forget_form (AncPageView *self);

void anc_page_view_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot);
void anc_page_view_add_controllers (AncPageView *self);
void anc_page_view_install_keys (GtkWidgetClass *widget_class);
