/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-progress-bar.h"

#include "anc-cli.h"

#include <stdio.h>
#include <unistd.h>

#define MAX_WIDTH 40

static gboolean is_shown;

/**
 * anc_progress_bar_show:
 * @n_done: how many are done
 * @n_total: of how many; nothing is shown for 0
 * @label: says so
 */
void
anc_progress_bar_show (guint n_done,
                       guint n_total,
                       const char *label)
{
  const guint width = MIN (anc_cli_get_width () / 2, MAX_WIDTH);
  guint filled;

  if (n_total == 0 || !isatty (STDERR_FILENO))
    return;

  filled = (guint) ((guint64) MIN (n_done, n_total) * width / n_total);
  fputs ("\r[", stderr);
  for (guint i = 0; i < width; i++)
    fputc (i < filled ? '#' : '.', stderr);
  fprintf (stderr, "] %s\x1b[K", label);
  is_shown = TRUE;
}

void
anc_progress_bar_hide (void)
{
  if (is_shown)
    fputs ("\r\x1b[K", stderr);
  is_shown = FALSE;
}
