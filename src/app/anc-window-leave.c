/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-window-private.h"

#include "anc-compat.h"
#include "anc-error-words.h"
#include "anc-sample-office.h"

#include <glib/gi18n.h>

/* The way out of an office. */

typedef struct
{
  AncWindow *self;
  void (*then) (AncWindow *self,
                gpointer data);
  gpointer data;
  GDestroyNotify destroy;
} Leave;

static void
leave_free (Leave *leave)
{
  if (leave->destroy != NULL)
    leave->destroy (leave->data);
  g_object_unref (leave->self);
  g_free (leave);
}

static void
drop_office (AncWindow *self)
{
  self->view = NULL;
  adw_bin_set_child (self->office_bin, NULL);
  g_clear_object (&self->office);
  if (self->sample_folder != NULL)
    anc_sample_office_remove_folder (self->sample_folder);
  g_clear_pointer (&self->sample_folder, g_free);
  anc_idle_lock_set_seconds (self->idle, 0);
  gtk_window_set_title (GTK_WINDOW (self), "Ancrage");
  anc_window_update_actions (self);
}

static void
finish_leaving (Leave *leave)
{
  AncWindow *self = leave->self;

  self->is_closing = FALSE;
  drop_office (self);
  leave->then (self, leave->data);
  leave_free (leave);
}

static void
confirmed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  Leave *leave = user_data;

  if (anc_compat_confirm_finish (result, NULL))
    finish_leaving (leave);
  else
    {
      leave->self->is_closing = FALSE;
      anc_office_retry (leave->self->office);
      leave_free (leave);
    }
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Leave *leave = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *body = NULL;

  if (anc_office_close_finish (ANC_OFFICE (source), result, &error))
    {
      finish_leaving (leave);
      return;
    }

  words = anc_error_words (error);
  body = g_strdup_printf (_ ("%s If you leave now, the last changes are lost."), words);
  anc_compat_confirm_async (GTK_WINDOW (leave->self), _ ("Some changes are not saved"), body, _ ("_Leave all the same"), TRUE, NULL, confirmed_cb, leave);
}

/**
 * anc_window_leave_office:
 * @self: the window
 * @then: called when the office is closed, or at once where none is open
 * @data: for @then
 * @destroy: (nullable): frees @data
 *
 * Writes what is still being typed, closes the office and shows nothing of it any more. Where something
 * cannot be written, asks first.
 */
void
anc_window_leave_office (AncWindow *self,
                         void (*then) (AncWindow *self,
                                       gpointer data),
                         gpointer data,
                         GDestroyNotify destroy)
{
  Leave *leave;

  if (self->is_closing)
    {
      if (destroy != NULL)
        destroy (data);
      return;
    }

  leave = g_new0 (Leave, 1);
  leave->self = g_object_ref (self);
  leave->then = then;
  leave->data = data;
  leave->destroy = destroy;

  if (self->office == NULL)
    {
      finish_leaving (leave);
      return;
    }

  self->is_closing = TRUE;
  anc_office_close_async (self->office, closed_cb, leave);
}
