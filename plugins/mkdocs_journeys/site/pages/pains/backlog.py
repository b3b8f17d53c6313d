"""The backlog of pains as rows: those that a page shows, and all of them as JSON for the browser's filters."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.insight.scoring import BANDS, Band, Score, ScoredPain, cost_of
from mkdocs_journeys.model import Cost, scales
from mkdocs_journeys.site.addresses import FOLDER_NAMES, Links, address_of, page_uri, stage_anchor, step_anchor
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.pages.pains.score_breakdown import ScoreTerm, pain_breakdown
from mkdocs_journeys.site.rendering.numbers import cost_in_words, day
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import message

Key = TypeVar("Key")

INDEX_URI = "assets/journeys/pains.json"
MOST_PLACES = 20
"""How many further places of a pain a row links to."""
_SCALES: dict[str, list[str]] = {
    "severity": list(scales.SEVERITY),
    "frequency": list(scales.FREQUENCY),
    "impact": list(scales.IMPACT),
    "confidence": list(scales.CONFIDENCE),
    "status": ["open", "accepted", "in-progress", "resolved", "wont-fix"],
}
OPEN = ("status", "not-closed")
"""The filter that finds open pains, as the address has it."""


class BacklogColumn(NamedTuple):
    """A column of the backlog: its `label` is a message, `key` stands in the address.

    A first click sorts `falling` ones downwards.
    """

    key: str
    label: str
    falling: bool = False


COLUMNS = (
    BacklogColumn("score", message("Score"), falling=True),
    BacklogColumn("title", message("Pain")),
    BacklogColumn("severity", message("Severity"), falling=True),
    BacklogColumn("frequency", message("Frequency"), falling=True),
    BacklogColumn("impact", message("Impact"), falling=True),
    BacklogColumn("confidence", message("Confidence"), falling=True),
    BacklogColumn("status", message("Status")),
    BacklogColumn("owner", message("Owner")),
    BacklogColumn("where", message("Where it hurts")),
    BacklogColumn("evidence", message("Evidence"), falling=True),
    BacklogColumn("since", message("Since")),
)


PlaceNames = tuple[str, str, str, str, str, str]
"""Journey, stage and step where a pain is felt, each by its name and its link."""


class BacklogRow(NamedTuple):
    """One pain as a row, with values as the format has them, empty where they are not given.

    `evidence` counts references. `where` is the place that defines it, `others` are further ones, at most
    MOST_PLACES; `more` says how many there are of them altogether.
    """

    title: str
    href: str
    kind: str
    score: int
    band: Band
    working: tuple[ScoreTerm, ...]
    severity: str
    frequency: str
    impact: str
    believed: str
    status: str
    is_open: bool
    owner: str
    owner_href: str
    where: PlaceNames
    others: tuple[PlaceNames, ...]
    more: int
    evidence: int
    since: date | None
    cost: Cost | None
    badge: ChangeBadge | None


def backlog_row(context: PageContext, scored: ScoredPain) -> BacklogRow:
    """A scored pain as a row of the page at `context`."""
    pain, score, places = scored.pain, scored.score, scored.located.places
    owner = context.atlas.teams[pain.owner] if pain.owner else None
    return BacklogRow(
        title=pain.title,
        href=context.to_thing("pain", pain.id),
        kind=pain.kind,
        score=score.shown,
        band=score.band,
        working=pain_breakdown(score),
        severity=pain.severity or "",
        frequency=pain.frequency or "",
        impact=pain.impact or "",
        believed=pain.believed,
        status=pain.status,
        is_open=pain.is_open,
        owner=owner.name if owner else "",
        owner_href=context.to_thing("team", owner.id) if owner else "",
        where=_place_names(context, places[0]),
        others=tuple(_place_names(context, place) for place in places[1 : MOST_PLACES + 1]),
        more=len(places) - 1,
        evidence=len(pain.evidence),
        since=pain.since,
        cost=_cost(context.atlas, scored),
        badge=context.badge("pain", pain.id),
    )


def _cost(atlas: Atlas, scored: ScoredPain) -> Cost | None:
    found = cost_of(scored.pain, atlas.catalog.scoring)
    return found.cost if found else None


def _place_names(context: PageContext, place: StepLocation) -> PlaceNames:
    uri = page_uri("journey", place.journey.id)
    return (
        place.journey.title,
        context.to(uri),
        context.atlas.stage_name(place.stage),
        context.to(uri, stage_anchor(place.stage_number)),
        place.step.name,
        context.to(uri, step_anchor(place.number)),
    )


def pain_index(atlas: Atlas, backlog: Sequence[ScoredPain], directory_urls: bool = True) -> dict[str, Any]:
    """All pains as compact plain values, with addresses relative to the site's root, in the language that is spoken.

    Names stand once in tables and rows refer to them by number, so that 6,000 pains stay around a megabyte.

    `places` holds (journey, stage number, stage, the stage's name, step number, step, personas) and `pains`
    (id, title, kind, score, band, working, severity, frequency, impact, confidence, status, open, team,
    places, evidence count, since, and the cost in words with its low end if it is known); journeys, stages, personas,
    teams and workings by number, -1 for no team. Each term of a working ends with its share of the most that it may be,
    from 0 to 1. A pain's address is `address` with its id in place of `%s`, or that in `addresses`. `words` says what
    readers see for a value or a day, where that is not the value itself.
    """
    links = Links("", directory_urls)
    places = {_key(place): place for item in backlog for place in item.located.places}
    scores = _numbers(dict.fromkeys(item.score for item in backlog))
    teams, place_numbers = _numbers(atlas.teams), _numbers(places)

    def row(item: ScoredPain) -> list[Any]:
        pain, score = item.pain, item.score
        return [
            *(pain.id, pain.title, pain.kind, score.shown, score.band, scores[score]),
            *(pain.severity or "", pain.frequency or "", pain.impact or "", pain.believed),
            *(pain.status, int(pain.is_open), teams.get(pain.owner or "", -1)),
            [place_numbers[_key(place)] for place in item.located.places],
            *(len(pain.evidence), pain.since.isoformat() if pain.since else ""),
            *([[cost_in_words(cost), cost.low]] if (cost := _cost(atlas, item)) else []),
        ]

    return {
        "scales": _SCALES,
        "journeys": [[id, item.title, links.to(page_uri("journey", id))] for id, item in atlas.journeys.items()],
        "stages": [[id, item.name] for id, item in atlas.stages.items()],
        "personas": [[id, item.name] for id, item in atlas.personas.items()],
        "teams": [[id, item.name, _team_address(atlas, links, id)] for id, item in atlas.teams.items()],
        "places": _places(atlas, places.values()),
        "workings": [_working(score) for score in scores],
        "address": links.to("pains/%s.md"),
        "addresses": {id: links.to(page_uri("pain", id)) for id in FOLDER_NAMES if id in atlas.pains},
        "words": _words(backlog),
        "pains": [row(item) for item in backlog],
    }


def _working(score: Score) -> list[list[Any]]:
    terms = zip(pain_breakdown(score), score.factors, strict=True)
    return [[*(t.name, t.words, int(t.missing), t.after), round(factor.share, 4)] for t, factor in terms]


def _words(backlog: Iterable[ScoredPain]) -> dict[str, str]:
    words = {value: term(value) for value in (*BANDS, *(value for scale in _SCALES.values() for value in scale))}
    for item in backlog:
        words[item.pain.kind] = term(item.pain.kind)
        if item.pain.since:
            words[item.pain.since.isoformat()] = day(item.pain.since)
    return {value: word for value, word in words.items() if word != value}


def index_text(index: dict[str, Any]) -> str:
    """The index as JSON that may stand inside HTML: nothing in it reads as markup."""
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _places(atlas: Atlas, places: Iterable[StepLocation]) -> list[list[Any]]:
    journeys, stages, personas = map(_numbers, (atlas.journeys, atlas.stages, atlas.personas))
    return [
        [
            *(journeys[place.journey.id], place.stage_number, stages[place.stage.stage]),
            *(atlas.stage_name(place.stage), place.number, place.step.name),
            [personas[actor] for actor in actors_of(place.journey, place.step)],
        ]
        for place in places
    ]


def _team_address(atlas: Atlas, links: Links, id: str) -> str:
    place = address_of(atlas, "team", id)
    return links.to(*place) if place else ""


def _key(place: StepLocation) -> tuple[str, int]:
    return place.journey.id, place.number


def _numbers(keys: Iterable[Key]) -> dict[Key, int]:
    return {key: number for number, key in enumerate(keys)}
