"""`CODEOWNERS`: who a git host asks to review a change of a journey file, from the owners in the atlas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join

from mkdocs_journeys.atlas import Atlas

BEGIN = "# journeys: begin, written by `journeys export codeowners`"
END = "# journeys: end"
_OWNERS = re.compile(r"(?:@[\w.-]+(?:/[\w.-]+)*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_SPECIAL = re.compile(r"[*?\[\]\\#\t\n\r\x00-\x1f\x7f]")
_SECTION = re.compile(r"[^\[\]\n\r^]+")


class Refused(ValueError):  # noqa: N818
    """What was asked for cannot be written; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Owned:
    """The lines of a CODEOWNERS file, and a note on each team that no line could name."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]


def codeowners(atlas: Atlas, folder: str = "", section: str = "") -> Owned:
    """A line for each file whose owner has a name on the git host; the last line that fits a path counts there.

    `folder` is where the project lies in its repository, `section` the heading of a section as GitLab has them.
    Raises Refused where that cannot be one.
    """
    if section and not _SECTION.fullmatch(section):
        raise Refused("The name of a section cannot hold brackets, carets or line ends.")
    lines: list[str] = []
    without: dict[str, int] = {}
    for path, team in sorted(_owned(atlas), key=lambda pair: (len(pair[0]), pair[0])):
        handle = atlas.teams[team].codeowner if team in atlas.teams else None
        words = (handle or "").split()
        if words and all(_OWNERS.fullmatch(word) for word in words):
            lines.append(f"{pattern(join(folder, path))} {' '.join(words)}")
        else:
            without[team] = without.get(team, 0) + 1
    head = (f"[{section}]",) if section and lines else ()
    return Owned((*head, *lines), tuple(_note(atlas, team, count) for team, count in sorted(without.items())))


def pattern(path: str) -> str:
    """A path of the repository as a pattern that fits it alone.

    Spaces are escaped; what hosts read as a sign, and no two of them escape alike, becomes `?`: any one character.
    """
    return "/" + _SPECIAL.sub("?", path).replace(" ", r"\ ")


def merged(existing: str, lines: tuple[str, ...]) -> str:
    """An existing file with these lines between two marker lines, and everything else as it was.

    Raises Refused where the markers in it are not one pair.
    """
    newline = "\r\n" if "\r\n" in existing else "\n"
    block = "".join(f"{line}{newline}" for line in (BEGIN, *lines, END))
    found = re.split(r"(?<=\n)", existing)
    begins, ends = ([at for at, line in enumerate(found) if line.strip() == mark] for mark in (BEGIN, END))
    if not begins and not ends:
        start = existing.rstrip("\r\n ")
        return f"{start}{newline * 2 if start else ''}{block}"
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        raise Refused("It does not hold one `# journeys: begin` line and one `# journeys: end` line after it.")
    return "".join([*found[: begins[0]], block, *found[ends[0] + 1 :]])


def _owned(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Each file with the team that owns all of it."""
    documents = (atlas.journeys, atlas.personas, atlas.opportunities, atlas.evidence)
    for document in (item for group in documents for item in group.values()):
        owner = getattr(document, "owner", None)
        if owner:
            yield document.path, owner
    for metric in atlas.catalog.metrics:
        if metric.team and metric.id in atlas.observations:
            yield f"{dirname(atlas.catalog.path)}/metrics/{metric.id}.csv", metric.team


def _note(atlas: Atlas, team: str, count: int) -> str:
    files = f"{count:,} file{'' if count == 1 else 's'}"
    known = atlas.teams.get(team)
    if known and known.codeowner:
        return (
            f"{team} owns {files}, but its codeowner {known.codeowner!r} is no @name, @group/name or address: left out."
        )
    return f"{team} owns {files}, but has no `codeowner` in the catalog: left out."
