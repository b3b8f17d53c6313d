"""The Mermaid diagram of a journey's stages, and the table that says the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.emotion import signed, stage_emotion
from mkdocs_journeys.insight.selection import open_pains_at
from mkdocs_journeys.model import Journey, JourneyStage
from mkdocs_journeys.site.addresses import stage_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.diagrams.stages import StageNode, mermaid_block, stage_flowchart
from mkdocs_journeys.site.links import NamedLink, journey_titles

JOURNEY = "journey:"
"""The prefix of a step's `leads_to` that names a journey."""


class StageDiagramRow(NamedTuple):
    """A stage in the diagram's table."""

    name: str
    href: str
    goal: str
    expectation: str
    duration: str
    steps: int
    emotion: float | None
    pains: int
    journeys: tuple[NamedLink, ...]


@dataclass(frozen=True, slots=True)
class StageDiagram:
    """The drawing, None where it is too large for Mermaid, and its rows."""

    drawing: Markup | None
    rows: tuple[StageDiagramRow, ...]


def stage_diagram(context: PageContext, journey: Journey) -> StageDiagram:
    """The stages of a journey, from left to right."""
    homes = {step.id: index for index, part in enumerate(journey.stages) for step in part.steps if step.id}
    drawn = [_drawn(context, number, stage, homes) for number, stage in enumerate(journey.stages, 1)]
    rows = tuple([row for row, _ in drawn])
    source = stage_flowchart([node for _, node in drawn], _in_words(rows), f"Stages of {journey.title}")
    return StageDiagram(mermaid_block(source) if source else None, rows)


def _drawn(
    context: PageContext, number: int, stage: JourneyStage, homes: Mapping[str, int]
) -> tuple[StageDiagramRow, StageNode]:
    pains = {located.pain.id for step in stage.steps if step.pains for located in open_pains_at(context.atlas, step)}
    targets = dict.fromkeys([target for step in stage.steps for target in step.leads_to])
    row = StageDiagramRow(
        name=context.atlas.stage_name(stage),
        href=f"#{stage_anchor(number)}",
        goal=stage.goal or "",
        expectation=stage.expectation or "",
        duration=stage.duration or "",
        steps=len(stage.steps),
        emotion=stage_emotion(stage),
        pains=len(pains),
        journeys=tuple([_journey(context, target) for target in targets if target.startswith(JOURNEY)]),
    )
    node = StageNode(
        name=row.name,
        link=row.href,
        emotion=row.emotion,
        steps=row.steps,
        open_pains=row.pains,
        moment_of_truth=any(step.moment_of_truth for step in stage.steps),
        leads_to=tuple([homes[target] for target in targets if not target.startswith(JOURNEY)]),
        journeys=tuple([other.name for other in row.journeys]),
    )
    return row, node


def _journey(context: PageContext, target: str) -> NamedLink:
    id = target.removeprefix(JOURNEY)
    return NamedLink(context.site.cached(journey_titles)[id], context.to_thing("journey", id))


def _in_words(rows: tuple[StageDiagramRow, ...]) -> str:
    means = [f"{row.name} ({signed(row.emotion)})" if row.emotion is not None else row.name for row in rows]
    return f"{len(rows)} stages, with the mean emotion of each: {', then '.join(means)}"
