/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store.h"

#include "anc-store-private.h"

G_DEFINE_TYPE (AncStore, anc_store, G_TYPE_OBJECT)

static const AncStoreHooks world = { g_get_real_time, anc_migrations };
static const AncStoreHooks *hooks = &world;

/* ---- The world ------------------------------------------------------------------------------- */

/* Puts something else in the place of the world, for tests; NULL puts the world back. */
void
anc_store_set_hooks (const AncStoreHooks *new_hooks)
{
  hooks = new_hooks != NULL ? new_hooks : &world;
}

gint64
anc_store_get_time (void)
{
  return hooks->get_time ();
}

const AncMigration *
anc_store_get_migrations (void)
{
  return hooks->migrations;
}

/* ---- Object ---------------------------------------------------------------------------------- */

/* Returns: (transfer full): the threads and the lock of a store, which has none from now on */
AncStoreRemains *
anc_store_take_remains (AncStore *self)
{
  AncStoreRemains *remains = g_new (AncStoreRemains, 1);

  remains->readers = g_steal_pointer (&self->readers);
  remains->writer = g_steal_pointer (&self->writer);
  remains->lock = g_steal_pointer (&self->hold);

  return remains;
}

/* Waits until the threads have done all they were asked for, then lets go of the file. */
void
anc_store_remains_free (AncStoreRemains *self)
{
  anc_worker_free (self->readers);
  anc_worker_free (self->writer);
  anc_store_lock_release (self->lock);
  g_free (self);
}

static gpointer
free_remains_in_thread (gpointer data)
{
  anc_store_remains_free (data);
  return NULL;
}

/* The idle work looks at the path and the key no more once a store is dropped: its queue has ended. */
static void
anc_store_finalize (GObject *object)
{
  AncStore *self = ANC_STORE (object);
  AncStoreRemains *remains = anc_store_take_remains (self);

  if (anc_worker_is_here ()) /* a thread cannot wait for its own end */
    g_thread_unref (g_thread_new ("store-end", free_remains_in_thread, remains));
  else
    anc_store_remains_free (remains);

  g_free (self->path);
  anc_key_unref (self->key);
  g_mutex_clear (&self->backup_lock);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->unused);
  g_free (self->author);

  G_OBJECT_CLASS (anc_store_parent_class)->finalize (object);
}

static void
anc_store_class_init (AncStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_store_finalize;
}

static void
anc_store_init (AncStore *self)
{
  g_mutex_init (&self->backup_lock);
  g_mutex_init (&self->lock);
  g_cond_init (&self->unused);
  self->author = g_strdup ("");
}

/* ---- Properties ------------------------------------------------------------------------------ */

const char *
anc_store_get_path (AncStore *self)
{
  g_return_val_if_fail (ANC_IS_STORE (self), NULL);

  return self->path;
}

gboolean
anc_store_is_encrypted (AncStore *self)
{
  g_return_val_if_fail (ANC_IS_STORE (self), FALSE);

  return g_atomic_int_get (&self->is_encrypted);
}

gboolean
anc_store_is_read_only (AncStore *self)
{
  g_return_val_if_fail (ANC_IS_STORE (self), TRUE);

  return self->is_read_only;
}

/**
 * anc_store_set_author:
 * @self: a store
 * @author: (nullable): who makes the changes from now on, as the journal is to name him
 */
void
anc_store_set_author (AncStore *self,
                      const char *author)
{
  g_return_if_fail (ANC_IS_STORE (self));

  g_mutex_lock (&self->lock);
  g_free (self->author);
  self->author = g_strdup (author != NULL ? author : "");
  g_mutex_unlock (&self->lock);
}

/* Returns: (transfer full): who makes the changes; for any thread */
char *
anc_store_dup_author (AncStore *self)
{
  char *author;

  g_mutex_lock (&self->lock);
  author = g_strdup (self->author);
  g_mutex_unlock (&self->lock);

  return author;
}

/* ---- Threads that call the workers themselves ------------------------------------------------- */

/**
 * anc_store_begin_use:
 * @self: a store
 *
 * Keeps the workers until anc_store_end_use(), also where the store is closed meanwhile. For any thread.
 *
 * Returns: whether the store is open
 */
gboolean
anc_store_begin_use (AncStore *self,
                     GError **error)
{
  gboolean is_open;

  g_mutex_lock (&self->lock);
  is_open = !self->is_closed;
  if (is_open)
    self->n_users++;
  g_mutex_unlock (&self->lock);

  if (!is_open)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_FAILED, "the store is closed");
  return is_open;
}

void
anc_store_end_use (AncStore *self)
{
  g_mutex_lock (&self->lock);
  if (--self->n_users == 0)
    g_cond_broadcast (&self->unused);
  g_mutex_unlock (&self->lock);
}
