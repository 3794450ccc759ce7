#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the numbered file beside qpdf alone. usage: filing.py BUILD_FOLDER

300 exhibits of four pages, one of them a scan, bound by ancragectl (cover, list, stamps, bookmarks, and reading all
of it again) and joined by `qpdf --pages`, which does none of that, in turn.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "filing"))

import papers

N_EXHIBITS = 300
N_ROUNDS = 7
GOAL = 1.5


def make(folder):
    rng = random.Random(6)
    names = []
    for i in range(N_EXHIBITS):
        lines = ["\n".join(f"Ligne {j} : {rng.randrange(10 ** 8)} euros" for j in range(40)) for _ in range(3)]
        name = folder / f"{i:03}.pdf"
        document = papers.text_pdf(lines)
        scan = papers.text_pdf(["Page"], scan=rng.randbytes(200 * 1000))
        (folder / "a.pdf").write_bytes(document)
        (folder / "b.pdf").write_bytes(scan)
        subprocess.run(["qpdf", "--empty", "--pages", folder / "a.pdf", folder / "b.pdf", "--", name], check=True)
        names.append(name)
    return names


def run(command):
    """Seconds on the wall, those of the processor, and the most memory that one of its processes held, in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(build):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = make(folder)
        plan = folder / "plan.json"
        plan.write_text(json.dumps(papers.plan([(i + 1, f"Pièce {i + 1}", [("Document", n)]) for i, n in enumerate(names)])))
        commands = {
            "qpdf --pages": ["qpdf", "--empty", "--pages", *names, "--", folder / "joined.pdf"],
            "ancragectl bundle": [build / "src/cli/ancragectl", "bundle", "--plan", plan, "-o", folder / "bundle.pdf"],
        }
        times = {command: [] for command in commands}
        processor = {command: [] for command in commands}
        memory = {}
        for _ in range(N_ROUNDS):
            for label, command in commands.items():
                seconds, busy, megabytes = run(command)
                times[label].append(seconds)
                processor[label].append(busy)
                memory[label] = megabytes
        size = sum(n.stat().st_size for n in names) / 1e6
        n_pages = N_EXHIBITS * 4
        print(f"{N_EXHIBITS} exhibits, {n_pages} pages, {size:.0f} MB; median of {N_ROUNDS}")
        for label, values in times.items():
            busy = statistics.median(processor[label])
            print(f"{label:18} {statistics.median(values):6.2f} s  ({min(values):.2f}–{max(values):.2f}), "
                  f"{busy:5.2f} s of the processor  {memory[label]:5.0f} MB")
        for what, measured in (("on the wall", times), ("of the processor", processor)):
            ratio = statistics.median(measured["ancragectl bundle"]) / statistics.median(measured["qpdf --pages"])
            print(f"ratio {ratio:.2f} {what} (goal: at most {GOAL})")
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"largest process of all: {children.ru_maxrss / 1024:.0f} MB")


main(Path(sys.argv[1]))
