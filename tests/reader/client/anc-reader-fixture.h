/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-private.h"

/* Asks and waits. The documents are those of make-documents.py, in the folder ANC_DOCUMENTS. */

/**
 * AncAnswer:
 * @result: what came of a request; %NULL while it is being worked on
 */
typedef struct
{
  GAsyncResult *result;
} AncAnswer;

void anc_answer_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data);
GAsyncResult *anc_answer_wait (AncAnswer *self);
void anc_answer_clear (AncAnswer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncAnswer, anc_answer_clear)

int anc_fixture_open_file (const char *name);
AncReaderDocument *anc_fixture_try_open (AncReader *reader,
                                         const char *name,
                                         const char *password,
                                         GError **error);
AncReaderDocument *anc_fixture_open (AncReader *reader,
                                     const char *name);
GPtrArray *anc_fixture_list_pages (AncReaderDocument *document,
                                   guint first,
                                   guint count,
                                   GError **error);
AncReaderPicture *anc_fixture_render (AncReaderDocument *document,
                                      guint page,
                                      double scale,
                                      const AncRect *region,
                                      GError **error);
char **anc_fixture_list_helpers (void);
void anc_fixture_kill_program (void);
guint anc_fixture_count_dark (const AncReaderPicture *picture);
int anc_fixture_try (AncReaderDocument *document,
                     const char *attempt,
                     const char *argument,
                     GError **error);
