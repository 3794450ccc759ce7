/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-fixture.h"

#include "anc-timeline-private.h"

void
timeline_fixture_init (TimelineFixture *fixture,
                       AncTimelineSample *sample)
{
  fixture->sample = sample;
  fixture->window = gtk_window_new ();
  fixture->scrolled = gtk_scrolled_window_new ();
  fixture->timeline = anc_timeline_sample_create_timeline (sample);

  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 640);
  gtk_accessible_update_property (GTK_ACCESSIBLE (fixture->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline", -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled), fixture->timeline);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  anc_test_wait_for (gtk_widget_get_width (fixture->timeline) > 0 && gtk_window_is_active (GTK_WINDOW (fixture->window)));
  anc_input_settle (fixture->timeline);
}

void
timeline_fixture_clear (TimelineFixture *fixture)
{
  gpointer timeline = fixture->timeline;

  g_object_add_weak_pointer (G_OBJECT (fixture->timeline), &timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  anc_test_wait_for (timeline == NULL); /* nothing else keeps it */
  anc_timeline_sample_free (fixture->sample);
}

static void
visit_below (GtkWidget *widget,
             WidgetVisit visit,
             gpointer user_data)
{
  visit (widget, user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    visit_below (child, visit, user_data);
}

/* Calls @visit for every widget of the window, parents first. */
void
timeline_fixture_visit (TimelineFixture *fixture,
                        WidgetVisit visit,
                        gpointer user_data)
{
  visit_below (fixture->window, visit, user_data);
}

GtkWidget *
timeline_fixture_find_bar (TimelineFixture *fixture,
                           AncTimelineItem *item)
{
  AncTimelineEntry *entry = anc_timeline_find_entry (ANC_TIMELINE (fixture->timeline), item);

  return entry != NULL ? GTK_WIDGET (entry->bar) : NULL;
}

GtkWidget *
timeline_fixture_find_cell (TimelineFixture *fixture,
                            AncTimelineItem *item,
                            AncMonth month)
{
  AncTimelineEntry *entry = anc_timeline_find_entry (ANC_TIMELINE (fixture->timeline), item);

  return entry != NULL ? GTK_WIDGET (anc_timeline_get_cell (entry, month)) : NULL;
}

GtkWidget *
timeline_fixture_get_focus (TimelineFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Where @date begins, from the left edge of the timeline. */
double
timeline_fixture_get_x (TimelineFixture *fixture,
                        const char *date)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);

  return anc_timeline_get_body_x (timeline) + anc_time_scale_get_x (&timeline->scale, anc_timeline_sample_date (date));
}

void
timeline_fixture_focus (TimelineFixture *fixture,
                        AncTimelineItem *item)
{
  anc_timeline_focus_item (ANC_TIMELINE (fixture->timeline), item);
  anc_test_wait_for (timeline_fixture_get_focus (fixture) == timeline_fixture_find_bar (fixture, item));
}

/* Waits for the requests up to now to be @expected, and forgets them. */
void
timeline_fixture_assert_log (TimelineFixture *fixture,
                             const char *expected)
{
  gsize n_expected = strlen (expected);

  if (n_expected > 0)
    anc_test_wait_for (fixture->sample->log->len >= n_expected);
  anc_input_settle (fixture->timeline);
  g_assert_cmpstr (fixture->sample->log->str, ==, expected);
  g_string_truncate (fixture->sample->log, 0);
}
