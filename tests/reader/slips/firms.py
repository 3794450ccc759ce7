# SPDX-License-Identifier: GPL-3.0-or-later
"""More firms and people for the trades, so that layouts of later groups do not repeat the names of earlier ones. All are invented."""

from trades import WOMEN, dress

# By activity code: firms, jobs, levels.
CASTS = {
    "5610A": (("SARL LA MARMITE SONGEUSE", "Pizzeria du Faux Vésuve", "SNC LES TROIS CASSEROLES IMAGINAIRES", "Le Comptoir Inventé", "S.A.R.L. BISTROT DE L'AUTRE LUNE"),
              ("Plongeur", "Aide de cuisine", "Serveur", "Cuisinière", "Chef de rang", "Pizzaïolo", "Commise de cuisine"), ("Niveau 1 Échelon 1", "Niv. 2 Éch. 2", "N1 E3")),
    "8121Z": (("BRILLE-TOUT SERVICES", "SAS PROPRET'ILLUSION", "SOCIÉTÉ FICTIVE DE NETTOYAGE ET D'ENTRETIEN", "Arc-en-Ciel Imaginaire Propreté"),
              ("Agent de service", "Agent d'entretien", "Femme de ménage", "Chef d'équipe", "Agent machiniste classique", "Ouvrier nettoyeur"), ("AS1", "AQS 1 A", "AS - échelon 2 - cat. A")),
    "4399C": (("ENTREPRISE BÉTON ET NUAGES", "SARL MURS ET MERVEILLES", "RÊVE BÂTI RÉNOVATION", "Ets FANTASIO Père et Fils", "Gros Œuvre du Songe SAS"),
              ("Manœuvre", "Maçon", "Ouvrier d'exécution", "Ferrailleur", "Carreleur", "Compagnon professionnel", "Façadier"), ("Niveau I Position 1 Coef. 150", "N2 - 185", "OP 170")),
    "8010Z": (("GARDE IMAGINAIRE SÉCURITÉ PRIVÉE", "SARL CERBÈRE DE PAPIER"), ("Agent de sécurité", "Agent cynophile", "Agent SSIAP 1"), ("Coef. 140", "N3 E2")),
    "4941B": (("LIVRAISONS HIRONDELLE FICTIVE", "SARL TRANS-NULLE-PART"), ("Chauffeur livreur", "Conducteur VL", "Agent de quai"), ("Gr. 3 bis Coef. 118M", "110M")),
    "4711D": (("ALIMENTATION DU CARREFOUR PERDU", "SARL Primeurs Chimériques", "Marché Sans-Nom SAS"), ("Employé commercial", "Caissière", "Magasinier", "Vendeur"), ("Niveau I B", "N2A")),
    "8810A": (("Association Mains Imaginaires", "RÉSIDENCE LES GLYCINES DU SONGE", "Aide et Présence Chimère", "SARL BIENVEILLANCE FICTIVE À DOMICILE"),
              ("Aide à domicile", "Assistante de vie", "Aide-soignante", "Agent de service hospitalier", "Accompagnant éducatif et social", "Lingère"), ("Degré 1 Échelon 1", "Catégorie A", "Coef. 312")),
    "2562B": (("TÔLERIE DU DRAGON ENDORMI", "Mécanique Fabuleuse SARL", "BLANCHISSERIE INDUSTRIELLE DU RÊVE"), ("Ouvrier de production", "Agent de fabrication", "Conductrice de ligne", "Opérateur en blanchisserie"), ("Coefficient 155", "A2", "Niv. I éch. 3")),
    "0121Z": (("EARL LES VERGERS DU MIRAGE", "SCEA DE LA COMBE AUX FÉES", "GAEC Du Champ Perdu", "Domaine Faribole"),
              ("Ouvrier agricole", "Cueilleuse saisonnière", "Ouvrier arboricole", "Vendangeur", "Ouvrière serriste"), ("Palier 1", "Palier 3", "Niv. 1 éch. 1")),
    "1071C": (("SARL LA MICHE ENCHANTÉE", "Boulangerie Épi de Lune", "AU PAIN CHIMÉRIQUE"), ("Boulangère", "Ouvrier pâtissier", "Aide-boulanger", "Vendeur en boulangerie"), ("Coefficient 155", "Coef. 175")),
    "8411Z": (("COMMUNE DE VILLENEUVE-LE-SONGE", "CCAS DE GRAND-MIRAGE", "COMMUNE DE CHIMÈRE-SUR-BRUME"), ("Adjoint technique territorial", "Agent d'entretien des écoles", "Agent de restauration scolaire", "Agent social"), ("Échelon 1",)),
}
AGENCIES = ("ESCALE FICTIVE INTÉRIM", "MISSIONS ET CHIMÈRES", "Groupe Songe Emploi SAS")
USERS = ("ABATTOIRS DU PAYS PERDU", "Colis Imaginaires SA", "BTP DES SEPT COLLINES FICTIVES", "Salaisons Farfelues")
AGENCY_JOBS = ("Manœuvre", "Préparateur de commandes", "Agent de conditionnement", "Cariste CACES 1", "Ouvrier de tri", "Plongeuse en restauration")
FIRST_NAMES = ("Hyacinthe", "Modibo-Fictif", "Samba-Essai", "Kadiatou-Exemple", "Nour-Inventée", "Li-Imaginaire", "Rahim-Fictif", "Eusèbe", "Gwendal", "Pétronille", "Séraphine",
               "Tatiana-Essai", "Mohamed-Exemple", "Anne-Songe", "Célestin", "Ignace", "Léocadie", "Bakary-Exemple")
LAST_NAMES = ("FARFADET", "TROMPE-LA-LUNE", "DIALLO-FICTIF", "TRAORÉ-EXEMPLE", "CROQUENOTE", "VA-NU-PIEDS", "BERLINGOT", "N'IMPORTE", "AÏT ESSAI", "DA SILVA-FICTIVE", "NGUYEN-SONGE",
              "LANTERNE", "CABRIOLE", "POUDREPERLE", "COULIBALY-ESSAI", "DES NUAGES", "RIGODON", "O'FICTIF")
STREETS = ("rue de l'Étoile Filante", "avenue des Contes Oubliés", "allée du Lièvre de Mars", "bd du Vieux Rêve", "passage des Ombres", "chemin du Bout du Conte", "ZI des Nuées, lot 4")
TOWNS = ("99100 CHIMÈRE-SUR-BRUME", "99260 SAINT-NULLE-PART", "99375 VILLENEUVE-LE-SONGE", "99480 LES HAUTS-DE-RIEN", "99600 GRAND-MIRAGE CEDEX")
FEMALE = WOMEN | {"Kadiatou-Exemple", "Nour-Inventée", "Pétronille", "Séraphine", "Tatiana-Essai", "Anne-Songe", "Léocadie", "Li-Imaginaire"}


def recast(slip, rng):
    """What dress() does, with people, streets, firms and jobs of this file."""
    dress(slip, rng)
    slip.first, slip.last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
    slip.civility = rng.choice(["Mme", "Madame"]) if slip.first in FEMALE else rng.choice(["M.", "Monsieur"])
    slip.nir = ("2" if slip.first in FEMALE else "1") + slip.nir[1:]
    slip.address = (f"{rng.randrange(1, 160)} {rng.choice(STREETS)}", rng.choice(TOWNS))
    slip.home = (f"{rng.randrange(1, 160)} {rng.choice(STREETS)}", rng.choice(TOWNS))
    if slip.kind == "agency":
        slip.employer, slip.user, slip.job = rng.choice(AGENCIES), rng.choice(USERS), rng.choice(AGENCY_JOBS)
    elif slip.kind == "household":
        slip.employer = f"{rng.choice(['Mme', 'M.'])} {rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}"
    elif slip.naf in CASTS:
        slip.employer, slip.job, slip.level = map(rng.choice, CASTS[slip.naf])
    # The working time agreed on is that of all sites.
    slip.contract_hours = sum(line.hours for line in slip.lines if "site" in line.label) or slip.contract_hours
