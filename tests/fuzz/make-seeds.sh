#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes what the fuzzing of photographs, of faxes and of what pages are drawn by starts from. usage: make-seeds.sh
# Needs ImageMagick. Shades and lines, nothing else: the pictures are of nobody's papers.

set -euo pipefail

corpus=$(cd "$(dirname "$0")" && pwd)/corpus
mkdir -p "$corpus/fax" "$corpus/jpeg" "$corpus/pdf-contents"

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

# fax NAME PLACE SIZE OPTION…: where it is drawn, how large it is, then what stands between the head and the directory of a
# TIFF file of one strip.
fax() {
    local name=$1 place=$2 size=$3 file
    shift 3
    file=$(mktemp)
    convert "$@" -monochrome -define tiff:rows-per-strip=400 -compress Group4 -endian LSB "tiff:$file"
    {
        printf "$place$size"
        tail -c +9 "$file" | head -c $(($(od -A n -t u4 -j 4 -N 4 "$file") - 8))
    } >"$corpus/fax/$name"
    rm "$file"
}

fax whole '\x00\x00\xfa\xfa\x2f\x27' '\x00\x30\x00\x28' -size 48x40 gradient:black-white
fax half '\x00\x00\x7d\x7d\x17\x13' '\x00\x30\x80\x28' -size 48x40 plasma:black-white
fax odd '\xf6\xfb\xb4\x96\x0f\x09' '\x00\x33\x00\x29' -size 51x41 pattern:gray40
fax white '\x05\x03\x64\x50\x1f\x1f' '\x01\x90\x00\x64' -size 400x100 xc:white
fax too-wide '\x00\x00\xfa\xfa\x2f\x27' '\x00\x40\x00\x28' -size 48x40 pattern:bricks

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
