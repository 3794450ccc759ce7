/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-session.h"

#include "anc-exhibit-rules.h"

AncExhibitRules *anc_session_load_exhibit_rules (AncSession *self,
                                                 int *status);
char **anc_session_load_proofs (AncSession *self,
                                int *status);
