#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures speed and memory beside peers. usage: run.sh BUILD_FOLDER [PART…]  (./dev bench calls it; parts: engine, store)
# Measures speed and memory beside peers. usage: run.sh BUILD_FOLDER [PART…]  (./dev bench calls it; parts: engine timeline)

set -euo pipefail

cd "$(dirname "$0")"
build=$1
shift
[ $# -gt 0 ] || set -- engine store
[ $# -gt 0 ] || set -- engine timeline

for part in "$@"; do
    printf '\n== %s ==\n' "$part"
    if [ -e "$part.py" ]; then
        python3 "$part.py" "$build"
    else
        "$build/tests/bench/bench-$part"
    fi
done
