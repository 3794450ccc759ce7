/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-window-private.h"

#include "anc-compat.h"
#include "anc-help-window.h"
#include "anc-new-case.h"
#include "anc-preferences-window.h"
#include "anc-shortcuts-window.h"

#include <glib/gi18n.h>

/* ---- Cases ----------------------------------------------------------------------------------- */

static void
case_created_cb (AncNewCase *dialog,
                 AncCase *a_case,
                 AncWindow *self)
{
  if (self->view != NULL)
    anc_office_view_show_case (self->view, a_case);
}

static void
new_case_cb (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);
  g_autofree char *reference = anc_case_list_dup_next_reference (anc_office_view_get_list (self->view));
  AncNewCase *dialog = anc_new_case_new (GTK_WINDOW (self), self->office, reference);

  g_signal_connect_object (dialog, "created", G_CALLBACK (case_created_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restored_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (AncWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!anc_office_restore_case_finish (ANC_OFFICE (source), result, &error))
    anc_window_say_error (self, error);
}

static void
restore_case_cb (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);

  if (self->office != NULL)
    anc_office_restore_case_async (self->office, g_variant_get_int64 (parameter), NULL, restored_cb, g_object_ref (self));
}

static void
trashed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncWindow *self = g_task_get_source_object (task);
  const gint64 *key = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!anc_office_trash_case_finish (ANC_OFFICE (source), result, &error))
    {
      anc_window_say_error (self, error);
      g_task_return_boolean (task, FALSE);
      return;
    }

  toast = adw_toast_new (_ ("The case is in the trash"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-case");
  adw_toast_set_action_target (toast, "x", *key);
  adw_toast_overlay_add_toast (self->toasts, toast);
  g_task_return_boolean (task, TRUE);
}

static void
trash_case_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);
  AncCase *open = self->view != NULL ? anc_office_view_get_case (self->view) : NULL;
  GTask *task;
  gint64 key;

  if (open == NULL)
    return;

  key = anc_case_get_key (open);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, trash_case_cb);
  g_task_set_task_data (task, g_memdup2 (&key, sizeof key), g_free);
  anc_office_trash_case_async (self->office, key, NULL, trashed_cb, task);
}

/* ---- Undo ------------------------------------------------------------------------------------ */

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (anc_office_undo_finish (ANC_OFFICE (source), result, &error))
    return;

  if (g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    anc_window_say (self, _ ("There is nothing to take back."));
  else
    anc_window_say_error (self, error);
}

static void
undo_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);
  AncCase *open = self->view != NULL ? anc_office_view_get_case (self->view) : NULL;

  if (open == NULL)
    return;

  if (g_str_equal (action, "win.undo"))
    anc_office_undo_async (self->office, open, NULL, undone_cb, g_object_ref (self));
  else
    anc_office_redo_async (self->office, open, NULL, undone_cb, g_object_ref (self));
}

static void
retry_save_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);

  if (self->office != NULL)
    anc_office_retry (self->office);
}

/* ---- Moving about ---------------------------------------------------------------------------- */

static void
move_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);

  if (self->view == NULL)
    return;

  if (g_str_equal (action, "win.search"))
    anc_office_view_search (self->view);
  else if (g_str_equal (action, "win.back"))
    anc_office_view_go_back (self->view);
  else if (g_str_equal (action, "win.toggle-sidebar"))
    anc_office_view_toggle_sidebar (self->view);
  else
    anc_office_view_show_place (self->view,
                                g_str_equal (action, "win.show-trash") ? ANC_PLACE_TRASH
                                : g_str_equal (action, "win.show-law") ? ANC_PLACE_LAW
                                                                       : ANC_PLACE_CASES);
}

/* ---- Offices --------------------------------------------------------------------------------- */

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (AncWindow) self = user_data;
  g_autoptr (GListModel) files = anc_compat_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    anc_window_open (self, file);
}

static void
open_office_cb (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) offices = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (offices, _ ("Offices of Ancrage"));
  gtk_file_filter_add_suffix (offices, "ancrage");
  g_list_store_append (filters, offices);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  anc_compat_open_files_async (GTK_WINDOW (widget), _ ("Open an office"), G_LIST_MODEL (filters), FALSE, NULL, file_chosen_cb, g_object_ref (widget));
}

static void
new_office_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  anc_window_show_start (ANC_WINDOW (widget));
}

static void
lock_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);

  if (self->office == NULL)
    return;

  if (anc_store_is_encrypted (anc_office_get_store (self->office)))
    anc_window_lock (self);
  else
    {
      AdwToast *toast = adw_toast_new (_ ("This office has no passphrase, so it cannot be locked."));

      adw_toast_set_button_label (toast, _ ("_Set one"));
      adw_toast_set_action_name (toast, "win.preferences");
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
}

/* ---- Windows --------------------------------------------------------------------------------- */

static void
present_cb (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  AncWindow *self = ANC_WINDOW (widget);

  if (g_str_equal (action, "win.preferences"))
    gtk_window_present (GTK_WINDOW (anc_preferences_window_new (GTK_WINDOW (self), self->settings, self->office)));
  else if (g_str_equal (action, "win.shortcuts"))
    anc_shortcuts_window_present (GTK_WINDOW (self));
  else if (g_str_equal (action, "win.help"))
    anc_help_window_present (GTK_WINDOW (self));
  else
    anc_compat_show_about (GTK_WINDOW (self), "Ancrage", ANC_APPLICATION_ID, ANC_VERSION, _ ("Proves years of work in France, and says what they allow"));
}

/* ---- All of them ----------------------------------------------------------------------------- */

/* Those that need an open office. */
static const char *const office_actions[] = {
  "win.new-case",
  "win.search",
  "win.show-cases",
  "win.show-law",
  "win.show-trash",
  "win.toggle-sidebar",
  "win.back",
  "win.undo",
  "win.redo",
  "win.trash-case",
  "win.restore-case",
  "win.lock",
};

void
anc_window_update_actions (AncWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (office_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), office_actions[i], self->office != NULL);
}

void
anc_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-case", NULL, new_case_cb);
  gtk_widget_class_install_action (widget_class, "win.trash-case", NULL, trash_case_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-case", "x", restore_case_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.retry-save", NULL, retry_save_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "win.show-cases", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "win.show-law", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "win.show-trash", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "win.open-office", NULL, open_office_cb);
  gtk_widget_class_install_action (widget_class, "win.new-office", NULL, new_office_cb);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, present_cb);

  /* Bound here, not as keys of the application: an entry with the focus undoes its own typing first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
