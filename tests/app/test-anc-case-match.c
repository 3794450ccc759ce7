/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-match.h"

static const struct
{
  const char *read;
  const char *family_name;
  const char *given_names;
  AncNameMatch match;
  const char *why;
} names[] = {
  { "Mme Célestine FARFELUX", "FARFELUX", "Célestine", ANC_NAME_MATCH_WHOLE, "title, capitals and order make no difference" },
  { "FARFELUX CELESTINE", "Farfelux", "Célestine Irma", ANC_NAME_MATCH_WHOLE, "one given name of two, without accents" },
  { "M. BEN CHIMÈRE Mongi", "BEN CHIMÈRE", "Mongi", ANC_NAME_MATCH_WHOLE, "a family name of two words" },
  { "CHIMÈRE Mongi", "BEN CHIMÈRE", "Mongi", ANC_NAME_MATCH_PART, "half of a family name" },
  { "Paul FARFELUX", "FARFELUX", "Célestine", ANC_NAME_MATCH_PART, "somebody else of the same family" },
  { "Célestine MODÈLE", "FARFELUX", "Célestine", ANC_NAME_MATCH_PART, "somebody else of the same given name" },
  { "Zélie MODÈLE", "FARFELUX", "Célestine", ANC_NAME_MATCH_NONE, "somebody else" },
  { "Mme", "FARFELUX", "Célestine", ANC_NAME_MATCH_NONE, "a title is no name" },
  { "", NULL, NULL, ANC_NAME_MATCH_NONE, "nothing is nobody" },
  { "Célestine FARFELUX", NULL, NULL, ANC_NAME_MATCH_NONE, "a case without a name is nobody's" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i].why);
      g_assert_cmpint (anc_case_match_name (names[i].read, names[i].family_name, names[i].given_names), ==, names[i].match);
    }
}

/* A whole name outweighs a number, which outweighs a name of an employer, which outweighs half a name. */
static void
test_ranking (void)
{
  const guint scores[] = {
    anc_case_match_get_score (ANC_NAME_MATCH_WHOLE, TRUE, TRUE),
    anc_case_match_get_score (ANC_NAME_MATCH_WHOLE, FALSE, TRUE),
    anc_case_match_get_score (ANC_NAME_MATCH_WHOLE, FALSE, FALSE),
    anc_case_match_get_score (ANC_NAME_MATCH_PART, TRUE, FALSE),
    anc_case_match_get_score (ANC_NAME_MATCH_NONE, TRUE, FALSE),
    anc_case_match_get_score (ANC_NAME_MATCH_NONE, FALSE, TRUE),
    anc_case_match_get_score (ANC_NAME_MATCH_PART, FALSE, FALSE),
    anc_case_match_get_score (ANC_NAME_MATCH_NONE, FALSE, FALSE),
  };

  for (guint i = 1; i < G_N_ELEMENTS (scores); i++)
    g_assert_cmpuint (scores[i - 1], >, scores[i]);
  g_assert_cmpuint (scores[G_N_ELEMENTS (scores) - 1], ==, 0);
}

static void
test_clues (void)
{
  g_autoptr (AncCaseClues) clues = anc_case_clues_new ("{\"document\": \"payslip\", \"slips\": ["
                                                       "{\"employee\": \"Zélie Modèle\", \"employer\": \"Les Escargots\", \"siret\": \"16533314700271\"},"
                                                       "{\"employee\": \"Zélie Modèle\", \"employer\": null, \"siret\": \"\"}], \"statement\": {\"employee\": \"Z. Modèle\"}}");

  g_assert_cmpuint (clues->people->len, ==, 2); /* each once */
  g_assert_cmpuint (clues->employers->len, ==, 1);
  g_assert_cmpuint (clues->sirets->len, ==, 1);
}

/* Whatever is no reading holds no clue, and harms nobody. */
static void
test_no_clues (void)
{
  const char *const texts[] = { NULL, "", "[]", "{\"slips\": 3}", "{\"slips\": [4, null]}", "{\"document\": 5}", "nonsense" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AncCaseClues) clues = anc_case_clues_new (texts[i]);

      g_assert_cmpuint (clues->people->len + clues->employers->len + clues->sirets->len, ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/case-match/names", test_names);
  g_test_add_func ("/app/case-match/ranking", test_ranking);
  g_test_add_func ("/app/case-match/clues", test_clues);
  g_test_add_func ("/app/case-match/no-clues", test_no_clues);

  return g_test_run ();
}
