/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store-error.h"

/**
 * AncStatement:
 *
 * A prepared statement, on loan from the cache of its #AncDatabase. An automatic pointer gives it back:
 * it is then reset and forgets its values. Values are always bound, never written into the SQL.
 */
typedef struct sqlite3_stmt AncStatement;

/**
 * AncStep:
 * @ANC_STEP_ERROR: the statement failed
 * @ANC_STEP_ROW: there is a row to read
 * @ANC_STEP_DONE: there is no more
 *
 * Where a statement stands.
 */
typedef enum
{
  ANC_STEP_ERROR,
  ANC_STEP_ROW,
  ANC_STEP_DONE,
} AncStep;

void anc_statement_bind_null (AncStatement *self,
                              int index);
void anc_statement_bind_integer (AncStatement *self,
                                 int index,
                                 gint64 value);
void anc_statement_bind_text (AncStatement *self,
                              int index,
                              const char *text);
void anc_statement_bind_bytes (AncStatement *self,
                               int index,
                               gconstpointer bytes,
                               gsize length);

AncStep anc_statement_step (AncStatement *self,
                            GError **error);
gboolean anc_statement_run (AncStatement *self,
                            GError **error);
int anc_statement_count_changed (AncStatement *self);

gboolean anc_statement_is_null (AncStatement *self,
                                int column);
gint64 anc_statement_get_integer (AncStatement *self,
                                  int column);
const char *anc_statement_get_text (AncStatement *self,
                                    int column);
const guint8 *anc_statement_get_bytes (AncStatement *self,
                                       int column,
                                       gsize *length);

void anc_statement_return (AncStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncStatement, anc_statement_return)
