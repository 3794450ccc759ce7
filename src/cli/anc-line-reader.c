/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-line-reader.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_SIZE 65536

struct _AncLineReader
{
  int fd;
  gsize max_length;
  guint64 n_lines;
  guint64 n_bytes;
  gsize start; /* of what is read and not yet given */
  gsize end;
  char buffer[BUFFER_SIZE];
};

/**
 * anc_line_reader_new:
 * @fd: an open descriptor; it stays the caller's
 * @max_length: the bytes a line may have
 *
 * Returns: (transfer full): a reader before the first line
 */
AncLineReader *
anc_line_reader_new (int fd,
                     gsize max_length)
{
  AncLineReader *self = g_new0 (AncLineReader, 1);

  self->fd = fd;
  self->max_length = max_length;

  return self;
}

void
anc_line_reader_free (AncLineReader *self)
{
  g_free (self);
}

/* Fills the empty buffer; returns the bytes read, 0 at the end, -1 with errno. */
static gssize
fill (AncLineReader *self)
{
  gssize n = read (self->fd, self->buffer, BUFFER_SIZE);

  self->start = 0;
  self->end = n > 0 ? (gsize) n : 0;
  self->n_bytes += self->end;

  return n;
}

/**
 * anc_line_reader_next:
 * @self: a reader
 * @line: takes the line, without its end
 *
 * Returns: what there was
 */
AncLineResult
anc_line_reader_next (AncLineReader *self,
                      GString *line)
{
  gboolean any = FALSE;
  gboolean too_long = FALSE;
  const char *newline = NULL;

  g_string_truncate (line, 0);

  while (newline == NULL)
    {
      const char *start;
      gsize length;

      if (self->start == self->end)
        {
          gssize n = fill (self);

          if (n < 0)
            return ANC_LINE_ERROR;
          if (n == 0)
            break;
        }

      any = TRUE;
      start = self->buffer + self->start;
      newline = memchr (start, '\n', self->end - self->start);
      length = newline != NULL ? (gsize) (newline - start) : self->end - self->start;
      self->start += length + (newline != NULL);

      too_long |= line->len + length > self->max_length;
      if (!too_long)
        g_string_append_len (line, start, (gssize) length);
    }

  if (!any)
    return ANC_LINE_END;

  self->n_lines++;
  if (!too_long && line->len > 0 && line->str[line->len - 1] == '\r')
    g_string_truncate (line, line->len - 1);

  return too_long ? ANC_LINE_TOO_LONG : ANC_LINE_READ;
}

/**
 * anc_line_reader_would_wait:
 *
 * Returns: whether the one who writes has nothing more to read at this moment
 */
gboolean
anc_line_reader_would_wait (const AncLineReader *self)
{
  struct pollfd waiting = { .fd = self->fd, .events = POLLIN };

  return self->start == self->end && poll (&waiting, 1, 0) == 0;
}

guint64
anc_line_reader_get_n_lines (const AncLineReader *self)
{
  return self->n_lines;
}

guint64
anc_line_reader_get_n_bytes (const AncLineReader *self)
{
  return self->n_bytes;
}
