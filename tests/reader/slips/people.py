# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented firms and people with what papers about work say of them, and the ways papers write it."""

import calendar

from model import FIRMS, FIRST_NAMES, JOBS, LAST_NAMES, MONTHS, STREETS, TOWNS, make_siret

NOTHING = {"employer": None, "siret": None, "employee": None, "job": None, "contract": None, "start": None, "end": None,
           "weekly_hours": None, "monthly_hours": None, "gross_monthly": None, "signed_on": None}
MORE_FIRMS = [("LE PETIT MARMITON IMAGINAIRE", "SARL"), ("Établissements TARTEMPION et Fils", "SAS"), ("EARL des Trois Navets", ""),
              ("S.A.S. GRAND NETTOYAGE DU NÉANT", ""), ("Association Les Lutins du Quartier", ""), ("DÉMOLITION & RÊVERIES", "SASU"),
              ("CHEZ TONTON FICTIF", "EURL"), ("MAÇONNERIE DES DEUX LUNES", "SARL"), ("Blanchisserie Blanc-sur-Blanc", "SAS")]
MORE_FIRST = ["Ousmane-Fictif", "Fatoumata-Test", "Hyacinthe", "Philomène", "Barnabé", "Clothilde", "Zéphyrin", "Apolline"]
MORE_LAST = ["BEN INVENTÉ", "FAUX-SOW", "N'IMPORTEQUI", "CARABISTOUILLE", "BALIVERNE", "SANS-ADRESSE", "TRUCMUCHE", "EL FICTIF"]
WOMEN = {"Bérengère", "Cunégonde", "Eulalie", "Gontrande", "Hermance", "Kévina", "Léopoldine", "Mélusine", "Pélagie", "Quentine", "Rosalba",
         "Ursuline", "Aïssatou-Test", "Fatoumata-Test", "Philomène", "Clothilde", "Apolline"}
LANDS = [("malienne", "Mali", "Kayes"), ("tunisienne", "Tunisie", "Sfax"), ("bangladaise", "Bangladesh", "Sylhet"), ("ivoirienne", "Côte d'Ivoire", "Bouaké"),
         ("marocaine", "Maroc", "Oujda"), ("sri-lankaise", "Sri Lanka", "Jaffna"), ("sénégalaise", "Sénégal", "Matam")]
UNITS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze",
         "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt"]


def in_words(number):
    """A number up to 99 in words; enough for days and years."""
    if number <= 20:
        return UNITS[number]
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        return ("soixante" if tens == 7 else "quatre-vingt") + (" et " if number == 71 else "-") + UNITS[10 + unit]
    if tens == 8:
        return f"quatre-vingt-{UNITS[unit]}" if unit else "quatre-vingts"
    return {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}[tens] + (" et un" if unit == 1 else f"-{UNITS[unit]}" if unit else "")


def year_in_words(year):
    return f"deux mille {in_words(year - 2000)}" if year >= 2000 else f"mil neuf cent {in_words(year - 1900)}"


def iso(date):
    return "%04d-%02d-%02d" % date


def say(date, form):
    """A date as papers write it."""
    year, month, day = date
    first = "1er" if day == 1 else str(day)
    return {"slashes": f"{day:02d}/{month:02d}/{year}", "short": f"{day:02d}/{month:02d}/{year % 100:02d}",
            "dots": f"{day:02d}.{month:02d}.{year}", "short dots": f"{day:02d}.{month:02d}.{year % 100:02d}",
            "dashes": f"{day:02d}-{month:02d}-{year}", "blanks": f"{day:02d} / {month:02d} / {year}",
            "month": f"{first} {MONTHS[month - 1]} {year}", "two digits": f"{day:02d} {MONTHS[month - 1]} {year}",
            "capitals": f"{'1ER' if day == 1 else day} {MONTHS[month - 1].upper()} {year}",
            "weekday": f"{['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'][calendar.weekday(*date)]} {first} {MONTHS[month - 1]} {year}",
            "words": f"{'premier' if day == 1 else in_words(day)} {MONTHS[month - 1]} {year_in_words(year)}",
            "half words": f"{first} {MONTHS[month - 1]} {year_in_words(year)}"}[form]


FORMS = ["slashes", "slashes", "month", "month", "dots", "short", "two digits", "dashes"]


class Person:
    def __init__(self, rng):
        self.first, self.last = rng.choice(FIRST_NAMES + MORE_FIRST), rng.choice(LAST_NAMES + MORE_LAST)
        self.woman = self.first in WOMEN
        self.e = "e" if self.woman else ""
        self.long = "Madame" if self.woman else "Monsieur"
        self.short = "Mme" if self.woman else "M."
        self.he = "Elle" if self.woman else "Il"
        self.truth = f"{self.first} {self.last}"
        self.first_last, self.last_first = f"{self.first} {self.last}", f"{self.last} {self.first}"
        self.name = rng.choice([self.first_last, self.last_first])
        self.birth = (rng.randrange(1968, 2002), rng.randrange(1, 13), rng.randrange(1, 28))
        self.nationality, self.land, self.birthplace = rng.choice(LANDS)
        self.street, self.town = f"{rng.randrange(1, 99)} {rng.choice(STREETS)}", rng.choice(TOWNS)
        key = rng.randrange(10, 97)
        self.nir = f"{2 if self.woman else 1} {self.birth[0] % 100:02d} {self.birth[1]:02d} 99 {rng.randrange(100, 999)} {rng.randrange(100, 999)} {key}"
        self.foreigner_number = f"99{rng.randrange(10**7, 10**8)}"

    @property
    def address(self):
        return f"{self.street}, {self.town}"


class Affair:
    """One employment: who, where, as what, since when, for how much."""

    def __init__(self, rng):
        self.rng = rng
        name, legal, *_ = rng.choice([*FIRMS, *MORE_FIRMS])
        self.firm_name, self.legal = name, legal
        self.firm = rng.choice([f"{name} {legal}", f"{legal} {name}", name]).strip() if legal else name
        self.siret = make_siret(rng)
        self.street, self.town = f"{rng.randrange(1, 99)} {rng.choice(STREETS)}", rng.choice(TOWNS)
        self.city = self.town.split(" ", 1)[1].title()
        self.phone = f"0{rng.randrange(1, 6)} 99 {rng.randrange(10, 99)} {rng.randrange(10, 99)} {rng.randrange(10, 99)}"
        self.boss, self.person = Person(rng), Person(rng)
        while self.boss.last == self.person.last:
            self.boss = Person(rng)
        boss = self.boss
        self.boss_title = rng.choice([f"gérant{boss.e}", "directrice générale" if boss.woman else "directeur général", f"président{boss.e}",
                                      "responsable des ressources humaines", "cheffe d'entreprise" if boss.woman else "chef d'entreprise"])
        self.job = rng.choice(JOBS)
        self.job_small = self.job[0].lower() + self.job[1:]
        self.de_job = ("d'" if self.job_small[0] in "aeéiouô" else "de ") + self.job_small
        self.start = (rng.randrange(2014, 2024), rng.randrange(1, 13), rng.choice([1, 1, 2, 3, 8, 12, 17, 23]))
        self.end = (self.start[0] + rng.randrange(1, 3), rng.randrange(1, 13), rng.choice([15, 20, 28]))
        year, month, day = self.end
        self.signed = (year, month, day) if rng.random() < 0.4 else (year + month // 12, month % 12 + 1, rng.randrange(1, 28))
        self.form = rng.choice(FORMS)
        self.weekly = rng.choice([35, 35, 35, 39, 30, 28, 24, 20])
        self.monthly = {35: 151.67, 39: 169.0, 30: 130.0, 28: 121.33, 24: 104.0, 20: 86.67}[self.weekly]
        self.rate = rng.randrange(1057, 1690)
        self.gross = round(self.rate * self.monthly)

    def day(self, date, form=None):
        return say(date, form or self.form)

    def money(self, cents=None, sign=None):
        cents = self.gross if cents is None else cents
        whole = f"{cents // 100:,}".replace(",", self.rng.choice([" ", " ", ".", "", "\u00a0"]))
        return f"{whole},{cents % 100:02d}{self.rng.choice([' €', ' euros', ' EUR', '€']) if sign is None else sign}"

    def number(self, value):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")

    def siret_written(self):
        s = self.siret
        return self.rng.choice([s, f"{s[:3]} {s[3:6]} {s[6:9]} {s[9:]}", f"{s[:9]} {s[9:]}", f"{s[:3]}.{s[3:6]}.{s[6:9]}.{s[9:]}", f"{s[:3]} {s[3:6]} {s[6:9]} {s[9:12]} {s[12:]}"])

    @property
    def siren_written(self):
        return f"{self.siret[:3]} {self.siret[3:6]} {self.siret[6:9]}"

    def truth(self, **more):
        """What nearly every paper says, and what this one says besides or leaves out."""
        return {**NOTHING, "employer": self.firm, "siret": self.siret, "employee": self.person.truth, "job": self.job, **more}


def other_siret(rng):
    siret = make_siret(rng)
    return f"{siret[:9]} {siret[9:]}"


def broken_rib(rng):
    """An account number of the right shape that no bank has."""
    return f"FR76 9999 9{rng.randrange(100, 999)} {rng.randrange(1000, 9999)} {rng.randrange(1000, 9999)} {rng.randrange(1000, 9999)} {rng.randrange(100, 999)}"
