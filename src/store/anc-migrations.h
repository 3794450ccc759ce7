/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"

/**
 * AncMigration:
 * @version: of the format it makes, from the one before
 * @run: does so inside a transaction; foreign keys are looked at when it is done
 *
 * One step forward; there is none back.
 */
typedef struct
{
  gint64 version;
  gboolean (*run) (AncDatabase *database,
                   GError **error);
} AncMigration;

/* The steps from version 1 on; the one after the last has the version 0. */
extern const AncMigration anc_migrations[];

gboolean anc_migrations_run (AncDatabase *database,
                             const AncMigration *migrations,
                             gint64 from,
                             GError **error);
