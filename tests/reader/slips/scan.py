# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes of a PDF what a scanner or a telephone makes of its print."""

import subprocess
import tempfile
from pathlib import Path

import numpy
from PIL import Image, ImageFilter

TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


def make_scan(path, target, rng):
    """Writes the pages of a PDF as images into another; returns how they were spoilt."""
    dpi = rng.choice([150, 175, 200, 200])
    tilt = rng.choice([0, 0, rng.uniform(-2.5, 2.5), rng.uniform(-2.5, 2.5)])
    turn = rng.choice([0, 0, 0, 90, 180, 270])
    noise = rng.choice([0, 4, 8])
    shade = rng.choice([0, 0, 25])
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(path), f"{work}/page"], check=True)
        pages = [spoil(Image.open(page), tilt, turn, noise, shade, rng) for page in sorted(Path(work).glob("page*"))]
    pages[0].save(target, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=rng.choice([70, 85]))
    return f"{dpi} dpi, turned {turn}, tilted {tilt:.1f}, noise {noise}, shade {shade}"


def spoil(page, tilt, turn, noise, shade, rng):
    page = page.convert("L")
    if tilt:
        page = page.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(rng.choice([0, 0.4, 0.6])))
    pixels = numpy.asarray(page).astype(float)
    pixels = 20 + pixels * (225 / 255)
    if shade:
        pixels -= numpy.linspace(0, shade, pixels.shape[1])[None, :]
    if noise:
        pixels += numpy.random.default_rng(rng.randrange(1 << 30)).normal(0, noise, pixels.shape)
    page = Image.fromarray(numpy.clip(pixels, 0, 255).astype("uint8"))
    return page.transpose(TURNS[turn]) if turn else page
