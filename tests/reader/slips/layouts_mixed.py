# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips put together at random: each part of a slip in one of several forms, labels as they vary in the field.

No two seeds give the same layout, so rules cannot be written for one. What a new seed gives was never looked at."""

from canvas import Style, plain
from kit import Table, cells
from layouts_training import siret_spaced
from model import MONTHS, make_varied_lines

MAKE = {"make_pay": make_varied_lines, "years": range(2018, 2027)}

TITLES = ["Bulletin de paie", "BULLETIN DE SALAIRE", "Bulletin de paye", "FICHE DE PAIE", "Bulletin de salaire", "BULLETIN DE PAIE CLARIFIÉ"]
EMPLOYER = ["Employeur", "Entreprise", "Raison sociale", "Société", "Établissement", "Nom de l'entreprise"]
EMPLOYEE = ["Salarié", "Nom et prénom", "Salarié(e)", "Employé", "Nom du salarié", "Nom - Prénom"]
JOB = ["Emploi", "Emploi occupé", "Poste", "Poste occupé", "Fonction", "Profession", "Métier", "Intitulé du poste", "Emploi conventionnel"]
SIRET = ["SIRET", "N° SIRET", "Siret", "N° de SIRET", "Numéro Siret"]
PAID = ["Date de paiement", "Payé le", "Paiement le", "Date de versement", "Réglé le", "Virement du", "Mis en paiement le"]
GROSS = ["Salaire brut", "TOTAL BRUT", "Rémunération brute", "Brut du mois", "Total brut", "Salaire brut total", "Total de la rémunération brute"]
WITHHELD = ["Total des cotisations et contributions", "Total des retenues", "Total cotisations salariales", "TOTAL COTISATIONS", "Total des charges salariales"]
BEFORE = ["Net à payer avant impôt sur le revenu", "Net avant impôt", "NET A PAYER AVANT IMPOT SUR LE REVENU", "Salaire net avant prélèvement à la source", "Net à payer avant impôt"]
TAX = ["Impôt sur le revenu prélevé à la source", "Prélèvement à la source", "Retenue à la source", "Impôt sur le revenu - PAS", "PAS taux personnalisé"]
NET = ["Net à payer", "NET PAYÉ", "NET A PAYER EN EUROS", "Net payé", "Net à payer au salarié", "Net versé", "Salaire net à payer"]
TAXABLE = ["Net imposable", "Montant net imposable", "Net fiscal", "Salaire net imposable"]
SOCIAL = ["Montant net social", "Net social", "MONTANT NET SOCIAL"]
HOURS = ["Heures payées", "Heures du mois", "Nombre d'heures", "Heures rémunérées", "Total heures", "H. payées", "Nombre d'heures payées"]
COLUMNS = [({"base": "Base", "rate": "Taux", "gain": "Montant"}, None), ({"base": "Nombre", "rate": "Taux", "gain": "Gains", "loss": "Retenues"}, None),
           ({"base": "Base", "rate": "Taux", "gain": "À payer", "loss": "À déduire"}, None), ({"base": "Quantité", "rate": "Taux salarial", "gain": "Part salarié", "er": "Part employeur"}, None),
           ({"base": "Base ou nombre", "rate": "Taux", "gain": "Part salariale", "er_rate": "Taux patronal", "er": "Part patronale"}, None)]


def period_fields(s, rng):
    """The period as one line, or as fields: [(label, value)]."""
    month = MONTHS[s.month - 1]
    return rng.choice([
        [("Période du", f"{s.start} au {s.end}")], [("Période", f"{s.start} - {s.end}")], [("Période de paie", f"{s.month:02d}/{s.year}")], [("Mois", f"{month} {s.year}")],
        [("Paie de", f"{month} {s.year}")], [("Mois de paie", f"{s.month:02d}/{s.year}")], [("Période", f"{month.upper()} {s.year}")], [("Paye du", f"{s.start} au {s.end}")],
        [("Début de période", s.start), ("Fin de période", s.end)], [("Période", f"du {int(s.start[:2])} au {int(s.end[:2])} {month} {s.year}")], [("Mois de", plain(f"{month} {s.year}"))],
        [("Période d'emploi", f"du {s.start} au {s.end}")], [("Période", f"{s.month:02d}/{s.year % 100:02d}")], [("Période", f"{s.start[:6]}{s.start[8:]} au {s.end[:6]}{s.end[8:]}")]])


def name_of(s, rng):
    return rng.choice([f"{s.civility} {s.first} {s.last}", f"{s.last} {s.first}", f"{s.first} {s.last}", f"{'Madame' if s.civility == 'Mme' else 'Monsieur'} {s.last} {s.first}"])


def draw_fields(c, rng, x, y, width, fields):
    """Labels with values in one of the ways people arrange them; returns the next baseline."""
    form = rng.randrange(5)
    size = rng.choice([7, 7.5, 8, 9])
    gap = max([width * 0.42, *(c.measure(label, size) + 8 for label, _ in fields)])
    if form == 0:
        for label, value in fields:
            c.text(x, y, f"{label} : {value}", size)
            y += size + 4
    elif form == 1:
        for label, value in fields:
            c.text(x, y, label, size, grey=rng.choice([0, 0.4]))
            c.text(x + gap, y, value, size)
            y += size + 4
    elif form == 2:
        for label, value in fields:
            c.text(x, y, label, size - 1.5, grey=0.4)
            c.text(x, y + size + 1, value, size)
            y += 2 * size + 7
    elif form == 3:
        for label, value in fields:
            cells(c, x, y - 8, [(width, label.upper(), value)], 22, 5.5, 8)
            y += 22
        y += 8
    else:
        for label, value in fields:
            c.text(x, y, label, size)
            c.leader(x + c.measure(label, size) + 3, x + gap - 4, y, size)
            c.text(x + gap, y, value, size)
            y += size + 4
    return y


def draw_head(c, s, rng):
    """Employer, employee, job and period around the title; returns where the table may begin."""
    firm_left = rng.random() < 0.75
    firm_x, other_x = (30, 310) if firm_left else (310, 30)
    period = period_fields(s, rng)
    siret = siret_spaced(s.siret, rng.choice([(14,), (9, 5), (3, 3, 3, 5)])) if s.siret else None
    c.text(*rng.choice([(297, 26, ), (420, 26)]), rng.choice(TITLES), rng.choice([11, 13, 15]), True, "center")
    y = 48
    if rng.random() < 0.55 or s.kind == "household":
        fields = [("Particulier employeur" if s.kind == "household" else rng.choice(EMPLOYER), s.employer), ("Adresse", f"{s.address[0]} {s.address[1]}")]
        if siret:
            fields += [(rng.choice(SIRET), siret), ("Code NAF", s.naf)]
        else:
            fields += [("N° CESU", "Z" + s.matricule)]
        left = draw_fields(c, rng, firm_x, y, 260, fields)
    else:
        c.text(firm_x, y, s.employer, rng.choice([9, 11]), rng.random() < 0.7)
        c.text(firm_x, y + 12, s.address[0], 8)
        c.text(firm_x, y + 22, s.address[1], 8)
        c.text(firm_x, y + 34, f"{rng.choice(SIRET)} : {siret}  {rng.choice(['APE', 'NAF', 'Code APE'])} : {s.naf}", 7.5)
        left = y + 48
    window = rng.random() < 0.5
    if window:
        c.text(330, 130, f"{s.civility} {s.first} {s.last}", 9)
        c.text(330, 141, s.home[0], 9)
        c.text(330, 152, s.home[1], 9)
    right = draw_fields(c, rng, other_x, y, 250, [*period, (rng.choice(PAID), s.paid_on)])
    y = max(left, right if not window else max(right, 165)) + 6
    if window and firm_left is False:
        y = max(y, 168)
    job = (rng.choice(JOB), s.job)
    rows = [("Matricule", s.matricule), ("N° de sécurité sociale", s.nir), job, ("Date d'entrée", s.entry)]
    if not window or rng.random() < 0.4:
        rows.insert(0, (rng.choice(EMPLOYEE), name_of(s, rng)))
    rng.shuffle(rows)
    if rng.random() < 0.4:
        half = (len(rows) + 1) // 2
        return max(draw_fields(c, rng, 30, y, 260, rows[:half]), draw_fields(c, rng, 310, y, 250, rows[half:])) + 12
    return draw_fields(c, rng, 30, y, 300, rows) + 12


def draw_foot(c, rng, f, y, fields):
    """Totals in one of the ways they stand apart from the table: [(label, text)]."""
    form = rng.randrange(4)
    fields = [field for field in fields if field[1]]
    width = 537 / max(1, len(fields))
    small = 6.5
    while any(c.measure(label, small, True) > width - 8 for label, _ in fields):
        small -= 0.25
    if form == 0:
        cells(c, 28, y, [(width, label, value) for label, value in fields], 26, min(5.5, small), 8.5, rng.choice(["left", "right", "center"]))
    elif form == 1:
        for i, (label, value) in enumerate(fields):
            c.text(32 + 270 * (i % 2), y + 12 * (i // 2), f"{label} : {value}", 8)
    elif form == 2:
        for label, value in fields:
            c.text(32, y, label, 8)
            c.text(300, y, value, 8, align="right")
            y += 12
    else:
        for i, (label, value) in enumerate(fields):
            c.text(24 + width * (i + 1), y, label, small, True, "right")
            c.text(24 + width * (i + 1), y + 13, value, 8, align="right")


def mixed(c, s, rng):
    f = Style(thousands=rng.choice([" ", " ", "\u00a0", "\u202f", "", "."]), euro=rng.choice(["", "", " €"]), minus=rng.choice(["before", "before", "after", "spaced"]))
    c.font = rng.choice(["DejaVu Sans", "Liberation Sans", "Liberation Serif", "DejaVu Sans Mono", "Liberation Sans Narrow"])
    y = draw_head(c, s, rng)
    titles = rng.choice(COLUMNS)[0]
    size = rng.choice([6.5, 7, 7.5])
    places = {"base": 300, "rate": 355, "gain": 430, "loss": 500, "er_rate": 495, "er": 565}
    t = Table(c, f, y, 32, {name: places[name] for name in titles}, size, size + rng.choice([3, 4]), rng.choice([None, None, 100]), rng.random() < 0.15)
    t.head(rng.choice(["Libellé", "Rubriques", "Désignation", "Éléments de paie"]), **titles)
    upper = rng.random() < 0.3
    t.pay(s, rng.choice([4, 4, 3]) if s.lines[0].rate and all((line.rate or 0) % 10 == 0 for line in s.lines) else 4, upper)
    nets_apart, told = rng.random() < 0.4, rng.choice(HOURS)
    t.row(rng.choice(GROSS), True, code=False, gain=f.money(s.gross))
    t.contributions(s.contributions, rng.choice([2, 3, 4]), upper=upper)
    t.row(rng.choice(WITHHELD), True, code=False, **({"loss": f.money(s.withheld)} if "loss" in titles else {"gain": f.money(-s.withheld)}),
          **({"er": f.money(s.employer_part)} if "er" in titles else {}))
    t.between(s, upper)
    foot = []
    before, net = (rng.choice(BEFORE), f.money(s.before_tax)), (rng.choice(NET), f.money(s.net))
    if s.before_tax is not None:
        if nets_apart:
            foot.append(before)
        else:
            t.row(before[0], True, code=False, gain=before[1])
        t.row(rng.choice(TAX), base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", **t.amount(-s.tax))
    t.after(s, upper)
    if nets_apart:
        foot.append(net)
    else:
        t.row(net[0], True, code=False, size=size + 2, gain=net[1])
    extra = [(rng.choice(TAXABLE), f.money(s.taxable)), (rng.choice(SOCIAL), f.money(s.social)), ("Cumul imposable", f.money(s.taxable * s.months + 100)), ("Cumul brut", f.money(s.gross * s.months + 100))]
    if rng.random() < 0.7:
        extra.append((told, f.hours(s.hours)))
    rng.shuffle(extra)
    draw_foot(c, rng, f, max(t.y + 20, rng.choice([0, 0, 700])), foot[:1] + extra + foot[1:])


LAYOUTS = {"mixed": (mixed, ("company", "company", "company", "days", "household"))}
