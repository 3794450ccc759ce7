/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

void anc_memory_watch_start (void);
void anc_memory_watch_reset (void);
gboolean anc_memory_watch_ran_out (void);
