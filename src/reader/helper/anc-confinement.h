/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

void anc_confinement_prepare (void);
gboolean anc_confinement_enter (GError **error);
void anc_confinement_set_time (guint seconds);
