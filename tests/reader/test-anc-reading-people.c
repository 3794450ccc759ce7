/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-fixture.h"

#define PAY "Salaire brut   1 865,54\nNet imposable   1 517,71\nNet à payer   1 434,13\n"

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
    { "capitals above an address that is not the firm's",
      "FIRME FICTIVE SARL            JUJUBE CUNEGONDE\n1 rue du Vide                 2 rue du Conte\n99110 PATELIN                 99220 TROU-EN-BROUSSE\n"
      "SIRET 16533314700271\nEmploi : Plongeuse\n",
      "FIRME FICTIVE SARL",
      "JUJUBE CUNEGONDE",
      "Plongeuse" },
    { "a person below the line with the SIRET",
      "PLANETE FICTIVE\n\nSiège : 1 rue du Vide, 99110 PATELIN - SIRET 16533314700271\n"
      "\n                    JUJUBE Cunégonde\n                    2 rue du Conte\n                    99220 TROU-EN-BROUSSE\nEmploi : Plongeuse\n",
      "PLANETE FICTIVE",
      "JUJUBE Cunégonde",
      "Plongeuse" },
    { "headings in words that no table lists",
      "^Exploitante                   Équipière\nFIRME FICTIVE                 Cunégonde JUJUBE\n1 rue du Vide                 2 rue du Conte\n"
      "99110 PATELIN                 99220 TROU-EN-BROUSSE\nEmploi : Plongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a caption in such a word, with a colon",
      "Exploitante : FIRME FICTIVE\n1 rue du Vide 99110 PATELIN\nSIRET : 16533314700271\nSalarié : Cunégonde JUJUBE\nEmploi : Plongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "the name on the firm's card is nobody's",
      "Exploitante                   Équipière\nNom     FIRME FICTIVE SARL    Nom     Cunégonde JUJUBE\nSIRET   16533314700271        Poste   Plongeuse\n",
      "FIRME FICTIVE SARL",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a sign above the name that it is a part of",
      "Fictive\nFIRME FICTIVE DU PATELIN\n1 rue du Vide\n99110 PATELIN\nSIRET 16533314700271\nSalarié : Cunégonde JUJUBE\nEmploi : Plongeuse\n",
      "FIRME FICTIVE DU PATELIN",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a head set against the right edge",
      "                                               FIRME FICTIVE\n"
      "JUJUBE Cunégonde               1 rue du Vide - 99110 PATELIN\n"
      "                               SIRET : 165333147 00271 - APE\n"
      "                                          Métallurgie - IDCC\nEmploi : Plongeuse\n",
      "FIRME FICTIVE",
      "JUJUBE Cunégonde",
      "Plongeuse" },
    { "captions set against their values",
      " Employeur FIRME FICTIVE\n     Siège  1 rue du Vide 99110 PATELIN\n     SIRET 165333147 00271\n\nConvention  Entreprises de services\n"
      "\nSalarié  Cunégonde JUJUBE\nEmploi   Plongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a sentence to fill in", "Employeur : FIRME FICTIVE\nMme Cunégonde JUJUBE\nemployé(e) en qualité de   Plongeuse\n", "FIRME FICTIVE", "Cunégonde JUJUBE", "Plongeuse" },
    { "a grade beside its caption, in line with the firm's number",
      "Maison               FIRME FICTIVE            SIRET  16533314700271\nAdresse          1 rue du Vide 99110 PATELIN  Naf             5510Z\n"
      "Salarié : Cunégonde JUJUBE\nEmploi   Plongeuse          Qualification              Niveau I\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a line of a table between a caption and its value",
      "Employeur : FIRME FICTIVE\nSalarié : Cunégonde JUJUBE\nPoste\n                    Total cotisations   -431,41\nPlongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "values set in below their captions, a table beside",
      "Employeur\n                              Détail du salaire\n   FIRME FICTIVE\nSalarié : Cunégonde JUJUBE\nFonction\n                              Net imposable   1 517,71\n   Plongeuse\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a job that nothing announces, below the person's address",
      "Employeur : FIRME FICTIVE\n\nMme Cunégonde JUJUBE\n2 rue du Conte\n99220 TROU-EN-BROUSSE\nPlongeuse\nCoefficient 150\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "the number of an agreement beside the name of a trade",
      "FIRME FICTIVE SARL\n\nCunégonde JUJUBE            Métallurgie, mines (IDCC 3248)\n2 rue du Conte                     SIRET 16533314700271\n99220 TROU-EN-BROUSSE\nPlongeuse\n",
      "FIRME FICTIVE SARL",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a job's caption cut short", "Employeur : FIRME FICTIVE\nSalarié : Cunégonde JUJUBE\nEmpl. : Plongeuse\n", "FIRME FICTIVE", "Cunégonde JUJUBE", "Plongeuse" },
    { "captions that no table lists beside two that one does",
      "Employeur : FIRME FICTIVE\nSalarié : Cunégonde JUJUBE\n\nMatricule   Emploi       Grille        Étages\n54250       Plongeuse    Catégorie B   370\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "both parties beside one caption",
      "PAJEMPLOI\n                                 EMPLOYEUR                SALARIÉ\nNom et prénom        Mme Sixtine BRICABRAC     Cunégonde JUJUBE\nAdresse              1 rue du Vide            2 rue du Conte\n"
      "Numéro               Y998047                  1 85 13 99 329 669 50\nEmploi : Plongeuse\n",
      "Mme Sixtine BRICABRAC",
      "Cunégonde JUJUBE",
      "Plongeuse" },
    { "a level below the job",
      "Employeur : FIRME FICTIVE\nSalarié                  Poste           Entrée\nCunégonde JUJUBE         Plongeuse       13/07/2017\n"
      "2 rue du Conte           Niv. 2 Éch. 2\n99220 TROU-EN-BROUSSE\n",
      "FIRME FICTIVE",
      "Cunégonde JUJUBE",
      "Plongeuse" },
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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/reading/user-company", test_user_company);
  g_test_add_func ("/reader/reading/firm-at-foot", test_firm_at_foot);
  g_test_add_func ("/reader/reading/lent-by-agency", test_lent_by_agency);
  g_test_add_func ("/reader/reading/seat-beside-siret", test_seat_beside_siret);
  g_test_add_func ("/reader/reading/headings-with-articles", test_headings_with_articles);
  g_test_add_func ("/reader/reading/false-siret", test_false_siret);
  g_test_add_func ("/reader/reading/people", test_people);
  g_test_add_func ("/reader/reading/subtitles", test_subtitles);
  return g_test_run ();
}
