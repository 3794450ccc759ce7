/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

/**
 * AncSpan:
 *
 * Bytes that stand in a mapped file, for as long as the process runs: what is held there takes no
 * memory that could run out.
 */
typedef struct
{
  const guchar *data;
  gsize length;
} AncSpan;

/**
 * AncScratch:
 *
 * A file without a name that takes what is made on the way, one piece after the other.
 */
typedef struct
{
  int fd;
  GByteArray *pending; /* the end of the piece, which the file does not have yet */
  goffset size;        /* of the file */
  goffset start;       /* of the piece being written; always on a page of memory */
  gboolean failed;
} AncScratch;

void anc_scratch_init (AncScratch *self,
                       int fd);
gboolean anc_scratch_write (AncScratch *self,
                            const void *data,
                            gsize length);
void anc_scratch_printf (AncScratch *self,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);
goffset anc_scratch_tell (const AncScratch *self);
gboolean anc_scratch_end (AncScratch *self,
                          AncSpan *span);

cairo_surface_t *anc_scratch_create_surface (AncScratch *self,
                                             double width,
                                             double height);

gboolean anc_span_map (int fd,
                       goffset start,
                       gsize length,
                       AncSpan *span);
