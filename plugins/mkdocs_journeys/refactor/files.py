"""The files of a tree, parsed, with what they define; a tree that cannot be understood whole is refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.load import FileRole, ParsedFile, role_of
from mkdocs_journeys.load.files import TABLES
from mkdocs_journeys.load.loader import parse_files
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Problem, Severity, suggest
from mkdocs_journeys.refactor.mentions import LOCAL, mentions_of
from mkdocs_journeys.refactor.outcome import Refusal
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.vocabulary import BY_NAME, DOCUMENTS
from mkdocs_journeys.wording import with_article

_UNREADABLE = ("file-", "yaml-", "csv-encoding", "csv-header", "csv-size", "csv-syntax")
"""How the rules of problems begin that may hide what a file names."""


class Home(NamedTuple):
    """Where a thing is defined: in a file, as the block at a path of it; as the whole file where that is empty."""

    parsed: ParsedFile
    path: Path = ()

    @property
    def file(self) -> str:
        """The path of the file."""
        return self.parsed.role.path


@dataclass(frozen=True, slots=True)
class AtlasFiles:
    """The files of a tree by path; by kind and id where each thing is defined, once for each time."""

    tree: Tree
    parsed: Mapping[str, ParsedFile]
    homes: Mapping[tuple[str, str], list[Home]]

    def ids(self, kind: str) -> list[str]:
        """All ids of a kind."""
        return [id for one, id in self.homes if one == kind]

    def find(self, kind: str, id: str) -> Home | Refusal:
        """The one place where a thing is defined."""
        homes = self.homes.get((kind, id), [])
        if len(homes) == 1:
            return homes[0]
        what = noun(kind)
        if homes:
            return Refusal(f"There is more than one {what} '{id}'.", "Give each an id of its own first.")
        near = suggest(id, self.ids(kind)) or self._without_its_file(kind, id)
        if near:
            return Refusal(f"There is no {what} '{id}'.", f"Did you mean '{near}'?")
        is_local = kind in LOCAL and "/" not in id
        hint = f"Name {with_article(what)} as {LOCAL[kind].upper()}/{what.upper()}." if is_local else ""
        return Refusal(f"There is no {what} '{id}'.", hint)

    def _without_its_file(self, kind: str, id: str) -> str | None:
        """The only thing with this id in any file."""
        found = [one for one in self.ids(kind) if kind in LOCAL and one.endswith(f"/{id}")]
        return found[0] if len(found) == 1 else None


def read_files(tree: Tree) -> AtlasFiles | Refusal:
    """Parse the files of a tree; refuse where something may be in it that cannot be read."""
    roles = [role_of(path, tree.folder) for path in sorted(tree.files)]
    return files_of(tree, parse_files([(role, tree.files[role.path]) for role in roles if isinstance(role, FileRole)]))


def files_of(tree: Tree, parsed: Sequence[ParsedFile]) -> AtlasFiles | Refusal:
    """As `read_files`, of files that are parsed already."""
    roles = [role_of(path, tree.folder) for path in sorted(tree.files)]
    for problem in sorted([*tree.problems, *(role for role in roles if isinstance(role, Problem)), *_inside(parsed)]):
        if problem.severity == Severity.ERROR and problem.rule.startswith(_UNREADABLE):
            return Refusal(f"{problem.position} cannot be read: {problem.message}", "Mend that first.")
    homes: dict[tuple[str, str], list[Home]] = {}
    for one in parsed:
        if one.role.kind in (*DOCUMENTS, *TABLES):
            homes.setdefault((one.role.kind, one.role.id), []).append(Home(one))
        for mention in mentions_of(one):
            if mention.defines:
                homes.setdefault((mention.kind, mention.id), []).append(Home(one, mention.path[:-1]))
    return AtlasFiles(tree, {one.role.path: one for one in parsed}, homes)


def _inside(parsed: Sequence[ParsedFile]) -> Iterator[Problem]:
    for one in parsed:
        yield from one.problems


def noun(kind: str) -> str:
    """What a message calls a thing of a kind."""
    return BY_NAME[kind].noun if kind in BY_NAME else kind
