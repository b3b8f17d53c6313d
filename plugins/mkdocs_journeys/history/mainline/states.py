"""States of the atlas by their commits: each file's content is read once, and parsed once."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_journeys.diff.sides import ParsedFiles, written_ids
from mkdocs_journeys.insight.things.stages import StageEmotions, stage_emotions, summed_emotions
from mkdocs_journeys.load import FileRole, ParsedFile, parse_file, role_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.sources.git import Objects, open_objects, revision_of
from mkdocs_journeys.sources.git_process import MissingContentError
from mkdocs_journeys.sources.tree import Tree

MOST_PARSED = 1_000
"""Files that are kept parsed; of more, those that were asked for least lately are dropped."""


@dataclass(slots=True, eq=False)
class StateReader:
    """Reads the trees of commits; `folder` is the journeys folder below `root`.

    Questions are asked inside of `reading`, where one process of git answers all of them.
    """

    root: Path
    folder: str
    parsed: ParsedFiles = field(default_factory=dict)
    _blobs: dict[str, bytes] = field(default_factory=dict)
    _ids: dict[str, frozenset[str]] = field(default_factory=dict)
    _trees: dict[str, Tree] = field(default_factory=dict)
    _emotions: dict[tuple[str, bytes], StageEmotions] = field(default_factory=dict)
    _objects: Objects | None = None
    _open: ExitStack = field(default_factory=ExitStack)
    _depth: int = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep git's process, once it is needed, to the end of the block."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                self._open.close()
                self._objects = None

    def tree(self, commit: str) -> Tree:
        """The journey files of a commit. Raises GitError."""
        if commit not in self._trees:
            with self._asking() as objects:
                self._trees[commit] = revision_of(objects, self.root, commit, self.folder, self._blobs)
        return self._trees[commit]

    def blob(self, hash: str) -> bytes:
        """The content of a file by its hash; nothing of one that is too large. Raises GitError."""
        if hash not in self._blobs:
            with self._asking() as objects:
                found = objects.content(hash)
            self._blobs[hash] = found.data if found.whole else b""
        return self._blobs[hash]

    def ids(self, hash: str) -> frozenset[str]:
        """Each value of a key `id` in a file by its hash. Raises GitError."""
        if hash not in self._ids:
            self._ids[hash] = written_ids(self.blob(hash))
        return self._ids[hash]

    def parse(self, name: str, hash: str) -> ParsedFile:
        """What a file holds, by its path below the journeys folder and its hash. Raises GitError."""
        role, data = role_of(f"{self.folder}/{name}", self.folder), self.blob(hash)
        assert isinstance(role, FileRole)  # noqa: S101
        key = role, data
        if key in self.parsed:
            self.parsed[key] = self.parsed.pop(key)
            return self.parsed[key]
        if len(self.parsed) > MOST_PARSED:
            for oldest in [*self.parsed][: MOST_PARSED // 2]:
                del self.parsed[oldest]
        self.parsed[key] = parse_file(role, data)
        return self.parsed[key]

    def emotions(self, tree: Tree) -> StageEmotions:
        """The emotions at each stage over the journeys of a tree that can be read."""
        return summed_emotions(self._emotions_in(path, data, tree.folder) for path, data in tree.files.items())

    def know(self, journeys: Iterable[Journey], tree: Tree) -> None:
        """Take over the emotions of journeys that were read of a tree."""
        known = {(one.path, tree.files.get(one.path, b"")): one for one in journeys}
        self._emotions |= {key: stage_emotions(one) for key, one in known.items() if key not in self._emotions}

    def forget(self) -> None:
        """Drop what was read."""
        for kept in (self.parsed, self._blobs, self._ids, self._trees, self._emotions):
            kept.clear()

    def _emotions_in(self, path: str, data: bytes, folder: str) -> StageEmotions:
        key = path, data
        if key not in self._emotions:
            journey = self._journey(path, data, folder)
            self._emotions[key] = stage_emotions(journey) if journey else {}
        return self._emotions[key]

    def _journey(self, path: str, data: bytes, folder: str) -> Journey | None:
        role = role_of(path, folder)
        if not isinstance(role, FileRole) or role.kind != "journey":
            return None
        if (role, data) not in self.parsed:
            self.parsed[role, data] = parse_file(role, data)
        model = self.parsed[role, data].model
        return model if isinstance(model, Journey) else None

    @contextmanager
    def _asking(self) -> Iterator[Objects]:
        """Git's process; it has ended where it lacks something."""
        if self._objects is None:
            self._objects = self._open.enter_context(open_objects(self.root))
        try:
            yield self._objects
        except MissingContentError:
            self._open.close()
            self._objects = None
            raise
