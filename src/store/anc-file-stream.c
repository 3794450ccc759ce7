/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-file-stream.h"

#include <string.h>

#include "anc-files.h"
#include "anc-store-private.h"

struct _AncFileStream
{
  GInputStream parent_instance;

  AncStore *store;
  gint64 file;
  gint64 size;
  gint64 offset;
  GBytes *chunk; /* (nullable) */
  guint chunk_number;
};

/* ---- Fetching -------------------------------------------------------------------------------- */

static gboolean
read_chunk (AncDatabase *database,
            gpointer data,
            GError **error)
{
  AncFileStream *self = data;

  self->chunk = anc_files_read_chunk (database, self->file, self->chunk_number, error);
  return self->chunk != NULL;
}

static gboolean
fetch_chunk (AncFileStream *self,
             guint number,
             GError **error)
{
  gboolean fetched;

  if (!anc_store_begin_use (self->store, error))
    return FALSE;

  g_clear_pointer (&self->chunk, g_bytes_unref);
  self->chunk_number = number;
  fetched = anc_worker_call (self->store->readers, read_chunk, self, error);
  anc_store_end_use (self->store);

  return fetched;
}

static gssize
anc_file_stream_read (GInputStream *stream,
                      void *buffer,
                      gsize count,
                      GCancellable *cancellable,
                      GError **error)
{
  AncFileStream *self = ANC_FILE_STREAM (stream);
  const guint number = (guint) (self->offset / ANC_FILES_CHUNK_SIZE);
  const gsize start = (gsize) (self->offset % ANC_FILES_CHUNK_SIZE);
  const guint8 *bytes;
  gsize length;

  if (self->offset >= self->size || count == 0)
    return 0;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if ((self->chunk == NULL || self->chunk_number != number) && !fetch_chunk (self, number, error))
    return -1;

  bytes = g_bytes_get_data (self->chunk, &length);
  if (start >= length)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "a piece of the file is too short");
      return -1;
    }

  count = MIN (count, length - start);
  memcpy (buffer, bytes + start, count);
  self->offset += (gint64) count;

  return (gssize) count;
}

/* ---- Seeking --------------------------------------------------------------------------------- */

static goffset
anc_file_stream_tell (GSeekable *seekable)
{
  return ANC_FILE_STREAM (seekable)->offset;
}

static gboolean
anc_file_stream_can_seek (GSeekable *seekable)
{
  return TRUE;
}

static gboolean
anc_file_stream_seek (GSeekable *seekable,
                      goffset offset,
                      GSeekType type,
                      GCancellable *cancellable,
                      GError **error)
{
  AncFileStream *self = ANC_FILE_STREAM (seekable);
  const gint64 origin = type == G_SEEK_CUR ? self->offset : type == G_SEEK_END ? self->size
                                                                               : 0;

  if (offset < -origin || offset > G_MAXINT64 - origin)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "there is no such place in the file");
      return FALSE;
    }

  self->offset = origin + offset;
  return TRUE;
}

static gboolean
anc_file_stream_can_truncate (GSeekable *seekable)
{
  return FALSE;
}

static gboolean
anc_file_stream_truncate (GSeekable *seekable,
                          goffset offset,
                          GCancellable *cancellable,
                          GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "originals never change");
  return FALSE;
}

static void
seekable_init (GSeekableIface *iface)
{
  iface->tell = anc_file_stream_tell;
  iface->can_seek = anc_file_stream_can_seek;
  iface->seek = anc_file_stream_seek;
  iface->can_truncate = anc_file_stream_can_truncate;
  iface->truncate_fn = anc_file_stream_truncate;
}

G_DEFINE_TYPE_WITH_CODE (AncFileStream, anc_file_stream, G_TYPE_INPUT_STREAM, G_IMPLEMENT_INTERFACE (G_TYPE_SEEKABLE, seekable_init))

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_file_stream_finalize (GObject *object)
{
  AncFileStream *self = ANC_FILE_STREAM (object);

  g_clear_pointer (&self->chunk, g_bytes_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (anc_file_stream_parent_class)->finalize (object);
}

static void
anc_file_stream_class_init (AncFileStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_file_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = anc_file_stream_read;
}

static void
anc_file_stream_init (AncFileStream *self)
{
}

/**
 * anc_file_stream_new:
 * @store: the store, which stays as long as the stream
 * @file: the number of the file in it
 * @size: its bytes
 *
 * Returns: (transfer full): a stream at its beginning
 */
GInputStream *
anc_file_stream_new (AncStore *store,
                     gint64 file,
                     gint64 size)
{
  AncFileStream *self = g_object_new (ANC_TYPE_FILE_STREAM, NULL);

  self->store = g_object_ref (store);
  self->file = file;
  self->size = size;

  return G_INPUT_STREAM (self);
}
