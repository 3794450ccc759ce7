/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a frame takes while a timeline of 40 years and 60 jobs scrolls and zooms: from the
 * moment GTK begins it to the moment it is painted, in milliseconds, on the clock and of the
 * processor; the latter is what counts on a machine that is busy with other things. */

#include "anc-timeline-sample.h"

#include "anc-timeline-private.h"
#include "anc-widgets.h"

#include <adwaita.h>
#include <time.h>

#define N_FRAMES 240
#define WIDTH 1600
#define HEIGHT 900
#define FRAME 16.7 /* milliseconds at 60 a second */

typedef void (*Step) (AncTimeline *timeline,
                      guint frame);

typedef struct
{
  AncTimeline *timeline;
  double began;
  double began_cpu;
  GArray *times;     /* of double */
  GArray *cpu_times; /* of double */
  guint n_painted;
} Bench;

static double
get_milliseconds (clockid_t which)
{
  struct timespec time;

  clock_gettime (which, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench *bench)
{
  bench->began = get_milliseconds (CLOCK_MONOTONIC);
  bench->began_cpu = get_milliseconds (CLOCK_PROCESS_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench *bench)
{
  double time = get_milliseconds (CLOCK_MONOTONIC) - bench->began;
  double cpu_time = get_milliseconds (CLOCK_PROCESS_CPUTIME_ID) - bench->began_cpu;

  g_array_append_val (bench->times, time);
  g_array_append_val (bench->cpu_times, cpu_time);
  bench->n_painted++;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
wait_for_frame (Bench *bench)
{
  guint n_before = bench->n_painted;

  while (bench->n_painted == n_before)
    g_main_context_iteration (NULL, TRUE);
}

static void
report (const char *name,
        const char *what,
        GArray *list)
{
  const double *times = (const double *) (gpointer) list->data;
  guint n_late = 0;

  g_array_sort (list, compare_times);
  for (guint i = 0; i < list->len; i++)
    n_late += times[i] > FRAME;
  g_print ("%-26s %-9s  median %5.1f ms   95 %% %5.1f ms   longest %5.1f ms   %u of %u over %.1f ms\n", name, what, times[list->len / 2], times[list->len * 95 / 100], times[list->len - 1], n_late, list->len, FRAME);
}

static void
run (Bench *bench,
     const char *name,
     Step step)
{
  for (int i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (bench->timeline));
      wait_for_frame (bench);
    }
  g_array_set_size (bench->times, 0);
  g_array_set_size (bench->cpu_times, 0);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      step (bench->timeline, i);
      gtk_widget_queue_draw (GTK_WIDGET (bench->timeline));
      wait_for_frame (bench);
    }

  report (name, "clock", bench->times);
  report ("", "processor", bench->cpu_times);
}

static void
scroll_across (AncTimeline *timeline,
               guint frame)
{
  GtkAdjustment *adjustment = timeline->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double max = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, max * frame / N_FRAMES);
}

static void
scroll_down (AncTimeline *timeline,
             guint frame)
{
  GtkAdjustment *adjustment = timeline->adjustments[GTK_ORIENTATION_VERTICAL];
  double max = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, max * frame / N_FRAMES);
}

static void
zoom (AncTimeline *timeline,
      guint frame)
{
  anc_timeline_zoom (timeline, frame % 80 < 40 ? 1.1 : 1 / 1.1);
}

static void
move_filing (AncTimeline *timeline,
             guint frame)
{
  anc_timeline_set_filing_date (timeline, anc_timeline_sample_date ("2016-01-01") + (AncDate) frame * 15);
}

int
main (int argc,
      char **argv)
{
  Bench bench = { .times = g_array_new (FALSE, FALSE, sizeof (double)), .cpu_times = g_array_new (FALSE, FALSE, sizeof (double)) };
  AncTimelineSample *sample;
  GtkWidget *scrolled;
  GdkFrameClock *clock;
  GtkWidget *window;

  adw_init ();
  anc_widgets_init ();
  sample = anc_timeline_sample_new_large (40, 60);
  bench.timeline = ANC_TIMELINE (anc_timeline_sample_create_timeline (sample));
  scrolled = gtk_scrolled_window_new ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bench.timeline));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));

  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);

  g_print ("timeline of 40 years and 60 jobs, %d × %d, %s\n", WIDTH, HEIGHT, G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))));
  run (&bench, "ten years, scroll across", scroll_across);
  run (&bench, "ten years, scroll down", scroll_down);
  run (&bench, "zoom in and out", zoom);
  anc_timeline_fit (bench.timeline);
  run (&bench, "move the filing date", move_filing);
  anc_timeline_zoom (bench.timeline, 5);
  run (&bench, "two years, scroll across", scroll_across);
  run (&bench, "two years, scroll down", scroll_down);

  gtk_window_destroy (GTK_WINDOW (window));
  anc_timeline_sample_free (sample);
  g_array_unref (bench.times);
  g_array_unref (bench.cpu_times);
  return 0;
}
