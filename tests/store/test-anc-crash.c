/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts the power at every point of what a store does in its life, and looks at what is left: all that was
 * acknowledged, nothing by halves. usage: test-anc-crash [--all]; without it a part of the points. */

#include "anc-store-fixture.h"

#include "anc-case-fixture.h"
#include "anc-disk-recorder.h"
#include "anc-schema.h"
#include "anc-store-file.h"
#include "anc-store-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define CASE 2000
#define N_EDITS 50
#define DOCUMENT_SIZE (5 * 1024 * 1024)
#define PASSPHRASE "après la coupure"

/* Of each kind of cut, where not all points are tried: about so many. */
#define N_SAMPLED 25

static gboolean tries_all;

/* What a store holds, as far as a count tells; that nothing is by halves, its check tells. */
typedef struct
{
  gint64 n_transactions;
  gint64 n_files;
  const char *passphrase;
} State;

typedef struct
{
  char *folder;
  char *path;
  AncStore *store;
  GArray *states; /* of State: by what was acknowledged */
} Life;

static void
acknowledge (Life *life,
             gint n_transactions,
             gint n_files,
             const char *passphrase)
{
  State state = g_array_index (life->states, State, life->states->len - 1);

  state.n_transactions += n_transactions;
  state.n_files += n_files;
  state.passphrase = passphrase;
  g_array_append_val (life->states, state);
  anc_disk_recorder_acknowledge (life->states->len - 1);
}

static void
commit (Life *life,
        AncChangeSet *changes)
{
  anc_fixture_edit (life->store, changes);
  acknowledge (life, 1, 0, NULL);
}

static void
edit (Life *life,
      guint number)
{
  g_autoptr (AncCaseRows) rows = anc_fixture_load (life->store, CASE, NULL);
  g_autofree char *text = g_strdup_printf ("Note %u", number);

  commit (life, number % 2 == 0 ? anc_fixture_change_text (anc_case_rows_get_head (rows), "notes", text) : anc_fixture_add_document (rows, text, NULL));
}

/* The life: made, 50 edits, a document of 5 MB, undone, backed up, given a passphrase, closed. */
static void
live (Life *life)
{
  g_autofree guint8 *bytes = g_malloc (DOCUMENT_SIZE);
  g_autofree char *backup = NULL;
  g_autoptr (AncStoredFile) file = NULL;
  g_autoptr (AncChangeSet) undone = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < DOCUMENT_SIZE; i++)
    bytes[i] = (guint8) ((i * 2654435761u) >> 11);

  life->store = anc_fixture_create (life->path, NULL, &error);
  g_assert_no_error (error);
  acknowledge (life, 1, 0, NULL); /* from none, -1, to one without entries */
  commit (life, anc_fixture_make_case (1, 12, 10));
  for (guint i = 0; i < N_EDITS; i++)
    edit (life, i);
  file = anc_fixture_add_bytes (life->store, bytes, DOCUMENT_SIZE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (file);
  acknowledge (life, 0, 1, NULL);
  undone = anc_fixture_undo (life->store, CASE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  acknowledge (life, 1, 0, NULL);
  backup = anc_fixture_back_up (life->store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (backup);
  acknowledge (life, 0, 0, NULL);
  anc_fixture_change_passphrase (life->store, PASSPHRASE, &error);
  g_assert_no_error (error);
  acknowledge (life, 0, 0, PASSPHRASE);
  anc_fixture_close (life->store);
  acknowledge (life, 0, 0, PASSPHRASE);
}

/* ---- An older store -------------------------------------------------------------------------- */

static gboolean
migrate_from_0 (AncDatabase *database,
                GError **error)
{
  return anc_schema_rebuild_tables (database, error);
}

static const AncMigration migrations[] = { { 2, migrate_from_0 }, { 3, anc_schema_add_reading_tables }, { 4, anc_schema_join_journal }, { 0 } };
static const AncStoreHooks hooks = { g_get_real_time, migrations };

/* The life of a store of the version before the first: brought up, edited, closed. */
static void
live_on (Life *life)
{
  g_autoptr (GError) error = NULL;

  life->store = anc_fixture_open (life->path, NULL, 0, &error);
  g_assert_no_error (error);
  acknowledge (life, 0, 0, NULL);
  for (guint i = 0; i < 3; i++)
    edit (life, i);
  anc_fixture_close (life->store);
  acknowledge (life, 0, 0, NULL);
}

/* ---- Looking at what is left ----------------------------------------------------------------- */

static AncStore *
open_left (const char *path,
           const State *state,
           const State *next)
{
  g_autoptr (GError) error = NULL;
  AncStore *store = anc_fixture_open (path, state->passphrase, 0, &error);

  if (store == NULL && g_strcmp0 (state->passphrase, next->passphrase) != 0
      && g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE))
    {
      g_clear_error (&error);
      store = anc_fixture_open (path, next->passphrase, 0, &error);
    }
  g_assert_no_error (error);

  return store;
}

static gboolean
is_state (const AncStoreInfo *info,
          const State *state)
{
  return info->n_transactions == state->n_transactions && info->n_files == state->n_files;
}

/* A backup that has its name is whole. */
static void
check_backups (const char *path,
               const char *passphrase)
{
  g_autoptr (GPtrArray) backups = anc_backups_list (path);

  for (guint i = 0; i < backups->len; i++)
    {
      const AncBackup *backup = g_ptr_array_index (backups, i);
      gboolean is_encrypted;
      g_autoptr (AncKey) key = anc_store_file_make_key (backup->path, passphrase, &is_encrypted, NULL);
      g_autoptr (GError) error = NULL;

      anc_store_file_verify (backup->path, key, ANC_SCHEMA_STORE_ID, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
check_left (const char *folder,
            const Life *life,
            guint acknowledged)
{
  g_autofree char *path = g_build_filename (folder, "bureau.ancrage", NULL);
  const State *state = &g_array_index (life->states, State, acknowledged);
  const State *next = &g_array_index (life->states, State, MIN (acknowledged + 1, life->states->len - 1));
  g_autofree AncStoreInfo *info = NULL;
  AncStore *store;

  if (state->n_transactions < 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    return; /* not made yet, and nobody was told that it was */

  store = open_left (path, state, next);
  info = anc_fixture_get_info (store, NULL);
  g_assert_true (is_state (info, state) || is_state (info, next));
  anc_fixture_check (store);
  anc_fixture_drop (store);
  if (next->passphrase == NULL || acknowledged + 2 >= life->states->len)
    check_backups (path, next->passphrase);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        empty_folder (path);
      g_remove (path);
    }
}

/* Whether to try a cut of this kind at the current point. While nothing becomes sure a strict cut leaves the
 * same as at the point before, so that trying it where something does is trying it everywhere. */
static gboolean
is_tried (const AncDiskReplay *replay,
          AncCut cut,
          guint *n_candidates)
{
  static const guint steps[] = { 1, 16, 4 };
  const guint step = steps[cut] * (tries_all ? 1 : MAX (anc_disk_recorder_get_count () / (cut == ANC_CUT_STRICT ? 16 : steps[cut]) / N_SAMPLED, 1));

  if (cut == ANC_CUT_STRICT && !anc_disk_replay_is_changed (replay))
    return FALSE;

  return n_candidates[cut]++ % step == step / 2;
}

/* The random choices of a point come from its number, so that one that fails can be tried again. */
static void
cut_everywhere (const Life *life)
{
  AncDiskReplay *replay = anc_disk_replay_new ();
  g_autofree char *folder = anc_fixture_make_folder ();
  const guint n_events = anc_disk_recorder_get_count ();
  guint n_candidates[3] = { 0 };
  guint n_cuts[3] = { 0 };

  for (guint i = 0; anc_disk_replay_next (replay); i++)
    for (AncCut cut = ANC_CUT_STRICT; cut <= ANC_CUT_RANDOM; cut++)
      {
        g_autoptr (GRand) random = g_rand_new_with_seed (i);

        if (!is_tried (replay, cut, n_candidates))
          continue;

        g_test_message ("cut %u after event %u of %u", cut, i, n_events);
        empty_folder (folder);
        anc_disk_replay_lay_out (replay, cut, random, folder);
        check_left (folder, life, anc_disk_replay_get_acknowledged (replay));
        n_cuts[cut]++;
      }

  g_print ("# %u points; cuts tried: %u of %u different strict ones, %u keeping all, %u keeping any part\n",
           n_events,
           n_cuts[0],
           n_candidates[0],
           n_cuts[1],
           n_cuts[2]);
  anc_disk_replay_free (replay);
  anc_fixture_remove_folder (g_steal_pointer (&folder));
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void
run_life (void (*run) (Life *),
          const char *fixture,
          State first)
{
  Life life = { .states = g_array_new (FALSE, FALSE, sizeof (State)) };

  life.folder = anc_fixture_make_folder ();
  life.path = g_build_filename (life.folder, "bureau.ancrage", NULL);
  if (fixture != NULL)
    {
      g_autofree char *from = g_build_filename (g_getenv ("ANC_FIXTURES"), "store", fixture, NULL);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &content, &length, NULL));
      g_assert_true (g_file_set_contents (life.path, content, (gssize) length, NULL));
    }
  g_array_append_val (life.states, first);
  anc_disk_recorder_start (life.folder);
  run (&life);
  anc_disk_recorder_stop ();

  cut_everywhere (&life);
  g_array_unref (life.states);
  g_free (life.path);
  anc_fixture_remove_folder (life.folder);
}

static void
test_life (void)
{
  const State none = { -1, 0, NULL };

  run_life (live, NULL, none);
}

static void
test_migration (void)
{
  const State before = { 1, 0, NULL };

  anc_store_set_hooks (&hooks);
  run_life (live_on, "version-0.ancrage", before);
  anc_store_set_hooks (NULL);
}

int
main (int argc,
      char **argv)
{
  tries_all = argc > 1 && strcmp (argv[argc - 1], "--all") == 0;
  if (tries_all)
    argc--;
  g_setenv ("TMPDIR", g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : "/tmp", FALSE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/crash/life", test_life);
  g_test_add_func ("/store/crash/migration", test_migration);

  return g_test_run ();
}
