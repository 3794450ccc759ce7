# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten more layouts, drawn as the eleventh group's were: without looking at the reader's rules or at its misses. Farms, care, the
second page of a cleaner's slip, a mairie, an extra in a restaurant, and the form on which a typewriter's letters fill in the blanks."""

from canvas import Style, plain
from firms import recast
from kit import Table, blocks, cells, digits, fund, long_date, pairs, ruled, sheet, short, stack, sums, sums_sheet, tax
from model import MONTHS, day, make_varied_lines
from trades import bonus, extra, pay_of, worked

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = recast


def seasonal_extra(slip, rng, rate):
    """Some days in a restaurant, with the holiday pay that ends them."""
    days, first = rng.randrange(9, 13), rng.randrange(1, 16)
    slip.start = slip.entry = day(slip.year, slip.month, first)
    slip.end = day(slip.year, slip.month, first + days - 1)
    slip.naf, slip.agreement, slip.hours = "5610A", "Hôtels, cafés, restaurants", 0
    worked(slip, "Heures normales", days * rng.choice([700, 800, 850]), rate)
    if rng.random() < 0.4:
        worked(slip, "Heures supplémentaires 10 %", rng.choice([200, 350]), rate, 110)
    meals = days * 422
    bonus(slip, "Repas fournis", meals)
    slip.between.append(("Repas fournis (reprise)", -meals))
    bonus(slip, "Indemnité compensatrice de congés payés", sum(line.amount for line in slip.lines) // 10)
    slip.contract_hours = slip.lines[0].hours
    slip.gross = sum(line.amount for line in slip.lines)


def town(slip, rng, rate):
    """What a town pays its agents without tenure."""
    slip.naf, slip.agreement, slip.hours = "8411Z", "", 0
    worked(slip, "Traitement de base", rng.choice([15167, 15167, 12133, 10617]), rate)
    bonus(slip, "Indemnité de résidence", slip.lines[0].amount // 100)
    bonus(slip, "Indemnité mensuelle (IFSE)", rng.randrange(60, 210) * 100)
    if rng.random() < 0.4:
        worked(slip, "Heures complémentaires", rng.choice([300, 550]), rate)
    if rng.random() < 0.3:
        extra(slip, "Indemnité travail du dimanche", rng.choice([700, 1400]), rate, 30)
    slip.contract_hours = slip.lines[0].hours
    slip.gross = sum(line.amount for line in slip.lines)


def farm_office(c, s, rng):
    """A farm's accounting office: the firm at the right, the window at the left, rates of both parts side by side, sums in a line of text."""
    f = Style(thousands=".")
    c.font = "DejaVu Sans"
    c.text(32, 44, "BULLETIN DE PAIE", 13, True)
    c.text(32, 58, f"PAIE DU MOIS DE : {MONTHS[s.month - 1].upper()} {s.year}", 8.4)
    c.text(32, 70, f"Date de règlement : {s.paid_on}", 7.6)
    stack(c, 330, 44, [s.employer, *s.address, f"SIRET {digits(s.siret, 3, 3, 3, 5)}", f"Code NAF {s.naf}   MSA du Pays Perdu", s.agreement], 11, 8)
    stack(c, 60, 112, [f"{s.civility} {s.last} {s.first}", *s.home], 13, 9.4, 0)
    pairs(c, 330, 124, [("N° MSA", s.nir), ("Emploi", s.job), ("Classification", s.level), ("Date d'entrée", s.entry)], 11.4, 7.8, 84, " :")
    c.box(30, 172, 565, 188, 0.5, 0.88)
    t = Table(c, f, 183, 34, {"base": 300, "rate": 350, "loss": 412, "gain": 470, "er_rate": 508, "er": 561}, 6.8, 10.4)
    t.head("Rubriques", base="Nb / Assiette", rate="Taux", loss="Retenues", gain="Gains", er_rate="Taux", er="Patronal")
    t.pay(s, 3)
    t.row("TOTAL BRUT", True, gain=f.money(s.gross))
    blocks(t, s, 2, size=6.2)
    t.row("Total des cotisations", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, gain=f.money(s.before_tax))
    tax(t, s, "Prélèvement à la source (PAS)")
    t.after(s)
    t.social(s, "MONTANT NET SOCIAL")
    c.box(30, 604, 565, 640, 0.8)
    c.text(38, 626, "NET À PAYER", 11, True)
    c.text(240, 627, f.money(s.net) + " Euros", 13, True, "right")
    c.text(556, 618, f"Net imposable : {f.money(s.taxable)}", 8, align="right")
    c.text(556, 632, f"Coût pour l'exploitation : {f.money(s.cost)}", 8, align="right")
    (hours, hours_year), (_, gross_year), (_, taxable_year) = sums(s, f, "hours", "gross", "taxable")
    c.text(32, 656, f"Heures payées : {hours}", 7.6)
    c.text(32, 668, f"Cumuls depuis le 1er janvier :   heures {hours_year}   brut {gross_year}   imposable {taxable_year}", 7.6)
    c.text(32, 680, "Congés payés : acquis 15,00 j   pris 5,00 j   solde 10,00 j", 7.6)
    c.text(32, 704, "Conservez ce bulletin sans limite dans le temps.", 6.8, italic=True)


def home_care(c, s, rng):
    """An employer of home carers: a narrow letter, codes in front, the firm in the middle of the head, facts in a grid of two lines."""
    f = Style(thousands="\u00a0")
    c.font = "Liberation Sans Narrow"
    c.text(297, 38, s.employer, 13, True, "center")
    c.text(297, 50, f"{s.address[0]} - {s.address[1]}", 9, align="center")
    c.text(297, 61, f"N° SIRET : {digits(s.siret, 9, 5)} - Code APE : {s.naf} - URSSAF : 999 1234567890", 8.4, align="center")
    c.text(32, 88, f"BULLETIN DE SALAIRE {MONTHS[s.month - 1].upper()} {s.year}", 12, True)
    stack(c, 350, 96, [f"{s.civility} {s.last} {s.first}", *s.home], 14, 11, 0)
    c.text(32, 102, f"Paie du {short(s.start)} au {short(s.end)}, virée le {short(s.paid_on)}", 9)
    cells(c, 32, 146, [(70, "Matricule", s.matricule), (170, "Emploi", s.job), (120, "Grille / échelon", s.level), (86, "Date d'ancienneté", s.entry), (85, "Horaire contractuel", f.hours(s.contract_hours))], 26, 6.4, 9)
    cells(c, 32, 172, [(160, "N° de sécurité sociale", s.nir), (200, "Convention collective", s.agreement), (86, "Type de contrat", "CDI"), (85, "Heures rémunérées", f.hours(s.hours))], 26, 6.4, 9)
    t = Table(c, f, 218, 36, {"base": 296, "rate": 346, "gain": 410, "loss": 470, "er": 560}, 8.4, 10.8, codes=10)
    t.row("Libellé de la rubrique", True, code=False, base="Nombre / base", rate="Taux", gain="Montant +", loss="Montant -", er="Patronal")
    c.line(32, t.y - 7, 563, t.y - 7, 0.4)
    t.skip(5)
    t.pay(s)
    t.row("SALAIRE BRUT", True, code=False, gain=f.money(s.gross))
    t.contributions(s.contributions, 3)
    t.row("TOTAL COTISATIONS", True, code=False, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Indemnités kilométriques", base="0,00", rate="0,3800")
    t.row("NET AVANT IMPÔT", True, code=False, gain=f.money(s.before_tax))
    tax(t, s, "Impôt sur le revenu (taux personnalisé)")
    t.after(s)
    t.skip(4)
    t.row("NET À PAYER", True, code=False, size=11, gain=f.money(s.net))
    c.box(32, 620, 563, 690, 0.5)
    fields = [("Net fiscal", s.taxable), ("Net fiscal cumulé", s.taxable * s.months), ("Brut cumulé", s.gross * s.months), ("Montant net social", s.social), ("Coût employeur", s.cost)]
    pairs(c, 40, 634, [(label, f.money(value)) for label, value in fields if value is not None], 12, 9, 90)
    pairs(c, 240, 634, [("Heures cumulées", f.hours(s.hours * s.months)), ("Repos compensateur", "1,50"), ("Compteur de modulation", "-3,25")], 12, 9, 110)
    pairs(c, 420, 634, [("CP acquis", "22,50"), ("CP pris", "12,00"), ("CP solde", "10,50")], 12, 9, 70)


def two_pages(c, s, rng):
    """A large cleaner's slip over two pages: each has the head, the first ends in what is carried over, the second has the nets and the sums."""
    f = Style(thousands=" ")
    c.font = "Nimbus Sans"
    columns = {"base": 312, "rate": 364, "gain": 436, "er_rate": 486, "er": 562}

    def head(page):
        stack(c, 32, 40, [s.employer, *s.address, f"Siret {s.siret}  Ape {s.naf}"], 11, 8.2)
        c.text(565, 40, "BULLETIN DE PAIE", 12, True, "right")
        c.text(565, 53, f"Période du {s.start} au {s.end}", 8.6, align="right")
        c.text(565, 65, f"Page {page} / 2", 7.6, align="right")
        c.text(32, 92, f"Matricule {s.matricule}     {s.last} {s.first}     N° SS {s.nir}", 8.4, True)
        c.line(32, 98, 565, 98)

    head(1)
    stack(c, 340, 122, [f"{s.civility} {s.first} {s.last}", *s.home], 13.5, 10, 0)
    pairs(c, 32, 116, [("Emploi", s.job), ("Échelon", s.level), ("Entrée", s.entry), ("Temps de travail", f"{f.hours(s.contract_hours)} h / mois"), ("Convention", s.agreement)], 11.6, 8, 76)
    t = Table(c, f, 196, 34, columns, 7.6, 18)
    t.head("Rubrique", base="Base", rate="Taux", gain="Salarié", er_rate="Taux", er="Employeur")
    c.line(32, 200, 565, 200)
    t.pay(s)
    t.row("TOTAL BRUT", True, gain=f.money(s.gross))
    blocks(t, s, total="TOTAL COTISATIONS")
    t.rule()
    t.skip(6)
    t.row("À REPORTER", True, gain=f.money(s.gross - s.withheld))
    c.text(565, 800, "suite au verso", 7, align="right")
    c.page()
    head(2)
    t = Table(c, f, 124, 34, columns, 7.6, 13)
    t.row("REPORT", True, gain=f.money(s.gross - s.withheld))
    t.between(s)
    t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, size=9, gain=f.money(s.before_tax))
    tax(t, s, "Impôt sur le revenu prélevé à la source")
    t.after(s)
    t.skip(4)
    t.row(f"NET PAYÉ PAR VIREMENT LE {s.paid_on}", True, size=10, gain=f.money(s.net))
    t.skip(4)
    t.social(s)
    titles = {"hours": "Heures", "gross": "Brut", "taxable": "Net imposable", "tax": "Impôt", "employer_part": "Charges patronales", "cost": "Total employeur"}
    y = sums_sheet(c, s, f, 32, t.y + 14, [61, 70, 80, 80, 70, 90, 82], titles, ("Ce mois", "Cumul"), size=7.6)
    c.text(32, y + 20, "Congés en jours ouvrables : reste 6,00 de l'année passée, 17,50 acquis cette année.", 7.6)
    c.text(32, y + 32, "En cas de reprise du chantier par une autre entreprise, ce bulletin est à lui présenter.", 7.6)


def two_halves(c, s, rng):
    """A young firm's tool: a headline, employer and person as two paragraphs, sections with subtotals, both parts of a fund on one line."""
    f = Style(thousands="\u202f")
    c.font = "Noto Sans Display"
    c.text(36, 50, "Bulletin de paie", 17, True)
    c.text(36, 66, f"{MONTHS[s.month - 1].capitalize()} {s.year} · du {s.start} au {s.end}", 8.6, grey=0.3)
    stack(c, 36, 92, ["Entreprise", s.employer, *s.address, f"SIRET {digits(s.siret, 3, 3, 3, 5)}", f"NAF {s.naf}", s.agreement], 11, 8)
    stack(c, 310, 92, ["Salarié", f"{s.first} {s.last}", *s.home, f"Numéro de sécurité sociale : {s.nir}", f"Date d'ancienneté : {s.entry}"], 11, 8)
    worktime = "Forfait 218 jours" if s.hours is None else f"{f.hours(s.contract_hours)} heures mensuelles"
    stack(c, 310, 158, [f"Intitulé de poste : {s.job}", f"Classification : {s.level} · {worktime}"], 11, 8, 0)
    t = Table(c, f, 200, 36, {"base": 318, "rate": 374, "gain": 456, "er": 559}, 7.4, 10.8)

    def title(text, **values):
        t.skip(6)
        c.line(36, t.y + 3.4, 559, t.y + 3.4, 1.1, 0.5)
        t.row(text, True, size=8.6, **values)
        t.skip(3)

    title("Salaire", base="Quantité", rate="Valeur", gain="Salarié", er="Employeur")
    t.pay(s, 3)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    title("Cotisations")
    t.contributions(s.contributions, 2, " %")
    t.row("Total des cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    if s.between:
        title("Remboursements et titres")
        t.between(s)
    title("Net")
    t.row("Montant net avant impôt", True, gain=f.money(s.before_tax))
    tax(t, s, "Impôt sur le revenu prélevé à la source", 1, " %")
    t.after(s)
    t.skip(4)
    c.box(310, t.y - 11, 559, t.y + 6, 0, 0.9)
    t.row("", gain="")
    c.text(318, t.y - 10.5, "Net payé", 9.5, True)
    c.text(552, t.y - 10.5, f"{f.money(s.net)} €", 11, True, "right")
    t.skip(8)
    t.social(s, column="er")
    for label, name in [("Montant net imposable", "taxable"), ("Coût total pour l'entreprise", "cost")] + [("Heures rémunérées", "hours")] * (s.hours is not None):
        month, year = next(sums(s, f, name))
        t.row(label, er=month)
        t.row("depuis le début de l'année", size=6.6, indent=10, er=year)
    t.row(f"Virement émis le {long_date(s.paid_on)}", size=7.2)


def strips(c, s, rng):
    """Another accountants' program: everything in strips of cells, at the head and again at the foot, where the net is the last of them."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.box(28, 28, 567, 92, 0.6)
    stack(c, 34, 42, [s.employer, *s.address, f"Siret {digits(s.siret, 3, 3, 3, 5)} - NAF {s.naf}"], 11.6, 8.6)
    c.text(560, 44, "Bulletin de salaire", 13, True, "right")
    c.text(560, 86, s.agreement, 7.4, align="right")
    cells(c, 28, 96, [(90, "Période", f"{s.month:02d}/{s.year}"), (80, "Date de paiement", s.paid_on), (70, "Code salarié", s.matricule), (115, "N° de sécurité sociale", s.nir), (184, "Poste occupé", s.job)], 24)
    cells(c, 28, 120, [(90, "Entré(e) le", s.entry), (80, "Sorti(e) le", ""), (70, "Contrat", "CDI"), (115, "Position", s.level), (92, "Base mensuelle", f.hours(s.contract_hours)), (92, "Heures payées", f.hours(s.hours))], 24)
    stack(c, 330, 166, [f"{s.civility} {s.first} {s.last}", *s.home], 12.5, 9.6, 0)
    xs = [28, 216, 270, 316, 378, 424, 490, 567]
    ruled(c, xs, 204, 672)
    c.box(28, 204, 567, 220, 0.4, 0.9)
    t = Table(c, f, 215, 31, {"base": 267, "rate": 313, "gain": 375, "er_rate": 421, "er": 487}, 6.8, 10)
    t.head("Désignation", base="Base", rate="Taux sal.", gain="Mont. sal.", er_rate="Taux pat.", er="Mont. pat.")
    c.text(564, 215, "Informations", 6.8, True, "right")
    t.pay(s)
    t.row("Total brut", True, gain=f.money(s.gross))
    blocks(t, s, 2, size=5.8)
    t.row("Total des cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    tax(t, s, "Impôt sur le revenu prélevé à la source")
    t.after(s)
    c.text(493, 240, "Droits à congés", 6.6, True)
    pairs(c, 493, 252, [("Acquis", "20,80"), ("Pris", "8,00"), ("Solde", "12,80")], 10, 6.6, 40)
    c.text(493, 300, "Cumuls annuels", 6.6, True)
    pairs(c, 493, 312, [("Brut", f.money(s.gross * s.months)), ("Imposable", f.money(s.taxable * s.months)), ("Impôt", f.money(s.tax * s.months)), ("Heures", f.hours(s.hours * s.months))], 10, 6.6, 34)
    fields = [("Salaire brut", s.gross), ("Net imposable", s.taxable), ("Montant net social", s.social), ("Total versé employeur", s.cost)]
    cells(c, 28, 680, [(104, label, f.money(value)) for label, value in fields] + [(123, "NET À PAYER EN EUROS", f.money(s.net))], 28, 6.2, 10, "right", 0.95)
    c.text(28, 722, "Ce bulletin de salaire est à conserver sans durée limitée.", 6.6)


def extra_hand(c, s, rng):
    """What a restaurant types for an extra in a word processor: sentences with the facts, a table of few lines, the net in words of the house."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Nimbus Roman"
    stack(c, 60, 60, [s.employer, *s.address, f"Siret : {digits(s.siret, 3, 3, 3, 5)} - Ape : {s.naf}"], 14, 11)
    c.text(297, 140, "FICHE DE PAIE", 16, True, "center")
    c.text(297, 158, f"Période de travail : du {long_date(s.start)} au {long_date(s.end)}", 11, align="center")
    facts = [("Salarié", f"{s.civility} {s.first} {s.last}"), ("Adresse", f"{s.home[0]}, {s.home[1]}"), ("Sécurité sociale", s.nir),
             ("Emploi", s.job), ("Classement", s.level), ("Contrat", "extra, à durée déterminée d'usage"), ("Convention collective", s.agreement)]
    y = pairs(c, 60, 190, facts, 14, 10.5, 120, " :")
    rows = [("Libellé", "Nombre ou base", "Taux", "Salarié", "Employeur")]
    rows += [(line.label, f.hours(line.hours), f.rate(line.rate, 2), f.money(line.amount), "") for line in s.lines]
    rows.append((f"Salaire brut ({f.hours(s.hours)} heures)", "", "", f.money(s.gross), ""))
    rows += [(fund(k), f.money(k.base), f.percent(k.rate, 2), f.money(-k.amount) if k.amount else "", f.money(k.employer_amount) if k.employer_amount else "") for k in s.contributions]
    rows += [(label, "", "", f.money(amount), "") for label, amount in s.between]
    rows.append(("Net avant impôt", "", "", f.money(s.before_tax), ""))
    rows.append(("Impôt à la source", f.money(s.taxable), f"{f.percent(s.tax_rate, 1) or '0'} %", f.money(-s.tax), ""))
    rows += [(label, "", "", f.money(-amount), "") for label, amount in s.after]
    y = sheet(c, 60, y + 8, [186, 84, 54, 76, 76], rows, 15, 9, None)
    c.text(60, y + 28, f"Net à payer : {f.money(s.net)}, réglé par chèque le {long_date(s.paid_on)}.", 12, True)
    c.text(60, y + 46, f"Net imposable : {f.money(s.taxable)}" + (f" - Montant net social : {f.money(s.social)}" if s.social is not None else ""), 10.5)
    c.text(60, y + 84, "Le gérant", 10.5)
    c.text(380, y + 84, "Bon pour réception, le salarié", 10.5)


def child_minder(c, s, rng):
    """A parent's slip for a child minder: hours a month spread over the year, days and allowances, the centre's number of each."""
    f = Style(thousands=" ")
    c.font = "DejaVu Sans Condensed"
    s.job = rng.choice(["Assistante maternelle agréée", "Garde d'enfants à domicile"])  # the centre is for no others
    c.text(36, 46, "BULLETIN DE SALAIRE PAJEMPLOI", 13, True)
    c.text(36, 60, f"Période d'emploi : du {s.start} au {s.end}", 9)
    c.text(559, 60, f"Édité le {s.paid_on}", 8, align="right")
    rows = [("", "EMPLOYEUR", "SALARIÉ"), ("Nom et prénom", s.employer, f"{s.civility} {s.first} {s.last}"), ("Adresse", s.address[0], s.home[0]), ("", s.address[1], s.home[1]),
            ("Numéro", f"Pajemploi Y9{s.matricule}", f"Séc. soc. {s.nir}")]
    sheet(c, 36, 72, [110, 206, 207], rows, 15, 8, 0.9, "left")
    pairs(c, 36, 166, [("Emploi occupé", s.job), ("Convention", "Assistants maternels et salariés du particulier employeur"), ("Date d'embauche", s.entry), ("Date de paiement", s.paid_on)], 12, 8, 90, " :")
    cells(c, 36, 218, [(104, "Heures normales", f.hours(s.hours)), (104, "Heures majorées", "0,00"), (104, "Jours d'activité", "17"), (104, "Jours de congés payés", "0"), (107, "Salaire horaire brut", f.rate(s.lines[0].rate, 4))], 26, 6.4, 9, "center")
    t = Table(c, f, 270, 40, {"base": 360, "rate": 430, "gain": 555}, 8.2, 13.4)
    t.head("ÉLÉMENTS DU SALAIRE", base="BASE", rate="TAUX", gain="MONTANT")
    t.row("Salaire brut", gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %")
    t.row("Total des retenues", gain=f.money(-s.withheld))
    t.row("NET AVANT IMPÔT", True, gain=f.money(s.before_tax))
    tax(t, s, "Retenue à la source de l'impôt", 1, " %")
    t.after(s)
    t.row("Indemnités d'entretien, de repas, de déplacement", gain="0,00")
    t.skip(5)
    c.box(36, t.y - 12, 559, t.y + 6, 1, 0.88)
    t.row("TOTAL VERSÉ AU SALARIÉ", True, size=10, gain=f.money(s.net))
    t.skip(10)
    columns = [("NET IMPOSABLE", s.taxable), ("CUMUL NET IMPOSABLE", s.taxable * s.months), ("MONTANT NET SOCIAL", s.social)]
    cells(c, 36, t.y, [(174, label, f.money(value) if value is not None else "-") for label, value in columns], 28, 6.4, 9, "center")
    c.text(36, t.y + 46, "Ce bulletin est délivré au nom de l'employeur. Les indemnités ne sont pas soumises à cotisations.", 7.4)


def works_agency(c, s, rng):
    """A branch of an agency: two banks of facts, hours added up under the weeks, the net said above the lines and at the end."""
    f = Style(thousands="\u202f")
    c.font = "DejaVu Sans Condensed"
    c.text(30, 42, s.employer, 13, True)
    c.text(30, 54, f"Agence : {s.address[0]} {s.address[1]}", 7.6)
    c.text(30, 65, f"SIRET : {digits(s.siret, 3, 3, 3, 5)}   NAF : {s.naf}   CCN : travail temporaire, personnel intérimaire", 7.6)
    c.text(565, 42, "FICHE DE PAIE", 12, True, "right")
    y = pairs(c, 30, 92, [("Nom", s.last), ("Prénom", s.first), ("N° S.S.", s.nir), ("Identifiant", s.matricule)], 12, 8.2, 62, " :")
    pairs(c, 30, y, [("Mission du", s.start), ("au", s.end), ("Payé le", s.paid_on)], 12, 8.2, 62, " :")
    pairs(c, 200, 92, [("Emploi", s.job), ("Client", s.user), ("Siret client", s.user_siret), ("Chantier", "selon contrat")], 12, 7.6, 54, " :")
    stack(c, 400, 104, [f"{s.civility} {s.first} {s.last}", *s.home], 13, 9, 0)
    c.box(30, 186, 565, 204, 0.8)
    c.text(38, 198, f"Net à payer pour cette période : {f.money(s.net)} €", 9, True)
    t = Table(c, f, 222, 34, {"base": 300, "rate": 356, "gain": 430, "er_rate": 484, "er": 561}, 7.6, 11.4)
    t.head("LIBELLÉ", base="QUANTITÉ", rate="TAUX", gain="MONTANT", er_rate="TAUX", er="EMPLOYEUR")
    for line in s.lines:
        if line.hours:
            t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate, 2), gain=f.money(line.amount))
    t.row("Nombre d'heures", True, base=f.hours(s.hours))
    for line in s.lines:
        if not line.hours:
            t.row(line.label, rate="10,00 %", gain=f.money(line.amount))
    t.row("TOTAL BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2)
    t.row("TOTAL COTISATIONS", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.row("Net à payer avant impôt", True, gain=f.money(s.before_tax))
    tax(t, s, "Prélèvement à la source")
    t.after(s)
    t.row("Net à payer", True, gain=f.money(s.net))
    t.rule()
    t.skip(6)
    values = [("Net imposable", s.taxable), ("Net imposable depuis janvier", s.taxable * s.months), ("Montant net social", s.social), ("Coût employeur", s.cost)]
    pairs(c, 34, t.y, [(label, f.money(value)) for label, value in values if value is not None], 11.4, 7.6, 130)
    c.text(30, 740, "Le paiement d'un acompte n'est possible que sur relevé d'heures signé par le client.", 7)


def typed_form(c, s, rng):
    """A form from the stationer's, filled in with a typewriter in the years before 2018: captions in small print on thin lines."""
    f = Style(thousands=" ")
    c.font = "Nimbus Roman"
    typed = "Nimbus Mono PS"
    c.text(297, 44, "BULLETIN DE PAIE", 17, True, "center")

    def blank(x, y, to, caption, value):
        width = c.text(x, y, caption, 8.4)
        c.line(x + width + 3, y + 2, to, y + 2, 0.3, 0.5)
        c.text(x + width + 8, y - 0.5, value, 9, font=typed)

    blank(40, 74, 330, "Employeur", s.employer)
    blank(40, 92, 330, "Adresse", s.address[0])
    blank(40, 110, 330, "", s.address[1])
    blank(40, 128, 240, "N° SIRET", s.siret)
    blank(250, 128, 330, "APE", s.naf)
    blank(345, 74, 560, "Période du", short(s.start, "/"))
    blank(455, 74, 560, "au", short(s.end, "/"))
    blank(345, 92, 560, "URSSAF de", "Nulle-Part")
    blank(345, 110, 560, "sous le n°", "999 123456")
    blank(40, 152, 330, "Nom et prénom", f"{s.last} {s.first}")
    blank(40, 170, 330, "Domicile", s.home[0])
    blank(40, 188, 330, "", s.home[1])
    blank(345, 152, 560, "Emploi", s.job)
    blank(345, 170, 560, "Niveau", s.level)
    blank(345, 188, 560, "N° S.S.", s.nir)
    blank(40, 206, 560, "Convention collective", s.agreement)
    xs = [40, 250, 320, 380, 470, 560]
    ruled(c, xs, 218, 600, 0.7)
    c.line(40, 236, 560, 236, 0.7)
    for x, title in zip(xs[:-1], ("Éléments", "Base", "Taux", "Montant", "Part employeur"), strict=True):
        c.text(x + 6, 231, title, 9, True)
    c.font = typed
    t = Table(c, f, 250, 46, {"base": 316, "rate": 376, "gain": 466, "er": 556}, 8.4, 13)
    t.pay(s, 2)
    t.row("Salaire brut", gain=f.money(s.gross))
    t.contributions(s.contributions, 2, name=lambda k: fund(k).replace("CSG + CRDS non déductibles", "CSG CRDS non déductible"))
    t.row("Total retenues", gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.after(s)
    c.font = "Nimbus Roman"
    blank(40, 622, 240, "Heures payées", f.hours(s.hours))
    blank(40, 640, 240, "Net imposable", f.money(s.taxable))
    blank(40, 658, 240, "Cumul imposable", f.money(s.taxable * s.months))
    c.box(330, 610, 560, 640, 1.2)
    blank(338, 629, 552, "NET À PAYER", f.money(s.net))
    blank(330, 658, 560, "Payé le", f"{s.paid_on} par chèque")
    c.text(40, 690, "Signature de l'employeur", 8.4)
    c.text(330, 690, "Pour acquit, le salarié", 8.4)
    c.text(40, 770, "Le salarié a intérêt à conserver ce bulletin sans limitation de durée.", 7.6, italic=True)


def town_hall(c, s, rng):
    """A town's slip: codes, three columns of what is paid, withheld and told, grade and post in capitals, the hours only in the head."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.text(32, 42, s.employer, 11, True)
    stack(c, 32, 54, [*s.address, f"SIRET {s.siret}   APE {s.naf}"], 10.6, 7.8, 0)
    c.text(565, 42, "BULLETIN DE PAYE", 12, True, "right")
    c.text(565, 56, f"MOIS DE {plain(MONTHS[s.month - 1])} {s.year}", 9.5, align="right")
    c.text(565, 69, f"MIS EN PAIEMENT LE {s.paid_on}", 7.6, align="right")
    cells(c, 32, 92, [(80, "MATRICULE", s.matricule), (120, "N° DE SÉCURITÉ SOCIALE", s.nir), (60, "ENTRÉE", s.entry)], 25, size=8)
    cells(c, 32, 117, [(160, "EMPLOI", s.job), (100, "STATUT", "Contractuel")], 25, size=8)
    cells(c, 32, 142, [(80, "INDICE", "366"), (80, "NB D'HEURES PAYÉES", f.hours(s.hours)), (100, "TAUX DE TEMPS", f"{s.contract_hours * 100 // 15167} %")], 25, size=8)
    stack(c, 340, 116, [f"{s.civility} {s.last} {s.first}", *s.home], 13, 10, 0)
    xs = [32, 60, 246, 304, 350, 420, 490, 565]
    ruled(c, xs, 180, 610)
    c.line(32, 196, 565, 196)
    t = Table(c, f, 191, 36, {"base": 301, "rate": 347, "gain": 417, "loss": 487, "er": 562}, 7, 10.8, codes=200)
    t.row("ÉLÉMENTS", True, code=False, base="BASE", rate="TAUX", gain="À PAYER", loss="À DÉDUIRE", er="POUR INFORMATION", size=6.2)
    t.skip(4)
    t.pay(s, 2, True)
    t.row("TOTAL BRUT", True, code=False, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, upper=True, name=lambda k: k.label.replace("Retraite complémentaire", "IRCANTEC").replace(" Maternité Invalidité Décès", "").replace(" - Maladies professionnelles", "").replace(" de l'impôt sur le revenu", ""))
    t.row("TOTAL DES COTISATIONS", True, code=False, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s, True)
    t.row("NET À PAYER AVANT IMPÔT", True, code=False, gain=f.money(s.before_tax))
    tax(t, s, "IMPÔT SUR LE REVENU")
    t.after(s, True)
    if s.social is not None:
        t.row("MONTANT NET SOCIAL", code=False, er=f.money(s.social))
    titles = {"gross": "BRUT", "taxable": "MONTANT IMPOSABLE", "cost": "COÛT TOTAL EMPLOYEUR"}
    y = sums_sheet(c, s, f, 32, 618, [60, 82, 100, 112], titles, ("DU MOIS", "DE L'ANNÉE"), height=15, size=7.2)
    c.box(400, 618, 565, y, 1.2)
    c.text(408, 632, "NET À PAYER", 9, True)
    c.text(558, 653, f.money(s.net) + " €", 14, True, "right")
    c.text(32, y + 16, "COMPTABLE ASSIGNATAIRE : SERVICE DE GESTION COMPTABLE DE MONTFICTIF", 6.8)


LAYOUTS = {
    "farm-office": (farm_office, ("company",)),
    "home-care": (home_care, ("company",)),
    "two-pages": (two_pages, ("company",)),
    "two-halves": (two_halves, ("company", "company", "days")),
    "strips": (strips, ("company",)),
    "extra-hand": (extra_hand, ("company",)),
    "child-minder": (child_minder, ("household",)),
    "works-agency": (works_agency, ("agency",)),
    "typed-form": (typed_form, ("company",)),
    "town-hall": (town_hall, ("company",)),
}
OWN = {
    "farm-office": {"make_pay": pay_of("vineyard")},
    "home-care": {"make_pay": pay_of("care")},
    "two-pages": {"make_pay": pay_of("cleaning")},
    "two-halves": {"make_pay": pay_of("shop")},
    "strips": {"make_pay": pay_of("building")},
    "extra-hand": {"make_pay": seasonal_extra},
    "typed-form": {"make_pay": pay_of("restaurant"), "years": range(2004, 2018)},
    "town-hall": {"make_pay": town},
}
