/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-window-private.h"

#include "anc-error-words.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AncWindow, anc_window, ADW_TYPE_APPLICATION_WINDOW)

AncApplication *
anc_window_get_application (AncWindow *self)
{
  return ANC_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

AncOfficeOpener *
anc_window_get_opener (AncWindow *self)
{
  return anc_application_get_opener (anc_window_get_application (self));
}

/* ---- Pages ----------------------------------------------------------------------------------- */

/* How long, in ms, the window waits to have something to show before it comes up all the same. */
#define PATIENCE 250

static gboolean
is_blank (AncWindow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "blank");
}

/* Nothing fades in over an empty window. */
void
anc_window_show_page (AncWindow *self,
                      const char *page)
{
  gtk_stack_set_visible_child_full (self->stack, page, is_blank (self) ? GTK_STACK_TRANSITION_TYPE_NONE : GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

/* What the window waited for is there. */
void
anc_window_end_waiting (AncWindow *self)
{
  if (self->present_id == 0)
    return;

  g_clear_handle_id (&self->present_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
waited_cb (gpointer user_data)
{
  anc_window_end_waiting (user_data);

  return G_SOURCE_REMOVE;
}

/**
 * anc_window_present:
 * @self: the window
 *
 * Brings the window up; at the start it comes with what it has to show, unless that takes long.
 */
void
anc_window_present (AncWindow *self)
{
  g_return_if_fail (ANC_IS_WINDOW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)) || !is_blank (self))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->present_id == 0)
    self->present_id = g_timeout_add (PATIENCE, waited_cb, self);
}

/* ---- Words ----------------------------------------------------------------------------------- */

/* Shows a sentence for a while; it may hold what people typed, and a toast reads markup. */
void
anc_window_say (AncWindow *self,
                const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
anc_window_say_error (AncWindow *self,
                      const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_message ("%s", error->message);
  words = anc_error_words (error);
  anc_window_say (self, words);
}

/* ---- The day --------------------------------------------------------------------------------- */

/* An office that stays open overnight goes on with the next day. */
static gboolean
day_cb (gpointer user_data)
{
  AncWindow *self = user_data;

  if (self->office != NULL)
    anc_office_set_today (self->office,
                          anc_application_get_today (anc_window_get_application (self)));

  return G_SOURCE_CONTINUE;
}

/* ---- The session ----------------------------------------------------------------------------- */

static void
session_locked_cb (AncWindow *self)
{
  if (g_settings_get_boolean (self->settings, "session-lock"))
    anc_window_lock (self);
}

/* What the portal tells, where there is no bus of the desktop's own to hear. */
static void
screensaver_cb (GtkApplication *application,
                GParamSpec *pspec,
                AncWindow *self)
{
  gboolean is_active;

  g_object_get (application, "screensaver-active", &is_active, NULL);
  if (is_active)
    session_locked_cb (self);
}

/* ---- Closing --------------------------------------------------------------------------------- */

static void
save_size (AncWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static void
destroy_window (AncWindow *self,
                gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
anc_window_close_request (GtkWindow *window)
{
  AncWindow *self = ANC_WINDOW (window);

  save_size (self);
  if (self->office == NULL)
    return GDK_EVENT_PROPAGATE;

  if (!self->is_closing)
    anc_window_leave_office (self, destroy_window, NULL, NULL);

  return GDK_EVENT_STOP;
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_window_dispose (GObject *object)
{
  AncWindow *self = ANC_WINDOW (object);

  g_clear_handle_id (&self->day_id, g_source_remove);
  g_clear_handle_id (&self->present_id, g_source_remove);
  g_clear_object (&self->idle);
  if (self->session != NULL)
    g_object_run_dispose (G_OBJECT (self->session)); /* its calls may still be on their way */
  g_clear_object (&self->session);
  g_clear_object (&self->office);
  self->view = NULL;

  G_OBJECT_CLASS (anc_window_parent_class)->dispose (object);
}

static void
anc_window_finalize (GObject *object)
{
  AncWindow *self = ANC_WINDOW (object);

  g_clear_object (&self->settings);
  g_free (self->path);
  g_free (self->sample_folder);

  G_OBJECT_CLASS (anc_window_parent_class)->finalize (object);
}

static void
anc_window_class_init (AncWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_window_dispose;
  object_class->finalize = anc_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = anc_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AncWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AncWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AncWindow, office_bin);
  /**
   * AncWindow::office-opened:
   * @self: the window
   */
  g_signal_new ("office-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  anc_window_install_actions (widget_class);
}

static void
anc_window_init (AncWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * anc_window_new:
 * @application: whose window it is
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncWindow *
anc_window_new (AncApplication *application)
{
  AncWindow *self;

  g_return_val_if_fail (ANC_IS_APPLICATION (application), NULL);

  self = g_object_new (ANC_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (anc_application_get_settings (application));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"), g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  self->idle = anc_idle_lock_new ();
  g_signal_connect_object (self->idle, "idle", G_CALLBACK (anc_window_lock), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::idle-lock", G_CALLBACK (anc_window_watch_idle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::idle-lock-minutes", G_CALLBACK (anc_window_watch_idle), self, G_CONNECT_SWAPPED);
  self->session = anc_session_lock_new ();
  g_signal_connect_object (self->session, "locked", G_CALLBACK (session_locked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "notify::screensaver-active", G_CALLBACK (screensaver_cb), self, 0);
  self->day_id = g_timeout_add_seconds (60, day_cb, self);
  anc_window_update_actions (self);

  return self;
}

/**
 * anc_window_get_office:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the office that is open
 */
AncOffice *
anc_window_get_office (AncWindow *self)
{
  g_return_val_if_fail (ANC_IS_WINDOW (self), NULL);

  return self->office;
}

/**
 * anc_window_show_case:
 * @self: the window
 * @case_key: a case of the open office
 */
void
anc_window_show_case (AncWindow *self,
                      gint64 case_key)
{
  g_return_if_fail (ANC_IS_WINDOW (self));

  if (self->view != NULL)
    anc_office_view_open_case (self->view, case_key);
}
