#!/usr/bin/env bash
# Prints the first Python of at least 3.11 that really runs; prints nothing when there is none.
set -euo pipefail

for candidate in python3.13 python3.12 python3.11 python3; do
    # A name on the PATH may be a version manager's stub that runs nothing, so each one is tried.
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
done
