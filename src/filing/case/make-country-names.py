#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the names of countries that iso-codes has, as a table for C. usage: make-country-names.py PREFIX OUTPUT"""

import gettext
import json
import sys
from pathlib import Path

DOMAIN = "iso_3166-1"


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def main(prefix, output):
    table = json.loads((prefix / "share/iso-codes/json" / f"{DOMAIN}.json").read_text())
    french = gettext.translation(DOMAIN, prefix / "share/locale", ["fr"], fallback=True)
    if not isinstance(french, gettext.GNUTranslations):
        print("iso-codes has no French here: countries will have their English names", file=sys.stderr)
    rows = []
    for country in sorted(table["3166-1"], key=lambda country: country["alpha_3"]):
        name = country.get("common_name", country["name"])
        rows.append(f"  {{ {quote(country['alpha_3'])}, {{ {{ {quote(french.gettext(name))}, {quote(name)} }} }} }},\n")
    output.write_text("".join(rows))


main(Path(sys.argv[1]), Path(sys.argv[2]))
