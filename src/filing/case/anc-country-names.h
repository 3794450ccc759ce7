/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-text.h"

const char *anc_country_name (AncLanguage language,
                              const char *code);
