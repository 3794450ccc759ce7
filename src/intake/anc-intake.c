/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-private.h"

G_DEFINE_FINAL_TYPE (AncIntake, anc_intake, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_CURRENT,
  PROP_READING,
  PROP_PAUSED,
  PROP_N_STORED,
  PROP_N_TO_STORE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* ---- Object ------------------------------------------------------------------------------------ */

static void
anc_intake_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  AncIntake *self = ANC_INTAKE (object);

  switch (id)
    {
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    case PROP_CURRENT:
      g_value_set_string (value, self->current);
      break;
    case PROP_READING:
      g_value_set_boolean (value, anc_intake_is_reading (self));
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->is_paused);
      break;
    case PROP_N_STORED:
      g_value_set_uint (value, self->n_stored);
      break;
    case PROP_N_TO_STORE:
      g_value_set_uint (value, self->n_to_store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
anc_intake_dispose (GObject *object)
{
  AncIntake *self = ANC_INTAKE (object);

  self->is_stopped = TRUE;
  g_queue_clear_full (&self->waiting, (GDestroyNotify) anc_intake_job_free);
  g_cancellable_cancel (self->reading);

  G_OBJECT_CLASS (anc_intake_parent_class)->dispose (object);
}

static void
anc_intake_finalize (GObject *object)
{
  AncIntake *self = ANC_INTAKE (object);

  g_object_unref (self->store);
  g_object_unref (self->reader);
  g_object_unref (self->reading);
  g_ptr_array_unref (self->running);
  g_ptr_array_unref (self->stopping);
  g_ptr_array_unref (self->lists);
  g_free (self->current);
  g_free (self->password);

  G_OBJECT_CLASS (anc_intake_parent_class)->finalize (object);
}

static void
anc_intake_class_init (AncIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = anc_intake_get_property;
  object_class->dispose = anc_intake_dispose;
  object_class->finalize = anc_intake_finalize;

  props[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_CURRENT] = g_param_spec_string ("current", NULL, NULL, NULL, flags);
  props[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE, flags);
  props[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  props[PROP_N_STORED] = g_param_spec_uint ("n-stored", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_TO_STORE] = g_param_spec_uint ("n-to-store", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
anc_intake_init (AncIntake *self)
{
  self->reading = g_cancellable_new ();
  self->running = g_ptr_array_new ();
  self->stopping = g_ptr_array_new_with_free_func (g_object_unref);
  self->lists = g_ptr_array_new_with_free_func (free_weak_ref);
}

/* Returns: (transfer full): an intake for a store that is open to be written to */
AncIntake *
anc_intake_new (AncStore *store,
                AncReader *reader)
{
  AncIntake *self = g_object_new (ANC_TYPE_INTAKE, NULL);

  g_return_val_if_fail (ANC_IS_STORE (store), self);
  g_return_val_if_fail (ANC_IS_READER (reader), self);

  self->store = g_object_ref (store);
  self->reader = g_object_ref (reader);

  return self;
}

/* Tries a password on every document read from now on; @password: (nullable): %NULL for none. */
void
anc_intake_set_password (AncIntake *self,
                         const char *password)
{
  g_return_if_fail (ANC_IS_INTAKE (self));

  g_free (self->password);
  self->password = g_strdup (password);
}

/* ---- Progress ---------------------------------------------------------------------------------- */

void
anc_intake_tell_progress (AncIntake *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  for (guint i = PROP_N_DONE; i <= PROP_PAUSED; i++)
    g_object_notify_by_pspec (object, props[i]);
  g_object_thaw_notify (object);
}

/* Counts files that are to be stored, and those that were. */
void
anc_intake_count_stored (AncIntake *self,
                         int n_to_store,
                         int n_stored)
{
  self->n_to_store = (guint) ((int) self->n_to_store + n_to_store);
  self->n_stored = (guint) ((int) self->n_stored + n_stored);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TO_STORE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_STORED]);
}

gboolean
anc_intake_is_paused (AncIntake *self)
{
  g_return_val_if_fail (ANC_IS_INTAKE (self), FALSE);

  return self->is_paused;
}

/* Whether anything is being read or waits to be. */
gboolean
anc_intake_is_reading (AncIntake *self)
{
  g_return_val_if_fail (ANC_IS_INTAKE (self), FALSE);

  return self->n_running > 0 || self->waiting.length > 0;
}

guint
anc_intake_get_n_done (AncIntake *self)
{
  g_return_val_if_fail (ANC_IS_INTAKE (self), 0);

  return self->n_done;
}

guint
anc_intake_get_n_total (AncIntake *self)
{
  g_return_val_if_fail (ANC_IS_INTAKE (self), 0);

  return self->n_total;
}

/* Returns: (transfer none) (nullable): the title of the document begun last, while any is being read */
const char *
anc_intake_get_current (AncIntake *self)
{
  g_return_val_if_fail (ANC_IS_INTAKE (self), NULL);

  return self->current;
}

/* Begins no further document; those being read are read to their end. */
void
anc_intake_pause (AncIntake *self)
{
  g_return_if_fail (ANC_IS_INTAKE (self));

  self->is_paused = TRUE;
  anc_intake_tell_progress (self);
}

void
anc_intake_resume (AncIntake *self)
{
  g_return_if_fail (ANC_IS_INTAKE (self));

  self->is_paused = FALSE;
  anc_intake_read_next (self);
}

/* ---- Beginning and ending ---------------------------------------------------------------------- */

static void
waiting_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncIntake *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) waiting = anc_store_list_waiting_finish (ANC_STORE (source), result, &error);

  if (waiting == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < waiting->len; i++)
    {
      const AncStoredReading *reading = g_ptr_array_index (waiting, i);

      anc_intake_push (self, anc_intake_job_new (self, reading->sha256, reading->title, NULL));
    }
  anc_intake_read_next (self);
  g_task_return_boolean (task, TRUE);
}

/* Goes on with what waited to be read when the program ended. */
void
anc_intake_start_async (AncIntake *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ANC_IS_INTAKE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_intake_start_async);
  anc_store_list_waiting_async (self->store, cancellable, waiting_cb, task);
}

gboolean
anc_intake_start_finish (AncIntake *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Hears that one is done with. */
void
anc_intake_job_done (AncIntake *self)
{
  g_autoptr (GPtrArray) stopping = NULL;

  anc_intake_read_next (self);
  if (self->n_running > 0 || self->stopping->len == 0)
    return;

  stopping = g_steal_pointer (&self->stopping);
  self->stopping = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < stopping->len; i++)
    g_task_return_boolean (g_ptr_array_index (stopping, i), TRUE);
}

/**
 * anc_intake_stop_async:
 * @self: an intake, which adds nothing at the moment
 *
 * Ends what is being read, at once, and begins nothing any more, so that the store can be closed. What was not
 * read waits in the store.
 */
void
anc_intake_stop_async (AncIntake *self,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ANC_IS_INTAKE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, anc_intake_stop_async);
  self->is_stopped = TRUE;
  g_queue_clear_full (&self->waiting, (GDestroyNotify) anc_intake_job_free);
  g_cancellable_cancel (self->reading);
  g_ptr_array_add (self->stopping, task);
  anc_intake_job_done (self);
}

gboolean
anc_intake_stop_finish (AncIntake *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- Reading again ----------------------------------------------------------------------------- */

typedef struct
{
  char *sha256;
  char *password;
} Again;

static void
again_free (gpointer data)
{
  Again *self = data;

  g_free (self->sha256);
  g_free (self->password);
  g_free (self);
}

static void
asked_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncIntake *self = g_task_get_source_object (task);
  const Again *again = g_task_get_task_data (task);
  GError *error = NULL;

  if (!anc_store_set_reading_finish (ANC_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  anc_intake_tell_lists (self, again->sha256, NULL, NULL);
  anc_intake_push (self, anc_intake_job_new (self, again->sha256, NULL, again->password));
  anc_intake_read_next (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * anc_intake_read_again_async:
 * @self: an intake
 * @sha256: the file of a document
 * @password: (nullable): what opens it
 *
 * Has a document read that could not be, was given up, or was read by an older reader. Ends once it waits.
 */
void
anc_intake_read_again_async (AncIntake *self,
                             const char *sha256,
                             const char *password,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Again *again;

  g_return_if_fail (ANC_IS_INTAKE (self));
  g_return_if_fail (sha256 != NULL);

  again = g_new0 (Again, 1);
  again->sha256 = g_strdup (sha256);
  again->password = g_strdup (password);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_intake_read_again_async);
  g_task_set_task_data (task, again, again_free);
  anc_store_ask_reading_async (self->store, sha256, cancellable, asked_cb, task);
}

gboolean
anc_intake_read_again_finish (AncIntake *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
