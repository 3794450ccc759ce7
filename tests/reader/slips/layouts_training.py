# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts that rules may be written for. None of those in layouts_unseen.py is like one of these."""

from canvas import Canvas, Style, plain
from model import MONTHS


def siret_spaced(siret, groups=(3, 3, 3, 5)):
    parts, at = [], 0
    for length in groups:
        parts.append(siret[at:at + length])
        at += length
    return " ".join(parts)


def desktop_package(c, s, rng):
    """Boxes and a ten-column table with gains and deductions apart; cumulative row at the foot."""
    f = Style()
    c.text(200, 40, "BULLETIN DE SALAIRE", 14, True)
    c.text(30, 60, s.employer, 10, True)
    c.text(30, 72, s.address[0], 8)
    c.text(30, 82, s.address[1], 8)
    c.text(30, 98, f"N° Siret : {s.siret}", 7)
    c.text(150, 98, f"Code Naf : {s.naf}", 7)
    c.text(30, 108, "Urssaf/Msa : 999 000000123456789", 7)
    c.text(320, 60, f"Période du {s.start} au {s.end}", 8)
    c.text(320, 72, f"Payé le : {s.paid_on}   Paiement : Virement", 8)
    c.box(310, 95, 565, 160)
    c.text(320, 112, f"{s.civility} {s.first} {s.last}", 9, True)
    c.text(320, 124, s.home[0], 9)
    c.text(320, 136, s.home[1], 9)
    for i, (label, value) in enumerate([("Matricule", s.matricule), ("N° SS", s.nir), ("Emploi", s.job), ("Qualification", s.level),
                                        ("Entrée le", s.entry)]):
        c.text(30, 125 + 10 * i, label, 7)
        c.text(95, 125 + 10 * i, ": " + value, 7)
    c.text(30, 178, f"Convention collective : {s.agreement}", 7)
    columns = [(30, "N°", "left"), (60, "Désignation", "left"), (255, "Nombre", "right"), (310, "Base", "right"), (350, "Taux", "right"),
               (405, "Gain", "right"), (455, "Retenue", "right"), (505, "Taux", "right"), (565, "Retenue", "right")]
    c.text(530, 194, "Part patronale", 6, align="center")
    c.box(28, 186, 570, 700)
    for x, label, align in columns:
        c.text(x, 204, label, 7, True, align)
    y = 220
    for i, line in enumerate(s.lines):
        c.text(30, y, str(100 + 10 * i), 7)
        c.text(60, y, line.label, 7)
        c.text(255, y, f.hours(line.hours), 7, align="right")
        c.text(350, y, f.rate(line.rate), 7, align="right")
        if line.hours is None:
            c.text(310, y, f.money(abs(line.amount)), 7, align="right")
        c.text(405 if line.amount >= 0 else 455, y, f.money(abs(line.amount)), 7, align="right")
        y += 11
    c.text(60, y + 4, "Total brut", 8, True)
    c.text(405, y + 4, f.money(s.gross), 8, True, "right")
    y += 20
    for i, k in enumerate(s.contributions):
        c.text(30, y, str(300 + 10 * i), 7)
        c.text(60, y, k.label, 7)
        c.text(310, y, f.money(k.base), 7, align="right")
        c.text(350, y, f.percent(k.rate), 7, align="right")
        c.text(455, y, f.money(k.amount) if k.amount else "", 7, align="right")
        c.text(505, y, f.percent(k.employer_rate), 7, align="right")
        c.text(565, y, f.money(k.employer_amount) if k.employer_amount else "", 7, align="right")
        y += 11
    c.text(60, y + 4, "Total cotisations", 8, True)
    c.text(455, y + 4, f.money(s.withheld), 8, True, "right")
    c.text(565, y + 4, f.money(s.employer_part), 8, True, "right")
    y += 20
    for label, amount in s.between:
        c.text(60, y, label, 7)
        c.text(405 if amount > 0 else 455, y, f.money(abs(amount)), 7, align="right")
        y += 11
    c.text(60, y, "Net à payer avant impôt sur le revenu", 8, True)
    c.text(455, y, f.money(s.before_tax), 8, True, "right")
    y += 12
    c.text(60, y, "Impôt sur le revenu prélevé à la source", 7)
    c.text(310, y, f.money(s.taxable), 7, align="right")
    c.text(350, y, f.percent(s.tax_rate, 2) or "0,00", 7, align="right")
    c.text(455, y, f.money(s.tax), 7, align="right")
    for label, amount in s.after:
        y += 11
        c.text(60, y, label, 7)
        c.text(455, y, f.money(amount), 7, align="right")
    labels = ["Cumuls", "Salaire brut", "Charges salariales", "Charges patronales", "Heures travaillées", "Net imposable"]
    for i, label in enumerate(labels):
        c.text(30 + i * 68, 716, label, 6, True)
    c.text(30, 728, "Période", 6)
    c.text(30, 740, "Année", 6)
    for i, value in enumerate([s.gross, s.withheld, s.employer_part, s.hours, s.taxable]):
        c.text(140 + i * 68, 728, f.money(value), 6, align="right")
        c.text(140 + i * 68, 740, f.money(None if value is None else value * s.months + 37), 6, align="right")
    c.box(460, 706, 570, 745)
    c.text(515, 718, "NET A PAYER", 8, True, "center")
    c.text(515, 736, f"{f.money(s.net)} €", 11, True, "center")
    c.text(60, 760, f"Montant net social : {f.money(s.social)}", 7)


def cloud_service(c, s, rng):
    """Sections of the clarified model on white, captions in grey, the nets large at the foot."""
    f = Style(thousands=" ", euro=" €")
    c.text(40, 50, "Bulletin de paie", 18, True)
    c.text(40, 68, f"Mois de {s.month_name}", 10, grey=0.3)
    c.text(40, 95, s.employer, 10, True)
    c.text(40, 107, f"{s.address[0]}, {s.address[1]}", 8)
    c.text(40, 119, f"SIRET {siret_spaced(s.siret, (9, 5))}   NAF {s.naf}", 8)
    c.text(330, 95, f"{s.first} {s.last}", 10, True)
    for i, (label, value) in enumerate([("Poste", s.job), ("Classification", s.level), ("Date d'entrée", s.entry), ("N° de sécurité sociale", s.nir)]):
        c.text(330, 109 + 12 * i, label, 7, grey=0.5)
        c.text(430, 109 + 12 * i, value, 7)
    c.text(330, 162, "Salarié", 7, grey=0.5)
    c.text(430, 162, f"{s.first} {s.last}", 7)
    y = 190
    for x, label in [(330, "Base"), (390, "Taux"), (455, "Part salarié"), (550, "Part employeur")]:
        c.text(x, y, label, 7, True, "right", grey=0.4)
    y += 16
    for line in s.lines:
        c.text(40, y, line.label, 8)
        c.text(330, y, f.hours(line.hours) + (" h" if line.hours else ""), 8, align="right")
        c.text(390, y, f.rate(line.rate, 2 if line.rate and line.rate % 100 == 0 else 4), 8, align="right")
        c.text(455, y, f.money(line.amount), 8, align="right")
        y += 13
    c.box(36, y - 10, 560, y + 4, 0, 0.9)
    c.text(40, y, "Rémunération brute", 8, True)
    c.text(455, y, f.money(s.gross), 8, True, "right")
    y += 18
    for k in s.contributions:
        c.text(40, y, k.label, 7)
        c.text(330, y, f.money(k.base, False), 7, align="right")
        c.text(390, y, (f.percent(k.rate, 2) + " %") if k.rate else "", 7, align="right")
        c.text(455, y, f.money(-k.amount, False) if k.amount else "", 7, align="right")
        c.text(550, y, f.money(k.employer_amount, False) if k.employer_amount else "", 7, align="right")
        y += 12
    c.text(40, y, "Total des cotisations et contributions", 8, True)
    c.text(455, y, f.money(-s.withheld), 8, True, "right")
    c.text(550, y, f.money(s.employer_part), 8, True, "right")
    y += 16
    for label, amount in s.between:
        c.text(40, y, label, 8)
        c.text(455, y, f.money(amount), 8, align="right")
        y += 13
    c.text(40, y, "Montant net social", 8)
    c.text(455, y, f.money(s.social), 8, align="right")
    y += 20
    c.text(40, y, "Net à payer avant impôt sur le revenu", 11, True)
    c.text(550, y, f.money(s.before_tax), 11, True, "right")
    y += 16
    c.text(40, y, f"Impôt sur le revenu prélevé à la source - taux personnalisé {f.percent(s.tax_rate, 1) or '0,0'} %", 8)
    c.text(550, y, f.money(-s.tax), 8, align="right")
    for label, amount in s.after:
        y += 14
        c.text(40, y, label, 8)
        c.text(550, y, f.money(-amount), 8, align="right")
    y += 22
    c.text(40, y, "Net payé", 14, True)
    c.text(550, y, f.money(s.net), 14, True, "right")
    y += 16
    c.text(40, y, f"par virement le {s.paid_on}", 8)
    y += 24
    for i, (label, value) in enumerate([("Net imposable", s.taxable), ("Cumul net imposable", s.taxable * s.months), ("Coût global", s.cost),
                                        ("Heures payées", None)]):
        c.text(40 + 130 * i, y, label, 7, grey=0.5)
        c.text(40 + 130 * i, y + 12, f.money(value) if value is not None else f.hours(s.hours), 9)


def dot_matrix(c, s, rng):
    """A service bureau's print: one size of letters, capitals, cents in their own column, minus behind."""
    font, size, step = "DejaVu Sans Mono", 7.5, 10.5
    col = c.measure("M", size, font=font)

    def put(column, row, text, right=False):
        x = 30 + column * col
        c.text(x if not right else x, 40 + row * step, text, size, font=font, align="right" if right else "left")

    def cents(column, row, value, minus=False):
        put(column, row, str(abs(value) // 100), True)
        put(column + 1, row, f"{abs(value) % 100:02d}" + ("-" if minus else ""))

    put(30, 0, "BULLETIN DE PAYE")
    put(2, 2, plain(s.employer))
    put(2, 3, plain(s.address[0]))
    put(2, 4, plain(s.address[1]))
    put(2, 5, f"SIRET: {s.siret}  APE: {s.naf}")
    put(62, 2, "PERIODE D'EMPLOI")
    put(62, 3, f"DU : {s.start[:2]} {plain(MONTHS[s.month - 1])} {s.year}")
    put(62, 4, f"AU : {s.end[:2]} {plain(MONTHS[s.month - 1])} {s.year}")
    put(62, 5, f"LE : {s.paid_on}")
    put(2, 7, f"MATRICULE {s.matricule}")
    put(62, 7, plain(f"{s.civility} {s.last} {s.first}"))
    put(62, 8, plain(s.home[0]))
    put(62, 9, plain(s.home[1]))
    put(2, 8, f"NO SS {s.nir}")
    put(2, 9, plain(f"EMPLOI: {s.job}"))
    put(2, 10, plain(f"QUALIF: {s.level}"))
    put(2, 12, "LIBELLE")
    put(40, 12, "BASE", True)
    put(52, 12, "TAUX", True)
    put(66, 12, "A PAYER", True)
    put(80, 12, "A DEDUIRE", True)
    row = 14
    for line in s.lines:
        put(2, row, plain(line.label)[:30])
        if line.hours is not None:
            cents(39, row, line.hours)
            put(52, row, f"{line.rate / 10000:.4f}".replace(".", ","), True)
        cents(64 if line.amount >= 0 else 78, row, line.amount)
        row += 1
    put(2, row, "*REMUNERATION BRUTE")
    cents(64, row, s.gross)
    row += 1
    for k in s.contributions:
        if not k.amount:
            continue
        put(2, row, plain(k.label)[:30])
        cents(39, row, k.base)
        put(52, row, f"{k.rate / 1000:.3f}".replace(".", ","), True)
        cents(78, row, k.amount)
        row += 1
    put(2, row, "TOTAL COTISAT.SALARIALES")
    cents(78, row, s.withheld)
    row += 1
    for label, amount in s.between:
        put(2, row, plain(label))
        cents(64 if amount > 0 else 78, row, amount)
        row += 1
    put(2, row, "NET IMPOSABLE")
    cents(64, row, s.taxable)
    put(2, row + 1, "NET A PAYER AVANT IMPOT")
    cents(64, row + 1, s.before_tax)
    put(2, row + 2, "IMPOT PRELEVE A LA SOURCE")
    cents(78, row + 2, s.tax)
    row += 3
    for label, amount in s.after:
        put(2, row, plain(label))
        cents(78, row, amount)
        row += 1
    put(2, row + 1, "MONTANT NET SOCIAL")
    cents(64, row + 1, s.social)
    put(40, row + 3, "N E T   A   P A Y E R")
    cents(78, row + 3, s.net)
    put(2, row + 5, "HEURES PAYEES")
    if s.hours is not None:
        cents(30, row + 5, s.hours)


def spreadsheet(c, s, rng):
    """Made by hand in a spreadsheet: a label in one cell, the value in the next."""
    f = Style(thousands="", euro=" €" if rng.random() < 0.5 else "")
    c.font = "Liberation Serif"
    c.text(297, 60, "FICHE DE PAIE", 16, True, "center")
    rows = [("Employeur", s.employer), ("Adresse", f"{s.address[0]} {s.address[1]}"), ("N° SIRET", siret_spaced(s.siret)),
            ("Code APE", s.naf), ("", ""), ("Nom", s.last), ("Prénom", s.first), ("Fonction", s.job), ("N° de sécurité sociale", s.nir),
            ("Période", f"{MONTHS[s.month - 1]} {s.year}"), ("Date de paiement", s.paid_on)]
    y = 90
    for label, value in rows:
        c.text(60, y, label + (" :" if label else ""), 10)
        c.text(220, y, value, 10)
        y += 15
    y += 12
    for line in s.lines:
        text = line.label if line.hours is None else f"{line.label} ({f.hours(line.hours)} h x {f.rate(line.rate, 2 if line.rate % 100 == 0 else 4)})"
        c.text(60, y, text, 10)
        c.text(500, y, f.money(line.amount), 10, align="right")
        y += 15
    c.text(60, y, "SALAIRE BRUT", 10, True)
    c.text(500, y, f.money(s.gross), 10, True, "right")
    y += 20
    for k in s.contributions:
        if k.amount:
            c.text(60, y, k.label, 10)
            c.text(500, y, f.money(-k.amount), 10, align="right")
            y += 14
    c.text(60, y, "Total des retenues", 10, True)
    c.text(500, y, f.money(-s.withheld), 10, True, "right")
    y += 18
    for label, amount in s.between:
        c.text(60, y, label, 10)
        c.text(500, y, f.money(amount), 10, align="right")
        y += 15
    for label, value, bold in [("Net avant impôt", s.before_tax, False), (f"Prélèvement à la source ({f.percent(s.tax_rate, 1) or '0'} %)", -s.tax, False),
                               *[(label, -amount, False) for label, amount in s.after], ("NET À PAYER", s.net, True),
                               ("Net imposable", s.taxable, False), ("Montant net social", s.social, False)]:
        c.text(60, y, label, 10, bold)
        c.text(500, y, f.money(value), 10, bold, "right")
        y += 16


def household(c, s, rng):
    """A collecting body's slip for a household."""
    f = Style(euro=" €")
    c.text(40, 45, "Centre national du Cesu", 9)
    c.text(40, 75, "Bulletin de salaire", 16, True)
    c.text(40, 92, f"Période d'emploi : du {s.start} au {s.end}", 9)
    c.text(40, 106, f"Date de paiement : {s.paid_on}", 9)
    c.text(40, 135, "EMPLOYEUR", 8, True)
    c.text(40, 148, s.employer, 9)
    c.text(40, 160, s.address[0], 9)
    c.text(40, 172, s.address[1], 9)
    c.text(40, 186, "N° Cesu : Z9900123", 8)
    c.text(320, 135, "SALARIÉ", 8, True)
    c.text(320, 148, f"{s.first} {s.last}", 9)
    c.text(320, 160, s.home[0], 9)
    c.text(320, 172, s.home[1], 9)
    c.text(320, 186, f"N° de sécurité sociale : {s.nir}", 8)
    c.text(40, 212, f"Emploi : {s.job}", 9)
    c.text(40, 226, "Convention collective des particuliers employeurs et de l'emploi à domicile (IDCC 3239)", 8)
    y = 256
    for label, value in [("Nombre d'heures effectuées", f.hours(s.hours)), ("Salaire horaire net", f"{f.rate(s.lines[0].rate * 78 // 100, 2)} €"),
                         ("Salaire brut", f.money(s.gross)), ("Cotisations salariales", f.money(-s.withheld)),
                         ("Salaire net imposable", f.money(s.taxable)), ("Montant net social", f.money(s.social)),
                         ("Net à payer avant impôt sur le revenu", f.money(s.before_tax)),
                         ("Impôt sur le revenu prélevé à la source", f.money(-s.tax)), *[(label, f.money(-amount)) for label, amount in s.after],
                         ("Net à payer", f.money(s.net))]:
        c.line(40, y + 4, 555, y + 4, 0.3, 0.6)
        c.text(44, y, label, 9, label == "Net à payer")
        c.text(550, y, value, 9, label == "Net à payer", "right")
        y += 18


def agency(c, s, rng):
    """A temporary-work agency's slip: captions in cells, the user company beside the agency."""
    f = Style()
    c.text(40, 40, s.employer, 12, True)
    c.text(40, 52, "Entreprise de travail temporaire", 7)
    c.text(40, 62, f"{s.address[0]} - {s.address[1]}", 7)
    c.text(40, 72, f"Siret {siret_spaced(s.siret)} - APE {s.naf}", 7)
    c.text(400, 40, "BULLETIN DE PAIE", 12, True)
    c.text(400, 54, f"Période du {s.start} au {s.end}", 8)
    c.text(400, 66, f"Payé le {s.paid_on}", 8)
    c.box(36, 84, 290, 140)
    c.text(40, 94, "INTÉRIMAIRE", 6, grey=0.4)
    c.text(40, 106, f"{s.last} {s.first}", 9, True)
    c.text(40, 118, f"N° SS {s.nir}", 7)
    c.text(40, 128, f"Qualification : {s.job}", 8)
    c.box(300, 84, 560, 140)
    c.text(304, 94, "ENTREPRISE UTILISATRICE", 6, grey=0.4)
    c.text(304, 106, s.user, 9, True)
    c.text(304, 118, f"SIRET {s.user_siret}", 7)
    c.text(304, 128, "Contrat de mission n° 99-0042", 7)
    y = 166
    for x, label in [(280, "Quantité"), (340, "Taux"), (420, "À payer"), (500, "À déduire")]:
        c.text(x, y, label, 7, True, "right")
    y += 16
    for line in s.lines:
        c.text(40, y, line.label, 8)
        c.text(280, y, f.hours(line.hours), 8, align="right")
        c.text(340, y, f.rate(line.rate), 8, align="right")
        c.text(420, y, f.money(line.amount), 8, align="right")
        y += 12
    c.text(40, y, "TOTAL BRUT", 8, True)
    c.text(420, y, f.money(s.gross), 8, True, "right")
    y += 16
    for k in s.contributions:
        if k.amount:
            c.text(40, y, k.label, 7)
            c.text(280, y, f.money(k.base), 7, align="right")
            c.text(340, y, f.percent(k.rate), 7, align="right")
            c.text(500, y, f.money(k.amount), 7, align="right")
            y += 11
    c.text(40, y, "Total retenues", 8, True)
    c.text(500, y, f.money(s.withheld), 8, True, "right")
    y += 16
    c.text(40, y, "Net avant impôt sur le revenu", 8)
    c.text(420, y, f.money(s.before_tax), 8, align="right")
    y += 12
    c.text(40, y, "Impôt prélevé à la source", 8)
    c.text(500, y, f.money(s.tax), 8, align="right")
    for label, amount in s.after:
        y += 12
        c.text(40, y, label, 8)
        c.text(500, y, f.money(amount), 8, align="right")
    y += 30
    for i, (label, value) in enumerate([("Heures payées", f.hours(s.hours)), ("Brut", f.money(s.gross)), ("Net imposable", f.money(s.taxable)),
                                        ("Net social", f.money(s.social)), ("NET À PAYER", f.money(s.net))]):
        c.box(36 + 105 * i, y, 36 + 105 * (i + 1), y + 30)
        c.text(40 + 105 * i, y + 9, label, 6, grey=0.4)
        c.text(136 + 105 * i, y + 24, value, 9, i == 4, "right")


def public_office(c, s, rng):
    """A public body's slip: codes, columns to pay, to deduct, for information."""
    f = Style(thousands="")
    c.text(297, 36, "B U L L E T I N   D E   P A Y E", 12, True, "center")
    c.text(30, 60, "COLLECTIVITÉ", 6)
    c.text(30, 70, s.employer.upper(), 8, True)
    c.text(30, 80, s.address[0].upper(), 7)
    c.text(30, 90, s.address[1], 7)
    c.text(30, 102, "N° SIRET", 6)
    c.text(80, 102, siret_spaced(s.siret), 8)
    c.text(250, 60, "MOIS DE", 6)
    c.text(290, 60, plain(s.month_name), 9, True)
    c.text(250, 76, "TEMPS / HORAIRE", 6)
    c.text(330, 76, f.hours(s.hours), 8)
    for i, (label, value) in enumerate([("NOM", s.last), ("PRÉNOM", s.first), ("GRADE / EMPLOI", s.job.upper()), ("INDICE", "366"), ("ÉCHELON", "02")]):
        c.text(380, 60 + 11 * i, label, 6)
        c.text(450, 60 + 11 * i, value, 8)
    c.box(28, 125, 568, 640)
    for x, label in [(34, "CODE"), (70, "ÉLÉMENTS")]:
        c.text(x, 136, label, 6, True)
    for x, label in [(400, "À PAYER"), (480, "À DÉDUIRE"), (562, "POUR INFORMATION")]:
        c.text(x, 136, label, 6, True, "right")
    y = 152
    for i, line in enumerate(s.lines):
        c.text(34, y, f"10{i}000", 7)
        c.text(70, y, ("TRAITEMENT BRUT" if i == 0 else line.label.upper()) + (f"  {f.hours(line.hours)}" if line.hours and i else ""), 7)
        c.text(400 if line.amount > 0 else 480, y, f.money(abs(line.amount)), 7, align="right")
        y += 11
    for i, k in enumerate(s.contributions):
        c.text(34, y, f"40{i:02d}10", 7)
        c.text(70, y, k.label.upper(), 7)
        if k.amount:
            c.text(480, y, f.money(k.amount), 7, align="right")
        if k.employer_amount:
            c.text(562, y, f.money(k.employer_amount), 7, align="right")
        y += 11
    for label, amount in s.between:
        c.text(70, y, label.upper(), 7)
        c.text(400 if amount > 0 else 480, y, f.money(abs(amount)), 7, align="right")
        y += 11
    c.text(70, y + 4, "NET À PAYER AVANT IMPÔT SUR LE REVENU", 7, True)
    c.text(400, y + 4, f.money(s.before_tax), 7, True, "right")
    y += 16
    c.text(70, y, "IMPÔT SUR LE REVENU PRÉLEVÉ À LA SOURCE", 7)
    c.text(480, y, f.money(s.tax), 7, align="right")
    for label, amount in s.after:
        y += 11
        c.text(70, y, label.upper(), 7)
        c.text(480, y, f.money(amount), 7, align="right")
    cells = [("BRUT DU MOIS", s.gross), ("MONTANT IMPOSABLE DU MOIS", s.taxable), ("MONTANT IMPOSABLE DE L'ANNÉE", s.taxable * s.months),
             ("COÛT TOTAL EMPLOYEUR", s.cost), ("NET À PAYER", s.net)]
    for i, (label, value) in enumerate(cells):
        c.box(28 + 108 * i, 650, 28 + 108 * (i + 1), 682)
        c.text(82 + 108 * i, 659, label, 5.5, align="center")
        c.text(82 + 108 * i, 675, f.money(value), 9, i == 4, "center")
    c.text(30, 700, f"MONTANT NET SOCIAL : {f.money(s.social)}", 7)
    c.text(300, 700, f"MIS EN PAIEMENT LE {s.paid_on}", 7)


LAYOUTS = {
    "desktop-package": (desktop_package, ("company", "company", "days")),
    "cloud-service": (cloud_service, ("company", "company", "days")),
    "dot-matrix": (dot_matrix, ("company",)),
    "spreadsheet": (spreadsheet, ("company",)),
    "household": (household, ("household",)),
    "agency": (agency, ("agency",)),
    "public-office": (public_office, ("company",)),
}
