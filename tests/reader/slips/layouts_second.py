# SPDX-License-Identifier: GPL-3.0-or-later
"""More layouts that rules may be written for: unseen once, looked at since."""

from canvas import Style, plain
from layouts_training import siret_spaced
from model import MONTHS


def outsourced(c, s, rng):
    """A payroll outsourcer's print: captions of one word in a strip, month and year in two rows at the foot."""
    f = Style(minus="after")
    c.font = "Liberation Sans"
    c.text(565, 30, "BULLETIN DE PAIE", 11, True, "right")
    c.text(30, 30, s.employer.upper(), 9, True)
    c.text(30, 41, s.address[0].upper(), 7)
    c.text(30, 51, s.address[1].upper(), 7)
    c.text(30, 66, f"SIRET {s.siret[:9]} {s.siret[9:]}  CODE NAF {s.naf}", 7)
    c.text(330, 66, s.civility.upper().replace("M.", "MONSIEUR").replace("MME", "MADAME") + f" {s.first.upper()} {s.last}", 9)
    c.text(330, 77, s.home[0].upper(), 9)
    c.text(330, 88, s.home[1].upper(), 9)
    strip = [("MATRICULE", s.matricule, 30), ("N° SÉC. SOC.", s.nir.replace(" ", ""), 85), ("ENTRÉE", s.entry, 165),
             ("PÉRIODE DE PAIE", f"{s.start} - {s.end}", 225), ("PAIEMENT", s.paid_on, 335), ("EMPLOI", s.job, 400)]
    c.box(28, 108, 567, 134)
    for label, value, x in strip:
        c.text(x, 116, label, 5)
        c.text(x, 129, value, 7.5)
    y = 150
    for x, label, align in [(34, "LIBELLÉ", "left"), (255, "BASE", "right"), (305, "TAUX SAL.", "right"), (370, "GAINS", "right"),
                            (430, "RETENUES", "right"), (490, "TAUX PAT.", "right"), (562, "CHARGES PATR.", "right")]:
        c.text(x, y, label, 6, True, align)
    y += 14
    for line in s.lines:
        c.text(34, y, line.label.upper(), 7)
        c.text(255, y, f.hours(line.hours), 7, align="right")
        c.text(305, y, f.rate(line.rate), 7, align="right")
        c.text(370, y, f.money(line.amount), 7, align="right")
        y += 10
    c.text(34, y, "SALAIRE BRUT", 7, True)
    c.text(370, y, f.money(s.gross), 7, True, "right")
    y += 14
    for k in s.contributions:
        c.text(34, y, k.label.upper(), 6.5)
        c.text(255, y, f.money(k.base), 6.5, align="right")
        c.text(305, y, f.percent(k.rate, 4), 6.5, align="right")
        c.text(430, y, f.money(k.amount) if k.amount else "", 6.5, align="right")
        c.text(490, y, f.percent(k.employer_rate, 4), 6.5, align="right")
        c.text(562, y, f.money(k.employer_amount) if k.employer_amount else "", 6.5, align="right")
        y += 10
    c.text(34, y, "TOTAL DES RETENUES", 7, True)
    c.text(430, y, f.money(s.withheld), 7, True, "right")
    c.text(562, y, f.money(s.employer_part), 7, True, "right")
    y += 14
    for label, amount in s.between:
        c.text(34, y, label.upper(), 7)
        c.text(370 if amount > 0 else 430, y, f.money(abs(amount)), 7, align="right")
        y += 10
    c.text(34, y, "NET A PAYER AVANT IMPOT SUR LE REVENU", 7, True)
    c.text(370, y, f.money(s.before_tax), 7, True, "right")
    y += 10
    c.text(34, y, "IMPOT SUR LE REVENU PRELEVE A LA SOURCE - PAS", 7)
    c.text(255, y, f.money(s.taxable), 7, align="right")
    c.text(305, y, f.percent(s.tax_rate, 2) or "0,00", 7, align="right")
    c.text(430, y, f.money(s.tax), 7, align="right")
    for label, amount in s.after:
        y += 10
        c.text(34, y, label.upper(), 7)
        c.text(430, y, f.money(amount), 7, align="right")
    y = 700
    heads = [("HEURES", s.hours), ("BRUT", s.gross), ("PLAFOND SS", 392500), ("NET IMPOSABLE", s.taxable), ("CHARGES SAL.", s.withheld), ("CHARGES PAT.", s.employer_part)]
    c.box(28, y - 10, 460, y + 34)
    for i, (label, value) in enumerate(heads):
        c.text(130 + 64 * i, y, label, 5.5, True, "right")
        c.text(130 + 64 * i, y + 14, f.money(value), 7, align="right")
        c.text(130 + 64 * i, y + 27, f.money(value * s.months + 5500 * (s.months - 1)) if value is not None else "", 7, align="right")
    c.text(34, y + 14, "MOIS", 6)
    c.text(34, y + 27, "ANNÉE", 6)
    c.box(465, y - 10, 567, y + 34)
    c.text(516, y + 2, "NET PAYÉ EN EUROS", 7, True, "center")
    c.text(516, y + 22, f.money(s.net), 12, True, "center")
    c.text(34, y + 50, f"MONTANT NET SOCIAL {f.money(s.social)}", 7)


def start_up(c, s, rng):
    """A young service: much white, the net in a card at the head, captions above values in grey."""
    f = Style(thousands="\u00a0", euro="\u00a0€")
    c.font = "Liberation Sans"
    c.text(40, 60, "Bulletin de paie", 20, True)
    c.text(40, 80, f"Du {int(s.start[:2])} au {int(s.end[:2])} {s.month_name}", 11)
    c.box(380, 40, 555, 96, 0, 0.93)
    c.text(392, 58, "Net payé", 9, grey=0.3)
    c.text(392, 82, f.money(s.net), 18, True)
    for column, rows in [(40, [("Entreprise", s.employer), ("Adresse", s.address[0]), ("", s.address[1]), ("SIRET", s.siret), ("Code NAF", s.naf)]),
                         (310, [("Salarié·e", f"{s.first} {s.last}"), ("Intitulé du poste", s.job), ("Statut", "Non-cadre"), ("Date d'entrée", s.entry),
                                ("N° de sécurité sociale", s.nir)])]:
        y = 130
        for label, value in rows:
            if label:
                c.text(column, y, label, 7, grey=0.45)
                y += 11
            c.text(column, y, value, 9)
            y += 16 if label else 12
    y = 275
    c.text(40, y, "Salaire de base" if s.hours is None else f"Salaire de base sur {f.hours(s.lines[0].hours)} heures", 9)
    c.text(460, y, f.money(s.lines[0].amount), 9, align="right")
    for line in s.lines[1:]:
        y += 15
        detail = f" · {f.hours(line.hours)} h" if line.hours else ""
        c.text(40, y, line.label + detail, 9)
        c.text(460, y, f.money(line.amount), 9, align="right")
    y += 18
    c.line(40, y - 11, 555, y - 11, 0.5, 0.6)
    c.text(40, y, "Salaire brut", 9, True)
    c.text(460, y, f.money(s.gross), 9, True, "right")
    y += 22
    c.text(40, y, "Cotisations", 9, True)
    c.text(460, y, "Salarié", 8, align="right", grey=0.4)
    c.text(555, y, "Employeur", 8, align="right", grey=0.4)
    for k in s.contributions:
        y += 13
        c.text(40, y, k.label, 8)
        c.text(460, y, f.money(-k.amount) if k.amount else "", 8, align="right")
        c.text(555, y, f.money(k.employer_amount) if k.employer_amount else "", 8, align="right")
    y += 16
    c.text(40, y, "Total cotisations", 9, True)
    c.text(460, y, f.money(-s.withheld), 9, True, "right")
    c.text(555, y, f.money(s.employer_part), 9, True, "right")
    for label, amount in s.between:
        y += 15
        c.text(40, y, label, 9)
        c.text(460, y, f.money(amount), 9, align="right")
    y += 24
    c.text(40, y, "Montant net social", 9)
    c.text(460, y, f.money(s.social), 9, align="right")
    y += 16
    c.text(40, y, "Net avant impôt", 9, True)
    c.text(460, y, f.money(s.before_tax), 9, True, "right")
    y += 16
    c.text(40, y, f"Prélèvement à la source ({f.percent(s.tax_rate, 1) or '0,0'} %)", 9)
    c.text(460, y, f.money(-s.tax), 9, align="right")
    for label, amount in s.after:
        y += 16
        c.text(40, y, label, 9)
        c.text(460, y, f.money(-amount), 9, align="right")
    y += 18
    c.text(40, y, f"Net payé le {s.paid_on}", 11, True)
    c.text(460, y, f.money(s.net), 11, True, "right")
    y += 30
    for i, (label, value) in enumerate([("Net imposable", f.money(s.taxable)), ("Net imposable cumulé", f.money(s.taxable * s.months)),
                                        ("Coût total employeur", f.money(s.cost)), ("Heures du mois", f.hours(s.hours) or "—")]):
        c.text(40 + 135 * i, y, label, 7, grey=0.45)
        c.text(40 + 135 * i, y + 13, value, 9)


def childminder(c, s, rng):
    """A slip for a childminder or a home help: one list, hours in hours and minutes."""
    f = Style(euro=" €")
    c.text(40, 50, "PAJEMPLOI", 14, True)
    c.text(555, 50, f"Bulletin de salaire - {MONTHS[s.month - 1].capitalize()} {s.year}", 10, True, "right")
    c.text(40, 90, "Employeur", 9, True)
    c.text(150, 90, s.employer, 9)
    c.text(150, 102, f"{s.address[0]} {s.address[1]}", 8)
    c.text(40, 116, "N° Pajemploi", 9)
    c.text(150, 116, "Y 9912345", 9)
    c.text(40, 140, "Salarié", 9, True)
    c.text(150, 140, f"{s.last} {s.first}", 9)
    c.text(150, 152, f"{s.home[0]} {s.home[1]}", 8)
    c.text(40, 166, "N° de Sécurité sociale", 9)
    c.text(150, 166, s.nir, 9)
    c.text(40, 180, "Emploi", 9)
    c.text(150, 180, s.job, 9)
    c.text(40, 200, f"Période d'emploi du {s.start} au {s.end}", 9)
    minutes = f"{s.hours // 100} h {s.hours % 100 * 60 // 100:02d}"
    y = 235
    for label, value in [("Nombre d'heures normales", minutes), ("Nombre de jours d'activité", "16"), ("Salaire horaire brut", f"{f.rate(s.lines[0].rate, 2)} €"),
                         ("Salaire brut", f.money(s.gross)), ("Total des cotisations salariales", f.money(s.withheld)),
                         ("Salaire net avant impôt", f.money(s.before_tax)), ("Retenue à la source", f.money(s.tax)),
                         *[(label, f.money(amount)) for label, amount in s.after], ("Montant net versé", f.money(s.net)), ("Net imposable", f.money(s.taxable)),
                         ("Montant net social", f.money(s.social))]:
        c.text(60, y, label, 9)
        c.leader(65 + c.measure(label, 9), 470, y, 9)
        c.text(540, y, value, 9, align="right")
        y += 16
    c.text(40, y + 20, f"Date de versement : {s.paid_on}", 8)


def two_rows(c, s, rng):
    """A desktop package: people in two frames, a wide summary with monthly and yearly rows, totals far down."""
    f = Style(thousands=".")
    c.text(297, 34, f"BULLETIN DE SALAIRE - PÉRIODE : {plain(s.month_name)}", 11, True, "center")
    c.box(28, 44, 280, 120)
    for i, text in enumerate([s.employer, s.address[0], s.address[1], f"SIRET : {siret_spaced(s.siret)}", f"APE : {s.naf}"]):
        c.text(34, 58 + 12 * i, text, 8 if i else 10, i == 0)
    c.box(290, 44, 567, 120)
    c.text(300, 58, f"{'Madame' if s.civility == 'Mme' else 'Monsieur'} {s.last} {s.first}", 9, True)
    c.text(300, 70, s.home[0], 8)
    c.text(300, 82, s.home[1], 8)
    c.text(300, 98, f"Sécurité sociale n° {s.nir}", 7)
    c.text(300, 110, f"Emploi : {s.job}", 8)
    c.text(34, 134, f"Entré(e) le {s.entry}   Statut : {s.level}   {s.agreement}", 7)
    c.text(34, 146, f"Date de paiement : {s.paid_on}     Durée du travail : " + (f"{f.hours(s.contract_hours)} heures" if s.contract_hours else "forfait annuel en jours (218 jours)"), 7)
    y = 170
    c.box(28, 158, 567, 640)
    for x, label in [(280, "NOMBRE OU BASE"), (330, "TAUX"), (400, "PART SALARIALE"), (480, "TAUX PATR."), (562, "PART PATRONALE")]:
        c.text(x, y, label, 6, True, "right")
    y += 14
    for line in s.lines:
        c.text(34, y, line.label, 8)
        c.text(280, y, f.hours(line.hours), 8, align="right")
        c.text(330, y, f.rate(line.rate, 3 if line.rate and line.rate % 10 == 0 else 4), 8, align="right")
        c.text(400, y, f.money(line.amount), 8, align="right")
        y += 11
    c.text(34, y, "TOTAL BRUT", 8, True)
    c.text(400, y, f.money(s.gross), 8, True, "right")
    y += 16
    for title in ("SANTÉ", "RETRAITE"):
        c.text(34, y, title, 7, True)
        y += 10
        for k in s.contributions[:5] if title == "SANTÉ" else s.contributions[5:]:
            c.text(40, y, k.label, 7)
            c.text(280, y, f.money(k.base), 7, align="right")
            c.text(330, y, f.percent(k.rate), 7, align="right")
            c.text(400, y, f.money(k.amount) if k.amount else "", 7, align="right")
            c.text(480, y, f.percent(k.employer_rate), 7, align="right")
            c.text(562, y, f.money(k.employer_amount) if k.employer_amount else "", 7, align="right")
            y += 10
    c.text(34, y + 4, "TOTAL DES COTISATIONS", 8, True)
    c.text(400, y + 4, f.money(s.withheld), 8, True, "right")
    c.text(562, y + 4, f.money(s.employer_part), 8, True, "right")
    y += 20
    for label, amount in s.between:
        c.text(34, y, label, 8)
        c.text(400, y, f.money(amount), 8, align="right")
        y += 11
    c.text(34, y, "NET À PAYER AVANT IMPÔT SUR LE REVENU", 9, True)
    c.text(400, y, f.money(s.before_tax), 9, True, "right")
    y += 13
    c.text(34, y, f"Impôt sur le revenu - taux {f.percent(s.tax_rate, 2) or '0,00'} %", 8)
    c.text(280, y, f.money(s.taxable), 8, align="right")
    c.text(400, y, f.money(s.tax), 8, align="right")
    for label, amount in s.after:
        y += 11
        c.text(34, y, label, 8)
        c.text(400, y, f.money(amount), 8, align="right")
    heads = ["Heures", "Brut", "Net imposable", "Ch. patronales", "Coût global", "Net social"]
    values = [s.hours, s.gross, s.taxable, s.employer_part, s.cost, s.social]
    for i, (label, value) in enumerate(zip(heads, values)):
        c.text(150 + 62 * i, 660, label, 6, True, "right")
        c.text(150 + 62 * i, 673, f.money(value), 7, align="right")
        c.text(150 + 62 * i, 686, f.money(value * s.months + 1200) if value is not None else "", 7, align="right")
    c.text(34, 673, "Mensuel", 7)
    c.text(34, 686, "Annuel", 7)
    c.box(470, 650, 567, 692)
    c.text(476, 664, "NET À PAYER", 8, True)
    c.text(562, 684, f.money(s.net), 12, True, "right")


def old_firm(c, s, rng):
    """From before the taxes were withheld: funds one by one, no net before tax in large, hours as 151H67."""
    f = Style(thousands=" ", minus="spaced")
    c.font = "Liberation Mono"
    c.text(40, 40, s.employer, 10, True)
    c.text(40, 52, f"{s.address[0]} {s.address[1]}", 8)
    c.text(40, 64, f"Siret : {s.siret}", 8)
    c.text(40, 76, "Urssaf n° 990 1234567890", 8)
    c.text(330, 40, "FEUILLE DE PAYE", 12, True)
    c.text(330, 56, f"Mois de paie : {s.month:02d}/{s.year}", 9)
    c.text(330, 70, f"Réglé le {s.paid_on} par chèque", 8)
    c.text(40, 110, f"Nom et prénoms : {s.last} {s.first}", 9)
    c.text(40, 124, f"Emploi occupé  : {s.job}", 9)
    c.text(40, 138, f"Coefficient    : 150", 9)
    hours = f"{s.hours // 100}H{s.hours % 100:02d}"
    c.text(40, 152, f"Heures payées  : {hours}", 9)
    y = 185
    for line in s.lines:
        c.text(40, y, line.label, 8)
        if line.hours:
            c.text(300, y, f"{line.hours // 100}H{line.hours % 100:02d}", 8, align="right")
            c.text(370, y, f.rate(line.rate), 8, align="right")
        c.text(470, y, f.money(line.amount), 8, align="right")
        y += 13
    c.text(40, y, "BRUT TOTAL", 9, True)
    c.text(470, y, f.money(s.gross), 9, True, "right")
    y += 18
    for k in s.contributions:
        if k.amount:
            c.text(40, y, k.label[:34], 8)
            c.text(300, y, f.money(k.base), 8, align="right")
            c.text(370, y, f.percent(k.rate, 2) + "%", 8, align="right")
            c.text(470, y, f.money(-k.amount), 8, align="right")
            y += 12
    c.text(40, y, "Total retenues", 8)
    c.text(470, y, f.money(-s.withheld), 8, align="right")
    y += 14
    for label, amount in s.between:
        c.text(40, y, label, 8)
        c.text(470, y, f.money(amount), 8, align="right")
        y += 13
    for label, value in [("Net avant prélèvement à la source", s.before_tax), ("PAS", -s.tax), *[(label, -amount) for label, amount in s.after]]:
        c.text(40, y, label, 8)
        c.text(470, y, f.money(value), 8, align="right")
        y += 13
    c.box(36, y, 480, y + 22)
    c.text(44, y + 15, "NET A PAYER EN EUROS", 11, True)
    c.text(470, y + 15, f"***{f.money(s.net)}", 11, True, "right")
    c.text(40, y + 44, f"Net imposable du mois : {f.money(s.taxable)}", 8)
    c.text(40, y + 57, f"Cumul imposable : {f.money(s.taxable * s.months + 99)}", 8)
    c.text(40, y + 70, f"Montant net social : {f.money(s.social)}", 8)


def two_pages(c, s, rng):
    """Runs over two pages; the head is printed on both, the totals on the second."""
    f = Style()
    for number in (1, 2):
        c.text(40, 40, s.employer, 11, True)
        c.text(40, 52, f"{s.address[0]} - {s.address[1]} - SIRET {s.siret}", 7)
        c.text(555, 40, f"Bulletin de paie  page {number}/2", 9, align="right")
        c.text(40, 76, f"Période : du {s.start} au {s.end}", 8)
        c.text(300, 76, f"Salarié : {s.first} {s.last}", 8)
        c.text(300, 88, f"Fonction : {s.job}", 8)
        y = 120
        if number == 1:
            for line in s.lines:
                c.text(40, y, line.label, 8)
                c.text(280, y, f.hours(line.hours), 8, align="right")
                c.text(340, y, f.rate(line.rate), 8, align="right")
                c.text(420, y, f.money(line.amount), 8, align="right")
                y += 13
            for i in range(18):
                c.text(50, y, f"Chantier n° {i + 1:02d}", 7)
                c.text(280, y, f"{4 + i % 4},00 h", 7, align="right")
                y += 11
            c.text(555, 800, "à suivre", 8, align="right")
            c.page()
    c.text(40, y, "Rémunération brute totale", 8, True)
    c.text(420, y, f.money(s.gross), 8, True, "right")
    y += 16
    for k in s.contributions:
        c.text(40, y, k.label, 7)
        c.text(280, y, f.money(k.base), 7, align="right")
        c.text(340, y, f.percent(k.rate), 7, align="right")
        c.text(420, y, f.money(-k.amount) if k.amount else "", 7, align="right")
        c.text(540, y, f.money(k.employer_amount) if k.employer_amount else "", 7, align="right")
        y += 11
    c.text(40, y, "Total cotisations", 8, True)
    c.text(420, y, f.money(-s.withheld), 8, True, "right")
    y += 14
    for label, value in [*s.between, ("Net à payer avant impôt sur le revenu", s.before_tax), ("Impôt sur le revenu prélevé à la source", -s.tax),
                         *[(label, -amount) for label, amount in s.after], ("Net à payer", s.net)]:
        c.text(40, y, label, 8, label == "Net à payer")
        c.text(420, y, f.money(value), 8, label == "Net à payer", "right")
        y += 14
    c.text(40, y + 10, f"Heures rémunérées : {f.hours(s.hours)}     Net imposable : {f.money(s.taxable)}     Montant net social : {f.money(s.social)}", 8)


LAYOUTS = {
    "outsourced": (outsourced, ("company", "company", "days")),
    "start-up": (start_up, ("company", "company", "days")),
    "childminder": (childminder, ("household",)),
    "two-rows": (two_rows, ("company", "company", "days")),
    "old-firm": (old_firm, ("company",)),
    "two-pages": (two_pages, ("company",)),
}
