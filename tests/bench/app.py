#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how the application starts on a large office, beside GNOME Text Editor. usage: app.py BUILD_FOLDER [CASES]

Usable is when what the window is for is drawn, as the screen shows it: the name in the first row of the list here, the
title and buttons of the header there. Cold is with all files of the program put out of the page cache, as far as no other
program holds them. Only figures of one run of this program compare.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from screen import Screen, get_memory, get_seconds

HERE = Path(__file__).resolve().parent
BUILD = Path(sys.argv[1]).resolve()
N_CASES = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
INSIDE = "ANC_BENCH_OFFICE"
RUNS = 7


def row(what, value, note=""):
    print(f"  {what:<58} {value:>14}  {note}".rstrip())


def evict(paths):
    for path in paths:
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def mapped_files(pid):
    return {line.split()[-1] for line in Path(f"/proc/{pid}/maps").read_text().splitlines() if "/" in line.split()[-1]}


class Starter:
    def __init__(self, screen, environment, command, region):
        self.screen, self.environment, self.command, self.region = screen, environment, command, region
        self.files = set()

    def start(self, cold):
        """Starts once; returns seconds until the window is usable, and the process."""
        if cold:
            evict(self.files)
        begin = time.monotonic()
        process = subprocess.Popen(self.command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not self.screen.has_text(*self.region):
            if time.monotonic() > begin + 30 or process.poll() is not None:
                process.kill()
                sys.exit(f"{self.command[0]} shows nothing")
            time.sleep(0.004)
        return time.monotonic() - begin, process

    def stop(self, process):
        process.terminate()
        process.wait()
        while self.screen.has_text(*self.region):
            time.sleep(0.01)

    def run(self, cold):
        seconds, process = self.start(cold)
        self.files |= mapped_files(process.pid)
        self.stop(process)
        return seconds


def inside():
    office = Path(os.environ[INSIDE])
    folder = Path(tempfile.mkdtemp(prefix="ancrage-bench-home-"))
    settings = folder / "config/glib-2.0/settings/keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[io/github/ancrage/Ancrage]\nlast-office='{office}'\n")
    environment = dict(os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"), XDG_CACHE_HOME=str(folder / "cache"),
                       XDG_DATA_HOME=str(folder / "data"), GSETTINGS_BACKEND="keyfile", GSK_RENDERER="cairo",
                       GDK_BACKEND="x11", GIO_USE_VFS="local", LC_ALL="C.UTF-8")
    screen = Screen()
    ours = Starter(screen, environment, [str(BUILD / "src/app/ancrage"), "--on", "2026-11-21"], (20, 185, 180, 30))
    peer = Starter(screen, environment, ["gnome-text-editor", "--standalone"], (10, 10, 600, 30))
    ours.run(False), peer.run(False)

    print(f"Start to a usable window with {N_CASES:,} cases ({office.stat().st_size / 1e6:.0f} MB), median of {RUNS}")
    medians = {}
    for label, cold in (("cold", True), ("warm", False)):
        times = {ours: [], peer: []}
        for _ in range(RUNS):
            for starter in (ours, peer):
                times[starter].append(starter.run(cold))
        medians[label] = [statistics.median(times[s]) for s in (ours, peer)]
        row(f"ancrage, {label}", f"{medians[label][0] * 1000:.0f} ms", "goal 400 ms" if not cold else "")
        row(f"gnome-text-editor, {label}", f"{medians[label][1] * 1000:.0f} ms")
        row("ratio", f"{medians[label][0] / medians[label][1]:.2f}", "goal at most 1")

    _, process = ours.start(False)
    rss, pss = get_memory(process.pid)
    row("memory when usable, resident", f"{rss:.0f} MB", f"proportional {pss:.0f} MB")
    before = time.monotonic()
    time.sleep(3)
    used = -1
    while get_seconds(process.pid) - used > 0.05:  # until the outcomes of all cases are worked out
        used = get_seconds(process.pid)
        time.sleep(1)
    rss, pss = get_memory(process.pid)
    row("all outcomes worked out in the background after", f"{time.monotonic() - before:.0f} s",
        f"{used:.1f} s of processor")
    row("memory then, resident", f"{rss:.0f} MB", f"goal 200 MB; proportional {pss:.0f} MB")
    ours.stop(process)
    shutil.rmtree(folder, ignore_errors=True)


def main():
    fast = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="ancrage-bench-", dir=fast))
    office = folder / "Large.ancrage"
    try:
        subprocess.run([BUILD / "tests/app/make-office", office, str(N_CASES), "4", "24"], check=True)
        subprocess.run([HERE.parent / "with-display.sh", "--session", "--size", "1200x800", sys.executable, __file__, BUILD, str(N_CASES)],
                       env={**os.environ, INSIDE: str(office)}, check=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if INSIDE in os.environ:
    inside()
else:
    main()
