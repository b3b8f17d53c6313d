"""What would be written, as a unified diff."""

import difflib
import re
from collections.abc import Iterator, Mapping

from mkdocs_journeys.wording import terminal_safe

NO_FILE = "/dev/null"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
Files = Mapping[str, bytes]


def unified_diff(before: Files, after: Files) -> Iterator[str]:
    """The lines that tell what changes in files that stay; none if nothing does."""
    for path in before:
        if before[path] != after[path]:
            yield from _difference(path, before[path], path, after[path])


def git_diff(before: Files, after: Files, renamed: Mapping[str, str]) -> Iterator[str]:
    """The lines that tell what changes, as `git apply` takes them: files may be new, gone, or have another path."""
    pairs = [(path, renamed.get(path, path)) for path in before]
    there = {new for _, new in pairs}
    for old, new in (*pairs, *((path, path) for path in after if path not in there)):
        was, now = before.get(old), after.get(new)
        if was != now or old != new:
            yield from _header(old, was, new, now)
        if was != now:
            names = NO_FILE if was is None else f"a/{old}", NO_FILE if now is None else f"b/{new}"
            yield from _difference(names[0], was or b"", names[1], now or b"")


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
    for line in difflib.unified_diff(one, other, terminal_safe(old), terminal_safe(new)):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def safe_diff_line(line: str) -> str:
    """A line of a diff with everything escaped that could steer a terminal."""
    return terminal_safe(line.rstrip("\r\n").expandtabs()) + "\n"
