/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#define EMPLOYERS "'employers':[{'id':'e','name':'E','kind':'company','department':'75'}," \
                  "{'id':'h','name':'H','kind':'household'},{'id':'a','name':'A','kind':'agency'}]"
#define OFFERS(offers) EMPLOYERS ",'offers':[" offers "]"
#define OFFER(id, more) "{'id':'" id "','employer':'e','contract':'permanent'" more "}"
#define HOME(id, more) "{'id':'" id "','employer':'h','contract':'household'" more "}"

static void
test_wage (void)
{
  static const AncRow rows[] = {
    { "", EMPLOYERS, "2024-06-01", "unknown", NULL, "offers never recorded" },
    { "", OFFERS (""), "2024-06-01", "not_met", "0", "no offer" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':1000")), "2024-06-01", "met", "1000", "just reached" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':999.99")), "2024-06-01", "not_met", "999.99", "just missed" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':400") "," OFFER ("p", ",'monthly_gross':600")), "2024-06-01", "met", "1000", "two add up" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':400") "," OFFER ("p", "")), "2024-06-01", "unknown", "400", "too low, and one not recorded" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':1000") "," OFFER ("p", "")), "2024-06-01", "met", "1000", "enough without the one not recorded" },
    { "'smic_ratio':1.5", OFFERS (OFFER ("o", ",'monthly_gross':1500")), "2024-06-01", "met", "1500", "one and a half times" },
    { "'smic_ratio':1.5", OFFERS (OFFER ("o", ",'monthly_gross':1499.99")), "2024-06-01", "not_met", "1499.99", "and a cent less" },
    { "'smic_ratio':0.5", OFFERS (OFFER ("o", ",'monthly_gross':500.5")), "2025-06-01", "not_met", "500.5", "half of 1,001.01 is 500.505" },
    { "'smic_ratio':0.5", OFFERS (OFFER ("o", ",'monthly_gross':500.51")), "2025-06-01", "met", "500.51", "the next cent" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':1000")), "2025-05-31", "met", "1000", "the day before the rise" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':1000")), "2025-06-01", "not_met", "1000", "the day of the rise" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':900,'collective_minimum':900")), "2024-06-01", "met", "900", "the minimum of the agreement" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':900,'collective_minimum':900.01")), "2024-06-01", "not_met", "900", "just missed" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':400,'collective_minimum':400") "," OFFER ("p", ",'monthly_gross':400")), "2024-06-01", "not_met", "800", "not every offer names one" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':5000")), "2019-12-31", "unknown", "5000", "before the first wage known" },
    { "", OFFERS (OFFER ("o", ",'monthly_gross':900,'collective_minimum':900")), "2019-12-31", "met", "900", "unless the agreement is reached" },
    { "'employer_kinds':['household']", OFFERS (OFFER ("o", ",'monthly_gross':5000")), "2024-06-01", "not_met", "0", "none passes" },
    { "'contracts':['household']", OFFERS (OFFER ("o", ",'monthly_gross':5000") "," HOME ("p", ",'monthly_gross':400")), "2024-06-01", "not_met", "400", "only those that pass are summed" },
  };

  anc_fixture_check_rows ("offers_wage", rows, G_N_ELEMENTS (rows));
}

static void
test_hours (void)
{
  static const AncRow rows[] = {
    { "'weekly':20", EMPLOYERS, "2024-06-01", "unknown", NULL, "offers never recorded" },
    { "'weekly':20", OFFERS (""), "2024-06-01", "not_met", "0", "no offer" },
    { "'weekly':20", OFFERS (HOME ("o", ",'weekly_hours':20")), "2024-06-01", "met", "20", "just reached" },
    { "'weekly':20", OFFERS (HOME ("o", ",'weekly_hours':19.99")), "2024-06-01", "not_met", "19.99", "just missed" },
    { "'weekly':20", OFFERS (HOME ("o", ",'weekly_hours':12.5") "," HOME ("p", ",'weekly_hours':7.5")), "2024-06-01", "met", "20", "two add up" },
    { "'weekly':20", OFFERS (HOME ("o", ",'weekly_hours':12.5") "," HOME ("p", "")), "2024-06-01", "unknown", "12.5", "too low, and one not recorded" },
    { "'weekly':20,'employer_kinds':['household']", OFFERS (OFFER ("o", ",'weekly_hours':20")), "2024-06-01", "not_met", "0", "not a household" },
  };

  anc_fixture_check_rows ("offers_hours", rows, G_N_ELEMENTS (rows));
}

static void
test_term (void)
{
#define TERM(months) OFFERS ("{'id':'o','employer':'e','contract':'fixed_term','duration_months':" months "}")
  static const AncRow rows[] = {
    { "'min_months':6", EMPLOYERS, "2024-06-01", "unknown", NULL, "offers never recorded" },
    { "'min_months':6", OFFERS (""), "2024-06-01", "not_met", NULL, "no offer" },
    { "'min_months':6", TERM ("6"), "2024-06-01", "met", NULL, "just long enough" },
    { "'min_months':6", TERM ("5"), "2024-06-01", "not_met", NULL, "too short" },
    { "'min_months':6", OFFERS (OFFER ("o", "")), "2024-06-01", "met", NULL, "permanent" },
    { "'max_months':12", TERM ("11"), "2024-06-01", "met", NULL, "less than twelve" },
    { "'max_months':12", TERM ("12"), "2024-06-01", "not_met", NULL, "twelve is not less" },
    { "'max_months':12", OFFERS (OFFER ("o", "")), "2024-06-01", "not_met", NULL, "permanent is longer" },
    { "'min_months':3,'max_months':12", TERM ("3"), "2024-06-01", "met", NULL, "between" },
    { "'min_months':3,'contracts':['seasonal']", TERM ("6"), "2024-06-01", "not_met", NULL, "not seasonal" },
    { "'min_months':6", OFFERS ("{'id':'o','employer':'e','contract':'fixed_term','duration_months':2}," OFFER ("p", "")), "2024-06-01", "met", NULL, "one that fits is enough" },
  };

  anc_fixture_check_rows ("offer_term", rows, G_N_ELEMENTS (rows));
}

static void
test_occupation (void)
{
#define OCCUPATION(codes) OFFERS (OFFER ("o", ",'occupation':{'label':'L'" codes "}"))
  static const AncRow rows[] = {
    { "'lists':['whole']", EMPLOYERS, "2024-06-01", "unknown", NULL, "offers never recorded" },
    { "'lists':['whole']", OFFERS (""), "2024-06-01", "not_met", NULL, "no offer" },
    { "'lists':['whole']", OCCUPATION (",'fap':'A0Z20'"), "2024-06-01", "met", NULL, "on the list" },
    { "'lists':['whole']", OCCUPATION (",'fap':'A0Z90'"), "2024-06-01", "not_met", NULL, "off it" },
    { "'lists':['part']", OCCUPATION (",'fap':'A0Z90'"), "2024-06-01", "arguable", NULL, "not settled" },
    { "'lists':['whole']", OFFERS (OFFER ("o", "")), "2024-06-01", "arguable", NULL, "occupation never recorded" },
    { "'lists':['whole','part']", OCCUPATION (",'fap':'A0Z20'"), "2024-06-01", "met", NULL, "one list is enough" },
    { "'lists':['whole']", OFFERS (OFFER ("o", ",'occupation':{'label':'L','fap':'A0Z90'}") "," OFFER ("p", ",'occupation':{'label':'L','fap':'A0Z20'}")), "2024-06-01", "met", NULL, "one offer is enough" },
    { "'lists':['whole']", OCCUPATION (",'fap':'A0Z50'"), "2024-06-01", "not_met", NULL, "listed in another region" },
    { "'lists':['whole']", OFFERS ("{'id':'o','employer':'e','contract':'permanent','department':'31','occupation':{'label':'L','fap':'A0Z50'}}"), "2024-06-01", "met", NULL, "the offer's department before its employer's" },
    { "'lists':['whole']", OFFERS (HOME ("o", ",'occupation':{'label':'L','fap':'A0Z50'}")), "2024-06-01", "arguable", NULL, "department not recorded" },
  };

  anc_fixture_check_rows ("offer_occupation", rows, G_N_ELEMENTS (rows));
}

static void
test_commitment (void)
{
#define PROMISE(months, over, more) OFFERS ("{'id':'o','employer':'a','contract':'agency','commitment':{'months':" months ",'over_months':" over more "}}")
#define TWELVE "'months':12,'over_months':18"
  static const AncRow rows[] = {
    { TWELVE, EMPLOYERS, "2024-06-01", "unknown", NULL, "offers never recorded" },
    { TWELVE, OFFERS (""), "2024-06-01", "not_met", "0", "no offer" },
    { TWELVE, PROMISE ("12", "18", ""), "2024-06-01", "met", "12", "twelve over eighteen" },
    { TWELVE, PROMISE ("11", "18", ""), "2024-06-01", "not_met", "11", "eleven" },
    { TWELVE, PROMISE ("12", "19", ""), "2024-06-01", "not_met", "0", "over nineteen" },
    { TWELVE, PROMISE ("10", "18", ",'training_months':2"), "2024-06-01", "met", "12", "training included" },
    { TWELVE, OFFERS ("{'id':'o','employer':'a','contract':'permanent','commitment':{'months':12,'over_months':18}}"), "2024-06-01", "met", "12", "an agency's permanent contract" },
    { TWELVE, OFFERS ("{'id':'o','employer':'e','contract':'permanent','commitment':{'months':12,'over_months':18}}"), "2024-06-01", "not_met", "0", "not an agency" },
    { TWELVE, OFFERS ("{'id':'o','employer':'a','contract':'agency','commitment':{'months':6,'over_months':18}},{'id':'p','employer':'a','contract':'agency','commitment':{'months':6,'over_months':12}}"), "2024-06-01", "met", "12", "two agencies add up" },
  };

  anc_fixture_check_rows ("agency_commitment", rows, G_N_ELEMENTS (rows));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/offers/wage", test_wage);
  g_test_add_func ("/engine/offers/hours", test_hours);
  g_test_add_func ("/engine/offers/term", test_term);
  g_test_add_func ("/engine/offers/occupation", test_occupation);
  g_test_add_func ("/engine/offers/commitment", test_commitment);

  return g_test_run ();
}
