/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-law.h"
#include "anc-occupation-query.h"

#include <string.h>

static void
test_listing (void)
{
  static const struct
  {
    const char *list;
    const char *fap;
    const char *rome;
    const char *rome_old;
    guint region;
    const char *nationality;
    const char *on;
    AncListing listing;
    const char *why;
  } rows[] = {
    { "whole", "A0Z20", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_ON, "listed everywhere" },
    { "whole", "A0Z90", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_OFF, "silence of a complete list" },
    { "whole", "A0Z20", NULL, NULL, 11, NULL, "2019-12-31", ANC_LISTING_OFF, "before its periods a list is empty" },
    { "whole", "A0Z10", NULL, NULL, 11, NULL, "2025-05-21", ANC_LISTING_ON, "last day" },
    { "whole", "A0Z10", NULL, NULL, 11, NULL, "2025-05-22", ANC_LISTING_OFF, "the day after" },
    { "whole", "A0Z50", NULL, NULL, 76, NULL, "2024-01-01", ANC_LISTING_ON, "its region" },
    { "whole", "A0Z50", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_OFF, "another region" },
    { "whole", "A0Z50", NULL, NULL, 0, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "no department, listed somewhere" },
    { "whole", "A0Z90", NULL, NULL, 0, NULL, "2024-01-01", ANC_LISTING_OFF, "no department, listed nowhere" },
    { "whole", NULL, NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "no code" },
    { "whole", NULL, NULL, "13212", 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "no code of its systems" },
    { "part", "A0Z20", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_ON, "listed in an incomplete region" },
    { "part", "A0Z30", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "probable" },
    { "part", "A0Z40", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_OFF, "known to be off" },
    { "part", "A0Z60", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_ON, "listed beats off" },
    { "part", "A0Z70", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "probable beats off" },
    { "part", "A0Z90", NULL, NULL, 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "silence of an incomplete region" },
    { "part", "A0Z90", NULL, NULL, 76, NULL, "2024-01-01", ANC_LISTING_OFF, "silence of a complete region" },
    { "part", "A0Z90", NULL, NULL, 0, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "no department, not complete everywhere" },
    { "people", NULL, NULL, "13212", 11, "TUN", "2024-01-01", ANC_LISTING_ON, "their nationality" },
    { "people", NULL, NULL, "13212", 11, "MLI", "2024-01-01", ANC_LISTING_OFF, "another" },
    { "people", NULL, NULL, "13212", 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "not recorded" },
    { "people", NULL, NULL, "99999", 11, NULL, "2024-01-01", ANC_LISTING_OFF, "not recorded, but the code is on no row" },
    { "whole", NULL, "R0002", NULL, 11, NULL, "2024-01-01", ANC_LISTING_ON, "ROME of one family, on" },
    { "whole", NULL, "R0003", NULL, 11, NULL, "2024-01-01", ANC_LISTING_OFF, "ROME of one family, off" },
    { "whole", NULL, "R0001", NULL, 11, NULL, "2025-05-21", ANC_LISTING_ON, "both families on" },
    { "whole", NULL, "R0001", NULL, 11, NULL, "2025-05-22", ANC_LISTING_UNDECIDED, "one on, one off" },
    { "part", NULL, "R0004", NULL, 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "one off, one unknown" },
    { "whole", NULL, "R9999", NULL, 11, NULL, "2024-01-01", ANC_LISTING_UNDECIDED, "ROME of no family" },
    { "whole", "A0Z90", "R0002", NULL, 11, NULL, "2024-01-01", ANC_LISTING_OFF, "a family recorded is not guessed from ROME" },
  };
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);
  const AncOccupations *occupations = anc_rules_get_occupations (rules);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncOccupation occupation = { { 0 } };
      const char *const codes[] = { rows[i].fap, rows[i].rome, rows[i].rome_old };

      for (guint system = 0; system < ANC_N_CODE_SYSTEMS; system++)
        if (codes[system] != NULL)
          occupation.codes[system] = anc_code_parse (system, codes[system]);
      g_test_message ("%s", rows[i].why);
      g_assert_cmpint (anc_occupations_check (occupations,
                                              anc_occupations_find_list (occupations, rows[i].list),
                                              &occupation,
                                              (AncRegion) rows[i].region,
                                              rows[i].nationality != NULL ? anc_nationality_parse (rows[i].nationality) : ANC_NATIONALITY_NONE,
                                              anc_fixture_date (rows[i].on)),
                       ==,
                       rows[i].listing);
    }
}

static void
test_codes (void)
{
  static const char *const wrong[] = { "", "A0Z4", "A0Z400", "a0z40", "A0040", "AAZ40", "A0Z4é", "A 0Z4" };
  char buffer[ANC_CODE_BUFFER_SIZE];
  AncCode code = anc_code_parse (ANC_CODE_SYSTEM_FAP, "S1Z40");

  g_assert_cmpstr (anc_code_format (code, buffer), ==, "S1Z40");
  g_assert_cmpstr (anc_nationality_format (anc_nationality_parse ("TUN"), buffer), ==, "TUN");
  g_assert_cmpstr (anc_nationality_format (ANC_NATIONALITY_NONE, buffer), ==, "");
  g_assert_cmpint (anc_code_get_system (code), ==, ANC_CODE_SYSTEM_FAP);
  g_assert_cmpint (anc_code_get_system (anc_code_parse (ANC_CODE_SYSTEM_ROME, "G1602")), ==, ANC_CODE_SYSTEM_ROME);
  g_assert_cmpint (anc_code_get_system (anc_code_parse (ANC_CODE_SYSTEM_ROME_OLD, "13212")), ==, ANC_CODE_SYSTEM_ROME_OLD);
  g_assert_cmpuint (anc_code_parse (ANC_CODE_SYSTEM_ROME, "S1Z40"), ==, ANC_CODE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (anc_code_parse (ANC_CODE_SYSTEM_FAP, wrong[i]), ==, ANC_CODE_NONE);
}

/* What a person asks without a case: one code, perhaps a region, a day. */
static void
test_query (void)
{
  static const struct
  {
    const char *code;
    guint region;
    const char *on;
    guint n_families;
    guint n_rows;
    AncListing part;
    AncListing people;
  } rows[] = {
    { "A0Z20", 0, "2024-01-01", 2, 2, ANC_LISTING_UNDECIDED, ANC_LISTING_UNDECIDED }, /* listed everywhere, and in 11 */
    { "A0Z20", 11, "2024-01-01", 2, 2, ANC_LISTING_ON, ANC_LISTING_UNDECIDED },
    { "A0Z20", 76, "2024-01-01", 2, 1, ANC_LISTING_OFF, ANC_LISTING_UNDECIDED },
    { "A0Z20", 11, "2019-12-31", 2, 0, ANC_LISTING_OFF, ANC_LISTING_OFF },
    { "R0001", 76, "2024-01-01", 2, 2, ANC_LISTING_OFF, ANC_LISTING_UNDECIDED }, /* of both families it belongs to */
    { "R0001", 76, "2025-05-22", 2, 1, ANC_LISTING_OFF, ANC_LISTING_UNDECIDED },
    { "13212", 11, "2024-01-01", 0, 1, ANC_LISTING_UNDECIDED, ANC_LISTING_ON }, /* for those whom the list concerns */
  };
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);
  const AncOccupations *occupations = anc_rules_get_occupations (rules);
  guint n_families;
  const AncFamily *families = anc_occupations_get_families (occupations, &n_families);
  AncOccupation none;

  g_assert_false (anc_occupation_parse ("cuisinier", &none));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncOccupationQuery query = { .region = (AncRegion) rows[i].region, .on = anc_fixture_date (rows[i].on) };
      guint n_concerned = 0;
      guint n_rows = 0;

      g_test_message ("%s in %u on %s", rows[i].code, rows[i].region, rows[i].on);
      g_assert_true (anc_occupation_parse (rows[i].code, &query.occupation));
      for (guint j = 0; j < n_families; j++)
        n_concerned += anc_occupation_query_concerns_family (&query, &families[j]);
      for (guint j = 0; j < anc_occupations_get_n_lists (occupations); j++)
        {
          const AncOccupationList *list = anc_occupations_get_list (occupations, j);

          for (guint k = 0; k < list->rows->len; k++)
            n_rows += anc_occupation_query_concerns_row (&query, occupations, &g_array_index (list->rows, AncListRow, k));
        }
      g_assert_cmpuint (n_concerned, ==, rows[i].n_families);
      g_assert_cmpuint (n_rows, ==, rows[i].n_rows);
      g_assert_cmpint (anc_occupation_query_answer (&query, occupations, anc_occupations_find_list (occupations, "part")), ==, rows[i].part);
      g_assert_cmpint (anc_occupation_query_answer (&query, occupations, anc_occupations_find_list (occupations, "people")), ==, rows[i].people);
    }
}

/* All regions, by code. */
static void
test_regions (void)
{
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);
  const AncTerritory *territory = anc_rules_get_territory (rules);
  AncRegion region = anc_territory_get_next_region (territory, ANC_REGION_NONE);

  g_assert_cmpint (region, ==, 11);
  region = anc_territory_get_next_region (territory, region);
  g_assert_cmpint (region, ==, 76);
  g_assert_cmpint (anc_territory_get_next_region (territory, region), ==, ANC_REGION_NONE);
}

/* Each way in which a file of rows or the catalogue of lists can be wrong. */
static void
test_refused (void)
{
#define HEADER "list,valid_from,valid_until,region,nationality,code_system,code,label,status,source\n"
  static const struct
  {
    const char *path;
    const char *text;
    const char *problem;
  } rows[] = {
    { "occupations/x.csv", HEADER "whole,2020-01-01,,*,,fap,A0Z10,L,listed\n", "2::the row has 9 fields instead of 10" },
    { "occupations/x.csv", HEADER "nowhere,2020-01-01,,*,,fap,A0Z10,L,listed,s\n", "2:list:there is no list “nowhere” in lists.json" },
    { "occupations/x.csv", HEADER "whole,2020-02-30,,*,,fap,A0Z10,L,listed,s\n", "2:valid_from:2020-02-30 is not a date" },
    { "occupations/x.csv", HEADER "whole,2020-01-02,2020-01-01,*,,fap,A0Z10,L,listed,s\n", "2:valid_until:the end is before the start" },
    { "occupations/x.csv", HEADER "whole,2020-01-01,,12,,fap,A0Z10,L,listed,s\n", "2:region:“12” is not a region" },
    { "occupations/x.csv", HEADER "whole,2020-01-01,,*,Tunisia,fap,A0Z10,L,listed,s\n", "2:nationality:“Tunisia” is not a country code" },
    { "occupations/x.csv", HEADER "whole,2020-01-01,,*,,isco,A0Z10,L,listed,s\n", "2:code_system:“isco” is not one of: fap, rome, rome_old" },
    { "occupations/x.csv", HEADER "whole,2020-01-01,,*,,fap,A0Z1,L,listed,s\n", "2:code:“A0Z1” is not a code of that system" },
    { "occupations/x.csv", HEADER "whole,2020-01-01,,*,,fap,A0Z10,L,maybe,s\n", "2:status:“maybe” is not one of: listed, probable, not_listed" },
    { "occupations/x.csv", HEADER "\nwhole,2020-01-01,,*,,fap,A0Z10,L,listed,\n", "3:source:is missing" },
    { "occupations/lists.json", "{ \"l\": { \"title\": { \"fr\": \"t\", \"en\": \"t\" }, \"source\": \"s\",\n\"periods\": [ { \"from\": \"2020-01-01\", \"complete\": 1 } ] } }", "2:l.periods[0].complete:must be true, false or a list of region codes" },
    { "occupations/lists.json", "{ \"l\": { \"title\": { \"fr\": \"t\", \"en\": \"t\" }, \"source\": \"s\",\n\"periods\": [ { \"from\": \"2020-01-01\", \"complete\": [\"99\"] } ] } }", "2:l.periods[0].complete[0]:“99” is not a region" },
    { "occupations/lists.json", "{ \"l\": { \"title\": { \"fr\": \"t\", \"en\": \"t\" }, \"source\": \"s\", \"periods\": [ { \"from\": \"2020-01-01\", \"complete\": true }, { \"from\": \"2021-01-01\", \"complete\": true } ] } }", "1:l.periods:two periods share a day" },
    { "wages/smic.csv", "effective_date,hourly_gross_eur,monthly_gross_151_67h_eur,source\n2020-01-01,1,x,s\n", "2:monthly_gross_151_67h_eur:is not an amount in euros" },
    { "wages/smic.csv", "effective_date,hourly_gross_eur,monthly_gross_151_67h_eur,source\n2020-01-01,1,2,s\n2019-01-01,1,2,s\n", "3:effective_date:the rows must go from the oldest date to the newest" },
    { "departments.csv", "department,name,region,region_name\n75,Paris,11,Île-de-France\n75,Paris,11,Île-de-France\n", "3:department:the department stands twice" },
    { "nationality-groups.json", "{ \"here\": [ \"FRA\", \"XYZ\" ] }", "1:here[1]:“XYZ” is not a country code of three capital letters" },
    { "facts.json", "{ \"facts\": [ { \"id\": \"a\", \"type\": \"colour\" } ] }", "1:facts[0].group:is missing" },
    { "occupations/fap-rome.csv", "fap_code,fap_label,rome_code_v3,rome_label,source\nA0Z10,L,G16,R,s\n", "2:rome_code_v3:“G16” is not a code of that system" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
      g_autofree char *folder = g_build_filename (g_getenv ("ANC_FIXTURES"), "law", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      gboolean found = FALSE;

      g_assert_true (anc_law_add_folder (builder, folder, 0, NULL));
      g_assert_true (anc_rules_builder_add (builder, rows[i].path, "x", 1, bytes));
      g_assert_null (anc_rules_builder_end (builder));
      for (guint j = 0; j < anc_rules_builder_get_n_files (builder); j++)
        {
          const AncRuleFile *file = anc_rules_builder_get_file (builder, j);

          if (file->layer == 0 || anc_problems_get_count (file->problems) == 0)
            continue;

          {
            const AncProblem *problem = anc_problems_get (file->problems, 0);
            g_autofree char *reason = anc_problem_format (problem, NULL);
            g_autofree char *text = g_strdup_printf ("%u:%s:%s", problem->line, problem->path, reason);

            g_assert_cmpstr (text, ==, rows[i].problem);
            found = TRUE;
          }
        }
      g_assert_true (found);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/occupations/listing", test_listing);
  g_test_add_func ("/engine/occupations/query", test_query);
  g_test_add_func ("/engine/occupations/regions", test_regions);
  g_test_add_func ("/engine/occupations/codes", test_codes);
  g_test_add_func ("/engine/occupations/refused", test_refused);

  return g_test_run ();
}
