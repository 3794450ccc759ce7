# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of an open case share: getting there, reading the page, working the timeline."""

import re
import subprocess
import sys
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from program import Place, Program, wait  # noqa: E402

TODAY = ("--on", "2026-11-21")

# Where two dates are compared in months, as a criterion says it: 10 of 12 months.
TOTAL = re.compile(r"(\d+) to prove|\+ (\d+) to prove")


def unlock(program, passphrase):
    page = program.wait_for("filler", "AncUnlockPage")
    program.fill("Passphrase", passphrase, page)
    program.click("push button", ".*Unlock.*", page)


class CaseWork(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.place = Place("en")
        self.program = Program(self.place, *TODAY)

    def tearDown(self):
        if self.program.process.poll() not in (None, 0):
            print(self.program.read_log(), file=sys.stderr)  # it died: here is why
        self.program.kill()
        self.place.close()

    # ---- Getting there ---------------------------------------------------------------------------

    def create_office(self, sample=False, passphrase=None):
        program = self.program
        page = program.wait_for("filler", "AncStartPage")
        if passphrase is None:
            program.activate_row("No passphrase")
        else:
            program.fill("Passphrase", passphrase, page)
            program.fill("The same again", passphrase, page)
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

    def show(self, title):
        """One of the pages of the case, by its key."""
        tabs = self.program.names("page tab", self.page())
        self.program.key(f"ctrl+{tabs.index(title) + 1}")
        wait(lambda: self.program.wait_for("page tab", title).get_state_set().contains(Atspi.StateType.SELECTED), f"the page {title}")

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
        wait(lambda: self.program.focus_name() != "", "a focus in the date")
        self.program.fill("Filing date", text, self.page())
        self.program.focus("Filing date", role="text")
        self.program.key("Return")

    def get_extents(self, role, pattern):
        accessible = self.program.wait_for(role, pattern, self.page())
        extents = accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    def choose(self, name, down):
        """The option so many places below the one that is chosen, in the drop-down of that name."""
        button = self.program.focus(name, role="push button")
        self.program.key("space")
        wait(lambda: self.program.focus_role() == "list item", "the options")
        self.program.key(*["Down"] * down, "Return")
        wait(lambda: self.program.has_focus(button), f"the options of {name} to close")

    def drag(self, start, end):
        """With the pointer, in steps, as a hand does."""
        steps = []
        for i in range(1, 9):
            steps += ["mousemove", str(start[0] + (end[0] - start[0]) * i // 8), str(start[1] + (end[1] - start[1]) * i // 8)]
        subprocess.run(["xdotool", "mousemove", *map(str, start), "mousedown", "1", *steps, "mouseup", "1"],
                       check=True, env=self.place.environment)
