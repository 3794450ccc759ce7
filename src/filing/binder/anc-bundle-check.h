/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-scratch.h"

#include "anc-bundle-plan.h"
#include "anc-bundle-report.h"

gboolean anc_bundle_check (const AncBundlePlan *plan,
                           const AncBundleReport *report,
                           const AncSpan *file,
                           GError **error);
