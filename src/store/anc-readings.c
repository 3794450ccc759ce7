/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-readings.h"

/* ---- Writing ----------------------------------------------------------------------------------- */

/**
 * anc_readings_add_arrival:
 * @file: the number of a file that is whole
 * @name: what it was called
 * @now: µs UTC
 *
 * Says that a file came in for a case and is to be read, unless it is a document of the case already.
 */
gboolean
anc_readings_add_arrival (AncDatabase *database,
                          gint64 case_key,
                          gint64 file,
                          const char *name,
                          gint64 now,
                          GError **error)
{
  g_autoptr (AncStatement) arrival = NULL;
  g_autoptr (AncStatement) reading = NULL;

  arrival = anc_database_prepare (database,
                                  "INSERT OR IGNORE INTO arrivals (case_key, file, name) SELECT ?1, ?2, ?3 WHERE NOT EXISTS"
                                  " (SELECT 1 FROM documents AS d JOIN files AS f ON f.sha256 = d.sha256 WHERE d.case_key = ?1 AND f.id = ?2)",
                                  error);
  if (arrival == NULL)
    return FALSE;
  anc_statement_bind_integer (arrival, 1, case_key);
  anc_statement_bind_integer (arrival, 2, file);
  anc_statement_bind_text (arrival, 3, name);
  if (!anc_statement_run (arrival, error))
    return FALSE;

  reading = anc_database_prepare (database, "INSERT OR IGNORE INTO readings (file, asked) VALUES (?1, ?2)", error);
  if (reading == NULL)
    return FALSE;
  anc_statement_bind_integer (reading, 1, file);
  anc_statement_bind_integer (reading, 2, now);
  return anc_statement_run (reading, error);
}

static void
bind_text (AncStatement *statement,
           int index,
           const char *text)
{
  if (text != NULL)
    anc_statement_bind_text (statement, index, text);
  else
    anc_statement_bind_null (statement, index);
}

/* Says that a file is to be read, be it that it was read before. */
gboolean
anc_readings_ask (AncDatabase *database,
                  gint64 file,
                  gint64 now,
                  GError **error)
{
  return anc_readings_set (database, file, now, NULL, NULL, NULL, error);
}

/* Keeps what was read of a file, or why it could not be. */
gboolean
anc_readings_set (AncDatabase *database,
                  gint64 file,
                  gint64 now,
                  const char *reader,
                  const char *problem,
                  const char *content,
                  GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database,
                                    "INSERT INTO readings (file, asked, reader, problem, content) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (file)"
                                    " DO UPDATE SET reader = excluded.reader, problem = excluded.problem, content = excluded.content",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, file);
  anc_statement_bind_integer (statement, 2, now);
  bind_text (statement, 3, reader);
  bind_text (statement, 4, problem);
  bind_text (statement, 5, content);
  return anc_statement_run (statement, error);
}

/* Keeps what a person made of a slip; @content: (nullable): %NULL for nothing any more. */
gboolean
anc_readings_set_decision (AncDatabase *database,
                           gint64 case_key,
                           gint64 document_key,
                           guint slip,
                           const char *content,
                           GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database,
                                    content != NULL
                                        ? "INSERT OR REPLACE INTO decisions (case_key, document, slip, content) VALUES (?1, ?2, ?3, ?4)"
                                        : "DELETE FROM decisions WHERE case_key = ?1 AND document = ?2 AND slip = ?3",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, document_key);
  anc_statement_bind_integer (statement, 3, slip);
  if (content != NULL)
    anc_statement_bind_text (statement, 4, content);
  return anc_statement_run (statement, error);
}

static gboolean
run_all (AncDatabase *database,
         const char *const *statements,
         guint n_statements,
         gint64 key,
         GError **error)
{
  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (AncStatement) statement = anc_database_prepare (database, statements[i], error);

      if (statement == NULL)
        return FALSE;
      anc_statement_bind_integer (statement, 1, key);
      if (!anc_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Forgets a file that goes. */
gboolean
anc_readings_remove_file (AncDatabase *database,
                          gint64 file,
                          GError **error)
{
  static const char *const statements[] = { "DELETE FROM readings WHERE file = ?1", "DELETE FROM arrivals WHERE file = ?1" };

  return run_all (database, statements, G_N_ELEMENTS (statements), file, error);
}

/* Forgets a case that goes for good. */
gboolean
anc_readings_remove_case (AncDatabase *database,
                          gint64 case_key,
                          GError **error)
{
  static const char *const statements[] = { "DELETE FROM decisions WHERE case_key = ?1", "DELETE FROM arrivals WHERE case_key = ?1" };

  return run_all (database, statements, G_N_ELEMENTS (statements), case_key, error);
}

/* ---- Reading ----------------------------------------------------------------------------------- */

void
anc_stored_reading_free (AncStoredReading *self)
{
  if (self == NULL)
    return;

  g_free (self->sha256);
  g_free (self->title);
  g_free (self->reader);
  g_free (self->problem);
  g_free (self->content);
  g_free (self);
}

static void
decision_free (gpointer data)
{
  AncStoredDecision *self = data;

  g_free (self->content);
  g_free (self);
}

void
anc_case_readings_free (AncCaseReadings *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_free (self);
}

static gpointer
make_reading (AncStatement *statement)
{
  AncStoredReading *reading = g_new0 (AncStoredReading, 1);

  reading->document_key = anc_statement_get_integer (statement, 0);
  reading->sha256 = g_strdup (anc_statement_get_text (statement, 1));
  reading->title = g_strdup (anc_statement_get_text (statement, 2));
  reading->reader = g_strdup (anc_statement_get_text (statement, 3));
  reading->problem = g_strdup (anc_statement_get_text (statement, 4));
  reading->content = g_strdup (anc_statement_get_text (statement, 5));
  return reading;
}

static gpointer
make_decision (AncStatement *statement)
{
  AncStoredDecision *decision = g_new0 (AncStoredDecision, 1);

  decision->document_key = anc_statement_get_integer (statement, 0);
  decision->slip = (guint) anc_statement_get_integer (statement, 1);
  decision->content = g_strdup (anc_statement_get_text (statement, 2));
  return decision;
}

/* Lists the rows of a query, whose parameter is @key where it has one. */
static GPtrArray *
list (AncDatabase *database,
      const char *sql,
      const gint64 *key,
      gpointer (*make) (AncStatement *statement),
      GDestroyNotify free_item,
      GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (AncStatement) statement = anc_database_prepare (database, sql, error);
  AncStep step;

  if (statement == NULL)
    return NULL;

  if (key != NULL)
    anc_statement_bind_integer (statement, 1, *key);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    g_ptr_array_add (items, make (statement));

  return step == ANC_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

/* Returns: (transfer full) (nullable): what was read of a file, empty where nothing was */
AncStoredReading *
anc_readings_get (AncDatabase *database,
                  const char *sha256,
                  GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT 0, f.sha256, NULL, r.reader, r.problem, r.content FROM files AS f"
                                    " LEFT JOIN readings AS r ON r.file = f.id WHERE f.sha256 = ?1",
                                    error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_text (statement, 1, sha256);
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_DONE)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "the store does not hold this file");

  return step == ANC_STEP_ROW ? make_reading (statement) : NULL;
}

/* Returns: (transfer full) (element-type AncStoredReading) (nullable): the files to be read that someone has,
 * in the order in which that was asked for */
GPtrArray *
anc_readings_list_waiting (AncDatabase *database,
                           GError **error)
{
  return list (database,
               "SELECT 0, f.sha256, coalesce ((SELECT d.title FROM documents AS d WHERE d.sha256 = f.sha256 LIMIT 1),"
               " (SELECT a.name FROM arrivals AS a WHERE a.file = f.id LIMIT 1)) AS title, NULL, NULL, NULL"
               " FROM readings AS r JOIN files AS f ON f.id = r.file"
               " WHERE r.problem IS NULL AND r.content IS NULL AND title IS NOT NULL ORDER BY r.asked, r.file",
               NULL,
               make_reading,
               (GDestroyNotify) anc_stored_reading_free,
               error);
}

/* Returns: (transfer full) (nullable): what came in for a case, what was read and what was made of it */
AncCaseReadings *
anc_readings_load_case (AncDatabase *database,
                        gint64 case_key,
                        GError **error)
{
  g_autoptr (AncCaseReadings) self = g_new0 (AncCaseReadings, 1);

  self->arrivals = list (database,
                         "SELECT 0, f.sha256, a.name, r.reader, r.problem, r.content FROM arrivals AS a"
                         " JOIN files AS f ON f.id = a.file LEFT JOIN readings AS r ON r.file = f.id WHERE a.case_key = ?1 ORDER BY a.id",
                         &case_key,
                         make_reading,
                         (GDestroyNotify) anc_stored_reading_free,
                         error);
  if (self->arrivals == NULL)
    return NULL;

  self->readings = list (database,
                         "SELECT d.key, f.sha256, d.title, r.reader, r.problem, r.content FROM documents AS d"
                         " JOIN files AS f ON f.sha256 = d.sha256 JOIN readings AS r ON r.file = f.id WHERE d.case_key = ?1",
                         &case_key,
                         make_reading,
                         (GDestroyNotify) anc_stored_reading_free,
                         error);
  if (self->readings == NULL)
    return NULL;

  self->decisions = list (database,
                          "SELECT document, slip, content FROM decisions WHERE case_key = ?1",
                          &case_key,
                          make_decision,
                          decision_free,
                          error);
  return self->decisions != NULL ? g_steal_pointer (&self) : NULL;
}
