# SPDX-License-Identifier: GPL-3.0-or-later
"""Contracts of work of all kinds, what changes them and what promises them."""

from model import AGENCIES, HOUSEHOLD_JOBS, USERS
from people import iso, other_siret
from sheet import HAND, TYPED, Sheet


def signatures(s, f, left="L'employeur", right="Le salarié"):
    s.skip(14)
    s.c.text(s.left + 40, s.y, left, s.size)
    s.c.text(360, s.y, right, s.size)
    s.skip(13)
    s.c.text(360, s.y, "« lu et approuvé »", s.size - 2, grey=0.4)
    s.skip(20)


def by_articles(c, f, rng):
    """Between the undersigned, articles over two pages; the firm by its register number alone."""
    s, p, b = Sheet(c, size=10, justify=True), f.person, f.boss
    s.title(rng.choice(["CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE", "Contrat de travail à durée indéterminée à temps " + ("complet" if f.weekly >= 35 else "partiel")]), 13)
    s.line("ENTRE LES SOUSSIGNÉS :", bold=True)
    s.skip(4)
    s.para(f"La société **{f.firm}**, au capital de {rng.randrange(1, 50)} 000 euros, dont le siège social est situé {f.street}, {f.town}, immatriculée au registre du commerce et des sociétés de {f.city} sous le "
           f"numéro {f.siren_written}, représentée par {b.long} {b.first_last} en sa qualité de {f.boss_title},")
    s.para("Ci-après dénommée « l'Employeur », d'une part,")
    s.line("ET :", bold=True)
    s.skip(4)
    s.para(f"{p.long} **{p.name}**, né{p.e} le {f.day(p.birth)} à {p.birthplace} ({p.land}), de nationalité {p.nationality}, demeurant {p.address}, immatriculé{p.e} à la sécurité sociale sous le numéro {p.nir},")
    s.para(f"Ci-après dénommé{p.e} « le Salarié », d'autre part,")
    s.line("IL A ÉTÉ CONVENU CE QUI SUIT :", bold=True)
    s.skip(6)
    for title, text in [
        ("ARTICLE 1 : ENGAGEMENT", f"Sous réserve de la visite d'information et de prévention, le Salarié est engagé à compter du {f.day(f.start)} pour une durée indéterminée, en qualité {f.de_job}, niveau I, échelon 2."),
        ("ARTICLE 2 : PÉRIODE D'ESSAI", "Le contrat ne deviendra définitif qu'à l'issue d'une période d'essai de deux mois, renouvelable une fois."),
        ("ARTICLE 3 : DURÉE DU TRAVAIL", f"La durée hebdomadaire de travail est fixée à {f.weekly} heures, réparties du lundi au samedi."),
        ("ARTICLE 4 : RÉMUNÉRATION", f"En contrepartie de son travail, le Salarié percevra une rémunération mensuelle brute de {f.money()}."),
        ("ARTICLE 5 : CONGÉS PAYÉS", "Le Salarié bénéficiera de deux jours et demi ouvrables de congés payés par mois de travail effectif.")]:
        s.para(title, bold=True, gap=1)
        s.para(text)
    s.page()
    for title, text in [
        ("ARTICLE 6 : LIEU DE TRAVAIL", f"Le Salarié exercera ses fonctions à {f.city}. Il pourra être amené à se déplacer pour les besoins du service."),
        ("ARTICLE 7 : RETRAITE ET PRÉVOYANCE", "Le Salarié sera affilié aux caisses auxquelles adhère l'Employeur."),
        ("ARTICLE 8 : RUPTURE DU CONTRAT", "Passé la période d'essai, chacune des parties pourra rompre le contrat en respectant un préavis d'un mois.")]:
        s.para(title, bold=True, gap=1)
        s.para(text)
    s.para(f"Fait en deux exemplaires à {f.city}, le {f.day(f.start)}")
    signatures(s, f)
    return f.truth(siret=None, contract="permanent", start=iso(f.start), weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(f.start))


def ticked_form(c, f, rng):
    """A fixed-term contract on a form: reason ticked, pay by the hour and by the month."""
    s, p, b = Sheet(c, left=50, right=545, size=9.5), f.person, f.boss
    s.title("CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE", 13, framed=0.88)
    font = rng.choice([None, TYPED, HAND])
    size = 12 if font == HAND else 9.5
    s.line("L'employeur", bold=True)
    s.skip(6)
    s.boxes([(2, "Nom ou dénomination", f.firm), (1.4, "SIRET", f.siret_written())], size=size, font=font)
    s.boxes([(2, "Adresse", f"{f.street} {f.town}"), (1.4, "Représenté par", b.name)], size=size, font=font)
    s.skip(16)
    s.line("Le (la) salarié(e)", bold=True)
    s.skip(6)
    s.boxes([(1, "Nom", p.last), (1, "Prénom", p.first), (1, "Date de naissance", f.day(p.birth, "slashes"))], size=size, font=font)
    s.boxes([(2, "Adresse", p.address), (1, "Nationalité", p.nationality)], size=size, font=font)
    s.skip(16)
    s.line("Motif du recours", bold=True)
    s.skip(3)
    reason = rng.choice(["Remplacement", "Accroissement temporaire d'activité"])
    s.ticks(["Remplacement", "Accroissement temporaire d'activité", "Emploi d'usage"], reason, how=rng.choice(["x", "sign"]))
    s.skip(10)
    s.boxes([(1, "Date de début", f.day(f.start, "slashes")), (1, "Date de fin", f.day(f.end, "slashes")), (1, "Période d'essai", "14 jours")], size=size, font=font)
    s.boxes([(2, "Emploi occupé", f.job), (1, "Classification", "Niv. I éch. 1")], size=size, font=font)
    s.boxes([(1, "Durée mensuelle du travail", f"{f.number(f.monthly)} h"), (1, "Taux horaire brut", f.money(f.rate)), (1, "Salaire mensuel brut", f.money())], size=size, font=font)
    s.boxes([(1, "Convention collective applicable", "Hôtels, cafés, restaurants (IDCC 1979)"), (1, "Caisse de retraite", "Agirc-Arrco")], size=size, font=font)
    s.skip(30)
    s.para(f"Fait en double exemplaire le {f.day(f.start, 'slashes')} à {f.city}")
    signatures(s, f, right="Le (la) salarié(e)")
    return f.truth(contract="fixed_term", start=iso(f.start), end=iso(f.end), monthly_hours=f.monthly, gross_monthly=f.gross / 100, signed_on=iso(f.start))


def of_a_season(c, f, rng):
    """Harvest: no fixed end, pay by the hour."""
    s, p, b = Sheet(c, size=10.5), f.person, f.boss
    crop = rng.choice(["récolte des pommes", "vendange", "taille de la vigne", "cueillette des abricots"])
    s.title("CONTRAT DE TRAVAIL SAISONNIER", 14, underlined=True)
    s.para(f"Entre l'exploitation **{f.firm}**, {f.street} {f.town}, n° SIRET {f.siret_written()}, représentée par {b.short} {b.name}, employeur, et {p.short} **{p.name}**, "
           f"né{p.e} le {f.day(p.birth)}, de nationalité {p.nationality}, demeurant {p.address}, salarié{p.e}.")
    s.para(f"1. {p.long} {p.last} est embauché{p.e} en qualité d'ouvrier agricole à compter du {f.day(f.start)} jusqu'à la fin de la {crop}, et pour une durée minimale de trois semaines.")
    s.para(f"2. La durée du travail est de {f.weekly} heures par semaine. Les heures supplémentaires seront payées selon les règles en vigueur.")
    s.para(f"3. Le salaire est fixé à {f.money(f.rate)} brut de l'heure.")
    s.para("4. Une indemnité compensatrice de congés payés égale à 10 % sera versée à la fin du contrat. L'indemnité de précarité n'est pas due.")
    s.para(f"Établi en double exemplaire à {f.city}, le {f.day(f.start)}.")
    signatures(s, f)
    return f.truth(job="Ouvrier agricole", contract="seasonal", start=iso(f.start), weekly_hours=float(f.weekly), signed_on=iso(f.start))


def of_a_site(c, f, rng):
    """Building trade: open-ended for one site."""
    s, p, b = Sheet(c, size=10), f.person, f.boss
    s.lines([f.firm, f.street, f.town, "SIRET : " + f.siret_written(), "Code APE : 4120B"], 9, first_bold=True)
    s.skip(10)
    s.title("CONTRAT DE CHANTIER", 14)
    s.line("Contrat de travail à durée indéterminée conclu pour la durée d'un chantier", 9.5, align="center")
    s.skip(10)
    s.para(f"Le présent contrat est conclu entre l'entreprise {f.firm}, représentée par {b.short} {b.first_last}, et {p.long} {p.first_last}, résidant {p.address}.")
    s.para(f"**Emploi** : {f.job}")
    s.para(f"**Chantier** : construction de {rng.randrange(12, 60)} logements, {rng.choice(['rue des Grues', 'quai du Béton'])}, {f.town}")
    s.para(f"**Prise d'effet** : {f.day(f.start)}")
    s.para(f"**Horaire** : {f.number(f.monthly)} heures par mois")
    s.para(f"**Salaire** : {f.money()} bruts mensuels, soit {f.money(f.rate)} de l'heure")
    s.para("Le contrat prendra fin à l'achèvement des travaux pour lesquels il est conclu.")
    s.para(f"Fait à {f.city} le {f.day(f.start)}, en deux originaux.")
    signatures(s, f, "Pour l'entreprise", "Le salarié")
    return f.truth(contract="permanent", start=iso(f.start), monthly_hours=f.monthly, gross_monthly=f.gross / 100, signed_on=iso(f.start))


def of_a_mission(c, f, rng):
    """A mission: the agency is the employer, the user firm stands beside it with its own number."""
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    f.firm = " ".join(rng.choice(AGENCIES))
    s.line(f.firm, 15, True)
    s.lines([f"{f.street} {f.town}", f"SIRET {f.siret_written()} - Tél. {f.phone}"], 8)
    c.text(550, 66, f"Contrat n° {rng.randrange(10000, 99999)}", 9, align="right")
    s.skip(10)
    s.title("CONTRAT DE MISSION TEMPORAIRE", 13, framed=0.9)
    user = rng.choice(USERS)
    s.boxes([(1, "ENTREPRISE UTILISATRICE", user), (1, "SIRET", other_siret(rng))], size=9)
    s.boxes([(1, "Lieu de mission", f"12 quai des Palettes {f.town}"), (1, "Code client", str(rng.randrange(1000, 9999)))], size=9)
    s.skip(8)
    s.boxes([(1, "SALARIÉ INTÉRIMAIRE", p.last_first), (1, "N° de sécurité sociale", p.nir)], size=9)
    s.boxes([(1, "Adresse", p.address), (0.6, "Nationalité", p.nationality), (0.7, "Titre de séjour n°", p.foreigner_number)], size=9)
    s.skip(8)
    begin, end = f.start, (f.start[0], f.start[1], 28)
    s.boxes([(1, "Début de mission", f.day(begin, "slashes")), (1, "Fin de mission", f.day(end, "slashes")), (1, "Souplesse", f"du {f.day((end[0], end[1], 25), 'short')} au {f.day((end[0], end[1], 28), 'short')}")], size=9)
    s.boxes([(1, "Motif du recours", "Accroissement temporaire d'activité"), (1, "Justification", "Commandes de fin de mois")], size=9)
    s.boxes([(1.4, "Qualification", f.job), (0.6, "Statut", "Non-cadre"), (1, "Horaire hebdomadaire", f"{f.weekly},00 h")], size=9)
    s.boxes([(1, "Taux horaire brut de référence", f.money(f.rate)), (1, "Panier", "6,50 €"), (1, "IFM 10 %   ICCP 10 %", "")], size=9)
    s.skip(24)
    s.para("L'embauche du salarié temporaire par l'entreprise utilisatrice à l'issue de la mission n'est pas interdite. Caisse de retraite et organisme de prévoyance : voir au verso.", 7.5)
    s.para(f"Fait en deux exemplaires à {f.city}, le {f.day(begin, 'slashes')}", 9)
    signatures(s, f, "L'entreprise de travail temporaire", "L'intérimaire")
    return f.truth(contract="agency", start=iso(begin), end=iso(end), weekly_hours=float(f.weekly), signed_on=iso(begin))


def of_a_household(c, f, rng):
    """A household's contract: net pay by the hour, no number of a firm."""
    s, p, b = Sheet(c, size=10.5), f.person, f.boss
    job = rng.choice(HOUSEHOLD_JOBS)
    hours = rng.choice([8, 12, 20, 32])
    s.title(rng.choice(["CONTRAT DE TRAVAIL DU PARTICULIER EMPLOYEUR", "Contrat de travail à durée indéterminée — salarié du particulier employeur (CESU)"]), 12)
    s.line("Entre le particulier employeur :", bold=True)
    s.labelled([("Nom, prénom", b.last_first), ("Adresse", b.address), ("N° d'employeur CESU", f"Z{rng.randrange(10**8, 10**9)}")], 130)
    s.line("Et le salarié :", bold=True)
    s.labelled([("Nom, prénom", p.last_first), ("Adresse", p.address), ("N° de sécurité sociale", p.nir)], 130)
    s.skip(6)
    s.para(f"**1. Date d'embauche** : {f.day(f.start)}. La période d'essai est d'un mois.")
    s.para(f"**2. Emploi** : {job}, niveau A.")
    s.para(f"**3. Durée du travail** : {hours} heures par semaine, les lundis, mardis et jeudis.")
    s.para(f"**4. Rémunération** : {rng.randrange(9, 14)},{rng.randrange(10, 99)} € nets de l'heure, congés payés inclus à hauteur de 10 %.")
    s.para("**5. Convention collective** : branche du secteur des particuliers employeurs et de l'emploi à domicile.")
    s.para(f"Fait à {b.town.split(' ', 1)[1].title()}, le {f.day(f.start)}")
    signatures(s, f, "Le particulier employeur", "Le salarié")
    return f.truth(employer=b.truth, siret=None, job=job, contract=["household", "permanent"], start=iso(f.start), weekly_hours=float(hours), signed_on=iso(f.start))


def amendment(c, f, rng):
    """An amendment raises the hours: the new ones count, the old ones stand beside them."""
    s, p, b = Sheet(c, size=10.5, justify=True), f.person, f.boss
    s.title(f"AVENANT N° {rng.randrange(1, 4)} AU CONTRAT DE TRAVAIL", 14, underlined=True)
    change = (f.start[0] + 1, rng.randrange(1, 13), 1)
    s.para(f"Entre {f.firm}, {f.street}, {f.town}, SIRET {f.siret_written()}, représentée par {b.long} {b.first_last}, {f.boss_title}, et {p.long} {p.name}, demeurant {p.address}.")
    s.para(f"{p.long} {p.last} a été engagé{p.e} par contrat à durée indéterminée du {f.day(f.start)} en qualité {f.de_job}.")
    s.para(f"Les parties conviennent qu'à compter du {f.day(change)} la durée hebdomadaire de travail est portée de 15 heures à {f.weekly} heures.")
    s.para(f"En conséquence, la rémunération mensuelle brute est fixée à {f.money()}. Les autres clauses du contrat restent inchangées.")
    s.para(f"Fait à {f.city}, en deux exemplaires, le {f.day(change)}")
    signatures(s, f)
    return f.truth(contract="permanent", start=[iso(f.start), iso(change)], weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(change))


def promise(c, f, rng):
    """A promise of hiring, on condition of the permit."""
    s, p, b = Sheet(c, size=11), f.person, f.boss
    s.lines([f.firm, f.street, f.town, "N° SIRET " + f.siret_written()], 10, first_bold=True)
    s.skip(10)
    s.lines([f"{p.long} {p.first_last}", p.street, p.town], x=330)
    s.skip(10)
    s.line(f"{f.city}, le {f.day(f.signed, 'month')}", x=330)
    s.skip(10)
    s.title(rng.choice(["PROMESSE D'EMBAUCHE", "Promesse unilatérale de contrat de travail"]), 14)
    s.para(f"{p.long},")
    s.para(f"Nous vous confirmons notre engagement de vous embaucher en contrat à durée indéterminée au poste {f.de_job}, dès que vous serez autorisé{p.e} à travailler par la préfecture.")
    s.para(f"Votre horaire sera de {f.weekly} heures par semaine et votre salaire brut mensuel de {f.money()}.")
    s.para(f"Veuillez agréer, {p.long}, nos salutations distinguées.")
    s.skip(14)
    s.lines([f"{b.short} {b.first_last}", f.boss_title], x=330)
    return f.truth(contract="permanent", weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(f.signed))


def letter_of_engagement(c, f, rng):
    """An old engagement by letter; the pay stands for the hours of the month."""
    s, p, b = Sheet(c, size=10.5), f.person, f.boss
    c.font = TYPED
    s.lines([f.firm, f.street, f.town], 10)
    s.skip(10)
    s.line(f"A {f.city}, le {f.day(f.start, 'slashes')}", x=320)
    s.line(f"{p.short} {p.first_last}", x=320)
    s.skip(20)
    s.line("LETTRE D'ENGAGEMENT", 12, True)
    s.skip(10)
    s.para(f"{p.long}, à la suite de votre entretien, nous avons le plaisir de vous engager comme {f.job_small} à dater du {f.day(f.start, 'slashes')}, pour une durée indéterminée.")
    s.para(f"Vos appointements seront de {f.money()} bruts par mois pour {f.number(f.monthly)} heures.")
    s.para("Veuillez nous retourner un exemplaire de la présente revêtu de votre signature précédée de la mention « bon pour accord ».")
    s.skip(20)
    s.line(b.first_last, x=320)
    return f.truth(siret=None, contract="permanent", start=iso(f.start), monthly_hours=f.monthly, gross_monthly=f.gross / 100, signed_on=iso(f.start))


def of_an_extra(c, f, rng):
    """A card for some days' help at table, filled in by hand."""
    s, p = Sheet(c, left=70, right=500, size=10), f.person
    s.line(f.firm, 14, True)
    s.lines([f"{f.street} - {f.town}", "SIRET " + f.siret_written()], 8.5)
    s.skip(10)
    s.title("CONTRAT D'EXTRA", 15)
    s.line("(contrat de travail à durée déterminée d'usage)", 9, align="center")
    s.skip(12)
    end = (f.start[0], f.start[1], min(28, f.start[2] + 2))
    s.labelled([("Nom", p.last), ("Prénom", p.first), ("Né(e) le", f.day(p.birth, "slashes")), ("Nationalité", p.nationality), ("Emploi", f.job), ("Date de début", f.day(f.start, "slashes")),
                ("Date de fin", f.day(end, "slashes")), ("Nombre d'heures prévues", "16"), ("Salaire horaire brut", f.money(f.rate))], 150, value_font=HAND, value_size=15, dots=True, step=22)
    s.line(f"Fait à {f.city}, le {f.day(f.start, 'slashes')}")
    signatures(s, f)
    return f.truth(contract="fixed_term", start=iso(f.start), end=iso(end), signed_on=iso(f.start))


LOOKS = {"employment_contract": [by_articles, ticked_form, of_a_season, of_a_site, of_a_mission, of_a_household, amendment, promise, letter_of_engagement, of_an_extra]}
