/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-fixture.h"
#include "anc-intake.h"
#include "anc-store-fixture.h"
#include "anc-store-readings.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CASE 2000 /* the first of anc_fixture_make_case() */
#define OTHER_CASE 3000

/* An office with two cases, of which the first is open, and an intake for it. */
typedef struct
{
  char *folder;
  AncStore *store;
  AncReader *reader;
  AncIntake *intake;
  AncCase *a_case;
  AncProposalList *list;
  guint n_to_write;
  gboolean is_stopped;
} Office;

static void
result_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Office *self = user_data;
  g_autoptr (GError) error = NULL;

  anc_store_commit_finish (ANC_STORE (source), result, &error);
  g_assert_no_error (error);
  self->n_to_write--;
}

static void
committed_cb (AncCase *a_case,
              AncChangeSet *changes,
              gpointer user_data)
{
  Office *self = user_data;

  self->n_to_write++;
  anc_store_commit_async (self->store, changes, NULL, written_cb, self);
}

static void
settle (Office *self)
{
  while (anc_intake_is_reading (self->intake) || self->n_to_write > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Opens one of the cases as a window does. */
static void
open_case (Office *self,
           gint64 key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncCaseRows) rows = anc_fixture_load (self->store, key, &error);

  g_assert_no_error (error);
  g_clear_object (&self->list);
  g_clear_object (&self->a_case);
  self->a_case = anc_case_new_from_rows (rows);
  g_signal_connect (self->a_case, "committed", G_CALLBACK (committed_cb), self);
  anc_intake_open_case_async (self->intake, self->a_case, NULL, result_cb, &result);
  self->list = anc_intake_open_case_finish (self->intake, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
open_office (Office *self)
{
  g_autofree char *path = g_build_filename (self->folder, "bureau.ancrage", NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_file_test (path, G_FILE_TEST_EXISTS) ? anc_fixture_open (path, NULL, 0, &error)
                                                       : anc_fixture_create (path, NULL, &error);
  g_assert_no_error (error);
  self->reader = anc_reader_new ();
  self->intake = anc_intake_new (self->store, self->reader);
}

static void
close_office (Office *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (self->n_to_write > 0)
    g_main_context_iteration (NULL, TRUE);
  anc_intake_stop_async (self->intake, result_cb, &result);
  g_assert_true (anc_intake_stop_finish (self->intake, wait_for (&result), NULL));
  g_assert_false (anc_intake_is_reading (self->intake));
  g_clear_object (&result);
  g_clear_object (&self->list);
  g_clear_object (&self->a_case);
  g_assert_finalize_object (g_steal_pointer (&self->intake));
  g_clear_object (&self->reader);
  anc_fixture_close (g_steal_pointer (&self->store));
}

static void
set_up (Office *self,
        gconstpointer data)
{
  self->folder = anc_fixture_make_folder ();
  open_office (self);
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (i, 0, 0);
      g_autoptr (GError) error = NULL;

      anc_fixture_commit (self->store, changes, &error);
      g_assert_no_error (error);
    }
  open_case (self, CASE);
}

static void
tear_down (Office *self,
           gconstpointer data)
{
  close_office (self);
  anc_fixture_remove_folder (self->folder);
}

/* ---- Handing over ------------------------------------------------------------------------------ */

/* A payslip of the samples; those of different numbers are different bytes. */
static char *
make_slip (guint number,
           gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("ANC_FIXTURES"), "reader", "samples", "07-garage.pdf", NULL);
  g_autofree char *content = NULL;
  GString *slip;

  g_assert_true (g_file_get_contents (path, &content, length, NULL));
  slip = g_string_new_len (content, (gssize) *length);
  if (number > 0)
    g_string_append_printf (slip, "%%%u\n", number);
  *length = slip->len;

  return g_string_free (slip, FALSE);
}

static GPtrArray *
add_bytes (Office *self,
           const char *name,
           const char *bytes,
           gsize length)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  GPtrArray *items;

  anc_intake_add_bytes_async (self->intake, self->a_case, name, content, NULL, result_cb, &result);
  items = anc_intake_add_finish (self->intake, wait_for (&result), NULL);
  g_assert_nonnull (items);

  return items;
}

static AncIntakeOutcome
add_slip (Office *self,
          guint number)
{
  gsize length;
  g_autofree char *slip = make_slip (number, &length);
  g_autofree char *name = g_strdup_printf ("bulletin %u.pdf", number);
  g_autoptr (GPtrArray) items = add_bytes (self, name, slip, length);

  g_assert_cmpuint (items->len, ==, 1);
  return ((const AncIntakeItem *) g_ptr_array_index (items, 0))->outcome;
}

static void
assert_states (Office *self,
               const char *expected)
{
  g_autoptr (GString) states = g_string_new (NULL);

  for (guint i = 0; i < anc_proposal_list_get_count (self->list); i++)
    {
      AncProposal *proposal = anc_proposal_list_get (self->list, i);
      const char *problem = anc_proposal_get_problem (proposal);

      g_string_append_printf (states, "%s%s", i > 0 ? " " : "", problem != NULL ? problem : anc_proposal_state_get_name (anc_proposal_get_state (proposal)));
    }
  g_assert_cmpstr (states->str, ==, expected);
}

static void
test_bytes (Office *self,
            gconstpointer data)
{
  AncRecord *document;

  g_assert_cmpint (add_slip (self, 0), ==, ANC_INTAKE_STORED);
  g_assert_cmpuint (anc_proposal_list_get_count (self->list), ==, 1);
  document = anc_record_list_get (anc_case_get_list (self->a_case, ANC_TABLE_DOCUMENTS), 0);
  g_assert_cmpstr (anc_record_get_text (document, "title"), ==, "bulletin 0");
  g_assert_cmpstr (anc_record_get_text (document, "file"), ==, "bulletin 0.pdf");
  g_assert_cmpstr (anc_record_get_text (document, "kind"), ==, ANC_PROPOSAL_UNSORTED);
  g_assert_cmpint (add_slip (self, 0), ==, ANC_INTAKE_IN_CASE);

  settle (self);
  assert_states (self, "conflict");
  g_assert_cmpstr (anc_proposal_get_text (anc_proposal_list_get (self->list, 0), ANC_PROPOSAL_EMPLOYER), ==, "Garage Pastiche");
}

static void
test_nothing (Office *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) items = add_bytes (self, "rien.pdf", "", 0);

  g_assert_cmpint (((const AncIntakeItem *) g_ptr_array_index (items, 0))->outcome, ==, ANC_INTAKE_EMPTY);
  g_assert_cmpuint (anc_proposal_list_get_count (self->list), ==, 0);
}

/* What no page is read twice for: the same bytes in another case. */
static void
test_same_bytes_elsewhere (Office *self,
                           gconstpointer data)
{
  gsize length;
  g_autofree char *slip = make_slip (0, &length);
  g_autoptr (GPtrArray) items = NULL;
  const AncIntakeItem *item;

  add_slip (self, 0);
  settle (self);
  open_case (self, OTHER_CASE);
  anc_intake_pause (self->intake);
  items = add_bytes (self, "bulletin.pdf", slip, length);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (item->outcome, ==, ANC_INTAKE_STORED);
  g_assert_cmpuint (item->file->places->len, ==, 1);
  g_assert_cmpint (((const AncFilePlace *) g_ptr_array_index (item->file->places, 0))->case_key, ==, CASE);
  anc_intake_resume (self->intake);
  settle (self);
  assert_states (self, "conflict");
}

static void
write_file (Office *self,
            const char *name,
            guint number)
{
  g_autofree char *path = g_build_filename (self->folder, "pile", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length;
  g_autofree char *slip = make_slip (number, &length);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, slip, (gssize) length, NULL));
}

static void
test_folder (Office *self,
             gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *pile = g_build_filename (self->folder, "pile", NULL);
  g_autofree char *link = g_build_filename (pile, "lien", NULL);
  g_autofree char *pipe = g_build_filename (pile, "tube", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (pile);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nulle/part.pdf");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  write_file (self, "2025/bulletin 10.pdf", 10);
  write_file (self, "2025/bulletin 2.pdf", 2);
  write_file (self, "2026/bulletin 2 bis.pdf", 2);
  write_file (self, ".cache/secret.pdf", 3);
  g_assert_cmpint (symlink ("..", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_list_store_append (files, folder);
  g_list_store_append (files, missing);
  anc_intake_add_files_async (self->intake, self->a_case, G_LIST_MODEL (files), NULL, result_cb, &result);
  items = anc_intake_add_finish (self->intake, wait_for (&result), NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const AncIntakeItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (told, "%s: %s\n", item->name, anc_intake_outcome_get_name (item->outcome));
    }
  g_assert_cmpstr (told->str,
                   ==,
                   "pile/.cache: hidden\n"
                   "pile/2025/bulletin 2.pdf: stored\n"
                   "pile/2025/bulletin 10.pdf: stored\n"
                   "pile/2026/bulletin 2 bis.pdf: in_case\n"
                   "pile/lien: link\n"
                   "pile/tube: special\n"
                   "part.pdf: unreadable\n");
  g_assert_cmpint (((const AncIntakeItem *) g_ptr_array_index (items, 3))->document_key,
                   ==,
                   ((const AncIntakeItem *) g_ptr_array_index (items, 1))->document_key);
  settle (self);
  assert_states (self, "conflict conflict");
}

/* ---- Reading ----------------------------------------------------------------------------------- */

static void
test_pause (Office *self,
            gconstpointer data)
{
  anc_intake_pause (self->intake);
  add_slip (self, 1);
  add_slip (self, 2);
  while (self->n_to_write > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (anc_intake_is_reading (self->intake));
  g_assert_cmpuint (anc_intake_get_n_done (self->intake), ==, 0);
  g_assert_cmpuint (anc_intake_get_n_total (self->intake), ==, 2);
  assert_states (self, "waiting waiting");

  anc_intake_resume (self->intake);
  settle (self);
  g_assert_cmpuint (anc_intake_get_n_done (self->intake), ==, 2);
  g_assert_null (anc_intake_get_current (self->intake));
}

static void
read_again (Office *self,
            guint index,
            const char *password)
{
  AncProposal *proposal = anc_proposal_list_get (self->list, index);
  AncRecord *document = anc_case_find (self->a_case, anc_proposal_get_document_key (proposal));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  anc_intake_read_again_async (self->intake, anc_record_get_text (document, "sha256"), password, NULL, result_cb, &result);
  anc_intake_read_again_finish (self->intake, wait_for (&result), &error);
  g_assert_no_error (error);
  settle (self);
}

/* What is given up stays so after a restart, until someone wants it read. */
static void
test_cancel (Office *self,
             gconstpointer data)
{
  anc_intake_pause (self->intake);
  for (guint i = 0; i < 5; i++)
    add_slip (self, i);
  anc_intake_resume (self->intake);
  anc_intake_cancel_reading (self->intake);
  settle (self);
  assert_states (self, "cancelled cancelled cancelled cancelled cancelled");

  close_office (self);
  open_office (self);
  open_case (self, CASE);
  g_assert_false (anc_intake_is_reading (self->intake));
  assert_states (self, "cancelled cancelled cancelled cancelled cancelled");

  read_again (self, 0, NULL);
  assert_states (self, "conflict cancelled cancelled cancelled cancelled");
  add_slip (self, 6);
  settle (self);
  assert_states (self, "conflict cancelled cancelled cancelled cancelled conflict");
}

/* What waits when the program ends is read when it begins again, be the case open or not. */
static void
test_restart (Office *self,
              gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  anc_intake_pause (self->intake);
  add_slip (self, 1);
  add_slip (self, 2);
  close_office (self);

  open_office (self);
  anc_intake_start_async (self->intake, NULL, result_cb, &result);
  g_assert_true (anc_intake_start_finish (self->intake, wait_for (&result), NULL));
  g_clear_object (&result);
  g_assert_cmpuint (anc_intake_get_n_total (self->intake), ==, 2);
  settle (self);
  open_case (self, CASE);
  assert_states (self, "conflict conflict");
}

/* A file that came in just before the program was killed, and is no document yet. */
static void
test_arrival (Office *self,
              gconstpointer data)
{
  gsize length;
  g_autofree char *slip = make_slip (0, &length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (slip, (gssize) length, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  anc_store_take_in_async (self->store, stream, CASE, "dossier/reçu.pdf", NULL, result_cb, &result);
  anc_stored_file_free (anc_store_take_in_finish (self->store, wait_for (&result), NULL));
  g_clear_object (&result);
  g_assert_cmpuint (anc_proposal_list_get_count (self->list), ==, 0);

  /* Emptying the trash leaves it alone. */
  g_assert_true (anc_fixture_empty_trash (self->store, 0, NULL, NULL, NULL));
  for (guint i = 0; i < 2; i++)
    {
      close_office (self);
      open_office (self);
      open_case (self, CASE);
      settle (self);
      assert_states (self, "conflict");
    }
  g_assert_cmpstr (anc_record_get_text (anc_record_list_get (anc_case_get_list (self->a_case, ANC_TABLE_DOCUMENTS), 0), "title"), ==, "reçu");
}

static void
test_password (Office *self,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("ANC_FIXTURES"), "reader", "samples", "09-mot-de-passe.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) items = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  items = add_bytes (self, "fermé.pdf", content, length);
  g_assert_cmpuint (items->len, ==, 1);
  settle (self);
  assert_states (self, "password");
  read_again (self, 0, "un autre");
  assert_states (self, "password");
  read_again (self, 0, data);
  assert_states (self, "conflict");
}

/* A document that is open already needs its password asked for no more. */
static void
test_stream (Office *self,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("ANC_FIXTURES"), "reader", "samples", "09-mot-de-passe.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (stream);
  anc_intake_add_stream_async (self->intake, self->a_case, "fermé.pdf", G_INPUT_STREAM (stream), data, NULL, result_cb, &result);
  items = anc_intake_add_finish (self->intake, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpint (((AncIntakeItem *) g_ptr_array_index (items, 0))->outcome, ==, ANC_INTAKE_STORED);
  settle (self);
  assert_states (self, "conflict");
}

/* The words of a document find its case. */
static void
test_text_is_searched (Office *self,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  add_slip (self, 0);
  settle (self);
  found = anc_fixture_search (self->store, "Garage Pastiche", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
}

/* So do those of a picture, words of which no proposal speaks. */
static void
test_scan_is_searched (Office *self,
                       gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("ANC_FIXTURES"), "reader", "samples", "12-garde-scan.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  items = add_bytes (self, "garde.pdf", content, length);
  g_assert_cmpuint (items->len, ==, 1);
  settle (self);
  found = anc_fixture_search (self->store, "prévoyance formation", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
}

/* ---- Decisions --------------------------------------------------------------------------------- */

static void
test_decisions_are_kept (Office *self,
                         gconstpointer data)
{

  add_slip (self, 1);
  add_slip (self, 2);
  settle (self);
  anc_proposal_set_aside (anc_proposal_list_get (self->list, 0), TRUE);
  g_assert_true (anc_proposal_correct_text (anc_proposal_list_get (self->list, 1), ANC_PROPOSAL_HOURS, "12.5"));
  close_office (self);

  open_office (self);
  open_case (self, CASE);
  assert_states (self, "set_aside conflict");
  g_assert_cmpint (anc_proposal_get_integer (anc_proposal_list_get (self->list, 1), ANC_PROPOSAL_HOURS, 0), ==, 12500000);
  anc_proposal_set_aside (anc_proposal_list_get (self->list, 0), FALSE);
  close_office (self);

  open_office (self);
  open_case (self, CASE);
  g_assert_cmpint (anc_proposal_get_state (anc_proposal_list_get (self->list, 0)), ==, ANC_PROPOSAL_STATE_CONFLICT);
}

/* Nothing of a pile is left of a case that is purged. */
static void
test_purge (Office *self,
            gconstpointer data)
{
  g_autofree AncStoreInfo *info = NULL;
  g_autoptr (GError) error = NULL;

  add_slip (self, 1);
  settle (self);
  anc_proposal_set_aside (anc_proposal_list_get (self->list, 0), TRUE);
  g_clear_object (&self->list);
  g_assert_true (anc_fixture_delete (self->store, CASE, &error));
  g_assert_true (anc_fixture_empty_trash (self->store, 0, NULL, NULL, &error));
  g_assert_no_error (error);
  info = anc_fixture_get_info (self->store, &error);
  g_assert_cmpint (info->n_files, ==, 0);
  anc_fixture_check (self->store);
}

#define ADD(path, data, test) g_test_add (path, Office, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/intake/bytes", NULL, test_bytes);
  ADD ("/intake/nothing", NULL, test_nothing);
  ADD ("/intake/same-bytes-elsewhere", NULL, test_same_bytes_elsewhere);
  ADD ("/intake/folder", NULL, test_folder);
  ADD ("/intake/pause", NULL, test_pause);
  ADD ("/intake/cancel", NULL, test_cancel);
  ADD ("/intake/restart", NULL, test_restart);
  ADD ("/intake/arrival", NULL, test_arrival);
  ADD ("/intake/password", "essai", test_password);
  ADD ("/intake/stream", "essai", test_stream);
  ADD ("/intake/text-is-searched", NULL, test_text_is_searched);
  ADD ("/intake/scan-is-searched", NULL, test_scan_is_searched);
  ADD ("/intake/decisions-are-kept", NULL, test_decisions_are_kept);
  ADD ("/intake/purge", NULL, test_purge);

  return g_test_run ();
}
