#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws papers about work with their sentences put together at random. usage: papers_varied.py FOLDER [COUNT [SEED]]

Of each kind (certificate of an employer, certificate of work, contract, tax notice) COUNT papers."""

import json
import random
import sys
from pathlib import Path

from canvas import Canvas
from model import FIRMS, FIRST_NAMES, JOBS, LAST_NAMES, MONTHS, STREETS, TOWNS, make_siret

NOTHING = {"employer": None, "siret": None, "employee": None, "job": None, "contract": None, "start": None, "end": None,
           "weekly_hours": None, "monthly_hours": None, "gross_monthly": None, "signed_on": None}


class Facts:
    def __init__(self, rng):
        self.rng = rng
        firm = rng.choice(FIRMS)
        self.employer = f"{firm[0]} {firm[1]}" if rng.random() < 0.7 else firm[0]
        self.siret = make_siret(rng)
        self.street, self.town = f"{rng.randrange(1, 99)} {rng.choice(STREETS)}", rng.choice(TOWNS)
        self.first, self.last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
        self.woman = rng.random() < 0.5
        self.civility = rng.choice(["Madame", "Mme"] if self.woman else ["Monsieur", "M."])
        self.name = rng.choice([f"{self.first} {self.last}", f"{self.last} {self.first}"])
        self.boss = f"{rng.choice(['M.', 'Mme'])} {rng.choice(FIRST_NAMES)} PATRON"
        self.job = rng.choice(JOBS)
        self.job = self.job[0].lower() + self.job[1:]
        self.de = "d'" if self.job[0] in "aeéioô" else "de "
        self.start = (rng.randrange(2012, 2023), rng.randrange(1, 13), rng.randrange(1, 28))
        self.end = (self.start[0] + rng.randrange(1, 3), rng.randrange(1, 13), rng.randrange(1, 28))
        self.signed = (self.end[0], self.end[1], 28)
        self.weekly = rng.choice([35, 35, 39, 30, 24, 20])
        self.gross = rng.randrange(1400, 3200) * 100 + rng.randrange(100)

    def day(self, date):
        year, month, day = date
        return self.rng.choice([f"{day:02d}/{month:02d}/{year}", f"{'1er' if day == 1 else day} {MONTHS[month - 1]} {year}"])

    def money(self):
        whole = f"{self.gross // 100:,}".replace(",", self.rng.choice([" ", ".", ""]))
        return f"{whole},{self.gross % 100:02d} {self.rng.choice(['euros', '€'])}"

    def e(self):
        return "e" if self.woman else ""


def wrap(canvas, line, size):
    """A line as the lines it takes on the page."""
    parts, part = [], ""
    for word in line.split(" "):
        if part and canvas.measure(f"{part} {word}", size) > 475:
            parts.append(part)
            part = word
        else:
            part = f"{part} {word}".strip()
    return [*parts, part]


def iso(date):
    return "%04d-%02d-%02d" % date


def head(f):
    siret = f"{f.siret[:3]} {f.siret[3:6]} {f.siret[6:9]} {f.siret[9:]}" if f.rng.random() < 0.5 else f.siret
    return [f.employer, f.street, f.town, f"{f.rng.choice(['SIRET', 'SIRET :', 'N° SIRET :', 'Siret'])} {siret}", "", ""]


def sign(f):
    town = f.town.split(" ", 1)[1].title()
    return ["", f.rng.choice([f"Fait à {town}, le {f.day(f.signed)}", f"Fait à {town} le {f.day(f.signed)},", f"{town}, le {f.day(f.signed)}", f"Fait le {f.day(f.signed)} à {town}"]), f.rng.choice(["", "Pour servir et valoir ce que de droit."])]


def employer_certificate(f):
    rng, e = f.rng, f.e()
    permanent = rng.random() < 0.6
    contract = "à durée indéterminée" if permanent else "à durée déterminée"
    tail = []
    truth = {**NOTHING, "employer": f.employer, "siret": f.siret, "employee": f.name, "job": f.job, "start": iso(f.start), "signed_on": iso(f.signed),
             "contract": "permanent" if permanent else "fixed_term"}
    if rng.random() < 0.6:
        tail.append(rng.choice([f"Sa durée de travail est de {f.weekly} heures par semaine.", f"La durée hebdomadaire de travail est fixée à {f.weekly} heures.", f"{'Elle' if f.woman else 'Il'} travaille {f.weekly} heures hebdomadaires."]))
        truth["weekly_hours"] = float(f.weekly)
    if rng.random() < 0.6:
        tail.append(rng.choice([f"Sa rémunération mensuelle brute s'élève à {f.money()}.", f"Son salaire brut mensuel est de {f.money()}.", f"{'Elle' if f.woman else 'Il'} perçoit un salaire mensuel brut de {f.money()}."]))
        truth["gross_monthly"] = f.gross / 100
    body = rng.choice([
        [f"Je soussigné, {f.boss}, gérant de la société {f.employer}, certifie que {f.civility} {f.name}", f"est employé{e} en qualité {f.de}{f.job} depuis le {f.day(f.start)} par contrat {contract}."],
        [f"Nous soussignés, {f.employer}, attestons que {f.civility} {f.name} fait partie de notre", f"personnel depuis le {f.day(f.start)} et occupe le poste {f.de}{f.job}, en contrat {contract}."],
        [f"Par la présente, la direction atteste employer {f.civility} {f.name} depuis le {f.day(f.start)}", f"en tant que {f.job}, dans le cadre d'un contrat de travail {contract}."],
        [f"Je soussigné {f.boss} atteste par la présente que {f.civility} {f.name}, demeurant", f"3 impasse de l'Oubli, est salarié{e} de notre entreprise depuis le {f.day(f.start)} et exerce", f"les fonctions {f.de}{f.job}.", f"Type de contrat : {'CDI' if permanent else 'CDD'}."]])
    title = rng.choice(["#ATTESTATION D'EMPLOI", "#Attestation de l'employeur", "#ATTESTATION EMPLOYEUR", "#ATTESTATION DE TRAVAIL", "#Attestation d'emploi"])
    return "employer_certificate", [*head(f), title, "", *body, *tail, *sign(f)], truth


def work_certificate(f):
    rng, e = f.rng, f.e()
    truth = {**NOTHING, "employer": f.employer, "siret": f.siret, "employee": f.name, "job": f.job, "start": iso(f.start), "end": iso(f.end), "signed_on": iso(f.signed)}
    body = rng.choice([
        [f"Je soussigné, {f.boss}, certifie avoir employé {f.civility} {f.name}", f"du {f.day(f.start)} au {f.day(f.end)} en qualité {f.de}{f.job}."],
        [f"Nous certifions que {f.civility} {f.name} a travaillé dans notre entreprise", f"du {f.day(f.start)} au {f.day(f.end)}, en qualité {f.de}{f.job}."],
        [f"Je soussigné {f.boss}, agissant pour {f.employer}, certifie que {f.civility} {f.name}", f"a été employé{e} au poste {f.de}{f.job}", f"Date d'entrée : {f.day(f.start)}", f"Date de sortie : {f.day(f.end)}"],
        [f"Certifions que {f.civility} {f.name} a fait partie de notre personnel", f"entre le {f.day(f.start)} et le {f.day(f.end)} en tant que {f.job}."]])
    return "work_certificate", [*head(f), rng.choice(["#CERTIFICAT DE TRAVAIL", "#Certificat de travail"]), "", *body, "", f"{f.civility} {f.name} nous quitte libre de tout engagement.", *sign(f)], truth


def contract(f):
    rng, e = f.rng, f.e()
    permanent = rng.random() < 0.5
    monthly = rng.random() < 0.3
    hours = f"{f.weekly * 52 / 12:.2f}".replace(".", ",")
    truth = {**NOTHING, "employer": f.employer, "siret": f.siret, "employee": f.name, "job": f.job, "start": iso(f.start), "signed_on": iso(f.signed),
             "contract": "permanent" if permanent else "fixed_term",
             "gross_monthly": f.gross / 100, "weekly_hours": None if monthly else float(f.weekly), "monthly_hours": float(hours.replace(",", ".")) if monthly else None,
             "end": None if permanent else iso(f.end)}
    until = "" if permanent else rng.choice([f" et jusqu'au {f.day(f.end)}", f" et prendra fin le {f.day(f.end)}"])
    title = f"#CONTRAT DE TRAVAIL À DURÉE {'INDÉTERMINÉE' if permanent else 'DÉTERMINÉE'}"
    parties = rng.choice([
        ["Entre les soussignés :", f"La société {f.employer}, {f.street}, {f.town}, SIRET {f.siret},", "d'une part,", f"et {f.civility} {f.name}, demeurant 5 rue du Conte, 99330 VILLEBIDON,", "d'autre part,"],
        ["ENTRE :", f"{f.employer}", f"{f.street}, {f.town}", f"N° SIRET : {f.siret}", "ci-après dénommée l'employeur,", "ET :", f"{f.civility} {f.name}", "5 rue du Conte, 99330 VILLEBIDON", f"ci-après dénommé{e} le salarié,"]])
    engaged = rng.choice([
        [f"{f.civility} {f.name} est engagé{e} en qualité {f.de}{f.job} à compter du {f.day(f.start)}{until}."],
        [f"L'employeur engage {f.civility} {f.name} à compter du {f.day(f.start)}{until}", f"en qualité {f.de}{f.job}."],
        [f"{f.civility} {f.name} est embauché{e} au poste {f.de}{f.job}.", f"Le contrat prend effet le {f.day(f.start)}{until}."]])
    time = rng.choice([f"La durée du travail est fixée à {hours} heures par mois.", f"L'horaire mensuel est de {hours} heures."]) if monthly else rng.choice([
        f"La durée hebdomadaire du travail est de {f.weekly} heures.", f"La durée du travail est fixée à {f.weekly} heures par semaine.", f"Le salarié travaillera {f.weekly} heures par semaine."])
    pay = rng.choice([f"La rémunération brute mensuelle est de {f.money()}.", f"Le salarié percevra un salaire brut de {f.money()} par mois.", f"Le salaire mensuel brut est fixé à {f.money()}."])
    return "employment_contract", [title, "", *parties, "", "Article 1 - Engagement", *engaged, "", "Article 2 - Durée du travail", time, "", "Article 3 - Rémunération", pay, *sign(f)], truth


def tax_notice(f):
    year = f.start[0]
    lines = [f.rng.choice([f"#AVIS D'IMPÔT {year + 1}", f"#AVIS D'IMPÔT SUR LES REVENUS {year}", f"#AVIS DE SITUATION DÉCLARATIVE À L'IMPÔT SUR LE REVENU {year + 1}"]), f"Impôt sur les revenus de l'année {year}", "",
             "Numéro fiscal : 99 99 999 999 999", f"{f.civility} {f.name}", f.street, f.town, "", f"Salaires {f.gross // 8}", f"Revenu brut global {f.gross // 9}",
             f"Revenu fiscal de référence {f.gross // 9}", "Nombre de parts 1,00", f.rng.choice(["Montant de l'impôt 0", "Net à payer 0", "Somme qui reste à payer 112"])]
    return "tax_notice", lines, dict(NOTHING, employer=None)


def main(folder, count=20, seed=1):
    folder.mkdir(parents=True, exist_ok=True)
    items = []
    for make in (employer_certificate, work_certificate, contract, tax_notice):
        for number in range(count):
            rng = random.Random(f"{make.__name__} {number} {seed}")
            kind, lines, statement = make(Facts(rng))
            path = folder / f"{make.__name__}-{number:02d}.pdf"
            canvas = Canvas(path, rng.choice(["Liberation Serif", "Liberation Sans", "DejaVu Sans"]))
            y, size = 80, rng.choice([9, 10, 10.5])
            for line in lines:
                if line.startswith("#"):
                    canvas.text(297, y, line[1:], 14, True, "center")
                    y += 16
                    continue
                for part in wrap(canvas, line, size):
                    canvas.text(60, y, part, size)
                    y += 16
            canvas.finish()
            items.append({"file": path.name, "document": kind, "statement": statement})
    (folder / "truth.json").write_text(json.dumps({"items": items}, ensure_ascii=False, indent=1))


main(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
