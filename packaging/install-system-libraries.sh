#!/bin/sh
# Puts in place what the Qt wheels expect of a Debian or Ubuntu system. Elsewhere, and on
# systems that have everything, it does nothing.
set -eu

PACKAGES="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
libxcb-shape0 libxcb-xinerama0 fonts-dejavu-core fonts-noto-color-emoji"

command -v dpkg-query >/dev/null 2>&1 || exit 0

missing=""
for package in $PACKAGES; do
    # The second name is what newer releases call the same library.
    for name in "$package" "${package}t64"; do
        state=$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)
        [ "$state" = "installed" ] && continue 2
    done
    missing="$missing $package"
done
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq
    # shellcheck disable=SC2086 # the list is meant to be split
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
else
    echo "NewsMatch needs some system libraries. Please type this line, then try again:" >&2
    echo "    sudo apt-get install -y$missing" >&2
    exit 1
fi
