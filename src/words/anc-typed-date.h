/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

/**
 * AncTypedDate:
 * @first: the first day meant
 * @last: the last day meant: @first where the day was given, else the end of the month
 *
 * A date as someone typed it.
 */
typedef struct
{
  AncDate first;
  AncDate last;
} AncTypedDate;

gboolean anc_typed_date_read (const char *text,
                              AncDate today,
                              AncTypedDate *typed,
                              char **problem);
