/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"

#include "anc-fact-catalogue.h"
#include "anc-territory.h"

#include <jansson.h>

/**
 * AncCaseJsonMode:
 * @ANC_CASE_JSON_STRICT: takes what the case format allows, whole or not at all
 * @ANC_CASE_JSON_LENIENT: takes all that a field of its type can hold, and tells what the format refuses
 *
 * How a case is read from JSON.
 */
typedef enum
{
  ANC_CASE_JSON_STRICT,
  ANC_CASE_JSON_LENIENT,
} AncCaseJsonMode;

AncCaseRows *anc_case_json_import (const char *text,
                                   gsize length,
                                   AncCaseJsonMode mode,
                                   const AncTerritory *territory,
                                   const AncFactCatalogue *catalogue,
                                   AncProblems *problems);

json_t *anc_case_json_build (const AncCaseRows *rows);
json_t *anc_case_json_build_for_engine (const AncCaseRows *rows);
char *anc_case_json_export (const AncCaseRows *rows);

char *anc_case_json_dup_literal (const AncColumn *column,
                                 const AncValue *value);
