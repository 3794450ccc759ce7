/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-regime.h"

char *anc_source_get_markup (const AncSource *source);
char *anc_source_link_addresses (const char *text);
