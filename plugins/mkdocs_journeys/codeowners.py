"""CODEOWNERS lines from the owners in an atlas, for reviews of changed journey files on a git host."""

import re
from collections.abc import Iterator
from posixpath import dirname, join

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.wording import counted

BEGIN = "# journeys: begin, written by `journeys export codeowners`"
END = "# journeys: end"
_OWNERS = re.compile(r"(?:@[\w.-]+(?:/[\w.-]+)*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_SPECIAL = re.compile(r"[*?\[\]\\#\t\n\r\x00-\x1f\x7f]")
_SECTION = re.compile(r"[^\[\]\n\r^]+")


class MergeError(ValueError):
    """The lines cannot be written as asked; the message says why in one line."""


def codeowners(atlas: Atlas, folder: str = "", section: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines for a CODEOWNERS file, and a note on each team without a usable handle.

    A line for each file whose owner has a handle, shortest path first: the last match of a path wins on the host.
    `folder` is the project's folder in its repository, `section` the heading of a GitLab section.
    Raises MergeError if that is no valid heading.
    """
    if section and not _SECTION.fullmatch(section):
        raise MergeError("The name of a section cannot hold brackets, carets or line ends.")
    lines: list[str] = []
    unnamed: dict[str, int] = {}
    for path, team in sorted(_owned(atlas), key=lambda pair: (len(pair[0]), pair[0])):
        handle = atlas.teams[team].codeowner if team in atlas.teams else None
        words = (handle or "").split()
        if words and all(_OWNERS.fullmatch(word) for word in words):
            lines.append(f"{pattern(join(folder, path))} {' '.join(words)}")
        else:
            unnamed[team] = unnamed.get(team, 0) + 1
    head = (f"[{section}]",) if section and lines else ()
    return (*head, *lines), tuple(_note(atlas, team, count) for team, count in sorted(unnamed.items()))


def pattern(path: str) -> str:
    """The CODEOWNERS pattern of a path in the repository.

    Spaces are escaped; special characters, which hosts escape differently, become `?`: any one character.
    """
    return "/" + _SPECIAL.sub("?", path).replace(" ", r"\ ")


def merge(existing: str, lines: tuple[str, ...]) -> str:
    """An existing file with these lines between two marker lines, and the rest unchanged.

    Raises MergeError if its markers are not one pair.
    """
    newline = "\r\n" if "\r\n" in existing else "\n"
    block = "".join(f"{line}{newline}" for line in (BEGIN, *lines, END))
    found = re.split(r"(?<=\n)", existing)
    begins, ends = ([at for at, line in enumerate(found) if line.strip() == mark] for mark in (BEGIN, END))
    if not begins and not ends:
        start = existing.rstrip("\r\n ")
        return f"{start}{newline * 2 if start else ''}{block}"
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        raise MergeError("It does not hold one `# journeys: begin` line and one `# journeys: end` line after it.")
    return "".join([*found[: begins[0]], block, *found[ends[0] + 1 :]])


def _owned(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Each (path, team id) of a file with an owner."""
    for document in atlas.documents:
        if document.owner:
            yield document.path, document.owner
    for metric in atlas.catalog.metrics:
        if metric.team and metric.id in atlas.observations:
            yield f"{dirname(atlas.catalog.path)}/metrics/{metric.id}.csv", metric.team


def _note(atlas: Atlas, team: str, count: int) -> str:
    files = counted(count, "file")
    known = atlas.teams.get(team)
    if known and known.codeowner:
        why = f"its codeowner {known.codeowner!r} is no @name, @group/name or address"
        return f"{team} owns {files}, but {why}: left out."
    return f"{team} owns {files}, but has no `codeowner` in the catalog: left out."
