"""What only the lists below a journey's map have: its figures of no metric, its hand-offs, the studies it rests on."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.metrics import series_of
from mkdocs_journeys.insight.things.handoffs import handoffs_of
from mkdocs_journeys.insight.things.occurrences import citations_of
from mkdocs_journeys.model import Figure, Journey, Pain
from mkdocs_journeys.site.addresses import stage_anchor, step_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import MeanEmotion, feeling, unknown_emotion
from mkdocs_journeys.site.links import NamedLink, evidence_link
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.site.rendering.numbers import figure_value


class FigureRow(NamedTuple):
    """A number of no metric with its unit, sample, day and source, and the stage or step that gives it."""

    name: str
    value: str
    sample: int | None
    on: date | None
    source: NamedLink | None
    where: NamedLink


class HandoffRow(NamedTuple):
    """A change of team between two steps, with the emotion after it."""

    from_team: str
    to_team: str
    before: int
    before_name: str
    after: int
    after_name: str
    emotion: MeanEmotion
    pains: str


def figure_rows(context: PageContext, journey: Journey) -> list[FigureRow]:
    """The numbers of the journey's stages and steps that belong to no metric, in order."""
    return [
        FigureRow(
            name=figure.name,
            value=figure_value(figure),
            sample=figure.n,
            on=figure.date,
            source=evidence_link(context, figure.evidence) if figure.evidence else None,
            where=where,
        )
        for figure, where in _figures_of(context, journey)
    ]


def _figures_of(context: PageContext, journey: Journey) -> Iterator[tuple[Figure, NamedLink]]:
    """The figures of each stage and then of its steps, with a link to where they stand."""
    numbers = count(1)
    for stage_number, stage in enumerate(journey.stages, 1):
        for figure in stage.figures:
            yield figure, NamedLink(context.atlas.stage_name(stage), f"#{stage_anchor(stage_number)}")
        for step, number in zip(stage.steps, numbers, strict=False):
            for figure in step.figures:
                yield figure, NamedLink(step.name, f"#{step_anchor(number)}")


def handoff_rows(context: PageContext, journey: Journey) -> list[HandoffRow]:
    """Where the journey passes from one team to another, in order."""
    unknown = unknown_emotion(blueprint=journey.kind == "blueprint")
    return [
        HandoffRow(
            from_team=listed([team.name for team in handoff.from_teams]),
            to_team=listed([team.name for team in handoff.to_teams]),
            before=handoff.before.number,
            before_name=handoff.before.step.name,
            after=handoff.after.number,
            after_name=handoff.after.step.name,
            emotion=unknown if handoff.emotion is None else feeling(handoff.emotion),
            pains=" · ".join([located.pain.title for located in handoff.pains]),
        )
        for handoff in handoffs_of(context.atlas, journey)
    ]


def studies_of(journey: Journey) -> Counter[str]:
    """The studies that a journey, its steps, quotes and own pains rest on, by id, with how often."""
    found = [*journey.evidence, *(one.evidence for part in journey.stages for one in part.figures if one.evidence)]
    for step in journey.steps:
        found += citations_of(step)
        for pain in step.pains:
            if isinstance(pain, Pain):
                found += pain.evidence
    return Counter([reference.partition("/")[0] for reference in found])


def metrics_beside_the_funnel(atlas: Atlas, journey: Journey) -> list[str]:
    """The metrics that a journey and its parts name; what counts its stages stands below them on the map, if known."""
    found = [*journey.metrics]
    for stage in journey.stages:
        found += stage.metrics
        found += [stage.volume] if stage.volume and not series_of(atlas, stage.volume) else []
        found += [id for step in stage.steps for id in step.metrics]
    return found
