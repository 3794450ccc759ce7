/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"

char *anc_record_summarise (AncCase *a_case,
                            AncRecord *record,
                            char **detail);
