"""Fields of pains and opportunities written into their files, with all else left as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from mkdocs_journeys.model.references import Path
from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import read_files
from mkdocs_journeys.refactor.outcome import Refusal
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.trackers.issue import Topic
from mkdocs_journeys.yamlfile.editing.edit import Edit
from mkdocs_journeys.yamlfile.editing.fields import assignment
from mkdocs_journeys.yamlfile.editing.layout import Layout

_BEFORE_NEW = ("id", "title", "status", "owner", "issue")
"""The fields behind the last of which a new one is put."""


Fields = Mapping[str, str]
"""New values of a topic's fields by their names."""


class WriteBack(NamedTuple):
    """A tree after its edits, and a sentence for each topic whose file cannot be edited by itself."""

    tree: Tree
    refused: Sequence[str]


def write_back(tree: Tree, changes: Mapping[Topic, Fields]) -> WriteBack:
    """Write new values of fields into the files of their topics."""
    files = read_files(tree) if changes else None
    if not files:
        return WriteBack(tree, ())
    by_file: dict[str, dict[Topic, Fields]] = {}
    refused = []
    for topic, fields in changes.items():
        home = files if isinstance(files, Refusal) else files.find(topic.kind, topic.id)
        if isinstance(home, Refusal):
            refused.append(_by_hand(home, topic, fields))
        else:
            by_file.setdefault(home.file, {})[topic] = fields
    after = dict(tree.files)
    for path, some in by_file.items():
        after[path], more = _written(replace(tree, files={path: after[path]}), path, some)
        refused += more
    return WriteBack(replace(tree, files=after), refused)


def _written(alone: Tree, path: str, changes: Mapping[Topic, Fields]) -> tuple[bytes, list[str]]:
    """The content of a file, the only one of a tree, with all changes, or else with those that can be had."""
    whole = _edited(alone, changes)
    if isinstance(whole, Tree):
        return whole.files[path], []
    refused = []
    for topic, fields in changes.items():
        done = _edited(alone, {topic: fields})
        if isinstance(done, Tree):
            alone = done
        else:
            refused.append(_by_hand(done, topic, fields))
    return alone.files[path], refused


def _by_hand(why: Refusal, topic: Topic, fields: Fields) -> str:
    wished = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"{why.message} {why.hint} For the {topic} write there: {wished}"


def _edited(tree: Tree, changes: Mapping[Topic, Fields]) -> Tree | Refusal:
    files = read_files(tree)
    if isinstance(files, Refusal):
        return files
    draft = Draft(files)
    for topic, fields in changes.items():
        home = files.find(topic.kind, topic.id)
        if isinstance(home, Refusal):
            return home
        layout, values = draft.layout(home.file), draft.value_at(home.file, home.path)
        draft.edit(home.file, home.path, *_edits(layout, home.path, values, fields))
    done = draft.finished()
    return done if isinstance(done, Refusal) else done.applied(tree)


def _edits(layout: Layout, path: Path, values: dict[str, Any], fields: Fields) -> list[Edit | None]:
    """The edits that give a mapping new fields, and its values, too, where they come in the same order."""
    above = layout.find(path)
    before = list(values.items())
    at = len(before)
    if above and above.meant.is_block:
        at = max((number for number, (name, _) in enumerate(before, 1) if name in _BEFORE_NEW), default=at)
    new = [(name, value) for name, value in fields.items() if name not in values]
    values.clear()
    values.update([*before[:at], *new, *before[at:]])
    values.update(fields)
    return [assignment(layout, path, name, value, _BEFORE_NEW) for name, value in fields.items()]
