/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes room or time: a disk that is really full, a document of hundreds of megabytes, reading beside an
 * import. */

#include "anc-store-fixture.h"

#include "anc-case-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

/* ---- A full disk ----------------------------------------------------------------------------- */

#define DISK_OPTIONS "size=6m,mode=700"
#define LEFT_OVER (700 * 1024)

static const char *no_disk; /* why there may be none, or NULL */

static gboolean
write_line (const char *path,
            const char *line)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  const gboolean written = fd >= 0 && write (fd, line, strlen (line)) == (ssize_t) strlen (line);

  if (fd >= 0)
    close (fd);
  return written;
}

/* Leaves the mounts of the system for some of our own; before there are threads. */
static void
enter_own_mounts (void)
{
  g_autofree char *uid_map = g_strdup_printf ("0 %u 1", (guint) geteuid ());
  g_autofree char *gid_map = g_strdup_printf ("0 %u 1", (guint) getegid ());

  if (unshare (CLONE_NEWNS) != 0
      && (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0
          || !write_line ("/proc/self/setgroups", "deny")
          || !write_line ("/proc/self/uid_map", uid_map)
          || !write_line ("/proc/self/gid_map", gid_map)))
    no_disk = "no mounts of its own are to be had";
  else if (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    no_disk = "the mounts of the system cannot be left alone";
}

/* Leaves so many bytes, and what is taken is in this file. */
static void
fill_disk (const char *ballast,
           gsize left_over)
{
  static const char block[4096] = { 1 };
  int fd = open (ballast, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  off_t size = 0;

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, sizeof block) == sizeof block)
    size += (off_t) sizeof block;
  g_assert_cmpint (ftruncate (fd, size - (off_t) left_over), ==, 0);
  close (fd);
}

/* Works until the disk is full, in a store that is open; returns how many cases were acknowledged. */
static guint
work_until_full (AncStore *store)
{
  g_autofree char *bytes = g_malloc0 (2 * LEFT_OVER);
  g_autoptr (GError) error = NULL;
  guint n_cases = 0;

  g_assert_null (anc_fixture_add_bytes (store, bytes, 2 * LEFT_OVER, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_FULL);
  for (g_clear_error (&error); error == NULL; n_cases++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (100 + n_cases, 12, 20);

      if (!anc_fixture_commit (store, changes, &error))
        break;
    }
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_FULL);

  return n_cases;
}

static void
expect_cases (AncStore *store,
              guint n_cases)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = anc_fixture_list (store, ANC_CASE_ORDER_NAME, 0, G_MAXUINT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, n_cases);
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (AncCaseRows) rows = anc_fixture_load (store, ((AncCaseEntry *) g_ptr_array_index (entries, i))->key, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS), ==, 20);
    }
}

static void
test_full_disk (gconstpointer passphrase)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *ballast = NULL;
  g_autoptr (GError) error = NULL;
  AncStore *store;
  guint n_cases;

  folder = anc_fixture_make_folder ();
  if (no_disk == NULL && mount ("ancrage", folder, "tmpfs", MS_NOSUID | MS_NODEV, DISK_OPTIONS) != 0)
    no_disk = "a disk of its own cannot be mounted here";
  if (no_disk != NULL)
    {
      g_test_skip (no_disk);
      g_remove (folder);
      return;
    }

  path = g_build_filename (folder, "bureau.ancrage", NULL);
  ballast = g_build_filename (folder, "lest", NULL);
  store = anc_fixture_create (path, passphrase, &error);
  g_assert_no_error (error);
  fill_disk (ballast, LEFT_OVER);
  n_cases = work_until_full (store);
  g_test_message ("%u cases before the disk was full", n_cases);
  g_assert_cmpuint (n_cases, >, 0);
  expect_cases (store, n_cases); /* reading goes on */
  anc_fixture_drop (store);

  /* While the disk is full the store opens or says why not, and room is all it takes to go on. */
  store = anc_fixture_open (path, passphrase, 0, &error);
  if (store != NULL)
    {
      expect_cases (store, n_cases);
      anc_fixture_drop (store);
    }
  else
    g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_FULL);
  g_clear_error (&error);

  g_assert_cmpint (g_remove (ballast), ==, 0);
  store = anc_fixture_open (path, passphrase, 0, &error);
  g_assert_no_error (error);
  expect_cases (store, n_cases);
  anc_fixture_check (store);
  {
    g_autoptr (AncChangeSet) changes = anc_fixture_make_case (1, 12, 20);

    g_assert_true (anc_fixture_commit (store, changes, &error));
  }
  anc_fixture_close (store);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
  g_remove (folder);
}

/* ---- Reading beside an import ---------------------------------------------------------------- */

#define N_IMPORTED 150

/* What the other program does: imports cases, and writes a byte for each acknowledged. */
static int
import (const char *path)
{
  AncStore *store = anc_fixture_open (path, NULL, 0, NULL);

  for (guint i = 0; i < N_IMPORTED; i++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (i, 12, 20);

      if (!anc_fixture_commit (store, changes, NULL) || write (STDOUT_FILENO, "x", 1) != 1)
        return 1;
    }
  anc_fixture_drop (store);

  return 0;
}

/* Reads what is there; each case is whole, and what was acknowledged before is among them. */
static void
read_beside (AncStore *store,
             guint n_acknowledged,
             guint *n_last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = anc_fixture_list (store, ANC_CASE_ORDER_CHANGED, 0, G_MAXUINT, &error);
  g_autoptr (AncCaseRows) rows = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >=, MAX (n_acknowledged, *n_last));
  *n_last = entries->len;
  rows = anc_fixture_load (store, ((AncCaseEntry *) g_ptr_array_index (entries, 0))->key, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_PAYSLIPS), ==, 12);
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS), ==, 20);
}

static void
test_reader_beside_another_program (void)
{
  g_autofree char *folder = anc_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "bureau.ancrage", NULL);
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GError) error = NULL;
  AncStore *store = anc_fixture_create (path, NULL, &error);
  guint n_acknowledged = 0;
  guint n_reads = 0;
  guint n_last = 0;
  char byte;

  g_assert_no_error (error);
  anc_fixture_drop (store);
  store = NULL;
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "import", path, NULL);
  g_assert_no_error (error);
  while (g_input_stream_read (g_subprocess_get_stdout_pipe (other), &byte, 1, NULL, NULL) == 1)
    {
      if (store == NULL)
        store = anc_fixture_open (path, NULL, ANC_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
      n_acknowledged++;
      read_beside (store, n_acknowledged, &n_last);
      n_reads++;
    }
  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
  g_assert_cmpuint (n_reads, ==, N_IMPORTED);
  g_assert_cmpuint (n_last, ==, N_IMPORTED);

  anc_fixture_drop (store);
  store = anc_fixture_open (path, NULL, 0, &error);
  g_assert_no_error (error);
  anc_fixture_check (store);
  anc_fixture_drop (store);
  anc_fixture_remove_folder (g_steal_pointer (&folder));
}

typedef struct
{
  guint n_acknowledged;
} Import;

static void
imported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Import *import = user_data;
  g_autoptr (GError) error = NULL;

  anc_store_commit_finish (ANC_STORE (object), result, &error);
  g_assert_no_error (error);
  import->n_acknowledged++;
}

/* Whoever looks at a case while many are imported does not wait for all of them. */
static void
test_reader_beside_import (void)
{
  g_autofree char *folder = anc_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "bureau.ancrage", NULL);
  g_autoptr (GError) error = NULL;
  AncStore *store = anc_fixture_create (path, NULL, &error);
  Import import = { 0 };
  guint n_reads = 0;
  guint n_last = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < N_IMPORTED; i++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (i, 12, 20);

      anc_store_commit_async (store, changes, NULL, imported_cb, &import);
    }
  while (import.n_acknowledged == 0)
    g_main_context_iteration (NULL, TRUE);
  while (import.n_acknowledged < N_IMPORTED)
    {
      read_beside (store, import.n_acknowledged, &n_last);
      n_reads++;
    }
  g_test_message ("%u reads were answered during %u imports", n_reads, N_IMPORTED);
  g_assert_cmpuint (n_reads, >, 2);

  anc_fixture_check (store);
  anc_fixture_drop (store);
  anc_fixture_remove_folder (g_steal_pointer (&folder));
}

/* ---- A large document ------------------------------------------------------------------------ */

#define LARGE_SIZE (G_GINT64_CONSTANT (300) * 1024 * 1024)
#define MAX_MEGABYTES 100

/* Bytes that are never twice the same, made as they are read. */
typedef struct
{
  GInputStream parent_instance;

  gint64 left;
  guint64 state;
  GChecksum *checksum;
} NoiseStream;

typedef GInputStreamClass NoiseStreamClass;

static GType noise_stream_get_type (void);

G_DEFINE_TYPE (NoiseStream, noise_stream, G_TYPE_INPUT_STREAM)

static gssize
noise_stream_read (GInputStream *stream,
                   void *buffer,
                   gsize count,
                   GCancellable *cancellable,
                   GError **error)
{
  NoiseStream *self = (NoiseStream *) stream;
  const gsize length = (gsize) MIN ((gint64) count, self->left);

  for (gsize i = 0; i < length; i++)
    {
      self->state = self->state * G_GUINT64_CONSTANT (6364136223846793005) + 1;
      ((guint8 *) buffer)[i] = (guint8) (self->state >> 56);
    }
  self->left -= (gint64) length;
  g_checksum_update (self->checksum, buffer, (gssize) length);

  return (gssize) length;
}

static void
noise_stream_finalize (GObject *object)
{
  g_checksum_free (((NoiseStream *) object)->checksum);
  G_OBJECT_CLASS (noise_stream_parent_class)->finalize (object);
}

static void
noise_stream_class_init (NoiseStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = noise_stream_finalize;
  klass->read_fn = noise_stream_read;
}

static void
noise_stream_init (NoiseStream *self)
{
  self->left = LARGE_SIZE;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

static char *
read_large (AncStore *store,
            const char *sha256)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = anc_fixture_open_file (store, sha256, &error);
  static guint8 buffer[65536];
  gint64 size = 0;
  gssize length;

  g_assert_no_error (error);
  while ((length = g_input_stream_read (stream, buffer, sizeof buffer, NULL, &error)) > 0)
    {
      g_checksum_update (checksum, buffer, length);
      size += length;
    }
  g_assert_no_error (error);
  g_assert_cmpint (size, ==, LARGE_SIZE);

  return g_strdup (g_checksum_get_string (checksum));
}

/* What the other program does: takes a large document in and gives it out, and tells its peak of memory. */
static int
carry_large (const char *path)
{
  g_autoptr (GError) error = NULL;
  AncStore *store = anc_fixture_create (path, "phrase", &error);
  NoiseStream *noise = g_object_new (noise_stream_get_type (), NULL);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (noise);
  g_autoptr (AncStoredFile) file = anc_fixture_add_file (store, stream, NULL, &error);
  g_autofree char *read = NULL;
  g_autofree char *status = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (file->size, ==, LARGE_SIZE);
  g_assert_cmpstr (file->sha256, ==, g_checksum_get_string (noise->checksum));
  read = read_large (store, file->sha256);
  g_assert_cmpstr (read, ==, file->sha256);

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  printf ("%ld\n", strtol (strstr (status, "VmHWM:") + 6, NULL, 10) / 1024);
  anc_fixture_drop (store);
  return 0;
}

static void
test_large_document (void)
{
  g_autofree char *folder = anc_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "bureau.ancrage", NULL);
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "large", path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (other, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (other));
  g_test_message ("300 MB in and out with a peak of %s MB", g_strchomp (output));
  g_assert_cmpint (atoi (output), >, 0);
  g_assert_cmpint (atoi (output), <, MAX_MEGABYTES);

  anc_fixture_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "import") == 0)
    return import (argv[2]);
  if (argc == 3 && strcmp (argv[1], "large") == 0)
    return carry_large (argv[2]);

  enter_own_mounts ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/store/load/full-disk/plain", NULL, test_full_disk);
  g_test_add_data_func ("/store/load/full-disk/encrypted", "phrase", test_full_disk);
  g_test_add_func ("/store/load/reader-beside-import", test_reader_beside_import);
  g_test_add_func ("/store/load/reader-beside-another-program", test_reader_beside_another_program);
  g_test_add_func ("/store/load/large-document", test_large_document);

  return g_test_run ();
}
