/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-place.h"

#include "anc-store-fixture.h"

static gint64 clock_now;
static AncStoreHooks hooks = { anc_store_place_get_time, NULL };

/**
 * anc_store_place_get_time:
 *
 * Returns: what the store takes for now, in µs UTC
 */
gint64
anc_store_place_get_time (void)
{
  return clock_now;
}

/**
 * anc_store_place_pass_time:
 * @microseconds: how long passes; negative where somebody puts the clock back
 */
void
anc_store_place_pass_time (gint64 microseconds)
{
  clock_now += microseconds;
}

/**
 * anc_store_place_set_migrations:
 * @migrations: the steps that bring an older store up
 */
void
anc_store_place_set_migrations (const AncMigration *migrations)
{
  hooks.migrations = migrations;
  anc_store_set_hooks (&hooks);
}

/**
 * anc_store_place_set_up:
 * @place: (out): a place; give it back with anc_store_place_tear_down()
 * @migrations: the steps that bring an older store up
 */
void
anc_store_place_set_up (AncStorePlace *place,
                        const AncMigration *migrations)
{
  clock_now = G_GINT64_CONSTANT (1790000000) * G_USEC_PER_SEC;
  anc_store_place_set_migrations (migrations);
  place->folder = anc_fixture_make_folder ();
  place->path = g_build_filename (place->folder, "bureau.ancrage", NULL);
}

void
anc_store_place_tear_down (AncStorePlace *place)
{
  anc_store_set_hooks (NULL);
  anc_fixture_remove_folder (place->folder);
  g_clear_pointer (&place->path, g_free);
}
