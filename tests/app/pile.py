# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a pile of invented payslips of one person."""

import calendar
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "reader" / "slips"))

from canvas import Canvas  # noqa: E402
from layouts_training import LAYOUTS  # noqa: E402
from model import day, make_slip  # noqa: E402


def draw(path, year, month, first="Salif", last="DOUCOURÉ-FICTIF", employer="Hôtel des Inventés", siret="14875834500034",
         layout="desktop-package", seed=1):
    """One payslip; returns what it says."""
    rng = random.Random(f"{path.name} {seed}")
    slip = make_slip(rng)
    slip.year, slip.month = year, month
    slip.start, slip.end = day(year, month, 1), day(year, month, calendar.monthrange(year, month)[1])
    slip.paid_on = slip.end
    slip.first, slip.last, slip.civility = first, last, "M."
    slip.employer, slip.siret = employer, siret
    slip.entry = day(2025, 11, 3)
    slip.job = "Commis de cuisine"
    slip.months = 1
    canvas = Canvas(path)
    LAYOUTS[layout][0](canvas, slip, rng)
    canvas.finish()
    return slip


def draw_months(folder, months, **rest):
    folder.mkdir(parents=True, exist_ok=True)
    return [draw(folder / f"bulletin-{year}-{month:02d}.pdf", year, month, **rest) for year, month in months]
