/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-intake.h"
#include "anc-store-readings.h"

/**
 * AncIntakeJob:
 * @sha256: a file of the store
 * @title: what to call it
 * @password: (nullable): what opens it
 *
 * A document on its way through the reader.
 */
typedef struct
{
  AncIntake *intake;
  char *sha256;
  char *title;
  char *password;
  GOutputStream *memory;       /* (nullable): its bytes, in memory */
  AncReaderDocument *document; /* (nullable): open */
  gboolean is_read;
} AncIntakeJob;

struct _AncIntake
{
  GObject parent_instance;

  AncStore *store;
  AncReader *reader;
  char *password; /* (nullable): tried on every document */

  GQueue waiting;     /* of AncIntakeJob, the one to read next first */
  GPtrArray *running; /* of AncIntakeJob, which are not owned */
  guint n_running;    /* with what is being given up */
  guint n_done;
  guint n_total;
  char *current;
  gboolean is_paused;
  GCancellable *reading; /* cancelled with what is being read now */
  gboolean is_giving_up; /* what is cancelled is not to be read again by itself */
  gboolean is_stopped;
  GPtrArray *stopping; /* of GTask */

  guint n_stored;
  guint n_to_store;

  GPtrArray *lists; /* of GWeakRef to AncProposalList */
};

void anc_intake_count_stored (AncIntake *self,
                              int n_to_store,
                              int n_stored);

AncIntakeJob *anc_intake_job_new (AncIntake *self,
                                  const char *sha256,
                                  const char *title,
                                  const char *password);
void anc_intake_job_free (AncIntakeJob *self);
void anc_intake_push (AncIntake *self,
                      AncIntakeJob *job);
void anc_intake_read_next (AncIntake *self);
void anc_intake_tell_progress (AncIntake *self);
void anc_intake_job_done (AncIntake *self);

void anc_intake_tell_lists (AncIntake *self,
                            const char *sha256,
                            const char *problem,
                            const char *content);
GPtrArray *anc_intake_make_documents (AncIntake *self,
                                      AncCase *a_case,
                                      const char *const *names,
                                      const char *const *sha256s);

/* Has the text of a document kept to be searched, then ends the job. */
void anc_intake_keep_text (AncIntakeJob *job);
void anc_intake_end_job (AncIntakeJob *job);

/* Reads one document with what the reader makes of it kept in the store, then takes the next. */
void anc_intake_run_job (AncIntakeJob *job);

/* What was handed over, as files: see AncIntakeItem for @outcome. */
typedef struct
{
  AncIntakeItem *item;
  GFile *file;          /* (nullable): to be stored */
  GInputStream *stream; /* (nullable): to be stored */
  goffset size;
} AncIntakeFind;

AncIntakeItem *anc_intake_item_new (AncIntakeOutcome outcome,
                                    const char *name);
void anc_intake_find_free (AncIntakeFind *self);
GPtrArray *anc_intake_walk (GPtrArray *files,
                            GCancellable *cancellable);
