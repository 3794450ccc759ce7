/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

gboolean anc_person_name_trim (const AncLayout *layout,
                               guint *first,
                               guint *last);
gboolean anc_person_name_trim_sentence (const AncLayout *layout,
                                        guint *first,
                                        guint *last);
gboolean anc_person_name_is_mixed (const AncLayout *layout,
                                   guint first,
                                   guint last);
