#!/usr/bin/env bash
# Prints the path of a Chromium or Chrome that runs. Without one it installs Debian's chromium where
# apt-get and root are there (not with --no-install), else says in one line what to install.
set -euo pipefail

find_browser() {
    local candidate
    for candidate in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

install_browser() {
    export DEBIAN_FRONTEND=noninteractive
    echo "No Chromium found: installing Debian's package." >&2
    apt-get update -qq >&2
    apt-get install -y -qq --no-install-recommends chromium >&2
}

find_browser && exit 0
if [ "${1:-}" != "--no-install" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    install_browser
    find_browser && exit 0
fi
echo "No browser for the tests: install Chromium or Google Chrome (Debian: apt install chromium), or set CHROME to its path." >&2
exit 1
