#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through every page and dialog as a screen reader and a keyboard see them: nothing that takes the focus is
without a name, and no action is without a key or a control that the keyboard reaches."""

import re
import sys
import unittest
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

import tap  # noqa: E402
from program import Place, Program, Timeout, wait  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent

# What GTK 4.8 calls a widget that nobody named: its type.
TYPE_NAME = re.compile(r"(Gtk|Adw|Anc)[A-Z]\w+")

# Containers that take the focus only to hand it on, and never speak.
CONTAINERS = {"scroll pane", "list", "panel", "filler", "scroll bar"}


def nameless(program):
    """What takes the focus, and each row of a list, that has no name of its own, or only that of its type."""
    found = []
    for accessible in program.walk():
        try:
            states = accessible.get_state_set()
            role = accessible.get_role_name()
            name = accessible.get_name() or ""
            if role in CONTAINERS or not (states.contains(Atspi.StateType.FOCUSABLE) or role == "list item"):
                continue
            if name.strip() == "" or TYPE_NAME.fullmatch(name):
                parents = []
                parent = accessible.get_parent()
                while parent is not None and len(parents) < 5:
                    parents.append(f"{parent.get_role_name()} {parent.get_name()}")
                    parent = parent.get_parent()
                if role == "list item" and any(name.startswith("combo box") for name in parents):
                    continue  # the rows of a drop-down are GTK's own; what is read is the label in them
                found.append(f"{role} “{name}” in {' < '.join(parents)}")
        except GLib.Error:
            continue
    return found


class Access(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.program = None

    def tearDown(self):
        if self.program is not None:
            self.program.kill()
        self.place.close()

    def start(self, *arguments):
        self.program = Program(self.place, "--on", "2026-11-21", *arguments)
        return self.program

    def assert_way_out(self, name, key):
        """Pressed often enough, @key leads to what is called @name, and is not kept by anything before it."""
        seen = set()
        for _ in range(30):
            accessible = self.program.focused()
            if accessible is not None and re.fullmatch(name, accessible.get_name() or ""):
                return
            seen.add(accessible.get_name() if accessible is not None else None)
            self.program.key(key)
            try:
                wait(lambda: self.program.focused() != accessible, f"{key} to move the focus on", 1)
            except Timeout:
                pass  # from link to link of one text
        self.fail(f"{key} never comes to {name}, only to {sorted(map(str, seen))}")

    def assert_named(self, where):
        self.assertEqual(nameless(self.program), [], where)

    def test_the_first_start_and_the_locked_office_name_what_takes_the_focus(self):
        program = self.start()
        page = program.wait_for("filler", "AncStartPage")
        self.assert_named("the first start")
        program.fill("Passphrase", "sept lanternes", page)
        program.fill("The same again", "sept lanternes", page)
        program.click("push button", "Create the office", page)
        program.wait_for("push button", "New case")
        program.key("ctrl+l")
        program.wait_for("push button", ".*Unlock.*")
        self.assert_named("the locked office")
        program.quit()

    def test_the_office_and_its_dialogs_name_what_takes_the_focus(self):
        program = self.start("--sample")
        row = program.wait_for("list item", "DOUCOURÉ-FICTIF.*, to prove")
        self.assert_named("the list")
        program.key("alt+9")
        program.wait_for("label", "The trash is empty")
        self.assert_named("the trash")
        program.key("alt+5")
        program.wait_for("filler", "AncLawPage")
        self.assert_named("the law")
        for key, window in (("ctrl+comma", "Preferences"), ("ctrl+question", "Keyboard Shortcuts"), ("F1", "Help"),
                            ("ctrl+n", "New case")):
            program.key(key)
            program.wait_window(window)
            self.assert_named(window)
            program.key("Escape")
            wait(lambda: len(program.windows()) == 1, f"{window} to close")
        program.quit()

    def test_an_open_case_and_its_forms_name_what_takes_the_focus(self):
        program = self.start("--sample")
        program.wait_for("list item", "DOUCOURÉ-FICTIF.*, to prove")
        program.key("ctrl+f")
        program.type("hotel des inv")
        wait(lambda: len([n for n in program.names("list item") if n and ", 20" in n]) == 1, "the case looked for")
        program.key("Return")
        page = program.wait_for("filler", "AncCasePage")
        tabs = list(dict.fromkeys(program.names("page tab", page)))  # the wide switcher and the narrow one
        self.assertGreaterEqual(len(tabs), 4)
        for number, tab in enumerate(tabs, 1):
            program.key(f"ctrl+{number}")
            wait(lambda: program.wait_for("page tab", tab).get_state_set().contains(Atspi.StateType.SELECTED), f"the page {tab}")
            self.assert_named(tab)
        for key, window in (("ctrl+j", "Job"), ("ctrl+d", "Two filing dates")):
            program.key(key)
            program.wait_window(window)
            self.assert_named(window)
            program.key("Escape")
            wait(lambda: len(program.windows()) == 1, f"{window} to close")
        program.quit()

    def test_the_way_back_leads_out_of_what_takes_the_focus_for_its_parts(self):
        program = self.start("--sample")
        program.wait_for("list item", "APPARENCE.*")
        program.key("ctrl+f")
        program.type("apparence")
        wait(lambda: len([n for n in program.names("list item") if n and ", 20" in n]) == 1, "the case looked for")
        program.key("Return")
        program.wait_for("filler", "AncCasePage")
        program.key("ctrl+t")
        self.assert_way_out("Redo|Menu of the case", "shift+Tab")
        program.key("ctrl+1", "Down")
        program.wait_for("document text", "Page 1 .* 1")
        self.assert_way_out("Close the Document", "shift+Tab")
        program.key("alt+5")
        self.assert_way_out("Show the list", "shift+Tab")
        program.quit()

    def test_every_action_of_a_case_has_a_key(self):
        sources = "\n".join(path.read_text() for folder in ("src/app", "src/widgets") for path in sorted((ROOT / folder).rglob("*.c")))
        told = {"case.edit", "case.notify", "case.show-page", "case.tell-undoable"}  # by the program itself, with an argument
        installed = set(re.findall(r'install_action \(\w+, "((?:case|timeline)\.[\w-]+)"', sources)) - told
        self.assertGreater(len(installed), 15)
        keys = set(re.findall(r'\{ [^{}]*"((?:case|timeline)\.[\w-]+)" \}', sources))
        keys.add("timeline.edit")  # Return on a bar
        self.assertEqual(sorted(installed - keys), [])

    def test_every_action_of_the_window_has_a_key_or_stands_in_a_menu_or_on_a_button(self):
        sources = "\n".join(path.read_text() for path in sorted((ROOT / "src/app").rglob("*.c")))
        templates = "\n".join(path.read_text() for path in sorted((ROOT / "ui").glob("*.ui")))
        installed = set(re.findall(r'install_action \(\w+, "((?:win|start|sidebar|new-case|passphrase)\.[\w-]+)"', sources))
        self.assertGreater(len(installed), 20)
        shortcuts = (ROOT / "src/app/anc-shortcuts.c").read_text()
        keys = set(re.findall(r'"(\w+\.[\w-]+)" \}', shortcuts)) | set(re.findall(r'binding_action \([^;]*?"(win\.[\w-]+)"', sources))
        controls = set(re.findall(r'action(?:-name)?">([\w-]+\.[\w-]+)<', templates)) | set(
            re.findall(r'adw_toast_set_action_name \(\w+, "(\w+\.[\w-]+)"\)', sources))
        self.assertEqual(sorted(installed - keys - controls), [])


if __name__ == "__main__":
    tap.run(Access, "/app/access")
