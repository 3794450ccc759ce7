# SPDX-License-Identifier: GPL-3.0-or-later
"""A page to draw a payslip on, in points from its top left corner."""

import cairo

WIDTH, HEIGHT = 595.28, 841.89
NARROW_BLANK, COMMON_BLANK = "\u202f", "\u00a0"


class Canvas:
    def __init__(self, path, font="DejaVu Sans"):
        self.surface = cairo.PDFSurface(str(path), WIDTH, HEIGHT)
        self.cr = cairo.Context(self.surface)
        self.font = font

    def set_font(self, size, bold=False, font=None, italic=False):
        self.cr.select_font_face(font or self.font, cairo.FontSlant.ITALIC if italic else cairo.FontSlant.NORMAL,
                                 cairo.FontWeight.BOLD if bold else cairo.FontWeight.NORMAL)
        self.cr.set_font_size(size)

    def spell(self, text):
        """With a common blank where the font has no narrow one, for which an empty box would be drawn."""
        glyphs = self.cr.get_scaled_font().text_to_glyphs(0, 0, NARROW_BLANK, False)
        return text.replace(NARROW_BLANK, COMMON_BLANK) if glyphs[0].index == 0 else text

    def text(self, x, y, text, size=8, bold=False, align="left", font=None, grey=0.0, spacing=0.0, italic=False):
        """Draws a text on the baseline y; with spacing, letter by letter."""
        if text is None or text == "":
            return 0
        self.set_font(size, bold, font, italic)
        text = self.spell(text)
        self.cr.set_source_rgb(grey, grey, grey)
        width = self.cr.text_extents(text).x_advance + spacing * len(text)
        if align == "right":
            x -= width
        elif align == "center":
            x -= width / 2
        if spacing:
            for letter in text:
                self.cr.move_to(x, y)
                self.cr.show_text(letter)
                x += self.cr.text_extents(letter).x_advance + spacing
        else:
            self.cr.move_to(x, y)
            self.cr.show_text(text)
        return width

    def measure(self, text, size, bold=False, font=None):
        self.set_font(size, bold, font)
        return self.cr.text_extents(self.spell(text)).x_advance

    def box(self, x0, y0, x1, y1, width=0.5, fill=None, grey=0.0):
        if fill is not None:
            self.cr.set_source_rgb(fill, fill, fill)
            self.cr.rectangle(x0, y0, x1 - x0, y1 - y0)
            self.cr.fill()
        if width:
            self.cr.set_line_width(width)
            self.cr.set_source_rgb(grey, grey, grey)
            self.cr.rectangle(x0, y0, x1 - x0, y1 - y0)
            self.cr.stroke()

    def line(self, x0, y0, x1, y1, width=0.5, grey=0.0):
        self.cr.set_line_width(width)
        self.cr.set_source_rgb(grey, grey, grey)
        self.cr.move_to(x0, y0)
        self.cr.line_to(x1, y1)
        self.cr.stroke()

    def leader(self, x0, x1, y, size=8):
        self.set_font(size)
        dot = self.cr.text_extents(" .").x_advance
        while x0 < x1:
            self.text(x0, y, ".", size)
            x0 += dot

    def page(self):
        self.cr.show_page()

    def finish(self):
        self.surface.finish()


class Style:
    """How a print shop writes numbers."""

    def __init__(self, thousands=" ", decimal=",", minus="before", euro=""):
        self.thousands, self.decimal, self.minus, self.euro = thousands, decimal, minus, euro

    def money(self, cents, euro=True):
        if cents is None:
            return ""
        digits = f"{abs(cents) // 100:,}".replace(",", self.thousands)
        text = f"{digits}{self.decimal}{abs(cents) % 100:02d}"
        if cents < 0:
            text = f"-{text}" if self.minus == "before" else f"{text}-" if self.minus == "after" else f"- {text}"
        return text + (self.euro if euro else "")

    def hours(self, hundredths):
        return "" if hundredths is None else f"{hundredths // 100}{self.decimal}{hundredths % 100:02d}"

    def rate(self, value, decimals=4):
        if value is None:
            return ""
        text = f"{value / 10000:.{decimals}f}"
        return text.replace(".", self.decimal)

    def percent(self, thousandths, decimals=3):
        return f"{thousandths / 1000:.{decimals}f}".replace(".", self.decimal) if thousandths else ""


def plain(text):
    """Capitals without accents, as old printers have them."""
    import unicodedata
    return "".join(c for c in unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
                   if not unicodedata.combining(c)).upper()
