#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what is read of papers that are no payslips with what they say. usage: accuracy_papers.py READ_FILES FOLDER [MISSES]

FOLDER holds documents and truth.json, as papers_varied.py draws them. Prints, for each kind, how many values of each field
are right, a value that is not there being one too, and MISSES (100) of those that are not."""

import json
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from accuracy import read, words

WORDS = {"employer", "employee", "job"}


def same(field, expected, got):
    if expected is None or got is None:
        return expected is got
    return words(expected) == words(got) if field in WORDS else expected == got


def main(program, folder, limit=100):
    items = json.loads((folder / "truth.json").read_text())["items"]
    right, total, misses = defaultdict(int), defaultdict(int), []
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda item: read(program, folder, item), items))
    for item, result in zip(items, results):
        kind, got = item["document"], result["statement"] or {}
        checks = [("kind", kind, result["document"]), *[(field, value, got.get(field)) for field, value in item["statement"].items()]]
        for field, expected, value in checks:
            good = same(field, expected, value)
            total[kind, field] += 1
            right[kind, field] += good
            if not good:
                misses.append(f"{item['file']}: {field}: is {expected!r}, read {value!r}")
    for kind in dict.fromkeys(kind for kind, _ in total):
        print(kind + ": " + ", ".join(f"{field} {100 * right[key] / total[key]:.0f} %" for key in total if key[0] == kind for field in [key[1]]))
    print(f"  all: {100 * sum(right.values()) / sum(total.values()):.1f} %")
    for miss in misses[:limit]:
        print("  " + miss)


main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:4]))
