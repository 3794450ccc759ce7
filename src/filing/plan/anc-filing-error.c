/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-filing-error.h"

G_DEFINE_QUARK (anc - filing - error - quark, anc_filing_error)
