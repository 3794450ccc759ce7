# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that hold more than one paper, or one payslip over two pages. A look draws and returns the slips that are in it."""

from canvas import Style
from kit import Table
from layouts_sixth import panels
from layouts_training import cloud_service, desktop_package, spreadsheet
from model import make_slip, make_slips, suit_era
from papers_blind_certificates import free_of_all
from people import Affair
from sheet import Sheet


def slip_of(rng):
    slip = make_slip(rng)
    suit_era(slip)
    return slip


def letter_before(c, rng):
    slip = slip_of(rng)
    s = Sheet(c, size=11)
    s.lines([slip.employer, *slip.address], first_bold=True)
    s.lines([f"{slip.civility} {slip.first} {slip.last}", *slip.home], x=330)
    s.skip(20)
    s.para(f"Veuillez trouver ci-joint votre bulletin de paie du mois de {slip.month_name}, d'un montant net de {slip.net / 100:.2f} euros.".replace(".", ",", 1))
    s.para("Conservez ce bulletin sans limitation de durée.")
    c.page()
    rng.choice([desktop_package, cloud_service])(c, slip, rng)
    return [slip]


def two_in_one(c, rng):
    slips = make_slips(rng, 2)
    for slip, draw in zip(slips, rng.sample([desktop_package, cloud_service, spreadsheet, panels], 2)):
        suit_era(slip)
        draw(c, slip, rng)
        if slip is slips[0]:
            c.page()
    return slips


def over_two_pages(c, rng):
    slip, f = slip_of(rng), Style()
    for page in (1, 2):
        s = Sheet(c, left=40, right=555, size=9, top=50)
        s.line("BULLETIN DE PAIE", 14, True)
        s.line(f"Page {page}/2", 8, align="right")
        s.lines([slip.employer, *slip.address, "SIRET : " + slip.siret])
        s.line(f"Période du {slip.start} au {slip.end}")
        s.lines([f"{slip.civility} {slip.first} {slip.last}", f"Emploi : {slip.job}", *slip.home], x=320)
        t = Table(c, f, s.y + 20, 40, {"base": 300, "rate": 370, "gain": 460, "loss": 550}, 8, 13)
        t.head("Rubriques", base="Base", rate="Taux", gain="Gains", loss="Retenues")
        if page == 1:
            t.pay(slip, 2)
            t.row("Total brut", True, gain=f.money(slip.gross))
            if slip.hours is not None:
                t.row("Heures payées", base=f.hours(slip.hours))
            t.contributions(slip.contributions[:4])
            t.row("À suivre, page 2/2")
            c.page()
    t.contributions(slip.contributions[4:])
    t.row("Total des retenues", True, loss=f.money(slip.withheld))
    t.between(slip)
    t.row("Net à payer avant impôt sur le revenu", True, gain=f.money(slip.before_tax))
    t.row("Impôt sur le revenu prélevé à la source", base=f.money(slip.taxable), rate=f.percent(slip.tax_rate, 2), loss=f.money(slip.tax))
    t.after(slip)
    t.row("NET PAYÉ", True, gain=f.money(slip.net))
    t.row("Net imposable", gain=f.money(slip.taxable))
    t.row("Montant net social", gain=f.money(slip.social))
    return [slip]


def certificate_before(c, rng):
    slip, f = slip_of(rng), Affair(rng)
    f.firm, f.siret, f.person.name = slip.employer, slip.siret, f"{slip.first} {slip.last}"
    free_of_all(c, f, rng)
    c.page()
    rng.choice([desktop_package, panels])(c, slip, rng)
    return [slip]


LOOKS = [letter_before, two_in_one, over_two_pages, certificate_before]
