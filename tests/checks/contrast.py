#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees that what the stylesheets of the widgets write can be read. usage: contrast.py

Text and its ground differ by 4.5 to 1 at least, signs and theirs by 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11),
in the light and in the dark style.
"""

import re
import sys
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "ui"
# What libadwaita 1.2 has behind views: the two grounds our colours stand on.
GROUNDS = {"light": "#ffffff", "dark": "#1e1e1e"}
CARDS = {"light": "#ffffff", "dark": "#383838"}  # and behind cards in cards
TEXT, SIGN = 4.5, 3.0


def rgb(color):
    return [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]


def luminance(color):
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def over(color, ground, alpha):
    return [c * alpha + g * (1 - alpha) for c, g in zip(color, ground)]


def colors(*names):
    found = {}
    for name in names:
        found |= dict(re.findall(r"@define-color (\w+) (#[0-9a-f]{6});", (UI / name).read_text()))
    return {name: rgb(value) for name, value in found.items()}


def check(style, found):
    ground = rgb(GROUNDS[style])
    alphas = dict(re.findall(r"background-color: alpha\(@(outcome_\w+), ([\d.]+)\)", (UI / "widgets.css").read_text()))
    for name, color in found.items():
        if re.match(r"timeline_(employer|stay|absence)", name):
            yield name, contrast(color, found["timeline_on_bar"]), TEXT
        elif name in alphas:
            yield name, contrast(color, over(color, ground, float(alphas[name]))), TEXT
        elif name in ("timeline_counted", "timeline_arguable"):
            yield name, contrast(color, found["timeline_on_state"]), SIGN
        elif name in ("source_dim", "source_link"):
            yield name, min(contrast(color, ground), contrast(color, rgb(CARDS[style]))), TEXT
        elif name in ("timeline_declared", "timeline_warning"):
            yield name, contrast(color, ground), SIGN
        elif name == "timeline_filing":
            yield name, contrast(color, rgb("#ffffff")), TEXT


wrong = []
n_checked = 0
for style, names in (("light", ["widgets.css"]), ("dark", ["widgets.css", "widgets-dark.css"])):
    for name, ratio, least in check(style, colors(*names)):
        n_checked += 1
        if ratio < least:
            wrong.append(f"{style}: {name} {ratio:.2f} to 1, less than {least}")
print("\n".join(wrong) or f"{n_checked} colours can be read")
sys.exit(bool(wrong) or n_checked == 0)
