#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sample documents and compares every field. usage: test-samples.py READ_FILES FIXTURES"""

import json
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
import tap  # noqa: E402
from accuracy import FIELDS, same  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
FIXTURES = Path(sys.argv[2]).resolve()


def read(folder, item, *options):
    command = [PROGRAM, *options] + (["--password", item["password"]] if item.get("password") else [])
    run = subprocess.run([*command, FIXTURES / folder / item["file"]], capture_output=True, text=True)
    return json.loads(run.stdout)


class Samples(unittest.TestCase):
    maxDiff = None

    def check_slip(self, expected, slip):
        wrong = [f"{field} is {expected[field]!r}, read {slip.get(field)!r}" for field in [*FIELDS, "pages"]
                 if field in expected and not same(field, expected[field], slip.get(field))]
        self.assertEqual(wrong, [])
        for place in slip["fields"].values():
            x0, y0, x1, y1 = place["rect"]
            self.assertTrue(x0 < x1 and y0 < y1 and place["text"], place)
            self.assertTrue(0 <= place["confidence"] <= 1, place)

    def check_item(self, folder, item):
        result = read(folder, item)
        self.assertIsNone(result["error"])
        for key in ("document", "payslip_kind"):
            if key in item:
                self.assertEqual(result[key], item[key])
        self.assertEqual(len(result["slips"]), len(item.get("slips", [])))
        for expected, slip in zip(item.get("slips", []), result["slips"]):
            self.check_slip(expected, slip)
        statement = item.get("statement") or {}
        self.assertEqual({field: (result["statement"] or {}).get(field) for field in statement}, statement)
        fields = item.get("fields", {})
        values = {field["name"]: field["value"] for field in result["form_fields"]}
        self.assertEqual({name: values.get(name) for name in fields}, fields)
        self.assertEqual(bool(result["ocr_pages"]), item.get("scan", False))

    def test_no_password(self):
        self.assertEqual(read("samples", {"file": "09-mot-de-passe.pdf"})["error"]["code"], "password")

    def test_wrong_password(self):
        item = {"file": "09-mot-de-passe.pdf", "password": "faux"}
        self.assertEqual(read("samples", item)["error"]["code"], "password")

    def test_no_document(self):
        self.assertEqual(read("samples", {"file": "README.md"})["error"]["code"], "not_a_document")

    def test_never_from_looks(self):
        result = read("samples", {"file": "12-garde-scan.pdf"}, "--ocr", "never")
        self.assertEqual((result["document"], result["ocr_pages"]), ("other", []))

    def test_always_from_looks(self):
        result = read("samples", {"file": "07-garage.pdf"}, "--ocr", "always")
        self.assertEqual((result["ocr_pages"], result["slips"][0]["net"]), ([1], 1556.69))


def add_tests():
    for folder in ("samples", "papers"):
        for item in json.loads((FIXTURES / folder / "truth.json").read_text())["items"]:
            name = "test_" + item["file"].removesuffix(".pdf").replace("-", "_")
            setattr(Samples, name, lambda self, folder=folder, item=item: self.check_item(folder, item))


add_tests()
tap.run(Samples, "/reader/samples")
