/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader.h"

#define ANC_TYPE_SECOND_READER (anc_second_reader_get_type ())
G_DECLARE_FINAL_TYPE (AncSecondReader, anc_second_reader, ANC, SECOND_READER, GObject)

/**
 * AncSecondReader:
 *
 * A document opened once more, by a helper of its own, for what takes a second a page: meanwhile the first one
 * draws what is scrolled to, and goes first where both want a processor. It is opened when it is first needed.
 */
AncSecondReader *anc_second_reader_new (AncReader *reader,
                                        int fd,
                                        const char *password);

void anc_second_reader_open_async (AncSecondReader *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AncReaderDocument *anc_second_reader_open_finish (AncSecondReader *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
