"""Bytes of one file to values and problems, and a file whose positions are found when asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_journeys.problem import Problem
from mkdocs_journeys.yamlfile.builder import build
from mkdocs_journeys.yamlfile.checks import DEFAULT_LIMITS, Limits, ProblemLog, UnreadableError
from mkdocs_journeys.yamlfile.editing.conflicts import conflicts_in, may_have_conflicts
from mkdocs_journeys.yamlfile.fast_locate import fast_locate
from mkdocs_journeys.yamlfile.text import decode, replace_forbidden, with_one_line_end
from mkdocs_journeys.yamlfile.values import LineCol, Map, locate


def read(data: bytes, file: str, limits: Limits = DEFAULT_LIMITS) -> tuple[Map | None, list[Problem]]:
    """Read a YAML file whose top level is a mapping; `file` is the path that problems name. Never raises.

    The Map is there whenever the whole file could be read, also beside errors such as duplicate keys, so that
    later layers can find more mistakes in the same run. Problems come in the order of the file.
    """
    report = ProblemLog(file, limits.problems)
    root = None
    try:
        text = decode(data, limits, report)
        if may_have_conflicts(data) and (conflicts := [*conflicts_in(text, file)]):
            return None, conflicts
        text = replace_forbidden(text, report)
        root = build(text, limits, report)
    except UnreadableError:
        pass
    return root, report.problems()


@dataclass(frozen=True)
class Source:
    """The bytes of a file that holds a mapping; `is_fast` tells that the fast reader could read it."""

    data: bytes
    file: str
    is_fast: bool = False
    _places: dict[tuple[tuple[str | int, ...], bool], LineCol] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @cached_property
    def root(self) -> Map:
        """The file's values with their positions, read when first asked for."""
        root, _ = read(self.data, self.file)
        return Map() if root is None else root

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> LineCol:
        """Line and column of the value at a path, or of its key; of the nearest parent where it is absent."""
        return self.locate_all([(path, key)])[0]

    def locate_all(self, wanted: Iterable[tuple[Sequence[str | int], bool]]) -> list[LineCol]:
        """What `locate` says of each path, for its key where that is asked for; each is looked up once."""
        asked = [(tuple(path), key) for path, key in wanted]
        new = [one for one in dict.fromkeys(asked) if one not in self._places]
        if new and self.is_fast:
            self._places.update(zip(new, fast_locate(self.lines, new), strict=True))
        elif new:
            self._places.update((one, locate(self.root, one[0], key=one[1])) for one in new)
        return [self._places[one] for one in asked]

    @property
    def lines(self) -> str:
        """The file's text, as positions count it: every line ends in \\n, and a mark of the encoding is gone."""
        return with_one_line_end(self.data.decode("utf-8-sig", "replace"))


@dataclass(frozen=True, eq=False)
class PartSource(Source):
    """A mapping inside a file; its values know their places in the whole of it. Each is unlike all others."""

    part: Map = field(default_factory=Map)

    @cached_property
    def root(self) -> Map:
        """The values of the part."""
        return self.part
