#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the documents on which the reader is tested. usage: make-documents.py OUTPUT_FOLDER [STAMP]"""

import base64
import struct
import subprocess
import sys
import zlib
from pathlib import Path

from pdf import Pdf, lines, text


def plain():
    """Three pages with text, labels, an outline, links and properties."""
    pdf = Pdf()
    first = pdf.page(lines((72, 770, "Bulletin de salaire imaginaire"), (72, 740, "Salaire brut 1 234,56 €"),
                           (72, 710, "Œuvre de l'été : fin de"), (72, 690, "ligne commencée plus haut")))
    second = pdf.page(lines((72, 770, "Page deux, un salaire encore")))
    third = pdf.page(lines((72, 770, "Page trois")))
    program = b"<< /Type /Annot /Subtype /Link /Rect [72 600 172 620] /A << /S /Launch /F (calc.exe) >> >>"
    inside = b"<< /Type /Annot /Subtype /Link /Rect [72 700 172 720] /Dest [%d 0 R /Fit] >>" % third
    outside = b"<< /Type /Annot /Subtype /Link /Rect [72 650 172 670] /A << /S /URI /URI (https://exemple.invalid/a) >> >>"
    annotations = pdf.add(b"[%s]" % b" ".join([program, inside, outside]))
    pdf.put(first, pdf.objects[first - 1].replace(b"/Type /Page ", b"/Type /Page /Annots %d 0 R " % annotations))

    outline, chapter, section, last = (pdf.add(None) for _ in range(4))
    pdf.put(outline, b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 3 >>" % (chapter, last))
    pdf.put(chapter, b"<< /Title %s /Parent %d 0 R /Next %d 0 R /First %d 0 R /Last %d 0 R /Count 1 /Dest [%d 0 R /Fit] >>" % (
        text("Première partie"), outline, last, section, section, first))
    pdf.put(section, b"<< /Title %s /Parent %d 0 R /Dest [%d 0 R /Fit] >>" % (text("Détail"), chapter, second))
    pdf.put(last, b"<< /Title (Fin) /Parent %d 0 R /Prev %d 0 R /Dest [%d 0 R /Fit] >>" % (outline, chapter, third))

    pdf.catalog += [b"/Outlines %d 0 R" % outline, b"/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>"]
    pdf.info = pdf.add(b"<< /Title %s /Author (Camille Exemple) /CreationDate (D:20240131120000Z) >>" % text("Été à l’œuvre"))
    return pdf.bytes()


def numbered(count):
    pdf = Pdf()
    for number in range(1, count + 1):
        pdf.page(lines((72, 770, f"Feuille {number}"), (72, 740, "bleu" if number % 100 == 0 else "gris")))
    return pdf.bytes()


def one_page(box, content=None):
    pdf = Pdf()
    pdf.page(content if content is not None else lines((72, 72, "Une page")), box=box)
    return pdf.bytes()


def active():
    """A script that opens a page, another on the page, a file within."""
    pdf = Pdf()
    script = b"<< /S /JavaScript /JS (app.alert\\('coucou'\\); this.getField\\('x'\\).value = 'changed';) >>"
    pdf.page(lines((72, 770, "Rien ne se passe")), extra=b"/AA << /O %s >>" % script)
    attached = pdf.stream(b"an attachment", b"/Type /EmbeddedFile")
    pdf.catalog += [
        b"/OpenAction " + script,
        b"/Names << /JavaScript << /Names [(s) %s] >> /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) "
        b"/EF << /F %d 0 R >> >>] >> >>" % (script, attached),
    ]
    return pdf.bytes()


def form(rotation=0):
    """One field of each kind."""
    pdf = Pdf()
    page = pdf.page(lines((72, 780, "Formulaire imaginaire")), extra=b"/Rotate %d" % rotation)
    on = pdf.stream(b"q 0 0 0 rg 3 3 9 9 re f Q", b"/Type /XObject /Subtype /Form /BBox [0 0 15 15]")
    off = pdf.stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 15 15]")

    def widget(name, kind, rect, entries):
        return pdf.add(b"<< /Type /Annot /Subtype /Widget /P %d 0 R /F 4 /T %s /FT /%s /Rect [%s] /DA (/F1 10 Tf 0 g) %s >>" % (
            page, text(name), kind, " ".join(map(str, rect)).encode(), entries))

    group = pdf.add(None)
    buttons = [
        pdf.add(b"<< /Type /Annot /Subtype /Widget /P %d 0 R /F 4 /Parent %d 0 R /Rect [%d 600 %d 615] /AS /Off "
                b"/AP << /N << /%s %d 0 R /Off %d 0 R >> >> >>" % (page, group, x, x + 15, state, on, off))
        for x, state in ((72, b"jour"), (112, b"nuit"))
    ]
    pdf.put(group, b"<< /FT /Btn /Ff 49152 /T (horaire) /V /Off /Kids [%s] >>" % b" ".join(b"%d 0 R" % b for b in buttons))
    fields = [
        widget("nom", b"Tx", (72, 720, 272, 740), b"/V %s" % text("Zélie Modèle")),
        widget("code", b"Tx", (300, 720, 400, 740), b"/MaxLen 5"),
        widget("reserve", b"Tx", (72, 690, 272, 710), b"/Ff 1 /V (ne pas toucher)"),
        widget("accord", b"Btn", (72, 650, 87, 665), b"/V /Off /AS /Off /AP << /N << /Oui %d 0 R /Off %d 0 R >> >>" % (on, off)),
        group,
        widget("contrat", b"Ch", (72, 560, 272, 580), b"/Ff 131072 /Opt [(CDI) (CDD) %s] /V (CDI)" % text("Intérim")),
        widget("signature", b"Sig", (72, 500, 272, 540), b""),
    ]
    shown = [field for field in fields if field != group] + buttons
    pdf.put(page, pdf.objects[page - 1].replace(b"/Type /Page ", b"/Type /Page /Annots [%s] " % b" ".join(b"%d 0 R" % f for f in shown)))
    pdf.catalog.append(b"/AcroForm << /Fields [%s] /DR << /Font << /F1 %d 0 R >> >> /DA (/F1 10 Tf 0 g) >>" % (
        b" ".join(b"%d 0 R" % f for f in fields), pdf.font))
    return pdf.bytes()


def form_tree(parent=b""):
    """A field that hangs from another; parent is what that one says it hangs from itself."""
    pdf = Pdf()
    page = pdf.page(lines((72, 780, "Formulaire imaginaire")))
    group, field = pdf.add(None), pdf.add(None)
    pdf.put(group, b"<< /T (salarie) /Kids [%d 0 R] %s >>" % (field, parent.replace(b"SELF", b"%d 0 R" % group)))
    pdf.put(field, b"<< /Type /Annot /Subtype /Widget /P %d 0 R /F 4 /Parent %d 0 R /FT /Tx /T (nom) /V (Exemple) "
                   b"/Rect [72 720 272 740] /DA (/F1 10 Tf 0 g) >>" % (page, group))
    pdf.put(page, pdf.objects[page - 1].replace(b"/Type /Page ", b"/Type /Page /Annots [%d 0 R] " % field))
    pdf.catalog.append(b"/AcroForm << /Fields [%d 0 R] /DR << /Font << /F1 %d 0 R >> >> >>" % (group, pdf.font))
    return pdf.bytes()


# What the form offers its fields to be drawn with.
FORM_FONTS = b"<< /Font << /F1 2 0 R >> >>"


def without(data, *pieces):
    """The document with blanks where the pieces were, so that all else keeps its place."""
    for piece in pieces:
        assert piece in data
        data = data.replace(piece, b" " * len(piece))
    return data


def xfa_only():
    pdf = Pdf()
    pdf.page(lines((72, 770, "Please wait...")))
    parts = pdf.stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'></xdp:xdp>")
    pdf.catalog.append(b"/AcroForm << /Fields [] /XFA %d 0 R >> /NeedsRendering true" % parts)
    return pdf.bytes()


def nested(depth=8, width=10):
    """Forms that show forms: a few kilobytes that would be drawn for hours."""
    pdf = Pdf()
    below = pdf.stream(b"0 0 1 1 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 600 850]")
    for _ in range(depth):
        below = pdf.stream(b"/X Do\n" * width, b"/Type /XObject /Subtype /Form /BBox [0 0 600 850] "
                           b"/Resources << /XObject << /X %d 0 R >> >>" % below)
    pdf.page(b"/X Do", resources=b"/XObject << /X %d 0 R >>" % below)
    return pdf.bytes()


def huge_image(side=17000):
    """An image of so many pixels that no memory is there for it, beside a line of text."""
    pdf = Pdf()
    row = zlib.compressobj(9)
    data = b"".join(row.compress(bytes(3 * side)) for _ in range(side)) + row.flush()
    image = pdf.stream(data, b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB "
                       b"/BitsPerComponent 8 /Filter /FlateDecode" % (side, side))
    pdf.page(lines((72, 770, "Une image")) + b"q 500 0 0 500 50 50 cm /X Do Q", resources=b"/XObject << /X %d 0 R >>" % image)
    return pdf.bytes()


def png(width=120, height=80):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes([255 if (x // 10 + y // 10) % 2 else 0 for x in range(width)]) for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def tiff(pages=3, width=60, height=40):
    """Grey images one after the other, uncompressed."""
    out = bytearray(b"II*\0\0\0\0\0")
    link = 4
    for page in range(pages):
        pixels = len(out)
        out += bytes([40 * page + 60]) * (width * height)
        out += b"\0" * (len(out) % 2)
        entries = [(256, 3, 1, width), (257, 3, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
                   (273, 4, 1, pixels), (277, 3, 1, 1), (278, 3, 1, height), (279, 4, 1, width * height)]
        struct.pack_into("<I", out, link, len(out))
        out += struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
        link = len(out)
        out += b"\0\0\0\0"
    return bytes(out)


# A drawing of 48 by 32 pixels in grey.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7"
    "gYKBTmCNl4x9lnN+gXz/wAALCAAgADABAREA/8QAGgAAAQUBAAAAAAAAAAAAAAAAAAIDBAUGB//EADEQAAECBAIGCAcAAAAAAAAA"
    "AAECAwAEESEFEgYTMTJBcRZUYaOxstHwIjM2UoKhov/aAAgBAQAAPwDWTk2xIyy5iZXq2kUzKoTSppsHaYrOlmC9d7pfpB0swXrv"
    "dL9IWzpNhEw82y1N5nHFBKRq1ipJoOEWbr6GqBRqtW6gbyuQ90hvUrmLzFm+DQPmIN+Wy522MVul/wBNzf4edMczgifhLRRi0lmO"
    "VzXt5UkXBzChPZ+/GOptMpaqQVKUreUo1J9ONha8ORX47Iu4lhD8owpCXHMtCskCygeHKMW7oZiDVAXpZSlbqUqWSf5twubXiT0K"
    "xFv5L8qD95WoK8LQvD9DcQlcQlphx6VKGnULUEqVUgEG3wxuIIj65cxaXs3xdI8oIvz2XG24hxphDVSkVWreWd5XM+6Q5BBBH//Z"
)


def picture_page(data, width, height, entries):
    """A page that is nothing but a picture, twice as fine as the page in points."""
    document = Pdf()
    image = document.stream(data, b"/Type /XObject /Subtype /Image /Width %d /Height %d %s" % (width, height, entries))
    box = (0, 0, width / 2, height / 2)
    document.page(b"q %g 0 0 %g 0 0 cm /P Do Q" % box[2:], resources=b"/XObject << /P %d 0 R >>" % image, box=box)
    return document.bytes()


def photo(folder):
    """The first page of the plain document as a photograph."""
    subprocess.run(["pdftoppm", "-r", "72", "-jpeg", "-singlefile", folder / "plain.pdf", folder / "photo"], check=True)
    picture = folder / "photo.jpg"
    data = picture.read_bytes()
    picture.unlink()
    frame = data.index(b"\xff\xc0")
    height, width = struct.unpack(">HH", data[frame + 5:frame + 9])
    return picture_page(data, width, height, b"/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode")


def fax():
    """Stripes that sway, in black and white, packed in two dimensions (ITU-T T.6): each edge stands below one, or beside."""
    width, height, step = 640, 600, 4
    bits = ["001" + "1011" + "011"] * (width // (2 * step))             # the first row: white 4, black 4
    sways = [0] * (width // step - 1)
    for row in range(1, height):
        for i, before in enumerate(sways):
            sways[i] = (row * 7 + i * i) // 5 % 2
            bits.append({0: "1", 1: "011", -1: "010"}[sways[i] - before])
        bits.append("1")                                                # the end of the row
    bits.append("000000000001" * 2)
    packed = "".join(bits)
    packed += "0" * (-len(packed) % 8)
    data = int(packed, 2).to_bytes(len(packed) // 8, "big")
    return picture_page(data, width, height, b"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
                                             b"/DecodeParms << /K -1 /Columns %d /Rows %d >>" % (width, height))


def encrypt(folder, name, user, owner, bits="256"):
    """Encrypts the plain document. qpdf's program gives UTF-8 for 256 bits and for fewer PDFDocEncoding."""
    weak = ["--allow-weak-crypto"] if bits != "256" else []
    subprocess.run(["qpdf", *weak, "--encrypt", user, owner, bits, "--", folder / "plain.pdf", folder / name], check=True)


def scan(folder):
    """The pages of the plain document as pictures, without a word of text."""
    subprocess.run(["pdftoppm", "-r", "150", "-gray", folder / "plain.pdf", folder / "plain"], check=True)
    document = Pdf()
    for picture in sorted(folder.glob("plain-*.pgm")):
        _, size, _, pixels = picture.read_bytes().split(b"\n", 3)
        picture.unlink()
        image = document.stream(pixels, b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
                                        b"/BitsPerComponent 8" % tuple(map(int, size.split())), compress=True)
        document.page(b"595 0 0 842 0 0 cm /P Do", resources=b"/XObject << /P %d 0 R >>" % image)
    return document.bytes()


def main(folder):
    folder.mkdir(exist_ok=True)
    whole = plain()
    documents = {
        "plain.pdf": whole,
        "two-thousand.pdf": numbered(2000),
        "a0.pdf": one_page((0, 0, 2384, 3370)),
        "zero.pdf": one_page((0, 0, 0, 0)),
        "thin.pdf": one_page((0, 0, 0.2, 800)),
        "active.pdf": active(),
        "form.pdf": form(),
        "form-turned.pdf": form(90),
        "form-bare.pdf": without(form(), b"/DR " + FORM_FONTS),
        "form-no-fonts.pdf": form().replace(FORM_FONTS, b"<< /Font <<          >> >>"),
        "form-no-appearance.pdf": without(form(), b"/DR " + FORM_FONTS, b"/DA (/F1 10 Tf 0 g)"),
        "form-damaged.pdf": form().replace(b"] /DR " + FORM_FONTS, b">>" + b" " * (len(FORM_FONTS) + 4)),
        "form-tree.pdf": form_tree(),
        "form-tree-repaired.pdf": form_tree().replace(b"xref\n0 ", b"xxxx\n0 "),
        "form-circle.pdf": form_tree(b"/Parent SELF"),
        # To Poppler the field goes on into the next object, which hangs from it; to qpdf it does not.
        "form-circle-damaged.pdf": form_tree(b"~").replace(b"~ >>", b"~>  "),
        "xfa.pdf": xfa_only(),
        "nested.pdf": nested(),
        "huge-image.pdf": huge_image(),
        "damaged.pdf": whole.replace(b"xref\n0 ", b"xxxx\n0 "),
        "cut.pdf": whole[:300],
        "empty.pdf": b"",
        "not.pdf": b"Pas un document, mais des mots.\n" * 20,
        "fax.pdf": fax(),
        "picture.jpeg": JPEG,
        "cut.jpeg": JPEG[:-60],
        "picture.png": png(),
        "pictures.tiff": tiff(),
    }
    for name, data in documents.items():
        (folder / name).write_bytes(data)
    (folder / "scan.pdf").write_bytes(scan(folder))
    (folder / "photo.pdf").write_bytes(photo(folder))
    encrypt(folder, "locked.pdf", "sésame", "patronne")
    encrypt(folder, "locked-cyrillic.pdf", "пароль", "patronne")
    encrypt(folder, "locked-old.pdf", "sésame", "patronne", "128")
    encrypt(folder, "locked-old-euro.pdf", "20 €", "patronne", "128")
    encrypt(folder, "owned.pdf", "", "patronne")
    locked = (folder / "locked.pdf").read_bytes()
    # One that was hit where the owner's key is, and one whose password qpdf finds right and Poppler wrong.
    (folder / "locked-damaged.pdf").write_bytes(locked.replace(b"/O <", b"/O <zz"))
    (folder / "locked-strange.pdf").write_bytes(locked.replace(b"/AESV3", b"/AESV2"))


main(Path(sys.argv[1]))
if len(sys.argv) > 2:
    Path(sys.argv[2]).touch()
