#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures speed and memory beside peers. usage: run.sh BUILD_FOLDER [PART…]  (./dev bench calls it)
# A part is PART.py here, or the program bench-PART; without any, all are run.

set -euo pipefail

cd "$(dirname "$0")"
build=$1
shift
parts=(engine store reader reading filing timeline app)
[ $# -gt 0 ] || set -- "${parts[@]}"

for part in "$@"; do
    printf '\n== %s ==\n' "$part"
    if [ -e "$part.py" ]; then
        python3 "$part.py" "$build"
    else
        "$build/tests/bench/bench-$part"
    fi
done
