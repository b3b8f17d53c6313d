"""What would be written, as a unified diff."""

import difflib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping

import click

from mkdocs_journeys.wording import terminal_safe

NO_FILE = "/dev/null"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
Files = Mapping[str, bytes]


def print_diff(before: Files, after: Files) -> bool:
    """Print what changes in files that stay; True if anything does."""
    changed = [path for path in before if before[path] != after[path]]
    _print(line for path in changed for line in _difference(path, before[path], path, after[path]))
    return bool(changed)


def print_git_diff(before: Files, after: Files, renamed: Mapping[str, str]) -> None:
    """Print what changes, in a form that `git apply` takes: files may be new, gone, or have another path."""
    pairs = [(path, renamed.get(path, path)) for path in before]
    there = {new for _, new in pairs}
    for old, new in (*pairs, *((path, path) for path in after if path not in there)):
        was, now = before.get(old), after.get(new)
        if was != now or old != new:
            _print(_header(old, was, new, now))
        if was != now:
            names = NO_FILE if was is None else f"a/{old}", NO_FILE if now is None else f"b/{new}"
            _print(_difference(names[0], was or b"", names[1], now or b""))


def _header(old: str, before: bytes | None, new: str, after: bytes | None) -> Iterator[str]:
    yield f"diff --git a/{old} b/{new}\n"
    if before is None:
        yield "new file mode 100644\n"
    elif after is None:
        yield "deleted file mode 100644\n"
    elif old != new:
        yield f"rename from {old}\n"
        yield f"rename to {new}\n"


def _difference(old: str, before: bytes, new: str, after: bytes) -> Iterator[str]:
    one, other = (_LINE.findall(content.decode("utf-8", "replace")) for content in (before, after))
    return difflib.unified_diff(one, other, terminal_safe(old), terminal_safe(new))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        shown = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        click.echo(safe_diff_line(shown) if sys.stdout.isatty() else shown, nl=False)


def safe_diff_line(line: str) -> str:
    """A line of a diff with everything escaped that could steer a terminal."""
    return terminal_safe(line.rstrip("\r\n").expandtabs()) + "\n"
