#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads documents in windows of their own as a keyboard and a screen reader do: pages, search, forms, passwords, copies and
prints, what is wrong with a file, and the way into a case."""

import os
import shutil
import signal
import subprocess
import sys
import unittest
import warnings
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "app"), str(TESTS / "reader/client")]
warnings.simplefilter("ignore", DeprecationWarning)

import tap  # noqa: E402
from pdf import Pdf, lines  # noqa: E402
from program import Place, Program, wait  # noqa: E402

DOCUMENTS = Path(os.environ["ANC_DOCUMENTS"])

OWN = "io.github.ancrage.Ancrage"

# One of the sample office's people, at a place of work nobody else has.
PERSON = "DOUCOURÉ-FICTIF Salif"


def payslip(person, employer):
    pdf = Pdf()
    rows = [(60, 800, "BULLETIN DE PAIE"), (330, 800, "Période : 03/2026"), (60, 770, employer), (60, 756, "1 rue Nulle Part"),
            (330, 742, person), (60, 700, "Emploi : Cuisinier"), (60, 660, "Salaire de base"), (250, 660, "151,67"),
            (330, 660, "12,02"), (430, 660, "1823,07"), (60, 644, "SALAIRE BRUT"), (430, 644, "1823,07"),
            (60, 300, "NET A PAYER AVANT IMPOT"), (430, 300, "1440,20"), (60, 280, "NET PAYE"), (430, 280, "1440,20")]
    pdf.page(lines(*rows, size=10))
    return pdf.bytes()


def told(document):
    return subprocess.run(["pdftotext", document, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout


def count_pages(document):
    """Of a PDF that is whole."""
    told = subprocess.run(["pdfinfo", document], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    pages = [line.split()[1] for line in told.stdout.splitlines() if line.startswith("Pages:")]
    return int(pages[0]) if told.returncode == 0 and pages else 0


def measure_ink(document, page):
    """Square points of a page that are dark."""
    drawn = subprocess.run(["pdftoppm", "-gray", "-r", "144", "-f", str(page), "-l", str(page), document], stdout=subprocess.PIPE,
                           check=True).stdout
    pixels = drawn.split(b"\n255\n", 1)[1]
    return sum(pixel < 128 for pixel in pixels) / 4


class Document(unittest.TestCase):
    def setUp(self):
        self.place = Place()
        self.program = None

    def tearDown(self):
        if self.program is not None:
            self.program.kill()
        self.place.close()

    def open(self, document, *arguments):
        self.program = Program(self.place, "--on", "2026-11-21", *arguments, str(document))
        return self.program

    def view(self, name):
        return self.program.wait_for("document text", name)

    def helpers(self):
        return self.program.readers()[1]

    def test_a_screen_reader_reads_the_page_that_is_shown(self):
        program = self.open(DOCUMENTS / "plain.pdf")
        view = self.view("Page 1 of 3")
        wait(lambda: "Bulletin de salaire imaginaire" in (view.get_description() or ""), "the words of the page")
        program.key("ctrl+Next")
        wait(lambda: view.get_name() == "Page 2 of 3" and "Page deux" in view.get_description(), "the words of the next page")
        program.key("ctrl+Prior")
        program.wait_for("link", "Page 3")
        program.wait_for("link", "https://exemple.invalid/a")
        self.assertEqual(len(program.find_all("link")), 2)  # the one that would start a program is none

    def test_a_link_is_followed_by_key(self):
        program = self.open(DOCUMENTS / "plain.pdf")
        view = self.view("Page 1 of 3")
        program.wait_for("link", "Page 3")
        program.focus("Page 3", role="link")
        program.key("Return")
        wait(lambda: view.get_name() == "Page 3 of 3", "the page the link leads to")

    def test_a_search_lists_what_it_finds(self):
        program = self.open(DOCUMENTS / "plain.pdf")
        self.view("Page 1 of 3")
        program.key("ctrl+f")
        program.fill("Find in the document", "salaire")
        program.wait_for(None, "1 of 3")
        program.key("F9")
        results = program.find("list", "Search Results")
        wait(lambda: [name for name in program.names("list item", results) if ", page" in (name or "")][2:] ==
             ["Page deux, un salaire encore, page 2"], "the three places")
        program.key("ctrl+g")
        program.wait_for(None, "2 of 3")
        program.key("Escape")
        program.wait_gone(None, "2 of 3")

    def test_a_scan_is_heard_and_searched(self):
        program = self.open(DOCUMENTS / "scan.pdf")
        view = self.view("Page 1 of 3")
        wait(lambda: "Bulletin de salaire imaginaire" in (view.get_description() or ""), "the words of the picture")
        program.key("ctrl+f")
        program.fill("Find in the document", "trois")
        program.wait_for(None, "1 of 1")
        wait(lambda: view.get_name() == "Page 3 of 3", "the page it stands on")
        wait(lambda: len(self.helpers()) == 2, "a process for what takes long beside the one that draws")

    def test_another_application_opens_it_never_this_one(self):
        applications = self.place.folder / "data" / "applications"
        applications.mkdir(parents=True)
        opened = self.place.folder / "opened"
        for name, command in ((OWN, os.environ["ANC_PROGRAM"] + " %f"), ("org.example.Loupe", f"touch {opened}")):
            (applications / f"{name}.desktop").write_text(
                f"[Desktop Entry]\nType=Application\nName={name}\nExec={command}\nMimeType=application/pdf;\n")
        subprocess.run(["update-desktop-database", applications], check=True)
        program = self.open(DOCUMENTS / "plain.pdf")
        self.view("Page 1 of 3")
        program.key("F10")
        program.wait_for("menu item", "Open With")
        program.key("Up", "Up", "Right")
        program.wait_for("menu item", r"org\.example\.Loupe")
        self.assertNotIn(OWN, program.names("menu item"))
        program.focus(r"org\.example\.Loupe", key="Down")
        program.key("Return")
        wait(opened.exists, "the other application")
        self.assertEqual(len(program.windows()), 1)

    def test_a_copy_is_saved_as_filled_in(self):
        original = self.place.folder / "form.pdf"
        shutil.copy(DOCUMENTS / "form.pdf", original)
        program = self.open(original)
        self.view("Page 1 of 1")
        copy = self.place.folder / "as it is.pdf"
        program.key("ctrl+shift+s")
        program.choose_file("Save a Copy", copy)
        wait(copy.exists, "the copy")
        program.wait_for("label", r"The copy was saved\.")
        self.assertEqual(copy.read_bytes(), original.read_bytes())

        # What was filled in is in the next one, and nowhere else.
        self.assertEqual(program.wait_for("text", "nom").get_description(), "Zélie Modèle")
        program.fill("code", "75012")
        wait(lambda: program.find("text", "code").get_description() == "75012", "what was filled in to be told")
        filled = self.place.folder / "filled in.pdf"
        program.key("ctrl+shift+s")
        program.choose_file("Save a Copy", filled)
        wait(filled.exists, "the copy with what was filled in")
        self.assertIn("75012", told(filled))
        self.assertEqual(original.read_bytes(), (DOCUMENTS / "form.pdf").read_bytes())
        self.assertEqual([path.name for path in self.place.folder.glob(".ancrage-*")], [])

    def test_a_document_is_printed(self):
        program = self.open(DOCUMENTS / "plain.pdf")
        self.view("Page 1 of 3")
        program.key("ctrl+p")
        dialog = program.wait_window("Print")
        wait(lambda: program.find("table row", None, program.find("list", "GtkColumnListView", dialog)), "the printer that is a file")
        wait(lambda: program.focused() is not None, "the focus in the dialog")
        program.key("Tab")
        wait(lambda: program.focused() is not None and program.focused().get_role_name() == "table row", "the focus on the printer")
        program.key("space")
        program.click("push button", ".*Print", dialog)
        printed = self.place.folder / "output.pdf"  # what GTK calls it
        wait(lambda: printed.exists() and count_pages(printed) == 3, "the printed pages")
        for page in (1, 2, 3):
            self.assertAlmostEqual(measure_ink(printed, page) / measure_ink(DOCUMENTS / "plain.pdf", page), 1, delta=0.25)
        self.assertEqual(len(program.windows()), 1)

    def test_a_password_opens_what_is_locked(self):
        program = self.open(DOCUMENTS / "locked.pdf")
        program.wait_for(None, "This Document Is Locked")
        program.type("faux")
        program.key("Return")
        program.wait_for("label", "That is not the password of this document.")
        program.fill("Password", "sésame")
        program.key("Return")
        self.view("Page 1 of .*")

    def test_a_bad_file_says_what_is_wrong_and_leaves_the_rest_alone(self):
        program = self.open(DOCUMENTS / "not.pdf")
        program.wait_for(None, "This Document Cannot Be Shown")
        subprocess.run([os.environ["ANC_PROGRAM"], str(DOCUMENTS / "plain.pdf")], env=self.place.environment, check=True, timeout=30)
        self.view("Page 1 of 3")
        self.assertEqual(len(program.windows()), 2)

    def test_odd_documents_are_shown_on_a_dense_display(self):
        self.place.environment["GDK_SCALE"] = "2"
        program = self.open(DOCUMENTS / "two-thousand.pdf")
        view = self.view("Page 1 of 2000")
        program.key("End")
        wait(lambda: view.get_name() == "Page 2000 of 2000" and "2000" in (view.get_description() or ""), "the last page and its words")
        odd = [str(DOCUMENTS / name) for name in ("a0.pdf", "zero.pdf", "thin.pdf")]
        subprocess.run([os.environ["ANC_PROGRAM"], *odd], env=self.place.environment, check=True, timeout=30)
        wait(lambda: program.names("document text").count("Page 1 of 1") == 3, "a page of each")

    def test_a_reader_that_dies_is_followed_by_another(self):
        program = self.open(DOCUMENTS / "plain.pdf")
        view = self.view("Page 1 of 3")
        wait(lambda: "imaginaire" in (view.get_description() or ""), "the words of the page")
        for pid in wait(self.helpers, "the process that has the document"):
            os.kill(pid, signal.SIGKILL)
        program.key("End")
        wait(lambda: view.get_name() == "Page 3 of 3" and "Page trois" in (view.get_description() or ""), "the words of the last page")

    def test_a_document_goes_to_the_case_of_the_person_it_names(self):
        document = self.place.folder / "mars.pdf"
        document.write_bytes(payslip(f"Monsieur {PERSON}", "SARL LES ESCARGOTS DE PAPIER"))
        program = self.open(document, "--sample")
        self.view("Page 1 of 1")
        program.key("ctrl+d")
        dialog = program.wait_window("Add to a Case")
        row = program.wait_for("list item", PERSON, dialog)
        self.assertIn("The same person", row.get_description())
        self.assertEqual(program.names("list item", dialog)[0], PERSON)
        program.click("push button", ".*Add", dialog)
        program.wait_for("label", f"Added to the case of {PERSON}")

        # The same again is refused, and the case of somebody else is found by typing.
        program.key("ctrl+d")
        dialog = program.wait_window("Add to a Case")
        program.wait_for("list item", PERSON, dialog)
        program.click("push button", ".*Add", dialog)
        program.wait_for(None, "This case has this document already.", dialog)
        program.fill("Look for another case", "apparence")
        program.wait_for("list item", "APPARENCE Mariana", dialog)
        wait(lambda: not program.find("list item", PERSON, dialog), "the other cases to go")
        program.click("push button", ".*Add", dialog)
        program.wait_for("label", "Added to the case of APPARENCE Mariana")


if __name__ == "__main__":
    tap.run(Document, "/app/document")
