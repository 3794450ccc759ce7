/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-journal.h"

#include "anc-row-store.h"

/* ---- Images ---------------------------------------------------------------------------------- */

/* Reads the two images of a change: columns @first and the next. One of them may be NULL. */
static gboolean
read_images (AncDatabase *database,
             AncStatement *statement,
             int first,
             const char *table_name,
             gint64 case_key,
             gint64 key,
             AncRow **before,
             AncRow **after,
             GError **error)
{
  const AncTable *table = table_name != NULL ? anc_table_find (table_name) : NULL;
  AncRow **const rows[] = { before, after };
  const char *damage = NULL;

  if (table == NULL)
    damage = "the journal names a table that is none";
  else if (case_key <= 0 || key <= 0)
    damage = "the journal names a record that is none";
  else if (anc_statement_is_null (statement, first) && anc_statement_is_null (statement, first + 1))
    damage = "the journal holds a change of nothing";
  if (damage != NULL)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, damage);
      return FALSE;
    }

  for (int i = 0; i < 2; i++)
    if (!anc_statement_is_null (statement, first + i))
      {
        *rows[i] = anc_row_store_read_image (database, table, case_key, key, anc_statement_get_text (statement, first + i), error);
        if (*rows[i] == NULL)
          return FALSE;
      }

  return TRUE;
}

/* Whether an image of a record can come after what the same entry did to it so far. */
static gboolean
follows (const AncChange *earlier,
         const AncTable *table,
         const AncRow *before)
{
  if (earlier == NULL)
    return TRUE;
  if (anc_change_get_row (earlier)->table != table)
    return FALSE;

  return before != NULL ? earlier->after != NULL && anc_row_equal (earlier->after, before) : earlier->after == NULL;
}

static gboolean
add_change (AncChangeSet *changes,
            AncRow *before,
            AncRow *after,
            GError **error)
{
  const AncRow *row = after != NULL ? after : before;

  if (!follows (anc_change_set_find (changes, row->key), row->table, before))
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "the changes of an entry do not follow each other");
      return FALSE;
    }

  anc_change_set_add (changes, before, after);
  return TRUE;
}

/**
 * anc_journal_load_changes:
 * @entry: a number in the journal
 *
 * Returns: (transfer full) (nullable): what the entry did; or %ANC_STORE_ERROR_NOT_FOUND
 */
AncChangeSet *
anc_journal_load_changes (AncDatabase *database,
                          gint64 entry,
                          GError **error)
{
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT j.case_key, j.label, c.tbl, c.key, c.before, c.after FROM journal AS j CROSS JOIN journal AS c"
                                    " ON c.id > ?1 << 20 AND c.id < ?1 + 1 << 20 WHERE j.id = ?1 << 20 ORDER BY c.id",
                                    error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, entry);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const gint64 case_key = anc_statement_get_integer (statement, 0);
      const char *label = anc_statement_get_text (statement, 1);
      g_autoptr (AncRow) before = NULL;
      g_autoptr (AncRow) after = NULL;

      if (!read_images (database,
                        statement,
                        4,
                        anc_statement_get_text (statement, 2),
                        case_key,
                        anc_statement_get_integer (statement, 3),
                        &before,
                        &after,
                        error))
        return NULL;
      if (changes == NULL)
        changes = anc_change_set_new (case_key, label != NULL ? label : "");
      if (!add_change (changes, before, after, error))
        return NULL;
    }
  if (step == ANC_STEP_DONE && changes == NULL)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "there is no such entry in the journal");

  return step == ANC_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

/* ---- As it was ------------------------------------------------------------------------------- */

/* Keys are unique in a case, whatever the table. */
static gboolean
take_rows_changed_since (AncDatabase *database,
                         gint64 case_key,
                         gint64 time,
                         GHashTable *rows,
                         GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT c.tbl, c.key, c.before, c.after FROM entries_by_case AS e"
                                    " CROSS JOIN journal AS j ON j.id = e.entry << 20"
                                    " CROSS JOIN journal AS c ON c.id > e.entry << 20 AND c.id < e.entry + 1 << 20"
                                    " WHERE e.case_key = ?1 AND j.time > ?2 ORDER BY c.id",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, time);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const gint64 key = anc_statement_get_integer (statement, 1);
      g_autoptr (AncRow) before = NULL;
      g_autoptr (AncRow) after = NULL;

      if (!g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        continue; /* the first change since tells how the record was */
      if (!read_images (database, statement, 2, anc_statement_get_text (statement, 0), case_key, key, &before, &after, error))
        return FALSE;

      if (before == NULL)
        g_hash_table_remove (rows, &key);
      else
        {
          AncRow *row = g_steal_pointer (&before);

          g_hash_table_replace (rows, &row->key, row);
        }
    }

  return step == ANC_STEP_DONE;
}

/**
 * anc_journal_load_case_at:
 * @database: a connection, in a transaction
 * @time: µs UTC
 *
 * Returns: (transfer full) (nullable): the case as it was after the last change up to @time; or
 *   %ANC_STORE_ERROR_NOT_FOUND where it was not there
 */
AncCaseRows *
anc_journal_load_case_at (AncDatabase *database,
                          gint64 case_key,
                          gint64 time,
                          GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) anc_row_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AncCaseRows) now = anc_row_store_load_case (database, case_key, &local_error);
  g_autoptr (GPtrArray) list = NULL;
  const AncRow *head;
  GHashTableIter iter;
  gpointer row;

  if (now == NULL && !g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  for (guint i = 0; now != NULL && i < ANC_N_TABLES; i++)
    for (guint j = 0; j < anc_case_rows_get_count (now, i); j++)
      {
        AncRow *kept = anc_row_ref ((AncRow *) anc_case_rows_get (now, i, j));

        g_hash_table_insert (rows, &kept->key, kept);
      }
  if (!take_rows_changed_since (database, case_key, time, rows, error))
    return NULL;

  head = g_hash_table_lookup (rows, &case_key);
  if (head == NULL || head->table->id != ANC_TABLE_CASES)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, head == NULL ? ANC_STORE_ERROR_NOT_FOUND : ANC_STORE_ERROR_DAMAGED, "the case was not there");
      return NULL;
    }

  list = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (list, row);

  return anc_case_rows_new (list);
}

/* ---- Lists ----------------------------------------------------------------------------------- */

static const char *const kind_names[] = { "edit", "undo", "redo", "purge" };

const char *
anc_transaction_kind_to_name (AncTransactionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/* Returns: the kind; an edit where the name is none */
AncTransactionKind
anc_transaction_kind_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      return i;

  return ANC_TRANSACTION_EDIT;
}

void
anc_transaction_free (AncTransaction *self)
{
  if (self == NULL)
    return;

  g_free (self->reference);
  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

static void
history_entry_free (gpointer data)
{
  AncHistoryEntry *self = data;

  anc_transaction_free (self->transaction);
  g_clear_pointer (&self->before, anc_row_unref);
  g_clear_pointer (&self->after, anc_row_unref);
  g_free (self);
}

#define TRANSACTION_COLUMNS                                                                     \
  "j.id >> 20, j.time, j.case_key, (SELECT reference FROM cases WHERE cases.key = j.case_key)," \
  " j.kind, coalesce (j.reverts, 0), j.author, j.label,"                                        \
  " (SELECT count(*) FROM journal AS n WHERE n.id > j.id AND n.id < j.id + (1 << 20))"

static AncTransaction *
read_transaction (AncStatement *statement)
{
  AncTransaction *self = g_new0 (AncTransaction, 1);

  self->id = anc_statement_get_integer (statement, 0);
  self->time = anc_statement_get_integer (statement, 1);
  self->case_key = anc_statement_get_integer (statement, 2);
  self->reference = g_strdup (anc_statement_get_text (statement, 3));
  self->kind = anc_transaction_kind_from_name (anc_statement_get_text (statement, 4));
  self->reverts = anc_statement_get_integer (statement, 5);
  self->author = g_strdup (anc_statement_get_text (statement, 6));
  self->label = g_strdup (anc_statement_get_text (statement, 7));
  self->n_changes = (guint) anc_statement_get_integer (statement, 8);

  return self;
}

/**
 * anc_journal_list:
 * @case_key: the case, or 0 for all
 * @before: the first entry not to list, or 0 to begin with the last
 * @count: how many at most
 *
 * Returns: (transfer full) (element-type AncTransaction) (nullable): the entries, the last first
 */
GPtrArray *
anc_journal_list (AncDatabase *database,
                  gint64 case_key,
                  gint64 before,
                  guint count,
                  GError **error)
{
  static const char of_all[] = ANC_JOURNAL_DOWN_FROM ("min (?2 - 1, " ANC_JOURNAL_LAST ")") "SELECT " TRANSACTION_COLUMNS " FROM down"
                                                                                            " CROSS JOIN journal AS j ON j.id = down.entry << 20 LIMIT ?3";
  static const char of_case[] =
      "SELECT " TRANSACTION_COLUMNS " FROM entries_by_case AS e CROSS JOIN journal AS j ON j.id = e.entry << 20"
      " WHERE e.case_key = ?1 AND e.entry < ?2 ORDER BY e.entry DESC LIMIT ?3";
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_transaction_free);
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database, case_key == 0 ? of_all : of_case, error);
  if (statement == NULL)
    return NULL;

  if (case_key != 0)
    anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, before > 0 ? before : G_MAXINT64);
  anc_statement_bind_integer (statement, 3, count);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    g_ptr_array_add (list, read_transaction (statement));

  return step == ANC_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * anc_journal_list_history:
 * @case_key: the case
 * @key: one of its records, there or deleted
 *
 * Returns: (transfer full) (element-type AncHistoryEntry) (nullable): what became of the record, the first
 *   change first
 */
GPtrArray *
anc_journal_list_history (AncDatabase *database,
                          gint64 case_key,
                          gint64 key,
                          GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (history_entry_free);
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT " TRANSACTION_COLUMNS ", c.tbl, c.before, c.after FROM entries_by_case AS e"
                                    " CROSS JOIN journal AS j ON j.id = e.entry << 20"
                                    " CROSS JOIN journal AS c ON c.id > e.entry << 20 AND c.id < e.entry + 1 << 20"
                                    " WHERE e.case_key = ?1 AND c.key = ?2 ORDER BY c.id",
                                    error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, key);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      AncHistoryEntry *entry = g_new0 (AncHistoryEntry, 1);

      g_ptr_array_add (list, entry);
      entry->transaction = read_transaction (statement);
      if (!read_images (database, statement, 10, anc_statement_get_text (statement, 9), case_key, key, &entry->before, &entry->after, error))
        return NULL;
    }

  return step == ANC_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/* ---- Entries by case ------------------------------------------------------------------------- */

/**
 * anc_journal_list_by_case:
 * @database: the connection that writes, outside of a transaction
 *
 * Brings the entries of each case up to the journal: it is not part of the transactions people wait for. Where
 * entries are sought by case, those still to be listed are looked through, so there should never be many.
 */
gboolean
anc_journal_list_by_case (AncDatabase *database,
                          GError **error)
{
  static const char list[] = "INSERT OR IGNORE INTO case_entries SELECT case_key, id >> 20 FROM journal"
                             " WHERE kind IS NOT NULL AND id >= 1 + " ANC_JOURNAL_LISTED " << 20";
  static const char mark[] = "INSERT INTO settings VALUES ('listed', " ANC_JOURNAL_LAST ")"
                             " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  gint64 n_waiting;

  if (!anc_database_query_integer (database, "SELECT coalesce (" ANC_JOURNAL_LAST ", 0) - " ANC_JOURNAL_LISTED, &n_waiting, error))
    return FALSE;
  if (n_waiting <= 0)
    return TRUE;

  if (!anc_database_begin (database, error))
    return FALSE;
  if (anc_database_run (database, list, error) && anc_database_run (database, mark, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

/**
 * anc_journal_check_by_case:
 * @database: a connection, in a transaction
 * @problems: (element-type utf8): where to add what is wrong
 *
 * Sees that each entry is listed once, with its case.
 */
gboolean
anc_journal_check_by_case (AncDatabase *database,
                           GPtrArray *problems,
                           GError **error)
{
  gint64 n_wrong;

  if (!anc_database_query_integer (database,
                                   "SELECT (SELECT count(*) FROM case_entries AS e LEFT JOIN journal AS j"
                                   " ON j.id = e.entry << 20 WHERE j.case_key IS NOT e.case_key)"
                                   " + abs ((SELECT count(*) FROM journal WHERE kind IS NOT NULL)"
                                   " - (SELECT count(*) FROM entries_by_case))",
                                   &n_wrong,
                                   error))
    return FALSE;
  if (n_wrong > 0)
    g_ptr_array_add (problems, g_strdup_printf ("%" G_GINT64_FORMAT " journal entries are not listed with their case", n_wrong));

  return TRUE;
}
