/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-schema.h"
#include "anc-fact-catalogue.h"
#include "anc-json.h"
#include "anc-territory.h"

gboolean anc_case_check (const AncJson *json,
                         const AncTerritory *territory,
                         const AncFactCatalogue *catalogue);
