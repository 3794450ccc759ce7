#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a display of its own, without a screen; with --session on a session bus of its own too, where
# assistive technologies hear it. usage: with-display.sh [--session] [--size WIDTHxHEIGHT] COMMAND…

set -uo pipefail

size=1920x1200
session=
while [[ ${1:-} = --* ]]; do
    case $1 in
        --session) session=yes ;;
        --size)
            size=$2
            shift
            ;;
        *)
            echo "with-display.sh: what is $1?" >&2
            exit 2
            ;;
    esac
    shift
done

runtime=$(mktemp -d)
chmod 700 "$runtime"
mkfifo "$runtime/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$runtime/display" 2>/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$runtime"' EXIT
read -r -t 30 display <"$runtime/display" || { echo "Xvfb did not start" >&2; exit 1; }

export DISPLAY=":$display" GDK_BACKEND=x11 GSK_RENDERER=cairo XDG_RUNTIME_DIR="$runtime"
if [ -z "$session" ]; then
    export GSETTINGS_BACKEND=memory GTK_A11Y="${GTK_A11Y:-none}" DBUS_SESSION_BUS_ADDRESS="unix:path=$runtime/no-bus"
    "$@"
else
    # What the bus and its daemons print is left out; the command keeps its own output.
    unset G_DEBUG
    exec 5>&1 6>&2
    dbus-run-session -- sh -c 'exec "$0" "$@" >&5 2>&6' "$@" >/dev/null 2>&1
fi
