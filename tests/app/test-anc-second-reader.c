/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"
#include "anc-second-reader.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static int
get_niceness (const char *helper)
{
  int niceness;

  errno = 0;
  niceness = getpriority (PRIO_PROCESS, (id_t) atoi (helper));
  g_assert_cmpint (errno, ==, 0);

  return niceness;
}

/* Reading a scan from its picture stands back when the page is drawn. */
static void
test_stands_back (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) drawn = anc_fixture_open (reader, "plain.pdf");
  g_auto (GStrv) first = anc_fixture_list_helpers ();
  g_auto (GStrv) both = NULL;
  g_autoptr (AncReaderDocument) read = NULL;
  g_autoptr (AncSecondReader) second = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (AncAnswer) answer = { NULL };
  const int fd = anc_fixture_open_file ("plain.pdf");
  const char *other;

  second = anc_second_reader_new (reader, fd, NULL);
  close (fd);
  anc_second_reader_open_async (second, anc_answer_cb, &answer);
  read = anc_second_reader_open_finish (second, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_nonnull (read);

  both = anc_fixture_list_helpers ();
  g_assert_cmpuint (g_strv_length (first), ==, 1);
  g_assert_cmpuint (g_strv_length (both), ==, 2);
  other = g_str_equal (both[0], first[0]) ? both[1] : both[0];
  if (get_niceness (first[0]) == 19)
    g_test_skip ("nothing is nicer than this test");
  else
    g_assert_cmpint (get_niceness (other), >, get_niceness (first[0]));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/second-reader/stands-back", test_stands_back);

  return g_test_run ();
}
