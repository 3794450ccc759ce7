/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

void
anc_answer_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  AncAnswer *self = user_data;

  self->result = g_object_ref (result);
}

GAsyncResult *
anc_answer_wait (AncAnswer *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return self->result;
}

void
anc_answer_clear (AncAnswer *self)
{
  g_clear_object (&self->result);
}

int
anc_fixture_open_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ANC_DOCUMENTS"), name, NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);

  return fd;
}

AncReaderDocument *
anc_fixture_try_open (AncReader *reader,
                      const char *name,
                      const char *password,
                      GError **error)
{
  g_auto (AncAnswer) answer = { NULL };
  int fd = anc_fixture_open_file (name);

  anc_reader_open_async (reader, fd, password, NULL, anc_answer_cb, &answer);
  close (fd);

  return anc_reader_open_finish (reader, anc_answer_wait (&answer), error);
}

AncReaderDocument *
anc_fixture_open (AncReader *reader,
                  const char *name)
{
  g_autoptr (GError) error = NULL;
  AncReaderDocument *document = anc_fixture_try_open (reader, name, NULL, &error);

  g_assert_no_error (error);

  return document;
}

GPtrArray *
anc_fixture_list_pages (AncReaderDocument *document,
                        guint first,
                        guint count,
                        GError **error)
{
  g_auto (AncAnswer) answer = { NULL };

  anc_reader_document_list_pages_async (document, first, count, NULL, anc_answer_cb, &answer);

  return anc_reader_document_list_finish (document, anc_answer_wait (&answer), error);
}

AncReaderPicture *
anc_fixture_render (AncReaderDocument *document,
                    guint page,
                    double scale,
                    const AncRect *region,
                    GError **error)
{
  g_auto (AncAnswer) answer = { NULL };

  anc_reader_document_render_async (
      document, page, scale, region, ANC_READER_PRIORITY_SCREEN, NULL, anc_answer_cb, &answer);

  return anc_reader_document_render_finish (document, anc_answer_wait (&answer), error);
}

/**
 * anc_fixture_count_dark:
 *
 * Returns: how many pixels are nearer to black than to white
 */
guint
anc_fixture_count_dark (const AncReaderPicture *picture)
{
  const guchar *row = g_bytes_get_data (picture->pixels, NULL);
  guint n = 0;

  for (guint y = 0; y < picture->height; y++, row += picture->stride)
    for (guint x = 0; x < picture->width; x++)
      n += row[4 * x + 1] < 128;

  return n;
}

int
anc_fixture_try (AncReaderDocument *document,
                 const char *attempt,
                 const char *argument,
                 GError **error)
{
  g_auto (AncAnswer) answer = { NULL };

  anc_reader_document_self_test_async (
      document, attempt, argument, ANC_READER_PRIORITY_SOON, NULL, anc_answer_cb, &answer);

  return anc_reader_document_self_test_finish (document, anc_answer_wait (&answer), error);
}

/* The children of all the threads of a process, as numbers with a space after each. */
static void
append_children (GString *text,
                 const char *process)
{
  g_autofree char *folder = g_build_filename ("/proc", process, "task", NULL);
  g_autoptr (GDir) threads = g_dir_open (folder, 0, NULL);
  const char *thread;

  while (threads != NULL && (thread = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, thread, "children", NULL);
      g_autofree char *children = NULL;

      if (g_file_get_contents (path, &children, NULL, NULL)) /* the thread may have ended */
        g_string_append (text, children);
    }
}

/**
 * anc_fixture_list_helpers:
 *
 * Returns: (transfer full): the process numbers of the helpers that work for this process: children
 *   of the program that it started
 */
char **
anc_fixture_list_helpers (void)
{
  g_autoptr (GString) programs = g_string_new (NULL);
  g_autoptr (GString) helpers = g_string_new (NULL);
  g_auto (GStrv) numbers = NULL;

  append_children (programs, "self");
  numbers = g_strsplit (g_strstrip (programs->str), " ", -1);
  for (char **number = numbers; *number != NULL; number++)
    append_children (helpers, *number);

  return g_strsplit (g_strstrip (helpers->str), " ", -1);
}

/**
 * anc_fixture_kill_program:
 *
 * Kills the one program that this process started.
 */
void
anc_fixture_kill_program (void)
{
  g_autoptr (GString) programs = g_string_new (NULL);
  int pid;

  append_children (programs, "self");
  pid = atoi (programs->str);
  g_assert_cmpint (pid, >, 1);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
}
