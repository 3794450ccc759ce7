/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-amount.h"
#include "anc-date.h"
#include "anc-problems.h"

/**
 * AncWages:
 *
 * The minimum wage (SMIC) by date: gross euros a month for 151.67 hours (data/wages/smic.csv).
 * Immutable once read.
 */
typedef struct _AncWages AncWages;

/**
 * AncWage:
 * @from: the first day it was in force
 * @hourly: gross euros an hour
 * @monthly: gross euros a month
 * @source: the text that fixed it
 */
typedef struct
{
  AncDate from;
  AncAmount hourly;
  AncAmount monthly;
  char *source;
} AncWage;

AncWages *anc_wages_new (const char *csv,
                         gsize length,
                         AncProblems *problems);
void anc_wages_free (AncWages *self);

AncAmount anc_wages_get_monthly (const AncWages *self,
                                 AncDate date);
guint anc_wages_get_count (const AncWages *self);
const AncWage *anc_wages_get (const AncWages *self,
                              guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncWages, anc_wages_free)
