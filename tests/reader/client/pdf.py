# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small PDF files, object by object, for the tests of the reader. All in them is invented."""

import zlib

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def text(value):
    """A text string: plain where it can be, else UTF-16, the marked form that viewers must know."""
    try:
        raw = value.encode("ascii")
    except UnicodeEncodeError:
        return b"<" + (b"\xfe\xff" + value.encode("utf-16-be")).hex().encode() + b">"
    return b"(" + raw.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"


def lines(*rows, size=12):
    """A content stream that shows each row, (x, y from the bottom, text), in Helvetica."""
    shown = b"".join(
        b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (
            size, x, y, value.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)"))
        for x, y, value in rows)
    return shown


class Pdf:
    def __init__(self):
        self.objects = []
        self.pages = []
        self.tree = self.add(None)
        self.font = self.add(FONT)
        self.catalog = []
        self.info = None

    def add(self, body):
        """Adds an object, or keeps its number when it is yet to be written."""
        self.objects.append(body)
        return len(self.objects)

    def put(self, number, body):
        self.objects[number - 1] = body

    def stream(self, data, entries=b"", compress=False):
        if compress:
            data = zlib.compress(data)
            entries += b" /Filter /FlateDecode"
        return self.add(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data))

    def page(self, content=b"", box=(0, 0, 595, 842), extra=b"", resources=b""):
        """Adds a page; its number among the objects."""
        number = self.add(None)
        contents = self.stream(content)
        self.put(number, b"<< /Type /Page /Parent %d 0 R /MediaBox [%s] /Contents %d 0 R /Resources << /Font << /F1 %d 0 R >> %s >> %s >>" % (
            self.tree, " ".join(f"{side:g}" for side in box).encode(), contents, self.font, resources, extra))
        self.pages.append(number)
        return number

    def bytes(self):
        self.put(self.tree, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
            len(self.pages), b" ".join(b"%d 0 R" % page for page in self.pages)))
        root = self.add(b"<< /Type /Catalog /Pages %d 0 R %s >>" % (self.tree, b" ".join(self.catalog)))
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        xref = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        info = b"/Info %d 0 R " % self.info if self.info else b""
        out += b"trailer\n<< /Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, root, info, xref)
        return bytes(out)
