# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window of the numbered file takes with 300 exhibits, in processor time. usage: exhibits.py BUILD_FOLDER"""

import os
import subprocess
import sys
import time
import warnings
from pathlib import Path
from statistics import median

root = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "tests/app"))
warnings.simplefilter("ignore", DeprecationWarning)

STEP = 0.1
N_STILL = 8  # steps without work before a process is at rest
MAX_IDLE = 1.5  # milliseconds of work in a step that are none


def get_time(pid):
    """Milliseconds of processor that all threads of a process have taken."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except OSError:  # it ended meanwhile
            continue
    return total / 1e6


def measure(pid, do):
    """Milliseconds of processor from what is done until the process rests."""
    before = last = get_time(pid)
    do()
    n_still = 0
    while n_still < N_STILL:
        time.sleep(STEP)
        now = get_time(pid)
        n_still = n_still + 1 if now - last < MAX_IDLE else 0
        last = now
    return last - before


def run():
    import paper_office
    from program import Place, Program, wait
    from screen import Screen

    place = Place("fr")
    place.set(last_office=f"'{place.office}'", window_width=1000, window_height=700)
    paper_office.make(place.office)
    paper_office.add_many(place.office)
    program = Program(place, "--on", "2026-11-21")
    pid = program.process.pid
    program.wait_for("list item", "FICTIF Salif.*")
    program.key("ctrl+f")
    program.type(paper_office.MANY_REFERENCE)
    wait(lambda: len(program.find_all("list item", "FICTIF .*")) == 1, "one case")
    program.key("Return")
    program.wait_for("filler", "AncCasePage")
    screen = Screen()
    press = lambda *names: lambda: screen.press(*names)
    measure(pid, lambda: None)

    def open_window():
        screen.press("Control_L", "b")
        program.wait_window("Dossier numéroté")
    print(f"{paper_office.N_MANY} exhibits, milliseconds of processor until all is still: {measure(pid, open_window):.0f} to open")
    measure(pid, lambda: program.focus("Pièce 1, .*", role="list item"))
    print(f"  the first move, which makes the order one's own: {measure(pid, press('Alt_L', 'Down')):.0f}")
    for what, *keys in (("a move by one place", ("Alt_L", "Down"), ("Alt_L", "Up")),
                        ("a move from end to end", ("Alt_L", "End"), ("Alt_L", "Home")),
                        ("the focus alone, and its ring", ("Down",), ("Up",))):
        times = [measure(pid, press(*keys[i % 2])) for i in range(6)]
        print(f"  {what}: {median(times):.0f} ({min(times):.0f} to {max(times):.0f})")
    program.kill()
    place.close()


if __name__ == "__main__":
    build = Path(sys.argv[1]).resolve()
    if "ANC_PROGRAM" in os.environ:
        run()
    else:
        subprocess.run([root / "tests/with-display.sh", "--session", "--size", "1000x700", "/usr/bin/python3", __file__, build], check=True,
                       env=dict(os.environ, ANC_PROGRAM=str(build / "src/app/ancrage"), PYTHONDONTWRITEBYTECODE="1"))
