/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-countries.h"

#include "anc-case.h"
#include "anc-fact-catalogue.h"
#include "anc-store-journal.h"

char *anc_journal_title (const AncTransaction *transaction);
char *anc_journal_time (gint64 time);
char *anc_journal_describe_change (const AncChange *change,
                                   AncCase *a_case,
                                   const AncFactCatalogue *catalogue,
                                   const AncCountries *countries);
guint anc_journal_count_undos (GPtrArray *transactions,
                               gint64 id);
