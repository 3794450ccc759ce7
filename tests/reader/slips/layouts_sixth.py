# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten more layouts, with other ideas than the fifth group's of where things stand. They were drawn together with it, before
anything was read of either; how they fared then stands in docs/remaining.md."""

from canvas import Style, plain
from kit import Table, digits, in_blocks, lines, long_date, pairs
from model import MONTHS, make_varied_lines
from trades import dress, pay_of

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = dress


def panels(c, s, rng):
    """An online service: month as the title's second line, panels for employer, employee and contract, captions above values."""
    f = Style(thousands="\u202f", euro=" €")
    c.font = "Cantarell"
    c.text(36, 50, "Bulletin de paie", 20, True)
    c.text(36, 66, f"{MONTHS[s.month - 1].capitalize()} {s.year}", 11, grey=0.35)
    c.text(36, 78, f"Du {long_date(s.start)} au {long_date(s.end)}", 7.5, grey=0.35)
    for x, title in [(36, "Entreprise"), (220, "Salarié"), (404, "Contrat")]:
        c.box(x, 92, x + 164, 196, 0, 0.94)
        c.text(x + 8, 105, title.upper(), 6.5, True, grey=0.45)
    for i, text in enumerate([s.employer, s.address[0], s.address[1], f"SIRET {digits(s.siret, 3, 3, 3, 5)}", f"NAF {s.naf}", "Urssaf Nulle-Part"]):
        c.text(44, 119 + 12 * i, text, 8.5 if not i else 7.5, not i)
    for i, text in enumerate([f"{s.first} {s.last}", s.home[0], s.home[1], f"Sécurité sociale {s.nir}", f"Matricule {s.matricule}"]):
        c.text(228, 119 + 12 * i, text, 8.5 if not i else 7.5, not i)
    for i, (label, value) in enumerate([("Intitulé du poste", s.job), ("Classification", s.level), ("Date de début", long_date(s.entry)), ("Type", "CDI")]):
        c.text(412, 118 + 20 * i, label, 6, grey=0.45)
        c.text(412, 127 + 20 * i, value, 8)
    t = Table(c, f, 220, 36, {"base": 320, "rate": 385, "gain": 470, "er": 560}, 7.6, 11)
    t.head("", False, base="Base", rate="Taux salarial", gain="Montant salarial", er="Montant patronal")
    for line in s.lines:
        t.row(line.label, base=f.hours(line.hours) + " h" if line.hours else "", rate=f.rate(line.rate, 2), gain=f.money(line.amount))
    t.row("Salaire brut", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        if rows:
            t.row(heading.capitalize() if heading.isupper() else heading)
        for k in rows:
            t.fund(k, indent=8, decimals=2, percent=" %")
    t.row("Total cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    c.box(36, 640, 300, 740, 0, 0.94)
    c.box(306, 640, 560, 740, 0, 0.94)
    figures = [("Coût total pour l'entreprise", f.money(s.cost)), ("Net imposable", f.money(s.taxable)), ("Net imposable depuis janvier", f.money(s.taxable * s.months)),
               ("Heures rémunérées", f.hours(s.hours) + " h" if s.hours else "Forfait 218 jours"), ("Congés payés restants", "13,5 jours")]
    pairs(c, 44, 656, figures, 15, 7.5, 140)
    rows = [("Montant net social", s.social), ("Net à payer avant impôt sur le revenu", s.before_tax), ("Impôt prélevé à la source", -s.tax)] + [(label, -amount) for label, amount in s.after]
    y = 656
    for label, amount in rows:
        if amount is not None:
            c.text(314, y, label, 7.5)
            c.text(552, y, f.money(amount), 7.5, align="right")
            y += 12
    c.text(314, 728, "Net payé", 11, True)
    c.text(552, 728, f.money(s.net), 13, True, "right")
    c.text(36, 756, f"Versé le {long_date(s.paid_on)} par virement bancaire", 7.5, grey=0.35)


def codes_and_cents(c, s, rng):
    """A service bureau for large firms: codes before each line, figures in a head strip without words, months in two columns."""
    f = Style(thousands=" ", minus="after")
    c.font = "Nimbus Mono PS"
    c.text(30, 40, plain(s.employer), 10, True)
    c.text(30, 51, plain(f"{s.address[0]} {s.address[1]}"), 8)
    c.text(30, 62, f"SIRET {digits(s.siret, 9, 5)}  NAF {s.naf}", 8)
    c.text(566, 40, "BULLETIN DE PAIE", 11, True, "right")
    c.text(566, 52, f"PERIODE {s.month:02d}/{s.year}", 9, align="right")
    c.text(566, 63, f"PAIEMENT {s.paid_on}", 8, align="right")
    c.box(28, 70, 568, 100)
    for x, label, value in [(32, "MATRICULE", s.matricule), (94, "NOM PRENOM", plain(f"{s.last} {s.first}")), (300, "EMPLOI", plain(s.job)), (500, "COEF", "185")]:
        c.text(x, 80, label, 6.5)
        c.text(x, 94, value, 8, True)
    c.box(28, 104, 568, 134)
    for x, label, value in [(32, "NO SECURITE SOCIALE", s.nir), (170, "ANCIENNETE", s.entry), (260, "HORAIRE", f.hours(s.contract_hours)), (330, "CONVENTION", plain(s.agreement)[:38])]:
        c.text(x, 114, label, 6.5)
        c.text(x, 128, value, 8)
    c.text(340, 160, plain(f"{s.civility} {s.first} {s.last}"), 9)
    c.text(340, 172, plain(s.home[0]), 9)
    c.text(340, 184, plain(s.home[1]), 9)
    t = Table(c, f, 214, 30, {"base": 330, "rate": 385, "gain": 450, "loss": 512, "er": 568}, 7.4, 9.6, codes=100)
    c.line(28, 204, 568, 204)
    t.row("LIBELLE", True, code=False, base="NOMBRE/BASE", rate="TAUX", gain="A PAYER", loss="A RETENIR", er="PATRONAL")
    c.line(28, 218, 568, 218)
    t.skip(5)
    t.pay(s, upper=True)
    t.row("BRUT TOTAL", True, gain=f.money(s.gross))
    for k in s.contributions:
        t.fund(k, label=plain(k.label)[:38])
    t.row("TOTAL COTISATIONS", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s, True)
    t.row("NET A PAYER AVANT IMPOT", True, gain=f.money(s.before_tax))
    t.row("RETENUE A LA SOURCE IR", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s, True)
    t.social(s, "MONTANT NET SOCIAL", "base")
    c.line(28, 690, 568, 690)
    for i, (label, month) in enumerate([("HEURES", s.hours), ("BRUT", s.gross), ("BASE SS", min(s.gross, 386400)), ("NET IMPOSABLE", s.taxable)]):
        x = 190 + 88 * i
        c.text(x, 702, label, 7, align="right")
        c.text(x, 714, f.money(month), 7.5, align="right")
        c.text(x, 726, f.money(None if month is None else month * s.months), 7.5, align="right")
    c.text(30, 714, "MOIS", 7)
    c.text(30, 726, "ANNEE", 7)
    c.text(566, 704, "NET A PAYER", 9, True, "right")
    c.text(566, 720, f.money(s.net), 12, True, "right")


def two_sides(c, s, rng):
    """Landscape: what is paid on the left, what is withheld on the right, the nets in a strip along the foot."""
    f = Style(thousands=".", decimal=",")
    c.surface.set_size(842, 595)
    c.font = "Noto Sans"
    c.text(421, 34, f"Bulletin de salaire du {s.start} au {s.end}", 13, True, "center")
    c.box(30, 44, 415, 122)
    c.box(427, 44, 812, 122)
    pairs(c, 38, 58, [("Employeur", s.employer), ("Adresse", f"{s.address[0]}, {s.address[1]}"), ("Siret / Ape", f"{s.siret} / {s.naf}"), ("Convention", s.agreement)], 14, 8, 64, " :")
    pairs(c, 435, 58, [("Nom, prénom", f"{s.last}, {s.first}"), ("Adresse", f"{s.home[0]}, {s.home[1]}"), ("N° SS", s.nir), ("Emploi", s.job), ("Échelon", s.level)], 14, 8, 64, " :")
    c.text(38, 114, f"Entrée : {s.entry}     Règlement : {s.paid_on} (virement)", 8)
    c.text(30, 142, "ÉLÉMENTS DU SALAIRE", 8.5, True)
    c.text(427, 142, "COTISATIONS ET RETENUES", 8.5, True)
    left = Table(c, f, 158, 30, {"base": 260, "rate": 325, "gain": 410}, 8, 12)
    left.head("", base="Nombre", rate="Taux", gain="Montant")
    left.pay(s)
    left.skip(4)
    left.row("Total brut", True, gain=f.money(s.gross))
    right = Table(c, f, 158, 427, {"base": 660, "rate": 710, "gain": 760, "er": 812}, 7, 10.5)
    right.head("", base="Base", rate="Taux", gain="Salarié", er="Employeur")
    right.contributions(s.contributions, sign=1)
    right.row("Total cotisations", True, gain=f.money(s.withheld), er=f.money(s.employer_part))
    left.y = 360
    left.row("AUTRES ÉLÉMENTS", True)
    left.between(s)
    for label, amount in s.after:
        left.add(label, -amount)
    left.row("Impôt sur le revenu (PAS)", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    c.box(30, 500, 812, 548, 0.8)
    strip = [("Heures payées", f.hours(s.hours)), ("Salaire brut", f.money(s.gross)), ("Net imposable", f.money(s.taxable)), ("Cumul imposable", f.money(s.taxable * s.months)),
             ("Net social", f.money(s.social)), ("Net avant impôt", f.money(s.before_tax)), ("NET À PAYER", f.money(s.net))]
    for i, (label, value) in enumerate(strip):
        c.text(86 + 111 * i, 516, label, 8, i == 6, "center")
        c.text(86 + 111 * i, 536, value, 10, i == 6, "center")
    c.text(30, 566, "Congés acquis 20,00 - pris 8,00 - solde 12,00.  Bulletin à conserver sans limitation de durée.", 7)


def childminder(c, s, rng):
    """The statement for a childminder: parent employer, child, days of care, maintenance allowance."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Liberation Sans"
    c.text(40, 42, "pajemploi", 17, True, grey=0.3)
    c.text(555, 42, "Bulletin de paie", 14, True, "right")
    c.text(555, 56, f"Période d'emploi : {s.month_name}", 9, align="right")
    c.text(40, 84, "VOTRE EMPLOYEUR", 8, True, grey=0.3)
    c.text(40, 97, s.employer, 10)
    lines(c, 40, 109, s.address, 11, 9)
    c.text(40, 131, f"N° Pajemploi : Y{s.matricule}99", 8)
    c.text(320, 84, "SALARIÉ(E)", 8, True, grey=0.3)
    c.text(320, 97, f"{s.first} {s.last}", 10)
    lines(c, 320, 109, s.home, 11, 9)
    c.text(320, 131, f"N° Sécurité sociale : {s.nir}", 8)
    c.text(320, 142, f"Emploi : {s.job}", 8)
    c.line(40, 154, 555, 154)
    left = [("Dates d'emploi", f"du {s.start} au {s.end}"), ("Enfant gardé", "Achille-Test"), ("Nombre d'heures normales", f.hours(s.hours)), ("Nombre d'heures majorées", "0"), ("Nombre de jours d'activité", "17"),
            ("Nombre de jours de congés payés", "0"), ("Salaire horaire brut", f.rate(s.lines[0].rate, 2) + " €")]
    pairs(c, 40, 172, left, 14, 9, 190)
    t = Table(c, f, 290, 40, {"base": 360, "rate": 430, "gain": 550}, 9, 14)
    t.head("Rubriques", base="Base", rate="Taux", gain="Part salariale")
    t.row("Total brut soumis à cotisations", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %", sign=-1)
    t.row("Montant total des cotisations", True, gain=f.money(-s.withheld))
    t.social(s)
    t.row("Montant net imposable", gain=f.money(s.taxable))
    t.row("Salaire net avant impôt", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    t.skip(6)
    t.row("SALAIRE NET À PAYER", True, 0, 11, gain=f.money(s.net))
    c.text(40, 720, f"Date de paiement du salaire : {s.paid_on}", 9)
    c.text(40, 734, f"Cumul imposable de l'année : {f.money(s.taxable * s.months)}", 9)


def missions(c, s, rng):
    """An agency's month with a list of missions first; its own name in a band, hours as a total under the list."""
    f = Style(thousands=" ", decimal=".")
    c.font = "Liberation Sans"
    c.box(30, 28, 565, 56, 0, 0.8)
    c.text(40, 47, s.employer, 14, True)
    c.text(555, 47, "Bulletin de salaire intérimaire", 11, True, "right")
    c.text(30, 70, f"{s.address[0]} - {s.address[1]} - SIRET {digits(s.siret, 3, 3, 3, 5)} - APE {s.naf}", 7.5)
    c.text(30, 92, f"Intérimaire : {s.first} {s.last}", 9.5, True)
    c.text(30, 104, f"{s.home[0]} {s.home[1]}", 8.5)
    c.text(30, 116, f"Sécurité sociale : {s.nir}", 8.5)
    c.text(565, 92, f"Mois de paie : {s.month_name}", 9.5, True, "right")
    c.text(565, 104, f"Du {s.start} au {s.end}", 8.5, align="right")
    c.text(565, 116, f"Virement du {s.paid_on}", 8.5, align="right")
    c.text(30, 138, "Mission", 7.5, True)
    c.text(110, 138, "Entreprise utilisatrice", 7.5, True)
    c.text(300, 138, "Qualification", 7.5, True)
    c.text(430, 138, "Taux de référence", 7.5, True)
    c.text(565, 138, "SIRET utilisateur", 7.5, True, "right")
    c.line(30, 142, 565, 142, 0.4)
    c.text(30, 153, "M-99-8841", 8)
    c.text(110, 153, s.user, 8)
    c.text(300, 153, s.job, 8)
    c.text(430, 153, f.rate(s.lines[0].rate, 2), 8)
    c.text(565, 153, s.user_siret, 8, align="right")
    t = Table(c, f, 180, 30, {"base": 290, "rate": 345, "gain": 425, "loss": 495, "er": 565}, 7.8, 11)
    t.head("Rubrique", base="Qté / Base", rate="Taux", gain="Gain", loss="Retenue", er="Ch. patronales")
    t.pay(s, 2)
    t.row(f"Total heures de la période : {f.hours(s.hours)}")
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("TOTAL COTISATIONS", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("PAS non personnalisé", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0.00", loss=f.money(s.tax))
    t.after(s)
    t.skip(4)
    t.row("NET PAYÉ", True, 0, 11, gain=f.money(s.net))
    t.skip(8)
    t.row(f"Net imposable du mois {f.money(s.taxable)}   de l'année {f.money(s.taxable * s.months)}")
    if s.social is not None:
        t.row(f"Montant net social du mois {f.money(s.social)}")


def service_title(c, s, rng):
    """What the collecting bodies print for small firms and associations: numbered paragraphs in one column, dotted leaders."""
    f = Style(thousands=" ")
    c.font = "DejaVu Serif"
    c.text(40, 44, "Titre emploi service entreprise", 12, True)
    c.text(40, 58, "Bulletin de paie conforme aux déclarations de l'employeur", 8)
    c.text(40, 80, "Employeur", 9, True)
    c.text(40, 93, s.employer, 9)
    c.text(40, 105, f"{s.address[0]} {s.address[1]}", 8)
    c.text(40, 117, f"Siret {digits(s.siret, 3, 3, 3, 5, mark='.')}", 8)
    c.text(220, 117, f"Code APE {s.naf}", 8)
    c.text(40, 138, "Salarié", 9, True)
    c.text(40, 151, f"{s.civility} {s.first} {s.last}", 9)
    c.text(40, 163, f"{s.home[0]} {s.home[1]}", 8)
    c.text(40, 175, f"Numéro de sécurité sociale {s.nir}", 8)
    t = Table(c, f, 200, 40, {"base": 330, "rate": 390, "gain": 468, "er": 556}, 8, 11.5, leader=True)
    for label, value in [("Période d'emploi", f"du {s.start} au {s.end}"), ("Emploi", s.job), ("Convention collective", s.agreement), ("Date de versement", s.paid_on), ("Nombre d'heures rémunérées", f.hours(s.hours))]:
        t.row(label, gain=value)
    t.skip(8)
    t.leader = None
    t.head("", base="Base", rate="Taux", gain="Part salariale", er="Part patronale")
    t.leader = True
    for line in s.lines:
        t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate, 2), gain=f.money(line.amount))
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total des cotisations et contributions", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Rémunération nette fiscale", gain=f.money(s.taxable))
    t.social(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Montant de l'impôt prélevé à la source", gain=f.money(-s.tax))
    t.after(s)
    t.row("Net à payer après impôt sur le revenu", True, gain=f.money(s.net))


def window_letter(c, s, rng):
    """The employee in the window at the right, everything about the employer small above it; totals in a column beside the table."""
    f = Style(thousands=" ")
    c.font = "Nimbus Sans"
    c.text(297, 30, f"{s.employer} - {s.address[0]} - {s.address[1]} - SIRET {s.siret} - NAF {s.naf}", 7, align="center")
    c.line(36, 36, 560, 36, 0.4)
    c.text(36, 60, "BULLETIN DE PAIE", 15, True)
    c.text(36, 78, f"Paie de {s.month_name}", 11)
    c.text(36, 92, f"Versement le {s.paid_on}", 8)
    c.text(320, 100, f"{s.civility} {s.last} {s.first}", 10)
    lines(c, 320, 113, s.home, 13, 10)
    c.box(36, 160, 180, 640, 0, 0.92)
    rows = [("Salarié", f"{s.first} {s.last}"), ("Matricule", s.matricule), ("Fonction", s.job), ("Coefficient", s.level), ("Entrée dans la société", s.entry), ("Sécurité sociale", s.nir),
            ("Convention", s.agreement), ("Horaire mensuel", f.hours(s.contract_hours) or "218 jours par an"), ("Heures payées du mois", f.hours(s.hours) or "-"), ("Salaire brut du mois", f.money(s.gross)), ("Salaire brut de l'année", f.money(s.gross * s.months)),
            ("Net imposable du mois", f.money(s.taxable)), ("Net imposable de l'année", f.money(s.taxable * s.months)), ("Total versé par l'employeur", f.money(s.cost)), ("Congés : reste", "17,5 jours")]
    for i, (label, value) in enumerate(rows):
        c.text(42, 176 + 30 * i, label, 6.5, grey=0.4)
        c.text(42, 188 + 30 * i, value, 7.6)
    t = Table(c, f, 174, 190, {"base": 390, "rate": 430, "gain": 490, "er": 560}, 6.8, 10)
    t.head("", base="Base", rate="Taux", gain="Salarié", er="Employeur")
    t.pay(s, 2)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    for k in s.contributions:
        t.fund(k, label=k.label.replace("Sécurité sociale", "SS").replace("Maladie Maternité Invalidité Décès", "maladie")[:42], decimals=2)
    t.row("Cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.social(s, column="base")
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 1), gain=f.money(-s.tax))
    t.after(s)
    c.box(190, 650, 560, 690, 1)
    c.text(200, 675, "Net à payer en euros", 12, True)
    c.text(550, 675, f.money(s.net), 14, True, "right")


def first_programs(c, s, rng):
    """A program of the years before 2018: lines of dashes, funds by name, the net in a double frame, no boxes else."""
    f = Style(thousands="", decimal=",")
    c.font = "Nimbus Roman"
    c.text(40, 50, s.employer, 12, True)
    lines(c, 40, 63, s.address, 11, 9)
    c.text(40, 90, f"N° SIRET: {s.siret}", 8.5)
    c.text(40, 101, f"Code A.P.E.: {s.naf}", 8.5)
    c.text(40, 112, "Cotisations URSSAF sous le n° 99 123456789012", 8.5)
    c.text(320, 50, f"Bulletin de paie : {MONTHS[s.month - 1].upper()} {s.year}", 11, True)
    c.text(320, 65, f"Règlement : {s.paid_on} par chèque", 9)
    c.text(320, 90, f"{s.civility} {s.first} {s.last}", 10)
    lines(c, 320, 102, s.home, 12, 10)
    c.text(40, 136, f"Qualification: {s.job}", 9)
    c.text(40, 147, f"Coefficient: {s.level}", 9)
    c.text(320, 136, f"N° S.S.: {s.nir}", 9)
    c.text(320, 147, f"Date d'entrée: {s.entry}", 9)
    c.text(40, 158, f"Convention collective: {s.agreement}", 9)
    t = Table(c, f, 182, 40, {"base": 280, "rate": 335, "gain": 405, "loss": 465, "er_rate": 510, "er": 556}, 8, 10.5)
    t.head("Désignation", base="Base", rate="Taux", gain="Gains", loss="Retenues", er_rate="Tx patr.", er="Patronal")
    t.pay(s)
    t.row("TOTAL BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("TOTAL DES RETENUES", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.row(f"NET IMPOSABLE : {f.money(s.taxable)}")
    t.between(s)
    t.after(s)
    c.box(380, 640, 556, 676, 1)
    c.box(383, 643, 553, 673, 0.5)
    c.text(390, 662, "NET À PAYER :", 10, True)
    c.text(546, 662, f.money(s.net) + " EUR", 11, True, "right")
    c.text(40, 650, f"Heures travaillées : {f.hours(s.hours)}   Cumul : {f.hours(s.hours * s.months)}", 8.5)
    c.text(40, 662, f"Cumul imposable : {f.money(s.taxable * s.months)}   Cumul brut : {f.money(s.gross * s.months)}", 8.5)
    c.text(40, 674, "Congés acquis : 25,00   pris : 12,00", 8.5)


def guard_planning(c, s, rng):
    """A guards' firm: the planning of the month beside the head, nights and Sundays as increases only, totals in a ladder."""
    f = Style(thousands=" ", minus="apart")
    c.font = "DejaVu Sans"
    c.text(30, 40, "BULLETIN DE PAIE", 13, True)
    c.text(200, 40, f"MOIS : {plain(MONTHS[s.month - 1])} {s.year}", 10, True)
    c.text(30, 58, "Raison sociale", 6.5, grey=0.4)
    c.text(30, 69, s.employer, 10, True)
    c.text(30, 80, f"{s.address[0]}, {s.address[1]}", 7.5)
    c.text(30, 91, f"Siret : {digits(s.siret, 9, 5)}   Naf : {s.naf}   Autorisation CNAPS AUT-099-2099-01-01-99999999999", 6.5)
    c.text(30, 110, "Nom et prénom du salarié", 6.5, grey=0.4)
    c.text(30, 121, f"{s.last} {s.first}", 10, True)
    c.text(30, 132, f"{s.home[0]}, {s.home[1]}", 7.5)
    c.text(30, 150, f"Emploi : {s.job}", 8)
    c.text(230, 150, f"Classification : {s.level}", 8)
    c.text(30, 161, f"N° SS : {s.nir}", 8)
    c.text(230, 161, f"Entrée le : {s.entry}", 8)
    c.text(30, 172, f"Paiement : virement du {s.paid_on}", 8)
    c.box(420, 50, 566, 176, 0.4)
    c.text(493, 60, "Planning du mois", 7, True, "center")
    for i, (label, value) in enumerate([("Heures de jour", f.hours(max(s.hours - 5600, 0))), ("Heures de nuit", "56,00"), ("Dimanches", "2"), ("Paniers", "14"), ("Solde congés", "9,50")]):
        c.text(426, 76 + 14 * i, label, 7)
        c.text(560, 76 + 14 * i, value, 7, align="right")
    t = Table(c, f, 200, 30, {"base": 300, "rate": 355, "gain": 430, "loss": 498, "er": 564}, 7.2, 10)
    c.box(28, 190, 566, 204, 0.4, 0.9)
    t.head("Libellé", base="Base", rate="Taux", gain="Gains", loss="Retenues", er="Charges empl.")
    t.pay(s)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total retenues", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Impôt prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), loss=f.money(s.tax))
    t.after(s)
    ladder = [("Total heures payées", f.hours(s.hours)), ("Brut fiscal cumulé", f.money(s.gross * s.months)), ("Net fiscal", f.money(s.taxable)), ("Net fiscal cumulé", f.money(s.taxable * s.months)),
              ("Montant net social", f.money(s.social)), ("Net à payer avant impôt", f.money(s.before_tax)), ("NET À PAYER", f.money(s.net) + " €")]
    for i, (label, value) in enumerate(ladder):
        c.box(340, 620 + 15 * i, 460, 635 + 15 * i, 0.4, 0.95 if i < 6 else 0.85)
        c.box(460, 620 + 15 * i, 566, 635 + 15 * i, 0.4)
        c.text(344, 631 + 15 * i, label, 7.5, i == 6)
        c.text(562, 631 + 15 * i, value, 8, i == 6, "right")


def continued(c, s, rng):
    """Two pages: the second carries the employer's strip again, the totals and the year's."""
    f = Style(thousands=" ")
    c.font = "URW Gothic"

    def strip(page):
        c.text(36, 40, s.employer, 10, True)
        c.text(36, 51, f"SIRET : {s.siret}   Code NAF : {s.naf}", 7)
        c.text(560, 40, f"Bulletin de paie - {MONTHS[s.month - 1]} {s.year}", 10, True, "right")
        c.text(560, 51, f"{s.last} {s.first} - matricule {s.matricule} - page {page}/2", 7, align="right")
        c.line(36, 58, 560, 58)

    strip(1)
    c.text(36, 74, f"{s.address[0]} {s.address[1]}", 7)
    c.text(330, 92, f"{s.civility} {s.first} {s.last}", 9)
    lines(c, 330, 104, s.home, 12, 9)
    pairs(c, 36, 92, [("Période de paie", f"{s.start} - {s.end}"), ("Date de paiement", s.paid_on), ("Emploi", s.job), ("Niveau", s.level), ("Embauche", s.entry), ("Sécurité sociale", s.nir)], 11, 7.5, 84)
    t = Table(c, f, 190, 36, {"base": 310, "rate": 370, "gain": 460, "er": 558}, 7.6, 12)
    t.head("Rubriques", base="Base", rate="Taux", gain="Montant salarié", er="Montant employeur")
    t.pay(s)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.skip(20)
    t.row("à suivre page 2")
    c.page()
    strip(2)
    t.y = 90
    t.row("Total des cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net imposable", gain=f.money(s.taxable))
    t.social(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    t.skip(6)
    t.row("Net à payer", True, 0, 12, gain=f.money(s.net))
    t.skip(20)
    t.row("Totaux de l'année", True)
    t.row("Brut", gain=f.money(s.gross * s.months))
    t.row("Imposable", gain=f.money(s.taxable * s.months))
    if s.hours:
        t.row("Heures", gain=f.hours(s.hours * s.months))


LAYOUTS = {
    "panels": (panels, ("company", "company", "days")),
    "codes-and-cents": (codes_and_cents, ("company",)),
    "two-sides": (two_sides, ("company",)),
    "childminder": (childminder, ("household",)),
    "missions": (missions, ("agency",)),
    "service-title": (service_title, ("company",)),
    "window-letter": (window_letter, ("company", "company", "days")),
    "first-programs": (first_programs, ("company",)),
    "guard-planning": (guard_planning, ("company",)),
    "continued": (continued, ("company", "company", "days")),
}
OWN = {
    "panels": {"make_pay": pay_of("shop")},
    "codes-and-cents": {"make_pay": pay_of("workshop")},
    "two-sides": {"make_pay": pay_of("transport")},
    "service-title": {"make_pay": pay_of("restaurant")},
    "window-letter": {"make_pay": pay_of("care")},
    "first-programs": {"make_pay": pay_of("building"), "years": range(2008, 2018)},
    "guard-planning": {"make_pay": pay_of("guards")},
}
