# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten more layouts, drawn in the same way as the ninth group's: without looking at the reader's rules or at its misses. Here are
the slips that nobody designed (a spreadsheet, a line printer), the forms of other years, and services on the web."""

from canvas import Style, plain
from kit import Table, cells, fund, pairs, ruled, sheet, stack
from layouts_fifth import in_blocks, long_date
from layouts_sixth import digits
from model import MONTHS, make_varied_lines
from trades import dress, pay_of

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = dress
SHORT_MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]


def first_of(date):
    return long_date(date).replace("1 ", "1er ", 1) if date.startswith("01") else long_date(date)


def spreadsheet(c, s, rng):
    """Made by hand in a spreadsheet: its own form of dates, borders round every cell of the table, words as the owner says them."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Liberation Sans"
    c.text(50, 52, s.employer, 11, True)
    stack(c, 50, 66, [*s.address, f"Siret : {s.siret}"], 13, 9, 0)
    c.text(330, 52, "Fiche de paie", 14, True)
    c.text(330, 70, "Mois", 9)
    c.text(430, 70, f"{SHORT_MONTHS[s.month - 1]}-{s.year % 100:02d}", 9, True)
    c.text(330, 83, "Payé le", 9)
    c.text(430, 83, s.paid_on, 9)
    pairs(c, 50, 124, [("Nom", s.last), ("Prénom", s.first), ("Adresse", f"{s.home[0]} {s.home[1]}"), ("N° sécu", s.nir), ("Poste", s.job), ("Date d'entrée", s.entry), ("Convention", s.agreement)], 13, 9, 90)
    rows = [("", "Base", "Taux", "Montant", "Part patron")]
    rows += [(line.label, f.hours(line.hours), f.rate(line.rate, 2) + " €" if line.rate else "", f.money(line.amount), "") for line in s.lines]
    rows.append(("Salaire brut", "", "", f.money(s.gross), ""))
    for k in s.contributions:
        rows.append((k.label.replace("Sécurité sociale - ", ""), f.money(k.base), f.percent(k.rate, 2) + " %" if k.rate else "", f.money(-k.amount) if k.amount else "", f.money(k.employer_amount) if k.employer_amount else ""))
    rows.append(("Total cotisations", "", "", f.money(-s.withheld), f.money(s.employer_part)))
    rows += [(label, "", "", f.money(amount), "") for label, amount in s.between]
    rows.append(("Net avant impôt", "", "", f.money(s.before_tax), ""))
    rows.append(("Impôt à la source", f.money(s.taxable), f.percent(s.tax_rate, 1) + " %" if s.tax_rate else "0 %", f.money(-s.tax), ""))
    rows += [(label, "", "", f.money(-amount), "") for label, amount in s.after]
    rows.append(("Net à payer", "", "", f.money(s.net), ""))
    y = sheet(c, 50, 226, [212, 76, 60, 76, 76], rows, 14, 8.6, None)
    last = s.social if s.social is not None else s.cost
    rows = [("", "Heures", "Brut", "Imposable", "Net social" if s.social is not None else "Coût"), ("ce mois", f.hours(s.hours), f.money(s.gross), f.money(s.taxable), f.money(last)),
            ("depuis janvier", f.hours(s.hours * s.months), f.money(s.gross * s.months), f.money(s.taxable * s.months), f.money(last * s.months))]
    sheet(c, 50, y + 16, [96, 80, 100, 100, 124], rows, 14, 8.6, None)
    c.text(50, y + 74, "Congés restants : 11 jours", 8.6)


def line_printer(c, s, rng):
    """A line printer of the years before 2018: one width of letter, capitals without accents, rules of dashes and exclamation marks."""
    f = Style(thousands="", decimal=".")
    c.font = "Nimbus Mono PS"
    y = 40

    def put(text=""):
        nonlocal y
        c.text(44, y, plain(text), 9.6)
        y += 10.6

    def row(label, base="", rate="", gain="", loss="", employer=""):
        put(f"!{label:<32}!{base:>10}!{rate:>9}!{gain:>10}!{loss:>10}!{employer:>10}!")

    rule = "-" * 88
    put(f"{s.employer:<46}BULLETIN DE PAIE")
    put(f"{s.address[0]:<46}PERIODE DU {s.start[:6]}{s.start[8:]} AU {s.end[:6]}{s.end[8:]}")
    put(f"{s.address[1]:<46}PAYE LE {s.paid_on[:6]}{s.paid_on[8:]} PAR CHEQUE")
    put(f"SIRET {s.siret}  APE {s.naf}")
    put("URSSAF 99 7 00123456789")
    put()
    for left, right in [("", f"{s.civility} {s.last} {s.first}"), (f"MATRICULE   {s.matricule}", s.home[0]), (f"NO SECU     {s.nir}", s.home[1]), (f"EMPLOI      {s.job}", ""), (f"CLASSEMENT  {s.level}", f"ENTREE {s.entry[:6]}{s.entry[8:]}")]:
        put(f"{left:<46}{right}")
    put(f"CONVENTION  {s.agreement}")
    put(rule)
    row("RUBRIQUE", "NOMBRE", "TAUX", "GAINS", "RETENUES", "PATRONAL")
    put(rule)
    for line in s.lines:
        row(line.label, f.hours(line.hours), f.rate(line.rate), *((f.money(line.amount), "") if line.amount >= 0 else ("", f.money(-line.amount))))
    row("", gain="---------")
    row("TOTAL BRUT", gain=f.money(s.gross))
    row("")
    for k in s.contributions:
        row(fund(k), f.money(k.base), f.percent(k.rate), "", f.money(k.amount) if k.amount else "", f.money(k.employer_amount) if k.employer_amount else "")
    row("TOTAL DES RETENUES", loss=f.money(s.withheld), employer=f.money(s.employer_part))
    for label, amount in [*s.between, *((label, -amount) for label, amount in s.after)]:
        row(label, gain=f.money(amount) if amount >= 0 else "", loss=f.money(-amount) if amount < 0 else "")
    for _ in range(3):
        row("")
    put(rule)
    put(f"!{'':<18}!{'HEURES':>10} !{'BRUT':>12} !{'IMPOSABLE':>12} !{'NET A PAYER':>20}{'!':>8}")
    put(f"!{' MOIS':<18}!{f.hours(s.hours):>10} !{f.money(s.gross):>12} !{f.money(s.taxable):>12} !{'****' + f.money(s.net):>20}{'!':>8}")
    put(f"!{' CUMUL ANNEE':<18}!{f.hours(s.hours * s.months):>10} !{f.money(s.gross * s.months):>12} !{f.money(s.taxable * s.months):>12} !{'EUROS':>20}{'!':>8}")
    put(rule)
    put("CONGES  ACQUIS 25.00  PRIS 10.00  RESTE 15.00")
    put("POUR FAIRE VALOIR VOS DROITS CONSERVEZ CE BULLETIN SANS LIMITATION DE DUREE")


def farm_title(c, s, rng):
    """The simplified farm title for seasonal hands: lettered sections, month and year in boxes, gross and net facing each other."""
    f = Style(thousands=" ")
    c.font = "DejaVu Serif"
    c.text(36, 42, "TITRE EMPLOI SIMPLIFIÉ AGRICOLE", 12, True)
    c.text(36, 55, "Volet 4 - bulletin de paie remis au salarié", 8)
    for x, label, value in [(430, "MOIS", f"{s.month:02d}"), (490, "ANNÉE", str(s.year))]:
        c.text(x, 36, label, 6.5)
        c.box(x, 40, x + 50, 57, 0.8)
        c.text(x + 25, 53, value, 10, True, "center")

    def section(y, y1, letter, title):
        c.box(36, y, 560, y1, 0.7)
        c.box(36, y, 560, y + 13, 0.7, 0.86)
        c.text(42, y + 9.5, f"{letter} - {title}", 7.5, True)

    section(70, 138, "A", "IDENTIFICATION DE L'EMPLOYEUR")
    stack(c, 42, 95, [s.employer, *s.address], 12, 8.5)
    pairs(c, 330, 95, [("N° SIRET", digits(s.siret, 3, 3, 3, 5)), ("Code NAF", s.naf), ("Caisse", "MSA du Nulle-Part")], 12, 8, 64)
    section(146, 226, "B", "IDENTIFICATION DU SALARIÉ")
    stack(c, 42, 171, [f"{s.civility} {s.first} {s.last}", *s.home, f"N° de sécurité sociale {s.nir}"], 12, 8.5)
    pairs(c, 330, 171, [("Emploi", s.job), ("Classement", s.level), ("Embauche", s.entry), ("Contrat", "saisonnier")], 12, 8, 64)
    c.text(42, 220, f"Convention collective : {s.agreement}", 7.5)
    section(234, 640, "C", "PÉRIODE ET CALCUL DE LA PAIE")
    c.text(42, 262, f"Travail accompli du {s.start} au {s.end}", 8.5)
    c.text(552, 262, f"Nombre d'heures à payer : {f.hours(s.hours)}", 8.5, align="right")
    t = Table(c, f, 282, 42, {"base": 316, "rate": 374, "gain": 464, "er": 552}, 7.8, 11.6)
    t.head("", base="Nombre / assiette", rate="Taux", gain="Salarié", er="Employeur")
    t.pay(s, 2)
    t.row("RÉMUNÉRATION BRUTE", True, gain=f.money(s.gross))
    for k in s.contributions:
        own = {"rate": f.percent(k.rate, 2), "gain": f.money(-k.amount)} if k.amount else {}
        t.row(k.label.replace("Sécurité sociale", "MSA"), base=f.money(k.base), **own, er=f.money(k.employer_amount) if k.employer_amount else "")
    t.row("TOTAL DES COTISATIONS", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    section(648, 704, "D", "RÉSULTAT")
    for i, (label, value) in enumerate([("Brut", s.gross), ("Net imposable", s.taxable), ("Montant net social", s.social), ("NET À PAYER", s.net)]):
        c.text(42 + 134 * i, 675, label, 7.5)
        c.text(42 + 134 * i, 692, f"{f.money(value)} €" if value is not None else "sans objet", 10, i == 3)
    c.text(36, 720, f"Payé le {s.paid_on}.   Cumul imposable : {f.money(s.taxable * s.months)}   Cumul des heures : {f.hours(s.hours * s.months)}", 7.5)
    c.text(36, 732, "L'indemnité de congés payés est versée avec chaque paie lorsque le contrat ne dépasse pas une saison.", 7, italic=True)


def both_columns(c, s, rng):
    """A form of the years before 2018: each fund on its line with both parts, period and payment in words, totals boxed under columns."""
    f = Style(thousands=".")
    c.font = "Liberation Serif"
    c.box(34, 30, 561, 800, 1)
    c.text(42, 46, s.employer, 12, True)
    c.text(42, 58, f"{s.address[0]}, {s.address[1]}", 9)
    c.text(42, 70, f"R.C.S. Nulle-Part - SIRET N° {digits(s.siret, 3, 3, 3, 5, mark='.')} - Code APE {s.naf}", 8.5)
    c.text(42, 82, "Organisme percepteur des cotisations : URSSAF DU NULLE-PART, compte 997000000123456789", 8.5)
    c.line(34, 90, 561, 90)
    c.text(297, 108, f"BULLETIN DE PAIE DU MOIS DE {MONTHS[s.month - 1].upper()} {s.year}", 12, True, "center")
    c.line(34, 116, 561, 116)
    pairs(c, 42, 132, [("Nom et prénoms", f"{s.last} {s.first}"), ("Domicile", f"{s.home[0]}, {s.home[1]}"), ("N° d'immatriculation", s.nir), ("Emploi", s.job), ("Position", s.level)], 12.5, 9, 96, " :")
    pairs(c, 380, 132, [("Entrée", s.entry), ("", ""), ("Matricule", s.matricule), ("Horaire", f.hours(s.contract_hours))], 12.5, 9, 54, " :")
    c.text(42, 196, f"Convention collective nationale : {s.agreement}", 9)
    xs = [34, 218, 280, 330, 392, 434, 496, 561]
    ruled(c, xs, 204, 640)
    c.text(361, 215, "PART SALARIALE", 6, True, "center")
    c.text(465, 215, "PART PATRONALE", 6, True, "center")
    t = Table(c, f, 228, 38, {"base": 277, "rate": 327, "loss": 389, "er_rate": 431, "er": 493, "gain": 557}, 8.4, 12)
    t.head("LIBELLÉS", base="BASE", rate="TAUX", loss="RETENUE", er_rate="TAUX", er="CHARGE", gain="À PAYER", size=7)
    c.line(34, 234, 561, 234)
    for line in s.lines:
        t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate, 2), **t.amount(line.amount))
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    for k in s.contributions:
        t.row(fund(k), base=f.money(k.base), **({"rate": f.percent(k.rate, 2), "loss": f.money(k.amount)} if k.amount else {}),
              **({"er_rate": f.percent(k.employer_rate, 2), "er": f.money(k.employer_amount)} if k.employer_amount else {}))
    t.row("NET IMPOSABLE", gain=f.money(s.taxable))
    t.between(s)
    t.after(s)
    c.box(330, 640, 392, 660, 0.8)
    c.box(434, 640, 496, 660, 0.8)
    c.text(322, 653, "TOTAL DES RETENUES ET CHARGES", 7.5, True, "right")
    c.text(389, 653, f.money(s.withheld), 8.4, True, "right")
    c.text(493, 653, f.money(s.employer_part), 8.4, True, "right")
    c.text(42, 684, f"Heures payées : {f.hours(s.hours)}     Heures de l'année : {f.hours(s.hours * s.months)}     Imposable de l'année : {f.money(s.taxable * s.months)}", 9)
    c.text(42, 698, f"Réglé par virement le {long_date(s.paid_on)}", 9)
    c.box(340, 706, 553, 738, 1.4)
    c.text(350, 726, "NET À PAYER", 11, True)
    c.text(546, 727, f.money(s.net) + " €", 14, True, "right")
    c.text(42, 726, "Signature du salarié :", 9)
    c.text(42, 780, "Dans votre intérêt, conservez ce bulletin sans limitation de durée. Tout paiement partiel ne vaut pas renonciation.", 7.5, italic=True)


def care_points(c, s, rng):
    """An association with a scale of points: captions left of values in a double strip, months facing years in a ladder at the right."""
    f = Style(thousands="\u202f")
    c.font = "Noto Sans"
    c.text(34, 42, s.employer, 12, True)
    stack(c, 34, 55, [f"{s.address[0]}, {s.address[1]}", f"N° Siret {digits(s.siret, 9, 5)} / Naf {s.naf}", "Association régie par la loi de 1901, habilitée à l'aide sociale"], 10, 7.2, 0)
    stack(c, 340, 92, [f"{s.civility} {s.first} {s.last}", *s.home], 13, 9.5, 0)
    c.text(34, 100, "BULLETIN DE SALAIRE", 13, True)
    c.text(34, 114, f"{s.start} - {s.end}", 10)
    points = 300 + int(s.matricule) % 140
    cells(c, 34, 138, [(70, "Matricule", s.matricule), (186, "Emploi", s.job), (136, "Grille", s.level), (56, "Points", str(points)), (78, "Valeur du point", "5,77")], 26, size=8)
    cells(c, 34, 164, [(120, "N° Sécurité sociale", s.nir), (200, "Convention", s.agreement), (72, "Entrée", s.entry), (56, "Temps", f"{s.contract_hours * 100 // 15167} %"), (78, "Base horaire", f.hours(s.contract_hours))], 26, size=7.4)
    t = Table(c, f, 212, 36, {"base": 254, "rate": 298, "gain": 350, "er": 406}, 6.6, 10.2)
    t.head("Rubriques", base="Base", rate="Taux", gain="Salarié", er="Employeur")
    t.pay(s, 3)
    t.row("Total brut", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        t.row(heading.upper().replace(" DE L'IMPÔT SUR LE REVENU", "").replace(" - MALADIES PROFESSIONNELLES", ""), True, size=5.8)
        for k in rows:
            own = {"rate": f.percent(k.rate, 2), "gain": f.money(-k.amount)} if k.amount else {}
            t.row(k.label.replace("Maladie Maternité Invalidité Décès", "Maladie").replace(" de l'impôt sur le revenu", ""), base=f.money(k.base), **own, er=f.money(k.employer_amount) if k.employer_amount else "")
    t.row("Total cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    t.row("Net payé", True, size=9, gain=f.money(s.net))
    ruled(c, [416, 486, 560], 202, 380)
    c.text(483, 213, "Mois", 7, True, "right")
    c.text(557, 213, "Année", 7, True, "right")
    y = 230
    for label, value in [("Heures payées", s.hours), ("Brut", s.gross), ("Plafond", min(s.gross, 400500)), ("Imposable", s.taxable), ("Net social", s.social), ("Coût employeur", s.cost)]:
        if value is not None:
            c.text(420, y, label, 6.5, grey=0.4)
            c.text(483, y + 10, f.money(value), 7.5, align="right")
            c.text(557, y + 10, f.money(value * s.months), 7.5, align="right")
            y += 25
    c.box(416, 392, 560, 440, 1, 0.9)
    c.text(488, 408, "Net à payer", 9, True, "center")
    c.text(488, 429, f.money(s.net) + " €", 14, True, "center")
    c.text(488, 454, f"versé le {s.paid_on}", 7.5, align="center")
    c.text(34, 740, "Congés trimestriels : 3 jours. Récupération des jours fériés : 1 jour. L'assemblée générale se tiendra le 12 juin à la salle des fêtes.", 7)


def reorganised(c, s, rng):
    """The model of the years to come, used early: compulsory and optional contributions apart, the net for benefits half-way in a frame."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans"
    c.text(32, 40, "Bulletin de paie", 15, True)
    c.text(32, 54, f"Période du {first_of(s.start)} au {first_of(s.end)}", 8.5)
    c.text(32, 66, f"Paiement : {first_of(s.paid_on)}", 8.5)
    c.box(300, 28, 564, 76, 0.5, 0.95)
    stack(c, 308, 40, [s.employer, f"{s.address[0]} {s.address[1]}", f"SIRET {s.siret}   APE {s.naf}", s.agreement], 10.6, 7.4)
    stack(c, 330, 100, [f"{s.civility} {s.last} {s.first}", *s.home], 12.5, 9.5, 0)
    facts = [("Emploi", s.job), ("Classification", s.level), ("Matricule", s.matricule), ("N° de sécurité sociale", s.nir), ("Date d'entrée", s.entry), ("Durée du travail", f.hours(s.contract_hours) or "218 jours par an")]
    pairs(c, 32, 96, facts, 10.6, 7.4, 104)
    t = Table(c, f, 172, 36, {"base": 318, "rate": 366, "gain": 436, "er_rate": 488, "er": 561}, 7, 10.2)
    t.head("", base="Base", rate="Taux salarié", gain="Montant salarié", er_rate="Taux empl.", er="Montant empl.", size=6.2)

    def heading(title):
        c.box(32, t.y - 8, 564, t.y + 2.4, 0, 0.88)
        t.row(title, True, size=7)

    heading("RÉMUNÉRATION BRUTE")
    t.pay(s)
    t.row("Rémunération brute (1)", True, gain=f.money(s.gross))
    heading("COTISATIONS ET CONTRIBUTIONS SOCIALES OBLIGATOIRES")
    optional = [k for k in s.contributions if k.label.startswith("Prévoyance")]
    t.contributions([k for k in s.contributions if k not in optional])
    t.row("Total des cotisations obligatoires (2)", True, gain=f.money(-s.withheld + sum(k.amount for k in optional)), er=f.money(s.employer_part - sum(k.employer_amount for k in optional)))
    if s.social is not None:
        t.skip(3)
        c.box(32, t.y - 9, 564, t.y + 4, 1)
        t.row("MONTANT NET SOCIAL", True, size=8, gain=f.money(s.social))
        t.skip(5)
    if optional:
        heading("COTISATIONS ET CONTRIBUTIONS SOCIALES FACULTATIVES")
        t.contributions(optional)
    if s.between or s.after:
        heading("REMBOURSEMENTS ET DÉDUCTIONS DIVERSES")
        t.between(s)
        t.after(s)
    heading("NET ET IMPÔT SUR LE REVENU")
    t.row("Net à payer avant impôt sur le revenu (avant acomptes et saisies)", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.skip(6)
    c.box(32, t.y - 12, 564, t.y + 4, 1.2, 0.8)
    t.row("NET À PAYER AU SALARIÉ", True, size=10, gain=f.money(s.net))
    t.skip(10)
    t.row(f"Montant net imposable : {f.money(s.taxable)}     cumul : {f.money(s.taxable * s.months)}")
    if s.hours:
        t.row(f"Heures payées : {f.hours(s.hours)}     cumul : {f.hours(s.hours * s.months)}")
    t.row(f"Total versé par l'employeur : {f.money(s.cost)}     Congés payés : acquis 22,5 - pris 14 - solde 8,5")
    t.row("Des explications sur chaque ligne sont données sur le site des services publics. Conservez ce bulletin sans limitation de durée.", size=6.2)


def web_card(c, s, rng):
    """A service on the web: what is paid stands first, large, in a card; the sections below have one amount on a line, right-aligned."""
    f = Style(thousands="\u202f", euro=" €")
    c.font = "Cantarell"
    c.text(40, 48, s.employer, 11, True)
    c.text(556, 48, f"{MONTHS[s.month - 1].capitalize()} {s.year}", 16, True, "right")
    c.text(556, 61, "Bulletin de paie", 8, align="right", grey=0.4)
    c.box(40, 74, 556, 128, 0, 0.92)
    for x, label, value, size in [(54, "Net payé", s.net, 17), (200, "Net avant impôt", s.before_tax, 11), (310, "Impôt", s.tax, 11), (400, "Brut", s.gross, 11), (480, "Net social", s.social, 11)]:
        if value is not None:
            c.text(x, 92, label, 7, grey=0.4)
            c.text(x, 113, f.money(value), size, size == 17)
    c.text(40, 148, f"{s.first} {s.last}", 10, True)
    stack(c, 40, 160, [*s.home, s.job, s.level, f"Depuis le {long_date(s.entry)}"], 11, 7.8, 0)
    stack(c, 220, 148, [f"Sécurité sociale {s.nir}", f"Matricule {s.matricule}", s.agreement, "Forfait annuel en jours : 218 jours" if s.hours is None else f"{f.hours(s.contract_hours)} heures par mois"], 11, 7.8, 0)
    stack(c, 556, 148, [s.address[0], s.address[1], f"SIRET {digits(s.siret, 3, 3, 3, 5)}", f"Code NAF {s.naf}"], 11, 7.8, 0, "right")
    t = Table(c, f, 228, 40, {"gain": 556}, 7.8, 11)

    def section(title, total=None):
        t.skip(5)
        c.line(40, t.y - 11, 556, t.y - 11, 0.6, 0.6)
        t.row(title, True, size=9.5, gain=f.money(total))

    section("Rémunération", s.gross)
    for line in s.lines:
        t.row(line.label + (f" · {f.hours(line.hours)} h à {f.rate(line.rate, 2)} €" if line.hours else ""), gain=f.money(line.amount))
    section("Cotisations salariales", -s.withheld)
    for k in s.contributions:
        if k.amount:
            t.row(f"{k.label} · {f.percent(k.rate, 2)} % de {f.money(k.base)}", gain=f.money(-k.amount))
    if s.between:
        section("Frais et avantages", sum(amount for _, amount in s.between))
        t.between(s)
    section("Impôt sur le revenu", -s.tax)
    t.row(f"Taux transmis par l'administration · {f.percent(s.tax_rate, 1) or '0'} % de {f.money(s.taxable)}")
    if s.after:
        section("Autres retenues", -sum(amount for _, amount in s.after))
        t.after(s)
    section("Versé le " + long_date(s.paid_on), s.net)
    t.skip(8)
    for label, value in [("Net imposable", f.money(s.taxable)), ("Net imposable depuis le début de l'année", f.money(s.taxable * s.months)), ("Cotisations de l'employeur", f.money(s.employer_part)),
                         ("Coût total pour l'entreprise", f.money(s.cost)),
                         ("Heures payées", f.hours(s.hours)), ("Jours de congés restants", "16,5")]:
        if value:
            t.row(label, size=7.2, gain=value)


def nanny(c, s, rng):
    """The slip of the centre that collects for nannies: a question-and-answer column at the left, the amounts in a tall frame at the right."""
    f = Style(thousands="")
    c.font = "Nimbus Sans"
    c.box(36, 30, 560, 58, 0, 0.85)
    c.text(46, 49, "Bulletin de salaire", 14, True)
    c.text(550, 49, f"{MONTHS[s.month - 1].capitalize()} {s.year}", 12, True, "right")
    c.text(36, 74, "Pajemploi - centre national de traitement - 99999 LE VIDE CEDEX", 7.5, grey=0.35)
    y = 100
    for label, values in [("Employeur", [s.employer, *s.address, f"n° d'employeur Y99{s.matricule}1"]), ("Salarié(e)", [f"{s.last} {s.first}", *s.home, f"n° de sécurité sociale {s.nir}"]), ("Fonction", [s.job]),
                          ("Période d'emploi", [f"du {s.start} au {s.end}"]), ("Heures rémunérées", [f.hours(s.hours)]), ("Jours d'activité", ["15"]),
                          ("Salaire horaire brut", [f.rate(s.lines[0].rate, 4)]), ("Convention", ["Particuliers employeurs", "et emploi à domicile"]),
                          ("Paiement du salaire", [s.paid_on]), ("Indemnités", ["entretien 0,00 - repas 0,00"])]:
        c.text(36, y, label, 7.2, True, grey=0.35)
        y = stack(c, 46, y + 12, values, 12, 9, 0) + 6
    c.box(266, 88, 560, 520, 0.8)
    t = Table(c, f, 106, 274, {"base": 442, "rate": 486, "gain": 552}, 8.2, 16)
    t.head("Détail du salaire", base="Base", rate="Taux", gain="Montant")
    t.row("Salaire brut", True, gain=f.money(s.gross))
    for k in s.contributions:
        t.row(k.label, base=f.money(k.base), rate=f.percent(k.rate, 2), gain=f.money(-k.amount))
    t.row("Total cotisations salariales", gain=f.money(-s.withheld))
    t.row("Net avant impôt", True, gain=f.money(s.before_tax))
    t.row("Net imposable", gain=f.money(s.taxable))
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))
    t.row("Impôt à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    c.line(266, 470, 560, 470)
    c.text(274, 499, "SALAIRE NET", 11, True)
    c.text(552, 500, f.money(s.net) + " euros", 13, True, "right")
    c.text(266, 540, f"Cumul de l'année : heures {f.hours(s.hours * s.months)}, net imposable {f.money(s.taxable * s.months)}", 7.5)
    c.text(266, 552, f"Part de l'employeur : {f.money(s.employer_part)}, prise en charge pour partie par la caisse d'allocations", 7.5)


def carrier(c, s, rng):
    """A carrier's slip: the employer's part stands before the employee's, dates with dots, hours of service in a small table, net at the head."""
    f = Style(thousands=" ", minus="after")
    c.font = "DejaVu Sans Condensed"
    c.text(30, 44, s.employer, 13, True)
    c.text(30, 56, f"{s.address[0]}  {s.address[1]}  -  Siret {digits(s.siret, 3, 3, 3, 5)}  -  Naf {s.naf}", 7.5)
    c.box(400, 62, 565, 104, 1.2)
    c.text(408, 76, "NET À PAYER", 8.5, True)
    c.text(557, 95, f.money(s.net) + " EUR", 13, True, "right")
    c.text(30, 78, "BULLETIN DE PAYE", 11, True)
    c.text(150, 78, f"du {s.start.replace('/', '.')} au {s.end.replace('/', '.')}", 9.5)
    c.text(30, 92, f"viré le {s.paid_on.replace('/', '.')} sur le compte FR99 9999 9999 9999 9999 9999 999", 7.5)
    pairs(c, 30, 116, [("Conducteur", f"{s.last} {s.first}"), ("Emploi", s.job), ("Groupe", s.level), ("Convention", s.agreement), ("Sécurité sociale", s.nir), ("Ancienneté", s.entry.replace("/", "."))], 11.5, 8, 80)
    stack(c, 330, 132, [f"{s.civility} {s.first} {s.last}", *s.home], 13, 9.5, 0)
    equivalent = sum(line.hours for line in s.lines if "équivalence" in line.label)
    nights = sum(line.hours for line in s.lines if "nuit" in line.label)
    rows = [("Temps de service", "Conduite", "Autres travaux", "Équivalence", "Nuit", "Total payé"), ("Heures", f.hours(s.hours - equivalent - 2400), "24,00", f.hours(equivalent), f.hours(nights), f.hours(s.hours))]
    sheet(c, 30, 192, [95, 88, 88, 88, 88, 88], rows, 13, 7.6)
    t = Table(c, f, 240, 32, {"base": 292, "er_rate": 340, "er": 408, "rate": 466, "gain": 560}, 7.6, 11)
    c.box(30, 229, 565, 244, 0.4, 0.9)
    t.head("Nature", base="Base", er_rate="Tx empl.", er="Employeur", rate="Tx sal.", gain="Salarié")
    t.pay(s, 3)
    t.row("Brut", True, gain=f.money(s.gross))
    for k in s.contributions:
        own = {"rate": f.percent(k.rate, 2), "gain": f.money(-k.amount)} if k.amount else {}
        employers = {"er_rate": f.percent(k.employer_rate, 2), "er": f.money(k.employer_amount)} if k.employer_amount else {}
        t.row(k.label, base=f.money(k.base), **own, **employers)
    t.row("Cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    c.box(30, 640, 565, 690, 0.5)
    pairs(c, 38, 654, [("Net imposable", f.money(s.taxable)), ("Brut", f.money(s.gross)), ("Heures", f.hours(s.hours))], 13, 8, 80)
    pairs(c, 210, 654, [("depuis janvier", f.money(s.taxable * s.months)), ("depuis janvier", f.money(s.gross * s.months)), ("depuis janvier", f.hours(s.hours * s.months))], 13, 8, 80)
    pairs(c, 390, 654, [("Montant net social", f.money(s.social) or "-"), ("Coût de l'emploi", f.money(s.cost)), ("Repos à prendre", "2 jours")], 13, 8, 96)
    c.text(30, 706, "La synthèse mensuelle d'activité est jointe au présent bulletin (décret relatif à la durée du travail dans le transport routier).", 7)


def half_sheet(c, s, rng):
    """A half sheet from a very small program: contributions summed by block, captions cut short, the net under a double rule."""
    f = Style(thousands=" ")
    c.surface.set_size(420, 595)
    c.font = "Liberation Sans"
    c.text(24, 34, s.employer, 9.5, True)
    stack(c, 24, 45, [f"{s.address[0]} {s.address[1]}", f"SIRET {digits(s.siret, 3, 3, 3, 5)} NAF {s.naf}"], 10, 6.8, 0)
    c.text(396, 34, "Bulletin de salaire", 10, True, "right")
    c.text(396, 76, f"Période : {s.month:02d}-{s.year}", 8, True, "right")
    c.text(396, 87, f"Versé le {s.paid_on.replace('/', '-')}", 7, align="right")
    stack(c, 24, 76, [f"{s.civility} {s.first} {s.last}", *s.home, f"Sécu. : {s.nir}"], 10.5, 7.8)
    c.text(24, 122, f"Empl. : {s.job}", 7.6)
    c.text(24, 133, f"Niv. : {s.level}", 7.6)
    c.text(396, 122, f"Entr. : {s.entry.replace('/', '-')}", 7.6, align="right")
    c.text(396, 133, f"Conv. : {s.agreement}", 7 if len(s.agreement) < 40 else 6, align="right")
    t = Table(c, f, 154, 26, {"base": 222, "rate": 268, "gain": 332, "er": 394}, 7.2, 11.4)
    c.line(24, 143, 396, 143)
    t.head("", base="Base", rate="Taux", gain="Salarié", er="Employeur")
    t.pay(s, 2)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        own, employers = sum(k.amount for k in rows), sum(k.employer_amount for k in rows)
        if rows:
            short = heading.split(" - ")[0].replace(" de l'impôt sur le revenu", "")
            t.row(short.capitalize() if short.isupper() else short, gain=f.money(-own) if own else "", er=f.money(employers) if employers else "")
    t.row("Total cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net avant impôt", True, gain=f.money(s.before_tax))
    t.row("Impôt (prélèvement à la source)", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), gain=f.money(-s.tax))
    t.after(s)
    c.line(24, 490, 396, 490)
    c.line(24, 492.5, 396, 492.5)
    c.text(26, 510, "NET À PAYER", 11, True)
    c.text(394, 510, f.money(s.net) + " €", 12, True, "right")
    pairs(c, 26, 528, [("H. payées", f.hours(s.hours)), ("Net impos.", f.money(s.taxable)), ("Net social", f.money(s.social) or "-")], 11, 7.2, 56)
    pairs(c, 160, 528, [("Cumul h.", f.hours(s.hours * s.months)), ("Cumul impos.", f.money(s.taxable * s.months)), ("Coût total", f.money(s.cost))], 11, 7.2, 56)
    pairs(c, 300, 528, [("CP acquis", "20,83"), ("CP pris", "7,00"), ("CP solde", "13,83")], 11, 7.2, 50)
    c.text(24, 572, "À conserver sans limitation de durée.", 6.5, italic=True)


LAYOUTS = {
    "spreadsheet": (spreadsheet, ("company",)),
    "line-printer": (line_printer, ("company",)),
    "farm-title": (farm_title, ("company",)),
    "both-columns": (both_columns, ("company",)),
    "care-points": (care_points, ("company",)),
    "reorganised": (reorganised, ("company", "company", "days")),
    "web-card": (web_card, ("company", "company", "days")),
    "nanny": (nanny, ("household",)),
    "carrier": (carrier, ("company",)),
    "half-sheet": (half_sheet, ("company",)),
}
OWN = {
    "line-printer": {"make_pay": pay_of("workshop"), "years": range(2006, 2018)},
    "farm-title": {"make_pay": pay_of("vineyard")},
    "both-columns": {"make_pay": pay_of("guards"), "years": range(2009, 2018)},
    "care-points": {"make_pay": pay_of("care")},
    "reorganised": {"make_pay": pay_of("shop"), "years": range(2025, 2027)},
    "carrier": {"make_pay": pay_of("transport")},
    "half-sheet": {"make_pay": pay_of("bakery")},
}
