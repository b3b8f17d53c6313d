#!/usr/bin/env bash
# Says which PostgreSQL the tests of `journeys measure` start. Without any it installs Debian's where apt-get and root
# are there; else those tests are left out.
set -euo pipefail

shopt -s nullglob
servers=(/usr/lib/postgresql/*/bin/postgres)
if [ ${#servers[@]} = 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing Debian's PostgreSQL." >&2
    { apt-get install -y -qq --no-install-recommends postgresql || {
        apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; }; } >&2
    servers=(/usr/lib/postgresql/*/bin/postgres)
fi
if [ ${#servers[@]} -gt 0 ]; then
    "${servers[-1]}" --version
else
    echo "No PostgreSQL: the tests with it are left out (Debian: apt install postgresql)."
fi
