/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-page-private.h"

#include "anc-application.h"
#include "anc-bundle-window.h"
#include "anc-case-edits.h"
#include "anc-compare-window.h"
#include "anc-eligibility-page.h"
#include "anc-grades-window.h"
#include "anc-timeline.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.25

static void
show_page_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  anc_case_page_show (ANC_CASE_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
add_job_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecordList *employers = anc_case_get_list (a_case, ANC_TABLE_EMPLOYERS);
  AncRecord *employer = anc_record_list_get_count (employers) == 1 ? anc_record_list_get (employers, 0) : NULL;

  anc_desk_edit (self->desk, anc_case_edit_add_job (a_case, employer, ANC_DATE_NONE, ANC_DATE_NONE));
}

/* By the key of a record, for who knows no more of it: a link, a notification. */
static void
edit_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  AncRecord *record = anc_case_find (anc_desk_get_case (self->desk), g_variant_get_int64 (parameter));

  if (record != NULL)
    anc_desk_edit (self->desk, record);
}

static void
compare_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  AncCompareWindow *window = anc_compare_window_new (ANC_CASE_PAGE (widget)->desk);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
bundle_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  AncBundleWindow *window = anc_bundle_window_new (self->office,
                                                   self->desk,
                                                   ANC_IS_APPLICATION (application) ? anc_application_get_settings (ANC_APPLICATION (application)) : NULL);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
grades_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (GTK_WINDOW (anc_grades_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                         anc_office_get_exhibits (ANC_CASE_PAGE (widget)->office))));
}

static void
copy_memo_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  g_autofree char *memo = anc_eligibility_page_dup_memo (ANC_ELIGIBILITY_PAGE (self->eligibility));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), memo);
  anc_case_page_tell (self, _ ("The verdicts are on the clipboard"), FALSE);
}

static void
zoom_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncTimeline *timeline = ANC_TIMELINE (ANC_CASE_PAGE (widget)->timeline);

  if (g_str_equal (action, "case.zoom-fit"))
    anc_timeline_fit (timeline);
  else
    anc_timeline_zoom (timeline, g_str_equal (action, "case.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
go_to_filing_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  anc_timeline_go_to_filing (ANC_TIMELINE (ANC_CASE_PAGE (widget)->timeline));
}

static void
focus_date_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  gtk_widget_grab_focus (ANC_CASE_PAGE (widget)->date);
}

static void
notify_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  anc_case_page_tell (ANC_CASE_PAGE (widget), g_variant_get_string (parameter, NULL), g_str_equal (action, "case.tell-undoable"));
}

static void
close_document_action (GtkWidget *widget,
                       const char *action,
                       GVariant *parameter)
{
  anc_case_viewer_close (ANC_CASE_PAGE (widget)->viewer);
}

static void
accept_sure_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  gtk_widget_activate_action (ANC_CASE_PAGE (widget)->exhibits, "exhibits.accept-sure", NULL);
}

void
anc_case_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "case.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "case.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "case.add-job", NULL, add_job_action);
  gtk_widget_class_install_action (widget_class, "case.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "case.bundle", NULL, bundle_action);
  gtk_widget_class_install_action (widget_class, "case.grades", NULL, grades_action);
  gtk_widget_class_install_action (widget_class, "case.copy-memo", NULL, copy_memo_action);
  gtk_widget_class_install_action (widget_class, "case.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "case.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "case.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "case.go-to-filing", NULL, go_to_filing_action);
  gtk_widget_class_install_action (widget_class, "case.focus-date", NULL, focus_date_action);
  gtk_widget_class_install_action (widget_class, "case.notify", "s", notify_action);
  gtk_widget_class_install_action (widget_class, "case.tell-undoable", "s", notify_action);
  gtk_widget_class_install_action (widget_class, "case.close-document", NULL, close_document_action);
  gtk_widget_class_install_action (widget_class, "case.accept-sure", NULL, accept_sure_action);
}

/* Heard wherever the focus is in the window, after the widget that has it. */
static void
add_key (GtkShortcutController *keys,
         const char *trigger,
         const char *action,
         const char *page)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  if (page != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (page));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

/* What is added to it is heard wherever the focus is in the window. */
static GtkShortcutController *
add_controller (AncCasePage *self,
                GtkPropagationPhase phase)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (keys, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  return GTK_SHORTCUT_CONTROLLER (keys);
}

void
anc_case_page_add_keys (AncCasePage *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } actions[] = {
    { "<Control>j", "case.add-job" },
    { "<Control>d", "case.compare" },
    { "<Control>b", "case.bundle" },
    { "<Control><Shift>k", "case.grades" },
    { "<Control><Shift>c", "case.copy-memo" },
    { "<Control>t", "case.focus-date" },
    { "<Control>g", "case.go-to-filing" },
    { "<Control>plus|<Control>KP_Add", "case.zoom-in" },
    { "<Control>minus|<Control>KP_Subtract", "case.zoom-out" },
    { "<Control>0", "case.zoom-fit" },
    { "<Control>v", "documents.paste" },
    { "<Control>Return|<Control>KP_Enter", "case.accept-sure" },
    { "Escape", "case.close-document" },
  };
  GtkShortcutController *keys = add_controller (self, GTK_PHASE_BUBBLE);

  /* A list or an entry that has the focus would take this for “select nothing”. */
  add_key (add_controller (self, GTK_PHASE_CAPTURE), "<Control><Shift>a", "documents.add", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    add_key (keys, actions[i].trigger, actions[i].action, NULL);
  for (guint i = 0; anc_case_page_get_page_name (i) != NULL; i++)
    {
      g_autofree char *trigger = g_strdup_printf ("<Control>%u", i + 1);

      add_key (keys, trigger, "case.show-page", anc_case_page_get_page_name (i));
    }
}
