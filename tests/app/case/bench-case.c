/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the page of a case takes to follow: from a move of the filing date, or an edit, to the frame that
 * shows every verdict in sight anew, in milliseconds, on the clock and of the processor; the latter is what counts
 * on a machine that is busy with other things; of a step that takes several frames, the longest one too. The jump to
 * where the steps begin is told apart. Then what the page does at rest, for all that is out of sight.
 * usage: bench-case CASE.json… */

#include "anc-case-stage.h"

#include "anc-case-page.h"
#include "anc-date-entry.h"
#include "anc-widgets.h"

#include <adwaita.h>
#include <time.h>

#define N_STEPS 120 /* ten years by months */
#define FRAME 16.7  /* milliseconds at 60 a second */
#define REST 600    /* milliseconds, more than any page waits before it shows what is out of sight */

typedef struct
{
  GtkWidget *window;
  GtkWidget *date;
  AncCase *a_case;
  guint n_painted;
  GArray *times;     /* of double */
  GArray *cpu_times; /* of double */
  GArray *frames;    /* of double: the longest frame of each step, of the processor */
  double frame_began;
  double longest_frame;
} Bench;

static double
get_milliseconds (clockid_t which)
{
  struct timespec time;

  clock_gettime (which, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
end_frame (Bench *bench)
{
  const double now = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);

  bench->longest_frame = MAX (bench->longest_frame, now - bench->frame_began);
  bench->frame_began = now;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench *bench)
{
  bench->n_painted++;
  end_frame (bench);
}

/* Everything that is asked for is done, and painted; the wait for the next frame takes no processor. */
static void
settle (Bench *bench)
{
  const guint before = bench->n_painted;

  gtk_widget_queue_draw (bench->window);
  while (bench->n_painted == before || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
stop_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
report (const char *name,
        const char *what,
        GArray *list)
{
  const double *times = (const double *) (gpointer) list->data;
  guint n_late = 0;
  guint longest = 0;

  for (guint i = 0; i < list->len; i++)
    {
      n_late += times[i] > FRAME;
      if (times[i] > times[longest])
        longest = i;
    }
  g_array_sort (list, compare_times);
  g_print ("%-26s %-9s  median %5.1f ms   95 %% %5.1f ms   longest %5.1f ms (step %u)   %u of %u over %.1f ms\n", name, what, times[list->len / 2], times[list->len * 95 / 100], times[list->len - 1], longest + 1, n_late, list->len, FRAME);
  g_array_set_size (list, 0);
}

static void
move_date (Bench *bench,
           int step)
{
  const AncMonth month = anc_month_new (2017, 1) + step;

  anc_date_entry_set_date (ANC_DATE_ENTRY (bench->date), anc_month_get_first_day (month) + 14);
}

/* What was put off while things moved: from the last move until the page has rested. */
static void
report_rest (const char *name)
{
  const double began_cpu = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
  gboolean is_over = FALSE;

  g_timeout_add (REST, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%-26s %-9s  %5.1f ms\n", name, "at rest", get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - began_cpu);
}

/* The end of the first job, a month further each time, as a drag does it. */
static void
move_end (Bench *bench,
          int step)
{
  AncRecord *job = anc_record_list_get (anc_case_get_list (bench->a_case, ANC_TABLE_JOBS), 0);
  const AncDate start = (AncDate) anc_record_get_integer (job, "start", ANC_DATE_NONE);

  anc_case_begin (bench->a_case, "Move");
  anc_record_set_integer (job, "end", anc_month_get_last_day (anc_date_get_month (start) + step));
  anc_case_end (bench->a_case);
}

typedef void (*Act) (Bench *bench,
                     int step);

static void
take_step (Bench *bench,
           Act act,
           int step)
{
  const double began = get_milliseconds (CLOCK_MONOTONIC);
  const double began_cpu = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
  double time, cpu_time;

  bench->frame_began = began_cpu;
  bench->longest_frame = 0;
  act (bench, step);
  settle (bench);
  end_frame (bench);
  time = get_milliseconds (CLOCK_MONOTONIC) - began;
  cpu_time = get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - began_cpu;
  g_array_append_val (bench->times, time);
  g_array_append_val (bench->cpu_times, cpu_time);
  g_array_append_val (bench->frames, bench->longest_frame);
}

static void
clear (Bench *bench)
{
  g_array_set_size (bench->times, 0);
  g_array_set_size (bench->cpu_times, 0);
  g_array_set_size (bench->frames, 0);
}

static void
run (Bench *bench,
     const char *name,
     Act act)
{
  for (int i = 0; i < 5; i++)
    settle (bench);
  take_step (bench, act, 0);
  g_print ("%-26s %-9s  %5.1f ms   longest frame %5.1f ms\n", name, "jump", g_array_index (bench->cpu_times, double, 0), g_array_index (bench->frames, double, 0));
  clear (bench);
  for (int i = 1; i <= N_STEPS; i++)
    take_step (bench, act, i);

  report ("", "clock", bench->times);
  report ("", "processor", bench->cpu_times);
  report ("", "one frame", bench->frames);
  report_rest ("");
}

static void
measure (AncOffice *office,
         const char *path)
{
  Bench bench = { .times = g_array_new (FALSE, FALSE, sizeof (double)),
                  .cpu_times = g_array_new (FALSE, FALSE, sizeof (double)),
                  .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autoptr (AncCase) a_case = anc_stage_read_case (office, path);
  g_autofree char *name = g_path_get_basename (path);

  anc_office_add_case (office, a_case);
  bench.a_case = a_case;
  bench.window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (bench.window), anc_case_page_new (office, a_case));
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1600, 900);
  gtk_window_present (GTK_WINDOW (bench.window));
  bench.date = anc_stage_find (bench.window, "AncDateEntry");
  g_signal_connect (gtk_native_get_surface (GTK_NATIVE (bench.window)) != NULL
                        ? gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (bench.window)))
                        : NULL,
                    "after-paint",
                    G_CALLBACK (after_paint_cb),
                    &bench);

  g_print ("%s\n", name);
  run (&bench, "filing date, ten years", move_date);
  run (&bench, "end of a job, ten years", move_end);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.times);
  g_array_unref (bench.cpu_times);
  g_array_unref (bench.frames);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("ancrage-bench-XXXXXX", NULL);
  g_autoptr (AncOffice) office = NULL;

  adw_init ();
  anc_widgets_init ();
  anc_stage_load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  office = anc_stage_create_office (folder, "2026-11-21");
  for (int i = 1; i < argc; i++)
    measure (office, argv[i]);

  return 0;
}
