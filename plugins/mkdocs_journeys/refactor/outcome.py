"""What a refactoring comes to: the edits, or the reason why there are none."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a refactoring is not done, in a sentence, and what to do about it."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Refactoring:
    """Changes of the files of a tree; all paths are as in the tree.

    `edits` are those of a file by its path before, in the order of their offsets, which count the characters of the
    text without a byte order mark. `renamed` leads from old paths to new ones, `created` holds new files. `ids` leads
    from new ids to old ones. `notes` are sentences for the user.
    """

    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    created: Mapping[str, bytes] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    ids: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def places(self) -> int:
        """The number of edited places."""
        return sum(map(len, self.edits.values()))

    def applied(self, tree: Tree) -> Tree:
        """The tree afterwards."""
        files = {path: content for path, content in tree.files.items() if path not in self.removed}
        for path, edits in self.edits.items():
            files[path] = edited(files[path], edits)
        files = {self.renamed.get(path, path): content for path, content in files.items()} | dict(self.created)
        return replace(tree, files=dict(sorted(files.items())))


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file after its edits. Raises ValueError for a file that is not UTF-8."""
    source = SourceText.from_bytes(content)
    if source is None:
        raise ValueError("A file that is not UTF-8 cannot be edited.")
    return source.applied(*edits)


def new_problems(before: Iterable[Problem], after: Iterable[Problem], done: Refactoring) -> list[Problem]:
    """The problems after a refactoring that were not there before, whichever file and line they stand at now.

    What a created file shares with the one that it was taken from is no new problem.
    """
    old_words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, done.ids))})(?![\w-])") if done.ids else None
    known = Counter((one.rule, one.message) for one in before)
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for one in after:
        message = old_words.sub(lambda word: done.ids[word[0]], one.message) if old_words else one.message
        key = (one.rule, message)
        if one.position.file in done.created and key in known:
            continue
        seen[key] += 1
        if seen[key] > known[key]:
            found.append(one)
    return found
