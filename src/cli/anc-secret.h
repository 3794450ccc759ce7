/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * AncSecretSource:
 * @file: (nullable): a file whose first line is the passphrase
 * @fd: a file descriptor to read it from; -1 for none
 *
 * Where a passphrase comes from. With neither, the person is asked on the terminal. It is never an
 * argument, which every program on the computer could read.
 */
typedef struct
{
  char *file;
  int fd;
} AncSecretSource;

gboolean anc_secret_source_is_given (const AncSecretSource *self);
char *anc_secret_read (const AncSecretSource *source,
                       const char *prompt,
                       const char *again,
                       GCancellable *cancellable);
void anc_secret_free (char *secret);
