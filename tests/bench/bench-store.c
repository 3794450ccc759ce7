/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the store beside SQLCipher used directly, with the same pragmas and the same data, in one run.
 *
 * usage: bench-store [FOLDER] [N_CASES]     a table; FOLDER takes some GB
 *        bench-store memory PATH MEGABYTES  stores one file of that size and tells the peak of memory */

#include "anc-store-fixture.h"

#include "anc-assessment.h"
#include "anc-bench-office.h"
#include "anc-bench-times.h"
#include "anc-case-fixture.h"
#include "anc-case-review.h"
#include "anc-law.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_EDITS 1000
#define N_LOADS 500
#define N_FILES 2000
#define FILE_SIZE (200 * 1024)

/* ---- What is measured ------------------------------------------------------------------------ */

static void
measure_open (AncBench *bench)
{
  g_autoptr (GArray) ours = anc_bench_new_times ();
  g_autoptr (GArray) derivations = anc_bench_new_times ();
  g_autoptr (GArray) rests = anc_bench_new_times ();
  g_autoptr (GArray) bare = anc_bench_new_times ();
  double median;

  anc_fixture_drop (bench->store);
  sqlite3_close (bench->bare);
  for (guint i = 0; i < 15; i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint8 salt[ANC_KEY_SALT_SIZE];
      AncStore *store;
      sqlite3 *handle;
      double rest;

      store = anc_fixture_open (bench->path, ANC_BENCH_PASSPHRASE, 0, NULL);
      anc_bench_add_time (ours, start);
      anc_fixture_drop (store);
      start = g_get_monotonic_time ();
      anc_header_read (bench->path, salt, NULL);
      anc_key_unref (anc_key_derive (ANC_BENCH_PASSPHRASE, salt));
      anc_bench_add_time (derivations, start);
      rest = g_array_index (ours, double, i) - g_array_index (derivations, double, i);
      g_array_append_val (rests, rest);
      start = g_get_monotonic_time ();
      handle = anc_bench_open_bare (bench);
      anc_bench_run (handle, "SELECT count(*) FROM sqlite_schema");
      anc_bench_add_time (bare, start);
      sqlite3_close (handle);
    }
  bench->store = anc_fixture_open (bench->path, ANC_BENCH_PASSPHRASE, 0, NULL);
  bench->bare = anc_bench_open_bare (bench);

  median = anc_bench_get_quantile (rests, 0.5);
  anc_bench_print_row ("deriving the key", anc_bench_get_quantile (derivations, 0.5), 0, "ms", "", 0, "", TRUE);
  anc_bench_print_row ("open, key derivation included", anc_bench_get_quantile (ours, 0.5), 0, "ms", "", 0, "", TRUE);
  anc_bench_print_row ("open, after key derivation", median, anc_bench_get_quantile (bare, 0.5), "ms", "", 0, "<= 50 ms", median <= 50);
}

static void
measure_list (AncBench *bench)
{
  g_autoptr (GArray) ours = anc_bench_new_times ();
  g_autoptr (GArray) bare = anc_bench_new_times ();
  sqlite3_stmt *query = anc_bench_prepare (bench->bare, "SELECT key, reference, family_name, given_names, state, tags FROM cases ORDER BY family_name, given_names LIMIT 60");
  double first;

  for (guint i = 0; i < 50; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_ptr_array_unref (anc_fixture_list (bench->store, ANC_CASE_ORDER_NAME, 0, 60, NULL));
      anc_bench_add_time (ours, start);
      start = g_get_monotonic_time ();
      anc_bench_finish (query);
      anc_bench_add_time (bare, start);
    }
  sqlite3_finalize (query);

  first = 1000 * g_array_index (ours, double, 0);
  anc_bench_print_row ("first screen of the list (60), when just opened", first, 1000 * g_array_index (bare, double, 0), "ms", "", 0, "<= 10 ms", first <= 10);
  anc_bench_print_row ("  again, median", anc_bench_get_quantile (ours, 0.5), anc_bench_get_quantile (bare, 0.5), "ms", "x", anc_bench_get_quantile (ours, 0.5) / anc_bench_get_quantile (bare, 0.5), "<= 10 ms", anc_bench_get_quantile (ours, 0.5) <= 10);
}

static void
measure_load (AncBench *bench)
{
  g_autoptr (GArray) ours = anc_bench_new_times ();
  g_autoptr (GArray) bare = anc_bench_new_times ();
  sqlite3_stmt *queries[ANC_N_TABLES];
  double slow;

  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE case_key = ?", anc_table_get (i)->name);

      queries[i] = anc_bench_prepare (bench->bare, sql);
    }
  for (guint i = 0; i < N_LOADS; i++)
    {
      const gint64 case_key = 1000 * g_random_int_range (1, (gint32) bench->n_cases + 1);
      gint64 start = g_get_monotonic_time ();

      anc_case_rows_unref (anc_fixture_load (bench->store, case_key, NULL));
      anc_bench_add_time (ours, start);
      start = g_get_monotonic_time ();
      for (guint j = 0; j < ANC_N_TABLES; j++)
        {
          sqlite3_bind_int64 (queries[j], 1, case_key);
          anc_bench_finish (queries[j]);
        }
      anc_bench_add_time (bare, start);
    }
  for (guint i = 0; i < ANC_N_TABLES; i++)
    sqlite3_finalize (queries[i]);

  slow = anc_bench_get_quantile (ours, 0.95);
  anc_bench_print_row ("load one full case, 95 %", slow, anc_bench_get_quantile (bare, 0.95), "ms", "x", slow / anc_bench_get_quantile (bare, 0.95), "<= 5 ms", slow <= 5);
}

/* Each question is typed letter by letter. */
static void
measure_search (AncBench *bench)
{
  static const char *const questions[] = {
    "échantillon-ab cam",
    "dominique",
    "spécimen",
    "témoin zoé",
    "nettoyage modèle 17",
    "bulletin de paie",
    "bulletin 7/2021",
    "2026-00417",
    "100000023",
    "exemple lætitia",
    "oeuvret",
    "agent entretien",
    "rappeler",
    "modele 4",
  };
  g_autoptr (GArray) ours = anc_bench_new_times ();
  g_autoptr (GArray) ours_cpu = anc_bench_new_times ();
  g_autoptr (GArray) bare = anc_bench_new_times ();
  sqlite3_stmt *query = anc_bench_prepare (bench->bare, "SELECT rowid, highlight (search, 0, '[', ']') FROM search WHERE search MATCH ? ORDER BY rank LIMIT 20");
  double slow;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    for (const char *end = g_utf8_next_char (questions[i]); end <= questions[i] + strlen (questions[i]); end = g_utf8_next_char (end))
      {
        g_autofree char *typed = g_strndup (questions[i], (gsize) (end - questions[i]));
        g_autoptr (GString) match = g_string_new (NULL);
        g_auto (GStrv) words = g_strsplit_set (typed, " -/", -1);
        const gint64 cpu_start = anc_bench_get_cpu_time ();
        gint64 start = g_get_monotonic_time ();

        g_ptr_array_unref (anc_fixture_search (bench->store, typed, 0, NULL));
        anc_bench_add_time (ours, start);
        anc_bench_add_cpu_time (ours_cpu, cpu_start);
        for (guint j = 0; words[j] != NULL; j++)
          if (*words[j] != '\0')
            g_string_append_printf (match, "%s\"%s\" *", match->len > 0 ? " AND " : "", words[j]);
        start = g_get_monotonic_time ();
        sqlite3_bind_text (query, 1, match->str, -1, SQLITE_STATIC);
        anc_bench_finish (query);
        anc_bench_add_time (bare, start);
        if (*end == '\0')
          break;
      }
  sqlite3_finalize (query);

  slow = anc_bench_get_quantile (ours, 0.95);
  anc_bench_print_row ("search as one types, 95 %", slow, anc_bench_get_quantile (bare, 0.95), "ms", "x", slow / anc_bench_get_quantile (bare, 0.95), "<= 15 ms", slow <= 15);
  anc_bench_print_row ("  95 %, of the processor", anc_bench_get_quantile (ours_cpu, 0.95), 0, "ms", "", 0, "", TRUE);
  anc_bench_print_row ("  median", anc_bench_get_quantile (ours, 0.5), anc_bench_get_quantile (bare, 0.5), "ms", "x", anc_bench_get_quantile (ours, 0.5) / anc_bench_get_quantile (bare, 0.5), "", TRUE);
}

/* Ours and the bare one in turn, so that both meet the same disk. */
static void
measure_edits (AncBench *bench)
{
  g_autoptr (GArray) ours = anc_bench_new_times ();
  g_autoptr (GArray) bare = anc_bench_new_times ();
  g_autoptr (GArray) ours_cpu = anc_bench_new_times ();
  g_autoptr (GArray) bare_cpu = anc_bench_new_times ();
  sqlite3_stmt *update = anc_bench_prepare (bench->bare, "UPDATE payslips SET net = ?3 WHERE case_key = ?1 AND key = ?2");
  double ratio;

  for (guint i = 0; i < N_EDITS; i++)
    {
      const gint64 case_key = 1000 * g_random_int_range (1, (gint32) bench->n_cases + 1);
      g_autoptr (AncCaseRows) rows = anc_fixture_load (bench->store, case_key, NULL);
      const AncRow *payslip = anc_case_rows_get (rows, ANC_TABLE_PAYSLIPS, 3);
      g_autoptr (AncChangeSet) changes = anc_fixture_change_integer (payslip, "net", G_GINT64_CONSTANT (1000000) * i + 1);
      g_autoptr (GError) error = NULL;
      gint64 cpu_start;
      gint64 start;

      /* Both have read the case before, as whoever edits it has. */
      sqlite3_bind_int64 (update, 1, case_key);
      sqlite3_bind_int64 (update, 2, payslip->key);
      sqlite3_bind_int64 (update, 3, i);
      cpu_start = anc_bench_get_cpu_time ();
      start = g_get_monotonic_time ();
      anc_fixture_commit (bench->store, changes, &error);
      anc_bench_add_time (ours, start);
      anc_bench_add_cpu_time (ours_cpu, cpu_start);
      g_assert_no_error (error);
      cpu_start = anc_bench_get_cpu_time ();
      start = g_get_monotonic_time ();
      anc_bench_run (bench->bare, "BEGIN IMMEDIATE");
      anc_bench_finish (update);
      anc_bench_run (bench->bare, "COMMIT");
      anc_bench_add_time (bare, start);
      anc_bench_add_cpu_time (bare_cpu, cpu_start);
    }
  sqlite3_finalize (update);

  /* Disks confirm in one of two times, far apart, as it comes: a median then says which of them was met, and the mean
   * how long people wait. */
  ratio = anc_bench_get_mean (ours) / anc_bench_get_mean (bare);
  anc_bench_print_row ("one edit acknowledged, mean", anc_bench_get_mean (ours), anc_bench_get_mean (bare), "ms", "x", ratio, "<= x1.5", ratio <= 1.5);
  anc_bench_print_row ("  median", anc_bench_get_quantile (ours, 0.5), anc_bench_get_quantile (bare, 0.5), "ms", "x", anc_bench_get_quantile (ours, 0.5) / anc_bench_get_quantile (bare, 0.5), "", TRUE);
  anc_bench_print_row ("  median, of the processor", anc_bench_get_quantile (ours_cpu, 0.5), anc_bench_get_quantile (bare_cpu, 0.5), "ms", "x", anc_bench_get_quantile (ours_cpu, 0.5) / anc_bench_get_quantile (bare_cpu, 0.5), "", TRUE);
  anc_bench_print_row ("  95 %", anc_bench_get_quantile (ours, 0.95), anc_bench_get_quantile (bare, 0.95), "ms", "x", anc_bench_get_quantile (ours, 0.95) / anc_bench_get_quantile (bare, 0.95), "", TRUE);
}

static guint8 *
make_file (guint number)
{
  guint32 *words = g_malloc (FILE_SIZE);

  for (guint i = 0; i < FILE_SIZE / sizeof *words; i++)
    words[i] = (i + 1) * 2654435761u ^ number * 40503u;

  return (guint8 *) words;
}

typedef struct
{
  guint n_waiting;
} Adding;

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  Adding *adding = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncStoredFile) file = anc_store_add_file_finish (ANC_STORE (object), result, &error);

  g_assert_no_error (error);
  g_assert_true (file->is_new);
  adding->n_waiting--;
}

/* As a folder is dropped on the window: two on their way at a time. Blocks of 100, ours and the bare one in turn. */
static void
measure_files (AncBench *bench)
{
  sqlite3_stmt *insert = anc_bench_prepare (bench->bare, "INSERT INTO files (bytes) VALUES (?)");
  double ours = 0;
  double bare = 0;
  const double megabytes = (double) N_FILES * FILE_SIZE / 1e6;

  for (guint block = 0; block < N_FILES; block += 100)
    {
      guint8 *files[100];
      gint64 start;
      Adding adding = { 0 };

      for (guint i = 0; i < 100; i++)
        files[i] = make_file (block + i);
      start = g_get_monotonic_time ();
      for (guint i = 0; i < 100; i++)
        {
          g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (files[i], FILE_SIZE, NULL);

          adding.n_waiting++;
          anc_store_add_file_async (bench->store, stream, NULL, added_cb, &adding);
          while (adding.n_waiting > 1)
            g_main_context_iteration (NULL, TRUE);
        }
      while (adding.n_waiting > 0)
        g_main_context_iteration (NULL, TRUE);
      ours += (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

      start = g_get_monotonic_time ();
      for (guint i = 0; i < 100; i++)
        {
          sqlite3_bind_blob (insert, 1, files[i], FILE_SIZE, SQLITE_STATIC);
          anc_bench_finish (insert);
        }
      bare += (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
      for (guint i = 0; i < 100; i++)
        g_free (files[i]);
    }
  sqlite3_finalize (insert);

  anc_bench_print_row ("2,000 documents of 200 KB stored", megabytes / ours, megabytes / bare, "MB/s", "x", bare / ours, ">= x0.8", bare / ours >= 0.8);
}

/* ---- Evaluation ------------------------------------------------------------------------------ */

typedef struct
{
  AncRules *rules;
  AncDate on;
  gboolean evaluates;
  guint n_cases;
  guint n_open;
} Evaluation;

static gboolean
evaluate_case (AncCaseRows *rows,
               gpointer data)
{
  Evaluation *self = data;
  g_autoptr (AncCaseReview) review = NULL;
  g_autoptr (AncAssessment) assessment = NULL;

  self->n_cases++;
  if (!self->evaluates)
    return TRUE;

  review = anc_case_review_new (rows, ANC_CASE_REVIEW_FACTS, anc_rules_get_territory (self->rules), anc_rules_get_fact_catalogue (self->rules), NULL);
  assessment = anc_rules_evaluate (self->rules, anc_case_review_get_facts (review), self->on);
  for (guint i = 0; i < assessment->n_verdicts; i++)
    self->n_open += assessment->verdicts[i]->reason == ANC_REASON_NONE && assessment->verdicts[i]->outcome >= ANC_OUTCOME_TO_PROVE;

  return TRUE;
}

static void
keep_result_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static double
visit (AncBench *bench,
       Evaluation *evaluation)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  anc_store_visit_cases_async (bench->store, evaluate_case, evaluation, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  anc_store_visit_cases_finish (bench->store, result, &error);
  g_assert_no_error (error);

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
measure_evaluation (AncBench *bench)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  Evaluation reading = { 0 };
  Evaluation evaluation = { .evaluates = TRUE, .on = anc_date_new (2026, 11, 21) };
  double read;
  double evaluated;
  gint64 cpu_start;
  double cpu;

  anc_law_add_shipped (builder);
  evaluation.rules = anc_rules_builder_end (builder);
  g_assert_nonnull (evaluation.rules);
  read = visit (bench, &reading);
  cpu_start = anc_bench_get_cpu_time ();
  evaluated = visit (bench, &evaluation);
  cpu = (double) (anc_bench_get_cpu_time () - cpu_start) / G_USEC_PER_SEC;
  g_assert_cmpuint (evaluation.n_cases, ==, bench->n_cases);
  anc_bench_print_row ("all cases read and evaluated, one thread (read)", evaluated, read, "s", "", 0, "<= 2 s", evaluated <= 2);
  anc_bench_print_row ("  of the processor", cpu, 0, "s", "", 0, "", TRUE);
  anc_rules_unref (evaluation.rules);
}

/* ---- Memory ---------------------------------------------------------------------------------- */

/* Bytes that are never twice the same, without end but for the size asked for. */
static gsize
make_up (guint32 *words,
         gsize n_words,
         guint32 *seed)
{
  for (gsize i = 0; i < n_words; i++)
    words[i] = *seed = *seed * 1664525u + 1013904223u;

  return n_words * sizeof *words;
}

static int
store_large_file (const char *path,
                  guint megabytes)
{
  g_autoptr (GError) error = NULL;
  AncStore *store = anc_fixture_create (path, ANC_BENCH_PASSPHRASE, &error);
  g_autofree char *source = g_strconcat (path, ".source", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (AncStoredFile) stored = NULL;
  g_autofree char *status = NULL;
  FILE *out = fopen (source, "wb");
  guint32 words[16384];
  guint32 seed = 1;
  gint64 start;

  for (guint i = 0; i < megabytes * 16; i++)
    fwrite (words, 1, make_up (words, G_N_ELEMENTS (words), &seed), out);
  fclose (out);
  stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  stored = anc_fixture_add_file (store, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored->size, ==, (gint64) megabytes * 1024 * 1024);
  g_remove (source);

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  printf ("%ld %.1f\n", strtol (strstr (status, "VmHWM:") + 6, NULL, 10) / 1024, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  anc_fixture_drop (store);
  return 0;
}

static void
measure_memory (AncBench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "memoire.ancrage", NULL);
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  double peak = 0;
  double seconds = 0;

  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "memory", path, "2048", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (other, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (output, "%lf %lf", &peak, &seconds), ==, 2);
  anc_bench_print_row ("peak of memory, storing 2 GB (seconds)", peak, seconds, "MB", "", 0, "<= 100 MB", peak <= 100);
}

int
main (int argc,
      char **argv)
{
  AncBench bench = { .n_cases = 10000 };

  if (argc == 4 && strcmp (argv[1], "memory") == 0)
    return store_large_file (argv[2], (guint) atoi (argv[3]));
  if (argc > 1)
    g_setenv ("TMPDIR", argv[1], TRUE);
  if (argc > 2)
    bench.n_cases = (guint) atoi (argv[2]);

  bench.folder = anc_fixture_make_folder ();
  bench.path = g_build_filename (bench.folder, "bureau.ancrage", NULL);
  bench.bare_path = g_build_filename (bench.folder, "nu.db", NULL);
  bench.key = anc_key_new (ANC_BENCH_PASSPHRASE);

  anc_bench_make_store (&bench);
  anc_bench_make_bare (&bench);
  printf ("%-46s %10s %10s\n", "", "store", "bare");
  measure_open (&bench);
  measure_list (&bench);
  measure_load (&bench);
  measure_search (&bench);
  measure_edits (&bench);
  measure_evaluation (&bench);
  measure_files (&bench);
  anc_fixture_drop (bench.store);
  sqlite3_close (bench.bare);
  measure_memory (&bench);

  anc_key_unref (bench.key);
  g_free (bench.path);
  g_free (bench.bare_path);
  anc_fixture_remove_folder (bench.folder);
  return 0;
}
