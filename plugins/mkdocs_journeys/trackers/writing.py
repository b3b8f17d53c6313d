"""Fields of pains and opportunities written into their files, with all else left as it is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mkdocs_journeys.model.references import Path
from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import read_files
from mkdocs_journeys.refactor.outcome import Refusal
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.trackers.issue import Thing
from mkdocs_journeys.yamlfile.editing.blocks import Lines, appended, insertion
from mkdocs_journeys.yamlfile.editing.edit import Edit, scalar_of
from mkdocs_journeys.yamlfile.editing.layout import Layout

_BEFORE_NEW = ("id", "title", "status", "owner", "issue")
"""The fields behind the last of which a new one is put."""
_PLAIN_ADDRESS = re.compile(r"https?://[\w./~%?=&+@!$:;-]*[\w/]").fullmatch
_IS_DATE = re.compile(r"\d{4}-\d{2}-\d{2}").fullmatch


Fields = Mapping[str, str]
"""New values of a thing's fields by their names."""


class WriteBack(NamedTuple):
    """A tree after its edits, and a sentence for each thing whose file cannot be edited by itself."""

    tree: Tree
    refused: Sequence[str]


def write_back(tree: Tree, changes: Mapping[Thing, Fields]) -> WriteBack:
    """Write new values of fields into the files of their things."""
    if not changes:
        return WriteBack(tree, ())
    whole = _edited(tree, changes)
    if isinstance(whole, Tree):
        return WriteBack(whole, ())
    refused = []
    for thing, fields in changes.items():
        after = _edited(tree, {thing: fields})
        if isinstance(after, Tree):
            tree = after
        else:
            wished = ", ".join(f"{name}: {value}" for name, value in fields.items())
            refused.append(f"{after.message} {after.hint} For the {thing} write there: {wished}")
    return WriteBack(tree, refused)


def _edited(tree: Tree, changes: Mapping[Thing, Fields]) -> Tree | Refusal:
    files = read_files(tree)
    if isinstance(files, Refusal):
        return files
    draft = Draft(files)
    for thing, fields in changes.items():
        home = files.find(thing.kind, thing.id)
        if isinstance(home, Refusal):
            return home
        layout, values = draft.layout(home.file), draft.value_at(home.file, home.path)
        edits = _edits(layout, home.path, values, fields)
        draft.edit(home.file, home.path, *edits)
    done = draft.finished()
    return done if isinstance(done, Refusal) else done.applied(tree)


def _edits(layout: Layout, path: Path, values: dict[str, Any], fields: Fields) -> list[Edit | None]:
    """The edits that give a mapping new fields, and its values, too: those that it has stay where they are."""
    edits = [_replacement(layout, (*path, name), value) for name, value in fields.items() if name in values]
    new = {name: value for name, value in fields.items() if name not in values}
    if new:
        names = list(values)
        at = 1 + max([names.index(one) for one in _BEFORE_NEW if one in names], default=-1)
        edits += _additions(layout, path, at, [f"{name}: {_scalar(value)}" for name, value in new.items()])
        is_block = _is_block(layout, path)
        before = list(values.items())
        at = at if is_block else len(before)
        after = [*before[:at], *new.items(), *before[at:]]
        values.clear()
        values.update(after)
    values.update(fields)
    return edits


def _replacement(layout: Layout, path: Path, value: str) -> Edit | None:
    there = layout.find(path)
    return Edit(there.start, there.end, _scalar(value)) if there and there.kind == "text" else None


def _additions(layout: Layout, path: Path, at: int, lines: Sequence[str]) -> list[Edit | None]:
    """The edits that put lines into a block as fields from `at` on, or at the end within brackets."""
    if _is_block(layout, path):
        return [insertion(layout, path, at, Lines("".join(f"{line}\n" for line in lines), 0))]
    return [appended(layout, path, line) for line in lines]


def _is_block(layout: Layout, path: Path) -> bool:
    above = layout.find(path)
    return above is not None and above.meant.is_block


def _scalar(value: str) -> str:
    return value if _PLAIN_ADDRESS(value) or _IS_DATE(value) else scalar_of(value)
