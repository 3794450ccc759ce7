/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-words.h"

/* Two columns of two lines, in reading order. */
static AncPageWords *
create (void)
{
  AncPageWords *words = anc_page_words_new ();

  anc_page_words_add (words, (AncRect){ 10, 10, 30, 20 }, "Salaire");
  anc_page_words_add (words, (AncRect){ 35, 11, 60, 20 }, "brut");
  anc_page_words_add (words, (AncRect){ 10, 30, 40, 40 }, "Heures");
  anc_page_words_add (words, (AncRect){ 200, 10, 240, 20 }, "2 110,00");
  anc_page_words_add (words, (AncRect){ 200, 30, 240, 40 }, "151,67");

  return words;
}

static void
test_joins_lines (void)
{
  g_autoptr (AncPageWords) words = create ();
  g_autofree char *text = anc_page_words_join (words, 0, 4);
  g_autofree char *beyond = anc_page_words_join (words, 4, 400);

  g_assert_cmpstr (text, ==, "Salaire brut\nHeures\n2 110,00\n151,67");
  g_assert_cmpstr (beyond, ==, "151,67");
}

static void
test_finds_nearest (void)
{
  g_autoptr (AncPageWords) words = create ();
  g_autoptr (AncPageWords) none = anc_page_words_new ();
  guint word = 99;

  g_assert_true (anc_page_words_find (words, 20, 15, &word));
  g_assert_cmpuint (word, ==, 0);
  g_assert_true (anc_page_words_find (words, 1000, 1000, &word));
  g_assert_cmpuint (word, ==, 4);
  g_assert_true (anc_page_words_find (words, 34, 15, &word));
  g_assert_cmpuint (word, ==, 1);
  g_assert_false (anc_page_words_find (none, 0, 0, &word));
}

static void
test_places_by_line (void)
{
  g_autoptr (AncPageWords) words = create ();
  g_autoptr (GArray) places = anc_page_words_list_places (words, 0, 3);
  AncRect first = g_array_index (places, AncRect, 0);

  g_assert_cmpuint (places->len, ==, 3);
  g_assert_cmpfloat (first.x1, ==, 60);
  g_assert_cmpfloat (first.y1, ==, 20);
}

static void
test_extends_to_line (void)
{
  g_autoptr (AncPageWords) words = create ();
  guint first = 1, last = 1;

  anc_page_words_extend_to_line (words, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 1);

  /* The column beside it is another line. */
  first = last = 2;
  anc_page_words_extend_to_line (words, &first, &last);
  g_assert_cmpuint (last, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/viewer/page-words/joins-lines", test_joins_lines);
  g_test_add_func ("/viewer/page-words/finds-nearest", test_finds_nearest);
  g_test_add_func ("/viewer/page-words/places-by-line", test_places_by_line);
  g_test_add_func ("/viewer/page-words/extends-to-line", test_extends_to_line);

  return g_test_run ();
}
