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

  return anc_nursery_run (obeys_self_test);
}
