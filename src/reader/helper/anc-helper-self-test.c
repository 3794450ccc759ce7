/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-helper-calls.h"
#include "anc-reader-error.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* What a document that took the helper over would try. Each gives 0 if it worked, else the error
 * number, unless the attempt is the end of the process. */

static int
try_read_file (AncHelper *self,
               const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  return fd >= 0 ? 0 : errno;
}

static int
try_list_folder (AncHelper *self,
                 const char *path)
{
  return opendir (path) != NULL ? 0 : errno;
}

static int
try_write_file (AncHelper *self,
                const char *path)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  return fd >= 0 ? 0 : errno;
}

static int
try_create_file (AncHelper *self,
                 const char *path)
{
  int fd = open (path, O_RDONLY | O_CREAT | O_CLOEXEC, 0600);

  return fd >= 0 ? 0 : errno;
}

static int
try_remove_file (AncHelper *self,
                 const char *path)
{
  return unlink (path) == 0 ? 0 : errno;
}

static int
try_rename_file (AncHelper *self,
                 const char *path)
{
  g_autofree char *other = g_strconcat (path, ".moved", NULL);

  return rename (path, other) == 0 ? 0 : errno;
}

static int
try_connect_inet (AncHelper *self,
                  const char *port)
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
try_connect_unix (AncHelper *self,
                  const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);

  return fd >= 0 && connect (fd, (struct sockaddr *) &address, sizeof address) == 0 ? 0 : errno;
}

/* The socket that it has, used to make another. */
static int
try_connect_again (AncHelper *self,
                   const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);

  return connect (ANC_READER_SOCKET_FD, (struct sockaddr *) &address, sizeof address) == 0 ? 0 : errno;
}

static int
try_execute (AncHelper *self,
             const char *path)
{
  char *const arguments[] = { (char *) path, NULL };

  execv (path, arguments);

  return errno;
}

static int
try_fork (AncHelper *self,
          const char *argument)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);

  return pid > 0 ? 0 : errno;
}

static int
try_kill_parent (AncHelper *self,
                 const char *pid)
{
  return kill (atoi (pid), 0) == 0 ? 0 : errno;
}

static int
try_make_code (AncHelper *self,
               const char *argument)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                 != MAP_FAILED
             ? 0
             : errno;
}

/* What libraries do that can live without the memory: the request must not pass for done. */
static int
try_much_memory (AncHelper *self,
                 const char *argument)
{
  g_autofree char *memory = malloc (2UL * 1024 * 1024 * 1024);

  return memory != NULL ? 0 : ENOMEM;
}

/* What those do that cannot. */
static int
try_all_memory (AncHelper *self,
                const char *argument)
{
  for (volatile gboolean forever = TRUE; forever;)
    g_malloc (1024 * 1024);

  return 0;
}

static int
try_large_file (AncHelper *self,
                const char *argument)
{
  int fd = memfd_create ("large", MFD_CLOEXEC);

  signal (SIGXFSZ, SIG_IGN);

  return ftruncate (fd, 1L << 40) == 0 ? 0 : errno;
}

static int
try_hang (AncHelper *self,
          const char *argument)
{
  for (volatile gboolean forever = TRUE; forever;)
    ;

  return 0;
}

static int
try_sleep (AncHelper *self,
           const char *argument)
{
  while (sleep (1000) == 0)
    ;

  return 0;
}

/* Not an attack: a request that takes a while, in milliseconds. */
static int
try_pause (AncHelper *self,
           const char *milliseconds)
{
  g_usleep (1000 * (gulong) atoi (milliseconds));

  return 0;
}

/* Progress that never gets anywhere. */
static int
try_idle_progress (AncHelper *self,
                   const char *argument)
{
  for (volatile gboolean forever = TRUE; forever;)
    {
      anc_helper_report_progress (self, 1, 10);
      g_usleep (G_USEC_PER_SEC / 10);
    }

  return 0;
}

static int
try_crash (AncHelper *self,
           const char *argument)
{
  raise (SIGSEGV);

  return 0;
}

/* Bytes that are no message. */
static int
try_garbage (AncHelper *self,
             const char *argument)
{
  static const char garbage[4096] = "%PDF-1.4 nonsense";

  return write (ANC_READER_SOCKET_FD, garbage, sizeof garbage) > 0 ? 0 : errno;
}

/* The answer to a request that was never made. */
static int
try_wrong_answer (AncHelper *self,
                  const char *argument)
{
  anc_reader_channel_send (
      self->channel, ANC_READER_CALL_READ, self->serial + 1, g_variant_new ("(s)", "{}"), -1, NULL);

  return 0;
}

static const struct
{
  const char *name;
  int (*try) (AncHelper *self,
              const char *argument);
} attempts[] = {
  { "read-file", try_read_file },
  { "list-folder", try_list_folder },
  { "write-file", try_write_file },
  { "create-file", try_create_file },
  { "remove-file", try_remove_file },
  { "rename-file", try_rename_file },
  { "connect-inet", try_connect_inet },
  { "connect-unix", try_connect_unix },
  { "connect-again", try_connect_again },
  { "execute", try_execute },
  { "fork", try_fork },
  { "kill-parent", try_kill_parent },
  { "make-code", try_make_code },
  { "much-memory", try_much_memory },
  { "all-memory", try_all_memory },
  { "large-file", try_large_file },
  { "hang", try_hang },
  { "sleep", try_sleep },
  { "pause", try_pause },
  { "idle-progress", try_idle_progress },
  { "crash", try_crash },
  { "garbage", try_garbage },
  { "wrong-answer", try_wrong_answer },
};

GVariant *
anc_helper_self_test (AncHelper *self,
                      GVariant *body,
                      int *fd,
                      GError **error)
{
  const char *name;
  const char *argument;

  g_variant_get (body, "(&s&s)", &name, &argument);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (strcmp (attempts[i].name, name) == 0)
      return g_variant_new ("(i)", attempts[i].try (self, argument));

  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "there is no such attempt");
  return NULL;
}
