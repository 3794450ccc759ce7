/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-fixture.h"

/* A small slip as rows of a typewriter, each of @width characters. */
#define STRIP_ROWS 8
#define STRIP_WIDTH 56

static char *
make_row (guint row,
          const char *month,
          const char *name,
          const char *net)
{
  switch (row)
    {
    case 0:
      return g_strdup ("FIRME SARL            BULLETIN DE PAIE");
    case 1:
      return g_strdup_printf ("SIRET 165 333 147 00271   Période : %s", month);
    case 2:
      return g_strdup_printf ("Salarié : %s", name);
    case 3:
      return g_strdup ("Salaire de base   151,67   12,3000   1 865,54");
    case 4:
      return g_strdup ("Salaire brut                         1 865,54");
    case 5:
      return g_strdup ("Net imposable                        1 517,71");
    case 6:
      return g_strdup_printf ("Net à payer                          %s", net);
    default:
      return g_strdup ("");
    }
}

typedef struct
{
  const char *month;
  const char *name;
  const char *net;
} Strip;

/* Strips in @columns columns, row after row. */
static char *
make_sheet (const Strip *strips,
            guint n_strips,
            guint columns)
{
  GString *sheet = g_string_new (NULL);

  for (guint first = 0; first < n_strips; first += columns)
    for (guint row = 0; row < STRIP_ROWS; row++)
      {
        for (guint i = first; i < first + columns; i++)
          {
            g_autofree char *text = make_row (row, strips[i].month, strips[i].name, strips[i].net);

            g_string_append (sheet, text);
            for (glong at = g_utf8_strlen (text, -1); at < STRIP_WIDTH; at++)
              g_string_append_c (sheet, ' ');
          }
        g_string_append (sheet, "\n");
      }

  return g_string_free (sheet, FALSE);
}

static void
test_sheets (void)
{
  static const Strip strips[] = {
    { "mars 2026", "Cunégonde JUJUBE", "1 434,13" },
    { "mars 2026", "Fulbert SALSIFIS", "1 400,00" },
    { "avril 2026", "Cunégonde JUJUBE", "1 434,13" },
    { "avril 2026", "Fulbert SALSIFIS", "1 390,00" },
  };
  static const struct
  {
    guint n;
    guint columns;
  } rows[] = { { 2, 2 }, { 2, 1 }, { 3, 1 }, { 4, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sheet = make_sheet (strips, rows[i].n, rows[i].columns);
      const char *pages[] = { sheet };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%u in %u columns", rows[i].n, rows[i].columns);
      g_assert_cmpuint (reading->slips->len, ==, rows[i].n);
      for (guint j = 0; j < rows[i].n; j++)
        {
          const AncSlip *slip = anc_page_fixture_get_slip (reading, j);
          AncRect rect = slip->places[ANC_SLIP_NET].rect;
          AncNumber net;

          g_assert_cmpstr (slip->employee, ==, strips[j].name);
          g_assert_true (anc_number_parse (strips[j].net, &net));
          g_assert_cmpint (slip->net, ==, net.value);
          g_assert_cmpuint (slip->last_page, ==, 0);
          /* Places are those of the sheet, not of the part. */
          g_assert_cmpint ((int) (rect.x0 / (5 * STRIP_WIDTH)), ==, (int) (j % rows[i].columns));
          g_assert_cmpint ((int) ((rect.y0 - 20) / (12 * STRIP_ROWS)), ==, (int) (j / rows[i].columns));
        }
    }
}

/* What one slip says twice is one slip: copies for both parties, and a title at its foot. */
static void
test_one_on_a_sheet (void)
{
  static const Strip copies[] = { { "mars 2026", "Cunégonde JUJUBE", "1 434,13" }, { "mars 2026", "Cunégonde JUJUBE", "1 434,13" } };
  g_autofree char *sheet = make_sheet (copies, 2, 2);
  const char *pages[] = { sheet, "BULLETIN DE PAIE              Période du 01/03/2026 au 31/03/2026\nSalaire brut   1 865,54\nNet à payer    1 434,13\n\n\nBulletin de paie\nà garder sans limite de temps\n" };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);
  g_autoptr (AncReading) other = anc_page_fixture_read (pages + 1, 1);

  g_assert_cmpuint (reading->slips->len, ==, 1);
  g_assert_cmpuint (other->slips->len, ==, 1);
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (other, 0)->net, "1434.13");
}

/* ---- Months as columns ---------------------------------------------------------------------- */

#define FIRM                                                  \
  "FIRME FICTIVE SARL            SIRET : 165 333 147 00271\n" \
  "Salarié : Mme Cunégonde JUJUBE   Emploi : Plongeuse\n"   \
  "\n"

typedef struct
{
  AncMonth month;
  const char *hours;
  const char *gross;
  const char *net;
} Month;

static void
assert_months (const AncReading *reading,
               const Month *months,
               guint n)
{
  g_assert_cmpuint (reading->slips->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const AncSlip *slip = anc_page_fixture_get_slip (reading, i);

      g_assert_cmpint (slip->period, ==, months[i].month);
      g_assert_cmpstr (slip->siret, ==, "16533314700271");
      g_assert_cmpstr (slip->employee, ==, "Cunégonde JUJUBE");
      anc_page_fixture_assert_amount (slip->hours, months[i].hours);
      anc_page_fixture_assert_amount (slip->gross, months[i].gross);
      anc_page_fixture_assert_amount (slip->net, months[i].net);
    }
}

/* Each month of a table is a slip; what stands around the table is of all, and the sum of none. */
static void
test_months (void)
{
  static const char *const pages[] = {
    "FICHE INDIVIDUELLE DE PAIE - ANNÉE 2026\n" FIRM
    "Rubrique          Janv.      Févr.       Mars      Total\n"
    "Heures payées    151,67     151,67     130,00     433,34\n"
    "Salaire brut   1 865,54   1 865,54   1 599,00   5 330,08\n"
    "Net imposable  1 517,71   1 517,71   1 300,86   4 336,28\n"
    "Net à payer    1 434,13   1 434,13   1 229,23   4 097,49\n"
    "\n"
    "Fait à Patelin le 2 avril 2026. Capital 10 000,00 euros\n",
    /* over the turn of a year, months from the left, and one in which there was no work */
    "RÉCAPITULATIF DES BULLETINS DE PAIE\n" FIRM
    "               12/2025       01/2026       02/2026       03/2026\n"
    "Heures payées     151,67                      151,67        130,00\n"
    "Salaire brut    1 865,54                    1 865,54      1 599,00\n"
    "Net imposable   1 517,71                    1 517,71      1 300,86\n"
    "Net à payer     1 434,13                    1 434,13      1 229,23\n",
  };
  const Month expected[][3] = {
    { { anc_month_new (2026, 1), "151.67", "1865.54", "1434.13" },
      { anc_month_new (2026, 2), "151.67", "1865.54", "1434.13" },
      { anc_month_new (2026, 3), "130.00", "1599.00", "1229.23" } },
    { { anc_month_new (2025, 12), "151.67", "1865.54", "1434.13" },
      { anc_month_new (2026, 2), "151.67", "1865.54", "1434.13" },
      { anc_month_new (2026, 3), "130.00", "1599.00", "1229.23" } },
  };
  double before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages + i, 1);

      g_test_message ("page %u", i);
      assert_months (reading, expected[i], 3);

      /* Places are those of the page, not of the month. */
      for (guint j = 0; j < 3; j++)
        {
          const AncSlip *slip = anc_page_fixture_get_slip (reading, j);
          AncRect net = slip->places[ANC_SLIP_NET].rect;

          g_assert_true (j == 0 || net.x0 > before);
          before = net.x1;
          g_assert_cmpstr (slip->places[ANC_SLIP_NET].text, ==, j < 2 ? "1 434,13" : "1 229,23");
        }
    }
}

/* Months in a row that are not over columns of pay: a slip says of its leave when it was earned. */
static void
test_months_of_leave (void)
{
  static const char *const pages[] = {
    "BULLETIN DE PAIE              Période : mars 2026\n" FIRM
    "Salaire brut                 1 865,54\n"
    "Net imposable                1 517,71\n"
    "Net à payer                  1 434,13\n"
    "\n"
    "Congés acquis    01/2026      02/2026      03/2026\n"
    "                    2,08         2,08         2,08\n",
  };
  const Month expected[] = { { anc_month_new (2026, 3), NULL, "1865.54", "1434.13" } };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

  assert_months (reading, expected, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/reading-parts/sheets", test_sheets);
  g_test_add_func ("/reader/reading-parts/one-on-a-sheet", test_one_on_a_sheet);
  g_test_add_func ("/reader/reading-parts/months", test_months);
  g_test_add_func ("/reader/reading-parts/months-of-leave", test_months_of_leave);

  return g_test_run ();
}
