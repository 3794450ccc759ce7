# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers from the same drawer that are near a payslip, a certificate or a contract and are none of them."""

from people import Person, broken_rib, other_siret
from sheet import HAND, TYPED, Sheet


def head(s, rows, size=9, align="left"):
    s.lines(rows, size, align, first_bold=True)
    s.skip(14)


def to(s, p, f, x=330):
    s.lines([f"{p.long} {p.first_last}", p.street, p.town], x=x)
    s.skip(12)


def bank_statement(c, f, rng):
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    head(s, ["BANQUE DU COFFRE VIDE", "Agence de " + f.city])
    to(s, p, f)
    s.title("RELEVÉ DE COMPTE", 13, align="left")
    s.line(f"Compte de dépôt {broken_rib(rng)}   Période du {f.day(f.start, 'slashes')} au {f.day((f.start[0], f.start[1], 28), 'slashes')}")
    s.skip(8)
    d = [f.day((f.start[0], f.start[1], n), "short") for n in (3, 5, 9, 12, 28)]
    s.table([55, 265, 90, 90], [["Date", "Libellé", "Débit", "Crédit"], [d[0], "SOLDE PRÉCÉDENT", "", f.money(41233, "")], [d[1], f"VIREMENT SALAIRE {f.firm_name.upper()}", "", f.money(f.gross * 78 // 100, "")],
                               [d[2], "PRLV LOYER", f.money(61000, ""), ""], [d[3], "CARTE ALIMENTATION", f.money(4377, ""), ""], [d[4], "VIREMENT CAF", "", f.money(21500, "")],
                               ["", "TOTAL DES MOUVEMENTS", f.money(65377, ""), f.money(f.gross * 78 // 100 + 62733, "")]], align="clrr")


def rent_receipt(c, f, rng):
    s, p, b = Sheet(c, size=10.5), f.person, f.boss
    head(s, [b.first_last, b.street, b.town])
    s.title("QUITTANCE DE LOYER", 15)
    s.line(f"Période du {f.day((f.start[0], f.start[1], 1), 'slashes')} au {f.day((f.start[0], f.start[1], 28), 'slashes')}")
    s.para(f"Je soussigné{b.e} {b.first_last}, propriétaire, reconnais avoir reçu de {p.long} {p.first_last} la somme de {f.money(64000)} au titre du loyer et des charges du logement situé {p.address}.")
    s.labelled([("Loyer", f.money(58000)), ("Charges", f.money(6000)), ("Net à payer", f.money(64000)), ("Payé le", f.day((f.start[0], f.start[1], 5), "slashes"))], 130)
    s.line(f"Fait à {f.city}, le {f.day(f.signed)}")


def charges_statement(c, f, rng):
    s = Sheet(c, left=50, right=545, size=9.5)
    head(s, ["Urssaf de Nulle-Part", "TSA 99999", "99990 VILLEBIDON CEDEX"])
    s.lines([f.firm, f.street, f.town], x=330)
    s.title("Bordereau récapitulatif des cotisations", 13)
    s.labelled([("SIRET", f.siret_written()), ("Période", f"du 01/{f.start[1]:02d}/{f.start[0]} au 28/{f.start[1]:02d}/{f.start[0]}"), ("Effectif", "4 salariés"), ("Rémunérations brutes", f.money(f.gross * 4))], 160)
    s.table([200, 90, 70, 90], [["Code type de personnel", "Assiette", "Taux", "Cotisations"], ["100 RG CAS GÉNÉRAL", f.money(f.gross * 4, ""), "20,95", f.money(f.gross * 838 // 1000, "")], ["671 RÉDUCTION GÉNÉRALE", "", "", "-" + f.money(41200, "")],
                                ["Total à payer", "", "", f.money(f.gross * 838 // 1000 - 41200, "")]], align="lrrr")


def diligence(c, f, rng):
    s = Sheet(c, size=10)
    head(s, ["Urssaf de Nulle-Part", "TSA 99999", "99990 VILLEBIDON CEDEX"])
    s.lines([f.firm, f.street, f.town], x=330)
    s.title("ATTESTATION DE VIGILANCE", 14)
    s.para(f"Je soussigné, directeur de l'organisme, atteste que l'entreprise {f.firm}, n° SIRET {f.siret_written()}, est à jour de ses obligations en matière de cotisations au {f.day(f.signed, 'slashes')} "
           f"et qu'elle a déclaré 7 salariés pour une masse salariale de {f.money(f.gross * 7)}.")
    s.para(f"Fait à Villebidon, le {f.day(f.signed, 'slashes')}, pour servir et valoir ce que de droit.")


def family_allowance(c, f, rng):
    s, p = Sheet(c, size=10), f.person
    head(s, ["CAF DE NULLE-PART", "Caisse d'allocations familiales"])
    to(s, p, f)
    s.title("ATTESTATION DE PAIEMENT", 14)
    s.para(f"Le directeur de la caisse certifie que {p.short} {p.name}, allocataire n° {rng.randrange(10**6, 10**7)}, a reçu pour le mois de {f.day(f.start, 'month').split(' ', 1)[1]} les prestations suivantes :")
    s.table([330, 120], [["Nature", "Montant"], ["Aide personnalisée au logement", f.money(21500)], ["Prime d'activité", f.money(18012)], ["Total versé", f.money(39512)]], align="lr")
    s.line(f"Le {f.day(f.signed, 'slashes')}")


def medical_aid(c, f, rng):
    s, p = Sheet(c, size=10.5), f.person
    head(s, ["L'Assurance Maladie", "CPAM de Nulle-Part"])
    to(s, p, f)
    s.para("**Objet : votre demande d'aide médicale de l'État (AME)**")
    s.para(f"{p.long},")
    s.para(f"Nous avons le plaisir de vous informer que votre droit à l'aide médicale de l'État est ouvert du {f.day(f.start, 'slashes')} au {f.day((f.start[0] + 1, f.start[1], f.start[2]), 'slashes')}. "
           f"Votre numéro d'immatriculation est le {p.nir}.")
    s.para(f"Fait à {f.city}, le {f.day(f.start, 'month')}")


def daily_benefits(c, f, rng):
    s, p = Sheet(c, left=50, right=545, size=9.5), f.person
    head(s, ["L'Assurance Maladie", "CPAM de Nulle-Part"])
    to(s, p, f)
    s.title("ATTESTATION DE PAIEMENT DES INDEMNITÉS JOURNALIÈRES", 12)
    s.labelled([("Assuré", p.last_first), ("N° de sécurité sociale", p.nir), ("Employeur", f.firm), ("SIRET", f.siret_written())], 150)
    s.table([80, 80, 60, 90, 90], [["Du", "Au", "Jours", "Montant brut", "Montant net"], [f.day(f.start, "slashes"), f.day((f.start[0], f.start[1], 28), "slashes"), "11", f.money(45991), f.money(42910)]], align="ccrrr")


def transfer_notice(c, f, rng):
    s, p = Sheet(c, size=10.5), f.person
    head(s, [f.firm, f.street, f.town, "SIRET " + f.siret_written()])
    s.title("AVIS DE VIREMENT", 14)
    s.labelled([("Bénéficiaire", p.last_first), ("Compte", broken_rib(rng)), ("Motif", f"Salaire {f.day(f.start, 'month').split(' ', 1)[1]}"), ("Montant", f.money(f.gross * 78 // 100)), ("Date d'exécution", f.day(f.start, "slashes"))], 140)
    s.para("Nous vous informons que le virement de votre salaire a été ordonné ce jour.")


def holiday_fund(c, f, rng):
    s, p = Sheet(c, left=50, right=545, size=9.5), f.person
    head(s, ["CAISSE DES CONGÉS DU BÂTIMENT FICTIF", "99220 TROU-EN-BROUSSE"])
    s.title("CERTIFICAT DE CONGÉS PAYÉS", 14, framed=True)
    s.skip(10)
    s.labelled([("Entreprise", f.firm), ("SIRET", f.siret_written()), ("Salarié", p.last_first), ("Qualification", f.job), ("Période de référence", f"01/04/{f.start[0]} au 31/03/{f.start[0] + 1}"),
                ("Heures de travail", f"{rng.randrange(600, 1600)}"), ("Salaire horaire", f.money(f.rate)), ("Total des salaires bruts", f.money(f.gross * 9))], 160)


def final_settlement(c, f, rng):
    s, p = Sheet(c, size=10.5), f.person
    head(s, [f.firm, f.street, f.town, "SIRET : " + f.siret_written()])
    s.title("REÇU POUR SOLDE DE TOUT COMPTE", 14)
    s.para(f"Je soussigné{p.e} {p.long} {p.name}, employé{p.e} en qualité {f.de_job} du {f.day(f.start)} au {f.day(f.end)}, reconnais avoir reçu de la société {f.firm} la somme de {f.money(f.gross)} net, "
           "pour solde de tout compte, en paiement des sommes suivantes :")
    s.labelled([("Salaire", f.money(f.gross * 8 // 10)), ("Indemnité compensatrice de congés payés", f.money(f.gross * 2 // 10)), ("Net à payer", f.money(f.gross))], 240)
    s.para(f"Fait en double exemplaire à {f.city}, le {f.day(f.signed)}. Ce reçu peut être dénoncé dans les six mois de sa signature.")


def job_centre_form(c, f, rng):
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    s.title("ATTESTATION D'EMPLOYEUR DESTINÉE À FRANCE TRAVAIL", 12)
    s.boxes([(1.6, "Employeur", f.firm), (1, "SIRET", f.siret_written())])
    s.boxes([(1, "Salarié", p.last_first), (1, "N° de sécurité sociale", p.nir)])
    s.boxes([(1.5, "Dernier emploi tenu", f.job), (1, "Du", f.day(f.start, "slashes")), (1, "Au", f.day(f.end, "slashes"))])
    s.boxes([(1, "Motif de la rupture", "Fin de contrat à durée déterminée")])
    s.skip(20)
    s.line("Salaires des 12 mois civils complets précédant le dernier jour travaillé payé", 9, True)
    s.skip(6)
    s.table([110, 110, 90, 120], [["Période", "Date de paie", "Heures", "Salaire brut"], *[[f"{n:02d}/{f.end[0]}", f"28/{n:02d}/{f.end[0]}", f.number(f.monthly), f.money(sign="")] for n in range(1, 7)]], align="ccrr")
    s.para("Ce document doit être remis au salarié pour faire valoir ses droits aux allocations d'assurance chômage.", 8)


def electricity(c, f, rng):
    s, p = Sheet(c, left=45, right=550, size=9.5), f.person
    head(s, ["ÉLECTRICITÉ DES NUAGES", "Service clients"])
    to(s, p, f)
    s.line(f"Facture n° {rng.randrange(10**8, 10**9)} du {f.day(f.start, 'slashes')}", 12, True)
    s.skip(8)
    s.table([220, 80, 80, 90], [["Désignation", "kWh", "Prix HT", "Montant HT"], ["Abonnement", "", "", "12,44"], ["Consommation heures pleines", "151", "0,1740", "26,27"], ["Contributions et taxes", "", "", "9,10"], ["Total TTC à payer", "", "", "56,01"]], align="lrrr")
    s.para(f"Montant prélevé le {f.day((f.start[0], f.start[1], 25), 'slashes')}.")


def subcontractor_invoice(c, f, rng):
    s, p = Sheet(c, left=45, right=550, size=10), f.person
    head(s, [f"{p.first_last} - Micro-entreprise", p.street, p.town, "SIRET " + f.siret_written()])
    s.lines(["Client :", f.firm, f.town], x=330)
    s.title(f"FACTURE N° {f.start[0]}-{rng.randrange(1, 99):02d}", 14, align="left")
    s.line(f"Date : {f.day(f.start, 'slashes')}")
    s.table([230, 70, 80, 90], [["Prestation", "Heures", "Taux horaire", "Montant"], [f"{f.job}, mois de {f.day(f.start, 'month').split(' ', 1)[1]}", "151,67", "18,00", f.money(273006, "")], ["Total net à payer", "", "", f.money(273006)]], align="lrrr")
    s.para("TVA non applicable, art. 293 B du CGI. Paiement à trente jours.", 8)


def resume(c, f, rng):
    s, p = Sheet(c, size=10), f.person
    s.line(p.first_last, 18, True)
    s.lines([p.address, f"Tél. {f.phone}", f"Nationalité {p.nationality}"])
    s.skip(10)
    s.line("EXPÉRIENCE PROFESSIONNELLE", 11, True)
    s.skip(4)
    s.para(f"{f.start[0]} - {f.end[0]} : {f.job}, {f.firm} ({f.city}), contrat à durée indéterminée, 35 heures par semaine", gap=1)
    s.line(f"{f.start[0] - 3} - {f.start[0]} : Manœuvre, intérim")
    s.skip(8)
    s.line("FORMATION", 11, True)
    s.lines(["Certificat d'aptitude, cuisine", "Attestation de niveau A2 en français"])
    s.line("LANGUES", 11, True)
    s.line("Français, soninké, anglais")


def timesheet(c, f, rng):
    s, p = Sheet(c, left=50, right=545, size=9.5), f.person
    s.title(f"RELEVÉ D'HEURES - {f.day(f.start, 'month').split(' ', 1)[1].upper()}", 13)
    s.labelled([("Entreprise", f.firm), ("SIRET", f.siret_written()), ("Salarié", p.last_first), ("Emploi", f.job)], 100)
    s.table([90, 80, 80, 80, 80], [["Semaine", "Normales", "HS 25 %", "HS 50 %", "Total"], *[[f"S{n:02d}", "35,00", "4,00", "0,00", "39,00"] for n in range(9, 13)], ["Total", "140,00", "16,00", "0,00", "156,00"]], align="crrrr")
    s.line("Visa du chef d'équipe                         Signature du salarié")


def doctors_certificate(c, f, rng):
    s, p, b = Sheet(c, size=11), f.person, f.boss
    head(s, [f"Docteur {b.first_last}", "Médecine générale", f.street, f.town])
    s.title("CERTIFICAT MÉDICAL", 14)
    s.para(f"Je soussigné{b.e} certifie avoir examiné ce jour {p.long} {p.name}, né{p.e} le {f.day(p.birth)}. Son état de santé nécessite un arrêt de travail du {f.day(f.start)} au {f.day((f.start[0], f.start[1], 28))} inclus.")
    s.line(f"Fait à {f.city}, le {f.day(f.start)}")


def sick_leave(c, f, rng):
    s, p = Sheet(c, left=45, right=550, size=9), f.person
    s.title("AVIS D'ARRÊT DE TRAVAIL", 13)
    s.boxes([(1, "L'assuré(e) - nom et prénom", p.last_first), (1, "N° d'immatriculation", p.nir)], font=HAND, size=13)
    s.boxes([(1, "Employeur - nom, prénom ou dénomination sociale", f.firm), (1, "Téléphone", f.phone)], font=HAND, size=13)
    s.boxes([(1, "Arrêt prescrit du", f.day(f.start, "slashes")), (1, "au", f.day((f.start[0], f.start[1], 28), "slashes"))], font=HAND, size=13)
    s.ticks(["initial", "prolongation"], "initial")


def school(c, f, rng):
    s, p, b = Sheet(c, size=11), f.person, f.boss
    head(s, ["École élémentaire Jean-Personne", f.street, f.town])
    s.title("CERTIFICAT DE SCOLARITÉ", 15)
    s.para(f"Je soussigné{b.e}, {b.long} {b.first_last}, {'directrice' if b.woman else 'directeur'} de l'école, certifie que l'enfant {p.first_last}, né{p.e} le 04/05/2014, est inscrit{p.e} dans notre établissement depuis le 1er septembre 2021 en classe de CE1.")
    s.line(f"Fait à {f.city}, le {f.day(f.signed)}, pour servir et valoir ce que de droit")


def prefecture_letter(c, f, rng):
    s, p = Sheet(c, size=10.5), f.person
    head(s, ["PRÉFECTURE DE NULLE-PART", "Bureau du séjour des étrangers"])
    to(s, p, f)
    s.para("**Objet : votre demande d'admission exceptionnelle au séjour au titre du travail**")
    s.para(f"{p.long}, j'ai reçu votre demande du {f.day(f.signed, 'month')}. Pour la compléter, je vous prie de m'adresser : la demande d'autorisation de travail remplie par votre employeur {f.firm}, vos bulletins de salaire, votre contrat de travail et "
           "le certificat de travail de votre précédent employeur, ainsi que votre dernier avis d'impôt.")
    s.para("Sans réponse sous trente jours, votre dossier sera classé.")


def receipt_of_application(c, f, rng):
    s, p = Sheet(c, left=120, right=480, size=10), f.person
    s.title("RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR", 12, framed=True)
    s.labelled([("Nom", p.last), ("Prénom", p.first), ("Né(e) le", f.day(p.birth, "slashes")), ("Nationalité", p.nationality), ("N° étranger", p.foreigner_number), ("Valable du", f.day(f.start, "slashes")), ("au", f.day(f.end, "slashes"))], 100)
    s.line("Il autorise son titulaire à travailler.", bold=True)


def work_leave_granted(c, f, rng):
    s, p = Sheet(c, size=10.5), f.person
    head(s, ["MINISTÈRE DE L'INTÉRIEUR", "Plateforme de la main-d'œuvre étrangère de Villebidon"])
    s.lines([f.firm, f.street, f.town], x=330)
    s.title("DÉCISION D'AUTORISATION DE TRAVAIL", 13)
    s.para(f"Vu la demande présentée par {f.firm} (SIRET {f.siret_written()}), l'autorisation de travail est accordée à {p.long} {p.name}, de nationalité {p.nationality}, pour l'emploi {f.de_job}, à compter du {f.day(f.start)}.")
    s.line(f"Le {f.day(f.start)}, pour le préfet")


def planning(c, f, rng):
    s = Sheet(c, left=45, right=550, size=9)
    s.title(f"PLANNING DU PERSONNEL - SEMAINE {rng.randrange(1, 52)}", 13)
    s.line(f.firm)
    s.skip(10)
    people = [Person(rng) for _ in range(4)]
    s.table([140, 60, 60, 60, 60, 60, 50], [["Nom", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Total"], *[[p.last_first[:24], "9h-16h", "9h-16h", "repos", "15h-22h", "15h-22h", "28h"] for p in people]], align="lcccccr")


def dismissal(c, f, rng):
    s, p, b = Sheet(c, size=10.5), f.person, f.boss
    head(s, [f.firm, f.street, f.town, "SIRET " + f.siret_written()])
    to(s, p, f)
    s.para("Lettre recommandée avec accusé de réception")
    s.para("**Objet : notification de licenciement**")
    s.para(f"{p.long}, à la suite de l'entretien du {f.day(f.end)}, nous sommes au regret de vous notifier votre licenciement. Vous êtes employé{p.e} depuis le {f.day(f.start)} en qualité {f.de_job}. "
           "Votre contrat de travail prendra fin au terme d'un préavis d'un mois. Nous vous remettrons votre certificat de travail, votre dernier bulletin de paie et votre solde de tout compte.")
    s.line(f"{f.city}, le {f.day(f.signed)}")
    s.line(f"{b.first_last}, {f.boss_title}", align="right")


def warning(c, f, rng):
    s, p = Sheet(c, size=11), f.person
    head(s, [f.firm, f.street, f.town])
    to(s, p, f)
    s.para("**Objet : avertissement**")
    s.para(f"{p.long}, le {f.day(f.end)}, vous avez quitté votre poste {f.de_job} sans autorisation. Ces faits constituent un manquement à votre contrat de travail. Nous vous notifions un avertissement.")
    s.line(f"Fait à {f.city}, le {f.day(f.signed)}")


def resignation(c, f, rng):
    s, p = Sheet(c, size=11), f.person
    head(s, [p.first_last, p.street, p.town])
    s.lines([f.firm, f.street, f.town], x=330)
    s.para("**Objet : démission**")
    s.para(f"Madame, Monsieur, employé{p.e} dans votre entreprise depuis le {f.day(f.start)} en qualité {f.de_job}, je vous informe que je démissionne de mon emploi. Je vous demande de me remettre mon certificat de travail et l'attestation employeur.")
    s.line(f"{p.town.split(' ', 1)[1].title()}, le {f.day(f.end)}")


def kbis(c, f, rng):
    s, b = Sheet(c, left=50, right=545, size=9.5), f.boss
    head(s, ["Greffe du tribunal de commerce de Villebidon"])
    s.title("EXTRAIT KBIS", 14)
    s.line(f"À jour au {f.day(f.signed, 'month')}", align="center")
    s.labelled([("Immatriculation au RCS, numéro", f.siren_written), ("Dénomination", f.firm), ("Forme juridique", "Société à responsabilité limitée"), ("Capital social", "8 000,00 EUR"), ("Adresse du siège", f"{f.street} {f.town}"),
                ("Gérant", b.last_first), ("Activités principales", "Restauration"), ("Date de commencement d'activité", f.day(f.start, "slashes"))], 200)


def home_insurance(c, f, rng):
    s, p = Sheet(c, size=10.5), f.person
    head(s, ["ASSURANCES DU PARAPLUIE PERCÉ"])
    to(s, p, f)
    s.title("ATTESTATION D'ASSURANCE HABITATION", 14)
    s.para(f"Nous attestons que {p.long} {p.name} est titulaire du contrat n° {rng.randrange(10**6, 10**7)} ayant pris effet le {f.day(f.start)}, garantissant le logement situé {p.address}.")
    s.line(f"Fait pour valoir ce que de droit, à {f.city}, le {f.day(f.signed)}")


def lodging(c, f, rng):
    s, p, b = Sheet(c, size=11.5), f.person, f.boss
    s.title("ATTESTATION D'HÉBERGEMENT", 14)
    s.para(f"Je soussigné{b.e} {b.first_last}, né{b.e} le {f.day(b.birth)}, demeurant {b.address}, certifie sur l'honneur héberger à mon domicile {p.long} {p.name}, né{p.e} le {f.day(p.birth)} à {p.birthplace}, depuis le {f.day(f.start)}.")
    s.line(f"Fait à {b.town.split(' ', 1)[1].title()}, le {f.day(f.signed)}")


def hiring_declaration(c, f, rng):
    s, p = Sheet(c, left=50, right=545, size=9.5), f.person
    head(s, ["Urssaf de Nulle-Part"])
    s.title("Accusé de réception d'une déclaration préalable à l'embauche", 12)
    s.labelled([("Employeur", f.firm), ("SIRET", f.siret_written()), ("Salarié", p.last_first), ("N° de sécurité sociale", p.nir), ("Date d'embauche", f.day(f.start, "slashes")), ("Type de contrat", "CDI"), ("Durée de la période d'essai", "60 jours"),
                ("Déclaration reçue le", f.day(f.start, "slashes") + " à 08:12")], 180)


def career(c, f, rng):
    s, p = Sheet(c, left=50, right=545, size=9), f.person
    head(s, ["L'Assurance retraite", "CARSAT de Nulle-Part"])
    s.title("RELEVÉ DE CARRIÈRE", 14)
    s.line(f"{p.long} {p.last_first} - n° {p.nir}")
    s.table([60, 230, 110, 80], [["Année", "Employeur", "Revenu brut", "Trimestres"], *[[str(f.start[0] + n), f.firm, f.money(f.gross * 11, ""), "4"] for n in range(3)]], align="clrr")


def school_report(c, f, rng):
    s, p = Sheet(c, left=50, right=545, size=9.5), f.person
    head(s, ["Collège du Point-Virgule", f.town])
    s.title(f"BULLETIN DU 2e TRIMESTRE {f.start[0]}-{f.start[0] + 1}", 13)
    s.line(f"Élève : {p.last_first}     Classe : 4e B     Période du 01/12/{f.start[0]} au 28/02/{f.start[0] + 1}")
    s.table([150, 60, 60, 200], [["Matière", "Moyenne", "Classe", "Appréciation"], ["Français", "12,40", "11,80", "Bon travail"], ["Mathématiques", "15,16", "12,02", "Très bien"], ["Total", "13,78", "11,91", "Net progrès"]], align="lrrl")


def hospital_stay(c, f, rng):
    s, p = Sheet(c, size=10), f.person
    head(s, ["CENTRE HOSPITALIER DES SONGES", "N° SIRET " + other_siret(rng)])
    s.title("BULLETIN DE SITUATION", 14)
    s.para(f"Le directeur de l'établissement certifie que {p.long} {p.last_first} né{p.e} le {f.day(p.birth, 'slashes')} a été hospitalisé{p.e} dans le service de chirurgie du {f.day(f.start, 'slashes')} au {f.day((f.start[0], f.start[1], 28), 'slashes')}.")
    s.line(f"Fait le {f.day((f.start[0], f.start[1], 28), 'slashes')} pour servir et valoir ce que de droit")


def advance_receipt(c, f, rng):
    s, p, b = Sheet(c, size=11), f.person, f.boss
    c.font = TYPED
    s.title("REÇU", 14)
    s.para(f"Je soussigné{p.e} {p.name} reconnais avoir reçu de {b.short} {b.name}, {f.firm}, la somme de {f.money(40000)} en espèces à titre d'acompte sur mon salaire de {f.day(f.start, 'month').split(' ', 1)[1]}.")
    s.line(f"Le {f.day(f.start, 'short')}")


def training(c, f, rng):
    s, p = Sheet(c, size=10.5), f.person
    head(s, ["ORGANISME DE FORMATION PAS-À-PAS", "SIRET " + f.siret_written()])
    s.title("ATTESTATION DE FIN DE FORMATION", 14)
    s.para(f"Je soussigné atteste que {p.long} {p.name} a suivi la formation « Sauveteur secouriste du travail », d'une durée de 14 heures, du {f.day(f.start)} au {f.day((f.start[0], f.start[1], 28))}.")
    s.line(f"Fait à {f.city}, le {f.day(f.signed)}")


def tax_declared(c, f, rng):
    s, p = Sheet(c, size=10), f.person
    head(s, ["FINANCES PUBLIQUES"])
    s.title("Accusé de réception de votre déclaration de revenus", 12)
    s.para(f"{p.long} {p.name}, votre déclaration en ligne des revenus de l'année {f.start[0]} a été enregistrée le 12 mai {f.start[0] + 1}.")
    s.labelled([("Numéro fiscal", "30 99 " + str(rng.randrange(10**8, 10**9))), ("Traitements et salaires (1AJ)", str(rng.randrange(9000, 20000)))], 180)
    s.para("Vous recevrez votre avis d'impôt pendant l'été.")


def household_yearly(c, f, rng):
    s, b = Sheet(c, size=10), f.boss
    head(s, ["Centre national du chèque emploi imaginaire"])
    to(s, b, f)
    s.title(f"ATTESTATION FISCALE {f.start[0]}", 14)
    s.para(f"Vous avez employé un salarié à domicile en {f.start[0]}. Total des salaires nets déclarés et des cotisations payées :")
    s.table([200, 130, 130], [["Salarié", "Salaires nets", "Cotisations"], [f.person.last_first, f.money(312000), f.money(187310)]], align="lrr")


def expense_note(c, f, rng):
    s, p = Sheet(c, left=50, right=545, size=9.5), f.person
    s.title("NOTE DE FRAIS", 14)
    s.labelled([("Société", f.firm), ("Salarié", p.last_first), ("Fonction", f.job), ("Mois", f.day(f.start, "month").split(" ", 1)[1])], 90)
    s.table([80, 240, 90], [["Date", "Nature", "Montant"], [f.day(f.start, "short"), "Repas", "14,20"], [f.day(f.start, "short"), "Essence", "45,00"], ["", "Total à payer", "59,20"]], align="clr")


LOOKS = {"other": [bank_statement, rent_receipt, charges_statement, diligence, family_allowance, medical_aid, daily_benefits, transfer_notice, holiday_fund, final_settlement, job_centre_form, electricity, subcontractor_invoice,
                   resume, timesheet, doctors_certificate, sick_leave, school, prefecture_letter, receipt_of_application, work_leave_granted, planning, dismissal, warning, resignation, kbis, home_insurance, lodging, hiring_declaration,
                   career, school_report, hospital_stay, advance_receipt, training, tax_declared, household_yearly, expense_note]}
