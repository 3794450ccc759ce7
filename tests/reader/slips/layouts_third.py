# SPDX-License-Identifier: GPL-3.0-or-later
"""A third group, drawn before any rule was changed for it: first contact was measured, misses were looked at since."""

from canvas import Style, plain
from kit import Table, cells, pairs
from layouts_training import siret_spaced
from model import MONTHS, make_varied_lines

MAKE = {"make_pay": make_varied_lines, "years": range(2017, 2027)}


def short(day):
    return day[:6] + day[8:]


def nets(s):
    """The nets in their order, as far as the slip's time had them: (what, amount)."""
    rows = [("before_tax", s.before_tax), ("social", s.social), ("taxable", s.taxable)]
    return [(what, amount) for what, amount in rows if amount is not None]


def clarified(c, s, rng):
    """The official model of 2018 with its blocks, the employer at the right, a year's column beside the month's."""
    f = Style()
    c.text(30, 32, "BULLETIN DE PAIE CLARIFIÉ", 11, True)
    c.text(30, 46, f"Paie de {s.month_name}", 9)
    c.text(30, 58, f"Versée le {s.paid_on}", 8)
    c.text(565, 32, s.employer, 10, True, "right")
    c.text(565, 43, s.address[0], 7.5, align="right")
    c.text(565, 53, s.address[1], 7.5, align="right")
    c.text(565, 63, f"Siret {siret_spaced(s.siret, (9, 5))}", 7.5, align="right")
    c.text(565, 73, f"Urssaf 117 00000{s.matricule}1234 - APE {s.naf}", 7.5, align="right")
    pairs(c, 30, 80, [("Matricule", s.matricule), ("Salarié", f"{s.last} {s.first}"), ("Emploi", s.job), ("Classif.", s.level), ("Entrée", s.entry)])
    c.text(330, 100, f"{'Madame' if s.civility == 'Mme' else 'Monsieur'} {s.first} {s.last}", 9)
    c.text(330, 112, s.home[0], 9)
    c.text(330, 124, s.home[1], 9)
    t = Table(c, f, 150, 30, {"base": 260, "rate": 310, "gain": 380, "er": 460, "year": 560}, 7, 10)
    t.head("Rubriques", base="Base", rate="Taux", gain="Part salarié", er="Part employeur", year="Cumul annuel")
    t.pay(s)
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross), year=f.money(s.gross * s.months + 15300 * (s.months > 1)))
    blocks = [("SANTÉ", 0, 2), ("ACCIDENTS DU TRAVAIL - MALADIES PROFESSIONNELLES", 2, 3), ("RETRAITE", 3, 6), ("FAMILLE", 6, 7), ("ASSURANCE CHÔMAGE", 7, 8), ("CSG / CRDS", 8, 99)]
    for title, first, last in blocks:
        t.row(title, True, size=6.5)
        t.contributions(s.contributions[first:last], sign=1)
    t.row("TOTAL DES COTISATIONS ET CONTRIBUTIONS", True, gain=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    if s.before_tax is not None:
        t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, size=9, gain=f.money(s.before_tax))
        t.row("dont évolution de la rémunération liée à la suppression des cotisations chômage et maladie", size=6, gain=f.money(s.gross // 100))
        t.skip()
        t.head("Impôt sur le revenu", base="Base", rate="Taux", gain="Montant", year="Cumul annuel")
        t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(s.tax) if s.tax else "0,00",
              year=f.money(s.tax * s.months))
    t.after(s)
    if s.social is not None:
        t.row("MONTANT NET SOCIAL", True, gain=f.money(s.social), year=f.money(s.social * s.months))
    t.row("Net imposable", gain=f.money(s.taxable), year=f.money(s.taxable * s.months))
    t.row("NET PAYÉ EN EUROS" if s.before_tax else "NET À PAYER", True, size=10, gain=f.money(s.net))
    t.skip()
    t.row("Allègement de cotisations employeur", er=f.money(-s.employer_part // 5))
    t.row("TOTAL VERSÉ PAR L'EMPLOYEUR", True, er=f.money(s.cost))


def short_dates(c, s, rng):
    """Framed head with dates of two digits of the year, codes before the lines, totals in a strip with captions under a rule."""
    f = Style(thousands="")
    c.font = "Liberation Sans"
    cells(c, 28, 28, [(200, "EMPLOYEUR", s.employer.upper()), (100, "PÉRIODE DU", short(s.start)), (100, "AU", short(s.end)), (139, "PAYÉ LE", short(s.paid_on))])
    cells(c, 28, 52, [(200, "ADRESSE", f"{s.address[0]} {s.address[1]}"), (170, "SIRET", s.siret), (70, "NAF", s.naf), (99, "URSSAF", "750000" + s.matricule + "00")], size=7)
    cells(c, 28, 76, [(200, "SALARIÉ", f"{s.last} {s.first}"), (170, "NUMÉRO DE SÉCURITÉ SOCIALE", s.nir), (169, "EMPLOI", s.job)])
    cells(c, 28, 100, [(200, "CATÉGORIE", "Employé"), (170, "COEFFICIENT / ÉCHELON", "150 / 1"), (169, "HORAIRE MENSUEL", f.hours(s.contract_hours) or "Forfait jours")])
    t = Table(c, f, 145, 32, {"base": 250, "rate": 305, "gain": 370, "loss": 435, "er_rate": 490, "er": 560}, 7, 10, codes=100)
    t.head("N°     Libellé", base="Nombre/Base", rate="Taux", gain="A payer", loss="A retenir", er_rate="Tx Pat.", er="Mt Pat.")
    t.pay(s)
    t.row("Salaire Brut", True, code=False, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total cotisations", True, code=False, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    if s.before_tax is not None:
        t.row("Impôt sur le revenu (PAS)", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    values = [("Heures", f.hours(s.hours)), ("Brut", f.money(s.gross)), ("Net imposable", f.money(s.taxable)), ("Net avant impôt", f.money(s.before_tax)), ("Net social", f.money(s.social)), ("Net à payer", f.money(s.net))]
    c.line(28, 720, 567, 720)
    for i, (label, value) in enumerate((label, value) for label, value in values if value):
        c.text(115 + 88 * i, 732, label, 6.5, align="right")
        c.text(115 + 88 * i, 744, value, 9, True, "right")


def typewriter(c, s, rng):
    """Typed with leaders of dots, the employer in the middle at the head, the month in figures."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Liberation Mono"
    c.text(297, 50, s.employer, 12, True, "center")
    c.text(297, 64, f"{s.address[0]} - {s.address[1]}", 8, align="center")
    c.text(297, 76, f"SIRET : {siret_spaced(s.siret)}     Code APE : {s.naf}", 8, align="center")
    c.text(297, 106, "BULLETIN DE PAYE", 13, True, "center")
    c.text(297, 120, f"Mois : {s.month:02d}/{s.year % 100:02d}", 10, align="center")
    c.text(60, 150, f"{s.civility} {s.first} {s.last}", 10)
    c.text(60, 163, f"{s.home[0]}, {s.home[1]}", 8)
    c.text(60, 176, f"Profession : {s.job}", 9)
    c.text(60, 189, f"Entré le {s.entry}   N° SS : {s.nir}", 8)
    t = Table(c, f, 220, 60, {"gain": 530}, 8, 14, leader=True)
    for line in s.lines:
        detail = f" {f.hours(line.hours)} h à {f.rate(line.rate)}" if line.hours else ""
        t.add(line.label + detail, line.amount)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, employer=False)
    t.row("Total retenues", gain=f.money(-s.withheld))
    t.between(s)
    if s.before_tax is not None:
        t.row("Net à payer avant impôt", gain=f.money(s.before_tax))
        t.row(f"Impôt retenu à la source {f.percent(s.tax_rate, 1) or '0,0'} %", gain=f.money(-s.tax))
    t.after(s)
    t.row("Net à payer", True, gain=f.money(s.net), size=10)
    t.skip(10)
    t.row("Net fiscal", gain=f.money(s.taxable))
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))
    c.text(60, t.y + 10, f"Payé le {s.paid_on} par virement", 8)


def hospital(c, s, rng):
    """A public hospital's print: capitals, totals of the month in a line, the person's address below."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans Mono"
    c.text(40, 36, "BULLETIN DE PAYE", 10, True)
    c.text(300, 36, f"MOIS DE PAIE  {plain(s.month_name)}", 9)
    pairs(c, 40, 56, [("ETABLISSEMENT", plain(s.employer)), ("", plain(s.address[0])), ("", plain(s.address[1])), ("NO SIRET", s.siret)], gap=80, size=7)
    pairs(c, 320, 56, [("AGENT", plain(f"{s.last} {s.first}")), ("MATRICULE", s.matricule), ("GRADE", plain(s.job)), ("ECHELON", "03   INDICE 371"), ("TEMPS TRAVAIL", "100 %")], gap=80, size=7)
    t = Table(c, f, 130, 40, {"base": 330, "rate": 390, "gain": 470, "loss": 545}, 6.5, 10, codes=1010)
    t.head("RUBRIQUE", base="BASE", rate="TAUX", gain="A PAYER", loss="A DEDUIRE")
    t.pay(s, upper=True)
    t.contributions(s.contributions, upper=True)
    t.between(s, upper=True)
    if s.before_tax is not None:
        t.row("IMPOT SUR LE REVENU PRELEVE A LA SOURCE", loss=f.money(s.tax))
    t.after(s, upper=True)
    t.skip(12)
    c.line(38, t.y - 10, 550, t.y - 10)
    columns = [("TOTAL BRUT", s.gross), ("MONTANT IMPOSABLE", s.taxable), ("NET AVANT IMPOT", s.before_tax), ("NET SOCIAL", s.social), ("NET A PAYER", s.net)]
    for i, (label, value) in enumerate((label, value) for label, value in columns if value is not None):
        c.text(40 + 104 * i, t.y, label, 6.5)
        c.text(40 + 104 * i, t.y + 12, f.money(value), 8, True)
    c.text(40, t.y + 30, f"NOMBRE D'HEURES  {f.hours(s.hours)}     CUMUL IMPOSABLE  {f.money(s.taxable * s.months + 500)}", 7)
    c.text(40, t.y + 42, f"MISE EN PAIEMENT LE {s.paid_on}", 7)
    c.text(320, 770, plain(f"{s.civility} {s.first} {s.last}"), 9)
    c.text(320, 782, plain(s.home[0]), 9)
    c.text(320, 794, plain(s.home[1]), 9)


def cesu_statement(c, s, rng):
    """The collecting body for households, newer: cards, a table of contributions, the nets in a coloured band."""
    f = Style(thousands="\u202f", euro=" €")
    c.text(40, 44, "cesu", 20, True, grey=0.4)
    c.text(555, 44, "BULLETIN DE SALAIRE", 13, True, "right")
    c.text(555, 58, f"Période d'emploi : {MONTHS[s.month - 1]} {s.year}", 9, align="right")
    for x, title, rows in [(40, "VOTRE EMPLOYEUR", [s.employer, *s.address, "N° Cesu Z 9 912 345"]), (300, "VOUS", [f"{s.civility} {s.last} {s.first}", *s.home, f"NIR {s.nir}"])]:
        c.box(x, 74, x + 250, 140, 0, 0.94)
        c.text(x + 8, 87, title, 7, True, grey=0.4)
        for i, text in enumerate(rows):
            c.text(x + 8, 100 + 12 * i, text, 9)
    pairs(c, 40, 165, [("Emploi", s.job), ("Nombre d'heures", f"{s.hours // 100}h{s.hours % 100 * 60 // 100:02d}"), ("Salaire horaire brut", f.rate(s.lines[0].rate, 2) + " €"), ("Date de paiement", s.paid_on)], 14, 9, 150)
    t = Table(c, f, 235, 40, {"base": 320, "rate": 400, "gain": 550}, 9, 15)
    t.head("Cotisations et contributions", base="Assiette", rate="Taux", gain="Montant salarié")
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %")
    t.row("Total des retenues", True, gain=f.money(-s.withheld))
    t.skip(10)
    for what, amount in nets(s):
        t.row({"before_tax": "Net à payer avant impôt sur le revenu", "social": "Montant net social", "taxable": "Montant net imposable"}[what], gain=f.money(amount))
    if s.before_tax is not None:
        t.row(f"Prélèvement à la source ({f.percent(s.tax_rate, 2) or '0'} %)", gain=f.money(-s.tax))
    t.after(s)
    c.box(36, t.y - 4, 560, t.y + 20, 0, 0.85)
    c.text(44, t.y + 13, "Net à payer au salarié", 12, True)
    c.text(550, t.y + 13, f.money(s.net), 12, True, "right")


def care_at_home(c, s, rng):
    """The slip of a childminder: hours and days in a grid, an allowance that is no pay, amounts in a narrow list."""
    f = Style(thousands="", euro=" €")
    s.job = "Assistante maternelle agréée"
    s.between.append(("Indemnités d'entretien", rng.randrange(30, 80) * 100))
    s.net += s.between[-1][1]
    c.font = "Liberation Sans"
    if s.before_tax is not None:
        s.before_tax += s.between[-1][1]
    c.text(297, 40, "Bulletin de salaire - Pajemploi", 14, True, "center")
    c.text(297, 56, f"{s.job}", 10, align="center")
    c.text(40, 84, f"Employeur : {s.employer}", 9)
    c.text(40, 97, f"{s.address[0]}, {s.address[1]}", 8)
    c.text(40, 110, f"Numéro Pajemploi : Y{s.matricule}", 8)
    c.text(320, 84, f"Salarié(e) : {s.first} {s.last}", 9)
    c.text(320, 97, f"{s.home[0]}, {s.home[1]}", 8)
    c.text(320, 110, f"N° de sécurité sociale : {s.nir}", 8)
    c.text(40, 136, f"Période du {s.start} au {s.end}", 9)
    c.text(320, 136, f"Date de paiement : {s.paid_on}", 9)
    cells(c, 40, 150, [(130, "Heures normales", f.hours(s.hours)), (130, "Jours d'accueil", "17"), (130, "Jours de congés payés", "0"), (125, "Taux horaire brut", f.rate(s.lines[0].rate, 2))], 28, 7, 10)
    t = Table(c, f, 205, 40, {"gain": 400}, 9, 15)
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total des cotisations", gain=f.money(-s.withheld))
    t.between(s)
    if s.before_tax is not None:
        t.row("Net avant impôt", gain=f.money(s.before_tax))
        t.row("Impôt prélevé à la source", gain=f.money(-s.tax))
    t.after(s)
    t.row("Total versé au salarié", True, gain=f.money(s.net))
    t.skip()
    t.row("Salaire net imposable", gain=f.money(s.taxable))
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))


def lent_out(c, s, rng):
    """An agency at the right, the user company in a strip of captions, weeks as lines, an advance for each."""
    f = Style(thousands=".")
    c.text(30, 34, "BULLETIN DE PAIE", 12, True)
    c.text(30, 48, f"Période du {s.start} au {s.end}", 8.5)
    c.text(30, 60, f"Paiement du {s.paid_on} - Virement", 8)
    c.text(340, 34, s.employer.upper(), 11, True)
    pairs(c, 340, 46, [("", s.address[0]), ("", s.address[1]), ("", f"RCS 99 - SIRET {s.siret[:3]}.{s.siret[3:6]}.{s.siret[6:9]}.{s.siret[9:]}"), ("", f"APE {s.naf}")], 10, 7.5, 0)
    cells(c, 28, 96, [(180, "NOM ET PRÉNOM DU SALARIÉ", f"{s.last} {s.first}"), (180, "EMPLOI", s.job), (179, "N° SÉCURITÉ SOCIALE", s.nir)])
    cells(c, 28, 120, [(180, "ENTREPRISE UTILISATRICE", s.user), (180, "SIRET EU", s.user_siret), (179, "LIEU DE MISSION", s.address[1])])
    t = Table(c, f, 165, 32, {"base": 290, "rate": 350, "gain": 430, "loss": 510}, 7.5, 11)
    t.head("Désignation", base="Nombre", rate="Taux", gain="Gains", loss="Retenues")
    t.pay(s, 3)
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("TOTAL COTISATIONS", True, loss=f.money(s.withheld))
    if s.before_tax is not None:
        t.row("NET A PAYER AVANT IMPOT SUR LE REVENU", True, gain=f.money(s.before_tax))
        t.row("IMPOT SUR LE REVENU", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    t.row("NET A PAYER", True, gain=f.money(s.net))
    rows = [("HEURES DU MOIS", f.hours(s.hours)), ("NET IMPOSABLE", f.money(s.taxable)), *([("NET SOCIAL", f.money(s.social))] if s.social is not None else []), ("CUMUL IMPOSABLE", f.money(s.taxable * s.months + 777))]
    cells(c, 28, t.y + 20, [(130, label, value) for label, value in rows])


def gains_losses(c, s, rng):
    """From before 2018: free lines fund by fund, a column for the year, the net in a frame at the foot of the page."""
    f = Style(thousands=" ", minus="after")
    c.font = "Liberation Serif"
    c.text(30, 40, s.employer, 11, True)
    pairs(c, 30, 52, [("", s.address[0]), ("", s.address[1]), ("", f"Siret {s.siret}"), ("", f"A.P.E. {s.naf}  -  Cotisations URSSAF sous le n° 117000001234567")], 10, 8, 0)
    c.text(300, 40, "Bulletin de salaire", 13, True)
    c.text(300, 54, f"mois de {s.month_name}", 10)
    c.text(300, 66, f"du {int(s.start[:2])} au {int(s.end[:2])} {s.month_name}", 8)
    c.text(330, 100, f"{'Madame' if s.civility == 'Mme' else 'Monsieur'} {s.first} {s.last}", 10)
    c.text(330, 112, s.home[0], 9)
    c.text(330, 124, s.home[1], 9)
    pairs(c, 30, 110, [("Emploi", s.job), ("Indice", "150"), ("Sécu.", s.nir), ("Date d'entrée", s.entry)], 10, 8, 60, " :")
    t = Table(c, f, 170, 30, {"base": 270, "rate": 325, "gain": 395, "loss": 470, "er": 560}, 8, 11)
    t.head("Libellés", base="Base", rate="Taux", gain="Gains", loss="Retenues", er="Part patronale")
    t.pay(s)
    t.row("Brut fiscal", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Totaux", True, gain=f.money(s.gross), loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    if s.before_tax is not None:
        t.row("Net à payer avant impôt sur le revenu", gain=f.money(s.before_tax))
        t.row("Prélèvement à la source", loss=f.money(s.tax))
    t.after(s)
    c.text(30, 700, f"Net imposable : {f.money(s.taxable)}      Imposable année : {f.money(s.taxable * s.months + 1)}", 8)
    c.text(30, 712, f"Heures travaillées : {f.hours(s.hours)}" + (f"      Montant net social : {f.money(s.social)}" if s.social is not None else ""), 8)
    c.box(380, 690, 565, 730, 1)
    c.text(390, 714, "Net à payer", 11, True)
    c.text(555, 714, f.money(s.net) + " EUR", 11, True, "right")
    c.text(380, 742, f"Payé le {s.paid_on} par virement", 8)


def three_cards(c, s, rng):
    """A web application: three cards, captions left and values right in each, hours only in the lines."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Liberation Sans"
    c.text(30, 44, "Fiche de paie", 18, True)
    c.text(30, 60, MONTHS[s.month - 1].capitalize() + f" {s.year}", 12)
    cards = [("Entreprise", [("Nom", s.employer), ("SIRET", s.siret), ("NAF", s.naf), ("Adresse", s.address[1])]),
             ("Collaborateur", [("Nom", f"{s.first} {s.last}"), ("N° sécu", s.nir), ("Adresse", s.home[1]), ("Matricule", s.matricule)]),
             ("Contrat", [("Poste", s.job), ("Type", "CDI"), ("Ancienneté", s.entry), ("Paiement", s.paid_on)])]
    for i, (title, rows) in enumerate(cards):
        x = 30 + 180 * i
        c.box(x, 74, x + 172, 142, 0.5, grey=0.7)
        c.text(x + 6, 86, title, 8.5, True)
        for j, (label, value) in enumerate(rows):
            c.text(x + 6, 100 + 11 * j, label, 6.5, grey=0.5)
            c.text(x + 166, 100 + 11 * j, value, 6.5, align="right")
    t = Table(c, f, 170, 30, {"base": 320, "rate": 380, "gain": 470, "er": 562}, 7.5, 12)
    t.head("", base="Base", rate="Taux", gain="Salarié", er="Employeur")
    t.pay(s, 2)
    t.row("Brut", True, size=9, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %")
    t.row("Total cotisations et contributions", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    if s.social is not None:
        t.row("Net social", gain=f.money(s.social))
    if s.before_tax is not None:
        t.row("Net avant impôt", True, gain=f.money(s.before_tax))
        t.row("Impôt à la source", base=f.money(s.taxable), rate=(f.percent(s.tax_rate, 1) or "0,0") + " %", gain=f.money(-s.tax))
    t.after(s)
    t.row("Net à verser", True, size=11, gain=f.money(s.net))
    t.skip(10)
    t.row("Net imposable", gain=f.money(s.taxable))
    t.row("Net imposable cumulé", gain=f.money(s.taxable * s.months))
    t.row("Coût employeur", gain=f.money(s.cost))


def builder(c, s, rng):
    """A building firm's slip: allowances below the gross pay, the job with its class, hours told in a line of the head."""
    f = Style(thousands=" ")
    s.between.append(("Indemnités de trajet zone 2", rng.randrange(20, 60) * 100))
    s.between.append(("Indemnité de panier", rng.randrange(100, 220) * 100))
    more = s.between[-1][1] + s.between[-2][1]
    s.net += more
    if s.before_tax is not None:
        s.before_tax += more
    c.box(28, 28, 290, 96)
    c.text(34, 42, s.employer, 10, True)
    pairs(c, 34, 54, [("", s.address[0]), ("", s.address[1]), ("", f"N°SIRET:{s.siret}"), ("", f"NAF:{s.naf}  CCPB n° 99123456789012")], 10, 7.5, 0)
    c.text(310, 42, "BULLETIN DE SALAIRE", 12, True)
    c.text(310, 58, f"Paye du : {s.start}   au : {s.end}", 8)
    c.text(310, 70, f"Date de règlement : {s.paid_on}", 8)
    c.text(310, 82, f"Convention collective : {s.agreement}", 7)
    c.text(34, 114, f"Nom : {s.last}     Prénom : {s.first}", 8.5)
    c.text(34, 126, f"Emploi : {s.job}     Niveau : 2     Position : 1     Coef. : 185", 8)
    c.text(34, 138, f"Horaire mensuel : {f.hours(s.contract_hours)}     Taux horaire : {f.rate(s.lines[0].rate)}     Date d'entrée : {s.entry}", 8)
    t = Table(c, f, 165, 34, {"base": 300, "rate": 360, "gain": 440, "loss": 520}, 8, 11)
    t.head("DÉSIGNATION", base="BASE", rate="TAUX", gain="GAINS", loss="RETENUES")
    t.pay(s)
    t.row("MONTANT BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("TOTAL DES RETENUES", True, loss=f.money(s.withheld))
    t.row("NET IMPOSABLE", gain=f.money(s.taxable))
    t.between(s)
    if s.social is not None:
        t.row("MONTANT NET SOCIAL", gain=f.money(s.social))
    if s.before_tax is not None:
        t.row("NET AVANT IMPÔT SUR LE REVENU", True, gain=f.money(s.before_tax))
        t.row("IMPÔT SUR LE REVENU PRÉLEVÉ À LA SOURCE", loss=f.money(s.tax))
    t.after(s, upper=True)
    t.row("NET À PAYER", True, size=10, gain=f.money(s.net))
    c.text(34, t.y + 16, f"Heures payées mois : {f.hours(s.hours)}    Brut cumulé : {f.money(s.gross * s.months + 3100)}    Imposable cumulé : {f.money(s.taxable * s.months + 3100)}", 7.5)


LAYOUTS = {
    "clarified": (clarified, ("company", "company", "days")),
    "short-dates": (short_dates, ("company", "company", "days")),
    "typewriter": (typewriter, ("company",)),
    "hospital": (hospital, ("company",)),
    "cesu-statement": (cesu_statement, ("household",)),
    "care-at-home": (care_at_home, ("household",)),
    "lent-out": (lent_out, ("agency",)),
    "gains-losses": (gains_losses, ("company", "company", "days")),
    "three-cards": (three_cards, ("company", "company", "days")),
    "builder": (builder, ("company",)),
}
