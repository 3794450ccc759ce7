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

/* The page as if it had been read from its picture, with all letters sure. */
static AncReading *
read_as_picture (const char *page)
{
  g_autoptr (AncPageText) text = anc_page_fixture_new (page);

  anc_page_text_set_origin (text, TRUE, 0, 0);
  return anc_reading_run_on_texts (&text, 1);
}

/* Two numbers that are one, and a gross pay of ten times the net, may be misread alike wherever they stand. */
static void
test_pictures_prove_less (void)
{
  const char *page = HEAD "\nNet à payer avant impôt       1 434,13\nNet à payer                   1 434,13\n";
  const char *misread = HEAD "\nSalaire brut   11865,54\nCSG            11865,54\nAGIRC          11865,54\nNet à payer    1 434,13\n";
  g_autoptr (AncReading) printed = anc_page_fixture_read (&page, 1);
  g_autoptr (AncReading) seen = read_as_picture (page);
  g_autoptr (AncReading) wrong = read_as_picture (misread);

  g_assert_cmpfloat (anc_page_fixture_get_slip (printed, 0)->places[ANC_SLIP_NET].confidence, >=, 0.9);
  g_assert_cmpfloat (anc_page_fixture_get_slip (seen, 0)->places[ANC_SLIP_NET].confidence, <, 0.9);
  g_assert_cmpfloat (anc_page_fixture_get_slip (wrong, 0)->places[ANC_SLIP_GROSS].confidence, <, 0.9);
}

/* The last digit of an amount may be read as a word of its own. */
static void
test_cents_of_pictures (void)
{
  const char *page = HEAD "\nSalaire brut                 1 865,54\nNet à payer                  1434,1 3 EUR\n";
  g_autoptr (AncReading) seen = read_as_picture (page);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->net, "1434.13");
}

/* The bar before a word may be read as a letter of it. */
static void
test_bars_of_pictures (void)
{
  const char *page = HEAD "\n[TOTAL BRUT                  1 865,54\nÎNET AVANT IMPOT             1 434,13\nINET A PAYER                 1 434,13\n";
  g_autoptr (AncReading) seen = read_as_picture (page);

  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->gross, "1865.54");
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->net_before_tax, "1434.13");
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (seen, 0)->net, "1434.13");
}

/* A word that begins labels is none that was misread: with `page` for `paie`, the month would be a page's. */
static void
test_known_words_of_pictures (void)
{
  g_autoptr (AncReading) seen = read_as_picture ("Bulletin spécial de paie - 03/2026\n\nSalaire brut   1 865,54\nNet imposable   1 517,71\nNet à payer   1 434,13\n");

  g_assert_cmpint (anc_page_fixture_get_slip (seen, 0)->period, ==, anc_month_new (2026, 3));
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
test_head (void)
{
  const char *pages[] = { HEAD "\nSalaire brut   1 865,54\nNet à payer    1 434,13\nNet imposable   1 517,71\n" };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);
  const AncSlip *slip = anc_page_fixture_get_slip (reading, 0);

  g_assert_cmpint (reading->kind, ==, ANC_KIND_PAYSLIP);
  g_assert_cmpint (slip->period, ==, anc_month_new (2026, 3));
  g_assert_cmpint (slip->start, ==, anc_date_new (2026, 3, 1));
  g_assert_cmpint (slip->end, ==, anc_date_new (2026, 3, 31));
  g_assert_cmpstr (slip->employer, ==, "FIRME FICTIVE SARL");
  g_assert_cmpstr (slip->siret, ==, "16533314700271");
  g_assert_true (slip->siret_valid);
  g_assert_cmpstr (slip->employee, ==, "Cunégonde JUJUBE");
  g_assert_cmpstr (slip->job, ==, "Plongeuse");
  g_assert_cmpint (slip->hours, ==, ANC_AMOUNT_NONE);
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

static void
test_user_company (void)
{
  const char *pages[] = {
    "AGENCE FICTIVE SAS                   BULLETIN DE PAIE\n"
    "Entreprise de travail temporaire     Période du 02/02/2026 au 27/02/2026\n"
    "SIRET : 165 333 147 00271\n"
    "\n"
    "Entreprise utilisatrice : USINE À GAZ    SIRET : 148 487 333 00020\n"
    "Indemnité de fin de mission    106,62\n"
    "Total brut    1 290,06\nNet à payer    981,85\nNet imposable   1 048,92\n"
  };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

  g_assert_cmpint (reading->payslip_kind, ==, ANC_KIND_AGENCY);
  g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->siret, ==, "16533314700271");
}

/* The agency stands at the foot of its paper, the company that a person was lent to at the head. */
static void
test_firm_at_foot (void)
{
  const char *pages[] = {
    "BULLETIN DE PAIE                     Période du 02/02/2026 au 27/02/2026\n"
    "Client : USINE À GAZ\n"
    "SIRET client : 148 487 333 00020     Mme Cunégonde JUJUBE\n"
    "\n"
    "Indemnité de fin de mission    106,62\n"
    "Total brut    1 290,06\nNet à payer    981,85\nNet imposable   1 048,92\n"
    "\n"
    "AGENCE FICTIVE SAS - Entreprise de travail temporaire - 3 rue du Vide 99110 PATELIN\n"
    "SIRET 16533314700271 - NAF 7820Z\n"
  };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

  g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->siret, ==, "16533314700271");
  g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->employer, ==, "AGENCE FICTIVE SAS");
}

/* An agency's name may hold the word that announces where it sends people. */
static void
test_lent_by_agency (void)
{
  const char *pages[] = {
    "FICHE DE PAIE                            PLANÈTE MISSION FICTIVE\n"
    "Travail effectué du 02/02/2026 au 27/02/2026     3 rue du Vide\n"
    "Mme Cunégonde JUJUBE                     99110 PATELIN\n"
    "Qualification Manutentionnaire           Siret 16533314700271\n"
    "Mis à disposition de USINE À GAZ (SIRET 14848733300020)\n"
    "\n"
    "Indemnité de fin de mission    106,62\n"
    "Total brut    1 290,06\nNet à payer    981,85\nNet imposable   1 048,92\n"
  };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);
  const AncSlip *slip = anc_page_fixture_get_slip (reading, 0);

  g_assert_cmpint (reading->payslip_kind, ==, ANC_KIND_AGENCY);
  g_assert_cmpstr (slip->siret, ==, "16533314700271");
  g_assert_cmpstr (slip->employer, ==, "PLANÈTE MISSION FICTIVE");
  g_assert_cmpstr (slip->job, ==, "Manutentionnaire");
}

/* Below the name of a firm its seat may stand in one line with its SIRET. */
static void
test_seat_beside_siret (void)
{
  const char *pages[] = {
    "PLANÈTE MISSION FICTIVE                    Bulletin de paie\n"
    "Siège : 98 ZA du Pré Carré, 99720 MONTFICTIF-LE-HAUT - SIRET 16533314700271 - APE 7820Z\n"
    "Votre agence : 99110 PATELIN-LES-OIES - Tél. 01 99 00 00 00\n"
    "Période : 02/02/2026 au 27/02/2026         Mme JUJUBE Cunégonde\n"
    "                                           2 rue du Conte\n"
    "                                           99220 TROU-EN-BROUSSE\n"
    "\n"
    "Indemnité de fin de mission    106,62\n"
    "Total brut    1 290,06\nNet à payer    981,85\nNet imposable   1 048,92\n"
  };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

  g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->employer, ==, "PLANÈTE MISSION FICTIVE");
}

/* Headings have articles at times: what stands beside one is no name then, the name is below. */
static void
test_headings_with_articles (void)
{
  const char *pages[] = {
    "CHÈQUE EMPLOI SERVICE UNIVERSEL\n"
    "Bulletin de salaire\n"
    "Période d'emploi du 01/03/2026 au 31/03/2026\n"
    "L'employeur                 Le salarié\n"
    "Mme Sixtine BRICABRAC       Mme Cunégonde JUJUBE\n"
    "1 rue du Vide               2 rue du Conte\n"
    "99110 PATELIN               99220 TROU-EN-BROUSSE\n"
    "\n"
    "Nature de l'emploi          Jardinier\n"
    "Nombre d'heures effectuées  32,50\n"
    "Salaire brut    582,40\nSalaire net à verser au salarié   453,87\n"
  };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

  g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->employer, ==, "Mme Sixtine BRICABRAC");
  g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->employee, ==, "Cunégonde JUJUBE");
}

static void
test_false_siret (void)
{
  const char *pages[] = { "FIRME SARL   BULLETIN DE PAIE   Mars 2026\nSIRET : 165 333 147 00272\nSalaire brut   1 865,54\nNet à payer   1 434,13\n" };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

  g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->siret, ==, "16533314700272");
  g_assert_false (anc_page_fixture_get_slip (reading, 0)->siret_valid);
  g_assert_cmpfloat (anc_page_fixture_get_slip (reading, 0)->places[ANC_SLIP_SIRET].confidence, <, 0.5);
}

static void
test_file_of_slips (void)
{
#define SLIP(period, name, net)                                          \
  "FIRME SARL   BULLETIN DE PAIE\nPériode : " period "\nSalarié : " name \
  "\nSalaire brut   1 865,54\nNet imposable   1 517,71\nNet à payer   " net "\n"
  const char *pages[] = {
    "Madame,\nveuillez trouver ci-joint vos bulletins de paie de mars 2026.\n",
    SLIP ("mars 2026", "Cunégonde JUJUBE", "1 434,13"),
    SLIP ("avril 2026", "Cunégonde JUJUBE", "1 434,13"),
    SLIP ("avril 2026", "Fulbert SALSIFIS", "1 434,13"),
    "FIRME SARL   BULLETIN DE PAIE   page 1/2\nPériode : mai 2026\nSalarié : Fulbert SALSIFIS\nSalaire de base   151,67   12,3000   1 865,54\n",
    "FIRME SARL   BULLETIN DE PAIE   page 2/2\nPériode : mai 2026\nSalarié : Fulbert SALSIFIS\nSalaire brut   1 865,54\nNet imposable   1 517,71\nNet à payer   1 434,13\n",
  };
  static const struct
  {
    int month;
    const char *employee;
    guint first;
    guint last;
  } expected[] = {
    { 3, "Cunégonde JUJUBE", 1, 1 },
    { 4, "Cunégonde JUJUBE", 2, 2 },
    { 4, "Fulbert SALSIFIS", 3, 3 },
    { 5, "Fulbert SALSIFIS", 4, 5 },
  };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, G_N_ELEMENTS (pages));

  g_assert_cmpuint (reading->slips->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AncSlip *slip = anc_page_fixture_get_slip (reading, i);

      g_assert_cmpint (slip->period, ==, anc_month_new (2026, expected[i].month));
      g_assert_cmpstr (slip->employee, ==, expected[i].employee);
      g_assert_cmpuint (slip->first_page, ==, expected[i].first);
      g_assert_cmpuint (slip->last_page, ==, expected[i].last);
    }
  anc_page_fixture_assert_amount (anc_page_fixture_get_slip (reading, 3)->hours, "151.67");
}

#define PAY "Salaire brut   1 865,54\nNet imposable   1 517,71\nNet à payer   1 434,13\n"

static void
test_periods (void)
{
  static const struct
  {
    const char *why;
    const char *head;
  } rows[] = {
    { "two digits of the year", "FIRME SARL\nBULLETIN DE PAIE\nMois : 03/26\n" },
    { "a month's name with two digits", "FIRME SARL\nBULLETIN DE PAIE\nPaie de mars 26\n" },
    { "under its caption, beside another value", "BULLETIN DE PAIE\nNom de l'entreprise : FIRME SARL    MOIS DE PAIE\nAdresse : 48 rue du Vide             03/2026\n" },
    { "after a leader", "BULLETIN DE PAIE\nPériode . . . . . . du 01/03/2026 au 31/03/2026\nPayé le . . . . . . 02/04/2026\n" },
    { "a first day with its month, without its year", "FIRME SARL\nBULLETIN DE PAIE\nPour la période du 1er mars au 31 mars 2026\n" },
    { "a month beside the end of an address", "FIRME SARL                                BULLETIN DE PAIE\n12 rue du Vide 99140 PATELIN CEDEX 2            MARS 2026\n" },
    { "beside another block with labels", "BULLETIN DE PAIE\nMatricule 55090                           Paie 03.2026\nEntrée : 12/05/2016                       Virement\n" },
    { "far behind a label with its own value", "BULLETIN DE PAIE\nMatricule 55090      Service 12      Mars 2026\n" },
    { "in cells whose captions cannot be read", "BULLETIN DE PAIE\nEntré le     Debul de pénode   Eim de pénode   Sorti le\n12/05/2016   01/03/2026        31/03/2026      \n" },
    { "in a table drawn with letters", "! FIRME SARL            ! BULLETIN DE PAIE\n! 1 RUE DU VIDE         ! PERIODE DU 01/03/2026 AU 31/03/2026 !\n!-----------------------------------!\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat (rows[i].head, "\n", PAY, NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpint (anc_page_fixture_get_slip (reading, 0)->period, ==, anc_month_new (2026, 3));
    }
}

static void
test_people (void)
{
  static const struct
  {
    const char *why;
    const char *head;
    const char *employer;
    const char *employee;
    const char *job;
  } rows[] = {
    { "cards with headings",
      "Entreprise              Salarié\nNom      FIRME FICTIVE   Nom     Cunégonde JUJUBE\nSIRET    16533314700271  Poste   Plongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "captions over values, a table beside",
      "EMPLOYEUR               Libellé            Base      Montant\nFIRME FICTIVE           Salaire de base   151,67     1 865,54\n\n"
      "SALARIÉ                 Prime d'usage                  10,00\nCunégonde JUJUBE        Absence             7,00         9,00\n\n"
      "POSTE OCCUPÉ            CSG déductible   1 800,00       8,00\nPlongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a label with a word of its own", "Employeur : FIRME FICTIVE\nSalarié : Cunégonde JUJUBE\nEmploi actuellement exercé : Plongeuse\n", "FIRME FICTIVE", "Cunégonde JUJUBE", "Plongeuse" },
    { "a name that nothing announces", "FIRME FICTIVE SARL - 88 impasse du Vide - 99330 VILLEBIDON\nSIRET 16533314700271\n\n84512 JUJUBE Cunégonde     Emploi : Plongeuse\n", "FIRME FICTIVE SARL", "JUJUBE Cunégonde", "Plongeuse" },
    { "what a firm is, between its name and its street",
      "FIRME FICTIVE\nEntreprise de travail temporaire\n84 rue des Chimères - 99440 PATELIN\nSiret 165 333 147 00271\nMme Cunégonde JUJUBE\nEmploi : Plongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a form with numbered boxes",
      "TITRE EMPLOI SIMPLIFIÉ AGRICOLE\n1 - EMPLOYEUR\nNom ou raison sociale : FIRME FICTIVE\n2 - SALARIÉ\nNom : JUJUBE     Prénom : Cunégonde\nEmploi : Plongeuse\n",
      "FIRME FICTIVE",
      "JUJUBE Cunégonde",
      "Plongeuse" },
    { "captions of cells, a firm's above a person's",
      "Société\nFIRME FICTIVE\nN° Siret\n16533314700271\nNom          Prénom\nJUJUBE       Cunégonde\nPoste        Qualification\nPlongeuse    Niveau I\n",
      "FIRME FICTIVE",
      "JUJUBE Cunégonde",
      "Plongeuse" },
    { "a name with an article", "Employeur : FIRME FICTIVE\nMme Cunégonde LE JUJUBE\nQualification / Emploi\nPlongeuse\n", "FIRME FICTIVE", "Cunégonde LE JUJUBE", "Plongeuse" },
    { "a job that begins as a label does", "Employeur : FIRME FICTIVE\nMme Cunégonde JUJUBE\nEmploi\nAgent de soins\n", "FIRME FICTIVE", "Cunégonde JUJUBE", "Agent de soins" },
    { "a table of missions",
      "Employeur : FIRME FICTIVE\nSalarié : Cunégonde JUJUBE\n"
      "Mission     Entreprise utilisatrice   Qualification   Taux de base   SIRET utilisateur\n"
      "M-12        USINE À GAZ               Plongeuse       12,30          14848733300020\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "what another label begins is no part of a job",
      "Employeur : FIRME FICTIVE\nSalarié : Cunégonde JUJUBE\nEmploi : Plongeuse N° de sécurité sociale 2 70 13 99 913 393 42\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a loosely set line", "Employeur : FIRME FICTIVE\nMme  JUJUBE  Cunégonde\n2 rue du Conte\n99220 TROU-EN-BROUSSE\nEmploi : Plongeuse\n", "FIRME FICTIVE", "JUJUBE Cunégonde", "Plongeuse" },
    { "the paper speaks to its reader", "VOTRE EMPLOYEUR            VOUS\nFIRME FICTIVE              Cunégonde JUJUBE\n\nEmploi : Plongeuse\n", "FIRME FICTIVE", "Cunégonde JUJUBE", "Plongeuse" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat ("BULLETIN DE PAIE    Mars 2026\n", rows[i].head, "\n", PAY, NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->employer, ==, rows[i].employer);
      g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->employee, ==, rows[i].employee);
      g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->job, ==, rows[i].job);
    }
}

/* A household's payslip may name the job in a line of its own; elsewhere such a line tells nothing. */
static void
test_subtitles (void)
{
  static const struct
  {
    const char *why;
    const char *head;
    const char *job;
  } rows[] = {
    { "a household's", "Bulletin de salaire - Pajemploi\nAssistante maternelle agréée\n", "Assistante maternelle agréée" },
    { "another job that is announced", "Bulletin de salaire - Pajemploi\nAssistante maternelle agréée\nEmploi : Garde de nuit\n", "Garde de nuit" },
    { "the beginning of a sentence", "Bulletin de salaire - Pajemploi\nAssistante maternelle agréée ou salariée employée par un particulier\n", NULL },
    { "no job of a household", "Bulletin de salaire - Pajemploi\nExemplaire du salarié\n", NULL },
    { "a firm's", "Bulletin de paie\nJardinière\nFIRME FICTIVE SARL\nSIRET : 165 333 147 00271\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat (rows[i].head, "Employeur : Fulbert SALSIFIS      Salarié(e) : Cunégonde JUJUBE\n"
                                                         "Mois : mars 2026\n\n" PAY,
                                           NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (anc_page_fixture_get_slip (reading, 0)->job, ==, rows[i].job);
    }
}

/* What papers about work say in sentences. */
static void
test_statements (void)
{
  static const struct
  {
    const char *why;
    const char *text;
    AncKind kind;
    const char *values[ANC_N_STATEMENT_FIELDS];
  } rows[] = {
    { "a title wins over what a sentence speaks of",
      "FIRME FICTIVE SARL\n99110 PATELIN\nSIRET : 165 333 147 00271\n\nATTESTATION D'EMPLOI\n\n"
      "Je soussigné, M. Fulbert PATRON, certifie que Mme Cunégonde JUJUBE est employée en qualité\nde plongeuse depuis le 15\n"
      "octobre 2021 par contrat de travail à durée indéterminée.\nPatelin, le 3 mars 2026\n",
      ANC_KIND_EMPLOYER_CERTIFICATE,
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL",
        [ANC_STATEMENT_SIRET] = "16533314700271",
        [ANC_STATEMENT_EMPLOYEE] = "Cunégonde JUJUBE",
        [ANC_STATEMENT_JOB] = "plongeuse",
        [ANC_STATEMENT_CONTRACT] = "permanent",
        [ANC_STATEMENT_START] = "2021-10-15",
        [ANC_STATEMENT_SIGNED_ON] = "2026-03-03" } },
    { "a job ends with its line, dates stand in two ways",
      "CERTIFICAT DE TRAVAIL\n\nCertifions que M. Fulbert SALSIFIS a été employé au poste de maçon\n"
      "Entrée et sortie :\nentre le 02/03/2021 et le 31 mai 2023.\n",
      ANC_KIND_WORK_CERTIFICATE,
      { [ANC_STATEMENT_EMPLOYEE] = "Fulbert SALSIFIS", [ANC_STATEMENT_JOB] = "maçon", [ANC_STATEMENT_START] = "2021-03-02", [ANC_STATEMENT_END] = "2023-05-31" } },
    { "the first party of a contract is the employer",
      "CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE\n\nEntre les soussignés :\nLa société LES JARDINS FICTIFS SAS, 8 allée du Vide,\n"
      "et Mme Cunégonde JUJUBE, demeurant 3 rue du Conte,\n\nMme Cunégonde JUJUBE est engagée en qualité de plongeuse\n"
      "à compter du 01/04/2024 et prendra fin le 30/09/2024.\nLa durée hebdomadaire du travail est de 30 heures.\n",
      ANC_KIND_EMPLOYMENT_CONTRACT,
      { [ANC_STATEMENT_EMPLOYER] = "LES JARDINS FICTIFS SAS",
        [ANC_STATEMENT_EMPLOYEE] = "Cunégonde JUJUBE",
        [ANC_STATEMENT_JOB] = "plongeuse",
        [ANC_STATEMENT_CONTRACT] = "fixed_term",
        [ANC_STATEMENT_START] = "2024-04-01",
        [ANC_STATEMENT_END] = "2024-09-30",
        [ANC_STATEMENT_WEEKLY_HOURS] = "30.00" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *pages[] = { rows[i].text };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpint (reading->kind, ==, rows[i].kind);
      for (guint field = 0; field < ANC_N_STATEMENT_FIELDS; field++)
        g_assert_cmpstr (reading->statement->values[field], ==, rows[i].values[field]);
    }
}

static void
test_nothing (void)
{
  const char *pages[] = { "" };
  g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);
  g_autofree char *json = anc_reading_to_json (reading, "leer.pdf");

  g_assert_cmpint (reading->kind, ==, ANC_KIND_OTHER);
  g_assert_cmpstr (json,
                   ==,
                   "{\"file\": \"leer.pdf\", \"document\": \"other\", \"payslip_kind\": null, \"pages\": 1, \"ocr_pages\": [], "
                   "\"error\": null, \"slips\": [], \"statement\": null, \"form_fields\": []}");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/reading/nets", test_nets);
  g_test_add_func ("/reader/reading/pictures-prove-less", test_pictures_prove_less);
  g_test_add_func ("/reader/reading/cents-of-pictures", test_cents_of_pictures);
  g_test_add_func ("/reader/reading/bars-of-pictures", test_bars_of_pictures);
  g_test_add_func ("/reader/reading/known-words-of-pictures", test_known_words_of_pictures);
  g_test_add_func ("/reader/reading/taxable", test_taxable);
  g_test_add_func ("/reader/reading/beside-table", test_beside_table);
  g_test_add_func ("/reader/reading/head", test_head);
  g_test_add_func ("/reader/reading/hours", test_hours);
  g_test_add_func ("/reader/reading/user-company", test_user_company);
  g_test_add_func ("/reader/reading/firm-at-foot", test_firm_at_foot);
  g_test_add_func ("/reader/reading/lent-by-agency", test_lent_by_agency);
  g_test_add_func ("/reader/reading/seat-beside-siret", test_seat_beside_siret);
  g_test_add_func ("/reader/reading/headings-with-articles", test_headings_with_articles);
  g_test_add_func ("/reader/reading/false-siret", test_false_siret);
  g_test_add_func ("/reader/reading/file-of-slips", test_file_of_slips);
  g_test_add_func ("/reader/reading/periods", test_periods);
  g_test_add_func ("/reader/reading/people", test_people);
  g_test_add_func ("/reader/reading/subtitles", test_subtitles);
  g_test_add_func ("/reader/reading/statements", test_statements);
  g_test_add_func ("/reader/reading/nothing", test_nothing);
  return g_test_run ();
}
