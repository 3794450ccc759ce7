/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets every operation on the disk fail in turn, every allocation of the database, and the program itself be
 * killed. usage: test-anc-failures [--all]; without it a part of the points. */

#include "anc-store-fixture.h"

#include "anc-case-fixture.h"
#include "anc-disk-recorder.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CASE 2000
#define FILE_SIZE 300000

static gboolean tries_all;

typedef struct
{
  char *folder;
  char *path;
  char *pristine; /* the bytes of a store with one case */
  gsize pristine_length;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncChangeSet) changes = anc_fixture_make_case (1, 4, 4);
  g_autoptr (GError) error = NULL;
  AncStore *store;

  fixture->folder = anc_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "bureau.ancrage", NULL);
  store = anc_fixture_create (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (anc_fixture_commit (store, changes, NULL));
  anc_fixture_close (store);
  g_assert_true (g_file_get_contents (fixture->path, &fixture->pristine, &fixture->pristine_length, NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_free (fixture->pristine);
  g_free (fixture->path);
  anc_fixture_remove_folder (fixture->folder);
}

/* ---- A session that may fail anywhere -------------------------------------------------------- */

typedef struct
{
  guint n_edits; /* acknowledged */
  guint n_files;
  guint n_errors;
} Session;

static void
expect_store_error (const GError *error)
{
  if (error == NULL)
    return;

  g_assert_true (error->domain == ANC_STORE_ERROR);
  if (error->code != ANC_STORE_ERROR_IO && error->code != ANC_STORE_ERROR_FULL && error->code != ANC_STORE_ERROR_MEMORY)
    g_error ("not what failed: %s (%d)", error->message, error->code);
}

static void
note (Session *session,
      gboolean succeeded,
      guint *n_done,
      GError **error)
{
  g_assert_cmpint (succeeded, ==, *error == NULL);
  expect_store_error (*error);
  session->n_errors += *error != NULL;
  *n_done += succeeded;
  g_clear_error (error);
}

static void
close_whatever (AncStore *store,
                Session *session)
{
  guint ignored = 0;

  {
    g_autoptr (GError) error = NULL;
    gboolean closed = anc_fixture_try_close (store, &error);

    note (session, closed, &ignored, &error);
  }
  anc_fixture_drop (store);
}

static void
run_session (Fixture *fixture,
             Session *session)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *bytes = g_malloc0 (FILE_SIZE);
  AncStore *store = anc_fixture_open (fixture->path, NULL, 0, &error);
  guint ignored = 0;

  note (session, store != NULL, &ignored, &error);
  if (store == NULL)
    return;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (10 + i, 2, 2);
      gboolean committed = anc_fixture_commit (store, changes, &error);

      note (session, committed, &session->n_edits, &error);
    }
  {
    g_autoptr (AncStoredFile) file = anc_fixture_add_bytes (store, bytes, FILE_SIZE, &error);

    note (session, file != NULL, &session->n_files, &error);
  }
  {
    g_autoptr (AncChangeSet) undone = anc_fixture_undo (store, 11 * 1000, &error);

    /* There is nothing to undo where the case did not come in. */
    if (g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
      g_clear_error (&error);
    else
      note (session, undone != NULL, &session->n_edits, &error);
  }
  {
    g_autoptr (GPtrArray) hits = anc_fixture_search (store, "nettoyage", 0, &error);

    note (session, hits != NULL, &ignored, &error);
  }
  close_whatever (store, session);
}

/* What was acknowledged is there. A call that failed may have reached the disk: at most those are there too. */
static void
check_session (Fixture *fixture,
               const Session *session)
{
  g_autoptr (GError) error = NULL;
  g_autofree AncStoreInfo *info = NULL;
  AncStore *store = anc_fixture_open (fixture->path, NULL, 0, &error);

  g_assert_no_error (error);
  info = anc_fixture_get_info (store, NULL);
  g_assert_cmpint (info->n_transactions, >=, 1 + session->n_edits);
  g_assert_cmpint (info->n_transactions, <=, 1 + session->n_edits + session->n_errors);
  g_assert_cmpint (info->n_files, >=, session->n_files);
  anc_fixture_check (store);
  anc_fixture_drop (store);
}

static void
put_pristine (Fixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);

  g_remove (log);
  g_remove (index);
  g_assert_true (g_file_set_contents (fixture->path, fixture->pristine, (gssize) fixture->pristine_length, NULL));
}

/* ---- The disk -------------------------------------------------------------------------------- */

typedef struct
{
  int code;
  gboolean goes_on;
} Failure;

static const Failure one_error = { EIO, FALSE };
static const Failure broken_disk = { EIO, TRUE };
static const Failure full_disk = { ENOSPC, TRUE };

static guint
count_operations (Fixture *fixture)
{
  Session session = { 0 };

  put_pristine (fixture);
  anc_disk_recorder_fail (fixture->folder, 0, 0, FALSE);
  run_session (fixture, &session);
  g_assert_cmpuint (session.n_errors, ==, 0);
  return anc_disk_recorder_stop_failing ();
}

static void
test_disk (Fixture *fixture,
           gconstpointer data)
{
  const Failure *failure = data;
  const guint step = tries_all ? 1 : 17;
  const guint n_operations = count_operations (fixture);
  guint n_tried = 0;
  guint n_failed = 0;

  for (guint operation = 1; operation <= n_operations; operation += step)
    {
      Session session = { 0 };

      g_test_message ("operation %u", operation);
      put_pristine (fixture);
      anc_disk_recorder_fail (fixture->folder, operation, failure->code, failure->goes_on);
      run_session (fixture, &session);
      anc_disk_recorder_stop_failing ();
      check_session (fixture, &session);
      n_tried++;
      n_failed += session.n_errors > 0;
    }
  g_print ("# %u of %u operations failed in turn, %u of them shown to the caller\n", n_tried, n_operations, n_failed);
  g_assert_cmpuint (n_failed, >, 0);
}

/* ---- Memory ---------------------------------------------------------------------------------- */

static sqlite3_mem_methods plain_methods;
static gint n_allocations;
static gint failing_allocation;

static gboolean
is_allocation_to_fail (void)
{
  const gint number = g_atomic_int_add (&n_allocations, 1) + 1;
  const gint failing = g_atomic_int_get (&failing_allocation);

  return failing > 0 && number >= failing && number < failing + 3;
}

static void *
allocate (int size)
{
  return is_allocation_to_fail () ? NULL : plain_methods.xMalloc (size);
}

static void *
reallocate (void *memory,
            int size)
{
  return is_allocation_to_fail () ? NULL : plain_methods.xRealloc (memory, size);
}

static void
replace_allocator (void)
{
  sqlite3_mem_methods methods;

  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &plain_methods);
  methods = plain_methods;
  methods.xMalloc = allocate;
  methods.xRealloc = reallocate;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &methods);
}

static void
test_memory (Fixture *fixture,
             gconstpointer data)
{
  gint last;
  guint n_tried = 0;
  guint n_failed = 0;
  Session whole = { 0 };
  gint step;

  g_atomic_int_set (&n_allocations, 0);
  run_session (fixture, &whole);
  g_assert_cmpuint (whole.n_errors, ==, 0);
  last = g_atomic_int_get (&n_allocations);
  step = MAX (last / (tries_all ? 2000 : 60), 1);

  for (gint allocation = 1; allocation < last; allocation += step)
    {
      Session session = { 0 };

      g_test_message ("allocation %d of %d", allocation, last);
      put_pristine (fixture);
      g_atomic_int_set (&n_allocations, 0);
      g_atomic_int_set (&failing_allocation, allocation);
      run_session (fixture, &session);
      g_atomic_int_set (&failing_allocation, 0);
      check_session (fixture, &session);
      n_tried++;
      n_failed += session.n_errors > 0;
    }
  g_print ("# %u of %d allocations failed in turn, %u of them shown to the caller\n", n_tried, last, n_failed);
}

/* ---- The program ----------------------------------------------------------------------------- */

/* What the other program does: imports cases from a number on, and writes a byte for each acknowledged. */
static int
import (const char *path,
        guint number)
{
  AncStore *store = anc_fixture_open (path, NULL, 0, NULL);

  for (; store != NULL; number++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (number, 12, 20);

      if (!anc_fixture_commit (store, changes, NULL) || write (STDOUT_FILENO, "x", 1) != 1)
        return 1;
    }

  return 1;
}

/* Kills an import in the middle of things; returns how many cases it had said were in. */
static guint
import_and_kill (Fixture *fixture,
                 guint number)
{
  g_autofree char *first = g_strdup_printf ("%u", number);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = NULL;
  const gint n_awaited = g_test_rand_int_range (0, 40);
  guint n_acknowledged = 0;
  char buffer[100];
  gssize length;

  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "import", fixture->path, first, NULL);
  g_assert_no_error (error);
  while ((gint) n_acknowledged < n_awaited
         && (length = g_input_stream_read (g_subprocess_get_stdout_pipe (other), buffer, 1, NULL, NULL)) > 0)
    n_acknowledged += (guint) length;
  g_usleep ((gulong) g_test_rand_int_range (0, 4000)); /* a moment like any other */
  g_subprocess_force_exit (other);
  while ((length = g_input_stream_read (g_subprocess_get_stdout_pipe (other), buffer, sizeof buffer, NULL, NULL)) > 0)
    n_acknowledged += (guint) length;
  g_subprocess_wait (other, NULL, NULL);

  return n_acknowledged;
}

static void
test_killed (Fixture *fixture,
             gconstpointer data)
{
  const guint n_kills = tries_all ? 200 : 12;
  guint n_cases = 1;

  for (guint i = 0; i < n_kills; i++)
    {
      const guint n_acknowledged = import_and_kill (fixture, 10 + n_cases);
      g_autofree AncStoreInfo *info = NULL;
      g_autoptr (GError) error = NULL;
      AncStore *store = anc_fixture_open (fixture->path, NULL, 0, &error);

      g_assert_no_error (error);
      info = anc_fixture_get_info (store, NULL);
      g_test_message ("kill %u: %u cases acknowledged, %d there", i, n_acknowledged, (int) (info->n_cases - n_cases));
      g_assert_cmpint (info->n_cases, >=, n_cases + n_acknowledged);
      g_assert_cmpint (info->n_cases, <=, n_cases + n_acknowledged + 1);
      g_assert_cmpint (info->n_documents, ==, 4 + (info->n_cases - 1) * 20);
      if (i % 10 == 0 || i + 1 == n_kills)
        anc_fixture_check (store);
      n_cases = (guint) info->n_cases;
      anc_fixture_drop (store);
    }
  g_print ("# killed %u times while %u cases came in\n", n_kills, n_cases - 1);
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  if (argc == 4 && strcmp (argv[1], "import") == 0)
    return import (argv[2], (guint) atoi (argv[3]));

  tries_all = argc > 1 && strcmp (argv[argc - 1], "--all") == 0;
  if (tries_all)
    argc--;
  replace_allocator ();
  g_setenv ("TMPDIR", g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : "/tmp", FALSE);
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/failures/one-error", &one_error, test_disk);
  ADD ("/store/failures/broken-disk", &broken_disk, test_disk);
  ADD ("/store/failures/full-disk", &full_disk, test_disk);
  ADD ("/store/failures/memory", NULL, test_memory);
  ADD ("/store/failures/killed", NULL, test_killed);

  return g_test_run ();
}
