"""All pains as compact JSON, for filtering and sorting in the browser.

Names stand once in tables and rows refer to them by number, so that 6,000 pains stay around a megabyte.
Addresses are relative to the site's root.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.insight.scoring import Score
from mkdocs_journeys.model import scales
from mkdocs_journeys.site.anchors import place_of
from mkdocs_journeys.site.links import Links
from mkdocs_journeys.site.pages.pains.working import working_of

Key = TypeVar("Key")

INDEX_URI = "assets/journeys/pains.json"

_SCALES: dict[str, list[str]] = {
    "severity": list(scales.SEVERITY),
    "frequency": list(scales.FREQUENCY),
    "impact": list(scales.IMPACT),
    "confidence": list(scales.CONFIDENCE),
    "status": ["open", "accepted", "in-progress", "resolved", "wont-fix"],
}


def pain_index(atlas: Atlas, backlog: Sequence[ScoredHurt], directory_urls: bool = True) -> dict[str, Any]:
    """The index as plain values.

    `places` holds (journey, stage number, stage, the stage's name, step number, step, personas) and `pains`
    (id, title, kind, score, band, working, severity, frequency, impact, confidence, status, open, team,
    places, evidence count, since); journeys, stages, personas, teams and workings by number, -1 for no team.
    """
    links = Links("", directory_urls)
    places = {_key(place): place for item in backlog for place in item.hurt.places}
    scores = dict.fromkeys(item.score for item in backlog)
    numbers = _Numbers(_numbers(scores), _numbers(atlas.teams), _numbers(places))
    return {
        "scales": _SCALES,
        "journeys": [[id, item.title, links.to(f"journeys/{id}.md")] for id, item in atlas.journeys.items()],
        "stages": [[id, item.name] for id, item in atlas.stages.items()],
        "personas": [[id, item.name] for id, item in atlas.personas.items()],
        "teams": [[id, item.name, _team_address(atlas, links, id)] for id, item in atlas.teams.items()],
        "places": _places(atlas, places.values()),
        "workings": [[[t.name, t.words, int(t.missing), t.after] for t in working_of(score)] for score in scores],
        "pains": [_pain(item, numbers) for item in backlog],
    }


def index_text(index: dict[str, Any]) -> str:
    """The index as JSON that may stand inside HTML: nothing in it reads as markup."""
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


@dataclass(frozen=True, slots=True)
class _Numbers:
    scores: dict[Score, int]
    teams: dict[str, int]
    places: dict[tuple[str, int], int]


def _pain(item: ScoredHurt, numbers: _Numbers) -> list[Any]:
    pain, score = item.pain, item.score
    return [
        *(pain.id, pain.title, pain.kind, score.shown, score.band, numbers.scores[score]),
        *(pain.severity or "", pain.frequency or "", pain.impact or "", pain.believed),
        *(pain.status, int(pain.is_open), numbers.teams.get(pain.owner or "", -1)),
        [numbers.places[_key(place)] for place in item.hurt.places],
        *(len(pain.evidence), pain.since.isoformat() if pain.since else ""),
    ]


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
    place = place_of(atlas, "team", id)
    return links.to(*place) if place else ""


def _key(place: StepLocation) -> tuple[str, int]:
    return place.journey.id, place.number


def _numbers(keys: Iterable[Key]) -> dict[Key, int]:
    return {key: number for number, key in enumerate(keys)}
