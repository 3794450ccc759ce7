#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what is read of papers that are no payslips with what they say. usage: accuracy_papers.py READ_FILES FOLDER [--misses N] [--text] [--scans]

FOLDER holds documents and truth.json, as papers_varied.py and papers_blind.py draw them: the kind of each paper and its
statement, where a list means that any of its values is right. Prints, for each kind, how many values of each field are
right, a value that is not there being one too; how many of those that were read are wrong; what each kind was taken
for; and the misses.
"""

import argparse
import json
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from accuracy import read, words

WORDS = {"employer", "employee", "job"}


def same(field, expected, got):
    if isinstance(expected, list):
        return any(same(field, one, got) for one in expected)
    if expected is None or got is None:
        return expected is got
    return words(expected) == words(got) if field in WORDS else expected == got


class Tally:
    def __init__(self):
        self.right, self.total = defaultdict(int), defaultdict(int)
        self.taken = Counter()
        self.said = self.said_wrong = 0
        self.misses = []

    def count(self, item, field, expected, value):
        good = same(field, expected, value)
        self.total[item["document"], field] += 1
        self.right[item["document"], field] += good
        if not good:
            self.misses.append(f"{item['file']}: {field}: is {expected!r}, read {value!r}")
        return good

    def add(self, item, result):
        self.count(item, "kind", item["document"], result["document"])
        if item["document"] != result["document"]:
            self.taken[item["document"], result["document"]] += 1
        if "slips" in item:
            self.count(item, "slips", len(item["slips"]), len(result["slips"]))
        got = result["statement"] or {}
        for field, expected in (item["statement"] or {}).items():
            good = self.count(item, field, expected, got.get(field))
            if got.get(field) is not None:
                self.said += 1
                self.said_wrong += not good

    def print(self, title, limit):
        print(f"\n{title}: {sum(count for (_, field), count in self.total.items() if field == 'kind')} papers")
        for kind in dict.fromkeys(kind for kind, _ in self.total):
            parts = [f"{field} {100 * self.right[key] / self.total[key]:.0f} %" for key in self.total if key[0] == kind for field in [key[1]]]
            print(f"  {kind} ({self.total[kind, 'kind']}): " + ", ".join(parts))
        fields = list(dict.fromkeys(field for _, field in self.total))
        for field in fields:
            keys = [key for key in self.total if key[1] == field]
            right, total = sum(self.right[key] for key in keys), sum(self.total[key] for key in keys)
            print(f"  {field:14} {right:5} of {total:5}  {100 * right / total:6.1f} %")
        print(f"  wrong of what statements say: {self.said_wrong} of {self.said}")
        for (kind, taken), count in sorted(self.taken.items()):
            print(f"  {kind} taken for {taken}: {count}")
        for miss in self.misses[:limit]:
            print("  " + miss)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=100)
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--scans", action="store_true")
    options = parser.parse_args()
    items = json.loads((options.folder / "truth.json").read_text())["items"]
    if options.text or options.scans:
        items = [item for item in items if bool(item.get("scan")) == options.scans]
    tallies = {False: Tally(), True: Tally()}
    with ThreadPoolExecutor(2) as pool:
        for item, result in zip(items, pool.map(lambda item: read(options.program, options.folder, item), items)):
            tallies[bool(item.get("scan"))].add(item, result)
    for scan, title in ((False, "text layer"), (True, "scans")):
        if tallies[scan].total:
            tallies[scan].print(title, options.misses)


if __name__ == "__main__":
    main()
