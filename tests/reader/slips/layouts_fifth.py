# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten layouts as payroll programs, bureaus and collecting bodies of different trades set them. They were drawn before
anything was read from them; how they fared then stands in docs/remaining.md."""

from canvas import Style, plain
from kit import Table, cells, in_blocks, lines, long_date, pairs, short
from model import MONTHS, make_varied_lines
from trades import dress, pay_of

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
DRESS = dress


def publisher(c, s, rng):
    """A large publisher's clarified slip: what is deducted and what is paid in two columns, the totals of month and year in a strip."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.text(40, 45, s.employer, 11, True)
    lines(c, 40, 57, s.address, 11, 8.5)
    c.text(40, 84, f"Siret : {s.siret}    Code Naf : {s.naf}", 7.5)
    c.text(40, 94, "Urssaf/Msa : 999 001234567", 7.5)
    c.text(430, 45, "BULLETIN DE SALAIRE", 13, True, "center")
    c.text(430, 60, f"Période : {s.month_name}", 9, align="center")
    rows = [("Matricule", s.matricule.zfill(8)), ("N° SS", s.nir), ("Emploi", s.job), ("Statut professionnel", "Ouvrier"), ("Niveau", s.level),
            ("Entrée", long_date(s.entry)), ("Ancienneté", "4 an(s) et 3 mois"), ("Conv. coll.", s.agreement)]
    for i, (label, value) in enumerate(rows):
        c.text(40, 116 + 10 * i, label, 7.5)
        c.text(118, 116 + 10 * i, f": {value}", 7.5)
    c.text(340, 128, f"{s.civility} {s.first} {s.last}", 10)
    lines(c, 340, 141, s.home, 13, 10)
    t = Table(c, f, 212, 40, {"base": 292, "rate": 342, "loss": 412, "gain": 482, "er": 556}, 7.2, 10)
    c.box(36, 202, 560, 216, 0.6, 0.88)
    t.head("Éléments de paie", base="Base", rate="Taux", loss="À déduire", gain="À payer", er="Charges patronales")
    t.pay(s)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        if len(rows) != 1 or rows[0].label[:3] != "CSG":
            t.row(heading.capitalize() if heading.isupper() else heading, True)
        t.contributions(rows)
    t.row("Total des cotisations et contributions", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.social(s)
    t.row("Net à payer avant impôt sur le revenu", True, 0, 9, gain=f.money(s.before_tax))
    t.row("   dont évolution de la rémunération liée à la suppression des cotisations chômage et maladie", gain=f.money(s.gross * 150 // 10000))
    t.row("Impôt sur le revenu prélevé à la source - PAS", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    c.box(36, 668, 560, 712)
    for i, (label, month) in enumerate([("Heures", s.hours), ("Bruts", s.gross), ("Plafond S.S.", 386400), ("Net imposable", s.taxable), ("Ch. patronales", s.employer_part), ("Coût global", s.cost)]):
        c.text(145 + 82 * i, 678, label, 6.8, True, "right")
        c.text(145 + 82 * i, 692, f.money(month), 6.8, align="right")
        c.text(145 + 82 * i, 705, f.money(None if month is None else month * s.months + 41 * (s.months > 1)), 6.8, align="right")
    c.text(42, 692, "Mensuel", 6.8, True)
    c.text(42, 705, "Annuel", 6.8, True)
    c.text(40, 730, "Congés", 7, True)
    for i, text in enumerate(["N-1", "N"]):
        c.text(120 + 50 * i, 730, text, 7, True)
        c.text(120 + 50 * i, 741, ["12,50", "20,83"][i], 7)
        c.text(120 + 50 * i, 752, ["7,00", "0,00"][i], 7)
        c.text(120 + 50 * i, 763, ["5,50", "20,83"][i], 7)
    lines(c, 40, 741, ["Acquis", "Pris", "Solde"], 11, 7)
    c.box(330, 722, 560, 766, 1)
    c.text(340, 740, "Net payé :", 11, True)
    c.text(550, 740, f"{f.money(s.net)} euros", 12, True, "right")
    c.text(340, 757, f"Paiement le {long_date(s.paid_on)} par virement", 7.5)
    c.text(300, 800, "Dans votre intérêt, et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée.", 6, align="center")


def restaurant(c, s, rng):
    """A small program of the trade: the meals twice, before and after the contributions; serif, long dates."""
    f = Style(thousands="", euro="")
    c.font = "Liberation Serif"
    c.text(297, 40, f"BULLETIN DE PAYE DU MOIS DE {plain(MONTHS[s.month - 1])} {s.year}", 13, True, "center")
    c.line(40, 48, 555, 48, 1.2)
    c.text(40, 66, "EMPLOYEUR", 7, True, grey=0.4)
    c.text(40, 79, s.employer, 11, True)
    lines(c, 40, 91, s.address, 11, 9)
    c.text(40, 114, f"RCS n° {s.siret[:9]} - Siret n° {s.siret} - APE {s.naf}", 8)
    c.text(40, 125, f"Convention : {s.agreement}", 8)
    c.text(330, 66, "SALARIÉ(E)", 7, True, grey=0.4)
    c.text(330, 79, f"{s.last} {s.first}", 11, True)
    lines(c, 330, 91, s.home, 11, 9)
    c.text(330, 114, f"N° sécu : {s.nir}", 8)
    c.text(40, 146, "Emploi occupé :", 8.5)
    c.text(112, 146, s.job, 8.5, True)
    c.text(330, 146, f"Classification : {s.level}", 8.5)
    c.text(40, 158, f"Entré(e) le {long_date(s.entry)}", 8.5)
    c.text(330, 158, f"Période : du {long_date(s.start)} au {long_date(s.end)}", 8.5)
    t = Table(c, f, 182, 40, {"base": 290, "rate": 350, "gain": 430, "loss": 500, "er": 556}, 8, 10.5)
    t.head("Libellé", base="Nbre ou base", rate="Taux", gain="Gains", loss="Retenues", er="Patronal")
    c.line(40, 186, 556, 186)
    t.pay(s)
    t.rule(556)
    t.row("SALAIRE BRUT", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.rule(556)
    t.row("TOTAL DES RETENUES", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.row("NET À PAYER AVANT IMPÔT SUR LE REVENU", True, gain=f.money(s.before_tax))
    t.row(f"Prélèvement à la source (taux {'personnalisé' if s.tax_rate else 'neutre'})", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 1) or "0,0", loss=f.money(s.tax))
    t.after(s)
    t.skip(4)
    t.row("NET À PAYER", True, 0, 11, gain=f.money(s.net))
    t.skip(10)
    if s.social is not None:
        t.row(f"Montant net social : {f.money(s.social)} €")
    t.row(f"Net fiscal du mois : {f.money(s.taxable)} €      Net fiscal cumulé : {f.money(s.taxable * s.months)} €")
    t.row(f"Brut cumulé : {f.money(s.gross * s.months)} €      Repas pris dans le mois : 18      Solde de congés : 11,50 j")
    c.text(40, 790, f"Payé le {long_date(s.paid_on)} par chèque n° 0004417", 9)
    c.text(555, 790, "Signature du salarié", 8, align="right", italic=True)


def many_sites(c, s, rng):
    """A cleaning firm: the hours of each site, one line of totals with captions above; labels in capitals."""
    f = Style(thousands=".")
    c.font = "Liberation Sans Narrow"
    c.box(30, 28, 300, 92)
    c.text(36, 42, s.employer, 11, True)
    c.text(36, 55, f"{s.address[0]}", 9)
    c.text(36, 66, s.address[1], 9)
    c.text(36, 77, f"SIRET {s.siret[:9]} {s.siret[9:]}", 9)
    c.text(36, 87, f"NAF {s.naf}  -  {s.agreement}", 8)
    c.box(310, 28, 566, 92)
    c.text(438, 44, "BULLETIN DE PAIE", 13, True, "center")
    c.text(438, 60, f"du {short(s.start, '/')} au {short(s.end, '/')}", 10, align="center")
    c.text(438, 76, f"payé le {short(s.paid_on, '/')} par virement", 8, align="center")
    cells(c, 30, 100, [(70, "MATRICULE", s.matricule), (170, "NOM ET PRÉNOM", f"{s.last} {s.first}"), (176, "QUALIFICATION / EMPLOI", s.job), (60, "POSITION", s.level), (60, "ENTRÉE LE", short(s.entry, "/"))], 26)
    c.text(330, 150, f"{s.civility} {s.last} {s.first}", 10)
    lines(c, 330, 162, s.home, 12, 10)
    c.text(30, 150, f"N° SÉCURITÉ SOCIALE {s.nir}", 8)
    t = Table(c, f, 205, 34, {"base": 280, "rate": 335, "gain": 405, "loss": 470, "er_rate": 515, "er": 562}, 8.5, 10.5)
    c.box(30, 194, 566, 640)
    t.head("RUBRIQUES", base="NOMBRE/BASE", rate="TAUX", gain="GAINS", loss="RETENUES", er_rate="TX PATR.", er="PATRONAL")
    t.pay(s, upper=True)
    t.row("TOTAL BRUT SOUMIS", True, gain=f.money(s.gross))
    t.contributions(s.contributions, upper=True)
    t.row("TOTAL COTISATIONS", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s, True)
    t.row("NET AVANT IMPOT", gain=f.money(s.before_tax))
    t.row("IMPOT PRELEVE A LA SOURCE", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), loss=f.money(s.tax))
    t.after(s, True)
    year = s.months
    totals = [("HEURES MOIS", f.hours(s.hours)), ("HEURES CUMUL", f.hours(s.hours * year)), ("BRUT MOIS", f.money(s.gross)), ("BRUT CUMUL", f.money(s.gross * year)),
              ("IMPOSABLE MOIS", f.money(s.taxable)), ("IMPOSABLE CUMUL", f.money(s.taxable * year))]
    cells(c, 30, 650, [(72, label, value) for label, value in totals] + [(104, "NET À PAYER EN EUROS", f.money(s.net))], 28, align="right")
    if s.social is not None:
        c.text(30, 695, f"MONTANT NET SOCIAL : {f.money(s.social)}", 8.5)
    c.text(30, 708, f"COÛT TOTAL EMPLOYEUR : {f.money(s.cost)}     CONGÉS RESTANTS : 14,00", 8.5)


def builder(c, s, rng):
    """A building firm: leave fund, the abated base that is no gross pay, meal allowances under the nets; dates with dots."""
    f = Style(thousands=" ", minus="before")
    c.font = "DejaVu Sans"
    c.text(36, 46, s.employer, 12, True)
    lines(c, 36, 58, [s.address[0], s.address[1], "Tél. 09 99 99 99 99", f"SIRET : {s.siret[:3]} {s.siret[3:6]} {s.siret[6:9]} {s.siret[9:]}  APE : {s.naf}"], 10, 7.5)
    c.text(36, 100, "Caisse de congés payés : CIBTP Fictive - adhérent 0099 12345", 7)
    c.box(320, 34, 562, 66, 0.8)
    c.text(441, 48, "Bulletin de paie", 12, True, "center")
    c.text(441, 61, f"Du {short(s.start)} au {short(s.end)}", 8.5, align="center")
    c.text(325, 84, f"{s.civility} {s.first} {s.last}", 9, True)
    lines(c, 325, 96, s.home, 12, 9)
    pairs(c, 36, 126, [("Salarié n°", s.matricule), ("N° de Séc. soc.", s.nir), ("Métier", s.job)], 10, 7.5, 78)
    pairs(c, 325, 126, [("Classement", s.level), ("Date d'entrée", short(s.entry)), ("Horaire contrat", f.hours(s.contract_hours))], 10, 7.5, 78)
    c.text(36, 158, f"Convention collective : {s.agreement}", 7)
    t = Table(c, f, 178, 36, {"base": 300, "rate": 360, "gain": 450, "er": 560}, 7, 9.6)
    t.head("Désignation", base="Quantité / Assiette", rate="Taux", gain="Montant salarié", er="Montant employeur")
    c.line(36, 181, 560, 181)
    t.pay(s, 3)
    t.row("Brut", True, gain=f.money(s.gross))
    t.row("Assiette après abattement 7 %", base=f.money(s.gross * 93 // 100))
    t.contributions(s.contributions)
    t.row("Congés payés - intempéries (CIBTP)", base=f.money(s.gross), er=f.money(s.gross * 20 // 100))
    t.row("Total des cotisations", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.row("Net imposable", base=f.money(s.taxable))
    t.social(s, "Net social (montant)", "base")
    t.between(s)
    t.row("Net à payer avant impôt", True, gain=f.money(s.before_tax))
    t.row("Impôt à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", gain=f.money(-s.tax))
    t.after(s)
    t.skip(3)
    t.rule(560)
    t.skip(4)
    t.row("NET À PAYER", True, 0, 10, gain=f.money(s.net) + " €")
    c.text(36, 760, f"Cumul depuis le 01.01 : heures {f.hours(s.hours * s.months)}   brut {f.money(s.gross * s.months)}   imposable {f.money(s.taxable * s.months)}", 7)
    c.text(36, 772, f"Date de règlement : {short(s.paid_on)}   Mode : virement   Banque : Crédit Imaginaire", 7)


def client_first(c, s, rng):
    """An agency names its client and the mission before itself; weeks as lines."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.text(36, 44, "BULLETIN DE PAIE N° 2403-00177", 11, True)
    c.text(36, 58, f"Paie du {s.start} au {s.end}", 9)
    c.box(36, 70, 290, 138, 0.5, 0.95)
    for i, (label, value) in enumerate([("Client", s.user), ("SIRET client", s.user_siret), ("Lieu de mission", s.home[1]), ("Contrat n°", "C99-004518"), ("Motif", "Accroissement temporaire d'activité"), ("Emploi", s.job)]):
        c.text(42, 82 + 10.5 * i, f"{label} :", 7.5, grey=0.3)
        c.text(110, 82 + 10.5 * i, value, 7.5)
    c.text(330, 82, f"{s.civility} {s.last} {s.first}", 10, True)
    lines(c, 330, 95, s.home, 12, 9)
    c.text(330, 128, f"N° Intérimaire : {s.matricule}   N° SS : {s.nir}", 7)
    t = Table(c, f, 166, 36, {"base": 300, "rate": 360, "gain": 430, "loss": 495, "er": 560}, 7.5, 10.5)
    c.line(36, 154, 560, 154)
    t.head("Désignation", base="Nombre / Base", rate="Taux", gain="À payer", loss="À retenir", er="Part employeur")
    c.line(36, 172, 560, 172)
    t.pay(s, 2)
    t.row("Total brut", True, gain=f.money(s.gross))
    t.contributions(s.contributions)
    t.row("Total retenues", True, loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s)
    t.social(s)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt sur le revenu - taux non personnalisé", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2) or "0,00", loss=f.money(s.tax))
    t.after(s)
    c.box(36, 640, 560, 676)
    for i, (label, value) in enumerate([("Heures payées", f.hours(s.hours)), ("Brut", f.money(s.gross)), ("Net imposable", f.money(s.taxable)), ("Cumul imposable", f.money(s.taxable * s.months)), ("Net à payer", f.money(s.net))]):
        c.text(88 + 104 * i, 652, label, 7.5, i == 4, "center")
        c.text(88 + 104 * i, 668, value, 9, i == 4, "center")
    c.text(36, 694, f"Virement effectué le {s.paid_on}", 8)
    c.line(36, 770, 560, 770, 0.3)
    c.text(297, 782, f"{s.employer} - Entreprise de travail temporaire - {s.address[0]} {s.address[1]}", 7, align="center")
    c.text(297, 792, f"SIRET {s.siret} - NAF {s.naf} - Garantie financière : Caution Fictive", 7, align="center")


def collecting_body(c, s, rng):
    """What the body that collects for households prints: its own name on top, employer and employee side by side."""
    f = Style(thousands=" ", euro=" €")
    c.font = "Noto Sans"
    c.text(40, 44, "Urssaf service Cesu", 14, True, grey=0.25)
    c.text(40, 56, "63 rue de la Montat - 42961 SAINT-ÉTIENNE CEDEX 9", 7, grey=0.25)
    c.text(297, 92, "BULLETIN DE SALAIRE", 15, True, "center")
    c.text(297, 108, "établi à partir du volet social reçu de l'employeur", 8, align="center")
    c.box(40, 122, 290, 196)
    c.box(305, 122, 555, 196)
    c.text(46, 134, "Employeur", 8, True)
    c.text(46, 150, s.employer, 9.5)
    lines(c, 46, 162, s.address, 11, 8.5)
    c.text(46, 188, f"N° Cesu : Z{s.matricule}12", 8)
    c.text(311, 134, "Salarié", 8, True)
    c.text(311, 150, f"{s.civility} {s.first} {s.last}", 9.5)
    lines(c, 311, 162, s.home, 11, 8.5)
    c.text(311, 188, f"N° de sécurité sociale : {s.nir}", 8)
    y = pairs(c, 40, 222, [("Période d'emploi", f"du {s.start} au {s.end}"), ("Emploi", s.job), ("Convention collective", "Particuliers employeurs et emploi à domicile (IDCC 3239)"),
                           ("Date de paiement", s.paid_on), ("Nombre d'heures effectuées", f.hours(s.hours)), ("Salaire horaire net", f.rate(s.lines[0].rate * 78 // 100, 2) + " €")], 14, 8.5, 150)
    t = Table(c, f, y + 20, 40, {"base": 330, "rate": 400, "gain": 550}, 8.5, 13)
    c.box(36, y + 8, 555, y + 24, 0, 0.9)
    t.head("", base="Base", rate="Taux", gain="Montant")
    t.row("Salaire brut total", True, gain=f.money(s.gross))
    t.contributions(s.contributions, 2, " %")
    t.row("Total des cotisations salariales", gain=f.money(-s.withheld))
    t.row("Net imposable", gain=f.money(s.taxable))
    t.social(s)
    t.row("Salaire net avant impôt", True, gain=f.money(s.before_tax))
    t.row("Retenue à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 1) + " %" if s.tax_rate else "0,0 %", gain=f.money(-s.tax))
    t.after(s)
    t.skip(3)
    t.rule(555)
    t.skip(3)
    t.row("Net à payer au salarié", True, 0, 11, gain=f.money(s.net))
    c.text(40, 770, f"Cumul annuel imposable : {f.money(s.taxable * s.months)}     Cumul annuel de l'impôt prélevé : {f.money(s.tax * s.months)}", 7.5)


def farm_title(c, s, rng):
    """The simplified farm form: numbered boxes with captions inside, amounts in frames."""
    f = Style(thousands=" ")
    c.font = "Liberation Sans"
    c.text(36, 42, "TITRE EMPLOI SIMPLIFIÉ AGRICOLE", 12, True)
    c.text(560, 42, "BULLETIN DE PAIE", 12, True, "right")
    c.text(36, 54, "Exemplaire à remettre au salarié", 7)
    c.box(36, 62, 560, 126)
    c.text(40, 72, "1 - EMPLOYEUR", 7.5, True)
    c.text(40, 86, f"Nom ou raison sociale : {s.employer}", 8.5)
    c.text(40, 98, f"Adresse : {s.address[0]} {s.address[1]}", 8.5)
    c.text(40, 110, f"N° SIRET : {s.siret[:3]} {s.siret[3:6]} {s.siret[6:9]} {s.siret[9:]}", 8.5)
    c.text(330, 110, f"Code NAF : {s.naf}", 8.5)
    c.text(40, 121, "Caisse de MSA : Nulle-Part et Environs", 8.5)
    c.box(36, 130, 560, 194)
    c.text(40, 140, "2 - SALARIÉ", 7.5, True)
    c.text(40, 154, f"Nom : {s.last}", 8.5)
    c.text(330, 154, f"Prénom : {s.first}", 8.5)
    c.text(40, 166, f"N° d'immatriculation : {s.nir}", 8.5)
    c.text(40, 178, f"Emploi : {s.job}", 8.5)
    c.text(330, 178, f"Niveau / coefficient : {s.level}", 8.5)
    c.text(40, 189, f"Convention collective : {s.agreement}", 8.5)
    c.box(36, 198, 560, 222)
    c.text(40, 208, "3 - PÉRIODE DE TRAVAIL", 7.5, True)
    c.text(180, 213, f"du {s.start[:2]} {s.start[3:5]} {s.start[6:]}  au  {s.end[:2]} {s.end[3:5]} {s.end[6:]}", 9)
    c.text(400, 213, f"Date d'embauche : {s.entry}", 8)
    c.text(36, 238, "4 - RÉMUNÉRATION", 7.5, True)
    t = Table(c, f, 252, 40, {"base": 320, "rate": 420, "gain": 552}, 8.5, 13)
    t.head("", base="Nombre d'heures", rate="Salaire horaire", gain="Montant")
    for line in s.lines:
        t.row(line.label, base=f.hours(line.hours), rate=f.rate(line.rate, 2), gain=f.money(line.amount))
    t.row("TOTAL BRUT", True, gain=f.money(s.gross))
    t.rule(556)
    c.text(36, t.y + 4, "5 - COTISATIONS SALARIALES", 7.5, True)
    t.skip(18)
    t.contributions(s.contributions, employer=False)
    t.row("Total des cotisations salariales", True, gain=f.money(-s.withheld))
    t.between(s)
    t.row("Net avant impôt sur le revenu", True, gain=f.money(s.before_tax))
    t.row("Impôt prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 1), gain=f.money(-s.tax))
    t.after(s)
    c.box(330, 700, 560, 730, 1)
    c.text(336, 719, "NET À PAYER", 10, True)
    c.text(552, 719, f.money(s.net), 12, True, "right")
    c.text(40, 712, f"Date de paiement : {s.paid_on}", 8.5)
    c.text(40, 724, f"Montant imposable : {f.money(s.taxable)}" + (f"    Montant net social : {f.money(s.social)}" if s.social is not None else ""), 8.5)


def long_old(c, s, rng):
    """Before the clarified model: one fund a line, employee and employer in columns, continuous paper of a matrix printer."""
    f = Style(thousands=" ", minus="after")
    c.font = "DejaVu Sans Mono"
    c.text(36, 40, plain(s.employer), 9, True)
    c.text(36, 50, plain(s.address[0]), 7.5)
    c.text(36, 60, plain(s.address[1]), 7.5)
    c.text(36, 72, f"SIRET {s.siret} APE {s.naf}", 7.5)
    c.text(36, 82, "URSSAF NULLE-PART 999 1234567890", 7.5)
    c.text(320, 40, "B U L L E T I N   D E   P A I E", 9, True)
    c.text(320, 54, f"PAIE DU {s.start} AU {s.end}", 7.5)
    c.text(320, 66, f"REGLEMENT LE {s.paid_on} PAR VIREMENT", 7.5)
    c.text(320, 94, plain(f"{s.civility} {s.last} {s.first}"), 8.5)
    c.text(320, 105, plain(s.home[0]), 8.5)
    c.text(320, 116, plain(s.home[1]), 8.5)
    for i, (label, value) in enumerate([("MATRICULE", s.matricule), ("NO SECU", s.nir), ("EMPLOI", plain(s.job)), ("CLASSIF", plain(s.level)), ("ENTREE", s.entry)]):
        c.text(36, 98 + 9.5 * i, f"{label:<10}{value}", 7.5)
    c.text(36, 148, "CONVENTION " + plain(s.agreement), 7)
    dashes = "-" * 124
    c.text(36, 158, dashes, 7)
    c.text(430, 166, "PART SALARIALE", 6.5, align="right")
    c.text(556, 166, "PART PATRONALE", 6.5, align="right")
    t = Table(c, f, 175, 36, {"base": 290, "rate": 340, "gain": 392, "loss": 446, "er_rate": 500, "er": 558}, 6.6, 9)
    t.head("RUBRIQUE", bold=False, base="BASE", rate="TAUX", gain="GAINS", loss="RETENUES", er_rate="TAUX", er="MONTANT")
    for line in s.lines:
        t.row(plain(line.label), base=f.hours(line.hours), rate=f.rate(line.rate), **t.amount(line.amount))
    t.row("*** SALAIRE BRUT ***", gain=f.money(s.gross))
    names = {"Sécurité sociale - Maladie": "MALADIE MATERNITE", "Complémentaire Santé": "MUTUELLE OBLIGATOIRE", "Accidents": "ACCIDENT DU TRAVAIL", "Sécurité sociale plaf": "VIEILLESSE TA",
             "Sécurité sociale dépl": "VIEILLESSE DEPLAFONNEE", "Retraite": "RETRAITE ARRCO T1", "Allocations": "ALLOCATIONS FAMILIALES", "Assurance": "POLE EMPLOI TA+TB", "CSG déd": "CSG DEDUCTIBLE", "CSG/": "CSG CRDS NON DEDUCTIBLE"}
    for k in s.contributions:
        own = {"rate": f.percent(k.rate), "loss": f.money(k.amount)} if k.amount else {}
        t.row(next((text for start, text in names.items() if k.label.startswith(start)), plain(k.label)), base=f.money(k.base), **own,
              **({"er_rate": f.percent(k.employer_rate), "er": f.money(k.employer_amount)} if k.employer_amount else {}))
    t.row("*** TOTAL RETENUES ***", loss=f.money(s.withheld), er=f.money(s.employer_part))
    t.between(s, True)
    t.after(s, True)
    t.row(dashes)
    t.row("NET A PAYER EN EUROS", True, 0, 9, gain=f.money(s.net))
    t.row(dashes)
    t.row("CUMULS ANNEE", base="BRUT", gain="IMPOSABLE", er="HEURES")
    t.row("", base=f.money(s.gross * s.months), gain=f.money(s.taxable * s.months), er=f.hours(s.hours * s.months))
    t.row("CE MOIS")
    t.row("", base=f.money(s.gross), gain=f.money(s.taxable), er=f.hours(s.hours))
    t.row("CONGES ACQUIS 22,50 PRIS 10,00 SOLDE 12,50")


def accountant(c, s, rng):
    """On an accountant's letter paper: the office's name and numbers head the page, the employer stands below."""
    f = Style(thousands=" ")
    c.font = "C059"
    c.text(36, 42, "CABINET COMPTABLE DES DEUX RIVES", 12, True, grey=0.3)
    c.text(36, 54, "Expertise comptable - Paie - Conseil    12 place du Chiffre 99000 COMPTEVILLE", 7, grey=0.3)
    c.text(36, 63, "Inscrit au tableau de l'Ordre - RCS Compteville 999 999 999", 7, grey=0.3)
    c.line(36, 70, 560, 70, 1, 0.3)
    c.text(36, 92, "Dossier :", 8)
    c.text(84, 92, "00417", 8)
    c.text(36, 106, "Entreprise :", 8)
    c.text(92, 106, s.employer, 9.5, True)
    c.text(92, 117, f"{s.address[0]}", 8)
    c.text(92, 127, s.address[1], 8)
    c.text(36, 140, f"N° SIRET : {s.siret}", 8)
    c.text(180, 140, f"Code APE : {s.naf}", 8)
    c.text(350, 92, "Bulletin de salaire", 14, True)
    c.text(350, 108, f"Mois : {s.month:02d}/{s.year}", 9)
    c.text(350, 120, f"Date de versement : {s.paid_on}", 8)
    c.text(350, 148, f"{s.civility} {s.first} {s.last}", 10)
    lines(c, 350, 160, s.home, 12, 10)
    pairs(c, 36, 158, [("Fonction", s.job), ("Catégorie", s.level), ("Date d'ancienneté", s.entry), ("N° de sécurité sociale", s.nir)], 11, 8, 100, " :")
    t = Table(c, f, 222, 36, {"base": 300, "rate": 360, "gain": 440, "er": 556}, 7.6, 10.4)
    t.head("Intitulé", base="Base", rate="Taux", gain="Part salarié", er="Part employeur")
    c.line(36, 226, 560, 226)
    t.pay(s, 2)
    t.row("Rémunération brute", True, gain=f.money(s.gross))
    for heading, rows in in_blocks(s):
        t.row(heading.capitalize() if heading.isupper() else heading, code=False)
        t.contributions(rows)
    t.row("Exonérations et allègements de cotisations", er=f.money(-s.gross * 9 // 100))
    t.row("Total des cotisations et contributions", True, gain=f.money(-s.withheld), er=f.money(s.employer_part))
    t.between(s)
    c.line(36, 660, 560, 660)
    rows = [("Net imposable", s.taxable), ("Montant net social", s.social), ("Net à payer avant impôt sur le revenu", s.before_tax), ("Impôt sur le revenu", -s.tax)]
    rows += [(label, -amount) for label, amount in s.after] + [("Net à payer", s.net)]
    for i, (label, amount) in enumerate((label, amount) for label, amount in rows if amount is not None):
        c.text(300, 674 + 12 * i, label, 8.5, label == "Net à payer")
        c.text(552, 674 + 12 * i, f.money(amount) + " €", 8.5, label == "Net à payer", "right")
    c.text(36, 674, f"Heures du mois : {f.hours(s.hours) or 'forfait 218 jours'}", 8)
    c.text(36, 686, f"Cumul brut : {f.money(s.gross * s.months)}", 8)
    c.text(36, 698, f"Cumul imposable : {f.money(s.taxable * s.months)}", 8)
    c.text(36, 710, f"Total versé par l'employeur : {f.money(s.cost)}", 8)
    c.text(36, 722, "Congés payés : pris 2, reste 9,5", 8)


def head_in_cells(c, s, rng):
    """A small program: everything of the head in cells, captions above values, and amounts in boxes at the foot."""
    f = Style(thousands=" ", decimal=",")
    c.font = "DejaVu Sans Condensed"
    c.box(30, 30, 565, 50, 0.8, 0.85)
    c.text(297, 44, "FICHE DE PAIE", 12, True, "center")
    cells(c, 30, 54, [(267, "Société", s.employer), (268, "Établissement", s.address[1])], 26)
    cells(c, 30, 80, [(130, "N° Siret", s.siret), (60, "Code NAF", s.naf), (345, "Convention collective", s.agreement)], 24, size=7.5)
    cells(c, 30, 110, [(160, "Nom", s.last), (120, "Prénom", s.first), (155, "Numéro de sécurité sociale", s.nir), (100, "Matricule", s.matricule)], 24, size=7.5)
    cells(c, 30, 134, [(200, "Poste", s.job), (120, "Qualification", s.level), (115, "Date d'entrée", s.entry), (100, "Ancienneté", "5 ans 2 mois")], 24, size=7.5)
    cells(c, 30, 164, [(135, "Début de période", s.start), (135, "Fin de période", s.end), (135, "Date de paiement", s.paid_on), (130, "Horaire contractuel", f.hours(s.contract_hours) or "Forfait jours")], 24, size=7.5)
    t = Table(c, f, 206, 34, {"base": 300, "rate": 355, "gain": 430, "loss": 500, "er": 560}, 7.2, 10.2)
    c.box(30, 194, 565, 660)
    t.head("Rubrique", base="Base", rate="Taux", gain="À payer", loss="À déduire", er="Employeur")
    t.pay(s)
    t.contributions(s.contributions)
    t.between(s)
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(s.taxable), rate=f.percent(s.tax_rate, 2), loss=f.money(s.tax))
    t.after(s)
    cells(c, 30, 668, [(89, "Brut", f.money(s.gross)), (89, "Cotisations salariales", f.money(s.withheld)), (89, "Net imposable", f.money(s.taxable)), (89, "Net social", f.money(s.social)),
                       (89, "Net avant impôt", f.money(s.before_tax)), (90, "Net à payer", f.money(s.net))], 28, 6, 9, "right")
    cells(c, 30, 700, [(89, "Brut annuel", f.money(s.gross * s.months)), (89, "Heures", f.hours(s.hours)), (89, "Imposable annuel", f.money(s.taxable * s.months)),
                       (89, "Heures annuelles", f.hours(s.hours * s.months) if s.hours else ""), (89, "Coût employeur", f.money(s.cost)), (90, "Congés restants", "8,00")], 28, 6, 9, "right")


LAYOUTS = {
    "publisher": (publisher, ("company", "company", "days")),
    "restaurant": (restaurant, ("company",)),
    "many-sites": (many_sites, ("company",)),
    "builder": (builder, ("company",)),
    "client-first": (client_first, ("agency",)),
    "collecting-body": (collecting_body, ("household",)),
    "farm-title": (farm_title, ("company",)),
    "long-old": (long_old, ("company",)),
    "accountant": (accountant, ("company", "company", "days")),
    "head-in-cells": (head_in_cells, ("company", "company", "days")),
}
OWN = {
    "publisher": {"make_pay": pay_of("workshop")},
    "restaurant": {"make_pay": pay_of("restaurant")},
    "many-sites": {"make_pay": pay_of("cleaning")},
    "builder": {"make_pay": pay_of("building")},
    "farm-title": {"make_pay": pay_of("vineyard")},
    "long-old": {"make_pay": pay_of("transport"), "years": range(2011, 2018)},
    "accountant": {"make_pay": pay_of("shop")},
    "head-in-cells": {"make_pay": pay_of("care")},
}
