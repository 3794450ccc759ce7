/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-check.h"

#include "anc-files.h"
#include "anc-journal.h"
#include "anc-row-store.h"
#include "anc-search.h"

/* What is reported of one kind of damage; a file broken all over would fill pages. */
#define MAX_REPORTED 100

/* Adds each row of a pragma that lists what is wrong. */
static gboolean
run_pragma (AncDatabase *database,
            const char *sql,
            const char *sound,
            const char *what,
            GPtrArray *problems,
            GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, sql, error);
  guint n_reported = 0;
  AncStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    if (g_strcmp0 (anc_statement_get_text (statement, 0), sound) != 0 && n_reported++ < MAX_REPORTED)
      g_ptr_array_add (problems, g_strdup_printf ("%s: %s", what, anc_statement_get_text (statement, 0)));

  return step == ANC_STEP_DONE;
}

/* ---- Rows beside their journal --------------------------------------------------------------- */

/* What the journal says that each record of a case is: by key; a record deleted is not in it. */
static gboolean
load_journalled (AncDatabase *database,
                 gint64 case_key,
                 GHashTable *rows,
                 GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT c.tbl, c.key, c.after FROM entries_by_case AS e"
                                    " CROSS JOIN journal AS c ON c.id > e.entry << 20 AND c.id < e.entry + 1 << 20"
                                    " WHERE e.case_key = ?1 ORDER BY c.id",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, case_key);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const gint64 key = anc_statement_get_integer (statement, 1);
      const char *name = anc_statement_get_text (statement, 0);
      const AncTable *table = name != NULL ? anc_table_find (name) : NULL;
      AncRow *row = NULL;

      if (table != NULL && !anc_statement_is_null (statement, 2))
        {
          row = anc_row_store_read_image (database, table, case_key, key, anc_statement_get_text (statement, 2), error);
          if (row == NULL)
            return FALSE;
        }
      if (row != NULL)
        g_hash_table_replace (rows, &row->key, row);
      else
        g_hash_table_remove (rows, &key);
    }

  return step == ANC_STEP_DONE;
}

static gboolean
matches_journal (const AncCaseRows *rows,
                 GHashTable *journalled)
{
  guint n_rows = 0;

  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      n_rows += anc_case_rows_get_count (rows, i);
      for (guint j = 0; j < anc_case_rows_get_count (rows, i); j++)
        {
          const AncRow *row = anc_case_rows_get (rows, i, j);
          const AncRow *other = g_hash_table_lookup (journalled, &row->key);

          if (other == NULL || !anc_row_equal (row, other))
            return FALSE;
        }
    }

  return n_rows == g_hash_table_size (journalled);
}

static gboolean
check_case (AncDatabase *database,
            gint64 case_key,
            gboolean is_indexed,
            GPtrArray *problems,
            GError **error)
{
  g_autoptr (GHashTable) journalled = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) anc_row_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AncCaseRows) rows = NULL;

  if (!load_journalled (database, case_key, journalled, error))
    return FALSE;

  rows = anc_row_store_load_case (database, case_key, &local_error);
  if (rows == NULL && !g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (rows != NULL ? !matches_journal (rows, journalled) : g_hash_table_size (journalled) > 0)
    g_ptr_array_add (problems, g_strdup_printf ("case %" G_GINT64_FORMAT " is not what its journal says", case_key));

  return rows == NULL || !is_indexed || anc_search_check_case (database, rows, problems, error);
}

static gboolean
check_cases (AncDatabase *database,
             GPtrArray *problems,
             GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  gint64 n_not_indexed;
  AncStep step;

  if (!anc_search_count_waiting (database, &n_not_indexed, error))
    return FALSE;
  statement = anc_database_prepare (database, "SELECT key FROM cases UNION SELECT case_key FROM journal WHERE kind IS NOT NULL", error);
  if (statement == NULL)
    return FALSE;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    if (!check_case (database, anc_statement_get_integer (statement, 0), n_not_indexed <= 0, problems, error))
      return FALSE;

  return step == ANC_STEP_DONE;
}

/* What lies in the trash is there because an entry of the journal deleted it. */
static gboolean
check_trash (AncDatabase *database,
             GPtrArray *problems,
             GError **error)
{
  gint64 n_strays;

  if (!anc_database_query_integer (database,
                                   "SELECT count(*) FROM trash AS t WHERE NOT EXISTS (SELECT 1 FROM journal AS j"
                                   " JOIN journal AS c ON c.id > t.entry << 20 AND c.id < t.entry + 1 << 20"
                                   " WHERE j.id = t.entry << 20 AND j.case_key = t.case_key"
                                   " AND c.key = iif (t.key = 0, t.case_key, t.key) AND c.after IS NULL)",
                                   &n_strays,
                                   error))
    return FALSE;
  if (n_strays > 0)
    g_ptr_array_add (problems, g_strdup_printf ("%" G_GINT64_FORMAT " things in the trash were never deleted", n_strays));

  return TRUE;
}

static gboolean
look_at_structure (AncDatabase *database,
                   gboolean is_encrypted,
                   GPtrArray *problems,
                   GError **error)
{
  return (!is_encrypted || run_pragma (database, "PRAGMA cipher_integrity_check", NULL, "seal", problems, error))
         && run_pragma (database, "PRAGMA integrity_check", "ok", "structure", problems, error)
         && run_pragma (database, "PRAGMA foreign_key_check", NULL, "a row refers to none", problems, error);
}

/* A page that could not be read for want of memory is told like one that is damaged: what is wrong is what a
 * second look finds too. */
static gboolean
check_structure (AncDatabase *database,
                 gboolean is_encrypted,
                 GPtrArray *problems,
                 GError **error)
{
  if (!look_at_structure (database, is_encrypted, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_ptr_array_set_size (problems, 0);
  return look_at_structure (database, is_encrypted, problems, error);
}

/* What stops a check by being damaged is a finding; what keeps it from looking is not. */
static char **
end_check (GPtrArray *problems,
           GError *problem,
           GError **error)
{
  if (problem != NULL && !g_error_matches (problem, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, problem);
      g_ptr_array_unref (problems);
      return NULL;
    }

  if (problem != NULL)
    g_ptr_array_add (problems, g_strdup (problem->message));
  g_clear_error (&problem);
  g_ptr_array_add (problems, NULL);

  return (char **) g_ptr_array_free (problems, FALSE);
}

/**
 * anc_check_run_structure:
 *
 * What anc_check_run() does that needs not know the tables: for a store of an older version.
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): what is wrong
 */
char **
anc_check_run_structure (AncDatabase *database,
                         gboolean is_encrypted,
                         GError **error)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  GError *problem = NULL;

  check_structure (database, is_encrypted, problems, &problem);
  return end_check (problems, problem, error);
}

/* ---- All ------------------------------------------------------------------------------------- */

/**
 * anc_check_run:
 * @database: a connection
 * @is_encrypted: whether the store has a key
 * @may_write: whether @database can write, which comparing all of the search index needs
 *
 * Reads the whole store: every page's seal, the structure, that each row is what the journal says, the chain
 * of the journal, the digest of each file, the search index; what of the journal is not in the index yet, where
 * @database cannot bring it there, is not compared with it.
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): what is wrong, in English, for logs
 */
char **
anc_check_run (AncDatabase *database,
               gboolean is_encrypted,
               gboolean may_write,
               GError **error)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  GError *problem = NULL;

  if (check_structure (database, is_encrypted, problems, &problem)
      && check_cases (database, problems, &problem)
      && check_trash (database, problems, &problem)
      && anc_journal_check (database, problems, &problem)
      && anc_journal_check_by_case (database, problems, &problem)
      && anc_files_check (database, problems, &problem))
    anc_search_check (database, may_write, problems, &problem);

  return end_check (problems, problem, error);
}
