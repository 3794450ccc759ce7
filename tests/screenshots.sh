#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes pictures of what there is to see. usage: screenshots.sh BUILD_FOLDER OUTPUT_FOLDER  (./dev screenshots calls it)

set -euo pipefail

build=$1
output=$2
mkdir -p "$output"
export LC_ALL=C.UTF-8

# take NAME LANGUAGE OPTION…
take() {
    local name=$1 language=$2
    shift 2
    LANGUAGE=$language "$build/tests/widgets/show-timeline" --picture "$output/$name.png" "$@"
    printf '%s\n' "$output/$name.png"
}

for language in fr en; do
    for style in light dark; do
        options=()
        [ $style = light ] || options+=(--dark)
        take "timeline-$language-$style-1000x700" $language --width 1000 --height 700 "${options[@]}"
        take "timeline-$language-$style-1600x900" $language --width 1600 --height 900 "${options[@]}"
    done
done
take timeline-fr-small-800x600 fr --width 800 --height 600
take timeline-fr-text-200 fr --width 1000 --height 700 --text 200
take timeline-fr-text-200-dark-1600x900 fr --width 1600 --height 900 --text 200 --dark
take timeline-rtl fr --width 1000 --height 700 --rtl
take timeline-fr-empty fr --width 1000 --height 700 --empty
take timeline-fr-drag fr --width 1000 --height 700 --preview
take timeline-fr-month fr --width 1000 --height 700 --zoom 40
take timeline-fr-large fr --width 1600 --height 900 --large
ADW_DEBUG_HIGH_CONTRAST=1 take timeline-fr-contrast fr --width 1000 --height 700
ADW_DEBUG_HIGH_CONTRAST=1 take timeline-fr-contrast-dark fr --width 1000 --height 700 --dark
for format in svg png pdf; do
    LANGUAGE=fr "$build/tests/widgets/show-timeline" --export "$output/timeline-export.$format"
    printf '%s\n' "$output/timeline-export.$format"
done

# The pages and forms of a case, for what the application itself is not led to.
show_case() {
    local name=$1 language=$2
    shift 2
    LANGUAGE=$language "$build/tests/app/case/show-case" --picture "$output/$name.png" "$@" data/samples/cases/cook-missing-two-months.json
    printf '%s\n' "$output/$name.png"
}

for page in eligibility person procedure journal; do
    for language in fr en; do
        show_case "$page-$language-light-1000x700" $language --page $page
        show_case "$page-$language-dark-1600x900" $language --page $page --dark --width 1600 --height 900
    done
    show_case "$page-fr-light-800x600" fr --page $page --width 800 --height 600
    show_case "$page-fr-light-1920x1080" fr --page $page --width 1920 --height 1080
    show_case "$page-fr-text-200" fr --page $page --text 200
    show_case "$page-rtl" fr --page $page --rtl
    ADW_DEBUG_HIGH_CONTRAST=1 show_case "$page-contrast" fr --page $page
    ADW_DEBUG_HIGH_CONTRAST=1 show_case "$page-contrast-dark" fr --page $page --dark
done
for table in 1 3 4 5; do # stay, employer, job, payslip
    show_case "form-$table-fr" fr --form $table
done
show_case compare-fr fr --compare
show_case compare-fr-text-200 fr --compare --text 200
