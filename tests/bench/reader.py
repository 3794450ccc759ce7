#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the confined reader beside Poppler's own tools and Tesseract. usage: reader.py BUILD_FOLDER [RUNS]

Only figures of one run of this program compare. The peers take turns, and each figure is the median of RUNS.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = Path(sys.argv[1]).resolve()
RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
SOURCE = Path(__file__).resolve().parent.parent.parent
ANCRAGECTL = BUILD / "src/cli/ancragectl"
BENCH = BUILD / "tests/reader/client/bench-reader"
N_CORES = len(os.sched_getaffinity(0))
DPI = 150
N_PAGES = 60
N_SLIPS = 200
N_SCANS = 8

sys.path.insert(0, str(SOURCE / "tests/reader/client"))
from pdf import Pdf, lines  # noqa: E402


def prose(pdf, number):
    rows = [(60, 780 - 14 * row, f"Ligne {row} de la feuille {number}, écrite pour être dessinée et relue {number * row} fois.")
            for row in range(50)]
    pdf.page(lines(*rows, size=10))


def book(pages):
    pdf = Pdf()
    for number in range(1, pages + 1):
        prose(pdf, number)
    return pdf.bytes()


def payslip(number):
    """About as many words as a real one has."""
    pdf = Pdf()
    gross = 1700 + number
    rows = [
        (60, 800, "BULLETIN DE PAIE"), (330, 800, f"Période : {1 + number % 12:02}/2025"),
        (60, 770, "SARL LES ESCARGOTS IMAGINAIRES"), (60, 756, "1 rue Nulle Part"), (60, 742, "75000 PARIS"),
        (330, 742, "Camille EXEMPLE"), (330, 728, "2 rue Nulle Part"), (60, 700, "Emploi : Cuisinier"),
        (60, 660, "Salaire de base"), (250, 660, "151,67"), (330, 660, "11,88"), (430, 660, f"{gross},00"),
        (60, 644, "SALAIRE BRUT"), (430, 644, f"{gross},00"),
    ]
    for row in range(24):
        y = 620 - 14 * row
        rows += [(60, y, f"Cotisation imaginaire numéro {row}"), (250, y, f"{gross},00"), (330, y, "0,50"), (430, y, f"{row + 1},10")]
    rows += [(60, 270, "NET À PAYER AVANT IMPÔT"), (430, 270, f"{gross - 380},00"), (60, 250, "NET PAYÉ"), (430, 250, f"{gross - 400},00")]
    pdf.page(lines(*rows, size=9))
    return pdf.bytes()


def take(command, **options):
    """Runs a command; its output, its seconds, its peak memory in MB."""
    start = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options)
    text = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return text, time.monotonic() - start, usage.ru_maxrss / 1024


def in_turn(**measures):
    """The median of each, the measures taking turns."""
    taken = {name: [] for name in measures}
    for _ in range(RUNS):
        for name, measure in measures.items():
            taken[name].append(measure())
    return {name: statistics.median(values) for name, values in taken.items()}


def row(what, value, note=""):
    print(f"  {what:<58} {value:>14}  {note}".rstrip())


def bench_reader(path, pages, key):
    return float(dict(line.split() for line in take([BENCH, path, DPI, pages])[0].splitlines())[key])


def measure_rendering(folder):
    path = folder / "book.pdf"
    path.write_bytes(book(500))
    print(f"Drawing pages of a file of 500 at {DPI} dpi")
    medians = in_turn(
        ours=lambda: bench_reader(path, N_PAGES, "pages"),
        # Its quickest format: the pixels as they are.
        theirs=lambda: take(["pdftocairo", "-tiff", "-r", DPI, "-l", N_PAGES, path, folder / "page"])[1],
        cold=lambda: bench_reader(path, 1, "cold"),
        warm=lambda: bench_reader(path, 1, "warm"),
        first=lambda: take(["pdftocairo", "-tiff", "-r", DPI, "-l", 1, path, folder / "page"])[1],
    )
    row("pages a second", f"{N_PAGES / medians['ours']:.0f}", f"pdftocairo {N_PAGES / medians['theirs']:.0f}, which writes them")
    row("time, of pdftocairo", f"× {medians['ours'] / medians['theirs']:.2f}")
    row("first page, reader not yet running, ms", f"{1000 * medians['cold']:.0f}")
    row("first page, reader running, ms", f"{1000 * medians['warm']:.0f}", f"pdftocairo {1000 * medians['first']:.0f}")
    row("memory of the client, MB", f"{bench_reader(path, N_PAGES, 'client'):.0f}")
    row("memory of the helper, MB", f"{bench_reader(path, N_PAGES, 'helper'):.0f}",
        f"pdftocairo {take(['pdftocairo', '-tiff', '-r', DPI, '-l', N_PAGES, path, folder / 'page'])[2]:.0f}")


def measure_slips(folder):
    paths = []
    for number in range(N_SLIPS):
        paths.append(folder / f"slip-{number}.pdf")
        paths[-1].write_bytes(payslip(number))
    print(f"\nReading {N_SLIPS} payslips with a text layer, {N_CORES} at a time")
    everyone = "\n".join(map(str, paths)).encode()

    def pdftotext():
        start = time.monotonic()
        subprocess.run(["xargs", "-P", str(N_CORES), "-I{}", "pdftotext", "-bbox-layout", "{}", "/dev/null"], input=everyone, check=True)
        return time.monotonic() - start

    medians = in_turn(ours=lambda: take([ANCRAGECTL, "read", "--json", *paths])[1], theirs=pdftotext)
    row("payslips a second", f"{N_SLIPS / medians['ours']:.0f}", f"pdftotext -bbox-layout {N_SLIPS / medians['theirs']:.0f}")
    row("time, of pdftotext", f"× {medians['ours'] / medians['theirs']:.2f}", "goal × 2")
    row("memory of ancragectl, MB", f"{take([ANCRAGECTL, 'read', '--json', *paths])[2]:.0f}")


def measure_scans(folder):
    scans = []
    for number in range(N_SCANS):
        slip, scan = folder / f"slip-{number}.pdf", folder / f"scan-{number}.png"
        take([ANCRAGECTL, "pdf", "render", "--dpi", 200, "-o", scan, slip])
        scans.append(scan)
    print(f"\nReading {N_SCANS} payslips from pictures of 200 dpi, {N_CORES} at a time")
    everyone = "\n".join(map(str, scans)).encode()

    def tesseract():
        start = time.monotonic()
        subprocess.run(["xargs", "-P", str(N_CORES), "-I{}", "tesseract", "{}", "-", "--dpi", "200", "-l", "fra"], input=everyone,
                       check=True, capture_output=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        return time.monotonic() - start

    medians = in_turn(ours=lambda: take([ANCRAGECTL, "read", "--json", *scans])[1], theirs=tesseract)
    row("seconds a page and core", f"{medians['ours'] / N_SCANS * N_CORES:.2f}", f"tesseract {medians['theirs'] / N_SCANS * N_CORES:.2f}")
    row("time, of tesseract", f"× {medians['ours'] / medians['theirs']:.2f}", "goal × 1.3")


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as name:
    measure_rendering(Path(name))
    measure_slips(Path(name))
    measure_scans(Path(name))
