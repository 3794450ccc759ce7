#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Has the desktop's bus start the installed application, as a menu does, and sees its window. usage: activation.sh PREFIX

set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
export XDG_DATA_DIRS=$1/share:/usr/local/share:/usr/share GSETTINGS_BACKEND=memory GTK_A11Y=none

glib-compile-schemas "$1/share/glib-2.0/schemas"
"$here/../with-display.sh" --session bash -euc '
    ask() {
        gdbus call --session --timeout 60 --dest io.github.ancrage.Ancrage --object-path /io/github/ancrage/Ancrage \
            --method "org.freedesktop.Application.$@"
    }
    ask Activate "{}"
    timeout 60 xdotool search --sync --onlyvisible --name "^Ancrage" >/dev/null
    ask ActivateAction quit "[]" "{}"
'
