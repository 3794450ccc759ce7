/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-file-exerciser.h"

#include "anc-case-fixture.h"
#include "anc-check.h"
#include "anc-files.h"
#include "anc-journal.h"
#include "anc-row-store.h"
#include "anc-schema.h"
#include "anc-search.h"
#include "anc-store-file.h"
#include "anc-store-fixture.h"
#include "anc-trash.h"

#include <string.h>

#define CASE 2000
#define SHA256 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" /* of "abc" */

static gboolean
fill (AncDatabase *database,
      GError **error)
{
  const char *const pages[] = { "une page", "une autre page", NULL };
  g_autoptr (AncChangeSet) first = anc_fixture_make_case (1, 4, 4);
  g_autoptr (AncChangeSet) second = anc_fixture_make_case (2, 4, 4);
  gboolean is_complete;
  gint64 file;

  return anc_journal_write (database, ANC_TRANSACTION_EDIT, 0, first, "Camille", 1, error)
         && anc_journal_write (database, ANC_TRANSACTION_EDIT, 0, second, "Camille", 2, error)
         && anc_database_begin (database, error)
         && (file = anc_files_begin (database, 3, error)) != 0
         && anc_files_add_chunk (database, file, 0, "abc", 3, error)
         && anc_files_end (database, file, SHA256, 3, error)
         && anc_files_set_text (database, file, pages, error)
         && anc_database_commit (database, error)
         && anc_journal_list_by_case (database, error)
         && anc_search_catch_up (database, 100, &is_complete, error)
         && anc_database_checkpoint (database, TRUE, error);
}

/**
 * anc_file_exerciser_make:
 * @path: where
 * @key: (nullable): its key
 * @length: (out): its bytes
 *
 * Returns: (transfer full): the bytes of a small sound store
 */
char *
anc_file_exerciser_make (const char *path,
                         const AncKey *key,
                         gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncDatabase) database = NULL;
  char *content = NULL;

  anc_store_file_create (path, key, ANC_SCHEMA_STORE_ID, 0, &error);
  g_assert_no_error (error);
  database = anc_database_open (path, key, ANC_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  fill (database, &error);
  g_assert_no_error (error);
  g_clear_pointer (&database, anc_database_close);
  g_assert_true (g_file_get_contents (path, &content, length, NULL));

  return content;
}

static void
read_all (AncDatabase *database)
{
  g_autoptr (AncCaseCursor) cursor = anc_case_cursor_new (database, NULL);
  AncCaseRows *rows;

  while (cursor != NULL && (rows = anc_case_cursor_next (cursor, NULL)) != NULL)
    anc_case_rows_unref (rows);
}

/* Asks for everything that a store is asked for; each may fail. */
static gboolean
use (AncDatabase *database,
     gboolean is_encrypted,
     GError **error)
{
  g_autoptr (AncCaseRows) rows = anc_row_store_load_case (database, CASE, NULL);
  g_autoptr (AncCaseRows) past = anc_journal_load_case_at (database, CASE, 1, NULL);
  g_autoptr (GPtrArray) entries = anc_journal_list (database, 0, 0, 100, NULL);
  g_autoptr (GPtrArray) history = anc_journal_list_history (database, CASE, CASE, NULL);
  g_autoptr (GPtrArray) hits = anc_search_run (database, "page échant", 0, 10, NULL);
  g_autoptr (GPtrArray) other_hits = anc_search_run (database, "bul", CASE, 10, NULL);
  g_autoptr (GPtrArray) items = anc_trash_list (database, NULL);
  g_autoptr (GBytes) chunk = anc_files_read_chunk (database, 1, 0, NULL);
  g_auto (GStrv) pages = anc_files_get_text (database, 1, NULL);
  g_auto (GStrv) problems = NULL;
  gint64 undo = anc_journal_find_undo (database, CASE, NULL);
  g_autoptr (AncChangeSet) done = undo != 0 ? anc_journal_load_changes (database, undo, NULL) : NULL;
  g_autoptr (AncChangeSet) more = anc_fixture_make_case (7, 1, 1);

  read_all (database);
  if (done != NULL)
    {
      g_autoptr (AncChangeSet) inverse = anc_change_set_new_inverse (done);

      anc_journal_write (database, ANC_TRANSACTION_UNDO, undo, inverse, "", 8, NULL);
    }
  anc_journal_write (database, ANC_TRANSACTION_EDIT, 0, more, "", 9, NULL);
  problems = anc_check_run (database, is_encrypted, TRUE, error);
  anc_journal_list_by_case (database, NULL);

  if (problems != NULL && problems[0] != NULL)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, problems[0]);
  return problems != NULL && problems[0] == NULL;
}

/**
 * anc_file_exerciser_run:
 * @path: a file that may be anything
 * @key: (nullable): the key it was made with
 *
 * Opens a file as a store and uses it. It must not crash, nor hang.
 *
 * Returns: whether nothing is wrong with it
 */
gboolean
anc_file_exerciser_run (const char *path,
                        const AncKey *key,
                        GError **error)
{
  guint8 salt[ANC_KEY_SALT_SIZE];
  const AncHeader header = anc_header_read (path, salt, error);
  g_autoptr (AncDatabase) database = NULL;
  gint64 version;

  if (header == ANC_HEADER_OTHER)
    return FALSE;

  database = anc_database_open (path, header == ANC_HEADER_ENCRYPTED ? key : NULL, ANC_DATABASE_WRITE, error);
  return database != NULL
         && anc_schema_check_identity (database, ANC_SCHEMA_STORE_ID, &version, error)
         && anc_schema_check (database, error)
         && use (database, header == ANC_HEADER_ENCRYPTED, error);
}
