/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-nursery.h"

#include "anc-confinement.h"
#include "anc-helper.h"
#include "anc-memory-watch.h"

#include <errno.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Bytes of address space. What a page of any honest document takes is a tenth of it. */
#define MAX_MEMORY (1024UL * 1024 * 1024)

/* Bytes of one file: pixels, or a filled form. */
#define MAX_FILE (512UL * 1024 * 1024)

#define MAX_OPEN_FILES 64

/* Requests are waited for, pixels and filled forms go into files without a name. */
static const int calls[] = { SYS_dup, SYS_poll, SYS_ppoll, SYS_memfd_create, SYS_ftruncate };

static gboolean
confine (GError **error)
{
  const char *const readable[] = {
    "/usr/share/poppler",
    "/usr/share/color/icc",
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/app/share/poppler",
    "/app/share/tessdata",
    g_getenv ("TESSDATA_PREFIX"), /* last: there may be none */
    NULL,
  };
  const AncConfinement confinement = {
    .readable = readable,
    .calls = calls,
    .n_calls = G_N_ELEMENTS (calls),
    .message_fd = ANC_READER_SOCKET_FD,
    .max_addresses = MAX_MEMORY,
    .max_file = MAX_FILE,
    .max_open_files = MAX_OPEN_FILES,
  };

  return anc_confinement_enter (&confinement, error);
}

/* The child: from here on a helper, with the socket to its client where it looks for it, in the place
 * of the nursery's own. */
static int
run_helper (int socket_fd,
            pid_t nursery,
            gboolean obeys_self_test)
{
  g_autoptr (GError) error = NULL;

  if (dup2 (socket_fd, ANC_READER_SOCKET_FD) < 0 || close (socket_fd) != 0)
    return ANC_READER_EXIT_UNCONFINED;

  anc_memory_watch_start ();
  if (!confine (&error))
    {
      fprintf (stderr, "ancrage-reader: %s\n", error->message);
      return ANC_READER_EXIT_UNCONFINED;
    }
  if (getppid () != nursery) /* it died before its death could have been ours */
    return ANC_READER_EXIT_UNCONFINED;

  return anc_helper_run (obeys_self_test);
}

/* The number of the new process, or less than 0. */
static int
start_helper (int socket_fd,
              gboolean obeys_self_test)
{
  pid_t nursery = getpid ();
  pid_t pid = socket_fd >= 0 ? fork () : -1;

  /* Not exit(): what the document left in memory is of no use to anyone. */
  if (pid == 0)
    _exit (run_helper (socket_fd, nursery, obeys_self_test));

  return pid;
}

/* How a helper ended, that was killed before this was asked; less than 0 for what is none of ours. */
static int
bury_helper (int pid)
{
  int status;

  while (waitpid (pid, &status, 0) < 0)
    if (errno != EINTR)
      return -1;

  return status;
}

/* FALSE once the client is gone, or says what is not for the nursery. */
static gboolean
serve (AncReaderChannel *channel,
       gboolean obeys_self_test)
{
  g_auto (AncReaderMessage) request = ANC_READER_MESSAGE_INIT;
  int result;

  if (!anc_reader_channel_receive (channel, &request, NULL))
    return FALSE;

  switch (request.kind)
    {
    case ANC_READER_CALL_START:
      result = start_helper (request.fd, obeys_self_test);
      break;
    case ANC_READER_CALL_BURY:
      g_variant_get (request.body, "(i)", &result);
      result = result > 0 ? bury_helper (result) : -1;
      break;
    default:
      return FALSE;
    }

  return anc_reader_channel_send (channel, request.kind, request.serial, g_variant_new ("(i)", result), -1, NULL);
}

/**
 * anc_nursery_run:
 * @obeys_self_test: whether helpers try what must be impossible when told to
 *
 * Starts helpers for the client until it closes the socket; those that live die with the nursery. It
 * reads no document, and nothing of what helpers say.
 *
 * Returns: the exit status
 */
int
anc_nursery_run (gboolean obeys_self_test)
{
  g_autoptr (AncReaderChannel) channel =
      anc_reader_channel_new (ANC_READER_SOCKET_FD, ANC_READER_REQUESTS, anc_helper_wait, NULL);

  anc_confinement_prepare ();
  while (serve (channel, obeys_self_test))
    ;

  return 0;
}
