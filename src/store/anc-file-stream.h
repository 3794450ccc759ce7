/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

#define ANC_TYPE_FILE_STREAM (anc_file_stream_get_type ())
G_DECLARE_FINAL_TYPE (AncFileStream, anc_file_stream, ANC, FILE_STREAM, GInputStream)

/**
 * AncFileStream:
 *
 * Reads a file of a store, from any place. It holds one piece in memory; a reading thread of the store
 * fetches the next while the caller waits.
 */
GInputStream *anc_file_stream_new (AncStore *store,
                                   gint64 file,
                                   gint64 size);
