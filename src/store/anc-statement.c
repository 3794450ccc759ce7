/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-statement.h"

#include <sqlite3.h>

/* A bound text or blob is not copied: what it points to outlives the statement's run. Binding fails
 * only out of memory or range; the first is met again by the step that follows. */
static void
check_bound (int code)
{
  g_assert (code == SQLITE_OK || code == SQLITE_NOMEM || code == SQLITE_TOOBIG);
}

void
anc_statement_bind_null (AncStatement *self,
                         int index)
{
  check_bound (sqlite3_bind_null (self, index));
}

void
anc_statement_bind_integer (AncStatement *self,
                            int index,
                            gint64 value)
{
  check_bound (sqlite3_bind_int64 (self, index, value));
}

/**
 * anc_statement_bind_text:
 * @self: a statement
 * @index: of the parameter, from 1
 * @text: (nullable): UTF-8 that stays until the statement is returned; %NULL binds NULL
 */
void
anc_statement_bind_text (AncStatement *self,
                         int index,
                         const char *text)
{
  check_bound (sqlite3_bind_text (self, index, text, -1, SQLITE_STATIC));
}

/**
 * anc_statement_bind_bytes:
 * @self: a statement
 * @index: of the parameter, from 1
 * @bytes: (array length=length): bytes that stay until the statement is returned
 */
void
anc_statement_bind_bytes (AncStatement *self,
                          int index,
                          gconstpointer bytes,
                          gsize length)
{
  check_bound (sqlite3_bind_blob64 (self, index, length == 0 ? "" : bytes, length, SQLITE_STATIC));
}

/**
 * anc_statement_step:
 * @self: a statement
 *
 * Runs up to the next row.
 *
 * Returns: where it stands; %ANC_STEP_ERROR with @error set, #AncStoreError or being cancelled
 */
AncStep
anc_statement_step (AncStatement *self,
                    GError **error)
{
  int code = sqlite3_step (self);

  if (code == SQLITE_ROW)
    return ANC_STEP_ROW;
  if (code == SQLITE_DONE)
    return ANC_STEP_DONE;

  anc_store_error_set_from_sqlite (error, code, sqlite3_errmsg (sqlite3_db_handle (self)));
  return ANC_STEP_ERROR;
}

/**
 * anc_statement_run:
 * @self: a statement whose rows, if it has any, are of no interest
 *
 * Returns: whether it ran to its end
 */
gboolean
anc_statement_run (AncStatement *self,
                   GError **error)
{
  AncStep step;

  do
    step = anc_statement_step (self, error);
  while (step == ANC_STEP_ROW);

  return step == ANC_STEP_DONE;
}

/* Returns: how many rows the statement that ran last inserted, updated or deleted */
int
anc_statement_count_changed (AncStatement *self)
{
  return sqlite3_changes (sqlite3_db_handle (self));
}

gboolean
anc_statement_is_null (AncStatement *self,
                       int column)
{
  return sqlite3_column_type (self, column) == SQLITE_NULL;
}

gint64
anc_statement_get_integer (AncStatement *self,
                           int column)
{
  return sqlite3_column_int64 (self, column);
}

/* Returns: (transfer none) (nullable): the text, up to the next step */
const char *
anc_statement_get_text (AncStatement *self,
                        int column)
{
  return (const char *) sqlite3_column_text (self, column);
}

/* Returns: (transfer none) (array length=length) (nullable): the bytes, up to the next step */
const guint8 *
anc_statement_get_bytes (AncStatement *self,
                         int column,
                         gsize *length)
{
  const guint8 *bytes = sqlite3_column_blob (self, column);

  *length = (gsize) sqlite3_column_bytes (self, column);
  return bytes;
}

void
anc_statement_return (AncStatement *self)
{
  if (self == NULL)
    return;

  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}
