#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws invented payslips with what each says. usage: generate.py SET FOLDER [COUNT [SEED [SCANS]]]

SET is `training`, `second`, `third`, `fourth`, `fifth`, `sixth`, `seventh`, `eighth`, `ninth`, `tenth`,
`eleventh`, `twelfth`, `mixed`, `sheets`, `months` or `unseen`. Each layout gets COUNT slips as PDF files with text,
and as many, or SCANS of them, as scans: images of 150 to 200 dpi, turned, tilted, noisy. truth.json tells what stands
on each.
"""

import importlib
import json
import random
import sys
from pathlib import Path

from canvas import Canvas
from model import make_slips, suit_era
from scan import make_scan


def main(name, folder, count=6, seed=1, scans=None):
    """A layout is a function, the kinds of slips it is for and, where it draws several on a sheet, how many, and
    whether all are of one person. A group may say how its slips are made (MAKE), and a layout otherwise (OWN)."""
    group = importlib.import_module(f"layouts_{name}")
    make = getattr(group, "MAKE", None)
    dress = getattr(group, "DRESS", None)
    folder.mkdir(parents=True, exist_ok=True)
    items = []
    for layout, (draw, kinds, *several) in group.LAYOUTS.items():
        for number in range(count):
            rng = random.Random(f"{name} {layout} {number} {seed}")
            own = getattr(group, "OWN", {}).get(layout, {})
            slips = make_slips(rng, *(several or [1]), kind=kinds[number % len(kinds)], **{**(make or {}), **own})
            for slip in slips:
                if make:
                    suit_era(slip)
                if dress:
                    dress(slip, rng)
            path = folder / f"{layout}-{number:02d}.pdf"
            canvas = Canvas(path)
            draw(canvas, slips if several else slips[0], rng)
            canvas.finish()
            truths = [{**slip.truth(), "kind": "company" if slip.kind == "days" else slip.kind} for slip in slips]
            items.append({"file": path.name, "layout": layout, "scan": False, "slips": truths})
            if scans is not None and number >= scans:
                continue
            scan = folder / f"{layout}-{number:02d}-scan.pdf"
            how = make_scan(path, scan, rng)
            items.append({"file": scan.name, "layout": layout, "scan": True, "how": how, "slips": truths})
    (folder / "truth.json").write_text(json.dumps({"items": items}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:6]))
