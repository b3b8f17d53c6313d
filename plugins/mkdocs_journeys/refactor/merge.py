"""Make two things one: all that named the first names the second, and the first's definition goes."""

from typing import Any

from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import Home, noun, read_files
from mkdocs_journeys.refactor.outcome import Refactoring, Refusal
from mkdocs_journeys.refactor.redirect import redirect
from mkdocs_journeys.refactor.rewrite import Renaming
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile.editing.blocks import appended, insertion, lines_of
from mkdocs_journeys.yamlfile.editing.edit import Edit, scalar_of

MERGED_KINDS = ("pain", "touchpoint", "persona")
"""Kinds of which two things can be made one."""
_LONGEST_VALUE = 60


def merge(tree: Tree, kind: str, old: str, new: str, *, keep_missing: bool = False) -> Refactoring | Refusal:
    """The edits that make the thing `old` one with `new`, whose words stay, and which gets the evidence of both.

    Where one list names both, `old` is taken out of it. What else `old` says is lost, and stands in the notes; with
    `keep_missing`, `new` gets the fields that it lacks.
    """
    files = read_files(tree)
    if isinstance(files, Refusal):
        return files
    going, staying = files.find(kind, old), files.find(kind, new)
    if isinstance(going, Refusal):
        return going
    if isinstance(staying, Refusal):
        return staying
    if old == new:
        return Refusal(f"That is one and the same {noun(kind)}.", "Name two.")
    draft = Draft(files)
    if kind == "persona":
        draft.removed.add(going.file)
    _take_over(draft, going, staying, keep_missing=keep_missing)
    for path, parsed in files.parsed.items():
        if path not in draft.removed:
            redirect(draft, parsed, Renaming(kind, old, new, {}), going)
    return draft.finished()


def _take_over(draft: Draft, going: Home, staying: Home, *, keep_missing: bool) -> None:
    """Unite the evidence, take over what is wanted of the rest, and note what is lost."""
    mine, theirs = draft.value_at(going.file, going.path), draft.value_at(staying.file, staying.path)
    _unite_evidence(draft, staying, mine.get("evidence"), theirs)
    for field, value in mine.items():
        if field in ("id", "evidence") or _is_said(value, theirs.get(field)):
            continue
        if field in theirs:
            draft.notes.append(f"Lost: {field}: {_shown(value)} (stays: {_shown(theirs[field])})")
        elif keep_missing:
            draft.edit(staying.file, staying.path, _copied(draft, going, staying, field))
            theirs[field] = value
        else:
            draft.notes.append(f"Lost: {field}: {_shown(value)}")


def _unite_evidence(draft: Draft, staying: Home, mine: Any, values: dict[str, Any]) -> None:
    theirs, layout, where = values.get("evidence", []), draft.layout(staying.file), (*staying.path, "evidence")
    if not isinstance(mine, list) or not isinstance(theirs, list):
        return
    missing = [one for one in mine if isinstance(one, str) and one not in theirs]
    if missing and "evidence" in values:
        draft.edit(staying.file, where, *(appended(layout, where, scalar_of(one)) for one in missing))
    elif missing:
        field = f"evidence: [{', '.join(map(scalar_of, missing))}]"
        draft.edit(staying.file, staying.path, appended(layout, staying.path, field))
    if missing:
        values["evidence"] = [*theirs, *missing]


def _copied(draft: Draft, going: Home, staying: Home, field: str) -> Edit | None:
    """The edit that puts a field of one thing, with its comments, at the end of the other."""
    there = draft.layout(staying.file)
    lines = lines_of(draft.layout(going.file), (*going.path, field))
    into = there.find(staying.path)
    if lines is None or into is None:
        return None
    if into.is_block:
        return insertion(there, staying.path, len(into.pairs), lines)
    text = lines.text.strip()
    return None if "\n" in text or "\r" in text else appended(there, staying.path, text)


def _is_said(mine: Any, theirs: Any) -> bool:
    """Whether a value says nothing that the other does not say."""
    both_lists = isinstance(mine, list) and isinstance(theirs, list)
    return all(one in theirs for one in mine) if both_lists else bool(mine == theirs)


def _shown(value: Any) -> str:
    """A value on one line, shortened."""
    text = ", ".join(map(_shown, value)) if isinstance(value, list) else " ".join(str(value).split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"
