#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks up the law as a delegate does: which regimes stand on a day, what a list says of a code, the minimum wage."""

import re
import sys
import unittest
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import tap  # noqa: E402
from program import Place, Program, wait  # noqa: E402

SHORTAGE = "Shortage occupations, L. 435-4 .since the circular.*"


class Law(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.program = Program(self.place, "--on", "2026-11-21", "--sample")
        self.program.wait_for("list item", "DOUCOUR.*")
        self.program.key("alt+5")
        self.page = self.program.wait_for("filler", "AncLawPage")

    def tearDown(self):
        self.program.kill()
        self.place.close()

    def regimes(self, section):
        """The regimes that one sees under a heading."""
        lists = self.program.find_all("list", section, self.page)
        return self.program.names("list item", lists[0]) if lists else []

    def file_on(self, date):
        self.program.key("ctrl+t")
        wait(lambda: self.program.focus_name() == "Filing date", "the date to be typed")
        self.program.key("ctrl+a")
        self.program.type(date)
        self.program.key("Return")

    def turn_to(self, title):
        self.program.focus(title, role="page tab")
        self.program.key("space")

    def test_regimes_stand_where_the_filing_date_puts_them(self):
        self.assertTrue(any(re.match(SHORTAGE, name) for name in self.regimes("In force")))
        self.assertFalse(any(re.match(SHORTAGE, name) for name in self.regimes("No longer in force")))
        self.file_on("1 January 2027")
        wait(lambda: any(re.match(SHORTAGE, name) for name in self.regimes("No longer in force")), "the regime to have ended")
        self.file_on("1 July 2010")
        wait(lambda: any(re.match(SHORTAGE, name) for name in self.regimes("Not yet in force")), "the regime to be to come")

    def test_a_regime_shows_its_criteria_with_their_sources_and_runs_its_examples(self):
        self.program.focus(SHORTAGE)
        self.program.key("space")
        criterion = self.program.wait_for("list item", "12 months of salaried work in a shortage occupation.*", self.page)
        self.assertTrue(self.program.find("label", r"statute · L.\s435-4", criterion))
        examples = self.program.wait_for("list", "Examples, run just now", self.page)
        rows = self.program.find_all("list item", ".+", examples)
        self.assertGreater(len(rows), 3)
        self.assertEqual(len(self.program.find_all("label", "holds", examples)), len(rows))

    def test_an_occupation_is_found_by_its_name_and_asked_about_in_a_region(self):
        self.turn_to("Lists of Occupations")
        self.program.fill("Name or code of an occupation", "cuisiniers", self.page)
        self.program.wait_for("list item", "S1Z40 Cuisiniers", self.page)
        self.program.activate_row("S1Z40 Cuisiniers")
        says = self.program.wait_for("list", "What the lists say", self.page)
        self.assertTrue(self.program.find("list item", "Shortage occupations .list by metropolitan region.", says))
        self.assertTrue(self.program.find("label", r"Île-de-France · on · from .*\s.*", says))
        self.program.fill("Name or code of an occupation", "zzz zzz", self.page)
        self.program.wait_for("list item", "No occupation has these words in its name.", self.page)

    def test_the_minimum_wage_of_the_day_is_marked(self):
        self.turn_to("Minimum Wage")
        row = self.program.wait_for("list item", "From 1 June 2026: €?12[.,]31.*", self.page)
        wait(lambda: self.program.find("label", "in force", row), "the mark")
        self.file_on("31/05/2026")
        before = self.program.wait_for("list item", "From 1 January 2026: .*", self.page)
        wait(lambda: self.program.find("label", "in force", before), "the mark to move")
        self.assertFalse(self.program.find("label", "in force", row))


if __name__ == "__main__":
    tap.run(Law, "/app/law")
