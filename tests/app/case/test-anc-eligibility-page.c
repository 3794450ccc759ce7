/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-stage.h"

#include "anc-desk.h"
#include "anc-eligibility-page.h"
#include "anc-widgets.h"

#include <adwaita.h>

/* A page that follows puts off what is out of sight. What it says in the end is held to be what a page says that is
 * made for that date alone; what is in sight is right with the first frame. */

#define START "2017-01-15"
#define PATIENCE 5 /* seconds */

/* A card that comes in sight has its head with the first frame, its criteria with the second and its notes with the
 * third; then may come what moved into sight only now. */
#define N_FRAMES 5

typedef struct
{
  AncOffice *office;
  AncDesk *desk;
  GtkWidget *page;
  GtkWidget *window;
  guint n_painted;
} Shown;

static void
after_paint_cb (GdkFrameClock *clock,
                guint *n_painted)
{
  (*n_painted)++;
}

static void
wait_for_frame (Shown *shown)
{
  const guint before = shown->n_painted;

  gtk_widget_queue_draw (shown->window);
  while (shown->n_painted == before)
    g_main_context_iteration (NULL, TRUE);
}

static AncDate
date_from_text (const char *text)
{
  AncDate date;

  g_assert_true (anc_date_parse (text, &date));
  return date;
}

/* A page that was made on the date @made and has followed to @date since. */
static Shown *
show_page (AncOffice *office,
           const char *sample,
           const char *made,
           const char *date)
{
  Shown *self = g_new0 (Shown, 1);
  g_autofree char *path = g_build_filename (g_getenv ("ANC_SAMPLES"), "cases", sample, NULL);
  g_autoptr (AncCase) a_case = anc_stage_read_case (office, path);

  self->office = office;
  self->desk = anc_desk_new (a_case, anc_office_get_rules (office), date_from_text (made));
  self->page = anc_eligibility_page_new (self->desk);
  anc_evaluator_set_filing_date (anc_desk_get_evaluator (self->desk), date_from_text (date));
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 420);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (self->window))),
                    "after-paint",
                    G_CALLBACK (after_paint_cb),
                    &self->n_painted);
  wait_for_frame (self);
  wait_for_frame (self);

  return self;
}

static void
shown_free (Shown *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->desk);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

static gboolean
is_in_sight (GtkWidget *widget,
             GtkWidget *page)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, page, &bounds) && bounds.origin.y < (float) gtk_widget_get_height (page)
         && bounds.origin.y + bounds.size.height > 0;
}

static void
append_texts (GString *text,
              GtkWidget *widget,
              GtkWidget *page,
              gboolean in_sight)
{
  if (!gtk_widget_get_visible (widget) || (in_sight && !is_in_sight (widget, page)))
    return;

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_texts (text, child, page, in_sight);
}

/* What is written on the page, a line a label. */
static char *
read_page (Shown *shown,
           gboolean in_sight)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_texts (text, shown->page, shown->page, in_sight);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
wait_for_text (Shown *shown,
               const char *expected)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  g_autofree char *text = NULL;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
      g_free (text);
      text = read_page (shown, FALSE);
    }
  while (g_strcmp0 (text, expected) != 0 && g_get_monotonic_time () < end);

  g_assert_cmpstr (text, ==, expected);
}

/* Regimes come, go, change their order and their advice between these. */
static const char *const dates[] = { "2017-02-15", "2019-06-15", "2024-02-15", "2025-02-15", "2026-08-15", "2026-11-15", "2012-11-28" };

static void
test_follows (gconstpointer sample)
{
  g_autofree char *folder = g_dir_make_tmp ("ancrage-page-XXXXXX", NULL);
  g_autoptr (AncOffice) office = anc_stage_create_office (folder, "2026-11-21");
  g_autoptr (Shown) followed = show_page (office, sample, START, START);

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (Shown) made = show_page (office, sample, START, dates[i]);
      g_autofree char *expected = read_page (made, FALSE);
      g_autofree char *at_once = NULL;
      g_autofree char *at_rest = NULL;

      anc_evaluator_set_filing_date (anc_desk_get_evaluator (followed->desk), date_from_text (dates[i]));
      for (int frame = 0; frame < N_FRAMES; frame++)
        wait_for_frame (followed);
      at_once = read_page (followed, TRUE);
      wait_for_text (followed, expected);
      wait_for_frame (followed);
      at_rest = read_page (followed, TRUE);
      g_assert_cmpstr (at_once, ==, at_rest);
    }
}

static void
assert_nothing_else (const char *text,
                     const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) expected_lines, lines[i]))
      g_error ("this is not true of the date: %s", lines[i]);
}

/* An open card that comes with a date does so over some frames, and none of them says anything of another date. */
static void
test_comes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ancrage-page-XXXXXX", NULL);
  g_autoptr (AncOffice) office = anc_stage_create_office (folder, "2026-11-21");
  g_autoptr (Shown) made = show_page (office, "cook-missing-two-months.json", "2026-11-15", "2025-02-15");
  g_autoptr (Shown) followed = show_page (office, "cook-missing-two-months.json", "2026-11-15", "2026-11-15");
  g_autofree char *expected = read_page (made, FALSE);
  g_autofree char *expected_in_sight = read_page (made, TRUE);
  g_autofree char *before = read_page (followed, FALSE);

  g_assert_nonnull (strstr (expected, "Cautions"));
  g_assert_cmpstr (before, !=, expected);
  anc_evaluator_set_filing_date (anc_desk_get_evaluator (followed->desk), date_from_text ("2024-12-15"));
  wait_for_frame (followed);
  anc_evaluator_set_filing_date (anc_desk_get_evaluator (followed->desk), date_from_text ("2025-02-15"));
  for (int frame = 0; frame < N_FRAMES; frame++)
    {
      g_autofree char *in_sight = NULL;

      wait_for_frame (followed);
      in_sight = read_page (followed, TRUE);
      g_assert_cmpstr (in_sight, !=, "");
      assert_nothing_else (in_sight, expected);
      if (frame == 0)
        g_assert_cmpstr (in_sight, !=, expected_in_sight);
      else if (frame == N_FRAMES - 1)
        g_assert_cmpstr (in_sight, ==, expected_in_sight);
    }
  wait_for_text (followed, expected);
}

static void
edit_cb (AncDesk *desk,
         AncRecord *record,
         gint64 *key)
{
  *key = anc_record_get_key (record);
}

static GtkWidget *
find_button (GtkWidget *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* An employer whose kind nobody recorded takes its jobs out of the count: the page says so, and leads there. */
static void
test_left_out (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ancrage-page-XXXXXX", NULL);
  g_autoptr (AncOffice) office = anc_stage_create_office (folder, "2026-11-21");
  g_autoptr (Shown) shown = show_page (office, "cook-missing-two-months.json", "2026-11-15", "2026-11-15");
  AncCase *a_case = anc_desk_get_case (shown->desk);
  AncRecord *employer = anc_record_list_get (anc_case_get_list (a_case, ANC_TABLE_EMPLOYERS), 0);
  g_autofree char *before = read_page (shown, FALSE);
  g_autofree char *after = NULL;
  GtkWidget *mend = find_button (shown->page, "Mend");
  gint64 key = 0;

  g_assert_false (gtk_widget_get_visible (mend));
  g_assert_null (strstr (before, "does not count"));
  anc_case_begin (a_case, "Forget the kind");
  anc_record_set_text (employer, "kind", NULL);
  anc_change_set_unref (anc_case_commit (a_case));
  wait_for_frame (shown);
  after = read_page (shown, FALSE);
  g_assert_nonnull (strstr (after, "1 job does not count"));

  g_signal_connect (shown->desk, "edit", G_CALLBACK (edit_cb), &key);
  g_signal_emit_by_name (mend, "clicked");
  g_assert_cmpint (key, ==, anc_record_get_key (employer));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  anc_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_data_func ("/app/eligibility-page/follows/cook", "cook-missing-two-months.json", test_follows);
  g_test_add_data_func ("/app/eligibility-page/follows/cleaner", "cleaner-three-employers.json", test_follows);

  g_test_add_func ("/app/eligibility-page/comes-without-anything-of-another-date", test_comes);
  g_test_add_func ("/app/eligibility-page/says-what-is-left-out-and-leads-there", test_left_out);

  return g_test_run ();
}
