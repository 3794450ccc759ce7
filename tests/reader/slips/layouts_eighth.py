# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten layouts after what lies on a delegate's table: desktop programs, accountants' online services, service bureaus, a
temporary work network, many sites, building, farms, households. They were drawn before anything was read of them; how they
fared then stands in docs/remaining.md."""

from canvas import Style, plain
from kit import Table, cells, digits, in_blocks, lines, long_date, pairs, short
from model import MONTHS, make_varied_lines
from trades import dress, pay_of

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = dress
ADVICE = "Pour faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée."


def desktop_ledger(c, s, rng):
    """A desktop suite: ruled columns down the page, codes, two rows of totals for the month and the year, net in the corner."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.text(297, 38, "BULLETIN DE SALAIRE", 13, True, "center")
    c.text(32, 58, s.employer, 10, True)
    lines(c, 32, 70, [s.address[0], s.address[1], f"Siret : {s.siret}     Code NAF : {s.naf}", "URSSAF de Nulle-Part, 99000 PERPETTE"], 10, 8)
    c.box(330, 48, 566, 78, 0.6)
    c.text(336, 60, f"Période du {s.start} au {s.end}", 8.5)
    c.text(336, 72, f"Payé le {s.paid_on} par virement", 8.5)
    c.box(30, 108, 318, 184, 0.6)
    rows = [("Matricule", s.matricule), ("N° Séc. Soc.", s.nir), ("Emploi", s.job), ("Statut prof.", "Ouvrier"), ("Niveau", s.level), ("Entrée", s.entry), ("Horaire", f.hours(s.contract_hours))]
    pairs(c, 36, 119, rows, 10, 7.5, 66, " :")
    c.text(200, 179, "Ancienneté : 3 ans et 2 mois", 7)
    lines(c, 340, 118, [f"{s.civility} {s.last} {s.first}", s.home[0], s.home[1]], 13, 9.5)
    c.text(32, 196, f"Convention collective : {s.agreement}", 7.5)
    edges = [30, 58, 232, 286, 336, 392, 448, 500, 566]
    c.box(30, 202, 566, 642, 0.7)
    c.box(30, 202, 566, 220, 0.7, 0.9)
    for x in edges[1:-1]:
        c.line(x, 202, x, 642, 0.4)
    titles = ["N°", "Désignation", "Nombre", "Base", "Taux sal.", "Gain", "Retenue", "Charges pat."]
    for x0, x1, title in zip(edges, edges[1:], titles):
        c.text((x0 + x1) / 2, 214, title, 7, True, "center")
    t = Table(c, f, 232, 33, {"hours": 283, "base": 333, "rate": 389, "gain": 445, "loss": 497, "er": 563}, 7.2, 10.2, codes=1000)
    for line in s.lines:
        t.row(line.label, hours=f.hours(line.hours), base=f.rate(line.rate), **t.amount(line.amount))
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.skip(3)
    for k in s.contributions:
        t.fund(k, label=k.label[:40])
    t.row("Total des cotisations", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.social(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu - PAS", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), loss=f.money(s.tax))
    t.after(s)
    columns = [("Salaire brut", s.gross), ("Charges sal.", s.withheld), ("Charges pat.", s.employer_part), ("Net imposable", s.taxable), ("Heures trav.", s.hours), ("Plafond S.S.", 400500)]
    for i, (label, value) in enumerate(columns):
        x = 136 + 62 * i
        c.text(x, 660, label, 7, True, "right")
        c.text(x, 673, f.money(value), 7.5, align="right")
        c.text(x, 685, f.money(value * s.months), 7.5, align="right")
    c.text(32, 673, "Mois", 7.5)
    c.text(32, 685, "Année", 7.5)
    c.box(30, 648, 452, 692, 0.5)
    c.box(460, 648, 566, 692, 1)
    c.text(513, 662, "NET À PAYER", 9, True, "center")
    c.text(513, 682, f.money(s.net) + " €", 12, True, "center")
    c.text(32, 706, "Congés N-1 : acquis 25,00  pris 18,00  reste 7,00     Congés N : acquis 14,56", 7)
    c.text(297, 780, ADVICE, 6.5, align="center")


def two_heads(c, s, rng):
    """An accountants' online service: heads over two levels, clarified blocks, and what the law adds under the net."""
    f = Style(thousands=" ")
    c.font = "Noto Sans"
    c.text(36, 42, "Bulletin de paie", 15, True)
    c.text(36, 56, f"Paie de {MONTHS[s.month - 1]} {s.year}", 9)
    c.text(36, 84, s.employer, 9.5, True)
    lines(c, 36, 96, s.address, 11, 8)
    c.text(36, 122, f"SIRET {s.siret}  -  APE {s.naf}", 7.5)
    c.text(36, 132, f"CCN : {s.agreement}", 7.5)
    c.text(330, 108, f"{s.civility} {s.first} {s.last}", 10)
    lines(c, 330, 121, s.home, 13, 9)
    cells(c, 36, 148, [(88, "N° de sécurité sociale", s.nir), (50, "Matricule", s.matricule), (146, "Emploi occupé", s.job), (100, "Classification", s.level), (62, "Entrée", s.entry), (78, "Date de paiement", s.paid_on)], size=7)
    c.box(36, 182, 560, 208, 0, 0.9)
    c.text(482, 192, "Part salarié", 7, True, "right")
    c.text(556, 192, "Part employeur", 7, True, "right")
    t = Table(c, f, 203, 40, {"base": 336, "rate": 400, "gain": 482, "er": 556}, 7, 10.2)
    t.head("Éléments de paie", base="Base", rate="Taux", gain="Montant", er="Montant")
    t.pay(s, 4)
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        if rows:
            t.row(heading, True, size=6.6)
        for k in rows:
            t.fund(k, indent=6)
    t.row("Total des cotisations et contributions", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    if s.social is not None:
        t.row("Montant net social", True, gain=f.money(s.social))
    t.skip(4)
    t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, size=9, gain=f.money(s.before_tax))
    t.row("dont évolution de la rémunération liée à la suppression des cotisations salariales", size=6, gain=f.money(percent_of(s.gross, 145)))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=(f.percent(s.tax_rate, 2) or "0,00") + " %", gain=f.money(-s.tax))
    t.after(s)
    t.skip(4)
    t.row("NET PAYÉ", True, size=10, gain=f.money(s.net))
    t.skip(2)
    t.row("Allègement de cotisations employeur", gain=f.money(percent_of(s.gross, 2113)))
    t.row("Total versé par l'employeur", gain=f.money(s.cost))
    c.line(36, 716, 560, 716, 0.4)
    for i, (label, month, year) in enumerate([("Cumuls", "Période", "Année"), ("Brut", f.money(s.gross), f.money(s.gross * s.months)), ("Net imposable", f.money(s.taxable), f.money(s.taxable * s.months)),
                                              ("Heures payées", f.hours(s.hours), f.hours(s.hours * s.months) if s.hours else ""), ("Heures suppl.", "0,00", "0,00")]):
        for j, text in enumerate([label, month, year]):
            c.text(120 + 104 * i, 728 + 11 * j, text, 7.2, not i or not j, "right")
    c.text(297, 790, ADVICE, 6.2, align="center")


def percent_of(cents, hundredths):
    """Hundredths of a percent of cents."""
    return cents * hundredths // 10000


def mainframe_form(c, s, rng):
    """A service bureau for chains of shops: a preprinted form, the employee's window at the left, the year in a column at the side."""
    f = Style(thousands=".", minus="after")
    c.font = "Liberation Sans Narrow"
    c.text(30, 34, "BULLETIN DE PAIE", 12, True)
    c.text(566, 34, f"{plain(MONTHS[s.month - 1])} {s.year}", 12, True, "right")
    c.line(30, 40, 566, 40, 1.2)
    c.text(310, 54, s.employer, 9, True)
    c.text(310, 65, f"{s.address[0]} - {s.address[1]}", 8)
    c.text(310, 76, f"N° SIRET : {digits(s.siret, 3, 3, 3, 5)}", 8)
    c.text(470, 76, f"APE : {s.naf}", 8)
    c.text(310, 87, f"CONV. COLLECTIVE : {plain(s.agreement)[:44]}", 7.5)
    c.text(52, 96, f"{s.civility} {plain(s.first)} {s.last}", 9.5)
    c.text(52, 108, plain(s.home[0]), 9.5)
    c.text(52, 120, plain(s.home[1]), 9.5)
    cells(c, 30, 138, [(60, "MATRICULE", s.matricule), (116, "N° DE SÉCURITÉ SOCIALE", s.nir), (170, "EMPLOI", s.job), (100, "COEFFICIENT / NIVEAU", s.level), (90, "DATE D'ENTRÉE", short(s.entry))], 25, 5.5, 8.5)
    cells(c, 30, 163, [(90, "DÉBUT DE PÉRIODE", short(s.start)), (90, "FIN DE PÉRIODE", short(s.end)), (90, "DATE DE PAIEMENT", short(s.paid_on)), (90, "HORAIRE CONTRACTUEL", f.hours(s.contract_hours)), (176, "ÉTABLISSEMENT", "0042 MAGASIN DU BOUT DE LA RUE")], 25, 5.5, 8.5)
    t = Table(c, f, 206, 34, {"base": 270, "rate": 322, "gain": 392, "er": 460}, 8, 10.6, codes=210)
    c.box(30, 194, 466, 640, 0.5)
    c.box(30, 194, 466, 210, 0.5, 0.88)
    t.row("RUBRIQUES", True, code=False, base="NOMBRE OU BASE", rate="TAUX", gain="MONTANT", er="EMPLOYEUR")
    t.skip(5)
    for line in s.lines:
        t.row(plain(line.label), base=f.hours(line.hours), rate=f.rate(line.rate), gain=f.money(line.amount))
    t.row("TOTAL BRUT", True, code=False, gain=f.money(s.gross))
    for k in s.contributions:
        t.fund(k, label=plain(k.label)[:36])
    t.row("TOTAL RETENUES", True, code=False, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s, True)
    if s.social is not None:
        t.row("MONTANT NET SOCIAL", code=False, gain=f.money(s.social))
    t.row("NET AVANT IMPOT SUR LE REVENU", True, code=False, gain=f.money(s.before_tax))
    t.row("PRELEVEMENT A LA SOURCE", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), gain=f.money(-s.tax))
    t.after(s, True)
    c.box(470, 194, 566, 640, 0.5)
    c.text(518, 205, "CUMULS ANNUELS", 8, True, "center")
    side = [("Brut", f.money(s.gross * s.months)), ("Brut abattu", "0,00"), ("Imposable", f.money(s.taxable * s.months)), ("Impôt prélevé", f.money(s.tax * s.months)), ("Heures", f.hours(s.hours * s.months)),
            ("Part patronale", f.money(s.employer_part * s.months))]
    for i, (label, value) in enumerate(side):
        c.text(476, 224 + 30 * i, label, 7, grey=0.3)
        c.text(560, 236 + 30 * i, value, 8.5, align="right")
    c.text(518, 420, "CONGÉS", 8, True, "center")
    for i, (label, value) in enumerate([("Acquis", "20,80"), ("Pris", "11,00"), ("Solde", "9,80")]):
        c.text(476, 436 + 13 * i, label, 7.5)
        c.text(560, 436 + 13 * i, value, 8.5, align="right")
    cells(c, 30, 648, [(110, "HEURES PAYÉES", f.hours(s.hours)), (110, "BRUT DU MOIS", f.money(s.gross)), (110, "NET IMPOSABLE", f.money(s.taxable)), (106, "COÛT EMPLOYEUR", f.money(s.cost))], 28, 6, 9)
    c.box(470, 648, 566, 676, 1, 0.88)
    c.text(474, 657, "NET À PAYER EN EUROS", 6.5, True)
    c.text(562, 671, f.money(s.net), 11, True, "right")
    c.text(30, 700, "A CONSERVER SANS LIMITATION DE DUREE", 7)


def airy(c, s, rng):
    """A young firm's online service: light greys, no rules, the person's card beside the firm's, sections with a sum at their head."""
    f = Style(thousands="\u202f", euro=" €")
    c.font = "Cantarell"
    c.text(40, 46, s.employer, 13, True)
    c.text(40, 60, f"{s.address[0]}, {s.address[1]}", 7.5, grey=0.35)
    c.text(40, 71, f"SIRET : {s.siret} · NAF : {s.naf}", 7.5, grey=0.35)
    c.text(555, 46, f"{MONTHS[s.month - 1].capitalize()} {s.year}", 13, align="right")
    c.text(555, 60, "Bulletin de paie", 8, align="right", grey=0.35)
    c.box(40, 84, 555, 160, 0, 0.95)
    rows = [("Salarié", f"{s.first} {s.last}"), ("Poste", s.job), ("Niveau", s.level), ("Contrat", "CDI depuis le " + long_date(s.entry)), ("N° de sécurité sociale", s.nir)]
    pairs(c, 50, 98, rows, 13, 7.8, 100)
    rows = [("Adresse", s.home[0]), ("", s.home[1]), ("Temps de travail", f"{f.hours(s.contract_hours)} h par mois" if s.contract_hours else "Forfait 218 jours"), ("Convention", s.agreement), ("Virement le", long_date(s.paid_on))]
    pairs(c, 310, 98, rows, 13, 7.8, 74)
    t = Table(c, f, 184, 40, {"base": 345, "rate": 405, "gain": 480, "er": 555}, 7.6, 11.4)
    t.head("", False, 7, base="Base", rate="Taux", gain="Salarié", er="Employeur")
    t.row("Salaire brut", True, 0, 9, gain=f.money(s.gross))
    t.skip(2)
    for line in s.lines:
        t.row(line.label, indent=10, base=f.hours(line.hours) + " h" if line.hours else "", rate=f.rate(line.rate), gain=f.money(line.amount))
    t.skip(6)
    t.row("Cotisations et contributions", True, 0, 9, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.skip(2)
    for k in s.contributions:
        t.fund(k, indent=10, decimals=2, percent=" %")
    if s.between:
        t.skip(6)
        t.row("Remboursements et déductions diverses", True, 0, 9, gain=f.money(sum(amount for _, amount in s.between)))
        for label, amount in s.between:
            t.row(label, indent=10, gain=f.money(amount))
    t.skip(6)
    if s.social is not None:
        t.row("Montant net social", True, 0, 9, gain=f.money(s.social))
        t.skip(3)
    t.row("Net à payer avant impôt", True, 0, 9, gain=f.money(s.before_tax))
    t.skip(3)
    t.row("Impôt sur le revenu", True, 0, 9, gain=f.money(-s.tax))
    t.row(f"Taux {f.percent(s.tax_rate, 1) or '0,0'} % appliqué au net imposable", indent=10, base=f.money(s.taxable))
    t.after(s)
    t.skip(8)
    c.box(40, t.y - 14, 555, t.y + 12, 0, 0.9)
    c.text(50, t.y + 3, "Net payé", 12, True)
    c.text(545, t.y + 3, f.money(s.net), 14, True, "right")
    y = t.y + 32
    for i, (label, value) in enumerate([("Net imposable", f.money(s.taxable)), ("Net imposable annuel", f.money(s.taxable * s.months)), ("Brut annuel", f.money(s.gross * s.months)),
                                        ("Coût total employeur", f.money(s.cost)), ("Heures du mois", f.hours(s.hours) + " h" if s.hours else "Forfait jours")]):
        c.text(40 + 106 * i, y, label, 6.8, grey=0.4)
        c.text(40 + 106 * i, y + 12, value, 8.5)


def many_sites(c, s, rng):
    """A cleaning firm: each site with its own lines under its name, hours added up below, small print, all in frames."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans"
    c.box(28, 26, 290, 108, 0.6)
    c.text(34, 40, s.employer, 9, True)
    lines(c, 34, 53, [s.address[0], s.address[1], f"Siret : {digits(s.siret, 9, 5)}", f"Code APE : {s.naf}", "Organisme : URSSAF Nulle-Part 999000000000000012"], 11, 7.2)
    c.box(296, 26, 568, 56, 0.6, 0.92)
    c.text(432, 39, "BULLETIN DE PAIE", 10, True, "center")
    c.text(432, 51, f"Mois de {MONTHS[s.month - 1]} {s.year}", 8, align="center")
    lines(c, 330, 74, [f"{s.civility} {s.last} {s.first}", s.home[0], s.home[1]], 12, 8.5)
    c.box(28, 112, 568, 150, 0.6)
    pairs(c, 34, 123, [("Matricule", s.matricule), ("N° Sécu", s.nir), ("Entrée le", s.entry)], 11, 7, 50, " :")
    pairs(c, 190, 123, [("Qualification", s.level), ("Emploi", s.job), ("Conv. coll.", s.agreement[:38])], 11, 7, 56, " :")
    pairs(c, 456, 123, [("Payé le", s.paid_on), ("Mode", "Virement"), ("Ancienneté", "2,50 ans")], 11, 7, 54, " :")
    c.box(28, 154, 568, 168, 0.6, 0.92)
    t = Table(c, f, 164, 34, {"base": 318, "rate": 372, "gain": 438, "loss": 500, "er": 564}, 6.8, 9.6)
    t.head("Rubriques", base="Base", rate="Taux", gain="Gains", loss="Retenues", er="Part patronale")
    number = 4500
    for line in s.lines:
        if "site" in line.label:
            number += 17
            t.row(f"Chantier {number} - {line.label.split('site ')[1].upper()}", True)
            t.row("Heures normales", indent=10, base=f.hours(line.hours), rate=f.rate(line.rate), **t.amount(line.amount))
        else:
            t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate), **t.amount(line.amount))
    t.row("TOTAL BRUT", True, base=f.hours(s.hours) + " h", gain=f.money(s.gross))
    for k in s.contributions:
        t.fund(k)
    t.row("TOTAL COTISATIONS", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.social(s, column="base")
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu (taux non personnalisé)", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    c.box(28, 168, 568, 600, 0.6)
    names = [("", "Heures", "Brut", "Plafond", "Net imposable", "Ch. salariales", "Ch. patronales"),
             ("Mois", f.hours(s.hours), f.money(s.gross), f.money(400500), f.money(s.taxable), f.money(s.withheld), f.money(s.employer_part)),
             ("Cumul", f.hours(s.hours * s.months), f.money(s.gross * s.months), f.money(400500 * s.months), f.money(s.taxable * s.months), f.money(s.withheld * s.months), f.money(s.employer_part * s.months))]
    for j, texts in enumerate(names):
        for i, text in enumerate(texts):
            c.text(64 + 64 * i, 616 + 12 * j, text, 6.8, not j, "right")
    c.box(28, 604, 454, 648, 0.6)
    c.box(458, 604, 568, 648, 1)
    c.text(513, 619, "Net à payer", 9, True, "center")
    c.text(513, 638, f.money(s.net) + " €", 11, True, "center")
    c.text(34, 664, "Droits à congés : 18,00 jours acquis, 6,00 pris, 12,00 restants", 6.8)


def building_fund(c, s, rng):
    """A building firm's slip: holidays paid by the fund, allowances under the contributions, hours by the week below."""
    f = Style(thousands="")
    c.font = "Nimbus Sans"
    c.text(40, 44, s.employer, 11, True)
    lines(c, 40, 56, s.address, 11, 8.5)
    c.text(40, 80, f"SIRET {s.siret}   NAF {s.naf}", 8)
    c.text(40, 91, "Caisse congés BTP : 99/123456   URSSAF : 999 0000000", 7.5)
    c.text(555, 44, "Bulletin de salaire", 14, True, "right")
    c.text(555, 58, f"du {long_date(s.start)} au {long_date(s.end)}", 8.5, align="right")
    c.text(555, 70, f"réglé par virement le {long_date(s.paid_on)}", 8.5, align="right")
    c.text(330, 98, f"{s.civility} {s.first} {s.last}", 9.5, True)
    lines(c, 330, 110, s.home, 12, 9)
    for i, (label, value) in enumerate([("Métier", s.job), ("Position", s.level), ("Date d'embauche", s.entry), ("N° SS", s.nir), ("Convention", s.agreement)]):
        c.text(40, 110 + 11 * i, f"{label} : {value}", 8)
    c.line(40, 168, 555, 168, 1)
    t = Table(c, f, 180, 40, {"base": 300, "rate": 356, "gain": 424, "loss": 490, "er": 553}, 7.6, 10.6)
    t.head("Libellé", base="Quantité / Base", rate="Taux", gain="À payer", loss="À retenir", er="Employeur")
    t.rule(555)
    t.skip(2)
    t.pay(s, 3)
    t.row("Salaire brut total", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total charges", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.row("Cotisation congés payés et intempéries", base=f.money(s.gross), er=f.money(percent_of(s.gross, 2015)))
    t.skip(3)
    t.row("Indemnités non soumises", True)
    for label, amount in s.between:
        t.add(label, amount)
    t.social(s, column="base")
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Retenue à la source (impôt sur le revenu)", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), loss=f.money(s.tax))
    t.after(s)
    c.line(40, 610, 555, 610, 1)
    c.text(40, 626, "Net à payer", 12, True)
    c.text(200, 626, f.money(s.net) + " EUR", 13, True)
    rows = [("Total heures du mois", f.hours(s.hours)), ("Brut du mois", f.money(s.gross)), ("Net fiscal du mois", f.money(s.taxable))]
    pairs(c, 330, 626, rows, 12, 8, 130)
    rows = [("Total heures de l'année", f.hours(s.hours * s.months)), ("Brut de l'année", f.money(s.gross * s.months)), ("Net fiscal de l'année", f.money(s.taxable * s.months))]
    pairs(c, 330, 666, rows, 12, 8, 130)
    c.text(40, 646, "Les congés payés sont réglés par la caisse, sur présentation du certificat.", 7.5)
    c.text(40, 660, "Jours de déplacement zone 2 : voir les indemnités.", 7.5)
    c.text(40, 720, ADVICE, 7)


def network_mission(c, s, rng):
    """A temporary work network: contract and user firm in a band, each line dated by its week, settled at the end of the mission."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.box(30, 26, 566, 52, 0, 0.85)
    c.text(38, 43, s.employer, 13, True)
    c.text(558, 43, "Bulletin de paie intérimaire", 11, True, "right")
    c.text(38, 64, f"Siège : {s.address[0]}, {s.address[1]} - SIRET {digits(s.siret, 3, 3, 3, 5)} - APE {s.naf}", 7.2)
    c.text(38, 75, "Votre agence : 99110 PATELIN-LES-OIES - Tél. 01 99 00 00 00", 7.2)
    c.text(330, 104, f"{s.civility} {s.last} {s.first}", 10)
    lines(c, 330, 117, s.home, 13, 10)
    pairs(c, 38, 98, [("Période", f"{s.start} au {s.end}"), ("N° intérimaire", s.matricule), ("N° Sécurité sociale", s.nir), ("Payé le", f"{s.paid_on} (virement)")], 12, 8, 88, " :")
    c.box(30, 144, 566, 182, 0.5)
    c.text(38, 156, "Contrat n° 2024-99-00417", 8, True)
    c.text(190, 156, f"Entreprise utilisatrice : {s.user}", 8)
    c.text(38, 167, f"Qualification : {s.job}", 8)
    c.text(300, 167, f"Siret utilisateur : {s.user_siret}", 8)
    c.text(38, 178, "Motif : accroissement temporaire d'activité", 7)
    t = Table(c, f, 202, 36, {"base": 330, "rate": 390, "gain": 450, "loss": 508, "er": 564}, 7.6, 11)
    c.box(30, 191, 566, 206, 0.5, 0.9)
    t.head("Désignation", base="Nombre / Base", rate="Taux", gain="Gains", loss="Retenues", er="Employeur")
    t.pay(s)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total des retenues", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.social(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Prélèvement à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    cells(c, 30, 600, [(90, "Heures payées", f.hours(s.hours)), (90, "Brut", f.money(s.gross)), (90, "Net imposable", f.money(s.taxable)), (90, "Cumul imposable", f.money(s.taxable * s.months)), (176, "Net à payer", f.money(s.net) + " €")], 30, 6.5, 10, "right")
    c.text(36, 648, "L'indemnité de fin de mission et l'indemnité de congés payés sont comprises dans le brut.", 7)


def service_cheque(c, s, rng):
    """The statement for an employee at home: boxes left and right, hours and holidays, then a short list of sums."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Nimbus Sans"
    c.text(297, 46, "CHÈQUE EMPLOI SERVICE UNIVERSEL", 11, True, "center")
    c.text(297, 64, "Bulletin de salaire", 15, True, "center")
    c.text(297, 80, f"Période d'emploi du {s.start} au {s.end}", 10, align="center")
    c.box(40, 96, 292, 178, 0.6)
    c.box(304, 96, 555, 178, 0.6)
    c.text(48, 109, "L'employeur", 8, True, grey=0.3)
    c.text(48, 123, s.employer, 10)
    lines(c, 48, 136, s.address, 12, 9)
    c.text(48, 166, f"N° Cesu : Z99{s.matricule}", 8.5)
    c.text(312, 109, "Le salarié", 8, True, grey=0.3)
    c.text(312, 123, f"{s.civility} {s.first} {s.last}", 10)
    lines(c, 312, 136, s.home, 12, 9)
    c.text(312, 166, f"N° de sécurité sociale : {s.nir}", 8.5)
    rows = [("Nature de l'emploi", s.job), ("Nombre d'heures effectuées", f.hours(s.hours)), ("dont heures supplémentaires", "0,00"), ("Salaire horaire brut", f.rate(s.lines[0].rate, 2) + " €"), ("Congés payés", "inclus (10 %)"), ("Date de paiement", s.paid_on)]
    pairs(c, 48, 200, rows, 15, 9, 170)
    t = Table(c, f, 312, 48, {"base": 340, "rate": 420, "gain": 545}, 9, 15)
    c.box(40, 298, 555, 316, 0.5, 0.9)
    t.head("Cotisations et contributions", base="Assiette", rate="Taux", gain="Part du salarié")
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %", sign=1)
    t.row("Total des cotisations salariales", gain=f.money(s.withheld))
    t.skip(6)
    t.social(s)
    t.row("Salaire net imposable", gain=f.money(s.taxable))
    t.row("Salaire net avant impôt", True, gain=f.money(s.before_tax))
    t.row("Montant de l'impôt prélevé à la source", rate=f.percent(s.tax_rate, 2) + " %" if s.tax_rate else "0,00 %", gain=f.money(s.tax))
    t.after(s)
    t.skip(4)
    c.box(40, t.y - 14, 555, t.y + 8, 0.8)
    t.row("Salaire net à verser au salarié", True, 0, 11, gain=f.money(s.net))
    c.text(48, t.y + 24, f"Cumul du net imposable depuis janvier : {f.money(s.taxable * s.months)}", 8.5)
    c.text(48, t.y + 38, f"Cotisations de l'employeur : {f.money(s.employer_part)}", 8.5)
    c.text(297, 780, "Document établi par le centre national à partir de la déclaration de l'employeur. " + ADVICE, 6.5, align="center")


def old_matrix(c, s, rng):
    """A small accountant's program before the clarified model, a farm: typewriter, funds one by one, sums told in words at the foot."""
    f = Style(thousands="", decimal=".")
    c.font = "Nimbus Mono PS"
    c.text(36, 44, plain(s.employer), 10, True)
    c.text(36, 56, plain(s.address[0]), 8.5)
    c.text(36, 67, plain(s.address[1]), 8.5)
    c.text(36, 82, f"SIRET : {s.siret}", 8.5)
    c.text(36, 93, f"APE   : {s.naf}", 8.5)
    c.text(36, 104, "MSA   : 99 Nulle-Part", 8.5)
    c.text(300, 44, "B U L L E T I N   D E   P A I E", 10, True)
    c.text(300, 60, f"PERIODE DU {s.start} AU {s.end}", 8.5)
    c.text(300, 71, f"PAIEMENT LE {s.paid_on} PAR CHEQUE", 8.5)
    c.text(300, 98, f"{s.civility} {plain(s.last)} {plain(s.first)}", 9)
    c.text(300, 110, plain(s.home[0]), 9)
    c.text(300, 122, plain(s.home[1]), 9)
    c.text(36, 126, f"NO SS       : {s.nir}", 8)
    c.text(36, 137, f"EMPLOI      : {plain(s.job)}", 8)
    c.text(36, 148, f"CLASSIFICAT.: {plain(s.level)}", 8)
    c.text(300, 137, f"ENTREE LE   : {s.entry}", 8)
    c.text(300, 148, f"CONVENTION  : {plain(s.agreement)[:34]}", 8)
    c.text(36, 162, "-" * 109, 8)
    t = Table(c, f, 172, 36, {"base": 306, "rate": 364, "loss": 430, "gain": 496, "er": 560}, 7.6, 10.4)
    t.head("LIBELLE", False, base="BASE", rate="TAUX", loss="RETENUES", gain="GAINS", er="PATRONALES")
    c.text(36, 182, "-" * 109, 8)
    t.skip(8)
    for line in s.lines:
        t.row(plain(line.label), base=f.hours(line.hours), rate=f.rate(line.rate), **t.amount(line.amount))
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    for k in s.contributions:
        t.fund(k, label=plain(k.label)[:34])
    t.row("TOTAL COTISATIONS", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s, True)
    t.after(s, True)
    t.row("NET A PAYER", True, gain=f.money(s.net))
    c.text(36, t.y, "-" * 109, 8)
    y = t.y + 16
    c.text(36, y, f"HEURES DU MOIS {f.hours(s.hours):>9}   BRUT DU MOIS {f.money(s.gross):>10}   NET IMPOSABLE DU MOIS {f.money(s.taxable):>10}", 8)
    c.text(36, y + 12, f"HEURES CUMUL   {f.hours(s.hours * s.months):>9}   BRUT CUMUL   {f.money(s.gross * s.months):>10}   NET IMPOSABLE CUMUL   {f.money(s.taxable * s.months):>10}", 8)
    c.text(36, y + 30, "CONGES ACQUIS 12.50   PRIS 0.00   RESTE 12.50", 8)


def payroll_office(c, s, rng):
    """A payroll office for associations: four columns of captions at the head, clarified blocks, the tax in a frame of its own."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans"
    c.text(34, 40, f"Bulletin de salaire - {MONTHS[s.month - 1]} {s.year}", 12, True)
    c.line(34, 46, 562, 46, 1.4, 0.4)
    for x, title, texts in [(34, "Établissement", [s.employer, s.address[0], s.address[1]]), (330, "Destinataire", [f"{s.civility} {s.first} {s.last}", s.home[0], s.home[1]])]:
        c.text(x, 60, title, 6.5, grey=0.45)
        lines(c, x, 73, texts, 11.5, 8.8, bold_first=True)
    grid = [("Siret", digits(s.siret, 3, 3, 3, 5)), ("Code NAF", s.naf), ("Convention", s.agreement), ("Paiement", s.paid_on),
            ("Emploi", s.job), ("Classification", s.level), ("Entrée", s.entry), ("N° Sécurité sociale", s.nir)]
    for i, (label, value) in enumerate(grid):
        x, y = 34 + (0, 120, 236, 400)[i % 4], 120 + 24 * (i // 4)
        if i >= 4:
            x = 34 + (0, 150, 272, 400)[i % 4]
        c.text(x, y, label, 6, grey=0.45)
        c.text(x, y + 10, value, 7.4)
    t = Table(c, f, 184, 36, {"base": 330, "rate": 386, "loss": 446, "gain": 506, "er": 560}, 6.8, 9.8)
    c.box(34, 174, 562, 188, 0, 0.86)
    t.head("Rubrique", base="Base", rate="Taux", loss="À déduire", gain="À payer", er="Employeur")
    t.pay(s)
    t.row("TOTAL BRUT", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        if rows:
            t.row(heading.capitalize(), True)
        for k in rows:
            t.fund(k, indent=6)
    t.row("TOTAL COTISATIONS ET CONTRIBUTIONS", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.after(s)
    c.box(34, 610, 292, 690, 0.5)
    c.text(40, 622, "Impôt sur le revenu", 7.5, True)
    c.text(212, 622, "Mois", 7, align="right")
    c.text(286, 622, "Cumul annuel", 7, align="right")
    for i, (label, month, year) in enumerate([("Montant net imposable", f.money(s.taxable), f.money(s.taxable * s.months)), ("Taux personnalisé", (f.percent(s.tax_rate, 2) or "0,00") + " %", ""),
                                              ("Impôt prélevé à la source", f.money(s.tax), f.money(s.tax * s.months)), ("Salaire brut", f.money(s.gross), f.money(s.gross * s.months)),
                                              ("Heures rémunérées", f.hours(s.hours), f.hours(s.hours * s.months) if s.hours else "")]):
        c.text(40, 636 + 11.5 * i, label, 7)
        c.text(212, 636 + 11.5 * i, month, 7, align="right")
        c.text(286, 636 + 11.5 * i, year, 7, align="right")
    c.box(304, 610, 562, 690, 0.5)
    y = 628
    for label, amount, size in [("Montant net social", s.social, 8), ("Net à payer avant impôt sur le revenu", s.before_tax, 8), ("Net payé au salarié", s.net, 10)]:
        if amount is not None:
            c.text(312, y, label, size, True)
            c.text(554, y, f.money(amount), size, True, "right")
            y += 22
    c.text(34, 706, f"Total versé par l'employeur : {f.money(s.cost)}     Solde de congés : 11,50 jours     Solde RTT : 0,00", 7)
    c.text(34, 720, ADVICE, 6.5, grey=0.4)


LAYOUTS = {
    "desktop-ledger": (desktop_ledger, ("company",)),
    "two-heads": (two_heads, ("company", "company", "days")),
    "mainframe-form": (mainframe_form, ("company",)),
    "airy": (airy, ("company", "company", "days")),
    "many-sites": (many_sites, ("company",)),
    "building-fund": (building_fund, ("company",)),
    "network-mission": (network_mission, ("agency",)),
    "service-cheque": (service_cheque, ("household",)),
    "old-matrix": (old_matrix, ("company",)),
    "payroll-office": (payroll_office, ("company",)),
}
OWN = {
    "desktop-ledger": {"make_pay": pay_of("workshop")},
    "two-heads": {"make_pay": pay_of("restaurant")},
    "mainframe-form": {"make_pay": pay_of("shop")},
    "many-sites": {"make_pay": pay_of("cleaning")},
    "building-fund": {"make_pay": pay_of("building")},
    "old-matrix": {"make_pay": pay_of("vineyard"), "years": range(2012, 2018)},
    "payroll-office": {"make_pay": pay_of("care")},
}
