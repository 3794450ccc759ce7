/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

int anc_nursery_run (gboolean obeys_self_test);
