# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates of employers and certificates of work, as firms, households and agencies write them.

A look draws on a canvas what an Affair tells and returns what stands there."""

from model import AGENCIES, HOUSEHOLD_JOBS, USERS
from people import iso, other_siret
from sheet import HAND, TYPED, Sheet


# ---- Certificates of employers ------------------------------------------------------------------

def letterhead(s, f, rng, align="left", siret=True):
    rows = [f.firm, f.street, f.town, f"Tél. {f.phone}"]
    if siret:
        rows.append(rng.choice(["SIRET ", "N° SIRET : ", "Siret : ", "SIRET n° "]) + f.siret_written())
    s.lines(rows, 9.5, align, first_bold=True)
    s.skip(18)


def boxed_prose(c, f, rng):
    """A title in a box, one long sentence, the pay in a second."""
    s, p, b = Sheet(c, justify=True, size=11), f.person, f.boss
    letterhead(s, f, rng, "center")
    s.title(rng.choice(["ATTESTATION EMPLOYEUR", "ATTESTATION DE L'EMPLOYEUR", "ATTESTATION D'EMPLOI"]), framed=0.92)
    s.skip(14)
    permanent = rng.random() < 0.6
    contract = "à durée indéterminée" if permanent else "à durée déterminée"
    s.para(f"Je soussigné{b.e}, {b.long} {b.name}, agissant en qualité de {f.boss_title} de la société {f.firm}, atteste par la présente que "
           f"**{p.long} {p.name}**, né{p.e} le {f.day(p.birth)} à {p.birthplace} ({p.land}), demeurant {p.address}, est employé{p.e} au sein de notre entreprise en "
           f"qualité {f.de_job} depuis le {f.day(f.start)} dans le cadre d'un contrat de travail {contract}, à raison de {f.weekly} heures hebdomadaires.")
    s.para(f"Sa rémunération mensuelle brute s'élève à {f.money()}.")
    s.para(f"À ce jour, {p.long} {p.last} n'est ni en période d'essai, ni en cours de préavis.")
    s.para(f"Cette attestation est délivrée à l'intéressé{p.e} sur sa demande, pour servir et valoir ce que de droit.")
    s.skip()
    s.line(f"Fait à {f.city}, le {f.day(f.signed)}", align="right")
    s.skip(14)
    s.lines([f"{b.short} {b.first_last}", f.boss_title.capitalize()], align="right")
    return f.truth(contract="permanent" if permanent else "fixed_term", start=iso(f.start), weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(f.signed))


def boxed_form(c, f, rng):
    """A form of the pay office: a frame with a label and a value a row, boxes ticked for the contract."""
    s, p = Sheet(c, left=55, right=540), f.person
    s.title("ATTESTATION D'EMPLOI", 16, align="center")
    s.line("(à compléter par l'employeur)", 8, align="center", italic=True)
    s.skip()
    font = rng.choice([None, TYPED, HAND])
    size = 13 if font == HAND else 10
    for fields in [[(3, "Raison sociale de l'employeur", f.firm)], [(2, "Adresse", f"{f.street} {f.town}"), (1.4, "N° SIRET", f.siret_written())],
                   [(1, "Représenté par (nom, prénom)", f.boss.name), (1, "Qualité", f.boss_title)]]:
        s.boxes(fields, size=size, font=font)
    s.skip(20)
    s.line("certifie que", bold=True)
    s.skip(8)
    for fields in [[(1, "Nom", p.last), (1, "Prénom(s)", p.first)], [(1, "Né(e) le", f.day(p.birth, "slashes")), (1, "à", f"{p.birthplace} ({p.land})"), (1, "Nationalité", p.nationality)],
                   [(2, "occupe l'emploi de", f.job), (1, "depuis le", f.day(f.start))]]:
        s.boxes(fields, size=size, font=font)
    s.skip(20)
    contract, chosen = rng.choice([("permanent", "CDI"), ("fixed_term", "CDD"), ("seasonal", "Saisonnier")])
    s.c.text(s.left, s.y, "Nature du contrat :", 9.5)
    s.ticks(["CDI", "CDD", "Saisonnier", "Apprentissage"], chosen, x=s.left + 100, how=rng.choice(["x", "sign"]))
    s.c.text(s.left, s.y, "Temps de travail :", 9.5)
    s.ticks(["Complet", "Partiel"], "Complet" if f.weekly >= 35 else "Partiel", x=s.left + 100, how="x")
    s.skip(6)
    end = f.end if contract != "permanent" else None
    s.boxes([(1, "Si CDD, date de fin", f.day(end) if end else ""), (1, "Horaire hebdomadaire", f"{f.weekly} h"), (1, "Salaire mensuel brut", f.money())], size=size, font=font)
    s.skip(30)
    s.boxes([(1, "Fait à", f.city), (1, "Le", f.day(f.signed, "slashes")), (1.6, "Cachet et signature de l'employeur", "")], 60, size=size, font=font)
    return f.truth(contract=contract, start=iso(f.start), end=iso(end) if end else None, weekly_hours=float(f.weekly), gross_monthly=f.gross / 100, signed_on=iso(f.signed))


def concordance(c, f, rng):
    """Who worked under another's name: the person is the one who is certified to be it."""
    s, p, b = Sheet(c, size=11), f.person, f.boss
    letterhead(s, f, rng)
    alias = f"{rng.choice(['Anselme', 'Balthazar', 'Casimir'])} {rng.choice(['PRÊTE-NOM', 'DOUBLURE', 'PARAVENT'])}"
    s.title(rng.choice(["ATTESTATION DE CONCORDANCE", "Attestation de concordance d'identité", "CERTIFICAT DE CONCORDANCE"]), underlined=True)
    s.para(f"Je soussigné{b.e} {b.short} {b.name}, {f.boss_title} de l'entreprise {f.firm}, certifie que {p.short} **{p.name}**, né{p.e} le {f.day(p.birth)} "
           f"à {p.birthplace}, de nationalité {p.nationality}, et la personne déclarée dans nos registres sous le nom de **{alias}** sont une seule et même personne.")
    s.para(f"{p.long} {p.last} a travaillé sous cette identité dans notre établissement du {f.day(f.start)} au {f.day(f.end)}, comme {f.job_small}. "
           f"Les fiches de paie émises pendant cette période au nom de {alias} correspondent bien au travail effectué par {p.short} {p.last}.")
    s.para("Je fais cette attestation en connaissance de cause, pour les démarches de régularisation auprès de la préfecture.")
    s.line(f"{f.city}, le {f.day(f.signed)}")
    s.skip(20)
    s.line(b.name)
    return f.truth(start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def staff_letter(c, f, rng):
    """A letter of the staff office; what tells the firm stands at the foot."""
    s, p = Sheet(c, size=10.5, justify=rng.random() < 0.5), f.person
    s.line(f.firm, 18, True)
    s.line("Direction des ressources humaines", 9, grey=0.4)
    s.skip(20)
    s.lines([f"{p.long} {p.first_last}", p.street, p.town], x=330)
    s.skip(16)
    s.line(f"{f.city}, le {f.day(f.signed, 'month')}", x=330)
    s.skip(14)
    s.para(f"**Objet** : {rng.choice(['attestation de travail', 'attestation de présence dans l’entreprise', 'justificatif d’emploi'])}")
    s.skip(8)
    s.line("À qui de droit,")
    s.skip(8)
    permanent = rng.random() < 0.5
    s.para(f"Nous certifions que {p.long} {p.name} fait partie de nos effectifs depuis le {f.day(f.start, 'month')}"
           + (", sous contrat à durée indéterminée" if permanent else "") + f". {p.he} y occupe à ce jour l'emploi {f.de_job}, à temps {'plein' if f.weekly >= 35 else 'partiel'}.")
    s.para("Le présent document est établi pour faire valoir ses droits auprès de l'administration.")
    s.para(f"Nous vous prions d'agréer, {p.long}, l'expression de nos sentiments distingués.")
    s.skip(18)
    s.lines(["Pour la direction,", f"{f.boss.short} {f.boss.first_last}", f.boss_title], x=330)
    s.foot([f"{f.firm} au capital de {rng.randrange(1, 90)} 000 € - Siège social : {f.street}, {f.town}", f"SIRET {f.siret_written()} - APE 5610A - TVA FR99{f.siret[:9]}"])
    return f.truth(contract="permanent" if permanent else None, start=iso(f.start), signed_on=iso(f.signed))


def of_a_household(c, f, rng):
    """A household's letter: no number of a firm, the month alone said for the beginning."""
    s, p, b = Sheet(c, size=11.5), f.person, f.boss
    job = rng.choice(HOUSEHOLD_JOBS)
    s.lines([b.first_last, b.street, b.town, f"N° CESU : Z{rng.randrange(10**8, 10**9)}"], 11)
    s.skip(30)
    s.title("Attestation", 14)
    by_day = rng.random() < 0.5
    hours = rng.choice([6, 12, 18, 25])
    since = f"depuis le {f.day(f.start, rng.choice(['month', 'half words']))}" if by_day else f"depuis {f.day(f.start, 'month').split(' ', 1)[1]}"
    s.para(f"Je soussigné{b.e}, {b.long} {b.first_last}, particulier employeur, certifie employer à mon domicile {p.long} {p.name} en tant que "
           f"{job.lower()} {since}, {hours} heures par semaine. Je {'la' if p.woman else 'le'} déclare et {'la' if p.woman else 'le'} rémunère par chèque emploi service universel.")
    s.para(f"Je suis très satisfait{b.e} de son travail et souhaite poursuivre cette collaboration.")
    s.skip()
    s.line(f"Fait pour valoir ce que de droit, à {b.town.split(' ', 1)[1].title()}, le {f.day(f.signed)}.")
    s.skip(30)
    s.line(b.first_last, font=HAND, size=16)
    return f.truth(employer=b.truth, siret=None, job=job, contract="household", start=iso(f.start) if by_day else [None, iso(f.start)[:7]],
                   weekly_hours=float(hours), signed_on=iso(f.signed))


def by_periods(c, f, rng):
    """A table of the times worked, of short contracts one after the other."""
    s, p, b = Sheet(c, size=10), f.person, f.boss
    letterhead(s, f, rng, rng.choice(["left", "right"]))
    s.title("Attestation de périodes d'emploi", 14, underlined=True)
    s.para(f"{b.long} {b.first_last}, {f.boss_title}, atteste que {p.long} **{p.last_first}** (n° de sécurité sociale {p.nir}) a été salarié{p.e} de "
           f"{f.firm} aux dates suivantes, en contrat à durée déterminée :")
    year, month = f.start[0], f.start[1]
    rows, first, last = [["Du", "Au", "Emploi", "Heures", "Salaire brut"]], None, None
    for _ in range(rng.randrange(3, 7)):
        hours, begin, end = rng.randrange(35, 152), (year, month, rng.choice([1, 3, 10])), (year, month, rng.choice([20, 26, 28]))
        rows.append([f.day(begin, "slashes"), f.day(end, "slashes"), f.job, f"{hours},00", f.money(hours * f.rate, "")])
        first, last = first or begin, end
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    s.table([75, 75, 165, 60, 90], rows, align="cclrr")
    s.para(f"Établie à {f.city} le {f.day(f.signed)} pour servir à qui de droit.")
    s.skip(20)
    s.line("Signature et tampon de l'entreprise", align="right")
    return f.truth(contract="fixed_term", start=iso(first), end=iso(last), signed_on=iso(f.signed))


def typewriter(c, f, rng):
    """Capitals without accents from a machine, short dates."""
    from canvas import plain
    s, p, b = Sheet(c, size=10.5, leading=1.6), f.person, f.boss
    c.font = TYPED
    s.lines([plain(f.firm), plain(f.street), plain(f.town), "SIRET " + f.siret_written()], 10)
    s.skip(40)
    s.line("ATTESTATION DE TRAVAIL", 12, align="center")
    s.skip(20)
    s.para(plain(f"JE SOUSSIGNE{b.e} {b.long} {b.name} {f.boss_title} DE L'ENTREPRISE {f.firm} CERTIFIE QUE {p.long} {p.name} TRAVAILLE DANS MON ENTREPRISE DEPUIS LE "
                 f"{f.day(f.start, rng.choice(['short', 'short dots', 'slashes']))} AU POSTE {f.de_job}."))
    s.para(plain("CETTE ATTESTATION EST DELIVREE POUR SERVIR ET VALOIR CE QUE DE DROIT."))
    s.skip(20)
    s.line(plain(f"FAIT A {f.city} LE {f.day(f.signed, 'short')}"))
    return f.truth(start=iso(f.start), signed_on=iso(f.signed))


def of_an_agency(c, f, rng):
    """An agency on the missions it gave somebody, the firms they were at beside it."""
    s, p = Sheet(c, size=10), f.person
    f.firm = " ".join(rng.choice(AGENCIES))
    s.line(f.firm, 16, True)
    s.lines(["Agence de " + f.city, f.street, f.town], 9)
    s.skip(20)
    s.title("ATTESTATION D'ACTIVITÉ INTÉRIMAIRE", 14)
    s.para(f"Nous soussignés, {f.firm}, entreprise de travail temporaire, attestons que **{p.long} {p.name}**, né{p.e} le {f.day(p.birth, 'slashes')}, a été délégué{p.e} par nos soins "
           f"en qualité {f.de_job} entre le {f.day(f.start, 'slashes')} et le {f.day(f.end, 'slashes')} pour un total de {rng.randrange(300, 1800)},50 heures, auprès des entreprises suivantes :")
    for user in rng.sample(USERS, 2):
        s.line(f"• {user}, SIRET {other_siret(rng)}", x=80)
    s.skip()
    s.para(f"Attestation faite à la demande de l'intéressé{p.e}, à {f.city}, le {f.day(f.signed, 'slashes')}.")
    s.skip(20)
    s.line("Le responsable d'agence", align="right")
    s.foot([f"{f.firm} - {f.street} - {f.town} - Siret : {f.siret_written()} - Garantie financière : Caution Fictive"])
    return f.truth(contract="agency", start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


# ---- Certificates of work -----------------------------------------------------------------------

def free_of_all(c, f, rng):
    """The classic: from, to, as what, and free of any engagement."""
    s, p, b = Sheet(c, size=11, justify=True), f.person, f.boss
    letterhead(s, f, rng)
    s.title(rng.choice(["CERTIFICAT DE TRAVAIL", "Certificat de travail"]), 17, spacing=rng.choice([0, 0, 2.5]))
    s.skip()
    s.para(f"Je soussigné{b.e} {b.first_last}, {f.boss_title} de {f.firm}, certifie que {p.long} {p.name}, domicilié{p.e} {p.address}, a été employé{p.e} dans notre société "
           f"du {f.day(f.start)} au {f.day(f.end)} inclus, en qualité {f.de_job}.")
    s.para(f"{p.long} {p.name} nous quitte ce jour, libre de tout engagement.")
    s.para("En foi de quoi nous lui délivrons ce certificat pour servir et valoir ce que de droit.")
    s.line(f"Fait à {f.city}, le {f.day(f.signed)}", align="right")
    return f.truth(start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def dotted_form(c, f, rng):
    """A printed form with dotted lines, filled in by hand or by machine."""
    s, p, b = Sheet(c, size=10.5), f.person, f.boss
    font = rng.choice([HAND, TYPED])
    s.title("CERTIFICAT DE TRAVAIL", 16)
    s.line("(article L. 1234-19 du code du travail)", 8, align="center", grey=0.3)
    s.skip(20)
    s.labelled([("Je soussigné(e)", b.name), ("agissant en qualité de", f.boss_title), ("de l'entreprise", f.firm), ("dont le siège est situé", f"{f.street} {f.town}"),
                ("N° SIRET", f.siret_written()), ("certifie que M. / Mme", p.name), ("demeurant", p.address), ("a été employé(e) du", f.day(f.start, "slashes")),
                ("au", f.day(f.end, "slashes")), ("en qualité de", f.job)], 130, colon="", value_font=font, value_size=14 if font == HAND else 10, dots=True, step=22)
    s.skip(10)
    s.para("Il (elle) quitte notre entreprise libre de tout engagement.")
    s.labelled([("Fait à", f.city), ("le", f.day(f.signed, "slashes"))], 60, colon="", value_font=font, value_size=14 if font == HAND else 10, step=22)
    s.line("Signature", x=380)
    return f.truth(start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def successive_jobs(c, f, rng):
    """Jobs one after the other in a table."""
    s, p, b = Sheet(c, size=10), f.person, f.boss
    c.text(s.left, 60, f.firm, 14, True)
    s.y = 76
    s.lines([f"{f.street} - {f.town}", f"SIRET {f.siret_written()} - NAF 8121Z"], 8.5)
    s.skip(24)
    s.title("Certificat de travail", 15, framed=True)
    s.skip(10)
    s.labelled([("Nom et prénom", p.last_first), ("Date de naissance", f.day(p.birth, "slashes")), ("N° de sécurité sociale", p.nir), ("Date d'entrée", f.day(f.start, "slashes")),
                ("Date de sortie", f.day(f.end, "slashes"))], 140)
    s.skip(6)
    s.line("Emploi(s) occupé(s) :", bold=True)
    s.skip(6)
    middle = (f.end[0], f.end[1], 1)
    earlier = "Stagiaire polyvalent"
    s.table([260, 100, 100], [["Emploi", "Du", "Au"], [earlier, f.day(f.start, "slashes"), f.day(middle, "slashes")], [f.job, f.day(middle, "slashes"), f.day(f.end, "slashes")]], align="lcc")
    s.para("Le salarié bénéficie du maintien à titre gratuit des garanties de santé et de prévoyance dans les conditions de l'article L. 911-8 du code de la sécurité sociale, pour une durée maximale de 12 mois à compter "
           f"du {f.day(f.end, 'slashes')}.", 8.5)
    s.para(f"Fait à {f.city} le {f.day(f.signed, 'slashes')}")
    s.line(f"{b.short} {b.name}, {f.boss_title}", align="right")
    return f.truth(job=[f.job, earlier, f"{earlier} {f.job}"], start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def of_missions(c, f, rng):
    """An agency's certificate of one mission."""
    s, p = Sheet(c, size=10), f.person
    f.firm = " ".join(rng.choice(AGENCIES))
    s.lines([f.firm, f"{f.street}, {f.town}", "RCS " + f.city + " " + f.siren_written], 9, "right", first_bold=True)
    s.skip(20)
    s.title("CERTIFICAT DE TRAVAIL", 15)
    s.line("Personnel intérimaire", 10, align="center")
    s.skip(16)
    s.para(f"La société de travail temporaire {f.firm} certifie que {p.long} **{p.first_last}** a été mis{p.e} à disposition de l'entreprise {rng.choice(USERS)}, du {f.day(f.start, 'slashes')} "
           f"au {f.day(f.end, 'slashes')}, en tant que {f.job_small}.")
    s.para("Ce certificat lui est remis à l'issue de sa mission, libre de tout engagement vis-à-vis de notre société.")
    s.para(f"Le {f.day(f.signed, 'month')}, à {f.city}")
    s.lines(["Service paie et administration"], align="right")
    return f.truth(siret=None, contract="agency", start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def from_a_household(c, f, rng):
    """A family ends a contract: the dates in words or with dots."""
    s, p, b = Sheet(c, size=11), f.person, f.boss
    job = rng.choice(HOUSEHOLD_JOBS)
    form = rng.choice(["half words", "words", "dots"])
    s.lines([f"{b.long} {b.first_last}", b.street, b.town], 11)
    s.skip(24)
    s.title("Certificat de travail", 14, underlined=True)
    s.para(f"Je soussigné{b.e} {b.first_last}, demeurant {b.address}, certifie avoir employé {p.long} {p.first_last}, demeurant {p.address}, "
           f"du {f.day(f.start, form)} au {f.day(f.end, form)} comme {job.lower()}.")
    s.para(f"{p.long} {p.last} est libre de tout engagement envers moi à compter de ce jour.")
    s.line(f"Le {f.day(f.signed, 'month')}")
    s.skip(10)
    s.line(b.first_last, 16, font=HAND)
    return f.truth(employer=b.truth, siret=None, job=job, contract=["household", None], start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def of_a_pay_office(c, f, rng):
    """Printed by pay software: the person's address on the right, references, notes in small print."""
    s, p, b = Sheet(c, size=9.5), f.person, f.boss
    s.lines([f.firm, f.street, f.town, "", "Siret : " + f.siret_written(), "Code NAF : 5610A", f"N° salarié : {rng.randrange(10, 9999):05d}"], 9, first_bold=True)
    y, s.y = s.y, 130
    s.lines([f"{p.long.upper()} {p.last_first}", p.street.upper(), p.town], 10, x=330)
    s.y = max(y, s.y) + 40
    s.title("CERTIFICAT DE TRAVAIL", 13, framed=0.9)
    s.skip(8)
    maiden = f" née {rng.choice(['BARBOTIN', 'POISCAILLE'])}" if p.woman and rng.random() < 0.7 else ""
    s.para(f"Je soussigné{b.e}, {b.long} {b.last_first}, en ma qualité de {f.boss_title}, certifie que {p.long} {p.last_first}{maiden} a fait partie du personnel de l'entreprise")
    s.labelled([("du", f.day(f.start, "capitals")), ("au", f.day(f.end, "capitals")), ("en qualité de", f.job.upper())], 90, bold=True)
    s.para(f"{p.long} {p.last_first} quitte la société libre de tout engagement.")
    s.para(f"À {f.city}, le {f.day(f.signed, 'slashes')}")
    s.line("Signature de l'employeur", align="right")
    s.foot(["Le présent certificat ne comporte aucune mention relative au motif de la rupture.", f"Édité le {f.day(f.signed, 'slashes')} - Page 1/1"], 6.5)
    return f.truth(start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


def two_sentences(c, f, rng):
    """A short letter of a small firm; entered on, left on; the firm's numbers last."""
    s, p = Sheet(c, size=12), f.person
    s.line(f"{f.city}, le {f.day(f.signed, rng.choice(['weekday', 'month']))}", align="right")
    s.skip(40)
    s.line("CERTIFICAT DE TRAVAIL", 14, True)
    s.skip(10)
    s.para(f"Nous certifions que {p.short} {p.name} est entré{p.e} dans notre entreprise le {f.day(f.start)} et l'a quittée le {f.day(f.end)}.")
    s.para(f"Son dernier emploi a été celui {f.de_job}. Nous n'avons eu qu'à nous louer de ses services.")
    s.skip(30)
    s.lines([f.firm, f"{f.street} {f.town}", f"N° Siret {f.siret_written()}"], 10, x=300)
    return f.truth(start=iso(f.start), end=iso(f.end), signed_on=iso(f.signed))


LOOKS = {"employer_certificate": [boxed_prose, boxed_form, concordance, staff_letter, of_a_household, by_periods, typewriter, of_an_agency],
         "work_certificate": [free_of_all, dotted_form, successive_jobs, of_missions, from_a_household, of_a_pay_office, two_sentences]}
