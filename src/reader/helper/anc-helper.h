/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document-text.h"
#include "anc-reader-channel.h"

/**
 * AncHelper:
 *
 * The confined side of one document: takes a request, answers it, takes the next. One thread.
 */
typedef struct
{
  AncReaderChannel *channel;
  GBytes *bytes;         /* the document as it came; NULL until it was opened */
  char *password;        /* with which it was opened */
  AncDocument *document; /* NULL until it was opened */
  AncOcr *ocr;           /* NULL until a page had to be read from its picture */
  GHashTable *seen;      /* page → AncPageText, for which its picture was looked at: that takes a second */
  guchar *sheet;         /* what pages are drawn on; NULL when none was of late */
  gsize sheet_size;      /* in bytes */
  gboolean obeys_self_test;
  AncReaderCall call; /* being worked on */
  guint32 serial;
  gint64 last_progress; /* µs, monotonic */
} AncHelper;

/**
 * AncHelperHandler:
 * @self: the helper, with its document open
 * @body: the request
 * @fd: (inout): the descriptor that came with it, or -1, which stays the caller's to close; the one
 *   to send with the answer, or -1, which becomes the caller's
 *
 * Works on a request.
 *
 * Returns: (transfer floating) (nullable): the answer; %NULL with @error set
 */
typedef GVariant *(*AncHelperHandler) (AncHelper *self,
                                       GVariant *body,
                                       int *fd,
                                       GError **error);

int anc_helper_run (gboolean obeys_self_test);
gboolean anc_helper_wait (int fd,
                          short events,
                          gpointer user_data,
                          GError **error);

void anc_helper_report_progress (AncHelper *self,
                                 guint done,
                                 guint total);
gboolean anc_helper_check_page (AncHelper *self,
                                guint page,
                                GError **error);
void anc_helper_keep_seen (AncHelper *self,
                           guint page,
                           AncPageText *text);
void anc_helper_drop_sheet (AncHelper *self);
AncOcrPolicy anc_helper_parse_ocr (const char *name);
GVariant *anc_helper_new_rect (AncRect rect);
GVariant *anc_helper_new_text (const char *text);
