/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What took how long, in seconds, and the rows of a table of it. */

GArray *anc_bench_new_times (void);
void anc_bench_add_time (GArray *seconds,
                         gint64 start);
double anc_bench_get_quantile (GArray *seconds,
                               double share);
double anc_bench_get_mean (GArray *seconds);

gint64 anc_bench_get_cpu_time (void);
void anc_bench_add_cpu_time (GArray *seconds,
                             gint64 start);

void anc_bench_print_row (const char *what,
                          double ours,
                          double bare,
                          const char *unit,
                          const char *ratio_name,
                          double ratio,
                          const char *goal,
                          gboolean is_met);
