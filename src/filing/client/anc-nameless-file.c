/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-nameless-file.h"

#include "anc-filing-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Documents of people: for nobody else's eyes. */
#define MODE 0600

/**
 * anc_filing_fail:
 *
 * Tells what errno says, as an error of %ANC_FILING_ERROR.
 *
 * Returns: %FALSE
 */
gboolean
anc_filing_fail (GError **error,
                 const char *what)
{
  g_set_error (error,
               ANC_FILING_ERROR,
               errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ANC_FILING_ERROR_FULL : ANC_FILING_ERROR_WRITE,
               "%s: %s",
               what,
               g_strerror (errno));

  return FALSE;
}

static char *
create_name (const char *folder)
{
  return g_strdup_printf ("%s/.ancrage-%08x.part", folder, g_random_int ());
}

/**
 * anc_nameless_file_open:
 * @folder: where it will stand
 *
 * Returns: whether there is a file, empty
 */
gboolean
anc_nameless_file_open (AncNamelessFile *self,
                        const char *folder,
                        GError **error)
{
  self->name = NULL;
  self->fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, MODE);
  if (self->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
    {
      self->name = create_name (folder);
      self->fd = open (self->name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, MODE);
    }

  return self->fd >= 0 || anc_filing_fail (error, "a file could not be made");
}

/**
 * anc_nameless_file_close:
 *
 * Closes the file; unless it was named, it is gone.
 */
void
anc_nameless_file_close (AncNamelessFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  if (self->name != NULL)
    unlink (self->name);
  g_clear_pointer (&self->name, g_free);
}

/* A rename survives a power cut only once its folder is written too. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/**
 * anc_nameless_file_name:
 * @path: in the folder it was opened in
 *
 * Gives the file its name, at once and whole, in the place of any other of that name.
 *
 * Returns: whether it has it; if not, the other one is as it was
 */
gboolean
anc_nameless_file_name (AncNamelessFile *self,
                        const char *path,
                        GError **error)
{
  if (fsync (self->fd) != 0)
    return anc_filing_fail (error, "the file could not be written");

  if (self->name == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *name = create_name (folder);
      g_autofree char *descriptor = g_strdup_printf ("/proc/self/fd/%d", self->fd);

      if (linkat (AT_FDCWD, descriptor, AT_FDCWD, name, AT_SYMLINK_FOLLOW) != 0)
        return anc_filing_fail (error, "the file could not be named");
      self->name = g_steal_pointer (&name);
    }
  if (rename (self->name, path) != 0)
    return anc_filing_fail (error, "the file could not be named");

  g_clear_pointer (&self->name, g_free);
  sync_folder (path);

  return TRUE;
}
