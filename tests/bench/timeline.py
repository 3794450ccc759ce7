# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a frame of the timeline takes while it scrolls and zooms. usage: timeline.py BUILD_FOLDER"""

import subprocess
import sys
from pathlib import Path

build = Path(sys.argv[1]).resolve()
display = Path(__file__).resolve().parents[1] / "with-display.sh"
subprocess.run([display, build / "tests/bench/bench-timeline"], check=True)
