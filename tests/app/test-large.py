#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office of ten thousand cases: everything is found, nothing waits, and it does not take the machine's memory."""

import os
import re
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import tap  # noqa: E402
from casework import TODAY, CaseWork  # noqa: E402
from program import Place, Program, wait  # noqa: E402

N_CASES = 10_000
MAX_MEMORY = 200  # MB


class Large(CaseWork):
    def setUp(self):
        # Each of the cases is a durable commit: on a disk in memory that takes seconds, not minutes.
        fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.TemporaryDirectory(prefix="ancrage-large-", dir=fast)
        self.office = Path(self.folder.name) / "Large.ancrage"
        subprocess.run([os.environ["ANC_MAKE_OFFICE"], self.office, str(N_CASES), "1", "2"], check=True)
        self.place = Place("en")
        self.place.set(last_office=f"'{self.office}'")
        self.program = Program(self.place, *TODAY)

    def tearDown(self):
        super().tearDown()
        self.folder.cleanup()

    def cases(self):
        return [name for name in self.program.names("list item") if name and re.search(r", 2026-\d{5}", name)]

    def jobs(self):
        return [name for name in self.program.names("list item", self.page()) if name == "\u2068Plongeur\u2069"]  # no finding about it

    def wait_for_case(self, reference):
        """Until its page is there, in the place of that of another case."""
        wait(lambda: self.program.find("label", f".*{reference}.*", self.page()), f"the case {reference}")

    def test_ten_thousand_cases(self):
        program = self.program
        first = wait(self.cases, "the first cases")
        wait(lambda: program.find("label", "10.?000"), "the number of cases")
        self.assertLess(len(first), 400, "a list makes no more rows than can be seen")

        # The last one, by key.
        program.focus(".*, 2026-.*", role="list item")
        program.key("End")
        wait(lambda: self.cases() and program.focus_name() == self.cases()[-1] != first[-1]
             and not self.cases()[-1].startswith(","), "the end of the list, read")
        last = self.cases()[-1]
        self.assertGreater(last.casefold(), first[-1].casefold())
        program.key("Return")
        reference = re.search(r"2026-\d{5}", last).group()
        self.wait_for_case(reference)

        # One among all, by its reference.
        program.key("ctrl+f")
        program.type("2026-04321")
        wait(lambda: len(self.cases()) == 1 and "2026-04321" in self.cases()[0], "one case among ten thousand")
        program.key("Return")
        self.wait_for_case("2026-04321")

        # A job more is there, and so it is the day after.
        self.show("Person")
        jobs = self.jobs()
        program.key("ctrl+j")
        form = self.form("Job")
        self.write("From", "3/2026", form)
        self.write("Until", "6/2026", form)
        self.write("Occupation", "Plongeur", form)
        self.close_form("Job")
        wait(lambda: len(self.jobs()) == len(jobs) + 1, "the job among those of the person")
        program.key("ctrl+f", "Escape")
        wait(lambda: len(self.cases()) > 5, "all cases again")

        status = Path(f"/proc/{program.process.pid}/status").read_text()
        memory = int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024
        if "ASAN_OPTIONS" not in os.environ:  # sanitizers take four times as much
            self.assertLess(memory, MAX_MEMORY)
        program.quit()

        program = self.program = Program(self.place, *TODAY)
        wait(self.cases, "the first cases")
        program.key("ctrl+f")
        program.type("2026-04321")
        wait(lambda: len(self.cases()) == 1, "the case")
        program.key("Return")
        self.wait_for_case("2026-04321")
        self.show("Person")
        wait(lambda: len(self.jobs()) == len(jobs) + 1, "the job as it was left")
        program.quit()


if __name__ == "__main__":
    tap.run(Large, "/app/large")
