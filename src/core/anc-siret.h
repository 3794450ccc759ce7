/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define ANC_SIRET_LENGTH 14
#define ANC_SIREN_LENGTH 9

char *anc_siret_normalize (const char *text);
gboolean anc_siret_is_complete (const char *text);
gboolean anc_siret_check (const char *text);
