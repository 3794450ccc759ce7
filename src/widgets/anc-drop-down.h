/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

void anc_drop_down_take_typing (GtkDropDown *self);
