#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbered files that say they are PDF/A-2b, before a judge of others. usage: archival.py ANCRAGECTL

Debian's judge, PDFBox's Preflight, knows PDF/A-1b alone. What that forbids and PDF/A-2b allows is listed below; all else it
finds is wrong in both. It does not look for what PDF/A-2b alone forbids.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = Path(sys.argv[1]).resolve()

sys.path[:0] = [str(HERE.parent), str(HERE.parent / "filing")]
import papers  # noqa: E402

CLASSES = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "bcprov", "jaxb-api", "javax.activation"]

ALLOWED_SINCE = [
    r"7\.11\.2 : .*part must be 1",                             # it is 2
    r"2\.2\.1 : .*Group has a transparency S entry",            # ISO 19005-2, 6.2.10
    r"3\.1\.11 : .*CIDSet entry is missing",                    # ISO 19005-2, 6.2.11.4.2
]


def pictures(folder):
    """Of the kinds that people hand in, by what makes them into pages."""
    source = folder / "text.pdf"
    source.write_bytes(papers.text_pdf(["UN"]))
    for option in (["-tiff", "-mono"], ["-jpeg"], ["-jpeg", "-gray"], ["-png"]):
        subprocess.run(["pdftoppm", "-r", "60", "-singlefile", *option, source, folder / "".join(option)], check=True)

    def shade(x, y):
        return (x * 4, y * 4, 128)
    made = {
        "alpha.png": papers.png(60, 60, lambda x, y: (*shade(x, y), 4 * x), mode="rgba"),
        "grey.png": papers.png(60, 60, lambda x, y: shade(x, y)[:1], mode="grey"),
        "interlaced.png": papers.png(61, 59, shade, interlaced=True),
        "one.png": papers.png(1, 1, shade),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return sorted(path for path in folder.iterdir() if path.suffix in (".png", ".jpg", ".tif"))


def bind(folder, name, documents):
    titles = ["Acte à vérifier", "شهادة ميلاد", "出生证明", "Свидетельство"]
    exhibits = [(i + 1, titles[i % len(titles)], [("Seul", str(document))]) for i, document in enumerate(documents)]
    plan = papers.plan(exhibits, sender=["Cabinet Imaginaire"], recipient=["Préfecture de Nulle-Part"], subtitle="Essai",
                       rows=[{"label": "Nom", "value": "محمد الخيالي"}],
                       memo=[{"kind": kind, "text": f"Texte {kind} " * 40} for kind in ("heading", "paragraph", "item", "source")],
                       jobs=[{"employer": "Hôtel des Inventés", "start": "2021-03-05", "proven": ["2021-04"], "exhibits": [1]}],
                       presence=[{"year": year, "halves": [{"grade": "none"}, {"grade": "certain", "proofs": ["Avis"]}]}
                                 for year in range(2010, 2026)])
    (folder / "plan.json").write_text(json.dumps(plan))
    path = folder / name
    done = subprocess.run([PROGRAM, "bundle", "--plan", folder / "plan.json", "-o", path, "--json"], capture_output=True, check=True)
    if json.loads(done.stdout)["pdfa"] != "yes":
        sys.exit(f"{name}: does not say it is PDF/A")
    return path


def judge(path):
    classes = ":".join(f"/usr/share/java/{name}.jar" for name in CLASSES)
    done = subprocess.run(["java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", path],
                          capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    # It always finds the part; without that it did not look.
    if not re.search(ALLOWED_SINCE[0], said):
        sys.exit(f"{path.name}: no judgement:\n{said}")
    found = re.findall(r"^\d+(?:\.\d+)+ : .*$", said, re.M)
    return [line for line in found if not any(re.match(allowed, line) for allowed in ALLOWED_SINCE)]


def main():
    n_wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = pictures(folder)
        files = [bind(folder, "pictures.pdf", documents)]
        files.append(bind(folder, "again.pdf", [files[0], documents[0]]))
        for path in files:
            wrong = judge(path)
            n_wrong += len(wrong)
            for line in wrong:
                print(f"{path.name}: {line}")
    print(f"{len(documents)} pictures and one archival file: {n_wrong} findings")
    sys.exit(n_wrong > 0)


main()
