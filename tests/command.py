# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of a command share: a folder of their own, the command run in it, and a terminal to run it on."""

import json
import os
import pty
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path


def read_terminal(terminal, on_chunk=lambda shown: None):
    """All that is shown on a terminal until its programs have ended; on_chunk is told after each piece, and may answer."""
    shown = b""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody holds the other side any more
            break
        if not chunk:
            break
        shown += chunk
        on_chunk(shown)
    os.close(terminal)
    return shown


class CommandCase(unittest.TestCase):
    """A case that runs `program` in a folder that is taken away afterwards, in English and with no data of the person's own."""

    maxDiff = None
    program = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.environment = {
            **os.environ, "XDG_DATA_HOME": str(self.folder / "data"), "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "UTC"
        }

    def tearDown(self):
        shutil.rmtree(self.folder)

    def run_it(self, *arguments, stdin=b"", language=None, **options):
        """Runs the command; gives its status, output and errors. It has no terminal to ask on."""
        environment = self.environment if language is None else {**self.environment, "LANGUAGE": language}
        done = subprocess.run(
            [self.program, *map(str, arguments)], input=stdin, capture_output=True, check=False, cwd=self.folder,
            env=environment, start_new_session=True, **options,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def run_on_terminal(self, *arguments, output=None, **environment):
        """Runs the command with a terminal for its errors, and for its output unless that goes elsewhere; gives its status
        and what the terminal showed."""
        terminal, other = pty.openpty()
        process = subprocess.Popen([self.program, *map(str, arguments)], stdout=output or other, stderr=other,
                                   cwd=self.folder, env={**self.environment, **environment})
        os.close(other)
        shown = read_terminal(terminal)
        return process.wait(), shown.decode()

    def write(self, name, content):
        """Writes bytes, text, or anything else as JSON; gives the path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(content, (bytes, str)):
            content = json.dumps(content, ensure_ascii=False)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
