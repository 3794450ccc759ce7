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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/papers/kinds", test_kinds);

  return g_test_run ();
}
