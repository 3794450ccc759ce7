/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncConfinement:
 * @readable: (nullable) (array zero-terminated=1): folders that stay readable with all below, beside fonts and their
 *   settings; those that are not there are passed over
 * @calls: (nullable) (array length=n_calls): system calls (`SYS_…`) beyond those that every program here makes
 * @n_calls: how many
 * @message_fd: the socket on which messages may come and go, or -1
 * @has_threads: whether it may start threads; processes it may not
 * @max_addresses: bytes of address space, mapped files too; 0 for no limit of our own
 * @max_data: bytes of memory it can write; 0 for no limit of our own
 * @max_file: bytes of a file it writes; 0 for no limit of our own
 * @max_open_files: how many descriptors; 0 for no limit of our own
 *
 * What a program that opens documents is left with.
 */
typedef struct
{
  const char *const *readable;
  const int *calls;
  guint n_calls;
  int message_fd;
  gboolean has_threads;
  gsize max_addresses;
  gsize max_data;
  gsize max_file;
  guint max_open_files;
} AncConfinement;

void anc_confinement_prepare (void);
gboolean anc_confinement_enter (const AncConfinement *self,
                                GError **error);
void anc_confinement_set_time (guint seconds);
