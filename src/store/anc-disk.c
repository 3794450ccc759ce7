/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "anc-store-error.h"

static gboolean
sync_folder_of (const char *path,
                GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return anc_disk_sync (folder, error);
}

/**
 * anc_disk_replace:
 * @from: a file that was synced
 * @to: the name it is to have, in the same folder or another of the same disk
 *
 * Renames a file over another, in one step.
 */
gboolean
anc_disk_replace (const char *from,
                  const char *to,
                  GError **error)
{
  if (rename (from, to) != 0)
    {
      anc_store_error_set_from_errno (error, errno, "renaming a file");
      return FALSE;
    }

  return sync_folder_of (to, error);
}

/* Removes a file; one that is not there is removed already. */
gboolean
anc_disk_remove (const char *path,
                 GError **error)
{
  if (unlink (path) == 0)
    return sync_folder_of (path, error);
  if (errno == ENOENT)
    return TRUE;

  anc_store_error_set_from_errno (error, errno, "removing a file");
  return FALSE;
}

/* Waits until a file, or the names in a folder, are on the disk. */
gboolean
anc_disk_sync (const char *path,
               GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int result;

  if (fd < 0)
    {
      anc_store_error_set_from_errno (error, errno, "opening what is to be synced");
      return FALSE;
    }

  result = fsync (fd);
  if (result != 0)
    anc_store_error_set_from_errno (error, errno, "syncing");
  close (fd);

  return result == 0;
}

/* Makes a folder that only its owner can look into, unless there is one already. */
gboolean
anc_disk_make_folder (const char *path,
                      GError **error)
{
  if (mkdir (path, 0700) == 0)
    return sync_folder_of (path, error);
  if (errno == EEXIST)
    return TRUE;

  anc_store_error_set_from_errno (error, errno, "making a folder");
  return FALSE;
}

/* Returns: whether the file, and beside it its log, can be written to */
gboolean
anc_disk_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (path, W_OK) == 0 && access (folder, W_OK) == 0;
}
