/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

void anc_shortcuts_window_present (GtkWindow *parent);
