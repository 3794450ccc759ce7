/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-idle-lock.h"

typedef struct
{
  GMainLoop *loop;
  guint n_idle;
  gint64 when;
} Heard;

static void
idle_cb (AncIdleLock *idle,
         Heard *heard)
{
  heard->n_idle++;
  heard->when = g_get_monotonic_time ();
  g_main_loop_quit (heard->loop);
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static void
test_idle (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GtkWidget *window = gtk_window_new ();
  AncIdleLock *idle = anc_idle_lock_new ();
  Heard heard = { loop, 0, 0 };
  const gint64 start = g_get_monotonic_time ();

  g_signal_connect (idle, "idle", G_CALLBACK (idle_cb), &heard);
  anc_idle_lock_set_seconds (idle, 1);
  g_main_loop_run (loop);
  g_assert_cmpuint (heard.n_idle, ==, 1);
  g_assert_cmpint (heard.when - start, >=, G_USEC_PER_SEC);

  /* Told to count anew, it does; told to stop, it is silent for good. */
  anc_idle_lock_set_seconds (idle, 1);
  anc_idle_lock_set_seconds (idle, 0);
  g_timeout_add (1500, quit_cb, loop);
  g_main_loop_run (loop);
  g_assert_cmpuint (heard.n_idle, ==, 1);

  g_assert_finalize_object (idle);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/idle-lock/says-once", test_idle);

  return g_test_run ();
}
