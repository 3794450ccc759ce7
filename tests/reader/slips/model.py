# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented payslips as plain data: who, when, which lines, and the sums between them.

Nothing here is drawn: the layouts do that. Amounts are whole cents and hours whole hundredths, so
that every sum on a slip is exact.
"""

import calendar
import random
from dataclasses import dataclass, field

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre"]
FIRST_NAMES = ["Absalon", "Bérengère", "Cunégonde", "Dagobert", "Eulalie", "Fulbert", "Gontrande", "Hermance",
               "Isidore", "Jean-Loup", "Kévina", "Léopoldine", "Mélusine", "Népomucène", "Odilon", "Pélagie",
               "Quentine", "Rosalba", "Sidoine", "Théodule", "Ursuline", "Victorin", "Mamadou-Fictif", "Aïssatou-Test"]
LAST_NAMES = ["BADABOUM", "CLAPOTIS", "DUBROUILLARD", "ESCAMPETTE", "FANFRELUCHE", "GALIPETTE", "HURLUBERLU",
              "INVENTAIRE", "JUJUBE", "KALÉIDO", "LAMBICHON", "MIRLIFLORE", "NEZ-EN-L'AIR", "OURAGAN", "PATATRAS",
              "QUOLIBET", "RIBAMBELLE", "SALSIFIS", "TARABISCOT", "VIREVOLTE", "ZINZOLIN", "DE LA FANTAISIE", "D'ARTIFICE"]
FIRMS = [("Brasserie de l'Imaginaire", "SARL", "5630Z"), ("NETTOYAGE SANS TACHE", "SAS", "8121Z"),
         ("Les Serres du Nulle-Part", "SCEA", "0119Z"), ("TRANSPORTS FARANDOLE", "SASU", "4941A"),
         ("Boulangerie Mie Rêvée", "EURL", "1071C"), ("BÂTI-CHIMÈRE CONSTRUCTION", "SA", "4120B"),
         ("Résidence Les Coquecigrues", "SAS", "8710A"), ("Hôtel du Mirage", "SARL", "5510Z"),
         ("ATELIER BOUTS DE FICELLE", "SCOP", "1392Z"), ("SÉCURITÉ VEILLE ET SONGE", "SAS", "8010Z"),
         ("Restaurant Au Plat Fictif", "SARL", "5610A"), ("PRESSING DU SAVON BLEU", "EURL", "9601B")]
AGENCIES = [("INTÉRIM PASSE-PARTOUT", "SAS"), ("Tempo Fictif Travail Temporaire", "SASU"), ("ALLER-RETOUR INTERIM", "SA")]
USERS = ["ENTREPÔTS DU GRAND VIDE", "USINE À GAZ SAS", "Chantiers de Babel"]
STREETS = ["rue des Chimères", "avenue du Conte", "impasse de l'Oubli", "boulevard des Mirages", "chemin de Nulle-Part",
           "place du Vide", "allée des Songes"]
TOWNS = ["99110 PATELIN-LES-OIES", "99220 TROU-EN-BROUSSE", "99330 VILLEBIDON", "99440 SAINT-GLINGLIN", "99550 PERPETTE-SUR-LOIN"]
JOBS = ["Commis de cuisine", "Agent d'entretien", "Plongeur", "Maçon", "Aide-soignante", "Chauffeur poids lourd",
        "Employée d'étage", "Boulanger", "Ouvrier agricole", "Agent de sécurité", "Manœuvre", "Serveuse",
        "Préparateur de commandes", "Couturière", "Second de cuisine", "Peintre en bâtiment", "Électricien",
        "Auxiliaire de vie", "Cuisinier", "Technicienne de surface qualifiée", "Conducteur d'engins", "Réceptionniste de nuit"]
HOUSEHOLD_JOBS = ["Assistante de vie", "Garde d'enfants", "Employée familiale", "Assistante maternelle agréée", "Jardinier"]


def luhn_digit(digits):
    total = sum((d * 2 - 9 if d * 2 > 9 else d * 2) if i % 2 == 0 else d for i, d in enumerate(reversed(digits)))
    return (10 - total % 10) % 10


def make_siret(rng):
    """A SIRET whose firm lies in a range believed unused."""
    siren = [1, rng.choice([4, 6])] + [rng.randrange(10) for _ in range(6)]
    siren.append(luhn_digit(siren))
    nic = [0, 0] + [rng.randrange(10) for _ in range(2)]
    return "".join(map(str, siren + nic + [luhn_digit(siren + nic)]))


def percent(amount, rate):
    """A rate in thousandths of a percent of an amount in cents, rounded."""
    return (amount * rate + 50000) // 100000


@dataclass
class Line:
    """A line above the gross pay. hours and rate are hundredths and ten-thousandths of a euro, or None."""
    label: str
    hours: int | None
    rate: int | None
    amount: int


@dataclass
class Contribution:
    label: str
    base: int
    rate: int
    amount: int
    employer_rate: int
    employer_amount: int


@dataclass
class Slip:
    kind: str
    year: int
    month: int
    start: str
    end: str
    paid_on: str
    employer: str
    address: tuple
    siret: str | None
    naf: str
    first: str
    last: str
    civility: str
    home: tuple
    nir: str
    matricule: str
    entry: str
    job: str
    level: str
    agreement: str
    contract_hours: int | None
    lines: list = field(default_factory=list)
    contributions: list = field(default_factory=list)
    between: list = field(default_factory=list)  # (label, signed amount): from contributions to the net before tax
    after: list = field(default_factory=list)  # (label, amount): advances
    hours: int | None = None
    gross: int = 0
    withheld: int = 0
    employer_part: int = 0
    before_tax: int = 0
    taxable: int = 0
    social: int = 0
    tax_rate: int = 0
    tax: int = 0
    net: int = 0
    cost: int = 0
    months: int = 1  # of the year so far: what cumulative columns hold
    user: str = ""
    user_siret: str = ""

    @property
    def month_name(self):
        return f"{MONTHS[self.month - 1]} {self.year}"

    def truth(self):
        def money(value):
            return None if value is None else f"{value / 100:.2f}"
        return {"period": f"{self.year}-{self.month:02d}", "period_start": iso(self.start), "period_end": iso(self.end),
                "employer": self.employer, "siret": self.siret, "employee": f"{self.first} {self.last}", "job": self.job,
                "hours": money(self.hours), "gross": money(self.gross), "net": money(self.net),
                "net_before_tax": money(self.before_tax), "net_taxable": money(self.taxable), "net_social": money(self.social)}


def iso(day):
    return "-".join(reversed(day.split("/")))


def day(year, month, number):
    return f"{number:02d}/{month:02d}/{year}"


def add_contributions(slip, rng, agency=False):
    gross = slip.gross
    csg = percent(gross, 98250)
    rows = [("Sécurité sociale - Maladie Maternité Invalidité Décès", gross, 0, 7000),
            ("Complémentaire Santé", 5840, 50000, 50000),
            ("Accidents du travail - Maladies professionnelles", gross, 0, rng.choice([1720, 2210, 3080])),
            ("Sécurité sociale plafonnée", min(gross, 400500), 6900, 8550),
            ("Sécurité sociale déplafonnée", gross, 400, 2020),
            ("Retraite complémentaire Tranche 1", min(gross, 400500), 4010, 6010),
            ("Allocations familiales", gross, 0, 3450),
            ("Assurance chômage", gross, 0, 4050),
            ("CSG déductible de l'impôt sur le revenu", csg, 6800, 0),
            ("CSG/CRDS non déductible", csg, 2900, 0)]
    if rng.random() < 0.5:
        rows.insert(2, ("Prévoyance décès invalidité", gross, 500, 700))
    for label, base, rate, employer_rate in rows:
        slip.contributions.append(Contribution(label, base, rate, percent(base, rate), employer_rate, percent(base, employer_rate)))
    slip.withheld = sum(c.amount for c in slip.contributions)
    slip.employer_part = sum(c.employer_amount for c in slip.contributions)


def finish(slip, rng):
    """The nets, from the gross on."""
    slip.before_tax = slip.gross - slip.withheld + sum(amount for _, amount in slip.between)
    non_deductible = sum(c.amount for c in slip.contributions if "non déd" in c.label)
    slip.taxable = slip.gross - slip.withheld + non_deductible + 2920 * any("Santé" in c.label for c in slip.contributions)
    slip.social = slip.gross - slip.withheld + rng.choice([0, 2920, 1240])
    slip.tax_rate = rng.choice([0, 0, 900, 1500, 2300, 4100, 7600])
    slip.tax = percent(slip.taxable, slip.tax_rate)
    if rng.random() < 0.2:
        slip.after.append((rng.choice(["Acompte", "Saisie sur salaire", "Avance sur salaire"]), rng.randrange(50, 300) * 100))
    slip.net = slip.before_tax - slip.tax - sum(amount for _, amount in slip.after)
    slip.cost = slip.gross + slip.employer_part
    slip.months = slip.month if rng.random() < 0.8 else 1


def make_slip(rng, kind="company", years=(2022, 2023, 2024, 2025, 2026), make_pay=None):
    year, month = rng.choice(years), rng.randrange(1, 13)
    last_day = calendar.monthrange(year, month)[1]
    firm = rng.choice(AGENCIES if kind == "agency" else FIRMS)
    first, last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
    woman = first[-1] in "ea" and first not in ("Isidore", "Théodule", "Népomucène")
    slip = Slip(
        kind=kind, year=year, month=month, start=day(year, month, 1), end=day(year, month, last_day),
        paid_on=day(year, month, last_day) if rng.random() < 0.6 else day(year + month // 12, month % 12 + 1, rng.randrange(2, 9)),
        employer=f"{firm[0]} {firm[1]}" if rng.random() < 0.7 else firm[0],
        address=(f"{rng.randrange(1, 120)} {rng.choice(STREETS)}", rng.choice(TOWNS)),
        siret=make_siret(rng), naf="7820Z" if kind == "agency" else firm[2], first=first, last=last,
        civility="Mme" if woman else "M.", home=(f"{rng.randrange(1, 99)} {rng.choice(STREETS)}", rng.choice(TOWNS)),
        nir=f"{2 if woman else 1} {rng.randrange(60, 99)} 13 99 {rng.randrange(100, 999)} {rng.randrange(100, 999)} {rng.randrange(10, 97)}",
        matricule=str(rng.randrange(10000, 99999)), entry=day(rng.randrange(2012, 2021), rng.randrange(1, 13), rng.randrange(1, 28)),
        job=rng.choice(JOBS), level=rng.choice(["Niveau II échelon 1", "Niveau I", "Coefficient 150", "AQS 2", "Groupe 3"]),
        agreement=rng.choice(["Hôtels, cafés, restaurants (IDCC 1979)", "Propreté (IDCC 3043)", "Bâtiment ouvriers (IDCC 1597)"]),
        contract_hours=None)
    rate = rng.randrange(1165, 1990) * 100
    if kind == "days":
        slip.lines.append(Line("Salaire de base", None, None, rng.randrange(3200, 5600) * 100))
        slip.gross = slip.lines[0].amount
        slip.hours = None
    elif kind == "agency":
        make_agency_lines(slip, rng, rate)
    else:
        (make_pay or make_lines)(slip, rng, rate)
    if kind != "household":
        add_contributions(slip, rng)
    else:
        make_household(slip, rng)
    if kind in ("company", "days") and rng.random() < 0.35:
        slip.between.append(("Remboursement transport", rng.randrange(15, 45) * 100 + 50))
    if kind in ("company", "days") and rng.random() < 0.25:
        slip.between.append(("Titres-restaurant", -rng.randrange(30, 80) * 100))
    finish(slip, rng)
    return slip


def make_slips(rng, count, one_person=None, kind="company", **make):
    """Slips as they lie together: of one firm, for its people in one month or for one person in months that follow."""
    slips = [make_slip(rng, kind, **make) for _ in range(count)]
    first = slips[0]
    if one_person is None:
        one_person = rng.random() < 0.5
    for index, slip in enumerate(slips[1:], 1):
        month = first.month - 1 + (index if one_person else 0)
        slip.year, slip.month = first.year + month // 12, month % 12 + 1
        slip.start = day(slip.year, slip.month, 1)
        slip.end = day(slip.year, slip.month, calendar.monthrange(slip.year, slip.month)[1])
        slip.paid_on = slip.end
        for name in ["employer", "address", "siret", "naf", "agreement"]:
            setattr(slip, name, getattr(first, name))
        for name in ["first", "last", "civility", "home", "nir", "matricule", "entry", "job", "level"] if one_person else []:
            setattr(slip, name, getattr(first, name))
    return slips


def make_lines(slip, rng, rate):
    base = rng.choice([15167, 15167, 15167, 13000, 12133, 10400, 8667, 16900])
    slip.contract_hours = base
    slip.lines.append(Line("Salaire de base", base, rate, (base * rate + 5000) // 10000))
    slip.hours = base
    if base == 15167 and rng.random() < 0.4:
        hours = rng.choice([867, 400, 1733, 250, 1200])
        over = rate * 5 // 4
        slip.lines.append(Line("Heures supplémentaires 25 %", hours, over, (hours * over + 5000) // 10000))
        slip.hours += hours
    if rng.random() < 0.3:
        hours = rng.choice([700, 1400, 350, 2100])
        slip.lines.append(Line("Absence non rémunérée", hours, rate, -((hours * rate + 5000) // 10000)))
        slip.hours -= hours
    if rng.random() < 0.25:
        hours = rng.choice([700, 1400, 3500])
        amount = (hours * rate + 5000) // 10000
        slip.lines.append(Line("Absence congés payés", hours, rate, -amount))
        slip.lines.append(Line("Indemnité congés payés", hours, rate, amount))
    if rng.random() < 0.45:
        slip.lines.append(Line(rng.choice(["Prime d'ancienneté", "Prime de rendement", "Avantage en nature repas", "Prime exceptionnelle"]),
                               None, None, rng.randrange(20, 180) * 100 + rng.randrange(100)))
    slip.gross = sum(line.amount for line in slip.lines)


def make_varied_lines(slip, rng, rate):
    """More of what a month may bring than make_lines does."""
    def worked(label, hours, share=100):
        own = rate * share // 100
        amount = (abs(hours) * own + 5000) // 10000
        slip.lines.append(Line(label, abs(hours), own, amount if hours > 0 else -amount))
        slip.hours += hours

    slip.hours = 0
    base = slip.contract_hours = rng.choice([15167, 15167, 15167, 12133, 10400, 7800, 13867])
    worked(rng.choice(["Salaire de base", "Salaire mensuel", "Appointements", "Salaire de base mensuel"]), base)
    case = rng.randrange(7)
    if case == 0 and base == 15167:
        worked("Heures supplémentaires mensualisées 125 %", 1733, 125)
    elif case == 1 and base < 15167:
        worked("Heures complémentaires 10 %", rng.choice([400, 750, 1200]), 110)
    elif case == 2 and base == 15167:
        worked("Heures suppl. majorées à 110 %", 1733, 110)
        worked("Heures suppl. majorées à 120 %", rng.choice([200, 450]), 120)
    elif case == 3:
        worked("Absence entrée en cours de mois", -rng.choice([2100, 3500, 4900]))
    elif case == 4:
        worked("Absence injustifiée", -rng.choice([350, 700, 1050]))
    elif case == 5:
        hours = rng.choice([700, 1400, 3500])
        amount = (hours * rate + 5000) // 10000
        slip.lines.append(Line("Absence congés payés", hours, rate, -amount))
        slip.lines.append(Line("Indemnité congés payés", hours, rate, amount))
    if rng.random() < 0.4:
        slip.lines.append(Line(rng.choice(["Prime d'assiduité", "Prime de 13e mois", "Avantage en nature nourriture", "Prime d'habillage", "Commission sur ventes"]),
                               None, None, rng.randrange(20, 180) * 100 + rng.randrange(100)))
    slip.gross = sum(line.amount for line in slip.lines)


def make_agency_lines(slip, rng, rate):
    week = rng.randrange(3, 48)
    slip.hours = 0
    slip.contract_hours = None
    for index in range(rng.choice([1, 2, 3, 4])):
        hours = rng.choice([3500, 2800, 3500, 2100])
        slip.lines.append(Line(f"Heures normales S{week + index:02d}", hours, rate, (hours * rate + 5000) // 10000))
        slip.hours += hours
    if rng.random() < 0.4:
        over = rate * 5 // 4
        slip.lines.append(Line("Heures sup. 125 %", 400, over, (400 * over + 5000) // 10000))
        slip.hours += 400
    worked = sum(line.amount for line in slip.lines)
    bonus = percent(worked, 10000)
    slip.lines.append(Line("Indemnité de fin de mission", None, None, bonus))
    slip.lines.append(Line("Indemnité compensatrice congés payés", None, None, percent(worked + bonus, 10000)))
    slip.gross = sum(line.amount for line in slip.lines)
    slip.user, slip.user_siret = rng.choice(USERS), make_siret(rng)
    start = rng.randrange(1, 10)
    slip.start = day(slip.year, slip.month, start)
    slip.end = day(slip.year, slip.month, rng.randrange(start + 10, 29))


def make_household(slip, rng):
    slip.siret = None
    slip.employer = rng.choice(["M. et Mme", "Mme", "M."]) + " " + rng.choice(LAST_NAMES)
    slip.job = rng.choice(HOUSEHOLD_JOBS)
    hours, rate = rng.choice([6400, 3250, 8600, 4000, 11250]), rng.randrange(1180, 1500) * 100
    slip.lines = [Line("Heures normales", hours, rate, (hours * rate + 5000) // 10000)]
    slip.hours = hours
    slip.contract_hours = None
    slip.gross = slip.lines[0].amount
    csg = percent(slip.gross, 98250)
    for label, base, part in [("Sécurité sociale", slip.gross, 7300), ("Retraite complémentaire", slip.gross, 4010),
                              ("CSG déductible", csg, 6800), ("CSG non déductible et CRDS", csg, 2900)]:
        slip.contributions.append(Contribution(label, base, part, percent(base, part), 0, 0))
    slip.withheld = sum(c.amount for c in slip.contributions)
    slip.employer_part = percent(slip.gross, 35000)


def suit_era(slip):
    """Takes off what slips of that time did not have: the tax withheld, the net for benefits."""
    if (slip.year, slip.month) < (2023, 7):
        slip.social = None
    if slip.year < 2019:
        slip.net, slip.tax, slip.tax_rate, slip.before_tax = slip.net + slip.tax, 0, 0, None
