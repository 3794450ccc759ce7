/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-second-reader.h"

#include <fcntl.h>
#include <unistd.h>

struct _AncSecondReader
{
  GObject parent_instance;

  AncReader *reader;
  int fd;
  char *password;
  AncReaderDocument *document; /* NULL until it was opened */
  GPtrArray *waiting;          /* of GTask: who waits while it is being opened */
};

G_DEFINE_FINAL_TYPE (AncSecondReader, anc_second_reader, G_TYPE_OBJECT)

static void
anc_second_reader_finalize (GObject *object)
{
  AncSecondReader *self = ANC_SECOND_READER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->reader);
  g_ptr_array_unref (self->waiting);
  g_free (self->password);
  if (self->fd >= 0)
    close (self->fd);

  G_OBJECT_CLASS (anc_second_reader_parent_class)->finalize (object);
}

static void
anc_second_reader_class_init (AncSecondReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_second_reader_finalize;
}

static void
anc_second_reader_init (AncSecondReader *self)
{
  self->fd = -1;
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * anc_second_reader_new:
 * @reader: what opens documents
 * @fd: a document, open to be read; stays the caller's
 * @password: (nullable): what opens it
 *
 * Returns: (transfer full): a reader that has not opened the document yet
 */
AncSecondReader *
anc_second_reader_new (AncReader *reader,
                       int fd,
                       const char *password)
{
  AncSecondReader *self = g_object_new (ANC_TYPE_SECOND_READER, NULL);

  self->reader = g_object_ref (reader);
  self->fd = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  self->password = g_strdup (password);

  return self;
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncSecondReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->document = anc_reader_open_finish (ANC_READER (object), result, &error);
  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = g_ptr_array_index (waiting, i);

      if (self->document != NULL)
        g_task_return_pointer (task, g_object_ref (self->document), g_object_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

/**
 * anc_second_reader_open_async:
 * @self: a second reader
 * @callback: called when the document is open
 * @user_data: for @callback
 *
 * Opens the document, or gives the one that is open. It cannot be cancelled: whoever asks next wants it too.
 */
void
anc_second_reader_open_async (AncSecondReader *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, anc_second_reader_open_async);
  if (self->document != NULL)
    {
      g_task_return_pointer (task, g_object_ref (self->document), g_object_unref);
      return;
    }

  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (self->waiting->len == 1)
    anc_reader_open_behind_async (self->reader, self->fd, self->password, NULL, opened_cb, g_object_ref (self));
}

/**
 * anc_second_reader_open_finish:
 *
 * Returns: (transfer full): the document, or %NULL with an #AncReaderError
 */
AncReaderDocument *
anc_second_reader_open_finish (AncSecondReader *self,
                               GAsyncResult *result,
                               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
