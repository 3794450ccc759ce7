/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-memory-watch.h"

#include "anc-reader-protocol.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* Poppler leaves an image out when there is no memory for it, and reports the page as drawn. A page
 * shown as evidence must not miss a part in silence: every allocation of the process, the C++ ones
 * too, is therefore made through the functions below, which note a refusal. */

static volatile sig_atomic_t ran_out;

#ifndef __SANITIZE_ADDRESS__ /* which replaces the same functions */

/* The allocator of glibc under the names that it keeps for those who replace malloc. */
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n,
                            size_t size);
extern void *__libc_realloc (void *memory,
                             size_t size);

static inline void *
note (void *memory,
      size_t size)
{
  if (memory == NULL && size > 0)
    ran_out = TRUE;

  return memory;
}

void *
malloc (size_t size)
{
  return note (__libc_malloc (size), size);
}

void *
calloc (size_t n,
        size_t size)
{
  return note (__libc_calloc (n, size), n > 0 ? size : 0);
}

void *
realloc (void *memory,
         size_t size)
{
  return note (__libc_realloc (memory, size), size);
}

#endif

/* A library that cannot go on without memory aborts; the client learns why. */
static void
abort_cb (int signal_number)
{
  _exit (ran_out ? ANC_READER_EXIT_NO_MEMORY : 128 + signal_number);
}

/**
 * anc_memory_watch_start:
 *
 * Tells a death from want of memory by the exit status.
 */
void
anc_memory_watch_start (void)
{
  struct sigaction action = { .sa_handler = abort_cb };

  sigaction (SIGABRT, &action, NULL);
  sigaction (SIGTRAP, &action, NULL);
}

void
anc_memory_watch_reset (void)
{
  ran_out = FALSE;
}

/**
 * anc_memory_watch_ran_out:
 *
 * Returns: whether memory was refused since the last reset
 */
gboolean
anc_memory_watch_ran_out (void)
{
  return ran_out;
}
