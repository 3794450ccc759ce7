/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rules.h"

struct _AncRules
{
  gatomicrefcount ref_count;
  AncTerritory *territory;
  AncFactCatalogue *catalogue;
  AncOccupations *occupations;
  AncWages *wages;
  GHashTable *groups;     /* of nationalities: name to GArray of AncNationality */
  GPtrArray *month_rules; /* of AncMonthRule, each once */
  GPtrArray *regimes;     /* of AncRegime, by id */
};
