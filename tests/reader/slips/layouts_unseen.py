# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts that no rule was written for: what is read of them is measured, and their misses are not
looked at while rules are changed. Whoever looks moves the layout to layouts_second.py and draws another."""

from canvas import Style, plain
from layouts_training import siret_spaced
from model import MONTHS


def hotel_chain(c, s, rng):
    """Three columns of captions with colons at the head, sections with subtotals, nets in a frame."""
    f = Style(minus="spaced")
    c.font = "DejaVu Serif"
    c.text(30, 35, "Bulletin clarifié", 13, True, italic=True)
    c.text(565, 35, f"Paie de {s.month_name}", 10, align="right")
    columns = [(30, [("Société", s.employer), ("Adresse", s.address[0]), ("", s.address[1]), ("Siret", siret_spaced(s.siret, (9, 5))), ("APE", s.naf)]),
               (245, [("Matricule", s.matricule), ("N° S.S.", s.nir), ("Entrée", s.entry), ("Horaire", f.hours(s.contract_hours) or "forfait jours")]),
               (405, [("Nom", s.last), ("Prénom", s.first), ("Poste", s.job), ("Niveau", s.level)])]
    for x, rows in columns:
        y = 58
        for label, value in rows:
            c.text(x, y, label + (" : " if label else ""), 7)
            c.text(x + 48, y, value, 7)
            y += 11
    c.line(30, 118, 565, 118)
    y = 132
    for x, label in [(30, "Éléments de paie"), (265, "Base"), (320, "Taux"), (400, "À payer"), (480, "À retenir"), (562, "Part employeur")]:
        c.text(x, y, label, 7, True, "left" if x == 30 else "right")
    y += 16
    for line in s.lines:
        c.text(30, y, line.label, 7)
        c.text(265, y, f.hours(line.hours), 7, align="right")
        c.text(320, y, f.rate(line.rate), 7, align="right")
        c.text(400 if line.amount > 0 else 480, y, f.money(abs(line.amount)), 7, align="right")
        y += 11
    c.text(30, y, "Total de la rémunération brute", 8, True)
    c.text(400, y, f.money(s.gross), 8, True, "right")
    y += 15
    for k in s.contributions:
        c.text(36, y, k.label, 6.5)
        c.text(265, y, f.money(k.base), 6.5, align="right")
        c.text(320, y, f.percent(k.rate), 6.5, align="right")
        c.text(480, y, f.money(k.amount) if k.amount else "", 6.5, align="right")
        c.text(562, y, f.money(k.employer_amount) if k.employer_amount else "", 6.5, align="right")
        y += 10
    c.text(30, y + 2, "Total cotisations et contributions", 8, True)
    c.text(480, y + 2, f.money(s.withheld), 8, True, "right")
    c.text(562, y + 2, f.money(s.employer_part), 8, True, "right")
    y += 16
    for label, amount in s.between:
        c.text(30, y, label, 7)
        c.text(400 if amount > 0 else 480, y, f.money(abs(amount)), 7, align="right")
        y += 11
    c.box(28, y, 567, y + 52 + 12 * len(s.after), 0.8)
    y += 12
    for label, value, size in [("Montant net social", s.social, 7), ("Salaire net avant impôt sur le revenu", s.before_tax, 9),
                               (f"Prélèvement à la source, taux {f.percent(s.tax_rate, 1) or '0,0'} %, base {f.money(s.taxable)}", -s.tax, 7),
                               *[(label, -amount, 7) for label, amount in s.after], ("Net versé au salarié", s.net, 9)]:
        c.text(36, y, label, size, size > 8)
        c.text(555, y, f.money(value), size, size > 8, "right")
        y += 12
    y += 14
    c.text(30, y, f"Net fiscal du mois : {f.money(s.taxable)} / Cumul annuel : {f.money(s.taxable * s.months)}", 7)
    c.text(30, y + 11, f"Heures rémunérées : {f.hours(s.hours) or 'néant'}   Virement du {s.paid_on}   Coût total employeur : {f.money(s.cost)}", 7)


def grid(c, s, rng):
    """Every value in a cell of its own below a small caption, the lines in the middle without rules."""
    f = Style(thousands="\u00a0")

    def cell(x, y, width, label, value, height=26, bold=False, align="left"):
        c.box(x, y, x + width, y + height, 0.4, grey=0.3)
        c.text(x + 3, y + 8, label, 5.5, grey=0.25)
        c.text(x + 3 if align == "left" else x + width - 3, y + 20, value, 8, bold, align)

    c.text(297, 30, "FICHE DE PAYE", 13, True, "center")
    cell(28, 40, 270, "RAISON SOCIALE", s.employer, bold=True)
    cell(298, 40, 150, "MOIS DE PAYE", f"{MONTHS[s.month - 1].upper()} {s.year}")
    cell(448, 40, 119, "DATE DE VERSEMENT", s.paid_on)
    cell(28, 66, 270, "ADRESSE", f"{s.address[0]}, {s.address[1]}")
    cell(298, 66, 150, "N° DE SIRET", s.siret)
    cell(448, 66, 119, "CODE NAF", s.naf)
    cell(28, 92, 200, "NOM ET PRÉNOM", f"{s.last} {s.first}", bold=True)
    cell(228, 92, 200, "EMPLOI OCCUPÉ", s.job)
    cell(428, 92, 139, "N° DE SÉCURITÉ SOCIALE", s.nir)
    cell(28, 118, 200, "CLASSIFICATION", s.level)
    cell(228, 118, 200, "ANCIENNETÉ", f"depuis le {s.entry}")
    cell(428, 118, 139, "DURÉE DU TRAVAIL", f"{f.hours(s.contract_hours)} h" if s.contract_hours else "FORFAIT ANNUEL 217 JOURS")
    y = 170
    for x, label in [(300, "QUANTITÉ"), (360, "PRIX UNITAIRE"), (440, "GAINS"), (530, "RETENUES")]:
        c.text(x, y, label, 6, True, "right")
    y += 15
    for line in s.lines:
        c.text(40, y, line.label, 8)
        c.text(300, y, f.hours(line.hours), 8, align="right")
        c.text(360, y, f.rate(line.rate), 8, align="right")
        c.text(440 if line.amount > 0 else 530, y, f.money(abs(line.amount)), 8, align="right")
        y += 13
    y += 5
    c.text(40, y, "BRUT", 8, True)
    c.text(440, y, f.money(s.gross), 8, True, "right")
    y += 16
    for k in s.contributions:
        if k.amount:
            c.text(40, y, k.label, 7.5)
            c.text(300, y, f.money(k.base), 7.5, align="right")
            c.text(360, y, f.percent(k.rate, 2) + " %", 7.5, align="right")
            c.text(530, y, f.money(k.amount), 7.5, align="right")
            y += 12
    for label, amount in s.between:
        c.text(40, y, label, 8)
        c.text(440 if amount > 0 else 530, y, f.money(abs(amount)), 8, align="right")
        y += 13
    c.text(40, y + 4, "IMPÔT À LA SOURCE", 8)
    c.text(530, y + 4, f.money(s.tax), 8, align="right")
    for label, amount in s.after:
        y += 13
        c.text(40, y + 4, label.upper(), 8)
        c.text(530, y + 4, f.money(amount), 8, align="right")
    values = [("TOTAL BRUT", s.gross), ("TOTAL DES RETENUES SALARIALES", s.withheld), ("NET AVANT IMPÔT", s.before_tax), ("NET SOCIAL", s.social),
              ("NET IMPOSABLE", s.taxable), ("NET À PAYER", s.net)]
    for i, (label, value) in enumerate(values):
        cell(28 + 90 * i, 700, 90, label, f.money(value), bold=i == 5, align="right")
    cell(28, 726, 90, "HEURES PAYÉES", f.hours(s.hours), align="right")
    cell(118, 726, 90, "CUMUL BRUT", f.money(s.gross * s.months + 4321), align="right")
    cell(208, 726, 90, "CUMUL NET IMPOSABLE", f.money(s.taxable * s.months + 1234), align="right")


def export(c, s, rng):
    """A text export: fixed letters, lower case, a colon after every label, no table at all."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans Mono"
    rows = [f"Bulletin de salaire du mois de {s.month_name}", "", f"Entreprise    : {s.employer}", f"                {s.address[0]}", f"                {s.address[1]}",
            f"SIRET         : {s.siret}", f"Employé(e)    : {s.civility} {s.first} {s.last}", f"Métier        : {s.job}", f"Période       : {s.start} - {s.end}", f"Paiement le   : {s.paid_on}", ""]
    for line in s.lines:
        detail = f" {f.hours(line.hours)} x {f.rate(line.rate)}" if line.hours is not None else ""
        rows.append((line.label + detail, f.money(line.amount)))
    rows += [("Montant brut", f.money(s.gross)), ""]
    rows += [(k.label, f.money(-k.amount)) for k in s.contributions if k.amount]
    rows += ["", ("Total des cotisations salariales", f.money(-s.withheld)), *[(label, f.money(amount)) for label, amount in s.between],
             ("Net à payer avant retenue à la source", f.money(s.before_tax)), ("Retenue à la source", f.money(-s.tax)),
             *[(label, f.money(-amount)) for label, amount in s.after], ("Net à payer après impôt", f.money(s.net)), "",
             f"Total heures  : {f.hours(s.hours)}", f"Net imposable : {f.money(s.taxable)}", f"Net social    : {f.money(s.social)}"]
    y = 50
    for row in rows:
        if isinstance(row, tuple):
            c.text(50, y, row[0], 8)
            c.text(540, y, row[1], 8, align="right")
        else:
            c.text(50, y, row, 8)
        y += 13


def home_help(c, s, rng):
    """A household's slip in two columns, the amounts in a list with units."""
    f = Style(euro=" €", thousands="\u00a0")
    c.font = "Liberation Serif"
    c.text(297, 50, "Bulletin de salaire", 16, True, "center")
    c.text(297, 68, "Chèque emploi service universel - emploi à domicile", 9, align="center")
    c.box(40, 85, 290, 160)
    c.text(48, 98, "Particulier employeur", 9, True)
    c.text(48, 112, s.employer, 10)
    c.text(48, 124, s.address[0], 9)
    c.text(48, 136, s.address[1], 9)
    c.text(48, 152, "N° CESU : Z 99 887 766", 8)
    c.box(300, 85, 555, 160)
    c.text(308, 98, "Salariée" if s.civility == "Mme" else "Salarié", 9, True)
    c.text(308, 112, f"{s.civility} {s.first} {s.last}", 10)
    c.text(308, 124, s.home[0], 9)
    c.text(308, 136, s.home[1], 9)
    c.text(308, 152, f"N° Sécurité sociale : {s.nir}", 8)
    c.text(40, 185, "Emploi :", 10)
    c.text(140, 185, s.job, 10)
    c.text(40, 200, "Période :", 10)
    c.text(140, 200, f"du {s.start} au {s.end}", 10)
    c.text(40, 215, "Payé le :", 10)
    c.text(140, 215, s.paid_on, 10)
    y = 250
    for label, value in [("Nombre d'heures payées", f"{f.hours(s.hours)} heures"), ("Salaire horaire brut", f"{f.rate(s.lines[0].rate, 2)} €"),
                         ("Rémunération brute", f.money(s.gross)), ("Total des cotisations salariales", f.money(s.withheld)), ("Net imposable", f.money(s.taxable)),
                         ("Montant net social", f.money(s.social)), ("Net à payer avant impôt", f.money(s.before_tax)),
                         ("Prélèvement à la source", f.money(s.tax)), *[(label, f.money(amount)) for label, amount in s.after],
                         ("Salaire net versé", f.money(s.net))]:
        c.text(60, y, label, 10, label.startswith("Salaire net v"))
        c.text(520, y, value, 10, label.startswith("Salaire net v"), "right")
        y += 18


def weekly_agency(c, s, rng):
    """Another agency: the person on the left, the agency's stamp at the foot of the head, the client in a line."""
    f = Style(thousands="")
    c.font = "Liberation Sans"
    c.text(30, 40, f"{s.civility} {s.last} {s.first}", 10, True)
    c.text(30, 52, s.home[0], 9)
    c.text(30, 64, s.home[1], 9)
    c.text(30, 82, f"N° SS : {s.nir}", 8)
    c.text(330, 40, s.employer, 11, True)
    c.text(330, 52, f"Travail temporaire - {s.address[0]}", 8)
    c.text(330, 64, s.address[1], 8)
    c.text(330, 76, f"N° SIRET : {siret_spaced(s.siret)}", 8)
    c.text(297, 110, "BULLETIN DE SALAIRE INTÉRIMAIRE", 12, True, "center")
    c.text(30, 132, f"Client : {s.user}", 8)
    c.text(330, 132, f"SIRET client : {s.user_siret}", 8)
    c.text(30, 146, f"Qualification : {s.job}", 8)
    c.text(330, 146, f"Mission du {s.start} au {s.end}", 8)
    c.text(30, 160, f"Période de travail : {s.start} au {s.end}", 8)
    c.text(330, 160, f"Virement le {s.paid_on}", 8)
    y = 185
    for x, label in [(30, "Libellé"), (300, "Nombre"), (370, "Taux"), (450, "Gain"), (550, "Retenue")]:
        c.text(x, y, label, 8, True, "left" if x == 30 else "right")
    y += 16
    for line in s.lines:
        c.text(30, y, line.label, 8)
        c.text(300, y, f.hours(line.hours), 8, align="right")
        c.text(370, y, f.rate(line.rate, 3 if line.rate and line.rate % 10 == 0 else 4), 8, align="right")
        c.text(450, y, f.money(line.amount), 8, align="right")
        y += 12
    c.text(30, y, "Total salaire brut", 8, True)
    c.text(450, y, f.money(s.gross), 8, True, "right")
    y += 15
    for k in s.contributions:
        if k.amount:
            c.text(30, y, k.label, 8)
            c.text(300, y, f.money(k.base), 8, align="right")
            c.text(370, y, f.percent(k.rate), 8, align="right")
            c.text(550, y, f.money(k.amount), 8, align="right")
            y += 12
    for label, amount in [("Total cotisations salariales", s.withheld), ("Impôt sur le revenu prélevé à la source", s.tax), *s.after]:
        c.text(30, y, label, 8)
        c.text(550, y, f.money(amount), 8, align="right")
        y += 12
    y += 10
    c.text(30, y, f"Net à payer avant impôt sur le revenu : {f.money(s.before_tax)} €", 9)
    c.text(330, y, f"Montant net social : {f.money(s.social)} €", 9)
    c.text(30, y + 15, f"Net imposable : {f.money(s.taxable)} €", 9)
    c.text(330, y + 15, f"Nombre d'heures : {f.hours(s.hours)}", 9)
    c.box(28, y + 25, 250, y + 50)
    c.text(34, y + 42, "NET PAYÉ", 11, True)
    c.text(244, y + 42, f"{f.money(s.net)} €", 11, True, "right")


def reorganised(c, s, rng):
    """After the model of 2027: compulsory contributions apart, reimbursements in a block, a band of totals."""
    f = Style()
    c.text(30, 40, s.employer, 11, True)
    for i, text in enumerate([s.address[0], s.address[1], f"SIRET : {s.siret[:3]} {s.siret[3:6]} {s.siret[6:9]} {s.siret[9:]} - NAF : {s.naf}"]):
        c.text(30, 52 + 10 * i, text, 7.5)
    c.text(565, 40, "BULLETIN DE PAIE", 13, True, "right")
    c.text(565, 54, f"Période de paie : du {s.start} au {s.end}", 8, align="right")
    c.text(565, 65, f"Date de paiement : {s.paid_on}", 8, align="right")
    c.box(320, 80, 565, 130, 0.5)
    c.text(328, 94, f"{s.first} {s.last}", 9, True)
    c.text(328, 106, s.home[0], 8)
    c.text(328, 117, s.home[1], 8)
    for i, (label, value) in enumerate([("Salarié", f"{s.first} {s.last}"), ("Emploi", s.job), ("Classification", s.level), ("Convention", s.agreement), ("Date d'ancienneté", s.entry)]):
        c.text(30, 92 + 11 * i, label, 7, grey=0.3)
        c.text(105, 92 + 11 * i, value, 7.5)
    y = 165
    c.box(28, y - 11, 567, y + 5, 0, 0.85)
    for x, label in [(34, "RÉMUNÉRATION"), (280, "Nombre"), (340, "Taux"), (420, "Montant salarié"), (562, "Montant employeur")]:
        c.text(x, y, label, 7, True, "left" if x == 34 else "right")
    y += 16
    for line in s.lines:
        c.text(34, y, line.label, 8)
        c.text(280, y, f.hours(line.hours), 8, align="right")
        c.text(340, y, f.rate(line.rate), 8, align="right")
        c.text(420, y, f.money(line.amount), 8, align="right")
        y += 12
    c.text(34, y, "RÉMUNÉRATION BRUTE (1)", 8, True)
    c.text(420, y, f.money(s.gross), 8, True, "right")
    y += 18
    c.box(28, y - 11, 567, y + 5, 0, 0.85)
    c.text(34, y, "COTISATIONS ET CONTRIBUTIONS OBLIGATOIRES", 7, True)
    y += 14
    for k in s.contributions:
        c.text(34, y, k.label, 7)
        c.text(280, y, f.money(k.base), 7, align="right")
        c.text(340, y, f.percent(k.rate), 7, align="right")
        c.text(420, y, f.money(-k.amount) if k.amount else "", 7, align="right")
        c.text(562, y, f.money(k.employer_amount) if k.employer_amount else "", 7, align="right")
        y += 11
    c.text(34, y, "TOTAL DES COTISATIONS ET CONTRIBUTIONS (2)", 8, True)
    c.text(420, y, f.money(-s.withheld), 8, True, "right")
    c.text(562, y, f.money(s.employer_part), 8, True, "right")
    y += 16
    c.text(34, y, "MONTANT NET SOCIAL", 8, True)
    c.text(420, y, f.money(s.social), 8, True, "right")
    y += 16
    c.text(34, y, "REMBOURSEMENTS ET DÉDUCTIONS DIVERSES", 7, True)
    for label, amount in s.between:
        y += 12
        c.text(34, y, label, 8)
        c.text(420, y, f.money(amount), 8, align="right")
    y += 18
    c.text(34, y, "NET À PAYER AVANT IMPÔT SUR LE REVENU (3)", 9, True)
    c.text(420, y, f.money(s.before_tax), 9, True, "right")
    y += 13
    c.text(34, y, "Net imposable", 8)
    c.text(420, y, f.money(s.taxable), 8, align="right")
    y += 12
    c.text(34, y, f"Impôt sur le revenu prélevé à la source (taux {f.percent(s.tax_rate, 2) or '0,00'} %) (4)", 8)
    c.text(420, y, f.money(-s.tax), 8, align="right")
    for label, amount in s.after:
        y += 12
        c.text(34, y, label, 8)
        c.text(420, y, f.money(-amount), 8, align="right")
    y += 16
    c.text(34, y, "NET PAYÉ (3) - (4) VIREMENT", 10, True)
    c.text(420, y, f.money(s.net), 10, True, "right")
    y += 26
    for i, (label, value) in enumerate([("Heures payées", f.hours(s.hours)), ("Cumul heures", f.hours(s.hours * s.months) if s.hours else ""),
                                        ("Cumul brut", f.money(s.gross * s.months + 210)), ("Cumul imposable", f.money(s.taxable * s.months + 210)),
                                        ("Total versé par l'employeur", f.money(s.cost))]):
        c.text(34 + 108 * i, y, label, 6.5, grey=0.3)
        c.text(34 + 108 * i, y + 12, value, 8)


LAYOUTS = {
    "hotel-chain": (hotel_chain, ("company", "company", "days")),
    "grid": (grid, ("company", "company", "days")),
    "export": (export, ("company",)),
    "home-help": (home_help, ("household",)),
    "weekly-agency": (weekly_agency, ("agency",)),
    "reorganised": (reorganised, ("company", "company", "days")),
}
