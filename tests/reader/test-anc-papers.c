/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers that are no payslips: what kind each is, and what it says. */

#include "anc-page-fixture.h"

static void
test_kinds (void)
{
  static const struct
  {
    const char *why;
    const char *text;
    AncKind kind;
  } rows[] = {
    { "a letter that asks for papers is none of them",
      "PRÉFECTURE DE NULLE-PART\n\nObjet : votre demande d'admission exceptionnelle au séjour au titre du travail\n\n"
      "Madame, je vous prie de m'adresser la demande d'autorisation de travail remplie par votre employeur,\n"
      "votre contrat de travail, le certificat de travail d'un ancien employeur et votre dernier avis d'impôt.\n",
      ANC_KIND_OTHER },
    { "somebody who gives notice asks for certificates",
      "Cunégonde JUJUBE\n2 rue du Conte\n\nObjet : démission\n\nMadame, je suis employée depuis le 03/02/2020 en qualité de plongeuse et démissionne.\n"
      "Je vous demande de me remettre mon certificat de travail et l'attestation employeur.\n",
      ANC_KIND_OTHER },
    { "a certificate for the job centre is a paper of its own",
      "ATTESTATION D'EMPLOYEUR DESTINÉE À FRANCE TRAVAIL\n\nEmployeur : FIRME FICTIVE SARL\nSalarié : Cunégonde JUJUBE\n",
      ANC_KIND_OTHER },
    { "gross and net make no payslip of a paper that has another title",
      "L'ASSURANCE FICTIVE\n\nATTESTATION DE PAIEMENT DES INDEMNITÉS JOURNALIÈRES\n\nEmployeur : FIRME FICTIVE SARL\nSIRET : 165 333 147 00271\n"
      "Salarié : Cunégonde JUJUBE\nPériode du 01/03/2022 au 11/03/2022\nMontant brut          459,91\nMontant net           429,10\nNet à payer           429,10\n",
      ANC_KIND_OTHER },
    { "the last page of a bill has a net to pay",
      "LE GARAGE FICTIF\nPage 2/2\n\nMain d'œuvre          180,00\nTVA 20 %               36,00\nNet à payer           216,00\n",
      ANC_KIND_OTHER },
    { "a contract that is not about work",
      "CONTRAT DE COLOCATION\n\nEntre les soussignés : M. Fulbert PATRON et Mme Cunégonde JUJUBE. Il a été convenu ce qui suit.\n"
      "Article 1 : le logement est loué pour un an.\nArticle 2 : le loyer mensuel est de 620,00 euros.\n",
      ANC_KIND_OTHER },
    { "an offer names a contract that nobody has",
      "OFFRE D'EMPLOI : PLONGEUSE\n\nFIRME FICTIVE recrute. Contrat à durée indéterminée, période d'essai de deux mois.\n",
      ANC_KIND_OTHER },
    { "others certify too",
      "LES AMIS DE NULLE-PART\n\nATTESTATION D'ADHÉSION\n\nLe bureau atteste que Mme Cunégonde JUJUBE est membre depuis le 03/02/2020.\n"
      "Pour servir et valoir ce que de droit.\n",
      ANC_KIND_OTHER },
    { "the subject of a letter is its title",
      "FIRME FICTIVE SARL\n\nObjet : attestation de travail\n\nÀ qui de droit,\nMme Cunégonde JUJUBE fait partie de nos effectifs.\n",
      ANC_KIND_EMPLOYER_CERTIFICATE },
    { "a certificate names the contract",
      "FIRME FICTIVE SARL\n\nAttestation de périodes d'emploi\n\nM. Fulbert PATRON atteste que Mme Cunégonde JUJUBE a été salariée\n"
      "en contrat à durée déterminée.\n",
      ANC_KIND_EMPLOYER_CERTIFICATE },
    { "two names are one person's",
      "ATTESTATION DE CONCORDANCE\n\nJe soussigné Fulbert PATRON certifie que Mme Cunégonde JUJUBE et Mme Anselme DOUBLURE sont une même personne.\n",
      ANC_KIND_EMPLOYER_CERTIFICATE },
    { "what changes a contract belongs to it",
      "AVENANT N° 2 AU CONTRAT DE TRAVAIL\n\nLes parties conviennent de porter la durée du travail à 30 heures par semaine.\n",
      ANC_KIND_EMPLOYMENT_CONTRACT },
    { "what promises one, too",
      "PROMESSE D'EMBAUCHE\n\nNous nous engageons à vous embaucher au poste de plongeuse.\n",
      ANC_KIND_EMPLOYMENT_CONTRACT },
    { "an agency's contract",
      "CONTRAT DE MISSION TEMPORAIRE\n\nEntreprise utilisatrice : USINE FICTIVE\nMotif du recours : accroissement\n",
      ANC_KIND_EMPLOYMENT_CONTRACT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *pages[] = { rows[i].text };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpint (reading->kind, ==, rows[i].kind);
      g_assert_cmpuint (reading->slips->len, ==, 0);
    }
}

/* A title of which letters are misread is one still. */
static void
test_title_of_picture (void)
{
  g_autoptr (AncReading) reading = anc_page_fixture_read_as_picture ("L'ASSURANCE FICTIVE\n\nATLLESTATION DE PAIEMENT DES INDEMNITÉS JOURNALIÈRES\n\nEmployeur : FIRME FICTIVE SARL\n"
                                                                     "SIRET : 165 333 147 00271\nSalarié : Cunégonde JUJUBE\nPériode du 01/03/2022 au 11/03/2022\n"
                                                                     "Montant brut          459,91\nMontant net           429,10\nNet à payer           429,10\n");

  g_assert_cmpint (reading->kind, ==, ANC_KIND_OTHER);
  g_assert_cmpuint (reading->slips->len, ==, 0);
}

/* What they say; a field that is not in a row is one that the paper does not tell. */
static void
test_values (void)
{
  static const struct
  {
    const char *why;
    const char *text;
    const char *values[ANC_N_STATEMENT_FIELDS];
  } rows[] = {
    { "what the one who signs is, is no job; the name of a firm goes on over a line",
      "ATTESTATION D'EMPLOI\n\nJe soussignée, Madame Ursuline PATRON, agissant en qualité de gérante de la société LE\n"
      "PETIT VIDE SARL, atteste par la présente que M. Fulbert SALSIFIS est employé en qualité de maçon\n"
      "depuis le 03.02.2020.\nSa rémunération mensuelle brute est de 1\n986,17 euros.\n",
      { [ANC_STATEMENT_EMPLOYER] = "LE PETIT VIDE SARL",
        [ANC_STATEMENT_EMPLOYEE] = "Fulbert SALSIFIS",
        [ANC_STATEMENT_JOB] = "maçon",
        [ANC_STATEMENT_START] = "2020-02-03",
        [ANC_STATEMENT_GROSS_MONTHLY] = "1986.17" } },
    { "a household, dates in words",
      "Certificat de travail\n\nJe soussigné Odilon PATRON, demeurant 2 rue du Conte, certifie avoir employé Madame Cunégonde\n"
      "JUJUBE du dix-sept décembre deux mille vingt-deux au 1er mars deux mille vingt-trois comme garde d'enfants.\n\nLe 2 mars 2023\n",
      { [ANC_STATEMENT_EMPLOYER] = "Odilon PATRON",
        [ANC_STATEMENT_EMPLOYEE] = "Cunégonde JUJUBE",
        [ANC_STATEMENT_JOB] = "garde d'enfants",
        [ANC_STATEMENT_CONTRACT] = "household",
        [ANC_STATEMENT_START] = "2022-12-17",
        [ANC_STATEMENT_END] = "2023-03-01",
        [ANC_STATEMENT_SIGNED_ON] = "2023-03-02" } },
    { "a sentence in capitals",
      "FIRME FICTIVE SARL\n\nATTESTATION DE TRAVAIL\n\nJE SOUSSIGNE M. FULBERT PATRON CERTIFIE QUE MADAME CUNEGONDE JUJUBE TRAVAILLE DANS MON\n"
      "ENTREPRISE DEPUIS LE 01.03.22 AU POSTE DE PLONGEUSE.\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL", [ANC_STATEMENT_EMPLOYEE] = "CUNEGONDE JUJUBE", [ANC_STATEMENT_JOB] = "PLONGEUSE", [ANC_STATEMENT_START] = "2022-03-01" } },
    { "a form: values behind colons and in cells below, a box ticked",
      "ATTESTATION D'EMPLOI\n\nRaison sociale de l'employeur : FIRME FICTIVE SARL\nNom : JUJUBE\nPrénom : Cunégonde\n"
      "Emploi occupé              Date d'embauche            Horaire hebdomadaire\nPlongeuse                  03/02/2020                 30 h\n\n"
      "Contrat :     CDI     X CDD     Saisonnier\n\nFait à Patelin en deux exemplaires, le 04/03/2020\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL",
        [ANC_STATEMENT_EMPLOYEE] = "JUJUBE Cunégonde",
        [ANC_STATEMENT_JOB] = "Plongeuse",
        [ANC_STATEMENT_CONTRACT] = "fixed_term",
        [ANC_STATEMENT_START] = "2020-02-03",
        [ANC_STATEMENT_WEEKLY_HOURS] = "30.00",
        [ANC_STATEMENT_SIGNED_ON] = "2020-03-04" } },
    { "of boxes of which none is ticked, none counts",
      "ATTESTATION D'EMPLOI\n\nRaison sociale : FIRME FICTIVE SARL\nContrat :     CDI     CDD     Saisonnier\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL" } },
    { "times in a table are one from the first day to the last",
      "FIRME FICTIVE SARL\n\nAttestation de périodes d'emploi\n\nDu             Au             Heures\n"
      "03/02/2020     28/02/2020     110,00\n01/05/2020     26/06/2020     37,00\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL", [ANC_STATEMENT_START] = "2020-02-03", [ANC_STATEMENT_END] = "2020-06-26" } },
    { "entered and left",
      "FIRME FICTIVE SARL\n\nCERTIFICAT DE TRAVAIL\n\nNous certifions que Mme Cunégonde JUJUBE est entrée dans notre entreprise le 08/07/2021\n"
      "et l'a quittée le 28/02/2022. Son dernier emploi a été celui de plongeuse.\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL",
        [ANC_STATEMENT_EMPLOYEE] = "Cunégonde JUJUBE",
        [ANC_STATEMENT_JOB] = "plongeuse",
        [ANC_STATEMENT_START] = "2021-07-08",
        [ANC_STATEMENT_END] = "2022-02-28" } },
    { "hours that take the place of others; a SIRET over the end of a line",
      "AVENANT N° 1 AU CONTRAT DE TRAVAIL\n\nEntre FIRME FICTIVE SARL, 1 rue du Vide, SIRET 165 333 147\n00271, et Mme Cunégonde JUJUBE, demeurant 2 rue du Conte :\n"
      "la durée hebdomadaire de travail est portée de 15 heures à 28 heures.\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL", [ANC_STATEMENT_SIRET] = "16533314700271", [ANC_STATEMENT_EMPLOYEE] = "Cunégonde JUJUBE", [ANC_STATEMENT_WEEKLY_HOURS] = "28.00" } },
    { "of two numbers that beside the name is the employer's",
      "AGENCE FICTIVE SAS\n\nATTESTATION D'EMPLOI\n\nNous attestons que Mme Cunégonde JUJUBE a été intérimaire auprès de :\nUSINE FICTIVE, SIRET 162 492 441 00157\n\n\n"
      "AGENCE FICTIVE SAS - 1 rue du Vide - Siret : 165 333 147 00271\n",
      { [ANC_STATEMENT_EMPLOYER] = "AGENCE FICTIVE SAS", [ANC_STATEMENT_SIRET] = "16533314700271", [ANC_STATEMENT_EMPLOYEE] = "Cunégonde JUJUBE", [ANC_STATEMENT_CONTRACT] = "agency" } },
    { "a parent employs a minder",
      "CONTRAT DE TRAVAIL ASSISTANT MATERNEL\n\nParent employeur : PATRON Odilon\nAssistante maternelle : JUJUBE Cunégonde\nDate d'effet : 03/02/2020\n"
      "Terme du contrat : 28/08/2021\nHeures d'accueil par semaine : 30\n",
      { [ANC_STATEMENT_EMPLOYER] = "PATRON Odilon",
        [ANC_STATEMENT_EMPLOYEE] = "JUJUBE Cunégonde",
        [ANC_STATEMENT_START] = "2020-02-03",
        [ANC_STATEMENT_END] = "2021-08-28",
        [ANC_STATEMENT_WEEKLY_HOURS] = "30.00" } },
    { "in the words of one who signs for himself",
      "FIRME FICTIVE SARL\n\nATTESTATION DE TRAVAIL\n\nJe reconnais que Mme Cunégonde JUJUBE exerce le métier de plongeuse ; elle fait\n"
      "30 heures de travail par semaine.\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL", [ANC_STATEMENT_EMPLOYEE] = "Cunégonde JUJUBE", [ANC_STATEMENT_JOB] = "plongeuse", [ANC_STATEMENT_WEEKLY_HOURS] = "30.00" } },
    { "a letter of engagement",
      "FIRME FICTIVE SARL\n\nLETTRE D'ENGAGEMENT\n\nNous avons le plaisir de vous engager comme plongeuse à dater du 08/07/2016.\n"
      "Vos appointements seront de 1.818,70 euros bruts par mois pour 130 heures.\n",
      { [ANC_STATEMENT_EMPLOYER] = "FIRME FICTIVE SARL",
        [ANC_STATEMENT_JOB] = "plongeuse",
        [ANC_STATEMENT_START] = "2016-07-08",
        [ANC_STATEMENT_MONTHLY_HOURS] = "130.00",
        [ANC_STATEMENT_GROSS_MONTHLY] = "1818.70" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *pages[] = { rows[i].text };
      g_autoptr (AncReading) reading = anc_page_fixture_read (pages, 1);

      g_test_message ("%s", rows[i].why);
      g_assert_nonnull (reading->statement);
      for (guint field = 0; field < ANC_N_STATEMENT_FIELDS; field++)
        g_assert_cmpstr (reading->statement->values[field], ==, rows[i].values[field]);
    }
}

/* What papers about work say in sentences. */
static void
test_sentences (void)
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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/papers/kinds", test_kinds);
  g_test_add_func ("/reader/papers/title-of-picture", test_title_of_picture);
  g_test_add_func ("/reader/papers/values", test_values);
  g_test_add_func ("/reader/papers/sentences", test_sentences);

  return g_test_run ();
}
