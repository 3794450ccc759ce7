/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-court-name.h"

#include <string.h>

static void
test_names (void)
{
  static const struct
  {
    guint number;
    guint n_digits;
    const char *title;
    const char *name;
  } cases[] = {
    { 7, 2, "Bulletins de paie", "07_bulletins-de-paie.pdf" },
    { 12, 3, "Passeport (pages 1 à 4)", "012_passeport-pages-1-a-4.pdf" },
    { 1, 2, "Œuvre d’Élise & Cie", "01_oeuvre-d-elise-cie.pdf" },
    { 1, 2, "../../etc/passwd", "01_etc-passwd.pdf" },
    { 3, 2, "عقد عمل", "03.pdf" },                /* a script without a spelling that all would use */
    { 3, 2, "合同 2024 CDI", "03_2024-cdi.pdf" }, /* what can be written stays */
    { 3, 2, "---", "03.pdf" },
    { 3, 2, "a\nb\tc", "03_a-b-c.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = anc_court_name_new (cases[i].number, cases[i].n_digits, cases[i].title, ".pdf");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* Both sides of the limit: 80 characters with the number and the ending. */
static void
test_length (void)
{
  for (guint length = 60; length < 200; length++)
    {
      g_autofree char *title = g_strnfill (length, 'x');
      g_autofree char *name = anc_court_name_new (5, 2, title, ".pdf");

      g_assert_cmpuint (strlen (name), ==, MIN (length + strlen ("05_.pdf"), ANC_COURT_NAME_MAX));
      g_assert_true (g_str_has_suffix (name, ".pdf"));
    }
}

/* A word is not cut in two where there is another before it. */
static void
test_cuts_between_words (void)
{
  g_autofree char *name = anc_court_name_new (5, 2, "Bulletins de paie de la société Restaurant du Phare Fictif et de la Falaise Imaginaire", ".pdf");

  g_assert_cmpstr (name, ==, "05_bulletins-de-paie-de-la-societe-restaurant-du-phare-fictif-et-de-la.pdf");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/filing/court-name/names", test_names);
  g_test_add_func ("/filing/court-name/length", test_length);
  g_test_add_func ("/filing/court-name/cuts-between-words", test_cuts_between_words);

  return g_test_run ();
}
