#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the payslips of a set with captions that no table lists. usage: strange.py WHAT SET FOLDER [COUNT [SEED [SCANS]]]

WHAT is `net`, `gross`, `before` (the net before tax), `heads` (of whom a block is) or `civility` (names without `M.` or
`Mme`): the captions of that are replaced by others, one a slip. What is read then tells how far rules go beyond the words
they know. The rest is as for generate.py. With `civility` a household loses a word of its name, which counts as a miss.
"""

import random
import re
import sys
from pathlib import Path

import generate
from canvas import Canvas, plain

CAPTIONS = {
    "net": [(r"(montant |salaire |total )?net (à|a) (payer|verser|virer)( au salarié)?( en euros)?|net (payé|paye|versé|viré)( au salarié)?",
             ["Net à régler", "Net de la paie", "Somme nette due", "Virement effectué", "À votre crédit", "Net final", "Net dû au salarié",
              "Votre salaire ce mois", "Net à toucher", "Solde net du mois"])],
    "gross": [(r"(salaire |total |rémunération |remuneration )brute?( total)?( du mois)?",
               ["Total des gains bruts", "Brut soumis à cotisations", "Rémun. brute", "Sal. brut", "Brut de la période", "Ensemble des gains"])],
    "before": [(r"(montant |salaire )?net (à payer |a payer )?avant (impôt|impot).*",
                ["Net avant P.A.S.", "Total net hors impôt", "Net à payer avant I.R.", "Net avant prélèvement fiscal", "Avant impôt"])],
    "heads": [(r"(l'|votre )?(employeur|entreprise|société|raison sociale|établissement|nom de l'entreprise)",
               ["Maison", "Structure", "Exploitant", "Firme"]),
              (r"(le |votre )?(salarié(\(e\)|e)?|nom et prénom|nom, prénom|destinataire|employée?|vous)",
               ["Bénéficiaire", "Collaborateur", "Équipier", "Personne payée"])],
    "civility": [(r"(M\.|Mme|Mlle|Monsieur|Madame) (?=[A-ZÉ])", [""])],
}


class StrangeCanvas(Canvas):
    what = "net"

    def __init__(self, path, *rest):
        super().__init__(path, *rest)
        self.path = path

    def text(self, x, y, text, *rest, **more):
        return super().text(x, y, self.replace(text), *rest, **more)

    def replace(self, text):
        for pattern, others in CAPTIONS[self.what]:
            end = "" if self.what == "civility" else r"(?= ?:|$)"
            found = re.match(f"(?:{pattern}){end}", text or "", 0 if self.what == "civility" else re.IGNORECASE)
            if not found:
                continue
            other = random.Random(f"{self.path.name} {pattern}").choice(others)
            known = found[0]
            if known.isupper():
                other = plain(other) if known == plain(known) else other.upper()
            return other + text[found.end():]
        return text


def main(what, *rest):
    StrangeCanvas.what = what
    generate.Canvas = StrangeCanvas
    generate.main(rest[0], Path(rest[1]), *map(int, rest[2:5]))


main(*sys.argv[1:])
