/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-store.h"
#include "anc-session.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Entries that are read at a time. */
#define PAGE_SIZE 500

/* ---- Journal --------------------------------------------------------------------------------- */

static void
print_transaction (const AncTransaction *transaction)
{
  static const char *const kinds[] = { N_ ("edit"), N_ ("undo"), N_ ("redo"), N_ ("purge") };
  g_autofree char *time = anc_words_time (transaction->time);
  g_autofree char *key = g_strdup_printf ("#%" G_GINT64_FORMAT, transaction->case_key);
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "  %s  %s  %s: %s%s%s",
                                           transaction->id,
                                           time,
                                           transaction->reference != NULL ? transaction->reference : key,
                                           _ (kinds[transaction->kind]),
                                           *transaction->label != '\0' ? _ (transaction->label) : "",
                                           *transaction->author != '\0' ? " · " : "",
                                           transaction->author);
  g_autofree char *clean = anc_words_clean (line);

  printf ("%s\n", clean);
}

/* Prints the entries before @before and says which was the last; 0 when there are no more. */
static int
print_page (AncSession *session,
            gint64 case_key,
            guint count,
            gint64 *before,
            guint *n_printed)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = NULL;

  anc_store_list_transactions_async (session->store, case_key, *before, count, session->cancellable, anc_wait_cb, &wait);
  page = anc_store_list_transactions_finish (session->store, anc_wait_for (&wait), &error);
  if (page == NULL)
    return anc_session_fail (session, session->path, error);

  for (guint i = 0; i < page->len; i++)
    {
      const AncTransaction *transaction = g_ptr_array_index (page, i);

      if (session->as_json)
        anc_report_print_transaction (transaction);
      else
        print_transaction (transaction);
      *before = transaction->id;
    }
  *n_printed = page->len;

  return ANC_EXIT_OK;
}

static int
print_journal (AncSession *session,
               gint64 case_key,
               guint max)
{
  gint64 before = 0;
  guint n_left = max > 0 ? max : G_MAXUINT;
  int status = ANC_EXIT_OK;

  while (status == ANC_EXIT_OK && n_left > 0)
    {
      const guint count = MIN (n_left, PAGE_SIZE);
      guint n_printed = 0;

      status = print_page (session, case_key, count, &before, &n_printed);
      if (n_printed < count)
        break;
      n_left -= n_printed;
    }

  return status;
}

int
anc_command_journal (int argc,
                     char **argv)
{
  g_autofree char *reference = NULL;
  int max = 0;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("Only what was done to this case"), N_ ("REFERENCE") },
    { "max", 0, 0, G_OPTION_ARG_INT, &max, N_ ("Stop after this many entries"), N_ ("N") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  gint64 case_key = 0;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Lists who changed what and when, the latest first."), NULL, entries, &argc, &argv, &status))
    return status;
  if (argc > 1 || max < 0)
    return anc_cli_print_usage_error (_ ("this command takes options only"));
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  if (reference == NULL || anc_session_find_case_or_deleted (&session, reference, &case_key, &status))
    status = print_journal (&session, case_key, (guint) max);

  return anc_session_close (&session, status);
}

/* ---- Undo and redo --------------------------------------------------------------------------- */

typedef void (*Step) (AncStore *store,
                      gint64 case_key,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
typedef AncChangeSet *(*StepFinish) (AncStore *store,
                                     GAsyncResult *result,
                                     GError **error);

typedef struct
{
  const char *verb;
  const char *done; /* before the label of what was undone or redone */
  const char *nothing;
  Step step;
  StepFinish finish;
} Direction;

static int
take_step (AncSession *session,
           const Direction *direction,
           const char *reference,
           gint64 case_key)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AncChangeSet) changes = NULL;

  direction->step (session->store, case_key, session->cancellable, anc_wait_cb, &wait);
  changes = direction->finish (session->store, anc_wait_for (&wait), &error);
  if (g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    {
      anc_cli_print_error ("%s: %s", reference, _ (direction->nothing));
      return ANC_EXIT_REFUSED;
    }
  if (changes == NULL)
    return anc_session_fail (session, reference, error);

  if (session->as_json)
    anc_report_print_changes (direction->verb, changes);
  else
    {
      g_autofree char *clean = anc_words_clean (_ (anc_change_set_get_label (changes)));

      printf ("%s%s\n", _ (direction->done), clean);
    }

  return ANC_EXIT_OK;
}

static int
run_steps (const Direction *direction,
           const char *summary,
           int argc,
           char **argv)
{
  g_autofree char *reference = NULL;
  int n_steps = 1;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("The case, by its reference, or by # and its key"), N_ ("REFERENCE") },
    { "steps", 0, 0, G_OPTION_ARG_INT, &n_steps, N_ ("How many steps (1)"), N_ ("N") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  gint64 case_key;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, summary, NULL, entries, &argc, &argv, &status))
    return status;
  if (argc > 1 || reference == NULL || n_steps < 1)
    return anc_cli_print_usage_error (_ ("name a case with --case"));
  if (!anc_session_open (&session, 0, &status))
    return status;

  if (anc_session_find_case_or_deleted (&session, reference, &case_key, &status))
    {
      status = ANC_EXIT_OK;
      for (int i = 0; i < n_steps && status == ANC_EXIT_OK; i++)
        status = take_step (&session, direction, reference, case_key);
    }

  return anc_session_close (&session, status);
}

int
anc_command_undo (int argc,
                  char **argv)
{
  static const Direction direction = {
    "undone",
    N_ ("Undone: "),
    N_ ("there is nothing to undo"),
    anc_store_undo_async,
    anc_store_undo_finish,
  };

  return run_steps (&direction, _ ("Takes back the last change of a case, step by step."), argc, argv);
}

int
anc_command_redo (int argc,
                  char **argv)
{
  static const Direction direction = {
    "redone",
    N_ ("Redone: "),
    N_ ("there is nothing to redo"),
    anc_store_redo_async,
    anc_store_redo_finish,
  };

  return run_steps (&direction, _ ("Does again what was undone last, step by step."), argc, argv);
}
