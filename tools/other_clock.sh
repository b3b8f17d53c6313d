#!/usr/bin/env bash
# other_clock.sh DAYS COMMAND...: runs a command and all that it starts with the date so many days later.
# Linux with a C compiler. Debian's faketime will not do: with it Python's sleeps fail and its waits never end.
set -euo pipefail

days=$1
shift
library=$PWD/.cache/other_clock.so
mkdir -p .cache
cc -shared -fPIC -O1 -o "$library" "$(dirname "${BASH_SOURCE[0]}")/other_clock.c" -ldl
export LD_PRELOAD=$library OTHER_CLOCK_SECONDS=$((days * 86400))
exec "$@"
