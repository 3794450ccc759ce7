/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-plan.h"

char *anc_archive_dup_name (const AncBundlePlan *plan,
                            guint index);
