#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzz target for a while from its seeds. usage: fuzz.sh BUILD_FOLDER [SECONDS_EACH]

set -euo pipefail

build=$1
seconds=${2:-15}
here=$(cd "$(dirname "$0")/.." && pwd)/fuzz
status=0

for target in "$build"/tests/fuzz/fuzz-*; do
    [ -f "$target" ] && [ -x "$target" ] || continue
    name=${target##*/fuzz-}
    found=$(mktemp -d)
    if ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
        "$target" -max_total_time="$seconds" -rss_limit_mb=4096 -timeout=10 \
        -max_len=65536 -print_final_stats=1 -artifact_prefix="$found/" "$found" "$here/corpus/$name" >"$found/log" 2>&1; then
        printf '%s: %s inputs tried\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: //p' "$found/log")"
    else
        tail -40 "$found/log"
        printf '%s: failed; what made it fail lies in %s\n' "$name" "$found"
        status=1
    fi
done
exit $status
