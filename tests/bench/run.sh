#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures speed and memory beside peers. usage: run.sh BUILD_FOLDER [PART…]  (./dev bench calls it)
# A part is PART.py here, or the program bench-PART; without any, all are run.

set -euo pipefail

cd "$(dirname "$0")"
build=$1
shift
parts=(engine store reader reading filing timeline case exhibits app viewer)
[ $# -gt 0 ] || set -- "${parts[@]}"

for part in "$@"; do
    printf '\n== %s ==\n' "$part"
    if [ -e "$part.py" ]; then
        /usr/bin/python3 "$part.py" "$build" # the one that the packages of Debian are for
    else
        "$build/tests/bench/bench-$part"
    fi
done
