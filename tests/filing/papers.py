# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the papers that the tests and measures of filing bind: PDF files and images, whole and not."""

import struct
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "data/samples"))
from payslips import Pdf, escape  # noqa: E402


def text_pdf(pages, *, rotate=0, size=(595, 842), box=None, scan=None, tail="", split=False):
    """A PDF file with a page for each text; lines are separated by line breaks.

    scan: bytes of grey pixels, a square, shown behind the text of each page. tail: left at the end of the content,
    to upset what comes after. split: the content in two streams.
    """
    pdf = Pdf()
    font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    image = None
    if scan:
        side = int(len(scan) ** 0.5)
        image = pdf.add_stream(scan[:side * side], f"/Type /XObject /Subtype /Image /Width {side} /Height {side} "
                                                   "/ColorSpace /DeviceGray /BitsPerComponent 8")
    parent = len(pdf.objects) + 1 + len(pages) * (3 if split else 2)
    kids = []
    for text in pages:
        lines = "".join(f"({escape(line)}) Tj T*\n" for line in text.split("\n"))
        content = f"BT /F1 11 Tf 14 TL 72 {size[1] - 150} Td\n{lines}ET\n{tail}"
        if image:
            content = f"q 400 0 0 400 72 100 cm /I Do Q\n{content}"
        content = content.encode("cp1252")
        if split:
            middle = content.index(b"\n") + 1
            streams = [pdf.add_stream(content[:middle]), pdf.add_stream(content[middle:])]
        else:
            streams = [pdf.add_stream(content)]
        names = f"/XObject << /I {image} 0 R >>" if image else ""
        crop = f"/CropBox [ {' '.join(map(str, box))} ]" if box else ""
        kids.append(pdf.add(f"<< /Type /Page /Parent {parent} 0 R /MediaBox [ 0 0 {size[0]} {size[1]} ] {crop} "
                            f"/Rotate {rotate} /Resources << /Font << /F1 {font} 0 R >> {names} >> "
                            f"/Contents [ {' '.join(f'{s} 0 R' for s in streams)} ] >>"))
    assert pdf.add(f"<< /Type /Pages /Count {len(kids)} /Kids [ {' '.join(f'{k} 0 R' for k in kids)} ] >>") == parent
    return pdf.finish(pdf.add(f"<< /Type /Catalog /Pages {parent} 0 R >>"))


def png(width, height, pixel, *, mode="rgb", interlaced=False, dpi=None):
    """A PNG file. pixel: (x, y) -> the bytes of a pixel."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    kind = {"grey": 0, "rgb": 2, "rgba": 6}[mode]
    if interlaced:
        passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    else:
        passes = [(0, 0, 1, 1)]
    rows = bytearray()
    for x0, y0, dx, dy in passes:
        for y in range(y0, height, dy):
            if x0 < width:
                rows += b"\0" + b"".join(bytes(pixel(x, y)) for x in range(x0, width, dx))
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, int(interlaced))
    size = chunk(b"pHYs", struct.pack(">IIB", round(dpi / 0.0254), round(dpi / 0.0254), 1)) if dpi else b""
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + size + chunk(b"IDAT", zlib.compress(bytes(rows)))
            + chunk(b"IEND", b""))


def with_orientation(jpeg, orientation):
    """A JPEG file, held by the camera in one of the eight ways of EXIF."""
    tiff = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x112, 3, 1, orientation, 0)
    segment = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]


def plan(exhibits, **more):
    """The plan of a file. exhibits: (number, title, [(title, document)…])."""
    return {
        "format": "ancrage-bundle", "version": 1, "language": "fr", "date": "2026-11-21",
        "title": "Demande d’admission exceptionnelle au séjour",
        "exhibits": [
            {"number": number, "title": title, "parts": [{"title": t, "document": str(d)} for t, d in parts]}
            for number, title, parts in exhibits
        ],
        **more,
    }
