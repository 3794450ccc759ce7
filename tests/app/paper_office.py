# SPDX-License-Identifier: GPL-3.0-or-later
"""An office with one invented case and its documents, as files of one page that say what they are."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "filing"))

import papers  # noqa: E402

REFERENCE = "2026-031"

# Another case, of many documents that nobody has: each is an exhibit of its own, in the order of their dates.
MANY_REFERENCE = "2026-300"
N_MANY = 300

# Identifier, title, kind, and the month or the day.
DOCUMENTS = [
    *((f"p{month}", f"Bulletin {month}", "payslip", month) for month in
      ("2024-02", "2024-03", "2024-04", "2025-01", "2025-02", "2025-03", "2025-09")),
    ("m1", "Bulletin 2025-10", "payslip", "2025-10"),
    ("m2", "Bulletin 2025-11", "payslip", "2025-11"),
    ("passport", "Passeport", "passport", None),
    ("notice-23", "Avis d’imposition 2023", "tax_notice", "2023-08-30"),
    ("notice-25", "Avis d’imposition 2025", "tax_notice", "2025-08-28"),
    ("bank", "Relevé bancaire de février 2023", "bank_statement", "2023-02-28"),
    ("aid", "Aide médicale de l’État", "medical_aid", "2022-11-15"),
    ("friend", "Attestation d’un voisin", "private_statement", "2026-02-01"),
]

CASE = {
    "format": "ancrage-case",
    "version": 1,
    "reference": REFERENCE,
    "person": {"family_name": "FICTIF", "given_names": "Salif", "nationality": "MLI", "birth_date": "1990-05-04",
               "department": "75"},
    "entry_date": "2022-03-10",
    "stays": [],
    "absences": [],
    "employers": [{"id": "e1", "name": "Phare imaginaire", "kind": "company", "department": "75"},
                  {"id": "e2", "name": "Moulin inventé", "kind": "company", "department": "75"}],
    "jobs": [{"id": "j1", "employer": "e1", "start": "2024-02-01", "end": "2025-09-30", "contract": "permanent",
              "occupation": {"label": "Cuisinier", "fap": "S1Z40"}, "weekly_hours": 35},
             {"id": "j2", "employer": "e2", "start": "2025-10-01", "contract": "permanent",
              "occupation": {"label": "Cuisinier", "fap": "S1Z40"}, "weekly_hours": 35}],
    "payslips": [{"job": "j2" if word.startswith("m") else "j1", "month": when, "hours": 151.67, "document": word}
                 for word, _, kind, when in DOCUMENTS if kind == "payslip"],
}


def describe_many():
    documents = [{"id": f"d{i}", "title": f"Paper {i + 1}", "kind": "bank_statement", "date": f"{2000 + i // 12}-{i % 12 + 1:02}-05"}
                 for i in range(N_MANY)]
    person = {"family_name": "FICTIF", "given_names": "Moussa", "nationality": "MLI", "department": "75"}
    return dict(CASE, reference=MANY_REFERENCE, person=person, entry_date="2000-01-03", documents=documents, employers=[], jobs=[], payslips=[])


def describe(word, title, kind, when):
    document = {"id": word, "title": title, "kind": kind, "file": f"{word}.pdf"}
    if when is not None:
        document["month" if len(when) == 7 else "date"] = when
    return document


def run(*arguments):
    program = Path(os.environ["ANC_PROGRAM"]).parent.parent / "cli" / "ancragectl"
    return subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def make(path):
    """Makes the office at a path where nothing is yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for word, title, _, _ in DOCUMENTS:
            (Path(folder) / f"{word}.pdf").write_bytes(papers.text_pdf([f"{title} [{word}]"]))
        case = dict(CASE, documents=[describe(*document) for document in DOCUMENTS])
        (Path(folder) / "case.json").write_text(json.dumps(case))
        run("store", "create", "--no-passphrase", path)
        run("case", "import", "--store", path, "--documents", folder, Path(folder) / "case.json")


def add_many(path):
    """The case of many documents, to an office that nobody has open."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "many.json").write_text(json.dumps(describe_many()))
        run("case", "import", "--store", path, Path(folder) / "many.json")
