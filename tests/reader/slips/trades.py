# SPDX-License-Identifier: GPL-3.0-or-later
"""Trades: whose firms are called what, who does what there, and what a month of their pay holds.

A trade gives a slip its own firm, job and agreement, and the lines above the gross pay that people of the
trade know: meals, nights, sites, meal allowances, hours of presence. All names are invented.
"""

from dataclasses import dataclass

from model import Line, day

FIRST_NAMES = ["Zébulon", "Ondine", "Philibert", "Capucine", "Anatole", "Perpétue", "Aristide", "Philomène", "Barnabé", "Clothilde",
               "Fatoumata-Exemple", "Ibrahim-Fictif", "Thi-Essai", "Dolorès-Imaginée", "Cyprien", "Apolline", "Ferréol", "Sixtine"]
WOMEN = {"Ondine", "Capucine", "Perpétue", "Philomène", "Clothilde", "Fatoumata-Exemple", "Thi-Essai", "Dolorès-Imaginée", "Apolline", "Sixtine"}
LAST_NAMES = ["TOURNEBOULE", "PAPERASSE", "CASSE-NOISETTE", "DU BOSQUET", "LE FICTIF", "PATAPOUF", "TINTAMARRE", "BOURRASQUE", "CHARIVARI",
              "EL EXEMPLE", "BEN ESSAI", "NOMINVENTÉ", "BRICABRAC", "TOHU-BOHU", "D'OPÉRETTE", "SANS-PAREIL", "CALEMBREDAINE", "PERLIMPINPIN"]
STREETS = ["rue du Faux-Semblant", "quai des Brumes Inventées", "cours Sans-Issue", "route de la Lune", "square des Songe-Creux", "venelle du Trompe-l'Œil",
           "ZA du Pré Carré", "lotissement Les Chimères"]
TOWNS = ["99610 SAINTE-ABSENTE", "99720 MONTFICTIF-LE-HAUT", "99830 LA FERTÉ-MIRAGE", "99140 BOURG-IMAGINAIRE CEDEX 2", "99950 L'ISLE-SONGEUSE"]


@dataclass
class Trade:
    firms: tuple
    naf: str
    agreement: str
    jobs: tuple
    levels: tuple
    pay: object  # adds the lines above the gross pay to a slip


def worked(slip, label, hours, rate, share=100):
    """Hours that are paid, or with a minus not paid, at a share of the hourly rate; they count as hours."""
    own = rate * share // 100
    amount = (abs(hours) * own + 5000) // 10000
    slip.lines.append(Line(label, abs(hours), own, amount if hours > 0 else -amount))
    slip.hours += hours


def extra(slip, label, hours, rate, share):
    """What is paid on top of hours that another line counts already: nights, Sundays."""
    own = rate * share // 100
    slip.lines.append(Line(label, hours, own, (hours * own + 5000) // 10000))


def bonus(slip, label, amount):
    slip.lines.append(Line(label, None, None, amount))


def restaurant(slip, rng, rate):
    base = rng.choice([15167, 15167, 13000, 10400])
    worked(slip, "Salaire de base", base, rate)
    if base == 15167 and rng.random() < 0.6:
        worked(slip, "Heures supplémentaires à 110 %", 1733, rate, 110)
    if rng.random() < 0.3:
        worked(slip, "Absence sans solde", -rng.choice([700, 1400]), rate)
    if rng.random() < 0.7:
        meals = rng.randrange(12, 23) * 415
        bonus(slip, "Avantage en nature nourriture", meals)
        slip.between.append(("Reprise avantage en nature", -meals))
    if rng.random() < 0.3:
        bonus(slip, "Indemnité jours fériés", rng.randrange(40, 120) * 100 + 37)


def cleaning(slip, rng, rate):
    sites = ["Tour Babel", "Crèche Les Lutins", "Agence Bidon", "Gymnase Fantôme", "Immeuble Sans-Souci"]
    rng.shuffle(sites)
    for site in sites[:rng.randrange(2, 5)]:
        worked(slip, f"Heures site {site}", rng.choice([2167, 4333, 2600, 3250, 5417]), rate)
    if rng.random() < 0.4:
        worked(slip, "Heures complémentaires 11 %", rng.choice([200, 350, 600]), rate, 111)
    if rng.random() < 0.3:
        worked(slip, "Absence non payée", -rng.choice([200, 350]), rate)
    bonus(slip, "Prime d'expérience", rng.randrange(2, 6) * sum(line.amount for line in slip.lines) // 100)


def building(slip, rng, rate):
    worked(slip, "Salaire mensuel 35 h", 15167, rate)
    if rng.random() < 0.6:
        worked(slip, "Heures suppl. mensualisées 25 %", 1733, rate, 125)
    if rng.random() < 0.35:
        worked(slip, "Absence injustifiée", -rng.choice([700, 800, 1500]), rate)
    if rng.random() < 0.3:
        bonus(slip, "Prime de vacances", rng.randrange(50, 200) * 100)
    slip.between.append(("Indemnité de panier", rng.randrange(10, 22) * 1050))
    slip.between.append(("Indemnité de trajet zone 2", rng.randrange(10, 22) * 384))


def guards(slip, rng, rate):
    worked(slip, "Salaire de base", 15167, rate)
    extra(slip, "Majoration heures de nuit 10 %", rng.choice([4200, 5600, 8400]), rate, 10)
    extra(slip, "Majoration dimanche 10 %", rng.choice([1200, 2400]), rate, 10)
    if rng.random() < 0.4:
        worked(slip, "Heures supplémentaires 25 %", rng.choice([400, 833, 1225]), rate, 125)
    bonus(slip, "Prime d'habillage", 2350)
    if rng.random() < 0.3:
        bonus(slip, "Rappel de salaire mois précédent", rng.randrange(30, 90) * 100 + 18)


def transport(slip, rng, rate):
    worked(slip, "Salaire mensuel", 15167, rate)
    worked(slip, "Heures d'équivalence 125 %", 3433, rate, 125)
    if rng.random() < 0.5:
        worked(slip, "Heures supplémentaires 150 %", rng.choice([300, 625, 1400]), rate, 150)
    extra(slip, "Majoration heures de nuit 20 %", rng.choice([900, 1650]), rate, 20)
    slip.between.append(("Frais de déplacement", rng.randrange(120, 420) * 100 + 50))


def shop(slip, rng, rate):
    base = rng.choice([15167, 13000, 11267, 8667])
    worked(slip, "Appointements mensuels", base, rate)
    if base < 15167 and rng.random() < 0.6:
        worked(slip, "Heures complémentaires 10 %", rng.choice([300, 450, 875]), rate, 110)
    if rng.random() < 0.35:
        worked(slip, "Absence maladie non indemnisée", -rng.choice([700, 2100, 3500]), rate)
    if rng.random() < 0.5:
        bonus(slip, "Prime annuelle", rng.randrange(80, 900) * 100 + 12)


def care(slip, rng, rate):
    worked(slip, "Salaire conventionnel", rng.choice([15167, 13000, 12133, 10833]), rate)
    if rng.random() < 0.5:
        extra(slip, "Indemnité dimanches et fériés", rng.choice([1200, 1600, 2400]), rate, 40)
    if rng.random() < 0.3:
        worked(slip, "Congé sans solde", -rng.choice([700, 1400]), rate)
    bonus(slip, "Indemnité Laforcade fictive", 23800)


def workshop(slip, rng, rate):
    worked(slip, "Salaire de base", 15167, rate)
    case = rng.randrange(4)
    if case == 0:
        first = rng.randrange(5, 18)
        slip.entry = day(slip.year, slip.month, first)
        worked(slip, "Absence entrée en cours de mois", -700 * (first * 5 // 7), rate)
    elif case == 1:
        worked(slip, "H. sup. majorées 25 %", rng.choice([800, 1575]), rate, 125)
        worked(slip, "H. sup. majorées 50 %", rng.choice([150, 300]), rate, 150)
    bonus(slip, "Prime d'équipe", rng.randrange(40, 160) * 100 + 44)


def vineyard(slip, rng, rate):
    hours = rng.choice([15167, 13550, 9800, 12600])
    worked(slip, "Salaire de base", hours, rate)
    if rng.random() < 0.4:
        worked(slip, "Heures supplémentaires 25 %", rng.choice([600, 1125]), rate, 125)
    bonus(slip, "Indemnité de congés payés 10 %", sum(line.amount for line in slip.lines) // 10)


def bakery(slip, rng, rate):
    worked(slip, "Salaire de base", rng.choice([15167, 15167, 13000]), rate)
    if slip.lines[0].hours == 15167:
        worked(slip, "Heures sup. structurelles 25 %", 1733, rate, 125)
    extra(slip, "Majoration travail de nuit 25 %", rng.choice([2600, 4333, 6500]), rate, 25)
    if rng.random() < 0.5:
        extra(slip, "Majoration dimanche 20 %", rng.choice([1400, 2400]), rate, 20)
    if rng.random() < 0.3:
        worked(slip, "Absence autorisée non payée", -rng.choice([350, 700]), rate)
    if rng.random() < 0.4:
        slip.between.append(("Indemnité de frais professionnels boulanger", rng.randrange(18, 24) * 588))


TRADES = {
    "restaurant": Trade(("L'Assiette Fantôme", "SARL LE COQ EN PÂTE FICTIVE", "CHEZ PERSONNE", "Café des Absents SAS"), "5610A",
                        "Hôtels, cafés, restaurants (HCR) - IDCC 1979", ("Chef de partie", "Commis de salle", "Plongeuse", "Employé polyvalent de restauration", "Crêpier"),
                        ("Niveau I échelon 2", "Niv. II - Éch. 1"), restaurant),
    "cleaning": Trade(("PROPRETÉ DU PAYS IMAGINAIRE", "ÉCLAT ET REFLET FICTIFS SERVICES", "NET PLUS NET SAS"), "8121Z",
                      "Entreprises de propreté et services associés (3043)", ("Agent de service", "Agente de propreté", "Laveur de vitres", "Chef d'équipe propreté"),
                      ("AS1A", "AS 2 - B", "ATQS 1"), cleaning),
    "building": Trade(("MAÇONNERIE CHÂTEAU EN ESPAGNE", "Entreprise Générale TOUR DE GUET", "SAS RAVALEMENT BÊTA"), "4399C",
                      "Bâtiment ouvriers + de 10 salariés", ("Maçon finisseur", "Coffreur-bancheur", "Aide-maçon", "Plaquiste", "Conducteur de mini-pelle"),
                      ("N1P2 coef. 170", "Niv. II coef. 185", "OE 150"), building),
    "guards": Trade(("VIGIE DU ROYAUME S.A.S.", "SARL L'ŒIL DU FAUX CYCLOPE"), "8010Z", "Prévention et sécurité", ("Agent de sécurité incendie", "Maître-chien", "Rondier intervenant"),
                    ("Niv. 3 Éch. 2 Coef. 140", "Coefficient 150"), guards),
    "transport": Trade(("MESSAGERIES DU BOUT DU MONDE", "Transports LE PIGEON FICTIF SARL"), "4941B", "Transports routiers - IDCC 0016",
                       ("Conducteur routier", "Chauffeur-livreur", "Conductrice poids lourd"), ("Groupe 6 coefficient 138M", "Coef. 150M"), transport),
    "shop": Trade(("SUPÉRETTE DU COIN PERDU", "SAS BAZAR DES MERVEILLES", "Épicerie Poudre de Fée"), "4711D", "Commerce de détail alimentaire", ("Hôtesse de caisse", "Employé libre-service", "Boucher", "Vendeuse en boulangerie"),
                  ("Niveau 2", "N3A"), shop),
    "care": Trade(("EHPAD LES TILLEULS IMAGINAIRES", "Association Aide et Répit Fictifs", "Fondation Sainte-Utopie"), "8810A", "Branche de l'aide à domicile (BAD)",
                  ("Aide à domicile", "Auxiliaire de vie sociale", "Agent de soins", "Agente hôtelière"), ("Catégorie B", "Degré 1 échelon 3"), care),
    "workshop": Trade(("ATELIERS MÉCANIQUES TRUC ET BIDULE", "FONDERIE DU VOLCAN ÉTEINT SA", "Plasturgie Chose et Fils"), "2562B", "Métallurgie - IDCC 3248",
                      ("Soudeur", "Tourneur-fraiseur", "Opératrice de conditionnement", "Monteur-câbleur", "Technicien de maintenance industrielle"),
                      ("Classe d'emploi B4", "Niveau III échelon 1"), workshop),
    "vineyard": Trade(("EARL DU PRÉ AUX LICORNES", "GAEC DES TROIS MIRAGES", "SCEA Vignoble de Nulle-Part"), "0121Z", "Production agricole et CUMA (7024)",
                      ("Ouvrier viticole", "Vacher", "Saisonnière agricole", "Tractoriste"), ("Palier 2", "Palier 4 coef. 48"), vineyard),
    "bakery": Trade(("SARL AU PÉTRIN FARCEUR", "Le Fournil des Songes", "MAISON CROÛTE ET FILS FICTIFS"), "1071C", "Boulangerie-pâtisserie artisanale (IDCC 843)",
                    ("Ouvrier boulanger", "Pâtissière", "Vendeuse", "Tourier", "Personnel de fabrication"), ("Coefficient 170", "Coef. 185", "Cat. 2 - coef. 160"), bakery),
}
AGENCIES = ("PLANÈTE MISSION FICTIVE", "LE TREMPLIN IMAGINAIRE SAS", "Relais Emploi Bidon SASU")
USERS = ("BRIQUETERIE DU MIRAGE", "PLATEFORME LOGISTIQUE OUF", "Conserverie Jean Rien & Cie", "CHANTIER NAVAL DU LAC SEC")
AGENCY_JOBS = ("Cariste", "Opérateur de production", "Manutentionnaire", "Préparatrice de commandes", "Aide-plombier", "Agent de tri")
HOUSEHOLD_JOBS = ("Garde d'enfants à domicile", "Employé de maison", "Aide ménagère", "Assistante maternelle", "Dame de compagnie")


def pay_of(name):
    """Makes the pay of a trade, as make_slip() asks for it."""
    trade = TRADES[name]

    def make_pay(slip, rng, rate):
        slip.employer, slip.naf, slip.agreement = rng.choice(trade.firms), trade.naf, trade.agreement
        slip.job, slip.level, slip.hours = rng.choice(trade.jobs), rng.choice(trade.levels), 0
        trade.pay(slip, rng, rate)
        slip.contract_hours = slip.lines[0].hours
        slip.gross = sum(line.amount for line in slip.lines)
    return make_pay


def dress(slip, rng):
    """Other people in other streets, and at times something of another month that is settled with this one."""
    slip.first, slip.last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
    slip.civility = "Mme" if slip.first in WOMEN else "M."
    slip.address = (f"{rng.randrange(1, 140)} {rng.choice(STREETS)}", rng.choice(TOWNS))
    slip.home = (f"{rng.randrange(1, 140)} bis {rng.choice(STREETS)}", rng.choice(TOWNS))
    if int(slip.entry[6:]) >= slip.year and slip.entry[3:] != slip.start[3:]:
        slip.entry = f"{slip.entry[:6]}{slip.year - rng.randrange(1, 9)}"
    if slip.kind == "agency":
        slip.employer, slip.user, slip.job = rng.choice(AGENCIES), rng.choice(USERS), rng.choice(AGENCY_JOBS)
    elif slip.kind == "household":
        slip.employer = f"{rng.choice(['Mme', 'M.'])} {rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}"
        slip.job = rng.choice(HOUSEHOLD_JOBS)
    if slip.kind == "company" and rng.random() < 0.2:
        label, amount = rng.choice([("Trop-perçu mois précédent", 4217), ("Acompte du 15", 30000), ("Opposition", 12050), ("Régularisation net mois précédent", -3318)])
        slip.after.append((label, amount))
        slip.net -= amount
