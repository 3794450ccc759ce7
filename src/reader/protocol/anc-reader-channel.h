/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-protocol.h"

/**
 * AncReaderChannel:
 *
 * One end of the socket pair between client and helper. Neither end trusts the other: a message
 * that is too long, of the wrong type, not in normal form or cut short is an error, and what came
 * with it is closed. After an error the channel is of no more use.
 */
typedef struct _AncReaderChannel AncReaderChannel;

/**
 * AncReaderWait:
 * @fd: the socket
 * @events: `POLLIN` or `POLLOUT`
 *
 * Waits until the socket can be read or written.
 *
 * Returns: whether it can; else @error is set and the channel gives up
 */
typedef gboolean (*AncReaderWait) (int fd,
                                   short events,
                                   gpointer user_data,
                                   GError **error);

/**
 * AncReaderMessage:
 * @kind: an #AncReaderCall, or one of the replies of every call
 * @serial: the number of the request, which its answer repeats
 * @body: (transfer full): of the type of @kind, in normal form
 * @fd: the descriptor that came with it, or -1; owned
 */
typedef struct
{
  guint32 kind;
  guint32 serial;
  GVariant *body;
  int fd;
} AncReaderMessage;

#define ANC_READER_MESSAGE_INIT \
  {                             \
    0, 0, NULL, -1              \
  }

void anc_reader_message_clear (AncReaderMessage *self);
AncReaderMessage anc_reader_message_steal (AncReaderMessage *self);

AncReaderChannel *anc_reader_channel_new (int fd,
                                          AncReaderDirection receives,
                                          AncReaderWait wait,
                                          gpointer user_data);
void anc_reader_channel_free (AncReaderChannel *self);

gboolean anc_reader_channel_send (AncReaderChannel *self,
                                  guint32 kind,
                                  guint32 serial,
                                  GVariant *body,
                                  int fd,
                                  GError **error);
gboolean anc_reader_channel_receive (AncReaderChannel *self,
                                     AncReaderMessage *message,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReaderChannel, anc_reader_channel_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncReaderMessage, anc_reader_message_clear)
