#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes what the fuzzing of photographs and of what pages are drawn by starts from. usage: make-seeds.sh
# Needs ImageMagick. Shades and lines, nothing else: the pictures are of nobody's papers.

set -euo pipefail

corpus=$(cd "$(dirname "$0")" && pwd)/corpus
mkdir -p "$corpus/jpeg" "$corpus/pdf-contents"

# jpeg NAME PLACE OPTION…: six bytes of where it is drawn, then the picture.
jpeg() {
    local name=$1 place=$2
    shift 2
    {
        printf "$place"
        convert -size 48x40 gradient:'#304050'-'#e0d0c0' -fill black -draw 'line 3,5 44,33' -strip -quality 60 "$@" jpeg:-
    } >"$corpus/jpeg/$name"
}

jpeg whole '\x00\x00\xfa\xfa\x2f\x27'
jpeg half '\x00\x00\x7d\x7d\x17\x13' -sampling-factor 2x2
jpeg cut '\xf6\xfb\xb4\x96\x0f\x09' -sampling-factor 1x1
jpeg beside '\x05\x03\x64\x50\x1f\x1f' -sampling-factor 2x1
jpeg dot '\x00\x00\x06\x07\x03\x03'
jpeg grey '\x00\x00\xc8\x64\x27\x17' -colorspace Gray
jpeg progressive '\x01\x01\x96\x96\x27\x27' -interlace JPEG
jpeg four-colours '\x00\x00\x7d\x7d\x17\x13' -colorspace CMYK
jpeg too-large '\x00\x00\xff\xfa\x2f\x27'

contents() {
    printf '%s' "$2" >"$corpus/pdf-contents/$1"
}

contents scan 'q 595 0 0 842 0 0 cm /Im1 Do Q'
contents nested '% scanned
q 0.5 0 0 .5 0 0 cm q 1190 0 0 1684 -3 +4 cm/Im1 Do Q
Q'
contents read 'q 595 0 0 842 0 0 cm /Im1 Do Q BT 3 Tr /F1 9 Tf 1 0 0 1 72 700 Tm [(lu \(bien\)) -20 <4142>] TJ T* (x) Tj ET'
contents marked '/Artifact <</Type /Layout /BBox [0 0 595 842] /Said (a > b) >> BDC q 595 0 0 842 0 0 cm /Im1 Do Q EMC'
contents layer '/OC /L1 BDC q 595 0 0 842 0 0 cm /Im1 Do Q EMC'
contents inline 'q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q'
contents drawn 'q 1 0 0 rg 2 w [3 1] 0 d 0 0 9 9 re f Q q 595 0 0 842 0 0 cm /Im1 Do Q'
