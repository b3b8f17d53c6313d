#!/usr/bin/env bash
# Says which Java the tests with Spark start. Without any it installs Debian's where apt-get and root are there; else
# it says in one line what to install.
set -euo pipefail

find_java() {
    local candidate
    for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" java; do
        if [ -n "$candidate" ] && "$candidate" -version >/dev/null 2>&1; then
            "$candidate" -version 2>&1 | head -1
            return 0
        fi
    done
    return 1
}

find_java && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing Debian's Java." >&2
    { apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless || {
        apt-get update -qq && apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless; }; } >&2
    find_java && exit 0
fi
echo "No Java for Spark: install version 17 or 21 (Debian: apt install openjdk-17-jre-headless), or set JAVA_HOME." >&2
exit 1
