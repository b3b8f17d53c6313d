"""Make all that a file says of one thing mean another one, which may stand beside it already."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from mkdocs_journeys.load import ParsedFile
from mkdocs_journeys.model import Measure
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import Home
from mkdocs_journeys.refactor.mentions import Mention, mentions_of
from mkdocs_journeys.refactor.rewrite import (
    Renaming,
    edit_of_id,
    edits_of_comments,
    edits_of_links,
    texts_linking,
    value_at,
)
from mkdocs_journeys.yamlfile.editing.blocks import (
    Lines,
    appended,
    insertion,
    item,
    lines_of,
    piece_at,
    removal,
    removals,
    replacement,
)
from mkdocs_journeys.yamlfile.editing.edit import Edit, scalar_of
from mkdocs_journeys.yamlfile.editing.layout import Layout

_Items = Mapping[int, Mention]
"""The items of a list that name one of the two things."""


def redirect(draft: Draft, parsed: ParsedFile, one: Renaming, gone: Home) -> None:
    """Note the edits of a file after which it names the thing `one.new` in place of `one.old`, defined at `gone`.

    Where that is an item of a list it goes, or becomes the other's id.
    """
    path = parsed.role.path
    lists: defaultdict[Path, dict[int, Mention]] = defaultdict(dict)
    keys: defaultdict[Path, list[Mention]] = defaultdict(list)
    for mention in mentions_of(parsed):
        where = mention.path[:-1] if mention.defines else mention.path
        if mention.kind != one.kind or mention.id not in (one.old, one.new) or _is_inside(parsed, where, gone):
            continue
        if mention.key:
            keys[where[:-1]].append(mention)
        elif isinstance(value_at(parsed, where[:-1]), list):
            lists[where[:-1]][int(where[-1])] = mention
        elif mention.id == one.old:
            _field(draft, path, mention, one)
    for where, before in texts_linking(parsed, one).items():
        if not _is_inside(parsed, where, gone):
            _text(draft, path, where, before, one)
    comments = edits_of_comments(draft.files.tree.files[path], one)
    if comments:
        draft.edit(path, (), *comments)
    for where in sorted((*keys, *lists), key=len, reverse=True):
        if where in keys:
            _mapping(draft, path, where, keys[where], one)
        else:
            _list(draft, path, where, lists[where], one)


def redirect_steps(draft: Draft, steps: Collection[str], here: str, there: str, *, is_new: bool = False) -> None:
    """Note that measure.yml has the events of these steps, of the journey `here`, at the journey `there`.

    They go to its entry for the same source. Where there is none, the whole entry of `here` goes, if it has no other
    steps; else a journey that is new gets an entry like it, and for any other the events are lost, and noted so.
    """
    for path, parsed in draft.files.parsed.items():
        if isinstance(parsed.model, Measure):
            emptied = [*_steps_of_entries(draft, path, parsed.model, steps, (here, there), is_new=is_new)]
            draft.edit(path, ("journeys",), *removals(draft.layout(path), ("journeys",), emptied))
            for number in emptied:
                del draft.value_at(path, ("journeys",))[number]


def _steps_of_entries(
    draft: Draft, path: str, measure: Measure, steps: Collection[str], ends: tuple[str, str], *, is_new: bool
) -> Iterator[int]:
    """As `redirect_steps`, of one file; the numbers, from the last, of the entries without any events."""
    here, there = ends
    for number, entry in reversed([*enumerate(measure.journeys)]):
        going = [step for step in entry.steps if step in steps] if entry.journey == here else []
        others = [at for at, one in enumerate(measure.journeys) if (one.journey, one.source) == (there, entry.source)]
        is_whole = len(going) == len(entry.steps)
        if not going:
            continue
        if others:
            _join(draft, path, number, others[0], going, is_whole=is_whole)
            yield from [number] if is_whole else []
        elif is_whole:
            where, layout = ("journeys", number, "journey"), draft.layout(path)
            draft.edit(path, where, edit_of_id(layout, layout.span(where), here, there))
            draft.value_at(path, where[:-1])["journey"] = there
        else:
            _part(draft, path, number, going, there if is_new else "")
        if others or is_whole or is_new:
            draft.notes.append(f"{path} has events of {there} now: look at its `goal`, and run `journeys measure`.")


def _join(draft: Draft, path: str, number: int, to: int, going: list[str], *, is_whole: bool) -> None:
    """Note that events of one entry stand in another one; the first one, without any, is left for the caller."""
    layout, source, target = draft.layout(path), ("journeys", number, "steps"), ("journeys", to, "steps")
    there = layout.find(target)
    for step in going:
        lines = lines_of(layout, (*source, step))
        if there and there.is_block and lines:
            draft.edit(path, target, insertion(layout, target, len(there.pairs), lines))
        else:
            text = lines.text.strip() if lines else ""
            draft.edit(path, target, appended(layout, target, text) if len(text.splitlines()) == 1 else None)
    if not is_whole:
        draft.edit(path, source, *removals(layout, source, going))
    mine, theirs = draft.value_at(path, source), draft.value_at(path, target)
    theirs |= {step: mine.pop(step) for step in going}


def _part(draft: Draft, path: str, number: int, going: list[str], new: str) -> None:
    """Note that events leave an entry: into one like it below, of the journey `new`, or for good if that is ""."""
    layout, entry = draft.layout(path), ("journeys", number)
    where = (*entry, "steps")
    values = draft.value_at(path, where)
    draft.edit(path, where, *removals(layout, where, going))
    if new:
        staying = [step for step in values if step not in going]
        journey = draft.value_at(path, entry)["journey"]
        piece = piece_at(layout, entry)
        inside = [
            edit_of_id(layout, layout.span((*entry, "journey")), journey, new),
            *removals(layout, where, staying),
        ]
        if piece is None or None in inside:
            draft.edit(path, entry, None)
            return
        text = layout.source.edited([one for one in inside if one], piece.start, piece.end)
        end = "" if text.endswith(("\r", "\n")) else layout.source.line_end
        draft.edit(path, entry, insertion(layout, ("journeys",), number + 1, Lines(text + end, piece.column)))
        copy = {**draft.value_at(path, entry), "journey": new, "steps": {step: values[step] for step in going}}
        draft.value_at(path, ("journeys",)).insert(number + 1, copy)
    else:
        draft.notes += [f"Lost: {draft.position(path, (*where, step))}: the event of '{step}'" for step in going]
    for step in going:
        del values[step]


def _is_inside(parsed: ParsedFile, path: Path, gone: Home) -> bool:
    """Whether something stands inside the definition that goes."""
    depth = len(gone.path)
    return parsed is gone.parsed and path[:depth] == gone.path and len(path) > depth > 0


def _field(draft: Draft, path: str, mention: Mention, one: Renaming) -> None:
    layout, above = draft.layout(path), mention.path[:-1]
    where = above if isinstance(mention.path[-1], int) else mention.path
    draft.edit(path, where, edit_of_id(layout, layout.span(where), mention.value, mention.renamed(one.new)))
    draft.value_at(path, where[:-1])[where[-1]] = mention.renamed(one.new)


def _text(draft: Draft, path: str, where: Path, before: str, one: Renaming) -> None:
    found = edits_of_links(draft.layout(path), where, before, one)
    draft.edit(path, where, *(found[0] if found else [None]))
    draft.value_at(path, where[:-1])[where[-1]] = found[1] if found else before


def _mapping(draft: Draft, path: str, where: Path, keys: list[Mention], one: Renaming) -> None:
    """The keys of a mapping: the entry of the one that goes is lost where both have one."""
    layout, values = draft.layout(path), draft.value_at(path, where)
    old = next((key for key in keys if key.id == one.old), None)
    if old is None:
        return
    if len(keys) == 1:
        draft.edit(path, old.path, edit_of_id(layout, layout.span(old.path, key=True), one.old, one.new))
        items = [(one.new if key == one.old else key, value) for key, value in values.items()]
        values.clear()
        values.update(items)
    else:
        draft.edit(path, old.path, removal(layout, old.path))
        lost = values.pop(one.old)
        draft.notes.append(f"Lost: {draft.position(path, old.path)}: {where[-1]} {lost} (stays: {values[one.new]})")


def _list(draft: Draft, path: str, where: Path, items: _Items, one: Renaming) -> None:
    """The items of a list: the first place in it is kept, as it may mean something; of two others, the old one goes."""
    layout, values = draft.layout(path), draft.value_at(path, where)
    old = sorted(number for number, item in items.items() if item.id == one.old)
    new = sorted(number for number, item in items.items() if item.id == one.new)
    if not old:
        return
    if not new:
        taken, gone = old[0], old[1:]
    elif old[0] == 0 and not any(items[number].defines for number in (0, *new)):
        taken, gone = 0, old[1:] + new
    else:
        taken, gone = None, old
    if taken is not None:
        draft.edit(path, (*where, taken), _taken(layout, (*where, taken), items[taken], one))
        values[taken] = one.new
    draft.edit(path, where, *removals(layout, where, gone))
    values[:] = [value for number, value in enumerate(values) if number not in gone]


def _taken(layout: Layout, path: Path, mention: Mention, one: Renaming) -> Edit | None:
    """The edit that writes the new id in place of an item."""
    if mention.defines:
        return replacement(layout, path, item(scalar_of(one.new)))
    return edit_of_id(layout, layout.span(path), mention.value, mention.renamed(one.new))
