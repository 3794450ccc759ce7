/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-store.h"
#include "anc-session.h"
#include "anc-words.h"

#include "anc-store-backups.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* ---- Create ---------------------------------------------------------------------------------- */

static int
create_with (AncSession *session,
             const char *passphrase)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;

  anc_store_create_async (session->path, passphrase, session->cancellable, anc_wait_cb, &wait);
  session->store = anc_store_create_finish (anc_wait_for (&wait), &error);
  if (session->store == NULL)
    return anc_session_fail (session, session->path, error);

  return ANC_EXIT_OK;
}

static int
create (int argc,
        char **argv)
{
  gboolean no_passphrase = FALSE;
  const GOptionEntry entries[] = {
    { "no-passphrase", 0, 0, G_OPTION_ARG_NONE, &no_passphrase, N_ ("Do not encrypt the store"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  char *passphrase = NULL;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_ARGUMENT, _ ("Creates an empty store, encrypted with a passphrase."), _ ("FILE"), entries, &argc, &argv, &status))
    return status;
  if (argc > 1)
    return anc_cli_print_usage_error (_ ("name one file"));
  if (no_passphrase && anc_secret_source_is_given (&session.passphrase))
    return anc_cli_print_usage_error (_ ("--no-passphrase and a passphrase do not go together"));

  if (!no_passphrase)
    {
      passphrase = anc_secret_read (&session.passphrase, _ ("New passphrase: "), _ ("The same again: "), session.cancellable);
      if (passphrase == NULL)
        return g_cancellable_is_cancelled (session.cancellable) ? ANC_EXIT_INTERRUPTED : ANC_EXIT_REFUSED;
    }

  status = create_with (&session, passphrase);
  anc_secret_free (passphrase);

  return anc_session_close (&session, status);
}

/* ---- Info ------------------------------------------------------------------------------------ */

static void
print_row (const char *label,
           const char *value)
{
  /* Translators: what is told of a store, and its value. */
  printf (_ ("%1$s: %2$s\n"), label, value);
}

static void
print_count (const char *label,
             gint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  print_row (label, text);
}

static void
print_info (const AncSession *session,
            const AncStoreInfo *info)
{
  g_autofree char *created = anc_words_time (info->created);
  g_autofree char *changed = anc_words_time (info->changed);
  g_autofree char *size = g_format_size ((guint64) info->size);
  g_autofree char *files_size = g_format_size ((guint64) info->files_size);

  printf ("%s\n", session->path);
  print_row (_ ("Encrypted"), anc_store_is_encrypted (session->store) ? _ ("yes") : _ ("no"));
  print_count (_ ("Version of the format"), info->version);
  print_row (_ ("Size"), size);
  print_count (_ ("Cases"), info->n_cases);
  print_count (_ ("Documents"), info->n_documents);
  print_count (_ ("Files"), info->n_files);
  print_row (_ ("Size of the files"), files_size);
  print_count (_ ("Entries of the journal"), info->n_transactions);
  print_row (_ ("Created"), created);
  if (info->changed > 0)
    print_row (_ ("Last changed"), changed);
}

static int
info (int argc,
      char **argv)
{
  g_auto (AncSession) session;
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree AncStoreInfo *found = NULL;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_ARGUMENT, _ ("Says what a store holds."), _ ("FILE"), NULL, &argc, &argv, &status)
      || !anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  anc_store_get_info_async (session.store, session.cancellable, anc_wait_cb, &wait);
  found = anc_store_get_info_finish (session.store, anc_wait_for (&wait), &error);
  status = ANC_EXIT_OK;
  if (found == NULL)
    status = anc_session_fail (&session, session.path, error);
  else if (session.as_json)
    anc_report_print_info (found, anc_store_is_encrypted (session.store));
  else
    print_info (&session, found);

  return anc_session_close (&session, status);
}

/* ---- Check ----------------------------------------------------------------------------------- */

static int
check (int argc,
       char **argv)
{
  g_auto (AncSession) session;
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_ARGUMENT, _ ("Checks that everything in a store is as it was written."), _ ("FILE"), NULL, &argc, &argv, &status)
      || !anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  anc_store_check_async (session.store, session.cancellable, anc_wait_cb, &wait);
  problems = anc_store_check_finish (session.store, anc_wait_for (&wait), &error);
  if (problems == NULL)
    status = anc_session_fail (&session, session.path, error);
  else
    {
      status = *problems != NULL ? ANC_EXIT_REFUSED : ANC_EXIT_OK;
      if (session.as_json)
        anc_report_print_check (problems);
      else if (*problems == NULL)
        printf (_ ("%s: nothing is wrong\n"), session.path);
      for (char **problem = problems; !session.as_json && *problem != NULL; problem++)
        anc_cli_print_error ("%s: %s", session.path, *problem);
    }

  return anc_session_close (&session, status);
}

/* ---- Backups --------------------------------------------------------------------------------- */

static void
list_backups (const AncSession *session)
{
  g_autoptr (GPtrArray) backups = anc_backups_list (session->path);

  if (session->as_json)
    {
      anc_report_print_backups (backups);
      return;
    }

  for (guint i = 0; i < backups->len; i++)
    {
      const AncBackup *one = g_ptr_array_index (backups, i);
      g_autofree char *time = anc_words_time (one->time);
      g_autofree char *size = g_format_size ((guint64) one->size);

      printf ("%s  %s  %s\n", time, size, one->path);
    }
}

static int
back_up (AncSession *session)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  anc_store_back_up_async (session->store, session->cancellable, anc_wait_cb, &wait);
  path = anc_store_back_up_finish (session->store, anc_wait_for (&wait), &error);
  if (path == NULL)
    return anc_session_fail (session, session->path, error);

  if (session->as_json)
    anc_report_print_path ("backup", path);
  else
    printf ("%s\n", path);

  return ANC_EXIT_OK;
}

static int
backup (int argc,
        char **argv)
{
  gboolean only_list = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &only_list, N_ ("List the backups there are, the latest first"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_ARGUMENT, _ ("Backs a store up and reads the backup again."), _ ("FILE"), entries, &argc, &argv, &status))
    return status;
  if (only_list)
    {
      list_backups (&session);
      return ANC_EXIT_OK;
    }
  if (!anc_session_open (&session, 0, &status))
    return status;

  return anc_session_close (&session, back_up (&session));
}

static int
restore_with (AncSession *session,
              const char *backup_path,
              const char *passphrase,
              GError **error)
{
  g_auto (AncWait) wait = { NULL };
  g_autofree char *kept = NULL;

  anc_store_restore_backup_async (session->path, backup_path, passphrase, session->cancellable, anc_wait_cb, &wait);
  kept = anc_store_restore_backup_finish (anc_wait_for (&wait), error);
  if (kept == NULL)
    return ANC_EXIT_REFUSED;

  if (session->as_json)
    anc_report_print_path ("kept", kept);
  else if (*kept != '\0')
    printf (_ ("Restored. What was there before is kept as %s\n"), kept);
  else
    printf (_ ("Restored.\n"));

  return ANC_EXIT_OK;
}

static int
restore (int argc,
         char **argv)
{
  g_auto (AncSession) session;
  g_autoptr (GError) error = NULL;
  char *passphrase = NULL;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_ARGUMENT, _ ("Puts a backup in the place of a store, once it is checked, and keeps the old file."), _ ("FILE BACKUP"), NULL, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name the store and one backup; ancragectl store backup --list says which there are"));

  if (anc_secret_source_is_given (&session.passphrase)
      || (restore_with (&session, argv[1], NULL, &error) != ANC_EXIT_OK
          && g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE)))
    {
      g_clear_error (&error);
      passphrase = anc_secret_read (&session.passphrase, _ ("Passphrase of the backup: "), NULL, session.cancellable);
      if (passphrase == NULL)
        return g_cancellable_is_cancelled (session.cancellable) ? ANC_EXIT_INTERRUPTED : ANC_EXIT_REFUSED;
      restore_with (&session, argv[1], passphrase, &error);
      anc_secret_free (passphrase);
    }

  return error != NULL ? anc_session_fail (&session, argv[1], error) : ANC_EXIT_OK;
}

/* ---- Passphrase ------------------------------------------------------------------------------ */

static int
change_passphrase (AncSession *session,
                   const AncSecretSource *source,
                   gboolean is_removed)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  char *passphrase = NULL;

  if (!is_removed)
    {
      passphrase = anc_secret_read (source, _ ("New passphrase: "), _ ("The same again: "), session->cancellable);
      if (passphrase == NULL)
        return g_cancellable_is_cancelled (session->cancellable) ? ANC_EXIT_INTERRUPTED : ANC_EXIT_REFUSED;
    }

  anc_store_change_passphrase_async (session->store, passphrase, session->cancellable, anc_wait_cb, &wait);
  anc_secret_free (passphrase);
  if (!anc_store_change_passphrase_finish (session->store, anc_wait_for (&wait), &error))
    return anc_session_fail (session, session->path, error);

  return ANC_EXIT_OK;
}

static int
passphrase (int argc,
            char **argv)
{
  AncSecretSource source = { NULL, -1 };
  g_autofree char *file = NULL;
  gboolean is_removed = FALSE;
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &is_removed, N_ ("Leave the store without a passphrase, not encrypted"), NULL },
    { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("Read the new passphrase from the first line of a file"), N_ ("FILE") },
    { "new-passphrase-fd", 0, 0, G_OPTION_ARG_INT, &source.fd, N_ ("Read the new passphrase from a file descriptor"), N_ ("N") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_ARGUMENT, _ ("Sets, changes or removes the passphrase of a store."), _ ("FILE"), entries, &argc, &argv, &status))
    return status;
  source.file = file;
  if (is_removed && anc_secret_source_is_given (&source))
    return anc_cli_print_usage_error (_ ("--remove and a new passphrase do not go together"));
  if (!anc_session_open (&session, 0, &status))
    return status;

  return anc_session_close (&session, change_passphrase (&session, &source, is_removed));
}

/* ---- The command ----------------------------------------------------------------------------- */

int
anc_command_store (int argc,
                   char **argv)
{
  static const AncVerb verbs[] = {
    { "create", create },
    { "info", info },
    { "check", check },
    { "backup", backup },
    { "restore", restore },
    { "passphrase", passphrase },
    { NULL, NULL },
  };

  return anc_cli_run_verb (verbs, argc, argv, _ ("say what to do with the store: create, info, check, backup, restore or passphrase"));
}
