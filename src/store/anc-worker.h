/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"

/**
 * AncWorker:
 *
 * Threads that do the work of a store, each with a connection of its own; what is pushed first is begun
 * first. A worker of one thread does one thing after the other.
 */
typedef struct _AncWorker AncWorker;

/* Opens the connection of a thread. */
typedef AncDatabase *(*AncWorkerOpen) (gpointer owner,
                                       GError **error);

/* Does the work of a task and returns its result; @database stops when the task is cancelled. */
typedef void (*AncWork) (AncDatabase *database,
                         GTask *task);

/* Does something the caller waits for. */
typedef gboolean (*AncCall) (AncDatabase *database,
                             gpointer data,
                             GError **error);

/* Does a little of what can wait; returns whether there is more. */
typedef gboolean (*AncWorkerIdle) (AncDatabase *database,
                                   gpointer owner);

AncWorker *anc_worker_new (const char *name,
                           guint n_threads,
                           gboolean only_reads,
                           AncWorkerOpen open,
                           AncWorkerIdle idle,
                           gpointer owner);
void anc_worker_free (AncWorker *self);

void anc_worker_push (AncWorker *self,
                      GTask *task,
                      AncWork work);
gboolean anc_worker_call (AncWorker *self,
                          AncCall call,
                          gpointer data,
                          GError **error);
void anc_worker_pause (AncWorker *self);
void anc_worker_resume (AncWorker *self);

gboolean anc_worker_is_here (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncWorker, anc_worker_free)
