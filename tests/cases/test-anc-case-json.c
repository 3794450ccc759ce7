/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cases-fixture.h"

#include <string.h>

static AncRules *rules;

static char *
import_and_export (const char *text,
                   AncCaseJsonMode mode,
                   char **problems)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_import (rules, text, mode, problems);

  return rows != NULL ? anc_case_json_export (rows) : NULL;
}

/* ---- Strict ---------------------------------------------------------------------------------- */

/* Same text, same keys in any order, same numbers however they are written. */
static gboolean
is_same (json_t *one,
         json_t *other)
{
  const char *key;
  json_t *value;
  gsize i;

  if (json_is_number (one) && json_is_number (other))
    return json_number_value (one) == json_number_value (other);
  if (json_is_object (one) && json_is_object (other))
    {
      json_object_foreach (one, key, value)
        if (!is_same (value, json_object_get (other, key)))
          return FALSE;
      return json_object_size (one) == json_object_size (other);
    }
  if (json_is_array (one) && json_is_array (other))
    {
      json_array_foreach (one, i, value)
        if (!is_same (value, json_array_get (other, i)))
          return FALSE;
      return json_array_size (one) == json_array_size (other);
    }

  return json_equal (one, other);
}

static void
test_samples (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ANC_SAMPLES"), "cases", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      json_t *before, *after;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      once = import_and_export (text, ANC_CASE_JSON_STRICT, NULL);
      g_assert_nonnull (once);
      twice = import_and_export (once, ANC_CASE_JSON_STRICT, NULL);
      g_assert_cmpstr (once, ==, twice);

      before = json_loads (text, 0, NULL);
      after = json_loads (once, 0, NULL);
      g_assert_true (is_same (before, after));
      json_decref (before);
      json_decref (after);
      n++;
    }
  g_assert_cmpuint (n, >=, 6);
}

static void
test_same_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 300; i++)
    {
      json_t *generated = anc_cases_fixture_generate (rand);
      char *text = json_dumps (generated, 0);
      g_autofree char *problems = NULL;
      g_autofree char *exported = import_and_export (text, ANC_CASE_JSON_STRICT, &problems);

      g_assert_cmpstr (problems, ==, "");
      g_assert_cmpstr (exported, ==, text);
      free (text);
      json_decref (generated);
    }
}

/* However it was written, the same case gives the same bytes. */
static void
test_canonical (void)
{
  const char *const ways[] = {
    "{\"format\": \"ancrage-case\", \"version\": 1, \"reference\": \"é\", "
    "\"person\": {\"family_name\": \"A\", \"given_names\": \"B\"}, \"jobs\": [], "
    "\"offers\": [{\"id\": \"o1\", \"employer\": \"e1\", \"contract\": \"permanent\", \"monthly_gross\": 1801.8}]}",
    "{\"offers\":[{\"monthly_gross\":1.8018e3,\"contract\":\"permanent\",\"employer\":\"e1\",\"id\":\"o1\"}],"
    "\"employers\":[{\"kind\":\"company\",\"name\":\"C\",\"id\":\"e1\"}],"
    "\"jobs\":[ ],\"person\":{\"given_names\":\"\\u0042\",\"family_name\":\"A\"},"
    "\"reference\":\"\\u00e9\",\n\"version\":1.0,\"format\":\"ancrage-case\"}",
  };
  g_autofree char *first = import_and_export (ways[0], ANC_CASE_JSON_LENIENT, NULL);
  g_autofree char *second = import_and_export (ways[1], ANC_CASE_JSON_STRICT, NULL);
  g_auto (GStrv) parts = g_strsplit (second, "\"employers\": [{\"id\": \"e1\", \"name\": \"C\", \"kind\": \"company\"}], ", 2);
  g_autofree char *without_employer = g_strjoinv ("", parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpstr (first, ==, ways[0]);
  g_assert_cmpstr (without_employer, ==, ways[0]);
}

static void
test_absent_is_not_empty (void)
{
  g_autoptr (AncCaseRows) absent = anc_cases_fixture_case (rules, "");
  g_autoptr (AncCaseRows) empty = anc_cases_fixture_case (rules, "'stays':[],'facts':{},'measures':[]");
  g_autofree char *absent_text = anc_case_json_export (absent);
  g_autofree char *empty_text = anc_case_json_export (empty);

  g_assert_null (strstr (absent_text, "stays"));
  g_assert_nonnull (strstr (empty_text, "\"stays\": [], \"measures\": [], \"facts\": {}}"));
}

static void
test_strict_refuses (void)
{
  const char *const refused[] = {
    "'jobs':[{'id':'j1','employer':'e1','start':'2025-01-01','contract':'permanent'}]",
    "'colour':'blue'",
    "'entry_date':'2024-02-30'",
    "'notes':3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *json = anc_cases_fixture_json (refused[i]);
      g_autofree char *problems = NULL;

      g_assert_null (anc_cases_fixture_import (rules, json, ANC_CASE_JSON_STRICT, &problems));
      g_assert_cmpstr (problems, !=, "");
    }
}

/* ---- Lenient --------------------------------------------------------------------------------- */

static void
test_lenient (void)
{
  const struct
  {
    const char *members;
    const char *kept; /* after the person */
    const char *told;
    const char *why;
  } rows[] = {
    { "'entry_date':'2024-02-30'", "", "entry_date: 2024-02-30 is not a date\n", "a date that is none" },
    { "'stays':[{'start':'2024-02-01','end':'2024-01-01'}]",
      "'stays': [{'start': '2024-02-01', 'end': '2024-01-01'}]",
      "stays[0].status: is missing\nstays[0].end: 2024-01-01 is before the start, 2024-02-01\n",
      "what contradicts something stays" },
    { "'jobs':[{'id':'j1','employer':'e7','start':'2025-01-01','contract':'cdi','weekly_hours':-3}]",
      "'jobs': [{'id': 'j1', 'employer': 'e7', 'start': '2025-01-01'}]",
      NULL,
      "an unknown word and a negative number go, a reference to nothing stays" },
    { "'employers':[{'id':'e1'},{'id':'e1'},7]",
      "'employers': [{'id': 'e1'}, {'id': 'e1'}]",
      NULL,
      "an id that stands twice stays; what is no record goes" },
    { "'stays':{},'measures':[]", "'measures': []", "stays: must be a list\n", "what is no list does not say: none" },
    { "'facts':{'unheard_of':'x','union_backed':7,'nothing':null}",
      "'facts': {'unheard_of': 'x', 'union_backed': 7}",
      NULL,
      "facts the catalogue does not know" },
    { "'facts':{'talent_years':1e300}", "", "facts.talent_years: the number is too large\n", "a number nobody has" },
    { "'jobs':[{'id':'j1','occupation':{}}]", "'jobs': [{'id': 'j1'}]", NULL, "an occupation without anything" },
    { "'colour':'blue','notes':''", "'notes': ''", "colour: unknown key\n", "an unknown key goes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = anc_cases_fixture_json (rows[i].members);
      g_autofree char *head = anc_cases_fixture_json ("");
      g_autofree char *expected = NULL;
      g_autofree char *canonical_head = NULL;
      g_autofree char *problems = NULL;
      g_autofree char *exported = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s", rows[i].why);
      canonical_head = import_and_export (head, ANC_CASE_JSON_STRICT, NULL);
      canonical_head[strlen (canonical_head) - 1] = '\0';
      expected = g_strconcat (canonical_head, *rows[i].kept != '\0' ? ", " : "", rows[i].kept, "}", NULL);
      g_strdelimit (expected, "'", '"');

      exported = import_and_export (json, ANC_CASE_JSON_LENIENT, &problems);
      g_assert_cmpstr (exported, ==, expected);
      g_assert_cmpstr (problems, !=, "");
      if (rows[i].told != NULL)
        g_assert_cmpstr (problems, ==, rows[i].told);

      again = import_and_export (exported, ANC_CASE_JSON_LENIENT, NULL);
      g_assert_cmpstr (again, ==, exported);
    }
}

/* What does not say that it is a case of this version is none, however lenient one is. */
static void
test_not_a_case (void)
{
  const char *const texts[] = {
    "",
    "[]",
    "7",
    "{}",
    "{'format':'ancrage-case','version':2,'reference':'r'}",
    "{'format':'ancrage-regime','version':1}",
    "{'format':'ancrage-case','version':1,'version':1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (texts[i]), "'", '"');
      g_autofree char *problems = NULL;

      g_assert_null (anc_cases_fixture_import (rules, json, ANC_CASE_JSON_LENIENT, &problems));
      g_assert_cmpstr (problems, !=, "");
    }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();
  g_test_add_func ("/cases/case-json/samples", test_samples);
  g_test_add_func ("/cases/case-json/same-bytes", test_same_bytes);
  g_test_add_func ("/cases/case-json/canonical", test_canonical);
  g_test_add_func ("/cases/case-json/absent-is-not-empty", test_absent_is_not_empty);
  g_test_add_func ("/cases/case-json/strict-refuses", test_strict_refuses);
  g_test_add_func ("/cases/case-json/lenient", test_lenient);
  g_test_add_func ("/cases/case-json/not-a-case", test_not_a_case);
  status = g_test_run ();
  anc_rules_unref (rules);

  return status;
}
