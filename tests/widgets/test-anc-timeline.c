/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-fixture.h"
#include "anc-timeline-note.h"
#include "anc-timeline-private.h"
#include "anc-timeline-export.h"
#include "anc-outcome-badge.h"
#include "anc-widgets.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

static void
set_up (TimelineFixture *fixture,
        gconstpointer data)
{
  timeline_fixture_init (fixture, anc_timeline_sample_new ());
}

static void
set_up_large (TimelineFixture *fixture,
              gconstpointer data)
{
  timeline_fixture_init (fixture, anc_timeline_sample_new_large (40, 60));
}

static void
set_up_empty (TimelineFixture *fixture,
              gconstpointer data)
{
  timeline_fixture_init (fixture, anc_timeline_sample_new_empty ());
}

static void
tear_down (TimelineFixture *fixture,
           gconstpointer data)
{
  timeline_fixture_clear (fixture);
}

static void
check_name (GtkWidget *widget,
            gpointer user_data)
{
  guint *n_named = user_data;
  gboolean is_focusable = gtk_widget_get_focusable (widget) && gtk_widget_get_mapped (widget);

  /* A window is named by its title, a button by its label. */
  if (!is_focusable || GTK_IS_WINDOW (widget) || GTK_IS_BUTTON (widget))
    return;

  g_test_message ("%s", G_OBJECT_TYPE_NAME (widget));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)),
                   !=,
                   GTK_ACCESSIBLE_ROLE_WIDGET);
  (*n_named)++;
}

static void
test_all_have_names (TimelineFixture *fixture,
                     gconstpointer data)
{
  guint n_named = 0;

  timeline_fixture_visit (fixture, check_name, &n_named);
  /* The scrolled window, the date, five headings, eight bars, their months and the counted ones. */
  g_assert_cmpuint (n_named, ==, 1 + 1 + 5 + 8 + (11 + 13 + 5 + 5 + 2) + 25);
}

static void
assert_sentence (gpointer widget,
                 const char *sentence)
{
  g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                                    sentence);

  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_sentences (TimelineFixture *fixture,
                gconstpointer data)
{
  AncTimelineItem *cook = anc_timeline_sample_get_item (fixture->sample, 2, 0);
  AncTimelineItem *commis = anc_timeline_sample_get_item (fixture->sample, 3, 0);
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);

  assert_sentence (timeline_fixture_find_bar (fixture, cook),
                   "Cuisinier (CDD · 35 h), Restaurant Le Mirage, 1 September 2024 – 31 July 2025, 11 months");
  assert_sentence (timeline_fixture_find_bar (fixture, commis),
                   "Commis de cuisine (CDI · 35 h), Hôtel des Inventés, since 1 November 2025");
  assert_sentence (timeline_fixture_find_cell (fixture, cook, anc_month_new (2024, 10)),
                   "Cuisinier, Restaurant Le Mirage, October 2024, bulletin page 2, counted");
  assert_sentence (timeline_fixture_find_cell (fixture, cook, anc_month_new (2025, 3)),
                   "Cuisinier, Restaurant Le Mirage, March 2025, declared without payslip, to prove");
  assert_sentence (timeline_fixture_find_cell (fixture, commis, anc_month_new (2026, 4)),
                   "Commis de cuisine, Hôtel des Inventés, April 2026, bulletin page 6, arguable. "
                   "Warning: 62 h : sous le mi-temps");
  /* Nothing is known of it: it is a month of the job, and declared. */
  assert_sentence (timeline_fixture_find_cell (fixture, commis, anc_month_new (2026, 8)),
                   "Commis de cuisine, Hôtel des Inventés, August 2026, declared without payslip");
  assert_sentence (g_ptr_array_index (timeline->count_cells, 0), "November 2024, arguable");
  assert_sentence (timeline->total, "9 proven + 2 arguable of 12");
  assert_sentence (timeline->filing, "Filing date, 21 November 2026");
}

static void
test_notes (TimelineFixture *fixture,
            gconstpointer data)
{
  static const char *const sentences[] = {
    "No job: 1 August 2024 – 31 August 2024, 1 month",
    "No job: 1 August 2025 – 31 October 2025, 3 months",
    "Several jobs at once: 15 May 2026 – 30 September 2026, 4 months and 16 days",
  };
  GListModel *notes = anc_timeline_get_notes (ANC_TIMELINE (fixture->timeline));

  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (AncTimelineNote) note = g_list_model_get_item (notes, i);
      g_assert_cmpstr (anc_timeline_note_get_sentence (note), ==, sentences[i]);
    }
}

static void
test_follows_its_models (TimelineFixture *fixture,
                         gconstpointer data)
{
  AncTimelineItem *cook = anc_timeline_sample_get_item (fixture->sample, 2, 0);
  GtkWidget *bar = timeline_fixture_find_bar (fixture, cook);
  int width = gtk_widget_get_width (bar);
  g_autoptr (AncTimelineMonth) month = anc_timeline_item_find_month (cook, anc_month_new (2025, 3));

  anc_timeline_item_set_end (cook, anc_timeline_sample_date ("2025-12-31"));
  anc_timeline_item_set_title (cook, "Chef de partie");
  anc_timeline_month_set_evidence (month, ANC_EVIDENCE_PAYSLIP);
  anc_timeline_month_set_state (month, ANC_MONTH_COUNTED);
  anc_timeline_month_set_source (month, "payslip page 7");
  anc_input_settle (fixture->timeline);

  g_assert_true (timeline_fixture_find_bar (fixture, cook) == bar);
  g_assert_cmpint (gtk_widget_get_width (bar), >, width);
  assert_sentence (bar,
                   "Chef de partie (CDD · 35 h), Restaurant Le Mirage, 1 September 2024 – 31 December 2025, 1 year and 4 months");
  assert_sentence (timeline_fixture_find_cell (fixture, cook, anc_month_new (2025, 3)),
                   "Chef de partie, Restaurant Le Mirage, March 2025, payslip page 7, counted");

  g_list_store_remove (fixture->sample->lanes, 2);
  anc_input_settle (fixture->timeline);
  g_assert_null (timeline_fixture_find_bar (fixture, cook));
}

/* A case that is read again has other objects with the same keys: the focus stays. */
static void
test_other_objects (TimelineFixture *fixture,
                    gconstpointer data)
{
  AncTimelineItem *before = anc_timeline_sample_get_item (fixture->sample, 2, 0);
  g_autoptr (AncTimelineLane) lane = g_list_model_get_item (G_LIST_MODEL (fixture->sample->lanes), 2);
  g_autoptr (AncTimelineItem) after = anc_timeline_item_new (anc_timeline_item_get_key (before),
                                                             anc_timeline_item_get_start (before),
                                                             anc_timeline_item_get_end (before),
                                                             "Cuisinier");
  GtkWidget *bar;

  timeline_fixture_focus (fixture, before);
  bar = timeline_fixture_find_bar (fixture, before);
  g_list_store_splice (G_LIST_STORE (anc_timeline_lane_get_items (lane)), 0, 1, (gpointer *) &after, 1);
  anc_input_settle (fixture->timeline);

  g_assert_true (timeline_fixture_find_bar (fixture, after) == bar);
  g_assert_true (timeline_fixture_get_focus (fixture) == bar);
  g_assert_true (anc_timeline_get_selected (ANC_TIMELINE (fixture->timeline)) == after);
}

/* A payslip of a month outside the job has its cell all the same, and no other month has one. */
static void
test_months_outside (TimelineFixture *fixture,
                     gconstpointer data)
{
  AncTimelineItem *cook = anc_timeline_sample_get_item (fixture->sample, 2, 0); /* to 2025-07 */
  g_autoptr (AncTimelineMonth) month = anc_timeline_month_new (anc_month_new (2025, 9), ANC_EVIDENCE_PAYSLIP);

  anc_timeline_month_set_contradiction (month, "after the job");
  g_list_store_append (G_LIST_STORE (anc_timeline_item_get_months (cook)), month);
  anc_input_settle (fixture->timeline);

  g_assert_nonnull (timeline_fixture_find_cell (fixture, cook, anc_month_new (2025, 9)));
  g_assert_null (timeline_fixture_find_cell (fixture, cook, anc_month_new (2025, 8)));
  assert_sentence (timeline_fixture_find_cell (fixture, cook, anc_month_new (2025, 9)),
                   "Cuisinier, Restaurant Le Mirage, September 2025, payslip, does not count. Warning: after the job");
}

static gsize
count_in (GBytes *bytes,
          const char *needle)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = 0;

  for (const char *here = data; (here = memmem (here,
                                                length - (gsize) (here - data),
                                                needle,
                                                strlen (needle)))
                                != NULL;
       here++)
    n++;

  return n;
}

/* What people type wrongly is shown, or left out, until they mend it. */
static void
test_wrong_dates (TimelineFixture *fixture,
                  gconstpointer data)
{
  AncTimelineItem *cook = anc_timeline_sample_get_item (fixture->sample, 2, 0);
  AncTimelineItem *commis = anc_timeline_sample_get_item (fixture->sample, 3, 0);
  g_autoptr (GBytes) svg = NULL;

  anc_timeline_item_set_end (cook, anc_timeline_sample_date ("2023-01-15"));
  anc_timeline_item_set_start (commis, ANC_DATE_NONE);
  anc_input_settle (fixture->timeline);
  g_assert_null (timeline_fixture_find_bar (fixture, commis));
  assert_sentence (timeline_fixture_find_bar (fixture, cook),
                   "Cuisinier (CDD · 35 h), Restaurant Le Mirage, 1 September 2024 – 15 January 2023, 0 days");
  svg = anc_timeline_export (ANC_TIMELINE (fixture->timeline), ANC_SHEET_SVG);
  g_assert_cmpuint (count_in (svg, "<svg "), ==, 1);

  anc_timeline_item_set_start (cook, ANC_DATE_MIN);
  anc_timeline_item_set_end (cook, ANC_DATE_MAX);
  anc_timeline_item_set_start (commis, anc_timeline_sample_date ("2025-11-01"));
  anc_input_settle (fixture->timeline);
  g_assert_nonnull (timeline_fixture_find_bar (fixture, cook));
  g_assert_nonnull (timeline_fixture_find_bar (fixture, commis));
}

static void
count_cb (GtkWidget *widget,
          gpointer user_data)
{
  guint *n_widgets = user_data;

  (*n_widgets)++;
}

static void
resize (TimelineFixture *fixture,
        int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  anc_input_settle (fixture->timeline);
  while (gtk_widget_get_width (fixture->window) != width)
    g_main_context_iteration (NULL, TRUE);
  anc_input_settle (fixture->timeline);
}

/* What was shown whole stays whole in another width, until somebody zooms or scrolls. */
static void
test_fits_any_width (TimelineFixture *fixture,
                     gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  double day_width = timeline->scale.day_width;
  double x, scroll;

  resize (fixture, 700);
  g_assert_cmpfloat (timeline->scale.day_width, <, day_width);
  x = anc_time_scale_get_x (&timeline->scale, timeline->filing_date);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, timeline->scale.width);
  resize (fixture, 1000);
  g_assert_cmpfloat (timeline->scale.day_width, ==, day_width);

  gtk_widget_activate_action (fixture->timeline, "timeline.zoom-in", NULL);
  anc_input_settle (fixture->timeline);
  day_width = timeline->scale.day_width;
  scroll = timeline->scale.scroll;
  resize (fixture, 800);
  g_assert_cmpfloat (timeline->scale.day_width, ==, day_width);
  g_assert_cmpfloat (timeline->scale.scroll, ==, scroll);
}

/* However far one scrolls, there are about as many widgets as fit into the view. */
static void
test_recycles (TimelineFixture *fixture,
               gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));
  guint n_first = 0;
  guint n_last = 0;

  timeline_fixture_visit (fixture, count_cb, &n_first);
  for (int i = 0; i < 20; i++)
    {
      gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across) * (i % 7) / 7);
      gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down) * (i % 5) / 5);
      anc_input_settle (fixture->timeline);
    }
  timeline_fixture_visit (fixture, count_cb, &n_last);
  g_test_message ("%u widgets at first, %u after scrolling", n_first, n_last);
  g_assert_cmpuint (n_last, <, 2 * n_first + 512);
  g_assert_cmpuint (timeline->entries->len, ==, 60);
}

static void
test_empty (TimelineFixture *fixture,
            gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  g_autoptr (GListStore) none = g_list_store_new (ANC_TYPE_TIMELINE_ITEM);
  g_autoptr (AncTimelineLane) lane = anc_timeline_lane_new (ANC_LANE_JOBS, 1, "Vide inventé", G_LIST_MODEL (none));

  g_assert_true (gtk_widget_get_mapped (timeline->empty));
  gtk_widget_activate_action (fixture->timeline, "timeline.new", NULL);
  timeline_fixture_assert_log (fixture, "create - 2026-11-01 2026-11-30\n");
  g_assert_false (gtk_widget_get_mapped (timeline->empty));
  g_list_store_append (fixture->sample->lanes, lane);
  anc_input_settle (fixture->timeline);
}

/* Everything goes on paper, whatever shows: on one picture, or on as many pages as it takes. */
static void
test_export (TimelineFixture *fixture,
             gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  g_autoptr (GBytes) svg = anc_timeline_export (timeline, ANC_SHEET_SVG);
  g_autoptr (GBytes) png = anc_timeline_export (timeline, ANC_SHEET_PNG);
  g_autoptr (GBytes) pdf = anc_timeline_export (timeline, ANC_SHEET_PDF);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);

  g_assert_cmpuint (count_in (svg, "<svg "), ==, 1);
  g_assert_nonnull (texture);
  /* 40 years would be wider than a picture may be. */
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 8000 + 2 * 18);
  g_assert_cmpuint (count_in (pdf, "%PDF-"), ==, 1);
  g_assert_cmpuint (count_in (pdf, "%%EOF"), ==, 1);
}

static void
test_export_empty (TimelineFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GBytes) pdf = anc_timeline_export (ANC_TIMELINE (fixture->timeline), ANC_SHEET_PDF);

  g_assert_cmpuint (count_in (pdf, "%%EOF"), ==, 1);
}

static void
read_texture_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  *(GdkTexture **) user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (TimelineFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;

  gtk_widget_activate_action (fixture->timeline, "timeline.copy", NULL);
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (fixture->timeline),
                                    NULL,
                                    read_texture_cb,
                                    &texture);
  anc_test_wait_for (texture != NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), >=, 1800);
}

static void
print_done_cb (GtkPrintOperation *operation,
               GtkPrintOperationResult result,
               gpointer user_data)
{
  *(int *) user_data = (int) result;
}

static void
test_print (TimelineFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = anc_timeline_create_print_operation (ANC_TIMELINE (fixture->timeline));
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ancrage-test-print.pdf", NULL);
  g_autoptr (GError) error = NULL;
  int result = -1;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (print_done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);
  anc_test_wait_for (result == GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  /* 60 lanes of 40 points do not go on fewer than four pages of 600. */
  g_assert_cmpint (n_pages, >=, g_list_model_get_n_items (G_LIST_MODEL (fixture->sample->lanes)) == 60 ? 4 : 1);
  g_assert_cmpint (n_pages, <=, g_list_model_get_n_items (G_LIST_MODEL (fixture->sample->lanes)) == 60 ? 8 : 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_badge (void)
{
  static const char *const words[] = { "Not met", "Unknown", "To prove", "Arguable", "Met" };
  GtkWidget *badge = g_object_ref_sink (anc_outcome_badge_new (ANC_OUTCOME_NOT_MET));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      anc_outcome_badge_set_outcome (ANC_OUTCOME_BADGE (badge), (AncOutcome) i);
      g_assert_cmpstr (anc_outcome_badge_get_text (ANC_OUTCOME_BADGE (badge)), ==, words[i]);
      assert_sentence (badge, words[i]);
    }
  anc_outcome_badge_set_text (ANC_OUTCOME_BADGE (badge), "3 mois manquent");
  assert_sentence (badge, "3 mois manquent");
  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                          "anc-outcome-to-prove-symbolic"));
  g_assert_finalize_object (badge);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  anc_widgets_init ();

#define ADD(path, set_up_it, test) g_test_add ("/widgets/timeline/" path, TimelineFixture, NULL, set_up_it, test, tear_down)
  ADD ("all-have-names", set_up, test_all_have_names);
  ADD ("sentences", set_up, test_sentences);
  ADD ("notes", set_up, test_notes);
  ADD ("follows-its-models", set_up, test_follows_its_models);
  ADD ("other-objects", set_up, test_other_objects);
  ADD ("months-outside", set_up, test_months_outside);
  ADD ("wrong-dates", set_up, test_wrong_dates);
  ADD ("fits-any-width", set_up, test_fits_any_width);
  ADD ("recycles", set_up_large, test_recycles);
  ADD ("empty", set_up_empty, test_empty);
  ADD ("export", set_up_large, test_export);
  ADD ("export-empty", set_up_empty, test_export_empty);
  ADD ("copy", set_up, test_copy);
  ADD ("print", set_up, test_print);
  ADD ("print-large", set_up_large, test_print);
#undef ADD
  g_test_add_func ("/widgets/outcome-badge/says-its-outcome", test_badge);

  return g_test_run ();
}
