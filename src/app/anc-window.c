/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-window.h"

struct _AncWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (AncWindow, anc_window, ADW_TYPE_APPLICATION_WINDOW)

static void
anc_window_class_init (AncWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AncWindow, toasts);
}

static void
anc_window_init (AncWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * anc_window_new:
 * @application: whose window it is
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncWindow *
anc_window_new (AncApplication *application)
{
  g_return_val_if_fail (ANC_IS_APPLICATION (application), NULL);

  return g_object_new (ANC_TYPE_WINDOW, "application", application, NULL);
}
