# SPDX-License-Identifier: GPL-3.0-or-later
"""A fourth group: drawn together with the third but not read before the rules had been changed for that one."""

from canvas import Style, plain
from kit import Table, cells, pairs
from layouts_training import siret_spaced
from model import MONTHS, make_varied_lines

MAKE = {"make_pay": make_varied_lines, "years": range(2017, 2027)}


def title_case(month):
    return month[0].upper() + month[1:]


def net_rows(t, s, labels):
    """The nets, the tax and what else comes off, under a layout's own words."""
    if s.before_tax is not None:
        t.row(labels[0], True, gain=t.f.money(s.before_tax))
        t.add(labels[1], -s.tax) if s.tax else t.row(labels[1])
    t.after(s)
    t.row(labels[2], True, gain=t.f.money(s.net))


def farm(c, s, rng):
    """A farm's slip: the month in a box at the right, the employer under the person, labels in a column of their own."""
    f = Style(thousands=" ", euro=" €")
    c.box(400, 24, 567, 54)
    c.text(483, 36, "BULLETIN DE PAIE", 10, True, "center")
    c.text(483, 49, f"{title_case(MONTHS[s.month - 1])} {s.year}", 9, align="center")
    c.text(40, 40, "Salarié", 7, True)
    c.text(110, 40, f"{s.civility} {s.last} {s.first}", 9)
    c.text(110, 51, s.home[0], 8)
    c.text(110, 61, s.home[1], 8)
    c.text(40, 80, "Employeur", 7, True)
    c.text(110, 80, s.employer, 9)
    c.text(110, 91, s.address[0], 8)
    c.text(110, 101, s.address[1], 8)
    pairs(c, 320, 80, [("SIRET", s.siret), ("Code NAF", s.naf), ("MSA", "99-" + s.matricule), ("Embauche", s.entry)], 10, 8, 80)
    pairs(c, 40, 125, [("Emploi tenu", s.job), ("Durée mensuelle du travail", f"{f.hours(s.contract_hours)} h" if s.contract_hours else "forfait 216 jours par an"), ("Période", f"du {s.start} au {s.end}"), ("Règlement", s.paid_on)], 12, 8, 140)
    t = Table(c, f, 195, 40, {"base": 290, "rate": 350, "gain": 440, "er": 555}, 8, 12)
    t.head("Nature", base="Nb / Assiette", rate="Taux", gain="Part ouvrière", er="Part patronale")
    t.pay(s)
    t.row("Salaire brut total", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2)
    t.row("Total des charges", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    net_rows(t, s, ("Net à payer avant impôt sur le revenu", f"Impôt sur le revenu, taux {f.percent(s.tax_rate, 1) or '0,0'} %", "Net à payer"))
    t.skip()
    t.row("Net imposable du mois", gain=f.money(s.taxable))
    t.row("Net imposable depuis le 1er janvier", gain=f.money(s.taxable * s.months))
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))
    t.row("Nombre d'heures rémunérées", gain=f.hours(s.hours))


def side_band(c, s, rng):
    """A band at the left with everything about the people, the pay at the right of it."""
    f = Style(thousands="\u00a0", euro="\u00a0€")
    c.font = "Liberation Sans"
    c.box(0, 0, 180, 842, 0, 0.93)
    y = 50
    for label, value in [("EMPLOYEUR", s.employer), ("", s.address[0]), ("", s.address[1]), ("SIRET", s.siret), ("NAF", s.naf), ("SALARIÉ", f"{s.first} {s.last}"),
                         ("N° DE SÉCURITÉ SOCIALE", s.nir), ("POSTE OCCUPÉ", s.job), ("STATUT", "Non cadre"), ("DATE D'ENTRÉE", s.entry), ("DATE DE PAIEMENT", s.paid_on)]:
        if label:
            y += 8
            c.text(16, y, label, 6, True, grey=0.45)
            y += 11
        c.text(16, y, value, 8)
        y += 10
    c.text(200, 50, "Bulletin de salaire", 15, True)
    c.text(200, 66, f"Période du {s.start} au {s.end}", 9)
    t = Table(c, f, 100, 200, {"base": 400, "rate": 450, "gain": 555}, 7.5, 12)
    t.head("Rémunération", base="Quantité", rate="Taux", gain="Montant")
    t.pay(s)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.skip()
    t.head("Cotisations salariales", base="Assiette", rate="Taux", gain="Montant")
    t.contributions(s.contributions, 2, " %")
    t.row("Total", True, gain=f.money(-s.withheld))
    t.between(s)
    t.skip()
    net_rows(t, s, ("Net avant impôt", "Prélèvement à la source", "Net à payer"))
    t.skip()
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))
    t.row("Net imposable", gain=f.money(s.taxable))
    t.row("Cumul net imposable", gain=f.money(s.taxable * s.months))
    if s.hours is not None:
        t.row("Total heures payées", gain=f.hours(s.hours) + " h")


def bureau(c, s, rng):
    """A bureau's print in fixed letters: cells drawn with bars and dashes, all in capitals."""
    f = Style(thousands="")
    c.font = "DejaVu Sans Mono"
    size, step = 7, 10
    lines = [f"! {plain(s.employer):<44}! BULLETIN DE PAIE                        !",
             f"! {plain(s.address[0]):<44}! PERIODE DU {s.start} AU {s.end}     !",
             f"! {plain(s.address[1]):<44}! PAIEMENT LE {s.paid_on} PAR VIREMENT      !",
             f"! SIRET {s.siret}   APE {s.naf:<18}! MATRICULE {s.matricule:<30}!",
             "!" + "-" * 45 + "!" + "-" * 41 + "!",
             f"! SALARIE  {plain(s.last + ' ' + s.first):<35}! EMPLOI  {plain(s.job):<33}!",
             f"! NO SECU  {s.nir:<35}! CLASSIF {plain(s.level):<33}!",
             "!" + "-" * 87 + "!"]
    rule = "-" * 89
    y = 50
    for line in [rule, *lines]:
        c.text(30, y, line, size)
        y += step
    number = lambda value: f"{value // 100},{value % 100:02d}" if value >= 0 else f"{-value // 100},{-value % 100:02d}-"

    def put(label, base="", rate="", gain="", loss=""):
        nonlocal y
        c.text(30, y, f"! {plain(label)[:36]:<37}!{base:>11} !{rate:>9} !{gain:>11} !{loss:>11} !", size)
        y += step
    put("LIBELLE", "BASE", "TAUX", "GAINS", "RETENUES")
    c.text(30, y, rule, size)
    y += step
    for line in s.lines:
        put(line.label, f.hours(line.hours), f.rate(line.rate), number(line.amount) if line.amount > 0 else "", number(-line.amount) if line.amount < 0 else "")
    put("*** TOTAL BRUT ***", gain=number(s.gross))
    for k in s.contributions:
        if k.amount:
            put(k.label, number(k.base), f.percent(k.rate), "", number(k.amount))
    put("*** TOTAL RETENUES ***", loss=number(s.withheld))
    for label, amount in s.between:
        put(label, gain=number(amount) if amount > 0 else "", loss=number(-amount) if amount < 0 else "")
    if s.before_tax is not None:
        put("NET A PAYER AVANT IMPOT SUR LE REVENU", gain=number(s.before_tax))
        put("IMPOT SUR LE REVENU PRELEVE", number(s.taxable), f.percent(s.tax_rate, 2) or "0,00", "", number(s.tax))
    for label, amount in s.after:
        put(label, loss=number(amount))
    put("*** NET A PAYER ***", gain=number(s.net))
    c.text(30, y, rule, size)
    c.text(30, y + step, f"! NET IMPOSABLE {number(s.taxable)} ! CUMUL {number(s.taxable * s.months)} ! HEURES PAYEES {f.hours(s.hours)} !"
           + (f" NET SOCIAL {number(s.social)} !" if s.social is not None else ""), size)


def shop(c, s, rng):
    """A shopkeeper's own form: printed captions with the values in another letter, some far from their caption."""
    f = Style(thousands=" ")
    hand = "Liberation Mono"

    def field(x, y, label, value, to):
        c.text(x, y, label, 7.5)
        c.line(x + c.measure(label, 7.5) + 3, y + 2, to, y + 2, 0.3, 0.5)
        c.text(to - 8, y, value, 9, align="right", font=hand)

    c.text(297, 40, "BULLETIN DE PAYE", 14, True, "center")
    field(40, 66, "Employeur", s.employer, 340)
    field(360, 66, "N° SIRET", s.siret, 555)
    field(40, 82, "Adresse", f"{s.address[0]} {s.address[1]}", 420)
    field(440, 82, "Code NAF", s.naf, 555)
    field(40, 104, "Nom et prénom du salarié", f"{s.last} {s.first}", 340)
    field(360, 104, "N° S.S.", s.nir, 555)
    field(40, 120, "Fonction", s.job, 300)
    field(320, 120, "Qualification", s.level, 555)
    field(40, 136, "Période de paie : du", s.start, 250)
    field(255, 136, "au", s.end, 360)
    field(375, 136, "payé le", s.paid_on, 555)
    t = Table(c, f, 170, 40, {"base": 320, "rate": 390, "gain": 470, "loss": 550}, 8, 13)
    t.head("Décompte", base="Heures / base", rate="Taux", gain="À payer", loss="À retenir")
    t.pay(s)
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total des cotisations salariales", loss=f.money(s.withheld))
    t.between(s)
    if s.before_tax is not None:
        t.row("Salaire net à payer avant impôt", gain=f.money(s.before_tax))
        t.row(f"Impôt prélevé à la source au taux de {f.percent(s.tax_rate, 2) or '0,00'} %", loss=f.money(s.tax))
    t.after(s)
    t.row("Salaire net à payer", True, gain=f.money(s.net))
    t.skip(16)
    c.text(40, t.y, f"Salaire net imposable : {f.money(s.taxable)}" + (f"   Montant net social : {f.money(s.social)}" if s.social is not None else "")
           + f"   Total d'heures : {f.hours(s.hours)}", 8)


def two_blocks(c, s, rng):
    """Captions above values in two rows of a frame, the month only as its first and last day far apart, the totals in a grid."""
    f = Style(thousands="\u202f")
    c.font = "Liberation Sans"
    c.text(30, 36, s.employer, 12, True)
    c.text(30, 48, f"{s.address[0]}, {s.address[1]}", 8)
    c.text(30, 59, f"SIRET : {siret_spaced(s.siret, (9, 5))} | APE : {s.naf} | {s.agreement}", 7)
    c.text(565, 36, "BULLETIN DE PAIE", 12, True, "right")
    cells(c, 28, 76, [(135, "Début de période", s.start), (135, "Fin de période", s.end), (135, "Date de paiement", s.paid_on), (134, "Matricule", s.matricule)], 26, 6, 9)
    cells(c, 28, 102, [(180, "Nom, prénom", f"{s.last} {s.first}"), (200, "Intitulé du poste", s.job), (159, "N° SS", s.nir)], 26, 6, 8.5)
    t = Table(c, f, 155, 32, {"base": 265, "rate": 320, "gain": 400, "er_rate": 470, "er": 560}, 7.5, 11)
    t.head("Éléments", base="Base", rate="Taux salarial", gain="Montant salarial", er_rate="Taux patronal", er="Montant patronal")
    t.pay(s)
    t.row("Total de la rémunération brute", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total cotisations et contributions", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.after(s)
    grid = [("Heures", f.hours(s.hours)), ("Salaire brut", f.money(s.gross)), ("Net imposable", f.money(s.taxable)), ("Net à payer avant impôt", f.money(s.before_tax)),
            ("Montant net social", f.money(s.social)), ("Impôt sur le revenu", f.money(s.tax) if s.before_tax is not None else ""), ("Net à payer", f.money(s.net))]
    grid = [(label, value) for label, value in grid if value]
    for i, (label, value) in enumerate(grid):
        x, y = 28 + 135 * (i % 4), 690 + 30 * (i // 4)
        c.box(x, y, x + 135, y + 30, 0.4)
        c.text(x + 67, y + 10, label, 6.5, grey=0.3, align="center")
        c.text(x + 67, y + 24, value, 10, label == "Net à payer", "center")


def family(c, s, rng):
    """A household's own slip without a collecting body: sentences and a short account."""
    f = Style(thousands=" ", euro=" euros")
    c.font = "Liberation Serif"
    c.text(297, 60, "BULLETIN DE PAIE", 16, True, "center")
    c.text(297, 78, f"Mois de {s.month_name}", 11, align="center")
    y = 110
    for text in [f"Particulier employeur : {s.employer}", f"Adresse : {s.address[0]}, {s.address[1]}", "N° employeur URSSAF : Z99123456", "",
                 f"Salarié : {s.civility} {s.first} {s.last}", f"Adresse : {s.home[0]}, {s.home[1]}", f"N° de sécurité sociale : {s.nir}", f"Emploi exercé : {s.job}", "",
                 f"Nombre d'heures rémunérées : {f.hours(s.hours)} heures au taux horaire brut de {f.rate(s.lines[0].rate, 2)} euros"]:
        c.text(70, y, text, 10.5)
        y += 16
    t = Table(c, f, y + 14, 70, {"gain": 520}, 10.5, 17)
    t.row("Salaire brut mensuel", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total des cotisations salariales", gain=f.money(-s.withheld))
    net_rows(t, s, ("Salaire net avant impôt", "Prélèvement à la source", "Salaire net à payer"))
    t.skip(10)
    t.row("Montant imposable", gain=f.money(s.taxable))
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))
    c.text(70, t.y + 16, f"Réglé par virement le {s.paid_on}", 10)


def mission(c, s, rng):
    """A temporary-work slip in columns: the person at the left, the mission between, hours in a total line of their own."""
    f = Style(thousands=" ")
    c.text(30, 36, s.employer, 11, True)
    c.text(30, 47, f"{s.address[0]} {s.address[1]} - Siret : {s.siret} - Naf : {s.naf}", 7)
    c.text(30, 70, "BULLETIN DE SALAIRE", 12, True)
    c.text(200, 70, f"Semaines travaillées du {s.start} au {s.end}", 8)
    c.text(430, 70, f"Date de paie : {s.paid_on}", 8)
    pairs(c, 30, 90, [("Intérimaire", f"{s.civility} {s.first} {s.last}"), ("Adresse", f"{s.home[0]}, {s.home[1]}"), ("N° SS", s.nir)], 11, 7.5, 60, " :")
    pairs(c, 330, 90, [("Utilisateur", s.user), ("Siret", s.user_siret), ("Poste", s.job), ("Contrat", "99/0815 du " + s.start)], 11, 7.5, 60, " :")
    t = Table(c, f, 150, 30, {"base": 300, "rate": 365, "gain": 450, "loss": 540}, 8, 11)
    t.head("Intitulé", base="Qté", rate="Taux", gain="Montant +", loss="Montant -")
    t.pay(s, 2)
    t.row("Total heures", base=f.hours(s.hours))
    t.row("Total rémunération brute", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total prélèvements sociaux", True, loss=f.money(s.withheld))
    if s.before_tax is not None:
        t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
        t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    t.row("Net payé", True, gain=f.money(s.net))
    t.skip()
    t.row(f"Net imposable {f.money(s.taxable)}" + (f" - Net social {f.money(s.social)}" if s.social is not None else ""))


def wide(c, s, rng):
    """On its side: month and year as columns of every total, the people in one line."""
    f = Style(thousands=" ")
    c.surface.set_size(842, 595)
    c.text(30, 34, f"{s.employer} - {s.address[0]} - {s.address[1]}", 8.5)
    c.text(30, 46, f"Siret {s.siret} - NAF {s.naf}", 8)
    c.text(812, 34, f"Bulletin de paie - {MONTHS[s.month - 1]} {s.year}", 11, True, "right")
    c.text(30, 66, f"{s.matricule}  {s.last} {s.first}", 10, True)
    c.text(300, 66, f"Emploi : {s.job}", 8.5)
    c.text(560, 66, f"Entrée : {s.entry}   Paiement : {s.paid_on}", 8)
    t = Table(c, f, 95, 30, {"base": 280, "rate": 340, "gain": 420, "loss": 500, "er_rate": 590, "er": 680}, 7, 10)
    t.head("Rubriques", base="Nombre", rate="Taux", gain="Gains", loss="Retenues", er_rate="Taux empl.", er="Charges empl.")
    t.pay(s)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total charges", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    if s.before_tax is not None:
        t.row("Net avant impôt sur le revenu", gain=f.money(s.before_tax))
        t.row("Impôt sur le revenu", loss=f.money(s.tax))
    t.after(s)
    t.row("Net à payer", True, size=9, gain=f.money(s.net))
    c.text(30, 490, "Cumuls", 7, True)
    for i, (label, month, year) in enumerate([("Heures", f.hours(s.hours), f.hours(s.hours * s.months) if s.hours else ""), ("Brut", f.money(s.gross), f.money(s.gross * s.months + 900)),
                                              ("Net imposable", f.money(s.taxable), f.money(s.taxable * s.months + 900)), *([("Net social", f.money(s.social), f.money(s.social * s.months))] if s.social is not None else [])]):
        c.text(100 + 130 * i, 490, label, 7, True)
        c.text(100 + 130 * i, 502, f"Mois {month}", 7)
        c.text(100 + 130 * i, 514, f"Année {year}", 7)


LAYOUTS = {
    "farm": (farm, ("company", "company", "days")),
    "side-band": (side_band, ("company", "company", "days")),
    "bureau": (bureau, ("company",)),
    "shop": (shop, ("company",)),
    "two-blocks": (two_blocks, ("company", "company", "days")),
    "family": (family, ("household",)),
    "mission": (mission, ("agency",)),
    "wide": (wide, ("company", "company", "days")),
}
