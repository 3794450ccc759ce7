# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten layouts that were drawn without looking at the reader's rules or at its misses, in the proportions in which people bring
them: mostly the payroll programs of small firms and their accountants, then agencies, households, an older form, a spreadsheet."""

from canvas import Style, plain
from firms import recast
from kit import Table, blocks, cells, digits, fund, long_date, pairs, ruled, sheet, short, stack, sums, sums_sheet, tax
from model import MONTHS, make_varied_lines
from trades import pay_of

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = recast


def office(c, s, rng):
    """What a desktop program of small firms prints: facts in a box at the left, window at the right, a strip of sums below, net in a box."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    stack(c, 30, 40, [s.employer, *s.address, "", f"Siret : {s.siret}      Code Naf : {s.naf}", "Urssaf/Msa : 999000000778899001"], 11, 8.5)
    c.box(330, 28, 565, 70, 0.8)
    c.text(447, 45, "BULLETIN DE SALAIRE", 12, True, "center")
    c.text(447, 61, f"Période : {s.month_name.capitalize()}", 10, align="center")
    facts = [("Matricule", s.matricule), ("N° SS", s.nir), ("Emploi", s.job), ("Statut professionnel", "Ouvrier"), ("Classification", s.level), ("Entrée", s.entry), ("Horaire", f.hours(s.contract_hours))]
    c.box(30, 106, 290, 196, 0.5)
    pairs(c, 35, 118, facts, 11.6, 7.8, 92, " :")
    stack(c, 335, 128, [f"{s.civility} {s.last} {s.first}", *s.home], 13, 10, 0)
    c.text(30, 208, f"Convention collective : {s.agreement}", 7.5)
    xs = [30, 222, 278, 326, 386, 446, 496, 565]
    ruled(c, xs, 214, 652)
    c.line(30, 232, 565, 232, 0.4)
    t = Table(c, f, 226, 33, {"base": 275, "rate": 323, "loss": 383, "gain": 443, "er_rate": 493, "er": 562}, 7, 9.9)
    t.head("Éléments de paie", base="Base", rate="Taux", loss="À déduire", gain="À payer", er_rate="Taux", er="Part employeur")
    t.pay(s)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    blocks(t, s, size=6, total="Total des cotisations et contributions")
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    tax(t, s, "Impôt sur le revenu prélevé à la source")
    t.after(s)
    t.social(s)
    titles = {"hours": "Heures", "gross": "Brut", "ceiling": "Plafond S.S.", "taxable": "Net imposable", "employer_part": "Ch. patronales", "cost": "Coût global"}
    sums_sheet(c, s, f, 30, 662, [48, 56, 62, 62, 66, 66, 66], titles, ("Mensuel", "Annuel"))
    c.box(464, 662, 565, 704, 1)
    c.text(514, 676, "Net payé en euros", 8, True, "center")
    c.text(514, 695, f.money(s.net), 13, True, "center")
    sheet(c, 30, 714, [70, 44, 44, 44], [("Congés", "Acquis", "Pris", "Solde"), ("N-1", "25,00", "12,00", "13,00"), ("N", "14,56", "", "14,56")], 11, 6.6)
    c.text(565, 724, f"Paiement le {s.paid_on} par virement", 8, align="right")
    c.text(30, 766, "Ce bulletin se garde toute la vie. Ses rubriques sont expliquées sur le portail public du travail.", 6.5)


def accountant(c, s, rng):
    """An accountant's program: title across, period in full, the employer and the person side by side, month and year in a ladder at the foot."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans Condensed"
    c.box(28, 26, 567, 44, 0, 0.82)
    c.text(34, 39, "BULLETIN DE PAIE", 11, True)
    c.text(560, 39, f"Période du {s.start} au {s.end}", 9, True, "right")
    stack(c, 34, 60, [s.employer, *s.address, f"N° Siret : {digits(s.siret, 3, 3, 3, 5)}", f"NAF (Ape) : {s.naf}", f"CCN : {s.agreement}"], 10.6, 7.6)
    stack(c, 330, 78, [f"{s.civility} {s.first} {s.last}", *s.home], 12.5, 9.2)
    facts = [("N° Sécu.", s.nir), ("Matricule", s.matricule), ("Date d'entrée", s.entry)]
    pairs(c, 34, 136, facts, 10.6, 7.4, 70, " :")
    facts = [("Emploi", s.job), ("Qualification", s.level), ("Horaire mensuel", f.hours(s.contract_hours))]
    pairs(c, 330, 136, facts, 10.6, 7.4, 78, " :")
    t = Table(c, f, 184, 32, {"base": 322, "rate": 376, "gain": 456, "er": 562}, 7.2, 10)
    c.line(28, 172, 567, 172, 0.8)
    c.line(28, 188, 567, 188, 0.8)
    t.head("Libellé", base="Base", rate="Taux", gain="Montant salarié", er="Montant employeur")
    t.pay(s)
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    t.skip(3)
    blocks(t, s, 4)
    t.row("TOTAL DES COTISATIONS SALARIALES ET PATRONALES", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.skip(3)
    t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, size=8.4, gain=f.money(s.before_tax))
    t.row("dont gain lié à la suppression de cotisations", indent=10, size=6.6, gain="31,52")
    tax(t, s, "Impôt sur le revenu - taux non personnalisé")
    t.after(s)
    t.skip(3)
    t.row("NET À PAYER AU SALARIÉ", True, size=9.4, gain=f.money(s.net))
    t.skip(3)
    t.social(s, "MONTANT NET SOCIAL")
    t.row("TOTAL VERSÉ PAR L'EMPLOYEUR", er=f.money(s.cost))
    top = 690
    c.box(28, top, 567, top + 74, 0.6)
    c.text(250, top + 11, "Mois", 7, True, "right")
    c.text(318, top + 11, "Cumul", 7, True, "right")
    for i, (label, (month, year)) in enumerate(zip(("Heures payées", "Salaire brut", "Plafond sécurité sociale", "Net imposable", "Impôt prélevé"), sums(s, f, "hours", "gross", "ceiling", "taxable", "tax"), strict=True)):
        c.text(34, top + 23 + 11 * i, label, 7.2)
        c.text(250, top + 23 + 11 * i, month, 7.2, align="right")
        c.text(318, top + 23 + 11 * i, year, 7.2, align="right")
    pairs(c, 340, top + 23, [("Congés acquis", "17,50"), ("Congés pris", "6,00"), ("Congés restants", "11,50"), ("Date de paiement", s.paid_on), ("Mode de paiement", "Virement bancaire")], 11, 7.2, 90)
    c.text(28, 780, "Pour vous aider à faire valoir vos droits, gardez ce document sans limite de temps.", 6.5, grey=0.3)


def bureau(c, s, rng):
    """A service bureau's print for a large house: codes, capitals without accents, minus behind the number."""
    f = Style(thousands=" ", minus="after")
    c.font = "Liberation Mono"
    stack(c, 30, 40, [plain(s.employer), plain(s.address[0]), plain(s.address[1])], 11, 9)
    c.text(30, 78, f"SIRET {digits(s.siret, 3, 3, 3, 5)}   APE {s.naf}", 8)
    c.text(565, 40, "BULLETIN DE PAYE", 11, True, "right")
    c.text(565, 53, f"PAIE DU {s.start} AU {s.end}", 8, align="right")
    cells(c, 30, 90, [(60, "MATRICULE", s.matricule), (118, "NO SECURITE SOCIALE", s.nir), (62, "ENTREE", s.entry), (90, "CLASSEMENT", plain(s.level)[:16])], 24, size=7)
    cells(c, 30, 114, [(178, "EMPLOI", plain(s.job)), (62, "HORAIRE", f.hours(s.contract_hours)), (90, "DATE DE PAIEMENT", s.paid_on)], 24, size=7.4)
    c.text(30, 150, f"CONV. COLL. {plain(s.agreement)}", 7)
    stack(c, 375, 104, [plain(f"{s.civility} {s.first} {s.last}"), plain(s.home[0]), plain(s.home[1])], 13, 8.6, 0)
    c.box(30, 160, 565, 176, 0.5, 0.85)
    t = Table(c, f, 171, 34, {"base": 300, "rate": 352, "gain": 420, "loss": 486, "er": 561}, 7, 10.2, codes=100)
    t.row("RUBRIQUES", True, code=False, base="NBRE / BASE", rate="TAUX", gain="A PAYER", loss="A RETENIR", er="PART PATR.")
    t.skip(6)
    for line in s.lines:
        t.row(plain(line.label)[:30], base=f.hours(line.hours), rate=f.rate(line.rate), **t.amount(line.amount))
    t.row("TOTAL BRUT", True, gain=f.money(s.gross), code=False)
    t.contributions(s.contributions, name=lambda k: plain(k.label).replace("SECURITE SOCIALE", "SEC.SOC.")[:30])
    t.row("TOTAL DES RETENUES", True, code=False, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s, True)
    t.row("NET A PAYER AVANT IMPOT", True, code=False, gain=f.money(s.before_tax))
    tax(t, s, "IMPOT SUR LE REVENU PREL. SOURCE")
    t.after(s, True)
    t.social(s, "MONTANT NET SOCIAL")
    c.box(30, 600, 565, 650, 0.6)
    for x, label, name in [(100, "HEURES", "hours"), (190, "BRUT", "gross"), (290, "NET FISCAL", "taxable"), (390, "COUT TOTAL", "cost")]:
        month, year = next(sums(s, f, name))
        c.text(x, 612, label, 7, True, "right")
        c.text(x, 627, month, 8, align="right")
        c.text(x, 642, year, 8, align="right")
    c.text(34, 627, "MOIS", 6)
    c.text(34, 642, "CUMUL", 6)
    c.line(405, 600, 405, 650)
    c.text(415, 614, "NET A PAYER", 9, True)
    c.text(558, 636, "*****" + f.money(s.net), 12, True, "right")
    c.text(30, 666, "VIREMENT SUR LE COMPTE FR99 **** **** **** 9999", 7)
    c.text(30, 678, "CONGES : RELIQUAT 4,00   ACQUIS 18,75   PRIS 10,00", 7)


def builder(c, s, rng):
    """A builder's slip: the person above the firm's own block at the right, amounts in one signed column, the hours added up below their lines."""
    f = Style(thousands="\u202f")
    c.font = "Noto Sans"
    c.text(297, 42, "Bulletin de paie", 14, True, "center")
    c.text(297, 56, f"Mois de {s.month_name}", 9.5, align="center")
    c.box(30, 68, 290, 150, 0.7)
    c.text(36, 79, "Employeur", 6.5, grey=0.4)
    stack(c, 36, 92, [s.employer, *s.address, f"SIRET {digits(s.siret, 9, 5)}", f"NAF {s.naf} - URSSAF du Nulle-Part"], 12, 8.4)
    c.box(300, 68, 565, 150, 0.7)
    c.text(306, 79, "Salarié", 6.5, grey=0.4)
    stack(c, 306, 92, [f"{s.civility} {s.last} {s.first}", *s.home, f"N° SS {s.nir}", f"Matricule {s.matricule}   Entré(e) le {s.entry}"], 12, 8.4)
    cells(c, 30, 156, [(190, "Emploi", s.job), (150, "Classification", s.level), (195, "Convention collective", s.agreement)], 25, size=8)
    t = Table(c, f, 202, 34, {"base": 318, "rate": 372, "gain": 444, "er_rate": 492, "er": 561}, 7.2, 10.5)
    t.head("", base="Nombre ou base", rate="Taux", gain="Part salariale", er_rate="Taux", er="Part patronale")
    c.line(30, 206, 565, 206)
    t.pay(s, 3)
    t.row("Total heures", base=f.hours(s.hours))
    t.row("BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2)
    t.row("TOTAL COTISATIONS", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.row("Indemnités et remboursements", True)
    for label, amount in s.between:
        t.row(label, indent=8, gain=f.money(amount))
    t.skip(4)
    t.row("NET AVANT IMPÔT", True, size=8.5, gain=f.money(s.before_tax))
    tax(t, s, "Prélèvement à la source", 1, " %")
    t.after(s)
    t.skip(5)
    c.box(30, t.y - 11, 565, t.y + 5, 0.8, 0.9)
    t.row("NET À PAYER", True, size=10.5, gain=f.money(s.net) + " €")
    t.skip(12)
    c.text(34, t.y, f"Payé par virement le {s.paid_on}", 8)
    y = pairs(c, 34, t.y + 18, [("Net imposable du mois", f.money(s.taxable)), ("Net imposable de l'année", f.money(s.taxable * s.months)), ("Montant net social", f.money(s.social) or "non applicable")], 11.5, 7.6, 116)
    pairs(c, 300, t.y + 18, [("Brut de l'année", f.money(s.gross * s.months)), ("Heures de l'année", f.hours(s.hours * s.months)), ("Total versé par l'employeur", f.money(s.cost))], 11.5, 7.6, 130)
    c.text(34, y + 10, "Les congés payés sont réglés par la caisse de congés du bâtiment à laquelle l'entreprise est affiliée.", 7, italic=True)


def mission(c, s, rng):
    """A temporary work agency: the mission and the user's site in a strip, hours by week, allowances before the gross, two rows of sums."""
    f = Style(thousands=" ")
    c.font = "Nimbus Sans"
    stack(c, 32, 42, [s.employer, *s.address, f"SIRET {s.siret} - APE {s.naf}", "Entreprise de travail temporaire - garantie financière Caution Fictive"], 11, 8)
    c.text(563, 42, "Bulletin de paie", 13, True, "right")
    c.text(563, 56, f"du {s.start} au {s.end}", 9.5, align="right")
    c.text(563, 69, f"Versement du {s.paid_on}", 8, align="right")
    stack(c, 340, 112, [f"{s.civility} {s.first} {s.last}", *s.home], 13, 10, 0)
    pairs(c, 32, 108, [("N° intérimaire", s.matricule), ("N° sécurité sociale", s.nir), ("Qualification", s.job), ("Contrat n°", f"{s.year % 100}-{s.matricule}-01"), ("Statut", "Non cadre")], 11.5, 8, 92)
    c.box(32, 172, 563, 200, 0.5, 0.94)
    c.text(38, 183, "Entreprise utilisatrice", 6.5, grey=0.35)
    c.text(38, 194, f"{s.user}   Siret {s.user_siret}   Motif : accroissement d'activité", 8)
    t = Table(c, f, 218, 36, {"base": 306, "rate": 360, "gain": 426, "loss": 490, "er": 559}, 7.4, 11)
    t.head("Désignation", base="Base", rate="Taux", gain="Gains", loss="Retenues", er="Employeur")
    c.line(32, 222, 563, 222)
    t.pay(s)
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("TOTAL RETENUES", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, gain=f.money(s.before_tax))
    tax(t, s, "Impôt prélevé à la source")
    t.after(s)
    t.social(s)
    t.rule(563)
    titles = {"hours": "Heures payées", "gross": "Brut", "taxable": "Net imposable", "tax": "Impôt"}
    sums_sheet(c, s, f, 32, 620, [60, 80, 80, 80, 70], titles, ("Période", "Année"), size=7.6)
    c.box(420, 620, 563, 662, 1.2)
    c.text(428, 634, "NET À PAYER", 9, True)
    c.text(556, 653, f.money(s.net) + " €", 14, True, "right")
    c.text(32, 684, "Indemnités de fin de mission et de congés payés comprises dans le brut. Médecine du travail : service interentreprises du Nulle-Part.", 7)


def voucher_firm(c, s, rng):
    """The service that reckons the pay of very small firms: two frames of identity, sections in grey, one column of each part, net in a black frame."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Liberation Sans"
    c.text(34, 44, "BULLETIN DE PAIE", 15, True)
    c.text(34, 58, "Titre emploi service entreprise", 9)
    c.text(561, 44, f"Période d'emploi : du {s.start} au {s.end}", 9, align="right")
    c.text(561, 58, f"Date de paiement : {s.paid_on}", 9, align="right")
    for x, title, texts in [(34, "EMPLOYEUR", [s.employer, *s.address, f"Siret : {s.siret}", f"Code APE : {s.naf}", "N° Urssaf : 997 000000123456789"]),
                            (302, "SALARIÉ", [f"{s.first} {s.last}", *s.home, f"N° Sécurité sociale : {s.nir}", f"Emploi : {s.job}", f"Niveau / coefficient : {s.level}"])]:
        c.box(x, 70, x + 259, 156, 0.6)
        c.box(x, 70, x + 259, 83, 0.6, 0.88)
        c.text(x + 6, 80, title, 8, True)
        stack(c, x + 6, 95, texts, 11.4, 8)
    c.text(34, 170, f"Convention collective : {s.agreement}", 8)
    c.text(34, 182, f"Date d'embauche : {s.entry}     Contrat à durée indéterminée     Nombre d'heures rémunérées : {f.hours(s.hours)}", 8)
    t = Table(c, f, 204, 40, {"base": 330, "rate": 386, "gain": 468, "er": 555}, 7.4, 10.8)

    def section(title):
        c.box(34, t.y - 8.5, 561, t.y + 3, 0, 0.9)
        t.row(title, True)

    t.head("", base="Base", rate="Taux", gain="Part salarié", er="Part employeur")
    section("Rémunération")
    t.pay(s, 2)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    section("Cotisations et contributions sociales")
    t.contributions(s.contributions, 2, " %")
    t.row("Total", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    section("Net")
    t.between(s)
    t.row("Net avant impôt", gain=f.money(s.before_tax))
    t.row("Net imposable", gain=f.money(s.taxable))
    t.social(s, "Net social")
    tax(t, s, "Prélèvement à la source (taux transmis par l'administration)", 2, " %")
    t.after(s)
    t.skip(6)
    c.box(34, t.y - 13, 561, t.y + 6, 1.6)
    t.row("Net à payer", True, size=11, gain=f.money(s.net))
    t.skip(10)
    t.row(f"Cumul annuel : net imposable {f.money(s.taxable * s.months)}, impôt prélevé {f.money(s.tax * s.months)}, heures {f.hours(s.hours * s.months)}")
    t.row("Congés payés : 2,5 jours acquis au titre de la période.  Réduction générale de cotisations déjà déduite de la part employeur.")


def home_help(c, s, rng):
    """The slip of the service for households: numbers of both, hours and hourly pay in a table of two lines, then the reckoning down to what is paid."""
    f = Style(thousands=" ")
    c.font = "Noto Sans"
    c.text(40, 50, "Cesu", 20, True, grey=0.25)
    c.text(110, 44, "Bulletin de salaire", 13, True)
    c.text(110, 57, f"n° {s.year}{s.month:02d}{s.matricule} établi par le centre national du chèque emploi", 7.5)
    for x, title, texts in [(40, "Employeur", [s.employer, *s.address, f"N° Cesu : Z99{s.matricule}07"]), (305, "Salarié", [f"{s.civility} {s.last} {s.first}", *s.home, f"N° de Sécurité sociale : {s.nir}"])]:
        c.text(x, 88, title, 9, True)
        c.line(x, 92, x + 245, 92)
        stack(c, x, 105, texts, 12.5, 9, 0)
    c.text(40, 168, f"Période d'emploi : du {long_date(s.start)} au {long_date(s.end)}", 9)
    c.text(40, 181, f"Emploi : {s.job}", 9)
    c.text(305, 168, f"Salaire versé le {long_date(s.paid_on)}", 9)
    c.text(305, 181, "Convention : particuliers employeurs (3239)", 9)
    net_hour = s.before_tax * 100 // s.hours
    sheet(c, 40, 196, [150, 90, 90, 90, 90], [("", "Nombre d'heures", "Brut horaire", "Net horaire", "Congés payés 10 %"), ("Heures normales", f.hours(s.hours), f.rate(s.lines[0].rate, 2), f.money(net_hour), "inclus"), ("Heures supplémentaires", "0,00", "", "", "")], 15, 8)
    t = Table(c, f, 272, 44, {"base": 370, "rate": 440, "gain": 546}, 8.6, 14)
    t.head("Calcul du salaire", base="Assiette", rate="Taux (%)", gain="Montant (€)")
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2)
    t.row("Total des cotisations salariales", gain=f.money(-s.withheld))
    t.rule(550)
    t.skip(4)
    t.row("Salaire net avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    tax(t, s, "Impôt sur le revenu prélevé à la source")
    t.after(s)
    c.box(40, t.y - 8, 550, t.y + 14, 1)
    t.skip(6)
    t.row("Salaire net payé", True, size=11, gain=f.money(s.net))
    t.skip(14)
    t.row("Salaire net imposable", gain=f.money(s.taxable))
    t.social(s)
    t.row(f"Cumul imposable {s.year}", gain=f.money(s.taxable * s.months))
    c.text(40, 700, "L'employeur paie de son côté ses propres cotisations, prélevées sur son compte le mois suivant.", 7.5, grey=0.3)


def before_blocks(c, s, rng):
    """A desktop program before 2018: numbered lines, a fund a line with both parts, period in a strip, cumulated sums under the columns."""
    f = Style(thousands=" ")
    c.font = "Nimbus Roman"
    c.box(28, 26, 290, 96, 0.6)
    stack(c, 34, 40, [s.employer, *s.address, f"SIRET : {digits(s.siret, 3, 3, 3, 5)}   APE : {s.naf}", "URSSAF : 997 0001234567"], 12, 9.5)
    c.box(300, 26, 567, 50, 0.6, 0.9)
    c.text(433, 43, "BULLETIN DE PAIE", 13, True, "center")
    cells(c, 300, 54, [(89, "Période du", short(s.start, "/")), (89, "au", short(s.end, "/")), (89, "Paiement le", short(s.paid_on, "/"))], 26, size=9)
    c.text(300, 92, f"Conv. coll. : {s.agreement}", 8)
    pairs(c, 34, 112, [("Matricule", s.matricule), ("N° Séc. Soc.", s.nir), ("Emploi", s.job), ("Qualif.", s.level), ("Ancienneté", s.entry)], 12, 9, 70, " :")
    stack(c, 320, 124, [f"{s.civility} {s.first} {s.last}", *s.home], 14, 11, 0)
    xs = [28, 56, 214, 262, 308, 366, 424, 470, 567]
    ruled(c, xs, 176, 610)
    c.line(28, 192, 567, 192)
    c.text(346, 173, "Part salariale", 7, align="center")
    c.text(496, 173, "Part patronale", 7, align="center")
    t = Table(c, f, 187, 32, {"base": 259, "rate": 305, "gain": 363, "loss": 421, "er_rate": 467, "er": 562}, 8.2, 11.4, codes=1000)
    t.row("Désignation", True, code=False, base="Nombre", rate="Taux", gain="Gain", loss="Retenue", er_rate="Taux", er="Montant")
    t.skip(5)
    t.pay(s, 3)
    t.row("TOTAL BRUT", True, code=False, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, name=fund)
    t.row("TOTAL COTISATIONS", True, code=False, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.row("NET IMPOSABLE", True, code=False, gain=f.money(s.taxable))
    t.between(s)
    t.after(s)
    titles = {"hours": "Heures", "gross": "Brut", "taxable": "Imposable", "employer_part": "Charges pat."}
    y = sums_sheet(c, s, f, 28, 620, [60, 66, 82, 82, 82], titles, ("Période", "Année"), "Cumuls", 15, 8.6)
    c.box(410, 620, 567, y, 1.2)
    c.text(418, 634, "NET À PAYER", 10, True)
    c.text(560, 656, f.money(s.net) + " EUR", 14, True, "right")
    sheet(c, 28, y + 8, [60, 66, 82], [("Congés", "Année N-1", "Année N"), ("Acquis", "30,00", "12,50"), ("Restants", "8,00", "12,50")], 12, 8)
    c.text(410, y + 20, "Réglé par chèque", 9)
    c.text(28, y + 64, "Ce bulletin est à garder sans limitation de durée, dans votre intérêt.", 8)


def web_tool(c, s, rng):
    """A tool on the web for cafés: light rules, captions in small letters above their values, the pay of the month said twice."""
    f = Style(thousands="\u202f", euro=" €")
    c.font = "Cantarell"
    c.text(40, 52, "Fiche de paie", 18, True)
    c.text(40, 68, s.month_name, 11, grey=0.35)
    stack(c, 556, 48, [s.employer, *s.address, f"SIRET {s.siret}", f"Code APE {s.naf}"], 11, 8, align="right")
    c.line(40, 104, 556, 104, 0.4, 0.6)

    def facts(x, y, label, *values):
        c.text(x, y, label, 6.5, grey=0.45)
        stack(c, x, y + 11, values, 10.5, 8.4, 0)

    facts(40, 118, "salarié(e)", f"{s.civility} {s.first} {s.last}", *s.home)
    facts(250, 118, "poste", s.job, s.level)
    facts(430, 118, "période travaillée", f"{s.start} au {s.end}")
    facts(40, 168, "n° de sécurité sociale", s.nir)
    facts(250, 168, "convention collective", s.agreement)
    facts(430, 143, "dans l'entreprise depuis", s.entry)
    facts(430, 168, "heures payées", f.hours(s.hours))
    t = Table(c, f, 222, 40, {"base": 330, "rate": 390, "gain": 468, "er": 556}, 7.4, 11)
    c.line(40, 210, 556, 210, 0.4, 0.6)
    t.head("", base="base", rate="taux", gain="salarié", er="employeur", bold=False, size=6.5)
    t.pay(s, 2)
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    t.skip(4)
    blocks(t, s, 2, percent=" %", total="Total des cotisations")
    t.skip(4)
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    tax(t, s, "Impôt sur le revenu", 1, " %")
    t.after(s)
    t.row(f"Net versé le {s.paid_on}", True, gain=f.money(s.net))
    names = [("Net à payer", s.net), ("Net imposable", s.taxable), ("Montant net social", s.social), ("Coût total employeur", s.cost)]
    x = 40
    for label, value in names:
        if value is not None:
            c.box(x, 700, x + 122, 740, 0, 0.93)
            c.text(x + 8, 714, label, 7, grey=0.3)
            c.text(x + 8, 731, f.money(value), 11, True)
            x += 131
    c.text(40, 758, f"Depuis le 1er janvier : brut {f.money(s.gross * s.months)}, net imposable {f.money(s.taxable * s.months)}, impôt {f.money(s.tax * s.months)}, heures {f.hours(s.hours * s.months)}", 7)
    c.text(40, 770, "Congés payés : 18,7 jours acquis, 5 jours pris.", 7)


def shop_sheet(c, s, rng):
    """A shopkeeper's spreadsheet: no frame round the head, capitals typed with accents left out here and there, one table for all."""
    f = Style(thousands="", euro="")
    c.font = "DejaVu Sans"
    c.text(297, 50, f"BULLETIN DE PAIE   {MONTHS[s.month - 1].upper()} {s.year}", 13, True, "center")
    y = pairs(c, 45, 82, [("EMPLOYEUR", s.employer), ("Adresse", f"{s.address[0]} - {s.address[1]}"), ("SIRET", digits(s.siret, 3, 3, 3, 5)), ("APE", s.naf)], 13, 8.4, 90)
    y = pairs(c, 45, y + 8, [("SALARIE", f"{s.last} {s.first}"), ("Adresse", f"{s.home[0]} - {s.home[1]}"), ("N° SS", s.nir), ("Emploi", s.job), ("Coefficient", s.level), ("Embauche", s.entry)], 13, 8.4, 90)
    rows = [("DESIGNATION", "BASE", "TAUX", "SALARIE", "PATRON")]
    rows += [(line.label, f.hours(line.hours), f.rate(line.rate, 2), f.money(line.amount), "") for line in s.lines]
    rows.append(("TOTAL BRUT", f.hours(s.hours) + " h", "", f.money(s.gross), ""))
    rows += [(k.label.replace("Maladie Maternité Invalidité Décès", "maladie"), f.money(k.base), f.percent(k.rate, 2), f.money(k.amount) if k.amount else "", f.money(k.employer_amount) if k.employer_amount else "") for k in s.contributions]
    rows.append(("TOTAL RETENUES", "", "", f.money(s.withheld), f.money(s.employer_part)))
    rows += [(label, "", "", f.money(amount), "") for label, amount in s.between]
    rows.append(("NET AVANT IMPOT", "", "", f.money(s.before_tax), ""))
    rows.append(("IMPOT A LA SOURCE", f.money(s.taxable), f.percent(s.tax_rate, 1) or "0", f.money(s.tax), ""))
    rows += [(label, "", "", f.money(-amount), "") for label, amount in s.after]
    rows.append(("NET A PAYER", "", "", f.money(s.net), ""))
    y = sheet(c, 45, y + 6, [232, 74, 54, 74, 74], rows, 14, 8, None)
    rows = [("NET IMPOSABLE", "CUMUL IMPOSABLE", "NET SOCIAL"), (f.money(s.taxable), f.money(s.taxable * s.months), f.money(s.social) or "/")]
    y = sheet(c, 45, y + 10, [120, 120, 120], rows, 14, 8, None)
    c.text(45, y + 22, f"Payé le {s.paid_on} par chèque n° 0{s.matricule}", 8.4)
    c.text(400, y + 22, "Signature", 8.4)


LAYOUTS = {
    "office": (office, ("company",)),
    "accountant": (accountant, ("company",)),
    "bureau": (bureau, ("company",)),
    "builder": (builder, ("company",)),
    "mission": (mission, ("agency",)),
    "voucher-firm": (voucher_firm, ("company",)),
    "home-help": (home_help, ("household",)),
    "before-blocks": (before_blocks, ("company",)),
    "web-tool": (web_tool, ("company",)),
    "shop-sheet": (shop_sheet, ("company",)),
}
OWN = {
    "office": {"make_pay": pay_of("cleaning")},
    "accountant": {"make_pay": pay_of("restaurant")},
    "bureau": {"make_pay": pay_of("care")},
    "builder": {"make_pay": pay_of("building")},
    "voucher-firm": {"make_pay": pay_of("bakery")},
    "before-blocks": {"make_pay": pay_of("building"), "years": range(2008, 2018)},
    "web-tool": {"make_pay": pay_of("restaurant"), "years": range(2021, 2027)},
    "shop-sheet": {"make_pay": pay_of("shop")},
}
