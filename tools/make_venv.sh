#!/usr/bin/env bash
# make_venv.sh PYTHON FOLDER: makes a virtual environment unless a working one is there.
set -euo pipefail

python=$1
folder=$2

if [ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
if [ -z "$python" ]; then
    echo "Python 3.11 or newer was not found: install it (Debian: apt install python3 python3-venv; macOS: brew install python)." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "$python cannot make a virtual environment: install Debian's package python3-venv, then run this again." >&2
    exit 1
fi
"$python" -m venv --clear "$folder"
