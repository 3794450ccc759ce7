# SPDX-License-Identifier: GPL-3.0-or-later
"""What layouts have in common: how dates and numbers are written, captions with values, and tables whose columns have
names."""

from model import MONTHS

BLOCKS = [("SANTÉ", ("Sécurité sociale - Maladie", "Santé", "Prévoyance")), ("ACCIDENTS DU TRAVAIL - MALADIES PROFESSIONNELLES", ("Accidents",)),
          ("RETRAITE", ("plafonnée", "déplafonnée", "complémentaire")), ("FAMILLE", ("familiales",)), ("ASSURANCE CHÔMAGE", ("chômage",)),
          ("CSG déductible de l'impôt sur le revenu", ("CSG déductible",)), ("CSG/CRDS non déductible de l'impôt sur le revenu", ("CSG/CRDS",))]


def digits(number, *groups, mark=" "):
    """A number in groups of so many digits."""
    parts, at = [], 0
    for length in groups:
        parts.append(number[at:at + length])
        at += length
    return mark.join(parts)


def in_blocks(slip):
    """The contributions under the headings of the clarified model."""
    left = list(slip.contributions)
    for heading, words in BLOCKS:
        rows = [k for k in left if any(word in k.label for word in words)]
        left = [k for k in left if k not in rows]
        yield heading, rows


def long_date(date):
    number, month, year = date.split("/")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def short(date, mark="."):
    return date[:6].replace("/", mark) + date[8:]


def pairs(c, x, y, rows, step=11, size=7.5, gap=60, colon="", bold=False, grey=0.0):
    """Labels with their values beside them, gap points on; returns the next baseline."""
    for label, value in rows:
        c.text(x, y, label + (colon if label else ""), size, grey=grey)
        c.text(x + gap, y, value, size, bold)
        y += step
    return y


def lines(c, x, y, texts, step=11, size=8, bold_first=False):
    """Texts below each other, such as those of an address."""
    for i, text in enumerate(texts):
        c.text(x, y + step * i, text, size, bold_first and not i)


def cells(c, x, y, fields, height=24, caption=5.5, size=8, align="left", fill=None, grey=0.3):
    """Framed cells in a row, each (width, caption, value); the caption small above its value."""
    for width, label, value in fields:
        c.box(x, y, x + width, y + height, 0.4, fill)
        c.text(x + 3, y + caption + 2, label, caption, grey=grey)
        at = {"left": x + 3, "right": x + width - 3, "center": x + width / 2}[align]
        c.text(at, y + height - 5, value, size, align=align)
        x += width


class Table:
    """Rows of a label and of numbers in named columns, right-aligned. Columns: base, rate, gain, loss,
    er_rate, er; without `loss` what is deducted stands in `gain` with its sign."""

    def __init__(self, c, f, y, x, columns, size=7.5, step=11, codes=None, leader=None):
        self.c, self.f, self.y, self.x, self.columns = c, f, y, x, columns
        self.size, self.step, self.codes, self.leader = size, step, codes, leader

    def head(self, label="", bold=True, size=None, **titles):
        self.c.text(self.x, self.y, label, size or self.size, bold)
        for name, title in titles.items():
            self.c.text(self.columns[name], self.y, title, size or self.size, bold, "right")
        self.y += self.step * 1.3

    def row(self, label, bold=False, indent=0, size=None, code=True, **values):
        size = size or self.size
        x = self.x + indent
        if self.codes is not None:
            if code:
                self.c.text(self.x, self.y, f"{self.codes:04d}", size)
                self.codes += 10
            x += 28
        self.c.text(x, self.y, label, size, bold)
        shown = [name for name in self.columns if values.get(name)]
        for name in shown:
            self.c.text(self.columns[name], self.y, values[name], size, bold, "right")
        if self.leader and shown:
            first = self.columns[shown[0]] - self.c.measure(values[shown[0]], size, bold)
            self.c.leader(x + self.c.measure(label, size, bold) + 4, first - 6, self.y, size)
        self.y += self.step

    def amount(self, value):
        if "loss" in self.columns:
            return {"gain" if value >= 0 else "loss": self.f.money(abs(value))}
        return {"gain": self.f.money(value)}

    def add(self, label, value, bold=False, **values):
        """A row with an amount: what reaches the person, or is taken off where it is negative."""
        self.row(label, bold, **self.amount(value), **values)

    def pay(self, s, decimals=4, upper=False):
        """The lines above the gross pay."""
        for line in s.lines:
            self.row(line.label.upper() if upper else line.label, base=self.f.hours(line.hours), rate=self.f.rate(line.rate, decimals),
                     **self.amount(line.amount))

    def fund(self, k, label=None, indent=0, decimals=3, percent=""):
        """What one fund withholds, with the employer's part."""
        own = {"rate": self.f.percent(k.rate, decimals) + percent, **self.amount(-k.amount)} if k.amount else {}
        self.row(label or k.label, indent=indent, base=self.f.money(k.base), **own,
                 er=self.f.money(k.employer_amount) if k.employer_amount else "")

    def social(self, s, label="Montant net social", column="gain"):
        """The net that benefits are reckoned from, on slips of the years that have it."""
        if s.social is not None:
            self.row(label, **{column: self.f.money(s.social)})

    def contributions(self, rows, decimals=3, percent="", upper=False, employer=True, sign=-1, name=None):
        """What is withheld, one fund a row; those of the employer alone where there is a column for them. `name` words a fund."""
        for k in rows:
            employers = {"er": self.f.money(k.employer_amount)} if employer and "er" in self.columns and k.employer_amount else {}
            if not k.amount and not employers:
                continue
            own = {}
            if k.amount:
                own = {"rate": self.f.percent(k.rate, decimals) + percent, **self.amount(sign * k.amount)}
            label = name(k) if name else k.label
            self.row(label.upper() if upper else label, base=self.f.money(k.base), **own, **employers,
                     **({"er_rate": self.f.percent(k.employer_rate, decimals)} if employers else {}))

    def between(self, s, upper=False):
        for label, amount in s.between:
            self.add(label.upper() if upper else label, amount)

    def after(self, s, upper=False):
        for label, amount in s.after:
            self.add(label.upper() if upper else label, -amount)

    def skip(self, points=6):
        self.y += points

    def rule(self, to=565):
        self.c.line(self.x - 2, self.y - self.step + 3, to, self.y - self.step + 3)


def stack(c, x, y, texts, step=11, size=8, bold=1, align="left"):
    """Texts one below the other, the first `bold` of them in bold; returns the next baseline."""
    for i, text in enumerate(texts):
        c.text(x, y, text, size, i < bold, align)
        y += step
    return y


def ruled(c, xs, y0, y1, width=0.4):
    """A frame with the upright rules of a table in it."""
    c.box(xs[0], y0, xs[-1], y1, width)
    for x in xs[1:-1]:
        c.line(x, y0, x, y1, width)


def sheet(c, x, y, widths, rows, height=12, size=7, head=0.9, align="right"):
    """A table of texts with a cell for each; the first row heads the columns, the first column names the rows. Returns its foot."""
    for number, row in enumerate(rows):
        left = x
        for column, (width, text) in enumerate(zip(widths, row, strict=True)):
            c.box(left, y, left + width, y + height, 0.4, head if number == 0 else None)
            how = "left" if column == 0 else "center" if number == 0 else align
            at = {"left": left + 3, "center": left + width / 2, "right": left + width - 3}[how]
            c.text(at, y + height / 2 + size * 0.36, text, size, number == 0, how)
            left += width
        y += height
    return y


FUNDS = {"Sécurité sociale - Maladie": "URSSAF maladie", "Complémentaire Santé": "Mutuelle", "Prévoyance": "Prévoyance", "Accidents": "URSSAF accident du travail",
         "Sécurité sociale plafonnée": "URSSAF vieillesse plafonnée", "Sécurité sociale déplafonnée": "URSSAF vieillesse déplafonnée", "Retraite": "ARRCO tranche 1",
         "Allocations": "URSSAF allocations familiales", "Assurance chômage": "Pôle emploi chômage TA", "CSG déd": "CSG déductible", "CSG/CRDS non": "CSG + CRDS non déductibles"}


def fund(contribution):
    """What a contribution was called before 2018, when each fund had its own line."""
    return next(name for start, name in FUNDS.items() if contribution.label.startswith(start))


def tax(t, s, label, decimals=2, percent="", **more):
    """The row of the tax that is withheld, with what it is reckoned from and its rate, nought included."""
    f = t.f
    rate = f.percent(s.tax_rate, decimals) or "0" + f.decimal + "0" * decimals
    t.row(label, base=f.money(s.taxable), rate=rate + percent, **{"loss": f.money(s.tax)} if "loss" in t.columns else {"gain": f.money(-s.tax)}, **more)


def sums(s, f, *names):
    """Texts of the month and of the year so far, one pair for each name: hours, gross, ceiling, taxable, social, employer_part, cost, net, tax."""
    for name in names:
        value = min(s.gross, 400500) if name == "ceiling" else getattr(s, name)
        write = f.hours if name == "hours" else f.money
        yield (write(value), write(value * s.months)) if value is not None else ("", "")


def sums_sheet(c, s, f, x, y, widths, titles, labels=("Mois", "Année"), corner="", height=14, size=7.2):
    """A table of those sums, `titles` being the caption of each name. Returns its foot."""
    columns = list(sums(s, f, *titles))
    rows = [(label, *(pair[at] for pair in columns)) for at, label in enumerate(labels)]
    return sheet(c, x, y, widths, [(corner, *titles.values()), *rows], height, size)


def blocks(t, s, decimals=3, size=None, percent="", total=None):
    """The contributions of the clarified model, each block under its heading, and a line that adds them up where it is named."""
    for heading, rows in in_blocks(s):
        if rows:
            t.row(heading, True, code=False, size=size)
            t.contributions(rows, decimals, percent)
    if total:
        t.row(total, True, er=t.f.money(s.employer_part), **t.amount(-s.withheld))
