/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-fixture.h"
#include "anc-store-place.h"

#include "anc-backups.h"
#include "anc-case-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define CASE 2000

static void
set_up (AncStorePlace *place,
        gconstpointer data)
{
  anc_store_place_set_up (place, anc_migrations);
}

static void
tear_down (AncStorePlace *place,
           gconstpointer data)
{
  anc_store_place_tear_down (place);
}

static void
change_notes (AncStore *store,
              const char *text)
{
  g_autoptr (AncCaseRows) rows = anc_fixture_load (store, CASE, NULL);

  anc_fixture_edit (store, anc_fixture_change_text (anc_case_rows_get_head (rows), "notes", text));
}

static guint
count_backups (AncStorePlace *place)
{
  g_autoptr (GPtrArray) backups = anc_backups_list (place->path);

  return backups->len;
}

/* ---- When ------------------------------------------------------------------------------------ */

static void
test_on_close (AncStorePlace *place,
               gconstpointer data)
{
  AncStore *store = anc_fixture_open_or_create (place->path, NULL);

  anc_fixture_close (store);
  g_assert_cmpuint (count_backups (place), ==, 0); /* of nothing */

  store = anc_fixture_open_or_create (place->path, NULL);
  anc_fixture_edit (store, anc_fixture_make_case (1, 1, 1));
  anc_fixture_close (store);
  g_assert_cmpuint (count_backups (place), ==, 1);

  anc_store_place_pass_time (G_TIME_SPAN_DAY);
  anc_fixture_close (anc_fixture_open_or_create (place->path, NULL));
  g_assert_cmpuint (count_backups (place), ==, 1); /* nothing changed */
}

static void
test_each_day (AncStorePlace *place,
               gconstpointer data)
{
  AncStore *store = anc_fixture_open_or_create (place->path, NULL);

  anc_fixture_edit (store, anc_fixture_make_case (1, 1, 1));
  for (guint i = 0; i < 3; i++)
    {
      anc_store_place_pass_time (G_TIME_SPAN_DAY + G_TIME_SPAN_MINUTE);
      change_notes (store, "un jour de plus");
      while (count_backups (place) == i)
        g_main_context_iteration (NULL, FALSE);
      anc_store_place_pass_time (3 * G_TIME_SPAN_HOUR);
      change_notes (store, "le même jour");
    }
  g_assert_cmpuint (count_backups (place), ==, 3);
  anc_fixture_drop (store);
}

/* What somebody asked for is not replaced by what is made of itself on the same day, nor later. */
static void
test_asked_for (AncStorePlace *place,
                gconstpointer data)
{
  AncStore *store = anc_fixture_open_or_create (place->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *asked_for = NULL;

  anc_fixture_edit (store, anc_fixture_make_case (1, 1, 1));
  asked_for = anc_fixture_back_up (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      anc_store_place_pass_time (G_TIME_SPAN_HOUR);
      change_notes (store, i % 2 == 0 ? "plus tard" : "plus tard encore");
      anc_fixture_close (store);
      g_assert_true (g_file_test (asked_for, G_FILE_TEST_EXISTS));
      g_assert_cmpuint (count_backups (place), ==, 2);
      store = anc_fixture_open_or_create (place->path, NULL);
    }
  anc_fixture_drop (store);
}

/* ---- Generations ----------------------------------------------------------------------------- */

/* A backup each day, made where the one of the day before was not kept: what stays is what would stay of all. */
static void
test_generations (AncStorePlace *place,
                  gconstpointer data)
{
  g_autofree char *folder = g_strconcat (place->path, ".backups", NULL);
  g_autofree char *old = g_strconcat (folder, "/2020-01-01T10-00-00Z-version-0.ancrage", NULL);
  g_autofree char *asked_for = g_strconcat (folder, "/2025-03-03T10-00-00Z-kept.ancrage", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (old, "", 0, NULL));
  g_assert_true (g_file_set_contents (asked_for, "", 0, NULL));
  for (guint day = 0; day < 800; day++)
    for (guint hour = 0; hour < 2; hour++)
      {
        g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (1735689600 + (gint64) day * 86400 + hour * 3600); /* 2025-01-01 */
        g_autofree char *name = g_date_time_format (time, "%Y-%m-%dT%H-%M-%SZ.ancrage");
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree gboolean *keeps = g_new0 (gboolean, 200);

        g_assert_true (g_file_set_contents (path, "", 0, NULL));
        g_clear_pointer (&backups, g_ptr_array_unref);
        backups = anc_backups_list (place->path);
        g_assert_cmpuint (backups->len, <, 200);
        anc_backups_choose (backups, keeps);
        for (guint i = 0; i < backups->len; i++)
          if (!keeps[i])
            g_remove (((const AncBackup *) g_ptr_array_index (backups, i))->path);
      }

  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = anc_backups_list (place->path);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autofree char *name = g_path_get_basename (((const AncBackup *) g_ptr_array_index (backups, i))->path);

      g_string_append_printf (names, "%.13s ", name);
    }
  /* 2027-03-11 was a Thursday: seven days, the Sundays of the weeks before, the last days of the months before. */
  g_assert_cmpstr (names->str, ==, "2027-03-11T01 2027-03-10T01 2027-03-09T01 2027-03-08T01 2027-03-07T01 2027-03-06T01 2027-03-05T01 "
                                   "2027-02-28T01 2027-02-21T01 2027-02-14T01 "
                                   "2027-01-31T01 2026-12-31T01 2026-11-30T01 2026-10-31T01 2026-09-30T01 2026-08-31T01 "
                                   "2026-07-31T01 2026-06-30T01 2026-05-31T01 2026-04-30T01 2025-03-03T10 2020-01-01T10 ");
}

/* ---- Restoring ------------------------------------------------------------------------------- */

static void
test_restore (AncStorePlace *place,
              gconstpointer data)
{
  const char *passphrase = data;
  AncStore *store = anc_fixture_open_or_create (place->path, passphrase);
  g_autoptr (GError) error = NULL;
  g_autoptr (AncCaseRows) before = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *kept = NULL;

  anc_fixture_edit (store, anc_fixture_make_case (1, 4, 4));
  before = anc_fixture_load (store, CASE, NULL);
  backup = anc_fixture_back_up (store, &error);
  g_assert_no_error (error);
  change_notes (store, "après la sauvegarde");
  g_assert_null (anc_fixture_restore_backup (place->path, backup, passphrase, &error)); /* it is open */
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_BUSY);
  g_clear_error (&error);
  anc_fixture_drop (store);

  kept = anc_fixture_restore_backup (place->path, backup, passphrase, &error);
  g_assert_no_error (error);
  store = anc_fixture_open_or_create (place->path, passphrase);
  after = anc_fixture_load (store, CASE, NULL);
  g_assert_true (anc_case_rows_equal (before, after));
  anc_fixture_check (store);
  anc_fixture_drop (store);

  g_free (place->path);
  place->path = g_strdup (kept); /* the old file has what was done since */
  store = anc_fixture_open_or_create (place->path, passphrase);
  g_clear_pointer (&after, anc_case_rows_unref);
  after = anc_fixture_load (store, CASE, NULL);
  g_assert_cmpstr (anc_row_get_text (anc_case_rows_get_head (after), "notes"), ==, "après la sauvegarde");
  anc_fixture_drop (store);
}

/* A backup that is not what was written does not take the place of anything. */
static void
test_restore_damaged (AncStorePlace *place,
                      gconstpointer data)
{
  AncStore *store = anc_fixture_open_or_create (place->path, NULL);
  g_autofree char *backup = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  char *note;
  gsize length;

  anc_fixture_edit (store, anc_fixture_make_case (1, 4, 4));
  backup = anc_fixture_back_up (store, &error);
  anc_fixture_drop (store);

  g_assert_true (g_file_get_contents (backup, &content, &length, NULL));
  note = memmem (content, length, "rappeler", 8);
  note[0] = 'R'; /* one letter of one note */
  g_assert_true (g_file_set_contents (backup, content, (gssize) length, NULL));
  g_assert_null (anc_fixture_restore_backup (place->path, backup, NULL, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED);
  store = anc_fixture_open_or_create (place->path, NULL);
  after = anc_fixture_load (store, CASE, NULL);
  g_assert_nonnull (after);
  anc_fixture_drop (store);
}

/* A store that cannot be opened any more, or is gone, is what backups are for. */
static void
test_restore_over_ruins (AncStorePlace *place,
                         gconstpointer data)
{
  AncStore *store = anc_fixture_open_or_create (place->path, NULL);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  anc_fixture_edit (store, anc_fixture_make_case (1, 4, 4));
  backup = anc_fixture_back_up (store, &error);
  anc_fixture_drop (store);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *kept = NULL;

      anc_store_place_pass_time (G_USEC_PER_SEC);
      if (i == 0)
        g_assert_cmpint (truncate (place->path, 5000), ==, 0);
      else
        g_assert_cmpint (g_remove (place->path), ==, 0);
      kept = anc_fixture_restore_backup (place->path, backup, NULL, &error);
      g_assert_no_error (error);
      if (i == 0)
        g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
      else
        g_assert_cmpstr (kept, ==, "");
      store = anc_fixture_open_or_create (place->path, NULL);
      anc_fixture_check (store);
      anc_fixture_drop (store);
    }
}

/* Twice in a second: what was there before each is kept. */
static void
test_restore_twice (AncStorePlace *place,
                    gconstpointer data)
{
  AncStore *store = anc_fixture_open_or_create (place->path, NULL);
  g_autofree char *backup = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  anc_fixture_edit (store, anc_fixture_make_case (1, 4, 4));
  backup = anc_fixture_back_up (store, &error);
  anc_fixture_drop (store);

  first = anc_fixture_restore_backup (place->path, backup, NULL, &error);
  g_assert_no_error (error);
  second = anc_fixture_restore_backup (place->path, backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, !=, second);
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_REGULAR));
}

#define ADD(path, data, test) g_test_add (path, AncStorePlace, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/backups/on-close", NULL, test_on_close);
  ADD ("/store/backups/each-day", NULL, test_each_day);
  ADD ("/store/backups/asked-for", NULL, test_asked_for);
  ADD ("/store/backups/generations", NULL, test_generations);
  ADD ("/store/backups/restore/plain", NULL, test_restore);
  ADD ("/store/backups/restore/encrypted", "phrase", test_restore);
  ADD ("/store/backups/restore-damaged", NULL, test_restore_damaged);
  ADD ("/store/backups/restore-over-ruins", NULL, test_restore_over_ruins);
  ADD ("/store/backups/restore-twice", NULL, test_restore_twice);

  return g_test_run ();
}
