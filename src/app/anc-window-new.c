/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-window-private.h"

#include "anc-error-words.h"
#include "anc-sample-office.h"

#include <glib/gi18n.h>

/* The way into a new office: the questions of the first start, or the sample office. */

static void
created_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (AncWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AncOffice *office = anc_office_opener_finish (ANC_OFFICE_OPENER (source), result, &error);

  anc_start_page_set_busy (self->start_page, FALSE);
  if (office == NULL)
    {
      g_autofree char *words = anc_error_words (error);

      g_message ("%s", error->message);
      anc_start_page_set_problem (self->start_page, words);
      return;
    }

  anc_window_set_path (self, anc_start_page_get_path (self->start_page));
  anc_start_page_forget (self->start_page);
  anc_window_show_office (self, office);
  if (anc_start_page_wants_sample (self->start_page))
    anc_sample_office_add (office);
}

static void
create_cb (AncWindow *self)
{
  g_autofree char *passphrase = anc_start_page_dup_passphrase (self->start_page);
  const char *path = anc_start_page_get_path (self->start_page);
  g_autofree char *folder = g_path_get_dirname (path);

  anc_start_page_set_busy (self->start_page, TRUE);
  g_mkdir_with_parents (folder, 0700); /* the store says what is wrong with it */
  anc_office_opener_create_async (anc_window_get_opener (self), path, passphrase, created_cb, g_object_ref (self));
}

static void
sample_created_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (AncWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AncOffice *office = anc_office_opener_finish (ANC_OFFICE_OPENER (source), result, &error);

  if (office == NULL)
    {
      anc_window_show_problem (self, error);
      return;
    }

  anc_window_show_office (self, office);
  anc_sample_office_add (office);
}

/**
 * anc_window_start_sample:
 * @self: the window
 *
 * Makes an office with the sample cases, which goes when it is left.
 */
void
anc_window_start_sample (AncWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->has_started = TRUE;
  self->sample_folder = anc_sample_office_make_folder (&error);
  if (self->sample_folder == NULL)
    {
      anc_window_show_problem (self, error);
      return;
    }

  g_free (self->path);
  self->path = g_strdup_printf ("%s/%s.ancrage", self->sample_folder, _ ("Sample office"));
  anc_office_opener_create_async (anc_window_get_opener (self), self->path, NULL, sample_created_cb, g_object_ref (self));
}

static AncStartPage *
get_start_page (AncWindow *self)
{
  if (self->start_page == NULL)
    {
      self->start_page = g_object_new (ANC_TYPE_START_PAGE, NULL);
      g_signal_connect_object (self->start_page, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->start_page), "start");
    }

  return self->start_page;
}

/* A name that is free, so that nobody is told at the end that theirs is taken. */
static char *
dup_free_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ancrage", NULL);
  /* Translators: the name of a file, to which .ancrage is added */
  const char *name = C_ ("file name", "Office");

  for (guint i = 1;; i++)
    {
      g_autofree char *file = i == 1 ? g_strdup_printf ("%s.ancrage", name) : g_strdup_printf ("%s %u.ancrage", name, i);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static void
show_start (AncWindow *self,
            gpointer data)
{
  g_autofree char *path = dup_free_path ();

  anc_start_page_set_path (get_start_page (self), path);
  anc_start_page_set_problem (self->start_page, NULL);
  anc_window_show_page (self, "start");
  anc_window_end_waiting (self);
}

/**
 * anc_window_show_start:
 * @self: the window
 *
 * Leaves the office that is open, if any, and asks the questions of the first start.
 */
void
anc_window_show_start (AncWindow *self)
{
  self->has_started = TRUE;
  anc_window_leave_office (self, show_start, NULL, NULL);
}
