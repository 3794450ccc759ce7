/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-migrations.h"

#include "anc-schema.h"

/* Version 1 is the first. A change of the declaration alone is { VERSION, anc_schema_rebuild_tables }; keep with
 * it, in tests/fixtures/store, a file of the version before. */
const AncMigration anc_migrations[] = {
  { 2, anc_schema_rebuild_tables },     /* what people decide of exhibits */
  { 3, anc_schema_add_reading_tables }, /* what was read of documents; whether a proof was corrected */
  { 4, anc_schema_join_journal },       /* one table for the journal, so that an edit writes fewer pages */
  { 5, anc_schema_quicken_journal },    /* checks and images of the journal that cost an edit less */
  { 0 },
};

static gboolean
check_foreign_keys (AncDatabase *database,
                    GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "PRAGMA foreign_key_check", error);
  AncStep step;

  if (statement == NULL)
    return FALSE;

  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_ROW)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "rows of the older store refer to none");

  return step == ANC_STEP_DONE;
}

static gboolean
run_step (AncDatabase *database,
          const AncMigration *migration,
          GError **error)
{
  g_autofree char *raise = g_strdup_printf ("PRAGMA user_version = %d", (int) migration->version);

  if (!anc_database_begin (database, error))
    return FALSE;
  if (migration->run (database, error)
      && check_foreign_keys (database, error)
      && anc_database_run (database, raise, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

/**
 * anc_migrations_run:
 * @database: the only connection to a store of an older version
 * @migrations: the steps, in their order
 * @from: the version of the store
 *
 * Brings a store up, step by step; each one is a transaction, so a store is always of one version.
 */
gboolean
anc_migrations_run (AncDatabase *database,
                    const AncMigration *migrations,
                    gint64 from,
                    GError **error)
{
  gboolean done = TRUE;

  /* Rebuilding a table drops it for a moment. */
  if (!anc_database_run (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (const AncMigration *migration = migrations; done && migration->version != 0; migration++)
    if (migration->version > from)
      done = run_step (database, migration, error);

  return anc_database_run (database, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}
