#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of a Meson test run and prints `N passed, N failed`.

usage: count-results.py LOG_FOLDER

A test program that stops before its last case counts as one failure, however many had passed.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def count_cases(path):
    passed = failed = 0
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is None:
            passed += 1
    return passed, failed


def count_broken_programs(path):
    results = [json.loads(line)["result"] for line in path.read_text().splitlines()]
    return sum(result not in ("OK", "SKIP", "EXPECTEDFAIL") for result in results)


def main(folder):
    passed, failed = count_cases(folder / "testlog.junit.xml")
    failed = max(failed, count_broken_programs(folder / "testlog.json"))
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main(Path(sys.argv[1]))
