/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * GTK 4 sets up OpenGL as it starts, whether it draws with it or not. Without a graphics card that is a compiler of
 * shaders for the processor: a third of the memory of a window that shows one page, and slower than cairo.
 */

gboolean anc_graphics_has_card (const char *devices);
void anc_graphics_prepare (void);
void anc_graphics_settle (void);
