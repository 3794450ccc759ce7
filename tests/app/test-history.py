#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An employment history drawn by hand, with the keyboard and with the pointer, and what is made of it."""

import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import tap  # noqa: E402
from casework import TODAY, CaseWork, unlock  # noqa: E402
from program import Program, wait  # noqa: E402


MORE_THAN_WAS_DONE = 30
PASSPHRASE = "quatre lanternes bleues"


class History(CaseWork):
    def jobs(self):
        return sorted(self.bars(r".*Le Mirage, .* – .*"))

    def add_employer(self):
        self.show("Person")
        self.program.click("push button", "Add an employer")
        form = self.form("Employer")
        self.write("Name", "Le Mirage", form)
        self.choose("Kind of employer", 1)
        self.close_form("Employer")
        self.show("Eligibility")

    def verdict(self):
        return next((n for n in self.program.names("label", self.page()) if n and "proven month" in n), None)

    def test_a_history_is_drawn_taken_back_locked_and_found_again(self):
        program = self.program
        self.create_office(passphrase=PASSPHRASE)
        self.create_case()
        self.add_employer()

        # A job by keyboard: its form, months as they are typed, the contract from the list.
        program.key("ctrl+j")
        form = self.form("Job")
        self.write("From", "mars 2026", form)
        self.write("Until", "6/2026", form)
        self.write("Occupation", "Plongeur", form)
        self.write("Hours a week", "35", form)
        self.write("Gross pay a month", "1 900", form)
        self.choose("Contract", 1)
        self.close_form("Job")
        first = ["Plongeur (permanent contract · 35 h), Le Mirage, 1 March 2026 – 30 June 2026, 4 months"]
        wait(lambda: self.jobs() == first, f"the bar, not {self.jobs()}")
        wait(lambda: self.to_prove() == 4, "four months to prove")

        # A month more, by keyboard on the bar itself.
        program.key("ctrl+t")
        program.focus(r"Plongeur .*Le Mirage.*June.*", role="push button")
        program.key("shift+Right")
        wait(lambda: "31 July 2026" in self.jobs()[0], "the bar a month longer")
        wait(lambda: self.to_prove() == 5, "five months to prove")

        # A second one with the pointer: drawn in the lane of the employer, before the first.
        x, y, width, height = self.get_extents("push button", r"Plongeur .*Le Mirage.*July.*")
        month = width / 5
        self.drag((round(x - 5.5 * month), y + height // 2), (round(x - 2.5 * month), y + height // 2))
        wait(lambda: len(self.jobs()) == 2, "two bars; the second is like the first, for the same employer")
        drawn = next(job for job in self.jobs() if "2025" in job)
        wait(lambda: self.to_prove() > 5, "more to prove")
        before = self.to_prove()

        # Its beginning dragged to an earlier month; the count follows.
        x, y, width, height = self.get_extents("push button", r"Plongeur .*Le Mirage, .* 2025 – .*")
        self.drag((x + 9, y + height // 2), (round(x + 9 - 2 * month), y + height // 2))
        wait(lambda: drawn not in self.jobs() and len(self.jobs()) == 2, "other dates")
        wait(lambda: self.to_prove() > before, "more months to prove")
        count = self.to_prove()

        # Another filing date, another verdict; and back.
        verdict = self.verdict()
        self.set_filing_date("1/4/2026")
        wait(lambda: self.verdict() != verdict and self.to_prove() < count, "another verdict")
        program.click("push button", "A month later")
        wait(lambda: program.find("slider", "Filing date, 1 May 2026"), "the date a month later")
        self.set_filing_date("21/11/2026")
        wait(lambda: self.verdict() == verdict and self.to_prove() == count, "the verdict as it was")

        # All of it taken back, to the empty case, behind which there is nothing more; and all of it done again.
        jobs = self.jobs()
        program.focus(r"Plongeur .*", role="push button")  # the entry of the date takes back what was typed there
        program.key(*["ctrl+z"] * MORE_THAN_WAS_DONE)
        program.wait_for("label", "There is nothing to take back.")
        wait(lambda: not self.jobs() and self.to_prove() == 0, "the case as it began")
        program.key(*["ctrl+shift+z"] * MORE_THAN_WAS_DONE)
        wait(lambda: self.jobs() == jobs and self.to_prove() == count and self.verdict() == verdict, "everything again")

        # Locked: a wrong passphrase is told, the right one leads back; and so it does the day after.
        program.key("ctrl+l")
        unlock(program, "quatre lanternes vertes")
        program.wait_for("label", "That is not the passphrase.*")
        unlock(program, PASSPHRASE)
        wait(lambda: self.jobs() == jobs, "the case as it was left")
        program.quit()

        program = self.program = Program(self.place, *TODAY)
        unlock(program, PASSPHRASE)
        program.wait_for("list item", "FICTIF Awa, .*")
        program.focus("FICTIF Awa, .*", role="list item")
        program.key("Return")
        wait(lambda: self.jobs() == jobs and self.to_prove() == count, "everything found again")
        program.quit()


if __name__ == "__main__":
    tap.run(History, "/app/history")
