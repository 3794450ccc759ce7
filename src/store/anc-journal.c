/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-journal.h"

#include <string.h>

#include "anc-digest.h"
#include "anc-row-store.h"

/* ---- The chain ------------------------------------------------------------------------------- */

/* SHA-256 of the words and changes of an entry: what a purge takes away. */
static gboolean
digest_content (AncDatabase *database,
                gint64 entry,
                const char *author,
                const char *label,
                guint8 content[ANC_DIGEST_SIZE],
                guint *n_changes,
                GError **error)
{
  g_autoptr (AncDigest) digest = anc_digest_new ();
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT tbl, key, before, after FROM journal WHERE id > ?1 << 20 AND id < ?1 + 1 << 20 ORDER BY id",
                                    error);
  if (statement == NULL)
    return FALSE;

  *n_changes = 0;
  anc_digest_add_text (digest, author);
  anc_digest_add_text (digest, label);
  anc_statement_bind_integer (statement, 1, entry);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      anc_digest_add_text (digest, anc_statement_get_text (statement, 0));
      anc_digest_add_integer (digest, anc_statement_get_integer (statement, 1));
      anc_digest_add_text (digest, anc_statement_get_text (statement, 2));
      anc_digest_add_text (digest, anc_statement_get_text (statement, 3));
      (*n_changes)++;
    }
  anc_digest_end (digest, content);

  return step == ANC_STEP_DONE;
}

/* What stays of an entry after a purge, and its words. */
typedef struct
{
  gint64 id;
  gint64 time;
  gint64 case_key;
  const char *kind;
  gint64 reverts; /* 0 for none */
  const char *author;
  const char *label;
} Entry;

/* The chain of an entry: of that before it, of what stays of it after a purge, and of its content. */
static void
digest_chain (const guint8 *previous,
              const Entry *entry,
              const guint8 *content,
              guint8 chain[ANC_DIGEST_SIZE])
{
  g_autoptr (AncDigest) digest = anc_digest_new ();

  anc_digest_add_bytes (digest, previous, ANC_DIGEST_SIZE);
  anc_digest_add_integer (digest, entry->id);
  anc_digest_add_integer (digest, entry->time);
  anc_digest_add_integer (digest, entry->case_key);
  anc_digest_add_text (digest, entry->kind);
  anc_digest_add_integer (digest, entry->reverts);
  anc_digest_add_bytes (digest, content, ANC_DIGEST_SIZE);
  anc_digest_end (digest, chain);
}

/* The number, time and chain of the last entry; zeros before the first, and where the last has lost its head. */
static gboolean
load_last (AncDatabase *database,
           gint64 *id,
           gint64 *time,
           guint8 chain[ANC_DIGEST_SIZE],
           GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  const guint8 *bytes;
  gsize length;
  AncStep step;

  *id = 0;
  *time = 0;
  memset (chain, 0, ANC_DIGEST_SIZE);
  statement = anc_database_prepare (database,
                                    "SELECT last.entry, time, chain FROM (SELECT " ANC_JOURNAL_LAST " AS entry) AS last"
                                    " LEFT JOIN journal ON id = last.entry << 20",
                                    error);
  if (statement == NULL)
    return FALSE;

  step = anc_statement_step (statement, error);
  if (step != ANC_STEP_ROW)
    return step == ANC_STEP_DONE;

  *id = anc_statement_get_integer (statement, 0);
  *time = anc_statement_get_integer (statement, 1);
  bytes = anc_statement_get_bytes (statement, 2, &length);
  if (length == ANC_DIGEST_SIZE)
    memcpy (chain, bytes, ANC_DIGEST_SIZE);

  return TRUE;
}

/* ---- Writing --------------------------------------------------------------------------------- */

static gboolean
insert_entry (AncDatabase *database,
              const Entry *entry,
              GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database,
                                    "INSERT INTO journal (id, time, case_key, kind, reverts, author, label, content, chain)"
                                    " VALUES (?1 << 20, ?2, ?3, ?4, ?5, ?6, ?7, zeroblob (32), zeroblob (32))",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, entry->id);
  anc_statement_bind_integer (statement, 2, entry->time);
  anc_statement_bind_integer (statement, 3, entry->case_key);
  anc_statement_bind_text (statement, 4, entry->kind);
  if (entry->reverts > 0)
    anc_statement_bind_integer (statement, 5, entry->reverts);
  anc_statement_bind_text (statement, 6, entry->author);
  anc_statement_bind_text (statement, 7, entry->label);

  return anc_statement_run (statement, error);
}

static gboolean
seal_entry (AncDatabase *database,
            const Entry *entry,
            const guint8 *previous,
            GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  guint8 content[ANC_DIGEST_SIZE];
  guint8 chain[ANC_DIGEST_SIZE];
  guint n_changes;

  statement = anc_database_prepare (database, "UPDATE journal SET content = ?2, chain = ?3 WHERE id = ?1 << 20", error);
  if (statement == NULL || !digest_content (database, entry->id, entry->author, entry->label, content, &n_changes, error))
    return FALSE;

  digest_chain (previous, entry, content, chain);
  anc_statement_bind_integer (statement, 1, entry->id);
  anc_statement_bind_bytes (statement, 2, content, sizeof content);
  anc_statement_bind_bytes (statement, 3, chain, sizeof chain);
  return anc_statement_run (statement, error);
}

/* What an entry does. */
typedef gboolean (*Act) (AncDatabase *database,
                         gconstpointer data,
                         GError **error);

/* Does something in one transaction, whose changes the triggers write under one entry; all of it or nothing. @entry
 * gets its number, and for a time that of the entry before where the clock went back. */
static gboolean
write_entry (AncDatabase *database,
             Entry *entry,
             Act act,
             gconstpointer data,
             GError **error)
{
  guint8 previous[ANC_DIGEST_SIZE];
  gint64 last;
  gint64 last_time;

  if (!anc_database_begin (database, error))
    return FALSE;
  if (!load_last (database, &last, &last_time, previous, error))
    ;
  else if (last >= ANC_JOURNAL_MAX_ENTRY)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "no number comes after the last entry's");
  else
    {
      entry->id = last + 1;
      entry->time = MAX (entry->time, last_time);
      if (insert_entry (database, entry, error)
          && act (database, data, error)
          && seal_entry (database, entry, previous, error))
        return anc_database_commit (database, error);
    }

  anc_database_roll_back (database);
  return FALSE;
}

static gboolean
apply_changes (AncDatabase *database,
               gconstpointer data,
               GError **error)
{
  const AncChangeSet *changes = data;

  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    if (!anc_row_store_apply (database, anc_change_set_get (changes, i), error))
      return FALSE;

  return TRUE;
}

/**
 * anc_journal_write:
 * @database: the connection that writes
 * @kind: what kind of change
 * @reverts: for an undo or a redo, the entry it takes back; else 0
 * @changes: what is done
 * @author: who does it
 * @now: µs UTC. Where the clock went back, the entry gets the time of the one before
 *
 * Does all of it, in one transaction, or nothing.
 */
gboolean
anc_journal_write (AncDatabase *database,
                   AncTransactionKind kind,
                   gint64 reverts,
                   const AncChangeSet *changes,
                   const char *author,
                   gint64 now,
                   GError **error)
{
  Entry entry = {
    .time = now,
    .case_key = anc_change_set_get_case_key (changes),
    .kind = anc_transaction_kind_to_name (kind),
    .reverts = reverts,
    .author = author,
    .label = anc_change_set_get_label (changes),
  };

  return write_entry (database, &entry, apply_changes, changes, error);
}

/* ---- Undo ------------------------------------------------------------------------------------ */

/* The last entry of a case up to @entry, and what it did; 0 where there is none. */
static gboolean
load_last_of_case (AncDatabase *database,
                   gint64 case_key,
                   gint64 entry,
                   gint64 *id,
                   AncTransactionKind *kind,
                   gint64 *reverts,
                   GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  *id = 0;
  statement = anc_database_prepare (database,
                                    "SELECT id >> 20, kind, reverts FROM journal WHERE id = " ANC_JOURNAL_LAST_OF ("?1", "?2") " << 20",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, entry);
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_ROW)
    {
      *id = anc_statement_get_integer (statement, 0);
      *kind = anc_transaction_kind_from_name (anc_statement_get_text (statement, 1));
      *reverts = anc_statement_get_integer (statement, 2);
      if (*reverts >= *id)
        {
          g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "an entry takes back a later one");
          return FALSE;
        }
    }

  return step != ANC_STEP_ERROR;
}

static gint64
find (AncDatabase *database,
      gint64 case_key,
      AncTransactionKind passed_over,
      GError **error)
{
  gint64 before = ANC_JOURNAL_MAX_ENTRY;
  gint64 id;
  gint64 reverts = 0;
  AncTransactionKind kind = ANC_TRANSACTION_EDIT;

  /* After an undo the case is as it was before the entry it took back; after a redo, as before the undo. So
   * the walk goes on from there, and needs no other mark of where in its history a case stands. */
  do
    {
      if (!load_last_of_case (database, case_key, before, &id, &kind, &reverts, error))
        return 0;
      before = reverts - 1;
    }
  while (id > 0 && kind == passed_over);

  if (id > 0 && (passed_over == ANC_TRANSACTION_UNDO ? kind != ANC_TRANSACTION_PURGE : kind == ANC_TRANSACTION_UNDO))
    return id;

  g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "there is nothing to take back");
  return 0;
}

/**
 * anc_journal_find_undo:
 *
 * Returns: the entry of this case that an undo takes back; 0 with %ANC_STORE_ERROR_NOT_FOUND for none
 */
gint64
anc_journal_find_undo (AncDatabase *database,
                       gint64 case_key,
                       GError **error)
{
  return find (database, case_key, ANC_TRANSACTION_UNDO, error);
}

/**
 * anc_journal_find_redo:
 *
 * Returns: the undo of this case that a redo takes back; 0 with %ANC_STORE_ERROR_NOT_FOUND for none
 */
gint64
anc_journal_find_redo (AncDatabase *database,
                       gint64 case_key,
                       GError **error)
{
  return find (database, case_key, ANC_TRANSACTION_REDO, error);
}

/* ---- Checking -------------------------------------------------------------------------------- */

static gboolean
load_purged_cases (AncDatabase *database,
                   GHashTable *purged,
                   GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "SELECT case_key, id >> 20 FROM journal WHERE kind = 'purge'", error);
  AncStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      gint64 *case_key = g_new (gint64, 1);
      gint64 *entry = g_new (gint64, 1);

      *case_key = anc_statement_get_integer (statement, 0);
      *entry = anc_statement_get_integer (statement, 1);
      g_hash_table_insert (purged, case_key, entry);
    }

  return step == ANC_STEP_DONE;
}

static const guint8 *
get_digest (AncStatement *statement,
            int column)
{
  gsize length;
  const guint8 *bytes = anc_statement_get_bytes (statement, column, &length);

  return length == ANC_DIGEST_SIZE ? bytes : NULL;
}

/* Columns: id, time, case_key, kind, reverts, author, label, content, chain. */
static gboolean
check_entry (AncDatabase *database,
             AncStatement *statement,
             GHashTable *purged,
             guint8 chain[ANC_DIGEST_SIZE],
             GPtrArray *problems,
             GError **error)
{
  const Entry entry = {
    .id = anc_statement_get_integer (statement, 0),
    .time = anc_statement_get_integer (statement, 1),
    .case_key = anc_statement_get_integer (statement, 2),
    .kind = anc_statement_get_text (statement, 3),
    .reverts = anc_statement_get_integer (statement, 4),
    .author = anc_statement_get_text (statement, 5),
    .label = anc_statement_get_text (statement, 6),
  };
  const gint64 *purge = g_hash_table_lookup (purged, &entry.case_key);
  const guint8 *kept_content = get_digest (statement, 7);
  const guint8 *kept_chain = get_digest (statement, 8);
  guint8 content[ANC_DIGEST_SIZE];
  guint n_changes;

  if (kept_content == NULL || kept_chain == NULL)
    {
      g_ptr_array_add (problems, g_strdup_printf ("journal entry %" G_GINT64_FORMAT " is not sealed", entry.id));
      return TRUE;
    }
  if (!digest_content (database, entry.id, entry.author, entry.label, content, &n_changes, error))
    return FALSE;

  if (memcmp (content, kept_content, ANC_DIGEST_SIZE) != 0
      && !(purge != NULL && entry.id < *purge && n_changes == 0))
    g_ptr_array_add (problems, g_strdup_printf ("journal entry %" G_GINT64_FORMAT " was changed", entry.id));

  digest_chain (chain, &entry, kept_content, chain);
  if (memcmp (chain, kept_chain, ANC_DIGEST_SIZE) != 0)
    {
      g_ptr_array_add (problems, g_strdup_printf ("journal entry %" G_GINT64_FORMAT " does not follow the one before it", entry.id));
      memcpy (chain, kept_chain, ANC_DIGEST_SIZE);
    }

  return TRUE;
}

/**
 * anc_journal_has_end:
 * @database: a connection
 * @has_end: (out): whether the entry that the search index came to last is there as it was
 *
 * A chain shows what is missing from its middle; of its end the search index knows, which follows it at some
 * distance. So the entries of the last moments can be taken away with all they did, by someone who has the
 * passphrase, and leave a store like one in which they were never made; so can all, if he rewrites this note too.
 */
gboolean
anc_journal_has_end (AncDatabase *database,
                     gboolean *has_end,
                     GError **error)
{
  gint64 n_missing = 0;

  if (!anc_database_query_integer (database,
                                   "SELECT count(*) FROM settings AS s LEFT JOIN journal AS j ON j.id = s.value << 20"
                                   " LEFT JOIN settings AS c ON c.name = 'indexed_chain'"
                                   " WHERE s.name = 'indexed' AND s.value <> 0 AND (j.id IS NULL OR c.value <> j.chain)",
                                   &n_missing,
                                   error))
    return FALSE;

  *has_end = n_missing == 0;
  return TRUE;
}

/**
 * anc_journal_check:
 * @database: a connection, in a transaction
 * @problems: (element-type utf8): where to add what is wrong
 *
 * Follows the chain from the first entry to the last, and counts the changes that belong to none.
 */
gboolean
anc_journal_check (AncDatabase *database,
                   GPtrArray *problems,
                   GError **error)
{
  g_autoptr (GHashTable) purged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (AncStatement) statement = NULL;
  guint8 chain[ANC_DIGEST_SIZE] = { 0 };
  gint64 last = 0;
  gboolean has_end;
  gint64 strays;
  AncStep step;

  if (!load_purged_cases (database, purged, error))
    return FALSE;
  statement = anc_database_prepare (database,
                                    "SELECT id >> 20, time, case_key, kind, reverts, author, label, content, chain FROM journal"
                                    " WHERE kind IS NOT NULL ORDER BY id",
                                    error);
  if (statement == NULL)
    return FALSE;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const gint64 id = anc_statement_get_integer (statement, 0);

      if (id != last + 1)
        g_ptr_array_add (problems, g_strdup_printf ("journal entries from %" G_GINT64_FORMAT " on are missing", last + 1));
      last = id;
      if (!check_entry (database, statement, purged, chain, problems, error))
        return FALSE;
    }
  if (step == ANC_STEP_ERROR)
    return FALSE;

  if (!anc_database_query_integer (database,
                                   "SELECT count(*) FROM journal AS c LEFT JOIN journal AS j ON j.id = c.id >> 20 << 20"
                                   " WHERE c.tbl IS NOT NULL AND j.id IS NULL",
                                   &strays,
                                   error))
    return FALSE;
  if (strays > 0)
    g_ptr_array_add (problems, g_strdup_printf ("%" G_GINT64_FORMAT " changes belong to no journal entry", strays));

  if (!anc_journal_has_end (database, &has_end, error))
    return FALSE;
  if (!has_end)
    g_ptr_array_add (problems, g_strdup ("the last entries of the journal are missing, or are others"));

  return TRUE;
}

static gboolean
forget_case (AncDatabase *database,
             gconstpointer data,
             GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM journal WHERE id IN (SELECT c.id FROM entries_by_case AS e CROSS JOIN journal AS c"
    " ON c.id > e.entry << 20 AND c.id < e.entry + 1 << 20 WHERE e.case_key = ?1)",
    "UPDATE journal SET author = '', label = '' WHERE kind <> 'purge'"
    " AND id IN (SELECT entry << 20 FROM entries_by_case WHERE case_key = ?1)",
    "DELETE FROM trash WHERE case_key = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (AncStatement) statement = anc_database_prepare (database, statements[i], error);

      if (statement == NULL)
        return FALSE;
      anc_statement_bind_integer (statement, 1, *(const gint64 *) data);
      if (!anc_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * anc_journal_purge:
 * @case_key: a case that is deleted
 *
 * Takes out all that the journal holds of a case: the images, labels and authors go, their digests stay
 * so that the chain still holds, and an entry says that this was done.
 */
gboolean
anc_journal_purge (AncDatabase *database,
                   gint64 case_key,
                   const char *author,
                   gint64 now,
                   GError **error)
{
  Entry entry = {
    .time = now,
    .case_key = case_key,
    .kind = anc_transaction_kind_to_name (ANC_TRANSACTION_PURGE),
    .author = author,
    .label = "",
  };

  return write_entry (database, &entry, forget_case, &case_key, error);
}
