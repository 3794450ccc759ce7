/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-command-case.h"

#include "anc-line-reader.h"
#include "anc-package-import.h"
#include "anc-report-store.h"
#include "anc-stored-files.h"

#include "anc-case-json.h"
#include "anc-case.h"
#include "anc-words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* No case is anywhere near this long; more is a mistake or an attack. */
#define MAX_CASE_LENGTH (64 * 1024 * 1024)

/* One call of `case import`. */
typedef struct
{
  AncSession *session;
  AncRules *rules;
  AncCaseJsonMode mode;
  const char *documents; /* a folder, or NULL */
} Import;

/* ---- Documents beside a case ----------------------------------------------------------------- */

/* A name in the folder, and not a way out of it. */
static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && *name != '.' && strchr (name, '/') == NULL;
}

/* Puts the file of one document into the store and its hash into the document. */
static gboolean
attach (const Import *import,
        const char *name,
        AncRecord *document,
        int *status)
{
  const char *file = anc_record_get_text (document, "file");
  const char *known = anc_record_get_text (document, "sha256");
  g_autofree char *path = file != NULL && is_plain_name (file) ? g_build_filename (import->documents, file, NULL) : NULL;
  g_autoptr (AncStoredFile) stored = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  stored = anc_stored_files_add (import->session, path, status);
  if (stored == NULL)
    return FALSE;
  if (known != NULL && g_ascii_strcasecmp (known, stored->sha256) != 0)
    {
      anc_cli_print_error (_ ("%1$s: %2$s is not the file that the case names: its SHA-256 differs"), name, path);
      *status = ANC_EXIT_REFUSED;
      return FALSE;
    }
  if (known == NULL)
    anc_record_set_text (document, "sha256", stored->sha256);

  return TRUE;
}

static AncCaseRows *
attach_documents (const Import *import,
                  const char *name,
                  AncCaseRows *rows,
                  int *status)
{
  g_autoptr (AncCase) edited = anc_case_new_from_rows (rows);
  AncRecordList *documents = anc_case_get_list (edited, ANC_TABLE_DOCUMENTS);

  for (guint i = 0; i < anc_record_list_get_count (documents); i++)
    if (!attach (import, name, anc_record_list_get (documents, i), status))
      return NULL;

  return anc_case_dup_rows (edited);
}

/* ---- One case -------------------------------------------------------------------------------- */

static void
tell_imported (const Import *import,
               const AncCaseRows *rows)
{
  const char *reference = anc_row_get_text (anc_case_rows_get_head (rows), "reference");
  g_autoptr (AncCaseReview) review = NULL;
  g_autofree char *clean = NULL;

  if (import->session->as_json)
    {
      review = anc_case_review_new (rows,
                                    ANC_CASE_REVIEW_ALL,
                                    anc_rules_get_territory (import->rules),
                                    anc_rules_get_fact_catalogue (import->rules),
                                    NULL);
      anc_report_print_imported (reference, anc_case_rows_get_key (rows), review);
      return;
    }

  clean = anc_words_clean (reference ?: "–");
  printf ("%s\n", clean);
  fflush (stdout); /* a line printed is a case kept, whatever happens next */
}

/* Returns the exit status of one case. */
static int
import_case (const Import *import,
             const char *name,
             const char *text,
             gsize length)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncCaseRows) complete = NULL;
  g_autoptr (AncChangeSet) changes = NULL;
  const char *reference;
  gboolean exists = FALSE;
  int status = ANC_EXIT_REFUSED;

  rows = anc_case_json_import (text,
                               length,
                               import->mode,
                               anc_rules_get_territory (import->rules),
                               anc_rules_get_fact_catalogue (import->rules),
                               problems);
  anc_cli_append_problems (told, name, FALSE, problems);
  fputs (told->str, stderr);
  if (rows == NULL)
    return ANC_EXIT_REFUSED;

  reference = anc_row_get_text (anc_case_rows_get_head (rows), "reference");
  if (reference != NULL && !anc_command_case_exists (import->session, reference, &exists, &status))
    return status;
  if (exists)
    {
      anc_cli_print_error (_ ("%1$s: there is a case “%2$s” in the store already"), name, reference);
      return ANC_EXIT_REFUSED;
    }

  complete = import->documents != NULL ? attach_documents (import, name, rows, &status) : anc_case_rows_ref (rows);
  if (complete == NULL)
    return status;
  changes = anc_case_rows_dup_creation (complete, N_ ("Import a case"));
  if (!anc_session_commit (import->session, name, changes, &status))
    return status;

  tell_imported (import, complete);
  return ANC_EXIT_OK;
}

/* ---- Files ----------------------------------------------------------------------------------- */

static int
import_file (const Import *import,
             const char *name)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (name, &text, &length, &error))
    {
      anc_cli_print_error ("%s: %s", name, error->message);
      return ANC_EXIT_REFUSED;
    }
  if (length > MAX_CASE_LENGTH)
    {
      anc_cli_print_error (_ ("%s: the file is too large for one case; several cases go into a .jsonl file"), name);
      return ANC_EXIT_REFUSED;
    }

  return import_case (import, name, text, length);
}

static int
import_line (const Import *import,
             const char *name,
             AncLineReader *reader,
             const GString *line)
{
  g_autofree char *place = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, name, anc_line_reader_get_n_lines (reader));

  return strspn (line->str, " \t") == line->len ? ANC_EXIT_OK : import_case (import, place, line->str, line->len);
}

static int
import_lines (const Import *import,
              const char *name,
              int fd)
{
  g_autoptr (AncLineReader) reader = anc_line_reader_new (fd, MAX_CASE_LENGTH);
  int worst = ANC_EXIT_OK;

  /* Whoever writes one case and waits to hear that it is kept can still interrupt. */
  while (!anc_line_reader_would_wait (reader) || anc_wait_for_input (fd, import->session->cancellable))
    {
      g_autoptr (GString) line = g_string_new (NULL);

      switch (anc_line_reader_next (reader, line))
        {
        case ANC_LINE_READ:
          worst = anc_cli_get_worse (worst, import_line (import, name, reader, line));
          break;
        case ANC_LINE_TOO_LONG:
          anc_cli_print_error (_ ("%1$s:%2$lu: the line is too long for one case"), name, (gulong) anc_line_reader_get_n_lines (reader));
          worst = anc_cli_get_worse (worst, ANC_EXIT_REFUSED);
          break;
        case ANC_LINE_ERROR:
          if (errno == EINTR)
            break;
          anc_cli_print_error ("%s: %s", name, g_strerror (errno));
          return anc_cli_get_worse (worst, ANC_EXIT_REFUSED);
        case ANC_LINE_END:
        default:
          return worst;
        }
      g_main_context_iteration (NULL, FALSE); /* an interruption is heard between two cases */
      if (g_cancellable_is_cancelled (import->session->cancellable))
        break;
    }

  return ANC_EXIT_INTERRUPTED;
}

static int
import_lines_file (const Import *import,
                   const char *name)
{
  const int fd = strcmp (name, "-") == 0 ? dup (STDIN_FILENO) : open (name, O_RDONLY | O_CLOEXEC);
  int status;

  if (fd < 0)
    {
      anc_cli_print_error ("%s: %s", name, g_strerror (errno));
      return ANC_EXIT_REFUSED;
    }

  status = import_lines (import, name, fd);
  close (fd);

  return status;
}

static int
import_all (const Import *import,
            char **names,
            const AncPackageImport *package)
{
  int worst = ANC_EXIT_OK;

  for (; *names != NULL && worst < ANC_EXIT_USAGE; names++)
    {
      int status;

      if (strcmp (*names, "-") == 0 || g_str_has_suffix (*names, ".jsonl"))
        status = import_lines_file (import, *names);
      else if (g_str_has_suffix (*names, ".json"))
        status = import_file (import, *names);
      else
        status = anc_package_import_run (package, import->session, *names);
      worst = anc_cli_get_worse (worst, status);
    }

  return worst;
}

/* ---- The verb -------------------------------------------------------------------------------- */

int
anc_command_case_import (int argc,
                         char **argv)
{
  AncPackageImport package = { .passphrase = { NULL, -1 } };
  gboolean lenient = FALSE;
  g_autofree char *documents = NULL;
  g_autofree char *package_file = NULL;
  g_auto (GStrv) take = NULL;
  const GOptionEntry entries[] = {
    { "lenient", 0, 0, G_OPTION_ARG_NONE, &lenient, N_ ("Take cases that the format refuses, as far as they go"), NULL },
    { "documents", 0, 0, G_OPTION_ARG_FILENAME, &documents, N_ ("Take the files that the cases name from a folder"), N_ ("FOLDER") },
    { "show", 0, 0, G_OPTION_ARG_NONE, &package.only_show, N_ ("Of a package, show what would change and take nothing"), NULL },
    { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &take, N_ ("Of a package, take this record or field only, such as jobs[2] or person.birth_date"), N_ ("PATH") },
    { "package-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &package_file, N_ ("Read the passphrase of the package from the first line of a file"), N_ ("FILE") },
    { "package-passphrase-fd", 0, 0, G_OPTION_ARG_INT, &package.passphrase.fd, N_ ("Read the passphrase of the package from a file descriptor"), N_ ("N") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  g_autoptr (AncRules) rules = NULL;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Takes cases into the store: .json holds one, .jsonl one on each line (- reads such lines from standard input), another file is a case package from a colleague."), _ ("FILE…|-"), entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return anc_cli_print_usage_error (_ ("name the files to import"));
  rules = anc_cli_load_rules (NULL);
  if (rules == NULL)
    return ANC_EXIT_REFUSED;
  if (!anc_session_open (&session, 0, &status))
    return status;

  package.take = take;
  package.passphrase.file = package_file;
  status = import_all (&(Import){ &session, rules, lenient ? ANC_CASE_JSON_LENIENT : ANC_CASE_JSON_STRICT, documents }, argv + 1, &package);

  return anc_session_close (&session, status);
}
