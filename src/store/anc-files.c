/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-files.h"

#include <string.h>

#include "anc-digest.h"
#include "anc-readings.h"

/* A damaged file may number its files beyond all bounds: then this names a piece of another, or of none. */
static gint64
make_id (gint64 file,
         guint number)
{
  return (gint64) (((guint64) file << ANC_FILES_NUMBER_BITS) + number);
}

/* Runs a statement whose parameters are numbers. */
static gboolean
run_with (AncDatabase *database,
          const char *sql,
          gint64 first,
          gint64 second,
          GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, first);
  anc_statement_bind_integer (statement, 2, second);
  return anc_statement_run (statement, error);
}

/* ---- Finding --------------------------------------------------------------------------------- */

/**
 * anc_files_find:
 * @sha256: of the bytes
 * @size: (out): how many
 *
 * Returns: the number of the file; 0 with %ANC_STORE_ERROR_NOT_FOUND where the store does not have it
 */
gint64
anc_files_find (AncDatabase *database,
                const char *sha256,
                gint64 *size,
                GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "SELECT id, size FROM files WHERE sha256 = ?1", error);
  AncStep step;

  if (statement == NULL)
    return 0;

  anc_statement_bind_text (statement, 1, sha256);
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_ROW)
    {
      *size = anc_statement_get_integer (statement, 1);
      return anc_statement_get_integer (statement, 0);
    }

  if (step == ANC_STEP_DONE)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "the store does not hold this file");
  return 0;
}

static void
place_free (gpointer data)
{
  AncFilePlace *self = data;

  g_free (self->reference);
  g_free (self->title);
  g_free (self);
}

/* Returns: (transfer full) (element-type AncFilePlace) (nullable): the documents that are these bytes */
GPtrArray *
anc_files_list_places (AncDatabase *database,
                       const char *sha256,
                       GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT d.case_key, c.reference, d.key, d.title FROM documents AS d JOIN cases AS c ON c.key = d.case_key"
                                    " WHERE d.sha256 = ?1 ORDER BY c.reference, d.case_key, d.position, d.key",
                                    error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_text (statement, 1, sha256);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      AncFilePlace *place = g_new0 (AncFilePlace, 1);

      place->case_key = anc_statement_get_integer (statement, 0);
      place->reference = g_strdup (anc_statement_get_text (statement, 1));
      place->document_key = anc_statement_get_integer (statement, 2);
      place->title = g_strdup (anc_statement_get_text (statement, 3));
      g_ptr_array_add (places, place);
    }

  return step == ANC_STEP_DONE ? g_steal_pointer (&places) : NULL;
}

/* ---- Adding and removing --------------------------------------------------------------------- */

/**
 * anc_files_begin:
 * @database: the connection that writes, in a transaction
 * @now: µs UTC
 *
 * Begins a file. Until anc_files_end() it is nobody's, and swept when the store is opened next.
 *
 * Returns: its number; 0 with @error set
 */
gint64
anc_files_begin (AncDatabase *database,
                 gint64 now,
                 GError **error)
{
  gint64 file;

  if (!anc_database_query_integer (database, "SELECT coalesce (max (id), 0) + 1 FROM files", &file, error)
      || !run_with (database, "INSERT INTO files (id, size, added) VALUES (?1, 0, ?2)", file, now, error))
    return 0;

  return file;
}

gboolean
anc_files_add_chunk (AncDatabase *database,
                     gint64 file,
                     guint number,
                     gconstpointer bytes,
                     gsize length,
                     GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  g_return_val_if_fail (length > 0 && length <= ANC_FILES_CHUNK_SIZE, FALSE);

  if (number >= 1 << ANC_FILES_NUMBER_BITS)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_REFUSED, "the file is too large");
      return FALSE;
    }

  statement = anc_database_prepare (database, "INSERT INTO chunks (id, bytes) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, make_id (file, number));
  anc_statement_bind_bytes (statement, 2, bytes, length);
  return anc_statement_run (statement, error);
}

/**
 * anc_files_end:
 * @sha256: of all its chunks
 * @size: their bytes
 *
 * Makes the file one that documents may name. %ANC_STORE_ERROR_REFUSED where the store has these bytes.
 */
gboolean
anc_files_end (AncDatabase *database,
               gint64 file,
               const char *sha256,
               gint64 size,
               GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "UPDATE files SET sha256 = ?2, size = ?3 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, file);
  anc_statement_bind_text (statement, 2, sha256);
  anc_statement_bind_integer (statement, 3, size);
  return anc_statement_run (statement, error);
}

static gboolean
remove_text (AncDatabase *database,
             gint64 file,
             GError **error)
{
  const gint64 after = make_id (file, 1 << ANC_FILES_NUMBER_BITS);

  return run_with (database,
                   "INSERT INTO search_pages (search_pages, rowid, text)"
                   " SELECT 'delete', id, text FROM page_texts WHERE id >= ?1 AND id < ?2",
                   make_id (file, 0),
                   after,
                   error)
         && run_with (database, "DELETE FROM page_texts WHERE id >= ?1 AND id < ?2", make_id (file, 0), after, error);
}

/* Removes a file, the text of its pages and what was read of it for good. */
gboolean
anc_files_remove (AncDatabase *database,
                  gint64 file,
                  GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  if (!remove_text (database, file, error)
      || !run_with (database, "DELETE FROM chunks WHERE id >= ?1 AND id < ?2", make_id (file, 0), make_id (file, 1 << ANC_FILES_NUMBER_BITS), error)
      || !anc_readings_remove_file (database, file, error))
    return FALSE;

  statement = anc_database_prepare (database, "DELETE FROM files WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, file);
  return anc_statement_run (statement, error);
}

/* Removes what was coming in when the program last ended. */
gboolean
anc_files_remove_unfinished (AncDatabase *database,
                             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 file;

  while (anc_database_query_integer (database, "SELECT id FROM files WHERE sha256 IS NULL LIMIT 1", &file, &local_error))
    {
      if (!anc_database_begin (database, error))
        return FALSE;
      if (!anc_files_remove (database, file, error))
        {
          anc_database_roll_back (database);
          return FALSE;
        }
      if (!anc_database_commit (database, error))
        return FALSE;
    }
  if (g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): the bytes of one chunk */
GBytes *
anc_files_read_chunk (AncDatabase *database,
                      gint64 file,
                      guint number,
                      GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "SELECT bytes FROM chunks WHERE id = ?1", error);
  const guint8 *bytes;
  gsize length;
  AncStep step;

  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, make_id (file, number));
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_DONE)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "a piece of the file is missing");
  if (step != ANC_STEP_ROW)
    return NULL;

  bytes = anc_statement_get_bytes (statement, 0, &length);
  return g_bytes_new (bytes, length);
}

/**
 * anc_files_set_text:
 * @database: the connection that writes, in a transaction
 * @pages: (array zero-terminated=1): the text of each page in turn
 *
 * Keeps what was read in a file, in the place of what was kept of it before, and makes it searched.
 */
gboolean
anc_files_set_text (AncDatabase *database,
                    gint64 file,
                    const char *const *pages,
                    GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO page_texts (id, text) VALUES (?1, ?2)",
    "INSERT INTO search_pages (rowid, text) VALUES (?1, ?2)",
  };

  if (!remove_text (database, file, error))
    return FALSE;

  for (guint page = 0; pages[page] != NULL; page++)
    for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
      {
        g_autoptr (AncStatement) statement = anc_database_prepare (database, statements[i], error);

        if (statement == NULL)
          return FALSE;
        anc_statement_bind_integer (statement, 1, make_id (file, page + 1));
        anc_statement_bind_text (statement, 2, pages[page]);
        if (!anc_statement_run (statement, error))
          return FALSE;
      }

  return TRUE;
}

/* Returns: (transfer full) (array zero-terminated=1) (nullable): the text of each page; none where it was
 * not read yet */
char **
anc_files_get_text (AncDatabase *database,
                    gint64 file,
                    GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database, "SELECT text FROM page_texts WHERE id > ?1 AND id < ?2 ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, make_id (file, 0));
  anc_statement_bind_integer (statement, 2, make_id (file, 1 << ANC_FILES_NUMBER_BITS));
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const char *text = anc_statement_get_text (statement, 0);

      g_ptr_array_add (pages, g_utf8_make_valid (text != NULL ? text : "", -1));
    }
  if (step == ANC_STEP_ERROR)
    return NULL;

  g_ptr_array_add (pages, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&pages), FALSE);
}

/* ---- Checking -------------------------------------------------------------------------------- */

static gboolean
check_file (AncDatabase *database,
            gint64 file,
            const char *sha256,
            gint64 size,
            GPtrArray *problems,
            GError **error)
{
  g_autoptr (AncDigest) digest = anc_digest_new ();
  g_autoptr (AncStatement) statement = NULL;
  guint8 bytes[ANC_DIGEST_SIZE];
  char text[ANC_DIGEST_TEXT_SIZE];
  gint64 read = 0;
  AncStep step;

  statement = anc_database_prepare (database, "SELECT bytes FROM chunks WHERE id >= ?1 AND id < ?2 ORDER BY id", error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, make_id (file, 0));
  anc_statement_bind_integer (statement, 2, make_id (file, 1 << ANC_FILES_NUMBER_BITS));
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      gsize length;
      const guint8 *chunk = anc_statement_get_bytes (statement, 0, &length);

      anc_digest_add_bytes (digest, chunk, length);
      read += (gint64) length;
    }
  if (step == ANC_STEP_ERROR)
    return FALSE;

  anc_digest_end (digest, bytes);
  anc_digest_format (bytes, text);
  if (read != size || g_strcmp0 (text, sha256) != 0)
    g_ptr_array_add (problems, g_strdup_printf ("file %" G_GINT64_FORMAT " is not what was stored", file));

  return TRUE;
}

/**
 * anc_files_check:
 * @database: a connection, in a transaction
 * @problems: (element-type utf8): where to add what is wrong
 *
 * Reads every file through and compares it with its digest.
 */
gboolean
anc_files_check (AncDatabase *database,
                 GPtrArray *problems,
                 GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  gint64 strays;
  AncStep step;

  statement = anc_database_prepare (database, "SELECT id, sha256, size FROM files WHERE sha256 IS NOT NULL", error);
  if (statement == NULL)
    return FALSE;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    if (!check_file (database,
                     anc_statement_get_integer (statement, 0),
                     anc_statement_get_text (statement, 1),
                     anc_statement_get_integer (statement, 2),
                     problems,
                     error))
      return FALSE;
  if (step == ANC_STEP_ERROR)
    return FALSE;

  if (!anc_database_query_integer (database, "SELECT count(*) FROM chunks WHERE id >> 20 NOT IN (SELECT id FROM files)", &strays, error))
    return FALSE;
  if (strays > 0)
    g_ptr_array_add (problems, g_strdup_printf ("%" G_GINT64_FORMAT " pieces belong to no file", strays));

  return TRUE;
}
