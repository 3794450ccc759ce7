/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

struct _AncOffice
{
  GObject parent_instance;

  AncStore *store;
  AncRules *rules;
  AncExhibitLibrary *exhibits;
  AncDate today;

  GHashTable *live; /* from case key to AncCase, which it does not own */

  GQueue operations; /* of AncOperation, in the order in which they were asked for */
  gboolean is_writing;
  GError *stall; /* (nullable): why the first operation waits to be tried again */
  GTask *closing;

  AncReader *reader; /* (nullable): until a document is opened */
  AncIntake *intake; /* (nullable): until a case is opened */
};

/* Asks the queue to write what @a_case just did. */
void anc_office_queue_edit (AncOffice *self,
                            AncCase *a_case,
                            AncChangeSet *changes);

/* Goes on with the queue, if it can. */
void anc_office_run_queue (AncOffice *self);

void anc_office_clear_queue (AncOffice *self);

/* Lets go of the live cases, which others may still hold; their edits are no longer heard of. */
void anc_office_forget_cases (AncOffice *self);

/* Lets go of all documents. */
void anc_office_end_reading (AncOffice *self);

void anc_office_emit_changed (AncOffice *self,
                              gint64 case_key);
void anc_office_emit_removed (AncOffice *self,
                              gint64 case_key);
void anc_office_emit_failed (AncOffice *self,
                             GError *error,
                             gboolean kept);
void anc_office_queue_changed (AncOffice *self);
