/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-form-field.h"
#include "anc-layout.h"
#include "anc-statement.h"

void anc_form_mapping_read (const GPtrArray *fields,
                            const GPtrArray *layouts,
                            AncStatement *statement);
