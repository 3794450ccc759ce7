#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ancragectl import, as its users call it. usage: test-import.py ANCRAGECTL SOURCE_FOLDER"""

import collections
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "filing"))
import tap  # noqa: E402
from command import CommandCase, read_terminal  # noqa: E402
from papers import text_pdf  # noqa: E402
from payslips import Pdf, draw_payslip, invent_siret, make_pdf  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
SAMPLES = SOURCE / "tests/fixtures/reader/samples"
LOCKED = (SAMPLES / "09-mot-de-passe.pdf").read_bytes()
SCAN = (SAMPLES / "04-scan-couche.pdf").read_bytes()

EMPLOYERS = ["Atelier des Songes Creux SARL", "Auberge du Dragon Bleu SARL", "Compagnie des Nuages Peints SAS"]


def slip(number, **changes):
    """The payslip of the number-th month from January 2015, at the employer of that month."""
    employer = EMPLOYERS[number % len(EMPLOYERS)]
    said = {
        "month": f"{2015 + number // 12}-{number % 12 + 1:02d}", "employer": employer, "siret": invent_siret(employer),
        "person": "Mme Zoé IMAGINAIRE", "occupation": "Repasseuse", "hours": 151.67, "gross": 1800.0 + number, "net": 1400.0 + number,
        **changes,
    }
    return make_pdf([draw_payslip(**said)])


def page_pdf(pdf, stream, resources=""):
    """A PDF file of one page."""
    pages = len(pdf.objects) + 2
    page = pdf.add(f"<< /Type /Page /Parent {pages} 0 R /MediaBox [ 0 0 99 99 ] /Resources << {resources} >> /Contents {stream} 0 R >>")
    pdf.add(f"<< /Type /Pages /Count 1 /Kids [ {page} 0 R ] >>")
    return pdf.finish(pdf.add(f"<< /Type /Catalog /Pages {pages} 0 R >>"))


def bomb():
    """A page whose few bytes are forty megabytes of nothing."""
    pdf = Pdf()
    return page_pdf(pdf, pdf.add_stream(b" " * 40_000_000))


def mirror():
    """A page with a form that draws itself, ten times over."""
    pdf = Pdf()
    form = len(pdf.objects) + 1
    pdf.add_stream(b"/F Do " * 10, f"/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Resources << /XObject << /F {form} 0 R >> >>")
    return page_pdf(pdf, pdf.add_stream(b"/F Do"), f"/XObject << /F {form} 0 R >>")


def loop():
    """Pages that are their own children."""
    pdf = Pdf()
    pdf.add("<< /Type /Pages /Count 9 /Kids [ 1 0 R ] >>")
    return pdf.finish(pdf.add("<< /Type /Catalog /Pages 1 0 R >>"))


def make_pile(folder, n_slips):
    """A folder of mixed files; gives how many of each outcome and of each state there should be."""
    (folder / "2015").mkdir(parents=True)
    (folder / "scans").mkdir()
    for number in range(n_slips):
        (folder / "2015" / f"bulletin {number + 1}.pdf").write_bytes(slip(number))
    for number in range(20):  # the same bytes once more
        (folder / f"copie {number}.pdf").write_bytes(slip(number))
    for number in range(10):  # bytes of their own, with the month and figures of another
        (folder / f"encore {number}.pdf").write_bytes(slip(number) + b"\n% scanned twice\n")
    for number in range(10):
        (folder / f"abîmé {number}.pdf").write_bytes(slip(number)[:200 + number])
    for number in range(5):
        (folder / f"fermé {number}.pdf").write_bytes(LOCKED + b"\n%" + str(number).encode() + b"\n")
    for number in range(10):
        (folder / f"note {number}.txt").write_text(f"Note {number}\n")
    for number in range(5):
        (folder / f"lettre {number}.pdf").write_bytes(text_pdf([f"Madame,\nVeuillez trouver ci-joint {number}."]))
    (folder / "bombe.pdf").write_bytes(bomb())
    (folder / "miroir.pdf").write_bytes(mirror())
    (folder / "boucle.pdf").write_bytes(loop())
    (folder / "scans/novembre.pdf").write_bytes(SCAN)
    (folder / "vide.pdf").write_bytes(b"")
    (folder / ".caché.pdf").write_bytes(slip(0))
    (folder / "ailleurs").symlink_to("/etc")


class Import(CommandCase):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        self.store = self.folder / "office.ancrage"
        self.pile = self.folder / "pile"
        self.environment["G_DEBUG"] = "fatal-warnings"
        self.assertEqual(self.run_it("store", "create", self.store, "--no-passphrase")[0], 0)
        self.assertEqual(self.run_it("case", "new", "A", "--store", self.store, "--family-name", "Imaginaire", "--given-names", "Zoé")[0], 0)

    def take(self, *arguments, case="A"):
        status, out, err = self.run_it("import", "--store", self.store, "--case", case, "--json", *arguments)
        self.assertTrue(out, err)
        return status, json.loads(out), err

    def documents(self):
        """The hashes of the case's documents."""
        out = self.run_it("document", "list", "--store", self.store, "--case", "A", "--json")[1]
        return [json.loads(line) for line in out.splitlines()]

    def assert_sound(self):
        status, _, err = self.run_it("store", "check", self.store)
        self.assertEqual((status, err), (0, ""))

    def stop_at(self, pattern, how):
        """Runs the import on a terminal and stops it when that shows something; gives its status and what was shown."""
        terminal, other = pty.openpty()
        process = subprocess.Popen([PROGRAM, "import", "--store", self.store, "--case", "A", self.pile], stdout=subprocess.DEVNULL,
                                   stderr=other, cwd=self.folder, env=self.environment)
        os.close(other)
        stopped = []

        def look(shown):
            if not stopped and re.search(pattern, shown.decode(errors="replace")):
                stopped.append(True)
                process.send_signal(how)

        shown = read_terminal(terminal, look).decode(errors="replace")
        self.assertTrue(stopped, shown)
        return process.wait(), shown

    def test_one_of_each(self):
        (self.pile).mkdir()
        (self.pile / "mars.pdf").write_bytes(slip(14))
        (self.pile / "autre.pdf").write_bytes(slip(15, person="M. Ulysse NÉANT"))
        status, said, err = self.take(self.pile)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual([(f["name"], f["outcome"], f["document"]) for f in said["files"]],
                         [("pile/autre.pdf", "stored", "d1"), ("pile/mars.pdf", "stored", "d2")])
        other, march = said["proposals"]
        self.assertEqual((other["state"], other["issues"][0]["kind"]), ("conflict", "other_person"))
        self.assertEqual((march["state"], march["kind"], march["slip"], march["acceptable"]), ("conflict", "payslip", 0, True))
        self.assertEqual([i["kind"] for i in march["issues"]], ["unknown_employer", "unsure"])
        self.assertEqual([s["action"] for s in march["steps"]], ["create_employer", "create_job", "write_payslip", "sort_document"])
        fields = march["fields"]
        self.assertEqual([fields[f]["value"] for f in ("month", "hours", "gross", "net")], ["2016-03", 151.67, 1814, 1414])
        self.assertEqual((fields["gross"]["page"], fields["gross"]["text"], fields["gross"]["corrected"]), (1, "1 814,00", False))
        self.assertEqual(len(fields["gross"]["rect"]), 4)

    def test_sure_ones_are_accepted(self):
        employer = EMPLOYERS[0]
        case = {"format": "ancrage-case", "version": 1, "reference": "B", "person": {"family_name": "IMAGINAIRE", "given_names": "Zoe"},
                "employers": [{"id": "e1", "name": employer, "kind": "company"}],
                "jobs": [{"id": "j1", "employer": "e1", "start": "2015-01-01", "contract": "permanent"}]}
        self.assertEqual(self.run_it("case", "import", "--store", self.store, self.write("b.json", case))[0], 0)
        for number in (0, 3, 6):
            (self.folder / f"{number}.pdf").write_bytes(slip(number))
        status, said, err = self.take("--accept-sure", "0.pdf", "3.pdf", "6.pdf", "0.pdf", case="B")
        self.assertEqual((status, said["accepted"]), (0, 3), err)
        self.assertEqual([f["outcome"] for f in said["files"]], ["stored", "stored", "stored", "in_case"])
        self.assertEqual(said["files"][3]["document"], said["files"][0]["document"])
        self.assertEqual([p["state"] for p in said["proposals"]], ["accepted"] * 3)
        written = json.loads(self.run_it("case", "export", "--store", self.store, "B")[1])
        self.assertEqual([(p["job"], p["month"], p["gross"], p["document"]) for p in written["payslips"]],
                         [("j1", "2015-01", 1800, "d1"), ("j1", "2015-04", 1803, "d2"), ("j1", "2015-07", 1806, "d3")])
        self.assertEqual([(d["kind"], d["month"]) for d in written["documents"]], [("payslip", "2015-01"), ("payslip", "2015-04"), ("payslip", "2015-07")])

        # One step takes them all back, and they are proposed again.
        self.assertEqual(self.run_it("undo", "--store", self.store, "--case", "B")[0], 0)
        status, said, err = self.take(case="B")
        self.assertEqual((status, [p["state"] for p in said["proposals"]]), (0, ["sure"] * 3))
        self.assertNotIn("payslips", json.loads(self.run_it("case", "export", "--store", self.store, "B")[1]))

    def test_passwords(self):
        (self.folder / "fermé.pdf").write_bytes(LOCKED)
        status, said, err = self.take("fermé.pdf")
        self.assertEqual((status, said["proposals"][0]["state"], said["proposals"][0]["problem"]), (1, "unreadable", "password"))
        (self.folder / "autre.pdf").write_bytes(LOCKED + b"\n%2\n")
        status, said, err = self.take("--password-file", self.write("secret", "essai\n"), "autre.pdf")
        self.assertEqual([p["state"] for p in said["proposals"]], ["unreadable", "conflict"])
        self.assertEqual(said["proposals"][1]["kind"], "payslip")

    def test_three_hundred(self):
        make_pile(self.pile, 234)
        files = [path for path in self.pile.rglob("*") if path.is_file() and not path.is_symlink()]
        self.assertEqual(len(files), 300)
        status, said, err = self.take(self.pile)
        self.assertEqual(status, 1, err)
        outcomes = collections.Counter(f["outcome"] for f in said["files"])
        self.assertEqual(outcomes, {"stored": 278, "in_case": 20, "empty": 1, "hidden": 1, "link": 1})
        self.assertIn("ailleurs: a link, not followed", err)

        titles = {d["id"]: d["title"] for d in self.documents()}
        by_title = collections.defaultdict(list)
        for proposal in said["proposals"]:
            by_title[titles[proposal["document"]]].append(proposal)
        problems = {title: p[0]["problem"] for title, p in by_title.items() if p[0]["state"] == "unreadable"}
        self.assertEqual({problems.get(f"fermé {n}") for n in range(5)}, {"password"})
        self.assertEqual({problems.get(f"note {n}") for n in range(10)}, {"not_a_document"})
        self.assertEqual({problems.get(f"abîmé {n}") for n in range(10)}, {"damaged"})
        self.assertIn(problems.get("boucle"), ("damaged", "crashed", "timeout"))
        for title in ("bombe", "miroir"):
            self.assertIn(by_title[title][0]["state"], ("doubtful", "unreadable"))
        for number in range(5):
            self.assertEqual(by_title[f"lettre {number}"][0]["issues"][0]["kind"], "unknown_kind")
        months = [p["fields"]["month"]["value"] for title, ps in by_title.items() if title.startswith("bulletin") for p in ps]
        self.assertEqual(sorted(months), sorted(f"{2015 + n // 12}-{n % 12 + 1:02d}" for n in range(234)))
        for number in range(10):
            self.assertIn("twin", [i["kind"] for title in (f"bulletin {number + 1}", f"encore {number}") for i in by_title[title][0]["issues"]])
        self.assert_sound()

        # Handing it over once more adds nothing.
        again = self.take(self.pile)[1]
        self.assertEqual(collections.Counter(f["outcome"] for f in again["files"])["in_case"], 298)
        self.assertEqual(again["proposals"], said["proposals"])

    def assert_whole(self, n_files):
        """After whatever happened, the same command has all of it, once, and read."""
        status, said, err = self.take(self.pile)
        self.assertEqual(status, 0, err)
        documents = self.documents()
        self.assertEqual(len(documents), n_files)
        self.assertEqual(len({d["sha256"] for d in documents}), n_files)
        self.assertEqual(len(said["proposals"]), n_files)
        self.assertEqual({p["state"] for p in said["proposals"]} & {"waiting", "unreadable"}, set())
        self.assert_sound()

    def make_small_pile(self, n_files):
        self.pile.mkdir()
        for number in range(n_files):
            (self.pile / f"{number}.pdf").write_bytes(slip(number))

    def test_killed_while_storing(self):
        self.make_small_pile(40)
        status, shown = self.stop_at(r"[123]\d of 40 files stored", signal.SIGKILL)
        self.assertEqual(status, -signal.SIGKILL)

        # What had come in is there without the files being named again.
        stored = int(re.findall(r"(\d+) of 40 files stored", shown)[-1])
        status, said, _ = self.take()
        self.assertEqual(status, 0)
        self.assertGreaterEqual(len(said["proposals"]), stored)
        self.assertLess(len(said["proposals"]), 40)
        self.assert_whole(40)

    def test_killed_while_reading(self):
        self.make_small_pile(40)
        status, _ = self.stop_at(r"[123]\d of 40 documents read", signal.SIGKILL)
        self.assertEqual(status, -signal.SIGKILL)
        self.assertEqual(len(self.documents()), 40)
        self.assert_whole(40)

    def test_interrupted(self):
        self.make_small_pile(40)
        status, shown = self.stop_at(r"[123]\d of 40 documents read", signal.SIGINT)
        self.assertEqual(status, 130)
        self.assertIn("interrupted; 40 documents were stored", shown)
        self.assertRegex(shown, r"\d+ documents are still to be read: the same command goes on with them")
        self.assert_whole(40)

    def test_usage(self):
        for arguments, complaint in [
            (["--store", self.store, "x.pdf"], "name a case"),
            (["--case", "A", "x.pdf"], "name a store"),
        ]:
            status, out, err = self.run_it("import", *arguments)
            self.assertEqual((status, out), (2, ""))
            self.assertIn(complaint, err)
        status, said, err = self.take("nowhere.pdf")
        self.assertEqual((status, said["files"][0]["outcome"]), (1, "unreadable"))


tap.run(Import, "/cli/import")
