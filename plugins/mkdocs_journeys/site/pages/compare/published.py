"""What the page by address reads of a journey: small JSON with all words made, so that a script only sets it out."""

import json
from collections.abc import Mapping
from typing import Any

from mkdocs_journeys.insight.comparison.sides import (
    JourneySide,
    SideStep,
    acting_people,
    figures_of,
    open_pains_of,
    side_steps,
)
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.insight.selection import open_pains_at
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import pain_card, thing_link
from mkdocs_journeys.site.pages.compare.curves import main_way
from mkdocs_journeys.site.pages.compare.figures import COUNTED
from mkdocs_journeys.site.pages.compare.view import handoffs_in_words, step_notes
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _


def journey_data(context: PageContext, id: str) -> bytes:
    """The JSON of a journey; its links are those of the page of the context."""
    return json.dumps(_journey(context, context.atlas.journeys[id]), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "replace"
    )


def _journey(context: PageContext, journey: Journey) -> Mapping[str, Any]:
    """`sides` are figures by persona, "" for everybody; so is what is `felt` at a step. Pains are those that are open.

    What is only compared, such as the `teams` of a step, are ids in one text. What a step does not have is left out;
    steps `aside` are not on the main way.
    """
    atlas, people = context.atlas, acting_people(journey)
    sides = [JourneySide(journey, persona) for persona in ("", *(people if len(people) > 1 else ()))]
    felt: dict[int, dict[str, float | None]] = {}
    for side in sides:
        for one in side_steps(atlas, side):
            felt.setdefault(one.place.number, {})[side.persona] = one.emotion
    main, handoffs = main_way(journey), handoffs_in_words(context, sides[0])
    return {
        "title": journey.title,
        "href": context.to_thing("journey", journey.id),
        "people": [[side.persona, atlas.personas[side.persona].name] for side in sides[1:]],
        "sides": {side.persona: _figures(context, side) for side in sides},
        "stages": {id: _stage(context, id) for id in dict.fromkeys([stage.stage for stage in journey.stages])},
        "steps": [
            _step(context, one, felt[one.place.number], handoffs, one.place.number not in main)
            for one in side_steps(atlas, sides[0])
        ],
        "pains": {id: _pain(context, item) for id, item in open_pains_of(atlas, sides[0]).items()},
    }


def _figures(context: PageContext, side: JourneySide) -> Mapping[str, Any]:
    found = figures_of(context.atlas, side)
    time = found.time.whole if found.time else None
    return {
        "emotion": found.emotion,
        "counts": [count(found) for _label, count in COUNTED],
        "time": [*time, str(time)] if time else None,
    }


def _stage(context: PageContext, id: str) -> list[str]:
    link = thing_link(context, "stage", id)
    return [link.name, link.href]


def _step(
    context: PageContext, one: SideStep, felt: Mapping[str, float | None], handoffs: Mapping[int, str], is_aside: bool
) -> dict[str, Any]:
    atlas, step = context.atlas, one.place.step
    given = {
        "id": step.id,
        "touchpoints": " ".join(step.touchpoint),
        "channels": " ".join(step.channel),
        "teams": " ".join([team.id for team in atlas.teams_of(step)]),
        "time": f"{step.duration or ''}, {step.wait or ''}" if step.duration or step.wait else "",
        "notes": step_notes(context, one, handoffs),
        "pains": [item.pain.id for item in open_pains_at(atlas, step)],
        "aside": is_aside,
    }
    known = {name: value for name, value in given.items() if value}
    return {"name": step.name, "stage": one.place.stage.stage, "felt": felt, **known}


def _pain(context: PageContext, item: ScoredPain) -> list[Any]:
    """Its name, address, score and band, that band in words, and what else its badge says."""
    card = pain_card(context, item)
    notes = [term(card.status)] if card.status == "in-progress" else []
    assumed = card.believed == "assumed"
    band = _("score %(score)s, %(band)s", score=card.score, band=term(card.band))
    return [card.title, card.href, card.score, card.band, band, assumed, [*notes, *([_("assumed")] if assumed else [])]]
