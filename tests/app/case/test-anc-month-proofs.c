/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-stage.h"

#include "anc-desk.h"
#include "anc-month-proofs.h"
#include "anc-widgets.h"

#include <adwaita.h>

/* A month of the timeline's total leads to its payslip; of several, to a list of them; of none, nowhere. */

#define FIRST "2020-01-01"
#define N_MONTHS 96

typedef struct
{
  AncOffice *office;
  AncDesk *desk;
  GtkWidget *window;
  gint64 edited; /* a key, or 0 */
} Fixture;

static void
edit_cb (AncDesk *desk,
         AncRecord *record,
         Fixture *fixture)
{
  fixture->edited = anc_record_get_key (record);
}

static AncDate
date_from_text (const char *text)
{
  AncDate date;

  g_assert_true (anc_date_parse (text, &date));
  return date;
}

static void
set_up (Fixture *fixture,
        gconstpointer sample)
{
  g_autofree char *folder = g_dir_make_tmp ("ancrage-months-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("ANC_SAMPLES"), "cases", sample, NULL);
  g_autoptr (AncCase) a_case = NULL;

  fixture->office = anc_stage_create_office (folder, "2026-11-21");
  a_case = anc_stage_read_case (fixture->office, path);
  fixture->desk = anc_desk_new (a_case, anc_office_get_rules (fixture->office), date_from_text ("2026-11-15"));
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect (fixture->desk, "edit", G_CALLBACK (edit_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer sample)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->desk);
  g_object_unref (fixture->office);
}

/* How many payslips a month has, and the first of them. */
static guint
count_payslips (Fixture *fixture,
                AncMonth month,
                gint64 *first)
{
  AncRecordList *payslips = anc_case_get_list (anc_desk_get_case (fixture->desk), ANC_TABLE_PAYSLIPS);
  guint n = 0;

  for (guint i = 0; i < anc_record_list_get_count (payslips); i++)
    {
      AncRecord *payslip = anc_record_list_get (payslips, i);

      if (anc_record_get_integer (payslip, "month", ANC_MONTH_NONE) == month && n++ == 0)
        *first = anc_record_get_key (payslip);
    }

  return n;
}

/* The first month that has so many payslips. */
static AncMonth
find_month (Fixture *fixture,
            guint n_payslips,
            gint64 *first)
{
  const AncMonth start = anc_date_get_month (date_from_text (FIRST));

  for (AncMonth month = start; month < start + N_MONTHS; month++)
    if (count_payslips (fixture, month, first) == n_payslips)
      return month;

  g_assert_not_reached ();
}

static GtkWindow *
find_list_window (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_WIDGET (window) != fixture->window)
        return window; /* GTK keeps it */
    }

  return NULL;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_BOX (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static void
test_one_payslip (Fixture *fixture,
                  gconstpointer sample)
{
  gint64 first = 0;
  const AncMonth month = find_month (fixture, 1, &first);

  anc_month_proofs_present_month (fixture->desk, month, GTK_WINDOW (fixture->window));
  g_assert_cmpint (fixture->edited, ==, first);
  g_assert_null (find_list_window (fixture));
}

static void
test_several_payslips (Fixture *fixture,
                       gconstpointer sample)
{
  gint64 first = 0;
  const AncMonth month = find_month (fixture, 2, &first);
  GtkListBox *list;

  anc_month_proofs_present_month (fixture->desk, month, GTK_WINDOW (fixture->window));
  g_assert_cmpint (fixture->edited, ==, 0);
  g_assert_nonnull (find_list_window (fixture));
  list = GTK_LIST_BOX (find_list (GTK_WIDGET (find_list_window (fixture))));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));

  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 0), "activate");
  g_assert_cmpint (fixture->edited, ==, first);
  g_assert_null (find_list_window (fixture));
}

static void
test_no_payslip (Fixture *fixture,
                 gconstpointer sample)
{
  gint64 first;

  anc_month_proofs_present_month (fixture->desk, find_month (fixture, 0, &first), GTK_WINDOW (fixture->window));
  g_assert_cmpint (fixture->edited, ==, 0);
  g_assert_null (find_list_window (fixture));
}

#define ADD(name, function) g_test_add ("/app/month-proofs/" name, Fixture, "cleaner-three-employers.json", set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  anc_widgets_init ();

  ADD ("one-payslip", test_one_payslip);
  ADD ("several-payslips", test_several_payslips);
  ADD ("no-payslip", test_no_payslip);

  return g_test_run ();
}
