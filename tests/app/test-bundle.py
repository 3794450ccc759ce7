#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbered file made from the window, read with other programs than those that made it; and what proves presence."""

import json
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

import paper_office  # noqa: E402
import tap  # noqa: E402
from program import Place, Program, wait  # noqa: E402

TODAY = ("--on", "2026-11-21")
STAMP = re.compile(r"Pièce n° (\d+)(?:\.(\d+))? – (\d+)/(\d+)")  # with the number of the document, where there are several

# As the list of the regime orders the documents of the office: the title of each exhibit, and its documents.
BY_LIST = [
    ("Passeport", ["passport"]),
    ("Bulletins de paie, Phare imaginaire", ["p2024-02", "p2024-03", "p2024-04", "p2025-01", "p2025-02", "p2025-03", "p2025-09"]),
    ("Bulletins de paie, Moulin inventé", ["m1", "m2"]),
    ("Aide médicale de l’État", ["aid"]),
    ("Relevé bancaire de février 2023", ["bank"]),
    ("Avis d’imposition 2023", ["notice-23"]),
    ("Avis d’imposition 2025", ["notice-25"]),
    ("Attestation d’un voisin", ["friend"]),
]


def pages(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def bookmarks(path):
    done = subprocess.run(["qpdf", "--json=2", "--json-key=outlines", path], capture_output=True, check=True)

    def walk(nodes):
        for node in nodes:
            yield node["title"], node["destpageposfrom1"]
            yield from walk(node["kids"])
    return list(walk(json.loads(done.stdout)["outlines"]))


class Bundle(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.place = Place("en")
        self.place.set(last_office=f"'{self.place.office}'")
        paper_office.make(self.place.office)
        self.start()

    def tearDown(self):
        self.program.kill()
        self.place.close()

    def start(self, reference=paper_office.REFERENCE):
        program = self.program = Program(self.place, *TODAY)
        program.wait_for("list item", "FICTIF Salif.*")
        program.key("ctrl+f")
        program.type(reference)
        wait(lambda: len(program.find_all("list item", "FICTIF .*")) == 1, "one case")
        program.key("Return")
        program.wait_for("filler", "AncCasePage")

    def print_plan(self, *options):
        return json.loads(paper_office.run("bundle", "--store", self.place.office, "--case", paper_office.REFERENCE,
                                           "--on", "2026-11-21", "--print-plan", *options))

    # ---- The pointer -----------------------------------------------------------------------------

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], check=True, env=self.place.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True).stdout

    def get_row(self, window, name):
        """The middle of an exhibit's row on the screen, where the list shows it now."""
        row = self.program.wait_for("list item", name, self.program.find("list", "Exhibits", window))
        extents = row.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top, _ = self.get_frame(window)
        return left + extents.x + extents.width // 2, top + extents.y + extents.height // 2

    def get_frame(self, window):
        """Left, top and height on the screen of the window that has the keyboard, without its shadow, which is as wide all around."""
        geometry = self.xdotool("getactivewindow", "getwindowgeometry", "--shell")
        x, y, width, height = (int(re.search(rf"^{name}=(-?\d+)", geometry, re.M).group(1)) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        extents = window.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return x + (width - extents.width) // 2, y + (height - extents.height) // 2, extents.height

    # ---- The window ------------------------------------------------------------------------------

    def open_window(self):
        self.program.key("ctrl+b")
        return self.program.wait_window("Numbered file")

    def go_to(self, number):
        """An exhibit: into the list, then from row to row."""
        self.program.focus(r"Exhibit \d+, .*", role="list item")
        now = self.focused_exhibit()
        while now != number:
            self.program.key("Down" if now < number else "Up")
            now = wait(lambda: self.focused_exhibit() not in (None, now) and self.focused_exhibit(), "the next exhibit")

    def focused_exhibit(self):
        """The number of the exhibit that has the focus."""
        match = re.match(r"Exhibit (\d+), ", self.program.focus_name())
        return int(match.group(1)) if match else None

    def exhibits(self, window):
        shown = self.program.find("list", "Exhibits", window)  # hidden where there is none
        names = self.program.names("list item", shown) if shown is not None else []
        return [name for name in names if re.match(r"Exhibit \d+, ", name or "")]

    def await_exhibits(self, window, titles):
        expected = [f"Exhibit {i + 1}, {title}" for i, title in enumerate(titles)]
        try:
            wait(lambda: self.exhibits(window) == expected, "the exhibits in their order", 5)
        except AssertionError:
            self.assertEqual(self.exhibits(window), expected)

    def await_documents(self, window, expected):
        names = lambda: program.names("list item", program.find("list", "Documents of the exhibit", window))
        program = self.program
        program.wait_for("list", "Documents of the exhibit", window)
        wait(lambda: names() == expected, f"the documents {expected}")

    def order_documents(self, window):
        """The first document of the exhibit behind the second, undone, and done again."""
        program = self.program
        titles = ["Avis d’imposition 2023", "Avis d’imposition 2025"]
        gone = lambda: program.wait_gone("list", "Documents of the exhibit")
        program.key("ctrl+d")
        self.await_documents(window, titles)
        wait(lambda: program.focus_name() == titles[0], "the focus on the first document")
        program.key("alt+Down")
        self.await_documents(window, titles[::-1])
        wait(lambda: program.focus_name() == titles[0], "the focus to go with the document")
        program.key("Escape")
        gone()
        program.key("ctrl+z", "ctrl+d")
        self.await_documents(window, titles)
        program.key("Escape")
        gone()
        program.key("ctrl+shift+z", "ctrl+d")
        self.await_documents(window, titles[::-1])
        program.key("Escape")
        gone()

    def write(self, path):
        program = self.program
        program.key("ctrl+Return")
        program.wait_window("Make the Numbered File")
        program.type(str(path.with_suffix("")))  # the rest is proposed
        program.key("Return")
        wait(lambda: path.exists() and path.stat().st_size > 0, "the file")

    def check_file(self, path, exhibits):
        """Every page of every exhibit is stamped with its number and holds its document; bookmarks lead there."""
        texts = pages(path)
        stamped = [(i + 1, STAMP.search(text), re.search(r"\[([\w-]+)\]", text)) for i, text in enumerate(texts) if STAMP.search(text)]
        found = [(*map(int, stamp.group(1, 3, 4)), stamp.group(2), mark.group(1)) for _, stamp, mark in stamped]
        expected = [(number + 1, i + 1, len(documents), str(i + 1) if len(documents) > 1 else None, word)
                    for number, (_, documents) in enumerate(exhibits) for i, word in enumerate(documents)]
        self.assertEqual(found, expected)

        first_pages = {int(stamp.group(1)): page for page, stamp, _ in reversed(stamped)}
        marks = dict(bookmarks(path))
        for number, (title, _) in enumerate(exhibits):
            self.assertEqual(marks[f"Pièce n° {number + 1} – {title}"], first_pages[number + 1])
        front = "\n".join(texts[:stamped[0][0] - 1])
        for title, _ in exhibits:
            self.assertIn(title, front)

    # ---- Tests -----------------------------------------------------------------------------------

    def test_exhibits_are_ordered_by_keyboard_and_written(self):
        program = self.program
        window = self.open_window()
        self.await_exhibits(window, [title for title, _ in BY_LIST])
        program.wait_for("list item", r"\d+ documents the list asks for are missing.*", window)

        self.go_to(4)
        program.key("alt+Up", "alt+Up", "alt+Home")  # to the top, by steps and at once
        exhibits = [BY_LIST[3], *BY_LIST[:3], *BY_LIST[4:]]
        self.await_exhibits(window, [title for title, _ in exhibits])
        program.key("Down", "Down", "Down", "alt+Down")  # the second group of payslips, behind the bank statement
        exhibits[3:5] = exhibits[4], exhibits[3]
        self.await_exhibits(window, [title for title, _ in exhibits])

        program.key("Down", "Down", "ctrl+g")  # the notice of 2025 with that of 2023
        exhibits[5:7] = [("Avis d’imposition 2023", ["notice-23", "notice-25"])]
        self.await_exhibits(window, [title for title, _ in exhibits])
        self.go_to(6)
        program.key("F2")
        wait(lambda: program.focus_role() == "text", "the title to be typed")
        program.type("Avis d'imposition")
        program.key("Return")
        exhibits[5] = ("Avis d'imposition", ["notice-23", "notice-25"])
        self.await_exhibits(window, [title for title, _ in exhibits])
        wait(lambda: self.focused_exhibit() == 6, "the focus on what was titled")
        self.order_documents(window)
        exhibits[5] = ("Avis d'imposition", ["notice-25", "notice-23"])
        self.go_to(7)
        program.key("Delete")
        left_out = exhibits.pop()
        self.await_exhibits(window, [title for title, _ in exhibits])
        program.wait_for("list item", "1 document left out.*", window)
        program.key("ctrl+z")
        self.await_exhibits(window, [title for title, _ in [*exhibits, left_out]])
        program.key("ctrl+shift+z")
        self.await_exhibits(window, [title for title, _ in exhibits])

        path = self.place.folder / "piece.pdf"
        self.write(path)
        program.wait_for("label", r"The file is made: 6 exhibits, \d+ pages")
        self.check_file(path, exhibits)
        program.key("Escape", "Escape")  # the toast, then the window
        wait(lambda: len(program.windows()) == 1, "the window to close")
        program.quit()

        # The command makes the same of what the window left with the case.
        plan = self.print_plan()
        self.assertEqual([(exhibit["title"], [part["document"] for part in exhibit["parts"]]) for exhibit in plan["exhibits"]], exhibits)

    def test_an_exhibit_is_dragged_from_one_end_to_the_other(self):
        self.program.quit()
        paper_office.add_many(self.place.office)
        self.start(paper_office.MANY_REFERENCE)
        program = self.program
        window = self.open_window()
        n = paper_office.N_MANY
        numbered = lambda papers: [f"Paper {i}" for i in papers]
        self.await_exhibits(window, numbered(range(1, n + 1)))

        # Down: held near the lower edge until the last one is in sight, then dropped on it.
        _, top, height = self.get_frame(window)
        x = self.grab(window, "Exhibit 1, .*", 12)
        is_seen = lambda name: 100 < self.get_row(window, name)[1] - top < height - 30
        self.assertFalse(is_seen(f"Exhibit {n}, .*"))
        self.assertIsNone(program.find("label", f"Paper {n}", window), "rows out of sight are not filled")
        self.xdotool("mousemove", x, top + height - 16)
        wait(lambda: is_seen(f"Exhibit {n}, .*"), "the list to scroll to its end")
        program.wait_for("label", f"Paper {n}", window)
        self.drop(window, f"Exhibit {n}, .*")
        self.await_exhibits(window, numbered([*range(2, n + 1), 1]))
        wait(lambda: self.focused_exhibit() == n, "the focus to go with it")

        # And up, the one next to last.
        x = self.grab(window, f"Exhibit {n - 1}, .*", -12)
        self.xdotool("mousemove", x, top + 66)
        wait(lambda: is_seen("Exhibit 1, .*"), "the list to scroll to its top")
        self.drop(window, "Exhibit 1, .*")
        self.await_exhibits(window, numbered([n, *range(2, n), 1]))
        program.key("ctrl+z", "ctrl+z")
        self.await_exhibits(window, numbered(range(1, n + 1)))

    def point(self, window, name):
        """The pointer on a row, once that stands still below it."""
        place = None
        while place != (place := self.get_row(window, name)):
            self.xdotool("mousemove", *place, "sleep", 0.3)
        return place

    def grab(self, window, name, step):
        """Begins to drag an exhibit, by steps up or down. Returns: where it is held, from the left"""
        x, y = self.point(window, name)
        self.xdotool("mousedown", 1)
        for i in range(1, 5):
            self.xdotool("sleep", 0.05, "mousemove", x, y + i * step)
        return x

    def drop(self, window, name):
        self.point(window, name)
        self.xdotool("mouseup", 1)

    def test_what_was_filed_keeps_its_number(self):
        program = self.program
        window = self.open_window()
        self.await_exhibits(window, [title for title, _ in BY_LIST])
        program.click("push button", ".*Keep the Numbers.*", window)
        wait(lambda: self.exhibits(window) == [], "nothing left to file")
        program.wait_for("list item", "8 exhibits filed before.*", window)
        program.key("Escape")
        wait(lambda: len(program.windows()) == 1, "the window to close")
        program.quit()
        run = self.print_plan("--again")
        self.assertEqual([(exhibit["number"], exhibit["title"]) for exhibit in run["exhibits"]],
                         [(i + 1, title) for i, (title, _) in enumerate(BY_LIST)])

    def test_what_own_files_say_wrong_is_told(self):
        program = self.program
        program.quit()
        folder = self.place.folder / "data" / "ancrage" / "law" / "exhibits"
        folder.mkdir(parents=True)
        own = {"format": "ancrage-exhibit-grades", "version": 1, "grades": {"bank_statement": "splendid"}}
        (folder / "mine.json").write_text(json.dumps(own, indent=2))
        self.start()
        program = self.program
        window = self.open_window()
        program.wait_for("list item", "1 thing is wrong in your own files about exhibits.*", window)
        self.assertEqual(len(program.find_all("list item", "1 thing is wrong in your own files.*", window)), 1)
        program.wait_for("label", f"It is left out. Mend it in {folder}, then open the office again.", window)
        program.wait_for("label", "mine.json, line 5", window)
        program.wait_for("label", "grades.bank_statement: “splendid” is not one of: .*certain", window)
        program.key("Escape")
        wait(lambda: len(program.windows()) == 1, "the window to close")
        program.quit()

        # Once it is mended there is nothing to tell.
        own["grades"]["bank_statement"] = "certain"
        (folder / "mine.json").write_text(json.dumps(own, indent=2))
        self.start()
        window = self.open_window()
        self.await_exhibits(window, [title for title, _ in BY_LIST])
        self.assertIsNone(self.program.find("list item", ".*your own files.*", window))

    def test_presence_is_told_cell_by_cell(self):
        program = self.program
        program.key("ctrl+4")
        page = program.wait_for("filler", "AncPresencePage")
        cells = lambda: [name for name in program.names("panel", page) if name and "half of" in name]
        wait(lambda: len(cells()) == 10, "ten cells")
        self.assertEqual(cells()[:4], ["first half of 2022: no proof",
                                       "second half of 2022: certain, by State medical aid",
                                       "first half of 2023: real value, by Bank statement with movements",
                                       "second half of 2023: certain, by Tax notice"])
        self.assertIn("first half of 2024: real value, by Payslip (3)", cells())
        self.assertIn("second half of 2024: no proof", cells())
        self.assertIn("first half of 2026: limited, by Statement by a private individual", cells())
        program.wait_for("label", "7 of 10 half-years have a proof", page)

        # One proof opens beside the page, of several each does.
        program.click("push button", "Bank statement with movements, first half of 2023", page)
        program.wait_for("label", "Relevé bancaire de février 2023")
        program.click("push button", "Close the Document")
        program.wait_gone("push button", "Close the Document")
        program.focus(r"Payslip \(3\), first half of 2024", key="shift+Tab", role="push button")  # which brings it into sight
        program.key("Return")
        program.click("push button", "Bulletin 2024-03, first half of 2024")
        program.wait_for("push button", "Close the Document")
        program.wait_for("label", "Bulletin 2024-03")
        program.quit()

    def test_grades_are_listed(self):
        program = self.program
        program.key("ctrl+4")
        program.wait_for("panel", "first half of 2023: real value, by Bank statement with movements", program.wait_for("filler", "AncPresencePage"))
        program.key("ctrl+shift+k")
        program.wait_window("Grades of Documents")
        program.wait_for("combo box", "Bank statement with movements")
        program.key("Escape")
        wait(lambda: len(program.windows()) == 1, "the window to close")
        program.quit()


if __name__ == "__main__":
    tap.run(Bundle, "/app/bundle")
