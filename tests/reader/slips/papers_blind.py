#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws papers that are no payslips, of looks that nobody tuned rules to. usage: papers_blind.py FOLDER [COUNT [SEED [SCANS [GROUP]]]]

GROUP is 1 or 2: the second group was drawn after rules had been mended on the first, and by the hand that mended them. Of
each look COUNT papers with text, and of the first SCANS (0) of them a scan. truth.json tells the kind of each and what
it says; a list there means that any of its values is right, and a field that is missing that any value is. Files of several
papers have the slips that are in them.
"""

import json
import random
import sys
from pathlib import Path

import papers_blind_certificates
import papers_blind_contracts
import papers_blind_mixed
import papers_blind_offices
import papers_blind_other
import papers_second
from canvas import Canvas
from people import Affair
from scan import make_scan

KINDS = {**papers_blind_certificates.LOOKS, **papers_blind_contracts.LOOKS, **papers_blind_offices.LOOKS, **papers_blind_other.LOOKS}
FONTS = ["Liberation Serif", "Liberation Sans", "DejaVu Sans", "Nimbus Roman", "Nimbus Sans", "C059", "Cantarell", "DejaVu Serif"]


def draw_paper(kind, draw, path, rng):
    canvas = Canvas(path, rng.choice(FONTS))
    statement = draw(canvas, Affair(rng), rng)
    canvas.finish()
    return {"document": kind, "statement": statement, "slips": []}


def draw_mixed(draw, path, rng):
    canvas = Canvas(path)
    slips = draw(canvas, rng)
    canvas.finish()
    return {"document": "payslip", "statement": None, "slips": [{**slip.truth(), "kind": "company"} for slip in slips]}


def main(folder, count=3, seed=1, scans=0, group=1):
    folder.mkdir(parents=True, exist_ok=True)
    looks = [(f"{kind}-{draw.__name__}", lambda path, rng, kind=kind, draw=draw: draw_paper(kind, draw, path, rng)) for kind, draws in (KINDS if group == 1 else papers_second.LOOKS).items() for draw in draws]
    if group == 1:
        looks += [(f"mixed-{draw.__name__}", lambda path, rng, draw=draw: draw_mixed(draw, path, rng)) for draw in papers_blind_mixed.LOOKS]
    items = []
    for name, draw in looks:
        for number in range(count):
            rng = random.Random(f"{name} {number} {seed}")
            path = folder / f"{name.replace('_', '-')}-{number:02d}.pdf"
            item = {"file": path.name, "look": name, "scan": False, **draw(path, rng)}
            items.append(item)
            if number < scans:
                scan = path.with_name(f"{path.stem}-scan.pdf")
                items.append({**item, "file": scan.name, "scan": True, "how": make_scan(path, scan, rng)})
    (folder / "truth.json").write_text(json.dumps({"items": items}, ensure_ascii=False, indent=1))


main(Path(sys.argv[1]), *map(int, sys.argv[2:6]))
