/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-key.h"

/* For tests with damaged files. */

char *anc_file_exerciser_make (const char *path,
                               const AncKey *key,
                               gsize *length);
gboolean anc_file_exerciser_run (const char *path,
                                 const AncKey *key,
                                 GError **error);
