"""Files that were parsed before, for whoever loads an atlas again and again."""

from dataclasses import dataclass, field

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load.atlas_of import load
from mkdocs_journeys.load.carrying import carry_over
from mkdocs_journeys.load.digests import digest
from mkdocs_journeys.load.documents import Parsed, document
from mkdocs_journeys.load.many import documents
from mkdocs_journeys.load.places import Place, place_of
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.tree import Tree

Key = tuple[Place, bytes]


@dataclass(slots=True)
class Memory:
    """What the files of the last load were, by place and content, and the last atlas that they made."""

    known: dict[Key, Parsed] = field(default_factory=dict)
    atlas: Atlas | None = None

    def load(self, tree: Tree) -> tuple[Atlas | None, list[Problem]]:
        """As `load.load`; only what the last load did not hold is parsed. What this one does not hold is forgotten."""
        found = {path: place_of(path, tree.folder) for path in sorted(tree.files)}
        keys = {(place, digest(tree.files[path])) for path, place in found.items() if isinstance(place, Place)}
        self.known = {key: self.known[key] for key in keys & self.known.keys()}
        new = sorted(keys - self.known.keys(), key=lambda key: key[0].path)
        self.known |= zip(new, documents([place for place, _ in new], tree.files), strict=True)
        parsed = {place: one for (place, _), one in self.known.items()}
        atlas, problems = load(tree, lambda place, _: parsed[place])
        if atlas is not None:
            if self.atlas is not None:
                carry_over(self.atlas, atlas)
            self.atlas = atlas
        return atlas, problems

    def read(self, place: Place, data: bytes) -> Parsed:
        """As `load.document`."""
        key = (place, digest(data))
        if key not in self.known:
            self.known[key] = document(place, data)
        return self.known[key]
