# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs unittest cases and prints TAP, so that each case counts as one."""

import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self, prefix):
        super().__init__()
        self.prefix = prefix
        self.lines = []

    def report(self, test, ok, detail="", directive=""):
        name = f"{self.prefix}/{test.id().split('.')[-1].removeprefix('test_').replace('_', '-')}"
        print(f"{'ok' if ok else 'not ok'} {self.testsRun} - {name}{directive}", flush=True)
        for line in detail.splitlines():
            print(f"# {line}")

    def addSuccess(self, test):
        self.report(test, True)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.report(test, False, self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.report(test, False, self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.report(test, True, directive=f" # SKIP {reason}")


def run(cases, prefix):
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(cases)
    print(f"1..{suite.countTestCases()}")
    result = TapResult(prefix)
    suite.run(result)
    sys.exit(not result.wasSuccessful())
