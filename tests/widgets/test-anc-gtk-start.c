/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-compat.h"
#include "anc-gtk-start.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* A folder of devices with one of a name; the caller frees its path. */
static char *
make_devices (const char *device)
{
  char *devices = g_dir_make_tmp ("ancrage-devices-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (devices, device, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));

  return devices;
}

static void
remove_devices (const char *devices,
                const char *device)
{
  g_autofree char *path = g_build_filename (devices, device, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  if (!g_str_equal (folder, devices))
    g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (devices), ==, 0);
}

static void
test_cards (void)
{
  static const struct
  {
    const char *device;
    gboolean is_card;
    const char *why;
  } cases[] = {
    { "dri/renderD128", TRUE, "a card of a driver of the kernel" },
    { "dri/renderD129", TRUE, "the second of two" },
    { "nvidiactl", TRUE, "a card of NVIDIA's own driver" },
    { "dxg", TRUE, "the card of the Windows around it" },
    { "dri/card0", FALSE, "a screen alone" },
    { "fb0", FALSE, "a screen alone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *devices = make_devices (cases[i].device);

      g_test_message ("%s: %s", cases[i].device, cases[i].why);
      g_assert_cmpint (anc_gtk_start_has_card (devices), ==, cases[i].is_card);
      remove_devices (devices, cases[i].device);
      g_assert_false (anc_gtk_start_has_card (devices));
    }
}

/* Nobody may draw with a card that is not theirs to open: GTK would fall back on the processor. */
static void
test_forbidden_card (void)
{
  g_autofree char *devices = make_devices ("dri/renderD128");
  g_autofree char *card = g_build_filename (devices, "dri/renderD128", NULL);

  if (geteuid () == 0)
    {
      remove_devices (devices, "dri/renderD128");
      g_test_skip ("everything is open to root");
      return;
    }

  g_assert_cmpint (g_chmod (card, 0000), ==, 0);
  g_assert_false (anc_gtk_start_has_card (devices));
  remove_devices (devices, "dri/renderD128");
}

/* What a program that starts here is told: nothing but what was said before us. */
static void
assert_environment (const char *gl,
                    const char *theme)
{
  g_assert_cmpstr (g_getenv (ANC_COMPAT_NO_GL_VARIABLE), ==, gl);
  g_assert_cmpstr (g_getenv ("GTK_THEME"), ==, theme);
}

static void
test_choices (void)
{
  g_unsetenv (ANC_COMPAT_NO_GL_VARIABLE);
  g_unsetenv ("GTK_THEME");
  g_setenv ("GSK_RENDERER", "gl", TRUE);
  anc_gtk_start_prepare ();
  assert_environment (NULL, "Adwaita-empty"); /* a renderer that was asked for gets what it needs */

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv (ANC_COMPAT_NO_GL_VARIABLE, "portals", TRUE);
  g_setenv ("GTK_THEME", "Default:dark", TRUE);
  anc_gtk_start_prepare ();
  assert_environment ("portals", "Default:dark"); /* what was said otherwise stays */

  g_unsetenv (ANC_COMPAT_NO_GL_VARIABLE);
  anc_gtk_start_prepare ();
  assert_environment (ANC_COMPAT_NO_GL, "Default:dark");
}

/* As the program starts: nothing stays in the environment, and the style is libadwaita's. */
static void
test_display (void)
{
  g_autoptr (GdkGLContext) context = NULL;
  g_autoptr (GError) error = NULL;
  GdkSurface *surface;
  GtkWidget *label;
  GdkRGBA colour;

  g_unsetenv (ANC_COMPAT_NO_GL_VARIABLE);
  g_unsetenv ("GTK_THEME");
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  anc_gtk_start_prepare ();
  assert_environment (ANC_COMPAT_NO_GL, "Adwaita-empty");

  anc_gtk_start_display ();
  assert_environment (NULL, NULL);
  surface = gdk_surface_new_toplevel (gdk_display_get_default ());
  context = gdk_surface_create_gl_context (surface, &error);
  g_assert_null (context);
  g_assert_error (error, GDK_GL_ERROR, GDK_GL_ERROR_NOT_AVAILABLE);
  gdk_surface_destroy (surface);
  g_object_unref (surface);

  adw_init ();
  label = g_object_ref_sink (gtk_label_new ("Ancrage"));
  g_assert_true (anc_compat_widget_lookup_color (label, "window_bg_color", &colour));
  g_assert_finalize_object (label);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/gtk-start/cards", test_cards);
  g_test_add_func ("/widgets/gtk-start/forbidden-card", test_forbidden_card);
  g_test_add_func ("/widgets/gtk-start/choices", test_choices);
  g_test_add_func ("/widgets/gtk-start/display", test_display);

  return g_test_run ();
}
