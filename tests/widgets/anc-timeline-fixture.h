/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-input.h"
#include "anc-timeline-sample.h"

/**
 * TimelineFixture:
 *
 * A timeline in a window of its own, its sample, and what tests ask about it.
 */
typedef struct
{
  AncTimelineSample *sample;
  GtkWidget *window;
  GtkWidget *scrolled;
  GtkWidget *timeline;
} TimelineFixture;

typedef void (*WidgetVisit) (GtkWidget *widget,
                             gpointer user_data);

void timeline_fixture_init (TimelineFixture *fixture,
                            AncTimelineSample *sample);
void timeline_fixture_clear (TimelineFixture *fixture);

GtkWidget *timeline_fixture_find_bar (TimelineFixture *fixture,
                                      AncTimelineItem *item);
GtkWidget *timeline_fixture_find_cell (TimelineFixture *fixture,
                                       AncTimelineItem *item,
                                       AncMonth month);
void timeline_fixture_visit (TimelineFixture *fixture,
                             WidgetVisit visit,
                             gpointer user_data);
GtkWidget *timeline_fixture_get_focus (TimelineFixture *fixture);
double timeline_fixture_get_x (TimelineFixture *fixture,
                               const char *date);
void timeline_fixture_focus (TimelineFixture *fixture,
                             AncTimelineItem *item);
void timeline_fixture_assert_log (TimelineFixture *fixture,
                                  const char *expected);
