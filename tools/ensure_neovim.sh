#!/usr/bin/env bash
# Says which Neovim the tests of the language server use. Without any it installs Debian's where apt-get and root are
# there; else those tests are left out.
set -euo pipefail

if ! command -v nvim >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing Debian's Neovim." >&2
    { apt-get install -y -qq --no-install-recommends neovim || {
        apt-get update -qq && apt-get install -y -qq --no-install-recommends neovim; }; } >&2
fi
if command -v nvim >/dev/null; then
    nvim --version | sed -n 1p
else
    echo "No Neovim: the tests with it are left out (Debian: apt install neovim)."
fi
