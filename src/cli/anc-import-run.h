/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-session.h"

#include "anc-intake.h"

/**
 * AncImportRun:
 * @session: with its store open
 * @a_case: the case
 * @proposals: (nullable): those of the case, once it is open
 * @items: (nullable) (element-type AncIntakeItem): what became of each file, once they were stored
 * @n_accepted: how many proposals were accepted
 *
 * One pile of files on its way into a case, while a bar shows how far it is.
 */
typedef struct
{
  AncSession *session;
  AncCase *a_case;
  AncIntake *intake;
  AncProposalList *proposals;
  GPtrArray *items;
  guint n_accepted;
  GQueue edits; /* of AncChangeSet, to be written */
  gboolean has_bar;
} AncImportRun;

void anc_import_run_init (AncImportRun *self,
                          AncSession *session,
                          AncCaseRows *rows,
                          const char *password);
void anc_import_run_clear (AncImportRun *self);

int anc_import_run_take (AncImportRun *self,
                         char **paths);
int anc_import_run_accept_sure (AncImportRun *self);
int anc_import_run_finish (AncImportRun *self,
                           int status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncImportRun, anc_import_run_clear)
