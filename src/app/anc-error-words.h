/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

char *anc_error_words (const GError *error);
