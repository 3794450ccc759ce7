/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Makes up cases that look like those of an office, the same for the same seed. */

void anc_case_maker_write (GString *text,
                           guint32 seed,
                           guint n_jobs,
                           guint n_payslips);
