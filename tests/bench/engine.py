#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the engine and ancragectl beside a bare parser and Publicodes. usage: engine.py BUILD_FOLDER [CASES]

Every figure is the best of several runs on one core, and only figures of one run of this program compare.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = Path(sys.argv[1]).resolve()
N_CASES = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
BENCH = BUILD / "tests/bench/bench-engine"
ANCRAGECTL = BUILD / "src/cli/ancragectl"
CORE = min(os.sched_getaffinity(0))
ON = "2026-11-21"
N_COMPARED = 1000


def run(*command, output=subprocess.PIPE, one_core=True):
    """Runs a command; returns its output, its wall time in seconds and its peak memory in MB."""
    start = time.monotonic()
    child = subprocess.Popen(
        [str(part) for part in command], stdout=output, env={**os.environ, "XDG_DATA_HOME": "/nonexistent"},
        preexec_fn=(lambda: os.sched_setaffinity(0, {CORE})) if one_core else None,
    )
    text = child.stdout.read().decode() if child.stdout else ""
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return text, time.monotonic() - start, usage.ru_maxrss / 1024


def seconds(*arguments, runs=3):
    """The best time bench-engine reports."""
    texts = [run(BENCH, *arguments)[0] for _ in range(runs)]
    return min(float(dict(line.split() for line in text.splitlines())["seconds"]) for text in texts)


def row(what, value, note=""):
    print(f"  {what:<58} {value:>14}  {note}".rstrip())


def measure_memory():
    print(f"Evaluating {N_CASES:,} generated cases held in memory (8 jobs, 60 payslips; all regimes, earliest dates)")
    base = seconds("evaluate", N_CASES, 8, 60, runs=1)
    small = seconds("evaluate", N_CASES // 10, 8, 60)
    large = seconds("evaluate", N_CASES // 10, 80, 600)
    row("cases a second", f"{N_CASES / base:,.0f}", "goal 50,000")
    row("µs a case", f"{base / N_CASES * 1e6:.1f}")
    row("the same a case, 10 × as many jobs and payslips", f"× {large / small:.1f}", "linear: at most 10")
    row("the same in all, 10 × as many cases", f"× {base / small:.1f}")
    return base / N_CASES


def measure_lines(folder):
    cases, tenth = folder / "cases.jsonl", folder / "tenth.jsonl"
    print(f"\nReading {N_CASES:,} cases from JSON Lines")
    for path, n in ((cases, N_CASES), (tenth, N_CASES // 10)):
        with path.open("wb") as file:
            run(BENCH, "make", n, 8, 60, output=file)
    parse, read = seconds("parse", tenth), seconds("read", tenth)
    _, short, short_memory = run(ANCRAGECTL, "evaluate", "--json", "--on", ON, tenth, output=subprocess.DEVNULL)
    _, long, long_memory = run(ANCRAGECTL, "evaluate", "--json", "--on", ON, cases, output=subprocess.DEVNULL)
    row("file", f"{cases.stat().st_size / 1e6:,.0f} MB")
    row("Jansson alone, µs a case", f"{parse / (N_CASES // 10) * 1e6:.0f}")
    row("facts of a case, of Jansson alone", f"× {read / parse:.2f}")
    row("ancragectl evaluate --json, of Jansson alone", f"× {long / N_CASES / (parse / (N_CASES // 10)):.2f}",
        "one core, answers written")
    row("cases a second", f"{N_CASES / long:,.0f}")
    row("peak memory", f"{long_memory:.0f} MB", f"{short_memory:.0f} MB with a tenth of the cases")
    row("time, 10 × as many cases", f"× {long / short:.1f}")


def measure_start():
    print("\nStarting")
    starts = sorted(run(ANCRAGECTL, "rules", "list", "--on", ON)[1] for _ in range(21))
    empty = sorted(run("/bin/true")[1] for _ in range(21))
    row("ancragectl rules list, median of 21", f"{starts[10] * 1000:.1f} ms", "goal 20 ms")
    row("/bin/true, median of 21", f"{empty[10] * 1000:.1f} ms")
    row("of which reading the law", f"{seconds('load', runs=5) * 1000:.1f} ms")


def measure_publicodes(folder, per_case):
    print("\nPublicodes: one criterion (12 months of 24 with 75.83 hours), months added up beforehand")
    if shutil.which("npm") is None or subprocess.run(
        ["npm", "install", "--silent", "--prefix", folder, "publicodes"], check=False, capture_output=True
    ).returncode != 0:
        print("  not run: npm is missing or could not fetch publicodes")
        return
    cases = folder / "compared.jsonl"
    with cases.open("wb") as file:
        run(BENCH, "make", N_COMPARED, 8, 60, output=file)
    module = folder / "node_modules/publicodes/dist/index.js"
    result = dict(line.split() for line in run(
        "node", Path(__file__).with_name("publicodes.mjs"), module, cases, one_core=False)[0].splitlines())
    theirs = float(result["seconds"]) / N_COMPARED
    one = seconds("evaluate", N_CASES // 10, 8, 60, "aes-l435-4-2025") / (N_CASES // 10)
    row("Publicodes, µs a case", f"{theirs * 1e6:,.0f}", f"{result['wrong']} of {N_COMPARED} differ from a plain count")
    row("of ours for one whole regime (L. 435-4)", f"× {theirs / one:,.0f}")
    row("of ours for all regimes", f"× {theirs / per_case:,.0f}", "goal 100")


def main():
    with tempfile.TemporaryDirectory() as folder:
        per_case = measure_memory()
        measure_lines(Path(folder))
        measure_start()
        measure_publicodes(Path(folder), per_case)


main()
