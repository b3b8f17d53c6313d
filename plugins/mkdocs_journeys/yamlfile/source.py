"""A file that could be read; where its values stand is looked up only when somebody asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.yamlfile.characters import with_one_line_end
from mkdocs_journeys.yamlfile.everyday import places_in
from mkdocs_journeys.yamlfile.read import read
from mkdocs_journeys.yamlfile.values import Map, Place, locate


@dataclass(frozen=True)
class Source:
    """The bytes of a file that holds a mapping; `is_everyday` tells that the everyday reader could read it."""

    data: bytes
    file: str
    is_everyday: bool = False

    @cached_property
    def root(self) -> Map:
        """The file's values with their positions, read when first asked for."""
        root, _ = read(self.data, self.file)
        return Map() if root is None else root

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> Place:
        """Line and column of the value at a path, or of its key; of the nearest parent where it is absent."""
        return self.locate_all([(path, key)])[0]

    def locate_all(self, wanted: Iterable[tuple[Sequence[str | int], bool]]) -> list[Place]:
        """What `locate` says of each path, for its key where that is asked for; the text is decoded once."""
        if not self.is_everyday:
            return [locate(self.root, path, key=key) for path, key in wanted]
        return places_in(self.lines, wanted)

    @property
    def lines(self) -> str:
        """The file's text, as positions count it: every line ends in \\n, and a mark of the encoding is gone."""
        return with_one_line_end(self.data.decode("utf-8-sig", "replace"))
