/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncAmount:
 *
 * An amount of money (euros) or of work (hours), in millionths of its unit, so that sums and
 * comparisons are exact where binary fractions would not be: 37.915 h twice is 75.83 h.
 */
typedef gint64 AncAmount;

#define ANC_AMOUNT_NONE G_MININT64
#define ANC_AMOUNT_UNIT G_GINT64_CONSTANT (1000000)
#define ANC_AMOUNT_MAX (1000000000 * ANC_AMOUNT_UNIT)

/* The buffer that holds a written amount. */
#define ANC_AMOUNT_BUFFER_SIZE 32

gboolean anc_amount_from_double (double value,
                                 AncAmount *amount);
gboolean anc_amount_parse (const char *text,
                           AncAmount *amount);

AncAmount anc_amount_add (AncAmount amount,
                          AncAmount other);
AncAmount anc_amount_multiply (AncAmount amount,
                               AncAmount ratio);
AncAmount anc_amount_per_month (AncAmount weekly);

const char *anc_amount_format (AncAmount amount,
                               guint min_decimals,
                               guint max_decimals,
                               char buffer[ANC_AMOUNT_BUFFER_SIZE]);
