#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pile of payslips put on an open case, checked with the keyboard, and looked at where it was read."""

import os
import re
import signal
import subprocess
import sys
import unittest
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import pile  # noqa: E402
import tap  # noqa: E402
from program import Place, Program, wait  # noqa: E402

TODAY = ("--on", "2026-11-21")
TOTAL = re.compile(r"(\d+) proven")


class Exhibits(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.place = Place("en")
        self.place.set(window_width=1500, window_height=860)  # the list and the page side by side
        self.pile = self.place.folder / "pile"
        self.program = Program(self.place, *TODAY)

    def tearDown(self):
        self.program.kill()
        self.place.close()

    # ---- Getting there ---------------------------------------------------------------------------

    def create_sample_office(self):
        program = self.program
        page = program.wait_for("filler", "AncStartPage")
        program.activate_row("No passphrase")
        program.activate_row("The sample office")
        program.click("push button", "Create the office", page)
        self.wait_for_cases()

    def wait_for_cases(self):
        wait(lambda: len(self.case_rows()) >= 20, "the sample cases")

    def case_rows(self):
        return [name for name in self.program.names("list item") if name and ", 20" in name]

    def open_case(self, typed="doucoure", name="Salif DOUCOURÉ-FICTIF"):
        program = self.program
        program.key("ctrl+f")
        program.type(typed)
        wait(lambda: len(self.case_rows()) == 1, "the case looked for")
        program.key("Return")
        program.wait_for("label", name)
        program.key("ctrl+1")
        wait(lambda: program.focus_name() != "", "the page of exhibits")

    def restart(self):
        self.program.quit()
        self.program = Program(self.place, *TODAY)
        self.wait_for_cases()

    def copy(self, *paths):
        """Files to the clipboard, as a file manager copies them."""
        uris = "".join(path.as_uri() + "\r\n" for path in paths)
        subprocess.run(["xclip", "-selection", "clipboard", "-t", "text/uri-list"], input=uris, text=True, check=True,
                       env=self.place.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def paste(self, *paths):
        self.copy(*paths)
        self.program.key("ctrl+v")

    def hold_readers(self):
        """Lets nothing be read any more."""
        starters = wait(lambda: self.program.readers()[0], "the program that reads")
        self.send(starters, signal.SIGSTOP)
        helpers = self.program.readers()[1]
        self.send(helpers, signal.SIGSTOP)
        return starters + helpers

    def send(self, pids, number):
        for pid in pids:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                continue

    # ---- What the page shows ---------------------------------------------------------------------

    def page(self):
        return self.program.wait_for("filler", "AncExhibitsPage")

    def rows(self):
        return [name for name in self.program.names("list item", self.page()) if name]

    def proposals(self, how=r".*"):
        return [name for name in self.rows() if re.fullmatch(rf"[^,]* · Payslip, (.*, )?{how}", name)]

    def documents(self):
        return [name for name in self.rows() if re.search(r", \d+ pp?\.", name)]

    def wait_proposals(self, number):
        return wait(lambda: len(self.proposals()) == number and not [n for n in self.rows() if n.endswith("waiting")]
                    and self.proposals(), f"{number} proposals", 60)

    def proven(self):
        """How many months the timeline counts."""
        for name in self.program.names("label"):
            match = TOTAL.fullmatch(name or "")
            if match:
                return int(match.group(1))
        return 0

    def wait_focus(self, pattern):
        wait(lambda: re.fullmatch(pattern, self.program.focus_name()), f"the focus on {pattern}, not {self.program.focus_name()}")

    def fill_focused(self, text):
        self.program.key("ctrl+a")
        self.program.type(text)

    # ---- Tests -----------------------------------------------------------------------------------

    def test_a_pile_is_checked_with_enter(self):
        program = self.program
        slips = pile.draw_months(self.pile, [(2026, month) for month in (6, 7, 8, 9)])
        self.create_sample_office()
        self.open_case()
        before = self.proven()
        self.paste(self.pile)
        self.assertEqual([re.sub(r"\s", " ", name).split(", ")[0] for name in self.wait_proposals(4)],
                         ["June 2026 · Payslip", "July 2026 · Payslip", "August 2026 · Payslip", "September 2026 · Payslip"])

        # One by one: the page comes up with the first, Enter takes it, and the next has the focus.
        program.key("Down")
        self.wait_focus("June 2026 · Payslip, .*")
        program.wait_for("label", "bulletin-2026-06")
        program.key("Return")
        self.wait_focus("July 2026 · Payslip, .*")
        wait(lambda: self.proven() == before + 1, "a month more")

        # A field is corrected in place, and Enter takes that too.
        program.focus("Hours paid")
        self.fill_focused("120")
        program.key("Return")
        self.wait_focus("August 2026 · Payslip, .*")
        wait(lambda: self.proven() == before + 2, "two months more")
        self.assertTrue(program.find("push button", ".*July 2026.*", self.page()) is None)

        # The sure ones together, and one undo takes that back.
        program.key("ctrl+Return")
        wait(lambda: self.proven() == before + 4, "all months")
        wait(lambda: len(self.documents()) == 4 and not self.proposals(), "all documents sorted")
        program.click("push button", "_?Undo")
        wait(lambda: self.proven() == before + 2, "two months less")
        self.wait_proposals(2)
        self.assertEqual(len(slips), 4)
        program.quit()

    def test_a_value_leads_to_its_page(self):
        program = self.program
        pile.draw_months(self.pile, [(2026, 6)])
        self.create_sample_office()
        self.open_case()
        self.paste(self.pile)
        self.wait_proposals(1)
        program.key("Down")
        self.wait_focus("June 2026 · Payslip, .*")
        program.key("Return")
        wait(lambda: len(self.documents()) == 1, "the payslip")
        self.assertIsNone(program.find("push button", "Close the Document"))  # nothing more to check: the pane is closed

        # Opened from the list; under the page stands what it proves, to be corrected from there.
        program.key("ctrl+1", "Down")
        self.wait_focus("bulletin-2026-06.*")
        program.key("Return")
        program.wait_for("push button", "Close the Document")
        program.wait_for("push button", "June 2026 · Hours paid: .*: show its place")
        program.click("push button", "Correct: June 2026 · Hours paid: .*")
        form = program.wait_window("Payslip")
        self.assertTrue(program.find("push button", "Hours paid: show its place in .*", form))
        program.fill("Hours paid", "77", form)
        program.click("push button", "Gross pay: show its place in .*", form)  # goes to the page, behind the form
        wait(lambda: not [w for w in program.windows() if w.get_name() == "Payslip"], "the form to go")
        program.wait_for("push button", "June 2026 · Hours paid: 77.*: show its place")
        program.wait_for("label", "corrected")
        self.wait_focus("bulletin-2026-06.*")  # back from the form
        program.key("Escape", "Escape")  # the first may be for the toast that tells of the change
        program.wait_gone("push button", "Close the Document")

        # From the criterion that counts the month, too.
        program.key("ctrl+2")
        program.click("push button", "Months that count: .*")
        window = program.wait_window("Months that count")
        months = lambda: [name for name in program.names("list item", window) if name]
        place = wait(months, "the months").index("June 2026")
        program.key(*["Down"] * place, "Return")
        program.wait_for("push button", "Close the Document")
        program.wait_for("document text", "Page 1 of 1")
        program.quit()

    def test_what_is_locked_or_set_aside_is_taken_up_again(self):
        program = self.program
        pile.draw_months(self.pile, [(2026, 6)])
        slip = self.pile / "bulletin-2026-06.pdf"
        locked = self.place.folder / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", "lanterne", "lanterne", "256", "--", slip, locked], check=True)
        self.create_sample_office()
        self.open_case()
        self.paste(locked)
        wait(lambda: [name for name in self.rows() if name == "locked, not readable"], "the document that is locked")
        program.key("Down")
        self.wait_focus("locked, .*")
        program.wait_for(None, "This Document Is Locked")
        program.fill("Password", "lanterne")
        program.click("push button", ".*Open")
        self.wait_focus("June 2026 · Payslip, .*")

        # Set aside it is a document like another, and from there it is taken up again.
        program.key("Delete")
        wait(lambda: not self.proposals() and "locked, Document" in ", ".join(self.rows()), "the document alone")
        program.key("Down")
        self.wait_focus("locked, .*")
        program.key("Menu")
        program.wait_for("menu item", "_?Take Up Again")
        program.key("t")
        self.wait_focus("June 2026 · Payslip, .*")
        program.key("Return")
        wait(lambda: len(self.documents()) == 1, "the payslip")
        program.quit()

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], check=True, env=self.place.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True).stdout

    def test_sixty_files_are_dropped_with_the_pointer(self):
        pile.draw_months(self.pile, [(year, month) for year in range(2020, 2025) for month in range(1, 13)])
        self.create_sample_office()
        self.open_case()
        manager = subprocess.Popen([os.environ["ANC_DRAG_FILES"], *map(str, sorted(self.pile.glob("*.pdf")))], env=self.place.environment)
        window = wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "drag-files"], env=self.place.environment,
                                             stdout=subprocess.PIPE, text=True).stdout.split(), "the window to drag from")[-1]
        self.xdotool("windowmove", "--sync", window, 0, 0)
        self.xdotool("windowraise", window)
        self.xdotool("mousemove", 60, 30, "mousedown", 1)
        for step in range(1, 11):
            self.xdotool("mousemove", 60 + 60 * step, 30 + 55 * step, "sleep", 0.05)
        self.xdotool("mouseup", 1)
        self.wait_proposals(60)
        manager.terminate()
        manager.wait()

    def test_documents_are_chosen_from_a_dialog(self):
        program = self.program
        pile.draw_months(self.pile, [(2026, 6), (2026, 7)])
        self.create_sample_office()
        self.open_case()
        program.key("ctrl+shift+a")
        program.choose_file("Add Documents", self.pile / "bulletin-2026-06.pdf")
        self.assertRegex(self.wait_proposals(1)[0], "June 2026.*")

        # Who thinks better of it has added nothing.
        program.key("ctrl+shift+a")
        program.wait_window("Add Documents")
        program.key("Escape")
        wait(lambda: not [w for w in program.windows() if w.get_name() == "Add Documents"], "the dialog to go")
        self.assertEqual(len(self.proposals()), 1)

    def test_a_pasted_picture_becomes_a_document(self):
        program = self.program
        pile.draw_months(self.pile, [(2026, 6)])
        subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", self.pile / "bulletin-2026-06.pdf", self.pile / "slip"], check=True)
        self.create_sample_office()
        self.open_case()
        subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-i", self.pile / "slip.png"], check=True,
                       env=self.place.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        program.key("ctrl+v")
        self.assertIn("June 2026", self.wait_proposals(1)[0].replace("\u00a0", " "))
        program.key("Down")
        self.wait_focus("June 2026 · Payslip, .*")
        wait(lambda: "BULLETIN" in (program.wait_for("document text", "Page 1 of 1").get_description() or ""), "the words of the picture")
        program.key("Return")
        wait(lambda: len(self.documents()) == 1, "the payslip")
        program.quit()

    def test_withdrawing_tells_what_is_left_without_proof(self):
        program = self.program
        pile.draw_months(self.pile, [(2026, 6), (2026, 7)])
        self.create_sample_office()
        self.open_case()
        self.paste(self.pile)
        self.wait_proposals(2)
        program.key("ctrl+Return")
        wait(lambda: len(self.documents()) == 2, "two documents")
        program.key("ctrl+1", "Down")
        self.wait_focus("bulletin-2026-06.*")
        program.key("Delete")
        program.wait_for("label", r"(?s)\d+ values would be left without proof:.*June 2026.*")
        program.click("push button", "_?Withdraw.*", wait(lambda: len(program.windows()) == 2 and program.windows(), "a question")[-1])
        wait(lambda: len(self.documents()) == 1, "one document")
        program.click("push button", "_?Undo")
        wait(lambda: len(self.documents()) == 2, "both documents again")
        program.quit()

    def test_what_waits_survives_the_end_of_the_program(self):
        program = self.program
        months = [(year, month) for year in range(2016, 2026) for month in range(1, 13)]
        pile.draw_months(self.pile, months)
        self.create_sample_office()
        self.open_case()
        page = program.wait_for(None, "AncExhibitsPage")
        self.paste(self.pile)
        readers = self.hold_readers()  # or all might be read before it is killed
        program.wait_for("label", r".*\d+ of (1[2-9]|2\d)\d read", page)  # all are stored; the office may read its own papers, too
        program.kill()
        self.send(readers, signal.SIGKILL)
        self.program = Program(self.place, *TODAY)
        self.wait_for_cases()
        self.open_case()
        self.wait_proposals(len(months))
        self.program.quit()


if __name__ == "__main__":
    tap.run(Exhibits, "/app/exhibits")
