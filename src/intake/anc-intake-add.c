/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-private.h"

#include <string.h>

/* Storing what was handed over, one file after the other, then making documents of it in one edit. */

/**
 * Adding:
 * @password: (nullable): what opens it
 * @finds: (element-type AncIntakeFind): what is in it
 * @next: the one of @finds to be stored next
 */
typedef struct
{
  AncCase *a_case;
  char *password;
  GPtrArray *finds;
  guint next;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *self = data;

  g_object_unref (self->a_case);
  g_free (self->password);
  g_clear_pointer (&self->finds, g_ptr_array_unref);
  g_free (self);
}

const char *
anc_intake_outcome_get_name (AncIntakeOutcome outcome)
{
  static const char *const names[] = {
    [ANC_INTAKE_STORED] = "stored",
    [ANC_INTAKE_IN_CASE] = "in_case",
    [ANC_INTAKE_HIDDEN] = "hidden",
    [ANC_INTAKE_LINK] = "link",
    [ANC_INTAKE_SPECIAL] = "special",
    [ANC_INTAKE_EMPTY] = "empty",
    [ANC_INTAKE_TOO_LARGE] = "too_large",
    [ANC_INTAKE_UNREADABLE] = "unreadable",
    [ANC_INTAKE_NOT_STORED] = "not_stored",
  };

  g_return_val_if_fail (outcome < G_N_ELEMENTS (names), NULL);

  return names[outcome];
}

/* ---- Ending ------------------------------------------------------------------------------------ */

static AncIntakeItem *
get_item (const Adding *adding,
          guint index)
{
  return ((AncIntakeFind *) g_ptr_array_index (adding->finds, index))->item;
}

/* Of the same bytes handed over twice the second is in the case once the first is. */
static void
name_document (const Adding *adding,
               guint index)
{
  AncIntakeItem *item = get_item (adding, index);

  for (guint i = 0; i < index && item->document_key == 0 && item->file != NULL; i++)
    {
      const AncIntakeItem *other = get_item (adding, i);

      if (other->file != NULL && g_str_equal (other->file->sha256, item->file->sha256))
        item->document_key = other->document_key;
    }
}

/* What was stored becomes documents of the case, and is read. */
static void
make_documents (AncIntake *self,
                const Adding *adding)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) sha256s = g_ptr_array_new ();
  g_autoptr (GPtrArray) documents = NULL;
  guint n_made = 0;

  for (guint i = 0; i < adding->next; i++)
    if (get_item (adding, i)->outcome == ANC_INTAKE_STORED)
      {
        g_ptr_array_add (names, get_item (adding, i)->name);
        g_ptr_array_add (sha256s, get_item (adding, i)->file->sha256);
      }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (sha256s, NULL);

  documents = anc_intake_make_documents (self, adding->a_case, (const char *const *) names->pdata, (const char *const *) sha256s->pdata);
  for (guint i = 0; i < adding->next; i++)
    {
      AncIntakeItem *item = get_item (adding, i);

      if (item->outcome == ANC_INTAKE_STORED)
        {
          AncRecord *document = g_ptr_array_index (documents, n_made++);

          item->document_key = anc_record_get_key (document);
          anc_intake_push (self, anc_intake_job_new (self, item->file->sha256, anc_record_get_text (document, "title"), adding->password));
        }
      else if (item->outcome == ANC_INTAKE_IN_CASE)
        name_document (adding, i);
    }
}

static void
end (GTask *task)
{
  AncIntake *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_intake_item_free);
  const guint n_left = adding->finds->len - adding->next;

  /* Stopped meanwhile: what was stored waits in the case's arrivals. */
  if (!self->is_stopped)
    make_documents (self, adding);
  anc_intake_count_stored (self, -(int) adding->finds->len, -(int) (adding->finds->len - n_left));
  for (guint i = 0; i < adding->next; i++)
    {
      AncIntakeFind *find = g_ptr_array_index (adding->finds, i);

      g_ptr_array_add (items, g_steal_pointer (&find->item));
    }
  anc_intake_read_next (self);
  g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

/* ---- Storing ----------------------------------------------------------------------------------- */

static void store_next (GTask *task);

static gint64
find_in_case (const AncStoredFile *file,
              gint64 case_key)
{
  for (guint i = 0; i < file->places->len; i++)
    {
      const AncFilePlace *place = g_ptr_array_index (file->places, i);

      if (place->case_key == case_key)
        return place->document_key;
    }

  return 0;
}

static gboolean
came_before (const Adding *adding,
             const char *sha256)
{
  for (guint i = 0; i < adding->next; i++)
    {
      const AncIntakeItem *item = get_item (adding, i);

      if (item->file != NULL && g_str_equal (item->file->sha256, sha256))
        return TRUE;
    }

  return FALSE;
}

static void
note_stored (const Adding *adding,
             AncStoredFile *file)
{
  AncIntakeItem *item = get_item (adding, adding->next);

  item->document_key = find_in_case (file, anc_case_get_key (adding->a_case));
  if (item->document_key != 0 || came_before (adding, file->sha256))
    item->outcome = ANC_INTAKE_IN_CASE;
  item->file = file;
}

static void
note_failure (const Adding *adding,
              AncIntakeOutcome outcome,
              const GError *error)
{
  AncIntakeItem *item = get_item (adding, adding->next);

  item->outcome = outcome;
  item->message = g_strdup (error->message);
}

static void
go_on (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);

  adding->next++;
  anc_intake_count_stored (g_task_get_source_object (task), 0, 1);
  store_next (task);
}

static void
taken_in_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  GTask *task = user_data;
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  AncStoredFile *file = anc_store_take_in_finish (ANC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end (task);
      return;
    }

  if (file != NULL)
    note_stored (adding, file);
  else
    note_failure (adding, error->domain == ANC_STORE_ERROR ? ANC_INTAKE_NOT_STORED : ANC_INTAKE_UNREADABLE, error);
  go_on (task);
}

static void
take_in (GTask *task,
         GInputStream *stream)
{
  AncIntake *self = g_task_get_source_object (task);
  const Adding *adding = g_task_get_task_data (task);

  anc_store_take_in_async (self->store,
                           stream,
                           anc_case_get_key (adding->a_case),
                           get_item (adding, adding->next)->name,
                           g_task_get_cancellable (task),
                           taken_in_cb,
                           task);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream != NULL)
    take_in (task, G_INPUT_STREAM (stream));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end (task);
  else
    {
      note_failure (g_task_get_task_data (task), ANC_INTAKE_UNREADABLE, error);
      go_on (task);
    }
}

static void
store_next (GTask *task)
{
  AncIntake *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const AncIntakeFind *find;

  /* What is left out needs no storing. */
  while (adding->next < adding->finds->len && get_item (adding, adding->next)->outcome != ANC_INTAKE_STORED)
    {
      adding->next++;
      anc_intake_count_stored (self, 0, 1);
    }
  if (adding->next == adding->finds->len || g_cancellable_is_cancelled (cancellable) || self->is_stopped)
    {
      end (task);
      return;
    }

  find = g_ptr_array_index (adding->finds, adding->next);
  if (find->file != NULL)
    g_file_read_async (find->file, G_PRIORITY_DEFAULT, cancellable, opened_cb, task);
  else
    take_in (task, find->stream);
}

/* ---- Beginning --------------------------------------------------------------------------------- */

static void
start_storing (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);

  anc_intake_count_stored (g_task_get_source_object (task), (int) adding->finds->len, 0);
  store_next (task);
}

static void
walk_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, anc_intake_walk (task_data, cancellable), (GDestroyNotify) g_ptr_array_unref);
}

static void
walked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  GTask *task = user_data;
  Adding *adding = g_task_get_task_data (task);

  adding->finds = g_task_propagate_pointer (G_TASK (result), NULL);
  start_storing (task);
}

static GTask *
make_task (AncIntake *self,
           AncCase *a_case,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Adding *adding = g_new0 (Adding, 1);

  adding->a_case = g_object_ref (a_case);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, make_task);
  g_task_set_task_data (task, adding, adding_free);

  return task;
}

/**
 * anc_intake_add_files_async:
 * @self: an intake
 * @a_case: the live case they are for
 * @files: (element-type GFile): files, and folders with all that is in them
 *
 * Stores files, makes documents of the case of them in one edit, and has them read in the background.
 * Cancelled, it makes documents of what was stored by then.
 */
void
anc_intake_add_files_async (AncIntake *self,
                            AncCase *a_case,
                            GListModel *files,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) walk = NULL;
  GPtrArray *copy;
  GTask *task;

  g_return_if_fail (ANC_IS_INTAKE (self));
  g_return_if_fail (ANC_IS_CASE (a_case));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  copy = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (copy, g_list_model_get_item (files, i));

  task = make_task (self, a_case, cancellable, callback, user_data);
  walk = g_task_new (self, cancellable, walked_cb, task);
  g_task_set_check_cancellable (walk, FALSE);
  g_task_set_task_data (walk, copy, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (walk, walk_in_thread);
}

static void
add_one (AncIntake *self,
         AncCase *a_case,
         AncIntakeItem *item,
         GInputStream *stream,
         const char *password,
         GCancellable *cancellable,
         GAsyncReadyCallback callback,
         gpointer user_data)
{
  GTask *task = make_task (self, a_case, cancellable, callback, user_data);
  Adding *adding = g_task_get_task_data (task);
  AncIntakeFind *find = g_new0 (AncIntakeFind, 1);

  find->item = item;
  find->stream = g_object_ref (stream);
  adding->password = g_strdup (password);
  adding->finds = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_intake_find_free);
  g_ptr_array_add (adding->finds, find);
  start_storing (task);
}

/**
 * anc_intake_add_bytes_async:
 * @self: an intake
 * @a_case: the live case they are for
 * @name: what to call them, as a file would be
 * @bytes: a document, such as a picture that was pasted
 *
 * Does for bytes what anc_intake_add_files_async() does for a file.
 */
void
anc_intake_add_bytes_async (AncIntake *self,
                            AncCase *a_case,
                            const char *name,
                            GBytes *bytes,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GInputStream) stream = NULL;
  AncIntakeOutcome outcome;

  g_return_if_fail (ANC_IS_INTAKE (self));
  g_return_if_fail (ANC_IS_CASE (a_case));
  g_return_if_fail (name != NULL && bytes != NULL);

  stream = g_memory_input_stream_new_from_bytes (bytes);
  outcome = g_bytes_get_size (bytes) > 0 ? ANC_INTAKE_STORED : ANC_INTAKE_EMPTY;
  add_one (self, a_case, anc_intake_item_new (outcome, name), stream, NULL, cancellable, callback, user_data);
}

/**
 * anc_intake_add_stream_async:
 * @self: an intake
 * @a_case: the live case it is for
 * @name: what to call it, as a file would be
 * @stream: a document that is open already, at its start
 * @password: (nullable): what opens it
 *
 * Does for a stream what anc_intake_add_files_async() does for a file.
 */
void
anc_intake_add_stream_async (AncIntake *self,
                             AncCase *a_case,
                             const char *name,
                             GInputStream *stream,
                             const char *password,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (ANC_IS_INTAKE (self));
  g_return_if_fail (ANC_IS_CASE (a_case));
  g_return_if_fail (name != NULL && G_IS_INPUT_STREAM (stream));

  add_one (self, a_case, anc_intake_item_new (ANC_INTAKE_STORED, name), stream, password, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncIntakeItem): what became of each file, in their order; where it was
 * cancelled, without those that were not looked at */
GPtrArray *
anc_intake_add_finish (AncIntake *self,
                       GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
