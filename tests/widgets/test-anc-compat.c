/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-compat.h"
#include "anc-input.h"
#include "anc-widgets.h"

typedef struct
{
  gboolean is_done;
  gboolean said_yes;
} Answer;

static void
confirmed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->said_yes = anc_compat_confirm_finish (result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window); /* GTK keeps it */
    }

  return NULL;
}

static void
test_confirm (gconstpointer data)
{
  const char *response = data;
  GtkWidget *window = gtk_window_new ();
  Answer answer = { FALSE, FALSE };

  gtk_window_present (GTK_WINDOW (window));
  anc_compat_confirm_async (GTK_WINDOW (window), "Delete the job?", "It goes to the trash.", "_Delete", TRUE, NULL, confirmed_cb, &answer);
  anc_test_wait_for (find_dialog () != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_dialog ())));
  g_assert_cmpstr (adw_message_dialog_get_default_response (find_dialog ()), ==, "cancel");
  g_assert_false (answer.is_done);

  if (*response != '\0')
    adw_message_dialog_response (find_dialog (), response);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  anc_test_wait_for (answer.is_done);
  g_assert_cmpint (answer.said_yes, ==, g_str_equal (response, "accept"));
  gtk_window_destroy (GTK_WINDOW (window));
  anc_test_wait_for (find_dialog () == NULL);
}

static void
test_colors (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("Ancrage"));
  GdkRGBA color = { 0 };

  anc_compat_widget_get_color (label, &color);
  g_assert_cmpfloat (color.alpha, >, 0);
  g_assert_true (anc_compat_widget_lookup_color (label, "timeline_filing", &color));
  g_assert_cmpfloat_with_epsilon (color.red, 0xc0 / 255.0, 0.01);
  g_assert_false (anc_compat_widget_lookup_color (label, "no_such_color", &color));
  g_assert_finalize_object (label);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  anc_widgets_init ();

  g_test_add_data_func ("/widgets/compat/confirm/yes", "accept", test_confirm);
  g_test_add_data_func ("/widgets/compat/confirm/no", "cancel", test_confirm);
  g_test_add_data_func ("/widgets/compat/confirm/closed", "", test_confirm);
  g_test_add_func ("/widgets/compat/colors", test_colors);

  return g_test_run ();
}
