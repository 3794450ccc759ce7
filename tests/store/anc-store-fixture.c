/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-fixture.h"

#include <glib/gstdio.h>
#include <openssl/crypto.h>
#include <stdlib.h>

/* ---- Sanitizers ------------------------------------------------------------------------------ */

#ifdef __SANITIZE_ADDRESS__
/* Deriving a key allocates a million times, and the unwinder that names each place takes minutes over it. What the
 * cryptographic library does with its memory is not what these tests look for: it gets that of the C library. */
void *__libc_malloc (size_t size);
void *__libc_realloc (void *memory,
                      size_t size);
void __libc_free (void *memory);

static void *
allocate (size_t size,
          const char *file,
          int line)
{
  return __libc_malloc (size);
}

static void *
reallocate (void *memory,
            size_t size,
            const char *file,
            int line)
{
  return __libc_realloc (memory, size);
}

static void
deallocate (void *memory,
            const char *file,
            int line)
{
  __libc_free (memory);
}

static void __attribute__ ((constructor))
spare_cryptography (void)
{
  if (CRYPTO_set_mem_functions (allocate, reallocate, deallocate) != 1)
    g_error ("the cryptographic library has memory already");
}
#endif

/* ---- Waiting --------------------------------------------------------------------------------- */

static void
keep_result_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* Asks with AWAIT_ARGUMENTS at the end of the call, then finishes with AWAIT_RESULT. */
#define AWAIT g_autoptr (GAsyncResult) awaited = NULL
#define AWAIT_ARGUMENTS NULL, keep_result_cb, &awaited
#define AWAIT_RESULT await (&awaited)

/* ---- Folders --------------------------------------------------------------------------------- */

char *
anc_fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("anc-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/* Removes a folder and all in it, and frees its name. */
void
anc_fixture_remove_folder (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

/* ---- Stores ---------------------------------------------------------------------------------- */

AncStore *
anc_fixture_create (const char *path,
                    const char *passphrase,
                    GError **error)
{
  AWAIT;

  anc_store_create_async (path, passphrase, AWAIT_ARGUMENTS);
  return anc_store_create_finish (AWAIT_RESULT, error);
}

AncStore *
anc_fixture_open (const char *path,
                  const char *passphrase,
                  AncStoreFlags flags,
                  GError **error)
{
  AWAIT;

  anc_store_open_async (path, passphrase, flags, AWAIT_ARGUMENTS);
  return anc_store_open_finish (AWAIT_RESULT, error);
}

AncStore *
anc_fixture_open_or_create (const char *path,
                            const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  AncStore *store = g_file_test (path, G_FILE_TEST_EXISTS) ? anc_fixture_open (path, passphrase, 0, &error)
                                                           : anc_fixture_create (path, passphrase, &error);

  g_assert_no_error (error);
  return store;
}

/* Drops a store without closing it, and waits until it let go of its file: a thread may be on its way out. */
void
anc_fixture_drop (AncStore *store)
{
  g_autofree char *lock = g_strconcat (anc_store_get_path (store), "-lock", NULL);
  const gboolean is_held = !anc_store_is_read_only (store);

  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  while (g_atomic_pointer_get (&store) != NULL || (is_held && g_file_test (lock, G_FILE_TEST_EXISTS)))
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

gboolean
anc_fixture_try_close (AncStore *store,
                       GError **error)
{
  AWAIT;

  anc_store_close_async (store, AWAIT_ARGUMENTS);
  return anc_store_close_finish (store, AWAIT_RESULT, error);
}

/* Closes a store and drops it. */
void
anc_fixture_close (AncStore *store)
{
  g_autoptr (GError) error = NULL;

  anc_fixture_try_close (store, &error);
  g_assert_no_error (error);
  anc_fixture_drop (store);
}

char **
anc_fixture_list_problems (AncStore *store,
                           GError **error)
{
  AWAIT;

  anc_store_check_async (store, AWAIT_ARGUMENTS);
  return anc_store_check_finish (store, AWAIT_RESULT, error);
}

/* Fails the test unless the store is sound. */
void
anc_fixture_check (AncStore *store)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = anc_fixture_list_problems (store, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strjoinv ("\n", problems);
  g_assert_cmpstr (text, ==, "");
}

AncStoreInfo *
anc_fixture_get_info (AncStore *store,
                      GError **error)
{
  AWAIT;

  anc_store_get_info_async (store, AWAIT_ARGUMENTS);
  return anc_store_get_info_finish (store, AWAIT_RESULT, error);
}

gboolean
anc_fixture_change_passphrase (AncStore *store,
                               const char *passphrase,
                               GError **error)
{
  AWAIT;

  anc_store_change_passphrase_async (store, passphrase, AWAIT_ARGUMENTS);
  return anc_store_change_passphrase_finish (store, AWAIT_RESULT, error);
}

/* ---- Cases ----------------------------------------------------------------------------------- */

char *
anc_fixture_get_setting (AncStore *store,
                         const char *name,
                         GError **error)
{
  AWAIT;

  anc_store_get_setting_async (store, name, AWAIT_ARGUMENTS);
  return anc_store_get_setting_finish (store, AWAIT_RESULT, error);
}

gboolean
anc_fixture_set_setting (AncStore *store,
                         const char *name,
                         const char *text,
                         GError **error)
{
  AWAIT;

  anc_store_set_setting_async (store, name, text, AWAIT_ARGUMENTS);
  return anc_store_set_setting_finish (store, AWAIT_RESULT, error);
}

gboolean
anc_fixture_commit (AncStore *store,
                    AncChangeSet *changes,
                    GError **error)
{
  AWAIT;

  anc_store_commit_async (store, changes, AWAIT_ARGUMENTS);
  return anc_store_commit_finish (store, AWAIT_RESULT, error);
}

/* Takes @changes. */
void
anc_fixture_edit (AncStore *store,
                  AncChangeSet *changes)
{
  g_autoptr (AncChangeSet) owned = changes;
  g_autoptr (GError) error = NULL;

  anc_fixture_commit (store, changes, &error);
  g_assert_no_error (error);
}

AncCaseRows *
anc_fixture_load (AncStore *store,
                  gint64 case_key,
                  GError **error)
{
  AWAIT;

  anc_store_load_case_async (store, case_key, AWAIT_ARGUMENTS);
  return anc_store_load_case_finish (store, AWAIT_RESULT, error);
}

AncCaseRows *
anc_fixture_load_at (AncStore *store,
                     gint64 case_key,
                     gint64 time,
                     GError **error)
{
  AWAIT;

  anc_store_load_case_at_async (store, case_key, time, AWAIT_ARGUMENTS);
  return anc_store_load_case_at_finish (store, AWAIT_RESULT, error);
}

GPtrArray *
anc_fixture_list (AncStore *store,
                  AncCaseOrder order,
                  guint start,
                  guint count,
                  GError **error)
{
  AWAIT;

  anc_store_list_cases_async (store, order, start, count, AWAIT_ARGUMENTS);
  return anc_store_list_cases_finish (store, AWAIT_RESULT, error);
}

AncChangeSet *
anc_fixture_undo (AncStore *store,
                  gint64 case_key,
                  GError **error)
{
  AWAIT;

  anc_store_undo_async (store, case_key, AWAIT_ARGUMENTS);
  return anc_store_undo_finish (store, AWAIT_RESULT, error);
}

AncChangeSet *
anc_fixture_undo_edit (AncStore *store,
                       gint64 case_key,
                       GError **error)
{
  AWAIT;

  anc_store_undo_edit_async (store, case_key, AWAIT_ARGUMENTS);
  return anc_store_undo_finish (store, AWAIT_RESULT, error);
}

AncChangeSet *
anc_fixture_redo (AncStore *store,
                  gint64 case_key,
                  GError **error)
{
  AWAIT;

  anc_store_redo_async (store, case_key, AWAIT_ARGUMENTS);
  return anc_store_redo_finish (store, AWAIT_RESULT, error);
}

GPtrArray *
anc_fixture_list_transactions (AncStore *store,
                               gint64 case_key,
                               GError **error)
{
  AWAIT;

  anc_store_list_transactions_async (store, case_key, 0, 1000, AWAIT_ARGUMENTS);
  return anc_store_list_transactions_finish (store, AWAIT_RESULT, error);
}

GPtrArray *
anc_fixture_list_history (AncStore *store,
                          gint64 case_key,
                          gint64 key,
                          GError **error)
{
  AWAIT;

  anc_store_list_history_async (store, case_key, key, AWAIT_ARGUMENTS);
  return anc_store_list_history_finish (store, AWAIT_RESULT, error);
}

/* ---- Files ----------------------------------------------------------------------------------- */

AncStoredFile *
anc_fixture_add_file (AncStore *store,
                      GInputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  AWAIT;

  anc_store_add_file_async (store, stream, cancellable, keep_result_cb, &awaited);
  return anc_store_add_file_finish (store, AWAIT_RESULT, error);
}

AncStoredFile *
anc_fixture_add_bytes (AncStore *store,
                       gconstpointer bytes,
                       gsize length,
                       GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);

  return anc_fixture_add_file (store, stream, NULL, error);
}

GInputStream *
anc_fixture_open_file (AncStore *store,
                       const char *sha256,
                       GError **error)
{
  AWAIT;

  anc_store_open_file_async (store, sha256, AWAIT_ARGUMENTS);
  return anc_store_open_file_finish (store, AWAIT_RESULT, error);
}

GBytes *
anc_fixture_read_file (AncStore *store,
                       const char *sha256,
                       GError **error)
{
  g_autoptr (GInputStream) stream = anc_fixture_open_file (store, sha256, error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL || g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

gboolean
anc_fixture_set_text (AncStore *store,
                      const char *sha256,
                      const char *const *pages,
                      GError **error)
{
  AWAIT;

  anc_store_set_text_async (store, sha256, pages, AWAIT_ARGUMENTS);
  return anc_store_set_text_finish (store, AWAIT_RESULT, error);
}

char **
anc_fixture_get_text (AncStore *store,
                      const char *sha256,
                      GError **error)
{
  AWAIT;

  anc_store_get_text_async (store, sha256, AWAIT_ARGUMENTS);
  return anc_store_get_text_finish (store, AWAIT_RESULT, error);
}

GPtrArray *
anc_fixture_search (AncStore *store,
                    const char *words,
                    gint64 case_key,
                    GError **error)
{
  AWAIT;

  anc_store_search_async (store, words, case_key, 20, AWAIT_ARGUMENTS);
  return anc_store_search_finish (store, AWAIT_RESULT, error);
}

/* ---- Trash, backups, packages ---------------------------------------------------------------- */

gboolean
anc_fixture_delete (AncStore *store,
                    gint64 case_key,
                    GError **error)
{
  AWAIT;

  anc_store_delete_case_async (store, case_key, AWAIT_ARGUMENTS);
  return anc_store_delete_case_finish (store, AWAIT_RESULT, error);
}

GPtrArray *
anc_fixture_list_trash (AncStore *store)
{
  AWAIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  anc_store_list_trash_async (store, AWAIT_ARGUMENTS);
  items = anc_store_list_trash_finish (store, AWAIT_RESULT, &error);
  g_assert_no_error (error);

  return items;
}

AncChangeSet *
anc_fixture_restore (AncStore *store,
                     gint64 case_key,
                     gint64 document_key,
                     GError **error)
{
  AWAIT;

  anc_store_restore_trash_async (store, case_key, document_key, AWAIT_ARGUMENTS);
  return anc_store_restore_trash_finish (store, AWAIT_RESULT, error);
}

gboolean
anc_fixture_empty_trash (AncStore *store,
                         guint days,
                         guint *n_cases,
                         guint *n_files,
                         GError **error)
{
  AWAIT;

  anc_store_empty_trash_async (store, days, AWAIT_ARGUMENTS);
  return anc_store_empty_trash_finish (store, AWAIT_RESULT, n_cases, n_files, error);
}

char *
anc_fixture_back_up (AncStore *store,
                     GError **error)
{
  AWAIT;

  anc_store_back_up_async (store, AWAIT_ARGUMENTS);
  return anc_store_back_up_finish (store, AWAIT_RESULT, error);
}

char *
anc_fixture_restore_backup (const char *path,
                            const char *backup_path,
                            const char *passphrase,
                            GError **error)
{
  AWAIT;

  anc_store_restore_backup_async (path, backup_path, passphrase, AWAIT_ARGUMENTS);
  return anc_store_restore_backup_finish (AWAIT_RESULT, error);
}

gboolean
anc_fixture_write_package (AncStore *store,
                           gint64 case_key,
                           const char *path,
                           const char *passphrase,
                           GError **error)
{
  AWAIT;

  anc_store_write_package_async (store, case_key, path, passphrase, AWAIT_ARGUMENTS);
  return anc_store_write_package_finish (store, AWAIT_RESULT, error);
}

AncPackage *
anc_fixture_read_package (AncStore *store,
                          const char *path,
                          const char *passphrase,
                          GError **error)
{
  AWAIT;

  anc_store_read_package_async (store, path, passphrase, AWAIT_ARGUMENTS);
  return anc_store_read_package_finish (store, AWAIT_RESULT, error);
}

gboolean
anc_fixture_take_package (AncStore *store,
                          AncPackage *package,
                          AncChangeSet *chosen,
                          GError **error)
{
  AWAIT;

  anc_store_take_package_async (store, package, chosen, AWAIT_ARGUMENTS);
  return anc_store_take_package_finish (store, AWAIT_RESULT, error);
}
