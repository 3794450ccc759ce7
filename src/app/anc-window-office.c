/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-window-private.h"

#include "anc-error-words.h"

#include <glib/gi18n.h>

/* The way into an office that there is, and its lock. */

/* The name of an office is that of its file. */
static char *
dup_office_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".ancrage"))
    name[strlen (name) - strlen (".ancrage")] = '\0';

  return g_filename_display_name (name);
}

void
anc_window_set_path (AncWindow *self,
                     const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
}

/* ---- Pages ----------------------------------------------------------------------------------- */

/* Most starts do not need this page: it is made when it is first shown. */

static void try_to_open (AncWindow *self);

static AncUnlockPage *
get_unlock_page (AncWindow *self)
{
  if (self->unlock_page == NULL)
    {
      self->unlock_page = g_object_new (ANC_TYPE_UNLOCK_PAGE, NULL);
      g_signal_connect_object (self->unlock_page, "unlock", G_CALLBACK (try_to_open), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->unlock_page, "retry", G_CALLBACK (try_to_open), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->unlock_page), "unlock");
    }

  return self->unlock_page;
}

static const char *
get_passphrase (AncWindow *self)
{
  return self->unlock_page != NULL ? anc_unlock_page_get_passphrase (self->unlock_page) : "";
}

void
anc_window_show_problem (AncWindow *self,
                         const GError *error)
{
  g_autofree char *words = anc_error_words (error);

  anc_unlock_page_show_problem (get_unlock_page (self), words);
  anc_window_show_page (self, "unlock");
  anc_window_end_waiting (self);
}

static void
ask_passphrase (AncWindow *self,
                const char *problem)
{
  g_autofree char *name = dup_office_name (self->path);

  anc_unlock_page_set_office (get_unlock_page (self), name);
  anc_window_show_page (self, "unlock");
  anc_window_end_waiting (self);
  anc_unlock_page_ask (self->unlock_page, problem);
}

static void
forget_passphrase (AncWindow *self)
{
  if (self->unlock_page != NULL)
    anc_unlock_page_forget (self->unlock_page);
}

/* ---- Into it --------------------------------------------------------------------------------- */

static void
failed_cb (AncOffice *office,
           GError *error,
           gboolean kept,
           AncWindow *self)
{
  g_autofree char *words = anc_error_words (error);
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_message ("%s", error->message);
  if (!kept)
    {
      anc_window_say (self, words);
      return;
    }

  /* Translators: what follows says why and what to do */
  sentence = g_strdup_printf (_ ("Not saved yet. %s"), words);
  escaped = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("_Try again"));
  adw_toast_set_action_name (toast, "win.retry-save");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
view_failed_cb (AncOfficeView *view,
                GError *error,
                AncWindow *self)
{
  anc_window_say_error (self, error);
}

void
anc_window_show_office (AncWindow *self,
                        AncOffice *office)
{
  g_autofree char *name = dup_office_name (self->path);
  g_autofree char *title = g_strdup_printf (C_ ("window title", "Ancrage — %s"), name);
  g_autofree char *author = g_settings_get_string (self->settings, "author");

  self->office = office;
  anc_office_set_today (office, anc_application_get_today (anc_window_get_application (self)));
  anc_store_set_author (anc_office_get_store (office), author[0] != '\0' ? author : g_get_real_name ());
  g_signal_connect_object (office, "failed", G_CALLBACK (failed_cb), self, 0);

  self->view = anc_office_view_new (office, self->settings, name);
  g_signal_connect_object (self->view, "failed", G_CALLBACK (view_failed_cb), self, 0);
  adw_bin_set_child (self->office_bin, GTK_WIDGET (self->view));
  anc_window_show_page (self, "office");
  g_signal_connect_object (anc_office_view_get_list (self->view), "loaded", G_CALLBACK (anc_window_end_waiting), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (self->sample_folder == NULL)
    g_settings_set_string (self->settings, "last-office", self->path);
  anc_window_watch_idle (self);
  anc_window_update_actions (self);
  if (self->last_case != 0)
    anc_office_view_open_case (self->view, self->last_case);
  self->last_case = 0;
  g_signal_emit_by_name (self, "office-opened");
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AncOffice *office = anc_office_opener_finish (ANC_OFFICE_OPENER (source), result, &error);

  if (office != NULL)
    {
      forget_passphrase (self);
      anc_window_show_office (self, office);
    }
  else if (!g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE))
    {
      g_message ("%s", error->message);
      anc_window_show_problem (self, error);
    }
  else
    {
      g_autofree char *words = anc_error_words (error);

      ask_passphrase (self, get_passphrase (self)[0] != '\0' ? words : NULL);
    }
}

static void
try_to_open (AncWindow *self)
{
  const char *passphrase = get_passphrase (self);

  if (self->unlock_page != NULL)
    anc_unlock_page_wait (self->unlock_page);
  anc_office_opener_open_async (anc_window_get_opener (self), self->path, passphrase[0] != '\0' ? passphrase : NULL, opened_cb, g_object_ref (self));
}

static void
open_path (AncWindow *self,
           gpointer data)
{
  anc_window_set_path (self, data);
  self->last_case = 0;
  forget_passphrase (self);
  anc_window_show_page (self, self->unlock_page != NULL ? "unlock" : "blank");
  try_to_open (self);
}

/**
 * anc_window_open_path:
 * @self: the window
 * @path: the file of an office
 *
 * Leaves the office that is open, if any, and opens another one.
 */
void
anc_window_open_path (AncWindow *self,
                      const char *path)
{
  self->has_started = TRUE;
  anc_window_leave_office (self, open_path, g_strdup (path), g_free);
}

/**
 * anc_window_start:
 * @self: the window
 *
 * Goes to the office opened last, or begins at the beginning. Does so once.
 */
void
anc_window_start (AncWindow *self)
{
  g_autofree char *path = NULL;

  g_return_if_fail (ANC_IS_WINDOW (self));

  if (self->has_started)
    return;

  path = g_settings_get_string (self->settings, "last-office");
  if (anc_application_wants_sample (anc_window_get_application (self)))
    anc_window_start_sample (self);
  else if (path[0] != '\0')
    anc_window_open_path (self, path);
  else
    anc_window_show_start (self);
}

/**
 * anc_window_open:
 * @self: the window
 * @file: a file that the desktop asks to open
 */
void
anc_window_open (AncWindow *self,
                 GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (ANC_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path != NULL && self->office != NULL && g_strcmp0 (path, self->path) == 0)
    return;
  if (path != NULL)
    anc_window_open_path (self, path);
  else
    {
      anc_window_start (self);
      anc_window_say (self, _ ("Only files on this computer can be opened."));
    }
}

/* ---- Locked ---------------------------------------------------------------------------------- */

static void
show_locked (AncWindow *self,
             gpointer data)
{
  self->last_case = *(gint64 *) data;
  forget_passphrase (self);
  ask_passphrase (self, NULL);
}

/* What belongs to the office must not stay in view above the locked window. */
static void
close_dialogs (AncWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_WINDOW (link->data) && link->data != self)
      gtk_window_destroy (link->data);
}

/**
 * anc_window_lock:
 * @self: the window
 *
 * Closes an office that has a passphrase and asks for it; its key leaves the memory. Without a passphrase
 * there is nothing that could be locked.
 */
void
anc_window_lock (AncWindow *self)
{
  AncCase *open;
  gint64 *key;

  if (self->office == NULL || !anc_store_is_encrypted (anc_office_get_store (self->office)))
    return;

  close_dialogs (self);
  open = anc_office_view_get_case (self->view);
  key = g_new (gint64, 1);
  *key = open != NULL ? anc_case_get_key (open) : 0;
  anc_window_leave_office (self, show_locked, key, g_free);
}

void
anc_window_watch_idle (AncWindow *self)
{
  const gboolean watches = self->office != NULL && anc_store_is_encrypted (anc_office_get_store (self->office))
                           && g_settings_get_boolean (self->settings, "idle-lock");

  anc_idle_lock_set_seconds (self->idle, watches ? 60 * g_settings_get_uint (self->settings, "idle-lock-minutes") : 0);
}
