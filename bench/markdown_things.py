"""The pages of single things as Markdown for stock Material: a page for each thing that has one of ours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bench.markdown_text import bullets, cell, heading, labelled, linked, table

Values = dict[str, Any]
CATALOG = {f"{kind}s": kind for kind in ("stage", "touchpoint", "channel", "team", "segment")}
MOST_ROWS = 60


class PlacedStep(NamedTuple):
    """A step with the id and the title of its journey, and its stage."""

    journey: str
    title: str
    stage: str
    step: Values


def thing_pages(catalog: Values, journeys: Mapping[Path, Values]) -> Iterator[tuple[str, str]]:
    """A page for each pain, thing of the catalog, system and tag, with the steps where it occurs; and two indexes."""
    steps = list(_steps(journeys))
    places = _places(catalog, journeys, steps)
    for name, kind in CATALOG.items():
        for thing in catalog[name]:
            yield f"{name}/{thing['id']}.md", _page(thing["name"], thing, places[kind, thing["id"]])
    for kind, name in places:
        if kind in ("system", "tag"):
            yield f"{kind}s/{_slug(name)}.md", _page(name, {}, places[kind, name])
    for place in steps:
        for pain in place.step.get("pains", ()):
            if isinstance(pain, dict):
                yield f"pains/{pain['id']}.md", _pain(pain, places["pain", pain["id"]])
    yield "hand-offs.md", heading(1, "Hand-offs") + table(["Journey", "From", "To"], _handoffs(catalog, steps))
    yield "board.md", heading(1, "Board") + "".join(_board(steps))


def _steps(journeys: Mapping[Path, Values]) -> Iterator[PlacedStep]:
    for path, journey in journeys.items():
        for stage in journey["stages"]:
            for step in stage["steps"]:
                yield PlacedStep(path.stem, journey["title"], stage["stage"], step)


def _places(
    catalog: Values, journeys: Mapping[Path, Values], steps: Iterable[PlacedStep]
) -> defaultdict[tuple[str, str], list[PlacedStep]]:
    """The steps where each thing occurs, by its kind and id."""
    found: defaultdict[tuple[str, str], list[PlacedStep]] = defaultdict(list)
    touchpoints = {thing["id"]: thing for thing in catalog["touchpoints"]}
    about = {path.stem: journey for path, journey in journeys.items()}
    for place in steps:
        at = [touchpoints[id] for id in _many(place.step.get("touchpoint"))]
        names = [("stage", place.stage), *(("touchpoint", one["id"]) for one in at)]
        names += [("channel", one["channel"]) for one in at] + [("team", one["team"]) for one in at if one.get("team")]
        names += [("system", name) for one in (place.step, *at) for name in one.get("systems", ())]
        names += [("pain", pain if isinstance(pain, str) else pain["id"]) for pain in place.step.get("pains", ())]
        names += [("tag", tag) for tag in about[place.journey].get("tags", ())]
        names += [("segment", id) for id in about[place.journey].get("segments", ())]
        for name in dict.fromkeys(names):
            found[name].append(place)
    return found


def _many(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _page(name: str, values: Values, places: list[PlacedStep]) -> str:
    rest = [key for key in values if key not in ("id", "name")]
    return heading(1, name) + labelled(values, rest) + heading(2, "What happens here") + _where(places)


def _pain(pain: Values, places: list[PlacedStep]) -> str:
    rest = [key for key in pain if key not in ("id", "title", "description")]
    description = linked(pain.get("description", ""))
    return heading(1, pain["title"]) + labelled(pain, rest) + f"{description}\n\n" + _where(places)


def _where(places: list[PlacedStep]) -> str:
    """The first of the steps as a table, as our pages draw some journeys, and the other journeys by name."""
    rows = ((one.title, one.stage, one.step["name"], one.step.get("emotion")) for one in places[:MOST_ROWS])
    others = dict.fromkeys(one.title for one in places[MOST_ROWS:])
    return table(["Journey", "Stage", "Step", "Emotion"], ([cell(part) for part in row] for row in rows)) + bullets(
        others
    )


def _handoffs(catalog: Values, steps: list[PlacedStep]) -> Iterator[list[str]]:
    team_of = {thing["id"]: thing.get("team") for thing in catalog["touchpoints"]}
    teams = [next((team_of[id] for id in _many(one.step.get("touchpoint"))), None) for one in steps]
    for before, after, one, two in zip(teams, teams[1:], steps, steps[1:], strict=False):
        if before and after and before != after and one.journey == two.journey:
            yield [cell(one.title), cell(before), cell(after)]


def _board(steps: Iterable[PlacedStep]) -> Iterator[str]:
    by_status: defaultdict[str, list[str]] = defaultdict(list)
    for place in steps:
        for pain in place.step.get("pains", ()):
            if isinstance(pain, dict):
                by_status[pain.get("status", "open")].append(pain["title"])
    for status, titles in by_status.items():
        yield heading(2, status) + bullets(titles)


def _slug(name: str) -> str:
    return "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in name.casefold()).strip("-")
