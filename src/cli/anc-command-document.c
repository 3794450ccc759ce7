/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-store.h"
#include "anc-session.h"
#include "anc-stored-files.h"

#include "anc-case.h"
#include "anc-plain-value.h"
#include "anc-references.h"
#include "anc-typed-value.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_KIND "other"

/* The options of `document add`. */
typedef struct
{
  char *kind;
  char *title;
  char *date;
  char *month;
} Options;

/* ---- Add ------------------------------------------------------------------------------------- */

/* Reads an option into the column it is for; FALSE once what is wrong was said. */
static gboolean
set_option (AncRecord *document,
            const char *column,
            const char *text)
{
  const AncTable *table = anc_record_get_table (document);
  const guint index = anc_table_find_column (table, column);
  g_auto (AncValue) value = { 0 };
  g_autofree char *note = NULL;
  g_autofree char *problem = NULL;

  if (text == NULL)
    return TRUE;
  if (!anc_typed_value_read (&table->columns[index], text, anc_cli_get_today (), &value, &note, &problem))
    {
      anc_cli_print_usage_error ("“%s”: %s", text, problem);
      return FALSE;
    }

  anc_record_set_value (document, index, &value);
  return TRUE;
}

static gboolean
fill_document (AncRecord *document,
               const char *id,
               const char *path,
               const AncStoredFile *file,
               const Options *options)
{
  g_autofree char *name = g_filename_display_basename (path);
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);

  anc_record_set_text (document, "id", id);
  anc_record_set_text (document, "title", options->title != NULL ? options->title : stem);
  anc_record_set_text (document, "kind", options->kind != NULL ? options->kind : DEFAULT_KIND);
  anc_record_set_text (document, "file", name);
  anc_record_set_text (document, "sha256", file->sha256);

  return set_option (document, "date", options->date) && set_option (document, "month", options->month);
}

static void
tell_places (const char *path,
             const AncStoredFile *file)
{
  for (guint i = 0; i < file->places->len; i++)
    {
      const AncFilePlace *place = g_ptr_array_index (file->places, i);

      anc_cli_print_error (_ ("%1$s: the same file is already in case %2$s: “%3$s”"), path, place->reference ?: "–", place->title ?: "");
    }
}

static gboolean
is_in_case (const AncStoredFile *file,
            gint64 case_key)
{
  for (guint i = 0; i < file->places->len; i++)
    if (((const AncFilePlace *) g_ptr_array_index (file->places, i))->case_key == case_key)
      return TRUE;

  return FALSE;
}

static int
add_to_case (AncSession *session,
             AncCase *edited,
             const char *path,
             const AncStoredFile *file,
             const Options *options)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (edited);
  g_autofree char *id = anc_references_make_id (rows, ANC_TABLE_DOCUMENTS);
  g_autoptr (AncChangeSet) changes = NULL;
  AncRecord *document;
  int status = ANC_EXIT_OK;

  anc_case_begin (edited, N_ ("Add a document"));
  document = anc_case_insert (edited, ANC_TABLE_DOCUMENTS, G_MAXUINT);
  if (!fill_document (document, id, path, file, options))
    {
      anc_case_cancel (edited);
      return ANC_EXIT_USAGE;
    }
  changes = anc_case_commit (edited);
  if (!anc_session_commit (session, path, changes, &status))
    return status;

  if (session->as_json)
    anc_report_print_document (anc_record_get_row (document), file);
  else
    printf ("%s  %s\n", id, file->sha256);
  fflush (stdout);

  return ANC_EXIT_OK;
}

static int
add_file (AncSession *session,
          AncCase *edited,
          const char *path,
          const Options *options)
{
  g_autoptr (AncStoredFile) file = NULL;
  int status;

  file = anc_stored_files_add (session, path, &status);
  if (file == NULL)
    return status;
  if (!session->as_json || is_in_case (file, anc_case_get_key (edited)))
    tell_places (path, file);
  if (is_in_case (file, anc_case_get_key (edited)))
    return ANC_EXIT_REFUSED;

  return add_to_case (session, edited, path, file, options);
}

static int
add_files (AncSession *session,
           const char *reference,
           char **paths,
           const Options *options)
{
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncCase) edited = NULL;
  int status = ANC_EXIT_OK;
  int worst = ANC_EXIT_OK;

  rows = anc_session_load_case (session, reference, &status);
  if (rows == NULL)
    return status;

  edited = anc_case_new_from_rows (rows);
  for (; *paths != NULL && worst < ANC_EXIT_USAGE; paths++)
    worst = anc_cli_get_worse (worst, add_file (session, edited, *paths, options));

  return worst;
}

static int
add (int argc,
     char **argv)
{
  g_autofree char *reference = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("The case, by its reference, or by # and its key"), N_ ("REFERENCE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("What kind of document it is: a lower_case word such as payslip"), N_ ("KIND") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Its title (the name of the file)"), N_ ("TITLE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Its date"), N_ ("DATE") },
    { "month", 0, 0, G_OPTION_ARG_STRING, &month, N_ ("The month it is about"), N_ ("MONTH") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Puts files into a case as documents. The files themselves are only read."), _ ("FILE…"), entries, &argc, &argv, &status))
    return status;
  if (reference == NULL || argc < 2)
    return anc_cli_print_usage_error (_ ("name a case with --case, and the files"));
  if (!anc_session_open (&session, 0, &status))
    return status;

  status = add_files (&session, reference, argv + 1, &(Options){ kind, title, date, month });

  return anc_session_close (&session, status);
}

/* ---- List ------------------------------------------------------------------------------------ */

static void
print_document (const AncRow *document)
{
  const AncTable *table = document->table;
  const guint date = anc_table_find_column (table, "date");
  const guint month = anc_table_find_column (table, "month");
  const guint when = document->values[date].type != ANC_VALUE_NONE ? date : month;
  g_autofree char *when_text = anc_plain_value_write (&table->columns[when], &document->values[when]);
  g_autofree char *line = g_strdup_printf ("%s  %s  %s%s%s%s",
                                           anc_row_get_text (document, "id") ?: "–",
                                           anc_row_get_text (document, "kind") ?: "–",
                                           anc_row_get_text (document, "title") ?: "–",
                                           *when_text != '\0' ? "  " : "",
                                           when_text,
                                           anc_row_get_text (document, "sha256") != NULL ? "" : _ ("  (no file)"));
  g_autofree char *clean = anc_words_clean (line);

  printf ("%s\n", clean);
}

static int
list (int argc,
      char **argv)
{
  g_autofree char *reference = NULL;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("The case, by its reference, or by # and its key"), N_ ("REFERENCE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  g_autoptr (AncCaseRows) rows = NULL;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Lists the documents of a case."), NULL, entries, &argc, &argv, &status))
    return status;
  if (reference == NULL || argc > 1)
    return anc_cli_print_usage_error (_ ("name a case with --case"));
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  rows = anc_session_load_case (&session, reference, &status);
  for (guint i = 0; rows != NULL && i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);

      if (session.as_json)
        anc_report_print_document (document, NULL);
      else
        print_document (document);
    }

  return anc_session_close (&session, rows != NULL ? ANC_EXIT_OK : status);
}

/* ---- Extract --------------------------------------------------------------------------------- */

static int
extract_document (AncSession *session,
                  const char *reference,
                  const char *id,
                  const char *path)
{
  g_autoptr (AncCaseRows) rows = NULL;
  int status;

  rows = anc_session_load_case (session, reference, &status);
  if (rows == NULL)
    return status;

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);

      if (g_strcmp0 (anc_row_get_text (document, "id"), id) != 0)
        continue;
      if (anc_row_get_text (document, "sha256") != NULL)
        return anc_stored_files_extract (session, anc_row_get_text (document, "sha256"), path);
      anc_cli_print_error (_ ("ancragectl: the document “%s” has no file"), id);
      return ANC_EXIT_REFUSED;
    }

  anc_cli_print_error (_ ("ancragectl: there is no document “%s” in the case"), id);
  return ANC_EXIT_REFUSED;
}

static int
extract (int argc,
         char **argv)
{
  g_autofree char *reference = NULL;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("The case, by its reference, or by # and its key"), N_ ("REFERENCE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Writes the file of a document, as it was put in; - writes to standard output."), _ ("ID FILE|-"), entries, &argc, &argv, &status))
    return status;
  if (reference == NULL || argc != 3)
    return anc_cli_print_usage_error (_ ("name a case with --case, a document and the file to write"));
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  status = extract_document (&session, reference, argv[1], argv[2]);

  return anc_session_close (&session, status);
}

/* ---- The command ----------------------------------------------------------------------------- */

int
anc_command_document (int argc,
                      char **argv)
{
  static const AncVerb verbs[] = {
    { "add", add },
    { "list", list },
    { "extract", extract },
    { NULL, NULL },
  };

  return anc_cli_run_verb (verbs, argc, argv, _ ("say what to do with documents: add, list or extract"));
}
