"""What is said of a journey, a persona, a metric and pains."""

from collections.abc import Mapping
from typing import Any, overload

from mkdocs_journeys.atlas import Atlas, LocatedPain, StepLocation
from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.insight.scoring import Score, ScoredPain, backlog, score_opportunity, score_pain
from mkdocs_journeys.insight.selection import metrics_of_journey
from mkdocs_journeys.mcp.answers import (
    FactorLine,
    JourneyAnswer,
    JourneyStep,
    MetricAnswer,
    MetricFigure,
    PainLine,
    PainsAnswer,
    PersonaAnswer,
    ScoreAnswer,
    first_ids,
    left_out,
    shortened,
)
from mkdocs_journeys.mcp.workspace import AtlasState, UnansweredError, place
from mkdocs_journeys.model import Pain
from mkdocs_journeys.model.scales import SEVERITY, SeverityWord
from mkdocs_journeys.problem import Position

LAST_FIGURES = 6


def journey(state: AtlasState, id: str) -> JourneyAnswer:
    """A journey with its steps."""
    atlas, thing = state.sound, state.thing("journey", id)
    found = atlas.journeys[id]
    mean = mean_emotion(found)
    return JourneyAnswer(
        id=id,
        title=found.title,
        where=state.where(thing),
        status=found.status,
        state=found.state,
        personas=found.personas,
        objective=shortened(found.objective),
        owner=found.owner or "",
        reviewed=found.reviewed.isoformat() if found.reviewed else "",
        mean_emotion=None if mean is None else round(mean, 2),
        steps=tuple(_step(atlas, one) for one in atlas.places[id]),
        opportunities=tuple(one.id for one in atlas.opportunities_of_journey.get(id, ())),
        future_journeys=tuple(one.id for one in atlas.futures_of.get(id, ())),
    )


def _step(atlas: Atlas, at: StepLocation) -> JourneyStep:
    step = at.step
    thinks = step.thinks
    return JourneyStep(
        number=at.number,
        name=step.name,
        where=step_place(atlas, at),
        id=step.id,
        stage=atlas.stage_name(at.stage),
        touchpoints=step.touchpoint,
        teams=tuple(team.id for team in atlas.teams_of(step)),
        emotion=step.emotion,
        thinks={who: shortened(said) for who, said in thinks.items()}
        if isinstance(thinks, Mapping)
        else shortened(thinks),
        pains=tuple(pain.id if isinstance(pain, Pain) else pain for pain in step.pains),
        opportunities=step.opportunities,
        metrics=step.metrics,
        moment_of_truth=step.moment_of_truth or None,
    )


def step_path(at: StepLocation) -> tuple[str | int, ...]:
    """Where a step stands in its journey's file."""
    return ("stages", at.stage_number - 1, "steps", at.stage.steps.index(at.step))


def step_place(atlas: Atlas, at: StepLocation) -> str:
    """FILE:LINE of a step."""
    source = atlas.sources.get(at.journey.path)
    line = source.locate(step_path(at))[0] if source else 1
    return place(Position(at.journey.path, line, 1))


def step_name(at: StepLocation) -> str:
    """JOURNEY/NUMBER of a step, as commands take it."""
    return f"{at.journey.id}/{at.number}"


def pains(
    state: AtlasState,
    wanted: Mapping[str, str],
    severity: SeverityWord | None = None,
    status: str = "open",
    most: int = 10,
) -> PainsAnswer:
    """The pains that fit, by score.

    `wanted` leads from journey, persona, touchpoint, stage, team or opportunity to an id. `severity` is the least one;
    a `status` of open means every one that still hurts, any means all.
    """
    atlas = state.sound
    for kind, id in wanted.items():
        state.thing(kind, id)
    fitting = [
        one
        for one in backlog(atlas)
        if (status == "any" or (one.pain.is_open if status == "open" else one.pain.status == status))
        and (severity is None or (one.pain.severity and SEVERITY[one.pain.severity] >= SEVERITY[severity]))
        and all(_fits(atlas, one.located, kind, id) for kind, id in wanted.items())
    ]
    lines = tuple(_pain(state, one) for one in fitting[:most])
    return PainsAnswer(pains=lines, more=left_out(len(fitting), most))


def _fits(atlas: Atlas, located: LocatedPain, kind: str, id: str) -> bool:
    match kind:
        case "journey":
            return any(at.journey.id == id for at in located.places)
        case "persona":
            return any(
                one.id == at.journey.id for at in located.places for one in atlas.journeys_of_persona.get(id, ())
            )
        case "touchpoint":
            return any(id in at.step.touchpoint for at in located.places)
        case "stage":
            return any(at.stage.stage == id for at in located.places)
        case "team":
            behind = {team.id for at in located.places for team in atlas.teams_of(at.step)}
            return id in (behind if located.pain.owner is None else {located.pain.owner})
    return any(one.id == id for one in atlas.opportunities_of_pain.get(located.pain.id, ()))


def _pain(state: AtlasState, one: ScoredPain) -> PainLine:
    pain = one.pain
    return PainLine(
        id=pain.id,
        title=pain.title,
        where=state.where(state.thing("pain", pain.id)),
        steps=first_ids(step_name(at) for at in one.located.places),
        status=pain.status,
        score=one.score.shown,
        band=one.score.band,
        severity=pain.severity,
        frequency=pain.frequency,
        impact=pain.impact,
        owner=pain.owner or "",
        evidence=pain.evidence,
        opportunities=tuple(item.id for item in state.sound.opportunities_of_pain.get(pain.id, ())),
    )


def explained_score(state: AtlasState, kind: str, id: str) -> ScoreAnswer:
    """How the score of a pain or an opportunity comes about."""
    atlas, scoring = state.sound, state.sound.catalog.scoring
    if kind not in ("pain", "opportunity"):
        raise UnansweredError("Only pains and opportunities have a score.")
    thing = state.thing(kind, id)
    score: Score
    if kind == "pain":
        score = score_pain(atlas.pains[id].pain, scoring)
    else:
        score = score_opportunity(atlas.opportunities[id], scoring)
    factors = score.factors
    return ScoreAnswer(
        kind=kind,
        id=id,
        title=thing.name,
        where=state.where(thing),
        score=score.figure,
        band=score.band,
        method=score.method,
        working=score.working,
        factors=tuple(
            FactorLine(name=one.name, said=one.word, number=one.number, assumed=one.assumed or None) for one in factors
        ),
        missing=tuple(one.name for one in factors if one.assumed),
    )


def persona(state: AtlasState, id: str) -> PersonaAnswer:
    """A persona with the journeys that it takes, and the open pains that it meets there."""
    atlas, thing = state.sound, state.thing("persona", id)
    found = atlas.personas[id]
    journeys = atlas.journeys_of_persona.get(id, [])
    felt = [pain for one in journeys for pain in atlas.pains_of_journey.get(one.id, ()) if pain.pain.is_open]
    says = found.model_dump(mode="json", exclude_defaults=True, exclude={"id", "path", "group", "name"})
    return PersonaAnswer(
        id=id,
        name=found.name,
        where=state.where(thing),
        says={name: _shortened(value) for name, value in says.items()},
        journeys=first_ids(one.id for one in journeys),
        pains=first_ids(one.pain.id for one in felt),
    )


def _shortened(value: Any) -> Any:
    if isinstance(value, str):
        return shortened(value)
    if isinstance(value, list):
        return [_shortened(one) for one in value]
    return {name: _shortened(one) for name, one in value.items()} if isinstance(value, dict) else value


def metric(state: AtlasState, id: str) -> MetricAnswer:
    """A metric with its last figures of each segment, and the steps at which it is measured."""
    atlas, thing = state.sound, state.thing("metric", id)
    found = atlas.metrics[id]
    rows = sorted(atlas.observations.get(id, ()), key=lambda row: row.date)
    segments = dict.fromkeys(row.segment for row in rows)
    last = [row for one in segments for row in [each for each in rows if each.segment == one][-LAST_FIGURES:]]
    return MetricAnswer(
        id=id,
        name=found.name,
        where=state.where(thing),
        kind=found.kind,
        unit=found.unit,
        better=found.better,
        baseline=found.baseline,
        target=found.target,
        description=shortened(found.description),
        figures=tuple(
            MetricFigure(
                date=row.date.isoformat(),
                value=_six_digits(row.value),
                segment=row.segment,
                n=row.n,
                low=_six_digits(row.low),
                high=_six_digits(row.high),
            )
            for row in last
        ),
        journeys=first_ids(one.id for one in atlas.journeys.values() if id in metrics_of_journey(one)),
        steps=first_ids(step_name(at) for places in atlas.places.values() for at in places if id in at.step.metrics),
    )


@overload
def _six_digits(value: float) -> float: ...
@overload
def _six_digits(value: None) -> None: ...
def _six_digits(value: float | None) -> float | None:
    """A number without the digits that nobody has measured."""
    return None if value is None else float(f"{value:.6g}")
