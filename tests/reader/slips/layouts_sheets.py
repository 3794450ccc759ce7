# SPDX-License-Identifier: GPL-3.0-or-later
"""Several slips on one sheet: two halves side by side, two or three strips one above the other."""

from canvas import HEIGHT, WIDTH, Style
from kit import Table
from layouts_second import old_firm, start_up
from layouts_third import builder, gains_losses, three_cards
from layouts_training import cloud_service, desktop_package, spreadsheet
from model import make_varied_lines

MAKE = {"make_pay": make_varied_lines, "years": range(2019, 2027)}


def strip(c, s, rng, shared=False):
    """A slip of eight lines, as small employers print several on a sheet."""
    f = Style(thousands=" ")
    c.text(30, 30, s.employer, 9, True)
    c.text(30, 41, f"{s.address[0]} {s.address[1]} - SIRET {s.siret}", 7)
    c.text(565, 30, "Bulletin de paie", 10, True, "right")
    c.text(565, 41, f"Période du {s.start} au {s.end}", 8, align="right")
    c.text(30, 56, f"Salarié : {s.first} {s.last}", 8)
    c.text(300, 56, f"Emploi : {s.job}", 8)
    t = Table(c, f, 74, 30, {"base": 300, "rate": 360, "gain": 440, "loss": 520}, 7.5, 10)
    t.head("Libellé", base="Base", rate="Taux", gain="Gains", loss="Retenues")
    t.pay(s)
    t.row("Salaire brut", True, gain=f.money(s.gross))
    t.row("Total des cotisations salariales", loss=f.money(s.withheld))
    t.between(s)
    t.row("Net à payer avant impôt sur le revenu", gain=f.money(s.before_tax))
    t.row("Prélèvement à la source", loss=f.money(s.tax))
    t.after(s)
    t.row("Net à payer", True, gain=f.money(s.net))
    line = f"Net imposable : {f.money(s.taxable)}    Heures payées : {f.hours(s.hours)}    Payé le {s.paid_on}"
    c.text(30, t.y + 6, line + (f"    Montant net social : {f.money(s.social)}" if s.social is not None else ""), 7.5)


def place(c, draw, s, rng, x, y, scale):
    c.cr.save()
    c.cr.translate(x, y)
    c.cr.scale(scale, scale)
    draw(c, s, rng)
    c.cr.restore()


def side_by_side(c, slips, rng):
    draw = rng.choice([desktop_package, cloud_service, spreadsheet, old_firm, builder, gains_losses, start_up, three_cards])
    c.surface.set_size(HEIGHT, WIDTH)
    for i, s in enumerate(slips):
        place(c, draw, s, rng, i * HEIGHT / 2, 0, WIDTH / HEIGHT)


def two_strips(c, slips, rng):
    for i, s in enumerate(slips):
        place(c, strip, s, rng, 0, 10 + i * HEIGHT / 2, 1)


def three_strips(c, slips, rng):
    for i, s in enumerate(slips):
        place(c, strip, s, rng, 0, i * HEIGHT / 3, 1)


def four_quarters(c, slips, rng):
    for i, s in enumerate(slips):
        place(c, strip, s, rng, i % 2 * WIDTH / 2, i // 2 * HEIGHT / 2 + 20, 0.5)


LAYOUTS = {
    "side-by-side": (side_by_side, ("company",), 2),
    "two-strips": (two_strips, ("company",), 2),
    "three-strips": (three_strips, ("company",), 3),
    "four-quarters": (four_quarters, ("company",), 4),
}
