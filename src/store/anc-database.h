/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-key.h"
#include "anc-statement.h"

#include <gio/gio.h>

struct sqlite3;

/**
 * AncDatabase:
 *
 * One connection to a store's file, with its statements prepared once. Used by one thread at a time.
 */
typedef struct _AncDatabase AncDatabase;

/**
 * AncDatabaseMode:
 * @ANC_DATABASE_CREATE: makes a new file that only its owner can read
 * @ANC_DATABASE_WRITE: reads and writes
 * @ANC_DATABASE_READ: only reads, beside whoever writes
 * @ANC_DATABASE_FROZEN: only reads a file that nobody can write to, as in a folder without write permission
 */
typedef enum
{
  ANC_DATABASE_CREATE,
  ANC_DATABASE_WRITE,
  ANC_DATABASE_READ,
  ANC_DATABASE_FROZEN,
} AncDatabaseMode;

AncDatabase *anc_database_open (const char *path,
                                const AncKey *key,
                                AncDatabaseMode mode,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
AncDatabase *anc_database_open_memory (void);
void anc_database_close (AncDatabase *self);

void anc_database_set_cancellable (AncDatabase *self,
                                   GCancellable *cancellable);
struct sqlite3 *anc_database_get_handle (AncDatabase *self);

AncStatement *anc_database_prepare (AncDatabase *self,
                                    const char *sql,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean anc_database_run (AncDatabase *self,
                           const char *sql,
                           GError **error);
gboolean anc_database_query_integer (AncDatabase *self,
                                     const char *sql,
                                     gint64 *value,
                                     GError **error);
char *anc_database_query_text (AncDatabase *self,
                               const char *sql,
                               GError **error);

gboolean anc_database_begin (AncDatabase *self,
                             GError **error);
gboolean anc_database_begin_reading (AncDatabase *self,
                                     GError **error);
gboolean anc_database_commit (AncDatabase *self,
                              GError **error);
void anc_database_roll_back (AncDatabase *self);

guint64 anc_database_count_written (AncDatabase *self);
gboolean anc_database_is_in_transaction (AncDatabase *self);

gboolean anc_database_checkpoint (AncDatabase *self,
                                  gboolean truncate,
                                  GError **error);

void anc_database_checkpoint_if_long (AncDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncDatabase, anc_database_close)
