/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-graphics.h"

#include "anc-compat.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How cards that draw show among the devices: those of the kernel's own drivers, NVIDIA's, and Windows' below a Linux. */
static const char *const cards[] = { "dri/renderD*", "nvidiactl", "dxg" };

/* What GTK is told in its environment; part of it from then on, and empty once GTK has read it. */
static char advice[] = ANC_COMPAT_WITHOUT_GL;

/**
 * anc_graphics_has_card:
 * @devices: the folder of devices
 *
 * Returns: whether there is a graphics card that this person may draw with
 */
gboolean
anc_graphics_has_card (const char *devices)
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
 * anc_graphics_prepare:
 *
 * Spares GTK the set-up of OpenGL where it is of no use: where there is no card, or cairo was asked for. Whoever
 * chose something else for GTK in the environment has it. To be called before GTK starts, and before any thread.
 */
void
anc_graphics_prepare (void)
{
  const char *renderer = g_getenv ("GSK_RENDERER");
  g_autofree char *name = g_strndup (advice, strcspn (advice, "="));

  if (g_getenv (name) != NULL)
    return;
  if (renderer != NULL ? g_str_equal (renderer, "cairo") : !anc_graphics_has_card ("/dev"))
    putenv (advice);
}

/**
 * anc_graphics_settle:
 *
 * Empties what anc_graphics_prepare() set, which is not for the programs that ours starts. To be called once GTK
 * has started. It is the text that changes, not the environment, which other threads may be looking at.
 */
void
anc_graphics_settle (void)
{
  advice[strcspn (advice, "=") + 1] = '\0';
}
