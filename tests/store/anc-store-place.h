/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store-private.h"

/**
 * AncStorePlace:
 * @folder: a folder of its own
 * @path: in it, where the store stands, or will
 *
 * Where a test keeps a store that goes by the clock of the test. One at a time.
 */
typedef struct
{
  char *folder;
  char *path;
} AncStorePlace;

void anc_store_place_set_up (AncStorePlace *place,
                             const AncMigration *migrations);
void anc_store_place_tear_down (AncStorePlace *place);
void anc_store_place_set_migrations (const AncMigration *migrations);

gint64 anc_store_place_get_time (void);
void anc_store_place_pass_time (gint64 microseconds);
