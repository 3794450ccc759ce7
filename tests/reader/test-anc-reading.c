/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-fixture.h"

#define HEAD                                                             \
  "FIRME FICTIVE SARL            BULLETIN DE PAIE\n"                     \
  "1 rue du Vide                 Période du 01/03/2026 au 31/03/2026\n" \
  "99110 PATELIN                 Payé le 02/04/2026\n"                  \
  "SIRET : 165 333 147 00271     Mme Cunégonde JUJUBE\n"                \
  "Emploi : Plongeuse            2 rue du Conte\n"                       \
  "                              99220 TROU-EN-BROUSSE\n"

#define PAY "Salaire brut   1 865,54\nNet imposable   1 517,71\nNet à payer   1 434,13\n"

/* A word that begins labels is none that was misread: with `page` for `paie`, the month would be a page's. */
static void
test_known_words_of_pictures (void)
{
  g_autoptr (AncReading) seen = anc_page_fixture_read_as_picture ("Bulletin spécial de paie - 03/2026\n\nSalaire brut   1 865,54\nNet imposable   1 517,71\nNet à payer   1 434,13\n");

  g_assert_cmpint (anc_page_fixture_get_slip (seen, 0)->period, ==, anc_month_new (2026, 3));
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

static void
test_periods (void)
{
  static const struct
  {
    const char *why;
    const char *head;
  } rows[] = {
    { "two digits of the year", "FIRME SARL\nBULLETIN DE PAIE\nMois : 03/26\n" },
    { "blanks about its stroke", "FIRME SARL\nBULLETIN DE PAIE\nMois : 03 / 2026\n" },
    { "blanks about the strokes of two days", "FIRME SARL\nBULLETIN DE PAIE\nPériode du 01 / 03 / 2026 au 31 / 03 / 2026\n" },
    { "a month's name with two digits", "FIRME SARL\nBULLETIN DE PAIE\nPaie de mars 26\n" },
    { "a short name with two digits, in one word", "FIRME SARL\nBULLETIN DE PAIE\nMois      mars-26\n" },
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
  g_test_add_func ("/reader/reading/known-words-of-pictures", test_known_words_of_pictures);
  g_test_add_func ("/reader/reading/head", test_head);
  g_test_add_func ("/reader/reading/file-of-slips", test_file_of_slips);
  g_test_add_func ("/reader/reading/periods", test_periods);
  g_test_add_func ("/reader/reading/nothing", test_nothing);
  return g_test_run ();
}
