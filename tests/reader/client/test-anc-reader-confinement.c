/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <arpa/inet.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <linux/landlock.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

/* Each test tells a helper, that has a document open, to do what it must not be able to do. */

static gboolean
has_landlock (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

/* The error number that the attempt meets; the helper lives on. */
static int
try_and_live (const char *attempt,
              const char *argument)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  int number = anc_fixture_try (document, attempt, argument, &error);

  g_assert_no_error (error);

  return number;
}

/* The attempt is the helper's end, and the document's error. */
static void
try_and_die (const char *attempt,
             const char *argument,
             AncReaderError code)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  int number = anc_fixture_try (document, attempt, argument, &error);

  g_assert_cmpint (number, ==, -1);
  g_assert_error (error, ANC_READER_ERROR, (int) code);
}

/* In the home folder, which is the test's own. */
static char *
get_path (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "Documents", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);

  return g_build_filename (folder, name, NULL);
}

static char *
write_file (const char *name,
            const char *content)
{
  char *path = get_path (name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* ---- Files --------------------------------------------------------------------------------- */

static void
test_home (void)
{
  g_autofree char *path = write_file ("secret.txt", "secret");

  if (!has_landlock ())
    {
      g_test_skip ("this kernel has no Landlock");
      return;
    }
  g_assert_cmpint (try_and_live ("read-file", path), ==, EACCES);
  g_assert_cmpint (try_and_live ("list-folder", g_get_home_dir ()), ==, EACCES);
}

static void
test_system (void)
{
  static const char *const files[] = {
    "/etc/passwd", "/etc/hostname", "/proc/self/environ", "/proc/self/maps", "/dev/urandom"
  };

  if (!has_landlock ())
    {
      g_test_skip ("this kernel has no Landlock");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmpint (try_and_live ("read-file", files[i]), ==, EACCES);
}

/* What pages are drawn with stays readable. */
static void
test_fonts (void)
{
  g_assert_cmpint (try_and_live ("read-file", "/etc/fonts/fonts.conf"), ==, 0);
  g_assert_cmpint (try_and_live ("list-folder", "/usr/share/fonts"), ==, 0);
}

static void
test_write (void)
{
  g_autofree char *path = write_file ("work.txt", "unchanged");

  g_assert_cmpint (try_and_live ("write-file", path), ==, EACCES);
  g_assert_cmpint (try_and_live ("remove-file", path), ==, EPERM);
  try_and_die ("rename-file", path, ANC_READER_ERROR_CRASHED);
  assert_content (path, "unchanged");
}

static void
test_create (void)
{
  g_autofree char *path = get_path ("made-by-the-helper");

  try_and_die ("create-file", path, ANC_READER_ERROR_CRASHED);
  g_assert_cmpint (g_access (path, F_OK), !=, 0);
}

static void
test_file_size (void)
{
  g_assert_cmpint (try_and_live ("large-file", ""), ==, EFBIG);
}

/* ---- Network ------------------------------------------------------------------------------- */

static gboolean
has_caller (int listener)
{
  int fd = accept4 (listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

  if (fd >= 0)
    close (fd);

  return fd >= 0;
}

static void
test_inet (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t size = sizeof address;
  int listener = socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  g_autofree char *port = NULL;

  g_assert_cmpint (bind (listener, (struct sockaddr *) &address, size), ==, 0);
  g_assert_cmpint (listen (listener, 1), ==, 0);
  g_assert_cmpint (getsockname (listener, (struct sockaddr *) &address, &size), ==, 0);
  port = g_strdup_printf ("%d", ntohs (address.sin_port));

  try_and_die ("connect-inet", port, ANC_READER_ERROR_CRASHED);
  g_assert_false (has_caller (listener));
  close (listener);
}

static void
test_unix (void)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  g_autofree char *path = get_path ("a-socket");
  int listener = socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (listener, (struct sockaddr *) &address, sizeof address), ==, 0);
  g_assert_cmpint (listen (listener, 1), ==, 0);

  try_and_die ("connect-unix", path, ANC_READER_ERROR_CRASHED);
  try_and_die ("connect-again", path, ANC_READER_ERROR_CRASHED);
  g_assert_false (has_caller (listener));
  close (listener);
}

/* ---- Programs ------------------------------------------------------------------------------ */

static void
test_execute (void)
{
  g_autofree char *trace = get_path ("was-executed");
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\n: >'%s'\n", trace);
  g_autofree char *path = write_file ("program.sh", script);

  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  g_assert_true (g_spawn_command_line_sync (path, NULL, NULL, NULL, NULL)); /* it works for us */
  g_assert_cmpint (g_unlink (trace), ==, 0);

  try_and_die ("execute", path, ANC_READER_ERROR_CRASHED);
  try_and_die ("execute", "/bin/true", ANC_READER_ERROR_CRASHED);
  g_assert_cmpint (g_access (trace, F_OK), !=, 0);
}

static void
test_processes (void)
{
  g_autofree char *own_pid = g_strdup_printf ("%d", getpid ());

  try_and_die ("fork", "", ANC_READER_ERROR_CRASHED);
  try_and_die ("spawn", "/bin/true", ANC_READER_ERROR_CRASHED);
  try_and_die ("thread", "", ANC_READER_ERROR_CRASHED);
  try_and_die ("kill-parent", own_pid, ANC_READER_ERROR_CRASHED);
  try_and_die ("make-code", "", ANC_READER_ERROR_CRASHED);
}

/* ---- Memory -------------------------------------------------------------------------------- */

static void
test_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("memory is not limited under the sanitizer");
#else
  try_and_die ("much-memory", "", ANC_READER_ERROR_TOO_LARGE);
  try_and_die ("all-memory", "", ANC_READER_ERROR_TOO_LARGE);
#endif
}

/* ---- Limits -------------------------------------------------------------------------------- */

/* What the kernel holds the helper to, be its client looking or not. */
static void
test_limits (void)
{
  static const char *const limits[] = {
    "^Max cpu time +[0-9]+ +", /* for as long as the request before may take */
    "^Max core file size +0 +0 ",
    "^Max processes +0 +0 ",
    "^Max open files +64 +64 ",
    "^Max file size +536870912 +536870912 ",
#ifndef __SANITIZE_ADDRESS__
    "^Max address space +1073741824 +1073741824 ",
#endif
  };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_auto (GStrv) pids = anc_fixture_list_helpers ();
  g_autofree char *path = g_strdup_printf ("/proc/%s/limits", pids[0]);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_test_message ("%s", limits[i]);
      g_assert_true (g_regex_match_simple (limits[i], text, G_REGEX_MULTILINE, 0));
    }
}

/* ---- The helper and its client ------------------------------------------------------------- */

/* Only a reader made for it has helpers that obey. */
static void
test_obedience (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (anc_fixture_try (document, "read-file", "/etc/fonts/fonts.conf", &error), ==, -1);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID);
}

static gboolean
is_running (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *stat = NULL;
  const char *state;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return FALSE;
  state = g_strrstr (stat, ") ");

  return state != NULL && state[2] != 'Z'; /* dead, and not yet buried by whoever adopted it */
}

/* The client of the test below: says the number of its helper, which then never ends. */
static int
hold_helper (void)
{
  g_autoptr (AncReader) reader = anc_reader_new_for_self_test (NULL);
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_auto (GStrv) pids = anc_fixture_list_helpers ();

  anc_reader_document_self_test_async (document, "sleep", "", ANC_READER_PRIORITY_SOON, NULL, NULL, NULL);
  g_print ("%s\n", pids[0]);
  pause ();

  return 0;
}

static void
test_client_dies (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) client =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--hold-helper", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  int pid;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (client));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  pid = atoi (line);
  g_assert_cmpint (pid, >, 1);
  g_assert_true (is_running (pid));

  g_subprocess_send_signal (client, SIGKILL);
  g_subprocess_wait (client, NULL, NULL);
  for (guint i = 0; i < 500 && is_running (pid); i++)
    g_usleep (20000);
  g_assert_false (is_running (pid));
}

int
main (int argc,
      char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--hold-helper"))
    return hold_helper ();

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/confinement/home", test_home);
  g_test_add_func ("/reader/confinement/system", test_system);
  g_test_add_func ("/reader/confinement/fonts", test_fonts);
  g_test_add_func ("/reader/confinement/write", test_write);
  g_test_add_func ("/reader/confinement/create", test_create);
  g_test_add_func ("/reader/confinement/file-size", test_file_size);
  g_test_add_func ("/reader/confinement/inet", test_inet);
  g_test_add_func ("/reader/confinement/unix", test_unix);
  g_test_add_func ("/reader/confinement/execute", test_execute);
  g_test_add_func ("/reader/confinement/processes", test_processes);
  g_test_add_func ("/reader/confinement/memory", test_memory);
  g_test_add_func ("/reader/confinement/limits", test_limits);
  g_test_add_func ("/reader/confinement/obedience", test_obedience);
  g_test_add_func ("/reader/confinement/client-dies", test_client_dies);

  return g_test_run ();
}
