/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-backups.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "anc-disk.h"
#include "anc-schema.h"
#include "anc-store-file.h"

#define N_DAYS 7
#define N_WEEKS 5
#define N_MONTHS 12

/* The name of a backup says when it was made. What was asked for, and what stands before an older store is
 * brought up, carries a mark and is kept. */
#define NAME_FORMAT "%Y-%m-%dT%H-%M-%SZ"
#define SUFFIX ".ancrage"
#define ASKED_MARK "-kept"
#define VERSION_MARK "-version-"

static char *
make_folder_path (const char *store_path)
{
  return g_strconcat (store_path, ".backups", NULL);
}

static void
backup_free (gpointer data)
{
  AncBackup *self = data;

  g_free (self->path);
  g_free (self);
}

/* ---- Listing --------------------------------------------------------------------------------- */

/* Returns: µs UTC; 0 where the name is not that of a backup */
static gint64
parse_name (const char *name)
{
  guint year, month, day, hour, minute, second;
  int end = 0;
  g_autoptr (GDateTime) time = NULL;

  if (!g_str_has_suffix (name, SUFFIX)
      || sscanf (name, "%4u-%2u-%2uT%2u-%2u-%2uZ%n", &year, &month, &day, &hour, &minute, &second, &end) != 6 || end == 0)
    return 0;

  time = g_date_time_new_utc ((int) year, (int) month, (int) day, (int) hour, (int) minute, second);
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const AncBackup *one = *(const AncBackup *const *) a;
  const AncBackup *other = *(const AncBackup *const *) b;

  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;

  return -strcmp (one->path, other->path);
}

/**
 * anc_backups_list:
 * @store_path: a store
 *
 * Returns: (transfer full) (element-type AncBackup): its backups, the newest first
 */
GPtrArray *
anc_backups_list (const char *store_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (backup_free);
  g_autofree char *folder = make_folder_path (store_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const gint64 time = parse_name (name);
      struct stat info;
      AncBackup *backup;

      if (time == 0)
        continue;
      backup = g_new0 (AncBackup, 1);
      backup->path = g_build_filename (folder, name, NULL);
      backup->time = time;
      backup->size = stat (backup->path, &info) == 0 ? info.st_size : 0;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);

  return backups;
}

/* ---- Generations ----------------------------------------------------------------------------- */

static gboolean
has_mark (const AncBackup *backup)
{
  const char *name = strrchr (backup->path, G_DIR_SEPARATOR);

  return strstr (name, ASKED_MARK SUFFIX) != NULL || strstr (name, VERSION_MARK) != NULL;
}

/* Marks the newest backup of each of the last @count periods that have one. */
static void
keep_periods (GPtrArray *backups,
              const char *format,
              guint count,
              gboolean *keeps)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < backups->len && count > 0; i++)
    {
      const AncBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (backup->time / G_USEC_PER_SEC);
      g_autofree char *period = g_date_time_format (time, format);

      if (has_mark (backup) || g_strcmp0 (period, last) == 0)
        continue;
      keeps[i] = TRUE;
      count--;
      g_free (last);
      last = g_steal_pointer (&period);
    }
}

/**
 * anc_backups_choose:
 * @backups: (element-type AncBackup): the newest first
 * @keeps: (out caller-allocates) (array): whether to keep each
 *
 * Keeps the newest of each of the last 7 days, 5 weeks and 12 months that have one. What counts is their order
 * and not today's date: a clock that is wrong removes no more than one that is right. Those that someone asked
 * for and those made before an older store was brought up are kept, and stand in the place of no other.
 */
void
anc_backups_choose (GPtrArray *backups,
                    gboolean *keeps)
{
  for (guint i = 0; i < backups->len; i++)
    keeps[i] = has_mark (g_ptr_array_index (backups, i));
  keep_periods (backups, "%Y-%m-%d", N_DAYS, keeps);
  keep_periods (backups, "%G-%V", N_WEEKS, keeps);
  keep_periods (backups, "%Y-%m", N_MONTHS, keeps);
}

static gboolean
prune (const char *store_path,
       GError **error)
{
  g_autoptr (GPtrArray) backups = anc_backups_list (store_path);
  g_autofree gboolean *keeps = g_new0 (gboolean, backups->len + 1);

  anc_backups_choose (backups, keeps);
  for (guint i = 0; i < backups->len; i++)
    if (!keeps[i] && !anc_disk_remove (((const AncBackup *) g_ptr_array_index (backups, i))->path, error))
      return FALSE;

  return TRUE;
}

/* ---- Making ---------------------------------------------------------------------------------- */

/* Returns: (transfer full): a name in the folder that no backup has */
static char *
make_path (const char *folder,
           gint64 now,
           gboolean is_asked_for,
           gint64 version)
{
  g_autofree char *mark = version < ANC_SCHEMA_VERSION ? g_strdup_printf (VERSION_MARK "%d", (int) version)
                                                       : g_strdup (is_asked_for ? ASKED_MARK : "");

  for (;; now += G_USEC_PER_SEC)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
      g_autofree char *name = g_date_time_format (time, NAME_FORMAT);
      g_autofree char *path = g_strconcat (folder, G_DIR_SEPARATOR_S, name, mark, SUFFIX, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * anc_backups_make:
 * @database: a connection to the store
 * @store_path: its file
 * @key: (nullable): its key
 * @is_asked_for: whether somebody asked for it, so that it is kept until somebody removes it
 * @now: µs UTC
 *
 * Copies the store into the folder of its backups, reads the copy through, then lets go of the generations
 * that are no longer kept.
 *
 * Returns: (transfer full) (nullable): the path of the backup
 */
char *
anc_backups_make (AncDatabase *database,
                  const char *store_path,
                  const AncKey *key,
                  gboolean is_asked_for,
                  gint64 now,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *folder = make_folder_path (store_path);
  g_autofree char *draft = g_build_filename (folder, "draft", NULL);
  g_autofree char *path = NULL;
  gint64 version;

  if (!anc_database_query_integer (database, "PRAGMA user_version", &version, error)
      || !anc_disk_make_folder (folder, error))
    return NULL;

  anc_store_file_remove_draft (draft);
  path = make_path (folder, now, is_asked_for, version);
  if (anc_store_file_copy (database, key, draft, key, cancellable, error)
      && anc_store_file_verify (draft, key, ANC_SCHEMA_STORE_ID, cancellable, error)
      && anc_disk_replace (draft, path, error)
      && prune (store_path, error))
    return g_steal_pointer (&path);

  anc_store_file_remove_draft (draft);
  return NULL;
}

/* Where the last entry of the journal and the last file stand: what differs between two states of a store. */
static gboolean
load_state (AncDatabase *database,
            gint64 *entry,
            gint64 *file,
            GError **error)
{
  return anc_database_query_integer (database, "SELECT coalesce (max (id), 0) FROM journal", entry, error)
         && anc_database_query_integer (database, "SELECT coalesce (max (id), 0) FROM files", file, error);
}

static gboolean
is_in_backup (AncDatabase *database,
              const AncKey *key,
              const char *backup_path)
{
  g_autoptr (AncDatabase) backup = anc_database_open (backup_path, key, ANC_DATABASE_FROZEN, NULL);
  gint64 entry, file, kept_entry, kept_file;

  return backup != NULL
         && load_state (database, &entry, &file, NULL)
         && load_state (backup, &kept_entry, &kept_file, NULL)
         && entry == kept_entry && file == kept_file;
}

static gboolean
make_unless (gboolean is_due,
             AncDatabase *database,
             const char *store_path,
             const AncKey *key,
             gint64 now,
             const AncBackup *last,
             GError **error)
{
  g_autofree char *path = NULL;
  gint64 entry, file;

  if (!is_due)
    return TRUE;
  if (!load_state (database, &entry, &file, error))
    return FALSE;
  if (last != NULL ? is_in_backup (database, key, last->path) : entry == 0 && file == 0)
    return TRUE;

  path = anc_backups_make (database, store_path, key, FALSE, now, NULL, error);
  return path != NULL;
}

/* Makes a backup where the store is not what the newest one is. */
gboolean
anc_backups_make_if_changed (AncDatabase *database,
                             const char *store_path,
                             const AncKey *key,
                             gint64 now,
                             GError **error)
{
  g_autoptr (GPtrArray) backups = anc_backups_list (store_path);

  return make_unless (TRUE, database, store_path, key, now, backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL, error);
}

/* The same, where the newest one is a day old, or from a future that the clock says is still to come. */
gboolean
anc_backups_make_if_due (AncDatabase *database,
                         const char *store_path,
                         const AncKey *key,
                         gint64 now,
                         GError **error)
{
  g_autoptr (GPtrArray) backups = anc_backups_list (store_path);
  const AncBackup *last = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  const gboolean is_due = last == NULL || last->time > now || now - last->time >= G_TIME_SPAN_DAY;

  return make_unless (is_due, database, store_path, key, now, last, error);
}

/* ---- Another passphrase ---------------------------------------------------------------------- */

static gboolean
change_key_of (const char *path,
               const AncKey *key,
               const AncKey *new_key,
               GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *draft = g_build_filename (folder, "draft", NULL);
  g_autoptr (AncDatabase) database = anc_database_open (path, key, ANC_DATABASE_WRITE, NULL);
  gboolean copied;

  if (database == NULL)
    return TRUE; /* of yet another passphrase, or damaged: it stays what it is */

  anc_store_file_remove_draft (draft);
  copied = anc_store_file_copy (database, key, draft, new_key, NULL, error);
  g_clear_pointer (&database, anc_database_close);
  if (copied
      && anc_store_file_verify (draft, new_key, ANC_SCHEMA_STORE_ID, NULL, error)
      && anc_disk_replace (draft, path, error))
    return TRUE;

  anc_store_file_remove_draft (draft);
  return FALSE;
}

/**
 * anc_backups_change_key:
 * @key: (nullable): the key the store had
 * @new_key: (nullable): the one it has now
 *
 * Gives the backups the passphrase of the store: one that was made before there was any would tell all.
 */
gboolean
anc_backups_change_key (const char *store_path,
                        const AncKey *key,
                        const AncKey *new_key,
                        GError **error)
{
  g_autoptr (GPtrArray) backups = anc_backups_list (store_path);

  for (guint i = 0; i < backups->len; i++)
    if (!change_key_of (((const AncBackup *) g_ptr_array_index (backups, i))->path, key, new_key, error))
      return FALSE;

  return TRUE;
}
