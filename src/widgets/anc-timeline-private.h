/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-time-scale.h"
#include "anc-timeline-bar.h"
#include "anc-timeline-cell.h"
#include "anc-timeline-heading.h"
#include "anc-timeline-layout.h"
#include "anc-timeline-palette.h"
#include "anc-timeline-pane.h"
#include "anc-timeline.h"

/**
 * AncTimelineEntry:
 * @span: its dates as they show: those of a preview while there is one
 * @end: the last day that shows, also when the item goes on
 * @bar: (nullable): its widget, while something of it shows or it has the focus
 * @cells: (element-type AncTimelineCell): the widgets of its months that show, from @first_cell on
 *   and without a hole; NULL where a month has none
 *
 * One item as the timeline lays it out.
 */
typedef struct
{
  AncTimelineItem *item;
  guint lane;
  guint row;
  AncTimeSpan span;
  AncDate end;
  AncTimelineBar *bar;
  GPtrArray *cells;
  AncMonth first_cell;
} AncTimelineEntry;

/**
 * AncTimelineRow:
 *
 * One lane as the timeline lays it out; its place is in the array of extents beside it. Its entries
 * stand together, earliest first.
 */
typedef struct
{
  AncTimelineLane *lane;
  AncTimelineHeading *heading;
  guint first_entry;
  guint n_entries;
} AncTimelineRow;

/**
 * AncPreviewKind:
 *
 * What the person is about to do.
 */
typedef enum
{
  ANC_PREVIEW_NONE,
  ANC_PREVIEW_CREATE,
  ANC_PREVIEW_MOVE,
  ANC_PREVIEW_START,
  ANC_PREVIEW_END,
  ANC_PREVIEW_SPLIT,
  ANC_PREVIEW_FILING,
} AncPreviewKind;

typedef struct
{
  AncPreviewKind kind;
  AncTimelineItem *item;
  AncTimelineLane *lane; /* where to create; NULL: below all lanes */
  AncTimeSpan span;
  AncDate date; /* where to split */
  double y;     /* where to draw what is created, from the top of the timeline */
} AncPreview;

/**
 * AncHitKind:
 *
 * What is at a point.
 */
typedef enum
{
  ANC_HIT_NOTHING,
  ANC_HIT_FILING,
  ANC_HIT_BAR,
  ANC_HIT_CELL,
  ANC_HIT_LANE,
  ANC_HIT_BELOW,
  ANC_HIT_COUNT,
  ANC_HIT_AXIS,
} AncHitKind;

typedef struct
{
  AncHitKind kind;
  AncTimelineEntry *entry; /* of a bar or a cell */
  AncBarZone zone;         /* of a bar */
  AncMonth month;          /* of a cell or of the count */
  guint lane;
} AncHit;

/**
 * AncNotesView:
 * @extents: (element-type AncLaneExtent): where the lanes are
 * @context: gives the font
 * @top: how far down the lanes the view begins
 * @first: the first lane it shows
 * @end: the lane after the last
 *
 * Where gaps and overlaps are painted: on screen or on paper.
 */
typedef struct
{
  AncTimeline *timeline;
  const AncTimeScale *scale;
  const AncTimelineMetrics *metrics;
  const AncTimelinePalette *palette;
  const GArray *extents;
  PangoContext *context;
  double top;
  guint first;
  guint end;
} AncNotesView;

struct _AncTimeline
{
  GtkWidget parent_instance;

  GListModel *lanes;
  AncTimelineCount *count;
  AncDate filing_date;
  AncTimelineItem *selected;
  GListStore *notes; /* of AncTimelineNote: gaps and overlaps */
  gboolean editable;

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  gboolean is_configuring; /* the adjustments change because of us */
  double scroll_y;

  AncTimelinePalette palette;
  AncTimelineStamps *stamps;
  AncTimelineMetrics metrics;
  AncTimeScale scale;
  gboolean has_fit;        /* the first allocation shows everything */
  double fitted_day_width; /* how the scale then stood */
  double fitted_scroll;
  double lanes_height;

  gboolean is_stale;  /* the entries do not match the lanes */
  GPtrArray *entries; /* of AncTimelineEntry, by lane, then start */
  GArray *rows;       /* of AncTimelineRow */
  GArray *extents;    /* of AncLaneExtent, one a row */
  GArray *gaps;       /* of AncTimeSpan, between the jobs of all lanes */
  GArray *overlaps;   /* of AncTimeSpan, that several of them cover */
  GPtrArray *watched; /* the models whose changes are followed */

  AncTimelinePane *headings;
  AncTimelinePane *body;
  AncTimelinePane *count_pane;
  AncTimelineHeading *count_heading;
  GtkWidget *total;
  GtkWidget *filing;
  GtkWidget *bubble;
  GtkWidget *empty;
  GtkWidget *menu;
  GPtrArray *spare_bars;
  GPtrArray *spare_cells;
  GPtrArray *spare_headings;
  GPtrArray *count_cells; /* of AncTimelineCell, from first_count on */
  AncMonth first_count;
  AncMonth count_focus; /* the month of the count that Tab goes to */

  AncPreview preview;
  GtkGesture *drag;         /* not owned: among the widget's controllers */
  AncPreviewKind drag_kind; /* what a drag from where the button went down does */
  gboolean is_dragging;
  GdkModifierType drag_modifiers;
  double drag_x;
  double drag_y;
  AncTimeSpan drag_span;
  double pointer_x;
  double pointer_y;
  double pinch_width;
  guint scroll_tick;
  guint view_tick;
  int last_width;
  int last_height;
  AncDate menu_date;
};

/* anc-timeline-entries.c: the models laid out */
GPtrArray *anc_timeline_entries_new (void);
GArray *anc_timeline_rows_new (void);
void anc_timeline_watch (AncTimeline *self);
void anc_timeline_unwatch (AncTimeline *self);
void anc_timeline_update_entries (AncTimeline *self);
void anc_timeline_clear_entries (AncTimeline *self);
void anc_timeline_queue_entries (AncTimeline *self);
AncTimelineEntry *anc_timeline_find_entry (AncTimeline *self,
                                           AncTimelineItem *item);
AncTimelineLane *anc_timeline_get_lane (AncTimeline *self,
                                        const AncTimelineEntry *entry);
AncDate anc_timeline_get_shown_end (AncTimeline *self,
                                    AncTimeSpan span);

/* anc-timeline-recycle.c: the widgets that show them */
void anc_timeline_update_widgets (AncTimeline *self);
void anc_timeline_drop_widgets (AncTimeline *self,
                                AncTimelineEntry *entry);
void anc_timeline_drop_heading (AncTimeline *self,
                                AncTimelineRow *row);
AncTimelineBar *anc_timeline_realize_bar (AncTimeline *self,
                                          AncTimelineEntry *entry);
AncTimelineCell *anc_timeline_realize_cell (AncTimeline *self,
                                            AncTimelineEntry *entry,
                                            AncMonth month);
AncTimelineCell *anc_timeline_realize_count_cell (AncTimeline *self,
                                                  AncMonth month);
AncTimelineHeading *anc_timeline_realize_heading (AncTimeline *self,
                                                  guint lane);
AncTimelineCell *anc_timeline_get_cell (AncTimelineEntry *entry,
                                        AncMonth month);
gboolean anc_timeline_entry_has_cell (AncTimeline *self,
                                      const AncTimelineEntry *entry,
                                      AncMonth month);
gboolean anc_timeline_entry_get_months (AncTimeline *self,
                                        const AncTimelineEntry *entry,
                                        AncMonth *first,
                                        AncMonth *last);

/* anc-timeline-place.c, anc-timeline-snapshot.c */
void anc_timeline_allocate_body (GtkWidget *timeline,
                                 int width,
                                 int height);
void anc_timeline_allocate_headings (GtkWidget *timeline,
                                     int width,
                                     int height);
void anc_timeline_allocate_count (GtkWidget *timeline,
                                  int width,
                                  int height);
void anc_timeline_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline);
void anc_timeline_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline);
void anc_timeline_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot);

/* anc-timeline-view.c: where things stand, and the adjustments */
void anc_timeline_queue_view (AncTimeline *self);
void anc_timeline_sync_adjustments (AncTimeline *self);
double anc_timeline_get_body_x (AncTimeline *self);
double anc_timeline_get_body_height (AncTimeline *self);
void anc_timeline_get_content (AncTimeline *self,
                               AncDate *first,
                               AncDate *last);
void anc_timeline_scroll_to_lane (AncTimeline *self,
                                  guint lane);
AncHit anc_timeline_pick (AncTimeline *self,
                          double x,
                          double y);

/* anc-timeline-notes.c: gaps, overlaps and what is being drawn, painted over the bars */
void anc_timeline_paint_notes (const AncNotesView *view,
                               cairo_t *cr);
void anc_timeline_snapshot_notes (AncTimeline *self,
                                  GtkSnapshot *snapshot);

/* anc-timeline-edit.c: what the person asks for */
void anc_timeline_set_preview (AncTimeline *self,
                               const AncPreview *preview);
void anc_timeline_cancel_preview (AncTimeline *self);
void anc_timeline_commit_preview (AncTimeline *self);
void anc_timeline_request_filing (AncTimeline *self,
                                  AncDate date);
void anc_timeline_request_span (AncTimeline *self,
                                AncTimelineItem *item,
                                AncTimeSpan span);
void anc_timeline_request_new (AncTimeline *self,
                               AncTimelineLane *lane,
                               AncTimeSpan span);
void anc_timeline_request_split (AncTimeline *self,
                                 AncTimelineItem *item,
                                 AncDate date);
void anc_timeline_request_item (AncTimeline *self,
                                const char *signal,
                                AncTimelineItem *item);
void anc_timeline_request_lane (AncTimeline *self,
                                AncTimelineLane *lane);
void anc_timeline_activate_month (AncTimeline *self,
                                  AncTimelineItem *item,
                                  AncMonth month);
void anc_timeline_install_actions (GtkWidgetClass *widget_class);
void anc_timeline_install_signals (GObjectClass *object_class);
void anc_timeline_update_actions (AncTimeline *self);
GtkWidget *anc_timeline_create_empty (AncTimeline *self);
AncTimeSpan anc_timeline_propose_span (AncTimeline *self,
                                       guint lane);

/* anc-timeline-pointer.c, anc-timeline-keys.c */
void anc_timeline_add_pointer (AncTimeline *self);
void anc_timeline_add_keys (AncTimeline *self);
void anc_timeline_show_menu (AncTimeline *self,
                             double x,
                             double y);
void anc_timeline_update_drag (AncTimeline *self,
                               double x,
                               double y,
                               GdkModifierType modifiers);
gboolean anc_timeline_move_focus (AncTimeline *self,
                                  GtkDirectionType direction);
void anc_timeline_focus_item (AncTimeline *self,
                              AncTimelineItem *item);
void anc_timeline_reveal_item (AncTimeline *self,
                               AncTimelineItem *item);
void anc_timeline_abort_preview (AncTimeline *self);
void anc_timeline_focus_month (AncTimeline *self,
                               AncTimelineItem *item,
                               AncMonth month);
