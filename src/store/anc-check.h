/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"

char **anc_check_run (AncDatabase *database,
                      gboolean is_encrypted,
                      gboolean may_write,
                      GError **error);
char **anc_check_run_structure (AncDatabase *database,
                                gboolean is_encrypted,
                                GError **error);
