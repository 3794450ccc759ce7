/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-fixture.h"
#include "anc-store-place.h"

#include "anc-backups.h"
#include "anc-case-fixture.h"
#include "anc-schema.h"

#include <string.h>

#define CASE 2000

static gboolean
migrate_from_0 (AncDatabase *database,
                GError **error)
{
  return anc_schema_rebuild_tables (database, error);
}

static gboolean
fail_to_migrate (AncDatabase *database,
                 GError **error)
{
  return anc_schema_rebuild_tables (database, error)
         && anc_database_run (database, "INSERT INTO nowhere VALUES (1)", error);
}

static const AncMigration migrations[] = { { 2, migrate_from_0 }, { 3, anc_schema_add_reading_tables }, { 4, anc_schema_join_journal }, { 5, anc_schema_quicken_journal }, { 0 } };
static const AncMigration failing_migrations[] = { { 2, fail_to_migrate }, { 0 } };
static void
set_up (AncStorePlace *place,
        gconstpointer data)
{
  anc_store_place_set_up (place, migrations);
}

static void
tear_down (AncStorePlace *place,
           gconstpointer data)
{
  anc_store_place_tear_down (place);
}

static void
put_fixture (const char *name,
             const char *path)
{
  g_autofree char *from = g_build_filename (g_getenv ("ANC_FIXTURES"), "store", name, NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
test_migration (AncStorePlace *place,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (AncCaseRows) rows = NULL;
  AncStore *store;

  put_fixture ("version-0.ancrage", place->path);
  g_assert_null (anc_fixture_open (place->path, NULL, ANC_STORE_READ_ONLY, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  store = anc_fixture_open_or_create (place->path, NULL);
  rows = anc_fixture_load (store, CASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (anc_row_get_text (anc_case_rows_get_head (rows), "reference"), ==, "2026-00001");
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_PAYSLIPS), ==, 4);
  anc_fixture_edit (store, anc_fixture_change_text (anc_case_rows_get_head (rows), "tags", "une colonne nouvelle"));
  anc_fixture_check (store);
  backups = anc_backups_list (place->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (strstr (((const AncBackup *) g_ptr_array_index (backups, 0))->path, "-version-0.ancrage"));
  anc_fixture_drop (store);
}

static AncCaseRows *
load_only_case (AncStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = anc_fixture_list (store, ANC_CASE_ORDER_NAME, 0, 10, &error);
  AncCaseRows *rows;

  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  rows = anc_fixture_load (store, ((const AncCaseEntry *) g_ptr_array_index (cases, 0))->key, &error);
  g_assert_no_error (error);

  return rows;
}

/* The case of an older file, as its program wrote it. */
static void
assert_cook (const AncCaseRows *rows)
{
  const AncRow *head = anc_case_rows_get_head (rows);

  g_assert_cmpstr (anc_row_get_text (head, "reference"), ==, "2026-014");
  g_assert_cmpstr (anc_row_get_text (head, "family_name"), ==, "IMAGINAIRE");
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_PAYSLIPS), ==, 10);
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS), ==, 10);
}

/* Version 3 keeps what was read of documents, and whether a proof was corrected. */
static void
test_version_2 (AncStorePlace *place,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (GBytes) original = NULL;
  const AncRow *document;
  AncStore *store;

  anc_store_set_hooks (NULL);
  put_fixture ("version-2.ancrage", place->path);
  store = anc_fixture_open_or_create (place->path, NULL);
  rows = load_only_case (store);
  assert_cook (rows);

  document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, 9);
  original = anc_fixture_read_file (store, anc_row_get_text (document, "sha256"), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (original, NULL), g_bytes_get_size (original), "Un original de la version 2.\n", 29);
  anc_fixture_check (store);
  anc_fixture_drop (store);
}

static gint
count_entries (AncStore *store,
               gint64 case_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = anc_fixture_list_transactions (store, case_key, &error);

  g_assert_no_error (error);
  return (gint) entries->len;
}

/* A file of an older version of the journal. It holds an office of one case: made in entry 1, changed, a document added
 * and one deleted, a text changed and that undone in entry 10; a second case was deleted and purged. */
typedef struct
{
  const char *name;
  gint n_entries;
  gint n_entries_of_case;
} OldJournal;

/* Version 4 keeps the journal in one table. */
static const OldJournal journal_of_version_3 = { "version-3.ancrage", 10, 7 };

/* Version 5 checks it in less time, and has images of this program's own. The deletion was undone and redone since. */
static const OldJournal journal_of_version_4 = { "version-4.ancrage", 12, 9 };

static void
test_old_journal (AncStorePlace *place,
                  gconstpointer data)
{
  const OldJournal *old = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncCaseRows) before = NULL;
  g_autoptr (AncCaseRows) first = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) trash = NULL;
  g_autofree AncStoreInfo *info = NULL;
  AncStore *store;

  anc_store_set_hooks (NULL);
  put_fixture (old->name, place->path);
  store = anc_fixture_open_or_create (place->path, NULL);
  anc_fixture_check (store); /* the chain that its version made still holds */
  g_assert_cmpint (count_entries (store, 0), ==, old->n_entries);
  g_assert_cmpint (count_entries (store, 2000), ==, old->n_entries_of_case);
  g_assert_cmpint (count_entries (store, 3000), ==, 3);
  info = anc_fixture_get_info (store, &error);
  g_assert_cmpint (info->version, ==, 5);
  g_assert_cmpint (info->n_transactions, ==, old->n_entries);

  before = anc_fixture_load (store, 2000, &error);
  g_assert_no_error (error);
  first = anc_fixture_load_at (store, 2000, G_GINT64_CONSTANT (1790000001) * G_USEC_PER_SEC, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (anc_case_rows_get_count (first, ANC_TABLE_DOCUMENTS), ==, 3);
  g_assert_cmpuint (anc_case_rows_get_count (before, ANC_TABLE_DOCUMENTS), ==, 3);
  g_assert_false (anc_case_rows_equal (before, first));
  history = anc_fixture_list_history (store, 2000, 2000, &error);
  g_assert_cmpuint (history->len, ==, 4);
  trash = anc_fixture_list_trash (store);
  g_assert_cmpuint (trash->len, ==, 1);
  g_assert_cmpstr (((const AncTrashItem *) g_ptr_array_index (trash, 0))->author, ==, "Camille Exemple");

  /* Back to before the case was made, over entries of both versions, and on again. */
  anc_fixture_edit (store, anc_fixture_change_text (anc_case_rows_get_head (before), "notes", "Depuis cette version"));
  for (guint i = 0; i < 6; i++)
    anc_change_set_unref (anc_fixture_undo (store, 2000, &error));
  g_assert_no_error (error);
  g_assert_null (anc_fixture_load (store, 2000, &error));
  g_clear_error (&error);
  for (guint i = 0; i < 5; i++)
    anc_change_set_unref (anc_fixture_redo (store, 2000, &error));
  g_assert_no_error (error);
  after = anc_fixture_load (store, 2000, &error);
  g_assert_true (anc_case_rows_equal (before, after));
  anc_fixture_check (store);
  anc_fixture_drop (store);
}

/* A package is read as it is, whatever version wrote it. */
static void
test_package_of_version_1 (AncStorePlace *place,
                           gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "dossier.paquet", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (AncCaseRows) rows = NULL;
  AncStore *store = anc_fixture_open_or_create (place->path, NULL);
  AncPackage *package;

  put_fixture ("version-1.paquet", path);
  package = anc_fixture_read_package (store, path, "phrase", &error);
  g_assert_no_error (error);
  anc_fixture_take_package (store, package, NULL, &error);
  g_assert_no_error (error);
  anc_package_unref (package);

  cases = anc_fixture_list (store, ANC_CASE_ORDER_NAME, 0, 10, &error);
  rows = anc_fixture_load (store, ((const AncCaseEntry *) g_ptr_array_index (cases, 0))->key, &error);
  g_assert_no_error (error);
  assert_cook (rows);
  anc_fixture_check (store);
  anc_fixture_drop (store);
}

/* A step that fails leaves the store as it was. */
static void
test_failing_migration (AncStorePlace *place,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AncStore *store;

  put_fixture ("version-0.ancrage", place->path);
  anc_store_place_set_migrations (failing_migrations);
  g_assert_null (anc_fixture_open (place->path, NULL, 0, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_FAILED);

  anc_store_place_set_migrations (migrations);
  store = anc_fixture_open_or_create (place->path, NULL);
  anc_fixture_check (store);
  anc_fixture_drop (store);
}

/* A store that the program wrote before its version 2, by the steps the program takes itself. */
static void
test_version_1 (AncStorePlace *place,
                gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = NULL;
  const AncRow *document;
  AncStore *store;

  anc_store_place_set_migrations (anc_migrations);
  put_fixture ("version-1.ancrage", place->path);
  store = anc_fixture_open_or_create (place->path, NULL);
  rows = load_only_case (store);
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS), ==, 2);
  document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, 0);
  g_assert_cmpstr (anc_row_get_text (document, "title"), ==, "Bulletin de janvier 2024");
  g_assert_null (anc_row_get_text (document, "exhibit"));
  anc_fixture_edit (store, anc_fixture_change_text (document, "exhibit_title", "Ce qui fut payé"));
  anc_fixture_check (store);
  anc_fixture_drop (store);
}

/* Whoever changes the tables changes the format: raise ANC_SCHEMA_VERSION, add a step to anc-migrations.c, keep
 * a file of the version before in tests/fixtures/store, then put the new digest here. */
static void
test_version (void)
{
  g_autofree char *schema = anc_schema_build ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, schema, -1);

  g_assert_cmpint (ANC_SCHEMA_VERSION, ==, 5);
  g_assert_cmpstr (digest, ==, "e39b0fc6b1e27fbd159d4441204ebe5a6551494b934915dbe073cbba4579f14f");
}

#define ADD(path, data, test) g_test_add (path, AncStorePlace, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/migrations/version-0", NULL, test_migration);
  ADD ("/store/migrations/version-1", NULL, test_version_1);
  ADD ("/store/migrations/version-2", NULL, test_version_2);
  ADD ("/store/migrations/version-3", &journal_of_version_3, test_old_journal);
  ADD ("/store/migrations/version-4", &journal_of_version_4, test_old_journal);
  ADD ("/store/migrations/package-of-version-1", NULL, test_package_of_version_1);
  ADD ("/store/migrations/failing", NULL, test_failing_migration);
  g_test_add_func ("/store/migrations/version", test_version);

  return g_test_run ();
}
