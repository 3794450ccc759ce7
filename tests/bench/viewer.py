#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how documents are shown, beside Evince, on the same files. usage: viewer.py BUILD_FOLDER [RUNS [opening]]

Everything is decided by the pixels of the display, in the same way for both: both windows fill it and fit the
width of the page. Each page of the documents bears a field of a colour of its own, or bars, by which it is known, and
beside it stripes as thin as print, which show as stripes only once the page is drawn at full resolution.
Only figures of one run of this program compare; the peers take turns.
"""

import collections
import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy
from PIL import Image, ImageOps, TiffImagePlugin

from screen import Screen, get_memory, list_processes

HERE = Path(__file__).resolve().parent
BUILD = Path(sys.argv[1]).resolve()
RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
ONLY_OPENING = sys.argv[3:] == ["opening"]
INSIDE = "ANC_BENCH_DOCUMENTS"
WIDTH, HEIGHT = 1100, 900

# Turns a second; and nearly what the display takes, but not that, or all depends on how keys and frames fall.
RATES = (20, 55)
TURNING_RUNS = 3

sys.path.insert(0, str(HERE.parent / "reader/client"))
from pdf import Pdf, lines, text  # noqa: E402

LEVELS = [16, 48, 80, 112, 144, 176, 208, 240]

# Where the pages are looked at: in the field of colour and the stripes of a page whose top is at the top of the view.
FIELD = (WIDTH * 50 // 100, HEIGHT * 28 // 100)
STRIPES = (WIDTH * 70 // 100, HEIGHT * 28 // 100, 120)
REGION = (WIDTH * 35 // 100, HEIGHT * 20 // 100, WIDTH * 50 // 100, HEIGHT * 60 // 100)


# In black and white a page is known by bars instead: one black and one white, then those of its number.
N_BARS = 9


# ---- The documents ---------------------------------------------------------------------------------------------------

def colour(page):
    """Of one of 512 pages, no two near each other in one channel."""
    return tuple(LEVELS[page >> shift & 7] for shift in (0, 3, 6))


def marks(page):
    """The field and the stripes, over the upper half of the page."""
    field = b"%.4f %.4f %.4f rg 60 440 280 380 re f\n" % tuple(level / 255 for level in colour(page))
    return b"q " + field + stripes() + b"Q\n"


def stripes():
    return b"0 g " + b"".join(b"%d 440 1.2 380 re f\n" % x for x in range(350, 530, 3))


def bars(page):
    """Instead of the field."""
    said = [1, 0] + [page >> bit & 1 for bit in range(N_BARS - 2)]
    width = 280 / N_BARS
    return b"q 0 g " + b"".join(b"%.2f 440 %.2f 380 re f\n" % (60 + i * width, width) for i, black in enumerate(said) if black) \
        + stripes() + b"Q\n"


def prose(page):
    rows = [(60, 420 - 12 * row, f"Ligne {row} de la feuille {page}, écrite pour être dessinée et relue {page * row} fois.")
            for row in range(32)]
    return lines(*rows, size=10)


def book(count):
    pdf = Pdf()
    for page in range(count):
        pdf.page(marks(page) + prose(page))
    return pdf.bytes()


def draw(folder, contents, dpi, *options):
    """A page as a picture."""
    one = Pdf()
    one.page(contents)
    (folder / "page.pdf").write_bytes(one.bytes())
    subprocess.run(["pdftoppm", "-r", str(dpi), "-singlefile", *options, "page.pdf", "page"], cwd=folder, check=True)
    return Image.open(next(folder.glob("page.p[bp]m")))


def add_scan(pdf, data, size, entries):
    picture = pdf.stream(data, b"/Type /XObject /Subtype /Image /Width %d /Height %d %s" % (*size, entries))
    pdf.page(b"q 595 0 0 842 0 0 cm /X Do Q", resources=b"/XObject << /X %d 0 R >>" % picture)


def scans(count):
    """Pictures of pages as a scanner makes them, 200 dots an inch and not quite clean."""
    pdf = Pdf()
    noise = numpy.random.default_rng(1).normal(0, 6, (2339, 1653, 1))
    for page in range(count):
        with tempfile.TemporaryDirectory() as folder:
            clean = numpy.asarray(draw(Path(folder), marks(page) + prose(page), 200), dtype=float)
        grain = numpy.roll(noise, page * 97, axis=0)[:clean.shape[0], :clean.shape[1]]
        packed = io.BytesIO()
        Image.fromarray(numpy.clip(clean + grain, 0, 255).astype("uint8")).save(packed, "JPEG", quality=80)
        add_scan(pdf, packed.getvalue(), clean.shape[1::-1], b"/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode")
    return pdf.bytes()


def faxes(count):
    """Pages as a copier makes them: black and white, 300 dots an inch."""
    TiffImagePlugin.STRIP_SIZE = 1 << 30
    pdf = Pdf()
    for page in range(count):
        with tempfile.TemporaryDirectory() as folder:
            packed = io.BytesIO()
            picture = draw(Path(folder), bars(page) + prose(page), 300, "-mono")
            ImageOps.invert(picture.convert("L")).convert("1").save(packed, "TIFF", compression="group4")  # black is 1 in a fax
            strips = Image.open(packed).tag_v2
        start, length = strips[TiffImagePlugin.STRIPOFFSETS][0], strips[TiffImagePlugin.STRIPBYTECOUNTS][0]
        add_scan(pdf, packed.getvalue()[start:start + length], picture.size, b"/ColorSpace /DeviceGray /BitsPerComponent 1 "
                 b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns %d /Rows %d >>" % picture.size)
    return pdf.bytes()


def form(count):
    """Pages with fields to fill in below the marks."""
    pdf = Pdf()
    fields = []
    for page in range(count):
        number = pdf.page(marks(page) + lines((60, 425, "Formulaire imaginaire"), size=10))
        here = [pdf.add(b"<< /Type /Annot /Subtype /Widget /P %d 0 R /F 4 /T %s /FT /Tx /Rect [%d %d %d %d] /V %s "
                        b"/DA (/F1 10 Tf 0 g) >>" % (number, text(f"champ {page}.{i}"), 60 + 240 * (i % 2), 390 - 24 * (i // 2),
                                                     280 + 240 * (i % 2), 408 - 24 * (i // 2), text(f"Valeur {page * i}")))
                for i in range(24)]
        pdf.put(number, pdf.objects[number - 1].replace(
            b"/Type /Page ", b"/Type /Page /Annots [%s] " % b" ".join(b"%d 0 R" % field for field in here)))
        fields += here
    pdf.catalog.append(b"/AcroForm << /Fields [%s] /DR << /Font << /F1 %d 0 R >> >> /DA (/F1 10 Tf 0 g) >>" % (
        b" ".join(b"%d 0 R" % field for field in fields), pdf.font))
    return pdf.bytes()


DOCUMENTS = (("text", "500 pages of text", book, 500), ("scans", "60 scans", scans, 60),
             ("faxes", "60 scans in black and white", faxes, 60), ("form", "a form of 12 pages", form, 12))


# ---- Looking ---------------------------------------------------------------------------------------------------------

class Eye:
    """Looks at the display for pages."""

    def __init__(self, screen):
        self.screen = screen
        self.codes = numpy.array([colour(page) for page in range(512)])
        self.reads_bars = False

    def get_array(self, x, y, width, height):
        pixels = self.screen.get_pixels(x, y, width, height)
        return numpy.frombuffer(pixels, dtype=numpy.uint8).reshape(height, width, 4)[:, :, 2::-1]

    def find_coloured(self):
        """The page whose field is there, or None."""
        spot = self.get_array(*FIELD, 8, 8).reshape(-1, 3).astype(int)
        seen = numpy.median(spot, axis=0)
        page = int(numpy.abs(self.codes - seen).max(axis=1).argmin())
        if numpy.abs(self.codes[page] - seen).max() > 12 or spot.std(axis=0).max() > 14:
            return None
        return page

    def find_barred(self):
        """The page whose bars are there, or None."""
        row = self.get_array(0, FIELD[1], WIDTH, 1)[0, :, 1].astype(int)
        at = [round((60 + (i + 0.5) * 280 / N_BARS) / 595 * WIDTH) for i in range(N_BARS)]
        black, white, *bits = [bool(numpy.median(row[x - 4:x + 4]) < 128) for x in at]
        if not black or white:
            return None
        return sum(bit << i for i, bit in enumerate(bits))

    def find_page(self):
        """The page that is there, or None; and whether it is there at full resolution."""
        page = self.find_barred() if self.reads_bars else self.find_coloured()
        if page is None:
            return None, False
        row = numpy.median(self.get_array(STRIPES[0], STRIPES[1], STRIPES[2], 5)[:, :, 1].astype(int), axis=0)
        return page, bool(numpy.abs(numpy.diff(row)).mean() > 40)


class Viewer:
    """One of the peers."""

    def __init__(self, name, command, extra):
        self.name, self.command, self.extra = name, command, extra
        self.process = None

    def start(self, document):
        begin = time.monotonic()
        self.process = subprocess.Popen([*self.command, str(document)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return begin

    def stop(self):
        self.process.terminate()
        self.process.wait()
        time.sleep(0.3)

    def list_processes(self):
        """The program, what it started, and the services it makes others start."""
        pids = set(list_processes(self.process.pid))
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and (entry / "comm").read_text().strip() in self.extra \
                        and os.environ["HOME"].encode() in (entry / "environ").read_bytes():
                    pids.add(int(entry.name))
            except OSError:
                continue
        return pids

    def get_memory(self):
        return tuple(map(sum, zip(*map(get_memory, self.list_processes()))))

    def get_processor_time(self):
        """Seconds, of those that still live and of those they waited for: what other programs do meanwhile does not count."""
        ticks = 0
        for pid in self.list_processes():
            try:
                ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:15]))
            except OSError:
                continue
        return ticks / os.sysconf("SC_CLK_TCK")


Run = collections.namedtuple("Run", "blank stale coarse sharp rate late most")


class MemoryWatch(threading.Thread):
    """The most memory a viewer ever had, looked at all the time."""

    def __init__(self, viewer):
        super().__init__(daemon=True)
        self.viewer, self.most, self.ended = viewer, (0.0, 0.0), threading.Event()

    def run(self):
        while not self.ended.wait(0.1):
            self.most = tuple(map(max, zip(self.most, self.viewer.get_memory())))

    def end(self):
        self.ended.set()
        self.join()
        return self.most


# ---- Measures --------------------------------------------------------------------------------------------------------

def measure_opening(eye, viewer, document):
    """Seconds from exec until the first page looks as it will when all is done; of processor, and MB, a second after that."""
    begin = viewer.start(document)
    frames, last_change = [], begin
    while True:
        now = time.monotonic()
        frame = eye.get_array(*REGION)
        if not frames or not numpy.array_equal(frame, frames[-1][1]):
            frames.append((now, frame.copy()))
            last_change = now
        page, sharp = eye.find_page()
        if page == 0 and sharp and now > last_change + 1.0:
            break
        if now > begin + 30:
            sys.exit(f"{viewer.name} does not show {document.name}")
        time.sleep(0.004)
    spent, memory = viewer.get_processor_time(), viewer.get_memory()
    viewer.stop()

    final = frames[-1][1].astype(int)
    good = [numpy.abs(frame - final).mean() < 1 for _, frame in frames]
    whole = next(at for i, (at, _) in enumerate(frames) if all(good[i:]))
    return whole - begin, spent, memory[1]


def wait_for_page(eye, page, timeout):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if eye.find_page() == (page, True):
            return True
        time.sleep(0.001)
    return False


def measure_turning(eye, viewer, document, count):
    """Turns from page to page, each as soon as the one before is there at full resolution: pages a second, and seconds of
    processor a page."""
    viewer.start(document)
    if not wait_for_page(eye, 0, 30):
        sys.exit(f"{viewer.name} does not show {document.name}")
    time.sleep(1.5)
    before, begin = viewer.get_processor_time(), time.monotonic()
    for page in range(1, count):
        eye.screen.press("Control_L", "Next")
        if not wait_for_page(eye, page, 10):
            sys.exit(f"{viewer.name} does not come to page {page + 1} of {document.name}, but to {eye.find_page()}")
    seconds, spent = time.monotonic() - begin, viewer.get_processor_time() - before
    viewer.stop()
    return (count - 1) / seconds, spent / (count - 1)


def measure_running(eye, viewer, document, count, rate):
    """Turns so many pages a second whatever is shown: the parts of the time in which nothing of a page is there, another page than
    that turned to, and that one but not sharp yet; pages of which anything was seen a second; seconds from the last key to the
    last page; and the most memory."""
    viewer.start(document)
    watch = MemoryWatch(viewer)
    watch.start()
    if not wait_for_page(eye, 0, 30):
        sys.exit(f"{viewer.name} does not show {document.name}")
    time.sleep(1.5)
    begin = last = time.monotonic()
    shares = {"blank": 0.0, "stale": 0.0, "coarse": 0.0, "sharp": 0.0}
    turned, seen, last_key = 0, {0}, begin
    while True:
        now = time.monotonic()
        if turned < count - 1 and now > begin + turned / rate:
            eye.screen.press("Control_L", "Next")
            turned += 1
            last_key = now
        page, sharp = eye.find_page()
        seen.add(page)
        now = time.monotonic()
        shares["blank" if page is None else "stale" if page != turned else "sharp" if sharp else "coarse"] += now - last
        last = now
        if page == count - 1 and sharp:
            break
        if now > begin + count / rate + 30:
            sys.exit(f"{viewer.name} never comes to the last page of {document.name}")
        time.sleep(0.003)
    most = watch.end()
    viewer.stop()
    seconds = last - begin
    return Run(*(100 * share / seconds for share in shares.values()), len(seen - {None}) / seconds, 1000 * (last - last_key), most)


# ---- Telling ---------------------------------------------------------------------------------------------------------

def row(what, ours, theirs, unit, digits=0, more_is_better=False):
    # A tenth of a millisecond, of a page, of a MB is no difference.
    ahead = ours >= theirs if more_is_better else ours <= theirs
    print(f"  {what:<52} {ours:>9.{digits}f} {theirs:>9.{digits}f} {unit:<8} {'' if ahead else 'BEHIND'}".rstrip(), flush=True)


def measure_document(eye, peers, document, title, count):
    print(f"\n{title}, {document.stat().st_size / 1e6:.1f} MB {'ancrage':>40} {'evince':>9}")
    times = {viewer: [] for viewer in peers}
    for viewer in peers:
        measure_opening(eye, viewer, document)
    for _ in range(RUNS):
        for viewer in peers:
            times[viewer].append(measure_opening(eye, viewer, document))
    opening = [list(map(statistics.median, zip(*times[viewer]))) for viewer in peers]
    row(f"exec to first page at full resolution, median of {RUNS}", *(wall * 1000 for wall, _, _ in opening), "ms")
    row("  processor time, a second after", *(spent * 1000 for _, spent, _ in opening), "ms")
    row("  memory then, proportional", *(memory for _, _, memory in opening), "MB")
    if ONLY_OPENING:
        return

    turning = {viewer: [] for viewer in peers}
    for _ in range(TURNING_RUNS):
        for viewer in peers:
            turning[viewer].append(measure_turning(eye, viewer, document, count))
    rates = [list(map(statistics.median, zip(*turning[viewer]))) for viewer in peers]
    row("turning as soon as a page is there", *(rate for rate, _ in rates), "pages/s", 1, True)
    row("  processor time a page", *(spent * 1000 for _, spent in rates), "ms", 1)
    for rate in RATES:
        running = {viewer: [] for viewer in peers}
        for _ in range(TURNING_RUNS):
            for viewer in peers:
                running[viewer].append(measure_running(eye, viewer, document, count, rate))
        runs = [Run(*map(statistics.median, zip(*(run[:-1] for run in running[viewer]))), tuple(map(max, zip(*(run.most for run in running[viewer])))))
                for viewer in peers]
        row(f"turning {rate} pages a second: time without any page", *(run.blank for run in runs), "%", 1)
        row("  time with another page than that turned to", *(run.stale for run in runs), "%", 1)
        row("  time with that page, not sharp yet", *(run.coarse for run in runs), "%", 1)
        row("  time with that page, sharp", *(run.sharp for run in runs), "%", 1, True)
        row("  pages that were seen", *(run.rate for run in runs), "pages/s", 1, True)
        row("  from the last key to the last page", *(run.late for run in runs), "ms")
        row("  most memory, proportional", *(run.most[1] for run in runs), "MB")
        row("  most memory, resident", *(run.most[0] for run in runs), "MB")


def prepare_home(home):
    settings = home / "config/glib-2.0/settings/keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text("[org/gnome/evince/default]\nsizing-mode='fit-width'\n"
                        "[io/github/ancrage/Ancrage]\ndocument-maximized=true\n")
    manager = home / "config/openbox/rc.xml"
    manager.parent.mkdir()
    manager.write_text('<openbox_config xmlns="http://openbox.org/3.4/rc"><applications><application class="*">'
                       "<maximized>true</maximized></application></applications></openbox_config>")


def inside():
    folder = Path(os.environ[INSIDE])
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    eye = Eye(Screen())
    peers = [Viewer("ancrage", [str(BUILD / "src/app/ancrage")], ()), Viewer("evince", ["evince"], ("evinced",))]
    time.sleep(1)
    for name, title, _, count in DOCUMENTS:
        eye.reads_bars = name == "faxes"
        measure_document(eye, peers, folder / f"{name}.pdf", title, count)
    manager.terminate()
    manager.wait()


def main():
    folder = Path(tempfile.mkdtemp(prefix="ancrage-bench-"))
    try:
        prepare_home(folder)
        for name, _, write, count in DOCUMENTS:
            (folder / f"{name}.pdf").write_bytes(write(count))
        environment = {**os.environ, INSIDE: str(folder), "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
                       "XDG_CACHE_HOME": str(folder / "cache"), "XDG_DATA_HOME": str(folder / "data"), "GSETTINGS_BACKEND": "keyfile",
                       "GSK_RENDERER": "cairo", "GDK_BACKEND": "x11", "GIO_USE_VFS": "local", "LC_ALL": "C.UTF-8"}
        print(f"A window of {WIDTH} × {HEIGHT} pixels, the page as wide as it")
        subprocess.run([HERE.parent / "with-display.sh", "--session", "--size", f"{WIDTH}x{HEIGHT}", sys.executable, __file__, *sys.argv[1:]],
                       env=environment, check=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if INSIDE in os.environ:
    inside()
else:
    main()
