/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-command-case.h"

#include "anc-exhibit-session.h"

#include "anc-plain-value.h"
#include "anc-report-store.h"
#include "anc-report-text.h"
#include "anc-words.h"

#include "anc-case-review.h"
#include "anc-case.h"
#include "anc-store-trash.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Cases that are read at a time. */
#define PAGE_SIZE 500

/* ---- New ------------------------------------------------------------------------------------- */

static int
create_case (AncSession *session,
             const char *reference,
             const char *family_name,
             const char *given_names)
{
  g_autoptr (AncCase) edited = anc_case_new (reference);
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncChangeSet) changes = NULL;
  gboolean exists;
  int status;

  if (!anc_command_case_exists (session, reference, &exists, &status))
    return status;
  if (exists)
    {
      anc_cli_print_error (_ ("ancragectl: there is a case “%s” in the store already"), reference);
      return ANC_EXIT_REFUSED;
    }

  anc_record_set_text (anc_case_get_head (edited), "family_name", family_name);
  anc_record_set_text (anc_case_get_head (edited), "given_names", given_names);
  rows = anc_case_dup_rows (edited);
  changes = anc_case_rows_dup_creation (rows, N_ ("New case"));
  if (!anc_session_commit (session, reference, changes, &status))
    return status;

  if (session->as_json)
    anc_report_print_imported (reference, anc_case_get_key (edited), NULL);

  return ANC_EXIT_OK;
}

static int
new_case (int argc,
          char **argv)
{
  g_autofree char *family_name = NULL;
  g_autofree char *given_names = NULL;
  const GOptionEntry entries[] = {
    { "family-name", 0, 0, G_OPTION_ARG_STRING, &family_name, N_ ("The person’s family name"), N_ ("NAME") },
    { "given-names", 0, 0, G_OPTION_ARG_STRING, &given_names, N_ ("The person’s given names"), N_ ("NAMES") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Opens a new case."), _ ("REFERENCE"), entries, &argc, &argv, &status))
    return status;
  if (argc != 2 || *argv[1] == '\0')
    return anc_cli_print_usage_error (_ ("give the new case one reference"));
  if (!anc_session_open (&session, 0, &status))
    return status;

  return anc_session_close (&session, create_case (&session, argv[1], family_name, given_names));
}

/* ---- List ------------------------------------------------------------------------------------ */

static void
print_entry (const AncCaseEntry *entry)
{
  g_autofree char *time = anc_words_time (entry->changed);
  g_autofree char *line = g_strdup_printf ("%s  %s %s  [%s]  %s%s%s",
                                           entry->reference ?: "–",
                                           entry->family_name ?: "–",
                                           entry->given_names ?: "",
                                           anc_words_state (entry->state),
                                           time,
                                           entry->tags != NULL ? "  " : "",
                                           entry->tags ?: "");
  g_autofree char *clean = anc_words_clean (line);

  printf ("%s\n", clean);
}

static int
list_cases (AncSession *session)
{
  for (guint start = 0;; start += PAGE_SIZE)
    {
      g_auto (AncWait) wait = { NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = NULL;

      anc_store_list_cases_async (session->store, ANC_CASE_ORDER_NAME, start, PAGE_SIZE, session->cancellable, anc_wait_cb, &wait);
      page = anc_store_list_cases_finish (session->store, anc_wait_for (&wait), &error);
      if (page == NULL)
        return anc_session_fail (session, session->path, error);

      for (guint i = 0; i < page->len; i++)
        if (session->as_json)
          anc_report_print_entry (g_ptr_array_index (page, i));
        else
          print_entry (g_ptr_array_index (page, i));
      if (page->len < PAGE_SIZE)
        return ANC_EXIT_OK;
    }
}

static int
list (int argc,
      char **argv)
{
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Lists the cases by name."), NULL, NULL, &argc, &argv, &status))
    return status;
  if (argc > 1)
    return anc_cli_print_usage_error (_ ("this command takes options only"));
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  return anc_session_close (&session, list_cases (&session));
}

/* ---- Show ------------------------------------------------------------------------------------ */

static void
add_field (AncPage *page,
           const AncRow *row,
           guint index)
{
  const AncColumn *column = &row->table->columns[index];
  g_autofree char *value = anc_plain_value_write (column, &row->values[index]);
  g_autofree char *clean = anc_words_clean (value);
  g_autofree char *line = g_strdup_printf ("%s: %s", column->path != NULL ? column->path : column->name, clean);

  if (row->values[index].type != ANC_VALUE_NONE && !column->is_mark)
    anc_page_add (page, 0, 4, ANC_STYLE_PLAIN, line);
}

static void
add_record (AncPage *page,
            const AncRow *row)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < row->table->n_columns; i++)
    {
      g_autofree char *value = anc_plain_value_write (&row->table->columns[i], &row->values[i]);

      if (row->values[i].type != ANC_VALUE_NONE)
        g_string_append_printf (line, "%s%s %s", line->len > 0 ? ", " : "", row->table->columns[i].name, value);
    }
  clean = anc_words_clean (line->str);
  anc_page_add (page, 2, 6, ANC_STYLE_PLAIN, clean);
}

static void
print_case (const AncCaseRows *rows,
            const AncCaseReview *review)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncPage page = { text, anc_cli_get_width (), anc_cli_has_colour () };
  const AncRow *head = anc_case_rows_get_head (rows);

  for (guint i = 0; i < head->table->n_columns; i++)
    add_field (&page, head, i);

  for (guint i = ANC_TABLE_CASES + 1; i < ANC_N_TABLES; i++)
    {
      const guint n = anc_case_rows_get_count (rows, i);
      const guint mark = anc_table_get_mark (i);
      g_autofree char *title = g_strdup_printf ("%s (%u)", anc_table_get (i)->name, n);

      if (n > 0 || (mark != ANC_COLUMN_NONE && head->values[mark].type != ANC_VALUE_NONE))
        anc_page_add (&page, 0, 0, ANC_STYLE_BOLD, title);
      for (guint j = 0; j < n; j++)
        add_record (&page, anc_case_rows_get (rows, i, j));
    }

  anc_report_append_findings (review, TRUE, &page);
  fputs (text->str, stdout);
}

static int
show (int argc,
      char **argv)
{
  g_auto (AncSession) session;
  g_autoptr (AncRules) rules = NULL;
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncCaseReview) review = NULL;
  g_auto (GStrv) proofs = NULL;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Shows a case, and what is contradictory or doubtful in it."), _ ("REFERENCE"), NULL, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name one case"));
  rules = anc_cli_load_rules (NULL);
  if (rules == NULL)
    return ANC_EXIT_REFUSED;
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  proofs = anc_session_load_proofs (&session, &status);
  rows = proofs != NULL ? anc_session_load_case (&session, argv[1], &status) : NULL;
  if (rows != NULL)
    {
      review = anc_case_review_new (rows,
                                    ANC_CASE_REVIEW_ALL,
                                    anc_rules_get_territory (rules),
                                    anc_rules_get_fact_catalogue (rules),
                                    (const char *const *) proofs);
      status = ANC_EXIT_OK;
      if (session.as_json)
        anc_report_print_case (rows, review);
      else
        print_case (rows, review);
    }

  return anc_session_close (&session, status);
}

/* ---- Delete ---------------------------------------------------------------------------------- */

static int delete (int argc,
                   char **argv)
{
  g_auto (AncSession) session;
  gint64 case_key;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Puts a case into the trash, from which it can be restored for some time."), _ ("REFERENCE"), NULL, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name one case"));
  if (!anc_session_open (&session, 0, &status))
    return status;

  if (anc_session_find_case (&session, argv[1], &case_key, &status))
    {
      g_auto (AncWait) wait = { NULL };
      g_autoptr (GError) error = NULL;

      anc_store_delete_case_async (session.store, case_key, session.cancellable, anc_wait_cb, &wait);
      status = anc_store_delete_case_finish (session.store, anc_wait_for (&wait), &error)
                   ? ANC_EXIT_OK
                   : anc_session_fail (&session, argv[1], error);
      if (status == ANC_EXIT_OK && session.as_json)
        anc_report_print_path ("deleted", argv[1]);
    }

  return anc_session_close (&session, status);
}

/* ---- The command ----------------------------------------------------------------------------- */

/**
 * anc_command_case_exists:
 * @session: a session with its store open
 * @reference: a reference
 * @exists: (out): whether a case has it
 * @status: (out): the exit status, on failure, which was then said
 *
 * Returns: whether it could be found out
 */
gboolean
anc_command_case_exists (AncSession *session,
                         const char *reference,
                         gboolean *exists,
                         int *status)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  anc_store_find_cases_async (session->store, reference, session->cancellable, anc_wait_cb, &wait);
  found = anc_store_find_cases_finish (session->store, anc_wait_for (&wait), &error);
  if (found == NULL)
    {
      *status = anc_session_fail (session, reference, error);
      return FALSE;
    }

  *exists = found->len > 0;
  return TRUE;
}

int
anc_command_case (int argc,
                  char **argv)
{
  static const AncVerb verbs[] = {
    { "new", new_case },
    { "list", list },
    { "show", show },
    { "import", anc_command_case_import },
    { "export", anc_command_case_export },
    { "package", anc_command_case_package },
    { "delete", delete },
    { NULL, NULL },
  };

  return anc_cli_run_verb (verbs, argc, argv, _ ("say what to do with cases: new, list, show, import, export, package or delete"));
}
