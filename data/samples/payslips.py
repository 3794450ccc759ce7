#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws payslips of invented people as PDF files with text. usage: payslips.py FOLDER [RESOURCES.xml] CASE.json…

Makes, for each payslip of each case, REFERENCE/bulletin-MONTH.pdf in the folder and, where asked, the list of them for
glib-compile-resources. Tests draw theirs by draw_payslip().
"""

import calendar
import json
import sys
import zlib
from pathlib import Path

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre"]

# Widths of Helvetica, in thousandths of its size: enough to set figures flush right.
DIGIT, SEPARATOR, LETTER = 556, 278, 556


class Pdf:
    """A PDF file written object by object, so that it can be wrong in any way a test wants."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        """Adds an object; returns its number."""
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def add_stream(self, data, entries="", packed=True):
        data = zlib.compress(data) if packed else data
        filters = "/Filter /FlateDecode " if packed else ""
        head = f"<< {filters}{entries} /Length {len(data)} >>\nstream\n"
        return self.add(head.encode("latin-1") + data + b"\nendstream")

    def finish(self, root, version="1.4"):
        out = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        table = len(out)
        out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        for offset in offsets:
            out += f"{offset:010d} 00000 n \n".encode()
        out += f"trailer\n<< /Size {len(offsets) + 1} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
        return bytes(out)


def escape(text):
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


class Page:
    """What stands on one page, in points from its top left corner."""

    def __init__(self):
        self.content = []

    def text(self, x, y, text, size=9, bold=False, right=False):
        if right:
            x -= sum(SEPARATOR if c in " ,.\u00a0" else DIGIT for c in text) * size / 1000
        font = "F2" if bold else "F1"
        self.content.append(f"BT /{font} {size} Tf {x:.2f} {842 - y:.2f} Td ({escape(text)}) Tj ET")

    def box(self, x0, y0, x1, y1):
        self.content.append(f"0.5 w {x0} {842 - y1} {x1 - x0} {y1 - y0} re S")


def make_pdf(pages):
    pdf = Pdf()
    fonts = [pdf.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
             for name in ("Helvetica", "Helvetica-Bold")]
    parent = len(pdf.objects) + 1 + 2 * len(pages)
    kids = []
    for page in pages:
        stream = pdf.add_stream("\n".join(page.content).encode("cp1252", "replace"))
        kids.append(pdf.add(f"<< /Type /Page /Parent {parent} 0 R /MediaBox [ 0 0 595 842 ] /Resources << /Font "
                            f"<< /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> >> /Contents {stream} 0 R >>"))
    pdf.add(f"<< /Type /Pages /Count {len(kids)} /Kids [ {' '.join(f'{k} 0 R' for k in kids)} ] >>")
    return pdf.finish(pdf.add(f"<< /Type /Catalog /Pages {parent} 0 R >>"))


def money(amount):
    whole, cents = f"{amount:.2f}".split(".")
    groups = []
    while len(whole) > 3:
        whole, group = whole[:-3], whole[-3:]
        groups.insert(0, group)
    return " ".join([whole, *groups]) + "," + cents


def luhn(digits):
    total = 0
    for i, digit in enumerate(map(int, reversed(digits))):
        digit *= 1 + i % 2
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0


def invent_siret(name):
    """A SIRET whose check digits are right, in a range that is nobody's."""
    siren = f"000{zlib.crc32(name.encode()) % 100000:05d}"
    siren += next(d for d in "0123456789" if luhn(siren + d))
    siret = siren + "0001"
    return siret + next(d for d in "0123456789" if luhn(siret + d))


def draw_payslip(*, month, employer, person, occupation, hours, gross, net, siret=None):
    """A page: month is `2026-03`; hours may be None."""
    year, number = map(int, month.split("-"))
    last = calendar.monthrange(year, number)[1]
    rate = gross / hours if hours else None
    page = Page()
    page.text(40, 50, "Employeur :")
    page.text(100, 50, employer, 11, bold=True)
    if siret:
        page.text(40, 66, f"SIRET : {siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}")
    page.text(330, 50, "BULLETIN DE PAIE", 14, bold=True)
    page.text(330, 68, f"Période : {MONTHS[number - 1]} {year}")
    page.text(330, 82, f"du 01/{number:02d}/{year} au {last:02d}/{number:02d}/{year}")
    page.box(34, 100, 555, 150)
    page.text(40, 118, "Salarié :")
    page.text(100, 118, person, 10, bold=True)
    page.text(40, 138, "Emploi :")
    page.text(100, 138, occupation)
    page.box(40, 170, 555, 186)
    for x, title, right in [(44, "Désignation", False), (300, "Base", True), (390, "Taux", True), (550, "Montant", True)]:
        page.text(x, 181, title, 8, bold=True, right=right)
    y = 204
    page.text(44, y, "Salaire de base")
    if hours:
        page.text(300, y, money(hours), right=True)
        page.text(390, y, f"{rate:.4f}".replace(".", ","), right=True)
    page.text(550, y, money(gross), right=True)
    y += 24
    page.text(44, y, "Salaire brut", bold=True)
    page.text(550, y, money(gross), bold=True, right=True)
    y += 24
    page.text(44, y, "Cotisations et contributions salariales")
    page.text(550, y, money(gross - net), right=True)
    y += 36
    if hours:
        page.text(44, y, "Heures payées dans le mois")
        page.text(550, y, money(hours), right=True)
        y += 24
    page.box(330, y - 14, 555, y + 10)
    page.text(336, y, "NET À PAYER", 11, bold=True)
    page.text(550, y, money(net), 11, bold=True, right=True)
    page.text(40, 800, "Document inventé pour l’essai d’Ancrage : ni cet employeur ni cette personne n’existent.", 7)
    return page


def draw_case(case):
    """For each payslip of a case, its name and its page."""
    person = case["person"]
    employers = {e["id"]: e for e in case.get("employers", [])}
    jobs = {j["id"]: j for j in case.get("jobs", [])}
    drawn = set()
    for payslip in case.get("payslips", []):
        if not payslip.get("gross"):
            continue
        job = jobs[payslip["job"]]
        employer = employers[job["employer"]]
        name = f"bulletin-{payslip['month']}"
        name += f"-{payslip['job']}" if name in drawn else ""
        drawn.add(name)
        yield name, draw_payslip(month=payslip["month"],
                                 employer=employer["name"],
                                 siret=employer.get("siret") or invent_siret(employer["name"]),
                                 person=f"{person['given_names']} {person['family_name']}",
                                 occupation=job.get("occupation", {}).get("label", "Employé"),
                                 hours=payslip.get("hours"),
                                 gross=payslip["gross"],
                                 net=payslip.get("net") or payslip["gross"] * 0.78)


def main(folder, paths):
    resources = paths.pop(0) if paths[0].suffix == ".xml" else None
    listed = []
    for path in paths:
        case = json.loads(path.read_text())
        place = folder / case["reference"]
        place.mkdir(parents=True, exist_ok=True)
        for name, page in draw_case(case):
            (place / f"{name}.pdf").write_bytes(make_pdf([page]))
            listed.append(f"{case['reference']}/{name}.pdf")
    if resources:
        files = "".join(f"    <file>{name}</file>\n" for name in listed)
        resources.write_text("<gresources>\n  <gresource prefix=\"/io/github/ancrage/Ancrage/sample-papers\">\n"
                             f"{files}  </gresource>\n</gresources>\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), list(map(Path, sys.argv[2:])))
