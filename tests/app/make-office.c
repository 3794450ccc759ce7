/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-maker.h"

#include "anc-case-json.h"
#include "anc-case.h"
#include "anc-law.h"
#include "anc-store.h"

#include <stdlib.h>

/* Makes an office of many made-up cases. usage: make-office FILE N_CASES N_JOBS N_PAYSLIPS
 *
 * Names are of syllables, so that they sort and are found as real ones are. */

#define MAX_PENDING 200

typedef struct
{
  GMainLoop *loop;
  AncRules *rules;
  AncStore *store;
  guint n_cases;
  guint n_jobs;
  guint n_payslips;
  guint n_sent;
  guint n_written;
} Maker;

static void send_more (Maker *maker);

static void
committed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  Maker *maker = user_data;
  g_autoptr (GError) error = NULL;

  if (!anc_store_commit_finish (ANC_STORE (source), result, &error))
    g_error ("%s", error->message);

  maker->n_written++;
  if (maker->n_written == maker->n_cases)
    g_main_loop_quit (maker->loop);
  else
    send_more (maker);
}

static char *
make_name (GRand *rng)
{
  static const char *const syllables[] = {
    "ba", "kou", "dia", "mi", "ra", "so", "né", "va", "li", "tou", "cha", "bel", "fan", "to", "ré", "zi"
  };
  GString *name = g_string_new (NULL);
  const int count = g_rand_int_range (rng, 2, 5);

  for (int i = 0; i < count; i++)
    g_string_append (name, syllables[g_rand_int_range (rng, 0, G_N_ELEMENTS (syllables))]);
  name->str[0] = g_ascii_toupper (name->str[0]);

  return g_string_free (name, FALSE);
}

static AncChangeSet *
make_case (Maker *maker,
           guint seed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (GRand) rng = g_rand_new_with_seed (seed);
  g_autofree char *family = make_name (rng);
  g_autofree char *given = make_name (rng);
  g_autofree char *reference = g_strdup_printf ("2026-%05u", seed);
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncCase) a_case = NULL;

  anc_case_maker_write (text, seed, maker->n_jobs, maker->n_payslips);
  rows = anc_case_json_import (text->str, text->len, ANC_CASE_JSON_STRICT, anc_rules_get_territory (maker->rules), anc_rules_get_fact_catalogue (maker->rules), problems);
  if (rows == NULL)
    g_error ("The case %u is not one", seed);

  a_case = anc_case_new_from_rows (rows);
  anc_case_begin (a_case, "");
  anc_record_set_text (anc_case_get_head (a_case), "reference", reference);
  anc_record_set_text (anc_case_get_head (a_case), "family_name", family);
  anc_record_set_text (anc_case_get_head (a_case), "given_names", given);
  anc_record_set_text (anc_case_get_head (a_case), "state", anc_case_state_names[seed % 4]);
  anc_change_set_unref (anc_case_commit (a_case));
  g_clear_pointer (&rows, anc_case_rows_unref);
  rows = anc_case_dup_rows (a_case);

  return anc_case_rows_dup_creation (rows, "Create the case");
}

static void
send_more (Maker *maker)
{
  while (maker->n_sent < maker->n_cases && maker->n_sent - maker->n_written < MAX_PENDING)
    {
      g_autoptr (AncChangeSet) creation = make_case (maker, ++maker->n_sent);

      anc_store_commit_async (maker->store, creation, NULL, committed_cb, maker);
    }
}

static void
created_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Maker *maker = user_data;
  g_autoptr (GError) error = NULL;

  maker->store = anc_store_create_finish (result, &error);
  if (maker->store == NULL)
    g_error ("%s", error->message);
  send_more (maker);
}

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Maker *maker = user_data;

  anc_store_close_finish (ANC_STORE (source), result, NULL);
  g_main_loop_quit (maker->loop);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  Maker maker = { 0 };

  if (argc != 5)
    return EXIT_FAILURE;

  anc_law_add_shipped (builder);
  maker.rules = anc_rules_builder_end (builder);
  maker.n_cases = (guint) strtoul (argv[2], NULL, 10);
  maker.n_jobs = (guint) strtoul (argv[3], NULL, 10);
  maker.n_payslips = (guint) strtoul (argv[4], NULL, 10);
  maker.loop = g_main_loop_new (NULL, FALSE);
  anc_store_create_async (argv[1], NULL, NULL, created_cb, &maker);
  g_main_loop_run (maker.loop);
  anc_store_close_async (maker.store, NULL, closed_cb, &maker);
  g_main_loop_run (maker.loop);

  g_object_unref (maker.store);
  anc_rules_unref (maker.rules);
  g_main_loop_unref (maker.loop);

  return EXIT_SUCCESS;
}
