/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-channel.h"
#include "anc-reader-error.h"

#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAGIC 0x31434e41u

/* A client's channel, and the bare socket at its other end. */
typedef struct
{
  AncReaderChannel *channel;
  int other;
} Pair;

/* There is nothing to wait for: what is not there never comes. */
static gboolean
refuse_to_wait (int fd,
                short events,
                gpointer user_data,
                GError **error)
{
  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TIMEOUT, "nothing comes");
  return FALSE;
}

static Pair
create_pair (void)
{
  Pair pair;
  int sockets[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets), ==, 0);
  pair.channel = anc_reader_channel_new (sockets[0], ANC_READER_REPLIES, refuse_to_wait, NULL);
  pair.other = sockets[1];

  return pair;
}

static void
clear_pair (Pair *pair)
{
  anc_reader_channel_free (pair->channel);
  if (pair->other >= 0)
    close (pair->other);
}

static void
write_all (int fd,
           gconstpointer bytes,
           gsize size)
{
  g_assert_cmpint (write (fd, bytes, size), ==, (gssize) size);
}

static void
write_message (int fd,
               guint32 magic,
               guint32 kind,
               guint32 size,
               gconstpointer body,
               gsize body_size)
{
  const guint32 header[] = { magic, kind, 1, size };

  write_all (fd, header, sizeof header);
  write_all (fd, body, body_size);
}

static void
assert_refused (Pair *pair,
                AncReaderError code)
{
  g_auto (AncReaderMessage) message = ANC_READER_MESSAGE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (anc_reader_channel_receive (pair->channel, &message, &error));
  g_assert_error (error, ANC_READER_ERROR, (int) code);
  g_assert_null (message.body);
  g_assert_cmpint (message.fd, ==, -1);
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

/* ---- Good messages ------------------------------------------------------------------------- */

static void
test_round_trip (void)
{
  Pair pair = create_pair ();
  AncReaderChannel *helper = anc_reader_channel_new (pair.other, ANC_READER_REQUESTS, refuse_to_wait, NULL);
  g_auto (AncReaderMessage) request = ANC_READER_MESSAGE_INIT;
  g_auto (AncReaderMessage) reply = ANC_READER_MESSAGE_INIT;
  g_autoptr (GError) error = NULL;
  int null = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  const char *text;

  g_assert_true (anc_reader_channel_send (
      pair.channel, ANC_READER_CALL_OPEN, 7, g_variant_new ("(ms)", "é"), null, &error));
  g_assert_true (anc_reader_channel_receive (helper, &request, &error));
  g_assert_cmpuint (request.kind, ==, ANC_READER_CALL_OPEN);
  g_assert_cmpuint (request.serial, ==, 7);
  g_variant_get (request.body, "(m&s)", &text);
  g_assert_cmpstr (text, ==, "é");
  g_assert_cmpint (request.fd, >=, 0);
  g_assert_cmpint (fcntl (request.fd, F_GETFD), ==, FD_CLOEXEC);

  g_assert_true (anc_reader_channel_send (
      helper, ANC_READER_REPLY_ERROR, 7, g_variant_new ("(us)", 1, "no"), -1, &error));
  g_assert_true (anc_reader_channel_receive (pair.channel, &reply, &error));
  g_assert_cmpuint (reply.kind, ==, ANC_READER_REPLY_ERROR);
  g_assert_cmpint (reply.fd, ==, -1);
  g_assert_no_error (error);

  close (null);
  anc_reader_channel_free (helper);
  pair.other = -1;
  clear_pair (&pair);
}

static gpointer
send_in_thread (gpointer data)
{
  g_autofree char *text = g_strnfill (8 * 1024 * 1024, 'x');
  const gsize size = strlen (text) + 1;

  write_message (*(const int *) data, MAGIC, ANC_READER_CALL_READ, (guint32) size, text, size);

  return NULL;
}

static gboolean
wait_a_little (int fd,
               short events,
               gpointer user_data,
               GError **error)
{
  g_usleep (100);
  return TRUE;
}

/* Longer than a socket holds: it comes in pieces. */
static void
test_long (void)
{
  int sockets[2];
  AncReaderChannel *channel;
  g_auto (AncReaderMessage) message = ANC_READER_MESSAGE_INIT;
  g_autoptr (GError) error = NULL;
  GThread *sender;
  const char *text;

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets), ==, 0);
  channel = anc_reader_channel_new (sockets[0], ANC_READER_REPLIES, wait_a_little, NULL);
  sender = g_thread_new ("sender", send_in_thread, &sockets[1]);
  g_assert_true (anc_reader_channel_receive (channel, &message, &error));
  g_assert_no_error (error);
  g_variant_get (message.body, "(&s)", &text);
  g_assert_cmpuint (strlen (text), ==, 8 * 1024 * 1024);

  g_thread_join (sender);
  close (sockets[1]);
  anc_reader_channel_free (channel);
}

/* ---- Bad messages -------------------------------------------------------------------------- */

static void
test_malformed (void)
{
  static const struct
  {
    guint32 magic;
    guint32 kind;
    guint32 size;
    const char *body;
    gsize body_size;
    AncReaderError code;
    const char *why;
  } rows[] = {
    { 0x46445025, ANC_READER_CALL_READ, 3, "{}", 3, ANC_READER_ERROR_PROTOCOL, "not a header" },
    { MAGIC, 99, 3, "{}", 3, ANC_READER_ERROR_PROTOCOL, "no such kind" },
    { MAGIC,
      ANC_READER_N_CALLS,
      3,
      "{}",
      3,
      ANC_READER_ERROR_PROTOCOL,
      "one beyond the last kind" },
    { MAGIC, G_MAXUINT32, 3, "{}", 3, ANC_READER_ERROR_PROTOCOL, "far beyond" },
    { MAGIC, ANC_READER_CALL_READ, G_MAXUINT32, "{}", 3, ANC_READER_ERROR_PROTOCOL, "too long" },
    { MAGIC,
      ANC_READER_CALL_READ,
      ANC_READER_MAX_REPLY + 1,
      "{}",
      3,
      ANC_READER_ERROR_PROTOCOL,
      "a byte too long" },
    { MAGIC,
      ANC_READER_CALL_READ,
      ANC_READER_MAX_REPLY,
      "{}",
      3,
      ANC_READER_ERROR_TIMEOUT,
      "promised and not sent" },
    { MAGIC,
      ANC_READER_CALL_READ,
      2,
      "{}",
      2,
      ANC_READER_ERROR_PROTOCOL,
      "a string without its end" },
    { MAGIC,
      ANC_READER_CALL_READ,
      3,
      "\xff}",
      3,
      ANC_READER_ERROR_PROTOCOL,
      "a string that is not UTF-8" },
    { MAGIC,
      ANC_READER_CALL_READ,
      0,
      "",
      0,
      ANC_READER_ERROR_PROTOCOL,
      "nothing where something is" },
    { MAGIC,
      ANC_READER_CALL_RENDER,
      11,
      "01234567890",
      11,
      ANC_READER_ERROR_PROTOCOL,
      "a byte missing" },
    { MAGIC,
      ANC_READER_CALL_OUTLINE,
      8,
      "\xff\xff\xff\xff\xff\xff\xff\xff",
      8,
      ANC_READER_ERROR_PROTOCOL,
      "offsets beyond" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Pair pair = create_pair ();

      g_test_message ("%s", rows[i].why);
      write_message (pair.other, rows[i].magic, rows[i].kind, rows[i].size, rows[i].body, rows[i].body_size);
      assert_refused (&pair, rows[i].code);
      clear_pair (&pair);
    }
}

/* Every way in which the other end can break off. */
static void
test_truncated (void)
{
  const guint32 header[] = { MAGIC, ANC_READER_CALL_RENDER, 1, 12 };
  const guint32 body[] = { 10, 10, 40 };
  char bytes[sizeof header + sizeof body];

  memcpy (bytes, header, sizeof header);
  memcpy (bytes + sizeof header, body, sizeof body);
  for (gsize length = 0; length < sizeof bytes; length++)
    {
      Pair pair = create_pair ();

      write_all (pair.other, bytes, length);
      close (pair.other);
      pair.other = -1;
      assert_refused (&pair, ANC_READER_ERROR_CRASHED);
      clear_pair (&pair);
    }
}

/* Any single bit wrong gives an error or a message, and nothing else. */
static void
test_flipped (void)
{
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new_parsed ("([(uint32 0, 'Un', 1), (1, 'Deux', 2)],)"));
  gsize size = g_variant_get_size (variant);

  for (gsize bit = 0; bit < size * 8; bit++)
    {
      Pair pair = create_pair ();
      g_auto (AncReaderMessage) message = ANC_READER_MESSAGE_INIT;
      g_autofree char *body = g_memdup2 (g_variant_get_data (variant), size);
      g_autoptr (GError) error = NULL;

      body[bit / 8] ^= (char) (1 << bit % 8);
      write_message (pair.other, MAGIC, ANC_READER_CALL_OUTLINE, (guint32) size, body, size);
      if (anc_reader_channel_receive (pair.channel, &message, &error))
        g_assert_true (g_variant_is_normal_form (message.body));
      else
        g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_PROTOCOL);
      clear_pair (&pair);
    }
}

static void
send_descriptors (int fd,
                  guint n)
{
  union
  {
    char bytes[CMSG_SPACE (16 * sizeof (int))];
    struct cmsghdr align;
  } control = { 0 };
  const guint32 bytes[] = { MAGIC, ANC_READER_CALL_RENDER, 1, 12, 10, 10, 40 };
  struct iovec part = { (gpointer) bytes, sizeof bytes };
  struct msghdr message = { .msg_iov = &part,
                            .msg_iovlen = 1,
                            .msg_control = control.bytes,
                            .msg_controllen = CMSG_SPACE (n * sizeof (int)) };
  struct cmsghdr *header = CMSG_FIRSTHDR (&message);

  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN (n * sizeof (int));
  for (guint i = 0; i < n; i++)
    memcpy (CMSG_DATA (header) + i * sizeof (int), &fd, sizeof (int));
  g_assert_cmpint (sendmsg (fd, &message, 0), ==, sizeof bytes);
}

/* More descriptors than one are an error, and none of them stays open. */
static void
test_descriptors (void)
{
  static const guint counts[] = { 2, 3, 4, 5, 16 };
  guint before = count_descriptors ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      Pair pair = create_pair ();

      send_descriptors (pair.other, counts[i]);
      assert_refused (&pair, ANC_READER_ERROR_PROTOCOL);
      clear_pair (&pair);
      g_assert_cmpuint (count_descriptors (), ==, before);
    }
}

static void
test_send_too_long (void)
{
  Pair pair = create_pair ();
  g_autofree char *text = g_strnfill (ANC_READER_MAX_REQUEST, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (anc_reader_channel_send (
      pair.channel, ANC_READER_CALL_SEARCH, 1, g_variant_new ("(suus)", text, 0, 1, "never"), -1, &error));
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE);
  clear_pair (&pair);
}

/* Writing to one who is gone is an error, not a signal. */
static void
test_send_to_nobody (void)
{
  Pair pair = create_pair ();
  g_autoptr (GError) error = NULL;

  close (pair.other);
  pair.other = -1;
  g_assert_false (anc_reader_channel_send (
      pair.channel, ANC_READER_CALL_INFO, 1, g_variant_new ("()"), -1, &error));
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_CRASHED);
  clear_pair (&pair);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/channel/round-trip", test_round_trip);
  g_test_add_func ("/reader/channel/long", test_long);
  g_test_add_func ("/reader/channel/malformed", test_malformed);
  g_test_add_func ("/reader/channel/truncated", test_truncated);
  g_test_add_func ("/reader/channel/flipped", test_flipped);
  g_test_add_func ("/reader/channel/descriptors", test_descriptors);
  g_test_add_func ("/reader/channel/send-too-long", test_send_too_long);
  g_test_add_func ("/reader/channel/send-to-nobody", test_send_to_nobody);

  return g_test_run ();
}
