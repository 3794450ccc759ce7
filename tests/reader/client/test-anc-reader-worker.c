/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static void
assert_still_good (AncReaderDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPicture) picture = anc_fixture_render (document, 0, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (anc_fixture_count_dark (picture), >, 100);
}

/* ---- Bad helpers --------------------------------------------------------------------------- */

/* Each fails its own request with the right error; the next has a new helper. */
static void
test_restarts (void)
{
  static const struct
  {
    const char *attempt;
    AncReaderError code;
  } rows[] = {
    { "crash", ANC_READER_ERROR_CRASHED },
    { "fork", ANC_READER_ERROR_CRASHED },
    { "garbage", ANC_READER_ERROR_PROTOCOL },
    { "wrong-answer", ANC_READER_ERROR_PROTOCOL },
    { "idle-progress", ANC_READER_ERROR_PROTOCOL },
    { "hang", ANC_READER_ERROR_TIMEOUT },
    { "sleep", ANC_READER_ERROR_TIMEOUT },
  };
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      g_test_message ("%s", rows[i].attempt);
      g_assert_cmpint (anc_fixture_try (document, rows[i].attempt, "", &error), ==, -1);
      g_assert_error (error, ANC_READER_ERROR, (int) rows[i].code);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
      assert_still_good (document);
    }
}

static void
test_gives_up (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (AncReaderPicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) helpers = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_clear_error (&error);
      g_assert_cmpint (anc_fixture_try (document, "crash", "", &error), ==, -1);
      g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_CRASHED);
    }

  g_clear_error (&error);
  picture = anc_fixture_render (document, 0, 1, NULL, &error);
  g_assert_null (picture);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_CRASHED);
  helpers = anc_fixture_list_helpers ();
  g_assert_cmpuint (g_strv_length (helpers), ==, 0);
}

static void
test_no_program (void)
{
  static const char *const programs[] = { "/nonexistent/ancrage-reader", "/bin/true", "/bin/pwd" };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr (AncReader) reader = anc_reader_new_for_self_test (programs[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (AncReaderDocument) document = anc_fixture_try_open (reader, "plain.pdf", NULL, &error);

      g_assert_null (document);
      g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_UNAVAILABLE);
    }
}

/* Should the program that starts helpers be killed, there is another for what comes next. */
static void
test_program_dies (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (AncReaderDocument) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPicture) picture = NULL;

  anc_fixture_kill_program ();
  other = anc_fixture_open (reader, "form.pdf");
  assert_still_good (other);

  /* Its helpers died with it. */
  picture = anc_fixture_render (document, 0, 1, NULL, &error);
  g_assert_null (picture);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_UNAVAILABLE);
  assert_still_good (document);
}

/* ---- Order --------------------------------------------------------------------------------- */

static GString *order;

static void
note_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPicture) picture =
      anc_reader_document_render_finish (ANC_READER_DOCUMENT (source), result, &error);

  g_string_append (order, user_data);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append (order, " cancelled");
  else
    g_assert_no_error (error);
  g_string_append_c (order, '\n');
}

static void
render (AncReaderDocument *document,
        int priority,
        GCancellable *cancellable,
        const char *name)
{
  anc_reader_document_render_async (document, 0, 0.1, NULL, priority, cancellable, note_cb, (gpointer) name);
}

/* Keeps the helper busy, and comes back once it is. */
static void
keep_busy (AncReaderDocument *document,
           AncAnswer *answer)
{
  anc_reader_document_self_test_async (document, "pause", "1000", G_MININT, NULL, anc_answer_cb, answer);
}

static void
wait_for_lines (guint n)
{
  for (guint lines = 0; lines < n;)
    {
      g_main_context_iteration (NULL, TRUE);
      lines = 0;
      for (const char *p = order->str; *p != '\0'; p++)
        lines += *p == '\n';
    }
}

static void
test_priority (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_auto (AncAnswer) busy = { NULL };

  order = g_string_new (NULL);
  keep_busy (document, &busy);
  render (document, ANC_READER_PRIORITY_THUMBNAIL, NULL, "thumbnail 1");
  render (document, ANC_READER_PRIORITY_THUMBNAIL, NULL, "thumbnail 2");
  render (document, ANC_READER_PRIORITY_SOON, NULL, "soon");
  render (document, ANC_READER_PRIORITY_SCREEN, NULL, "screen 1");
  render (document, ANC_READER_PRIORITY_SCREEN, NULL, "screen 2");
  wait_for_lines (5);

  g_assert_cmpstr (order->str, ==, "screen 1\nscreen 2\nsoon\nthumbnail 1\nthumbnail 2\n");
  g_string_free (order, TRUE);
}

/* ---- Cancelling ---------------------------------------------------------------------------- */

/* What waits is never begun; who cancels is told before the helper is free again. */
static void
test_cancel_waiting (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (AncAnswer) busy = { NULL };

  order = g_string_new (NULL);
  keep_busy (document, &busy);
  render (document, ANC_READER_PRIORITY_SCREEN, cancellable, "first");
  render (document, ANC_READER_PRIORITY_SCREEN, NULL, "second");
  g_cancellable_cancel (cancellable);
  wait_for_lines (1);
  g_assert_cmpstr (order->str, ==, "first cancelled\n");
  g_assert_null (busy.result);

  wait_for_lines (2);
  g_assert_cmpstr (order->str, ==, "first cancelled\nsecond\n");
  g_assert_nonnull (busy.result);
  g_string_free (order, TRUE);
}

/* A request that hangs is given up at once by the one who asked, and a little later by the reader. */
static void
test_cancel_working (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (AncAnswer) hanging = { NULL };
  gint64 start = g_get_monotonic_time ();

  anc_reader_document_self_test_async (
      document, "hang", "", ANC_READER_PRIORITY_SOON, cancellable, anc_answer_cb, &hanging);
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (anc_reader_document_self_test_finish (document, anc_answer_wait (&hanging), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* It would hang for as long as the request may take. */
  assert_still_good (document);
  g_assert_cmpint (g_get_monotonic_time () - start,
                   <,
                   anc_reader_protocol_get_seconds (ANC_READER_CALL_SELF_TEST) * G_USEC_PER_SEC);
}

/* The same with a document that is made to be drawn for hours. */
static void
test_cancel_hostile (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "nested.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_auto (AncAnswer) answer = { NULL };
  gint64 start = g_get_monotonic_time ();

  order = g_string_new (NULL);
  render (document, ANC_READER_PRIORITY_SCREEN, cancellable, "page");
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  wait_for_lines (1);
  g_assert_cmpstr (order->str, ==, "page cancelled\n");

  anc_reader_document_list_pages_async (document, 0, 1, NULL, anc_answer_cb, &answer);
  pages = anc_reader_document_list_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - start,
                   <,
                   anc_reader_protocol_get_seconds (ANC_READER_CALL_RENDER) * G_USEC_PER_SEC);
  g_string_free (order, TRUE);
}

static void
test_cancelled_before (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  order = g_string_new (NULL);
  g_cancellable_cancel (cancellable);
  render (document, ANC_READER_PRIORITY_SCREEN, cancellable, "never");
  render (document, ANC_READER_PRIORITY_SCREEN, NULL, "after");
  wait_for_lines (2);
  g_assert_cmpstr (order->str, ==, "never cancelled\nafter\n");
  g_string_free (order, TRUE);
}

/* Cancelling from wherever, whenever: every request is answered once. */
static void
test_cancel_race (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  const guint n = 200;

  order = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      render (document, (int) (i % 3), cancellable, "one");
      g_usleep (i * 7 % 1500);
      g_cancellable_cancel (cancellable);
    }
  wait_for_lines (n);
  assert_still_good (document);
  g_string_free (order, TRUE);
}

/* ---- Closing ------------------------------------------------------------------------------- */

static void
test_closes (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  AncReaderDocument *document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (AncAnswer) hanging = { NULL };
  g_auto (GStrv) helpers = anc_fixture_list_helpers ();

  g_assert_cmpuint (g_strv_length (helpers), ==, 1);
  anc_reader_document_self_test_async (document, "hang", "", ANC_READER_PRIORITY_SOON, cancellable, anc_answer_cb, &hanging);
  g_cancellable_cancel (cancellable);
  anc_answer_wait (&hanging);
  anc_answer_clear (&hanging);
  g_object_unref (document);

  for (guint i = 0; i < 500 && g_strv_length (helpers) > 0; i++)
    {
      g_usleep (20000);
      g_strfreev (helpers);
      helpers = anc_fixture_list_helpers ();
    }
  g_assert_cmpuint (g_strv_length (helpers), ==, 0);
}

/* Two documents have two helpers; one that dies leaves the other alone. */
static void
test_apart (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) good = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (AncReaderDocument) bad = anc_fixture_open (reader, "form.pdf");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) helpers = anc_fixture_list_helpers ();

  g_assert_cmpuint (g_strv_length (helpers), ==, 2);
  g_assert_cmpint (anc_fixture_try (bad, "crash", "", &error), ==, -1);
  assert_still_good (good);
}

/* ---- Who goes first ------------------------------------------------------------------------ */

/* The nice value of the one helper that is not among @others. */
static int
get_niceness (char **others,
              int *helper)
{
  g_auto (GStrv) helpers = anc_fixture_list_helpers ();
  int niceness;

  *helper = 0;
  for (guint i = 0; helpers[i] != NULL; i++)
    if (others == NULL || !g_strv_contains ((const char *const *) others, helpers[i]))
      {
        g_assert_cmpint (*helper, ==, 0);
        *helper = atoi (helpers[i]);
      }
  g_assert_cmpint (*helper, >, 1);

  errno = 0;
  niceness = getpriority (PRIO_PROCESS, (id_t) *helper);
  g_assert_cmpint (errno, ==, 0);

  return niceness;
}

/* Who draws is as urgent as the client; who reads behind is less so, and so is the one that comes after it died. */
static void
test_behind (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) drawn = anc_fixture_open (reader, "plain.pdf");
  g_auto (GStrv) first = anc_fixture_list_helpers ();
  g_autoptr (AncReaderDocument) read = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (AncAnswer) answer = { NULL };
  const int fd = anc_fixture_open_file ("plain.pdf"), own = getpriority (PRIO_PROCESS, 0);
  int helper, died;

  if (own == 19)
    {
      g_test_skip ("nothing is nicer than this test");
      close (fd);
      return;
    }
  g_assert_cmpint (get_niceness (NULL, &helper), ==, own);

  anc_reader_open_behind_async (reader, fd, NULL, NULL, anc_answer_cb, &answer);
  close (fd);
  read = anc_reader_open_finish (reader, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_niceness (first, &died), >, own);

  g_assert_cmpint (anc_fixture_try (read, "crash", "", &error), ==, -1);
  assert_still_good (read);
  g_assert_cmpint (get_niceness (first, &helper), >, own);
  g_assert_cmpint (helper, !=, died);
  assert_still_good (drawn);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/worker/restarts", test_restarts);
  g_test_add_func ("/reader/worker/gives-up", test_gives_up);
  g_test_add_func ("/reader/worker/no-program", test_no_program);
  g_test_add_func ("/reader/worker/program-dies", test_program_dies);
  g_test_add_func ("/reader/worker/priority", test_priority);
  g_test_add_func ("/reader/worker/cancel-waiting", test_cancel_waiting);
  g_test_add_func ("/reader/worker/cancel-working", test_cancel_working);
  g_test_add_func ("/reader/worker/cancel-hostile", test_cancel_hostile);
  g_test_add_func ("/reader/worker/cancelled-before", test_cancelled_before);
  g_test_add_func ("/reader/worker/cancel-race", test_cancel_race);
  g_test_add_func ("/reader/worker/closes", test_closes);
  g_test_add_func ("/reader/worker/apart", test_apart);
  g_test_add_func ("/reader/worker/behind", test_behind);

  return g_test_run ();
}
