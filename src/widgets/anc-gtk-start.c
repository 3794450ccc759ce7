/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-gtk-start.h"

#include "anc-compat.h"

#include <glob.h>
#include <unistd.h>

/* How cards that draw show among the devices: those of the kernel's own drivers, NVIDIA's, and Windows' below a Linux. */
static const char *const cards[] = { "dri/renderD*", "nvidiactl", "dxg" };

/* What GTK is told, until it has started; NULL for what was said before by somebody else. */
static const char *told_of_gl;
static const char *told_of_theme;

static const char *
tell (const char *name,
      const char *value)
{
  if (g_getenv (name) != NULL)
    return NULL;

  g_setenv (name, value, FALSE);
  return name;
}

/**
 * anc_gtk_start_has_card:
 * @devices: the folder of devices
 *
 * Returns: whether there is a graphics card that this person may draw with
 */
gboolean
anc_gtk_start_has_card (const char *devices)
{
  gboolean has_card = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (cards) && !has_card; i++)
    {
      g_autofree char *pattern = g_build_filename (devices, cards[i], NULL);
      glob_t found = { 0 };

      if (glob (pattern, 0, NULL, &found) == 0)
        for (gsize j = 0; j < found.gl_pathc; j++)
          has_card = has_card || access (found.gl_pathv[j], R_OK | W_OK) == 0;
      globfree (&found);
    }

  return has_card;
}

/**
 * anc_gtk_start_prepare:
 *
 * Tells GTK what it may leave out. To be called before any thread is there, for threads may look at the environment.
 *
 * GTK 4 sets OpenGL up with the display, whether it draws with it or not. Without a card that is a compiler of
 * shaders for the processor: a third of the memory of a window that shows one page, and slower than cairo. And GTK
 * parses its own style sheet, a quarter of its start, before libadwaita puts it away for another.
 */
void
anc_gtk_start_prepare (void)
{
  const char *renderer = g_getenv ("GSK_RENDERER");

  if (renderer != NULL ? g_str_equal (renderer, "cairo") : !anc_gtk_start_has_card ("/dev"))
    told_of_gl = tell (ANC_COMPAT_NO_GL_VARIABLE, ANC_COMPAT_NO_GL);
  told_of_theme = tell ("GTK_THEME", "Adwaita-empty");
}

/**
 * anc_gtk_start_display:
 *
 * Starts GTK on the default display, and takes back what it was told, which is neither for libadwaita nor for the
 * programs that ours starts. To be called before the application's own startup, which ends where GTK cannot start.
 */
void
anc_gtk_start_display (void)
{
  gtk_init ();
  gtk_settings_get_default ();

  if (told_of_gl != NULL)
    g_unsetenv (told_of_gl);
  if (told_of_theme != NULL)
    g_unsetenv (told_of_theme);
  told_of_gl = told_of_theme = NULL;
}
