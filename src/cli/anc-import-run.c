/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-import-run.h"

#include "anc-progress-bar.h"

#include <glib/gi18n.h>

/* ---- Writing ----------------------------------------------------------------------------------- */

static void
committed_cb (AncCase *a_case,
              AncChangeSet *changes,
              gpointer user_data)
{
  AncImportRun *self = user_data;

  g_queue_push_tail (&self->edits, anc_change_set_ref (changes));
}

/* Writes what was done to the case, be it that the person interrupted: it was stored already. */
static int
write_edits (AncImportRun *self)
{
  AncChangeSet *changes;
  int status = ANC_EXIT_OK;

  while ((changes = g_queue_pop_head (&self->edits)) != NULL)
    {
      g_auto (AncWait) wait = { NULL };
      g_autoptr (GError) error = NULL;

      anc_store_commit_async (self->session->store, changes, NULL, anc_wait_cb, &wait);
      if (!anc_store_commit_finish (self->session->store, anc_wait_for (&wait), &error))
        status = anc_session_fail (self->session, self->session->path, error);
      anc_change_set_unref (changes);
    }

  return status;
}

/* ---- Waiting ----------------------------------------------------------------------------------- */

static void
wait_with_bar (AncImportRun *self,
               AncWait *wait)
{
  while (wait->result == NULL)
    {
      g_autofree char *label = NULL;
      guint n_stored, n_to_store;

      g_object_get (self->intake, "n-stored", &n_stored, "n-to-store", &n_to_store, NULL);
      label = g_strdup_printf (ngettext ("%1$u of %2$u file stored", "%1$u of %2$u files stored", n_to_store), n_stored, n_to_store);
      anc_progress_bar_show (n_stored, n_to_store, label);
      g_main_context_iteration (NULL, TRUE);
    }
  anc_progress_bar_hide ();
}

static void
wake_cb (GCancellable *cancellable,
         gpointer user_data)
{
  g_main_context_wakeup (NULL);
}

/* Until nothing is being read any more, or the person interrupts. */
static void
wait_for_reading (AncImportRun *self)
{
  GCancellable *cancellable = self->session->cancellable;
  const gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (wake_cb), NULL, NULL);

  while (anc_intake_is_reading (self->intake) && !g_cancellable_is_cancelled (cancellable))
    {
      const guint n_total = anc_intake_get_n_total (self->intake);
      const guint n_done = anc_intake_get_n_done (self->intake);
      g_autofree char *label = g_strdup_printf (ngettext ("%1$u of %2$u document read", "%1$u of %2$u documents read", n_total),
                                                n_done,
                                                n_total);

      anc_progress_bar_show (n_done, n_total, label);
      g_main_context_iteration (NULL, TRUE);
    }
  g_cancellable_disconnect (cancellable, handler);
  anc_progress_bar_hide ();
}

/* ---- Taking in --------------------------------------------------------------------------------- */

void
anc_import_run_init (AncImportRun *self,
                     AncSession *session,
                     AncCaseRows *rows,
                     const char *password)
{
  g_autoptr (AncReader) reader = anc_reader_new ();

  *self = (AncImportRun){ .session = session };
  self->a_case = anc_case_new_from_rows (rows);
  self->intake = anc_intake_new (session->store, reader);
  anc_intake_set_password (self->intake, password);
  g_signal_connect (self->a_case, "committed", G_CALLBACK (committed_cb), self);
}

void
anc_import_run_clear (AncImportRun *self)
{
  g_queue_clear_full (&self->edits, (GDestroyNotify) anc_change_set_unref);
  g_clear_object (&self->proposals);
  g_clear_object (&self->intake);
  g_clear_object (&self->a_case);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

static int
open_case (AncImportRun *self)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;

  anc_intake_open_case_async (self->intake, self->a_case, self->session->cancellable, anc_wait_cb, &wait);
  self->proposals = anc_intake_open_case_finish (self->intake, anc_wait_for (&wait), &error);

  return self->proposals != NULL ? ANC_EXIT_OK : anc_session_fail (self->session, self->session->path, error);
}

static int
go_on_with_waiting (AncImportRun *self)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;

  anc_intake_start_async (self->intake, self->session->cancellable, anc_wait_cb, &wait);

  return anc_intake_start_finish (self->intake, anc_wait_for (&wait), &error)
             ? ANC_EXIT_OK
             : anc_session_fail (self->session, self->session->path, error);
}

static void
add_files (AncImportRun *self,
           char **paths)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_auto (AncWait) wait = { NULL };

  for (; *paths != NULL; paths++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (*paths);

      g_list_store_append (files, file);
    }
  anc_intake_add_files_async (self->intake, self->a_case, G_LIST_MODEL (files), self->session->cancellable, anc_wait_cb, &wait);
  wait_with_bar (self, &wait);
  self->items = anc_intake_add_finish (self->intake, wait.result, NULL);
}

/**
 * anc_import_run_take:
 * @self: a run
 * @paths: (array zero-terminated=1): files and folders; none to go on with what waits
 *
 * Stores the files, makes documents of them, and reads them.
 *
 * Returns: the exit status: of what the store could not do, or of being interrupted
 */
int
anc_import_run_take (AncImportRun *self,
                     char **paths)
{
  int status = open_case (self);

  if (status == ANC_EXIT_OK)
    status = go_on_with_waiting (self);
  if (status != ANC_EXIT_OK)
    return status;

  add_files (self, paths);
  status = write_edits (self);
  if (status != ANC_EXIT_OK)
    return status;

  wait_for_reading (self);
  return g_cancellable_is_cancelled (self->session->cancellable) ? ANC_EXIT_INTERRUPTED : ANC_EXIT_OK;
}

/* Accepts what is sure. Returns: the exit status */
int
anc_import_run_accept_sure (AncImportRun *self)
{
  const char *name = g_get_real_name ();

  self->n_accepted = anc_proposal_list_accept_sure (self->proposals, name, g_get_real_time ());

  return write_edits (self);
}

/* Ends the reading, so that the store can be closed. Returns: @status */
int
anc_import_run_finish (AncImportRun *self,
                       int status)
{
  g_auto (AncWait) wait = { NULL };

  anc_intake_stop_async (self->intake, anc_wait_cb, &wait);
  anc_intake_stop_finish (self->intake, anc_wait_for (&wait), NULL);

  return status;
}
