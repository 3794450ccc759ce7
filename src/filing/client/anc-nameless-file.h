/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * AncNamelessFile:
 *
 * A file without a name in a folder, until it is whole: whatever ends the program takes it along. Where the
 * file system knows only files with names, it has one, which begins with a dot and goes when it is closed.
 */
typedef struct
{
  int fd;
  char *name; /* where it has one */
} AncNamelessFile;

gboolean anc_nameless_file_open (AncNamelessFile *self,
                                 const char *folder,
                                 GError **error);
void anc_nameless_file_close (AncNamelessFile *self);
gboolean anc_nameless_file_name (AncNamelessFile *self,
                                 const char *path,
                                 GError **error);

gboolean anc_filing_fail (GError **error,
                          const char *what);
