/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-private.h"

#include "anc-store-trash.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_TODAY,
  PROP_UNSAVED,
  N_PROPS,
};

enum
{
  SIGNAL_CASE_CHANGED,
  SIGNAL_CASE_REMOVED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncOffice, anc_office, G_TYPE_OBJECT)

/* ---- Live cases ------------------------------------------------------------------------------ */

static void
case_gone_cb (gpointer user_data,
              GObject *gone)
{
  AncOffice *self = user_data;
  GHashTableIter iter;
  gpointer live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &live))
    if (live == gone)
      g_hash_table_iter_remove (&iter);
}

static void
committed_cb (AncCase *a_case,
              AncChangeSet *changes,
              AncOffice *self)
{
  anc_office_queue_edit (self, a_case, changes);
}

static void
adopt (AncOffice *self,
       AncCase *a_case)
{
  const gint64 key = anc_case_get_key (a_case);

  g_hash_table_insert (self->live, g_memdup2 (&key, sizeof key), a_case);
  g_object_weak_ref (G_OBJECT (a_case), case_gone_cb, self);
  g_signal_connect_object (a_case, "committed", G_CALLBACK (committed_cb), self, 0);
}

void
anc_office_forget_cases (AncOffice *self)
{
  GHashTableIter iter;
  gpointer live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &live))
    g_object_weak_unref (live, case_gone_cb, self);
  g_hash_table_remove_all (self->live);
}

/* ---- Signals --------------------------------------------------------------------------------- */

void
anc_office_emit_changed (AncOffice *self,
                         gint64 case_key)
{
  g_signal_emit (self, signals[SIGNAL_CASE_CHANGED], 0, case_key);
}

void
anc_office_emit_removed (AncOffice *self,
                         gint64 case_key)
{
  g_signal_emit (self, signals[SIGNAL_CASE_REMOVED], 0, case_key);
}

void
anc_office_emit_failed (AncOffice *self,
                        GError *error,
                        gboolean kept)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error, kept);
}

void
anc_office_queue_changed (AncOffice *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_office_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  AncOffice *self = ANC_OFFICE (object);

  switch (id)
    {
    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;
    case PROP_UNSAVED:
      g_value_set_uint (value, anc_office_get_n_unsaved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_office_set_property (GObject *object,
                         guint id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  AncOffice *self = ANC_OFFICE (object);

  switch (id)
    {
    case PROP_TODAY:
      anc_office_set_today (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_office_dispose (GObject *object)
{
  AncOffice *self = ANC_OFFICE (object);

  anc_office_forget_cases (self);
  anc_office_clear_queue (self);
  g_clear_object (&self->exhibits);
  anc_office_end_reading (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (anc_office_parent_class)->dispose (object);
}

static void
anc_office_finalize (GObject *object)
{
  AncOffice *self = ANC_OFFICE (object);

  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->rules, anc_rules_unref);
  g_clear_error (&self->stall);

  G_OBJECT_CLASS (anc_office_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[SIGNAL_CASE_CHANGED] = g_signal_new ("case-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CASE_REMOVED] = g_signal_new ("case-removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ERROR, G_TYPE_BOOLEAN);
}

static void
anc_office_class_init (AncOfficeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = anc_office_get_property;
  object_class->set_property = anc_office_set_property;
  object_class->dispose = anc_office_dispose;
  object_class->finalize = anc_office_finalize;

  props[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, G_MININT, G_MAXINT, ANC_DATE_NONE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_UNSAVED] = g_param_spec_uint ("unsaved", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static void
anc_office_init (AncOffice *self)
{
  self->today = ANC_DATE_NONE;
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->operations);
}

/* ---- Public ---------------------------------------------------------------------------------- */

/**
 * anc_office_new:
 * @store: the store that keeps it, open; the office closes it
 * @rules: the law its cases are judged by
 *
 * Returns: (transfer full): the office; the day it works on is still to be set
 */
AncOffice *
anc_office_new (AncStore *store,
                AncRules *rules)
{
  AncOffice *self;

  g_return_val_if_fail (ANC_IS_STORE (store), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (ANC_TYPE_OFFICE, NULL);
  self->store = g_object_ref (store);
  self->rules = anc_rules_ref (rules);
  self->exhibits = anc_exhibit_library_new (store);

  return self;
}

/* ---- What it holds --------------------------------------------------------------------------- */

AncStore *
anc_office_get_store (AncOffice *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), NULL);

  return self->store;
}

AncRules *
anc_office_get_rules (AncOffice *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), NULL);

  return self->rules;
}

AncExhibitLibrary *
anc_office_get_exhibits (AncOffice *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), NULL);

  return self->exhibits;
}

AncDate
anc_office_get_today (AncOffice *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), ANC_DATE_NONE);

  return self->today;
}

void
anc_office_set_today (AncOffice *self,
                      AncDate today)
{
  g_return_if_fail (ANC_IS_OFFICE (self));

  if (self->today == today)
    return;

  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TODAY]);
}

/**
 * anc_office_get_n_unsaved:
 * @self: an office
 *
 * Returns: how many edits wait to be tried again after a failure; 0 while all goes well
 */
guint
anc_office_get_n_unsaved (AncOffice *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), 0);

  return self->stall != NULL ? g_queue_get_length (&self->operations) : 0;
}

/* ---- Cases ----------------------------------------------------------------------------------- */

/**
 * anc_office_add_case:
 * @self: an office
 * @a_case: a case that is not in any store
 *
 * Takes a new case in, with all that is recorded in it, as one change that can be undone.
 */
void
anc_office_add_case (AncOffice *self,
                     AncCase *a_case)
{
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncChangeSet) creation = NULL;

  g_return_if_fail (ANC_IS_OFFICE (self));
  g_return_if_fail (ANC_IS_CASE (a_case));

  adopt (self, a_case);
  rows = anc_case_dup_rows (a_case);
  creation = anc_case_rows_dup_creation (rows, N_ ("Create the case"));
  anc_office_queue_edit (self, a_case, creation);
}

/**
 * anc_office_peek_case:
 * @self: an office
 * @case_key: one of its cases
 *
 * Returns: (transfer none) (nullable): the live case, if anyone holds it
 */
AncCase *
anc_office_peek_case (AncOffice *self,
                      gint64 case_key)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), NULL);

  return g_hash_table_lookup (self->live, &case_key);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncOffice *self = g_task_get_source_object (task);
  g_autoptr (AncCaseRows) rows = NULL;
  AncCase *live;
  GError *error = NULL;

  rows = anc_store_load_case_finish (ANC_STORE (source), result, &error);
  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Someone else may have asked for it at the same time, and been answered first. */
  live = anc_office_peek_case (self, anc_case_rows_get_key (rows));
  if (live != NULL)
    g_object_ref (live);
  else
    {
      live = anc_case_new_from_rows (rows);
      adopt (self, live);
    }
  g_task_return_pointer (task, live, g_object_unref);
}

/**
 * anc_office_load_case_async:
 * @self: an office
 * @case_key: one of its cases
 * @cancellable: (nullable): to give up
 * @callback: called with the one live case of that key
 * @user_data: for @callback
 */
void
anc_office_load_case_async (AncOffice *self,
                            gint64 case_key,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AncCase *live;

  g_return_if_fail (ANC_IS_OFFICE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_office_load_case_async);
  live = anc_office_peek_case (self, case_key);
  if (live != NULL)
    g_task_return_pointer (task, g_object_ref (live), g_object_unref);
  else
    anc_store_load_case_async (self->store, case_key, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * anc_office_load_case_finish:
 * @self: the office
 * @result: what the callback was given
 * @error: return location for an #AncStoreError
 *
 * Returns: (transfer full): the case
 */
AncCase *
anc_office_load_case_finish (AncOffice *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
restored_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncOffice *self = g_task_get_source_object (task);
  g_autoptr (AncChangeSet) changes = NULL;
  GError *error = NULL;

  changes = anc_store_restore_trash_finish (ANC_STORE (source), result, &error);
  if (changes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  anc_office_emit_changed (self, anc_change_set_get_case_key (changes));
  g_task_return_boolean (task, TRUE);
}

/**
 * anc_office_restore_case_async:
 * @self: an office
 * @case_key: a case in its trash
 * @cancellable: (nullable): to give up
 * @callback: called when the case is back
 * @user_data: for @callback
 */
void
anc_office_restore_case_async (AncOffice *self,
                               gint64 case_key,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ANC_IS_OFFICE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_office_restore_case_async);
  anc_store_restore_trash_async (self->store, case_key, 0, cancellable, restored_cb, g_steal_pointer (&task));
}

gboolean
anc_office_restore_case_finish (AncOffice *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
