# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten layouts with conventions that the first six groups lack, drawn before anything was read of them; how they fared then
stands in docs/remaining.md."""

from canvas import Style, plain
from kit import Table, cells, digits, lines, long_date, pairs
from model import MONTHS, make_varied_lines
from trades import dress, pay_of

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = dress


def first_of(date):
    number, month, year = date.split("/")
    return f"{'1er' if number == '01' else int(number)} {MONTHS[int(month) - 1]} {year}"


def dark_band(c, s, rng):
    """White letters on dark bands, heads on two levels, the euro sign behind each amount, a point for the comma."""
    f = Style(thousands=" ", decimal=".", euro=" €")
    c.font = "Noto Sans"
    c.box(0, 0, 596, 62, 0, 0.25)
    c.text(36, 30, s.employer, 13, True, grey=1)
    c.text(36, 46, f"{s.address[0]} · {s.address[1]} · SIRET {digits(s.siret, 9, 5)} · NAF {s.naf}", 7, grey=1)
    c.text(560, 30, "Bulletin de paie", 14, True, "right", grey=1)
    c.text(560, 46, f"Période de paie : {s.start} - {s.end}", 8, False, "right", grey=1)
    c.text(36, 84, f"{s.first} {s.last}", 12, True)
    c.text(36, 97, f"{s.home[0]}, {s.home[1]}", 8)
    pairs(c, 320, 82, [("Poste", s.job), ("Niveau", s.level), ("Arrivée", s.entry), ("N° SS", s.nir)], 11, 7.5, 65, grey=0.45)
    t = Table(c, f, 152, 36, {"base": 290, "rate": 350, "gain": 430, "er_rate": 490, "er": 560}, 7.4, 11)
    c.box(30, 130, 566, 156, 0, 0.9)
    c.text(390, 140, "Salarié", 7, True, "center")
    c.text(525, 140, "Employeur", 7, True, "center")
    t.head("Détail", base="Base", rate="Taux", gain="Montant", er_rate="Taux", er="Montant")
    t.pay(s, 2)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %")
    t.row("Total des cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    c.box(0, 640, 596, 740, 0, 0.93)
    figures = [("Heures payées", f.hours(s.hours) + " h" if s.hours else "218 jours par an"), ("Net imposable", f.money(s.taxable)), ("Cumul net imposable", f.money(s.taxable * s.months)), ("Coût employeur", f.money(s.cost)),
               ("Congés restants", "9,5 j")]
    for i, (label, value) in enumerate(figures):
        c.text(36, 662 + 15 * i, label, 8)
        c.text(250, 662 + 15 * i, value, 8, align="right")
    rows = [("Net à payer avant impôt", s.before_tax), ("Impôt sur le revenu prélevé à la source", -s.tax)] + [(label, -amount) for label, amount in s.after] + [("Montant net social", s.social)]
    for i, (label, amount) in enumerate((label, amount) for label, amount in rows if amount is not None):
        c.text(310, 662 + 12 * i, label, 8)
        c.text(560, 662 + 12 * i, f.money(amount), 8, align="right")
    c.box(300, 716, 566, 738, 0, 0.25)
    c.text(310, 731, "Net payé", 11, True, grey=1)
    c.text(556, 731, f.money(s.net), 12, True, "right", grey=1)
    c.text(36, 760, f"Virement du {s.paid_on}", 8)


def word_processor(c, s, rng):
    """Made with a word processor: sentences with colons, no columns for the employer, large letters."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Liberation Serif"
    c.text(297, 50, "BULLETIN DE SALAIRE", 16, True, "center")
    c.text(297, 68, f"Pour la période du {first_of(s.start)[:-5]} au {first_of(s.end)}", 11, align="center")
    y = 100
    for label, value in [("Nom et adresse de l'employeur", s.employer), ("", f"{s.address[0]}, {s.address[1]}"), ("Numéro SIRET", digits(s.siret, 3, 3, 3, 5)), ("Code NAF", s.naf), ("Convention collective applicable", s.agreement),
                         ("Nom et prénom du salarié", f"{s.last} {s.first}"), ("Emploi et qualification", s.job), ("Coefficient ou niveau", s.level), ("Numéro de sécurité sociale", s.nir)]:
        c.text(60, y, f"{label} :" if label else "", 10.5)
        c.text(250, y, value, 10.5)
        y += 16
    t = Table(c, f, y + 16, 60, {"base": 330, "rate": 410, "gain": 535}, 10, 14)
    t.head("", base="Nombre", rate="Taux", gain="Montant")
    t.pay(s, 2)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %", employer=False)
    t.row("Total des cotisations salariales", gain=f.money(-s.withheld))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", gain=f.money(-s.tax))
    t.after(s)
    t.row("Net à payer", True, gain=f.money(s.net))
    t.skip(8)
    t.row("Pour information : net imposable", gain=f.money(s.taxable))
    t.social(s, "Pour information : montant net social")
    t.row("Pour information : net imposable de l'année", gain=f.money(s.taxable * s.months))
    c.text(60, 790, f"Fait à {s.address[1][6:]}, le {s.paid_on}. Payé par chèque.", 10)


def month_and_year(c, s, rng):
    """Every total in two columns, the month's and the year's, the year's first."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.text(36, 42, s.employer, 11, True)
    c.text(36, 54, f"{s.address[0]} - {s.address[1]}", 8)
    c.text(36, 65, f"N° Siret {s.siret} - Naf {s.naf} - {s.agreement}", 7)
    c.text(560, 42, "BULLETIN DE PAIE", 12, True, "right")
    c.text(560, 56, f"{plain(MONTHS[s.month - 1])} {s.year}", 11, True, "right")
    c.text(330, 96, f"{s.civility} {s.first} {s.last}", 10)
    lines(c, 330, 108, s.home, 12, 10)
    for i, (label, value) in enumerate([("Matricule", s.matricule), ("Emploi", s.job), ("Classif.", s.level), ("Ancienneté", s.entry), ("Paiement", s.paid_on)]):
        c.text(36, 92 + 11 * i, f"{label} : {value}", 8)
    t = Table(c, f, 170, 36, {"base": 300, "rate": 350, "loss": 420, "gain": 490, "er": 560}, 7.4, 10.4)
    t.head("Libellé", base="Base", rate="Taux", loss="Retenues", gain="Gains", er="Part patronale")
    t.pay(s)
    t.contributions(s.contributions)
    t.between(s)
    t.row("Impôt sur le revenu", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    c.box(300, 600, 562, 720)
    c.text(470, 614, "Cumul annuel", 8, True, "right")
    c.text(552, 614, "Mois", 8, True, "right")
    year = s.months
    rows = [("Heures", f.hours(s.hours * year) if s.hours else "", f.hours(s.hours)), ("Total brut", f.money(s.gross * year), f.money(s.gross)), ("Total retenues", f.money(s.withheld * year), f.money(s.withheld)), ("Net imposable", f.money(s.taxable * year), f.money(s.taxable)),
            *([("Net social", f.money(s.social * year), f.money(s.social))] if s.social is not None else []), ("Net à payer avant impôt", f.money(s.before_tax * year), f.money(s.before_tax))]
    for i, (label, total, month) in enumerate(rows):
        c.text(306, 630 + 13 * i, label, 8)
        c.text(470, 630 + 13 * i, total, 8, align="right")
        c.text(552, 630 + 13 * i, month, 8, align="right")
    c.text(306, 713, "NET À PAYER", 10, True)
    c.text(552, 713, f.money(s.net), 11, True, "right")


def pipes(c, s, rng):
    """A table drawn with letters by an old program: every figure between bars."""
    f = Style(thousands="", minus="after")
    c.font = "Nimbus Mono PS"
    rule = "+" + "-" * 40 + "+" + ("-" * 11 + "+") * 4
    c.text(40, 40, plain(s.employer), 10, True)
    c.text(40, 51, plain(f"{s.address[0]} {s.address[1]}"), 8)
    c.text(40, 61, f"SIRET: {s.siret} APE: {s.naf}", 8)
    c.text(380, 40, "BULLETIN DE PAIE", 10, True)
    c.text(380, 51, f"DU {s.start.replace('/', '-')} AU {s.end.replace('/', '-')}", 8)
    c.text(40, 84, plain(f"SALARIE...: {s.last} {s.first}"), 8)
    c.text(40, 94, plain(f"EMPLOI....: {s.job}"), 8)
    c.text(40, 104, plain(f"POSITION..: {s.level}"), 8)
    c.text(40, 114, f"ENTREE....: {s.entry}   NO SS: {s.nir}", 8)
    y = 138

    def line(label, *values):
        nonlocal y
        c.text(40, y, "|" + f"{plain(label)[:39]:<40}|" + "".join(f"{value:>10} |" for value in values), 8)
        y += 10

    def across():
        nonlocal y
        c.text(40, y, rule, 8)
        y += 10

    across()
    line("RUBRIQUE", "BASE", "TAUX", "GAINS", "RETENUES")
    across()
    for one in s.lines:
        line(one.label, f.hours(one.hours), f.rate(one.rate), f.money(one.amount) if one.amount >= 0 else "", f.money(-one.amount) if one.amount < 0 else "")
    line("TOTAL BRUT", "", "", f.money(s.gross), "")
    across()
    for k in s.contributions:
        if k.amount:
            line(k.label, f.money(k.base), f.percent(k.rate), "", f.money(k.amount))
    line("TOTAL COTISATIONS", "", "", "", f.money(s.withheld))
    for label, amount in s.between:
        line(label, "", "", f.money(amount) if amount >= 0 else "", f.money(-amount) if amount < 0 else "")
    across()
    line("NET AVANT IMPOT", "", "", f.money(s.before_tax), "")
    line("IMPOT A LA SOURCE", f.money(s.taxable), f.percent(s.tax_rate, 2) or "0,00", "", f.money(s.tax))
    for label, amount in s.after:
        line(label, "", "", f.money(-amount) if amount < 0 else "", f.money(amount) if amount >= 0 else "")
    line("NET A PAYER", "", "", f.money(s.net), "")
    across()
    c.text(40, y + 6, f"HEURES: {f.hours(s.hours)}  IMPOSABLE: {f.money(s.taxable)}  CUMUL IMPOSABLE: {f.money(s.taxable * s.months)}", 8)
    if s.social is not None:
        c.text(40, y + 18, f"NET SOCIAL: {f.money(s.social)}", 8)
    c.text(40, y + 30, f"REGLE LE {s.paid_on.replace('/', '-')} PAR VIREMENT", 8)


def contract_agent(c, s, rng):
    """A town's slip for who works by contract: to pay, to deduct, for information; grade for job, time for hours."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans Condensed"
    s.employer, s.job = rng.choice(["COMMUNE DE MONTFICTIF", "CCAS DE SAINTE-ABSENTE", "Communauté de communes du Songe"]), rng.choice(["Adjoint technique territorial", "Agent social", "Adjointe d'animation", "ATSEM contractuelle"])
    c.box(30, 28, 566, 60)
    c.text(36, 42, f"Collectivité : {s.employer}", 9, True)
    c.text(36, 54, f"SIRET : {digits(s.siret, 9, 5)}", 8)
    c.text(560, 42, "BULLETIN DE PAYE", 11, True, "right")
    cells(c, 30, 66, [(120, "MOIS DE PAYE", f"{plain(MONTHS[s.month - 1])} {s.year}"), (180, "NOM ET PRÉNOM", f"{s.last} {s.first}"), (146, "GRADE / EMPLOI", s.job), (90, "TEMPS / HORAIRE", f.hours(s.hours))], 26)
    cells(c, 30, 92, [(120, "N° SÉCURITÉ SOCIALE", s.nir), (90, "INDICE MAJORÉ", "371"), (90, "ENTRÉE", s.entry), (146, "SERVICE", "Écoles et périscolaire"), (90, "DATE DE VERSEMENT", s.paid_on)], 26, size=7.2)
    t = Table(c, f, 148, 70, {"gain": 400, "loss": 480, "er": 560}, 8, 11.5)
    c.text(36, 138, "CODE", 7, True)
    c.text(70, 138, "ÉLÉMENTS", 7, True)
    for x, text in [(400, "À PAYER"), (480, "À DÉDUIRE"), (560, "POUR INFORMATION")]:
        c.text(x, 138, text, 7, True, "right")
    c.line(30, 142, 566, 142)
    t.skip(6)
    for line in s.lines:
        t.row(f"{line.label} ({f.hours(line.hours)} h)" if line.hours else line.label, **t.amount(line.amount))
    t.row("TOTAL BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.between(s)
    t.row("IMPÔT SUR LE REVENU PRÉLEVÉ À LA SOURCE", loss=f.money(s.tax))
    t.after(s)
    c.box(30, 660, 566, 720)
    for i, (label, value) in enumerate([("BASE SS DU MOIS", s.gross), ("BASE SS DE L'ANNÉE", s.gross * s.months), ("MONTANT IMPOSABLE DU MOIS", s.taxable), ("MONTANT IMPOSABLE DE L'ANNÉE", s.taxable * s.months), ("MONTANT NET SOCIAL", s.social)]):
        if value is not None:
            c.text(36, 671 + 11 * i, label, 7)
            c.text(230, 671 + 11 * i, f.money(value), 7.5, align="right")
    for i, (label, value) in enumerate([("COÛT TOTAL EMPLOYEUR", s.cost), ("NET À PAYER AVANT IMPÔT SUR LE REVENU", s.before_tax), ("NET À PAYER", s.net)]):
        c.text(300, 674 + 17 * i, label, 8, i > 0)
        c.text(560, 674 + 17 * i, f.money(value) + " €", 9 + i, i > 0, "right")


def weeks(c, s, rng):
    """An agency that pays by the week: numbers of weeks in the head, hours of each in small boxes, the agency's stamp on the right."""
    f = Style(thousands=" ")
    c.font = "Nimbus Sans"
    c.text(36, 44, "FICHE DE PAIE", 15, True)
    c.text(36, 60, f"Travail effectué du {s.start} au {s.end}", 9)
    c.text(36, 78, f"{s.civility} {s.first} {s.last}", 10, True)
    c.text(36, 90, f"{s.home[0]} - {s.home[1]}", 8)
    c.text(36, 102, f"N° de sécurité sociale {s.nir}", 8)
    c.text(36, 114, f"Qualification {s.job}", 8)
    c.text(36, 126, f"Mis à disposition de {s.user} (SIRET {s.user_siret})", 8)
    for i, text in enumerate([s.employer, "Agence d'emploi", s.address[0], s.address[1], f"Siret {s.siret}", f"Ape {s.naf}"]):
        c.text(400, 60 + 11 * i, text, 9 if not i else 7.5, not i)
    c.box(392, 46, 562, 126, 0.8)
    t = Table(c, f, 156, 36, {"base": 300, "rate": 360, "gain": 440, "loss": 505, "er": 560}, 7.8, 11)
    c.line(36, 146, 562, 146)
    t.head("Nature", base="Nombre", rate="Taux", gain="Gains", loss="Retenues", er="Patron")
    t.pay(s, 3)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total retenues", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt", True, gain=f.money(s.before_tax))
    t.row("Retenue à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    t.skip(6)
    c.box(300, t.y - 10, 562, t.y + 12, 1)
    c.text(308, t.y + 5, f"Net à payer le {s.paid_on}", 9, True)
    c.text(554, t.y + 5, f.money(s.net) + " €", 11, True, "right")
    c.text(36, t.y + 5, f"Total des heures : {f.hours(s.hours)}", 9)
    c.text(36, t.y + 30, f"Net imposable : {f.money(s.taxable)}    Cumul : {f.money(s.taxable * s.months)}" + (f"    Net social : {f.money(s.social)}" if s.social is not None else ""), 8)


def private_employer(c, s, rng):
    """A family's slip from an online helper: who pays whom in a sentence, figures in cards."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Cantarell"
    c.text(40, 52, "Bulletin de salaire", 18, True)
    c.text(40, 70, f"Mois travaillé : {s.month_name}", 10)
    c.text(40, 100, "Particulier employeur", 7.5, grey=0.4)
    c.text(40, 113, s.employer, 10.5, True)
    c.text(40, 125, f"{s.address[0]}, {s.address[1]}", 8)
    c.text(40, 136, f"N° CESU Z{s.matricule}07", 8)
    c.text(320, 100, "Employée" if s.civility == "Mme" else "Employé", 7.5, grey=0.4)
    c.text(320, 113, f"{s.first} {s.last}", 10.5, True)
    c.text(320, 125, f"{s.home[0]}, {s.home[1]}", 8)
    c.text(320, 136, f"N° SS {s.nir}", 8)
    for i, (label, value) in enumerate([("Emploi", s.job), ("Heures payées", f.hours(s.hours) + " h"), ("Taux horaire brut", f.rate(s.lines[0].rate, 2) + " €"), ("Payé le", s.paid_on)]):
        c.box(40 + 130 * i, 154, 164 + 130 * i, 188, 0, 0.94)
        c.text(46 + 130 * i, 165, label, 7, grey=0.4)
        c.text(46 + 130 * i, 180, value, 8.5)
    c.text(40, 204, f"Du {s.start} au {s.end}", 8)
    t = Table(c, f, 224, 40, {"base": 330, "rate": 410, "gain": 550}, 8.5, 13)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %")
    t.row("Cotisations salariales", True, gain=f.money(-s.withheld))
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 1) + " %" if s.tax_rate else "0 %", gain=f.money(-s.tax))
    t.after(s)
    t.row("Net versé", True, 0, 12, gain=f.money(s.net))
    t.skip(14)
    t.row("Net imposable", gain=f.money(s.taxable))
    t.row("Net imposable depuis le début de l'année", gain=f.money(s.taxable * s.months))
    t.social(s)


def nets_first(c, s, rng):
    """The summary before the detail: nets in the head, gross and contributions below; the people in a column on the left."""
    f = Style(thousands="\u202f")
    c.font = "DejaVu Sans"
    c.text(200, 40, f"Bulletin mensuel de paie - {s.month:02d}/{s.year}", 12, True)
    c.box(30, 28, 186, 300, 0, 0.94)
    blocks = [("Employeur", [s.employer, s.address[0], s.address[1], f"Siret {s.siret}", f"Code NAF {s.naf}"]), ("Salarié", [f"{s.first} {s.last}", s.home[0], s.home[1], f"Sécu {s.nir}"]),
              ("Poste", [s.job]), ("Classification", [s.level]), ("Entrée", [long_date(s.entry)]), ("Règlement", [f"Virement du {s.paid_on}"])]
    y = 42
    for title, lines in blocks:
        c.text(36, y, title, 6.5, True, grey=0.4)
        for i, text in enumerate(lines):
            c.text(36, y + 11 + 10 * i, text, 7 if i else 7.5, not i)
        y += 20 + 10 * len(lines)
    rows = [("Net à payer avant impôt sur le revenu", s.before_tax), ("Impôt sur le revenu", s.tax)] + s.after + [("Net à payer", s.net), ("Net imposable", s.taxable), ("Montant net social", s.social), ("Total versé par l'employeur", s.cost)]
    for i, (label, amount) in enumerate((label, amount) for label, amount in rows if amount is not None):
        c.text(204, 66 + 14 * i, label, 8.5, label == "Net à payer")
        c.text(556, 66 + 14 * i, f.money(amount), 9, label == "Net à payer", "right")
    t = Table(c, f, 190, 204, {"base": 400, "rate": 440, "gain": 500, "er": 560}, 6.6, 9.6)
    t.head("", base="Base", rate="Taux", gain="Salarié", er="Employeur")
    t.pay(s, 2)
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    for k in s.contributions:
        t.fund(k, label=k.label.replace("Sécurité sociale - ", "")[:44], decimals=2)
    t.row("Total cotisations et contributions", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.skip(10)
    t.row(f"Heures du mois : {f.hours(s.hours)}" if s.hours else "Forfait annuel de 218 jours")
    t.row(f"Depuis janvier : brut {f.money(s.gross * s.months)}, imposable {f.money(s.taxable * s.months)}")


def hours_and_minutes(c, s, rng):
    """A workshop of social insertion: hours with an h, the period in words, labels and values in one line each."""
    f = Style(thousands=".", minus="before")
    c.font = "Liberation Sans"

    minutes = (s.hours * 60 + 50) // 100
    s.hours = (minutes * 100 + 30) // 60  # what is told is a whole number of minutes

    c.text(36, 44, f"Employeur : {s.employer}", 10, True)
    c.text(36, 57, f"{s.address[0]} {s.address[1]}", 8.5)
    c.text(36, 69, f"SIRET : {digits(s.siret, 9, 5, mark='-')}     APE : {s.naf}", 8.5)
    c.text(560, 44, "BULLETIN DE PAIE", 13, True, "right")
    c.text(560, 58, f"du {first_of(s.start)} au {first_of(s.end)}", 9, align="right")
    c.line(36, 78, 560, 78)
    c.text(36, 92, f"Salarié(e) : {s.civility} {s.last} {s.first}     Fonction : {s.job}     Niveau : {s.level}", 8.5)
    c.text(36, 104, f"Domicile : {s.home[0]} {s.home[1]}", 8.5)
    c.text(36, 116, f"Sécurité sociale : {s.nir}     Contrat : CDDI     Embauche : {s.entry}", 8.5)
    c.text(36, 128, f"Nombre d'heures rémunérées : {minutes // 60}h{minutes % 60:02d}     Règlement le {s.paid_on}", 8.5)
    t = Table(c, f, 156, 36, {"base": 300, "rate": 360, "gain": 450, "er": 558}, 8, 11.4)
    t.head("Rubriques de paie", base="Base", rate="Taux", gain="Montant", er="Charges employeur")
    t.pay(s, 2)
    t.row("Brut du mois", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total des retenues", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.social(s)
    t.row("Net avant impôt", True, gain=f.money(s.before_tax))
    t.row("Prélèvement à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 1) or "0,0", gain=f.money(-s.tax))
    t.after(s)
    t.row("Net à payer", True, 0, 10, gain=f.money(s.net) + " €")
    t.skip(10)
    t.row(f"Imposable du mois : {f.money(s.taxable)}     Imposable annuel : {f.money(s.taxable * s.months)}     Congés : 14,5 jours")


def small_print(c, s, rng):
    """A group's dense slip: three blocks side by side in the head, letters of six points, a strip of totals in the middle of the page."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans Narrow"
    for x, lines in [(30, [s.employer, s.address[0], s.address[1], f"SIRET {s.siret}", f"NAF {s.naf}", s.agreement]),
                     (215, [f"{s.civility} {s.first} {s.last}", f"Matricule {s.matricule}", f"NIR {s.nir}", f"Emploi : {s.job}", f"Qualification : {s.level}", f"Entrée : {s.entry}"]),
                     (430, ["BULLETIN DE PAIE", f"Paie {s.month:02d}.{s.year}", f"Payé le {s.paid_on}", f"Horaire : {f.hours(s.contract_hours) or '218 jours'}", "Virement bancaire", ""])]:
        c.box(x - 4, 28, x + (176 if x < 430 else 136), 98, 0.4)
        for i, text in enumerate(lines):
            c.text(x, 40 + 10.5 * i, text, 8.5 if not i else 7.2, not i)
    t = Table(c, f, 116, 30, {"base": 280, "rate": 330, "gain": 390, "loss": 450, "er_rate": 500, "er": 562}, 6.8, 9)
    t.head("Libellé", base="Base", rate="Taux", gain="Gains", loss="Retenues", er_rate="Taux empl.", er="Cotis. empl.")
    t.pay(s)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total cotisations", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    y = 430
    c.box(26, y, 566, y + 30, 0.6, 0.92)
    strip = [("Heures payées", f.hours(s.hours)), ("Brut", f.money(s.gross)), ("Brut année", f.money(s.gross * s.months)), ("Imposable", f.money(s.taxable)), ("Imposable année", f.money(s.taxable * s.months)), ("Net social", f.money(s.social)), ("Net payé", f.money(s.net))]
    for i, (label, value) in enumerate(strip):
        c.text(64 + 77 * i, y + 11, label, 7, i == 6, "center")
        c.text(64 + 77 * i, y + 24, value, 8, i == 6, "center")
    c.text(30, y + 48, "Congés N-1 : 3,00   N : 16,64   RTT : 2,00   Repos : 0,00     Votre bulletin est à garder sans limite de durée.", 6.5)


LAYOUTS = {
    "dark-band": (dark_band, ("company", "company", "days")),
    "word-processor": (word_processor, ("company",)),
    "month-and-year": (month_and_year, ("company", "company", "days")),
    "pipes": (pipes, ("company",)),
    "contract-agent": (contract_agent, ("company",)),
    "weeks": (weeks, ("agency",)),
    "private-employer": (private_employer, ("household",)),
    "nets-first": (nets_first, ("company", "company", "days")),
    "hours-and-minutes": (hours_and_minutes, ("company",)),
    "small-print": (small_print, ("company", "company", "days")),
}
OWN = {
    "dark-band": {"make_pay": pay_of("workshop")},
    "word-processor": {"make_pay": pay_of("restaurant")},
    "pipes": {"make_pay": pay_of("building")},
    "contract-agent": {"make_pay": pay_of("care")},
    "nets-first": {"make_pay": pay_of("shop")},
    "hours-and-minutes": {"make_pay": pay_of("cleaning")},
    "small-print": {"make_pay": pay_of("transport")},
}
