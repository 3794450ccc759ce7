/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fold.h"

static void
test_same_words (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
    const char *why;
  } rows[] = {
    { "Éleveurs salariés", "eleveurs salaries", "accents and capitals" },
    { "ÉLEVEURS SALARIÉS", "eleveurs salaries", "capitals with accents" },
    { "E\xcc\x81leveurs", "eleveurs", "an accent of its own" },
    { "œuvre", "oeuvre", "ligature without decomposition" },
    { "ŒUVRE", "oeuvre", "its capital" },
    { "Lætitia", "laetitia", "æ" },
    { "coﬃn ﬁn", "coffin fin", "ligatures of PDF files" },
    { "l'industrie", "l industrie", "straight apostrophe" },
    { "l’industrie", "l industrie", "typographic apostrophe" },
    { "  a \t b\n", "a b", "spaces" },
    { "a\xc2\xa0"
      "b",
      "a b",
      "no-break space" },
    { "B.T.P.", "b t p", "full stops" },
    { "", "", "nothing" },
    { "…–!", "", "punctuation alone" },
    { "عائشة", "عايشة", "another script keeps its letters, without their marks" },
    { "Straße", "strasse", "sharp s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = anc_fold (rows[i].text, -1);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

static void
test_length (void)
{
  g_autofree char *folded = anc_fold ("ABCDEF", 3);

  g_assert_cmpstr (folded, ==, "abc");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/fold/same-words", test_same_words);
  g_test_add_func ("/core/fold/length", test_length);

  return g_test_run ();
}
