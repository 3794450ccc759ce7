/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-compat.h"
#include "anc-graphics.h"

#include <glib/gstdio.h>
#include <string.h>
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
      g_assert_cmpint (anc_graphics_has_card (devices), ==, cases[i].is_card);
      remove_devices (devices, cases[i].device);
      g_assert_false (anc_graphics_has_card (devices));
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
  g_assert_false (anc_graphics_has_card (devices));
  remove_devices (devices, "dri/renderD128");
}

static void
test_choices (void)
{
  g_autofree char *name = g_strndup (ANC_COMPAT_WITHOUT_GL, strcspn (ANC_COMPAT_WITHOUT_GL, "="));

  g_unsetenv (name);
  g_setenv ("GSK_RENDERER", "gl", TRUE);
  anc_graphics_prepare ();
  g_assert_null (g_getenv (name)); /* a renderer that was asked for gets what it needs */

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv (name, "portals", TRUE);
  anc_graphics_prepare ();
  g_assert_cmpstr (g_getenv (name), ==, "portals"); /* what was said otherwise stays */

  g_unsetenv (name);
  anc_graphics_prepare ();
  g_assert_cmpstr (g_getenv (name), ==, strchr (ANC_COMPAT_WITHOUT_GL, '=') + 1);
  anc_graphics_settle ();
  g_assert_cmpstr (g_getenv (name), ==, ""); /* for whatever is started from here */
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/graphics/cards", test_cards);
  g_test_add_func ("/widgets/graphics/forbidden-card", test_forbidden_card);
  g_test_add_func ("/widgets/graphics/choices", test_choices);

  return g_test_run ();
}
