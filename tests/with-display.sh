#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a display of its own, without a screen. usage: with-display.sh COMMAND…

set -uo pipefail

runtime=$(mktemp -d)
mkfifo "$runtime/display"
Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp -noreset 3>"$runtime/display" 2>/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$runtime"' EXIT
read -r -t 30 display <"$runtime/display" || { echo "Xvfb did not start" >&2; exit 1; }

export DISPLAY=":$display" GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory XDG_RUNTIME_DIR="$runtime"
export GTK_A11Y="${GTK_A11Y:-none}" DBUS_SESSION_BUS_ADDRESS="unix:path=$runtime/no-bus"
chmod 700 "$runtime"
"$@"
