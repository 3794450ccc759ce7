#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws invented papers about work that are no payslips. usage: papers.py FOLDER"""

import json
import sys
from pathlib import Path

from canvas import Canvas

PAPERS = {
    "attestation": ("employer_certificate", [
        "Fleurs de Papier SARL", "12 rue des Pétales Fictifs", "99220 TROU-EN-BROUSSE", "SIRET 144 329 871 00012", "",
        "", "#ATTESTATION D'EMPLOI", "",
        "Je soussignée, Madame Hortense BÉGONIA, gérante de la société Fleurs de Papier SARL,",
        "atteste que Monsieur Ousmane-Test PÂQUERETTE est employé dans notre entreprise en qualité",
        "de vendeur en boutique depuis le 3 septembre 2021, en contrat à durée indéterminée,",
        "à raison de 35 heures par semaine, pour une rémunération brute mensuelle de 1 834,50 euros.", "",
        "Cette attestation est délivrée pour servir et valoir ce que de droit.", "",
        "Fait à Trou-en-Brousse, le 14 janvier 2026"],
        {"employer": "Fleurs de Papier SARL", "siret": "14432987100012", "employee": "Ousmane-Test PÂQUERETTE", "job": "vendeur en boutique",
         "contract": "permanent", "start": "2021-09-03", "end": None, "weekly_hours": 35.0, "monthly_hours": None, "gross_monthly": 1834.5,
         "signed_on": "2026-01-14"}),
    "certificat": ("work_certificate", [
        "AUBERGE DU CHAUDRON PERCÉ", "4 place du Vide", "99330 VILLEBIDON", "SIRET : 16098765400019", "", "",
        "#CERTIFICAT DE TRAVAIL", "",
        "Je soussigné, M. Barnabé TAMBOUILLE, certifie avoir employé Mme Zénobie RATATOUILLE",
        "du 1er mars 2019 au 31 mai 2023 en qualité d'aide de cuisine.", "",
        "Mme Zénobie RATATOUILLE nous quitte libre de tout engagement.", "",
        "Fait à Villebidon, le 31 mai 2023"],
        {"employer": "AUBERGE DU CHAUDRON PERCÉ", "siret": "16098765400019", "employee": "Zénobie RATATOUILLE", "job": "aide de cuisine", "contract": None,
         "start": "2019-03-01", "end": "2023-05-31", "weekly_hours": None, "monthly_hours": None, "gross_monthly": None, "signed_on": "2023-05-31"}),
    "contrat": ("employment_contract", [
        "#CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE", "", "Entre les soussignés :",
        "La société LES JARDINS SUSPENDUS SAS, 8 allée des Songes, 99440 SAINT-GLINGLIN,", "d'une part,",
        "et Madame Philomène CORNICHON, demeurant 3 impasse de l'Oubli, 99110 PATELIN-LES-OIES,", "d'autre part,",
        "il a été convenu ce qui suit.", "", "Article 1 - Engagement",
        "Madame Philomène CORNICHON est engagée en qualité d'ouvrière horticole, à compter du",
        "01/04/2024 et jusqu'au 30/09/2024.", "", "Article 2 - Durée du travail",
        "La durée du travail est fixée à 30 heures par semaine.", "", "Article 3 - Rémunération",
        "Le salaire mensuel brut est fixé à 1.512,20 €.", "", "Fait à Saint-Glinglin le 25/03/2024"],
        {"employee": "Philomène CORNICHON", "job": "ouvrière horticole", "contract": "fixed_term", "start": "2024-04-01", "end": "2024-09-30",
         "weekly_hours": 30.0, "gross_monthly": 1512.2, "signed_on": "2024-03-25"}),
    "avis": ("tax_notice", [
        "#AVIS D'IMPÔT 2025", "Impôt sur les revenus de l'année 2024", "", "Numéro fiscal : 99 99 999 999 999", "M. Théodule PATATRAS",
        "", "Salaires 18 245", "Revenu brut global 16 421", "Revenu fiscal de référence 16 421", "Nombre de parts 1,00", "Net à payer 0"],
        {"start": None, "gross_monthly": None}),
    "lettre": ("other", [
        "Cabinet Fictif", "", "Madame,", "",
        "Veuillez trouver ci-joint votre bulletin de paie du mois de mars 2026. Le net à payer, 1 455,63 euros,",
        "vous sera versé par virement.", "", "Recevez, Madame, nos salutations."], None),
}


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    items = []
    for name, (kind, lines, statement) in PAPERS.items():
        canvas = Canvas(folder / f"{name}.pdf", "Liberation Serif")
        y = 80
        for line in lines:
            if line.startswith("#"):
                canvas.text(297, y, line[1:], 15, True, "center")
            else:
                canvas.text(70, y, line, 11)
            y += 17
        canvas.finish()
        items.append({"file": f"{name}.pdf", "document": kind, "statement": statement})
    (folder / "truth.json").write_text(json.dumps({"items": items}, ensure_ascii=False, indent=1))


main(Path(sys.argv[1]))
