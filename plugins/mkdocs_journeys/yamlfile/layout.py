"""Where the values of a file are written: offsets in its text at which keys and values start and end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from mkdocs_journeys.yamlfile.edit import SourceText

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Span(NamedTuple):
    """The characters from `start` up to `end` in the text of a file."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and the nodes of its YAML; a value that an alias repeats is written where its anchor stands."""

    source: SourceText
    root: yaml.MappingNode

    @classmethod
    def from_bytes(cls, content: bytes) -> "Layout | None":
        """The layout of a file without errors in its YAML; None where it cannot be had."""
        source = SourceText.from_bytes(content)
        try:
            root = yaml.compose(source.text, Loader=_LOADER) if source else None
        except (yaml.YAMLError, ValueError):
            return None
        return cls(source, root) if source and isinstance(root, yaml.MappingNode) else None

    def node(self, path: Sequence[str | int], *, key: bool = False) -> yaml.Node | None:
        """The node of the value at a path, or of its key; None where there is none.

        A text that stands for a list of one has its only item at 0.
        """
        here: yaml.Node = self.root
        for number, part in enumerate(path, 1):
            found = _child(here, part, key=key and number == len(path))
            if found is None:
                return None
            here = found
        return here

    def span(self, path: Sequence[str | int], *, key: bool = False) -> Span | None:
        """Where the value at a path is written, or its key, with its quotes and its anchor; None if nowhere.

        That of a block reaches to the next value; it holds the comments and blank lines between the two.
        """
        node = self.node(path, key=key)
        return Span(node.start_mark.index, node.end_mark.index) if node else None


def _child(node: yaml.Node, part: str | int, *, key: bool) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((name if key else value for name, value in node.value if name.value == part), None)
    if isinstance(node, yaml.SequenceNode):
        return node.value[part] if isinstance(part, int) and 0 <= part < len(node.value) else None
    return node if part == 0 else None
