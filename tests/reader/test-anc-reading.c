/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-fixture.h"
#include "anc-reading.h"

/* Reads pages that are given as typewriter text. */
static AncReading *
read_pages (const char *const *pages,
            guint n_pages)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_text_unref);

  for (guint i = 0; i < n_pages; i++)
    g_ptr_array_add (texts, anc_page_fixture_new (pages[i]));

  return anc_reading_run_on_texts ((AncPageText *const *) texts->pdata, texts->len);
}

static AncSlip *
get_slip (const AncReading *reading,
          guint index)
{
  g_assert_cmpuint (reading->slips->len, >, index);
  return reading->slips->pdata[index];
}

static void
assert_amount (AncAmount amount,
               const char *expected)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];

  g_assert_cmpstr (amount == ANC_AMOUNT_NONE ? NULL : anc_amount_format (amount, 2, 2, buffer), ==, expected);
}

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
      g_autoptr (AncReading) reading = read_pages (pages, 1);
      const AncSlip *slip = get_slip (reading, 0);

      g_test_message ("%s", rows[i].why);
      assert_amount (slip->gross, rows[i].gross);
      assert_amount (slip->net_before_tax, rows[i].before_tax);
      assert_amount (slip->net, rows[i].net);
    }
}

static void
test_head (void)
{
  const char *pages[] = { HEAD "\nSalaire brut   1 865,54\nNet à payer    1 434,13\nNet imposable   1 517,71\n" };
  g_autoptr (AncReading) reading = read_pages (pages, 1);
  const AncSlip *slip = get_slip (reading, 0);

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
    { "a total", "Heures payées : 130,00\n", "130.00" },
    { "hours and minutes", "Heures normales   112 h 30 min\n", "112.50" },
    { "a total that may be read in two ways", "Salaire de base   151H30   12,3000   1 860,99\nHeures payées : 151H30\n", "151.30" },
    { "a day scheme", "Forfait annuel 218 jours\nSalaire de base   4 120,00\n", NULL },
    { "nothing told", "Prime   100,00\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = g_strconcat (HEAD, "\n", rows[i].lines, "Salaire brut   1 865,54\nNet à payer   1 434,13\nNet imposable   1 500,00\n", NULL);
      const char *pages[] = { page };
      g_autoptr (AncReading) reading = read_pages (pages, 1);

      g_test_message ("%s", rows[i].why);
      assert_amount (get_slip (reading, 0)->hours, rows[i].hours);
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
  g_autoptr (AncReading) reading = read_pages (pages, 1);

  g_assert_cmpint (reading->payslip_kind, ==, ANC_KIND_AGENCY);
  g_assert_cmpstr (get_slip (reading, 0)->siret, ==, "16533314700271");
}

static void
test_false_siret (void)
{
  const char *pages[] = { "FIRME SARL   BULLETIN DE PAIE   Mars 2026\nSIRET : 165 333 147 00272\nSalaire brut   1 865,54\nNet à payer   1 434,13\n" };
  g_autoptr (AncReading) reading = read_pages (pages, 1);

  g_assert_cmpstr (get_slip (reading, 0)->siret, ==, "16533314700272");
  g_assert_false (get_slip (reading, 0)->siret_valid);
  g_assert_cmpfloat (get_slip (reading, 0)->places[ANC_SLIP_SIRET].confidence, <, 0.5);
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
  g_autoptr (AncReading) reading = read_pages (pages, G_N_ELEMENTS (pages));

  g_assert_cmpuint (reading->slips->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AncSlip *slip = get_slip (reading, i);

      g_assert_cmpint (slip->period, ==, anc_month_new (2026, expected[i].month));
      g_assert_cmpstr (slip->employee, ==, expected[i].employee);
      g_assert_cmpuint (slip->first_page, ==, expected[i].first);
      g_assert_cmpuint (slip->last_page, ==, expected[i].last);
    }
  assert_amount (get_slip (reading, 3)->hours, "151.67");
}

static void
test_nothing (void)
{
  const char *pages[] = { "" };
  g_autoptr (AncReading) reading = read_pages (pages, 1);
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
  g_test_add_func ("/reader/reading/head", test_head);
  g_test_add_func ("/reader/reading/hours", test_hours);
  g_test_add_func ("/reader/reading/user-company", test_user_company);
  g_test_add_func ("/reader/reading/false-siret", test_false_siret);
  g_test_add_func ("/reader/reading/file-of-slips", test_file_of_slips);
  g_test_add_func ("/reader/reading/nothing", test_nothing);
  return g_test_run ();
}
