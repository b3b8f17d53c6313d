"""Make two journeys of one: the steps from one of them on go to a file of their own."""

from collections.abc import Collection, Iterable, Sequence
from itertools import count
from posixpath import dirname, join
from typing import Any

from mkdocs_journeys.model.references import Path
from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import AtlasFiles, Home, read_files
from mkdocs_journeys.refactor.mentions import mentions_of
from mkdocs_journeys.refactor.outcome import Refactoring, Refusal
from mkdocs_journeys.refactor.redirect import redirect_steps
from mkdocs_journeys.refactor.rename import unfit
from mkdocs_journeys.refactor.rewrite import Renaming, edit_of_id
from mkdocs_journeys.refactor.steps import PlacedStep, find_step, placed_steps, stages_of, values_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.wording import listed
from mkdocs_journeys.yamlfile.editing.blocks import (
    INDENT,
    Lines,
    appended,
    lines_of,
    piece_at,
    removal,
    removals,
    shifted,
    taken_out,
)
from mkdocs_journeys.yamlfile.editing.edit import Edit, scalar_of
from mkdocs_journeys.yamlfile.editing.layout import Layout

OF_THE_WHOLE = (
    "objective",
    "scenario",
    "expectation",
    "trigger",
    "success",
    "scope",
    "metrics",
    "jobs",
    "links",
    "notes",
)
"""Fields of a journey that tell of all of it: they stay with the first part."""
OF_A_STAGE = ("stage", "id", "name")
"""Fields of a stage that is cut in two which both parts have."""
_SCHEMA = "# yaml-language-server:"


def split(tree: Tree, journey: str, at: str, *, id: str = "", title: str = "") -> Refactoring | Refusal:
    """The edits that take the steps of a journey from the step `at` on into a new journey beside it.

    The last step that stays leads to the new journey. Where a step leads across the cut, it leads to the other journey
    if it did so to its first step; else the split is refused.
    """
    files = read_files(tree)
    if isinstance(files, Refusal):
        return files
    home = files.find("journey", journey)
    if isinstance(home, Refusal):
        return home
    step = find_step(files, at, home.parsed)
    if isinstance(step, Refusal):
        return step
    if refusal := _no_cut(home, step):
        return refusal
    new = id or _free_id(files, journey)
    words = " ".join((title or f"{values_of(home.parsed).get('title')} (part 2)").split())
    path = join(dirname(home.file), f"{new}.yml")
    if refusal := unfit(files, Renaming("journey", journey, new, {home.file: path})):
        return refusal
    if not words.isprintable():
        return Refusal("A title is made of what can be seen.", "Write another one after --title.")
    draft = Draft(files)
    inside = _across(draft, step, new)
    return inside if isinstance(inside, Refusal) else _parted(draft, step, path, words, inside)


def _parted(draft: Draft, cut: PlacedStep, path: str, title: str, inside: Sequence[Edit]) -> Refactoring | Refusal:
    """The refactoring that puts the part that goes, after the edits inside it, into a new file."""
    steps, named = placed_steps(cut.parsed), cut.parsed.defined.get("path", ())
    staying, taken = _paths_of(steps[: cut.number - 1]), _paths_of(steps[cut.number - 1 :])
    going = [id for id in named if id in taken]
    text = _second_text(draft, cut, title, inside, going)
    values = _second_values(draft.values_of(cut.file), cut, title, going)
    _drop_paths(draft, cut, [id for id in going if id not in staying])
    _lead_on(draft, steps[cut.number - 2], path.rpartition("/")[2].removesuffix(".yml"))
    draft.create(path, text, like=cut.file, values=values)
    gone = [step.id for step in steps[cut.number - 1 :] if step.id]
    redirect_steps(draft, gone, cut.parsed.role.id, path.rpartition("/")[2].removesuffix(".yml"), is_new=True)
    stays = [field for field in OF_THE_WHOLE if field in draft.values_of(cut.file)]
    if stays:
        draft.notes.append(f"Stays with {cut.parsed.role.id} alone: {listed(stays, 'and')}.")
    return draft.finished()


def _no_cut(home: Home, step: PlacedStep) -> Refusal | None:
    if step.parsed is not home.parsed:
        return Refusal(f"{step.name} is no step of {home.parsed.role.id}.", "Name one of its own steps.")
    if step.number == 1:
        message = f"{step.name} is the first step of {home.parsed.role.id}: nothing would be left of it."
        return Refusal(message, "Name the step with which the second journey begins.")
    if step.values.get("parallel") is True:
        message = f"{step.name} happens at the same time as the step before it, which would be in another journey."
        return Refusal(message, "Cut before or after the two.")
    return None


def _free_id(files: AtlasFiles, journey: str) -> str:
    """The journey's id with the first number from 2 on that makes it a new one."""
    numbered = (f"{journey[:60]}-{number}" for number in count(2))
    return next(id for id in numbered if ("journey", id) not in files.homes)


def _across(draft: Draft, cut: PlacedStep, new: str) -> list[Edit] | Refusal:
    """Note that steps lead to the other journey where they led across the cut; the edits of the part that goes."""
    parsed, layout = cut.parsed, draft.layout(cut.file)
    steps = placed_steps(parsed)
    inside: list[Edit] = []
    by_path, by_id = {step.path: step for step in steps}, {step.id: step for step in steps if step.id}
    for mention in mentions_of(parsed):
        source, target = by_path.get(mention.path[:4]), by_id.get(mention.own)
        if mention.kind != "step" or mention.defines or source is None or target is None:
            continue
        goes, leads_away = source.number >= cut.number, target.number >= cut.number
        if goes == leads_away:
            continue
        if target.number not in (1, cut.number):
            where = parsed.position(*mention.path)
            message = f"{where}: {source.name} leads to '{target.id}', which would be in the middle of another journey."
            return Refusal(message, "Take that out first, or cut elsewhere.")
        wish = f"journey:{new if leads_away else parsed.role.id}"
        edit = edit_of_id(layout, layout.span(mention.path), mention.value, wish)
        if goes and edit:
            inside.append(edit)
        else:
            draft.edit(cut.file, mention.path, edit)
        draft.value_at(cut.file, mention.path[:-1])[mention.path[-1]] = wish
    return inside


def _lead_on(draft: Draft, last: PlacedStep, new: str) -> None:
    """Note that the last step that stays leads to the new journey."""
    layout, values, wish = draft.layout(last.file), draft.value_at(last.file, last.path), f"journey:{new}"
    steps = values.setdefault("leads_to", [])
    where = (*last.path, "leads_to")
    if not isinstance(steps, list):
        draft.edit(last.file, where, None)
    elif wish not in steps:
        steps.append(wish)
        is_there = "leads_to" in last.values
        edit = appended(layout, where, wish) if is_there else appended(layout, last.path, f"leads_to: [{wish}]")
        draft.edit(last.file, where, edit)


def _second_values(values: Any, cut: PlacedStep, title: str, paths: Collection[str]) -> Any:
    """The values of the part that goes, taken out of those of the whole; of the ways it has these `paths`."""
    stages = values["stages"]
    going = stages[cut.stage + bool(cut.at) :]
    del stages[cut.stage + bool(cut.at) :]
    if cut.at:
        halved = stages[cut.stage]
        head = {field: value for field, value in halved.items() if field in OF_A_STAGE}
        going.insert(0, {**head, "steps": halved["steps"][cut.at :]})
        del halved["steps"][cut.at :]
    header = {field: value for field, value in values.items() if field not in ("stages", *OF_THE_WHOLE)}
    if header.get("paths") and not paths:
        del header["paths"]
    elif header.get("paths"):
        header["paths"] = {id: header["paths"][id] for id in paths}
    return {**header, "title": title, "stages": going}


def _paths_of(steps: Iterable[PlacedStep]) -> set[str]:
    """The ids of the ways that steps take."""
    return {str(step.values["path"]) for step in steps if "path" in step.values}


def _drop_paths(draft: Draft, cut: PlacedStep, gone: Sequence[str]) -> None:
    """Note that ways are named in the first part no more."""
    layout, values, where = draft.layout(cut.file), draft.values_of(cut.file), ("paths",)
    if gone and len(gone) == len(values["paths"]):
        draft.edit(cut.file, where, removal(layout, where))
        del values["paths"]
    elif gone:
        draft.edit(cut.file, where, *removals(layout, where, gone))
        values["paths"] = {id: text for id, text in values["paths"].items() if id not in gone}


def _second_text(
    draft: Draft, cut: PlacedStep, title: str, inside: Sequence[Edit], paths: Collection[str]
) -> str | None:
    """The text of the part that goes, which is noted to be taken out of its file; None where it cannot be had."""
    layout, last = draft.layout(cut.file), len(stages_of(cut.parsed)) - 1
    parts = [_header(layout, cut, title, paths)]
    regions: list[tuple[Path, Path]] = []
    if cut.at:
        parts.append(_stage_head(layout, cut))
        steps = stages_of(cut.parsed)[cut.stage]["steps"]
        regions.append((cut.path, (*cut.path[:3], len(steps) - 1)))
    if cut.stage + bool(cut.at) <= last:
        regions.append((("stages", cut.stage + bool(cut.at)), ("stages", last)))
    for first, end in regions:
        pieces = piece_at(layout, first), piece_at(layout, end)
        if not pieces[0] or not pieces[1]:
            draft.edit(cut.file, first, None)
            return None
        start, stop = pieces[0].start, pieces[1].end
        parts.append(layout.source.edited(inside, start, stop))
        draft.edit(cut.file, first, taken_out(layout, start, stop))
    return "".join(parts).rstrip("\r\n") + layout.source.line_end


def _header(layout: Layout, cut: PlacedStep, title: str, paths: Collection[str]) -> str:
    """The lines of the new journey above its stages: a comment that names the schema, and the fields of both parts."""
    line_end = layout.source.line_end
    schema = next((line for line in layout.source.text.splitlines() if line.startswith(_SCHEMA)), None)
    parts = [schema + line_end] if schema else []
    for field in values_of(cut.parsed):
        lines = lines_of(layout, (field,))
        if lines and field == "title":
            parts.append(f"{' ' * lines.column}title: {scalar_of(title)}{line_end}")
        elif lines and field == "paths" and set(paths) < set(cut.parsed.defined.get("path", ())):
            parts.append(_some_paths(layout, lines, paths))
        elif lines and field not in (*OF_THE_WHOLE, "stages"):
            parts.append(lines.text)
    key = layout.find(("stages",), key=True)
    margin = layout.source.column_of(key.start) if key else 0
    return "".join([*parts, f"{' ' * margin}stages:{line_end}"])


def _some_paths(layout: Layout, whole: Lines, paths: Collection[str]) -> str:
    """The lines of the field `paths` with some of them; "" for none."""
    line_end = layout.source.line_end
    entries = [lines_of(layout, ("paths", id)) for id in paths]
    below = "".join(shifted(one, whole.column + INDENT, line_end).text for one in entries if one)
    return f"{' ' * whole.column}paths:{line_end}{below}" if below else ""


def _stage_head(layout: Layout, cut: PlacedStep) -> str:
    """The lines of the stage that is cut in two, for its second part, above its steps."""
    line_end, where = layout.source.line_end, cut.path[:2]
    piece, stage = piece_at(layout, where), stages_of(cut.parsed)[cut.stage]
    first = layout.find((*where, next(iter(stage))), key=True)
    if piece is None or first is None:
        return ""
    column = layout.source.column_of(first.start)
    fields = [lines_of(layout, (*where, field)) for field in stage if field in OF_A_STAGE]
    text = "".join(shifted(lines, column, line_end).text for lines in (*fields, Lines("steps:\n", 0)) if lines)
    dash = f"{' ' * piece.column}-"
    return (
        dash + text[len(dash) :] if text.startswith(" " * column) and text[column] != "#" else f"{dash}{line_end}{text}"
    )
