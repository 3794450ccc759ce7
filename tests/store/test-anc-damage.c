/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-file-exerciser.h"

#include "anc-store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_FLIPS 400

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

/* An encrypted store starts with the salt its key is made with; the key is given here, so nobody asks for it. */
#define SALT_LENGTH 16

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
      const gsize offset = (gsize) g_test_rand_int_range (fixture->key != NULL ? SALT_LENGTH : 0, (gint32) fixture->length);

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
  ADD ("/store/damage/swapped-pages/encrypted", "phrase", test_swapped_pages);

  return g_test_run ();
}
