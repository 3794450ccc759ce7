/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-pdf.h"

#include "anc-bundle-plan.h"

gboolean anc_archival_is_declared (qpdf_data pdf);
AncArchivalHindrance anc_archival_find_hindrance (const AncBundlePlan *plan,
                                                  const AncBundleReport *report,
                                                  guint first_part,
                                                  guint n_parts);
void anc_archival_describe (qpdf_data pdf,
                            const AncBundlePlan *plan,
                            const char *title,
                            gboolean is_archival);
