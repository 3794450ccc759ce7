# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten layouts after what lies on the table of a union's delegate: printed forms of small firms, accountants' sheets, households,
agencies, trades with customs of their own. They were drawn without looking at the reader's rules or at its misses."""

from canvas import Style, plain
from kit import Table, cells, pairs, ruled, sheet, stack
from layouts_fifth import in_blocks, long_date
from layouts_sixth import digits
from model import MONTHS, make_varied_lines
from trades import dress, pay_of

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = dress


def short_year(date):
    return date[:6] + date[8:]


def form_sheet(c, s, rng):
    """The common program of small firms: a printed form with upright rules down the page, totals of month and year at the foot."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    stack(c, 30, 40, [s.employer, *s.address], 11, 8.5)
    pairs(c, 30, 76, [("Siret", digits(s.siret, 3, 3, 3, 5)), ("Code Naf", s.naf), ("Urssaf/Msa", "URSSAF NULLE-PART")], 10, 7.5, 48, " :")
    c.box(310, 28, 566, 50, 0.6, 0.88)
    c.text(438, 43, "BULLETIN DE SALAIRE", 11, True, "center")
    pairs(c, 312, 62, [("Période", f"du {short_year(s.start)} au {short_year(s.end)}"), ("Paiement", f"le {short_year(s.paid_on)} par virement")], 10, 7.5, 48, " :")
    pairs(c, 30, 118, [("Matricule", s.matricule), ("N° sécurité sociale", s.nir), ("Emploi", s.job), ("Statut professionnel", "Cadre" if s.kind == "days" else "Employé"), ("Niveau", s.level), ("Entrée", short_year(s.entry))],
          10.5, 7.5, 80, " :")
    stack(c, 330, 124, [f"{s.civility} {s.last} {s.first}", *s.home], 12, 9.5, 0)
    c.text(30, 186, f"Convention collective : {s.agreement}", 7.5)
    xs = [28, 232, 286, 326, 380, 432, 476, 566]
    ruled(c, xs, 205, 640)
    c.box(326, 194, 432, 205, 0.4, 0.88)
    c.box(432, 194, 566, 205, 0.4, 0.88)
    c.text(379, 202, "Part salarié", 7, True, "center")
    c.text(499, 202, "Part employeur", 7, True, "center")
    t = Table(c, f, 215, 31, {"base": 284, "rate": 324, "loss": 378, "gain": 430, "er_rate": 474, "er": 564}, 7, 10.4)
    t.head("Désignation", base="Nbre ou base", rate="Taux", loss="À déduire", gain="À payer", er_rate="Taux", er="Montant", size=6.5)
    c.line(28, 219, 566, 219, 0.4)
    t.pay(s)
    t.row("Total brut", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        if rows:
            t.row(heading.capitalize() if heading.isupper() else heading, True)
            t.contributions(rows)
    t.row("Total des cotisations", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), loss=f.money(s.tax))
    t.after(s)
    hours = [s.hours, None if s.hours is None else s.hours * s.months]
    rows = [("Cumuls", "Salaire brut", "Charges salariales", "Charges patronales", "Heures travaillées", "Net imposable")]
    rows += [(name, f.money(s.gross * n), f.money(s.withheld * n), f.money(s.employer_part * n), f.hours(h), f.money(s.taxable * n))
             for name, n, h in zip(("Période", "Année"), (1, s.months), hours)]
    sheet(c, 28, 646, [44, 66, 72, 72, 70, 66], rows, 13, 6.8)
    c.box(424, 646, 566, 685, 1)
    c.text(495, 660, "Net payé", 9, True, "center")
    c.text(495, 677, f.money(s.net) + " euros", 12, True, "center")
    if s.social is not None:
        cells(c, 28, 692, [(120, "Montant net social", f.money(s.social))])
    cells(c, 154, 692, [(60, "Congés N-1", "4,50"), (60, "Congés N", "12,50"), (100, "Total versé employeur", f.money(s.cost))])
    c.text(28, 736, "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée.", 6.5, italic=True)


def accountant(c, s, rng):
    """An accountant's sheet for a client: the client's address left, the office's name at the foot, captions above values in a strip."""
    f = Style(thousands="")
    c.font = "Nimbus Sans"
    c.text(297, 38, "B U L L E T I N   D E   P A I E", 13, True, "center")
    c.box(30, 50, 290, 120, 0.6)
    c.box(305, 50, 565, 120, 0.6)
    c.text(36, 47, "EMPLOYEUR", 6, grey=0.3)
    c.text(311, 47, "SALARIÉ", 6, grey=0.3)
    stack(c, 38, 66, [s.employer, *s.address], 12, 9)
    c.text(38, 112, f"SIRET {s.siret}      APE {s.naf}", 8)
    stack(c, 313, 66, [f"{s.first} {s.last}", *s.home], 12, 9)
    c.text(313, 112, f"N° S.S. {s.nir}", 8)
    cells(c, 30, 128, [(85, "Période de paie", f"{s.month:02d}/{s.year}"), (80, "Date de paiement", s.paid_on), (175, "Emploi occupé", s.job), (115, "Classification", s.level), (80, "Ancienneté au", s.entry)], size=7.5)
    cells(c, 30, 156, [(255, "Convention collective applicable", s.agreement), (85, "Horaire mensuel", f.hours(s.contract_hours)), (115, "Mode de règlement", "Virement"), (80, "Matricule", s.matricule)], size=7.5)
    t = Table(c, f, 202, 32, {"base": 330, "rate": 382, "gain": 444, "er_rate": 500, "er": 563}, 7.4, 10.6)
    c.box(30, 190, 565, 207, 0, 0.85)
    t.head("Rubriques", base="Base", rate="Taux sal.", gain="Montant sal.", er_rate="Taux pat.", er="Montant pat.")
    for line in s.lines:
        t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate, 3), gain=f.money(line.amount))
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    for k in s.contributions:
        own = {"rate": f.percent(k.rate, 2), "gain": f.money(-k.amount)} if k.amount else {}
        t.row(k.label, base=f.money(k.base), **own, er_rate=f.percent(k.employer_rate, 2), er=f.money(k.employer_amount) if k.employer_amount else "")
    t.row("Total des cotisations et contributions", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row(f"dont évolution de la rémunération liée à la suppression des cotisations chômage et maladie : {f.money(s.gross * 14 // 1000)}", size=6.2)
    t.row("Impôt sur le revenu - taux personnalisé" if s.tax_rate else "Impôt sur le revenu - taux neutre", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    y = 640
    for left, right in [(("Heures du mois", f.hours(s.hours)), ("Heures de l'année", f.hours(s.hours * s.months))),
                        (("Brut du mois", f.money(s.gross)), ("Brut de l'année", f.money(s.gross * s.months))),
                        (("Net imposable du mois", f.money(s.taxable)), ("Net imposable de l'année", f.money(s.taxable * s.months)))]:
        pairs(c, 36, y, [left], size=7.8, gap=92, colon=" :")
        pairs(c, 196, y, [right], size=7.8, gap=98, colon=" :")
        y += 13
    c.box(30, 628, 370, 674, 0.5)
    c.box(385, 628, 565, 674, 0.5, 0.85)
    c.text(393, 655, "NET À PAYER", 11, True)
    c.text(558, 656, f.money(s.net) + " €", 14, True, "right")
    c.text(297, 760, "Paie établie par le cabinet COMPTE & CONTE, expertise comptable - 4 place du Vide, 99330 VILLEBIDON - www.comptes-et-contes.invalid", 6.5, grey=0.35, align="center")


def bureau(c, s, rng):
    """A service bureau for large firms: the person's window at the left, the firm small at the right, narrow letters, shaded blocks."""
    f = Style(thousands=" ", minus="after")
    c.font = "Liberation Sans Narrow"
    c.text(30, 36, "BULLETIN DE PAIE", 12, True)
    first, last = (s.start[:2].lstrip("0"), s.end[:2].lstrip("0"))
    c.text(30, 50, f"du {first}{'er' if first == '1' else ''} au {last} {s.month_name}", 9.5)
    stack(c, 565, 36, [s.employer, " - ".join(s.address), f"SIRET : {digits(s.siret, 9, 5)} - APE : {s.naf}", s.agreement], 10, 7.5, align="right")
    stack(c, 60, 104, [f"{s.civility} {s.first} {s.last}", *s.home], 13, 10, 0)
    facts = [("Matricule", s.matricule), ("Sécurité sociale", s.nir), ("Emploi", s.job), ("Classification", s.level), ("Date d'ancienneté", s.entry), ("Date de paiement", s.paid_on)]
    c.box(330, 84, 565, 158, 0.4)
    pairs(c, 336, 96, facts, 11.4, 8, 74)
    t = Table(c, f, 180, 34, {"base": 320, "rate": 356, "gain": 436, "er_rate": 490, "er": 562}, 7.8, 10)
    c.box(30, 170, 565, 184, 0, 0.75)
    t.head("ÉLÉMENTS DE PAIE", base="BASE", rate="TAUX", gain="À PAYER / À RETENIR", er_rate="TAUX EMPL.", er="PART EMPLOYEUR", size=7)
    for line in s.lines:
        t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate), gain=f.money(line.amount))
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        c.box(30, t.y - 7.5, 565, t.y + 2.2, 0, 0.92)
        t.row(heading.upper(), True, size=7)
        t.contributions(rows, 4)
    t.row("TOTAL DES COTISATIONS ET CONTRIBUTIONS", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.skip(4)
    c.box(30, t.y - 9, 565, t.y + 3.5, 0.4)
    t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, size=9, gain=f.money(s.before_tax))
    t.skip(3)
    t.row("PRÉLÈVEMENT À LA SOURCE", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    c.box(30, 650, 565, 672, 0.8, 0.75)
    c.text(36, 665, "NET PAYÉ EN EUROS", 11, True)
    c.text(436, 665, f.money(s.net), 12, True, "right")
    c.text(558, 665, f"virement du {s.paid_on}", 7.5, align="right")
    rows = [("", "Heures payées", "Brut", "Base plafonnée", "Net fiscal", "Net social", "Coût global")]
    for name, n in (("MOIS", 1), ("CUMUL", s.months)):
        figures = [s.gross, min(s.gross, 400500), s.taxable, s.social, s.cost]
        rows.append((name, f.hours(s.hours * n) if s.hours else "forfait jours", *(f.money(None if v is None else v * n) for v in figures)))
    sheet(c, 30, 682, [55, 80, 80, 80, 80, 80, 80], rows, 13, 7.5)
    c.text(30, 740, "Solde de congés au dernier jour du mois : année en cours 14,58 - année échue 3,00. Une question ? Votre service paie vous répond au 01 99 00 12 34.", 7)


def household_voucher(c, s, rng):
    """The attestation of the national centre for households: two framed addresses, few lines, the net of the voucher in a box."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.text(40, 46, "Chèque emploi service universel", 13, True, grey=0.25)
    c.text(40, 60, "Centre national - 99999 SAINT-GLINGLIN CEDEX 9", 7.5, grey=0.25)
    c.text(555, 46, "BULLETIN DE SALAIRE", 13, True, "right")
    c.text(555, 60, f"Établi le {s.paid_on}", 8, align="right")
    for x, title in [(40, "Particulier employeur"), (304, "Salarié")]:
        c.box(x, 78, x + 251, 162, 0.6)
        c.box(x, 78, x + 251, 94, 0.6, 0.9)
        c.text(x + 8, 89, title, 9, True)
    stack(c, 48, 108, [s.employer, *s.address], 13, 9.5, 0)
    c.text(48, 154, f"N° Cesu : Z{s.matricule}47", 8.5)
    stack(c, 312, 108, [f"{s.civility} {s.first} {s.last}", *s.home], 13, 9.5, 0)
    c.text(312, 154, f"N° de sécurité sociale : {s.nir}", 8.5)
    c.text(40, 184, f"Période travaillée du {s.start} au {s.end}", 10, True)
    c.text(555, 184, "Volet social n° 0099871234", 8, align="right")
    net_hour = (s.gross - s.withheld) * 1000000 // s.hours // 100
    facts = [("Emploi", s.job), ("Convention collective", "Particuliers employeurs et emploi à domicile (IDCC 3239)"), ("Nombre d'heures effectuées", f.hours(s.hours)), ("Dont heures supplémentaires", "0"),
             ("Salaire horaire net (10 % de congés payés inclus)", f.rate(net_hour, 2) + " €")]
    pairs(c, 48, 206, facts, 15, 9, 250, " :")
    t = Table(c, f, 306, 48, {"base": 350, "rate": 430, "gain": 547}, 9, 15)
    c.box(40, 292, 555, 312, 0.6, 0.9)
    t.head("Calcul du salaire", base="Assiette", rate="Taux %", gain="Montant en euros")
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2)
    t.row("Total des cotisations salariales", gain=f.money(-s.withheld))
    t.row("Net imposable", gain=f.money(s.taxable))
    if s.social is not None:
        t.row("Montant net social", gain=f.money(s.social))
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    c.box(300, 600, 555, 630, 1)
    c.text(310, 619, "Net à payer", 11, True)
    c.text(545, 619, f.money(s.net) + " €", 13, True, "right")
    c.text(40, 650, f"Cotisations à la charge de l'employeur : {f.money(s.employer_part)} €      Coût total : {f.money(s.cost)} €", 8.5)
    c.text(40, 690, "Ce bulletin tient lieu d'attestation d'emploi. Il est à conserver sans limitation de durée.", 7.5)
    c.text(40, 702, "Le salaire est versé par le particulier employeur ; le centre en prélève les cotisations.", 7.5)


def title_boxes(c, s, rng):
    """The collecting body's slip for a very small firm: numbered captions, each value in a box of its own at the right."""
    f = Style(thousands=" ", euro=" €")
    c.font = "DejaVu Sans"
    c.text(40, 44, "Tese", 20, True, grey=0.3)
    c.text(112, 36, "Le titre emploi service entreprise", 8)
    c.text(112, 47, "Bulletin de paie délivré pour le compte de l'employeur", 8)
    c.text(555, 44, f"N° 99-{s.matricule}", 8, align="right")
    c.line(40, 54, 555, 54, 1.5, 0.3)
    stack(c, 40, 70, ["L'entreprise", s.employer, *s.address, f"N° Siret : {digits(s.siret, 3, 3, 3, 5, mark=chr(160))}", f"Code NAF : {s.naf}"], 11, 7.8, 2)
    stack(c, 310, 70, ["Le salarié", f"{s.last} {s.first}", *s.home, f"N° Sécurité sociale : {s.nir}", f"Date d'entrée : {s.entry}"], 11, 7.8, 2)
    y = 146

    def boxed(number, label, value, bold=False, left=420):
        nonlocal y
        c.text(40, y + 9, f"{number}", 7, grey=0.45)
        c.text(58, y + 9, label, 7.8, bold)
        c.box(left, y, 555, y + 13, 0.5, 0.93 if bold else None)
        c.text(550, y + 9.5, value, 7.8, bold, "right")
        y += 16

    boxed(1, "Période d'emploi : début", s.start)
    boxed(2, "Période d'emploi : fin", s.end)
    boxed(3, "Emploi exercé", s.job, left=310)
    boxed(4, "Position dans la classification", s.level, left=310)
    boxed(5, "Convention collective", s.agreement, left=310)
    boxed(6, "Total des heures rémunérées", f.hours(s.hours))
    number = 7
    for line in s.lines:
        boxed(number, line.label + (f" ({f.hours(line.hours)} h x {f.rate(line.rate, 2)})" if line.hours else ""), f.money(line.amount))
        number += 1
    boxed(number, "Salaire brut", f.money(s.gross), True)
    t = Table(c, Style(thousands=" "), y + 14, 58, {"base": 330, "rate": 380, "gain": 450, "er": 550}, 6.8, 9.6)
    t.head("Cotisations et contributions", base="Assiette", rate="Taux", gain="Salarié", er="Employeur")
    t.contributions(s.contributions, 2, sign=1)
    t.row("Totaux", True, gain=t.f.money(s.withheld), er=t.f.money(s.employer_part))
    y = t.y
    for label, amount in s.between:
        boxed("", label, f.money(amount))
    for label, amount, bold in [("Net imposable", s.taxable, False), ("Montant net social", s.social, False), ("Net à payer avant impôt sur le revenu", s.before_tax, False),
                                (f"Impôt sur le revenu prélevé à la source ({f.percent(s.tax_rate, 1) or '0'} %)", -s.tax, False), *((label, -a, False) for label, a in s.after), ("Net à payer", s.net, True)]:
        if amount is not None:
            boxed("", label, f.money(amount), bold)
    c.text(40, y + 12, f"Paiement effectué le {s.paid_on}. Net imposable depuis le 1er janvier : {f.money(s.taxable * s.months)}.", 7)
    c.text(40, y + 23, "Les cotisations sont dues par l'employeur à l'organisme dont il relève ; ce document ne vaut pas appel de cotisations.", 7)


def agency_week_grid(c, s, rng):
    """An agency's slip with the days of each week in a grid and the client in a frame; the net stands in a stub at the right."""
    f = Style(thousands=" ")
    c.font = "Nimbus Sans"
    c.text(32, 44, max(s.employer.split(), key=len).lower(), 19, True, italic=True, grey=0.25)
    stack(c, 32, 58, [s.employer, f"{s.address[0]}, {s.address[1]}", f"Siret {digits(s.siret, 3, 3, 3, 5)} - Ape {s.naf} - Travail temporaire"], 10, 7.5)
    c.text(565, 40, "Bulletin de paie", 14, True, "right")
    c.text(565, 54, f"Contrat du {s.start} au {s.end}", 8.5, align="right")
    c.text(565, 65, f"Paie n° {s.matricule}-{s.month:02d} payée le {s.paid_on}", 8.5, align="right")
    c.box(32, 90, 290, 156, 0.5)
    c.box(306, 90, 565, 156, 0.5)
    c.text(38, 100, "CLIENT UTILISATEUR", 6.5, True, grey=0.3)
    stack(c, 38, 112, [s.user, f"Siret : {s.user_siret}", "Lieu de mission : ZI du Grand Rien 99720", "Contrat n° 99-00417 - accroissement temporaire d'activité"], 11, 8)
    c.text(312, 100, "COLLABORATEUR INTÉRIMAIRE", 6.5, True, grey=0.3)
    stack(c, 312, 112, [f"{s.last} {s.first}", *s.home, f"N° SS : {s.nir}", f"Qualification : {s.job}"], 10, 8)
    weeks = [line for line in s.lines if line.label.startswith("Heures normales")]
    rows = [("Relevé d'heures", "Lun", "Mar", "Mer", "Jeu", "Ven", "Total")]
    rows += [(f"Semaine {line.label[-2:]}", *[f.hours(line.hours // 5)] * 5, f.hours(line.hours)) for line in weeks]
    y = sheet(c, 32, 164, [113, 70, 70, 70, 70, 70, 70], rows, 12, 7.5)
    t = Table(c, f, y + 22, 34, {"base": 300, "rate": 352, "gain": 425, "loss": 492, "er": 563}, 7.6, 11)
    t.head("Libellé", base="Base", rate="Taux", gain="Gains", loss="Retenues", er="Part patronale")
    t.pay(s, 2)
    t.row("Heures payées", True, base=f.hours(s.hours))
    t.row("BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("TOTAL RETENUES", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net avant impôt", gain=f.money(s.before_tax))
    t.row(f"PAS {f.percent(s.tax_rate, 2) or '0,00'} % sur {f.money(s.taxable)}", loss=f.money(s.tax))
    t.after(s)
    c.line(32, 660, 565, 660, 0.5)
    pairs(c, 34, 674, [("Net imposable", f.money(s.taxable)), ("Montant net social", f.money(s.social) or "-"), ("Cumul brut annuel", f.money(s.gross * s.months)), ("Cumul imposable", f.money(s.taxable * s.months))], 12, 8, 96)
    pairs(c, 220, 674, [("Indemnité de fin de mission 10 %", "comprise"), ("Congés payés 10 %", "compris"), ("Visite médicale", "03/03/2027"), ("Mutuelle", "après 414 heures")], 12, 8, 130)
    c.box(430, 666, 565, 712, 1.2)
    c.text(497, 682, "NET À VOUS PAYER", 9, True, "center")
    c.text(497, 702, f.money(s.net) + " €", 14, True, "center")


def several_sites(c, s, rng):
    """A cleaning firm: hours shared out among sites first, then pay; the firm's motto beside a coloured word, captions right-aligned."""
    f = Style(thousands=".")
    c.font = "Noto Sans"
    c.text(36, 46, "éclat!", 24, True, italic=True, grey=0.5)
    c.text(36, 58, "la propreté au quotidien depuis 1987", 6.5, grey=0.5, italic=True)
    c.text(560, 42, f"Bulletin de paie - {MONTHS[s.month - 1].capitalize()} {s.year}", 12, True, "right")
    y = 78
    left = [("Employeur", s.employer), ("Siège", f"{s.address[0]}, {s.address[1]}"), ("SIRET", digits(s.siret, 9, 5)), ("Code NAF", s.naf), ("Convention", s.agreement)]
    right = [("Salarié(e)", f"{s.first} {s.last}"), ("Adresse", s.home[0]), ("", s.home[1]), ("N° Sécu.", s.nir), ("Fonction", s.job), ("Échelon", s.level), ("Entrée le", s.entry)]
    for x, rows in ((86, left), (386, right)):
        for i, (label, value) in enumerate(rows):
            c.text(x, y + 12 * i, label, 7, align="right", grey=0.35)
            c.text(x + 6, y + 12 * i, value, 7.5 if len(value) < 44 else 6.3, i == 0)
    sites = [line for line in s.lines if line.label.startswith("Heures site")]
    rows = [("Code", "Chantier", "Heures du mois")] + [(f"CH{i + 1:03d}", line.label[12:], f.hours(line.hours)) for i, line in enumerate(sites)]
    sheet(c, 36, 168, [50, 190, 90], rows, 12, 7.5, align="center")
    c.text(400, 180, "Heures payées ce mois", 7, grey=0.35)
    c.text(404 + c.text(400, 196, f.hours(s.hours), 14, True), 196, "heures", 8)
    t = Table(c, f, 262, 36, {"base": 322, "rate": 380, "gain": 466, "er": 558}, 7.4, 10.6)
    c.line(36, 266, 560, 266, 0.8)
    t.head("Rubrique", base="Quantité / Base", rate="Taux", gain="Montant", er="Charges employeur")
    t.pay(s)
    c.line(36, t.y - 8.4, 560, t.y - 8.4, 0.3)
    t.row("Total du brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total des retenues sociales", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt", True, gain=f.money(s.before_tax))
    t.row("Retenue à la source (DGFiP)", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    c.line(36, 650, 560, 650, 0.8)
    for x, label, value in [(36, "Net imposable", s.taxable), (150, "Cumul imposable", s.taxable * s.months), (264, "Montant net social", s.social), (378, "Coût employeur", s.cost)]:
        if value is not None:
            c.text(x, 662, label, 6.5, grey=0.35)
            c.text(x, 675, f.money(value), 8.5)
    c.box(470, 656, 560, 690, 0, 0.85)
    c.text(555, 667, "Net payé", 7, align="right")
    c.text(555, 682, f.money(s.net) + " €", 12, True, "right")
    c.text(36, 704, f"Réglé le {s.paid_on} par virement. Le tri des produits et le port des gants sont obligatoires sur tous les chantiers.", 7, grey=0.35)


def building_fund(c, s, rng):
    """A builder's slip: the fund that pays the holidays, the flat relief in the head, hours written as the trade does."""
    f = Style(thousands=" ")
    c.font = "C059"

    def clock(hundredths):
        return f"{hundredths // 100}H{hundredths % 100:02d}"

    c.box(30, 30, 565, 62, 0.8)
    c.text(38, 43, s.employer, 11, True)
    c.text(38, 55, f"{s.address[0]} - {s.address[1]}", 8)
    c.text(557, 43, "BULLETIN DE PAYE", 10.5, True, "right")
    c.text(557, 55, f"{plain(MONTHS[s.month - 1])} {s.year}", 9, align="right")
    c.text(32, 76, f"SIREN {digits(s.siret[:9], 3, 3, 3)}  NIC {s.siret[9:]}    NAF {s.naf}    Caisse de congés payés du Nulle-Part, adhérent n° 99-4417-B", 7.5)
    pairs(c, 32, 98, [("Ouvrier", f"{s.last} {s.first}"), ("Emploi", s.job), ("Classement", s.level), ("N° S.S.", s.nir), ("Embauché le", s.entry)], 12, 8.5, 62, " :")
    stack(c, 330, 98, [f"{s.civility} {s.first} {s.last}", *s.home], 13, 10, 0)
    c.text(32, 160, f"Convention : {s.agreement}", 8)
    c.text(330, 160, f"Payé le {long_date(s.paid_on)}", 8)
    t = Table(c, f, 182, 32, {"base": 300, "rate": 352, "gain": 420, "loss": 488, "er": 563}, 7.6, 10.8)
    ruled(c, [30, 246, 304, 356, 424, 492, 565], 172, 625, 0.6)
    t.head("Détail", base="Nombre", rate="Taux", gain="Gain", loss="Retenue", er="Patronal")
    for line in s.lines:
        t.row(line.label, base=clock(line.hours) if line.hours else "", rate=f.rate(line.rate, 2), **t.amount(line.amount))
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.row("Abattement 10 % frais professionnels", base=f.money(s.gross // 10))
    for k in s.contributions:
        own = {"rate": f.percent(k.rate, 2), "loss": f.money(k.amount)} if k.amount else {}
        t.row(k.label.replace("Sécurité sociale - Maladie", "Maladie"), base=f.money(k.base), **own, er=f.money(k.employer_amount) if k.employer_amount else "")
    t.row("Caisse de congés et intempéries", base=f.money(s.gross), er=f.money(s.gross * 1945 // 10000))
    t.row("Total retenues", True, loss=f.money(s.withheld))
    t.between(s)
    t.row("Net avant impôt", True, gain=f.money(s.before_tax))
    t.row("Impôt retenu à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), loss=f.money(s.tax))
    t.after(s)
    c.box(30, 634, 210, 690, 0.6)
    c.text(36, 646, "Cumuls de l'exercice", 7.5, True)
    pairs(c, 36, 658, [("Heures", clock(s.hours * s.months)), ("Brut", f.money(s.gross * s.months)), ("Imposable", f.money(s.taxable * s.months))], 11, 8, 60)
    c.box(220, 634, 385, 690, 0.6)
    c.text(226, 646, "Ce mois", 7.5, True)
    pairs(c, 226, 658, [("Heures payées", clock(s.hours)), ("Imposable", f.money(s.taxable)), ("Net social", f.money(s.social) or "-")], 11, 8, 72)
    c.box(395, 634, 565, 690, 1.2)
    c.text(480, 652, "NET À PAYER", 10, True, "center")
    c.text(480, 676, f.money(s.net), 16, True, "center")
    c.text(32, 706, "Les congés payés et les jours d'intempéries sont réglés par la caisse. Carte d'identification professionnelle n° 99 0000 4417.", 7, italic=True)


def meals_and_stub(c, s, rng):
    """A restaurant's slip with a receipt to sign at the foot, which says the net again; the firm's name in the middle."""
    f = Style(thousands=" ", euro=" €")
    c.font = "URW Bookman"
    c.text(297, 42, s.employer, 15, True, "center")
    c.text(297, 56, f"{s.address[0]} · {s.address[1]}", 8, align="center")
    c.text(297, 67, f"Siret {digits(s.siret, 3, 3, 3, 5, mark='.')} · Naf {s.naf}", 8, align="center")
    c.box(200, 78, 394, 96, 0.8)
    c.text(297, 91, f"FICHE DE PAIE {MONTHS[s.month - 1].upper()} {s.year}", 10, True, "center")
    c.text(40, 120, f"{s.civility} {s.last} {s.first}", 10, True)
    c.text(40, 133, f"{s.home[0]}, {s.home[1]}", 8.5)
    c.text(40, 146, f"employé(e) en qualité de : {s.job}", 8.5)
    c.text(40, 159, f"{s.level} · depuis le {s.entry.replace('/', '-')}", 8.5)
    c.text(555, 146, f"S.S. {s.nir}", 8.5, align="right")
    c.text(555, 159, s.agreement, 7.5, align="right")
    t = Table(c, f, 186, 40, {"base": 330, "rate": 395, "gain": 475, "er": 556}, 7.8, 11.2)
    t.head("", base="Base", rate="Taux", gain="Salarié", er="Employeur")
    for line in s.lines:
        t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate, 2), gain=f.money(line.amount))
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.skip(4)
    for k in s.contributions:
        t.row(k.label.replace("Sécurité sociale - ", ""), base=f.money(k.base), rate=f.percent(k.rate, 2), gain=f.money(-k.amount) if k.amount else "", er=f.money(k.employer_amount) if k.employer_amount else "")
    t.row("Cotisations du mois", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Prélèvement à la source", rate=f.percent(s.tax_rate, 2), gain=f.money(-s.tax))
    t.after(s)
    t.row("Net payé", True, 0, 10, gain=f.money(s.net))
    notes = [f"Net imposable : {f.money(s.taxable)} (depuis janvier : {f.money(s.taxable * s.months)})", f"Heures payées dans le mois : {f.hours(s.hours)}"]
    if s.social is not None:
        notes.insert(0, f"Montant net social : {f.money(s.social)}")
    stack(c, 40, t.y + 14, notes, 12, 8, 0)
    for x in range(40, 556, 9):
        c.line(x, 690, x + 5, 690, 0.6)
    c.text(40, 708, "REÇU", 10, True)
    c.text(84, 708, f"de {s.employer} la somme de {f.money(s.net)}", 8.5)
    c.text(84, 721, f"pour solde de ma paie de {s.month_name}, le {long_date(s.paid_on)}.", 8.5)
    c.text(420, 721, "Signature :", 8.5)


def bakery_landscape(c, s, rng):
    """A small bakery's sheet, landscape: people and job in a column at the left, the pay in the middle, all totals at the right."""
    f = Style(thousands=" ")
    c.surface.set_size(842, 595)
    c.font = "Cantarell"
    c.box(24, 24, 818, 48, 0, 0.87)
    c.text(32, 41, s.employer, 13, True)
    c.text(421, 41, "BULLETIN DE PAIE", 13, True, "center")
    c.text(810, 41, f"Mois : {s.month:02d} / {s.year}", 11, True, "right")
    y = 68
    for label, value in [("Employeur", s.employer), ("Adresse", s.address[0]), ("", s.address[1]), ("SIRET", digits(s.siret, 3, 3, 3, 5)), ("Code APE", s.naf), ("Convention", s.agreement), ("Nom du salarié", f"{s.first} {s.last}"), ("Adresse", s.home[0]),
                         ("", s.home[1]), ("N° de sécurité sociale", s.nir), ("Poste", s.job), ("Coefficient", s.level), ("Date d'embauche", s.entry), ("Date de paiement", s.paid_on), ("Mode de paiement", "Chèque")]:
        y -= 0 if label else 15
        c.text(26, y, label, 6.2, grey=0.4)
        c.text(26, y + 10, value, 7.3)
        y += 25
    ruled(c, [178, 364, 414, 462, 520, 574, 632], 60, 560)
    t = Table(c, f, 74, 182, {"base": 411, "rate": 459, "gain": 517, "er_rate": 571, "er": 629}, 6.8, 12)
    t.head("Libellé", base="Base", rate="Taux", gain="Montant", er_rate="Taux empl.", er="Montant empl.", size=6.4)
    t.pay(s)
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    for k in s.contributions:
        own = {"rate": f.percent(k.rate, 2), "gain": f.money(-k.amount)} if k.amount else {}
        t.row(k.label.replace("Maladie Maternité Invalidité Décès", "Maladie"), base=f.money(k.base), **own, er_rate=f.percent(k.employer_rate, 2), er=f.money(k.employer_amount) if k.employer_amount else "")
    t.row("TOTAL COTISATIONS", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Impôt sur le revenu", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    y = 60
    figures = [("Heures payées", f.hours(s.hours)), ("Heures depuis le 1er janvier", f.hours(s.hours * s.months)), ("Brut du mois", f.money(s.gross)), ("Brut depuis le 1er janvier", f.money(s.gross * s.months)),
               ("Net imposable", f.money(s.taxable)), ("Net imposable depuis le 1er janvier", f.money(s.taxable * s.months)), ("Total versé par l'employeur", f.money(s.cost)), ("Montant net social", f.money(s.social)),
               ("Net à payer avant impôt", f.money(s.before_tax)), ("Congés restants", "9 jours")]
    for label, value in figures:
        if value:
            cells(c, 644, y, [(174, label, value)], 34, 6.5, 10, "right")
            y += 38
    c.box(644, 486, 818, 560, 1.2, 0.87)
    c.text(731, 508, "NET À PAYER", 11, True, "center")
    c.text(731, 538, f.money(s.net) + " €", 18, True, "center")
    c.text(24, 578, "Pensez à conserver ce bulletin sans limitation de durée. Pain offert au personnel : une baguette par jour de travail.", 7, grey=0.4)


LAYOUTS = {
    "form-sheet": (form_sheet, ("company", "company", "days")),
    "accountant": (accountant, ("company",)),
    "bureau": (bureau, ("company", "company", "days")),
    "household-voucher": (household_voucher, ("household",)),
    "title-boxes": (title_boxes, ("company",)),
    "agency-week-grid": (agency_week_grid, ("agency",)),
    "several-sites": (several_sites, ("company",)),
    "building-fund": (building_fund, ("company",)),
    "meals-and-stub": (meals_and_stub, ("company",)),
    "bakery-landscape": (bakery_landscape, ("company",)),
}
OWN = {
    "accountant": {"make_pay": pay_of("shop")},
    "bureau": {"make_pay": pay_of("workshop")},
    "several-sites": {"make_pay": pay_of("cleaning")},
    "building-fund": {"make_pay": pay_of("building")},
    "meals-and-stub": {"make_pay": pay_of("restaurant")},
    "bakery-landscape": {"make_pay": pay_of("bakery")},
}
