/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reading.h"

AncPageText *anc_page_fixture_new (const char *text);
AncReading *anc_page_fixture_read (const char *const *pages,
                                   guint n_pages);
AncReading *anc_page_fixture_read_as_picture (const char *page);
const AncSlip *anc_page_fixture_get_slip (const AncReading *reading,
                                          guint index);
void anc_page_fixture_assert_amount (AncAmount amount,
                                     const char *expected);
