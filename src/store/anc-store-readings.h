/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store-documents.h"

/* Documents on their way from a pile of files into a case: what came in, what was read of it, and what a person
 * made of that before it is accepted. None of it is journalled. */

/**
 * AncStoredReading:
 * @document_key: the document of the case; 0 where it is no document of it, or of no matter
 * @sha256: its file
 * @title: (nullable): of the document, or what the file was called
 * @reader: (nullable): the version of the reader that read it
 * @problem: (nullable): why it could not be read
 * @content: (nullable): what the reader said; neither this nor @problem while it waits
 *
 * What was read of a file.
 */
typedef struct
{
  gint64 document_key;
  char *sha256;
  char *title;
  char *reader;
  char *problem;
  char *content;
} AncStoredReading;

/**
 * AncStoredDecision:
 * @slip: which of the document's slips, from 0
 * @content: what a person made of it
 */
typedef struct
{
  gint64 document_key;
  guint slip;
  char *content;
} AncStoredDecision;

/**
 * AncCaseReadings:
 * @arrivals: (element-type AncStoredReading): the files that came in for it and are no documents of it yet, in
 *   the order in which they came
 * @readings: (element-type AncStoredReading): of its documents whose files were asked to be read
 * @decisions: (element-type AncStoredDecision)
 *
 * All of it for one case.
 */
typedef struct
{
  GPtrArray *arrivals;
  GPtrArray *readings;
  GPtrArray *decisions;
} AncCaseReadings;

void anc_stored_reading_free (AncStoredReading *self);
void anc_case_readings_free (AncCaseReadings *self);

void anc_store_take_in_async (AncStore *self,
                              GInputStream *stream,
                              gint64 case_key,
                              const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
AncStoredFile *anc_store_take_in_finish (AncStore *self,
                                         GAsyncResult *result,
                                         GError **error);

void anc_store_ask_reading_async (AncStore *self,
                                  const char *sha256,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void anc_store_set_reading_async (AncStore *self,
                                  const char *sha256,
                                  const char *reader,
                                  const char *problem,
                                  const char *content,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void anc_store_set_decision_async (AncStore *self,
                                   gint64 case_key,
                                   gint64 document_key,
                                   guint slip,
                                   const char *content,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean anc_store_set_reading_finish (AncStore *self,
                                       GAsyncResult *result,
                                       GError **error);

void anc_store_get_reading_async (AncStore *self,
                                  const char *sha256,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AncStoredReading *anc_store_get_reading_finish (AncStore *self,
                                                GAsyncResult *result,
                                                GError **error);

void anc_store_list_waiting_async (AncStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *anc_store_list_waiting_finish (AncStore *self,
                                          GAsyncResult *result,
                                          GError **error);

void anc_store_load_readings_async (AncStore *self,
                                    gint64 case_key,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AncCaseReadings *anc_store_load_readings_finish (AncStore *self,
                                                 GAsyncResult *result,
                                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncStoredReading, anc_stored_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCaseReadings, anc_case_readings_free)
