# SPDX-License-Identifier: GPL-3.0-or-later
"""Tax notices, and requests for leave to work on sheets of our own drawing with the fields the official form asks for."""

from people import NOTHING, Person, iso
from sheet import HAND, TYPED, Sheet

# Whose notice it is may be told as the person, or not at all: a notice has no employee.
TAX = {name: value for name, value in NOTHING.items() if name not in ("employee", "signed_on")}


def whole(rng, euros):
    return f"{euros:,}".replace(",", rng.choice([" ", " ", "\u00a0", ""]))


# ---- Tax notices --------------------------------------------------------------------------------

def treasury(s, rng, year):
    s.line("DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", 9, True)
    s.lines(["SIP DE " + rng.choice(["VILLEBIDON", "PATELIN"]), "1 place du Fisc Imaginaire", "99330 VILLEBIDON"], 8)


def modern_notice(c, f, rng):
    """One page with boxes on the left and the address in the window."""
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    year, pay = rng.randrange(2019, 2026), rng.randrange(9000, 24000)
    treasury(s, rng, year)
    c.text(550, 70, f"AVIS D'IMPÔT {year}", 15, True, "right")
    c.text(550, 84, f"(Impôt sur les revenus {year - 1})", 9, align="right")
    s.y = 140
    s.lines([f"{p.short.upper()} {p.last_first}", p.street.upper(), p.town], 10, x=320)
    s.y = 140
    s.lines([f"N° fiscal : 30 99 {rng.randrange(100, 999)} {rng.randrange(100, 999)} {rng.randrange(100, 999)}", f"Référence de l'avis : {year % 100} 99 {rng.randrange(10**6, 10**7)} 11",
             f"Numéro FIP : 999 99 {rng.randrange(10**6, 10**7)}", f"Date d'établissement : {f.day((year, 7, 12), 'slashes')}"], 8)
    s.y = 230
    s.boxes([(1, "Revenu fiscal de référence", whole(rng, pay * 9 // 10) + " €"), (1, "Nombre de parts", "1,00"), (1, "Montant à payer", "0 €")], 34, 7, 13)
    s.skip(24)
    s.line("Détail des revenus", 10, True)
    s.skip(4)
    for label, value in [("Salaires", pay), ("Déduction 10% ou frais réels", -(pay // 10)), ("Salaires, pensions, rentes nets", pay * 9 // 10), ("Revenu brut global", pay * 9 // 10),
                         ("Revenu imposable", pay * 9 // 10), ("Impôt sur les revenus soumis au barème", max(0, pay // 50 - 200)), ("Décote", 0), ("Total de l'impôt sur le revenu net", 0)]:
        c.text(55, s.y, label, 9)
        c.leader(55 + c.measure(label, 9) + 4, 430, s.y, 9)
        c.text(500, s.y, whole(rng, value) if value >= 0 else "- " + whole(rng, -value), 9, align="right")
        s.skip(13)
    s.skip(10)
    s.para("Vos démarches sur impots.fictif. Conservez cet avis : il justifie de vos revenus et de votre domicile.", 8)
    return TAX


def situation_notice(c, f, rng):
    """A notice of the declared situation: no tax is asked for."""
    s, p = Sheet(c, left=50, right=545, size=9.5), f.person
    year, pay = rng.randrange(2018, 2026), rng.randrange(4000, 15000)
    treasury(s, rng, year)
    s.skip(10)
    s.title("AVIS DE SITUATION DÉCLARATIVE", 14)
    s.line(f"à l'impôt sur le revenu {year} établi en {year} (revenus de l'année {year - 1})", 9.5, align="center")
    s.skip(10)
    s.table([170, 165, 160], [["", "Déclarant 1", "Déclarant 2"], ["Nom", p.last, ""], ["Nom de naissance", p.last, ""], ["Prénom(s)", p.first, ""], ["Date de naissance", f.day(p.birth, "slashes"), ""],
                              ["Numéro fiscal", f"30 99 {rng.randrange(10**8, 10**9)}", ""]], align="lll")
    s.labelled([("Adresse déclarée au 1er janvier " + str(year), p.address), ("Situation de famille", "Célibataire"), ("Nombre de part(s)", "1.00"), ("Nombre de personne(s) à charge", "0")], 190)
    s.table([330, 165], [["Revenus et charges", "Montant en euros"], ["Traitements et salaires", whole(rng, pay)], ["Revenu brut global", whole(rng, pay * 9 // 10)], ["Revenu imposable", whole(rng, pay * 9 // 10)],
                         ["Revenu fiscal de référence", whole(rng, pay * 9 // 10)]], align="lr")
    s.para("La situation déclarée ne donne pas lieu à imposition. Ce document tient lieu d'avis auprès des tiers.", 8.5)
    return TAX


def two_declarants(c, f, rng):
    """A couple: two columns of amounts, one total."""
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    other, year = Person(rng), rng.randrange(2015, 2025)
    one, two = rng.randrange(9000, 20000), rng.randrange(3000, 15000)
    s.line("FINANCES PUBLIQUES", 12, True)
    s.title(f"Avis d'impôt sur les revenus de l'année {year}", 14, align="left")
    s.lines([f"M. {p.last_first}", f"OU MME {other.last} {other.first}", p.street.upper(), p.town], 10, x=320)
    s.skip(20)
    s.table([235, 90, 90, 90], [[f"Revenus {year}", "DÉCLAR. 1", "DÉCLAR. 2", "TOTAL"], ["Salaires", whole(rng, one), whole(rng, two), ""], ["Déduction 10 %", whole(rng, one // 10), whole(rng, two // 10), ""],
                                ["Salaires, pensions, rentes nets", whole(rng, one * 9 // 10), whole(rng, two * 9 // 10), whole(rng, (one + two) * 9 // 10)], ["Revenu brut global", "", "", whole(rng, (one + two) * 9 // 10)],
                                ["Nombre de parts", "", "", "3,00"], ["Revenu fiscal de référence", "", "", whole(rng, (one + two) * 9 // 10)], ["Prélèvement à la source déjà payé", "", "", whole(rng, 412)],
                                ["Solde de l'impôt", "", "", "0"]], align="lrrr")
    s.para("Votre foyer n'est pas redevable d'un solde. Les sommes prélevées par vos employeurs ont été prises en compte.", 8.5)
    return TAX


def old_notice(c, f, rng):
    """Capitals of a line printer, before the tax was withheld."""
    s, p = Sheet(c, left=50, right=545, size=9, leading=1.5), f.person
    c.font = TYPED
    year, pay = rng.randrange(2010, 2015), rng.randrange(9000, 19000)
    s.lines([f"IMPOT SUR LES REVENUS DE L'ANNEE {year}", f"AVIS D'IMPOT {year + 1}", "" if rng.random() < 0.5 else "COPIE"], 11, first_bold=True)
    s.skip(20)
    s.lines([f"{p.short.upper().replace('.', '')} {p.last_first.upper()}", p.street.upper(), p.town], x=300)
    s.skip(20)
    s.lines([f"NUMERO FISCAL DU DECLARANT    {rng.randrange(10**12, 10**13)}", f"REFERENCE DE L'AVIS           {year % 100} 99 {rng.randrange(10**6, 10**7)} 45"])
    s.skip(8)
    for label, value in [("SALAIRES", pay), ("DEDUCTION 10%", pay // 10), ("REVENU BRUT GLOBAL", pay * 9 // 10), ("REVENU IMPOSABLE", pay * 9 // 10), ("NOMBRE DE PARTS", "1,0"), ("IMPOT NET", pay // 40),
                         ("PRIME POUR L'EMPLOI", 210), ("NET A PAYER", max(0, pay // 40 - 210)), ("REVENU FISCAL DE REFERENCE", pay * 9 // 10)]:
        c.text(60, s.y, f"{label} ".ljust(48, "."), 9)
        c.text(480, s.y, str(value), 9, align="right")
        s.skip(14)
    s.lines(["", f"DATE LIMITE DE PAIEMENT 15/09/{year + 1}"])
    return TAX


def no_tax(c, f, rng):
    """A notice that nothing is due, by letter."""
    s, p = Sheet(c, size=10), f.person
    year = rng.randrange(2012, 2022)
    treasury(s, rng, year)
    s.skip(20)
    s.lines([f"{p.long} {p.first_last}", p.street, p.town], x=320)
    s.title(f"AVIS DE NON-IMPOSITION {year + 1}", 14)
    s.para(f"Au titre des revenus de {year}, vous n'êtes pas imposable à l'impôt sur le revenu.")
    s.labelled([("Numéro fiscal", f"30 99 {rng.randrange(10**8, 10**9)}"), ("Salaires déclarés", whole(rng, rng.randrange(4000, 9000))), ("Revenu fiscal de référence", whole(rng, rng.randrange(3000, 8000))), ("Nombre de parts", "1")], 180)
    s.para("Ce document a la même valeur qu'un avis d'impôt pour les organismes qui vous le demandent.")
    return TAX


def two_pages(c, f, rng):
    """The sums on the first page, their detail on the next."""
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    year, pay = rng.randrange(2021, 2026), rng.randrange(12000, 26000)
    treasury(s, rng, year)
    s.title(f"Avis d'impôt {year} sur les revenus et prélèvements sociaux {year - 1}", 12)
    s.lines([f"{p.last_first}", p.address], 10, x=300)
    s.skip(20)
    s.boxes([(1, "Impôt sur le revenu", "318 €"), (1, "Déjà prélevé à la source", "402 €"), (1, "Vous serez remboursé de", "84 €")], 34, 7, 13)
    s.skip(20)
    s.para(f"Le virement sera fait le 24 juillet {year} sur le compte que vous nous avez indiqué. À compter du 1er septembre {year}, votre taux de prélèvement à la source sera de 1,4 %.")
    s.page()
    s.line(f"Avis d'impôt {year} - Page 2/2", 8, align="right")
    s.line("Situation et revenus", 11, True)
    s.table([320, 170], [["Libellé", "Montant"], ["Salaires", whole(rng, pay)], ["Revenu brut global", whole(rng, pay * 9 // 10)], ["Revenu fiscal de référence", whole(rng, pay * 9 // 10)], ["Nombre de parts", "1"],
                         ["Taux de prélèvement à la source", "1,40 %"]], align="lr")
    return TAX


# ---- Requests for leave to work -----------------------------------------------------------------

def request_truth(f, contract, **more):
    return f.truth(contract=contract, gross_monthly=f.gross / 100, signed_on=iso(f.signed), **more)


def one_sheet(c, f, rng):
    """Sections with framed cells, filled in by hand or by machine; choices ticked."""
    s, p, b = Sheet(c, left=42, right=553, size=9), f.person, f.boss
    font = rng.choice([HAND, TYPED])
    size = 13 if font == HAND else 9.5
    contract, chosen = rng.choice([("permanent", "à durée indéterminée"), ("fixed_term", "à durée déterminée")])
    c.text(553, 52, "N° 15186*03", 8, True, "right")
    s.y = 60
    s.line("MINISTÈRE CHARGÉ DU TRAVAIL", 7, grey=0.3)
    s.title("DEMANDE D'AUTORISATION DE TRAVAIL", 13)
    s.line("pour un salarié étranger résidant en France", 9, align="center")
    s.skip(8)
    s.line("1. L'EMPLOYEUR", 9.5, True)
    s.skip(5)
    s.boxes([(2, "Dénomination ou nom", f.firm), (1.2, "N° SIRET", f.siret_written())], size=size, font=font)
    s.boxes([(2, "Adresse", f"{f.street} {f.town}"), (1.2, "Activité (code NAF)", "5610A")], size=size, font=font)
    s.boxes([(1, "Téléphone", f.phone), (1.4, "Convention collective (IDCC)", "1979"), (1, "Effectif", str(rng.randrange(2, 40)))], size=size, font=font)
    s.skip(16)
    s.line("2. LE SALARIÉ", 9.5, True)
    s.skip(5)
    s.boxes([(1, "Nom de famille", p.last), (1, "Prénoms", p.first), (0.7, "Sexe", "F" if p.woman else "M")], size=size, font=font)
    s.boxes([(1, "Né(e) le", f.day(p.birth, "blanks")), (1, "Lieu et pays de naissance", f"{p.birthplace}, {p.land}"), (1, "Nationalité", p.nationality)], size=size, font=font)
    s.boxes([(2, "Adresse en France", p.address), (1, "N° étranger", p.foreigner_number)], size=size, font=font)
    s.skip(16)
    s.line("3. L'EMPLOI PROPOSÉ", 9.5, True)
    s.skip(5)
    s.boxes([(2, "Emploi", f.job), (1, "Code ROME", "G1605"), (1, "Niveau / coefficient", "I - 1")], size=size, font=font)
    s.skip(8)
    s.c.text(s.left, s.y, "Contrat", 9)
    s.ticks(["à durée indéterminée", "à durée déterminée"], chosen, x=s.left + 60, how=rng.choice(["x", "sign", "drawn"]))
    s.skip(2)
    s.boxes([(1, "Si CDD, durée en mois", "12" if contract == "fixed_term" else ""), (1, "Durée hebdomadaire de travail", f"{f.weekly} h"), (1, "Salaire mensuel brut (euros)", f.money(sign=""))], size=size, font=font)
    s.skip(24)
    s.para("L'employeur certifie l'exactitude des renseignements portés ci-dessus et s'engage à verser la taxe due à l'administration.", 7.5)
    s.boxes([(1, "Fait à", f.city), (1, "Le", f.day(f.signed, "slashes")), (1.2, "Nom et qualité du signataire", f"{b.first_last}, {f.boss_title}"[:34])], 34, size=size, font=font)
    return request_truth(f, contract, weekly_hours=float(f.weekly))


def combed(c, f, rng):
    """A letter a box for the numbers; the pay by month, the hours by month."""
    s, p, b = Sheet(c, left=45, right=550, size=9), f.person, f.boss
    s.title("Demande d'autorisation de travail", 14, framed=0.9)
    s.line("Contrat de travail avec un étranger déjà en France - formulaire 15186", 8, align="center")
    s.skip(10)
    s.line("Employeur", 10, True)
    s.skip(6)
    s.comb("Numéro SIRET", f.siret)
    s.labelled([("Raison sociale", f.firm), ("Adresse", f"{f.street} {f.town}")], 110, value_font=TYPED)
    s.skip(8)
    s.line("Salarié", 10, True)
    s.skip(6)
    s.comb("Nom", p.last.upper(), 22)
    s.comb("Prénom", p.first.upper(), 22)
    s.comb("Date de naissance", "%02d%02d%04d" % p.birth[::-1], 8)
    s.labelled([("Nationalité", p.nationality), ("Domicile", p.address)], 110, value_font=TYPED)
    s.skip(8)
    s.line("Contrat", 10, True)
    s.skip(6)
    s.ticks(["CDI", "CDD", "Saisonnier", "Intérim"], "CDI")
    s.labelled([("Emploi occupé", f.job), ("Nombre d'heures par mois", f.number(f.monthly)), ("Rémunération brute mensuelle", f.money())], 160, value_font=TYPED)
    s.skip(20)
    s.para(f"Fait à {f.city}, le {f.day(f.signed, 'slashes')}. Signature de l'employeur : {b.name}")
    return request_truth(f, "permanent", monthly_hours=f.monthly)


def on_two_pages(c, f, rng):
    """Typed; the employer on the first page, the person and the job on the second."""
    s, p, b = Sheet(c, left=50, right=545, size=9.5), f.person, f.boss
    s.line("cerfa n° 15186", 8, align="right")
    s.title("DEMANDE D'AUTORISATION DE TRAVAIL", 13)
    s.line("À remplir par l'employeur en lettres capitales", 8, align="center")
    s.skip(14)
    s.line("I - IDENTIFICATION DE L'EMPLOYEUR", bold=True)
    s.skip(4)
    s.labelled([("Entreprise", f.firm), ("SIRET", f.siret_written()), ("Adresse du siège", f"{f.street} {f.town}"), ("Nom du représentant légal", b.last_first), ("Qualité", f.boss_title), ("Activité exercée", "Restauration")],
               170, value_font=TYPED, dots=True, step=20)
    s.page()
    s.line("II - IDENTIFICATION DU SALARIÉ ÉTRANGER", bold=True)
    s.skip(4)
    s.labelled([("Nom de naissance", p.last), ("Prénoms", p.first), ("Date et lieu de naissance", f"{f.day(p.birth, 'slashes')} {p.birthplace}"), ("Nationalité", p.nationality), ("Adresse", p.address)],
               170, value_font=TYPED, dots=True, step=20)
    s.skip(8)
    s.line("III - NATURE DE L'EMPLOI", bold=True)
    s.skip(4)
    s.labelled([("Intitulé du poste", f.job), ("Nature du contrat", "CDI"), ("Date prévue d'embauche", f.day(f.start, "slashes")), ("Durée du travail", f"{f.weekly} heures par semaine"),
                ("Salaire mensuel brut", f.money())], 170, value_font=TYPED, dots=True, step=20)
    s.skip(14)
    s.line(f"Le {f.day(f.signed, 'slashes')} à {f.city}")
    return request_truth(f, "permanent", start=iso(f.start), weekly_hours=float(f.weekly))


def simple_contract(c, f, rng):
    """The older sheet that was request and contract in one."""
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    s.line("N° 13653*03", 8, align="right")
    s.title("CONTRAT DE TRAVAIL SIMPLIFIÉ POUR SALARIÉ ÉTRANGER", 12)
    s.line("Demande d'autorisation de travail", 10, True, "center")
    s.skip(10)
    s.boxes([(1.6, "Employeur - nom ou raison sociale", f.firm), (1, "SIRET", f.siret_written())], font=TYPED)
    s.boxes([(1, "Adresse de l'employeur", f"{f.street} {f.town}")], font=TYPED)
    s.boxes([(1, "Salarié - nom", p.last), (1, "Prénom", p.first), (1, "Nationalité", p.nationality)], font=TYPED)
    s.boxes([(1.5, "Emploi proposé", f.job), (0.8, "Date d'embauche", f.day(f.start, "slashes")), (1, "Type de contrat", "Durée indéterminée")], font=TYPED)
    s.boxes([(1, "Horaire mensuel", f"{f.number(f.monthly)} heures"), (1, "Salaire brut mensuel", f.money())], font=TYPED)
    s.boxes([(1, "Lieu d'emploi", f.city), (1, "Avantages en nature", "néant")], font=TYPED)
    s.skip(24)
    s.para("L'employeur s'engage à respecter la législation du travail et à verser à l'office compétent la taxe prévue par la loi.", 8)
    s.line(f"Date : {f.day(f.signed, 'slashes')}      Signature et cachet de l'employeur")
    return request_truth(f, "permanent", start=iso(f.start), monthly_hours=f.monthly)


def online_summary(c, f, rng):
    """What the online service prints of a request that was sent."""
    s, p, b = Sheet(c, left=60, right=535, size=9.5), f.person, f.boss
    s.line("Récapitulatif de votre demande d'autorisation de travail", 15, True)
    s.line(f"Demande n° {rng.randrange(10**6, 10**7)} déposée le {f.day(f.signed, 'slashes')}", 9, grey=0.3)
    s.skip(12)
    for title, rows in [("Employeur", [("Dénomination", f.firm), ("SIRET", f.siret), ("Adresse", f"{f.street}, {f.town}"), ("Contact", b.first_last)]),
                        ("Salarié", [("Nom", p.last), ("Prénom", p.first), ("Date de naissance", f.day(p.birth, "slashes")), ("Nationalité", p.nationality)]),
                        ("Emploi", [("Intitulé de l'emploi", f.job), ("Type de contrat", "CDI"), ("Nombre d'heures hebdomadaires", str(f.weekly)), ("Rémunération brute mensuelle", f.money())])]:
        s.line(title, 12, True)
        s.skip(3)
        s.labelled(rows, 190, colon="")
        s.skip(8)
    return request_truth(f, "permanent", weekly_hours=float(f.weekly))


def for_one_abroad(c, f, rng):
    """The sister form for a person who is still abroad, for a season."""
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    c.text(550, 50, "15187*02", 9, True, "right")
    s.title("DEMANDE D'AUTORISATION DE TRAVAIL", 13)
    s.line("pour un salarié étranger résidant hors de France - travail saisonnier", 9, align="center")
    s.skip(10)
    s.boxes([(1.6, "1. Employeur (dénomination)", f.firm), (1, "2. SIRET", f.siret_written())], font=HAND, size=13)
    s.boxes([(1, "3. Nom du salarié", p.last), (1, "4. Prénom", p.first), (1, "5. Nationalité", p.nationality)], font=HAND, size=13)
    s.boxes([(1, "6. Emploi occupé", "Ouvrier agricole"), (1, "7. du", f.day(f.start, "slashes")), (1, "8. au", f.day(f.end, "slashes"))], font=HAND, size=13)
    s.boxes([(1, "9. Heures par semaine", str(f.weekly)), (1, "10. Salaire brut mensuel", f.money())], font=HAND, size=13)
    s.skip(8)
    s.ticks(["contrat saisonnier", "détachement", "mobilité"], "contrat saisonnier")
    s.boxes([(1, "Fait à", f.city), (1, "le", f.day(f.signed, "slashes"))], font=HAND, size=13)
    return request_truth(f, "seasonal", job="Ouvrier agricole", start=iso(f.start), end=iso(f.end), weekly_hours=float(f.weekly))


LOOKS = {"tax_notice": [modern_notice, situation_notice, two_declarants, old_notice, no_tax, two_pages],
         "work_authorisation_request": [one_sheet, combed, on_two_pages, simple_contract, online_summary, for_one_abroad]}
