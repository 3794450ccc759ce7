#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees that no room calls what it must not know. usage: layering.py BUILD_FOLDER

The include paths keep a room from including another; this looks at the symbols each static library
asks for, so that a room cannot reach the clock, a file or a library by any other way either. The
programs that people start must not even be linked with what parses documents.
"""

import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]

FILES = r"f?open(at|64)?|fopen|creat|read|write|unlink|rename|stat|g_file_\w+|g_open|g_mkdir\w*|g_dir_\w+|g_unlink"
CLOCK = r"time|clock_gettime|gettimeofday|localtime\w*|g_date_time_new_now\w*|g_get_real_time"
STOPWATCH = r"g_get_monotonic_time"  # tells how long something takes, and no date
WORLD = r"getenv|setlocale|gettext|dgettext|g_getenv|g_get_\w+_dir|g_get_language_names|g_spawn\w*|socket|connect"
SQL = r"sqlite3_\w+"
DISPLAY = r"(gtk|gdk|adw|gsk)_\w+"
DOCUMENTS = r"(poppler|qpdf)_\w+|Tess\w+|anc_(store|reader)_\w+"
READER = r"(poppler|cairo|qpdf|pango)_\w+|Tess\w+|pix[A-Z]\w+"
OPENING = r"f?open(at|64)?|creat|g_file_(get|set|new|open|query|test)\w*|g_open|g_mkdir\w*|g_dir_\w+|g_unlink"
JSON = r"json_\w+"

FORBIDDEN = {
    "core": [FILES, CLOCK, STOPWATCH, WORLD, SQL, DISPLAY, READER, JSON],
    "engine": [FILES, CLOCK, STOPWATCH, WORLD, SQL, DISPLAY, READER],
    "words": [FILES, CLOCK, STOPWATCH, SQL, DISPLAY, READER],
    "law": [CLOCK, STOPWATCH, SQL, DISPLAY, READER],
    "cases": [FILES, SQL, DISPLAY, READER],
    "store": [DISPLAY, READER],
    "confinement": [CLOCK, STOPWATCH, SQL, DISPLAY, READER, JSON],
    "intake": [SQL, DISPLAY, READER],
    "reader": [OPENING, WORLD, SQL, DISPLAY],
    "reader/protocol": [FILES, SQL, DISPLAY, READER, JSON],
    "reader/password": [FILES, CLOCK, STOPWATCH, WORLD, SQL, DISPLAY, r"(poppler|cairo|pango)_\w+|Tess\w+|pix[A-Z]\w+", JSON],
    "reader/client": [SQL, DISPLAY, READER, JSON],
    "filing": [DISPLAY, READER],  # the binder, which opens documents, is a program of its own
    "filing/case": [DISPLAY, READER],
    "filing/client": [DISPLAY, READER],
    "widgets": [CLOCK, SQL, DOCUMENTS],
    "widgets/viewer": [CLOCK, SQL, DOCUMENTS],
}

GTK_ROOMS = {"widgets", "app"}
GTK_INCLUDE = re.compile(r"^#include <(adwaita\.h|(gtk|gdk|gsk|graphene)[/-])", re.MULTILINE)

PARSERS = r"lib(poppler|tesseract|lept|qpdf|tiff|jpeg|exif)\b.*"
PROGRAMS = ["cli/ancragectl"]


def check_rooms(build):
    for room, patterns in FORBIDDEN.items():
        for library in (build / "src" / room).glob("libanc-*.a"):
            symbols = subprocess.run(["nm", "--undefined-only", library], capture_output=True, text=True, check=True).stdout
            found = {line.split()[-1] for line in symbols.splitlines() if " U " in line}
            yield [f"{room} must not know {symbol}" for symbol in found
                   if any(re.fullmatch(pattern, symbol) for pattern in patterns)]


def check_programs(build):
    for program in PROGRAMS:
        dynamic = subprocess.run(["readelf", "-d", build / "src" / program], capture_output=True, text=True, check=True).stdout
        needed = re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)
        yield [f"{program} must not be linked with {name}" for name in needed if re.fullmatch(PARSERS, name)]


def check_includes():
    for path in sorted((SOURCE / "src").rglob("*.[ch]")):
        if path.relative_to(SOURCE).parts[1] not in GTK_ROOMS and GTK_INCLUDE.search(path.read_text()):
            yield f"{path.relative_to(SOURCE)} must not include GTK"


def main(build):
    rooms = list(check_rooms(build))
    wrong = sum(rooms, []) + sum(check_programs(build), []) + list(check_includes())
    print("\n".join(sorted(wrong)) or f"{len(rooms)} rooms know only what they may")
    sys.exit(bool(wrong) or not rooms)


main(Path(sys.argv[1]))
