/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document.h"

#include <poppler.h>

const char *anc_form_filler_set (PopplerDocument *document,
                                 GPtrArray *fields,
                                 const char *name,
                                 const char *value);
char **anc_form_filler_list_choices (PopplerDocument *document,
                                     const AncFormField *field);
int anc_form_filler_get_max_length (PopplerDocument *document,
                                    const AncFormField *field);
