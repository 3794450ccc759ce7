#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program that binds is told to do what a document would that got hold of it. usage: test-confinement.py BINDER"""

import ctypes
import errno
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tap  # noqa: E402

BINDER = Path(sys.argv[1]).resolve()
N_DESCRIPTORS = 5
SCRATCH = 5

SYS_LANDLOCK_CREATE_RULESET = 444
HAS_LANDLOCK = ctypes.CDLL(None).syscall(SYS_LANDLOCK_CREATE_RULESET, None, 0, 1) > 0
IS_SANITIZED = b"__asan_init" in BINDER.read_bytes()


class Confinement(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def attempt(self, name, argument=""):
        """What the attempt met: an error number, 0 if it worked, less than 0 for the signal that ended it."""
        def place():
            for i, file in enumerate(files):
                os.dup2(os.dup2(file.fileno(), 100 + i), 3 + i)
        files = [tempfile.TemporaryFile(dir=self.folder) for _ in range(N_DESCRIPTORS)]
        done = subprocess.run([BINDER, "try", name, str(argument)], capture_output=True, check=False, close_fds=False,
                              preexec_fn=place, env={"HOME": str(self.folder), "LC_ALL": "C.UTF-8"})
        for file in files:
            file.close()
        if done.returncode < 0:
            return done.returncode
        self.assertEqual(done.returncode, 0, done.stderr)
        return int(re.fullmatch(rb"tried (-?\d+)\n", done.stdout)[1])

    def assert_killed(self, name, argument=""):
        self.assertEqual(self.attempt(name, argument), -signal.SIGSYS, name)

    def test_an_attempt_that_is_none(self):
        self.assertEqual(self.attempt("nonsense"), -1)

    @unittest.skipUnless(HAS_LANDLOCK, "this kernel has no Landlock")
    def test_files_are_out_of_reach(self):
        secret = self.folder / "secret.txt"
        secret.write_text("secret")
        for path in (secret, "/etc/passwd", "/proc/self/environ", "/proc/self/maps", "/dev/urandom", BINDER,
                     "/proc/self/fd/6"):
            self.assertEqual(self.attempt("read-file", path), errno.EACCES, path)
        for path in (self.folder, Path.home(), "/", "/proc", "/usr/share"):
            self.assertEqual(self.attempt("list-folder", path), errno.EACCES, path)

    def test_fonts_stay_readable(self):
        self.assertEqual(self.attempt("read-file", "/etc/fonts/fonts.conf"), 0)
        self.assertEqual(self.attempt("list-folder", "/usr/share/fonts"), 0)

    def test_nothing_is_written(self):
        path = self.folder / "work.txt"
        path.write_text("unchanged")
        self.assertEqual(self.attempt("write-file", path), errno.EACCES)
        self.assertEqual(self.attempt("remove-file", path), errno.EPERM)
        self.assert_killed("rename-file", path)
        self.assert_killed("create-file", self.folder / "made")
        self.assertEqual(path.read_text(), "unchanged")
        self.assertEqual(os.listdir(self.folder), ["work.txt"])

    def test_what_it_was_given_is_not_filled_without_end(self):
        self.assertEqual(self.attempt("far-write", SCRATCH), errno.EFBIG)
        self.assert_killed("large-file")

    def test_nobody_is_called(self):
        with socket.socket() as inet, socket.socket(socket.AF_UNIX) as unix:
            inet.bind(("127.0.0.1", 0))
            unix.bind(str(self.folder / "socket"))
            for listener in (inet, unix):
                listener.listen()
                listener.setblocking(False)
            self.assert_killed("connect-inet", inet.getsockname()[1])
            self.assert_killed("connect-unix", self.folder / "socket")
            for listener in (inet, unix):
                self.assertRaises(BlockingIOError, listener.accept)

    def test_no_program_is_started(self):
        trace = self.folder / "trace"
        script = self.folder / "program.sh"
        script.write_text(f"#!/bin/sh\n: >'{trace}'\n")
        script.chmod(0o700)
        subprocess.run([script], check=True)
        trace.unlink()  # it works for us
        for attempt in ("execute", "spawn"):
            self.assert_killed(attempt, script)
            self.assert_killed(attempt, "/bin/true")
        self.assert_killed("fork")
        self.assertFalse(trace.exists())

    def test_others_are_left_alone(self):
        self.assert_killed("kill-parent", os.getpid())
        self.assert_killed("make-code")

    def test_threads_are_what_fonts_need(self):
        self.assertEqual(self.attempt("thread"), 0)

    @unittest.skipIf(IS_SANITIZED, "sanitizers need memory without bound")
    def test_memory_is_bounded(self):
        self.assertEqual(self.attempt("much-memory"), errno.ENOMEM)
        self.assertIn(self.attempt("all-memory"), (-signal.SIGTRAP, -signal.SIGABRT))


tap.run(Confinement, "/filing/confinement")
