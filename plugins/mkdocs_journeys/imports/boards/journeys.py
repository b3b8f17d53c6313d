"""From a layout to a draft: steps with what stands below them, and what was guessed."""

import re
from collections.abc import Sequence

from mkdocs_journeys.imports.boards.areas import NO_TITLE
from mkdocs_journeys.imports.boards.board import Connector
from mkdocs_journeys.imports.boards.colours import family_of
from mkdocs_journeys.imports.boards.feelings import feelings_of
from mkdocs_journeys.imports.boards.flow import ways_between
from mkdocs_journeys.imports.boards.layout import BoardLayout, PlacedNote
from mkdocs_journeys.imports.draft import DraftJourney, DraftPain, DraftStage, DraftStep
from mkdocs_journeys.imports.tables.emotions import word_of
from mkdocs_journeys.imports.tables.rows import LISTS, TEXTS, WITHOUT_STAGES
from mkdocs_journeys.load.files import id_like
from mkdocs_journeys.yamlfile.writing import YamlValue

NO_STEP = "the board has no step here"
_QUOTES = "\"'“”„«»‘’ "
_BLUEPRINT = {"frontstage", "backstage", "support"}


def journey_of(layout: BoardLayout, connectors: Sequence[Connector], title: str, origin: str) -> DraftJourney:
    """The draft of a layout. `title` is taken where the board has none."""
    steps = _steps(layout, connectors)
    stages = _stages(layout, steps)
    own = "" if NO_TITLE.match(layout.area.title) else layout.area.title
    named = own or layout.signs.title or title
    unplaced = [_said(where, note.text, note.colour) for where, note in layout.unplaced if note.text]
    if own and layout.signs.title not in ("", own):
        unplaced.append(f"Above all: {layout.signs.title}")
    spots = {spot.note.id for spot in layout.columns.steps}
    notes = {note.id for note in layout.area.notes}
    unplaced += [
        f"On an arrow: {one.label}"
        for one in connectors
        if one.label and (one.start in notes or one.end in notes) and not {one.start, one.end} <= spots
    ]
    people = dict.fromkeys([*layout.signs.people, *(name for step in steps for name in step.people)])
    used = {one.field for one in layout.placed}
    fields: dict[str, YamlValue] = {"kind": "blueprint"} if used & _BLUEPRINT and "emotion" not in used else {}
    return DraftJourney(named, origin, stages, tuple(people), fields, tuple(unplaced), tuple(layout.guesses))


def _said(where: str, text: str, colour: str) -> str:
    family = family_of(colour)
    return f"{where}, {family}: {text}" if family else f"{where}: {text}"


def _steps(layout: BoardLayout, connectors: Sequence[Connector]) -> list[DraftStep]:
    columns = layout.columns
    about: dict[int, list[PlacedNote]] = {}
    for one in layout.placed:
        for at in one.steps[: 1 if one.field in ("pains", "emotion") else None]:
            about.setdefault(at, []).append(one)
    ways = ways_between(connectors, columns)
    ids = _ids(layout, {end for some in ways.values() for end, _ in some})
    feelings = feelings_of(layout.placed, layout.rows, framed=bool(layout.area.lanes))
    felt_first = min(
        (at for at, some in about.items() if any(one.note.id in feelings.values for one in some)), default=0
    )
    found = []
    for at, spot in enumerate(columns.steps):
        here = about.get(at, [])
        remarks = [feelings.remark] if feelings.remark and at == felt_first else []
        own = columns.members[spot.column]
        if at == own[0] and len(own) > 1 and any(one.note.box.y0 > columns.boxes[spot.column].y1 for one in here):
            remarks.append(f"what follows is said of {len(own)} steps together")
        fields: dict[str, YamlValue] = {"id": ids[at]} if at in ids else {}
        if at in ways:
            fields["leads_to"] = [ids[to] for to, _ in ways[at]]
        remarks += [
            f"the arrow to {_line(columns.steps[to].note.text)!r} says: {_line(label)}"
            for to, label in ways.get(at, ())
            if label
        ]
        found.append(_step(_line(spot.note.text), here, feelings.values, fields, remarks))
    return found


def _step(
    name: str,
    about: Sequence[PlacedNote],
    values: dict[str, float],
    fields: dict[str, YamlValue],
    remarks: Sequence[str],
) -> DraftStep:
    names: dict[str, list[str]] = {}
    lists: dict[str, list[YamlValue]] = {}
    lanes: dict[str, str] = {}
    felt: list[float] = []
    for one in about:
        text, field = one.note.text, one.field
        if one.lane:
            lanes[one.lane] = f"{lanes[one.lane]}; {_line(text)}" if one.lane in lanes else _line(text)
        elif field in ("person", "touchpoint", "channel", "team"):
            names.setdefault(field, []).extend(filter(None, map(str.strip, re.split(r"[,;\n]", text))))
        elif field in ("emotion", "feelings"):
            if one.note.id in values:
                felt.append(values[one.note.id])
                if not any(map(str.isalpha, text)) or (field == "emotion" and word_of(text) is not None):
                    continue
            lists.setdefault("feelings", []).extend(filter(None, map(str.strip, re.split(r"[,;\n]", text))))
        elif field == "pains":
            names.setdefault("pains", []).append(_line(text))
        elif field == "moment_of_truth":
            fields["moment_of_truth"] = True
            remarks = [*remarks, f"moment of truth: {_line(text)}"]
        elif field in LISTS:
            line = _line(text)
            lists.setdefault(field, []).append(line.strip(_QUOTES) or line if field == "says" else line)
        elif field in TEXTS:
            fields[field] = f"{fields[field]}; {_line(text)}" if field in fields else _line(text)
    return DraftStep(
        name,
        _names(names, "person"),
        {"": round(sum(felt) / len(felt), 1)} if felt else {},
        _names(names, "touchpoint"),
        _names(names, "channel"),
        _names(names, "team"),
        tuple(map(DraftPain, names.get("pains", ()))),
        {**fields, **lists},
        "; ".join(remarks),
        lanes,
    )


def _names(names: dict[str, list[str]], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.get(field, ())))


def _stages(layout: BoardLayout, steps: Sequence[DraftStep]) -> tuple[DraftStage, ...]:
    columns = layout.columns
    spans = columns.stages
    goals: dict[int, str] = {}
    for one in layout.placed:
        if one.field == "goal":
            said = _line(one.note.text)
            goals[one.stage] = f"{goals[one.stage]}; {said}" if one.stage in goals else said
    below: dict[int, list[DraftStep]] = {}
    for step, spot in zip(steps, columns.steps, strict=True):
        below.setdefault(spot.stage, []).append(step)
    found = []
    for number in range(len(spans)) if spans else [-1]:
        own = below.get(number, [])
        title = (spans[number].title or f"Stage {number + 1}") if spans else WITHOUT_STAGES
        if number in layout.stepless:
            about = [one for one in layout.placed if not one.steps and one.stage == number]
            own = [_step(title, about, {}, {}, [NO_STEP])]
        elif not own and spans:
            own = [DraftStep(title, remark=NO_STEP)]
        found.append(DraftStage(title, tuple(own), {"goal": goals[number]} if number in goals else {}))
    return tuple(found)


def _ids(layout: BoardLayout, wanted: set[int]) -> dict[int, str]:
    """Ids of the steps that others lead to."""
    found: dict[int, str] = {}
    for at in sorted(wanted):
        stem = id_like(layout.columns.steps[at].note.text[:50]) or "step"
        number, id = 1, stem
        while id in found.values():
            number += 1
            id = f"{stem[:56]}-{number}"
        found[at] = id
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
