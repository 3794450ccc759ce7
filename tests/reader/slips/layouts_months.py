# SPDX-License-Identifier: GPL-3.0-or-later
"""The months of one person as columns of one table: the sheet of a year, or a part of it."""

from canvas import HEIGHT, WIDTH, Style
from model import MONTHS, make_varied_lines

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}
SHORT = ["Janv.", "Févr.", "Mars", "Avr.", "Mai", "Juin", "Juil.", "Août", "Sept.", "Oct.", "Nov.", "Déc."]


def head(c, s, title, width):
    c.text(30, 34, s.employer, 11, True)
    c.text(30, 47, f"{s.address[0]}, {s.address[1]}", 7.5)
    c.text(30, 58, f"SIRET {s.siret}   NAF {s.naf}", 7.5)
    c.text(width - 30, 34, title, 12, True, "right")
    c.text(30, 82, f"Salarié : {s.first} {s.last}", 8.5)
    c.text(300, 82, f"Emploi : {s.job}", 8.5)
    c.text(30, 95, f"Matricule {s.matricule}   Entré le {s.entry}", 7.5)


def rows(slips, f):
    yield "Heures payées", [f.hours(s.hours) for s in slips]
    yield "Salaire de base", [f.money(s.lines[0].amount) for s in slips]
    yield "Primes et autres éléments", [f.money(s.gross - s.lines[0].amount) for s in slips]
    yield "Salaire brut", [f.money(s.gross) for s in slips]
    yield "Cotisations salariales", [f.money(s.withheld) for s in slips]
    yield "Net imposable", [f.money(s.taxable) for s in slips]
    yield "Net à payer avant impôt", [f.money(s.before_tax) for s in slips]
    yield "Impôt sur le revenu prélevé à la source", [f.money(s.tax) for s in slips]
    if any(amount for s in slips for _, amount in s.after):
        yield "Acomptes versés", [f.money(sum(amount for _, amount in s.after)) for s in slips]
    yield "Net à payer", [f.money(s.net) for s in slips]


def total(values):
    """The sum of a row, as the column at its end has it."""
    cents = sum(int("".join(c for c in value if c.isdigit() or c == "-") or 0) for value in values)
    return Style().money(cents)


def table(c, slips, names, y, x, left, pitch, size, align="right", ruled=False, with_total=False):
    """One row a line, one column a month; `left` is where the first column begins."""
    f = Style(thousands=" ")
    at = {"right": pitch - 3, "left": 3, "center": pitch / 2}[align]
    heads = names + (["Total"] if with_total else [])
    c.text(x, y, "Rubrique", size, True)
    for i, name in enumerate(heads):
        c.text(left + i * pitch + at, y, name, size, True, align)
    y += 16
    for label, values in rows(slips, f):
        c.text(x, y, label, size, label.startswith("Net à payer"))
        for i, value in enumerate(values + ([total(values)] if with_total else [])):
            c.text(left + (i + 1) * pitch - 3, y, value, size, align="right")
        if ruled:
            c.line(x - 3, y + 4, left + len(heads) * pitch, y + 4, 0.3, 0.6)
        y += 14
    if ruled:
        for i in range(len(heads) + 1):
            c.line(left + i * pitch, y - 14 * 11, left + i * pitch, y - 10, 0.3, 0.6)
    return y


def suit_table(slips):
    """What one row for all months can say."""
    for s in slips:
        s.between, s.social, s.user = [], None, ""
        s.before_tax = s.gross - s.withheld
        s.net = s.before_tax - s.tax - sum(amount for _, amount in s.after)


def one_year(slips):
    """Moves the months so that all are of one year."""
    first = min(slips[0].month, 13 - len(slips))
    for i, s in enumerate(slips):
        s.year, s.month = slips[0].year, first + i
        s.start = f"01/{s.month:02d}/{s.year}"
        last = {2: 29 if s.year % 4 == 0 else 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(s.month, 31)
        s.end = s.paid_on = f"{last:02d}/{s.month:02d}/{s.year}"


def half_year(c, slips, rng):
    """Upright, six months with their years, and the sum of them."""
    suit_table(slips)
    head(c, slips[0], "Récapitulatif des bulletins de paie", WIDTH)
    names = [f"{s.month:02d}/{s.year}" for s in slips]
    y = table(c, slips, names, 130, 30, 175, 56, 7, with_total=True)
    c.text(30, y + 20, "Document établi par l'employeur à la demande du salarié.", 7)


def whole_year(c, slips, rng):
    """On its side, twelve months named in short under the year."""
    c.surface.set_size(HEIGHT, WIDTH)
    suit_table(slips)
    one_year(slips)
    head(c, slips[0], f"Fiche individuelle de paie - Année {slips[0].year}", HEIGHT)
    names = [SHORT[s.month - 1] for s in slips]
    table(c, slips, names, 130, 30, 180, 51, 6.5, align="center", ruled=True)


def quarter(c, slips, rng):
    """Three months in full words, written from the left, the numbers from the right."""
    suit_table(slips)
    head(c, slips[0], "BULLETINS DE SALAIRE DU TRIMESTRE", WIDTH)
    names = [f"{MONTHS[s.month - 1].capitalize()} {s.year}" for s in slips]
    table(c, slips, names, 140, 30, 230, 105, 8.5, align="left", ruled=True)


LAYOUTS = {
    "half-year": (half_year, ("company",), 6, True),
    "whole-year": (whole_year, ("company",), 12, True),
    "quarter": (quarter, ("company",), 3, True),
}
