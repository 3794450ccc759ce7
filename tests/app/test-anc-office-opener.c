/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-opener.h"

#include <glib/gstdio.h>

#define PASSPHRASE "quatre lanternes bleues"

typedef struct
{
  AncOfficeOpener *opener;
  char *folder;
  char *first; /* an office without a passphrase, and another one */
  char *second;
} Fixture;

/* ---- Waiting --------------------------------------------------------------------------------- */

static void
result_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Turns the main loop until @result is there. */
static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static AncOffice *
open_office (AncOfficeOpener *opener,
             const char *path,
             const char *passphrase,
             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  anc_office_opener_open_async (opener, path, passphrase, result_cb, &result);
  wait_for (&result);

  return anc_office_opener_finish (opener, result, error);
}

static void
close_office (AncOffice *office)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  anc_office_close_async (office, result_cb, &result);
  wait_for (&result);
  g_assert_true (anc_office_close_finish (office, result, &error));
  g_assert_no_error (error);
  g_object_unref (office);
}

static void
assert_opens (Fixture *fixture,
              const char *path,
              const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  AncOffice *office = open_office (fixture->opener, path, passphrase, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (anc_store_get_path (anc_office_get_store (office)), ==, path);
  g_assert_nonnull (anc_office_get_rules (office));
  close_office (office);
}

/* ---- Fixture --------------------------------------------------------------------------------- */

static void
create_office (Fixture *fixture,
               const char *path,
               const char *passphrase)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AncOffice *office;

  anc_office_opener_create_async (fixture->opener, path, passphrase, result_cb, &result);
  wait_for (&result);
  office = anc_office_opener_finish (fixture->opener, result, &error);
  g_assert_no_error (error);
  close_office (office);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ancrage-opener-XXXXXX", NULL);
  fixture->first = g_build_filename (fixture->folder, "first.ancrage", NULL);
  fixture->second = g_build_filename (fixture->folder, "second.ancrage", NULL);
  fixture->opener = anc_office_opener_new ();
  create_office (fixture, fixture->first, NULL);
  create_office (fixture, fixture->second, NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_assert_cmpint (g_remove (inner), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->opener);
  remove_folder (fixture->folder);
  g_free (fixture->second);
  g_free (fixture->first);
  g_free (fixture->folder);
}

/* ---- What is asked for early ----------------------------------------------------------------- */

static void
test_prepared (Fixture *fixture,
               gconstpointer data)
{
  anc_office_opener_prepare (fixture->opener, fixture->first);
  assert_opens (fixture, fixture->first, NULL);
  assert_opens (fixture, fixture->first, NULL); /* handed out once */
}

/* As when it takes long until a window is there. */
static void
test_prepared_long_before (Fixture *fixture,
                           gconstpointer data)
{
  anc_office_opener_prepare (fixture->opener, fixture->first);
  for (int i = 0; i < 50; i++)
    {
      g_usleep (G_TIME_SPAN_MILLISECOND * 10);
      g_main_context_iteration (NULL, FALSE);
    }
  assert_opens (fixture, fixture->first, NULL);
}

static void
test_another_is_wanted (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AncOffice *office;

  anc_office_opener_prepare (fixture->opener, fixture->first);
  assert_opens (fixture, fixture->second, NULL);

  /* It lets go of the first, if not at once. */
  while ((office = open_office (fixture->opener, fixture->first, NULL, &error)) == NULL)
    {
      g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_BUSY);
      g_clear_error (&error);
    }
  close_office (office);
}

static void
test_passphrase (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "locked.ancrage", NULL);
  g_autoptr (GError) error = NULL;

  create_office (fixture, path, PASSPHRASE);
  anc_office_opener_prepare (fixture->opener, path);
  g_assert_null (open_office (fixture->opener, path, NULL, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE);
  assert_opens (fixture, path, PASSPHRASE);
}

static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gone.ancrage", NULL);
  g_autoptr (GError) error = NULL;

  anc_office_opener_prepare (fixture->opener, path);
  g_assert_null (open_office (fixture->opener, path, NULL, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, function) g_test_add ("/app/office-opener/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("prepared", test_prepared);
  ADD ("prepared-long-before", test_prepared_long_before);
  ADD ("another-is-wanted", test_another_is_wanted);
  ADD ("passphrase", test_passphrase);
  ADD ("gone", test_gone);

  return g_test_run ();
}
