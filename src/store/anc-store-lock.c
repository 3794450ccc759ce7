/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "anc-store-error.h"

struct _AncStoreLock
{
  char *path;
  int fd;
};

/* A file removed by its holder between our opening and locking it is not the one in the folder. */
#define MAX_TRIES 100

static char *
make_path (const char *store)
{
  return g_strconcat (store, "-lock", NULL);
}

static gboolean
try_lock (int fd,
          short type)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
}

static gboolean
is_still_there (int fd,
                const char *path)
{
  struct stat held;
  struct stat named;

  return fstat (fd, &held) == 0 && stat (path, &named) == 0
         && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/* The record: the host, then the time, one a line. */
static gboolean
write_holder (int fd)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *text = g_strdup_printf ("%s\n%s\n", g_get_host_name (), time);

  return ftruncate (fd, 0) == 0 && pwrite (fd, text, strlen (text), 0) == (ssize_t) strlen (text);
}

static void
read_holder (int fd,
             char **host,
             char **since)
{
  char buffer[512];
  ssize_t length = pread (fd, buffer, sizeof buffer - 1, 0);
  g_auto (GStrv) lines = NULL;

  buffer[MAX (length, 0)] = '\0';
  lines = g_strsplit (buffer, "\n", 3);
  *host = g_strv_length (lines) == 3 ? g_utf8_make_valid (lines[0], -1) : g_strdup ("?");
  *since = g_strv_length (lines) == 3 ? g_utf8_make_valid (lines[1], -1) : g_strdup ("?");
}

static void
set_busy (int fd,
          GError **error)
{
  g_autofree char *host = NULL;
  g_autofree char *since = NULL;

  read_holder (fd, &host, &since);
  g_set_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_BUSY, "the store is open on %s since %s", host, since);
}

/**
 * anc_store_lock_take:
 * @path: the file of the store
 *
 * Returns: (transfer full) (nullable): the lock; or %ANC_STORE_ERROR_BUSY, where the message says on which
 *   host the store is open and since when
 */
AncStoreLock *
anc_store_lock_take (const char *path,
                     GError **error)
{
  g_autofree char *lock_path = make_path (path);

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      int fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      AncStoreLock *self;

      if (fd < 0)
        {
          anc_store_error_set_from_errno (error, errno, "opening the lock");
          return NULL;
        }
      if (!try_lock (fd, F_WRLCK))
        {
          int saved_errno = errno;

          if (saved_errno == EAGAIN || saved_errno == EACCES)
            set_busy (fd, error);
          else
            anc_store_error_set_from_errno (error, saved_errno, "locking the store");
          close (fd);
          return NULL;
        }
      if (!is_still_there (fd, lock_path))
        {
          close (fd);
          continue;
        }
      if (!write_holder (fd))
        {
          anc_store_error_set_from_errno (error, errno, "writing the lock");
          unlink (lock_path);
          close (fd);
          return NULL;
        }

      self = g_new0 (AncStoreLock, 1);
      self->path = g_steal_pointer (&lock_path);
      self->fd = fd;
      return self;
    }

  g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_BUSY, "the store is being opened elsewhere");
  return NULL;
}

/**
 * anc_store_lock_allows_reading:
 * @path: the file of the store
 *
 * The log of a store is shared in memory, so one may read beside a writer on the same host only.
 *
 * Returns: whether one may; or %ANC_STORE_ERROR_BUSY
 */
gboolean
anc_store_lock_allows_reading (const char *path,
                               GError **error)
{
  g_autofree char *lock_path = make_path (path);
  g_autofree char *host = NULL;
  g_autofree char *since = NULL;
  gboolean allowed = TRUE;
  int fd = open (lock_path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };

  if (fd < 0)
    return TRUE;

  if (fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK)
    {
      read_holder (fd, &host, &since);
      allowed = strcmp (host, g_get_host_name ()) == 0;
      if (!allowed)
        set_busy (fd, error);
    }
  close (fd);

  return allowed;
}

void
anc_store_lock_release (AncStoreLock *self)
{
  if (self == NULL)
    return;

  unlink (self->path); /* while it is held, so that nobody else holds a file of this name */
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
