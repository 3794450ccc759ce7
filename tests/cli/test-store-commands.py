#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ancragectl on stores, as its users call it. usage: test-store-commands.py ANCRAGECTL SOURCE_FOLDER"""

import hashlib
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tap  # noqa: E402
from command import CommandCase, read_terminal  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
SAMPLES = SOURCE / "data/samples/cases"
COOK = SAMPLES / "cook-missing-two-months.json"

HEAD = {"format": "ancrage-case", "version": 1}
PERSON = {"family_name": "Exemple", "given_names": "Camille"}
EMPLOYER = {"id": "e1", "name": "Fictif", "kind": "company"}
JOB = {"id": "j1", "employer": "e1", "start": "2025-01-01", "contract": "permanent"}


def case(reference="r", **members):
    return {**HEAD, "reference": reference, "person": PERSON, **members}


class StoreCommands(CommandCase):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        self.store = self.folder / "office.ancrage"

    def expect(self, *arguments, **options):
        """Runs a command that is to succeed without a word of complaint; gives its output."""
        status, out, err = self.run_it(*arguments, **options)
        self.assertEqual((status, err), (0, ""), arguments)
        return out

    def lines(self, *arguments):
        return [json.loads(line) for line in self.expect(*arguments, "--json").splitlines()]

    def create(self, *cases, path=None):
        path = path or self.store
        self.expect("store", "create", path, "--no-passphrase")
        for one in cases:
            self.expect("case", "import", "--store", path, self.write("one.json", one))
        return path

    def export(self, reference, path=None):
        return self.expect("case", "export", "--store", path or self.store, reference)

    # store

    def test_create_and_passphrases(self):
        secret = self.write("secret", "mot de passe fictif é\n")
        other = self.write("other", "un autre\r\n")
        self.expect("store", "create", self.store, "--passphrase-file", secret)
        self.assertEqual(self.store.stat().st_mode & 0o777, 0o600)
        self.assertFalse(self.store.read_bytes().startswith(b"SQLite format 3"))
        (info,) = self.lines("store", "info", self.store, "--passphrase-file", secret)
        self.assertEqual((info["encrypted"], info["cases"], info["transactions"]), (True, 0, 0))

        self.expect("case", "new", "A", "--store", self.store, "--passphrase-file", secret)
        status, out, err = self.run_it("case", "list", "--store", self.store, "--passphrase-file", other)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("the passphrase is wrong", err)

        self.expect("store", "passphrase", self.store, "--passphrase-file", secret, "--new-passphrase-file", other)
        self.assertEqual(self.run_it("store", "check", self.store, "--passphrase-file", secret)[0], 1)
        reading, writing = os.pipe()
        os.write(writing, b"un autre\n")
        os.close(writing)
        out = self.expect("case", "list", "--store", self.store, "--passphrase-fd", reading, pass_fds=[reading])
        os.close(reading)
        self.assertIn("A  – ", out)

    def test_passphrase_set_and_removed(self):
        secret = self.write("secret", "mot de passe fictif\n")
        self.create(case("A"))  # with a backup, whose passphrase changes too
        self.expect("store", "passphrase", self.store, "--new-passphrase-file", secret)
        self.assertFalse(self.store.read_bytes().startswith(b"SQLite format 3"))
        self.assertEqual(self.run_it("store", "info", self.store)[0], 1)
        self.expect("store", "passphrase", self.store, "--passphrase-file", secret, "--remove")
        self.assertTrue(self.store.read_bytes().startswith(b"SQLite format 3"))
        self.assertEqual([info["encrypted"] for info in self.lines("store", "info", self.store)], [False])

    def test_passphrase_that_is_none(self):
        for content in ("", "\n", b"\xff\n", b"a\x00b\n"):
            secret = self.write("secret", content)
            status, _, err = self.run_it("store", "create", self.store, "--passphrase-file", secret)
            self.assertEqual(status, 1, content)
            self.assertIn("there is no passphrase on the first line", err)
            self.assertFalse(self.store.exists())
        self.assertEqual(self.run_it("store", "create", self.store, "--passphrase-file", "nowhere")[0], 1)
        status, _, err = self.run_it("store", "create", self.store)
        self.assertEqual(status, 1)
        self.assertIn("no terminal to ask", err)
        self.assertFalse(self.store.exists())

    def answer_on_terminal(self, arguments, answers, interrupt=False):
        """Answers the prompts on a terminal of the program's own; gives its status and all that was shown."""
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execve(PROGRAM, [str(PROGRAM), *map(str, arguments)], self.environment)
        waiting = list(answers)

        def answer(shown):
            if shown.endswith(b": ") and (waiting or interrupt):
                os.write(terminal, waiting.pop(0).encode() + b"\n" if waiting else b"\x03")

        shown = read_terminal(terminal, answer)
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()

    def test_prompt(self):
        status, shown = self.answer_on_terminal(["store", "create", self.store], ["un secret", "un secret"])
        self.assertEqual(status, 0, shown)
        self.assertIn("New passphrase: ", shown)
        self.assertNotIn("secret", shown)
        status, shown = self.answer_on_terminal(["store", "check", self.store], ["un secret"])
        self.assertEqual(status, 0, shown)
        self.assertIn("nothing is wrong", shown)
        self.assertEqual(self.answer_on_terminal(["store", "check", self.store], ["faux"])[0], 1)
        status, shown = self.answer_on_terminal(["store", "create", self.folder / "b"], ["un", "deux"])
        self.assertEqual(status, 1)
        self.assertIn("the two passphrases differ", shown)
        self.assertEqual(self.answer_on_terminal(["store", "check", self.store], [], interrupt=True)[0], 130)

    def test_errors_of_the_store(self):
        self.create()
        status, _, err = self.run_it("store", "create", self.store, "--no-passphrase")
        self.assertEqual(status, 1)
        self.assertIn("it is there already", err)
        status, _, err = self.run_it("case", "list", "--store", self.write("no.ancrage", "rien de tel " * 500))
        self.assertEqual(status, 1)
        self.assertIn("this is not a store", err)
        status, _, err = self.run_it("case", "list", "--store", "nowhere.ancrage")
        self.assertEqual(status, 1)
        self.assertIn("it is not there", err)

    def test_check_finds_damage(self):
        self.create(case("A", notes="bonjour"))
        self.assertEqual(self.lines("store", "check", self.store), [{"clean": True, "problems": []}])
        self.store.write_bytes(self.store.read_bytes().replace(b"bonjour", b"bonsoir"))
        status, out, err = self.run_it("store", "check", self.store)
        self.assertEqual((status, out), (1, ""))
        self.assertNotEqual(err, "")

    def test_backup_and_restore(self):
        self.create(case("A"))
        backup = self.expect("store", "backup", self.store).strip()
        listed = self.lines("store", "backup", "--list", self.store)
        self.assertEqual([Path(one["path"]).name for one in listed if "kept" in one["path"]], [Path(backup).name])
        self.assertEqual(len(listed), 2)  # the day's own stands beside the one that was asked for
        self.expect("case", "new", "B", "--store", self.store)
        out = self.expect("store", "restore", self.store, backup)
        self.assertIn("is kept as", out)
        self.assertEqual([entry["reference"] for entry in self.lines("case", "list", "--store", self.store)], ["A"])
        kept = out.split(" is kept as ")[1].strip()
        self.assertEqual({entry["reference"] for entry in self.lines("case", "list", "--store", kept)}, {"A", "B"})
        self.assertEqual(self.run_it("store", "restore", self.store, self.write("bad", "x" * 5000))[0], 1)
        self.assertEqual(self.expect("store", "restore", self.folder / "new.ancrage", backup), "Restored.\n")

    # case

    def test_import_then_export_gives_the_same_bytes(self):
        self.create()
        for path in sorted(SAMPLES.glob("*.json")):
            reference = json.loads(path.read_text())["reference"]
            self.assertEqual(self.expect("case", "import", "--store", self.store, path), f"{reference}\n")
            exported = self.export(reference)
            self.assertEqual(json.loads(exported), json.loads(path.read_text()))
            again = self.create(path=self.folder / f"{reference}.ancrage")
            self.expect("case", "import", "--store", again, self.write("again.json", exported))
            self.assertEqual(self.export(reference, again), exported)

    def test_import_of_lines(self):
        self.create()
        lines = b"\n".join([json.dumps(case("A")).encode(), b"{", b"", json.dumps(case("B", colour=1)).encode(), json.dumps(case("A")).encode(), json.dumps(case("C")).encode()])
        path = self.write("x.jsonl", lines)
        status, out, err = self.run_it("case", "import", "--store", self.store, path)
        self.assertEqual((status, out), (1, "A\nC\n"))
        self.assertEqual(err.splitlines(), [
            f"{path}:2: line 1, column 1: the text breaks off here; it was cut short",
            f"{path}:4: colour: unknown key",
            f"{path}:5: there is a case “A” in the store already",
        ])
        self.assertEqual(self.expect("case", "import", "--store", self.store, "-", stdin=json.dumps(case("D")).encode()), "D\n")
        self.assertEqual(len(self.lines("journal", "--store", self.store)), 3)  # one transaction a case

    def test_lenient_import(self):
        self.create()
        path = self.write("odd.json", case("A", employers=[EMPLOYER], jobs=[JOB, {"id": "j1", "employer": "e9"}], entry_date="2024-02-30"))
        self.assertEqual(self.run_it("case", "import", "--store", self.store, path)[:2], (1, ""))
        status, out, err = self.run_it("case", "import", "--lenient", "--store", self.store, path)
        self.assertEqual((status, out), (0, "A\n"))
        self.assertIn("entry_date: 2024-02-30 is not a date", err)
        self.assertIn("jobs[1].employer: there is no “e9” in employers", err)
        exported = json.loads(self.export("A"))
        self.assertEqual(exported["jobs"], [JOB, {"id": "j1", "employer": "e9"}])
        self.assertNotIn("entry_date", exported)

        (shown,) = self.lines("case", "show", "--store", self.store, "A")
        self.assertEqual(shown["case"], exported)
        self.assertIn({"path": "jobs[1].id", "kind": "refused", "left_out": "record", "reason": "the id “j1” stands twice in this list"}, shown["findings"])
        self.assertIn("jobs[1].id: the id “j1” stands twice in this list [left out]", self.expect("case", "show", "--store", self.store, "A"))

    def test_new_list_delete_and_undo(self):
        self.create()
        self.expect("case", "new", "2026-1", "--family-name", "Zèbre", "--given-names", "Ana", "--store", self.store)
        self.expect("case", "new", "2026-2", "--family-name", "Abeille", "--store", self.store)
        self.assertEqual(self.run_it("case", "new", "2026-1", "--store", self.store)[0], 1)
        entries = self.lines("case", "list", "--store", self.store)
        self.assertEqual([(e["reference"], e["family_name"], e["state"]) for e in entries],
                         [("2026-2", "Abeille", "intake"), ("2026-1", "Zèbre", "intake")])
        self.assertIn("2026-1  Zèbre Ana  [intake]", self.expect("case", "list", "--store", self.store))

        self.expect("case", "delete", "2026-1", "--store", self.store)
        self.assertEqual(len(self.lines("case", "list", "--store", self.store)), 1)
        self.assertEqual(self.run_it("case", "show", "2026-1", "--store", self.store)[0], 1)
        self.expect("undo", "--case", "2026-1", "--store", self.store)
        self.assertEqual(len(self.lines("case", "list", "--store", self.store)), 2)
        key = next(e["key"] for e in entries if e["reference"] == "2026-1")
        self.assertEqual(json.loads(self.expect("case", "show", f"#{key}", "--store", self.store, "--json"))["key"], key)

    def test_documents_beside_a_case(self):
        content = b"%PDF-1.4 bulletin fictif"
        self.write("in/may.pdf", content)
        self.write("in/../outside.pdf", b"secret")
        self.create()
        path = self.write("in/case.json", case("A", documents=[
            {"id": "d1", "title": "May", "kind": "payslip", "file": "may.pdf"},
            {"id": "d2", "title": "Out", "kind": "payslip", "file": "../outside.pdf"},
        ]))
        self.expect("case", "import", "--store", self.store, "--documents", "in", path)
        documents = self.lines("document", "list", "--store", self.store, "--case", "A")
        self.assertEqual([d["sha256"] for d in documents], [hashlib.sha256(content).hexdigest(), None])
        self.expect("case", "export", "--store", self.store, "--documents", "out", "A")
        self.assertEqual([(p.name, p.read_bytes()) for p in (self.folder / "out").iterdir()], [("may.pdf", content)])

        wrong = self.write("in/wrong.json", case("B", documents=[
            {"id": "d1", "title": "May", "kind": "payslip", "file": "may.pdf", "sha256": "0" * 64}]))
        status, _, err = self.run_it("case", "import", "--store", self.store, "--documents", "in", wrong)
        self.assertEqual(status, 1)
        self.assertIn("its SHA-256 differs", err)

    def test_package(self):
        secret = self.write("secret", "pour le collègue\n")
        ours = self.create(case("A", employers=[EMPLOYER], jobs=[JOB]))
        scan = self.write("scan.png", os.urandom(200000))
        self.expect("document", "add", "--store", ours, "--case", "A", scan)
        package = self.folder / "a.package"
        self.expect("case", "package", "A", package, "--store", ours, "--package-passphrase-file", secret)
        for word in (b"Exemple", b"Fictif"):
            self.assertNotIn(word, package.read_bytes())

        theirs = self.create(path=self.folder / "theirs.ancrage")
        take = ["case", "import", "--store", theirs, "--package-passphrase-file", secret, package]
        self.assertIn("the case itself: new", self.expect(*take, "--show"))
        self.assertEqual(self.lines("case", "list", "--store", theirs), [])
        self.assertIn("4 records were taken.", self.expect(*take))
        self.assertEqual(self.export("A", theirs), self.export("A", ours))
        out = self.folder / "out.png"
        self.expect("document", "extract", "--store", theirs, "--case", "A", "d1", out)
        self.assertEqual(out.read_bytes(), scan.read_bytes())

        journal = self.lines("journal", "--store", theirs)
        self.assertIn("0 records were taken.", self.expect(*take))  # twice changes nothing
        self.assertEqual(self.lines("journal", "--store", theirs), journal)

        wrong = self.write("wrong", "autre\n")
        status, _, err = self.run_it("case", "import", "--store", theirs, "--package-passphrase-file", wrong, package)
        self.assertEqual(status, 1)
        self.assertIn("the passphrase is wrong", err)

    def test_package_taken_in_part(self):
        secret = self.write("secret", "pour le collègue\n")
        ours = self.create(case("A", employers=[EMPLOYER], jobs=[JOB], notes="ici"))
        package = self.folder / "a.package"
        theirs = self.create(path=self.folder / "theirs.ancrage")
        self.expect("case", "package", "A", package, "--store", ours, "--package-passphrase-file", secret)
        take = ["case", "import", "--store", theirs, "--package-passphrase-file", secret, package]
        self.assertIn("2 records were taken.", self.expect(*take, "--take", "employers"))
        self.assertEqual(json.loads(self.export("A", theirs)), case("A", employers=[EMPLOYER], notes="ici"))
        self.assertIn("0 records were taken.", self.expect(*take, "--take", "job"))  # no such path
        (told,) = self.lines(*take, "--take", "jobs[0]")
        self.assertEqual((told["taken"], told["same"], told["records"]), (1, 2, [{"path": "jobs[0]", "kind": "new"}]))

    # document

    def test_documents(self):
        self.create(case("A"), case("B"))
        scan = self.write("mai 2025.pdf", b"%PDF-1.4 fictif")
        (added,) = self.lines("document", "add", "--store", self.store, "--case", "A", "--kind", "payslip", "--month", "05/2025", scan)
        self.assertEqual((added["id"], added["title"], added["kind"], added["month"], added["size"]), ("d1", "mai 2025", "payslip", "2025-05", 15))
        self.assertEqual(added["sha256"], hashlib.sha256(scan.read_bytes()).hexdigest())

        status, out, err = self.run_it("document", "add", "--store", self.store, "--case", "A", scan)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("the same file is already in case A: “mai 2025”", err)
        (added,) = self.lines("document", "add", "--store", self.store, "--case", "B", scan)
        self.assertEqual(added["also_in"], [{"reference": "A", "title": "mai 2025"}])

        self.assertIn("d1  payslip  mai 2025  2025-05", self.expect("document", "list", "--store", self.store, "--case", "A"))
        status, out, _ = self.run_it("document", "extract", "--store", self.store, "--case", "A", "d1", "-")
        self.assertEqual((status, out), (0, "%PDF-1.4 fictif"))
        self.assertEqual(self.run_it("document", "extract", "--store", self.store, "--case", "A", "d1", scan)[0], 1)  # never over a file
        self.assertEqual(scan.read_bytes(), b"%PDF-1.4 fictif")
        self.assertEqual(self.run_it("document", "extract", "--store", self.store, "--case", "A", "d9", "x")[0], 1)
        self.assertEqual(self.run_it("document", "add", "--store", self.store, "--case", "A", "nowhere.pdf")[0], 1)
        self.assertEqual(self.run_it("document", "add", "--store", self.store, "--case", "A", "--month", "demain", self.write("b", "b"))[0], 2)

    # search, journal, undo

    def test_search(self):
        self.create(case("A", employers=[{**EMPLOYER, "name": "Café de l’Œuvre"}]), case("B", notes="oeuvre"))
        hits = self.lines("search", "--store", self.store, "OEUV")
        self.assertEqual(sorted((h["reference"], h["table"]) for h in hits), [("A", "employers"), ("B", "cases")])
        for hit in hits:
            start, end = hit["marks"][:2]
            self.assertIn(hit["excerpt"].encode()[start:end].decode(), ("Œuvre", "oeuvre"))
        self.assertEqual([h["reference"] for h in self.lines("search", "--store", self.store, "--case", "B", "oeuvre")], ["B"])
        self.assertIn("    Café de l’Œuvre\n", self.expect("search", "--store", self.store, "café"))
        self.assertEqual(self.expect("search", "--store", self.store, "introuvable"), "")

    def test_journal_undo_and_redo(self):
        self.create(case("A"), case("B"))
        scan = self.write("scan", b"x")
        self.expect("document", "add", "--store", self.store, "--case", "A", scan)
        with_document = self.export("A")
        self.assertEqual(self.expect("undo", "--store", self.store, "--case", "A"), "Undone: Add a document\n")
        self.assertEqual(json.loads(self.export("A")), case("A"))
        self.assertEqual(self.expect("redo", "--store", self.store, "--case", "A"), "Redone: Add a document\n")
        self.assertEqual(self.export("A"), with_document)
        status, _, err = self.run_it("redo", "--store", self.store, "--case", "A")
        self.assertEqual(status, 1)
        self.assertIn("there is nothing to redo", err)

        journal = self.lines("journal", "--store", self.store, "--case", "A")
        self.assertEqual([(e["kind"], e["label"]) for e in journal], [
            ("redo", "Add a document"), ("undo", "Add a document"), ("edit", "Add a document"), ("edit", "Import a case")])
        self.assertEqual(len(self.lines("journal", "--store", self.store)), 5)
        self.assertEqual(len(self.lines("journal", "--store", self.store, "--max", "2")), 2)
        self.assertEqual(self.expect("undo", "--store", self.store, "--case", "A", "--steps", "2"), "Undone: Add a document\nUndone: Import a case\n")
        self.assertEqual([e["reference"] for e in self.lines("case", "list", "--store", self.store)], ["B"])

    # evaluate

    def test_evaluate_gives_what_the_file_gives(self):
        self.create()
        paths = sorted(SAMPLES.glob("*.json"))
        self.expect("case", "import", "--store", self.store, *paths)
        of_files = {json.loads(line)["reference"]: json.loads(line) for line in self.expect("evaluate", "--json", "--on", "2026-11-21", *paths).splitlines()}
        of_store = {line["reference"]: line for line in self.lines("evaluate", "--on", "2026-11-21", "--store", self.store, "--all")}
        for line in of_store.values():
            self.assertEqual(line.pop("findings"), [])
        self.assertEqual(of_store, of_files)
        (one,) = self.lines("evaluate", "--on", "2026-11-21", "--store", self.store, "--case", "2026-014")
        self.assertEqual(one["reference"], "2026-014")

    def test_a_contradiction_silences_no_case(self):
        self.create()
        odd = case("A", employers=[EMPLOYER], jobs=[JOB], payslips=[{"job": "j1", "month": "2024-12"}, {"job": "j1", "month": "2025-02"}])
        self.expect("store", "check", self.store)
        self.run_it("case", "import", "--lenient", "--store", self.store, self.write("odd.json", odd))
        status, out, err = self.run_it("evaluate", "--store", self.store, "--on", "2026-11-21")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("payslips[0].month: the job “j1” has no day in 2024-12 [left out]", out)
        (told,) = self.lines("evaluate", "--store", self.store, "--on", "2026-11-21")
        self.assertEqual([f["path"] for f in told["findings"]], ["payslips[0].month"])

    # all

    def test_usage(self):
        self.create()
        for arguments in (["store"], ["store", "open", self.store], ["store", "create"], ["case"], ["case", "list"],
                          ["case", "new", "--store", self.store], ["case", "import", "--store", self.store],
                          ["case", "show", "--store", self.store], ["case", "export", "--store", self.store],
                          ["document", "add", "--store", self.store, "x"], ["document", "list", "--store", self.store],
                          ["undo", "--store", self.store], ["search", "--store", self.store], ["journal"],
                          ["evaluate", "--store", self.store, COOK], ["evaluate", "--case", "A"],
                          ["evaluate", "--store", self.store, "--all", "--case", "A"],
                          ["store", "info", self.store, "--passphrase", "secret"],
                          ["store", "info", self.store, "--passphrase-file", "x", "--passphrase-fd", "0"]):
            status, out, err = self.run_it(*arguments)
            self.assertEqual((status, out), (2, ""), arguments)
            self.assertNotEqual(err, "", arguments)

    def test_help(self):
        for arguments in (["store", "create"], ["store", "info"], ["store", "check"], ["store", "backup"], ["store", "restore"],
                          ["store", "passphrase"], ["case", "new"], ["case", "list"], ["case", "show"], ["case", "import"],
                          ["case", "export"], ["case", "package"], ["case", "delete"], ["document", "add"],
                          ["document", "list"], ["document", "extract"], ["search"], ["journal"], ["undo"], ["redo"]):
            out = self.expect(*arguments, "--help")
            self.assertIn("--passphrase-file", out)
            self.assertIn("--json", out)

    def test_french(self):
        self.create(case("A"))
        self.environment["LANGUAGE"] = "fr"
        self.assertIn("A  Exemple Camille  [accueil]", self.expect("case", "list", "--store", self.store))
        self.assertIn("Importer un dossier", self.expect("journal", "--store", self.store))
        self.assertIn("Annulé\u00a0: Importer un dossier", self.expect("undo", "--store", self.store, "--case", "A"))
        self.assertIn("il n’y a pas de dossier", self.run_it("case", "show", "--store", self.store, "A")[2])

    def test_names_cannot_steer_the_terminal(self):
        self.create({**case("A\x1b[31m"), "person": {"family_name": "x\x1b]0;t\x07", "given_names": "y"}, "notes": "\x1b[2J"})
        for arguments in (["case", "list"], ["case", "show", "A\x1b[31m"], ["search", "x"], ["journal"], ["evaluate"]):
            self.assertNotIn("\x1b", self.expect(*arguments, "--store", self.store), arguments)

    def test_interrupted_import_keeps_what_it_told(self):
        self.create()
        process = subprocess.Popen([PROGRAM, "case", "import", "--store", self.store, "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment, cwd=self.folder)
        process.stdin.write(json.dumps(case("first")).encode() + b"\n")
        process.stdin.flush()
        self.assertEqual(process.stdout.readline(), b"first\n")
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.assertEqual([e["reference"] for e in self.lines("case", "list", "--store", self.store)], ["first"])
        self.assertEqual(self.lines("store", "check", self.store), [{"clean": True, "problems": []}])

    def test_interrupt_while_waiting(self):
        self.create()
        process = subprocess.Popen([PROGRAM, "case", "import", "--store", self.store, "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment, cwd=self.folder)
        process.stdin.write(json.dumps(case("first")).encode() + b"\n")
        process.stdin.flush()
        self.assertEqual(process.stdout.readline(), b"first\n")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=30), 130)
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()
        self.assertEqual([e["reference"] for e in self.lines("case", "list", "--store", self.store)], ["first"])


tap.run(StoreCommands, "/cli/store")
