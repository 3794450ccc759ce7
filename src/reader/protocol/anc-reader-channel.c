/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-channel.h"

#include "anc-reader-error.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAGIC 0x31434e41u /* ANC1 */

/* Memory is taken as the bytes come, not as the header promises them. */
#define CHUNK_SIZE (256 * 1024)

/* More descriptors than this never come; those beyond it the kernel closes. */
#define MAX_DESCRIPTORS 4

typedef struct
{
  guint32 magic;
  guint32 kind;
  guint32 serial;
  guint32 size; /* of the body, in bytes */
} Header;

struct _AncReaderChannel
{
  int fd;
  AncReaderDirection receives;
  AncReaderWait wait;
  gpointer user_data;
};

/**
 * anc_reader_message_clear:
 * @self: a message
 *
 * Frees what the message holds, and closes its descriptor.
 */
void
anc_reader_message_clear (AncReaderMessage *self)
{
  g_clear_pointer (&self->body, g_variant_unref);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/**
 * anc_reader_message_steal:
 * @self: a message
 *
 * Returns: (transfer full): what the message holds, which is empty after
 */
AncReaderMessage
anc_reader_message_steal (AncReaderMessage *self)
{
  AncReaderMessage stolen = *self;

  *self = (AncReaderMessage) ANC_READER_MESSAGE_INIT;

  return stolen;
}

/**
 * anc_reader_channel_new:
 * @fd: one end of a stream socket pair; the channel closes it
 * @receives: what comes in on it
 * @wait: waits for the socket
 *
 * Returns: (transfer full): the channel
 */
AncReaderChannel *
anc_reader_channel_new (int fd,
                        AncReaderDirection receives,
                        AncReaderWait wait,
                        gpointer user_data)
{
  AncReaderChannel *self = g_new0 (AncReaderChannel, 1);

  self->fd = fd;
  self->receives = receives;
  self->wait = wait;
  self->user_data = user_data;

  return self;
}

void
anc_reader_channel_free (AncReaderChannel *self)
{
  close (self->fd);
  g_free (self);
}

static gboolean
fail (GError **error,
      const char *reason)
{
  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_PROTOCOL, reason);
  return FALSE;
}

static gboolean
fail_alone (GError **error)
{
  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_CRASHED, "the other end is gone");
  return FALSE;
}

/* After a call on the socket that failed: whether to try again. */
static gboolean
may_go_on (AncReaderChannel *self,
           short events,
           GError **error)
{
  if (errno == EINTR)
    return TRUE;
  if (errno == EAGAIN || errno == EWOULDBLOCK)
    return self->wait (self->fd, events, self->user_data, error);

  return fail_alone (error);
}

/* ---- Sending ------------------------------------------------------------------------------- */

static void
attach_fd (struct msghdr *message,
           char *control,
           gsize control_size,
           int fd)
{
  struct cmsghdr *header;

  message->msg_control = control;
  message->msg_controllen = control_size;
  header = CMSG_FIRSTHDR (message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN (sizeof (int));
  memcpy (CMSG_DATA (header), &fd, sizeof (int));
}

/* Sends all the parts, the descriptor with the first byte. */
static gboolean
send_all (AncReaderChannel *self,
          struct iovec *parts,
          gsize n_parts,
          int fd,
          GError **error)
{
  union
  {
    char bytes[CMSG_SPACE (sizeof (int))];
    struct cmsghdr align;
  } control = { 0 };
  struct msghdr message = { .msg_iov = parts, .msg_iovlen = n_parts };

  if (fd >= 0)
    attach_fd (&message, control.bytes, sizeof control.bytes, fd);

  while (message.msg_iovlen > 0)
    {
      gssize sent = sendmsg (self->fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);

      if (sent < 0 && !may_go_on (self, POLLOUT, error))
        return FALSE;
      if (sent <= 0)
        continue;

      message.msg_control = NULL;
      message.msg_controllen = 0;
      while (message.msg_iovlen > 0 && (gsize) sent >= message.msg_iov[0].iov_len)
        {
          sent -= (gssize) message.msg_iov[0].iov_len;
          message.msg_iov++;
          message.msg_iovlen--;
        }
      if (message.msg_iovlen > 0)
        {
          message.msg_iov[0].iov_base = (char *) message.msg_iov[0].iov_base + sent;
          message.msg_iov[0].iov_len -= (gsize) sent;
        }
    }

  return TRUE;
}

/**
 * anc_reader_channel_send:
 * @self: a channel
 * @kind: what is said
 * @serial: the number of the request
 * @body: of the type of @kind; taken if floating
 * @fd: a descriptor to send along, or -1; stays the caller's
 *
 * Returns: %TRUE, or %FALSE with #ANC_READER_ERROR_TOO_LARGE, #ANC_READER_ERROR_CRASHED when the other
 *   end is gone, or what waiting gave
 */
gboolean
anc_reader_channel_send (AncReaderChannel *self,
                         guint32 kind,
                         guint32 serial,
                         GVariant *body,
                         int fd,
                         GError **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (body);
  AncReaderDirection sends = self->receives == ANC_READER_REPLIES ? ANC_READER_REQUESTS : ANC_READER_REPLIES;
  gsize size = g_variant_get_size (owned);
  Header header = { MAGIC, kind, serial, (guint32) size };
  struct iovec parts[] = {
    { &header, sizeof header },
    { (gpointer) g_variant_get_data (owned), size },
  };

  g_return_val_if_fail (g_variant_is_of_type (owned, anc_reader_protocol_get_type (sends, kind)), FALSE);

  if (size > anc_reader_protocol_get_max_size (sends))
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE, "the message is too long");
      return FALSE;
    }

  return send_all (self, parts, size > 0 ? 2 : 1, fd, error);
}

/* ---- Receiving ----------------------------------------------------------------------------- */

/* Keeps the first descriptor that came, closes the others; FALSE when there was one too many. */
static gboolean
take_descriptors (struct msghdr *message,
                  int *kept)
{
  gboolean is_right = (message->msg_flags & MSG_CTRUNC) == 0;

  for (struct cmsghdr *header = CMSG_FIRSTHDR (message); header != NULL; header = CMSG_NXTHDR (message, header))
    {
      gsize n;

      if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
        continue;

      n = (header->cmsg_len - CMSG_LEN (0)) / sizeof (int);
      for (gsize i = 0; i < n; i++)
        {
          int fd;

          memcpy (&fd, CMSG_DATA (header) + i * sizeof (int), sizeof (int));
          if (*kept < 0)
            *kept = fd;
          else
            {
              close (fd);
              is_right = FALSE;
            }
        }
    }

  return is_right;
}

static gboolean
receive_all (AncReaderChannel *self,
             char *bytes,
             gsize size,
             int *kept,
             GError **error)
{
  while (size > 0)
    {
      union
      {
        char bytes[CMSG_SPACE (MAX_DESCRIPTORS * sizeof (int))];
        struct cmsghdr align;
      } control;
      struct iovec part = { bytes, size };
      struct msghdr message = {
        .msg_iov = &part,
        .msg_iovlen = 1,
        .msg_control = control.bytes,
        .msg_controllen = sizeof control.bytes,
      };
      gssize received = recvmsg (self->fd, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);

      if (received < 0)
        {
          if (!may_go_on (self, POLLIN, error))
            return FALSE;
          continue;
        }
      if (!take_descriptors (&message, kept))
        return fail (error, "more descriptors than a message has");
      if (received == 0)
        return fail_alone (error);

      bytes += received;
      size -= (gsize) received;
    }

  return TRUE;
}

static GBytes *
receive_body (AncReaderChannel *self,
              gsize size,
              int *kept,
              GError **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();

  while (body->len < size)
    {
      guint start = body->len;
      guint length = (guint) MIN (size - start, CHUNK_SIZE);

      g_byte_array_set_size (body, start + length);
      if (!receive_all (self, (char *) body->data + start, length, kept, error))
        return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

/**
 * anc_reader_channel_receive:
 * @self: a channel
 * @message: takes the message; ANC_READER_MESSAGE_INIT
 *
 * Returns: %TRUE, or %FALSE with #ANC_READER_ERROR_PROTOCOL, #ANC_READER_ERROR_CRASHED when the other
 *   end is gone, or what waiting gave
 */
gboolean
anc_reader_channel_receive (AncReaderChannel *self,
                            AncReaderMessage *message,
                            GError **error)
{
  g_auto (AncReaderMessage) taken = ANC_READER_MESSAGE_INIT;
  g_autoptr (GBytes) bytes = NULL;
  const GVariantType *type;
  Header header;

  if (!receive_all (self, (char *) &header, sizeof header, &taken.fd, error))
    return FALSE;
  if (header.magic != MAGIC)
    return fail (error, "this is no message");
  type = anc_reader_protocol_get_type (self->receives, header.kind);
  if (type == NULL)
    return fail (error, "there is no message of this kind");
  if (header.size > anc_reader_protocol_get_max_size (self->receives))
    return fail (error, "the message is too long");

  bytes = receive_body (self, header.size, &taken.fd, error);
  if (bytes == NULL)
    return FALSE;

  taken.kind = header.kind;
  taken.serial = header.serial;
  taken.body = g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, FALSE));
  if (!g_variant_is_normal_form (taken.body))
    return fail (error, "the message is malformed");

  *message = anc_reader_message_steal (&taken);

  return TRUE;
}
