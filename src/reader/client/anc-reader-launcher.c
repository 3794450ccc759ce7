/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-launcher.h"

#include "anc-reader-channel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct _AncReaderLauncher
{
  gatomicrefcount ref_count;
  char *program;
  gboolean obeys_self_test;

  GMutex mutex;
  AncReaderChannel *channel; /* NULL while the program does not run */
  pid_t pid;
  guint32 serial;
};

/* ---- The program ---------------------------------------------------------------------------- */

/* What the program learns of the session: where fonts and OCR data are. Its home is nowhere, so that
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

/* The program has the socket, and no other descriptor of ours. What its libraries complain about is
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
  /* A group of its own: Ctrl-C on a terminal is for the client, which then ends its helpers. */
  posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);

  posix_spawn_file_actions_init (&actions);
  status = set_descriptors (&actions, socket_fd);
  if (status == 0)
    status = posix_spawn (pid, program, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy (&actions);
  posix_spawnattr_destroy (&attributes);

  return status;
}

/* Waits for the program as long as it may take. */
static gboolean
wait_for_program (int fd,
                  short events,
                  gpointer user_data,
                  GError **error)
{
  struct pollfd polled = { fd, events, 0 };
  int n;

  do
    n = poll (&polled, 1, (int) anc_reader_protocol_get_seconds (ANC_READER_CALL_START) * 1000);
  while (n < 0 && errno == EINTR);
  if (n == 0)
    g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TIMEOUT, "the reader does not answer");

  return n > 0;
}

static void
stop_program (AncReaderLauncher *self)
{
  if (self->channel == NULL)
    return;

  g_clear_pointer (&self->channel, anc_reader_channel_free);
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
    ;
}

static gboolean
ensure_program (AncReaderLauncher *self,
                GError **error)
{
  int sockets[2];
  int status;

  if (self->channel != NULL)
    return TRUE;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    status = errno;
  else
    {
      status = spawn (self->program, self->obeys_self_test, sockets[1], &self->pid);
      close (sockets[1]);
      if (status != 0)
        close (sockets[0]);
    }
  if (status != 0)
    {
      g_set_error (error,
                   ANC_READER_ERROR,
                   ANC_READER_ERROR_UNAVAILABLE,
                   "the reader could not be started: %s",
                   g_strerror (status));
      return FALSE;
    }

  self->channel = anc_reader_channel_new (sockets[0], ANC_READER_REPLIES, wait_for_program, NULL);

  return TRUE;
}

/* Asks the program, which is stopped when it makes no sense; FALSE then. */
static gboolean
ask_program (AncReaderLauncher *self,
             AncReaderCall call,
             GVariant *body,
             int fd,
             int *result)
{
  g_auto (AncReaderMessage) reply = ANC_READER_MESSAGE_INIT;

  self->serial++;
  if (!anc_reader_channel_send (self->channel, call, self->serial, body, fd, NULL)
      || !anc_reader_channel_receive (self->channel, &reply, NULL)
      || reply.kind != (guint32) call
      || reply.serial != self->serial)
    {
      stop_program (self);
      return FALSE;
    }

  g_variant_get (reply.body, "(i)", result);

  return TRUE;
}

/* ---- For sessions -------------------------------------------------------------------------- */

/**
 * anc_reader_launcher_new:
 * @program: the path of the program
 * @obeys_self_test: whether its helpers may be told to misbehave
 *
 * Returns: (transfer full): a launcher; nothing is started yet
 */
AncReaderLauncher *
anc_reader_launcher_new (const char *program,
                         gboolean obeys_self_test)
{
  AncReaderLauncher *self = g_new0 (AncReaderLauncher, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->program = g_strdup (program);
  self->obeys_self_test = obeys_self_test;
  g_mutex_init (&self->mutex);

  return self;
}

AncReaderLauncher *
anc_reader_launcher_ref (AncReaderLauncher *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
anc_reader_launcher_unref (AncReaderLauncher *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  stop_program (self);
  g_mutex_clear (&self->mutex);
  g_free (self->program);
  g_free (self);
}

/**
 * anc_reader_launcher_prepare:
 * @self: a launcher
 *
 * Starts the program without waiting for it, so that the first helper is there sooner. That it cannot be
 * started is told to who wants a helper.
 */
void
anc_reader_launcher_prepare (AncReaderLauncher *self)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  ensure_program (self, NULL);
}

/**
 * anc_reader_launcher_start:
 * @self: a launcher
 * @socket_fd: (out): the client's end of the helper's socket, owned by the caller
 *
 * Starts a helper. A program that died since it was last used is started again, once.
 *
 * Returns: the number of the helper's process, to be buried; or -1 with #ANC_READER_ERROR_UNAVAILABLE
 */
int
anc_reader_launcher_start (AncReaderLauncher *self,
                           int *socket_fd,
                           GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gboolean is_running = self->channel != NULL;
  int sockets[2];
  int pid = -1;

  if (!ensure_program (self, error))
    return -1;
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    {
      g_set_error (error,
                   ANC_READER_ERROR,
                   ANC_READER_ERROR_UNAVAILABLE,
                   "the reader has no socket: %s",
                   g_strerror (errno));
      return -1;
    }

  if (!ask_program (self, ANC_READER_CALL_START, g_variant_new ("()"), sockets[1], &pid) && is_running
      && ensure_program (self, NULL))
    ask_program (self, ANC_READER_CALL_START, g_variant_new ("()"), sockets[1], &pid);
  close (sockets[1]);
  if (pid <= 0)
    {
      close (sockets[0]);
      g_set_error_literal (error,
                           ANC_READER_ERROR,
                           ANC_READER_ERROR_UNAVAILABLE,
                           "the reader could not be started");
      return -1;
    }
  *socket_fd = sockets[0];

  return pid;
}

/**
 * anc_reader_launcher_bury:
 * @self: a launcher
 * @pid: a helper that it started
 *
 * Ends a helper, be it dead already.
 *
 * Returns: how it ended, as waitpid() says; -1 if the program is not there to tell, and so neither is
 *   the helper
 */
int
anc_reader_launcher_bury (AncReaderLauncher *self,
                          int pid)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  int status = -1;

  /* The number is the helper's until it is buried, unless the program died, and it with it. */
  if (self->channel == NULL)
    return -1;

  kill (pid, SIGKILL);
  ask_program (self, ANC_READER_CALL_BURY, g_variant_new ("(i)", pid), -1, &status);

  return status;
}
