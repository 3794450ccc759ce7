/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-import-run.h"
#include "anc-report-import.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Whether a file that was named could not become a document; what a folder holds besides is only told. */
static gboolean
has_failed_file (const AncImportRun *run)
{
  for (guint i = 0; run->items != NULL && i < run->items->len; i++)
    switch (((const AncIntakeItem *) g_ptr_array_index (run->items, i))->outcome)
      {
      case ANC_INTAKE_STORED:
      case ANC_INTAKE_IN_CASE:
      case ANC_INTAKE_HIDDEN:
      case ANC_INTAKE_LINK:
        break;
      case ANC_INTAKE_SPECIAL:
      case ANC_INTAKE_EMPTY:
      case ANC_INTAKE_TOO_LARGE:
      case ANC_INTAKE_UNREADABLE:
      case ANC_INTAKE_NOT_STORED:
      default:
        return TRUE;
      }

  return FALSE;
}

static void
tell_interruption (const AncImportRun *run)
{
  const guint n_waiting = run->proposals != NULL ? anc_proposal_list_count_state (run->proposals, ANC_PROPOSAL_STATE_WAITING) : 0;
  guint n_stored = 0;

  for (guint i = 0; run->items != NULL && i < run->items->len; i++)
    n_stored += ((const AncIntakeItem *) g_ptr_array_index (run->items, i))->outcome == ANC_INTAKE_STORED ? 1 : 0;

  anc_cli_print_error (ngettext ("ancragectl: interrupted; %u document was stored", "ancragectl: interrupted; %u documents were stored", n_stored), n_stored);
  anc_cli_print_error (ngettext ("%u document is still to be read: the same command goes on with it",
                                 "%u documents are still to be read: the same command goes on with them",
                                 n_waiting),
                       n_waiting);
}

static int
report (const AncImportRun *run,
        int status)
{
  if (status == ANC_EXIT_INTERRUPTED)
    {
      tell_interruption (run);
      return status;
    }
  if (status != ANC_EXIT_OK)
    return status;

  anc_report_import_tell_files (run);
  if (run->session->as_json)
    anc_report_import_print_json (run);
  else
    anc_report_import_print (run);

  return has_failed_file (run) || anc_proposal_list_count_state (run->proposals, ANC_PROPOSAL_STATE_UNREADABLE) > 0 ? ANC_EXIT_REFUSED : ANC_EXIT_OK;
}

static int
import (AncSession *session,
        AncCaseRows *rows,
        const char *password,
        gboolean accepts_sure,
        char **paths)
{
  g_auto (AncImportRun) run;
  int status;

  anc_import_run_init (&run, session, rows, password);
  status = anc_import_run_take (&run, paths);
  if (status == ANC_EXIT_OK && accepts_sure)
    status = anc_import_run_accept_sure (&run);

  return anc_import_run_finish (&run, report (&run, status));
}

/* Returns: whether there is a password, or none is needed */
static gboolean
read_password (char *file,
               GCancellable *cancellable,
               char **password)
{
  const AncSecretSource source = { file, -1 };

  *password = file != NULL ? anc_secret_read (&source, "", NULL, cancellable) : NULL;

  return file == NULL || *password != NULL;
}

int
anc_command_import (int argc,
                    char **argv)
{
  g_autofree char *reference = NULL;
  g_autofree char *password_file = NULL;
  gboolean accepts_sure = FALSE;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("The case, by its reference, or by # and its key"), N_ ("REFERENCE") },
    { "accept-sure", 0, 0, G_OPTION_ARG_NONE, &accepts_sure, N_ ("Accept what was read surely and agrees with the case"), NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, N_ ("Read the password of locked documents from the first line of a file"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  g_autoptr (AncCaseRows) rows = NULL;
  char *password;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Stores files, and folders with all that is in them, as documents of a case, reads them and proposes\n"
                                                         "what they prove. Without a path, goes on with what waits to be read."),
                          _ ("[PATH…]"),
                          entries,
                          &argc,
                          &argv,
                          &status))
    return status;
  if (reference == NULL)
    return anc_cli_print_usage_error (_ ("name a case with --case"));
  if (!read_password (password_file, session.cancellable, &password))
    return ANC_EXIT_REFUSED;

  if (anc_session_open (&session, 0, &status))
    {
      rows = anc_session_load_case (&session, reference, &status);
      if (rows != NULL)
        status = import (&session, rows, password, accepts_sure, argv + 1);
      status = anc_session_close (&session, status);
    }
  anc_secret_free (password);

  return status;
}
