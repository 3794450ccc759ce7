/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-fixture.h"

#define HEAD                                                             \
  "FIRME FICTIVE SARL            BULLETIN DE PAIE\n"                     \
  "1 rue du Vide                 Période du 01/03/2026 au 31/03/2026\n" \
  "99110 PATELIN                 Payé le 02/04/2026\n"                  \
  "SIRET : 165 333 147 00271     Mme Cunégonde JUJUBE\n"                \
  "Emploi : Plongeuse            2 rue du Conte\n"                       \
  "                              99220 TROU-EN-BROUSSE\n"

static void
test_nets (void)
{
  static const struct
  {
    const char *why;
    const char *lines;
    const char *gross;
    const char *before_tax;
    const char *net;
  } rows[] = {
    { "each with its name",
      "Salaire brut                  1 865,54\n"
      "Total des retenues             431,41\n"
      "Net à payer avant impôt       1 434,13\n"
      "Prélèvement à la source         34,13\n"
      "Net à payer                   1 400,00\n"
      "Net imposable                 1 517,71\n"
      "Montant net social            1 443,46\n"
      "Coût total employeur          2 403,47\n",
      "1865.54",
      "1434.13",
      "1400.00" },
    { "two lines called net to pay: the sums tell which is paid",
      "Salaire brut                  1 865,54\n"
      "Net à payer                   1 434,13\n"
      "Net à payer avant impôt       1 434,13\n"
      "Prélèvement à la source         34,13\n"
      "Net payé                      1 400,00\n",
      "1865.54",
      "1434.13",
      "1400.00" },
    { "an advance",
      "Salaire brut                  1 865,54\n"
      "Net à payer avant impôt       1 434,13\n"
      "Impôt prélevé à la source       34,13\n"
      "Acompte                        200,00\n"
      "Net à payer                   1 200,00\n",
      "1865.54",
      "1434.13",
      "1200.00" },
    { "yearly totals beside",
      "Salaire brut                  1 865,54\n"
      "Cumul brut                    5 570,08\n"
      "Net à payer avant impôt       1 434,13\n"
      "Impôt prélevé à la source        0,00\n"
      "Net à payer                   1 434,13\n"
      "Cumul net imposable           4 532,95\n",
      "1865.54",
      "1434.13",
      "1434.13" },
    { "nets that only what follows tells apart",
      "Salaire brut                                1 865,54\n"
      "Montant du salaire net à payer avant impôt  1 434,13\n"
      "Impôt prélevé à la source                      34,13\n"
      "Salaire net à payer                         1 400,00\n",
      "1865.54",
      "1434.13",
      "1400.00" },
    { "more paid than the net before tax",
      "Salaire brut                      1 865,54\n"
      "Net à payer avant impôt           1 434,13\n"
      "Régularisation du mois précédent     33,18\n"
      "Impôt prélevé à la source             0,00\n"
      "Net à payer                       1 467,31\n",
      "1865.54",
      "1434.13",
      "1467.31" },
    { "a caption whose end is lost",
      "Salaire brut                  1 865,54\n"
      "Net à payer avant       sur le r= venu   1 434,13\n"
      "Impôt sur le revenu             34,13\n"
      "Acompte                        200,00\n"
      "Net à payer                   1 200,00\n",
      "1865.54",
      "1434.13",
      "1200.00" },
    { "what is paid over to the person",
      "Salaire brut                      1 865,54\n"
      "Salaire net avant impôt           1 434,13\n"
      "Montant de l'impôt                   34,13\n"
      "Salaire net à verser au salarié   1 400,00\n",
      "1865.54",
      "1434.13",
      "1400.00" },
    { "an amount that looks like a year and a month",
      "SALAIRE BRUT                  2684.40\n"
      "NET A PAYER                   2012.10\n"
      "NET IMPOSABLE                 2201.46\n",
      "2684.40",
      NULL,
      "2012.10" },
    { "captions that no table lists speak of what they hold",
      "Sal. brut                     1 865,54\n"
      "Total net hors impôt          1 434,13\n"
      "Impôt sur le revenu              34,13\n"
      "Net dû au salarié             1 400,00\n",
      "1865.54",
      "1434.13",
      "1400.00" },
    { "a balance is one of pay where it says so",
      "Rém. brute                    1 865,54\n"
      "Solde de congés                  12,00\n"
      "Net avant prélèv. fiscal      1 434,13\n"
      "Solde net du mois             1 434,13\n",
      "1865.54",
      "1434.13",
      "1434.13" },
    { "what was paid stands by how it was paid",
      "Salaire brut                  1 865,54\n"
      "Virement effectué             1 434,13\n",
      "1865.54",
      NULL,
      "1434.13" },
    { "another month's net is none of this",
      "Salaire brut                  1 865,54\n"
      "Net à payer avant impôt       1 434,13\n"
      "Régul. net mois précédent        33,18\n"
      "À votre crédit                1 467,31\n",
      "1865.54",
      "1434.13",
      NULL },
    { "nothing that is paid: nothing is guessed",
      "Salaire brut                  1 865,54\n"
      "Net imposable                 1 517,71\n"
      "Coût total employeur          2 403,47\n",
      "1865.54",
      NULL,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat (HEAD, "\n", rows[i].lines, NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);
      const AncSlip *slip = anc_page_fixture_get_slip (reading, 0);

      g_test_message ("%s", rows[i].why);
      anc_page_fixture_assert_amount (slip->gross, rows[i].gross);
      anc_page_fixture_assert_amount (slip->net_before_tax, rows[i].before_tax);
      anc_page_fixture_assert_amount (slip->net, rows[i].net);
    }
}

/* Where no caption tells an amount, the sums of the slip do; but never as surely as a caption. */
static void
test_sums_tell (void)
{
  static const struct
  {
    const char *why;
    const char *lines;
    AncSlipField field;
    const char *amount;
  } rows[] = {
    { "the net before tax less the tax",
      "Salaire brut              1 865,54\nNet à payer avant impôt   1 434,13\nImpôt sur le revenu   34,13\nÀ votre crédit   1 400,00\n",
      ANC_SLIP_NET,
      "1400.00" },
    { "less an advance too",
      "Salaire brut              1 865,54\nNet à payer avant impôt   1 434,13\nImpôt sur le revenu   34,13\nAcompte   200,00\nÀ votre crédit   1 200,00\n",
      ANC_SLIP_NET,
      "1200.00" },
    { "gross pay less the contributions",
      "Salaire brut              1 865,54\nTotal des retenues          431,41\nÀ votre crédit   1 434,13\n",
      ANC_SLIP_NET,
      "1434.13" },
    { "the net before tax and the contributions",
      "Tout compris              1 865,54\nTotal des retenues          431,41\nNet à payer avant impôt   1 434,13\nNet à payer   1 434,13\n",
      ANC_SLIP_GROSS,
      "1865.54" },
    { "the net and the tax",
      "Salaire brut              1 865,54\nSans l'État               1 434,13\nImpôt sur le revenu   34,13\nNet à payer   1 400,00\n",
      ANC_SLIP_NET_BEFORE_TAX,
      "1434.13" },
    { "something of another month beside, where the letters stand out",
      "Salaire brut              1 865,54\nNet à payer avant impôt   1 434,13\nImpôt sur le revenu   34,13\nTrop-perçu   12,50\n^À votre crédit   1 387,50\n",
      ANC_SLIP_NET,
      "1387.50" },
    { "no sum, no amount",
      "Salaire brut              1 865,54\nNet à payer avant impôt   1 434,13\nImpôt sur le revenu   34,13\nÀ votre crédit   1 401,00\n",
      ANC_SLIP_NET,
      NULL },
    { "what another label tells is nothing else",
      "Salaire brut              1 865,54\nNet à payer avant impôt   1 434,13\nImpôt sur le revenu   34,13\nNet imposable   1 400,00\n",
      ANC_SLIP_NET,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat (HEAD, "\n", rows[i].lines, NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);
      const AncSlip *slip = anc_page_fixture_get_slip (reading, 0);

      g_test_message ("%s", rows[i].why);
      anc_page_fixture_assert_amount (rows[i].field == ANC_SLIP_NET ? slip->net : rows[i].field == ANC_SLIP_GROSS ? slip->gross
                                                                                                                  : slip->net_before_tax,
                                      rows[i].amount);
      g_assert_cmpfloat (slip->places[rows[i].field].confidence, <, 0.9);
    }
}

/* Two numbers that are one, and a gross pay of ten times the net, may be misread alike wherever they stand. */
static void
test_pictures_prove_less (void)
{
  const char *page = HEAD "\nNet à payer avant impôt       1 434,13\nNet à payer                   1 434,13\n";
  const char *misread = HEAD "\nSalaire brut   11865,54\nCSG            11865,54\nAGIRC          11865,54\nNet à payer    1 434,13\n";
  g_autoptr (AncReading) printed = anc_page_fixture_read (&page, 1);
  g_autoptr (AncReading) seen = anc_page_fixture_read_as_picture (page);
  g_autoptr (AncReading) wrong = anc_page_fixture_read_as_picture (misread);

  g_assert_cmpfloat (anc_page_fixture_get_slip (printed, 0)->places[ANC_SLIP_NET].confidence, >=, 0.9);
  g_assert_cmpfloat (anc_page_fixture_get_slip (seen, 0)->places[ANC_SLIP_NET].confidence, <, 0.9);
  g_assert_cmpfloat (anc_page_fixture_get_slip (wrong, 0)->places[ANC_SLIP_GROSS].confidence, <, 0.9);
}

/* The last digit of an amount may be read as a word of its own. */
static void
test_cents_of_pictures (void)
{
  const char *page = HEAD "\nSalaire brut                 1 865,54\nNet à payer                  1434,1 3 EUR\n";
  g_autoptr (AncReading) seen = anc_page_fixture_read_as_picture (page);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->net, "1434.13");
}

/* The bar before a word may be read as a letter of it. */
static void
test_bars_of_pictures (void)
{
  const char *page = HEAD "\n[TOTAL BRUT                  1 865,54\nÎNET AVANT IMPOT             1 434,13\nINET A PAYER                 1 434,13\n";
  g_autoptr (AncReading) seen = anc_page_fixture_read_as_picture (page);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->gross, "1865.54");
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->net_before_tax, "1434.13");
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->net, "1434.13");
}

/* A town whose name is nearly a word for absence takes no hours off. */
static void
test_towns_of_pictures (void)
{
  const char *page = HEAD "\nSalaire de base             151,67    12,3000    1 865,54\n"
                          "99140 SAINTE-ABSENTE        Total      48      652,87\n"
                          "Salaire brut                1 865,54\nNet à payer     1 434,13\n";
  g_autoptr (AncReading) seen = anc_page_fixture_read_as_picture (page);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->hours, "151.67");
}

/* A caption that stands aside of its amount is weak; where the sums say the same, the amount is sure. */
static void
test_sums_bear_out (void)
{
  const char *pages[] = {
    HEAD "\n"
         "Salaire brut                                   1 865,54\n"
         "Net à payer avant impôt                        1 434,13\n"
         "Impôt sur le revenu                               34,13\n"
         "\n"
         "Cumuls    Salaire brut   Charges salariales   Net imposable      NET A PAYER\n"
         "Période   1 865,54           431,41           1 517,71\n"
         "                                                                            1 400,00 €\n"
  };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);
  const AncSlip *slip = anc_page_fixture_get_slip (reading, 0);

  anc_page_fixture_assert_amount (slip->net, "1400.00");
  g_assert_cmpfloat (slip->places[ANC_SLIP_NET].confidence, >=, 0.9);
}

static void
test_taxable (void)
{
  static const struct
  {
    const char *why;
    const char *lines;
  } rows[] = {
    { "beside its name", "Net imposable                 1 517,71\n" },
    { "beside the card of the year", "Cumuls de l'exercice       Ce mois\nImposable   14 570,40      Imposable   1 517,71\n" },
    { "below the captions of the year, in the rows that follow",
      "CUMULS ANNEE      BRUT        IMPOSABLE\n"
      "                  26 959,35   22 109,12\n"
      "CE MOIS\n"
      "                   1 865,54    1 517,71\n" },
    { "the base of the tax, where its own name cannot be read", "Prélèvement à la source    1 517,71    2,30    34,91\n" },
    { "the same, with the kind of the rate behind the tax", "Impôt sur le revenu (taux non personnalisé)    1 517,71    2,30    34,91\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat (HEAD, "\nSalaire brut   1 865,54\n", rows[i].lines, "Net à payer   1 434,13\n", NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->net_taxable, "1517.71");
    }
}

/* One number is one thing: what was paid is not the net social too, whose name has only a dash beside it. */
static void
test_one_thing (void)
{
  const char *page = HEAD "\nSalaire brut                    1 865,54\n"
                          "Imposable        1 517,71      NET À PAYER\n"
                          "Net social       -               1 434,13\n";
  g_autoptr (AncReading) reading = anc_page_fixture_read (&page, 1);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->net, "1434.13");
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->net_social, NULL);
}

/* What a caption says in brackets ends it no sooner. */
static void
test_brackets (void)
{
  const char *page = HEAD "\nSalaire brut                                          1 865,54\n"
                          "Net avant impôt (avant acomptes et saisies)           1 434,13\n"
                          "Impôt sur le revenu                                     -34,13\n"
                          "Net à payer                                           1 400,00\n";
  g_autoptr (AncReading) reading = anc_page_fixture_read (&page, 1);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->net_before_tax, "1434.13");
  g_assert_cmpfloat (anc_page_fixture_get_slip (reading, 0)->places[ANC_SLIP_NET_BEFORE_TAX].confidence, >=, 0.9);
}

/* What stands below its caption is no amount of the year because something of the year begins its row, with captions
 * between. */
static void
test_beside_year (void)
{
  const char *page = HEAD "\nSalaire brut                                       1 865,54\n"
                          "                                                   NET À PAYER\n"
                          "Cumul brut    9 435,27     Visite médicale   à venir     1 434,13\n";
  g_autoptr (AncReading) reading = anc_page_fixture_read (&page, 1);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->net, "1434.13");
  g_assert_cmpfloat (anc_page_fixture_get_slip (reading, 0)->places[ANC_SLIP_NET].confidence, >=, 0.8);
}

/* What is carried over to the next page is no net, though it equals the one before tax. */
static void
test_carried_over (void)
{
  const char *pages[] = { HEAD "\nSalaire brut           1 865,54\n"
                               "À REPORTER             1 434,13\n",
                          HEAD "\nREPORT                                            1 434,13\n"
                               "NET À PAYER AVANT IMPÔT SUR LE REVENU             1 434,13\n"
                               "Impôt sur le revenu prélevé à la source   0,00        0,00\n"
                               "Acompte                                             -91,00\n"
                               "NET PAYÉ PAR VIREMENT LE 02/04/2026               1 343,13\n" };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, G_N_ELEMENTS (pages));

  g_assert_cmpuint (reading->slips->len, ==, 1);
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->net, "1343.13");
}

/* The heads of a table say nothing of lines that begin right of its first column. */
static void
test_beside_table (void)
{
  const char *page = HEAD "\nIntitulé             Base       Part salarié   Part employeur\n"
                          "Salaire de base    1 865,54      1 865,54\n"
                          "Salaire brut                     1 865,54\n"
                          "\n"
                          "Heures : 151,67                 Net imposable             1 517,71\n"
                          "Congés : 12                     Net à payer               1 434,13\n";
  g_autoptr (AncReading) reading = anc_page_fixture_read (&page, 1);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->net_taxable, "1517.71");
  g_assert_cmpfloat (anc_page_fixture_get_slip (reading, 0)->places[ANC_SLIP_NET_TAXABLE].confidence, >=, 0.8);
}

static void
test_hours (void)
{
  static const struct
  {
    const char *why;
    const char *lines;
    const char *hours;
  } rows[] = {
    { "base", "Salaire de base   151,67   12,3000   1 865,54\n", "151.67" },
    { "overtime", "Salaire de base   151,67   12,3000   1 865,54\nHeures supplémentaires 25 %   8,67   15,3750   133,30\n", "160.34" },
    { "the extra of overtime told apart", "Salaire de base   160,34   12,3000   1 972,18\nMajoration heures supplémentaires   8,67   3,0750   26,66\n", "160.34" },
    { "unpaid absence", "Salaire de base   104,00   14,0600   1 462,24\nAbsence non rémunérée   7,00   14,0600   -98,42\n", "97.00" },
    { "paid holidays", "Salaire de base   151,67   12,3000   1 865,54\nAbsence congés payés   35,00   12,3000   -430,50\nIndemnité congés payés   35,00   12,3000   430,50\n", "151.67" },
    { "sick leave that is maintained", "Salaire de base   151,67   12,3000   1 865,54\nAbsence maladie   21,00   12,3000   -258,30\nMaintien de salaire   21,00   12,3000   258,30\n", "151.67" },
    { "weeks", "Heures normales S06   35,00   12,1500   425,25\nHeures normales S07   14,00   12,1500   170,10\n", "49.00" },
    { "hours of presence that count as work", "Salaire mensuel   151,67   12,3000   1 865,54\nHeures d'équivalence 125 %   34,33   15,3750   527,82\n", "186.00" },
    { "hours a site", "Heures site Tour Babel   65,00   12,0000   780,00\nHeures site Gymnase   43,33   12,0000   519,96\nMajoration dimanche   8,00   1,2000   9,60\n", "108.33" },
    { "base pay below a head that says hours", "Décompte          Heures de base   Taux      Montant\nSalaire de base   151,67           12,3000   1 865,54\n", "151.67" },
    { "base pay of no name, with overtime", "Paie au mois   151,67   12,0000   1 820,04\nHeures supplémentaires 25 %   3,00   15,0000   45,00\n", "154.67" },
    { "a total", "Heures payées : 130,00\n", "130.00" },
    { "hours and minutes", "Heures normales   112 h 30 min\n", "112.50" },
    { "a total that may be read in two ways", "Salaire de base   151H30   12,3000   1 860,99\nHeures payées : 151H30\n", "151.30" },
    { "a total beside those of each site",
      "Chantier         Heures du mois       Heures payées ce mois\nTour Babel           65,00            108,33 heures\nGymnase              43,33\n",
      "108.33" },
    { "below their caption", "Heures normales     Jours d'accueil\n112,50              17\n", "112.50" },
    { "a day scheme", "Forfait annuel 218 jours\nSalaire de base   4 120,00\n", NULL },
    { "nothing told", "Prime   100,00\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat (HEAD, "\n", rows[i].lines, "Salaire brut   1 865,54\nNet à payer   1 434,13\nNet imposable   1 500,00\n", NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 0)->hours, rows[i].hours);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/reading/nets", test_nets);
  g_test_add_func ("/reader/reading/sums-tell", test_sums_tell);
  g_test_add_func ("/reader/reading/sums-bear-out", test_sums_bear_out);
  g_test_add_func ("/reader/reading/pictures-prove-less", test_pictures_prove_less);
  g_test_add_func ("/reader/reading/cents-of-pictures", test_cents_of_pictures);
  g_test_add_func ("/reader/reading/bars-of-pictures", test_bars_of_pictures);
  g_test_add_func ("/reader/reading/towns-of-pictures", test_towns_of_pictures);
  g_test_add_func ("/reader/reading/taxable", test_taxable);
  g_test_add_func ("/reader/reading/one-thing", test_one_thing);
  g_test_add_func ("/reader/reading/brackets", test_brackets);
  g_test_add_func ("/reader/reading/beside-year", test_beside_year);
  g_test_add_func ("/reader/reading/carried-over", test_carried_over);
  g_test_add_func ("/reader/reading/beside-table", test_beside_table);
  g_test_add_func ("/reader/reading/hours", test_hours);
  return g_test_run ();
}
