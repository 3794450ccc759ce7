#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees that the data hold together. usage: data.py SOURCE_FOLDER"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SOURCE = Path(sys.argv[1])
DATA = SOURCE / "data"


def check_resources():
    """Every file of law ships, and every list of exhibits."""
    listed = {file.text for file in ElementTree.parse(DATA / "law.gresource.xml").iter("file")}
    there = {str(path.relative_to(DATA)) for folder in ("regimes", "occupations", "wages")
             for path in (DATA / folder).iterdir()}
    there |= {"departments.csv", "facts.json", "nationality-groups.json"}
    listed |= {file.text for file in ElementTree.parse(DATA / "exhibits.gresource.xml").iter("file")}
    there |= {str(path.relative_to(DATA)) for path in (DATA / "exhibits").iterdir()}
    for name in sorted(listed ^ there):
        yield f"data/*.gresource.xml: {name} is {'missing' if name in there else 'gone'}"


def criteria(node):
    if "kind" in node:
        yield node
    for child in node.get("all", node.get("any", [])):
        yield from criteria(child)


def check_examples():
    """Each criterion of each regime is met in one example and not met, or not fully, in another."""
    for path in sorted((DATA / "regimes").glob("*.json")):
        regime = json.loads(path.read_text())
        seen = {}
        for example in regime["examples"]:
            for name, expected in example["expect"].get("criteria", {}).items():
                seen.setdefault(name, set()).add(expected.get("outcome"))
            if "outcome" in example["expect"] and "kind" in regime["require"]:
                seen.setdefault(regime["require"]["id"], set()).add(example["expect"]["outcome"])
        for criterion in [*criteria(regime["require"]), *regime.get("weigh", [])]:
            outcomes = seen.get(criterion["id"], set())
            if len(outcomes) < 2 and not (outcomes and regime["id"] == "aes-l435-4-2024"):
                yield f"{path.name}: the examples show {criterion['id']} on one side only: {outcomes or 'never'}"


def check_facts():
    """Each fact of the catalogue serves a regime."""
    catalogue = {fact["id"] for fact in json.loads((DATA / "facts.json").read_text())["facts"]}
    used = set()
    for path in (DATA / "regimes").glob("*.json"):
        regime = json.loads(path.read_text())
        used |= {c["fact"] for c in [*criteria(regime["require"]), *regime.get("weigh", [])] if c["kind"] == "fact"}
    for name in sorted(catalogue - used):
        yield f"facts.json: no regime asks for {name}"


def check_exhibits():
    """Each grade and each item of a list has a source, each source serves, and each list is for a regime there is."""
    kinds = {kind["id"] for kind in json.loads((DATA / "exhibits/kinds.json").read_text())["kinds"]}
    regimes = {json.loads(path.read_text())["id"] for path in (DATA / "regimes").glob("*.json")}
    for path in sorted((DATA / "exhibits").glob("*.json")):
        data = json.loads(path.read_text())
        entries = data.get("kinds", data.get("items"))
        used = {e["source"] for e in entries if "source" in e} | {d["source"] for e in entries for d in e.get("disputed", [])}
        for name in sorted(used ^ set(data["sources"])):
            yield f"{path.name}: the source {name} is {'missing' if name in used else 'of no use'}"
        for entry in entries:
            if "grade" in entry and "source" not in entry:
                yield f"{path.name}: nobody grades {entry['id']}"
            for kind in entry.get("kinds", []):
                if kind not in kinds:
                    yield f"{path.name}: there is no kind {kind}"
        for regime in sorted(set(data.get("regimes", [])) - regimes):
            yield f"{path.name}: there is no regime {regime}"


def check_people():
    """Everyone in the samples is invented: nobody of them has an identifier."""
    for path in sorted((DATA / "samples").rglob("*.json")):
        if re.search(r'"(siret|foreigner_number|phone|email)"\s*:', path.read_text()):
            yield f"{path.relative_to(SOURCE)}: an invented person has no identifiers"


problems = [line for check in (check_resources, check_examples, check_facts, check_exhibits, check_people) for line in check()]
print("\n".join(problems) or "the data hold together")
sys.exit(bool(problems))
