#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of the application with the sample office. usage: screenshots.py OUTPUT_FOLDER [SIZE…]

To be run on a display and a session bus of its own; ./dev screenshots does.
"""

import re
import subprocess
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
warnings.simplefilter("ignore", DeprecationWarning)

import paper_office  # noqa: E402
from program import Place, Program, wait  # noqa: E402

OUTPUT = Path(sys.argv[1])
PASSPHRASE = "sept lanternes de papier"
PERSON = "DOUCOURÉ-FICTIF.*"


class Photographer:
    """One language, style and size."""

    def __init__(self, language, style, width, height, text=100):
        self.suffix = f"{language}-{style}-{width}x{height}" + (f"-text-{text}" if text != 100 else "")
        self.place = Place(language)
        self.place.set(window_width=width, window_height=height, style=f"'{style}'")
        subprocess.run(["xrdb", "-merge", "-"], input=f"Xft.dpi: {96 * text // 100}\n", env=self.place.environment, text=True,
                       check=True)
        self.program = None

    def start(self, *arguments):
        self.program = Program(self.place, "--on", "2026-11-21", *arguments)
        return self.program

    def take(self, name):
        """The picture of the window that has the keyboard, once it stands still."""
        path = OUTPUT / f"{name}-{self.suffix}.png"
        wait(self.program._has_keyboard, "the keyboard")
        window = subprocess.run(["xdotool", "getactivewindow"], env=self.place.environment, stdout=subprocess.PIPE,
                                text=True).stdout.strip()
        last = None
        for _ in range(40):
            subprocess.run(["import", "-window", window, str(path)], env=self.place.environment, check=True)
            picture = path.read_bytes()
            if picture == last:
                break
            last = picture
            time.sleep(0.15)
        print(path, flush=True)

    def stop(self):
        self.program.kill()
        self.place.close()

    def first_start_and_lock(self):
        program = self.start()
        program.wait_for("filler", "AncStartPage")
        self.take("start")
        page = program.find("filler", "AncStartPage")
        for name in ("Passphrase|Phrase de passe", "The same again|La même, une seconde fois"):
            program.fill(name, PASSPHRASE, page)
        button = wait(lambda: [button for button in program.find_all("push button", "Create the office|Créer le cabinet", page)
                               if button.get_state_set().contains(program.SENSITIVE)], "the button")[0]
        program.press(button)
        program.wait_for("filler", "AncSidebar")
        self.take("empty")
        program.key("ctrl+l")
        program.wait_for("filler", "AncUnlockPage")
        self.take("locked")
        self.stop()

    def office(self, dialogs):
        program = self.start("--sample")
        program.wait_for("list item", PERSON)
        self.take("list")
        program.key("ctrl+f")
        program.type("hotel des inv")
        wait(lambda: len([n for n in program.names("list item") if n and ", 20" in n]) == 1, "one case")
        program.key("Return")
        program.wait_for("filler", "AncCasePage")
        program.key("ctrl+f")
        program.key("Escape")
        wait(lambda: len([n for n in program.names("list item") if n and ", 20" in n]) > 5, "all cases")
        program.key("Return")  # on the row that has the focus: in a narrow window the case comes back
        wait(lambda: program.find("filler", "AncCasePage"), "the case")
        self.take("case")
        program.key("alt+5")
        program.wait_for("filler", "AncLawPage")
        self.take("law")
        program.key("alt+9")
        self.take("trash")
        for key, name in dialogs:
            before = len(program.windows())
            program.key(key)
            wait(lambda: len(program.windows()) > before, name)
            self.take(name)
            program.key("Escape")
            wait(lambda: len(program.windows()) == before, f"{name} to close")
        self.stop()


    def exhibits(self):
        """Payslips as they come in, one beside its proposal, one that proves something, and one in a window of its own."""
        program = self.start("--sample")
        program.wait_for("list item", PERSON)
        program.key("ctrl+f")
        program.type("apparence")
        wait(lambda: len([n for n in program.names("list item") if n and ", 20" in n]) == 1, "one case")
        program.key("Return")
        program.wait_for("label", "Mariana APPARENCE")
        program.key("ctrl+1")
        wait(lambda: [n for n in program.names("list item") if re.match(".* · (Bulletin de paie|Payslip)", n or "")], "the proposals")
        wait(lambda: not [n for n in program.names("list item") if re.search(", (en attente|waiting)$", n or "")], "all that is read")
        program.key("ctrl+1", "Down")
        program.wait_for("document text", "Page 1 .* 1")
        self.take("proposal")
        program.key("ctrl+Return")
        wait(lambda: [n for n in program.names("list item") if re.search(r"\d+ (proofs|preuves)", n or "")], "what is proven")
        program.key("ctrl+1", "Down")
        wait(lambda: re.match("bulletin-", program.focus_name()), "the first document")
        program.key("Return")
        program.wait_for("document text", "Page 1 .* 1")
        self.take("exhibits")
        before = len(program.windows())
        program.click("push button", "Open in a Window of Its Own|Ouvrir dans sa propre fenêtre")
        wait(lambda: len(program.windows()) > before, "the window of the document")
        program.wait_for("document text", "Page 1 .* 1", program.windows()[-1])
        self.take("document")
        self.stop()

    def papers(self):
        """A case with documents: what proves presence, its grades, and the numbered file."""
        paper_office.make(self.place.office)
        self.place.set(last_office=f"'{self.place.office}'")
        program = self.start()
        program.wait_for("list item", "FICTIF.*")
        program.key("ctrl+f")
        program.type("fictif")
        program.key("Return")
        program.wait_for("filler", "AncCasePage")
        program.key("ctrl+4")
        program.wait_for("filler", "AncPresencePage")
        self.take("presence")
        program.click("push button", ".*(Grades of Documents|Valeur des documents)….*")
        program.wait_window("Grades of Documents|Valeur des documents")
        self.take("grades")
        program.key("Escape")
        wait(lambda: len(program.windows()) == 1, "the grades to close")
        program.key("ctrl+b")
        program.wait_window("Numbered file|Dossier numéroté")
        self.take("bundle")
        program.focus("Look of the File|Présentation", role="page tab")
        program.key("space")
        self.take("bundle-options")
        self.stop()


DIALOGS = (("ctrl+comma", "preferences"), ("ctrl+question", "shortcuts"), ("F1", "help"), ("ctrl+n", "new-case"))


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for language in ("fr", "en"):
        for style in ("light", "dark"):
            Photographer(language, style, 1000, 700).first_start_and_lock()
            Photographer(language, style, 1000, 700).office(DIALOGS)
            Photographer(language, style, 1600, 900).office(())
            Photographer(language, style, 1000, 700).exhibits()
            Photographer(language, style, 1600, 900).exhibits()
            Photographer(language, style, 1000, 700).papers()
            Photographer(language, style, 1600, 900).papers()
    Photographer("fr", "light", 800, 600).first_start_and_lock()
    Photographer("fr", "light", 800, 600).office(DIALOGS)
    Photographer("fr", "light", 800, 600).papers()
    Photographer("fr", "light", 1000, 700, 200).first_start_and_lock()
    Photographer("fr", "light", 1000, 700, 200).office(DIALOGS)


main()
