/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-fixture.h"

#include "anc-case-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PASSPHRASE "un cheval, des agrafes"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = anc_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "bureau.ancrage", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  anc_fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static AncStore *
create (Fixture *fixture,
        const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  AncStore *store = anc_fixture_create (fixture->path, passphrase, &error);

  g_assert_no_error (error);
  return store;
}

static AncStore *
reopen (Fixture *fixture,
        const char *passphrase,
        AncStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  AncStore *store = anc_fixture_open (fixture->path, passphrase, flags, &error);

  g_assert_no_error (error);
  return store;
}

static AncCaseRows *
load (AncStore *store,
      gint64 case_key)
{
  g_autoptr (GError) error = NULL;
  AncCaseRows *rows = anc_fixture_load (store, case_key, &error);

  g_assert_no_error (error);
  return rows;
}

/* ---- Files ----------------------------------------------------------------------------------- */

static void
test_created_for_its_owner (Fixture *fixture,
                            gconstpointer data)
{
  AncStore *store = create (fixture, data);
  struct stat info;

  anc_fixture_edit (store, anc_fixture_make_case (1, 3, 2));
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (anc_store_is_encrypted (store), ==, data != NULL);
  anc_fixture_close (store);
}

static void
test_survives_reopening (Fixture *fixture,
                         gconstpointer data)
{
  AncStore *store = create (fixture, data);
  g_autoptr (AncCaseRows) before = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autofree AncStoreInfo *info = NULL;

  anc_fixture_edit (store, anc_fixture_make_case (1, 12, 5));
  anc_fixture_edit (store, anc_fixture_make_case (2, 0, 0));
  before = load (store, 2000);
  anc_fixture_close (store);

  store = reopen (fixture, data, 0);
  after = load (store, 2000);
  g_assert_true (anc_case_rows_equal (before, after));
  g_assert_cmpuint (anc_case_rows_get_count (after, ANC_TABLE_PAYSLIPS), ==, 12);
  info = anc_fixture_get_info (store, NULL);
  g_assert_cmpint (info->n_cases, ==, 2);
  g_assert_cmpint (info->n_documents, ==, 5);
  g_assert_cmpint (info->n_transactions, ==, 2);
  anc_fixture_check (store);
  anc_fixture_close (store);
}

/* ---- Errors ---------------------------------------------------------------------------------- */

static void
assert_cannot_open (Fixture *fixture,
                    const char *passphrase,
                    AncStoreFlags flags,
                    AncStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncStore) store = anc_fixture_open (fixture->path, passphrase, flags, &error);

  g_assert_null (store);
  g_assert_error (error, ANC_STORE_ERROR, (int) code);
}

static void
test_passphrases (Fixture *fixture,
                  gconstpointer data)
{
  anc_fixture_close (create (fixture, PASSPHRASE));

  assert_cannot_open (fixture, "une autre", 0, ANC_STORE_ERROR_PASSPHRASE);
  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_PASSPHRASE);
  assert_cannot_open (fixture, "", 0, ANC_STORE_ERROR_PASSPHRASE);
  assert_cannot_open (fixture, PASSPHRASE " ", ANC_STORE_READ_ONLY, ANC_STORE_ERROR_PASSPHRASE);
  anc_fixture_close (reopen (fixture, PASSPHRASE, 0));
}

static void
write_file (const char *path,
            const char *text,
            gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
test_other_files (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_NOT_FOUND);
  write_file (fixture->path, "", 0);
  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_NOT_A_STORE);
  write_file (fixture->path, "%PDF-1.7 and so on, long enough", 31);
  assert_cannot_open (fixture, PASSPHRASE, 0, ANC_STORE_ERROR_NOT_A_STORE);
  write_file (fixture->path, "SQLite format 3\0and no more than this", 37);
  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_DAMAGED);
  g_remove (fixture->path);
  g_mkdir (fixture->path, 0700);
  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_NOT_A_STORE);
  g_rmdir (fixture->path);

  anc_fixture_close (create (fixture, NULL));
  g_assert_null (anc_fixture_create (fixture->path, NULL, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_EXISTS);
}

/* user_version and application_id are big-endian numbers at 60 and 68. */
static void
patch (const char *path,
       long offset,
       const char *bytes,
       gsize length)
{
  int fd = open (path, O_WRONLY);

  g_assert_cmpint (pwrite (fd, bytes, length, offset), ==, (gssize) length);
  close (fd);
}

static void
test_newer_and_foreign (Fixture *fixture,
                        gconstpointer data)
{
  anc_fixture_close (create (fixture, NULL));
  patch (fixture->path, 60, "\0\0\0\x63", 4);
  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_NEWER);
  patch (fixture->path, 68, "\0\0\0\x63", 4);
  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_NOT_A_STORE);
}

static void
test_damaged_first_page (Fixture *fixture,
                         gconstpointer data)
{
  anc_fixture_close (create (fixture, PASSPHRASE));
  patch (fixture->path, 1000, "damage", 6);
  assert_cannot_open (fixture, PASSPHRASE, 0, ANC_STORE_ERROR_DAMAGED);
  assert_cannot_open (fixture, "une autre", 0, ANC_STORE_ERROR_PASSPHRASE);
}

static void
test_open_elsewhere (Fixture *fixture,
                     gconstpointer data)
{
  AncStore *store = create (fixture, NULL);
  g_autoptr (GError) error = NULL;
  AncStore *reader;

  anc_fixture_edit (store, anc_fixture_make_case (1, 1, 1));
  g_assert_null (anc_fixture_open (fixture->path, NULL, 0, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_assert_nonnull (strstr (error->message, "since 20"));

  reader = reopen (fixture, NULL, ANC_STORE_READ_ONLY);
  anc_case_rows_unref (load (reader, 2000));
  anc_fixture_edit (store, anc_fixture_make_case (2, 1, 1));
  anc_case_rows_unref (load (reader, 3000));
  g_clear_error (&error);
  g_assert_false (anc_fixture_delete (reader, 2000, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY);
  anc_fixture_close (reader);
  anc_fixture_close (store);

  anc_fixture_close (reopen (fixture, NULL, 0));
}

/* What the other program does: opens the store, says so, and waits to be killed. */
static int
hold (const char *path)
{
  AncStore *store = anc_fixture_open (path, NULL, 0, NULL);

  if (store == NULL || write (STDOUT_FILENO, "x", 1) != 1)
    return 1;
  return pause ();
}

/* The lock of a program that was killed is nobody's. */
static void
test_holder_killed (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = NULL;
  char byte;

  anc_fixture_close (create (fixture, NULL));
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "hold", fixture->path, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (other), &byte, 1, NULL, NULL), ==, 1);
  assert_cannot_open (fixture, NULL, 0, ANC_STORE_ERROR_BUSY);

  g_subprocess_force_exit (other);
  g_subprocess_wait (other, NULL, NULL);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  anc_fixture_close (reopen (fixture, NULL, 0));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  AncStore *store = create (fixture, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("x", 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree AncStoreInfo *info = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (anc_fixture_add_file (store, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  info = anc_fixture_get_info (store, NULL);
  g_assert_cmpint (info->n_files, ==, 0);
  anc_fixture_close (store);
}

/* ---- Lists ----------------------------------------------------------------------------------- */

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  static const char *const names[] = { "Zola", "Élan", "Dupont", "eck", "Œdipe", "Ode" };
  AncStore *store = create (fixture, NULL);
  g_autoptr (GPtrArray) by_name = NULL;
  g_autoptr (GPtrArray) by_change = NULL;
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (AncCaseRows) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AncCaseRows) inserted = NULL;

      anc_fixture_edit (store, anc_fixture_make_case (i, 0, 0));
      inserted = load (store, (gint64) (i + 1) * 1000);
      anc_fixture_edit (store, anc_fixture_change_text (anc_case_rows_get_head (inserted), "family_name", names[i]));
    }

  by_name = anc_fixture_list (store, ANC_CASE_ORDER_NAME, 0, 100, NULL);
  for (guint i = 0; i < by_name->len; i++)
    g_string_append_printf (order, "%s ", ((const AncCaseEntry *) g_ptr_array_index (by_name, i))->family_name);
  g_assert_cmpstr (order->str, ==, "Dupont eck Élan Ode Œdipe Zola ");

  rows = load (store, 3000);
  anc_fixture_edit (store, anc_fixture_change_text (anc_case_rows_get_head (rows), "tags", "urgent"));
  by_change = anc_fixture_list (store, ANC_CASE_ORDER_CHANGED, 0, 1, NULL);
  g_assert_cmpuint (by_change->len, ==, 1);
  g_assert_cmpstr (((const AncCaseEntry *) g_ptr_array_index (by_change, 0))->tags, ==, "urgent");
  anc_fixture_close (store);
}

static gboolean
count_rows (AncCaseRows *rows,
            gpointer data)
{
  guint *n_rows = data;

  for (guint i = 0; i < ANC_N_TABLES; i++)
    *n_rows += anc_case_rows_get_count (rows, i);

  return TRUE;
}

static void
keep_result_cb (GObject *object,
                GAsyncResult *result,
                gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_visit (Fixture *fixture,
            gconstpointer data)
{
  AncStore *store = create (fixture, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < 5; i++)
    anc_fixture_edit (store, anc_fixture_make_case (i, i, 2 * i));
  anc_store_visit_cases_async (store, count_rows, &n_rows, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (anc_store_visit_cases_finish (store, result, NULL));
  g_assert_cmpuint (n_rows, ==, 5 * 3 + (0 + 1 + 2 + 3 + 4) * 3);
  g_clear_object (&result);
  anc_fixture_close (store);
}

/* ---- The passphrase -------------------------------------------------------------------------- */

static void
test_change_passphrase (Fixture *fixture,
                        gconstpointer data)
{
  static const char *const passphrases[] = { NULL, "premier", "deuxième", NULL };
  AncStore *store = create (fixture, passphrases[0]);
  g_autoptr (AncCaseRows) before = NULL;

  anc_fixture_edit (store, anc_fixture_make_case (1, 12, 30));
  before = load (store, 2000);
  for (guint i = 1; i < G_N_ELEMENTS (passphrases); i++)
    {
      g_autoptr (AncCaseRows) after = NULL;
      g_autoptr (AncCaseRows) reopened = NULL;
      g_autoptr (GError) error = NULL;

      anc_fixture_change_passphrase (store, passphrases[i], &error);
      g_assert_no_error (error);
      g_assert_cmpint (anc_store_is_encrypted (store), ==, passphrases[i] != NULL);
      after = load (store, 2000);
      g_assert_true (anc_case_rows_equal (before, after));
      anc_fixture_edit (store, anc_fixture_make_case (10 + i, 1, 1));
      anc_fixture_check (store);
      anc_fixture_close (store);

      if (passphrases[i] != NULL)
        assert_cannot_open (fixture, passphrases[i - 1], 0, ANC_STORE_ERROR_PASSPHRASE);
      store = reopen (fixture, passphrases[i], 0);
      reopened = load (store, 2000);
      g_assert_true (anc_case_rows_equal (before, reopened));
      anc_fixture_check (store);
    }
  anc_fixture_close (store);
}

static gboolean
holds (const char *path,
       const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *content = NULL;
  const char *name;
  gsize length;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (strstr (name, words) != NULL || holds (child, words))
        return TRUE;
    }

  return dir == NULL && g_file_get_contents (path, &content, &length, NULL)
         && memmem (content, length, words, strlen (words)) != NULL;
}

/* Backups made before there was a passphrase would tell all: they get it too. */
static void
test_no_plain_text (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const secrets[] = { "Nomsecret", "Titresecret", "octetssecrets", "textesecret", "nomsecret" };
  const gboolean was_plain = GPOINTER_TO_INT (data);
  AncStore *store = create (fixture, was_plain ? NULL : PASSPHRASE);
  const char *const pages[] = { "un textesecret", NULL };
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncStoredFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;

  anc_fixture_edit (store, anc_fixture_make_case (1, 12, 5));
  rows = load (store, 2000);
  anc_fixture_edit (store, anc_fixture_change_text (anc_case_rows_get_head (rows), "family_name", "Nomsecret"));
  file = anc_fixture_add_bytes (store, "des octetssecrets", 17, &error);
  g_assert_no_error (error);
  anc_fixture_edit (store, anc_fixture_add_document (rows, "Titresecret", file->sha256));
  anc_fixture_set_text (store, file->sha256, pages, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (anc_fixture_search (store, "nomsecret", 0, NULL));
  backup = anc_fixture_back_up (store, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  if (was_plain)
    {
      for (guint i = 0; i < 4; i++)
        g_assert_true (holds (fixture->folder, secrets[i]));
      anc_fixture_change_passphrase (store, PASSPHRASE, &error);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_false (holds (fixture->folder, secrets[i]));
  anc_fixture_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_false (holds (fixture->folder, secrets[i]));
}

/* What an office decides is there for whoever opens it next, and apart from what the store remembers for itself. */
static void
test_settings (Fixture *fixture,
               gconstpointer data)
{
  static const char *const names[] = { "exhibit-grades", "created" };
  AncStore *store = create (fixture, PASSPHRASE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *none = anc_fixture_get_setting (store, names[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (none, ==, "");
      g_assert_true (anc_fixture_set_setting (store, names[i], "premier", &error));
      g_assert_true (anc_fixture_set_setting (store, names[i], "œuvre d’été", &error));
    }
  anc_fixture_close (store);

  store = anc_fixture_open (fixture->path, PASSPHRASE, ANC_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = anc_fixture_get_setting (store, names[i], &error);

      g_assert_cmpstr (text, ==, "œuvre d’été");
    }
  g_assert_false (anc_fixture_set_setting (store, names[0], "", &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY);
  anc_fixture_close (store);
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "hold") == 0)
    return hold (argv[2]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/store/created-for-its-owner/plain", NULL, test_created_for_its_owner);
  ADD ("/store/store/created-for-its-owner/encrypted", PASSPHRASE, test_created_for_its_owner);
  ADD ("/store/store/survives-reopening/plain", NULL, test_survives_reopening);
  ADD ("/store/store/survives-reopening/encrypted", PASSPHRASE, test_survives_reopening);
  ADD ("/store/store/passphrases", NULL, test_passphrases);
  ADD ("/store/store/other-files", NULL, test_other_files);
  ADD ("/store/store/newer-and-foreign", NULL, test_newer_and_foreign);
  ADD ("/store/store/damaged-first-page", NULL, test_damaged_first_page);
  ADD ("/store/store/open-elsewhere", NULL, test_open_elsewhere);
  ADD ("/store/store/holder-killed", NULL, test_holder_killed);
  ADD ("/store/store/cancelled", NULL, test_cancelled);
  ADD ("/store/store/list", NULL, test_list);
  ADD ("/store/store/visit", NULL, test_visit);
  ADD ("/store/store/settings", NULL, test_settings);
  ADD ("/store/store/change-passphrase", NULL, test_change_passphrase);
  ADD ("/store/store/no-plain-text/encrypted", GINT_TO_POINTER (FALSE), test_no_plain_text);
  ADD ("/store/store/no-plain-text/since-encrypted", GINT_TO_POINTER (TRUE), test_no_plain_text);

  return g_test_run ();
}
