#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbered file, read with other programs than those that made it.
usage: test-bundle.py ANCRAGECTL BINDER"""

import json
import os
import random
import re
import resource
import signal
import struct
import subprocess
import sys
import time
import unicodedata
import unittest
import zipfile
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import papers  # noqa: E402
import tap  # noqa: E402
from command import CommandCase  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
BINDER = Path(sys.argv[2]).resolve()


def qpdf_json(path, *keys):
    done = subprocess.run(["qpdf", "--json=2", *[f"--json-key={key}" for key in keys], path],
                          capture_output=True, check=True)
    return json.loads(done.stdout)


def page_texts(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def roman(number):
    text = ""
    for value, digits in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            text, number = text + digits, number - value
    return text


def bookmarks(nodes):
    for node in nodes:
        yield node["title"], node["destpageposfrom1"]
        yield from bookmarks(node["kids"])


class Bundle(CommandCase):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"
        self.out.mkdir()

    def write_plan(self, plan, name="plan.json"):
        return self.write(name, plan)

    def bind(self, plan, name="bundle.pdf", status=0, **more):
        """Makes a file; returns its path and what was printed."""
        path = self.out / name
        done = subprocess.run([PROGRAM, "bundle", "--plan", self.write_plan(plan), "-o", path, "--json"],
                              capture_output=True, check=False, **more)
        self.assertEqual((done.returncode, done.stderr if status == 0 else b""), (status, b""))
        return path, json.loads(done.stdout) if status == 0 else done.stderr.decode()

    def bind_documents(self, *documents, status=0, **more):
        """One exhibit for each document, given as bytes; returns the states of the parts and the path."""
        exhibits = [(i + 1, f"Document {i + 1}", [("Seul", self.write(f"d{i}.pdf", d))]) for i, d in enumerate(documents)]
        path, result = self.bind(papers.plan(exhibits, **more), status=status)
        return path, [part["state"] for exhibit in result["exhibits"] for part in exhibit["parts"]], result

    # Everything agrees

    def check_agreement(self, path, plan, marks):
        """marks: for each exhibit, for each part, the marks of its pages."""
        texts = page_texts(path)
        info = qpdf_json(path, "outlines", "pagelabels", "pages")
        labels = {entry["index"]: entry["label"] for entry in info["pagelabels"]}
        titles = dict(reversed(list(bookmarks(info["outlines"]))))
        n_exhibit_pages = sum(len(part) for parts in marks for part in parts)
        n_front = len(texts) - n_exhibit_pages
        first_list = next(i for i, text in enumerate(texts) if "Bordereau de pièces" in text)
        rows = [line for text in texts[first_list:n_front] for line in text.splitlines()]
        self.assertEqual(labels[0]["/S"], "/r")
        page = n_front
        for exhibit, parts in zip(plan["exhibits"], marks):
            number, n_pages, first = exhibit["number"], sum(map(len, parts)), page + 1
            pages = f"{first}" if n_pages == 1 else f"{first}–{first + n_pages - 1}"
            row = re.compile(rf"^\s*{number}\s+{re.escape(exhibit['title'])}\s.*?{pages}$")
            self.assertEqual(len([r for r in rows if row.match(r)]), 1, (exhibit["title"], pages, rows))
            self.assertEqual(titles[f"Pièce n° {number} – {exhibit['title']}"], first)
            self.assertEqual(labels[page], {"/S": "/D", "/P": f"u:{number}-", **{k: v for k, v in labels[page].items() if k == "/St"}})
            n = 0
            for i, part in enumerate(parts):
                if len(parts) > 1:
                    title = exhibit["parts"][i]["title"]
                    self.assertEqual(titles[f"{number}.{i + 1} – {title}"], page + 1)
                    self.assertTrue(any(re.match(rf"^\s*{number}\.{i + 1}\s+{re.escape(title)}\s.*\b{page + 1}\b", r) for r in rows))
                for mark in part:
                    n += 1
                    page += 1
                    text = texts[page - 1]
                    self.assertIn(mark, text)
                    inner = f".{i + 1}" if len(parts) > 1 else ""
                    self.assertIn(f"Pièce n° {number}{inner} – {n}/{n_pages}", text)
                    self.assertIn(f"page {page} sur {len(texts)}", text)
                    self.assertEqual(text.count("Pièce n°"), 1)
        self.assertEqual(page, len(texts))

    def test_random_orders_and_groups(self):
        rng = random.Random(20261121)
        for round_number in range(12):
            exhibits, marks, number = [], [], rng.randrange(1, 50)
            for e in range(rng.randrange(1, 14)):
                parts, part_marks = [], []
                for p in range(rng.choice([1, 1, 1, 2, 5])):
                    page_marks = [f"MARQUE-{e}-{p}-{k}" for k in range(rng.randrange(1, 5))]
                    document = papers.text_pdf(
                        page_marks, rotate=rng.choice([0, 0, 90, 180, 270]), split=rng.random() < 0.3,
                        size=rng.choice([(595, 842), (842, 595), (400, 300), (2384, 3370)]),
                        tail=rng.choice(["", "", "q 3 0 0 3 40 40 cm", "Q Q", "0 0 1 1 re W n"]),
                        scan=rng.randbytes(400) if rng.random() < 0.3 else None)
                    parts.append((f"Partie {e} {p}", self.write(f"{round_number}-{e}-{p}.pdf", document)))
                    part_marks.append(page_marks)
                exhibits.append((number, rng.choice([f"Titre {e}", f"Pièce é à œ {e}", f"Acte {e} 出生证明"]), parts))
                marks.append(part_marks)
                number += rng.choice([1, 1, 1, 3])
            order = rng.sample(range(len(exhibits)), len(exhibits))
            plan = papers.plan([exhibits[i] for i in order])
            for i, exhibit in enumerate(plan["exhibits"]):
                if rng.random() < 0.5:
                    exhibit["group"] = f"Groupe {i // 3}"
                if rng.random() < 0.5:
                    exhibit["date"] = "de mars 2020 à avril 2021"
            path, result = self.bind(plan)
            self.check_agreement(path, plan, [marks[i] for i in order])
            self.assertEqual({p["state"] for e in result["exhibits"] for p in e["parts"]}, {"bound"})

    def test_whole_plan_prints_in_any_script(self):
        document = self.write("a.pdf", papers.text_pdf(["MARQUE"]))
        plan = papers.plan([(7, "شهادة ميلاد", [("a", document)]), (8, "出生证明", [("a", document)])],
                           sender=["Cabinet Exemple"], recipient=["Préfecture de Nulle-Part"], subtitle="Essai",
                           rows=[{"label": "Nom", "value": "محمد الخيالي"}, {"label": "Nom", "value": "李想象"}],
                           memo=[{"kind": k, "text": f"Texte {k} " * 40} for k in ("heading", "paragraph", "item", "source") * 20],
                           jobs=[{"employer": "Hôtel des Inventés", "start": "2021-03-05", "proven": ["2021-04"], "exhibits": [7]}] * 40,
                           presence=[{"year": y, "halves": [{"grade": "none"}, {"grade": "certain", "proofs": ["Avis"]}]}
                                     for y in range(1990, 2026)])
        path, _ = self.bind(plan)
        texts = "".join(page_texts(path))
        self.assertEqual(sorted(c for c in unicodedata.normalize("NFKC", texts) if "\u0620" <= c <= "\u064a"),
                         sorted("شهادةميلاد" + "محمدالخيالي"))
        for text in ("Note de synthèse", "Parcours professionnel", "Présence en France", "李想象", "出生证明", "aucune preuve"):
            self.assertIn(text, texts)
        fonts = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout
        for font in fonts.splitlines()[2:]:
            if "Helvetica" not in font:  # the document's own
                self.assertRegex(font, r" yes +yes +yes +\d+ +0$")

    def test_a_file_is_what_it_says(self):
        path, _, _ = self.bind_documents(papers.text_pdf(["x"]))
        root = next(o["value"] for o in qpdf_json(path, "qpdf")["qpdf"][1].values()
                    if isinstance(o.get("value"), dict) and o["value"].get("/Type") == "/Catalog")
        self.assertEqual(root["/Lang"], "u:fr")
        self.assertEqual(root["/ViewerPreferences"], {"/DisplayDocTitle": True})
        info = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
        self.assertIn("Demande d’admission exceptionnelle au séjour", info)
        self.assertIn("CreationDate:    Sat Nov 21 00:00:00 2026", info)

    def test_originals_keep_their_data(self):
        scan = random.Random(1).randbytes(90000)
        path, _, _ = self.bind_documents(papers.text_pdf(["x"], scan=scan))
        subprocess.run(["pdfimages", "-all", path, self.folder / "image"], check=True)
        subprocess.run(["pdfimages", "-all", self.folder / "d0.pdf", self.folder / "original"], check=True)
        self.assertEqual((self.folder / "image-000.png").read_bytes(), (self.folder / "original-000.png").read_bytes())

    def test_the_same_plan_gives_the_same_bytes(self):
        documents = [self.write(f"{i}.pdf", papers.text_pdf([f"x{i}"] * 3)) for i in range(5)]
        plan = papers.plan([(i + 1, f"T{i}", [("a", d)]) for i, d in enumerate(documents)])
        for form, name in (("one_file", "a.pdf"), ("archive", "a.zip")):
            plan["form"] = form
            first = self.bind(plan, name)[0].read_bytes()
            time.sleep(1.1)
            again = self.bind(plan, name, env={**os.environ, "TZ": "Asia/Tokyo", "LANGUAGE": "en"})[0].read_bytes()
            self.assertTrue(first == again, form)
            plan["date"] = "2026-11-22"
            self.assertFalse(first == self.bind(plan, name)[0].read_bytes(), form)
            plan["date"] = "2026-11-21"

    # Stamps

    def test_stamps_stand_where_they_should(self):
        for place in ("top_left", "top", "top_right", "bottom_left", "bottom", "bottom_right"):
            for rotate, box in ((0, None), (90, None), (180, [100, 100, 500, 700]), (270, [0, 50, 300, 842])):
                document = papers.text_pdf(["x"], rotate=rotate, box=box)
                path, _, result = self.bind_documents(document, stamp={"place": place, "size": 12, "folio": False})
                page = result["exhibits"][0]["first_page"]
                done = subprocess.run(["pdftotext", "-bbox", "-cropbox", "-f", str(page), "-l", str(page), path, "-"],
                                      capture_output=True, check=True, text=True).stdout
                width, height = map(float, re.search(r'<page width="([\d.]+)" height="([\d.]+)"', done).groups())
                if rotate % 180:  # pdftotext says the size of the page before it is turned
                    width, height = height, width
                x0, y0, x1, y1 = map(float, re.search(
                    r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">Pièce<', done).groups())
                self.assertTrue(0 < x0 < x1 < width and 0 < y0 < y1 < height, (place, rotate, done))
                self.assertLess(y1 - y0, x1 - x0)  # upright
                self.assertEqual(y1 < height / 2, place.startswith("top"), (place, rotate))
                if place.endswith("left"):
                    self.assertLess(x0, 40)
                if place.endswith("right"):
                    self.assertGreater(x1, width - 140)

    # Images

    def make_jpeg(self, resolution=50):
        """A picture whose upper left quarter is black."""
        pdf = papers.Pdf()
        stream = pdf.add_stream(b"0 g 0 100 50 50 re f")
        page = pdf.add(f"<< /Type /Page /Parent 3 0 R /MediaBox [ 0 0 100 150 ] /Contents {stream} 0 R >>")
        pdf.add(f"<< /Type /Pages /Count 1 /Kids [ {page} 0 R ] >>")
        source = self.write("picture.pdf", pdf.finish(pdf.add("<< /Type /Catalog /Pages 3 0 R >>")))
        subprocess.run(["pdftoppm", "-jpeg", "-r", str(resolution), "-singlefile", source, self.folder / "picture"], check=True)
        return (self.folder / "picture.jpg").read_bytes()

    def read_page(self, path, page):
        """The grey values of a page: width, height, bytes."""
        done = subprocess.run(["pdftoppm", "-gray", "-r", "20", "-f", str(page), "-l", str(page), path],
                              capture_output=True, check=True).stdout
        head, width, height, depth, rest = re.match(rb"(P5)\s(\d+)\s(\d+)\s(\d+)\s", done).groups() + (None,)
        return int(width), int(height), done[-int(width) * int(height):]

    def find_dark(self, path, page):
        """The middle of what is dark, in parts of the page, below where stamps are."""
        width, height, grey = self.read_page(path, page)
        dark = [(i % width, i // width) for i, g in enumerate(grey) if g < 40 and i // width > height * 0.08]
        return sum(x for x, _ in dark) / len(dark) / width, sum(y for _, y in dark) / len(dark) / height

    def test_photographs_stand_upright(self):
        jpeg = self.make_jpeg()
        sides = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
        documents = [papers.with_orientation(jpeg, orientation) for orientation in sides]
        path, states, result = self.bind_documents(*documents)
        self.assertEqual(set(states), {"bound"})
        for exhibit, (right, down) in zip(result["exhibits"], sides.values()):
            x, y = self.find_dark(path, exhibit["first_page"])
            self.assertEqual((x > 0.5, y > 0.5), (bool(right), bool(down)), exhibit)

    def test_images_are_not_encoded_again(self):
        jpeg = self.make_jpeg()
        png = papers.png(60, 40, lambda x, y: (x * 4, y * 6, 0), dpi=150)
        path, states, _ = self.bind_documents(jpeg, png)
        self.assertEqual(states, ["bound", "bound"])
        subprocess.run(["pdfimages", "-all", path, self.folder / "image"], check=True)
        self.assertEqual((self.folder / "image-000.jpg").read_bytes(), jpeg)
        self.assertIn(zlib.compress(b"".join(b"\0" + bytes(v for x in range(60) for v in (x * 4, y * 6, 0)) for y in range(40))),
                      path.read_bytes())

    def test_images_of_all_kinds_become_pages(self):
        def pixel(x, y):
            return (0, 0, 0) if x < 30 and y < 30 else (255, 255, 255)
        source = self.write("tiff.pdf", papers.text_pdf(["UN", "DEUX"]))
        subprocess.run(["pdftoppm", "-tiff", "-r", "40", "-mono", source, self.folder / "page"], check=True)
        documents = [
            papers.png(60, 60, lambda x, y: pixel(x, y)[:1], mode="grey"),
            papers.png(60, 60, lambda x, y: (*pixel(x, y), 255), mode="rgba"),
            papers.png(61, 59, pixel, interlaced=True),
            (self.folder / "page-1.tif").read_bytes(),
        ]
        path, states, result = self.bind_documents(*documents)
        self.assertEqual(set(states), {"bound"})
        self.assertEqual(result["pdfa"], "yes")
        for exhibit in result["exhibits"][:3]:
            x, y = self.find_dark(path, exhibit["first_page"])
            self.assertTrue(x < 0.5 and y < 0.5, exhibit)
        self.assertIn(b"<pdfaid:part>2</pdfaid:part>", path.read_bytes())

    def test_pdfa_is_written_as_it_asks(self):
        """What PDF does not ask for and PDF/A does (ISO 19005-2, 6.1.7.1 and 6.2.11.3.2)."""
        path, _, result = self.bind_documents(papers.png(60, 60, lambda x, y: (x, y, 0)), subtitle="شهادة ميلاد")
        self.assertEqual(result["pdfa"], "yes")
        ends = re.findall(rb"(.)endstream\nendobj", path.read_bytes(), re.S)
        self.assertGreater(len(ends), 10)
        self.assertEqual(set(ends), {b"\n"})
        objects = [entry.get("value") for entry in qpdf_json(path, "qpdf")["qpdf"][1].values()]
        fonts = [entry for entry in objects if isinstance(entry, dict) and entry.get("/Subtype") == "/CIDFontType2"]
        self.assertGreater(len(fonts), 0)
        self.assertEqual({font.get("/CIDToGIDMap") for font in fonts}, {"/Identity"})

    def test_pdfa_is_not_claimed_for_others(self):
        path, _, result = self.bind_documents(papers.text_pdf(["x"]))
        self.assertEqual(result["pdfa"], "sources")
        self.assertNotIn(b"pdfaid:part>", path.read_bytes())

    # Documents that are not what they should be

    def test_unreadable_documents_leave_a_page_that_says_so(self):
        good = papers.text_pdf(["x"])
        source = self.write("good.pdf", good)
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", source, self.folder / "locked.pdf"], check=True)
        locked = (self.folder / "locked.pdf").read_bytes()
        subprocess.run(["qpdf", "--encrypt", "", "owner", "256", "--", source, self.folder / "owned.pdf"], check=True)
        owned = (self.folder / "owned.pdf").read_bytes()
        empty = papers.Pdf()
        empty.add("<< /Type /Pages /Count 0 /Kids [ ] >>")
        jpeg = self.make_jpeg(300)
        documents = [locked, b"%PDF-1.4\nnothing", b"hello", b"", empty.finish(empty.add("<< /Type /Catalog /Pages 1 0 R >>")),
                     owned, jpeg[:-400], b"\x89PNG\r\n\x1a\n" + bytes(50), b"II*\0" + bytes(40)]
        path, states, result = self.bind_documents(*documents)
        self.assertEqual(states, ["password", "damaged", "not_a_document", "empty", "empty", "bound", "repaired", "damaged", "damaged"])
        texts = page_texts(path)
        for exhibit, state in zip(result["exhibits"], states):
            text = texts[exhibit["first_page"] - 1]
            self.assertEqual("n’a pas pu être reproduite" in text, state not in ("bound", "repaired"), state)
        self.assertIn("mot de passe", texts[result["exhibits"][0]["first_page"] - 1])

    def test_passwords_open(self):
        source = self.write("good.pdf", papers.text_pdf(["MARQUE"]))
        locked = self.folder / "locked.pdf"
        # What the author set, how it is encrypted (older encryption is not UTF-8), and what is typed.
        for password, bits, typed in [("secret", "256", "secret"), ("secret", "256", "owner"), ("sésame", "256", "sésame"),
                                      ("sésame", "256", "se\u0301same"), ("sésame", "128", "sésame"), ("20 €", "128", "20 €")]:
            weak = ["--allow-weak-crypto"] if bits != "256" else []
            subprocess.run(["qpdf", *weak, "--encrypt", password, "owner", bits, "--", source, locked], check=True)
            plan = papers.plan([(1, "Protégé", [("a", locked)])])
            plan["exhibits"][0]["parts"][0]["password"] = typed
            path, result = self.bind(plan)
            self.assertEqual(result["exhibits"][0]["parts"][0]["state"], "bound", (password, bits, typed))
            self.assertIn("MARQUE", page_texts(path)[-1])

    def test_missing_documents_are_told(self):
        path, result = self.bind(papers.plan([(1, "Perdu", [("a", "nowhere.pdf")])]))
        self.assertEqual(result["exhibits"][0]["parts"][0]["state"], "missing")
        self.assertIn("n’a pas été retrouvé", page_texts(path)[-1])

    def test_damaged_documents_never_stop_the_others(self):
        rng = random.Random(5)
        good = papers.text_pdf([f"page {i}" for i in range(4)], scan=rng.randbytes(900))
        documents = [papers.text_pdf(["TEMOIN"])]
        for _ in range(60):
            bad = bytearray(good)
            for _ in range(rng.randrange(1, 30)):
                bad[rng.randrange(len(bad))] = rng.randrange(256)
            documents.append(bytes(bad[:rng.randrange(len(bad))] if rng.random() < 0.4 else bad))
        path, states, result = self.bind_documents(*documents)
        self.assertEqual(states[0], "bound")
        self.assertGreater(len(set(states)), 2)
        self.assertIn("TEMOIN", page_texts(path)[result["exhibits"][0]["first_page"] - 1])

    def test_hostile_documents_do_no_harm(self):
        loop = papers.Pdf()
        loop.add("<< /Type /Pages /Count 3 /Kids [ 1 0 R 1 0 R 2 0 R ] >>")
        loop.add("<< /Type /Page /Parent 1 0 R /MediaBox [ 0 0 1e30 -7 ] /Contents 2 0 R /Resources 1 0 R /Rotate 7 "
                 "/Annots [ 2 0 R << /Rect [ 0 0 1 1 ] /AP << /N 2 0 R >> >> ] >>")
        nested = papers.Pdf()
        for level in range(24):
            body = f"/F{level - 1} Do " * 10 if level else "0 0 1 1 re f"
            names = f"/XObject << /F{level - 1} {level} 0 R >>" if level else ""
            nested.add_stream(body.encode(), f"/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Resources << {names} >>")
        nested.add_stream(b"/F23 Do")
        nested.add("<< /Type /Page /Parent 27 0 R /MediaBox [ 0 0 9 9 ] /Contents 25 0 R "
                   "/Resources << /XObject << /F23 24 0 R >> >> >>")
        nested.add("<< /Type /Pages /Count 1 /Kids [ 26 0 R ] >>")
        action = papers.Pdf()
        action.add("<< /Type /Pages /Count 1 /Kids [ 2 0 R ] >>")
        action.add("<< /Type /Page /Parent 1 0 R /MediaBox [ 0 0 99 99 ] /AA << /O 3 0 R >> /Annots [ << /Subtype /Link /A 3 0 R "
                   "/Rect [ 0 0 9 9 ] >> << /Subtype /FileAttachment /FS 3 0 R /Rect [ 0 0 9 9 ] >> ] >>")
        action.add("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")
        documents = [loop.finish(loop.add("<< /Type /Catalog /Pages 1 0 R >>")),
                     nested.finish(nested.add("<< /Type /Catalog /Pages 27 0 R >>")),
                     action.finish(action.add("<< /Type /Catalog /Pages 1 0 R /OpenAction 3 0 R /Names << /JavaScript 3 0 R >> >>")),
                     papers.text_pdf(["TEMOIN"])]
        start = time.monotonic()
        path, states, result = self.bind_documents(*documents)
        self.assertLess(time.monotonic() - start, 20)
        self.assertEqual(states[1:], ["bound"] * 3)
        last = result["exhibits"][-1]["first_page"]
        done = subprocess.run(["pdftotext", "-f", str(last), "-l", str(last), path, "-"], capture_output=True, check=True)
        self.assertIn(b"TEMOIN", done.stdout)
        unpacked = self.folder / "unpacked.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, unpacked], check=False)
        for word in (b"JavaScript", b"FileAttachment", b"/OpenAction", b"/AA"):
            self.assertNotIn(word, unpacked.read_bytes())

    def test_what_ends_the_binder_is_left_out(self):
        deep = papers.Pdf()
        depth = 120000
        deep.add("<< /Type /Catalog /Pages 2 0 R >>")
        for level in range(2, depth):
            deep.add(f"<< /Type /Pages /Count 1 /Kids [ {level + 1} 0 R ] >>")
        deep.add("<< /Type /Page /MediaBox [ 0 0 9 9 ] >>")
        path, states, _ = self.bind_documents(papers.text_pdf(["AVANT"]), deep.finish(1), papers.text_pdf(["APRES"]))
        self.assertEqual(states, ["bound", "crashed", "bound"])
        texts = page_texts(path)
        self.assertIn("sans risque", texts[-2])
        self.assertIn("AVANT", texts[-3])
        self.assertIn("APRES", texts[-1])

    @unittest.skipIf(b"__asan_init" in BINDER.read_bytes(), "sanitizers need memory without bound")
    def test_content_that_unpacks_without_end_is_bounded(self):
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        block = squeeze.compress(bytes(1 << 20)) + squeeze.flush(zlib.Z_FULL_FLUSH)
        pdf = papers.Pdf()
        bomb = pdf.add_stream(b"\x78\xda" + block * 6000, "/Filter /FlateDecode", packed=False)
        pdf.add(f"<< /Type /Page /Parent 3 0 R /MediaBox [ 0 0 99 99 ] /Contents [ {bomb} 0 R {bomb} 0 R ] >>")
        pdf.add("<< /Type /Pages /Count 1 /Kids [ 2 0 R ] >>")
        document = pdf.finish(pdf.add("<< /Type /Catalog /Pages 3 0 R >>"))
        start = time.monotonic()
        path, states, _ = self.bind_documents(document, papers.text_pdf(["TEMOIN"]))
        self.assertIn(states[0], ("repaired", "crashed"))
        self.assertIn("TEMOIN", page_texts(path)[-1])
        self.assertLess(time.monotonic() - start, 40)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 1400 * 1024)

    def test_form_fields_are_printed_as_they_look(self):
        pdf = papers.Pdf()
        font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        look = pdf.add_stream(b"BT /F1 12 Tf 2 4 Td (CHAMP REMPLI) Tj ET",
                              f"/Type /XObject /Subtype /Form /BBox [ 0 0 200 20 ] /Resources << /Font << /F1 {font} 0 R >> >>")
        field = pdf.add(f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (nom) /V (CHAMP REMPLI) /Rect [ 100 600 300 620 ] "
                        f"/F 4 /AP << /N {look} 0 R >> >>")
        hidden = pdf.add(f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (cache) /Rect [ 100 500 300 520 ] /F 2 /AP << /N {look} 0 R >> >>")
        pages = len(pdf.objects) + 2
        pdf.add(f"<< /Type /Page /Parent {pages} 0 R /MediaBox [ 0 0 595 842 ] /Annots [ {field} 0 R {hidden} 0 R ] >>")
        pdf.add(f"<< /Type /Pages /Count 1 /Kids [ {pages - 1} 0 R ] >>")
        document = pdf.finish(pdf.add(f"<< /Type /Catalog /Pages {pages} 0 R /AcroForm << /Fields [ {field} 0 R {hidden} 0 R ] >> >>"))
        path, states, _ = self.bind_documents(document)
        self.assertEqual(states, ["bound"])
        self.assertEqual(page_texts(path)[-1].count("CHAMP REMPLI"), 1)

    # Files

    def test_archive(self):
        document = self.write("a.pdf", papers.text_pdf(["un", "deux"]))
        titles = ["Bulletins de paie, Hôtel « Chez Œdipe » & Cie", "x" * 200, "mot " * 60, "عقد عمل", "a/b\\c: d*e?"]
        plan = papers.plan([(i + 1, title, [("a", document)]) for i, title in enumerate(titles)], form="archive")
        path, _ = self.bind(plan, "a.zip")
        with zipfile.ZipFile(path) as archive:
            self.assertIsNone(archive.testzip())
            names = archive.namelist()
            for name in names:
                self.assertRegex(name, r"^\d\d(_[A-Za-z0-9_-]+)?\.pdf$")
                self.assertLessEqual(len(name), 80)
            self.assertEqual(names[0], "01_bulletins-de-paie-hotel-chez-oedipe-cie.pdf")
            self.assertEqual(names[-1], "00_bordereau-de-pieces.pdf")
            self.assertEqual(len(names), len(set(names)))
            archive.extractall(self.folder)
        texts = page_texts(self.folder / names[1])
        self.assertEqual(len(texts), 2)
        self.assertIn("Pièce n° 2 – 2/2", texts[1])

    def test_a_wrong_plan_is_refused(self):
        good = papers.plan([(1, "Titre", [("a", "a.pdf")])])
        for change in ({"language": "de"}, {"exhibits": []}, {"date": "21/11/2026"}, {"more": 1}, {"version": 2},
                       {"stamp": {"size": 3}}, {"stamp": {"place": "middle"}}, {"title": " "},
                       {"exhibits": good["exhibits"] * 2}):
            err = self.bind({**good, **change}, status=1)[1]
            self.assertIn("plan.json:", err)
            self.assertEqual(os.listdir(self.out), [])

    def test_a_full_disk_leaves_the_old_file(self):
        documents = [papers.text_pdf(["x"], scan=random.Random(i).randbytes(200000)) for i in range(8)]
        exhibits = [(i + 1, f"T{i}", [("a", self.write(f"{i}.pdf", d))]) for i, d in enumerate(documents)]
        old = self.out / "bundle.pdf"
        old.write_bytes(b"old")
        for limit in (1000, 300000, 1700000):
            err = self.bind(papers.plan(exhibits), status=1, restore_signals=False,
                            preexec_fn=lambda n=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (n, n)))[1]
            self.assertNotEqual(err, "")
            self.assertEqual(os.listdir(self.out), ["bundle.pdf"])
            self.assertEqual(old.read_bytes(), b"old")

    @unittest.skipUnless(subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode == 0,
                         "this system lets nobody mount a disk of their own")
    def test_a_disk_without_room_leaves_the_old_file(self):
        """A disk of so many KB: too few for the documents, for what is drawn, for the file."""
        documents = [self.write(f"{i}.pdf", papers.text_pdf(["x"], scan=random.Random(i).randbytes(200000))) for i in range(8)]
        plan = self.write_plan(papers.plan([(i + 1, f"T{i}", [("a", d)]) for i, d in enumerate(documents)]))
        script = ('mount -t tmpfs -o size="$1k" none "$2" && cd "$2" && printf old >bundle.pdf || exit 99\n'
                  '"$3" bundle --plan "$4" -o bundle.pdf >/dev/null; status=$?; ls -A; head -c 3 bundle.pdf; exit $status')
        for size, status, start in ((1000, 1, b"old"), (1800, 1, b"old"), (2600, 1, b"old"), (6000, 0, b"%PD")):
            done = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", str(size), self.out, PROGRAM, plan],
                                  capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (status, b"bundle.pdf\n" + start), (size, done.stderr))

    def test_a_folder_that_is_not_there(self):
        document = self.write("a.pdf", papers.text_pdf(["x"]))
        self.out.rmdir()
        self.bind(papers.plan([(1, "T", [("a", document)])]), status=1)

    def interrupt(self, signal_number):
        document = self.write("a.pdf", papers.text_pdf(["x"] * 4, scan=bytes(100000)))
        plan = self.write_plan(papers.plan([(i + 1, f"T{i}", [("a", document)]) for i in range(400)]))
        old = self.out / "bundle.pdf"
        statuses = set()
        for delay in (0.02, 0.1, 0.3, 0.6):
            old.write_bytes(b"old")
            process = subprocess.Popen([PROGRAM, "bundle", "--plan", plan, "-o", old, "--json"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            process.send_signal(signal_number)
            statuses.add(process.wait())
            self.assertEqual(os.listdir(self.out), ["bundle.pdf"])
            if process.returncode != 0:
                self.assertEqual(old.read_bytes(), b"old")
        return statuses

    def test_interrupted_it_leaves_nothing(self):
        self.assertIn(130, self.interrupt(signal.SIGINT))

    def test_killed_it_leaves_nothing(self):
        self.assertIn(-signal.SIGKILL, self.interrupt(signal.SIGKILL))

    def find_binder(self, parent):
        """The number of the binder that a process has started, or None."""
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                name, fields = re.fullmatch(r"\d+ \((.*)\) (.*)", path.read_text(), re.DOTALL).groups()
            except OSError:
                continue
            if name == BINDER.name and int(fields.split()[1]) == parent and fields[0] != "Z":
                return path.parent
        return None

    def is_alive(self, process):
        try:
            return " Z " not in (process / "stat").read_text()  # dead, and not yet buried by whoever adopted it
        except OSError:
            return False

    def test_the_binder_ends_with_who_started_it(self):
        document = self.write("a.pdf", papers.text_pdf(["x"] * 4, scan=bytes(100000)))
        plan = self.write_plan(papers.plan([(i + 1, f"T{i}", [("a", document)]) for i in range(800)]))
        process = subprocess.Popen([PROGRAM, "bundle", "--plan", plan, "-o", self.out / "bundle.pdf"], stdout=subprocess.DEVNULL)
        while not (binder := self.find_binder(process.pid)):
            self.assertIsNone(process.poll())
            time.sleep(0.01)
        process.kill()
        process.wait()
        end = time.monotonic() + 20
        while self.is_alive(binder):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.01)
        self.assertEqual(os.listdir(self.out), [])

    # Cases in a store

    def run_on_store(self, *arguments):
        done = subprocess.run([PROGRAM, *map(str, arguments), "--store", self.folder / "office.ancrage"], capture_output=True,
                              check=False, env={**os.environ, "XDG_DATA_HOME": str(self.folder), "LANGUAGE": "en"})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode(), done.stderr.decode()

    def test_a_case_of_a_store(self):
        subprocess.run([PROGRAM, "store", "create", self.folder / "office.ancrage", "--no-passphrase"], check=True,
                       capture_output=True)
        case = {"format": "ancrage-case", "version": 1, "reference": "r", "entry_date": "2024-02-01",
                "person": {"family_name": "IMAGINAIRE", "given_names": "Mariam", "nationality": "TUN"},
                "employers": [{"id": "e1", "name": "Phare", "kind": "company"}],
                "jobs": [{"id": "j1", "employer": "e1", "start": "2025-01-01", "contract": "permanent"}],
                "payslips": [{"job": "j1", "month": "2025-04", "hours": 151.67, "document": "d1"},
                             {"job": "j1", "month": "2025-03", "hours": 151.67, "document": "d2"}]}
        documents = [("d1", "Avril", "payslip", "2025-04"), ("d2", "Mars", "payslip", "2025-03"), ("d3", "Passeport", "passport", None)]
        case["documents"] = [{"id": i, "title": title, "kind": kind, **({"month": month} if month else {}), "file": f"{title}.pdf"}
                             for i, title, kind, month in documents]
        for _, title, _, _ in documents:
            self.write(f"{title}.pdf", papers.text_pdf([f"MARQUE {title}"]))
        self.run_on_store("case", "import", "--documents", self.folder, self.write("case.json", json.dumps(case).encode()))
        options = ["--case", "r", "--regime", "aes-l435-4-2025", "--on", "2026-11-21", "--memo"]
        path = self.out / "bundle.pdf"
        out, err = self.run_on_store("bundle", *options, "-o", path)
        self.assertIn("2 exhibits on ", out)
        self.assertIn("missing: Photograph", err)
        texts = page_texts(path)
        self.assertEqual([re.search("MARQUE ([A-Z][a-z]*)", text)[1] for text in texts[-3:]], ["Passeport", "Mars", "Avril"])
        self.assertRegex("".join(texts), r"2\s+Bulletins de paie, Phare")
        self.assertRegex(texts[0], r"Nationalité\s+Tunisie")
        plan, _ = self.run_on_store("bundle", *options, "--print-plan")
        self.assertEqual(self.run_on_store("bundle", *options, "--print-plan")[0], plan)
        earlier = self.write("earlier.json", plan.encode())
        self.run_on_store("document", "add", "--case", "r", "--kind", "tax_notice", "--title", "Avis",
                          self.write("avis.pdf", papers.text_pdf(["MARQUE Avis"])))
        later = json.loads(self.run_on_store("bundle", *options, "--after", earlier, "--print-plan")[0])
        self.assertEqual([(e["number"], e["title"]) for e in later["exhibits"]], [(3, "Avis")])

        # What was filed keeps its number with the case, without its plan.
        self.run_on_store("bundle", *options, "--after", earlier, "--filed", "-o", path)
        again = json.loads(self.run_on_store("bundle", *options, "--again", "--print-plan")[0])
        self.assertEqual([(e["number"], e["title"]) for e in again["exhibits"] if e["title"] == "Avis"], [(3, "Avis")])
        self.run_on_store("bundle", *options, "--again", "--filed", "-o", path)
        done = subprocess.run([PROGRAM, "bundle", *options, "--store", self.folder / "office.ancrage", "-o", path],
                              capture_output=True, check=False, env={**os.environ, "LANGUAGE": "en"})
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"no document that was not filed already", done.stderr)

    # The second look

    def run_binder(self, verb, files):
        """Runs the binder alone, its descriptors in their places."""
        def place():
            for i, fd in enumerate(copies):
                os.dup2(fd, 3 + i)
        copies = [os.dup2(fd, 100 + i) and 100 + i for i, fd in enumerate(files)]
        done = subprocess.run([BINDER, verb], capture_output=True, check=False, close_fds=False, preexec_fn=place)
        for fd in copies:
            os.close(fd)
        return done

    def test_a_file_that_disagrees_is_not_handed_over(self):
        document = papers.text_pdf(["un", "deux"])
        plan = json.dumps(papers.plan([(3, "Premier titre", [("a", "a")]), (4, "Second titre", [("a", "a")])])).encode() + b"\0"
        padded = plan + bytes(-len(plan) % 8)
        body = padded + struct.pack("<QQIxxxx", 0, len(document), 0) * 2
        request = body + struct.pack("<H", len(plan))
        self.assertLess(len(request), 65536)
        names = ["request", "documents", "scratch", "output", "report"]
        for name, content in zip(names, (request, document, b"", b"", b"")):
            self.write(name, content)
        files = [os.open(self.folder / name, os.O_RDWR) for name in names]
        self.assertEqual(self.run_binder("bind", files).returncode, 0)
        self.assertEqual(self.run_binder("check", files).returncode, 0)
        written = (self.folder / "output").read_bytes()
        flat = self.folder / "flat.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", self.folder / "output", flat], check=True)
        text = flat.read_bytes()

        def check(changed):
            plain = self.write("changed.pdf", changed)
            subprocess.run(["qpdf", plain, self.folder / "output"], check=False, capture_output=True)
            done = self.run_binder("check", files)
            return done.returncode, done.stdout.decode()

        os.close(files[3])
        files[3] = os.open(self.folder / "output", os.O_RDWR)
        self.assertEqual(check(text)[0], 0)
        stamps = re.findall(rb"/AncStamp (\d+ 0 R)", text)
        wrong = {
            "stamp swapped": text.replace(b"/AncStamp " + stamps[0], b"/AncStamp " + stamps[1]),
            "content gone": text.replace(b"/AncPage ", b"/AncPagX "),
            "stamp not drawn": text.replace(b"/AncStamp Do", b"/AncStomp Do"),
            "stamp moved off": re.sub(rb"(/Matrix \[(?:\s+[-\d.]+){4}\s+)[\d.]+", rb"\g<1>9999.000", text, count=1),
            "bookmark renamed": text.replace(b" 3 \\205 Premier titre)", b" 9 \\205 Premier titre)"),
            "labels changed": text.replace(b"/P (3-)", b"/P (5-)"),
        }
        for what, changed in wrong.items():
            self.assertFalse(changed == text, what)
            status, out = check(changed)
            self.assertEqual((status, out.splitlines()[-1].startswith("failed 3")), (1, True), (what, out))
        (self.folder / "output").write_bytes(written[:len(written) // 2])
        self.assertEqual(self.run_binder("check", files).returncode, 1)
        for fd in files:
            os.close(fd)


tap.run(Bundle, "/filing/bundle")
