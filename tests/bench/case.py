# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the page of a case takes to follow the filing date and an edit. usage: case.py BUILD_FOLDER"""

import subprocess
import sys
from pathlib import Path

build = Path(sys.argv[1]).resolve()
root = Path(__file__).resolve().parents[2]
cases = [root / "data/samples/cases" / name for name in ("cook-missing-two-months.json", "cleaner-three-employers.json")]
subprocess.run([root / "tests/with-display.sh", build / "tests/app/case/bench-case", *cases], check=True)
