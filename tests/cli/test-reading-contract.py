#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `ancragectl read --json` promises to programs: every key, kind and code, the exit status, the order, the end.

usage: test-reading-contract.py ANCRAGECTL DOCUMENTS_FOLDER"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "reader/client")]
import tap  # noqa: E402
from command import CommandCase  # noqa: E402
from pdf import Pdf, lines  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
DOCUMENTS = Path(sys.argv[2]).resolve()

KEYS = ["file", "document", "payslip_kind", "pages", "ocr_pages", "error", "slips", "statement", "form_fields"]
KINDS = {"payslip", "work_authorisation_request", "employer_certificate", "work_certificate", "employment_contract",
         "tax_notice", "other"}
SLIP_KEYS = ["period", "period_start", "period_end", "employer", "siret", "employee", "job", "hours", "gross", "net",
             "net_before_tax", "net_taxable", "net_social", "confidence", "pages", "fields"]
STATEMENT_KEYS = ["employer", "siret", "employee", "job", "contract", "start", "end", "weekly_hours", "monthly_hours",
                  "gross_monthly", "signed_on"]
FIELD_TYPES = {"text", "check", "radio", "choice", "signature"}
DATE = r"\d{4}-\d\d-\d\d"


def one_page(*rows):
    pdf = Pdf()
    pdf.page(lines(*rows, size=10))
    return pdf.bytes()


def payslip(siret="732 829 320 00074"):
    return one_page(
        (60, 800, "BULLETIN DE PAIE"), (350, 800, "Période : du 01/03/2026 au 31/03/2026"),
        (60, 770, "SARL LES ESCARGOTS IMAGINAIRES"), (60, 755, "1 rue Nulle Part"), (60, 740, "75000 PARIS"),
        (60, 725, f"SIRET : {siret}"), (350, 740, "Camille EXEMPLE"), (60, 700, "Emploi : Cuisinier"),
        (60, 660, "Salaire de base"), (250, 660, "151,67"), (330, 660, "12,50"), (420, 660, "1 895,88"),
        (60, 640, "SALAIRE BRUT"), (420, 640, "1 895,88"), (60, 600, "Total des cotisations"), (420, 600, "416,35"),
        (60, 560, "NET À PAYER"), (420, 560, "1 479,53"))


def certificate():
    return one_page(
        (200, 780, "CERTIFICAT DE TRAVAIL"), (60, 740, "SARL LES ESCARGOTS IMAGINAIRES"), (60, 725, "SIRET 732 829 320 00074"),
        (60, 690, "Je soussigné, gérant, certifie que Madame Camille EXEMPLE"),
        (60, 675, "a été employée en qualité de cuisinière du 01/02/2024 au 30/06/2025."),
        (60, 640, "Fait à Paris, le 30/06/2025"))


class Contract(CommandCase):
    program = PROGRAM

    def read(self, *arguments):
        """The status, and one answer for each line."""
        status, out, _ = self.run_it("read", "--json", *arguments)
        return status, [json.loads(line) for line in out.splitlines()]

    def check_place(self, place, n_pages):
        self.assertTrue(1 <= place["page"] <= n_pages)
        x0, y0, x1, y1 = place["rect"]
        self.assertTrue(0 <= x0 < x1 <= 595 and 0 <= y0 < y1 <= 842, place)

    def check_source(self, name, place, n_pages):
        """Where a value was read, what stands there and how sure that is."""
        keys = ["page", "rect", "text", "confidence"] + (["valid"] if name == "siret" else [])
        self.assertEqual(list(place), keys)
        self.check_place(place, n_pages)
        self.assertTrue(place["text"])
        self.assertTrue(0 <= place["confidence"] <= 1)

    def check_slip(self, slip, n_pages):
        self.assertEqual(list(slip), SLIP_KEYS)
        for key, form in (("period", r"\d{4}-\d\d"), ("period_start", DATE), ("period_end", DATE), ("siret", r"\d{14}")):
            if slip[key] is not None:
                self.assertRegex(slip[key], f"^{form}$")
        for key in ("employer", "employee", "job"):
            self.assertIsInstance(slip[key], (str, type(None)))
        for key in ("hours", "gross", "net", "net_before_tax", "net_taxable", "net_social"):
            self.assertIsInstance(slip[key], (int, float, type(None)))
        self.assertTrue(0 <= slip["confidence"] <= 1)
        first, last = slip["pages"]
        self.assertTrue(1 <= first <= last <= n_pages)
        for name, place in slip["fields"].items():
            self.check_source(name, place, n_pages)
        # What is said was read somewhere, and what was read is said.
        said = {key for key in SLIP_KEYS if key in slip["fields"] or key not in ("period_start", "period_end", "confidence", "pages", "fields")}
        self.assertEqual({key for key in said if slip[key] is not None}, set(slip["fields"]))

    def check_statement(self, statement, n_pages):
        self.assertEqual(list(statement), STATEMENT_KEYS + ["fields"])
        for key in ("start", "end", "signed_on"):
            if statement[key] is not None:
                self.assertRegex(statement[key], f"^{DATE}$")
        for key in ("weekly_hours", "monthly_hours", "gross_monthly"):
            self.assertIsInstance(statement[key], (int, float, type(None)))
        for name, place in statement["fields"].items():
            self.check_source(name, place, n_pages)
            self.assertIsNotNone(statement[name])

    def check_answer(self, answer):
        self.assertEqual(list(answer), KEYS)
        if answer["error"] is not None:
            self.assertEqual(list(answer["error"]), ["code", "message"])
            self.assertTrue(answer["error"]["message"])
            self.assertEqual([answer[key] for key in KEYS if key not in ("file", "error")],
                             [None, None, None, [], [], None, []])
            return
        self.assertIn(answer["document"], KINDS)
        self.assertEqual(answer["payslip_kind"] in {"company", "household", "agency"}, answer["document"] == "payslip")
        self.assertTrue(set(answer["ocr_pages"]) <= set(range(1, answer["pages"] + 1)))
        if answer["document"] != "payslip":
            self.assertEqual(answer["slips"], [])
        for slip in answer["slips"]:
            self.check_slip(slip, answer["pages"])
        if answer["document"] in ("payslip", "other"):
            self.assertIsNone(answer["statement"])
        else:
            self.check_statement(answer["statement"], answer["pages"])
        for field in answer["form_fields"]:
            self.assertEqual(list(field), ["name", "type", "value", "page", "rect"])
            self.assertIn(field["type"], FIELD_TYPES)
            self.check_place(field, answer["pages"])

    def test_payslip(self):
        status, (answer,) = self.read(self.write("slip.pdf", payslip()))
        self.check_answer(answer)
        (slip,) = answer["slips"]
        self.assertEqual((status, answer["payslip_kind"]), (0, "company"))
        self.assertEqual([slip[key] for key in SLIP_KEYS[:10]],
                         ["2026-03", "2026-03-01", "2026-03-31", "SARL LES ESCARGOTS IMAGINAIRES", "73282932000074",
                          "Camille EXEMPLE", "Cuisinier", 151.67, 1895.88, 1479.53])
        self.assertEqual((slip["fields"]["hours"]["text"], slip["fields"]["siret"]["valid"]), ("151,67", True))

    def test_siret_that_fails_its_check(self):
        """It is reported as read and marked, never repaired."""
        _, (answer,) = self.read(self.write("slip.pdf", payslip("732 829 320 00075")))
        self.check_answer(answer)
        (slip,) = answer["slips"]
        self.assertEqual((slip["siret"], slip["fields"]["siret"]["valid"]), ("73282932000075", False))

    def test_statement(self):
        status, (answer,) = self.read(self.write("certificate.pdf", certificate()))
        self.check_answer(answer)
        statement = answer["statement"]
        self.assertEqual((status, answer["document"]), (0, "work_certificate"))
        self.assertEqual((statement["siret"], statement["start"], statement["end"], statement["signed_on"]),
                         ("73282932000074", "2024-02-01", "2025-06-30", "2025-06-30"))

    def test_other_documents(self):
        names = ["form.pdf", "form-turned.pdf", "plain.pdf", "xfa.pdf", "pictures.tiff", "picture.png", "picture.jpeg"]
        status, answers = self.read("--ocr", "never", *(DOCUMENTS / name for name in names))
        self.assertEqual((status, len(answers)), (0, len(names)))
        for answer in answers:
            with self.subTest(file=answer["file"]):
                self.assertEqual(list(answer), KEYS)
                self.assertEqual(answer["ocr_pages"], [])
        self.assertEqual({field["type"] for field in answers[0]["form_fields"]}, FIELD_TYPES)
        self.assertEqual([answer["pages"] for answer in answers], [1, 1, 3, 1, 3, 1, 1])
        self.check_answer(answers[0])

    def test_when_pictures_are_read(self):
        path = self.write("slip.pdf", payslip())
        for policy, pages in (("auto", []), ("never", []), ("always", [1])):
            _, (answer,) = self.read("--ocr", policy, path)
            self.check_answer(answer)
            self.assertEqual((answer["ocr_pages"], answer["slips"][0]["period"]), (pages, "2026-03"), policy)

    def test_columns_of_a_picture(self):
        """Columns of the same numbers are no rows of a page that lies on its side."""
        rows = [(60, 800, "BULLETIN DE PAIE"), (330, 800, "Période : 04/2025"), (60, 770, "SARL LES ESCARGOTS IMAGINAIRES"),
                (60, 660, "Salaire de base"), (250, 660, "151,67"), (330, 660, "11,88"), (430, 660, "1703,00"),
                (60, 644, "SALAIRE BRUT"), (430, 644, "1703,00")]
        for row in range(24):
            y = 620 - 14 * row
            rows += [(60, y, f"Cotisation imaginaire numéro {row}"), (250, y, "1703,00"), (330, y, "0,50"), (430, y, f"{row + 1},10")]
        rows += [(60, 270, "NET À PAYER AVANT IMPÔT"), (430, 270, "1323,00"), (60, 250, "NET PAYÉ"), (430, 250, "1303,00")]
        pdf = Pdf()
        pdf.page(lines(*rows, size=9))
        _, (answer,) = self.read("--ocr", "always", self.write("slip.pdf", pdf.bytes()))
        self.check_answer(answer)
        (slip,) = answer["slips"]
        self.assertEqual((slip["period"], slip["hours"], slip["gross"], slip["net_before_tax"], slip["net"]),
                         ("2025-04", 151.67, 1703, 1323, 1303))

    def test_failures(self):
        """One bad document is an object like the others, and no more than that."""
        rows = {"locked.pdf": "password", "cut.pdf": "damaged", "not.pdf": "not_a_document", "empty.pdf": "not_a_document"}
        if b"__asan_init" not in PROGRAM.read_bytes():  # whose memory has no bounds
            rows["huge-image.pdf"] = "too_large"
        good = self.write("slip.pdf", payslip())
        paths = [path for name in rows for path in (DOCUMENTS / name, good)]
        status, answers = self.read(*paths)
        self.assertEqual(status, 1)
        self.assertEqual([answer["file"] for answer in answers], list(map(str, paths)))
        for answer in answers:
            self.check_answer(answer)
        self.assertEqual([answer["error"] and answer["error"]["code"] for answer in answers],
                         [code for name in rows for code in (rows[name], None)])

    def find_helper(self, process):
        """The number of the process that reads: a child of the one that makes helpers, itself a child of the command."""
        def children(pid):
            try:
                return [child for thread in Path(f"/proc/{pid}/task").iterdir()
                        for child in (thread / "children").read_text().split()]
            except (FileNotFoundError, ProcessLookupError):
                return []

        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            for child in children(process.pid):
                for helper in children(child):
                    return int(helper)
            time.sleep(0.02)
        self.fail("no helper was started")

    def test_crash(self):
        process = subprocess.Popen([PROGRAM, "read", "--json", "--ocr", "always", DOCUMENTS / "two-thousand.pdf"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment)
        os.kill(self.find_helper(process), signal.SIGSEGV)
        out, err = process.communicate(timeout=60)
        answer = json.loads(out)
        self.check_answer(answer)
        self.assertEqual((process.returncode, answer["error"]["code"]), (1, "crashed"))
        self.assertIn(answer["error"]["message"], err.decode())


sys.argv[1:] = []
tap.run(Contract, "/cli/reading-contract")
