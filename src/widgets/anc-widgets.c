/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-widgets.h"

#include "anc-widgets-resources.h"

#include <adwaita.h>

#define RESOURCES "/io/github/ancrage/Ancrage/widgets"

static void
load (GtkCssProvider *provider,
      gboolean wanted,
      const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES "/", name, NULL);

  if (wanted)
    gtk_css_provider_load_from_resource (provider, path);
  else
    gtk_css_provider_load_from_data (provider, "", -1);
}

static void
style_changed_cb (AdwStyleManager *manager,
                  GParamSpec *pspec,
                  GtkCssProvider *const *providers)
{
  load (providers[1], adw_style_manager_get_dark (manager), "widgets-dark.css");
  load (providers[2], adw_style_manager_get_high_contrast (manager), "widgets-hc.css");
}

/**
 * anc_widgets_init:
 *
 * Gives the widgets of this room their stylesheet and their icons on the default display. To be
 * called once, after adw_init() and before the first of them is made.
 */
void
anc_widgets_init (void)
{
  static GtkCssProvider *providers[3]; /* as long as the display */
  GdkDisplay *display = gdk_display_get_default ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (providers[0] != NULL)
    return;

  g_resources_register (anc_widgets_get_resource ());
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RESOURCES "/icons");
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    {
      providers[i] = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (display,
                                                  GTK_STYLE_PROVIDER (providers[i]),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 2 + i);
    }

  load (providers[0], TRUE, "widgets.css");
  style_changed_cb (manager, NULL, providers);
  g_signal_connect (manager, "notify::dark", G_CALLBACK (style_changed_cb), providers);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), providers);
}
