# SPDX-License-Identifier: GPL-3.0-or-later
"""A second, slow reading of the engine's contract, to hold the engine against.

Written from the contract alone: every date is tried one by one, every month is looked at anew. Nothing here
is shared with the engine, and nothing is clever.
"""

import bisect
import calendar
import csv
import datetime
import json
from fractions import Fraction
from pathlib import Path

OUTCOMES = ["not_met", "unknown", "to_prove", "arguable", "met"]
FORCES = ["agreement", "statute", "regulation", "circular", "practice"]
DAY = datetime.timedelta(days=1)
HORIZON_YEARS = 10


def date(text):
    return datetime.date.fromisoformat(text)


def add_months(day, months, up=False):
    """Section 1: the same day number months later or earlier; the last day of the month, or the first of the next."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    if day.day <= last:
        return datetime.date(year, month + 1, day.day)
    end = datetime.date(year, month + 1, last)
    return end + DAY if up else end


def first_day(month):
    return datetime.date(int(month[:4]), int(month[5:]), 1)


def last_day(month):
    first = first_day(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def month_of(day):
    return f"{day.year:04d}-{day.month:02d}"


def months_between(first, last):
    months = []
    day = first.replace(day=1)
    while day <= last:
        months.append(month_of(day))
        day = add_months(day, 1)
    return months


def number(value):
    return Fraction(str(value))


def worst(outcomes):
    return min(outcomes, key=OUTCOMES.index)


def best(outcomes):
    return max(outcomes, key=OUTCOMES.index)


class Law:
    """The data of section 6, read from a folder."""

    def __init__(self, folder):
        folder = Path(folder)
        self.region = {row["department"]: row["region"] for row in self.table(folder / "departments.csv")}
        self.smic = sorted(
            (date(row["effective_date"]), number(row["monthly_gross_151_67h_eur"]))
            for row in self.table(folder / "wages/smic.csv")
        )
        self.groups = json.loads((folder / "nationality-groups.json").read_text())
        self.lists = json.loads((folder / "occupations/lists.json").read_text())
        self.rows = []
        for path in sorted((folder / "occupations").glob("*.csv")):
            if path.name != "fap-rome.csv":
                self.rows += self.table(path)
        changes = {date(row["valid_from"]) for row in self.rows}
        changes |= {date(row["valid_until"]) + DAY for row in self.rows if row["valid_until"]}
        for entry in self.lists.values():
            changes |= {date(period["from"]) for period in entry["periods"]}
            changes |= {date(period["until"]) + DAY for period in entry["periods"] if "until" in period}
        self.changes = sorted(changes)
        self.families = {}
        for row in self.table(folder / "occupations/fap-rome.csv"):
            if row["rome_code_v3"]:
                self.families.setdefault(row["rome_code_v3"], set()).add(row["fap_code"])

    @staticmethod
    def table(path):
        with open(path, newline="") as file:
            return list(csv.DictReader(file))

    def monthly_smic(self, day):
        amounts = [amount for start, amount in self.smic if start <= day]
        return amounts[-1] if amounts else None

    def version(self, day):
        """The same number, the same lists."""
        return bisect.bisect_right(self.changes, day)

    def nationalities(self, codes):
        result = set()
        for code in codes:
            result |= set(self.groups[code[1:]]) if code.startswith("@") else {code}
        return result

    def listing(self, name, occupation, department, nationality, day):
        """On, off or undecided: is an occupation on a list?"""
        if occupation is None:
            return "undecided"
        if occupation.get("rome") and not occupation.get("fap"):
            families = self.families.get(occupation["rome"], set())
            answers = {
                self.listing_of_codes(name, {**occupation, "fap": family}, department, nationality, day)
                for family in families
            } or {self.listing_of_codes(name, occupation, department, nationality, day)}
            return answers.pop() if len(answers) == 1 else "undecided"
        return self.listing_of_codes(name, occupation, department, nationality, day)

    def listing_of_codes(self, name, occupation, department, nationality, day):
        periods = [
            period
            for period in self.lists[name]["periods"]
            if date(period["from"]) <= day and ("until" not in period or day <= date(period["until"]))
        ]
        if not periods:
            return "off"

        codes = {(system, occupation[system]) for system in ("fap", "rome", "rome_old") if occupation.get(system)}
        of_list = [row for row in self.rows if row["list"] == name]
        systems = {row["code_system"] for row in of_list if row["code"]}
        region = self.region.get(department)
        valid = [
            row
            for row in of_list
            if date(row["valid_from"]) <= day
            and (not row["valid_until"] or day <= date(row["valid_until"]))
            and (row["code_system"], row["code"]) in codes
        ]
        there = [row for row in valid if row["region"] in ("*", region)]
        mine = [row for row in there if row["nationality"] in ("", nationality)]
        # Unknown never silently becomes no: rows for nationalities, and none recorded.
        maybe_mine = nationality is None and any(
            row["nationality"] and row["status"] != "not_listed" for row in there
        )
        statuses = {row["status"] for row in mine}
        if "listed" in statuses:
            return "on"
        if "probable" in statuses or maybe_mine:
            return "undecided"
        if "not_listed" in statuses:
            return "off"
        if department is None and any(
            row["status"] in ("listed", "probable") and row["region"] != "*" for row in valid
        ):
            return "undecided"
        if not {system for system, _ in codes} & systems:
            return "undecided"
        complete = periods[0]["complete"]
        return "off" if complete is True or (isinstance(complete, list) and region in complete) else "undecided"

    def listing_of_any(self, names, occupation, department, nationality, day):
        answers = {self.listing(name, occupation, department, nationality, day) for name in names}
        return "on" if "on" in answers else "undecided" if "undecided" in answers else "off"


class Case:
    def __init__(self, facts, law):
        self.facts = facts
        self.law = law
        self.employers = {employer["id"]: employer for employer in facts.get("employers", [])}
        self.nationality = facts["person"].get("nationality")
        self.residences = {}
        self.standings = {}
        self.states = {}
        self.slips = {}
        for payslip in facts.get("payslips", []):
            self.slips.setdefault(payslip["month"], []).append(payslip)

    def residence(self, criterion, until):
        known = self.residences.get(criterion["id"])
        if known is None or known[0] < until:
            limit = add_months(until, 12 * HORIZON_YEARS)
            self.residences[criterion["id"]] = known = limit, Residence(criterion, self, limit)
        return known[1]

    def department(self, record):
        return record.get("department") or self.employers[record["employer"]].get("department")

    def kind(self, record):
        return self.employers[record["employer"]]["kind"]

    def jobs(self):
        return self.facts.get("jobs")

    def days_of(self, job):
        return date(job["start"]), date(job["end"]) if "end" in job else datetime.date.max

    def standing(self, job, only, days):
        """Passes, fails or undecided; occupation lists are read on each of the days."""
        key = job["id"], json.dumps(only), tuple(self.law.version(day) for day in days)
        if key not in self.standings:
            self.standings[key] = self.standing_anew(job, only or {}, days)
        return self.standings[key]

    def standing_anew(self, job, only, days):
        if "contracts" in only and job["contract"] not in only["contracts"]:
            return "fails"
        if job["contract"] in only.get("not_contracts", []):
            return "fails"
        if "employer_kinds" in only and self.kind(job) not in only["employer_kinds"]:
            return "fails"
        if "occupations" not in only:
            return "passes"
        answers = {
            self.law.listing_of_any(
                only["occupations"], job.get("occupation"), self.department(job), self.nationality, day
            )
            for day in days
        }
        if answers == {"on"}:
            return "passes"
        return "fails" if answers == {"off"} else "undecided"

    def supposing(self, on, until):
        """Section 7: open-ended jobs go on, paid each month like the last one known."""
        facts = json.loads(json.dumps(self.facts))
        payslips = facts.get("payslips", [])
        for job in facts.get("jobs", []):
            if "end" in job:
                continue
            own = [payslip for payslip in payslips if payslip["job"] == job["id"]]
            known = {payslip["month"] for payslip in own}
            figures = {}
            if own:
                last = max(known)
                for key in ("hours", "gross"):
                    values = [number(p[key]) for p in own if p["month"] == last and key in p]
                    if values:
                        figures[key] = sum(values)
            else:
                if "weekly_hours" in job:
                    figures["hours"] = number(job["weekly_hours"]) * 52 / 12
                if "monthly_gross" in job:
                    figures["gross"] = number(job["monthly_gross"])
            for month in months_between(max(on, date(job["start"])), until):
                if month not in known and last_day(month) >= date(job["start"]):
                    payslips.append({"job": job["id"], "month": month, **figures})
        facts["payslips"] = payslips
        return Case(facts, self.law)


def days_in(stay, day):
    return date(stay["start"]) <= day and ("end" not in stay or day <= date(stay["end"]))


def month_state(criterion, case, on, month, start, end):
    """The state of a month; that of a whole one hangs on the lists of the filing date alone."""
    if not (start <= first_day(month) and last_day(month) < end):
        return month_state_anew(criterion, case, on, month, start, end)
    key = criterion["id"], month, case.law.version(on)
    if key not in case.states:
        case.states[key] = month_state_anew(criterion, case, on, month, start, end)
    return case.states[key]


def month_state_anew(criterion, case, on, month, start, end):
    only = criterion.get("only")
    reading = {
        "filing": [on],
        "month": [first_day(month)],
        "both": [on, first_day(month)],
    }[criterion.get("list_date", "filing")]
    from_day, to_day = max(start, first_day(month)), min(end - DAY, last_day(month))
    standing = {job["id"]: case.standing(job, only, reading) for job in case.jobs()}
    slips = case.slips.get(month, [])
    passing = [p for p in slips if standing[p["job"]] == "passes"]
    undecided = [p for p in slips if standing[p["job"]] == "undecided"]
    declared = any(
        standing[job["id"]] != "fails" and case.days_of(job)[0] <= to_day and case.days_of(job)[1] >= from_day
        for job in case.jobs()
    )

    stays = [s for s in case.facts.get("stays", []) if s["status"] in criterion.get("exclude_stays", [])]
    under = [
        any(days_in(stay, first_day(month) + DAY * i) for stay in stays)
        for i in range((last_day(month) - first_day(month)).days + 1)
    ]
    if all(under):
        return "none"

    if passing:
        whole = start <= first_day(month) and last_day(month) < end
        threshold = criterion.get("threshold")
        reached = True
        if threshold:
            hours = [number(p["hours"]) for p in passing if "hours" in p]
            gross = [number(p["gross"]) for p in passing if "gross" in p]
            smic = case.law.monthly_smic(first_day(month))
            reached = bool(
                ("hours" in threshold and hours and sum(hours) >= number(threshold["hours"]))
                or (
                    "smic_ratio" in threshold
                    and gross
                    and smic is not None
                    and sum(gross) >= number(threshold["smic_ratio"]) * smic
                )
            )
        return "counted" if whole and reached and not any(under) else "arguable"
    if undecided:
        return "arguable"
    return "declared" if declared else "none"


def work_months(criterion, case, on):
    start = add_months(on, -criterion["window_months"])
    result = {
        "required": criterion["min"],
        "window": {"start": str(start), "end": str(on - DAY)},
        "months": {"counted": [], "arguable": [], "declared": []},
    }
    if case.jobs() is None:
        return {**result, "outcome": "unknown"}
    for month in months_between(start, on - DAY):
        state = month_state(criterion, case, on, month, start, on)
        if state != "none":
            result["months"][state].append(month)
    counted, arguable, declared = (len(result["months"][key]) for key in ("counted", "arguable", "declared"))
    minimum = criterion["min"]
    if counted >= minimum:
        outcome = "met"
    elif counted + arguable >= minimum:
        outcome = "arguable"
    elif counted + arguable + declared >= minimum:
        outcome = "to_prove"
    else:
        outcome = "not_met"
    return {**result, "outcome": outcome, "measured": counted}


def removed_days(criterion, case):
    """The days that do not count: a test for a day."""
    stays = case.facts.get("stays", [])
    absences = case.facts.get("absences", [])
    first = criterion.get("exclude_first")
    first_end = None
    if first:
        starts = [date(stay["start"]) for stay in stays if stay["status"] == first["status"]]
        if starts:
            first_end = add_months(min(starts), 12 * first["years"])

    def removed(day):
        if any(stay["status"] in criterion.get("exclude", []) and days_in(stay, day) for stay in stays):
            return True
        if first_end and day < first_end and any(s["status"] == first["status"] and days_in(s, day) for s in stays):
            return True
        return not criterion.get("continuous") and any(
            date(a["start"]) <= day <= date(a["end"]) for a in absences
        )

    return removed


class Residence:
    """Each day from the entry on, looked at once: whether it is removed."""

    def __init__(self, criterion, case, until):
        self.start = date(case.facts["entry_date"])
        removed = removed_days(criterion, case)
        days = max((until - self.start).days, 0)
        self.is_removed = [removed(self.start + DAY * i) for i in range(days)]
        self.before = [0]
        for each in self.is_removed:
            self.before.append(self.before[-1] + each)

    def count_removed(self, start, until):
        first, end = (start - self.start).days, (until - self.start).days
        return 0 if end <= first else self.before[end] - self.before[first]

    def has_counted(self, start, until):
        return self.count_removed(start, until) < (until - start).days


def presence(criterion, case, on):
    until = date(criterion["as_of"]) if "as_of" in criterion else on
    months = 12 * criterion["years"]
    result = {"required": months}
    if "entry_date" not in case.facts:
        return {**result, "outcome": "unknown"}
    start = date(case.facts["entry_date"])
    residence = case.residence(criterion, until)

    def effective(day):
        return day + DAY * residence.count_removed(day, until)

    strict = start
    if criterion.get("continuous"):
        for absence in case.facts.get("absences", []):
            if date(absence["start"]) < until and date(absence["end"]) >= start:
                strict = max(strict, date(absence["end"]) + DAY)

    def reading(up):
        if add_months(effective(strict), months, up) <= until:
            return "met"
        if strict != start and add_months(effective(start), months, up) <= until:
            return "arguable"
        return "not_met"

    down, up = reading(False), reading(True)
    outcome = down if down == up else "arguable"
    from_day = effective(strict)
    measured = 0
    while add_months(from_day, measured + 1) <= until:
        measured += 1
    result.update(rounding=down != up, due=str(add_months(from_day, months, True)), measured=measured)

    if "proofs_per_year" in criterion:
        result["unproven_years"] = []
        if outcome in ("met", "arguable"):
            for year in range(start.year, (until - DAY).year + 1):
                first = max(start, datetime.date(year, 1, 1))
                after = min(until, datetime.date(year + 1, 1, 1))
                if first >= after or not residence.has_counted(first, after):
                    continue
                proofs = sum(d.get("date", "").startswith(f"{year:04d}-") for d in case.facts.get("documents", []))
                proofs += sum(p["month"].startswith(f"{year:04d}-") for p in case.facts.get("payslips", []))
                if proofs < criterion["proofs_per_year"]:
                    result["unproven_years"].append(year)
            if result["unproven_years"]:
                outcome = "to_prove"
    return {**result, "outcome": outcome}


def fact(criterion, case, on):
    value = case.facts.get("facts", {}).get(criterion["fact"])
    if value is None:
        return {"outcome": "unknown"}
    if "is" in criterion:
        holds = value == criterion["is"]
    elif "at_least" in criterion:
        holds = value >= criterion["at_least"]
    else:
        holds = value <= criterion["at_most"]
    return {"outcome": "met" if holds else "not_met"}


def measures(criterion, case, on):
    recorded = case.facts.get("measures")
    if recorded is None:
        return {"outcome": "unknown", "due": None}
    active = []
    for measure in recorded:
        if measure["kind"] in criterion["kinds"] and not measure["executed"]:
            notified = date(measure["notified"])
            end = max(
                add_months(notified, 12 * criterion["years"], True),
                add_months(notified, measure.get("irtf_months", 0), True),
            )
            if on < end:
                active.append((end, bool(measure.get("new_facts"))))
    if not active:
        return {"outcome": "met", "due": None}
    due = str(max(end for end, _ in active))
    return {"outcome": "arguable" if all(new for _, new in active) else "not_met", "due": due}


def passing_offers(criterion, case):
    offers = case.facts.get("offers")
    if offers is None:
        return None
    return [
        offer
        for offer in offers
        if ("contracts" not in criterion or offer["contract"] in criterion["contracts"])
        and ("employer_kinds" not in criterion or case.kind(offer) in criterion["employer_kinds"])
    ]


def offers_wage(criterion, case, on):
    smic = case.law.monthly_smic(on)
    required = None if smic is None else number(criterion.get("smic_ratio", 1)) * smic
    offers = passing_offers(criterion, case)
    if offers is None:
        return {"outcome": "unknown", "required": required}
    known = [number(offer["monthly_gross"]) for offer in offers if "monthly_gross" in offer]
    result = {"required": required, "measured": sum(known)}
    if not offers:
        return {**result, "outcome": "not_met"}
    collective = all(
        "collective_minimum" in offer
        and "monthly_gross" in offer
        and number(offer["monthly_gross"]) >= number(offer["collective_minimum"])
        for offer in offers
    )
    if (required is not None and sum(known) >= required) or collective:
        return {**result, "outcome": "met"}
    sure = required is not None and len(known) == len(offers)
    return {**result, "outcome": "not_met" if sure else "unknown"}


def offers_hours(criterion, case, on):
    offers = passing_offers(criterion, case)
    result = {"required": number(criterion["weekly"])}
    if offers is None:
        return {**result, "outcome": "unknown"}
    known = [number(offer["weekly_hours"]) for offer in offers if "weekly_hours" in offer]
    result["measured"] = sum(known)
    if not offers:
        return {**result, "outcome": "not_met"}
    if sum(known) >= number(criterion["weekly"]):
        return {**result, "outcome": "met"}
    return {**result, "outcome": "not_met" if len(known) == len(offers) else "unknown"}


def offer_term(criterion, case, on):
    offers = passing_offers(criterion, case)
    if offers is None:
        return {"outcome": "unknown"}
    lengths = [offer.get("duration_months", float("inf")) for offer in offers]
    fits = any(
        length >= criterion.get("min_months", 0) and length < criterion.get("max_months", float("inf"))
        or (length == float("inf") and "max_months" not in criterion)
        for length in lengths
    )
    return {"outcome": "met" if fits else "not_met"}


def offer_occupation(criterion, case, on):
    offers = case.facts.get("offers")
    if offers is None:
        return {"outcome": "unknown"}
    answers = {
        case.law.listing_of_any(
            criterion["lists"], offer.get("occupation"), case.department(offer), case.nationality, on
        )
        for offer in offers
    }
    if "on" in answers:
        return {"outcome": "met"}
    return {"outcome": "arguable" if "undecided" in answers else "not_met"}


def agency_commitment(criterion, case, on):
    offers = case.facts.get("offers")
    result = {"required": criterion["months"]}
    if offers is None:
        return {**result, "outcome": "unknown"}
    months = sum(
        offer["commitment"]["months"] + offer["commitment"].get("training_months", 0)
        for offer in offers
        if "commitment" in offer
        and (offer["contract"] == "agency" or case.kind(offer) == "agency")
        and offer["commitment"]["over_months"] <= criterion["over_months"]
    )
    return {**result, "measured": months, "outcome": "met" if months >= criterion["months"] else "not_met"}


def contract_held(criterion, case, on):
    start = add_months(on, -criterion["window_months"])
    result = {"window": {"start": str(start), "end": str(on - DAY)}}
    if case.jobs() is None:
        return {**result, "outcome": "unknown"}
    held = any(
        job["contract"] in criterion["contracts"] and case.days_of(job)[0] < on and case.days_of(job)[1] >= start
        for job in case.jobs()
    )
    return {**result, "outcome": "met" if held else "not_met"}


def current_job(criterion, case, on):
    if case.jobs() is None:
        return {"outcome": "unknown"}
    standings = {
        case.standing(job, criterion.get("only"), [on])
        for job in case.jobs()
        if case.days_of(job)[0] <= on <= case.days_of(job)[1]
    }
    if "passes" in standings:
        return {"outcome": "met"}
    return {"outcome": "arguable" if "undecided" in standings else "not_met"}


def age(criterion, case, on):
    result = {"required": criterion.get("min", criterion.get("max"))}
    birth = case.facts["person"].get("birth_date")
    if birth is None:
        return {**result, "outcome": "unknown"}
    years = 0
    while add_months(date(birth), 12 * (years + 1), True) <= on:
        years += 1
    holds = date(birth) <= on and criterion.get("min", 0) <= years <= criterion.get("max", years)
    return {**result, "measured": years, "outcome": "met" if holds else "not_met"}


KINDS = {
    "work_months": work_months,
    "presence": presence,
    "fact": fact,
    "measures": measures,
    "offers_wage": offers_wage,
    "offers_hours": offers_hours,
    "offer_term": offer_term,
    "offer_occupation": offer_occupation,
    "agency_commitment": agency_commitment,
    "contract_held": contract_held,
    "current_job": current_job,
    "age": age,
}


def leaves(node):
    if "kind" in node:
        return [node]
    return [leaf for child in node.get("all", node.get("any")) for leaf in leaves(child)]


def combine(node, outcomes, keep=lambda criterion: True):
    """The outcome of a node, or None where nothing of it is kept."""
    if "kind" in node:
        return outcomes[node["id"]] if keep(node) else None
    children = [combine(child, outcomes, keep) for child in node.get("all", node.get("any"))]
    children = [child for child in children if child is not None]
    if not children:
        return None
    return worst(children) if "all" in node else best(children)


def tree(node, outcomes):
    if "kind" in node:
        return node["id"]
    key = "all" if "all" in node else "any"
    return {key: [tree(child, outcomes) for child in node[key]], "outcome": combine(node, outcomes)}


def granting(node, outcomes):
    """Children of `any` that carry grants, in the order of the text."""
    found = []
    for child in node.get("all", node.get("any", [])):
        if "grants" in child:
            found.append((combine(child, outcomes), child["grants"]))
        found += granting(child, outcomes)
    return found


class Earliest:
    """Tries every day to the horizon, remembering what each criterion said of each."""

    def __init__(self, case, on):
        self.on = on
        self.horizon = add_months(on, 12 * HORIZON_YEARS)
        self.case = case.supposing(on, self.horizon)
        self.known = {}

    def outcome(self, criterion, day):
        key = criterion["id"], day
        if key not in self.known:
            self.known[key] = KINDS[criterion["kind"]](criterion, self.case, day)["outcome"]
        return self.known[key]

    def find(self, node):
        day = self.on
        while day <= self.horizon:
            if self.holds(node, day):
                return day
            day += DAY
        return None

    def holds(self, node, day):
        if "kind" in node:
            return self.outcome(node, day) == "met"
        children = (self.holds(child, day) for child in node.get("all", node.get("any")))
        return all(children) if "all" in node else any(children)


def in_force(regime, day):
    period = regime["in_force"]
    return date(period["from"]) <= day and ("until" not in period or day <= date(period["until"]))


def reason(regime, case, on):
    if on < date(regime["in_force"]["from"]):
        return "not_yet_in_force"
    if not in_force(regime, on):
        return "expired"
    rule = regime.get("nationalities")
    if rule and case.nationality:
        codes = case.law.nationalities(rule.get("only", rule.get("except")))
        if (case.nationality in codes) != ("only" in rule):
            return "nationality"
    return None


def evaluate(regime, case, on, with_earliest=True):
    answer = {"id": regime["id"], "reason": reason(regime, case, on)}
    answer["applies"] = answer["reason"] is None
    if not answer["applies"]:
        return answer

    criteria = leaves(regime["require"])
    found = {c["id"]: KINDS[c["kind"]](c, case, on) for c in criteria + regime.get("weigh", [])}
    outcomes = {name: finding["outcome"] for name, finding in found.items()}
    capped = "nationalities" in regime and not case.nationality

    def cap(outcome):
        return worst([outcome, "unknown"]) if capped else outcome

    answer["outcome"] = cap(combine(regime["require"], outcomes))
    answer["by_force"] = {
        force: cap(
            combine(regime["require"], outcomes, lambda c, i=i: FORCES.index(c["force"]) <= i) or "met"
        )
        for i, force in enumerate(FORCES)
    }
    answer["tree"] = tree(regime["require"], outcomes)
    grants = granting(regime["require"], outcomes)
    if grants:
        top = best([outcome for outcome, _ in grants])
        answer["grants"] = next(text for outcome, text in grants if outcome == top)
    else:
        answer["grants"] = regime.get("grants")
    answer["found"] = found

    if with_earliest:
        earliest = Earliest(case, on)
        for criterion in criteria + regime.get("weigh", []):
            day = earliest.find(criterion)
            found[criterion["id"]]["earliest"] = None if day is None else str(day)
        day = None if capped else earliest.find(regime["require"])
        answer["earliest"] = None if day is None else {"date": str(day), "in_force": in_force(regime, day)}
    return answer
