/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-stored-files.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define CHUNK_SIZE (64 * 1024)

/**
 * anc_stored_files_add:
 * @session: a session with its store open
 * @path: a file
 * @status: (out): the exit status, on failure, which was then said
 *
 * Puts the bytes of a file into the store.
 *
 * Returns: (transfer full) (nullable): what became of them
 */
AncStoredFile *
anc_stored_files_add (AncSession *session,
                      const char *path,
                      int *status)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_autoptr (GInputStream) stream = NULL;
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  AncStoredFile *file;

  if (fd < 0)
    {
      anc_cli_print_error ("%s: %s", path, g_strerror (errno));
      *status = ANC_EXIT_REFUSED;
      return NULL;
    }

  stream = g_unix_input_stream_new (fd, TRUE);
  anc_store_add_file_async (session->store, stream, session->cancellable, anc_wait_cb, &wait);
  file = anc_store_add_file_finish (session->store, anc_wait_for (&wait), &error);
  if (file == NULL)
    *status = anc_session_fail (session, path, error);

  return file;
}

static gboolean
write_all (int fd,
           const char *bytes,
           gsize length)
{
  while (length > 0)
    {
      const gssize n = write (fd, bytes, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          bytes += n;
          length -= (gsize) n;
        }
    }

  return TRUE;
}

/* Copies the stream and sees that it is what was put in. */
static gboolean
copy (AncSession *session,
      GInputStream *stream,
      const char *sha256,
      int fd,
      GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK_SIZE, session->cancellable, error)) > 0)
    {
      g_checksum_update (checksum, (const guchar *) chunk, n);
      if (!write_all (fd, chunk, (gsize) n))
        {
          g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
          return FALSE;
        }
    }

  if (n == 0 && strcmp (g_checksum_get_string (checksum), sha256) != 0)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "the bytes are not those that were put in");
      return FALSE;
    }

  return n == 0;
}

static GInputStream *
open_stream (AncSession *session,
             const char *sha256,
             GError **error)
{
  g_auto (AncWait) wait = { NULL };

  anc_store_open_file_async (session->store, sha256, session->cancellable, anc_wait_cb, &wait);
  return anc_store_open_file_finish (session->store, anc_wait_for (&wait), error);
}

/**
 * anc_stored_files_extract:
 * @session: a session with its store open
 * @sha256: of a file in it
 * @path: a file that is not there yet, or `-` for standard output
 *
 * Writes a file of the store, readable by its owner alone. Where that fails, nothing is left of it.
 *
 * Returns: the exit status
 */
int
anc_stored_files_extract (AncSession *session,
                          const char *sha256,
                          const char *path)
{
  const gboolean is_output = strcmp (path, "-") == 0;
  g_autofree char *lower = g_ascii_strdown (sha256, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = open_stream (session, lower, &error);
  gboolean copied;
  int fd;

  if (stream == NULL)
    return anc_session_fail (session, path, error);

  fd = is_output ? STDOUT_FILENO : open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      anc_cli_print_error ("%s: %s", path, g_strerror (errno));
      return ANC_EXIT_REFUSED;
    }

  copied = copy (session, stream, lower, fd, &error);
  if (copied && !is_output && fsync (fd) != 0)
    {
      g_set_error_literal (&error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      copied = FALSE;
    }
  if (!is_output)
    close (fd);
  if (!copied && !is_output)
    g_unlink (path);

  return copied ? ANC_EXIT_OK : anc_session_fail (session, path, error);
}
