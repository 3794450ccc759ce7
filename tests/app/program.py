# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the application as a screen reader and a keyboard would: over AT-SPI and with keys.

Needs a display and a session bus of its own: xvfb-run -a dbus-run-session -- python3 TEST.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

TIMEOUT = 60.0
STEP = 0.03


class Timeout(AssertionError):
    pass


def wait(condition, what, timeout=TIMEOUT):
    """Returns what the condition returns, once that is true; never waits longer than it has to."""
    end = time.monotonic() + timeout
    while True:
        try:
            value = condition()
        except GLib.Error:  # the widget asked about has just gone
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Timeout(f"waited {timeout:.0f} s for {what}")
        time.sleep(STEP)


class Place:
    """A home of its own for the programs of one test, and a window manager."""

    def __init__(self, language="en", size=None):
        self.folder = Path(tempfile.mkdtemp(prefix="ancrage-app-"))
        self.environment = dict(
            os.environ,
            HOME=str(self.folder),
            XDG_DATA_HOME=str(self.folder / "data"),
            XDG_CONFIG_HOME=str(self.folder / "config"),
            XDG_CACHE_HOME=str(self.folder / "cache"),
            GSETTINGS_BACKEND="keyfile",
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            GIO_USE_VFS="local",
            GTK_A11Y="atspi",
            G_DEBUG="fatal-warnings",
            LANGUAGE=language,
            LC_ALL="C.UTF-8",
            NO_AT_BRIDGE="0",
        )
        self.settings = {}
        # A window that is there before its manager is may never get the keyboard. A second place shares that of the first.
        managed = self.folder / "managed"
        self.manager = subprocess.Popen(["openbox", "--startup", f"touch {managed}"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, env=self.environment)
        wait(lambda: managed.exists() or self.manager.poll() is not None, "the window manager")

    def close(self):
        self.manager.terminate()
        self.manager.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def office(self):
        return self.folder / "data" / "ancrage" / "Office.ancrage"

    def set(self, **settings):
        """Writes settings, beside those already set, as GSettings' keyfile backend keeps them."""
        path = self.folder / "config" / "glib-2.0" / "settings" / "keyfile"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.settings.update(settings)
        lines = [f"{name.replace('_', '-')}={value}" for name, value in self.settings.items()]
        path.write_text("[io/github/ancrage/Ancrage]\n" + "\n".join(lines) + "\n")


class Program:
    """One run of the application."""

    SENSITIVE = Atspi.StateType.SENSITIVE

    def __init__(self, place, *arguments):
        binary = os.environ["ANC_PROGRAM"]
        self.place = place
        self.log = open(place.folder / "log", "ab")
        self.process = subprocess.Popen([binary, *arguments], cwd=place.folder, env=place.environment, stdout=self.log, stderr=self.log)
        wait(self._has_cache, "what the application tells to be remembered")
        self.root = wait(self._find_root, "the application on the accessibility bus")
        wait(self.windows, "a window")

    def _has_cache(self):
        """Whether all its objects can be asked for at once: a library that asks too early asks one by one for good, and very slowly."""
        if self.process.poll() is not None:
            raise AssertionError(f"the application ended: {self.read_log()}")

        def call(name, path, interface, method, arguments=None):
            return bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 2000, None).unpack()
        address = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, 2000, None).unpack()[0]
        bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        try:
            children, = call("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", "org.a11y.atspi.Accessible", "GetChildren")
            for name, _ in children:
                daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
                if call(*daemon, "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0] == self.process.pid:
                    call(name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")
                    return True
            return False
        finally:
            bus.close_sync(None)

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the application ended: {self.read_log()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def readers(self):
        """The program that starts what reads documents, and the processes that have one open."""
        listed = subprocess.run(["ps", "-eo", "pid=,ppid=,comm="], stdout=subprocess.PIPE, text=True, check=True).stdout
        rows = [(int(pid), int(parent), name) for pid, parent, name in (line.split(None, 2) for line in listed.splitlines())]
        starters = [pid for pid, parent, name in rows if parent == self.process.pid and name.startswith("ancrage-reader")]
        return starters, [pid for pid, parent, name in rows if parent in starters]

    def read_log(self):
        return (self.place.folder / "log").read_text(errors="replace")[-2000:]

    def windows(self):
        children = (self.root.get_child_at_index(i) for i in range(self.root.get_child_count()))
        return [child for child in children if child]  # one may close while they are counted

    def wait_window(self, name):
        """A window of its own beside the main one."""
        return wait(lambda: next((w for w in self.windows() if re.fullmatch(name, w.get_name() or "")), None),
                    f"a window named {name}")

    # ---- Looking -------------------------------------------------------------------------------

    def walk(self, top=None):
        """All accessible objects, parents first."""
        todo = [top or self.root]
        while todo:
            accessible = todo.pop()
            if accessible is None:
                continue
            yield accessible
            try:
                count = accessible.get_child_count()
                todo.extend(accessible.get_child_at_index(i) for i in reversed(range(count)))
            except GLib.Error:
                continue

    def look(self, role=None, name=None, top=None):
        """Goes through those of a role and a name, in the order of the page: many are never asked for where the first will do."""
        for accessible in self.walk(top):
            try:
                if role is not None and accessible.get_role_name() != role:
                    continue
                if name is not None and not re.fullmatch(name, accessible.get_name() or ""):
                    continue
            except GLib.Error:
                continue
            yield accessible

    def find_all(self, role=None, name=None, top=None):
        return list(self.look(role, name, top))

    def find(self, role=None, name=None, top=None):
        return next(self.look(role, name, top), None)

    def wait_for(self, role=None, name=None, top=None, timeout=TIMEOUT):
        return wait(lambda: self.find(role, name, top), f"{role or 'something'} named {name}", timeout)

    def wait_gone(self, role=None, name=None, timeout=TIMEOUT):
        wait(lambda: not self.find(role, name), f"{role or 'something'} named {name} to go", timeout)

    def names(self, role, top=None):
        found = []
        for accessible in self.look(role, None, top):
            try:
                found.append(accessible.get_name())
            except GLib.Error:  # it went meanwhile
                continue
        return found

    def has_focus(self, accessible):
        return accessible.get_state_set().contains(Atspi.StateType.FOCUSED)

    def focused(self):
        for accessible in self.walk():
            if self.has_focus(accessible):
                return accessible
        return None

    def focus_name(self):
        """The name of what has the focus, empty where nothing has: between one moment and the next it may be gone."""
        accessible = self.focused()
        return accessible.get_name() or "" if accessible is not None else ""

    def focus_role(self):
        accessible = self.focused()
        return accessible.get_role_name() if accessible is not None else ""

    # ---- Doing ---------------------------------------------------------------------------------

    def press(self, accessible):
        """What a screen reader does to activate a button, a switch or a row."""
        action = accessible.get_action_iface()
        assert action is not None, f"{accessible.get_role_name()} {accessible.get_name()} has no action"
        action.do_action(0)

    def click(self, role, name, top=None):
        button = wait(lambda: next((b for b in self.look(role, name, top)
                                    if b.get_state_set().contains(Atspi.StateType.SENSITIVE)), None),
                      f"a {role} named {name} that can be used")
        self.press(button)

    def focus(self, name, key="Tab", role=None):
        """Goes from one widget to the next with the keyboard, as everyone must be able to."""
        seen = []
        for _ in range(80):
            accessible = self.focused()
            if accessible is not None and re.fullmatch(name, accessible.get_name() or "") and \
                    (role is None or accessible.get_role_name() == role):
                return accessible
            seen.append(accessible.get_name() if accessible is not None else None)
            self.key(key)
            wait(lambda: self.focused() != accessible, f"{key} to move the focus on from {seen[-1]}")
        raise AssertionError(f"{key} never comes to {name}, only to {seen}")

    def activate_row(self, name):
        """Rows and check buttons have no action in GTK 4.8: the keyboard it is."""
        self.focus(name, role="list item")
        self.key("Return")

    def fill(self, name, text, top=None):
        """Puts text into the entry of that name."""
        def entry():
            for accessible in self.find_all(None, name, top):
                for inner in self.walk(accessible):
                    if inner.get_editable_text_iface() is not None:
                        return inner
            return None
        field = wait(entry, f"an entry named {name}")
        field.get_editable_text_iface().set_text_contents(text)

    def choose_file(self, title, path):
        """Names a file in the dialog of that title as one who knows where it is."""
        def entry():
            focused = self.focused()
            return focused if focused is not None and focused.get_editable_text_iface() is not None else None
        self.wait_window(title)
        wait(self.focused, "the focus in the dialog")
        if entry() is None:  # one that opens files takes a path that begins
            self.key("slash")
            wait(entry, "a place to type")
        self.key("ctrl+a")
        self.type(str(path))
        self.key("Return")

    def _has_keyboard(self):
        asked = subprocess.run(["xdotool", "getwindowfocus", "getwindowpid"], env=self.place.environment,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return asked.stdout.strip() == str(self.process.pid)

    def key(self, *keys):
        # When a dialog goes, the window manager takes a moment to give the keyboard back.
        wait(self._has_keyboard, "the keyboard")
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, env=self.place.environment)

    def type(self, text):
        wait(self._has_keyboard, "the keyboard")
        subprocess.run(["xdotool", "type", "--delay", "1", text], check=True, env=self.place.environment)

    def resize(self, width, height):
        subprocess.run(["xdotool", "search", "--pid", str(self.process.pid), "--onlyvisible", "--name", ".",
                        "windowsize", str(width), str(height)], check=True, env=self.place.environment,
                       stdout=subprocess.DEVNULL)

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=True, env=self.place.environment)

    # ---- Ending --------------------------------------------------------------------------------

    def quit(self):
        """Closes the window and sees that the program ends well."""
        subprocess.run(["xdotool", "search", "--pid", str(self.process.pid), "--onlyvisible", "--name", "Ancrage",
                        "windowactivate", "--sync"], env=self.place.environment, stdout=subprocess.DEVNULL)
        self.key("ctrl+q")
        status = self.process.wait(TIMEOUT)
        assert status == 0, f"ended with {status}: {self.read_log()}"
        self.log.close()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.log.close()
