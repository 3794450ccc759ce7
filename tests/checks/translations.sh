#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sees that every string is marked, listed and translated into French. usage: translations.sh

set -euo pipefail

cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Files with marked strings that POTFILES forgets, and names in it that are gone.
{
    grep -rlE '\b(_|N_|C_|NC_|ngettext|ANC_PROBLEM) ?\(' src --include='*.c'
    grep -l 'translatable="yes"' ui/*.ui
    ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml
} | sort >"$work/marked"
sort po/POTFILES >"$work/listed"
diff "$work/listed" "$work/marked" || { echo "po/POTFILES does not list the files with strings"; exit 1; }

# Text of a template that nobody marked: names of icons and of the program need no translation.
if grep -nE '<property name="(label|title|subtitle|description|tooltip-text|placeholder-text)">[^<]*[[:alpha:]]' ui/*.ui |
    grep -vE '>Ancrage<'; then
    echo "these strings are not marked translatable"
    exit 1
fi

xgettext --files-from=po/POTFILES --from-code=UTF-8 --output="$work/ancrage.pot" \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 --keyword=ANC_PROBLEM \
    --flag=ngettext:1:c-format --flag=ngettext:2:c-format 2>"$work/warnings"
if grep -v '^$' "$work/warnings"; then
    exit 1
fi

for language in $(cat po/LINGUAS); do
    msgfmt --check --output-file=/dev/null "po/$language.po"
    msgmerge --quiet --no-fuzzy-matching --output-file="$work/$language.po" "po/$language.po" "$work/ancrage.pot"
    missing=$(msgattrib --untranslated --no-obsolete "$work/$language.po" | grep -c '^msgid ' || true)
    obsolete=$(msgattrib --only-obsolete "$work/$language.po" | grep -c '^#~ msgid ' || true)
    fuzzy=$(msgattrib --only-fuzzy "$work/$language.po" | grep -c '^msgid ' || true)
    total=$(msgattrib --translated "$work/$language.po" | grep -c '^msgid ' || true)
    printf '%s: %d translated, %d missing, %d out of use, %d fuzzy\n' "$language" "$total" "$missing" "$obsolete" "$fuzzy"
    [ "$missing" -eq 0 ] && [ "$obsolete" -eq 0 ] && [ "$fuzzy" -eq 0 ] || {
        msgattrib --untranslated --no-obsolete "$work/$language.po" | grep -A2 '^msgid '
        exit 1
    }
done
