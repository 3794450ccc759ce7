/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page.h"

gboolean anc_report_append_reading (const char *json,
                                    const char *name,
                                    AncPage *page);
