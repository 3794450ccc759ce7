/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-proposal-list.h"
#include "anc-reader.h"
#include "anc-store-documents.h"

/**
 * AncIntakeOutcome:
 * @ANC_INTAKE_STORED: a document of the case now, waiting to be read
 * @ANC_INTAKE_IN_CASE: the case already has these bytes, or another file of the same drop is the same
 * @ANC_INTAKE_HIDDEN: a hidden file or folder of a folder: left out
 * @ANC_INTAKE_LINK: a symbolic link in a folder: not followed
 * @ANC_INTAKE_SPECIAL: neither a file nor a folder
 * @ANC_INTAKE_EMPTY: a file of no bytes
 * @ANC_INTAKE_TOO_LARGE: more bytes than a document may have
 * @ANC_INTAKE_UNREADABLE: the file or folder could not be opened; @message of the item says why
 * @ANC_INTAKE_NOT_STORED: the store could not keep it; @message of the item says why
 *
 * What became of one file that was handed over.
 */
typedef enum
{
  ANC_INTAKE_STORED,
  ANC_INTAKE_IN_CASE,
  ANC_INTAKE_HIDDEN,
  ANC_INTAKE_LINK,
  ANC_INTAKE_SPECIAL,
  ANC_INTAKE_EMPTY,
  ANC_INTAKE_TOO_LARGE,
  ANC_INTAKE_UNREADABLE,
  ANC_INTAKE_NOT_STORED,
} AncIntakeOutcome;

#define ANC_N_INTAKE_OUTCOMES (ANC_INTAKE_NOT_STORED + 1)

const char *anc_intake_outcome_get_name (AncIntakeOutcome outcome);

/**
 * AncIntakeItem:
 * @name: the file, as it is told to people: its path below what was handed over
 * @document_key: (out of @ANC_INTAKE_STORED and @ANC_INTAKE_IN_CASE): the document of the case; else 0
 * @file: (nullable): what the store said of it, with the places where the same bytes were before
 * @message: (nullable): for people, in the language of the system; may name nothing but the reason
 *
 * One file that was handed over and what became of it.
 */
typedef struct
{
  AncIntakeOutcome outcome;
  char *name;
  gint64 document_key;
  AncStoredFile *file;
  char *message;
} AncIntakeItem;

void anc_intake_item_free (AncIntakeItem *self);

/**
 * AncIntake:
 *
 * The way of a pile of documents into an open store. What is handed over is stored first, each file by
 * itself, so that nothing of it is lost whenever the program stops; then it becomes documents of the case,
 * in one edit; then it is read in the background, as many documents at once as there are processors. What
 * was read is kept beside the document. Whatever was waiting when the program stopped is gone on with by
 * anc_intake_start_async().
 *
 * A case is handed over as its live #AncCase, whose `committed` the caller writes to the store, as for any
 * edit. Reading goes on without any case being open.
 *
 * Before the store is closed, anc_intake_stop_async() ends what is going on; it waits for another day.
 *
 * A window binds `n-done` and `n-total` (uints: documents read, of how many, since nothing was waiting),
 * `current` (nullable string: the title of the document begun last), `reading`, `paused` (booleans), and
 * `n-stored` and `n-to-store` (uints: files, while some are being stored). Owned by the main thread, which
 * never waits for it.
 */
#define ANC_TYPE_INTAKE (anc_intake_get_type ())
G_DECLARE_FINAL_TYPE (AncIntake, anc_intake, ANC, INTAKE, GObject)

AncIntake *anc_intake_new (AncStore *store,
                           AncReader *reader);
void anc_intake_set_password (AncIntake *self,
                              const char *password);

void anc_intake_start_async (AncIntake *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean anc_intake_start_finish (AncIntake *self,
                                  GAsyncResult *result,
                                  GError **error);
void anc_intake_stop_async (AncIntake *self,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean anc_intake_stop_finish (AncIntake *self,
                                 GAsyncResult *result,
                                 GError **error);

void anc_intake_open_case_async (AncIntake *self,
                                 AncCase *a_case,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AncProposalList *anc_intake_open_case_finish (AncIntake *self,
                                              GAsyncResult *result,
                                              GError **error);

void anc_intake_add_files_async (AncIntake *self,
                                 AncCase *a_case,
                                 GListModel *files,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void anc_intake_add_bytes_async (AncIntake *self,
                                 AncCase *a_case,
                                 const char *name,
                                 GBytes *bytes,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void anc_intake_add_stream_async (AncIntake *self,
                                  AncCase *a_case,
                                  const char *name,
                                  GInputStream *stream,
                                  const char *password,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *anc_intake_add_finish (AncIntake *self,
                                  GAsyncResult *result,
                                  GError **error);

void anc_intake_pause (AncIntake *self);
void anc_intake_resume (AncIntake *self);
gboolean anc_intake_is_paused (AncIntake *self);
gboolean anc_intake_is_reading (AncIntake *self);
guint anc_intake_get_n_done (AncIntake *self);
guint anc_intake_get_n_total (AncIntake *self);
const char *anc_intake_get_current (AncIntake *self);
void anc_intake_cancel_reading (AncIntake *self);

void anc_intake_read_again_async (AncIntake *self,
                                  const char *sha256,
                                  const char *password,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean anc_intake_read_again_finish (AncIntake *self,
                                       GAsyncResult *result,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncIntakeItem, anc_intake_item_free)
