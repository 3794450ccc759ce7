# SPDX-License-Identifier: GPL-3.0-or-later
"""A second group of papers, by other conventions than the first."""

from model import AGENCIES, HOUSEHOLD_JOBS, USERS
from papers_blind_offices import TAX
from people import broken_rib, iso, other_siret
from sheet import HAND, TYPED, Sheet


def short_note(c, f, rng):
    """A few words above a stamp; who signs comes last."""
    s, p = Sheet(c, size=12), f.person
    s.line("Attestation de travail", 16, True)
    s.skip(14)
    s.para(f"La direction de {f.firm} atteste que {p.short} {p.name} exerce le métier {f.de_job} dans notre entreprise, et ce depuis le {f.day(f.start)}, en CDI à raison de {f.number(f.monthly)} heures par mois.")
    s.para(f"Son salaire brut est de {f.money()} par mois.")
    s.line(f"Le {f.day(f.signed)}, à {f.city}")
    s.skip(30)
    s.c.box(330, s.y, 500, s.y + 70, 1)
    s.y += 16
    s.lines([f.firm, f.street, f.town, f"SIRET {f.siret_written()}"], 9, x=338)
    return f.truth(contract="permanent", start=iso(f.start), monthly_hours=f.monthly, gross_monthly=f.gross / 100, signed_on=iso(f.signed))


def two_columns(c, f, rng):
    """Employer on the left, person on the right, the rest in a list of points."""
    s, p, b = Sheet(c, size=10), f.person, f.boss
    s.title("ATTESTATION EMPLOYEUR", 14)
    y = s.y
    s.lines(["EMPLOYEUR", f.firm, f.street, f.town, f"SIRET : {f.siret_written()}"], first_bold=True)
    s.y = y
    s.lines(["SALARIÉ" + p.e.upper(), f"{p.long} {p.first_last}", p.street, p.town, f"N° SS : {p.nir}"], x=310, first_bold=True)
    s.skip(20)
    s.para(f"Je, soussigné{b.e} {b.first_last}, {f.boss_title}, certifie sur l'honneur que la personne nommée ci-dessus :")
    for text in [f"a été embauchée le {f.day(f.start)} ;", f"occupe actuellement un poste {f.de_job} ;", f"est liée par un contrat à durée indéterminée de {f.weekly} h hebdomadaires ;", f"perçoit une rémunération de {f.money()} brut par mois."]:
        s.line(f"– {text}", x=85)
    s.skip(14)
    s.line(f"Établi à {f.city} le {f.day(f.signed)}")
    return f.truth(contract="permanent", start=iso(f.start), weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(f.signed))


def former_worker(c, f, rng):
    """Of one who worked off the books, in the employer's own words."""
    s, p, b = Sheet(c, size=12), f.person, f.boss
    s.lines([b.first_last, f.firm, f.street, f.town, f"Siret {f.siret_written()}"], 11)
    s.skip(20)
    s.line(f"{f.city}, le {f.day(f.signed, 'month')}", align="right")
    s.line("Attestation de l'employeur", 13, True)
    s.skip(8)
    s.para(f"Par la présente, je reconnais que {p.long} {p.name} a travaillé pour moi au restaurant entre le {f.day(f.start)} et le {f.day(f.end)} comme {f.job_small}, d'abord sans contrat puis déclaré{p.e}.")
    s.para("Je l'atteste pour sa demande de titre de séjour.")
    s.line(b.first_last, 18, font=HAND)
    return f.truth(employer=[f.firm, b.truth], start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def ruled_certificate(c, f, rng):
    """Labels and values parted by rules, dates in capitals."""
    s, p = Sheet(c, size=10), f.person
    s.lines([f.firm, f"{f.street} {f.town}"], 10, "center", first_bold=True)
    s.title("C E R T I F I C A T   D E   T R A V A I L", 13)
    for label, value in [("Salarié", p.last_first), ("Emploi", f.job), ("Date d'entrée", f.day(f.start, "capitals")), ("Date de sortie", f.day(f.end, "capitals")), ("Siret de l'établissement", f.siret_written())]:
        c.line(s.left, s.y - 12, s.right, s.y - 12, 0.4)
        c.text(s.left, s.y, label, 10)
        c.text(s.left + 180, s.y, value, 10, True)
        s.skip(18)
    s.skip(8)
    s.para("Libre de tout engagement. Certificat établi pour servir et valoir ce que de droit.")
    s.line(f"Fait le {f.day(f.signed)} à {f.city}")
    return f.truth(start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def in_our_service(c, f, rng):
    """Another turn of the same phrase."""
    s, p, b = Sheet(c, size=11, justify=True), f.person, f.boss
    s.lines([f"{f.firm} - SIRET {f.siret_written()}", f"{f.street} - {f.town}"], 9)
    s.skip(20)
    s.title("CERTIFICAT DE TRAVAIL", 14, underlined=True)
    s.para(f"Nous soussignés, {f.firm}, certifions avoir eu à notre service {p.long} {p.first_last} en tant que {f.job_small}, pour la période allant du {f.day(f.start)} au {f.day(f.end)}.")
    s.para(f"{p.he} nous a quittés libre de tout engagement.")
    s.line(f"À {f.city}, {f.day(f.signed, 'weekday')}")
    s.line(f"{b.first_last}, {f.boss_title}", align="right")
    return f.truth(start=iso(f.start), end=iso(f.end), signed_on=[iso(f.signed), None])


def summary_first(c, f, rng):
    """A fixed-term contract that begins with a table of its terms."""
    s, p, b = Sheet(c, size=9.5), f.person, f.boss
    s.title("CONTRAT À DURÉE DÉTERMINÉE", 14)
    s.table([170, 300], [["Clause", "Contenu"], ["Employeur", f.firm], ["SIRET", f.siret_written()], ["Salarié(e)", f"{p.long} {p.first_last}"], ["Fonction", f.job], ["Date d'effet", f.day(f.start, "slashes")],
                         ["Terme du contrat", f.day(f.end, "slashes")], ["Durée du travail", f"{f.weekly} heures par semaine"], ["Rémunération", f"{f.money()} bruts mensuels"]], align="ll")
    s.para(f"Le présent contrat est conclu en raison d'un surcroît d'activité. Une période d'essai de deux semaines est prévue.")
    s.line(f"Signé à {f.city} le {f.day(f.start, 'slashes')} en deux exemplaires")
    return f.truth(contract="fixed_term", start=iso(f.start), end=iso(f.end), weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(f.start))


def between_parties(c, f, rng):
    """A contract whose parties are told as paragraphs; pay by the hour."""
    s, p, b = Sheet(c, size=10.5, justify=True), f.person, f.boss
    s.title("Contrat de travail", 15)
    s.para(f"ENTRE : {b.long} {b.first_last}, agissant pour le compte de l'entreprise {f.firm} (SIRET {f.siret_written()}), sise {f.street} à {f.city}, d'une part ;")
    s.para(f"ET : {p.long} {p.first_last}, domicilié{p.e} {p.address}, d'autre part.")
    s.para(f"1) L'entreprise recrute {p.long} {p.last} à partir du {f.day(f.start)}, sans limitation de durée, dans l'emploi {f.de_job}.")
    s.para(f"2) Le salaire horaire brut est de {f.money(f.rate)} pour {f.weekly} heures de travail par semaine.")
    s.para(f"Fait à {f.city}, le {f.day(f.start)}")
    return f.truth(contract=["permanent", None], start=iso(f.start), weekly_hours=float(f.weekly), signed_on=iso(f.start))


def mission_letter(c, f, rng):
    """A mission told in lines with colons."""
    s, p = Sheet(c, size=9.5), f.person
    f.firm = " ".join(rng.choice(AGENCIES))
    s.line(f.firm, 14, True)
    s.lines([f"{f.street} {f.town}", f"N° SIRET : {f.siret_written()}"], 8)
    s.title("CONTRAT DE TRAVAIL TEMPORAIRE", 13)
    s.labelled([("Intérimaire", p.first_last), ("Qualification", f.job), ("Entreprise utilisatrice", rng.choice(USERS)), ("SIRET", other_siret(rng)), ("Mission du", f"{f.day(f.start, 'slashes')} au {f.day(f.end, 'slashes')}"),
                ("Durée hebdomadaire", f"{f.weekly} heures"), ("Taux horaire", f.money(f.rate))], 150)
    s.line(f"Fait à {f.city}, le {f.day(f.start, 'slashes')}")
    return f.truth(contract="agency", start=iso(f.start), end=iso(f.end), weekly_hours=float(f.weekly), signed_on=iso(f.start))


def childminder(c, f, rng):
    """A contract for a child: parent and minder, by the month."""
    s, p, b = Sheet(c, size=10), f.person, f.boss
    s.title("CONTRAT DE TRAVAIL ASSISTANT MATERNEL", 13)
    s.labelled([("Parent employeur", b.last_first), ("Adresse", b.address), ("N° Pajemploi", f"Y{rng.randrange(10**7, 10**8)}"), ("Assistante maternelle", p.last_first), ("Date de début d'accueil", f.day(f.start, "slashes")),
                ("Heures d'accueil par semaine", "30"), ("Salaire mensuel net", "612,00 €")], 180)
    s.line(f"Signé le {f.day(f.start, 'slashes')}")
    return f.truth(employer=b.truth, siret=None, job=["Assistante maternelle", "Assistant maternel", None], contract=["household", None], start=iso(f.start), weekly_hours=30.0, signed_on=iso(f.start))


def typed_request(c, f, rng):
    """A request with its values on the lines below its questions."""
    s, p = Sheet(c, size=9), f.person
    s.title("Demande d'autorisation de travail pour un étranger", 12)
    for title, rows in [("Entreprise", [("Nom de l'entreprise", f.firm), ("Numéro SIRET", f.siret)]), ("Étranger", [("Nom", p.last), ("Prénoms", p.first), ("Nationalité", p.nationality)]),
                        ("Poste", [("Emploi occupé", f.job), ("Type de contrat", "CDD"), ("Début du contrat", f.day(f.start, "slashes")), ("Fin du contrat", f.day(f.end, "slashes")), ("Salaire brut mensuel", f.money()), ("Durée hebdomadaire", f"{f.weekly} h")])]:
        s.line(title, 11, True)
        for label, value in rows:
            s.line(label, 7, grey=0.3)
            s.line(value, 10, font=TYPED)
            s.skip(3)
    s.line(f"Fait à {f.city} le {f.day(f.signed, 'slashes')}")
    return f.truth(contract="fixed_term", start=iso(f.start), end=iso(f.end), weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(f.signed))


def tax_extract(c, f, rng):
    s, p = Sheet(c, size=9.5), f.person
    year = rng.randrange(2014, 2025)
    s.line(f"Impôt {year} sur les revenus de {year - 1}", 14, True)
    s.line("Avis d'imposition - document à conserver")
    s.labelled([("Contribuable", p.last_first), ("Votre numéro fiscal", "30 99 123 456 789"), ("Total des salaires et assimilés", "14 230"), ("Revenu fiscal de référence", "12 807"), ("Parts", "1")], 220)
    return TAX


def salary_attestation(c, f, rng):
    """What an employer tells the health fund for daily benefits."""
    s, p = Sheet(c, size=9), f.person
    s.title("ATTESTATION DE SALAIRE POUR LE PAIEMENT DES INDEMNITÉS JOURNALIÈRES", 11)
    s.boxes([(1, "Employeur", f.firm), (1, "SIRET", f.siret_written())])
    s.boxes([(1, "Assuré", p.last_first), (1, "Emploi", f.job)])
    s.table([150, 150, 100], [["Période", "Salaire brut", "Heures"], ["01/03/2022 - 31/03/2022", f.money(sign=""), "151,67"], ["01/04/2022 - 30/04/2022", f.money(sign=""), "151,67"]], align="crr")


def summons(c, f, rng):
    s, p = Sheet(c, size=11), f.person
    s.lines([f.firm, f.street, f.town, "SIRET " + f.siret_written()])
    s.line("Objet : convocation à un entretien préalable")
    s.para(f"{p.long} {p.name}, vous êtes employé{p.e} en qualité {f.de_job} depuis le {f.day(f.start)}. Nous envisageons de rompre votre contrat de travail à durée indéterminée.")
    s.line(f"{f.city}, le {f.day(f.signed)}")


def pay_rise(c, f, rng):
    s, p = Sheet(c, size=11), f.person
    s.lines([f.firm, f.street, f.town])
    s.line("Objet : votre rémunération")
    s.para(f"{p.long}, nous avons le plaisir de vous informer que votre salaire mensuel brut est porté à {f.money()} à compter du {f.day(f.start)}.")


def job_advert(c, f, rng):
    s = Sheet(c, size=11)
    s.title(f"OFFRE D'EMPLOI : {f.job.upper()}", 14)
    s.para(f"{f.firm} recrute. Contrat à durée indéterminée, {f.weekly} heures par semaine, salaire brut mensuel {f.money()}. Période d'essai de deux mois.")


def loan(c, f, rng):
    s, p = Sheet(c, size=10), f.person
    s.line("CRÉDIT IMAGINAIRE", 14, True)
    s.title("CONTRAT DE PRÊT PERSONNEL", 13)
    s.para(f"Entre les soussignés : Crédit Imaginaire SA, et {p.long} {p.name}, demeurant {p.address}. Article 1 - Montant : {f.money(500000)}. Article 2 - Durée : 36 mois. Compte {broken_rib(rng)}.")


def lease(c, f, rng):
    s, p, b = Sheet(c, size=10), f.person, f.boss
    s.title("CONTRAT DE LOCATION", 13)
    s.para(f"Entre les soussignés : {b.long} {b.first_last}, bailleur, et {p.long} {p.name}, locataire. Il a été convenu ce qui suit. Article 1 : le logement est loué à compter du {f.day(f.start)} pour trois ans. Article 2 : loyer mensuel {f.money(62000)}.")


def points(c, f, rng):
    s, p = Sheet(c, size=9), f.person
    s.title("RELEVÉ DE POINTS DE RETRAITE COMPLÉMENTAIRE", 12)
    s.table([60, 220, 100, 80], [["Année", "Entreprise", "Salaire brut", "Points"], ["2020", f.firm, f.money(f.gross * 12, ""), "71,20"], ["2021", f.firm, f.money(f.gross * 12, ""), "72,04"]], align="clrr")


def union_card(c, f, rng):
    s, p = Sheet(c, size=11), f.person
    s.title("ATTESTATION D'ADHÉSION", 13)
    s.para(f"Le syndicat atteste que {p.long} {p.name}, {f.job_small}, est adhérent{p.e} depuis le {f.day(f.start)}. Pour servir et valoir ce que de droit.")


def host(c, f, rng):
    s, p, b = Sheet(c, size=11), f.person, f.boss
    s.title("Témoignage", 13)
    s.para(f"Je soussigné{b.e} {b.first_last} certifie connaître {p.long} {p.name} depuis le {f.day(f.start)} et l'avoir vu{p.e} travailler comme {rng.choice(HOUSEHOLD_JOBS).lower()}.")


LOOKS = {"employer_certificate": [short_note, two_columns, former_worker], "work_certificate": [ruled_certificate, in_our_service], "employment_contract": [summary_first, between_parties, mission_letter, childminder],
         "work_authorisation_request": [typed_request], "tax_notice": [tax_extract], "other": [salary_attestation, summons, pay_rise, job_advert, loan, lease, points, union_card, host]}
