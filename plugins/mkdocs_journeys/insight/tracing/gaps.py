"""Where the chain from findings to metrics is broken."""

from collections.abc import Callable, Iterator, Mapping

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.insight.scoring import ranked_opportunities, ranked_pains
from mkdocs_journeys.insight.tracing.chain import ChainNode, chain_of


@once_per_atlas
def gaps_of(atlas: Atlas) -> Mapping[str, tuple[ChainNode, ...]]:
    """Each kind of gap to the things that have it, the most urgent first; kinds without any are there, too.

    - `unanswered`: an open pain of a high score, and no opportunity that is still to be won answers it
    - `unproven`: an opportunity to be won, and neither it nor a pain of it cites anything
    - `untried`: an opportunity to be won, and no solution of it has an experiment
    - `unmeasured`: an opportunity to be won, and neither it nor an experiment of it names a metric
    - `unused`: a finding that is no good news, and no pain and no opportunity cites it
    - `aimless`: a metric that no opportunity and no experiment names; counts of who passes a stage aim at nothing
    """
    return {gap: tuple(find(atlas)) for gap, find in _GAPS.items()}


@once_per_atlas
def gaps_by_thing(atlas: Atlas) -> Mapping[ChainNode, tuple[str, ...]]:
    """Each thing with a gap to the kinds of its gaps, in the order of `gaps_of`."""
    found: dict[ChainNode, tuple[str, ...]] = {}
    for gap, nodes in gaps_of(atlas).items():
        for node in nodes:
            found[node] = (*found.get(node, ()), gap)
    return found


def _unanswered(atlas: Atlas) -> Iterator[ChainNode]:
    answered = {pain for id in _to_win(atlas) for pain in atlas.opportunities[id].pains}
    high = (item.pain.id for item in ranked_pains(atlas) if item.score.band == "high")
    return (ChainNode("pain", id) for id in high if id not in answered)


def _unproven(atlas: Atlas) -> Iterator[ChainNode]:
    return _lacking(atlas, "finding")


def _untried(atlas: Atlas) -> Iterator[ChainNode]:
    return _lacking(atlas, "experiment")


def _unmeasured(atlas: Atlas) -> Iterator[ChainNode]:
    return _lacking(atlas, "metric")


def _lacking(atlas: Atlas, kind: str) -> Iterator[ChainNode]:
    nodes = (ChainNode("opportunity", id) for id in _to_win(atlas))
    return (node for node in nodes if kind not in chain_of(atlas).around(node))


def _to_win(atlas: Atlas) -> list[str]:
    return [item.opportunity.id for item in atlas.cached(ranked_opportunities) if item.active]


def _unused(atlas: Atlas) -> Iterator[ChainNode]:
    links = chain_of(atlas).forwards
    for study in sorted(atlas.evidence.values(), key=lambda study: study.date, reverse=True):
        for finding in study.findings:
            node = ChainNode("finding", f"{study.id}/{finding.id}")
            if finding.sentiment != 1 and node not in links:
                yield node


def _aimless(atlas: Atlas) -> Iterator[ChainNode]:
    volumes = {stage.volume for journey in atlas.journeys.values() for stage in journey.stages}
    links = chain_of(atlas).backwards
    nodes = (ChainNode("metric", metric.id) for metric in atlas.catalog.metrics if metric.id not in volumes)
    return (node for node in nodes if node not in links)


_GAPS: Mapping[str, Callable[[Atlas], Iterator[ChainNode]]] = {
    "unanswered": _unanswered,
    "unproven": _unproven,
    "untried": _untried,
    "unmeasured": _unmeasured,
    "unused": _unused,
    "aimless": _aimless,
}
