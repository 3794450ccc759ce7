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
                                    "SELECT tbl, key, before, after FROM changes WHERE entry = ?1 ORDER BY number",
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

/* The chain of an entry: of that before it, of what stays of it after a purge, and of its content. */
static void
digest_chain (const guint8 *previous,
              gint64 entry,
              gint64 time,
              gint64 case_key,
              const char *kind,
              gint64 reverts,
              const guint8 *content,
              guint8 chain[ANC_DIGEST_SIZE])
{
  g_autoptr (AncDigest) digest = anc_digest_new ();

  anc_digest_add_bytes (digest, previous, ANC_DIGEST_SIZE);
  anc_digest_add_integer (digest, entry);
  anc_digest_add_integer (digest, time);
  anc_digest_add_integer (digest, case_key);
  anc_digest_add_text (digest, kind);
  anc_digest_add_integer (digest, reverts);
  anc_digest_add_bytes (digest, content, ANC_DIGEST_SIZE);
  anc_digest_end (digest, chain);
}

/* The number, time and chain of the last entry up to @entry; zeros before the first. */
static gboolean
load_last (AncDatabase *database,
           gint64 entry,
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
                                    "SELECT id, time, chain FROM journal WHERE id <= ?1 ORDER BY id DESC LIMIT 1",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, entry);
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
              gint64 id,
              gint64 time,
              AncTransactionKind kind,
              gint64 case_key,
              gint64 reverts,
              const char *author,
              const char *label,
              GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database,
                                    "INSERT INTO journal (id, time, case_key, kind, reverts, author, label, content, chain)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, zeroblob (32), zeroblob (32))",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, id);
  anc_statement_bind_integer (statement, 2, time);
  anc_statement_bind_integer (statement, 3, case_key);
  anc_statement_bind_text (statement, 4, anc_transaction_kind_to_name (kind));
  if (reverts > 0)
    anc_statement_bind_integer (statement, 5, reverts);
  anc_statement_bind_text (statement, 6, author);
  anc_statement_bind_text (statement, 7, label);

  return anc_statement_run (statement, error);
}

/**
 * anc_journal_begin:
 * @database: the connection that writes
 * @kind: what kind of change
 * @case_key: the case it changes
 * @reverts: for an undo or a redo, the entry it takes back; else 0
 * @author: who does it
 * @label: what is done
 * @now: µs UTC. Where the clock went back, the entry gets the time of the one before
 *
 * Begins a transaction whose changes the triggers will write under this entry.
 *
 * Returns: the number of the entry; 0 with @error set, and no transaction
 */
gint64
anc_journal_begin (AncDatabase *database,
                   AncTransactionKind kind,
                   gint64 case_key,
                   gint64 reverts,
                   const char *author,
                   const char *label,
                   gint64 now,
                   GError **error)
{
  guint8 chain[ANC_DIGEST_SIZE];
  gint64 last;
  gint64 time;

  if (!anc_database_begin (database, error))
    return 0;
  if (load_last (database, G_MAXINT64, &last, &time, chain, error)
      && insert_entry (database, last + 1, MAX (now, time), kind, case_key, reverts, author, label, error))
    return last + 1;

  anc_database_roll_back (database);
  return 0;
}

static gboolean
seal_entry (AncDatabase *database,
            gint64 entry,
            GError **error)
{
  guint8 previous[ANC_DIGEST_SIZE];
  guint8 content[ANC_DIGEST_SIZE];
  guint8 chain[ANC_DIGEST_SIZE];
  gint64 ignored;
  guint n_changes;
  g_autoptr (AncStatement) read = NULL;
  g_autoptr (AncStatement) write = NULL;

  read = anc_database_prepare (database, "SELECT time, case_key, kind, reverts, author, label FROM journal WHERE id = ?1", error);
  write = read != NULL ? anc_database_prepare (database, "UPDATE journal SET content = ?2, chain = ?3 WHERE id = ?1", error) : NULL;
  if (write == NULL || !load_last (database, entry - 1, &ignored, &ignored, previous, error))
    return FALSE;

  anc_statement_bind_integer (read, 1, entry);
  if (anc_statement_step (read, error) != ANC_STEP_ROW
      || !digest_content (database, entry, anc_statement_get_text (read, 4), anc_statement_get_text (read, 5), content, &n_changes, error))
    return FALSE;
  digest_chain (previous, entry, anc_statement_get_integer (read, 0), anc_statement_get_integer (read, 1), anc_statement_get_text (read, 2), anc_statement_get_integer (read, 3), content, chain);

  anc_statement_bind_integer (write, 1, entry);
  anc_statement_bind_bytes (write, 2, content, sizeof content);
  anc_statement_bind_bytes (write, 3, chain, sizeof chain);
  return anc_statement_run (write, error);
}

/**
 * anc_journal_commit:
 * @database: the connection that writes
 * @entry: from anc_journal_begin()
 *
 * Seals the entry and ends the transaction; where that fails, takes it back.
 */
gboolean
anc_journal_commit (AncDatabase *database,
                    gint64 entry,
                    GError **error)
{
  if (seal_entry (database, entry, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

/**
 * anc_journal_write:
 * @changes: what is done
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
  gint64 entry = anc_journal_begin (database, kind, anc_change_set_get_case_key (changes), reverts, author, anc_change_set_get_label (changes), now, error);

  if (entry == 0)
    return FALSE;
  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    if (!anc_row_store_apply (database, anc_change_set_get (changes, i), error))
      {
        anc_database_roll_back (database);
        return FALSE;
      }

  return anc_journal_commit (database, entry, error);
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
                                    "SELECT id, kind, reverts FROM journal WHERE case_key = ?1 AND id <= ?2 ORDER BY id DESC LIMIT 1",
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
  gint64 before = G_MAXINT64;
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
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "SELECT case_key, id FROM journal WHERE kind = 'purge'", error);
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
             AncStatement *entry,
             GHashTable *purged,
             guint8 chain[ANC_DIGEST_SIZE],
             GPtrArray *problems,
             GError **error)
{
  const gint64 id = anc_statement_get_integer (entry, 0);
  const gint64 case_key = anc_statement_get_integer (entry, 2);
  const gint64 *purge = g_hash_table_lookup (purged, &case_key);
  const char *label = anc_statement_get_text (entry, 6);
  const guint8 *kept_content = get_digest (entry, 7);
  const guint8 *kept_chain = get_digest (entry, 8);
  guint8 content[ANC_DIGEST_SIZE];
  guint n_changes;

  if (kept_content == NULL || kept_chain == NULL)
    {
      g_ptr_array_add (problems, g_strdup_printf ("journal entry %" G_GINT64_FORMAT " is not sealed", id));
      return TRUE;
    }
  if (!digest_content (database, id, anc_statement_get_text (entry, 5), label, content, &n_changes, error))
    return FALSE;

  if (memcmp (content, kept_content, ANC_DIGEST_SIZE) != 0
      && !(purge != NULL && id < *purge && n_changes == 0))
    g_ptr_array_add (problems, g_strdup_printf ("journal entry %" G_GINT64_FORMAT " was changed", id));

  digest_chain (chain, id, anc_statement_get_integer (entry, 1), case_key, anc_statement_get_text (entry, 3), anc_statement_get_integer (entry, 4), kept_content, chain);
  if (memcmp (chain, kept_chain, ANC_DIGEST_SIZE) != 0)
    {
      g_ptr_array_add (problems, g_strdup_printf ("journal entry %" G_GINT64_FORMAT " does not follow the one before it", id));
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
                                   "SELECT count(*) FROM settings AS s LEFT JOIN journal AS j ON j.id = s.value"
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
  gint64 expected = 1;
  gboolean has_end;
  gint64 strays;
  AncStep step;

  if (!load_purged_cases (database, purged, error))
    return FALSE;
  statement = anc_database_prepare (database,
                                    "SELECT id, time, case_key, kind, reverts, author, label, content, chain FROM journal ORDER BY id",
                                    error);
  if (statement == NULL)
    return FALSE;

  for (; (step = anc_statement_step (statement, error)) == ANC_STEP_ROW; expected++)
    {
      const gint64 id = anc_statement_get_integer (statement, 0);

      if (id != expected)
        g_ptr_array_add (problems, g_strdup_printf ("journal entries from %" G_GINT64_FORMAT " on are missing", expected));
      expected = id;
      if (!check_entry (database, statement, purged, chain, problems, error))
        return FALSE;
    }
  if (step == ANC_STEP_ERROR)
    return FALSE;

  if (!anc_database_query_integer (database,
                                   "SELECT count(*) FROM changes LEFT JOIN journal ON id = entry"
                                   " WHERE id IS NULL",
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
  static const char *const statements[] = {
    "DELETE FROM changes WHERE entry IN (SELECT id FROM journal WHERE case_key = ?1)",
    "UPDATE journal SET author = '', label = '' WHERE case_key = ?1 AND kind <> 'purge'",
    "DELETE FROM trash WHERE case_key = ?1",
  };
  gint64 entry = anc_journal_begin (database, ANC_TRANSACTION_PURGE, case_key, 0, author, "", now, error);

  if (entry == 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (AncStatement) statement = anc_database_prepare (database, statements[i], error);

      if (statement != NULL)
        anc_statement_bind_integer (statement, 1, case_key);
      if (statement == NULL || !anc_statement_run (statement, error))
        {
          anc_database_roll_back (database);
          return FALSE;
        }
    }

  return anc_journal_commit (database, entry, error);
}
