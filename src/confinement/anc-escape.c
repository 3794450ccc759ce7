/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-escape.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int
try_read_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  return fd >= 0 ? 0 : errno;
}

static int
try_list_folder (const char *path)
{
  return opendir (path) != NULL ? 0 : errno;
}

static int
try_write_file (const char *path)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  return fd >= 0 ? 0 : errno;
}

static int
try_create_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CREAT | O_CLOEXEC, 0600);

  return fd >= 0 ? 0 : errno;
}

static int
try_remove_file (const char *path)
{
  return unlink (path) == 0 ? 0 : errno;
}

static int
try_rename_file (const char *path)
{
  g_autofree char *other = g_strconcat (path, ".moved", NULL);

  return rename (path, other) == 0 ? 0 : errno;
}

static int
try_connect_inet (const char *port)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = htons ((guint16) atoi (port)),
    .sin_addr.s_addr = htonl (INADDR_LOOPBACK),
  };
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  return fd >= 0 && connect (fd, (struct sockaddr *) &address, sizeof address) == 0 ? 0 : errno;
}

static int
try_connect_unix (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);

  return fd >= 0 && connect (fd, (struct sockaddr *) &address, sizeof address) == 0 ? 0 : errno;
}

static int
try_execute (const char *path)
{
  char *const arguments[] = { (char *) path, NULL };

  execv (path, arguments);

  return errno;
}

static int
try_fork (const char *argument)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);

  return pid > 0 ? 0 : errno;
}

/* A process of another kind: it shares our memory until it runs its program. */
static int
try_spawn (const char *path)
{
  char *const arguments[] = { (char *) path, NULL };
  pid_t pid;

  return posix_spawn (&pid, path, NULL, NULL, arguments, NULL);
}

static gpointer
do_nothing (gpointer data)
{
  return data;
}

/* No escape: what Pango does, and must still be able to. */
static int
try_thread (const char *argument)
{
  GThread *thread = g_thread_try_new ("attempt", do_nothing, NULL, NULL);

  if (thread == NULL)
    return EAGAIN;

  g_thread_join (thread);
  return 0;
}

static int
try_kill_parent (const char *pid)
{
  return kill (atoi (pid), 0) == 0 ? 0 : errno;
}

static int
try_make_code (const char *argument)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                 != MAP_FAILED
             ? 0
             : errno;
}

/* What libraries do that can live without the memory: the request must not pass for done. */
static int
try_much_memory (const char *argument)
{
  g_autofree char *memory = malloc (2UL * 1024 * 1024 * 1024);

  return memory != NULL ? 0 : ENOMEM;
}

/* What those do that cannot. */
static int
try_all_memory (const char *argument)
{
  for (volatile gboolean forever = TRUE; forever;)
    g_malloc (1024 * 1024);

  return 0;
}

static int
try_large_file (const char *argument)
{
  int fd = memfd_create ("large", MFD_CLOEXEC);

  signal (SIGXFSZ, SIG_IGN);

  return ftruncate (fd, 1L << 40) == 0 ? 0 : errno;
}

/* To fill the disk through a file it was given. */
static int
try_far_write (const char *fd)
{
  signal (SIGXFSZ, SIG_IGN);

  return pwrite (atoi (fd), "x", 1, 1L << 40) == 1 ? 0 : errno;
}

static const struct
{
  const char *name;
  int (*try) (const char *argument);
} attempts[] = {
  { "read-file", try_read_file },
  { "list-folder", try_list_folder },
  { "write-file", try_write_file },
  { "create-file", try_create_file },
  { "remove-file", try_remove_file },
  { "rename-file", try_rename_file },
  { "connect-inet", try_connect_inet },
  { "connect-unix", try_connect_unix },
  { "execute", try_execute },
  { "fork", try_fork },
  { "spawn", try_spawn },
  { "thread", try_thread },
  { "kill-parent", try_kill_parent },
  { "make-code", try_make_code },
  { "much-memory", try_much_memory },
  { "all-memory", try_all_memory },
  { "large-file", try_large_file },
  { "far-write", try_far_write },
};

/**
 * anc_escape_try:
 * @attempt: "read-file", "connect-inet"…
 * @argument: what to try it on: a path, a port, the number of a process; empty where there is no choice
 *
 * Does what a document would that took the program over. Programs do so when a test tells them to: what a
 * confinement claims is only true once this fails.
 *
 * Returns: 0 if it worked, else the error number, or -1 if there is no such attempt; not at all where the
 *   attempt is the end of the process
 */
int
anc_escape_try (const char *attempt,
                const char *argument)
{
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (strcmp (attempts[i].name, attempt) == 0)
      return attempts[i].try (argument);

  return -1;
}
