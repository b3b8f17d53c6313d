"""Three versions of a file to one."""

from typing import NamedTuple, TypeVar

from mkdocs_journeys.merging.figures import are_in_order, in_order_of_days, parsed_rows
from mkdocs_journeys.merging.parsing import parsed
from mkdocs_journeys.merging.threeway import merged_documents
from mkdocs_journeys.merging.tree import Conflict, Labels, MergeDocument, Node, UnmergeableError, rendered
from mkdocs_journeys.yamlfile.values import differences

LARGEST = 1 << 20
"""Bytes of a file that is merged by its fields."""
_BOM = "\ufeff"
Trait = TypeVar("Trait")


class MergedFile(NamedTuple):
    """The bytes of a merged file, and how many conflicts are marked in it."""

    content: bytes
    conflicts: int


class _Version(NamedTuple):
    """A file's text, whose lines end in \\n, the last one too, and what its bytes have beside that."""

    text: str
    has_mark: bool
    line_end: str
    is_open: bool


def merged_file(path: str, base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> MergedFile:
    """A YAML file, or a table of figures, after the changes of two sides. Raises UnmergeableError.

    `base` is empty where both sides added the file.
    """
    if ours == theirs or theirs == base:
        return MergedFile(ours, 0)
    if ours == base:
        return MergedFile(theirs, 0)
    versions = [_version(data) for data in (base, ours, theirs)]
    is_table = path.endswith(".csv")
    if not is_table and not path.endswith((".yml", ".yaml")):
        raise UnmergeableError("It is neither YAML nor a table of figures.")
    if is_table:
        merged = _merged_rows([version.text for version in versions])
    else:
        merged = merged_documents(*(parsed(version.text) for version in versions))
        _check(merged)
    mark, line_end, is_open = (_chosen(*(version[place] for version in versions)) for place in (1, 2, 3))
    text = rendered(merged, labels)
    text = text.removesuffix("\n") if is_open else text
    encoded = ((_BOM if mark else "") + text.replace("\n", str(line_end))).encode()
    return MergedFile(encoded, _conflicts(merged.root))


def _version(data: bytes) -> _Version:
    """Raises UnmergeableError."""
    if len(data) > LARGEST:
        raise UnmergeableError("It is too large.")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise UnmergeableError("It is not UTF-8.") from None
    has_mark, text = text.startswith(_BOM), text.removeprefix(_BOM)
    ends = {"\r\n": text.count("\r\n"), "\r": text.count("\r") - text.count("\r\n")}
    if ends["\r"] or ends["\r\n"] not in (0, text.count("\n")):
        raise UnmergeableError("Its lines end in different ways.")
    line_end = "\r\n" if ends["\r\n"] else "\n"
    text = text.replace("\r\n", "\n")
    is_open = bool(text) and not text.endswith("\n")
    return _Version(f"{text}\n" if is_open else text, has_mark, line_end, is_open)


def _chosen(base: Trait, ours: Trait, theirs: Trait) -> Trait:
    return theirs if ours == base else ours


def _merged_rows(texts: list[str]) -> MergeDocument:
    one, other = (parsed_rows(text) for text in texts[1:])
    before = parsed_rows(texts[0] or one.header)
    if len({document.header for document in (before, one, other)}) > 1:
        raise UnmergeableError("Its columns differ.")
    merged = merged_documents(before, one, other)
    return in_order_of_days(merged) if all(map(are_in_order, (before, one, other))) else merged


def _check(merged: MergeDocument) -> None:
    """Raise UnmergeableError unless the text, settled for either side, means what was meant."""
    for side in ("ours", "theirs"):
        found = parsed(rendered(merged, side)).root
        if any(differences(found.value, merged.root.value_for(side))):
            raise UnmergeableError("Its text would mean something else.")


def _conflicts(node: Node) -> int:
    return sum(1 if isinstance(one, Conflict) else _conflicts(one.value) for one in node.entries)
