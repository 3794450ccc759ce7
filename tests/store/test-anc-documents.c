/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-fixture.h"
#include "anc-store-place.h"

#include "anc-case-fixture.h"
#include "anc-database.h"

#include "anc-files.h"

#include <glib/gstdio.h>
#include <string.h>

#define CASE 2000

typedef struct
{
  AncStorePlace place;
  AncStore *store;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  anc_store_place_set_up (&fixture->place, anc_migrations);
  fixture->store = anc_fixture_create (fixture->place.path, NULL, &error);
  g_assert_no_error (error);
  anc_fixture_edit (fixture->store, anc_fixture_make_case (1, 3, 3));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  anc_fixture_check (fixture->store);
  anc_fixture_close (fixture->store);
  anc_store_place_tear_down (&fixture->place);
}

static GBytes *
make_bytes (gsize length,
            guint seed)
{
  guint8 *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) ((i * 2654435761u + seed) >> 13);

  return g_bytes_new_take (bytes, length);
}

static AncStoredFile *
add (AncStore *store,
     GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AncStoredFile *file = anc_fixture_add_bytes (store, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  return file;
}

static AncCaseRows *
load (AncStore *store)
{
  return anc_fixture_load (store, CASE, NULL);
}

/* ---- Files ----------------------------------------------------------------------------------- */

static void
test_every_size (Fixture *fixture,
                 gconstpointer data)
{
  static const gsize sizes[] = {
    0,
    1,
    ANC_FILES_CHUNK_SIZE - 1,
    ANC_FILES_CHUNK_SIZE,
    ANC_FILES_CHUNK_SIZE + 1,
    32 * ANC_FILES_CHUNK_SIZE - 1, /* about what one transaction takes */
    32 * ANC_FILES_CHUNK_SIZE,
    32 * ANC_FILES_CHUNK_SIZE + 1,
    70 * ANC_FILES_CHUNK_SIZE + 12345,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (sizes[i], i);
      g_autoptr (AncStoredFile) file = add (fixture->store, bytes);
      g_autoptr (AncStoredFile) again = add (fixture->store, bytes);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_autoptr (GBytes) read = anc_fixture_read_file (fixture->store, file->sha256, NULL);

      g_assert_cmpstr (file->sha256, ==, sha256);
      g_assert_cmpint (file->size, ==, (gint64) sizes[i]);
      g_assert_true (file->is_new);
      g_assert_false (again->is_new);
      g_assert_true (g_bytes_equal (bytes, read));
    }
}

static void
test_duplicates (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_bytes (1000, 1);
  g_autoptr (AncStoredFile) file = add (fixture->store, bytes);
  g_autoptr (AncCaseRows) rows = load (fixture->store);
  g_autoptr (AncStoredFile) again = NULL;
  const AncFilePlace *place;

  g_assert_cmpuint (file->places->len, ==, 0);
  anc_fixture_edit (fixture->store, anc_fixture_add_document (rows, "Lettre", file->sha256));
  again = add (fixture->store, bytes);
  g_assert_cmpuint (again->places->len, ==, 1);
  place = g_ptr_array_index (again->places, 0);
  g_assert_cmpint (place->case_key, ==, CASE);
  g_assert_cmpstr (place->reference, ==, "2026-00001");
  g_assert_cmpstr (place->title, ==, "Lettre");
}

static void
test_seek (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_bytes (3 * ANC_FILES_CHUNK_SIZE + 77, 3);
  g_autoptr (AncStoredFile) file = add (fixture->store, bytes);
  g_autoptr (GInputStream) stream = anc_fixture_open_file (fixture->store, file->sha256, NULL);
  const guint8 *expected = g_bytes_get_data (bytes, NULL);
  const gsize size = g_bytes_get_size (bytes);

  for (guint i = 0; i < 200; i++)
    {
      const gsize offset = (gsize) g_test_rand_int_range (0, (gint32) size);
      guint8 buffer[1000];
      gsize length;

      g_assert_true (g_seekable_seek (G_SEEKABLE (stream), (goffset) offset, G_SEEK_SET, NULL, NULL));
      g_assert_true (g_input_stream_read_all (stream, buffer, sizeof buffer, &length, NULL, NULL));
      g_assert_cmpmem (buffer, length, expected + offset, MIN (sizeof buffer, size - offset));
      g_assert_cmpint (g_seekable_tell (G_SEEKABLE (stream)), ==, (goffset) (offset + length));
    }
  g_assert_false (g_seekable_seek (G_SEEKABLE (stream), -1, G_SEEK_SET, NULL, NULL));
}

/* What is read fails half way: nothing of it stays. */
static void
test_broken_off (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_bytes (40 * ANC_FILES_CHUNK_SIZE, 4);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GConverter) broken = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GInputStream) compressed = g_converter_input_stream_new (memory, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) whole = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) half = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree AncStoreInfo *info = NULL;
  gsize length;

  g_output_stream_splice (whole, compressed, 0, NULL, NULL);
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (whole));
  half = g_memory_input_stream_new_from_data (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (whole)),
                                              (gssize) (length - 100),
                                              NULL);
  stream = g_converter_input_stream_new (half, broken);

  g_assert_null (anc_fixture_add_file (fixture->store, stream, NULL, &error));
  g_assert_nonnull (error);
  info = anc_fixture_get_info (fixture->store, NULL);
  g_assert_cmpint (info->n_files, ==, 0);
  g_assert_cmpint (info->files_size, ==, 0);
}

/* ---- Search ---------------------------------------------------------------------------------- */

static void
assert_found (AncStore *store,
              const char *words,
              gint64 case_key,
              const char *expected)
{
  g_autoptr (GPtrArray) hits = anc_fixture_search (store, words, case_key, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const AncSearchHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", anc_table_get (hit->table)->name);
      if (hit->page > 0)
        g_string_append_printf (text, "/%u", hit->page);
      for (guint j = 0; j < hit->marks->len; j += 2)
        {
          const guint start = g_array_index (hit->marks, guint, j);
          const guint end = g_array_index (hit->marks, guint, j + 1);

          g_string_append_printf (text, " [%.*s]", (int) (end - start), hit->excerpt + start);
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *found;
  } rows[] = {
    { "spécimen", "" }, /* nobody of this name */
    { "ECHANTILLON", "cases [Échantillon]" },
    { "échant", "cases [Échantillon]" },
    { "ech cam", "cases [Échantillon] [Camille]" },
    { "2026 00001", "cases [2026] [00001]" },
    { "entretien", "jobs [entretien]" },
    { "modele nettoyage", "employers [Nettoyage] [Modèle]" },
    { "100 000 001 000", "employers [10000000100012]" },
    { "10000000100012", "employers [10000000100012]" },
    { "coeur", "documents/2 [cœur]" },
    { "ŒUVRE fin", "documents/1 [œuvre] [ﬁn]" },
    { "rappeler employeur", "cases [rappeler] [employeur]" },
    { "\"'*()-:^", "" },
    { "AND OR NOT", "" },
  };
  const char *const pages[] = { "Le chef d’œuvre\nde la ﬁn", "Au cœur de l’été", NULL };
  g_autoptr (AncStoredFile) file = anc_fixture_add_bytes (fixture->store, "abc", 3, NULL);
  g_autoptr (AncCaseRows) rows_before = load (fixture->store);
  g_auto (GStrv) read = NULL;

  anc_fixture_edit (fixture->store, anc_fixture_add_document (rows_before, "Lettre", file->sha256));
  g_assert_true (anc_fixture_set_text (fixture->store, file->sha256, pages, NULL));
  read = anc_fixture_get_text (fixture->store, file->sha256, NULL);
  /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the analyzer does not know that both end in NULL */
  g_assert_cmpstrv (read, pages);
  anc_fixture_edit (fixture->store, anc_fixture_make_case (2, 0, 0));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].words);
      assert_found (fixture->store, rows[i].words, CASE, rows[i].found);
    }
  assert_found (fixture->store, "echantillon", 0, "cases [Échantillon]");
  assert_found (fixture->store, "coeur", 0, "documents/2 [cœur]");
  assert_found (fixture->store, "modele nettoyage", 0, "employers [Nettoyage] [Modèle] | employers [Nettoyage] [Modèle]");
}

/* The index follows every change, undo and redo among them. */
static void
test_search_follows (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = load (fixture->store);
  g_autoptr (AncChangeSet) changes = NULL;

  anc_fixture_edit (fixture->store, anc_fixture_change_text (anc_case_rows_get_head (rows), "family_name", "Spécimen"));
  assert_found (fixture->store, "echantillon", 0, "");
  assert_found (fixture->store, "specimen", 0, "cases [Spécimen]");
  changes = anc_fixture_undo (fixture->store, CASE, NULL);
  g_assert_nonnull (changes);
  assert_found (fixture->store, "echantillon", 0, "cases [Échantillon]");
  g_assert_true (anc_fixture_delete (fixture->store, CASE, NULL));
  assert_found (fixture->store, "echantillon", 0, "");
}

/* An index that misses a record, or a page, or has words of its own, is found out whether or not it can be mended. */
static void
test_search_checked (Fixture *fixture,
                     gconstpointer data)
{
  static const char *const damages[] = {
    "SELECT 1", /* none */
    "INSERT INTO search_records (search_records, rowid, head, body) SELECT 'delete', id, head, body FROM search_entries LIMIT 1",
    "INSERT INTO search_records (rowid, head, body) VALUES (77, 'un intrus', '')",
    "INSERT INTO search_pages (search_pages, rowid, text) SELECT 'delete', id, text FROM page_texts LIMIT 1",
    "UPDATE search_entries SET head = 'un autre'",
    "DELETE FROM search_entries",
  };
  static const char *const pages[] = { "première page", "seconde page", NULL };
  g_autoptr (AncStoredFile) file = anc_fixture_add_bytes (fixture->store, "abc", 3, NULL);

  g_assert_true (anc_fixture_set_text (fixture->store, file->sha256, pages, NULL));
  anc_fixture_check (fixture->store);
  anc_fixture_close (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autofree char *copy = g_strdup_printf ("%s/copie-%u.ancrage", fixture->place.folder, i);
        g_autofree char *content = NULL;
        g_autoptr (GError) error = NULL;
        g_auto (GStrv) problems = NULL;
        AncDatabase *database;
        AncStore *store;
        gsize length;

        g_test_message ("%s", damages[i]);
        g_assert_true (g_file_get_contents (fixture->place.path, &content, &length, NULL));
        g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
        database = anc_database_open (copy, NULL, ANC_DATABASE_WRITE, &error);
        g_assert_no_error (error);
        g_assert_true (anc_database_run (database, damages[i], &error));
        anc_database_close (database);

        store = anc_fixture_open (copy, NULL, j == 0 ? ANC_STORE_READ_ONLY : 0, &error);
        g_assert_no_error (error);
        problems = anc_fixture_list_problems (store, &error);
        g_assert_no_error (error);
        g_assert_cmpint (g_strv_length (problems) > 0, ==, i > 0);
        anc_fixture_drop (store);
      }

  fixture->store = anc_fixture_open (fixture->place.path, NULL, 0, NULL);
}

/* ---- Trash ----------------------------------------------------------------------------------- */

static void
test_trash_case (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (AncCaseRows) before = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autoptr (AncStoredFile) file = anc_fixture_add_bytes (fixture->store, "octetssecrets", 13, NULL);
  g_autoptr (AncCaseRows) rows = load (fixture->store);
  g_autoptr (AncChangeSet) restored = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  const AncTrashItem *item;
  guint n_cases, n_files;
  gsize length;

  anc_fixture_edit (fixture->store, anc_fixture_add_document (rows, "Titresecret", file->sha256));
  before = load (fixture->store);
  g_assert_true (anc_fixture_delete (fixture->store, CASE, NULL));
  items = anc_fixture_list_trash (fixture->store);
  g_assert_cmpuint (items->len, ==, 1);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->title, ==, "Camille Échantillon-Ab");
  g_assert_cmpstr (item->reference, ==, "2026-00001");
  restored = anc_fixture_restore (fixture->store, CASE, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (restored);
  after = load (fixture->store);
  g_assert_true (anc_case_rows_equal (before, after));

  g_assert_true (anc_fixture_delete (fixture->store, CASE, NULL));
  anc_store_place_pass_time (G_TIME_SPAN_DAY * 29);
  anc_fixture_empty_trash (fixture->store, 30, &n_cases, &n_files, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_cases + n_files, ==, 0);
  anc_store_place_pass_time (G_TIME_SPAN_DAY * 2);
  g_assert_true (anc_fixture_empty_trash (fixture->store, 30, &n_cases, &n_files, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cases, ==, 1);
  g_assert_cmpuint (n_files, ==, 1);
  anc_fixture_check (fixture->store);
  g_assert_null (anc_fixture_restore (fixture->store, CASE, 0, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND);
  entries = anc_fixture_list_transactions (fixture->store, 0, NULL);
  g_assert_cmpint (((const AncTransaction *) g_ptr_array_index (entries, 0))->kind, ==, ANC_TRANSACTION_PURGE);

  /* Gone is gone: from the file too. */
  g_assert_true (g_file_get_contents (fixture->place.path, &content, &length, NULL));
  g_assert_null (memmem (content, length, "chantillon", 10));
  g_assert_null (memmem (content, length, "Titresecret", 11));
  g_assert_null (memmem (content, length, "titresecret", 11));
  g_assert_null (memmem (content, length, "octetssecrets", 13));
}

static void
test_trash_document (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (AncStoredFile) file = anc_fixture_add_bytes (fixture->store, "abc", 3, NULL);
  g_autoptr (AncCaseRows) rows = load (fixture->store);
  g_autoptr (AncCaseRows) with = NULL;
  g_autoptr (AncCaseRows) again = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (AncChangeSet) restored = NULL;
  const AncRow *document;
  guint n_cases, n_files;

  anc_fixture_edit (fixture->store, anc_fixture_add_document (rows, "Lettre", file->sha256));
  with = load (fixture->store);
  document = anc_case_rows_get (with, ANC_TABLE_DOCUMENTS, 3);
  anc_fixture_edit (fixture->store, anc_fixture_delete_row (document));
  anc_fixture_edit (fixture->store, anc_fixture_change_text (anc_case_rows_get_head (with), "notes", "entre-temps"));
  items = anc_fixture_list_trash (fixture->store);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((const AncTrashItem *) g_ptr_array_index (items, 0))->title, ==, "Lettre");

  anc_store_place_pass_time (G_TIME_SPAN_DAY);
  g_assert_true (anc_fixture_empty_trash (fixture->store, 2, &n_cases, &n_files, NULL));
  g_assert_cmpuint (n_files, ==, 0);
  restored = anc_fixture_restore (fixture->store, CASE, document->key, NULL);
  g_assert_nonnull (restored);
  again = load (fixture->store);
  g_assert_true (anc_row_equal (anc_case_rows_get (again, ANC_TABLE_DOCUMENTS, 3), document));
  g_ptr_array_unref (items);
  items = anc_fixture_list_trash (fixture->store);
  g_assert_cmpuint (items->len, ==, 0);

  anc_fixture_edit (fixture->store, anc_fixture_delete_row (document));
  anc_store_place_pass_time (3 * G_TIME_SPAN_DAY);
  g_assert_true (anc_fixture_empty_trash (fixture->store, 2, &n_cases, &n_files, NULL));
  g_assert_cmpuint (n_files, ==, 1);
}

/* ---- Packages -------------------------------------------------------------------------------- */

static void
take (AncStore *store,
      const char *path,
      guint n_new,
      guint n_different)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncPackage) package = anc_fixture_read_package (store, path, "partagé", &error);
  AncCaseComparison *comparison;

  g_assert_no_error (error);
  comparison = anc_package_get_comparison (package);
  g_assert_cmpuint (anc_case_comparison_count_kind (comparison, ANC_COMPARISON_NEW), ==, n_new);
  g_assert_cmpuint (anc_case_comparison_count_kind (comparison, ANC_COMPARISON_DIFFERENT), ==, n_different);
  anc_fixture_take_package (store, package, NULL, &error);
  g_assert_no_error (error);
}

static void
test_package (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *other_path = g_build_filename (fixture->place.folder, "autre.ancrage", NULL);
  g_autofree char *path = g_build_filename (fixture->place.folder, "dossier.ancrage-case", NULL);
  const char *const pages[] = { "une page", NULL };
  g_autoptr (GBytes) bytes = make_bytes (600000, 9);
  g_autoptr (AncStoredFile) file = add (fixture->store, bytes);
  g_autoptr (AncCaseRows) rows = load (fixture->store);
  g_autoptr (AncCaseRows) sent = NULL;
  g_autoptr (AncCaseRows) taken = NULL;
  g_autoptr (AncCaseRows) merged = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree AncStoreInfo *before = NULL;
  g_autofree AncStoreInfo *after = NULL;
  AncStore *other;

  anc_fixture_edit (fixture->store, anc_fixture_add_document (rows, "Contrat", file->sha256));
  g_assert_true (anc_fixture_set_text (fixture->store, file->sha256, pages, NULL));
  sent = load (fixture->store);
  anc_fixture_write_package (fixture->store, CASE, path, "partagé", &error);
  g_assert_no_error (error);
  g_assert_null (anc_fixture_read_package (fixture->store, path, "deviné", &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (anc_fixture_open (path, "partagé", 0, &error)); /* a package is no store */
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_A_STORE);
  g_clear_error (&error);

  other = anc_fixture_create (other_path, "autre", NULL);
  take (other, path, 10, 0);
  taken = anc_fixture_load (other, CASE, NULL);
  g_assert_true (anc_case_rows_equal (sent, taken));
  read = anc_fixture_read_file (other, file->sha256, NULL);
  g_assert_true (g_bytes_equal (bytes, read));
  assert_found (other, "page", 0, "documents/1 [page]");

  before = anc_fixture_get_info (other, NULL);
  take (other, path, 0, 0);
  after = anc_fixture_get_info (other, NULL);
  g_assert_cmpint (before->n_transactions, ==, after->n_transactions);

  anc_fixture_edit (other, anc_fixture_change_text (anc_case_rows_get_head (taken), "notes", "chez nous"));
  take (other, path, 0, 1);
  merged = anc_fixture_load (other, CASE, NULL);
  g_assert_true (anc_case_rows_equal (sent, merged));
  anc_fixture_check (other);
  anc_fixture_close (other);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/documents/every-size", test_every_size);
  ADD ("/store/documents/duplicates", test_duplicates);
  ADD ("/store/documents/seek", test_seek);
  ADD ("/store/documents/broken-off", test_broken_off);
  ADD ("/store/search/words", test_search);
  ADD ("/store/search/follows", test_search_follows);
  ADD ("/store/search/checked", test_search_checked);
  ADD ("/store/trash/case", test_trash_case);
  ADD ("/store/trash/document", test_trash_document);
  ADD ("/store/packages/take", test_package);

  return g_test_run ();
}
