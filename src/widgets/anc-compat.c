/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-compat.h"

#include <glib/gi18n-lib.h>

/* What is called here is deprecated after the version window, yet there up to GTK 4.18 and
 * libadwaita 1.7; what replaces it is not there before GTK 4.10 or libadwaita 1.5. */

void
anc_compat_widget_get_color (GtkWidget *widget,
                             GdkRGBA *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}

/**
 * anc_compat_widget_lookup_color:
 * @widget: a widget
 * @name: a colour that the stylesheet defines
 * @color: (out): the colour, untouched if there is none
 *
 * Returns: whether the stylesheet defines it
 */
gboolean
anc_compat_widget_lookup_color (GtkWidget *widget,
                                const char *name,
                                GdkRGBA *color)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color);
}

/* The native dialog must be kept while it is up: the task that waits for it does. */
static GTask *
task_for_native (gpointer native,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, native, g_object_unref);
  return task;
}

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Dismissed");
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int response,
                  gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    return_cancelled (task);
}

/**
 * anc_compat_open_files_async:
 * @parent: (nullable): the window that asks
 * @title: of the dialog
 * @filters: (nullable): of #GtkFileFilter, the first one chosen
 * @several: whether more than one file may be chosen
 */
void
anc_compat_open_files_async (GtkWindow *parent,
                             const char *title,
                             GListModel *filters,
                             gboolean several,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (filters == NULL || G_IS_LIST_MODEL (filters));

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), several);
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }

  g_signal_connect (dialog,
                    "response",
                    G_CALLBACK (open_response_cb),
                    task_for_native (dialog, cancellable, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * anc_compat_open_files_finish:
 *
 * Returns: (transfer full): the chosen files, or NULL with %G_IO_ERROR_CANCELLED
 */
GListModel *
anc_compat_open_files_finish (GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_response_cb (GtkNativeDialog *dialog,
                  int response,
                  gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    return_cancelled (task);
}

/**
 * anc_compat_save_file_async:
 * @parent: (nullable): the window that asks
 * @title: of the dialog
 * @name: (nullable): the file name it proposes
 */
void
anc_compat_save_file_async (GtkWindow *parent,
                            const char *title,
                            const char *name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  g_signal_connect (dialog,
                    "response",
                    G_CALLBACK (save_response_cb),
                    task_for_native (dialog, cancellable, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * anc_compat_save_file_finish:
 *
 * Returns: (transfer full): the chosen file, or NULL with %G_IO_ERROR_CANCELLED
 */
GFile *
anc_compat_save_file_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
confirm_response_cb (AdwMessageDialog *dialog,
                     const char *response,
                     gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* A dialog that is closed after it was answered answers once more. */
  g_signal_handlers_disconnect_by_func (dialog, confirm_response_cb, user_data);
  g_task_return_boolean (task, g_str_equal (response, "accept"));
}

/**
 * anc_compat_confirm_async:
 * @parent: (nullable): the window that asks
 * @heading: the question
 * @body: (nullable): what follows from it
 * @verb: on the button that says yes
 * @destructive: whether something is lost
 */
void
anc_compat_confirm_async (GtkWindow *parent,
                          const char *heading,
                          const char *body,
                          const char *verb,
                          gboolean destructive,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "accept", verb);
  adw_message_dialog_set_response_appearance (dialog,
                                              "accept",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");

  g_signal_connect (dialog,
                    "response",
                    G_CALLBACK (confirm_response_cb),
                    g_task_new (NULL, cancellable, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * anc_compat_confirm_finish:
 *
 * Returns: whether the person said yes
 */
gboolean
anc_compat_confirm_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
anc_compat_show_about (GtkWindow *parent,
                       const char *name,
                       const char *icon,
                       const char *version,
                       const char *comments)
{
  adw_show_about_window (parent,
                         "application-name",
                         name,
                         "application-icon",
                         icon,
                         "version",
                         version,
                         "comments",
                         comments,
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         NULL);
}

void
anc_compat_open_uri (GtkWindow *parent,
                     const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
