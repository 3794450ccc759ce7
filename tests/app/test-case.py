#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An open case, as someone works on it with a keyboard, a pointer and a screen reader."""

import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import tap  # noqa: E402
from casework import CaseWork  # noqa: E402
from program import wait  # noqa: E402


class Case(CaseWork):
    def test_a_bar_is_dragged_with_the_pointer(self):
        program = self.program
        self.open_sample("doucoure", "Salif DOUCOURÉ-FICTIF")
        before = self.to_prove()
        pattern = r"Cuisinier .*2 September 2024 – 31 July 2025.*"
        x, y, width, height = self.get_extents("push button", pattern)
        month = width // 11
        self.drag((x + width - 2, y + height // 2), (x + width - 2 - 2 * month, y + height // 2))
        shorter = r"Cuisinier .*2 September 2024 – (30 April|31 May|30 June) 2025.*"  # as far as the hand went
        self.assertEqual(len(wait(lambda: self.bars(shorter), "the bar some months shorter")), 1)
        wait(lambda: self.to_prove() < before, "less to prove")
        program.click("push button", "Undo")  # one drag, one undo
        wait(lambda: self.bars(pattern), "the bar as it was")
        wait(lambda: self.to_prove() == before, "the count as it was")
        program.click("push button", "Redo")
        wait(lambda: self.bars(shorter), "the bar shorter again")
        program.quit()

    def test_the_filing_date_moves_the_verdict(self):
        program = self.program
        self.open_sample("doucoure", "Salif DOUCOURÉ-FICTIF")
        verdict = lambda: next((n for n in program.names("label", self.page()) if n and "proven months of the" in n), None)
        first = verdict()
        self.assertIn("18 proven months of the 24 required", first)
        self.set_filing_date("21/11/2024")
        wait(lambda: verdict() != first, "another verdict")
        self.assertTrue(program.find("slider", "Filing date, 21 November 2024"))
        program.click("push button", "A month later")
        wait(lambda: program.find("slider", "Filing date, 21 December 2024"), "the date a month later")
        program.quit()

    def test_another_criterion_is_shown_on_the_timeline(self):
        program = self.program
        self.open_sample("doucoure", "Salif DOUCOURÉ-FICTIF")
        self.assertTrue(program.find("panel", "18 proven of 24", self.page()))
        program.click("push button", "Show on the timeline: 12 months of work in the 24 months before filing")
        program.wait_for("panel", "10 proven .*of 12", self.page())
        program.quit()

    def test_what_to_do_leads_to_the_field(self):
        program = self.program
        self.create_office()
        self.create_case()
        program.click("push button", "Record: Record the date on which the present stay in France began.")
        wait(lambda: program.focus_name() == "In France since", "the focus in the field")
        program.type("4.9.23")
        program.key("Return")
        self.show("Eligibility")
        program.wait_gone("push button", "Record: Record the date on which the present stay in France began.")
        self.show("Person")
        program.click("push button", "Add a stay")
        self.form("Stay")
        self.close_form("Stay")
        self.show("Eligibility")
        program.wait_for("label", ".* left out of the verdicts")
        program.quit()

    def test_the_journal_goes_back(self):
        program = self.program
        self.create_office()
        self.create_case()
        self.show("Person")
        for i, name in enumerate(("Premier Mirage", "Second Mirage", "Troisième Mirage")):
            program.click("push button", "Add an employer")
            form = self.form("Employer")
            self.write("Name", name, form)
            program.key("Tab")
            self.close_form("Employer")
            wait(lambda: program.find("push button", f"{name}.*", self.page()), f"the lane of {name}")
        self.show("Journal")
        rows = lambda: program.find_all("push button", "Go back to before: .*", self.page())
        wait(lambda: len(rows()) == 6, "six changes; there is no way back to before the creation")
        program.wait_for("label", "(?s).*Name: not recorded → Second Mirage.*", self.page())
        program.press(rows()[2])  # the newest first: before the name of the second
        wait(lambda: len(rows()) == 9, "three undos in the journal")
        self.show("Person")
        employers = lambda: [n for n in program.names("list item", self.page()) if n and n.endswith("Mirage\u2069")]
        wait(lambda: len(employers()) == 1, "one employer with a name")
        program.key("ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z")
        wait(lambda: len(employers()) == 3, "all three again")
        program.quit()


if __name__ == "__main__":
    tap.run(Case, "/app/case")
