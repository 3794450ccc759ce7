#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of a Meson test run and prints `N passed, N failed`."""

import sys
import xml.etree.ElementTree as ElementTree


def main(path):
    passed = failed = 0
    for suite in ElementTree.parse(path).getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is None:
                passed += 1
    print(f"{passed} passed, {failed} failed")


main(sys.argv[1])
