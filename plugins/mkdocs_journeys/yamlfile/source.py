"""A file that could be read; where its values stand is looked up only when somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.yamlfile.characters import with_one_line_end
from mkdocs_journeys.yamlfile.everyday import place_in
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
        return place_in(self.lines, path, key=key) if self.is_everyday else locate(self.root, path, key=key)

    @property
    def lines(self) -> str:
        """The file's text, as positions count it: every line ends in \\n, and a mark of the encoding is gone."""
        return with_one_line_end(self.data.decode("utf-8-sig", "replace"))
