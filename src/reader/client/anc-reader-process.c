/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-process.h"

#include "anc-reader-protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct _AncReaderProcess
{
  pid_t pid;
};

/* What the helper learns of the session: where fonts and OCR data are. Its home is nowhere, so that
 * no library of it looks for settings there. */
static char **
create_environment (void)
{
  static const char *const kept[] = {
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "TESSDATA_PREFIX",
    "G_DEBUG",
    "ASAN_OPTIONS",
    "UBSAN_OPTIONS",
  };
  char **environment = g_environ_setenv (NULL, "HOME", "/nonexistent", TRUE);

  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "OMP_THREAD_LIMIT", "1", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_getenv (kept[i]) != NULL)
      environment = g_environ_setenv (environment, kept[i], g_getenv (kept[i]), TRUE);

  return environment;
}

/* The helper has the socket, and no other descriptor of ours. What its libraries complain about is
 * of no use to anyone but those who look for a fault. */
static int
set_descriptors (posix_spawn_file_actions_t *actions,
                 int socket_fd)
{
  gboolean shows_errors = g_getenv ("G_MESSAGES_DEBUG") != NULL;
  int status = posix_spawn_file_actions_adddup2 (actions, socket_fd, ANC_READER_SOCKET_FD);

  if (status == 0)
    status = posix_spawn_file_actions_addopen (actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  if (status == 0)
    status = posix_spawn_file_actions_addopen (actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (status == 0 && !shows_errors)
    status = posix_spawn_file_actions_addopen (actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  if (status == 0)
    status = posix_spawn_file_actions_addclosefrom_np (actions, ANC_READER_SOCKET_FD + 1);

  return status;
}

static int
spawn (const char *program,
       gboolean obeys_self_test,
       int socket_fd,
       pid_t *pid)
{
  char *arguments[] = { (char *) program, obeys_self_test ? (char *) ANC_READER_SELF_TEST_OPTION : NULL, NULL };
  g_auto (GStrv) environment = create_environment ();
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  int status;

  sigemptyset (&none);
  sigfillset (&all);
  posix_spawnattr_init (&attributes);
  posix_spawnattr_setsigmask (&attributes, &none);
  posix_spawnattr_setsigdefault (&attributes, &all);
  /* A group of its own: Ctrl-C on a terminal is for the client, which then ends the helper. */
  posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);

  posix_spawn_file_actions_init (&actions);
  status = set_descriptors (&actions, socket_fd);
  if (status == 0)
    status = posix_spawn (pid, program, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy (&actions);
  posix_spawnattr_destroy (&attributes);

  return status;
}

/**
 * anc_reader_process_start:
 * @program: the path of the helper
 * @obeys_self_test: whether it may be told to misbehave
 * @socket_fd: (out): the client's end of its socket, owned by the caller
 *
 * Returns: (transfer full): the process, or %NULL with #ANC_READER_ERROR_UNAVAILABLE
 */
AncReaderProcess *
anc_reader_process_start (const char *program,
                          gboolean obeys_self_test,
                          int *socket_fd,
                          GError **error)
{
  AncReaderProcess *self;
  int sockets[2];
  int status;
  pid_t pid = -1;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    status = errno;
  else
    {
      status = spawn (program, obeys_self_test, sockets[1], &pid);
      close (sockets[1]);
      if (status != 0)
        close (sockets[0]);
    }
  if (status != 0)
    {
      g_set_error (error, ANC_READER_ERROR, ANC_READER_ERROR_UNAVAILABLE, "the reader could not be started: %s", g_strerror (status));
      return NULL;
    }

  self = g_new0 (AncReaderProcess, 1);
  self->pid = pid;
  *socket_fd = sockets[0];

  return self;
}

static AncReaderError
explain (int status)
{
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
    return ANC_READER_ERROR_TIMEOUT;
  if (WIFEXITED (status) && WEXITSTATUS (status) == ANC_READER_EXIT_NO_MEMORY)
    return ANC_READER_ERROR_TOO_LARGE;
  if (WIFEXITED (status) && WEXITSTATUS (status) == ANC_READER_EXIT_UNCONFINED)
    return ANC_READER_ERROR_UNAVAILABLE;

  return ANC_READER_ERROR_CRASHED;
}

/**
 * anc_reader_process_stop:
 * @self: (transfer full): a helper, be it dead already
 *
 * Ends the helper, at once.
 *
 * Returns: what it died of, if it was dead already
 */
AncReaderError
anc_reader_process_stop (AncReaderProcess *self)
{
  int status = 0;

  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_free (self);

  return explain (status);
}
