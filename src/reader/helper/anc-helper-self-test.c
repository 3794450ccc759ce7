/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-helper-calls.h"
#include "anc-reader-error.h"

#include "anc-escape.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* What a document that took the helper over would try, beside what every program here is tried with. Each
 * gives 0 if it worked, else the error number, unless the attempt is the end of the process. */

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
  { "connect-again", try_connect_again },
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
  int status;

  g_variant_get (body, "(&s&s)", &name, &argument);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (strcmp (attempts[i].name, name) == 0)
      return g_variant_new ("(i)", attempts[i].try (self, argument));

  status = anc_escape_try (name, argument);
  if (status >= 0)
    return g_variant_new ("(i)", status);

  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "there is no such attempt");
  return NULL;
}
