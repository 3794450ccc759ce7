/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-outcome.h"

const char *const anc_outcome_names[] = {
  "not_met",
  "unknown",
  "to_prove",
  "arguable",
  "met",
  NULL
};

const char *const anc_force_names[] = {
  "agreement",
  "statute",
  "regulation",
  "circular",
  "practice",
  NULL
};
