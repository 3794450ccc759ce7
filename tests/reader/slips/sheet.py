# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters and forms on a canvas: prose that flows, tables, boxes to fill in, ticks."""

HAND = "Z003"
TYPED = "Liberation Mono"


class Sheet:
    """A page written from its top to its bottom; y is the next baseline."""

    def __init__(self, c, left=62, right=533, size=10.5, top=70, leading=1.35, justify=False):
        self.c, self.left, self.right, self.size, self.y = c, left, right, size, top
        self.leading, self.justify = leading, justify

    def skip(self, points=10):
        self.y += points

    def page(self, top=70):
        self.c.page()
        self.y = top

    def line(self, text, size=None, bold=False, align="left", x=None, **more):
        size = size or self.size
        x = x if x is not None else {"left": self.left, "right": self.right, "center": (self.left + self.right) / 2}[align]
        self.c.text(x, self.y, text, size, bold, align, **more)
        self.y += size * self.leading

    def lines(self, rows, size=None, align="left", x=None, first_bold=False, **more):
        for index, row in enumerate(rows):
            self.line(row, size, first_bold and index == 0, align, x, **more)

    def title(self, text, size=15, framed=False, spacing=0.0, underlined=False, align="center"):
        self.skip(size * 0.6)
        if framed:
            self.c.box(self.left, self.y - size * 1.3, self.right, self.y + size * 0.6, 0.8, fill=framed if isinstance(framed, float) else None)
        x = (self.left + self.right) / 2 if align == "center" else self.left
        if spacing:
            width = sum(self.c.measure(letter, size, True) + spacing for letter in text)
            x, align = x - width / 2, "left"
        width = self.c.text(x, self.y, text, size, True, align, spacing=spacing)
        if underlined:
            start = x - (width / 2 if align == "center" else 0)
            self.c.line(start, self.y + 2, start + width, self.y + 2, 0.8)
        self.skip(size * 1.7)

    def para(self, text, size=None, gap=5, left=None, right=None, bold=False):
        """Prose; **so** is bold."""
        size = size or self.size
        left = self.left if left is None else left
        right = self.right if right is None else right
        words = []  # each the runs it is made of: (text, bold)
        for index, part in enumerate(text.split("**")):
            for number, run in enumerate(part.split(" ")):
                if number > 0 or not words:
                    words.append([])
                if run:
                    words[-1].append((run, bold or index % 2 == 1))
        words = [word for word in words if word]
        blank = self.c.measure("x x", size) - self.c.measure("xx", size)
        rows, row, width = [], [], 0
        for word in words:
            wide = sum(self.c.measure(run, size, heavy) for run, heavy in word)
            if row and width + blank + wide > right - left:
                rows.append((row, width))
                row, width = [], 0
            width += (blank if row else 0) + wide
            row.append(word)
        rows.append((row, width))
        for index, (row, width) in enumerate(rows):
            space = blank
            if self.justify and index < len(rows) - 1 and len(row) > 1:
                space += (right - left - width) / (len(row) - 1)
            if space == blank and len({heavy for word in row for _, heavy in word}) == 1:
                self.c.text(left, self.y, " ".join(run for ((run, _),) in row), size, row[0][0][1])
            else:
                x = left
                for word in row:
                    for run, heavy in word:
                        x += self.c.text(x, self.y, run, size, heavy)
                    x += space
            self.y += size * self.leading
        self.skip(gap)

    def table(self, widths, rows, size=8.5, height=16, head=True, align=None, left=None, fill=0.9, boxed=True):
        """Framed rows; align is a letter a column: l, r or c."""
        left = self.left if left is None else left
        for index, row in enumerate(rows):
            x = left
            for column, (width, text) in enumerate(zip(widths, row)):
                if boxed:
                    self.c.box(x, self.y - height * 0.68, x + width, self.y + height * 0.32, 0.4, fill if head and index == 0 else None)
                how = (align or "l" * len(widths))[column] if not (head and index == 0) else "c"
                at = {"l": x + 4, "r": x + width - 4, "c": x + width / 2}[how]
                self.c.text(at, self.y, text, size, head and index == 0, {"l": "left", "r": "right", "c": "center"}[how])
                x += width
            self.y += height
        self.skip(6)

    def labelled(self, rows, gap=150, size=None, colon=" :", value_font=None, value_size=None, dots=False, bold=False, step=None):
        """Labels in a column, values in another, over a dotted line where there are dots."""
        size = size or self.size
        for label, value in rows:
            self.c.text(self.left, self.y, label + colon, size)
            if dots:
                self.c.leader(self.left + self.c.measure(label + colon, size) + 3, self.right, self.y + 2, size)
            x = self.left + max(gap, self.c.measure(label + colon, size) + 8)
            self.c.text(x, self.y, value, value_size or size, bold, font=value_font)
            self.y += step or size * 1.6

    def boxes(self, fields, height=26, caption=6, size=9.5, font=None):
        """Framed cells in a row as a form has them, each (share of the width, caption, value)."""
        whole = sum(share for share, _, _ in fields)
        x = self.left
        for share, label, value in fields:
            width = (self.right - self.left) * share / whole
            self.c.box(x, self.y - 8, x + width, self.y - 8 + height, 0.4)
            self.c.text(x + 3, self.y - 1, label, caption, grey=0.25)
            fit = size
            while self.c.measure(value, fit, font=font) > width - 8:
                fit -= 0.5
            self.c.text(x + 6, self.y + height - 14, value, fit, font=font)
            x += width
        self.y += height

    def comb(self, label, value, cells=14, size=10, cell=14, font=TYPED, gap=120):
        """A letter a box, as SIRET numbers are asked for."""
        self.c.text(self.left, self.y, label, 8)
        for index in range(cells):
            x = self.left + gap + index * cell
            self.c.box(x, self.y - 10, x + cell, self.y + 4, 0.4)
            self.c.text(x + cell / 2, self.y, value[index:index + 1], size, align="center", font=font)
        self.y += 20

    def ticks(self, choices, chosen, x=None, size=9, how="x", gap=14):
        """Choices with a box before each; `how` is x (a letter in a drawn box), sign (box characters) or drawn."""
        x = self.left if x is None else x
        for choice in choices:
            on = choice == chosen
            if how == "sign":
                x += self.c.text(x, self.y, "☒" if on else "☐", size, font="DejaVu Sans") + 3
            else:
                self.c.box(x, self.y - size * 0.8, x + size * 0.9, self.y + size * 0.1, 0.5)
                if on and how == "x":
                    self.c.text(x + size * 0.45, self.y, "X", size, True, "center")
                elif on:
                    self.c.line(x, self.y - size * 0.8, x + size * 0.9, self.y + size * 0.1, 1)
                    self.c.line(x + size * 0.9, self.y - size * 0.8, x, self.y + size * 0.1, 1)
                x += size * 0.9 + 4
            x += self.c.text(x, self.y, choice, size) + gap
        self.y += size * 1.7

    def foot(self, rows, size=7, align="center", grey=0.3):
        y = 815 - (len(rows) - 1) * size * 1.3
        self.c.line(self.left, y - size * 1.6, self.right, y - size * 1.6, 0.4, grey)
        for row in rows:
            self.c.text({"center": 297, "left": self.left}[align], y, row, size, align=align, grey=grey)
            y += size * 1.3
