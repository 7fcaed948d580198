#!/bin/sh
# Enters NewsMatch into the menus, the man pages and the PATH, by links to the folder it lies in.
#   ./install.sh               for you
#   ./install.sh /usr/local    for everybody
#   ./install.sh --remove [PREFIX]
set -eu

remove=""
if [ "${1:-}" = "--remove" ]; then
    remove=yes
    shift
fi
prefix=${1:-$HOME/.local}
here=$(cd "$(dirname "$0")" && pwd -P)

enter() {
    if [ -n "$remove" ]; then
        # Only what is ours: somebody else's NewsMatch may be there.
        if [ "$(readlink "$2" 2>/dev/null)" = "$1" ]; then rm "$2"; fi
    else
        mkdir -p "$(dirname "$2")"
        ln -sf "$1" "$2"
    fi
}

for program in newsmatch newsmatch-gui; do
    enter "$here/$program" "$prefix/bin/$program"
done
cd "$here/share"
find . -type f | while read -r file; do
    enter "$here/share/${file#./}" "$prefix/share/${file#./}"
done
if [ -n "$remove" ]; then
    echo "NewsMatch was removed from $prefix; its folder $here and your collections are as they were."
else
    echo "NewsMatch was entered into $prefix. Do not move $here; or run this again there."
fi
