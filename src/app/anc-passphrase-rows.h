/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

const char *anc_passphrase_rows_check_text (const char *passphrase,
                                            const char *again);
gboolean anc_passphrase_rows_check (AdwEntryRow *passphrase_row,
                                    AdwEntryRow *again_row,
                                    const char **problem);
