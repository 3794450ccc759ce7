/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bench-times.h"

#include <stdio.h>
#include <time.h>

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* A share of the sorted times, in milliseconds. */
double
anc_bench_get_quantile (GArray *seconds,
                        double share)
{
  g_array_sort (seconds, compare_doubles);
  return 1000 * g_array_index (seconds, double, (guint) (share * (seconds->len - 1)));
}

/* In milliseconds. */
double
anc_bench_get_mean (GArray *seconds)
{
  double sum = 0;

  for (guint i = 0; i < seconds->len; i++)
    sum += g_array_index (seconds, double, i);

  return 1000 * sum / seconds->len;
}

void
anc_bench_add_time (GArray *seconds,
                    gint64 start)
{
  const double passed = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  g_array_append_val (seconds, passed);
}

/* What the program took of the processor, all threads together, in microseconds: on a machine that others work on too,
 * it says more than the time that passed. */
gint64
anc_bench_get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

void
anc_bench_add_cpu_time (GArray *seconds,
                        gint64 start)
{
  const double passed = (double) (anc_bench_get_cpu_time () - start) / G_USEC_PER_SEC;

  g_array_append_val (seconds, passed);
}

GArray *
anc_bench_new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
anc_bench_print_row (const char *what,
                     double ours,
                     double bare,
                     const char *unit,
                     const char *ratio_name,
                     double ratio,
                     const char *goal,
                     gboolean is_met)
{
  g_autofree char *ratio_text = ratio > 0 ? g_strdup_printf ("%s%.2f", ratio_name, ratio) : g_strdup ("");

  printf ("%-46s %10.2f %10.2f %-4s %8s   %-12s %s\n", what, ours, bare, unit, ratio_text, goal, *goal == '\0' ? "" : is_met ? "met"
                                                                                                                             : "MISSED");
  fflush (stdout);
}
