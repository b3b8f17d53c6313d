"""Define a pain under another step, with its text and its comments."""

from typing import Any

from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import Home, read_files
from mkdocs_journeys.refactor.outcome import Refactoring, Refusal
from mkdocs_journeys.refactor.steps import PlacedStep, find_step
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile.editing.blocks import (
    INDENT,
    Lines,
    expansion,
    insertion,
    item,
    lines_of,
    removal,
    replacement,
    shifted,
)
from mkdocs_journeys.yamlfile.editing.edit import Edit, scalar_of


def move_pain(tree: Tree, pain: str, to: str, *, keep: bool = False) -> Refactoring | Refusal:
    """The edits that define a pain under the step JOURNEY/STEP, where its id may stand already.

    Its old step names it no more; with `keep` it does so by its id.
    """
    files = read_files(tree)
    if isinstance(files, Refusal):
        return files
    home, step = files.find("pain", pain), find_step(files, to)
    if isinstance(home, Refusal):
        return home
    if isinstance(step, Refusal):
        return step
    if home.parsed is step.parsed and home.path[: len(step.path)] == step.path:
        return Refusal(f"'{pain}' stands there already.")
    draft = Draft(files)
    lines = lines_of(draft.layout(home.file), home.path)
    values = draft.value_at(home.file, home.path)
    add_pain(draft, step, values, lines)
    draft.edit(home.file, home.path, _departure(draft, pain, home, keep=keep))
    return draft.finished()


def add_pain(draft: Draft, step: PlacedStep, values: Any, lines: Lines | None) -> None:
    """Define a pain at the end of a step's pains, or where its id stands among them; `lines` are its text."""
    pain = values["id"]
    draft.edit(step.file, step.path, *_arrival(draft, pain, step, lines))
    if not draft.failed:
        felt = draft.value_at(step.file, step.path).setdefault("pains", [])
        at = felt.index(pain) if pain in felt else len(felt)
        felt[at : at + 1] = [values]


def _departure(draft: Draft, pain: str, home: Home, *, keep: bool) -> Edit | None:
    """The edit that takes the definition out of its step, with the list that would be empty, or leaves its id there."""
    layout, above, at = draft.layout(home.file), home.path[:-1], int(home.path[-1])
    values = draft.value_at(home.file, above)
    if keep:
        values[at] = pain
        return replacement(layout, home.path, item(scalar_of(pain)), comments=False)
    if len(values) > 1:
        del values[at]
        return removal(layout, home.path)
    del draft.value_at(home.file, above[:-1])[above[-1]]
    return removal(layout, above)


def _arrival(draft: Draft, pain: str, step: PlacedStep, lines: Lines | None) -> tuple[Edit | None, ...]:
    """The edits that put the definition at the end of a step's pains, or where its id stands."""
    layout, where = draft.layout(step.file), (*step.path, "pains")
    if lines is None:
        return (None,)
    if "pains" not in step.values:
        key = Lines(f"pains:\n{shifted(lines, INDENT).text}", 0)
        return (insertion(layout, step.path, len(step.values), key),)
    found, pains = layout.find(where), step.values["pains"]
    if found is None or not isinstance(pains, list):
        return (None,)
    at = pains.index(pain) if pain in pains else len(pains)
    if not found.meant.is_block:
        items = [lines_of(layout, (*where, number)) for number in range(len(pains))]
        return expansion(layout, where, [one for one in (*items[:at], lines, *items[at + 1 :]) if one]) or (None,)
    return (replacement(layout, (*where, at), lines) if at < len(pains) else insertion(layout, where, at, lines),)
