/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-amount.h"

/**
 * AncUnit:
 *
 * What stands beside a number.
 */
typedef enum
{
  ANC_UNIT_NONE,
  ANC_UNIT_EURO,
  ANC_UNIT_PERCENT,
  ANC_UNIT_HOURS,
} AncUnit;

/**
 * AncNumber:
 * @value: the number, with its sign; hours in hours
 * @other: the other way to read it, or %ANC_AMOUNT_NONE: `2.042` may be two thousand and forty-two,
 *   `151H30` may be hundredths or minutes
 * @decimals: how many decimals were written
 * @unit: its unit, where it is written with it
 */
typedef struct
{
  AncAmount value;
  AncAmount other;
  guint decimals;
  AncUnit unit;
} AncNumber;

gboolean anc_number_parse (const char *text,
                           AncNumber *number);
