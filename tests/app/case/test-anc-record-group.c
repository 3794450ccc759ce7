/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-stage.h"

#include "anc-case-edits.h"
#include "anc-desk.h"
#include "anc-record-group.h"
#include "anc-widgets.h"

#include <adwaita.h>

#define N_PAYSLIPS 200

/* The rows to be seen, in their order. */
static GPtrArray *
list_rows (GtkWidget *widget,
           GPtrArray *rows)
{
  if (!gtk_widget_get_visible (widget))
    return rows;
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_rows (child, rows);

  return rows;
}

/* Where there is none, there is no frame around it either. */
static gboolean
has_frame (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LIST_BOX (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_frame (child))
      return TRUE;

  return FALSE;
}

static void
assert_rows (GtkWidget *group,
             guint n_rows,
             const char *first)
{
  g_autoptr (GPtrArray) rows = list_rows (group, g_ptr_array_new ());

  g_assert_cmpuint (rows->len, ==, n_rows);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, first);
}

static void
show_more (GtkWidget *group)
{
  g_autoptr (GPtrArray) rows = list_rows (group, g_ptr_array_new ());

  g_signal_emit_by_name (rows->pdata[0], "activated");
}

/* A job of many payslips shows the last ones at once, and the others when they are asked for. */
static void
test_bounded (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ancrage-group-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("ANC_SAMPLES"), "cases", "cook-missing-two-months.json", NULL);
  g_autoptr (AncOffice) office = anc_stage_create_office (folder, "2026-11-21");
  g_autoptr (AncCase) a_case = anc_stage_read_case (office, path);
  g_autoptr (AncDesk) desk = anc_desk_new (a_case, anc_office_get_rules (office), anc_office_get_today (office));
  AncRecordList *jobs = anc_case_get_list (a_case, ANC_TABLE_JOBS);
  AncRecord *job;
  GtkWidget *group;

  job = anc_case_edit_add_job (a_case, NULL, ANC_DATE_NONE, ANC_DATE_NONE);
  g_assert_cmpuint (anc_record_list_get_count (jobs), ==, 2);
  group = g_object_ref_sink (anc_record_group_new (desk, ANC_TABLE_PAYSLIPS, job));
  g_assert_false (has_frame (group));
  g_assert_finalize_object (group);
  for (guint i = 0; i < N_PAYSLIPS; i++)
    anc_case_edit_add_payslip (a_case, job, anc_month_new (2000, 1) + (AncMonth) i);

  group = g_object_ref_sink (anc_record_group_new (desk, ANC_TABLE_PAYSLIPS, job));
  g_assert_true (has_frame (group));
  assert_rows (group, 24 + 1, "Show 176 more");
  show_more (group);
  assert_rows (group, 120 + 1, "Show 80 more");
  show_more (group);
  assert_rows (group, N_PAYSLIPS, "January 2000");
  g_assert_finalize_object (group);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  anc_widgets_init ();

  g_test_add_func ("/app/record-group/bounded", test_bounded);

  return g_test_run ();
}
