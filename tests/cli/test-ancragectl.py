#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ancragectl as its users call it. usage: test-ancragectl.py ANCRAGECTL SOURCE_FOLDER"""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tap  # noqa: E402
from command import CommandCase  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
SAMPLES = SOURCE / "data/samples/cases"
COOK = SAMPLES / "cook-missing-two-months.json"

HEAD = {"format": "ancrage-case", "version": 1, "person": {"family_name": "Exemple", "given_names": "Camille"}}


def case(reference="r", **members):
    return {**HEAD, "reference": reference, **members}


class Ancragectl(CommandCase):
    program = PROGRAM

    # evaluate

    def test_samples(self):
        expected = {
            "cook-missing-two-months": ("2026-11-21", "aes-l435-4-2025", "to_prove", 10),
            "cleaner-three-employers": ("2026-11-21", "aes-l435-1-2025", "met", 22),
            "agency-worker-2010": ("2010-11-15", "aes-2010", "met", None),
            "home-carer-20-hours": ("2010-11-15", "aes-2010", "met", None),
            "tunisian-with-student-years": ("2010-03-15", "tn-ten-years", "met", 129),
            "oqtf-with-new-facts": ("2026-11-21", "aes-l435-4-2025", "arguable", 17),
        }
        self.assertEqual(sorted(expected), sorted(path.stem for path in SAMPLES.glob("*.json")))
        for name, (on, regime, outcome, measured) in expected.items():
            status, out, err = self.run_it("evaluate", "--json", "--on", on, "--only", regime, SAMPLES / f"{name}.json")
            self.assertEqual((status, err), (0, ""))
            (verdict,) = json.loads(out)["regimes"]
            self.assertEqual((verdict["id"], verdict["outcome"]), (regime, outcome), name)
            if measured is not None:
                found = [c["measured"] for c in verdict["criteria"] if c["measured"] is not None]
                self.assertIn(measured, found, name)

    def test_json_form(self):
        status, out, _ = self.run_it("evaluate", "--json", "--on", "2026-11-21", COOK)
        self.assertEqual(status, 0)
        self.assertEqual(out.count("\n"), 1)
        answer = json.loads(out)
        self.assertEqual(list(answer), ["reference", "on", "regimes"])
        self.assertEqual([r["id"] for r in answer["regimes"]], sorted(r["id"] for r in answer["regimes"]))
        (verdict,) = [r for r in answer["regimes"] if r["id"] == "aes-l435-4-2025"]
        self.assertEqual(
            list(verdict),
            ["id", "title", "applies", "reason", "outcome", "by_force", "earliest", "grants", "cautions", "effects",
             "tree", "criteria", "weigh"],
        )
        self.assertEqual(verdict["earliest"], {"date": "2027-01-01", "in_force": False})
        self.assertEqual(list(verdict["by_force"]), ["agreement", "statute", "regulation", "circular", "practice"])
        work = verdict["criteria"][0]
        self.assertEqual(
            list(work),
            ["id", "kind", "outcome", "force", "source", "measured", "required", "rounding", "earliest", "window",
             "months"],
        )
        self.assertEqual(work["window"], {"start": "2024-11-21", "end": "2026-11-20"})
        self.assertEqual(list(work["months"]), ["counted", "arguable", "declared"])
        (old,) = [r for r in answer["regimes"] if r["id"] == "aes-2010"]
        self.assertEqual((old["applies"], old["reason"], old["outcome"]), (False, "expired", None))

    def test_money_has_two_decimals(self):
        path = self.write("case.json", case(employers=[{"id": "e", "name": "E", "kind": "company"}],
                                            offers=[{"id": "o", "employer": "e", "contract": "permanent", "monthly_gross": 1900}]))
        _, out, _ = self.run_it("evaluate", "--json", "--on", "2026-11-21", "--only", "aes-l435-1-2025", path)
        self.assertIn('"measured": 1900.00, "required": 1867.02', out)

    def test_lines_in_order_and_repeatable(self):
        lines = "".join(json.dumps(case(f"case {i}")) + "\n" for i in range(700)).encode()
        first = self.run_it("evaluate", "--json", "--on", "2026-11-21", "-", stdin=lines)
        second = self.run_it("evaluate", "--json", "--on", "2026-11-21", self.write("cases.jsonl", lines))
        self.assertEqual(first[0], 0)
        self.assertEqual(first[1], second[1])
        self.assertEqual([json.loads(line)["reference"] for line in first[1].splitlines()], [f"case {i}" for i in range(700)])

    def test_refused_cases_leave_the_others(self):
        lines = b"\n".join([
            json.dumps(case("good")).encode(), b"{", b"", json.dumps({**case("bad"), "entry_date": "2024-02-30"}).encode(),
            b'{"a": "\xff"}', json.dumps(case("last")).encode(),
        ])
        status, out, err = self.run_it("evaluate", "--json", "--on", "2026-11-21", self.write("x.jsonl", lines))
        self.assertEqual(status, 1)
        self.assertEqual([json.loads(line)["reference"] for line in out.splitlines()], ["good", "last"])
        name = str(self.folder / "x.jsonl")
        self.assertEqual(err.splitlines(), [
            f"{name}:2: line 1, column 1: the text breaks off here; it was cut short",
            f"{name}:4: entry_date: 2024-02-30 is not a date",
            f"{name}:5: line 1, column 7: the text is not UTF-8",
        ])

    def test_refused_file_says_every_problem(self):
        path = self.write("bad.json", case(jobs=[{"id": "j", "employer": "x", "start": "2024-02-30", "contract": "cdi", "weekly_hours": "35", "hm": 1}]))
        status, out, err = self.run_it("evaluate", path, COOK, "--on", "2026-11-21", "--json")
        self.assertEqual(status, 1)
        self.assertEqual(json.loads(out)["reference"], "2026-014")
        self.assertEqual(err.splitlines(), [
            f"{path}: jobs[0].employer: there is no “x” in employers",
            f"{path}: jobs[0].start: 2024-02-30 is not a date",
            f"{path}: jobs[0].contract: “cdi” is not one of: permanent, fixed_term, agency, seasonal, household, apprenticeship, self_employed",
            f"{path}: jobs[0].weekly_hours: must be a number, written without quotes",
            f"{path}: jobs[0].hm: unknown key",
        ])

    def test_hostile_files(self):
        rows = {
            "nested.json": b"[" * (10 * 1024 * 1024),
            "cut.json": COOK.read_bytes()[:300],
            "twice.json": b'{"format": "ancrage-case", "format": "ancrage-case"}',
            "utf16.json": COOK.read_text().encode("utf-16"),
            "empty.json": b"",
            "nul.json": b'{"a": "\\u0000"}',
            "escape.json": b'{"\\u001b[31m": 1}',
        }
        for name, content in rows.items():
            path = self.write(name, content)
            status, out, err = self.run_it("evaluate", path)
            self.assertEqual((status, out), (1, ""), name)
            self.assertTrue(err.startswith(f"{path}: "), name)
            self.assertNotIn("\x1b", err)

    def test_names_cannot_steer_the_terminal(self):
        facts = case("a\x1b[31mb")
        facts["person"] = {"family_name": "x\x1b]0;title\x07", "given_names": "مثال"}
        status, out, _ = self.run_it("evaluate", self.write("case.json", facts))
        self.assertEqual(status, 0)
        self.assertNotIn("\x1b", out)
        self.assertIn("مثال", out)

    def test_missing_files(self):
        status, out, err = self.run_it("evaluate", "nowhere.json", "nowhere.jsonl", self.folder)
        self.assertEqual((status, out), (1, ""))
        self.assertEqual(len(err.splitlines()), 3)
        self.assertIn("nowhere.json: ", err)

    def test_usage(self):
        for arguments in (["evaluate"], ["evaluate", "--on", "2024-02-30", COOK], ["evaluate", "--only", "nothing", COOK],
                          ["evaluate", "--nonsense"], ["nonsense"], [], ["rules"], ["rules", "show", "nothing"],
                          ["occupation", "x"], ["occupation", "S1Z40", "--region", "99"], ["list", "export"]):
            status, out, err = self.run_it(*arguments)
            self.assertEqual((status, out), (2, ""), arguments)
            self.assertNotEqual(err, "", arguments)

    def test_byte_order_mark_and_windows_lines(self):
        text = json.dumps(case("r")) + "\r\n" + json.dumps(case("s")) + "\r\n"
        status, out, _ = self.run_it("evaluate", "--json", "-", stdin=text.encode())
        self.assertEqual((status, len(out.splitlines())), (0, 2))
        status, out, _ = self.run_it("evaluate", "--json", self.write("case.json", b"\xef\xbb\xbf" + json.dumps(case("r")).encode()))
        self.assertEqual((status, len(out.splitlines())), (0, 1))

    def test_text_in_both_languages(self):
        _, english, _ = self.run_it("evaluate", "--on", "2026-11-21", COOK)
        _, french, _ = self.run_it("evaluate", "--on", "2026-11-21", COOK, language="fr")
        self.assertIn("filing on 21 November 2026", english)
        self.assertIn("10 proven months of the 12 required.", english)
        self.assertIn("dépôt le 21 novembre 2026", french)
        self.assertIn("10 mois prouvés sur les 12 demandés.", french)
        self.assertIn("2026 ■ □ □ ■ ■ ■ □ □ □ □ □", french)
        self.assertIn("Trouver 2 de ces bulletins", french)
        self.assertLess(english.index("○ to prove"), english.index("✗ not met"))

    def test_colour_on_a_terminal_only(self):
        _, piped, _ = self.run_it("evaluate", "--on", "2026-11-21", COOK)
        self.assertNotIn("\x1b[", piped)
        status, shown = self.run_on_terminal("evaluate", "--on", "2026-11-21", COOK, TERM="xterm")
        self.assertEqual(status, 0)
        self.assertIn("\x1b[36m", shown)

    def test_interrupt(self):
        process = subprocess.Popen([PROGRAM, "evaluate", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=self.environment)
        process.stdin.write(json.dumps(case("first")).encode() + b"\n")
        process.stdin.flush()
        self.assertEqual(json.loads(process.stdout.readline())["reference"], "first")  # answered without more
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        self.assertIn(b"interrupted after", err)
        for line in out.splitlines():
            json.loads(line)

    def test_progress(self):
        path = self.write("many.jsonl", "".join(json.dumps(case(str(i), notes="x" * 2000)) + "\n" for i in range(20000)))
        with open(self.folder / "out", "wb") as out:
            status, shown = self.run_on_terminal("evaluate", "--json", path, output=out)
        self.assertEqual(status, 0)
        self.assertRegex(shown, r"\d+ cases, \d+ %")
        self.assertTrue(shown.endswith("\r\x1b[K"))

    # rules

    def test_rules_check(self):
        status, out, err = self.run_it("rules", "check")
        self.assertEqual((status, err), (0, ""))
        passed, failed = map(int, re.fullmatch(r"(\d+) passed, (\d+) failed\n", out).groups())
        self.assertEqual(failed, 0)
        self.assertGreater(passed, 250)

    def test_rules_check_of_one_file(self):
        regime = json.loads((SOURCE / "data/regimes/tn-seasonal.json").read_text())
        n = len(regime["examples"])
        path = self.write("tn-seasonal.json", regime)
        self.assertEqual(self.run_it("rules", "check", path)[:2], (0, f"{n} passed, 0 failed\n"))

        regime["examples"][0]["expect"]["outcome"] = "not_met"
        self.write("tn-seasonal.json", regime)
        status, out, err = self.run_it("rules", "check", path)
        self.assertEqual((status, out), (1, f"{n - 1} passed, 1 failed\n"))
        self.assertIn("examples[0] “Contrat saisonnier de trois mois”: outcome: expected not_met, found met", err)

    def test_rules_check_tells_file_line_and_path(self):
        text = (SOURCE / "data/regimes/tn-seasonal.json").read_text().replace('"min_months"', '"min_month"')
        path = self.write("broken.json", text)
        good = self.write("good/tn-salarie.json", (SOURCE / "data/regimes/tn-salarie.json").read_text())
        status, out, err = self.run_it("rules", "check", path, good)
        self.assertEqual(status, 1)
        line = next(i for i, row in enumerate(text.splitlines(), 1) if '"min_month"' in row)
        self.assertIn(f"{path}:{line}: require.min_month: unknown key\n", err)
        self.assertRegex(out, r"^1[01] passed, 1 failed\n$")

    def test_rules_of_ones_own(self):
        regime = json.loads((SOURCE / "data/regimes/tn-seasonal.json").read_text())
        regime["id"] = "own"
        regime["title"] = {"fr": "À moi", "en": "My own"}
        self.write("data/ancrage/law/regimes/own.json", regime)
        self.assertIn("My own", self.run_it("rules", "list")[1])
        self.assertIn("À moi", self.run_it("rules", "list", language="fr")[1])

        self.write("data/ancrage/law/regimes/own.json", {**regime, "id": "tn-seasonal"})
        listed = self.run_it("rules", "list")[1]
        self.assertIn("My own", listed)
        self.assertEqual(listed.count("tn-seasonal"), 1)

        self.write("data/ancrage/law/regimes/own.json", {**regime, "version": 2})
        status, out, err = self.run_it("evaluate", COOK)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("own.json:", err)

    def test_regimes_folder(self):
        regime = json.loads((SOURCE / "data/regimes/tn-seasonal.json").read_text())
        self.write("mine/a.json", {**regime, "id": "mine", "nationalities": {"only": ["MLI"]}})
        self.write("mine/notes.txt", "not law")
        _, out, _ = self.run_it("evaluate", "--json", "--regimes", "mine", "--only", "mine", COOK)
        self.assertEqual(json.loads(out)["regimes"][0]["applies"], True)
        self.assertEqual(self.run_it("evaluate", "--regimes", "nowhere", COOK)[0], 1)

    def test_list_on(self):
        _, out, _ = self.run_it("rules", "list", "--on", "2011-03-31")
        self.assertIn("aes-2010", out)
        _, out, _ = self.run_it("rules", "list", "--on", "2011-04-01")
        self.assertNotIn("aes-2010", out)

    def test_show(self):
        status, out, _ = self.run_it("rules", "show", "aes-2010")
        self.assertEqual(status, 0)
        for text in ("2010-07-01 … 2011-03-31", "work-12-18:", "(circular)", "§ 2", "L. 313-14", "one of these:"):
            self.assertIn(text, out)

    # occupation and list import

    def test_occupation(self):
        _, out, _ = self.run_it("occupation", "S1Z40", "--region", "11", "--on", "2026-01-01")
        self.assertIn("tension: on", out)
        self.assertIn("high]", out)
        _, out, _ = self.run_it("occupation", "S2Z61", "--region", "11", "--on", "2026-01-01")
        self.assertIn("tension: off", out)
        _, out, _ = self.run_it("occupation", "13212", "--on", "2010-01-01")
        self.assertIn("tn-74: on", out)
        self.assertIn("fr-2008-30: off", out)
        _, out, _ = self.run_it("occupation", "F4Z20", "--region", "11", "--on", "2026-01-01")
        self.assertIn("tension: undecided", out)

    def import_list(self, name, *more):
        return self.run_it("list", "import", "--list", "tension", "--region", "76", "--from", "2025-05-22", *more, name)

    ANNEX = (
        "ANNEXE I\nListe des métiers\n\nÎle-de-France\nCuisiniers\n\nOccitanie\n– Aides à domicile et aides ménagères\n"
        "Maraîchers,\nhorticulteurs salariés\nS1Z40 Cuisiniers\nINFIRMIERS\nMécaniciens de soucoupes volantes\n\nCorse\nMaçons\n"
    )

    def test_import_of_the_annex(self):
        status, out, err = self.import_list(self.write("annex.txt", self.ANNEX))
        self.assertEqual(status, 1)
        self.assertIn("T2A60  Aides à domicile et aides ménagères\nA1Z40  Maraîchers, horticulteurs salariés\nS1Z40  Cuisiniers\nV1Z80  Infirmiers\n", out)
        self.assertIn("4 occupations written to", out)
        self.assertIn("line 13: not matched: “Mécaniciens de soucoupes volantes”", err)
        self.assertIn("2 lines of other regions were passed over.", err)
        self.assertEqual(self.run_it("rules", "check")[0], 0)
        _, out, _ = self.run_it("occupation", "A1Z40", "--region", "76", "--on", "2026-01-01")
        self.assertIn("tension: on", out)
        self.assertIn("imported on", out)

    def test_import_of_a_complete_list(self):
        probable = self.run_it("occupation", "B2Z40", "--region", "76", "--on", "2026-01-01")[1]
        self.assertIn("tension: undecided", probable)
        annex = self.write("annex.txt", self.ANNEX)
        status, _, err = self.import_list(annex, "--complete")
        self.assertEqual(status, 1)
        self.assertIn("Nothing was written", err)
        self.assertFalse((self.folder / "data/ancrage/law").exists())

        annex.write_text(self.ANNEX.replace("Mécaniciens de soucoupes volantes\n", ""))
        self.assertEqual(self.import_list(annex, "--complete")[0], 0)
        self.assertEqual(self.run_it("rules", "check")[0], 0)
        for code, answer in (("T2A60", "on"), ("B2Z40", "off"), ("F4Z20", "off")):
            self.assertIn(f"tension: {answer}", self.run_it("occupation", code, "--region", "76", "--on", "2026-01-01")[1])
        self.assertIn("tension: undecided", self.run_it("occupation", "F4Z20", "--region", "11", "--on", "2026-01-01")[1])
        self.assertEqual(self.import_list(annex, "--complete")[0], 0)
        lists = json.loads((self.folder / "data/ancrage/law/occupations/lists.json").read_text())
        self.assertEqual(lists["tension"]["periods"], [{"from": "2025-05-22", "complete": ["76"]}])

    def test_import_of_a_table(self):
        table = "region_code;fap_code;label\n76;S1Z40;Cuisiniers\n11;T2A60;Aides à domicile\n76;Z9Z99;Inconnu\n"
        status, out, err = self.import_list(self.write("table.csv", table))
        self.assertEqual(status, 1)
        self.assertIn("S1Z40", out)
        self.assertNotIn("T2A60", out)
        self.assertIn("line 4: not matched", err)

    def test_import_from_windows(self):
        status, out, _ = self.import_list(self.write("annex.txt", "Occitanie\r\nMaraîchers, horticulteurs salariés\r\n".encode("cp1252")))
        self.assertEqual(status, 0)
        self.assertIn("A1Z40", out)

    def test_import_refused(self):
        annex = self.write("annex.txt", "Cuisiniers\n")
        base = ["list", "import", annex]
        for options in ([], ["--list", "nothing", "--region", "76", "--from", "2025-05-22"],
                        ["--list", "tension", "--region", "99", "--from", "2025-05-22"],
                        ["--list", "tension", "--region", "76", "--from", "2001-01-01"],
                        ["--list", "tension", "--region", "76", "--from", "2025-06-01", "--complete"]):
            self.assertEqual(self.run_it(*base, *options)[0], 2, options)
        self.assertEqual(self.import_list(self.write("none.txt", "rien qui ressemble\n"))[0], 1)
        self.assertEqual(self.import_list("nowhere.txt")[0], 1)

    def test_import_that_cannot_write_leaves_nothing(self):
        if os.geteuid() == 0:
            (self.folder / "data").write_text("a file where a folder should be")
        else:
            (self.folder / "data").mkdir(mode=0o500)
        status, _, err = self.import_list(self.write("annex.txt", "Cuisiniers\n"))
        self.assertEqual(status, 1)
        self.assertNotEqual(err, "")

    # all

    def test_help_and_version(self):
        self.assertRegex(self.run_it("--version")[1], r"^ancragectl \d+\.\d+\.\d+\n$")
        for arguments in (["--help"], ["evaluate", "--help"], ["rules", "check", "--help"], ["rules", "list", "--help"],
                          ["rules", "show", "--help"], ["occupation", "--help"], ["list", "import", "--help"]):
            status, out, err = self.run_it(*arguments)
            self.assertEqual((status, err), (0, ""), arguments)
            self.assertGreater(len(out), 60, arguments)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "evaluate", "--json", str(COOK)], stdout=full, stderr=subprocess.PIPE,
                                  env=self.environment, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"could not be written", done.stderr)



tap.run(Ancragectl, "/cli")
