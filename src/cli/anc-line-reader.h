/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncLineReader:
 *
 * Reads a file descriptor line by line, whatever bytes it holds. Of a line that is longer than
 * allowed only the fact is kept, so that memory stays bounded.
 */
typedef struct _AncLineReader AncLineReader;

/**
 * AncLineResult:
 * @ANC_LINE_READ: a line was read
 * @ANC_LINE_TOO_LONG: the line is longer than allowed; it was passed over
 * @ANC_LINE_END: there is none any more
 * @ANC_LINE_ERROR: the descriptor could not be read, or a signal came first; errno says which
 */
typedef enum
{
  ANC_LINE_READ,
  ANC_LINE_TOO_LONG,
  ANC_LINE_END,
  ANC_LINE_ERROR,
} AncLineResult;

AncLineReader *anc_line_reader_new (int fd,
                                    gsize max_length);
void anc_line_reader_free (AncLineReader *self);

AncLineResult anc_line_reader_next (AncLineReader *self,
                                    GString *line);
gboolean anc_line_reader_would_wait (const AncLineReader *self);
guint64 anc_line_reader_get_n_lines (const AncLineReader *self);
guint64 anc_line_reader_get_n_bytes (const AncLineReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncLineReader, anc_line_reader_free)
