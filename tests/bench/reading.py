#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what is read of payslips, and how fast. usage: reading.py BUILD_FOLDER [COUNT]

Accuracy: on the samples, and on COUNT slips (8) of each layout that no rule was written for, as text and
as scans, with every miss. Speed: beside pdftotext and tesseract on the same files, one core each. Our
reader lives on from file to file, as the helper does; the peers read one file and end. Only the ratios
of one run mean anything.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = Path(sys.argv[1]).resolve()
COUNT = sys.argv[2] if len(sys.argv) > 2 else "8"
SOURCE = Path(__file__).resolve().parent.parent.parent
TESTS = SOURCE / "tests/reader"
SAMPLES = SOURCE / "tests/fixtures/reader/samples"
READ_FILES = BUILD / "tests/reader/read-files"
# Debian's own, which has cairo.
PYTHON = "/usr/bin/python3"
ROUNDS = 3
MAX_SCANS = 12
ONE_CORE = {**os.environ, "OMP_THREAD_LIMIT": "1"}


def spend(commands):
    """Seconds that some commands take, one after the other."""
    start = time.monotonic()
    for command in commands:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ONE_CORE, check=True)
    return time.monotonic() - start


def compare(title, ours, peer, count):
    """The two take turns, so that a busy machine is busy for both."""
    seconds = [(spend(ours), spend(peer)) for _ in range(ROUNDS)]
    own, other = (statistics.median(column) for column in zip(*seconds))
    print(f"{title}: {1000 * own / count:.1f} ms a page, the peer {1000 * other / count:.1f} ms, ratio {own / other:.2f}")


def measure_speed(folder):
    items = json.loads((folder / "truth.json").read_text())["items"]
    texts = [folder / item["file"] for item in items if not item["scan"]]
    scans = [folder / item["file"] for item in items if item["scan"] and "turned 0," in item["how"]][:MAX_SCANS]
    compare("text, beside pdftotext", [[READ_FILES, "--ocr", "never", *texts]],
            [["pdftotext", "-layout", path, "-"] for path in texts], len(texts))
    with tempfile.TemporaryDirectory() as work:
        pages = []
        for path in scans:
            subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", path, f"{work}/{path.stem}"], check=True)
            pages.append(f"{work}/{path.stem}.png")
        compare("scans, beside tesseract", [[READ_FILES, *scans]],
                [["tesseract", page, "-", "-l", "fra"] for page in pages], len(scans))


def main():
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        print("Samples")
        subprocess.run([sys.executable, TESTS / "accuracy.py", READ_FILES, SAMPLES], check=True)
        print("\nLayouts that no rule was written for")
        subprocess.run([PYTHON, TESTS / "slips/generate.py", "unseen", folder, COUNT], check=True)
        subprocess.run([sys.executable, TESTS / "accuracy.py", READ_FILES, folder], check=True)
        print("\nSpeed")
        measure_speed(folder)


main()
