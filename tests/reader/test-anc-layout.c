/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout.h"
#include "anc-page-fixture.h"

#include <string.h>

/* What is found on a page of one or two lines, as `row: segment | segment`. */
static char *
describe (const char *text)
{
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();
  g_autoptr (AncPageText) page = anc_page_fixture_new (text);
  g_autoptr (AncLayout) layout = anc_layout_new (page, 0, labels);
  GString *found = g_string_new (NULL);

  for (guint r = 0; r < layout->rows->len; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r);

      g_string_append (found, r > 0 ? " / " : "");
      for (guint s = row->first; s < row->first + row->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);
          g_autofree char *words = anc_layout_dup_text (layout, segment->first, segment->first + segment->n - 1);

          g_string_append_printf (found, "%s%s", s > row->first ? " | " : "", words);
        }
    }

  return g_string_free (found, FALSE);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
    const char *why;
  } rows[] = {
    { "Salaire de base   151,67   1 865,54", "Salaire de base | 151,67 | 1 865,54", "cells and thousands" },
    { "Salaire brut ........ 1.865,54", "Salaire brut | 1.865,54", "leader" },
    { "Salaire brut........1.865,54", "Salaire brut | 1.865,54", "leader without spaces" },
    { "SIRET:16533314700271", "SIRET : 16533314700271", "label stuck to its value" },
    { "Emploi . . . . . Plongeuse", "Emploi | Plongeuse", "leader whose dots stand apart" },
    { "Emploi . . .Plongeuse", "Emploi | Plongeuse", "a dot of it stuck to the value" },
    { "Employeur . M. Jujube", "Employeur | M. Jujube", "a leader of one dot" },
    { "Employeur .Mme Jujube", "Employeur | Mme Jujube", "that dot stuck to the value" },
    { "99110 PATELIN-LES-OIESFin de période", "99110 PATELIN-LES-OIES | Fin de période", "a label that the text before it ran into" },
    { "PATELIN-LES-OIES01/11/2022", "PATELIN-LES-OIES | 01/11/2022", "a day that the text before it ran into" },
    { "! Nom ! Prénom ! 12", "Nom | Prénom | 12", "rules drawn with letters" },
    { "Nom ------ Prénom", "Nom | Prénom", "a rule across" },
    { "NET À PAYER ***1 714,92", "NET À PAYER | 1 714,92", "stars of a cheque" },
    { "NET À PAYER Xkxx1714,92", "NET À PAYER | 1714,92", "stars that a picture made letters of" },
    { "Section XK12", "Section XK12", "letters that are no stars" },
    { "Retenue - 10,36 EUR", "Retenue - 10,36 EUR", "minus and currency" },
    { "12 rue X - 99330 Y", "12 rue X - 99330 Y", "a dash between words is no minus" },
    { "Nom | Prénom", "Nom | Prénom", "rule of a table" },
    { "B U L L E T I N", "BULLETIN", "letters apart" },
    { "un\ndeux", "un / deux", "rows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cells = describe (rows[i].text);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (cells, ==, rows[i].cells);
    }
}

/* How many segments stand on a picture's page of words in pairs, each letter of which is @wide or, every other word,
 * @narrow points wide, with @gap points between. */
static guint
count_segments (double wide,
                double narrow,
                double gap)
{
  static const char *const words[] = { "SALAIRE", "MENSUEL", "COEFFICIENT", "HIERARCHIQUE", "TECHNICIEN", "INDUSTRIEL" };
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();
  g_autoptr (AncPageText) page = anc_page_text_new (595, 842);
  g_autoptr (AncLayout) layout = NULL;

  for (guint i = 0; i < 24; i++)
    {
      const char *text = words[i % G_N_ELEMENTS (words)];
      double width = (i % 2 == 0 ? wide : narrow) * (double) strlen (text);
      double x = i % 2 == 0 ? 100 - width : 100 + gap;
      double y = 20 + 12 * (i / 2);
      AncWord word = { .text = text, .confidence = 1, .size = 5, .rect = { x, y, x + width, y + 5 } };

      word.box = word.rect;
      anc_page_text_add (page, &word);
    }
  anc_page_text_set_origin (page, TRUE, 0, 0);
  layout = anc_layout_new (page, 0, labels);

  return layout->segments->len;
}

/* A typewriter's spaces are as wide as its letters, wider than those of print. */
static void
test_typewriters_of_pictures (void)
{
  g_assert_cmpuint (count_segments (6, 6, 7), ==, 12);
  g_assert_cmpuint (count_segments (6, 6, 14), ==, 24);
  g_assert_cmpuint (count_segments (6, 5, 7), ==, 24);
}

/* The words of a row in which an amount was typed beside its printed caption, in letters of @size points. */
static guint
count_typed_words (double size,
                   gboolean from_ocr)
{
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();
  g_autoptr (AncPageText) page = anc_page_text_new (595, 842);
  g_autoptr (AncLayout) layout = NULL;
  const double digit = 0.6 * size;
  const double height = from_ocr ? 0.7 : 1;
  AncWord words[] = {
    { .text = "Net", .size = 8.4 * height, .rect = { 40, 634, 52, 642.4 } },
    { .text = "imposable", .size = 8.4 * height, .rect = { 54, 634, 88.8, 642.4 } },
    { .text = "2", .size = size * height, .rect = { 96.8, 634, 96.8 + digit, 643 } },
    { .text = "598,18", .size = size * height, .rect = { 96.8 + 2 * digit, 634, 96.8 + 8 * digit, 643 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      words[i].confidence = 1;
      words[i].box = words[i].rect;
      anc_page_text_add (page, &words[i]);
    }
  anc_page_text_set_origin (page, from_ocr, 0, 0);
  layout = anc_layout_new (page, 0, labels);

  return layout->tokens->len;
}

/* A typewriter's space between thousands is as wide as a digit, whatever the row is set in. */
static void
test_typed_amounts (void)
{
  g_assert_cmpuint (count_typed_words (9, FALSE), ==, 3);
  g_assert_cmpuint (count_typed_words (9, TRUE), ==, 3);
}

/* Words of low letters and of high ones part by more than half of their height, and are one row. */
static void
test_parted_rows_of_pictures (void)
{
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();
  g_autoptr (AncPageText) page = anc_page_text_new (595, 842);
  g_autoptr (AncLayout) layout = NULL;
  AncWord caption = { .text = "Emploi", .confidence = 1, .size = 6.5, .rect = { 20, 23.6, 50, 30.1 } };
  AncWord value = { .text = "Plongeuse", .confidence = 1, .size = 6.5, .rect = { 110, 20, 150, 26.5 } };

  caption.box = caption.rect;
  value.box = value.rect;
  anc_page_text_add (page, &caption);
  anc_page_text_add (page, &value);
  anc_page_text_set_origin (page, TRUE, 0, 0);
  layout = anc_layout_new (page, 0, labels);

  g_assert_cmpuint (layout->rows->len, ==, 1);
}

static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    AncField field; /* of the first label found; NONE: none */
    const char *why;
  } rows[] = {
    { "Net à payer avant impôt sur le revenu", ANC_FIELD_NET_BEFORE_TAX, "the longest label wins" },
    { "NET A PAYER", ANC_FIELD_NET, "capitals without accents" },
    { "Net imposable", ANC_FIELD_NET_TAXABLE, "a look-alike" },
    { "Payé le", ANC_FIELD_PAYMENT_DATE, "the last word tells" },
    { "Paye du", ANC_FIELD_PERIOD, "from a look-alike" },
    { "N° SIRET", ANC_FIELD_SIRET, "a word that says nothing" },
    { "Salarié(e)", ANC_FIELD_EMPLOYEE, "brackets" },
    { "Net", ANC_FIELD_NET, "alone" },
    { "filet net 500 g", ANC_FIELD_NONE, "not alone" },
    { "Emploi : Plongeur", ANC_FIELD_JOB, "before its value" },
    { "bonjour", ANC_FIELD_NONE, "no label" },
    { "NET À PAYER\nAVANT IMPÔT", ANC_FIELD_NET_BEFORE_TAX, "on two lines" },
    { "Nom : X\nPrénom : Y", ANC_FIELD_LAST_NAME, "two labels above each other stay two" },
  };
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncPageText) page = anc_page_fixture_new (rows[i].text);
      g_autoptr (AncLayout) layout = anc_layout_new (page, 0, labels);

      g_test_message ("%s: %s", rows[i].text, rows[i].why);
      g_assert_cmpint (layout->hits->len > 0 ? anc_layout_get_hit (layout, 0)->label->field : ANC_FIELD_NONE, ==, rows[i].field);
    }
}

static void
test_own_table (void)
{
  const char *good = "field,label,weight,place\nnet,Thaler bar auf die Hand,1,\n";
  const char *bad = "field,label,weight,place\nlohn,Lohn,1,\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AncLabelTable) labels = anc_label_table_new (good, strlen (good), &error);
  const char *words[] = { "thaler", "bar", "auf", "die", "hand" };
  guint length = 0;

  g_assert_no_error (error);
  g_assert_nonnull (anc_label_table_find (labels, words, 5, TRUE, FALSE, &length));
  g_assert_cmpuint (length, ==, 5);

  g_assert_null (anc_label_table_new (bad, strlen (bad), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/layout/cells", test_cells);
  g_test_add_func ("/reader/layout/typewriters-of-pictures", test_typewriters_of_pictures);
  g_test_add_func ("/reader/layout/typed-amounts", test_typed_amounts);
  g_test_add_func ("/reader/layout/parted-rows-of-pictures", test_parted_rows_of_pictures);
  g_test_add_func ("/reader/layout/labels", test_labels);
  g_test_add_func ("/reader/layout/own-table", test_own_table);
  return g_test_run ();
}
