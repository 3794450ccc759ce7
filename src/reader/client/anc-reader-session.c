/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-session.h"

#include "anc-reader-channel.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* A document whose helpers died this often in a row is asked nothing more. */
#define MAX_DEATHS 5

/* How long a helper may go on with what nobody waits for any more: most requests end sooner, and it
 * is then spared a new start. */
#define GRACE (G_USEC_PER_SEC / 4)

struct _AncReaderSession
{
  AncReaderLauncher *launcher;
  int document; /* not owned */
  char *password;
  int niceness;
  GCancellable *closing; /* ends whatever goes on, at once */

  int helper;                /* its process number */
  AncReaderChannel *channel; /* NULL while there is no helper */
  GVariant *opened;          /* what the helper said of the document; NULL while none has it open */
  guint n_deaths;
  guint32 serial;

  /* of the request that is being waited for */
  GCancellable *cancellable;
  gint64 deadline; /* µs, monotonic */
};

/**
 * anc_reader_session_new:
 * @launcher: starts helpers
 * @document: the document, open to be read; stays the caller's and open
 * @password: (nullable): its password
 * @niceness: by how much its helpers are nicer than others, 0 to 19
 * @closing: cancelled from any thread, ends the helper whatever it does
 *
 * Returns: (transfer full): the session; nothing is started yet
 */
AncReaderSession *
anc_reader_session_new (AncReaderLauncher *launcher,
                        int document,
                        const char *password,
                        int niceness,
                        GCancellable *closing)
{
  AncReaderSession *self = g_new0 (AncReaderSession, 1);

  self->launcher = anc_reader_launcher_ref (launcher);
  self->document = document;
  self->password = g_strdup (password);
  self->niceness = niceness;
  self->closing = g_object_ref (closing);

  return self;
}

/* What a helper died of that was not ended by us. */
static AncReaderError
explain_death (int status)
{
  if (status < 0)
    return ANC_READER_ERROR_UNAVAILABLE;
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
    return ANC_READER_ERROR_TIMEOUT;
  if (WIFEXITED (status) && WEXITSTATUS (status) == ANC_READER_EXIT_NO_MEMORY)
    return ANC_READER_ERROR_TOO_LARGE;
  if (WIFEXITED (status) && WEXITSTATUS (status) == ANC_READER_EXIT_UNCONFINED)
    return ANC_READER_ERROR_UNAVAILABLE;

  return ANC_READER_ERROR_CRASHED;
}

/* Ends the helper, be it dead already; how it ended. */
static int
stop (AncReaderSession *self)
{
  g_clear_pointer (&self->opened, g_variant_unref);
  if (self->channel == NULL)
    return -1;

  g_clear_pointer (&self->channel, anc_reader_channel_free);

  return anc_reader_launcher_bury (self->launcher, self->helper);
}

void
anc_reader_session_free (AncReaderSession *self)
{
  stop (self);
  g_object_unref (self->closing);
  g_free (self->password);
  anc_reader_launcher_unref (self->launcher);
  g_free (self);
}

/* ---- Waiting ------------------------------------------------------------------------------- */

/* Milliseconds until then, at least 0, rounded up so that the wait is not over too soon. */
static int
get_timeout (gint64 deadline)
{
  gint64 left = deadline - g_get_monotonic_time ();

  return left > 0 ? (int) MIN ((left + 999) / 1000, G_MAXINT) : 0;
}

/* Waits for the helper until the deadline. Cancelling brings the deadline near. */
static gboolean
wait_for_helper (int fd,
                 short events,
                 gpointer user_data,
                 GError **error)
{
  AncReaderSession *self = user_data;
  int cancellable_fd = g_cancellable_get_fd (self->cancellable); /* -1 without one, which poll passes over */
  struct pollfd polled[] = {
    { fd, events, 0 },
    { g_cancellable_get_fd (self->closing), POLLIN, 0 },
    { cancellable_fd, POLLIN, 0 },
  };
  int n;

  do
    {
      gboolean is_cancelled = g_cancellable_is_cancelled (self->cancellable);

      if (is_cancelled)
        self->deadline = MIN (self->deadline, g_get_monotonic_time () + GRACE);
      polled[2].fd = is_cancelled ? -1 : cancellable_fd;
      n = poll (polled, G_N_ELEMENTS (polled), get_timeout (self->deadline));
    }
  while (n < 0 ? errno == EINTR : n > 0 && polled[0].revents == 0 && polled[1].revents == 0);

  g_cancellable_release_fd (self->closing);
  g_cancellable_release_fd (self->cancellable);

  if (g_cancellable_set_error_if_cancelled (self->closing, error))
    return FALSE;
  if (n > 0)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TIMEOUT, "the document takes too long");

  return FALSE;
}

/* ---- One request --------------------------------------------------------------------------- */

static void
set_deadline (AncReaderSession *self,
              AncReaderCall call)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->deadline = g_get_monotonic_time () + (gint64) anc_reader_protocol_get_seconds (call) * G_USEC_PER_SEC;
}

static gboolean
fail (GError **error,
      const char *reason)
{
  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_PROTOCOL, reason);
  return FALSE;
}

/* What the helper itself says is wrong with the document; it stays alive. */
static void
take_error (const AncReaderMessage *reply,
            GError **error)
{
  const char *text;
  guint32 code;

  g_variant_get (reply->body, "(u&s)", &code, &text);
  g_set_error_literal (error,
                       ANC_READER_ERROR,
                       code < ANC_READER_N_ERRORS ? (int) code : ANC_READER_ERROR_PROTOCOL,
                       text);
}

/* The next reply that is not about progress. Each report must get further than the one before, so
 * that a helper cannot put its deadline off for ever. */
static gboolean
receive_reply (AncReaderSession *self,
               AncReaderCall call,
               AncReaderMessage *reply,
               AncReaderProgress progress,
               gpointer user_data,
               GError **error)
{
  guint done = 0, now_done, total;

  for (;;)
    {
      g_auto (AncReaderMessage) message = ANC_READER_MESSAGE_INIT;

      if (!anc_reader_channel_receive (self->channel, &message, error))
        return FALSE;
      if (message.serial != self->serial)
        return fail (error, "this answers no request");
      if (message.kind != ANC_READER_REPLY_PROGRESS)
        {
          *reply = anc_reader_message_steal (&message);
          return TRUE;
        }

      g_variant_get (message.body, "(uu)", &now_done, &total);
      if (now_done <= done || now_done > total || total > ANC_READER_MAX_PAGES)
        return fail (error, "this is no progress");
      done = now_done;
      set_deadline (self, call);
      if (progress != NULL)
        progress (done, total, user_data);
    }
}

static gboolean
exchange (AncReaderSession *self,
          AncReaderCall call,
          GVariant *body,
          int fd,
          AncReaderMessage *reply,
          AncReaderProgress progress,
          gpointer user_data,
          GError **error)
{
  self->serial++;
  set_deadline (self, call);
  if (!anc_reader_channel_send (self->channel, call, self->serial, body, fd, error)
      || !receive_reply (self, call, reply, progress, user_data, error))
    return FALSE;
  if (reply->kind != (guint32) call && reply->kind != ANC_READER_REPLY_ERROR)
    return fail (error, "this is the answer to another request");
  if (reply->fd >= 0 && call != ANC_READER_CALL_RENDER)
    return fail (error, "a descriptor that was not asked for");

  return TRUE;
}

static const char *
describe_death (AncReaderError cause)
{
  switch (cause)
    {
    case ANC_READER_ERROR_TIMEOUT:
      return "the document takes too long";
    case ANC_READER_ERROR_TOO_LARGE:
      return "the document takes too much memory";
    case ANC_READER_ERROR_UNAVAILABLE:
      return "the reader is not there";
    default:
      return "the reader died of the document";
    }
}

/* After an exchange that failed the helper is gone or of no more use; says why. */
static void
bury (AncReaderSession *self,
      GError **error)
{
  AncReaderError cause = explain_death (stop (self));

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->n_deaths++;
  if (g_error_matches (*error, ANC_READER_ERROR, ANC_READER_ERROR_CRASHED))
    {
      g_clear_error (error);
      g_set_error_literal (error, ANC_READER_ERROR, (int) cause, describe_death (cause));
    }
}

/* ---- The helper ---------------------------------------------------------------------------- */

/* From outside, so that a helper needs no leave to change it. It has not been told anything yet. Where it cannot be done,
 * the helper works as fast as the others. */
static void
make_nicer (AncReaderSession *self)
{
  const int niceness = getpriority (PRIO_PROCESS, (id_t) self->helper) + self->niceness;

  if (self->niceness > 0 && setpriority (PRIO_PROCESS, (id_t) self->helper, niceness) != 0)
    g_info ("a reader is no nicer than others: %s", g_strerror (errno));
}

static gboolean
start (AncReaderSession *self,
       GError **error)
{
  int socket_fd;

  if (self->n_deaths >= MAX_DEATHS)
    {
      g_set_error_literal (error,
                           ANC_READER_ERROR,
                           ANC_READER_ERROR_CRASHED,
                           "the document has killed too many readers");
      return FALSE;
    }

  self->helper = anc_reader_launcher_start (self->launcher, &socket_fd, error);
  if (self->helper < 0)
    return FALSE;
  make_nicer (self);
  self->channel = anc_reader_channel_new (socket_fd, ANC_READER_REPLIES, wait_for_helper, self);

  return TRUE;
}

/* Sees that a helper has the document open. */
static gboolean
ensure_open (AncReaderSession *self,
             GError **error)
{
  g_auto (AncReaderMessage) reply = ANC_READER_MESSAGE_INIT;
  g_autoptr (GError) local = NULL;

  if (self->opened != NULL)
    return TRUE;
  if (self->channel == NULL && !start (self, error))
    return FALSE;

  if (!exchange (self,
                 ANC_READER_CALL_OPEN,
                 g_variant_new ("(ms)", self->password),
                 self->document,
                 &reply,
                 NULL,
                 NULL,
                 &local))
    bury (self, &local);
  else if (reply.kind == ANC_READER_REPLY_ERROR)
    take_error (&reply, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  self->opened = g_steal_pointer (&reply.body);

  return TRUE;
}

/**
 * anc_reader_session_open:
 * @self: a session
 * @cancellable: (nullable): gives up when it is cancelled
 *
 * Opens the document, unless it is open.
 *
 * Returns: (transfer full): what the helper said of it: `(su)`, its form and its pages, or %NULL with
 *   an #AncReaderError or #G_IO_ERROR_CANCELLED
 */
GVariant *
anc_reader_session_open (AncReaderSession *self,
                         GCancellable *cancellable,
                         GError **error)
{
  gboolean is_open;

  self->cancellable = cancellable;
  is_open = ensure_open (self, error);
  self->cancellable = NULL;

  return is_open ? g_variant_ref (self->opened) : NULL;
}

/**
 * anc_reader_session_call:
 * @self: a session
 * @call: a request but OPEN
 * @body: the request; taken if floating
 * @fd: (inout): a descriptor to send along, or -1, which stays the caller's; the one that came with
 *   the answer, or -1, owned by the caller
 * @cancellable: (nullable): gives up when it is cancelled
 * @progress: (nullable): is told how far the helper is
 *
 * Asks, starting a helper where there is none, and waits for the answer, the time at most that the
 * request may take.
 *
 * Returns: (transfer full): the answer, or %NULL with an #AncReaderError or #G_IO_ERROR_CANCELLED
 */
GVariant *
anc_reader_session_call (AncReaderSession *self,
                         AncReaderCall call,
                         GVariant *body,
                         int *fd,
                         GCancellable *cancellable,
                         AncReaderProgress progress,
                         gpointer user_data,
                         GError **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (body);
  g_auto (AncReaderMessage) reply = ANC_READER_MESSAGE_INIT;
  g_autoptr (GError) local = NULL;

  self->cancellable = cancellable;
  if (ensure_open (self, &local) && !exchange (self, call, owned, *fd, &reply, progress, user_data, &local))
    bury (self, &local);
  self->cancellable = NULL;
  *fd = -1;

  if (local == NULL)
    {
      self->n_deaths = 0;
      if (reply.kind == ANC_READER_REPLY_ERROR)
        take_error (&reply, &local);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  *fd = reply.fd;
  reply.fd = -1;

  return g_steal_pointer (&reply.body);
}
