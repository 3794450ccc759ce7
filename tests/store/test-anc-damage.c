/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-file-exerciser.h"

#include "anc-store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_FLIPS 100 /* each takes ten times as long, and other bits fall each time */
#else
#define N_FLIPS 400
#endif

typedef struct
{
  char *folder;
  char *path;
  AncKey *key;
  char *content;
  gsize length;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = anc_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "bureau.ancrage", NULL);
  fixture->key = data != NULL ? anc_key_new (data) : NULL;
  fixture->content = anc_file_exerciser_make (fixture->path, fixture->key, &fixture->length);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  anc_fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->content);
  anc_key_unref (fixture->key);
}

/* Uses the file as it is given; returns whether nothing was found wrong with it. */
static gboolean
use (Fixture *fixture,
     const char *content,
     gsize length)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_sound;

  g_remove (log);
  g_remove (index);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));
  is_sound = anc_file_exerciser_run (fixture->path, fixture->key, &error);
  g_assert_cmpint (is_sound, ==, error == NULL);

  return is_sound;
}

static void
test_sound (Fixture *fixture,
            gconstpointer data)
{
  g_assert_true (use (fixture, fixture->content, fixture->length));
}

static void
test_truncated (Fixture *fixture,
                gconstpointer data)
{
  for (gsize length = 0; length < fixture->length; length += length < 200 ? 33 : 2048 + 7 * (length % 5))
    {
      g_test_message ("%" G_GSIZE_FORMAT " bytes", length);
      g_assert_false (use (fixture, fixture->content, length));
    }
}

/* In an encrypted store every page is sealed, so that no flipped bit passes. In a plain one, one that falls where
 * nothing is written is no damage. */
static void
test_flipped (Fixture *fixture,
              gconstpointer data)
{
  guint n_found = 0;

  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autofree char *content = g_memdup2 (fixture->content, fixture->length);
      const gsize offset = (gsize) g_test_rand_int_range (0, (gint32) fixture->length);

      g_test_message ("byte %" G_GSIZE_FORMAT, offset);
      content[offset] = (char) (content[offset] ^ (1 << g_test_rand_int_range (0, 8)));
      if (!use (fixture, content, fixture->length))
        n_found++;
      else if (fixture->key != NULL)
        g_print ("# not found: byte %" G_GSIZE_FORMAT "\n", offset);
    }
  g_print ("# %u of %u flipped bits were found\n", n_found, N_FLIPS);
  if (fixture->key != NULL)
    g_assert_cmpuint (n_found, ==, N_FLIPS);
}

/* The first bytes say what a file is, and the salt is what the key is made with: a flipped bit in them is not told
 * as a wrong passphrase, nor as a file of another kind. */
static void
test_first_bytes (Fixture *fixture,
                  gconstpointer data)
{
  for (guint bit = 0; bit < 8 * ANC_KEY_SALT_SIZE; bit++)
    {
      g_autofree char *content = g_memdup2 (fixture->content, fixture->length);
      g_autoptr (GError) error = NULL;
      guint8 salt[ANC_KEY_SALT_SIZE];

      content[bit / 8] = (char) (content[bit / 8] ^ 1 << bit % 8);
      g_assert_true (g_file_set_contents (fixture->path, content, (gssize) fixture->length, NULL));
      g_assert_cmpint (anc_header_read (fixture->path, salt, &error), ==, ANC_HEADER_OTHER);
      g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED);
    }
}

static int
keep_text_cb (gpointer data,
              int n_columns,
              char **texts,
              char **names)
{
  *(char **) data = g_strdup (texts[0]);
  return 0;
}

/* Changes rows as someone may who has the file: its triggers are there again afterwards. */
static void
change_behind_triggers (const char *path,
                        const char *sql)
{
  g_autofree char *drop = NULL;
  g_autofree char *triggers = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "SELECT group_concat ('DROP TRIGGER \"' || name || '\"', ';') FROM sqlite_schema WHERE type = 'trigger'", keep_text_cb, &drop, NULL);
  sqlite3_exec (handle, "SELECT group_concat (sql, ';') FROM sqlite_schema WHERE type = 'trigger'", keep_text_cb, &triggers, NULL);
  g_assert_cmpint (sqlite3_exec (handle, drop, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, triggers, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

#define CHANGES "id > 2 << 20 AND id < 3 << 20"

/* What no damage by chance leads to: rows that are sound one by one and make no sense together. */
static void
test_senseless (Fixture *fixture,
                gconstpointer data)
{
  static const char *const senseless[] = {
    "UPDATE journal SET case_key = 0 WHERE id = 2 << 20",
    "UPDATE journal SET case_key = -5 WHERE kind IS NOT NULL",
    "UPDATE journal SET key = 0 WHERE id = (2 << 20) + 3",
    "UPDATE journal SET key = 2000, tbl = 'jobs' WHERE id = (2 << 20) + 3",
    "UPDATE journal SET tbl = 'stays' WHERE id = (2 << 20) + 1",
    /* NOLINTNEXTLINE(bugprone-suspicious-missing-comma): a condition that several share */
    "UPDATE journal SET tbl = 'nothing' WHERE " CHANGES,
    "UPDATE journal SET after = '{}', before = '{}' WHERE " CHANGES,
    "UPDATE journal SET after = '{\"position\":-1}' WHERE " CHANGES,
    "INSERT INTO journal (id, tbl, key, after) SELECT id + 100, 'stays', key, after FROM journal WHERE " CHANGES,
    "INSERT INTO journal (id, tbl, key, before) SELECT id + 100, tbl, key, after FROM journal WHERE " CHANGES ";"
    "INSERT INTO journal (id, tbl, key, after) SELECT id + 200, 'payslips', key, after FROM journal WHERE " CHANGES " AND id < (2 << 20) + 100",
    "INSERT INTO journal VALUES (3 << 20, 2000, 3, 'undo', 3, '', '', zeroblob (32), zeroblob (32), NULL, NULL, NULL, NULL)",
    "INSERT INTO journal VALUES (3 << 20, 2000, 3, 'redo', 9, '', '', zeroblob (32), zeroblob (32), NULL, NULL, NULL, NULL)",
    "INSERT INTO journal VALUES (9223372036853727232, 2000, 3, 'edit', NULL, '', '', NULL, x'00', NULL, NULL, NULL, NULL)",
    "INSERT INTO journal (id, tbl, key, after) VALUES (9223372036854775807, 'stays', 2001, '{}')",
    "INSERT INTO journal (id, tbl, key, after) VALUES (1, 'stays', 2001, '{}')",
    "INSERT INTO case_entries VALUES (3000, 1), (2000, 9223372036854775807), (-1, -1)",
    "INSERT INTO settings VALUES ('listed', 'all of it') ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    "INSERT INTO settings VALUES ('listed', -9223372036854775807 - 1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    "INSERT INTO settings VALUES ('listed', 9223372036854775807) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    "INSERT INTO trash VALUES (2000, 0, 2), (2000, 2001, 1), (-1, -1, -1)",
    "DELETE FROM cases WHERE key = 2000; DELETE FROM trash",
    "UPDATE files SET size = 9223372036854775807",
    "UPDATE files SET id = 9223372036854775807",
    "INSERT INTO settings VALUES ('indexed', 'all of it') ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    "INSERT INTO settings VALUES ('indexed', -9223372036854775807 - 1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    "INSERT INTO settings VALUES ('indexed', 9223372036854775807) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  };

  for (guint i = 0; i < G_N_ELEMENTS (senseless); i++)
    {
      g_autofree char *content = NULL;
      gsize length;

      g_test_message ("%s", senseless[i]);
      g_assert_true (g_file_set_contents (fixture->path, fixture->content, (gssize) fixture->length, NULL));
      change_behind_triggers (fixture->path, senseless[i]);
      g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
      g_assert_false (use (fixture, content, length));
    }
}

static void
test_swapped_pages (Fixture *fixture,
                    gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *content = g_memdup2 (fixture->content, fixture->length);
      const gsize n_pages = fixture->length / ANC_KEY_PAGE_SIZE;
      const gsize page = (gsize) g_test_rand_int_range (1, (gint32) n_pages);
      const gsize other = (gsize) g_test_rand_int_range (1, (gint32) n_pages);

      memcpy (content + page * ANC_KEY_PAGE_SIZE, fixture->content + other * ANC_KEY_PAGE_SIZE, ANC_KEY_PAGE_SIZE);
      if (memcmp (content, fixture->content, fixture->length) != 0)
        g_assert_false (use (fixture, content, fixture->length));
    }
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_setenv ("TMPDIR", g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : "/tmp", FALSE);
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/damage/sound/plain", NULL, test_sound);
  ADD ("/store/damage/sound/encrypted", "phrase", test_sound);
  ADD ("/store/damage/truncated/plain", NULL, test_truncated);
  ADD ("/store/damage/truncated/encrypted", "phrase", test_truncated);
  ADD ("/store/damage/flipped/plain", NULL, test_flipped);
  ADD ("/store/damage/flipped/encrypted", "phrase", test_flipped);
  ADD ("/store/damage/first-bytes/plain", NULL, test_first_bytes);
  ADD ("/store/damage/first-bytes/encrypted", "phrase", test_first_bytes);
  ADD ("/store/damage/senseless", NULL, test_senseless);
  ADD ("/store/damage/swapped-pages/encrypted", "phrase", test_swapped_pages);

  return g_test_run ();
}
