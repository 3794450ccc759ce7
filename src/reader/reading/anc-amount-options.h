/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-slip-reader-private.h"

/* How many readings of each amount are weighed against each other. */
#define ANC_MAX_AMOUNT_OPTIONS 6

/* Amounts that differ by less are the same, in millionths: half a cent. */
#define ANC_SAME_AMOUNT (ANC_AMOUNT_UNIT / 200)

/**
 * AncAmountKind:
 *
 * The amounts of a payslip that are read, or that explain those. %ANC_AMOUNT_OF_NONE is what other labels announce.
 */
typedef enum
{
  ANC_AMOUNT_OF_GROSS,
  ANC_AMOUNT_OF_BEFORE_TAX,
  ANC_AMOUNT_OF_NET,
  ANC_AMOUNT_OF_TAX,
  ANC_AMOUNT_OF_TAXABLE,
  ANC_AMOUNT_OF_SOCIAL,
  ANC_AMOUNT_OF_CONTRIBUTIONS,
  ANC_AMOUNT_OF_ADVANCE,
  ANC_AMOUNT_OF_COST,
  ANC_N_AMOUNTS,
  ANC_AMOUNT_OF_NONE = ANC_N_AMOUNTS,
} AncAmountKind;

/**
 * AncAmountOption:
 * @value: a value an amount may have
 * @score: how likely it is the one, with all places together, 0 to 1
 * @best: that of the best of its places
 * @page: that place: an index among the sheets
 * @token: a token there
 * @inferred: whether no caption tells it, but only the sums it is a part of
 */
typedef struct
{
  AncAmount value;
  double score;
  double best;
  guint page;
  guint token;
  gboolean inferred;
} AncAmountOption;

/**
 * AncAmountOptions:
 * @options: (array length=n): the readings of an amount that are worth weighing, in no order
 * @n: how many there are
 */
typedef struct
{
  AncAmountOption options[ANC_MAX_AMOUNT_OPTIONS];
  guint n;
} AncAmountOptions;

/**
 * AncAmountCandidate:
 * @amount: an amount
 * @page: an index among the sheets
 * @token: a number there that a label may announce as that amount
 * @value: that number, without its sign
 * @score: how likely the label does, 0 to 1
 * @place: how well the number stands by the label, whatever the label means, 0 to 1
 * @below: whether it stands below the label rather than beside it
 */
typedef struct
{
  AncAmountKind amount;
  guint page;
  guint token;
  AncAmount value;
  double score;
  double place;
  gboolean below;
} AncAmountCandidate;

gboolean anc_amounts_add_up (const AncAmountOptions *options,
                             AncAmount difference);
gboolean anc_amounts_differ_by_one (const AncAmountOptions *options,
                                    AncAmount difference);
void anc_amounts_add_option (AncAmountOptions *options,
                             const AncAmountOption *option);
void anc_amounts_infer (const AncSheets *sheets,
                        const GArray *candidates,
                        AncAmountOptions options[ANC_N_AMOUNTS]);
void anc_amounts_collect (const AncSheets *sheets,
                          AncAmountOptions options[ANC_N_AMOUNTS]);
