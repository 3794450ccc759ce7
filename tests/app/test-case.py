#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An open case, as someone works on it with a keyboard, a pointer and a screen reader."""

import re
import subprocess
import sys
import unittest
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

import tap  # noqa: E402
from program import Place, Program, wait  # noqa: E402

TODAY = ("--on", "2026-11-21")

# Where two dates are compared in months, as a criterion says it: 10 of 12 months.
TOTAL = re.compile(r"(\d+) to prove|\+ (\d+) to prove")


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.place = Place("en")
        self.program = Program(self.place, *TODAY)

    def tearDown(self):
        self.program.kill()
        self.place.close()

    # ---- Getting there ---------------------------------------------------------------------------

    def create_office(self, sample=False):
        program = self.program
        page = program.wait_for("filler", "AncStartPage")
        program.activate_row("No passphrase")
        if sample:
            program.activate_row("The sample office")
        program.click("push button", "Create the office", page)
        program.wait_for("push button", "New case")

    def create_case(self):
        program = self.program
        program.key("ctrl+n")
        dialog = program.wait_window("New case")
        program.fill("Family name", "FICTIF", dialog)
        program.fill("Given names", "Awa", dialog)
        program.key("Return")
        program.wait_for("label", "Awa FICTIF")
        wait(lambda: len(program.windows()) == 1, "the dialog to close")

    def open_sample(self, typed, name):
        program = self.program
        self.create_office(sample=True)
        wait(lambda: len([n for n in program.names("list item") if n and ", 20" in n]) >= 20, "the sample cases")
        program.key("ctrl+f")
        program.type(typed)
        wait(lambda: len([n for n in program.names("list item") if n and ", 20" in n]) == 1, "the case looked for")
        program.key("Return")
        program.wait_for("label", name)

    def show(self, number):
        """One of the pages of the case, by its key."""
        title = ("Eligibility", "Person", "Procedure", "Journal")[number - 1]
        self.program.key(f"ctrl+{number}")
        wait(lambda: self.program.find("page tab", title).get_state_set().contains(Atspi.StateType.SELECTED), f"the page {title}")

    # ---- What the page shows ---------------------------------------------------------------------

    def page(self):
        return self.program.wait_for("filler", "AncCasePage")

    def bars(self, pattern):
        """The bars of jobs, by what a screen reader says of them; months have no dash between two dates."""
        return [n for n in self.program.names("push button", self.page()) if n and re.fullmatch(pattern, n)]

    def to_prove(self):
        for name in self.program.names("label", self.page()):
            match = TOTAL.fullmatch(name or "")
            if match:
                return int(match.group(1) or match.group(2))
        return 0

    def form(self, kind):
        return self.program.wait_window(kind)

    def close_form(self, kind):
        self.program.key("Escape")
        wait(lambda: not [w for w in self.program.windows() if w.get_name() == kind], f"the form of the {kind} to close")

    def write(self, name, text, form):
        self.program.fill(name, text, form)

    def set_filing_date(self, text):
        self.program.key("ctrl+t")
        wait(lambda: self.program.focused() is not None and self.program.focused().get_name() != "", "a focus in the date")
        self.program.fill("Filing date", text, self.page())
        self.program.focus("Filing date", role="text")
        self.program.key("Return")

    def get_extents(self, role, pattern):
        accessible = self.program.wait_for(role, pattern, self.page())
        extents = accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    def drag(self, start, end):
        """With the pointer, in steps, as a hand does."""
        steps = []
        for i in range(1, 9):
            steps += ["mousemove", str(start[0] + (end[0] - start[0]) * i // 8), str(start[1] + (end[1] - start[1]) * i // 8)]
        subprocess.run(["xdotool", "mousemove", *map(str, start), "mousedown", "1", *steps, "mouseup", "1"],
                       check=True, env=self.place.environment)

    # ---- Tests -----------------------------------------------------------------------------------

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
        wait(lambda: program.focused() is not None and program.focused().get_name() == "In France since", "the focus in the field")
        program.type("4.9.23")
        program.key("Return")
        self.show(1)
        program.wait_gone("push button", "Record: Record the date on which the present stay in France began.")
        self.show(2)
        program.click("push button", "Add a stay")
        self.form("Stay")
        self.close_form("Stay")
        self.show(1)
        program.wait_for("label", ".* left out of the verdicts")
        program.quit()

    def test_the_journal_goes_back(self):
        program = self.program
        self.create_office()
        self.create_case()
        self.show(2)
        for i, name in enumerate(("Premier Mirage", "Second Mirage", "Troisième Mirage")):
            program.click("push button", "Add an employer")
            form = self.form("Employer")
            self.write("Name", name, form)
            program.key("Tab")
            self.close_form("Employer")
            wait(lambda: program.find("push button", f"{name}.*", self.page()), f"the lane of {name}")
        self.show(4)
        rows = lambda: program.find_all("push button", "Go back to before: .*", self.page())
        wait(lambda: len(rows()) == 6, "six changes; there is no way back to before the creation")
        program.wait_for("label", "(?s).*Name: not recorded → Second Mirage.*", self.page())
        program.press(rows()[2])  # the newest first: before the name of the second
        wait(lambda: len(rows()) == 9, "three undos in the journal")
        self.show(2)
        employers = lambda: [n for n in program.names("list item", self.page()) if n and n.endswith("Mirage\u2069")]
        wait(lambda: len(employers()) == 1, "one employer with a name")
        for _ in range(3):
            program.click("push button", "Redo")
        wait(lambda: len(employers()) == 3, "all three again")
        program.quit()


if __name__ == "__main__":
    tap.run(Case, "/app/case")
