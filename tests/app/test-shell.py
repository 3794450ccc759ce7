#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The office from its first start to the day after, as someone lives it who cannot see the screen."""

import contextlib
import os
import re
import sqlite3
import stat
import subprocess
import sys
import unittest
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import tap  # noqa: E402
from casework import unlock  # noqa: E402
from program import Place, Program, wait  # noqa: E402

TODAY = ("--on", "2026-11-21")
PASSPHRASE = "sept lanternes de papier"


def create_office(program, passphrase=None, sample=False):
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


def create_case(program, family, given):
    program.key("ctrl+n")
    dialog = program.wait_window("New case")
    program.fill("Family name", family, dialog)
    program.fill("Given names", given, dialog)
    program.key("Return")
    return program.wait_for("list item", f"{family} {given}.*")


class Shell(unittest.TestCase):
    language = "en"

    def setUp(self):
        self.place = Place(self.language)
        # The login manager speaks on the bus of the system: here one bus is both.
        self.place.environment["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        self.programs = []

    def tearDown(self):
        for program in self.programs:
            program.kill()
        self.place.close()

    def start(self, *arguments):
        program = Program(self.place, *TODAY, *arguments)
        self.programs.append(program)
        return program

    def test_first_start_says_what_a_forgotten_passphrase_means_before_it_is_set(self):
        program = self.start()
        page = program.wait_for("filler", "AncStartPage")
        self.assertTrue(program.find("label", ".*forgotten passphrase cannot be recovered.*", page))
        create = program.find("push button", "Create the office", page)
        can_create = lambda: create.get_state_set().contains(program.SENSITIVE)

        self.assertFalse(can_create())
        program.fill("Passphrase", "court", page)
        program.fill("The same again", "court", page)
        program.wait_for("label", ".*at least eight characters.*", page)
        self.assertFalse(can_create())
        program.fill("Passphrase", PASSPHRASE, page)
        program.wait_for("label", ".*are not the same.*", page)
        self.assertFalse(can_create())
        program.fill("The same again", PASSPHRASE, page)
        wait(can_create, "the office to be creatable")
        self.assertFalse(self.place.office.exists())

    def test_an_office_with_a_passphrase_from_creation_to_the_day_after(self):
        program = self.start()
        create_office(program, PASSPHRASE)
        self.assertTrue(program.wait_for("label", "No case yet"))
        create_case(program, "ESSAI", "Aline")
        self.assertEqual(stat.S_IMODE(self.place.office.stat().st_mode), 0o600)
        self.assertNotIn(b"SQLite format 3", self.place.office.read_bytes()[:100])

        # Locked, nothing of the case is left on the bus; a wrong passphrase is told, the right one leads back.
        program.key("ctrl+l")
        program.wait_for("push button", ".*Unlock.*")
        program.wait_gone(None, "ESSAI.*")
        unlock(program, "huit lanternes de papier")
        program.wait_for("label", "That is not the passphrase.*")
        unlock(program, PASSPHRASE)
        program.wait_for("list item", "ESSAI Aline.*")
        program.wait_for("label", ".*Aline ESSAI|ESSAI.*Aline")
        program.quit()

        program = self.start()
        program.wait_for("push button", ".*Unlock.*")
        unlock(program, PASSPHRASE)
        program.wait_for("list item", "ESSAI Aline, 2026-001, .*")
        program.quit()

    def test_an_office_locks_with_the_session_and_when_the_computer_sleeps(self):
        program = self.start()
        create_office(program, PASSPHRASE)
        create_case(program, "ESSAI", "Aline")
        for interface, member, argument in (("org.gnome.ScreenSaver", "ActiveChanged", "true"),
                                            ("org.freedesktop.ScreenSaver", "ActiveChanged", "true"),
                                            ("org.freedesktop.login1.Session", "Lock", None),
                                            ("org.freedesktop.login1.Manager", "PrepareForSleep", "true")):
            # The end of a lock is none; then one begins.
            for value in (argument and "false", argument):
                subprocess.run(["gdbus", "emit", "--session", "--object-path", "/org/example/Desktop",
                                "--signal", f"{interface}.{member}", *([value] if value else [])],
                               env=self.place.environment, check=True)
                if value == "false":
                    create_case(program, "ENCORE", interface)
            program.wait_for("push button", ".*Unlock.*")
            program.wait_gone("list item", "ESSAI Aline.*")
            unlock(program, PASSPHRASE)
            program.wait_for("list item", "ESSAI Aline.*")
        program.quit()

    def test_the_sample_office_is_searched_filtered_and_found_again(self):
        program = self.start()
        create_office(program, sample=True)
        cases = lambda: [n for n in program.names("list item") if n and ", 20" in n]
        wait(lambda: len(cases()) >= 24, "the sample cases that are not archived")
        wait(lambda: any(n == "FICTICE Awa, 2026-009, met" for n in cases()), "an outcome in the list")
        outcomes = {name.rsplit(", ", 1)[1] for name in cases()}
        self.assertTrue({"met", "arguable", "to prove", "unknown", "not met"} <= outcomes, outcomes)

        # By an employer's name, without accents, as it is typed.
        program.key("ctrl+f")
        program.type("hotel des inv")
        wait(lambda: cases() == ["DOUCOURÉ-FICTIF Salif, 2026-014, to prove"], "the case of that employer")
        program.key("Return")
        program.wait_for("label", ".*DOUCOURÉ-FICTIF.*", program.find("filler", "AncCasePage"))
        program.key("ctrl+f")
        program.key("Escape")
        wait(lambda: len(cases()) >= 20, "all cases again")
        program.quit()

        program = self.start()
        wait(lambda: len(cases_of(program)) >= 20, "the sample cases after a restart")
        program.quit()

    def test_a_deleted_case_comes_back_from_the_toast_and_from_the_trash(self):
        program = self.start()
        create_office(program)
        create_case(program, "DISPARU", "Jean")
        for way_back in (".*Undo.*", "trash"):
            program.key("ctrl+shift+Delete")
            program.wait_for("label", "The case is in the trash")
            program.wait_gone("list item", "DISPARU.*")
            if way_back == "trash":
                program.key("alt+9")
                program.click("push button", ".*Bring back.*")
            else:
                program.click("push button", "_Undo Undo|Undo")
            row = program.wait_for("list item", "DISPARU Jean.*")
            program.key("alt+1")
            program.focus("DISPARU Jean.*", role="list item")
            program.key("Return")
            wait(lambda: program.find("push button", "Undo"), "the case to be open")
        program.quit()

    def test_a_case_of_the_same_reference_is_refused_where_it_is_typed(self):
        program = self.start()
        create_office(program)
        create_case(program, "PREMIER", "Anne")
        program.key("ctrl+n")
        dialog = program.wait_window("New case")
        program.fill("Reference", "2026-001", dialog)
        program.fill("Family name", "x" * 300, dialog)
        program.click("push button", ".*Create.*", dialog)
        program.wait_for("label", "Another case has this reference already.*")
        program.fill("Reference", "2026-002", dialog)
        program.click("push button", ".*Create.*", dialog)
        program.wait_for("list item", "x{300}.*")
        program.quit()

    def test_files_that_cannot_be_opened_say_what_to_do(self):
        program = self.start()
        create_office(program)
        program.quit()

        damaged = self.place.folder / "damaged.ancrage"
        content = bytearray(self.place.office.read_bytes())
        content[2000:40000] = os.urandom(38000)
        damaged.write_bytes(content)
        other = self.place.folder / "other.ancrage"
        other.write_text("This is a letter, not an office.\n" * 200)
        missing = self.place.folder / "missing.ancrage"
        newer = self.place.folder / "newer.ancrage"
        newer.write_bytes(self.place.office.read_bytes())
        with contextlib.closing(sqlite3.connect(newer)) as database:
            database.execute("PRAGMA user_version = 999")
        kept = newer.read_bytes()
        for path, words in ((newer, "A newer version of Ancrage wrote this office.*"),
                            (damaged, "The file is damaged.*"), (other, "This file is not an office.*"),
                            (missing, "It is no longer there.*")):
            program = self.start(str(path))
            program.wait_for("label", words)
            program.wait_for("push button", ".*Open another office.*")
            program.quit()
        self.assertEqual(newer.read_bytes(), kept)  # left alone

    def test_names_of_all_kinds_are_kept_as_they_are_written(self):
        program = self.start()
        create_office(program)
        for family, given in (("خيالي", "بن وهم"), ("ŒUVRE-D’ŒIL", "Zoé 👩🏽‍🍳"), ("a<b>&c", "%s \\n")):
            program.key("ctrl+n")
            dialog = program.wait_window("New case")
            program.fill("Family name", family, dialog)
            program.fill("Given names", given, dialog)
            program.key("Return")
            program.wait_for("label", re.escape(f"{given} {family}"))
            wait(lambda: len(program.windows()) == 1, "the dialog to close")
        program.key("ctrl+n")
        dialog = program.wait_window("New case")
        program.fill("Family name", "DEUX\nLIGNES", dialog)  # pasted
        program.key("Return")
        program.wait_for("label", "DEUX LIGNES")
        program.quit()

    def test_an_office_that_is_open_elsewhere_is_said_to_be(self):
        first = self.start()
        create_office(first)
        elsewhere = Place(self.language)
        elsewhere.set(last_office=f"'{self.place.office}'")
        second = None
        try:
            second = Program(elsewhere, *TODAY, "--gapplication-app-id=io.github.ancrage.Second")
            second.wait_for("label", "The office is already open elsewhere.*")
            first.quit()
            second.click("push button", ".*Try again.*")
            second.wait_for("push button", "New case")
        finally:
            if second is not None:
                second.kill()
            elsewhere.close()


def cases_of(program):
    return [name for name in program.names("list item") if name and ", 20" in name]


if __name__ == "__main__":
    tap.run(Shell, "/app/shell")
