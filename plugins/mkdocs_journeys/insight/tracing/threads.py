"""The chain as rows: each a thread from findings over one pain, opportunity and solution to metrics."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation, once_per_atlas
from mkdocs_journeys.insight.scoring import backlog, ranked_opportunities
from mkdocs_journeys.insight.selection import metrics_of_journey
from mkdocs_journeys.insight.tracing.chain import ChainNode
from mkdocs_journeys.insight.tracing.gaps import gaps_by_thing, gaps_of
from mkdocs_journeys.insight.tracing.themes import themes_of
from mkdocs_journeys.model import Opportunity, Solution


class Thread(NamedTuple):
    """What hangs together, by ids; "" and () where there is nothing.

    `findings` are references (`study` or `study/finding`). `gaps` are those of all things in it. Of what it is about,
    `teams` own the pain and the opportunity, or else its only thing; `statuses` are those of pain and opportunity.
    """

    findings: tuple[str, ...] = ()
    pain: str = ""
    opportunity: str = ""
    solution: str = ""
    metrics: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


@once_per_atlas
def threads_of(atlas: Atlas) -> tuple[Thread, ...]:
    """All threads: those with a gap first, in the order of `gaps_of`, then by the scores of their pains."""
    found = [*_of_pains(atlas), *_of_opportunities(atlas), *_of_findings(atlas), *_of_metrics(atlas)]
    order = {gap: number for number, gap in enumerate(gaps_of(atlas))}
    return tuple(sorted(found, key=lambda one: order[one.gaps[0]] if one.gaps else len(order)))


def _of_pains(atlas: Atlas) -> Iterator[Thread]:
    for item in backlog(atlas):
        pain = item.pain
        journeys, stages = _about(item.located.places)
        gaps = _gaps(atlas, ("pain", pain.id))
        own = Thread(
            findings=tuple(pain.evidence),
            pain=pain.id,
            gaps=gaps,
            journeys=journeys,
            stages=stages,
            teams=_ids(pain.owner),
            statuses=(pain.status,),
        )
        answers = atlas.opportunities_of_pain.get(pain.id, ())
        yield from (one for answer in answers for one in _with_opportunity(atlas, own, answer))
        if not answers:
            yield own


def _of_opportunities(atlas: Atlas) -> Iterator[Thread]:
    places: dict[str, list[StepLocation]] = {}
    for place in atlas.steps_having("opportunities"):
        for id in place.step.opportunities:
            places.setdefault(id, []).append(place)
    for scored in atlas.cached(ranked_opportunities):
        item = scored.opportunity
        if not item.pains:
            journeys, stages = _about(places.get(item.id, ()))
            own = Thread(journeys=_each((*item.journeys, *journeys)), stages=stages)
            yield from _with_opportunity(atlas, own, item)


def _with_opportunity(atlas: Atlas, thread: Thread, item: Opportunity) -> Iterator[Thread]:
    with_it = thread._replace(
        findings=_each((*thread.findings, *item.evidence)),
        opportunity=item.id,
        gaps=_in_order(atlas, (*thread.gaps, *_gaps(atlas, ("opportunity", item.id)))),
        teams=_each((*thread.teams, *_ids(item.owner))),
        statuses=_each((*thread.statuses, item.status)),
        metrics=item.metrics,
    )
    yield from (_with_solution(with_it, one) for one in item.solutions)
    if not item.solutions:
        yield with_it


def _with_solution(thread: Thread, one: Solution) -> Thread:
    tried = _ids(one.experiment.metric if one.experiment else None)
    return thread._replace(solution=one.id, metrics=_each((*tried, *thread.metrics)))


def _of_findings(atlas: Atlas) -> Iterator[Thread]:
    """Findings that lead nowhere, but for good news."""
    for _kind, reference in gaps_of(atlas)["unused"]:
        theme = themes_of(atlas)[reference]
        teams = _ids(atlas.evidence[reference.partition("/")[0]].owner)
        yield Thread((reference,), gaps=("unused",), journeys=theme.journeys, stages=theme.stages, teams=teams)


def _of_metrics(atlas: Atlas) -> Iterator[Thread]:
    """Metrics that nothing aims at."""
    aimless = {id for _kind, id in gaps_of(atlas)["aimless"]}
    journeys: dict[str, dict[str, None]] = {}
    stages: dict[str, dict[str, None]] = {}
    for journey in atlas.journeys.values():
        for id in aimless.intersection(metrics_of_journey(journey)):
            journeys.setdefault(id, {})[journey.id] = None
        for stage in journey.stages:
            for id in aimless.intersection((*stage.metrics, *(one for step in stage.steps for one in step.metrics))):
                stages.setdefault(id, {})[stage.stage] = None
    for metric in atlas.catalog.metrics:
        if metric.id in aimless:
            yield Thread(
                metrics=(metric.id,),
                gaps=("aimless",),
                journeys=tuple(journeys.get(metric.id, ())),
                stages=tuple(stages.get(metric.id, ())),
                teams=_ids(metric.team),
            )


def _about(places: Iterable[StepLocation]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The journeys and the stages of these steps."""
    every = list(places)
    return _each(place.journey.id for place in every), _each(place.stage.stage for place in every)


def _gaps(atlas: Atlas, node: tuple[str, str]) -> tuple[str, ...]:
    return gaps_by_thing(atlas).get(ChainNode(*node), ())


def _in_order(atlas: Atlas, gaps: Iterable[str]) -> tuple[str, ...]:
    found = set(gaps)
    return tuple(gap for gap in gaps_of(atlas) if gap in found)


def _ids(id: str | None) -> tuple[str, ...]:
    return (id,) if id else ()


def _each(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
