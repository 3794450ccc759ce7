#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ancragectl on documents. usage: test-ancragectl-documents.py ANCRAGECTL DOCUMENTS_FOLDER"""

import json
import os
import signal
import struct
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "reader/client")]
import tap  # noqa: E402
from command import CommandCase  # noqa: E402
from pdf import Pdf, lines  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
DOCUMENTS = Path(sys.argv[2]).resolve()


def payslip(month="Mars 2026"):
    pdf = Pdf()
    pdf.page(lines(
        (60, 800, "BULLETIN DE PAIE"), (350, 800, f"Période : {month}"),
        (60, 770, "SARL LES ESCARGOTS IMAGINAIRES"), (60, 755, "1 rue Nulle Part"), (60, 740, "75000 PARIS"),
        (350, 740, "Camille EXEMPLE"),
        (60, 700, "Emploi : Cuisinier"),
        (60, 660, "Salaire de base"), (250, 660, "151,67"), (330, 660, "12,50"), (420, 660, "1 895,88"),
        (60, 640, "SALAIRE BRUT"), (420, 640, "1 895,88"),
        (60, 600, "Total des cotisations"), (420, 600, "416,35"),
        (60, 560, "NET À PAYER"), (420, 560, "1 479,53"), size=10))
    return pdf.bytes()


class Documents(CommandCase):
    program = PROGRAM

    # read

    def test_read_json(self):
        path = self.write("slip.pdf", payslip())
        status, out, err = self.run_it("read", "--json", path)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(out.count("\n"), 1)
        answer = json.loads(out)
        self.assertEqual(list(answer), ["file", "document", "payslip_kind", "pages", "ocr_pages", "error", "slips",
                                        "statement", "form_fields"])
        self.assertEqual((answer["file"], answer["document"], answer["pages"], answer["error"]), (str(path), "payslip", 1, None))
        (slip,) = answer["slips"]
        self.assertEqual((slip["period"], slip["gross"], slip["net"]), ("2026-03", 1895.88, 1479.53))

    def test_read_for_a_person(self):
        status, out, _ = self.run_it("read", self.write("slip.pdf", payslip()))
        self.assertEqual(status, 0)
        self.assertIn("slip.pdf: payslip of a company, 1 page\n", out)
        self.assertIn("March 2026: 151.67 h, gross 1,895.88\u00a0€, net 1,479.53\u00a0€", out)

    def test_read_in_the_order_of_the_arguments(self):
        months = ["Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août", "Septembre", "Octobre"]
        paths = []
        for number, month in enumerate(months, 1):
            paths.append(self.write(f"slip-{number}.pdf", payslip(f"{month} 2025")))
            paths.append(DOCUMENTS / ("two-thousand.pdf" if number == 3 else "cut.pdf"))
        status, out, err = self.run_it("read", "--json", "--ocr", "never", *paths)
        self.assertEqual(status, 1)
        answers = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([answer["file"] for answer in answers], list(map(str, paths)))
        self.assertEqual([answer["slips"][0]["period"] for answer in answers[::2]], [f"2025-{n:02}" for n in range(1, 11)])
        self.assertEqual(len(err.splitlines()), 9)

    def test_read_errors(self):
        rows = {"locked.pdf": "password", "cut.pdf": "damaged", "not.pdf": "not_a_document", "empty.pdf": "not_a_document",
                "nowhere.pdf": "not_a_document", ".": "not_a_document"}
        for name, code in rows.items():
            status, out, err = self.run_it("read", "--json", DOCUMENTS / name)
            answer = json.loads(out)
            self.assertEqual((status, answer["error"]["code"], answer["slips"]), (1, code, []), name)
            self.assertTrue(err.startswith(f"{DOCUMENTS / name}: "), err)

    def test_read_with_a_password(self):
        password = self.write("password", "sésame\n")
        self.assertEqual(self.run_it("read", "--password-file", password, DOCUMENTS / "locked.pdf")[0], 0)
        wrong = self.write("wrong", "sesame\n")
        self.assertEqual(self.run_it("read", "--password-file", wrong, DOCUMENTS / "locked.pdf")[0], 1)
        self.assertEqual(self.run_it("read", "--password-file", "nowhere", DOCUMENTS / "locked.pdf")[0], 1)

    def test_read_usage(self):
        for arguments in (["read"], ["read", "--ocr", "maybe", "x.pdf"], ["read", "--nonsense", "x.pdf"]):
            self.assertEqual(self.run_it(*arguments)[0], 2, arguments)

    def test_read_shows_progress(self):
        paths = [self.write(f"slip-{number}.pdf", payslip()) for number in range(8)]
        with open(self.folder / "out", "wb") as out:
            status, shown = self.run_on_terminal("read", "--json", *paths, output=out)
        self.assertEqual(status, 0)
        self.assertRegex(shown, r"\[#*\.*\] \d of 8 documents")
        self.assertTrue(shown.endswith("\r\x1b[K"))
        self.assertEqual(len((self.folder / "out").read_text().splitlines()), 8)

    def test_read_interrupted(self):
        process = subprocess.Popen([PROGRAM, "read", "--json", "--ocr", "always", *[str(DOCUMENTS / "two-thousand.pdf")] * 20],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment,
                                   start_new_session=True)
        try:
            process.communicate(timeout=1)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
        self.assertEqual((process.returncode, out), (130, b""))
        self.assertIn(b"interrupted after 0 of 20 documents", err)

    # pdf

    def test_info(self):
        status, out, err = self.run_it("pdf", "info", DOCUMENTS / "plain.pdf")
        self.assertEqual((status, err), (0, ""))
        for text in ("PDF-1.7, 3 pages", "title: Été à l’œuvre", "pages 1 to 3: 210 × 297 mm", "Première partie (1)"):
            self.assertIn(text, out)
        for name, text in (("damaged", "pieced together"), ("xfa", "XFA form"), ("active", "scripts, which are never run"),
                           ("owned", "encrypted"), ("form", "can be filled in")):
            self.assertIn(text, self.run_it("pdf", "info", DOCUMENTS / f"{name}.pdf")[1], name)

    def test_info_json(self):
        status, out, _ = self.run_it("pdf", "info", "--json", DOCUMENTS / "cut.pdf", DOCUMENTS / "plain.pdf")
        self.assertEqual(status, 1)
        bad, good = map(json.loads, out.splitlines())
        self.assertEqual(bad["error"]["code"], "damaged")
        self.assertEqual((good["error"], good["title"], good["created"]), (None, "Été à l’œuvre", "2024-01-31T12:00:00Z"))
        self.assertEqual([page["label"] for page in good["pages"]], ["i", "ii", "1"])
        self.assertEqual(good["outline"][1], {"depth": 1, "title": "Détail", "page": 2})

    def test_text(self):
        status, out, _ = self.run_it("pdf", "text", "--pages", "2", DOCUMENTS / "plain.pdf")
        self.assertEqual((status, out), (0, "Page deux, un salaire encore\n"))
        out = self.run_it("pdf", "text", DOCUMENTS / "plain.pdf")[1]
        self.assertIn("Page 3\n\nPage trois\n", out)
        words = json.loads(self.run_it("pdf", "text", "--pages", "1", "--json", DOCUMENTS / "plain.pdf")[1])["words"]
        self.assertEqual(words[0]["text"], "Bulletin")
        self.assertEqual(words[0]["rect"][0], 72)

    def test_text_of_a_picture(self):
        status, out, _ = self.run_it("pdf", "text", "--ocr", "always", "--pages", "3", DOCUMENTS / "plain.pdf")
        self.assertEqual((status, out), (0, "Page trois\n"))

    def test_search(self):
        status, out, _ = self.run_it("pdf", "text", "--search", "SALAIRE", DOCUMENTS / "plain.pdf")
        self.assertEqual((status, [line.split(":")[0] for line in out.splitlines()]), (0, ["page 1", "page 1", "page 2"]))
        (match,) = map(json.loads, self.run_it("pdf", "text", "--json", "--search", "brut", DOCUMENTS / "plain.pdf")[1].splitlines())
        self.assertEqual((match["page"], len(match["rects"])), (1, 1))

    def test_pages_that_are_not_there(self):
        for pages in ("0", "4", "2-1", "x", "1-9", "-1"):
            self.assertEqual(self.run_it("pdf", "text", f"--pages={pages}", DOCUMENTS / "plain.pdf")[0], 2, pages)

    def test_text_cannot_steer_the_terminal(self):
        pdf = Pdf()
        pdf.page(b"BT /F1 12 Tf 72 700 Td (a\\033[31mb) Tj ET")
        pdf.info = pdf.add(b"<< /Title (\x1b]0;title\x07) >>")
        path = self.write("hostile.pdf", pdf.bytes())
        for arguments in (["pdf", "text", path], ["pdf", "info", path], ["read", path]):
            self.assertNotIn("\x1b", self.run_it(*arguments)[1])

    def test_render(self):
        target = self.folder / "page.png"
        status, out, err = self.run_it("pdf", "render", "--dpi", "72", "--page", "2", "-o", target, DOCUMENTS / "plain.pdf")
        self.assertEqual((status, out, err), (0, "", ""))
        self.assertEqual(struct.unpack(">II", target.read_bytes()[16:24]), (595, 842))
        self.assertEqual(self.run_it("pdf", "render", DOCUMENTS / "plain.pdf")[0], 2)
        self.assertEqual(self.run_it("pdf", "render", "--page", "4", "-o", target, DOCUMENTS / "plain.pdf")[0], 2)
        status, _, err = self.run_it("pdf", "render", "--dpi", "2400", "-o", self.folder / "huge.png", DOCUMENTS / "a0.pdf")
        self.assertEqual((status, (self.folder / "huge.png").exists()), (1, False))
        self.assertIn("more memory", err)

    def test_fields_and_fill(self):
        out = self.run_it("pdf", "fields", DOCUMENTS / "form.pdf")[1]
        self.assertIn("nom (text): Zélie Modèle", out)
        self.assertIn("contrat (list) [CDI, CDD, Intérim]: CDI", out)
        target = self.folder / "filled.pdf"
        original = (DOCUMENTS / "form.pdf").read_bytes()
        status, _, err = self.run_it("pdf", "fill", DOCUMENTS / "form.pdf", "--set", "nom=Éloïse = 1 €", "--set", "accord=true",
                                     "--set", "horaire=nuit", "-o", target)
        self.assertEqual((status, err), (0, ""))
        fields = json.loads(self.run_it("pdf", "fields", "--json", target)[1])["fields"]
        self.assertEqual([field["value"] for field in fields][:4], ["Éloïse = 1 €", "", "ne pas toucher", "true"])
        self.assertEqual([field["value"] for field in fields if field["type"] == "radio"], ["false", "true"])
        self.assertEqual((DOCUMENTS / "form.pdf").read_bytes(), original)

    def test_fill_refused(self):
        target = self.folder / "filled.pdf"
        status, _, err = self.run_it("pdf", "fill", DOCUMENTS / "form.pdf", "--set", "code=ABCDEF", "--set", "x=y", "-o", target)
        self.assertEqual(status, 1)
        self.assertIn("field “code”: the value is too long", err)
        self.assertIn("field “x”: there is no such field", err)
        self.assertEqual(list(self.folder.iterdir()), [])
        form = self.write("form.pdf", (DOCUMENTS / "form.pdf").read_bytes())
        for arguments in (["--set", "nom=x"], ["-o", target], ["--set", "nom", "-o", target], ["--set", "nom=x", "-o", form]):
            self.assertEqual(self.run_it("pdf", "fill", form, *arguments)[0], 2, arguments)

    def test_usage(self):
        for arguments in (["pdf"], ["pdf", "nothing"], ["pdf", "info"], ["pdf", "text"], ["pdf", "fields", "a", "b"]):
            status, out, err = self.run_it(*arguments)
            self.assertEqual((status, out), (2, ""), arguments)
            self.assertTrue(err.startswith("ancragectl: "))
        for verb in ("info", "text", "render", "fields", "fill"):
            self.assertEqual(self.run_it("pdf", verb, "--help")[0], 0)


sys.argv[1:] = []
tap.run(Documents, "/cli/documents")
