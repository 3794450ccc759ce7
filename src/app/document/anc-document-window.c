/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document-window.h"

#include "anc-add-to-case.h"
#include "anc-application.h"
#include "anc-compat.h"
#include "anc-document-pane.h"
#include "anc-shortcuts-window.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gdesktopappinfo.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

struct _AncDocumentWindow
{
  AdwApplicationWindow parent_instance;

  AncReader *reader;
  AncDocumentPane *pane;
  GFile *file; /* (nullable) */

  AdwBin *place;
  AdwWindowTitle *heading;
  GtkMenuButton *menu_button;
  GMenu *applications; /* that open such files */
};

G_DEFINE_FINAL_TYPE (AncDocumentWindow, anc_document_window, ADW_TYPE_APPLICATION_WINDOW)

static void
close_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
shortcuts_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  anc_shortcuts_window_present (GTK_WINDOW (widget));
}

/* ---- Other applications -------------------------------------------------------------------- */

static gboolean
is_ancrage (AncDocumentWindow *self,
            GAppInfo *info)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *id = g_strconcat (g_application_get_application_id (application), ".desktop", NULL);

  return g_strcmp0 (g_app_info_get_id (info), id) == 0;
}

/* The applications are looked for when the menu is opened: they may change, and nobody waits for them before. */
static void
list_applications (GtkMenuButton *button,
                   gpointer user_data)
{
  AncDocumentWindow *self = user_data;
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);
  GList *infos = self->file != NULL ? g_app_info_get_all_for_type (type) : NULL;

  g_menu_remove_all (self->applications);
  for (GList *link = infos; link != NULL; link = link->next)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (is_ancrage (self, link->data) || g_app_info_get_id (link->data) == NULL)
        continue;
      item = g_menu_item_new (g_app_info_get_display_name (link->data), NULL);
      g_menu_item_set_action_and_target (item, "window.open-with", "s", g_app_info_get_id (link->data));
      g_menu_append_item (self->applications, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (self->applications)) == 0)
    g_menu_append (self->applications, _ ("No Other Application"), "window.no-application"); /* which there is not: it is grey */
  g_list_free_full (infos, g_object_unref);
}

static void
open_with_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  AncDocumentWindow *self = ANC_DOCUMENT_WINDOW (widget);
  g_autoptr (GDesktopAppInfo) info = g_desktop_app_info_new (g_variant_get_string (parameter, NULL));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  GList files = { self->file, NULL, NULL };

  if (info == NULL || !g_app_info_launch (G_APP_INFO (info), &files, G_APP_LAUNCH_CONTEXT (context), NULL))
    anc_document_pane_add_toast (self->pane, adw_toast_new (_ ("That application could not be started.")));
}

/* ---- To a case ----------------------------------------------------------------------------- */

static void
show_case_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  anc_application_show_case (ANC_APPLICATION (application), g_variant_get_int64 (parameter));
}

static void
added_cb (AncDocumentWindow *self,
          gint64 case_key,
          const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Added to the case of %s"), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Open the Case"));
  adw_toast_set_action_name (toast, "window.show-case");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (case_key));
  anc_document_pane_add_toast (self->pane, toast);
}

static void
got_office_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (AncDocumentWindow) self = user_data;
  AncOffice *office = anc_application_get_office_finish (ANC_APPLICATION (object), result, NULL);
  AncAddToCase *dialog;

  /* Whoever does not open the office does not want it, and the document may be gone meanwhile. */
  if (office == NULL || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;

  dialog = anc_add_to_case_new (GTK_WINDOW (self), office, self->reader, anc_document_pane_get_fd (self->pane), gtk_window_get_title (GTK_WINDOW (self)), anc_document_pane_get_password (self->pane));
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_to_case_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  anc_application_get_office_async (ANC_APPLICATION (application), got_office_cb, g_object_ref (widget));
}

/* ---- The window ---------------------------------------------------------------------------- */

static void
confirmed_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (AncDocumentWindow) self = user_data;

  if (anc_compat_confirm_finish (result, NULL))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* What was filled in is not thrown away without a word. */
static gboolean
anc_document_window_close_request (GtkWindow *window)
{
  AncDocumentWindow *self = ANC_DOCUMENT_WINDOW (window);

  if (!anc_document_pane_has_changes (self->pane))
    return GTK_WINDOW_CLASS (anc_document_window_parent_class)->close_request (window);

  anc_compat_confirm_async (window, _ ("Close without saving?"), _ ("What you filled in is in no copy yet. Save one with Ctrl+Shift+S."), _ ("Close"), TRUE, NULL, confirmed_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

/* The menu stands beside the pane, out of reach of its actions. */
static void
pane_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (ANC_DOCUMENT_WINDOW (widget)->pane),
                              g_str_equal (action_name, "window.print") ? "document.print" : "document.save-copy",
                              NULL);
}

static void
shown_cb (AncDocumentWindow *self)
{
  gboolean is_shown;

  g_object_get (self->pane, "is-shown", &is_shown, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.print", is_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.save-copy", is_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.add-to-case", is_shown && self->file != NULL);
}

static void
anc_document_window_dispose (GObject *object)
{
  AncDocumentWindow *self = ANC_DOCUMENT_WINDOW (object);

  g_clear_object (&self->file);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (anc_document_window_parent_class)->dispose (object);
}

static void
anc_document_window_class_init (AncDocumentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_document_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = anc_document_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-document-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AncDocumentWindow, place);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentWindow, applications);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentWindow, menu_button);
  gtk_widget_class_install_action (widget_class, "window.close-document", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "window.open-with", "s", open_with_action);
  gtk_widget_class_install_action (widget_class, "window.print", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "window.save-copy", NULL, pane_action);
  gtk_widget_class_install_action (widget_class, "window.add-to-case", NULL, add_to_case_action);
  gtk_widget_class_install_action (widget_class, "window.show-case", "x", show_case_action);
  gtk_widget_class_install_action (widget_class, "window.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "window.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "window.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "window.add-to-case", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close-document", NULL);
}

static void
anc_document_window_init (AncDocumentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, list_applications, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.open-with", FALSE);
}

/**
 * anc_document_window_new:
 * @application: the application
 * @reader: what opens documents
 * @settings: keeps the size of the window for the next one
 *
 * Returns: (transfer none): a window without a document, not shown yet
 */
AncDocumentWindow *
anc_document_window_new (GtkApplication *application,
                         AncReader *reader,
                         GSettings *settings)
{
  AncDocumentWindow *self = g_object_new (ANC_TYPE_DOCUMENT_WINDOW, "application", application, NULL);

  g_settings_bind (settings, "document-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "document-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "document-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  self->reader = g_object_ref (reader);
  self->pane = anc_document_pane_new (reader);
  adw_bin_set_child (self->place, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->pane, "notify::is-shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  shown_cb (self);

  return self;
}

/**
 * anc_document_window_open:
 * @self: a window
 * @fd: (transfer full): a document
 * @title: what it is called
 */
void
anc_document_window_open (AncDocumentWindow *self,
                          int fd,
                          const char *title)
{
  g_return_if_fail (ANC_IS_DOCUMENT_WINDOW (self));

  adw_window_title_set_title (self->heading, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  anc_document_pane_open (self->pane, fd, title);
}

/**
 * anc_document_window_open_file:
 * @self: a window
 * @file: a file
 */
void
anc_document_window_open_file (AncDocumentWindow *self,
                               GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  int fd = path != NULL ? open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) : -1;
  int code = path != NULL ? errno : ENOENT;
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_set_object (&self->file, file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.open-with", TRUE);
  if (fd >= 0 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    {
      anc_document_window_open (self, fd, shown);
      return;
    }

  if (fd >= 0)
    {
      close (fd);
      code = EISDIR;
    }
  adw_window_title_set_title (self->heading, shown);
  gtk_window_set_title (GTK_WINDOW (self), shown);
  error = g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
  anc_document_pane_fail (self->pane, error);
}
