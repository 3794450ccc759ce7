/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-opener.h"

#include "anc-law.h"

/**
 * Early:
 * @result: (nullable): what came of opening it, once that is known
 * @asked: (nullable): who asked for the office meanwhile
 *
 * A store that is being opened, without a passphrase, before anybody asked for it.
 */
typedef struct
{
  char *path;
  GAsyncResult *result;
  GTask *asked;
} Early;

struct _AncOfficeOpener
{
  GObject parent_instance;

  AncRules *rules; /* (nullable): until they are read */
  GQueue waiting;  /* of GTask: with a store already, and no law yet */
  gboolean is_reading;

  Early *early; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (AncOfficeOpener, anc_office_opener, G_TYPE_OBJECT)

/* ---- The law --------------------------------------------------------------------------------- */

static void
read_rules_in_thread (GTask *task,
                      gpointer source,
                      gpointer task_data,
                      GCancellable *cancellable)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autoptr (GError) error = NULL;
  AncRules *rules;

  anc_law_add_shipped (builder);
  if (!anc_law_add_own (builder, &error))
    g_message ("The folder of own law is left out: %s", error->message);

  rules = anc_rules_builder_end (builder);
  if (rules == NULL && anc_rules_builder_drop_wrong (builder) > 0)
    rules = anc_rules_builder_end (builder);

  if (rules != NULL)
    g_task_return_pointer (task, rules, (GDestroyNotify) anc_rules_unref);
  else
    g_task_return_new_error (task, ANC_LAW_ERROR, ANC_LAW_ERROR_READ, "The law cannot be read");
}

/* @asked is (transfer full). */
static void
return_office (AncOfficeOpener *self,
               GTask *asked)
{
  g_task_return_pointer (asked, anc_office_new (g_task_get_task_data (asked), self->rules), g_object_unref);
  g_object_unref (asked);
}

static void
rules_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  AncOfficeOpener *self = ANC_OFFICE_OPENER (source);
  g_autoptr (GError) error = NULL;
  GTask *asked;

  self->is_reading = FALSE;
  self->rules = g_task_propagate_pointer (G_TASK (result), &error);
  while ((asked = g_queue_pop_head (&self->waiting)) != NULL)
    if (self->rules != NULL)
      return_office (self, asked);
    else
      {
        g_task_return_error (asked, g_error_copy (error));
        g_object_unref (asked);
      }
}

static void
read_rules (AncOfficeOpener *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->rules != NULL || self->is_reading)
    return;

  self->is_reading = TRUE;
  task = g_task_new (self, NULL, rules_read_cb, NULL);
  g_task_set_source_tag (task, read_rules);
  g_task_run_in_thread (task, read_rules_in_thread);
}

/* ---- The store ------------------------------------------------------------------------------- */

/* @asked is (transfer full), and so are @store (nullable) and @error, which is set exactly where there is no store. */
static void
take_store (AncOfficeOpener *self,
            GTask *asked,
            AncStore *store,
            GError *error)
{
  if (store == NULL)
    {
      g_task_return_error (asked, error);
      g_object_unref (asked);
      return;
    }

  g_task_set_task_data (asked, store, g_object_unref);
  if (self->rules != NULL)
    return_office (self, asked);
  else
    g_queue_push_tail (&self->waiting, asked);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  GTask *asked = user_data;
  GError *error = NULL;
  AncStore *store = anc_store_open_finish (result, &error);

  take_store (g_task_get_source_object (asked), asked, store, error);
}

static void
created_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  GTask *asked = user_data;
  GError *error = NULL;
  AncStore *store = anc_store_create_finish (result, &error);

  take_store (g_task_get_source_object (asked), asked, store, error);
}

/* ---- Early ----------------------------------------------------------------------------------- */

static void
early_free (Early *early)
{
  g_clear_object (&early->result); /* with the store, where it was not handed out */
  g_free (early->path);
  g_free (early);
}

static void
early_opened_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (AncOfficeOpener) self = user_data;

  if (self->early == NULL) /* another office is wanted */
    return;

  if (self->early->asked == NULL)
    self->early->result = g_object_ref (result);
  else
    {
      opened_cb (source, result, self->early->asked);
      g_clear_pointer (&self->early, early_free);
    }
}

/* Hands out the store that is being opened already, if it is the one that @asked, (transfer full), wants. */
static gboolean
take_early (AncOfficeOpener *self,
            const char *path,
            GTask *asked)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (self->early == NULL || self->early->asked != NULL)
    return FALSE;

  if (g_strcmp0 (self->early->path, path) != 0)
    {
      g_clear_pointer (&self->early, early_free);
      return FALSE;
    }

  if (self->early->result == NULL)
    {
      self->early->asked = asked;
      return TRUE;
    }

  result = g_steal_pointer (&self->early->result);
  g_clear_pointer (&self->early, early_free);
  opened_cb (NULL, result, asked);

  return TRUE;
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_office_opener_finalize (GObject *object)
{
  AncOfficeOpener *self = ANC_OFFICE_OPENER (object);

  g_clear_pointer (&self->early, early_free);
  g_clear_pointer (&self->rules, anc_rules_unref);

  G_OBJECT_CLASS (anc_office_opener_parent_class)->finalize (object);
}

static void
anc_office_opener_class_init (AncOfficeOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_office_opener_finalize;
}

static void
anc_office_opener_init (AncOfficeOpener *self)
{
  g_queue_init (&self->waiting);
}

/* ---- Public ---------------------------------------------------------------------------------- */

AncOfficeOpener *
anc_office_opener_new (void)
{
  return g_object_new (ANC_TYPE_OFFICE_OPENER, NULL);
}

/**
 * anc_office_opener_prepare:
 * @self: the opener
 * @path: (nullable): the office that will be asked for
 *
 * Begins to read the law, and to open the store of @path, if it needs no passphrase. To be called once, before
 * anything is asked for.
 */
void
anc_office_opener_prepare (AncOfficeOpener *self,
                           const char *path)
{
  g_return_if_fail (ANC_IS_OFFICE_OPENER (self));
  g_return_if_fail (self->early == NULL);

  if (path != NULL)
    {
      self->early = g_new0 (Early, 1);
      self->early->path = g_strdup (path);
      anc_store_open_async (path, NULL, 0, NULL, early_opened_cb, g_object_ref (self));
    }
  read_rules (self);
}

/**
 * anc_office_opener_open_async:
 * @self: the opener
 * @path: a store
 * @passphrase: (nullable): its passphrase
 * @callback: called with the office; ends with anc_office_opener_finish()
 * @user_data: for @callback
 *
 * Fails with %ANC_STORE_ERROR_PASSPHRASE where the store has one and @passphrase is not it.
 */
void
anc_office_opener_open_async (AncOfficeOpener *self,
                              const char *path,
                              const char *passphrase,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *asked;

  g_return_if_fail (ANC_IS_OFFICE_OPENER (self));
  g_return_if_fail (path != NULL);

  asked = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (asked, anc_office_opener_open_async);
  read_rules (self);
  if (passphrase != NULL || !take_early (self, path, asked))
    anc_store_open_async (path, passphrase, 0, NULL, opened_cb, asked);
}

/**
 * anc_office_opener_create_async:
 * @self: the opener
 * @path: where no file stands yet
 * @passphrase: (nullable): what it will take to open it; %NULL for a file that anyone can read
 * @callback: called with an empty office; ends with anc_office_opener_finish()
 * @user_data: for @callback
 */
void
anc_office_opener_create_async (AncOfficeOpener *self,
                                const char *path,
                                const char *passphrase,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *asked;

  g_return_if_fail (ANC_IS_OFFICE_OPENER (self));
  g_return_if_fail (path != NULL);

  asked = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (asked, anc_office_opener_create_async);
  read_rules (self);
  anc_store_create_async (path, passphrase, NULL, created_cb, asked);
}

/**
 * anc_office_opener_finish:
 * @self: the opener
 * @result: what the callback was given
 * @error: return location for an #AncStoreError or #AncLawError
 *
 * Returns: (transfer full): the office; the day it works on is still to be set
 */
AncOffice *
anc_office_opener_finish (AncOfficeOpener *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
