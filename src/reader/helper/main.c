/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-nursery.h"
#include "anc-reader-protocol.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static gboolean
has_client (void)
{
  int type;
  socklen_t size = sizeof type;

  return getsockopt (ANC_READER_SOCKET_FD, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM;
}

/* GLib's own writer looks for the system's journal, by a socket. */
static GLogWriterOutput
write_log (GLogLevelFlags level,
           const GLogField *fields,
           gsize n_fields,
           gpointer user_data)
{
  g_autofree char *line = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  fprintf (stderr, "%s\n", line);

  return G_LOG_WRITER_HANDLED;
}

int
main (int argc,
      char **argv)
{
  gboolean obeys_self_test = argc == 2 && strcmp (argv[1], ANC_READER_SELF_TEST_OPTION) == 0;

  if (!has_client () || (argc > 1 && !obeys_self_test))
    {
      fputs ("ancrage-reader is started by Ancrage, which hands it the document to read.\n", stderr);
      return 2;
    }

  setlocale (LC_ALL, "C.UTF-8");
  g_log_set_writer_func (write_log, NULL, NULL);

  return anc_nursery_run (obeys_self_test);
}
