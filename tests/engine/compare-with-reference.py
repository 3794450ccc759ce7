#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the engine against a second reading of its contract, on random cases and random regimes.

usage: compare-with-reference.py ANCRAGECTL DATA_FOLDER [ROUNDS [SEED]]

Each round makes regimes with criteria of every kind, cases full of edges (ends of months, list changes, wage
changes, thresholds), and a filing date; every field of every answer must be the same. Prints TAP.
"""

import datetime
import fractions
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import reference  # noqa: E402

STATUSES = ["undocumented", "asylum_seeker", "student", "seasonal", "provisional", "permit"]
CONTRACTS = ["permanent", "fixed_term", "agency", "seasonal", "household", "apprenticeship", "self_employed"]
EMPLOYER_KINDS = ["company", "household", "agency"]
FACTS = {
    "union_backed": bool,
    "polygamy": bool,
    "french_proof": bool,
    "young_professional_months": int,
    "talent_years": int,
}
EDGES = ["2024-01-28", "2025-05-21", "2025-05-22", "2025-05-23", "2026-05-31", "2026-06-01", "2024-02-29", "2025-02-28",
         "2025-03-01", "2024-03-31", "2023-08-31", "2026-12-31", "2024-11-01", "2009-07-01", "2011-08-11"]
CASES_PER_ROUND = 3
REGIMES_PER_ROUND = 3


class Maker:
    def __init__(self, rng, law):
        self.rng = rng
        self.codes = sorted({(row["code_system"], row["code"]) for row in law.rows if row["code"]})
        self.romes = sorted(law.families)
        self.departments = sorted(law.region)
        self.on = None
        self.n = 0

    def maybe(self, probability=0.5):
        return self.rng.random() < probability

    def day(self, first="2019-01-01", last="2027-12-31"):
        if self.maybe(0.25):
            edge = self.rng.choice(EDGES)
            if first <= edge <= last:
                return edge
        low, high = reference.date(first), reference.date(last)
        if self.on and self.maybe(0.4):  # a whole number of months from the filing date, a day more or less
            months = self.rng.choice([0, 1, 3, 6, 12, 24, 36, 60, 120])
            day = reference.add_months(reference.date(self.on), -months, self.maybe())
            day += datetime.timedelta(days=self.rng.choice([-1, 0, 0, 1]))
            if low <= day <= high:
                return str(day)
        day = low + datetime.timedelta(days=self.rng.randrange((high - low).days + 1))
        if self.maybe(0.3):
            day = day.replace(day=1) if self.maybe() else reference.last_day(reference.month_of(day))
        return str(max(low, min(high, day)))

    def some(self, words, most=3):
        return self.rng.sample(words, self.rng.randint(1, min(most, len(words))))

    def title(self):
        return {"fr": "Titre", "en": "Title"}

    # Regimes

    def only(self):
        only = {}
        if self.maybe(0.3):
            only["contracts"] = self.some(CONTRACTS, 5)
        if self.maybe(0.4):
            only["not_contracts"] = self.some(CONTRACTS, 2)
        if self.maybe(0.2):
            only["employer_kinds"] = self.some(EMPLOYER_KINDS, 2)
        if self.maybe(0.5):
            only["occupations"] = ["tension"] if self.maybe(0.8) else self.some(["tension", "tn-74", "fr-2008-30"])
        return only

    def work_months(self):
        window = self.rng.choice([3, 6, 12, 18, 24, 36, 60])
        criterion = {"min": self.rng.randint(1, window), "window_months": window}
        if self.maybe():
            threshold = {}
            if self.maybe(0.7):
                threshold["hours"] = 75.83
            if self.maybe(0.7) or not threshold:
                threshold["smic_ratio"] = self.rng.choice([0.5, 1.0, 0.333333])
            criterion["threshold"] = threshold
        if self.maybe(0.7):
            criterion["only"] = self.only()
        if self.maybe():
            criterion["list_date"] = self.rng.choice(["filing", "month", "both"])
        if self.maybe():
            criterion["exclude_stays"] = self.some(STATUSES)
        return criterion

    def presence(self):
        criterion = {"years": self.rng.randint(1, 10)}
        if self.maybe():
            criterion["continuous"] = self.maybe(0.8)
        if self.maybe():
            criterion["exclude"] = self.some(STATUSES)
        if self.maybe(0.3):
            criterion["exclude_first"] = {"status": self.rng.choice(STATUSES), "years": self.rng.randint(1, 5)}
        if self.maybe(0.2):
            criterion["as_of"] = self.day()
        if self.maybe(0.3):
            criterion["proofs_per_year"] = self.rng.randint(1, 4)
        return criterion

    def fact(self):
        name = self.rng.choice(sorted(FACTS))
        if FACTS[name] is bool:
            return {"fact": name, "is": self.maybe()}
        return {"fact": name, self.rng.choice(["is", "at_least", "at_most"]): self.rng.randint(1, 24)}

    def measures(self):
        return {"kinds": self.some(["oqtf", "expulsion"]), "years": self.rng.randint(1, 3)}

    def offer_filter(self):
        criterion = {}
        if self.maybe(0.3):
            criterion["contracts"] = self.some(CONTRACTS, 4)
        return criterion

    def offers_wage(self):
        criterion = self.offer_filter()
        if self.maybe(0.7):
            criterion["smic_ratio"] = self.rng.choice([0.5, 1.0, 1.5])
        if self.maybe(0.2):
            criterion["employer_kinds"] = self.some(EMPLOYER_KINDS)
        return criterion

    def offers_hours(self):
        return {"weekly": self.rng.choice([20, 35, 17.5]), **self.offer_filter()}

    def offer_term(self):
        criterion = self.offer_filter()
        if self.maybe():
            criterion["min_months"] = self.rng.randint(1, 12)
        if self.maybe() or "min_months" not in criterion:
            criterion["max_months"] = self.rng.randint(6, 24)
        return criterion

    def offer_occupation(self):
        return {"lists": self.some(["tension", "tn-74", "fr-2008-30", "bj-16", "sn-108"])}

    def agency_commitment(self):
        return {"months": self.rng.randint(6, 14), "over_months": self.rng.randint(12, 20)}

    def contract_held(self):
        return {"contracts": self.some(CONTRACTS), "window_months": self.rng.choice([1, 12, 24])}

    def current_job(self):
        return {"only": self.only()} if self.maybe(0.8) else {}

    def age(self):
        criterion = {"min": self.rng.randint(16, 30)} if self.maybe() else {}
        if self.maybe() or not criterion:
            criterion["max"] = self.rng.randint(25, 40)
        return criterion

    def criterion(self, kind=None, grants=False):
        kind = kind or self.rng.choice(sorted(reference.KINDS))
        self.n += 1
        criterion = {"id": f"c{self.n}", "kind": kind, "title": self.title(), "source": "s",
                     "force": self.rng.choice(reference.FORCES), **getattr(self, kind)()}
        return self.grant(criterion, grants)

    def grant(self, node, grants):
        if grants and self.maybe(0.4):
            self.n += 1
            node["grants"] = {"fr": f"Titre {self.n}", "en": f"Permit {self.n}"}
        return node

    def node(self, depth=0, grants=False):
        if depth == 2 or self.maybe(0.4):
            return self.criterion(grants=grants)
        key = self.rng.choice(["all", "any"])
        children = [self.node(depth + 1, key == "any") for _ in range(self.rng.randint(1, 3))]
        return self.grant({key: children}, grants)

    def regime(self, index):
        regime = {"format": "ancrage-regime", "version": 1, "id": f"random-{index}", "title": self.title(),
                  "in_force": {"from": self.day("2008-01-01", "2025-12-31")},
                  "sources": {"s": {"title": self.title()}}, "require": self.node(), "examples": []}
        if self.maybe(0.3):
            regime["in_force"]["until"] = self.day(regime["in_force"]["from"], "2030-12-31")
        if self.maybe(0.4):
            codes = self.some(["@eea", "TUN", "MLI", "BEN"])
            regime["nationalities"] = {self.rng.choice(["only", "except"]): codes}
        if self.maybe():
            regime["grants"] = {"fr": "Carte", "en": "Card"}
        regime["weigh"] = [self.criterion(kind) for kind in sorted(reference.KINDS)]
        return regime

    # Cases

    def occupation(self):
        occupation = {"label": "Métier"}
        if self.maybe(0.8):
            system, code = self.rng.choice(self.codes)
            occupation[system] = code
        if self.maybe(0.3):
            occupation["rome"] = self.rng.choice(self.romes)
        return occupation

    def employer(self, index):
        employer = {"id": f"e{index}", "name": "Employeur", "kind": self.rng.choice(EMPLOYER_KINDS)}
        if self.maybe(0.7):
            employer["department"] = self.rng.choice(["75", "31", "13", "971", self.rng.choice(self.departments)])
        return employer

    def amount(self):
        return self.rng.choice([50, 75.82, 75.83, 37.915, 151.67, round(self.rng.uniform(1, 200), 2)])

    def gross(self):
        wage = self.rng.choice([1867.02, 1823.03, 1801.8, 1766.92, 1747.2, 1339.0])
        return round(wage * self.rng.choice([0.5, 1, 1.5]) + self.rng.choice([-0.01, 0, 0.01, 5]), 2)

    def job(self, index, employers):
        job = {"id": f"j{index}", "employer": self.rng.choice(employers)["id"], "start": self.day("2019-01-01", "2027-06-30"),
               "contract": self.rng.choice(CONTRACTS)}
        if self.maybe():
            job["end"] = self.day(job["start"], "2028-12-31")
        if self.maybe(0.8):
            job["occupation"] = self.occupation()
        if self.maybe():
            job["weekly_hours"] = self.rng.choice([17.5, 17.499, 20, 35])
        if self.maybe():
            job["monthly_gross"] = self.gross()
        if self.maybe(0.2):
            job["department"] = self.rng.choice(self.departments)
        return job

    def payslips(self, jobs, documents):
        payslips = []
        for job in jobs:
            last = reference.date(job.get("end", "2027-12-31"))
            months = reference.months_between(reference.date(job["start"]), last)
            share = self.rng.choice([0.2, 0.7, 1])
            for month in months:
                for copy in range(2 if self.maybe(0.05) and documents else 1):
                    if not self.maybe(share):
                        continue
                    payslip = {"job": job["id"], "month": month}
                    if self.maybe(0.8):
                        payslip["hours"] = self.amount()
                    if self.maybe(0.6):
                        payslip["gross"] = self.gross()
                    if copy:
                        payslip["document"] = documents[0]["id"]
                    payslips.append(payslip)
        return payslips

    def offer(self, index, employers):
        offer = {"id": f"o{index}", "employer": self.rng.choice(employers)["id"], "contract": self.rng.choice(CONTRACTS)}
        if self.maybe(0.8):
            offer["monthly_gross"] = self.gross()
        if self.maybe(0.8):
            offer["weekly_hours"] = self.rng.choice([10, 17.5, 20, 35])
        if self.maybe(0.3):
            offer["collective_minimum"] = self.gross()
        if self.maybe():
            offer["duration_months"] = self.rng.randint(1, 24)
        if self.maybe(0.7):
            offer["occupation"] = self.occupation()
        if self.maybe(0.4):
            offer["commitment"] = {"months": self.rng.randint(4, 14), "over_months": self.rng.randint(10, 20)}
            if self.maybe():
                offer["commitment"]["training_months"] = self.rng.randint(0, 4)
        return offer

    def stay(self):
        stay = {"status": self.rng.choice(STATUSES), "start": self.day("2012-01-01", "2027-06-30")}
        if self.maybe(0.8):
            stay["end"] = self.day(stay["start"], "2028-12-31")
        return stay

    def absence(self):
        start = self.day("2014-01-01", "2028-06-30")
        length = datetime.timedelta(days=self.rng.choice([0, 5, 31, 90]))
        return {"start": start, "end": str(reference.date(start) + length)}

    def measure(self):
        measure = {"kind": self.rng.choice(["oqtf", "expulsion"]), "notified": self.day(), "executed": self.maybe(0.3)}
        if self.maybe(0.3):
            measure["irtf_months"] = self.rng.randint(0, 60)
        if self.maybe(0.4):
            measure["new_facts"] = self.rng.choice(["", "Embauche"])
        return measure

    def case(self, index):
        person = {"family_name": "Exemple", "given_names": "Camille"}
        if self.maybe(0.8):
            person["nationality"] = self.rng.choice(["TUN", "MLI", "BEN", "SEN", "PRT", "DZA"])
        if self.maybe(0.7):
            person["birth_date"] = self.day("1980-01-01", "2005-12-31")
        case = {"format": "ancrage-case", "version": 1, "reference": f"random-{index}", "person": person}
        if self.maybe(0.85):
            case["entry_date"] = self.day("2012-01-01", "2026-12-31")
        if self.maybe(0.6):
            case["stays"] = [self.stay() for _ in range(self.rng.randint(0, 3))]
        if self.maybe(0.6):
            case["absences"] = [self.absence() for _ in range(self.rng.randint(0, 3))]
        case["employers"] = [self.employer(i) for i in range(self.rng.randint(1, 3))]
        case["documents"] = [
            {"id": f"d{i}", "title": "Pièce", "kind": "other", "date": self.day("2014-01-01", "2027-12-31")}
            for i in range(self.rng.randint(0, 20))
        ]
        if self.maybe(0.9):
            case["jobs"] = [self.job(i, case["employers"]) for i in range(self.rng.randint(0, 4))]
            case["payslips"] = self.payslips(case["jobs"], case["documents"])
        if self.maybe(0.8):
            case["offers"] = [self.offer(i, case["employers"]) for i in range(self.rng.randint(0, 3))]
        if self.maybe(0.8):
            case["measures"] = [self.measure() for _ in range(self.rng.randint(0, 3))]
        if self.maybe(0.8):
            case["facts"] = {
                name: self.maybe() if kind is bool else self.rng.randint(1, 24)
                for name, kind in FACTS.items()
                if self.maybe(0.7)
            }
        return case


def differences(expected, found, language="en"):
    """What is not the same, as text."""
    result = []

    def same(name, one, other):
        if one != other:
            result.append(f"{name}: expected {one}, found {other}")

    for key in ("applies", "reason"):
        same(key, expected[key], found[key])
    if not expected["applies"]:
        return result

    for key in ("outcome", "by_force", "earliest"):
        same(key, expected[key], found[key])
    same("grants", expected["grants"] and expected["grants"][language], found["grants"])
    shape = json.loads(json.dumps(found["tree"]))
    same("tree", json.dumps(expected["tree"]), json.dumps(strip(shape)))
    for criterion in found["criteria"] + found["weigh"]:
        wanted = expected["found"][criterion["id"]]
        for key in ("outcome", "earliest", "due", "window", "months", "unproven_years"):
            if key in wanted:
                same(f"{criterion['id']}.{key}", wanted[key], criterion[key])
        same(f"{criterion['id']}.rounding", wanted.get("rounding", False), criterion["rounding"])
        for key in ("measured", "required"):
            value = wanted.get(key)
            same(f"{criterion['id']}.{key}", two_decimals(value), two_decimals(criterion[key]))
    return result


def two_decimals(value):
    """A number as it is written in euros, half a cent up."""
    return None if value is None else math.floor(fractions.Fraction(str(value)) * 100 + fractions.Fraction(1, 2)) / 100


def strip(node):
    """A tree without its titles and ids."""
    if isinstance(node, str):
        return node
    key = "all" if "all" in node else "any"
    return {key: [strip(child) for child in node[key]], "outcome": node["outcome"]}


def run_engine(program, folder, cases, on):
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run(
        [program, "evaluate", "--json", "--on", on, "--regimes", folder, "-"],
        input=lines.encode(), capture_output=True, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "XDG_DATA_HOME": folder},
    )
    if done.returncode != 0:
        raise SystemExit(f"Bail out! the engine refused what was made: {done.stderr.decode()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def play_round(program, law, shipped, seed):
    maker = Maker(random.Random(seed), law)
    on = maker.on = maker.day("2024-02-01", "2027-03-31")
    regimes = [maker.regime(i) for i in range(REGIMES_PER_ROUND)]
    cases = [maker.case(i) for i in range(CASES_PER_ROUND)]
    with tempfile.TemporaryDirectory() as folder:
        for regime in regimes:
            (Path(folder) / f"{regime['id']}.json").write_text(json.dumps(regime))
        answers = run_engine(program, folder, cases, on)

    wrong = []
    n_compared = 0
    shipped_one = maker.rng.choice(shipped)
    for facts, answer in zip(cases, answers, strict=True):
        case = reference.Case(facts, law)
        found = {verdict["id"]: verdict for verdict in answer["regimes"]}
        for regime in regimes + [shipped_one]:
            expected = reference.evaluate(regime, case, reference.date(on))
            n_compared += 1
            for difference in differences(expected, found[regime["id"]]):
                wrong.append(f"{facts['reference']} on {on}, {regime['id']}: {difference}")
    return wrong, n_compared


def main():
    program, data = sys.argv[1], Path(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    first_seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    law = reference.Law(data)
    shipped = [json.loads(path.read_text()) for path in sorted((data / "regimes").glob("*.json"))]

    print(f"1..{rounds}")
    n_compared = 0
    failed = False
    for i in range(rounds):
        wrong, n = play_round(program, law, shipped, first_seed + i)
        n_compared += n
        failed |= bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {i + 1} - round with seed {first_seed + i}", flush=True)
        for line in wrong[:10]:
            print(f"# {line}")
    print(f"# {n_compared} verdicts compared, every field")
    sys.exit(failed)


if __name__ == "__main__":
    main()
