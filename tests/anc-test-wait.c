/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-test-wait.h"

#define LONGEST (60 * G_USEC_PER_SEC)

/* Milliseconds: what was waited for may come about without anything for the main loop to do. */
#define NAP 20

static gboolean
stay_awake_cb (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

/**
 * anc_test_wait_turn:
 * @start: since when it is waited, µs, monotonic
 * @place: where in the test
 * @condition: for what
 *
 * Turns the main loop once, for anc_test_wait_for(). Fails when it was waited for too long.
 */
void
anc_test_wait_turn (gint64 start,
                    const char *place,
                    const char *condition)
{
  const guint id = g_timeout_add (NAP, stay_awake_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  if (g_get_monotonic_time () - start > LONGEST)
    g_error ("%s: what was waited for never came: %s", place, condition);
}

static void
got_text_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

/**
 * anc_test_wait_for_clipboard:
 * @widget: a widget
 *
 * Returns: (transfer full): the text of its clipboard, where one must be
 */
char *
anc_test_wait_for_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, got_text_cb, &text);
  anc_test_wait_for (text != NULL);

  return text;
}
