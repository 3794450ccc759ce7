/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-criterion.h"

#define ENTRY(date) "'entry_date':'" date "'"
#define AWAY(start, end) ",'absences':[{'start':'" start "','end':'" end "'}]"
#define STAY(status, start, end) "{'status':'" status "','start':'" start "','end':'" end "'}"

static void
check (const AncRow *rows,
       guint n_rows)
{
  anc_fixture_check_rows ("presence", rows, n_rows);
}

static void
test_length (void)
{
  static const AncRow rows[] = {
    { "'years':3", "", "2024-06-01", "unknown", NULL, "entry never recorded" },
    { "'years':3", ENTRY ("2021-06-01"), "2024-06-01", "met", "36", "three years to the day" },
    { "'years':3", ENTRY ("2021-06-02"), "2024-06-01", "not_met", "35", "a day short" },
    { "'years':3", ENTRY ("2024-06-02"), "2024-06-01", "not_met", "0", "entry after the filing" },
    { "'years':3", ENTRY ("2024-06-01"), "2024-06-01", "not_met", "0", "entry on the filing day" },
    { "'years':4", ENTRY ("2020-02-29"), "2024-02-29", "met", "48", "from a leap day to a leap day" },
    { "'years':3", ENTRY ("2020-02-29"), "2023-02-28", "arguable", "36", "from a leap day: two readings" },
    { "'years':3", ENTRY ("2020-02-29"), "2023-03-01", "met", "36", "the day after both hold" },
    { "'years':3", ENTRY ("2020-02-29"), "2023-02-27", "not_met", "35", "the day before neither does" },
    { "'years':3,'as_of':'2020-01-01'", ENTRY ("2017-01-01"), "2024-06-01", "met", "36", "on a fixed day" },
    { "'years':3,'as_of':'2020-01-01'", ENTRY ("2017-01-02"), "2024-06-01", "not_met", "35", "a day short of it" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_absences (void)
{
  static const AncRow rows[] = {
    { "'years':3", ENTRY ("2021-05-01") AWAY ("2022-01-01", "2022-01-31"), "2024-06-01", "met", "36", "31 days away, 31 days to spare" },
    { "'years':3", ENTRY ("2021-05-02") AWAY ("2022-01-01", "2022-01-31"), "2024-06-01", "not_met", "35", "and 30 to spare" },
    { "'years':3", ENTRY ("2021-05-31") AWAY ("2022-01-01", "2022-01-01"), "2024-06-01", "met", "36", "one day away counts as one" },
    { "'years':3", ENTRY ("2021-06-01") AWAY ("2022-01-01", "2022-01-01"), "2024-06-01", "not_met", "35", "and is missed" },
    { "'years':3", ENTRY ("2021-06-01") AWAY ("2024-06-01", "2024-06-30"), "2024-06-01", "met", "36", "away from the filing day on" },
    { "'years':3", ENTRY ("2021-06-01") AWAY ("2021-01-01", "2021-05-31"), "2024-06-01", "met", "36", "away before the entry" },
    { "'years':3,'continuous':true", ENTRY ("2015-01-01") AWAY ("2021-05-01", "2021-05-31"), "2024-06-01", "met", "36", "three years since the absence" },
    { "'years':3,'continuous':true", ENTRY ("2015-01-01") AWAY ("2021-05-01", "2021-06-01"), "2024-06-01", "arguable", "35", "a day short since, held if it is ignored" },
    { "'years':3,'continuous':true", ENTRY ("2021-06-01") AWAY ("2022-05-01", "2022-06-01"), "2024-06-01", "arguable", "23", "held only if ignored" },
    { "'years':3,'continuous':true", ENTRY ("2021-06-02") AWAY ("2022-05-01", "2022-06-01"), "2024-06-01", "not_met", "23", "not even then" },
    { "'years':3,'continuous':true", ENTRY ("2021-06-01") AWAY ("2024-05-01", "2024-06-30"), "2024-06-01", "arguable", "0", "away over the filing day" },
    { "'years':3,'continuous':true", ENTRY ("2021-06-01") AWAY ("2021-01-01", "2021-06-01"), "2024-06-01", "arguable", "35", "away on the day of entry" },
    { "'years':3,'continuous':true", ENTRY ("2021-06-01") AWAY ("2021-01-01", "2021-05-31"), "2024-06-01", "met", "36", "back the day before the entry" },
    { "'years':3,'continuous':true",
      ENTRY ("2015-01-01") ",'absences':[{'start':'2021-05-01','end':'2021-05-31'},{'start':'2018-01-01','end':'2018-02-01'}]",
      "2024-06-01",
      "met",
      "36",
      "the last of several" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_exclusions (void)
{
#define STUDENT "'years':3,'exclude':['student','seasonal']"
#define FIRST_FIVE "'years':3,'exclude_first':{'status':'student','years':2}"
  static const AncRow rows[] = {
    { STUDENT, ENTRY ("2020-06-01") ",'stays':[" STAY ("student", "2020-06-01", "2021-05-31") "]", "2024-06-01", "met", "36", "a year removed" },
    { STUDENT, ENTRY ("2020-06-01") ",'stays':[" STAY ("student", "2020-06-01", "2021-06-01") "]", "2024-06-01", "not_met", "35", "a year and a day" },
    { STUDENT, ENTRY ("2020-06-01") ",'stays':[" STAY ("permit", "2020-06-01", "2021-06-01") "]", "2024-06-01", "met", "48", "a status that counts" },
    { STUDENT, ENTRY ("2020-06-01") ",'stays':[" STAY ("student", "2020-06-01", "2021-05-31") "," STAY ("seasonal", "2021-01-01", "2021-05-31") "]", "2024-06-01", "met", "36", "a day is removed once" },
    { STUDENT, ENTRY ("2020-06-01") AWAY ("2021-01-01", "2021-05-31") ",'stays':[" STAY ("student", "2020-06-01", "2021-05-31") "]", "2024-06-01", "met", "36", "also under an absence" },
    { STUDENT, ENTRY ("2020-06-01") ",'stays':[{'status':'student','start':'2021-06-01'}]", "2024-06-01", "not_met", "11", "a stay that goes on" },
    { FIRST_FIVE, ENTRY ("2019-06-01") ",'stays':[" STAY ("student", "2019-06-01", "2022-05-31") "]", "2024-06-01", "met", "36", "two of three student years removed" },
    { FIRST_FIVE, ENTRY ("2019-06-02") ",'stays':[" STAY ("student", "2019-06-02", "2022-05-31") "]", "2024-06-01", "not_met", "35", "a day short" },
    { FIRST_FIVE, ENTRY ("2019-06-01") ",'stays':[" STAY ("student", "2019-06-01", "2020-05-31") "]", "2023-06-01", "met", "36", "one student year: one removed" },
    { FIRST_FIVE,
      ENTRY ("2019-06-01") ",'stays':[" STAY ("student", "2019-06-01", "2020-05-31") "," STAY ("student", "2023-06-01", "2024-05-31") "]",
      "2024-06-01",
      "met",
      "48",
      "a later student stay is past the first two years" },
    { FIRST_FIVE,
      ENTRY ("2019-06-01") ",'stays':[" STAY ("student", "2018-06-01", "2020-05-31") "]",
      "2023-06-01",
      "met",
      "36",
      "student years that began before the entry" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_proofs (void)
{
#define PROOFS "'years':1,'proofs_per_year':2"
#define DOCUMENT(id, date) "{'id':'" id "','title':'T','kind':'bill','date':'" date "'}"
#define WORKED ",'employers':[{'id':'e','name':'E','kind':'company'}],'jobs':[{'id':'j','employer':'e','start':'2020-01-01','end':'2024-12-31','contract':'permanent'}]"
  static const AncRow rows[] = {
    { PROOFS, ENTRY ("2023-03-01"), "2024-06-01", "to_prove", NULL, "no proof at all" },
    { PROOFS, ENTRY ("2023-03-01") ",'documents':[" DOCUMENT ("a", "2023-03-01") "," DOCUMENT ("b", "2023-12-31") "," DOCUMENT ("c", "2024-01-01") "," DOCUMENT ("d", "2024-05-01") "]", "2024-06-01", "met", NULL, "two a year" },
    { PROOFS, ENTRY ("2023-03-01") ",'documents':[" DOCUMENT ("a", "2023-03-01") "," DOCUMENT ("c", "2024-01-01") "," DOCUMENT ("d", "2024-05-01") "]", "2024-06-01", "to_prove", NULL, "one in the first year" },
    { PROOFS, ENTRY ("2023-03-01") WORKED ",'payslips':[{'job':'j','month':'2023-05'},{'job':'j','month':'2024-02'},{'job':'j','month':'2024-03'}],'documents':[" DOCUMENT ("a", "2023-03-01") "]", "2024-06-01", "met", NULL, "payslips are proofs" },
    { PROOFS, ENTRY ("2023-03-01"), "2024-01-01", "not_met", NULL, "too short: proofs are not asked for" },
    { PROOFS, ENTRY ("2022-12-31") ",'documents':[" DOCUMENT ("a", "2023-03-01") "," DOCUMENT ("b", "2023-12-31") "]", "2024-01-01", "to_prove", NULL, "one day in a year asks for its proofs" },
    { PROOFS ",'exclude':['student']", ENTRY ("2022-12-31") ",'stays':[" STAY ("student", "2022-12-31", "2022-12-31") "],'documents':[" DOCUMENT ("a", "2023-03-01") "," DOCUMENT ("b", "2023-12-31") "]", "2024-01-01", "met", NULL, "a year without a day that counts asks for none" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

typedef struct
{
  const char *criterion;
  const char *facts;
  const char *on;
  const char *earliest;
  const char *due;
  const char *why;
} DateRow;

static void
test_dates (void)
{
  static const DateRow rows[] = {
    { "'years':3", ENTRY ("2022-06-01"), "2024-06-01", "2025-06-01", "2025-06-01", "to come" },
    { "'years':3", ENTRY ("2020-06-01"), "2024-06-01", "2024-06-01", "2023-06-01", "past" },
    { "'years':3", ENTRY ("2020-02-29"), "2023-02-28", "2023-03-01", "2023-03-01", "the day both readings hold" },
    { "'years':3", ENTRY ("2022-06-01") AWAY ("2024-07-01", "2024-07-31"), "2024-06-01", "2025-07-02", "2025-06-01", "an absence to come moves it on" },
    { "'years':3", ENTRY ("2022-06-01") AWAY ("2025-05-20", "2025-06-10"), "2024-06-01", "2025-06-23", "2025-06-01", "even one over the day itself" },
    { "'years':3,'continuous':true", ENTRY ("2022-06-01") AWAY ("2023-06-01", "2023-06-30"), "2024-06-01", "2026-07-01", "2026-07-01", "since the last absence" },
    { "'years':3,'exclude':['student']", ENTRY ("2022-06-01") ",'stays':[{'status':'student','start':'2023-06-01'}]", "2024-06-01", NULL, "2026-06-02", "excluded as long as it goes on" },
    { "'years':10", ENTRY ("2024-06-01"), "2024-06-01", "2034-06-01", "2034-06-01", "on the last day looked at" },
    { "'years':10", ENTRY ("2024-06-02"), "2024-06-01", NULL, "2034-06-02", "the day after it" },
    { "'years':3,'as_of':'2020-01-01'", ENTRY ("2017-01-02"), "2024-06-01", NULL, "2020-01-02", "a fixed day never moves" },
    { "'years':3", ENTRY ("2025-06-01"), "2024-06-01", "2028-06-01", "2028-06-01", "an entry to come" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tree = g_strdup_printf ("{'id':'c','title':{'fr':'t','en':'t'},'source':'s','force':'statute','kind':'presence',%s}", rows[i].criterion);
      g_autoptr (AncRules) rules = anc_fixture_load_tree (tree, NULL);
      g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, rows[i].facts);
      g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, facts, anc_fixture_date (rows[i].on));
      char earliest[ANC_DATE_BUFFER_SIZE], due[ANC_DATE_BUFFER_SIZE];

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (verdict->earliest != ANC_DATE_NONE ? anc_date_format (verdict->earliest, earliest) : NULL, ==, rows[i].earliest);
      g_assert_cmpstr (anc_date_format (verdict->findings[0].due, due), ==, rows[i].due);
    }
}

static void
test_unproven_years (void)
{
  g_autoptr (AncRules) rules = anc_fixture_load_tree ("{'id':'c','title':{'fr':'t','en':'t'},'source':'s','force':'statute',"
                                                      "'kind':'presence','years':1,'proofs_per_year':1}",
                                                      NULL);
  g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, ENTRY ("2021-03-01") ",'documents':[" DOCUMENT ("a", "2022-03-01") "]");
  g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, facts, anc_fixture_date ("2024-06-01"));
  static const int expected[] = { 2021, 2023, 2024 };

  g_assert_cmpint (verdict->outcome, ==, ANC_OUTCOME_TO_PROVE);
  g_assert_cmpuint (verdict->findings[0].n_unproven_years, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (verdict->findings[0].unproven_years[i], ==, expected[i]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/presence/length", test_length);
  g_test_add_func ("/engine/presence/absences", test_absences);
  g_test_add_func ("/engine/presence/exclusions", test_exclusions);
  g_test_add_func ("/engine/presence/proofs", test_proofs);
  g_test_add_func ("/engine/presence/dates", test_dates);
  g_test_add_func ("/engine/presence/unproven-years", test_unproven_years);

  return g_test_run ();
}
