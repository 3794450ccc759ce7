#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on a display and a session bus of its own. usage: with-session.sh WIDTHxHEIGHT PROGRAM ARGUMENT…
#
# What the bus and the accessibility daemons print is left out; the program keeps its own output.

size=$1
shift
unset G_DEBUG
exec 3>&1 4>&2
exec xvfb-run -a -s "-screen 0 ${size}x24 -noreset" dbus-run-session -- sh -c 'exec "$0" "$@" >&3 2>&4' "$@" >/dev/null 2>&1
