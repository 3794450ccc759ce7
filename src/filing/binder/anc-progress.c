/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-progress.h"

#include "anc-binder-protocol.h"
#include "anc-confinement.h"

#include <stdio.h>

/* Who started the program counts the seconds from one line to the next, and so does the kernel. */
static void
tell (const char *what,
      guint number)
{
  printf ("%s %u\n", what, number);
  fflush (stdout);
  anc_confinement_set_time (ANC_BINDER_MAX_SILENCE);
}

/**
 * anc_progress_tell_part:
 * @part: an index into the parts of the plan
 *
 * Says which document is opened now, so that it is known should it be the end of the program.
 */
void
anc_progress_tell_part (guint part)
{
  tell ("part", part);
}

/**
 * anc_progress_tell_done:
 * @done: of %ANC_BINDER_DONE
 *
 * Says how far the program is, where it is further than before.
 */
void
anc_progress_tell_done (guint done)
{
  static guint last;

  if (done <= last)
    return;

  last = done;
  tell ("done", done);
}
