/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

void anc_progress_tell_part (guint part);
void anc_progress_tell_done (guint done);
