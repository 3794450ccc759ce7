/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

int anc_escape_try (const char *attempt,
                    const char *argument);
