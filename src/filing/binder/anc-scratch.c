/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-scratch.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Pieces are mapped one by one: each starts on a page of memory, of any machine. */
#define ALIGNMENT 65536

/* What is drawn comes in crumbs of a few bytes. */
#define MAX_PENDING 65536

void
anc_scratch_init (AncScratch *self,
                  int fd)
{
  *self = (AncScratch){ .fd = fd, .pending = g_byte_array_sized_new (MAX_PENDING) };
}

static void
write_out (AncScratch *self,
           const guint8 *bytes,
           gsize length)
{
  while (length > 0 && !self->failed)
    {
      ssize_t n = pwrite (self->fd, bytes, length, self->size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          self->failed = TRUE;
          break;
        }
      bytes += n;
      length -= (gsize) n;
      self->size += n;
    }
}

static void
flush (AncScratch *self)
{
  write_out (self, self->pending->data, self->pending->len);
  g_byte_array_set_size (self->pending, 0);
}

/**
 * anc_scratch_write:
 *
 * Adds bytes to the piece.
 *
 * Returns: whether all is well so far; after a failure the piece is lost, see anc_scratch_end()
 */
gboolean
anc_scratch_write (AncScratch *self,
                   const void *data,
                   gsize length)
{
  if (self->pending->len + length > MAX_PENDING)
    flush (self);
  if (length > MAX_PENDING)
    write_out (self, data, length);
  else
    g_byte_array_append (self->pending, data, (guint) length);

  return !self->failed;
}

void
anc_scratch_printf (AncScratch *self,
                    const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  anc_scratch_write (self, text, strlen (text));
}

/**
 * anc_scratch_tell:
 *
 * Returns: the bytes of the piece so far
 */
goffset
anc_scratch_tell (const AncScratch *self)
{
  return self->size + self->pending->len - self->start;
}

/**
 * anc_span_map:
 * @start: a multiple of the size of a page of memory
 *
 * Returns: whether the bytes are there to be read
 */
gboolean
anc_span_map (int fd,
              goffset start,
              gsize length,
              AncSpan *span)
{
  void *data = mmap (NULL, MAX (length, 1), PROT_READ, MAP_SHARED, fd, start);

  if (data == MAP_FAILED)
    return FALSE;

  *span = (AncSpan){ data, length };
  return TRUE;
}

/**
 * anc_scratch_end:
 * @span: (out): the piece
 *
 * Ends the piece, and starts another.
 *
 * Returns: whether all of it could be written
 */
gboolean
anc_scratch_end (AncScratch *self,
                 AncSpan *span)
{
  gboolean is_whole;

  flush (self);
  is_whole = !self->failed && anc_span_map (self->fd, self->start, (gsize) anc_scratch_tell (self), span);

  self->failed = FALSE;
  self->start = (self->size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  self->size = self->start;

  return is_whole;
}

static cairo_status_t
write_from_cairo (void *closure,
                  const unsigned char *data,
                  unsigned int length)
{
  return anc_scratch_write (closure, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * anc_scratch_create_surface:
 *
 * Returns: (transfer full): a PDF surface that writes its file here; finish it, then call anc_scratch_end()
 */
cairo_surface_t *
anc_scratch_create_surface (AncScratch *self,
                            double width,
                            double height)
{
  return cairo_pdf_surface_create_for_stream (write_from_cairo, self, width, height);
}
