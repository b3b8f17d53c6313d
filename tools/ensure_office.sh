#!/usr/bin/env bash
# Says which LibreOffice the tests of exports start. Without any it installs Debian's where apt-get and root are there;
# else it says in one line what to install.
set -euo pipefail

find_office() {
    command -v soffice >/dev/null && soffice --version 2>/dev/null | head -1
}

find_office && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing Debian's LibreOffice." >&2
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc libreoffice-impress; } >&2
    find_office && exit 0
fi
echo "No LibreOffice: install it (Debian: apt install libreoffice-calc libreoffice-impress)." >&2
exit 1
