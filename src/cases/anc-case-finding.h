/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"

#include "anc-problems.h"

/**
 * AncCaseFindingKind:
 * @ANC_CASE_FINDING_REFUSED: the case format refuses it
 * @ANC_CASE_FINDING_DOUBTFUL: it can be so, and seldom is
 */
typedef enum
{
  ANC_CASE_FINDING_REFUSED,
  ANC_CASE_FINDING_DOUBTFUL,
} AncCaseFindingKind;

/**
 * AncLeftOut:
 * @ANC_LEFT_OUT_NOTHING: the engine is told it as it stands
 * @ANC_LEFT_OUT_FIELD: the engine takes the field, or the record inside the record, as not recorded
 * @ANC_LEFT_OUT_RECORD: the engine is not told of the record
 * @ANC_LEFT_OUT_LIST: the engine takes the whole list as not recorded
 *
 * What the engine is not told because of a finding.
 */
typedef enum
{
  ANC_LEFT_OUT_NOTHING,
  ANC_LEFT_OUT_FIELD,
  ANC_LEFT_OUT_RECORD,
  ANC_LEFT_OUT_LIST,
} AncLeftOut;

/**
 * AncCaseFinding:
 * @row: (nullable): the record it is about; %NULL for a whole list
 * @column: the field it stands beside; %ANC_COLUMN_NONE for the whole record
 * @problem: the sentence, fit to stand beside the field, and the path in the case's JSON
 *
 * Something about what was recorded that whoever recorded it should look at.
 */
typedef struct
{
  AncCaseFindingKind kind;
  AncLeftOut left_out;
  AncRow *row;
  guint column;
  AncProblem problem;
} AncCaseFinding;
