/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-fixture.h"
#include "anc-store-place.h"

#include "anc-case-fixture.h"
#include "anc-row-image.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define CASE 2000

typedef struct
{
  AncStorePlace place;
  AncStore *store;
} Fixture;

static void
commit (Fixture *fixture,
        AncChangeSet *changes)
{
  anc_store_place_pass_time (G_USEC_PER_SEC);
  anc_fixture_edit (fixture->store, changes);
}

static AncCaseRows *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AncCaseRows *rows = anc_fixture_load (fixture->store, CASE, &error);

  g_assert_no_error (error);
  return rows;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  anc_store_place_set_up (&fixture->place, anc_migrations);
  fixture->store = anc_fixture_create (fixture->place.path, NULL, &error);
  g_assert_no_error (error);
  commit (fixture, anc_fixture_make_case (1, 3, 3));
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  anc_fixture_close (fixture->store);
  fixture->store = anc_fixture_open (fixture->place.path, NULL, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  anc_fixture_check (fixture->store);
  anc_fixture_close (fixture->store);
  anc_store_place_tear_down (&fixture->place);
}

/* One edit of the case as it is, of a kind that @number chooses. */
static void
edit (Fixture *fixture,
      guint number)
{
  g_autoptr (AncCaseRows) rows = load (fixture);
  const AncRow *head = anc_case_rows_get_head (rows);
  g_autofree char *text = g_strdup_printf ("Œuvre “%u” 'et' \"voilà\"\n\\", number);

  switch (number % 4)
    {
    case 0:
      commit (fixture, anc_fixture_change_text (head, "notes", text));
      break;
    case 1:
      commit (fixture, anc_fixture_change_integer (anc_case_rows_get (rows, ANC_TABLE_PAYSLIPS, 0), "net", G_MAXINT64 - number));
      break;
    case 2:
      commit (fixture, anc_fixture_add_document (rows, text, NULL));
      break;
    default:
      commit (fixture, anc_fixture_delete_row (anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, 0)));
      break;
    }
}

/* ---- Undo ------------------------------------------------------------------------------------ */

#define N_EDITS 12

static void
test_undo_and_redo (Fixture *fixture,
                    gconstpointer data)
{
  AncCaseRows *states[N_EDITS + 1];
  g_autoptr (GError) error = NULL;

  states[0] = load (fixture);
  for (guint i = 0; i < N_EDITS; i++)
    {
      edit (fixture, i);
      states[i + 1] = load (fixture);
    }

  for (guint i = N_EDITS; i > 0; i--)
    {
      g_autoptr (AncChangeSet) undone = anc_fixture_undo (fixture->store, CASE, &error);
      g_autoptr (AncCaseRows) rows = load (fixture);

      g_assert_no_error (error);
      g_assert_nonnull (undone);
      g_assert_true (anc_case_rows_equal (rows, states[i - 1]));
      if (i % 5 == 0)
        reopen (fixture);
    }
  for (guint i = 1; i <= N_EDITS; i++)
    {
      g_autoptr (AncChangeSet) redone = anc_fixture_redo (fixture->store, CASE, &error);
      g_autoptr (AncCaseRows) rows = load (fixture);

      g_assert_no_error (error);
      g_assert_nonnull (redone);
      g_assert_true (anc_case_rows_equal (rows, states[i]));
      if (i % 5 == 0)
        reopen (fixture);
    }

  g_assert_null (anc_fixture_redo (fixture->store, CASE, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND);
  for (guint i = 0; i <= N_EDITS; i++)
    anc_case_rows_unref (states[i]);
}

/* What made the case is no edit of it: only who asks for that too takes it back. */
static void
test_undo_stops_at_creation (Fixture *fixture,
                             gconstpointer data)
{
  g_autoptr (AncCaseRows) created = load (fixture);
  g_autoptr (AncChangeSet) undone = NULL;
  g_autoptr (AncChangeSet) removed = NULL;
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  edit (fixture, 0);
  undone = anc_fixture_undo_edit (fixture->store, CASE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);

  g_assert_null (anc_fixture_undo_edit (fixture->store, CASE, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  rows = load (fixture);
  g_assert_true (anc_case_rows_equal (rows, created));

  removed = anc_fixture_undo (fixture->store, CASE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (removed);
}

/* Any mixture of edits, undos and redos against a plain list of states: what the journal has to be equal to. */
static void
test_undo_like_a_list (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_case_rows_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint now = 0;

  g_ptr_array_add (states, load (fixture));
  for (guint i = 0; i < 120; i++)
    {
      const int choice = g_rand_int_range (random, 0, 5);
      g_autoptr (AncCaseRows) rows = NULL;
      g_autoptr (AncChangeSet) changes = NULL;

      if (choice == 0 || (choice < 3 && now == 0))
        {
          edit (fixture, choice == 0 ? 4 * i : 4 * i + 1);
          g_ptr_array_set_size (states, (gint) ++now);
          g_ptr_array_add (states, load (fixture));
        }
      else if (choice < 3)
        {
          changes = anc_fixture_undo (fixture->store, CASE, NULL);
          g_assert_nonnull (changes);
          now--;
        }
      else
        {
          changes = anc_fixture_redo (fixture->store, CASE, NULL);
          g_assert_cmpint (changes != NULL, ==, now + 1 < states->len);
          now += changes != NULL;
        }
      rows = load (fixture);
      g_assert_true (anc_case_rows_equal (rows, g_ptr_array_index (states, now)));
    }
}

/* The first edit of a case is that which made it; each case has its own past. */
static void
test_undo_to_nothing (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (AncCaseRows) before = load (fixture);
  g_autoptr (AncChangeSet) undone = NULL;
  g_autoptr (AncChangeSet) redone = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autoptr (GError) error = NULL;

  commit (fixture, anc_fixture_make_case (5, 1, 1));
  undone = anc_fixture_undo (fixture->store, CASE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_null (anc_fixture_load (fixture->store, CASE, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (anc_fixture_undo (fixture->store, CASE, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND);
  redone = anc_fixture_redo (fixture->store, CASE, NULL);
  g_assert_nonnull (redone);
  after = load (fixture);
  g_assert_true (anc_case_rows_equal (before, after));
}

static void
test_conflict (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (AncCaseRows) stale = load (fixture);
  g_autoptr (AncCaseRows) before = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autoptr (AncChangeSet) late = anc_fixture_change_text (anc_case_rows_get_head (stale), "notes", "trop tard");
  g_autoptr (AncChangeSet) beside = anc_fixture_change_text (anc_case_rows_get_head (stale), "email", "a@exemple.invalid");
  g_autoptr (AncChangeSet) twice = anc_fixture_make_case (1, 0, 0);
  g_autoptr (GError) error = NULL;

  commit (fixture, anc_fixture_change_text (anc_case_rows_get_head (stale), "notes", "le premier"));
  before = load (fixture);
  g_assert_false (anc_fixture_commit (fixture->store, late, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (anc_fixture_commit (fixture->store, twice, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_EXISTS);
  after = load (fixture);
  g_assert_true (anc_case_rows_equal (before, after));

  commit (fixture, g_steal_pointer (&beside)); /* another field of the same record is no conflict */
}

/* ---- Looking back ---------------------------------------------------------------------------- */

static void
test_as_it_was (Fixture *fixture,
                gconstpointer data)
{
  AncCaseRows *states[N_EDITS + 1];
  gint64 times[N_EDITS + 1];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= N_EDITS; i++)
    {
      if (i > 0)
        edit (fixture, i - 1);
      states[i] = load (fixture);
      times[i] = anc_store_place_get_time ();
    }
  g_assert_true (anc_fixture_delete (fixture->store, CASE, NULL));

  for (guint i = 0; i <= N_EDITS; i++)
    {
      g_autoptr (AncCaseRows) rows = anc_fixture_load_at (fixture->store, CASE, times[i] + (i < N_EDITS), &error);

      if (i == N_EDITS)
        g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND); /* deleted in the same microsecond */
      else
        {
          g_assert_no_error (error);
          g_assert_true (anc_case_rows_equal (rows, states[i]));
        }
      anc_case_rows_unref (states[i]);
    }
  g_clear_error (&error);
  g_assert_null (anc_fixture_load_at (fixture->store, CASE, times[0] - 1, &error));
  g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND);
}

static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const AncHistoryEntry *entry;
  const AncTransaction *last;

  anc_store_set_author (fixture->store, "Camille");
  rows = load (fixture);
  commit (fixture, anc_fixture_change_integer (anc_case_rows_get (rows, ANC_TABLE_PAYSLIPS, 1), "net", 1));
  anc_store_set_author (fixture->store, "Dominique");
  g_clear_pointer (&rows, anc_case_rows_unref);
  rows = load (fixture);
  commit (fixture, anc_fixture_delete_row (anc_case_rows_get (rows, ANC_TABLE_PAYSLIPS, 1)));

  history = anc_fixture_list_history (fixture->store, CASE, CASE + 101, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  entry = g_ptr_array_index (history, 0);
  g_assert_null (entry->before);
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpint (anc_row_get_integer (entry->before, "net", -1), ==, -1);
  g_assert_cmpint (anc_row_get_integer (entry->after, "net", -1), ==, 1);
  g_assert_cmpstr (entry->transaction->author, ==, "Camille");
  entry = g_ptr_array_index (history, 2);
  g_assert_null (entry->after);

  entries = anc_fixture_list_transactions (fixture->store, CASE, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  last = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (last->author, ==, "Dominique");
  g_assert_cmpstr (last->label, ==, "Delete a record");
  g_assert_cmpstr (last->reference, ==, "2026-00001");
  g_assert_cmpuint (last->n_changes, ==, 1);
  g_assert_cmpint (last->time, ==, anc_store_place_get_time ());
}

static void
test_clock_going_back (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const AncTransaction *last;
  const AncTransaction *first;

  anc_store_place_pass_time (-G_TIME_SPAN_DAY * 400);
  edit (fixture, 0);
  edit (fixture, 1);
  entries = anc_fixture_list_transactions (fixture->store, CASE, NULL);
  last = g_ptr_array_index (entries, 0);
  first = g_ptr_array_index (entries, entries->len - 1);
  g_assert_cmpint (last->time, ==, first->time);
  g_assert_cmpint (last->id, ==, first->id + 2);
}

/* ---- The chain ------------------------------------------------------------------------------- */

/* Each is what someone could do with another program, made for it, who would rather something had not been written. */
static void
test_tampering (Fixture *fixture,
                gconstpointer data)
{
  static const char *const tamperings[] = {
    "UPDATE journal SET author = 'un autre' WHERE id = 2 << 20",
    "UPDATE journal SET time = time - 1 WHERE id = 2 << 20",
    "DELETE FROM journal WHERE id >> 20 = 2 AND tbl IS NOT NULL",
    "DELETE FROM journal WHERE id >> 20 = 2",
    "DELETE FROM journal WHERE id = 2 << 20",
    "UPDATE journal SET id = 9 << 20 WHERE id = 4 << 20",
    "DROP TRIGGER changes_updated; UPDATE journal SET after = replace (after, 'net', 'ten') WHERE id >> 20 = 3",
    "DELETE FROM case_entries WHERE entry = 2",
    "UPDATE case_entries SET case_key = 1000 WHERE entry = 2",
    "UPDATE settings SET value = 9 WHERE name = 'listed'; DELETE FROM case_entries WHERE entry = 4",
    "UPDATE payslips SET net = 12",
    "DELETE FROM events; DELETE FROM documents",
    "UPDATE search_entries SET head = 'autre'",
  };

  for (guint i = 0; i < 3; i++)
    edit (fixture, i);
  anc_fixture_check (fixture->store); /* and with it, the index is there */
  anc_fixture_close (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s/copie-%u.ancrage", fixture->place.folder, i);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) problems = NULL;
      sqlite3 *handle;
      AncStore *store;
      gsize length;

      g_test_message ("%s", tamperings[i]);
      g_assert_true (g_file_get_contents (fixture->place.path, &content, &length, NULL));
      g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
      g_assert_cmpint (sqlite3_open (copy, &handle), ==, SQLITE_OK);
      g_assert_true (anc_row_image_register (handle));
      g_assert_cmpint (sqlite3_exec (handle, tamperings[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

      store = anc_fixture_open (copy, NULL, 0, &error);
      if (store == NULL)
        {
          g_assert_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED); /* a trigger is missing */
          continue;
        }
      problems = anc_fixture_list_problems (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_strv_length (problems), >, 0);
      anc_fixture_drop (store);
    }

  fixture->store = anc_fixture_open (fixture->place.path, NULL, 0, NULL);
}

/* The last entry is taken away with all that it did: what is left holds together. Work that goes on does not cover
 * it up. */
static void
test_end_cut_off (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;

  edit (fixture, 2);
  anc_fixture_check (fixture->store);
  anc_fixture_close (fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->place.path, &handle), ==, SQLITE_OK);
  g_assert_true (anc_row_image_register (handle));
  g_assert_cmpint (sqlite3_exec (handle,
                                 "DELETE FROM documents WHERE key = (SELECT key FROM journal WHERE id = (2 << 20) + 1); DELETE FROM trash;"
                                 "DELETE FROM journal WHERE id >= 2 << 20; DELETE FROM case_entries WHERE entry >= 2",
                                 NULL,
                                 NULL,
                                 NULL),
                   ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  fixture->store = anc_fixture_open (fixture->place.path, NULL, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_auto (GStrv) problems = anc_fixture_list_problems (fixture->store, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = g_strjoinv ("\n", problems);
      g_assert_nonnull (strstr (text, "last entries"));
      edit (fixture, i);
    }

  anc_fixture_drop (fixture->store);
  g_remove (fixture->place.path);
  fixture->store = anc_fixture_create (fixture->place.path, NULL, &error);
  g_assert_no_error (error);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/journal/undo-and-redo", test_undo_and_redo);
  ADD ("/store/journal/undo-stops-at-creation", test_undo_stops_at_creation);
  ADD ("/store/journal/undo-like-a-list", test_undo_like_a_list);
  ADD ("/store/journal/undo-to-nothing", test_undo_to_nothing);
  ADD ("/store/journal/conflict", test_conflict);
  ADD ("/store/journal/as-it-was", test_as_it_was);
  ADD ("/store/journal/history", test_history);
  ADD ("/store/journal/clock-going-back", test_clock_going_back);
  ADD ("/store/journal/tampering", test_tampering);
  ADD ("/store/journal/end-cut-off", test_end_cut_off);

  return g_test_run ();
}
