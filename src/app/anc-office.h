/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-library.h"

#include "anc-case.h"
#include "anc-intake.h"
#include "anc-reader.h"
#include "anc-rules.h"
#include "anc-store.h"

#include "anc-date.h"

#define ANC_TYPE_OFFICE (anc_office_get_type ())
G_DECLARE_FINAL_TYPE (AncOffice, anc_office, ANC, OFFICE, GObject)

/**
 * AncOffice:
 *
 * An open office: its store, the law it is judged by, today's date, and the live cases.
 *
 * There is one live #AncCase for each key, shared by all who show it. Whoever edits it does so by
 * anc_case_begin() and anc_case_commit(); the office hears each edit and hands it to the store, one after
 * the other. What the store could not write for now (a full disk) stays on screen and waits, in order, for
 * anc_office_retry(); what it refuses is taken back from the live case. `failed` tells of both.
 *
 * Signals:
 * - `case-changed (gint64 case_key)`: something of the case was written: an edit, an undo, its creation
 * - `case-removed (gint64 case_key)`: the case is in the trash
 * - `failed (GError *error, gboolean kept)`: an edit was not written; @kept: it waits to be tried again
 *
 * Properties: `today` (int, an #AncDate), `unsaved` (uint, edits that wait after a failure).
 * Owned by the main thread.
 */

AncOffice *anc_office_new (AncStore *store,
                           AncRules *rules) G_GNUC_WARN_UNUSED_RESULT;
void anc_office_close_async (AncOffice *self,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean anc_office_close_finish (AncOffice *self,
                                  GAsyncResult *result,
                                  GError **error);

AncStore *anc_office_get_store (AncOffice *self);
AncRules *anc_office_get_rules (AncOffice *self);
AncExhibitLibrary *anc_office_get_exhibits (AncOffice *self);
AncDate anc_office_get_today (AncOffice *self);
void anc_office_set_today (AncOffice *self,
                           AncDate today);
AncReader *anc_office_get_reader (AncOffice *self);
AncIntake *anc_office_get_intake (AncOffice *self);
guint anc_office_get_n_unsaved (AncOffice *self);

void anc_office_add_case (AncOffice *self,
                          AncCase *a_case);
AncCase *anc_office_peek_case (AncOffice *self,
                               gint64 case_key);
void anc_office_load_case_async (AncOffice *self,
                                 gint64 case_key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AncCase *anc_office_load_case_finish (AncOffice *self,
                                      GAsyncResult *result,
                                      GError **error);

void anc_office_undo_async (AncOffice *self,
                            AncCase *a_case,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void anc_office_redo_async (AncOffice *self,
                            AncCase *a_case,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean anc_office_undo_finish (AncOffice *self,
                                 GAsyncResult *result,
                                 GError **error);

void anc_office_trash_case_async (AncOffice *self,
                                  gint64 case_key,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean anc_office_trash_case_finish (AncOffice *self,
                                       GAsyncResult *result,
                                       GError **error);
void anc_office_restore_case_async (AncOffice *self,
                                    gint64 case_key,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean anc_office_restore_case_finish (AncOffice *self,
                                         GAsyncResult *result,
                                         GError **error);

void anc_office_retry (AncOffice *self);
