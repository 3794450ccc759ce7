/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-command-case.h"

#include "anc-report-store.h"
#include "anc-stored-files.h"

#include "anc-case-json.h"
#include "anc-store-packages.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* ---- Export ---------------------------------------------------------------------------------- */

/* The name a document's file gets: the one it had, or its id, made safe for any folder. */
static char *
make_name (const AncRow *document)
{
  const char *file = anc_row_get_text (document, "file");
  const char *id = anc_row_get_text (document, "id");
  char *name = g_strdup (file != NULL && *file != '\0' ? file : id != NULL && *id != '\0' ? id
                                                                                          : "document");

  for (char *p = name; *p != '\0'; p++)
    if (*p == '/' || g_ascii_iscntrl (*p) || (*p == '.' && p == name))
      *p = '_';

  return name;
}

static int
export_documents (AncSession *session,
                  const AncCaseRows *rows,
                  const char *folder)
{
  int worst = ANC_EXIT_OK;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      anc_cli_print_error ("%s: %s", folder, g_strerror (errno));
      return ANC_EXIT_REFUSED;
    }

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS) && worst < ANC_EXIT_USAGE; i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);
      const char *sha256 = anc_row_get_text (document, "sha256");
      g_autofree char *name = make_name (document);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (sha256 != NULL)
        worst = anc_cli_get_worse (worst, anc_stored_files_extract (session, sha256, path));
    }

  return worst;
}

static int
export_case (AncSession *session,
             const char *reference,
             const char *documents)
{
  g_autoptr (AncCaseRows) rows = NULL;
  g_autofree char *text = NULL;
  int status;

  rows = anc_session_load_case (session, reference, &status);
  if (rows == NULL)
    return status;

  text = anc_case_json_export (rows);
  printf ("%s\n", text);

  return documents != NULL ? export_documents (session, rows, documents) : ANC_EXIT_OK;
}

int
anc_command_case_export (int argc,
                         char **argv)
{
  g_autofree char *documents = NULL;
  const GOptionEntry entries[] = {
    { "documents", 0, 0, G_OPTION_ARG_FILENAME, &documents, N_ ("Write the files of the documents into a folder"), N_ ("FOLDER") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Prints the JSON of cases, one on each line; what the office keeps beside it (state, tags, proofs) goes into packages only."), _ ("REFERENCE…"), entries, &argc, &argv, &status))
    return status;
  if (argc < 2 || (documents != NULL && argc > 2))
    return anc_cli_print_usage_error (documents != NULL ? _ ("name one case, as its files go into one folder") : _ ("name the cases"));
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  status = ANC_EXIT_OK;
  for (char **reference = argv + 1; *reference != NULL && status < ANC_EXIT_USAGE; reference++)
    status = anc_cli_get_worse (status, export_case (&session, *reference, documents));

  return anc_session_close (&session, status);
}

/* ---- Package --------------------------------------------------------------------------------- */

static int
write_package (AncSession *session,
               const char *reference,
               const char *path,
               const AncSecretSource *source)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 case_key;
  char *passphrase;
  int status;

  if (!anc_session_find_case (session, reference, &case_key, &status))
    return status;

  passphrase = anc_secret_read (source, _ ("Passphrase for the package: "), _ ("The same again: "), session->cancellable);
  if (passphrase == NULL)
    return g_cancellable_is_cancelled (session->cancellable) ? ANC_EXIT_INTERRUPTED : ANC_EXIT_REFUSED;

  anc_store_write_package_async (session->store, case_key, path, passphrase, session->cancellable, anc_wait_cb, &wait);
  anc_secret_free (passphrase);
  if (!anc_store_write_package_finish (session->store, anc_wait_for (&wait), &error))
    return anc_session_fail (session, path, error);

  if (session->as_json)
    anc_report_print_path ("package", path);

  return ANC_EXIT_OK;
}

int
anc_command_case_package (int argc,
                          char **argv)
{
  AncSecretSource source = { NULL, -1 };
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "package-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("Read the passphrase for the package from the first line of a file"), N_ ("FILE") },
    { "package-passphrase-fd", 0, 0, G_OPTION_ARG_INT, &source.fd, N_ ("Read the passphrase for the package from a file descriptor"), N_ ("N") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Writes one case with its documents as one encrypted file for a colleague or another office."), _ ("REFERENCE FILE"), entries, &argc, &argv, &status))
    return status;
  if (argc != 3)
    return anc_cli_print_usage_error (_ ("name one case and the file to write"));
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  source.file = file;
  return anc_session_close (&session, write_package (&session, argv[1], argv[2], &source));
}
