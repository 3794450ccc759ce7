#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what is read with what is written. usage: accuracy.py READ_FILES FOLDER [--misses N] [--text] [--scans]

FOLDER holds documents and truth.json, as the samples do. Prints, for texts and scans apart, how many
values of each field are exactly right, every miss, and how many of the values that were reported with
a confidence of 0.9 or more are wrong.
"""

import argparse
import json
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FIELDS = ["period", "period_start", "period_end", "employer", "siret", "employee", "job", "hours", "gross", "net",
          "net_before_tax", "net_taxable", "net_social"]
WORDS = {"employer", "employee", "job"}
# Which place tells how sure a value is.
PLACES = {"period_start": "period", "period_end": "period"}
SURE = 0.9


def words(text):
    """The words of a name, without regard to case, accents and order."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    return sorted(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


def same(field, expected, read):
    if expected is None or read is None:
        return expected is read
    if field in WORDS:
        return words(expected) == words(read)
    if isinstance(read, (int, float)):
        return abs(float(expected) - read) < 0.005
    return expected == read


def read(program, folder, item):
    command = [program] + (["--password", item["password"]] if item.get("password") else [])
    run = subprocess.run([*command, folder / item["file"]], capture_output=True, text=True)
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        sys.exit(f"{item['file']}: {run.stderr.strip() or run.returncode}")


class Tally:
    def __init__(self):
        self.right = defaultdict(int)
        self.total = defaultdict(int)
        self.sure = self.sure_wrong = 0
        self.misses = []

    def count(self, item, expected, got):
        for field in FIELDS:
            if field not in expected:
                continue
            value = got.get(field) if got else None
            confidence = ((got or {}).get("fields", {}).get(PLACES.get(field, field)) or {}).get("confidence", 0)
            good = same(field, expected[field], value)
            self.total[field] += 1
            self.right[field] += good
            if value is not None and confidence >= SURE and field not in PLACES:
                self.sure += 1
                self.sure_wrong += not good
            if not good:
                self.misses.append((item["file"], field, expected[field], value, confidence, item.get("how", "")))

    def print(self, title, limit):
        print(f"\n{title}: {self.total['period']} slips")
        for field in FIELDS:
            if self.total[field]:
                print(f"  {field:15} {self.right[field]:4} of {self.total[field]:4}  {100 * self.right[field] / self.total[field]:6.1f} %")
        if self.sure:
            print(f"  wrong at {SURE} and above: {self.sure_wrong} of {self.sure}  {100 * self.sure_wrong / self.sure:.2f} %")
        for file, field, expected, value, confidence, how in self.misses[:limit]:
            print(f"  {file}: {field}: is {expected!r}, read {value!r} ({confidence}) {how}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=1000)
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--scans", action="store_true")
    options = parser.parse_args()
    items = [item for item in json.loads((options.folder / "truth.json").read_text())["items"] if item["slips"]]
    if options.text or options.scans:
        items = [item for item in items if bool(item.get("scan")) == options.scans]
    tallies = {False: Tally(), True: Tally()}
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda item: read(options.program, options.folder, item), items))
    for item, result in zip(items, results):
        slips = result["slips"]
        if len(slips) != len(item["slips"]):
            print(f"{item['file']}: {len(slips)} slips read, {len(item['slips'])} there ({result['document']})")
        for index, expected in enumerate(item["slips"]):
            tallies[bool(item.get("scan"))].count(item, expected, slips[index] if index < len(slips) else None)
    for scan, title in ((False, "text layer"), (True, "scans")):
        if tallies[scan].total:
            tallies[scan].print(title, options.misses)


if __name__ == "__main__":
    main()
