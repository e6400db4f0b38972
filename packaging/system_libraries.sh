#!/bin/sh
# Qt's shared libraries on Debian and Ubuntu, or those of another list: installs what is missing as root, else prints the
# line to run.
set -eu
list="${1:-$(dirname "$0")/debian-packages.txt}"
command -v dpkg-query >/dev/null 2>&1 || exit 0

missing=""
while read -r package; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done <"$list"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    # shellcheck disable=SC2086  # one word a package is meant
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
else
    echo "Ponder needs a few packages of the system. Please run:"
    echo "    sudo apt-get install$missing"
fi
