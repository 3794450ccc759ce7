/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"

gboolean anc_example_run (const AncExample *self,
                          const AncRegime *regime,
                          AncRules *rules,
                          AncProblems *problems);
