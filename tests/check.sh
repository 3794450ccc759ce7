#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that keeps the tree from rotting beside its tests. usage: check.sh [quick]  (./dev check calls it)
#
# With "quick", only what takes a few minutes: for each change. The rest is for the end of a piece of work.
# Each step is a function; it passes or fails as a whole, and all are run whatever the others say.

set -uo pipefail

cd "$(dirname "$0")/.."
passed=0
failed=0

step() {
    local name=$1 log start=$SECONDS
    shift
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        printf 'ok      %s, %d s%s\n' "$name" $((SECONDS - start)) "$(tail -n 1 "$log" | sed 's/^/: /' | cut -c1-100)"
    else
        failed=$((failed + 1))
        printf 'FAILED  %s, %d s\n' "$name" $((SECONDS - start))
        tail -n 60 "$log" | sed 's/^/        /'
    fi
    rm -f "$log"
}

sources() {
    find src tests -name '*.c' -o -name '*.h' | sort
}

check_format() {
    sources | xargs clang-format --dry-run -Werror
}

check_text_files() {
    ! git grep -nI -e '[[:space:]]$' -- '*.c' '*.h' '*.py' '*.sh' '*.build' '*.json' 'dev' '.ci/run' &&
        ! git grep -nI -P '\t' -- '*.c' '*.h' '*.py' '*.build'
}

check_headers() {
    local file missing=0
    for file in $(git ls-files '*.c' '*.h' '*.py' '*.sh'); do
        head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || { echo "$file: no licence"; missing=1; }
    done
    return $missing
}

configure() {
    local folder=$1
    shift
    [ -e "$folder/build.ninja" ] || meson setup "$folder" "$@"
}

# Of each finding its line alone; clang-tidy on the file tells how it came to it.
check_tidy() {
    sources | grep '\.c$' | grep -v '^tests/fuzz/' |
        xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p _build 2>&1 | { grep -E '(error|warning): ' || true; }
}

# Leaks that are not ours are told by who made them, which only the slow way of looking up callers finds, and that
# makes a program ten times as slow. Commands are started again and again and have no such leaks; sessions with the
# application have people's patience, and its leaks are looked for widget by widget.
test_sanitized() {
    local options=$1
    shift
    UBSAN_OPTIONS=halt_on_error=1 ASAN_OPTIONS=$options \
        LSAN_OPTIONS="suppressions=$PWD/tests/checks/leaks.supp:print_suppressions=0" \
        meson test -C _build-sanitize --timeout-multiplier 20 --print-errorlogs "$@"
}

check_sanitized() {
    configure _build-sanitize -Db_sanitize=address,undefined -Dwerror=true && ninja -C _build-sanitize &&
        test_sanitized fast_unwind_on_malloc=1 --suite commands &&
        test_sanitized fast_unwind_on_malloc=1:detect_leaks=0 --suite sessions &&
        test_sanitized fast_unwind_on_malloc=0:malloc_context_size=10 --suite unit --suite ui \
            --no-suite commands --no-suite sessions
}

check_fuzz() {
    CC=clang configure _build-fuzz -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false && ninja -C _build-fuzz fuzz &&
        tests/checks/fuzz.sh _build-fuzz "${ANC_FUZZ_SECONDS:-15}"
}

# Every power cut, failing operation and kill that the tests try a part of.
check_store() {
    ANC_FIXTURES="$PWD/tests/fixtures" "_build/tests/store/test-store-$1" --all | grep '^# [0-9k].* \(tried\|failed\|times\)' | tail -n 5
    return "${PIPESTATUS[0]}"
}

# Hostile documents through the client: whatever they hold, an answer or an error with a code, in time.
check_documents() (
    local folder=_build/tests/reader/client picture said
    picture=$(mktemp)
    said=$(timeout 20 _build/src/cli/ancragectl pdf render -o "$picture" $folder/documents/nested.pdf 2>&1)
    rm "$picture"
    grep 'takes more time' <<<"$said" && cd $folder/documents &&
        ../soak-reader "${ANC_SOAK_DOCUMENTS:-5000}" "${ANC_SOAK_SEED:-1}" plain.pdf form.pdf form-turned.pdf active.pdf xfa.pdf \
            locked.pdf locked-old.pdf owned.pdf a0.pdf photo.pdf fax.pdf picture.png picture.jpeg pictures.tiff
)

check_install() {
    local prefix
    prefix=$(mktemp -d)
    configure _build-install --prefix=/usr && DESTDIR="$prefix" meson install -C _build-install --quiet &&
        [ -x "$prefix/usr/bin/ancragectl" ] && [ -x "$prefix/usr/libexec/ancrage-reader" ] &&
        [ -x "$prefix/usr/libexec/ancrage-binder" ] && [ -f "$prefix/usr/share/locale/fr/LC_MESSAGES/ancrage.mo" ] &&
        [ -x "$prefix/usr/bin/ancrage" ] && "$prefix/usr/bin/ancrage" --version &&
        [ -f "$prefix/usr/share/applications/io.github.ancrage.Ancrage.desktop" ] &&
        [ -f "$prefix/usr/share/icons/hicolor/scalable/apps/io.github.ancrage.Ancrage.svg" ] &&
        grep -q '^Exec=/usr/bin/ancrage --gapplication-service$' "$prefix/usr/share/dbus-1/services/io.github.ancrage.Ancrage.service" &&
        update-mime-database "$prefix/usr/share/mime" && grep -q 'x-ancrage' "$prefix/usr/share/mime/globs2" &&
        glib-compile-schemas --strict "$prefix/usr/share/glib-2.0/schemas" &&
        [ "$("$prefix/usr/bin/ancragectl" rules list | wc -l)" -gt 10 ] &&
        sed -i "s#^Exec=/usr#Exec=$prefix/usr#" "$prefix/usr/share/dbus-1/services/io.github.ancrage.Ancrage.service" &&
        tests/checks/activation.sh "$prefix/usr"
    local status=$?
    rm -rf "$prefix"
    return $status
}

check_man() {
    local page warnings
    for page in data/man/*.1; do
        warnings=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null)
        printf '%s' "$warnings"
        [ -z "$warnings" ] || return 1
    done
}

check_desktop() {
    desktop-file-validate _build/data/io.github.ancrage.Ancrage.desktop &&
        appstreamcli validate --no-net --explain _build/data/io.github.ancrage.Ancrage.metainfo.xml &&
        glib-compile-schemas --strict --dry-run data &&
        xmllint --noout data/io.github.ancrage.Ancrage.xml icons/*.svg ui/*.ui
}

# Unknown keys only warn; neither the network nor the home may be asked for.
check_flatpak() {
    local manifest=flatpak/io.github.ancrage.Ancrage.yml shown
    shown=$(flatpak-builder --show-manifest "$manifest" 2>&1) || { printf '%s\n' "$shown"; return 1; }
    ! grep -E 'WARNING|--share=network|--filesystem' <<<"$shown"
}

check_completions() {
    bash -c 'source data/completions/ancragectl
             COMP_WORDS=(ancragectl ru) COMP_CWORD=1; _ancragectl; [ "${COMPREPLY[*]}" = rules ] || exit 1
             COMP_WORDS=(ancragectl case ex) COMP_CWORD=2; _ancragectl; [ "${COMPREPLY[*]}" = export ] || exit 1
             COMP_WORDS=(ancragectl pdf ren) COMP_CWORD=2; _ancragectl; [ "${COMPREPLY[*]}" = render ] || exit 1
             COMP_WORDS=(ancragectl store check --js) COMP_CWORD=3; _ancragectl; [ "${COMPREPLY[*]}" = --json ]'
}

step 'format' check_format
step 'text files' check_text_files
step 'licence headers' check_headers
step 'layering' python3 tests/checks/layering.py _build
step 'contrast' python3 tests/checks/contrast.py
step 'data' python3 tests/checks/data.py .
step 'law and its examples' _build/src/cli/ancragectl rules check data
step 'second reading of the contract' python3 tests/engine/compare-with-reference.py _build/src/cli/ancragectl data 20 100
step 'translations' tests/checks/translations.sh
step 'manual' check_man
step 'desktop files' check_desktop
step 'flatpak manifest' check_flatpak
step 'completions' check_completions
step 'installation' check_install
if [ "${1:-}" != quick ]; then
    step 'archival files' python3 tests/checks/archival.py _build/src/cli/ancragectl
    step 'hostile documents' check_documents
    step 'static analysis' check_tidy
    step 'sanitizers' check_sanitized
    step 'fuzzing' check_fuzz
    step 'power cuts' check_store crash
    step 'failing disk, memory and program' check_store failures
fi

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
