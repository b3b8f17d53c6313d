"""The chain from what people said to what is measured, with its links in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.model import Opportunity, SourcedQuote

CHAIN = ("quote", "finding", "pain", "opportunity", "solution", "experiment", "metric")
"""The kinds of things in the chain, from the first to the last."""


class ChainNode(NamedTuple):
    """A thing of a kind of `CHAIN`.

    The id of a finding is `study/finding`, or `study` where the whole is cited; that of a solution and of its
    experiment `opportunity/solution`; that of a quote `journey/step/quote`, the last two counted from 1.
    """

    kind: str
    id: str


Links = Mapping[ChainNode, tuple[ChainNode, ...]]


@dataclass(frozen=True, slots=True)
class Chain:
    """All links: from each thing to those that follow from it, and back to those that it rests on."""

    forwards: Links
    backwards: Links

    def around(self, *nodes: ChainNode) -> dict[str, list[ChainNode]]:
        """Kind to the things of it before and behind these, which are among them, in the order of the chain."""
        found = {**dict.fromkeys(_closure(self.backwards, nodes)), **dict.fromkeys(_closure(self.forwards, nodes))}
        return {kind: of_kind for kind in CHAIN if (of_kind := [node for node in found if node.kind == kind])}


@once_per_atlas
def chain_of(atlas: Atlas) -> Chain:
    """The chain of an atlas."""
    links = list(dict.fromkeys(_links(atlas)))
    return Chain(_grouped(links), _grouped((after, before) for before, after in links))


def _links(atlas: Atlas) -> Iterator[tuple[ChainNode, ChainNode]]:
    for place in atlas.steps_having("says"):
        for number, said in enumerate(place.step.quotes, 1):
            if isinstance(said, SourcedQuote) and said.evidence:
                quote = ChainNode("quote", f"{place.journey.id}/{place.number}/{number}")
                yield quote, ChainNode("finding", said.evidence)
    for id, located in atlas.pains.items():
        yield from ((ChainNode("finding", cited), ChainNode("pain", id)) for cited in located.pain.evidence)
    for item in atlas.opportunities.values():
        yield from _links_of(item)


def _links_of(item: Opportunity) -> Iterator[tuple[ChainNode, ChainNode]]:
    whole = ChainNode("opportunity", item.id)
    yield from ((ChainNode("finding", cited), whole) for cited in item.evidence)
    yield from ((ChainNode("pain", pain), whole) for pain in item.pains)
    for one in item.solutions:
        solution = ChainNode("solution", f"{item.id}/{one.id}")
        yield whole, solution
        if one.experiment:
            experiment = ChainNode("experiment", solution.id)
            yield solution, experiment
            if one.experiment.metric:
                yield experiment, ChainNode("metric", one.experiment.metric)
    yield from ((whole, ChainNode("metric", metric)) for metric in item.metrics)


def _grouped(pairs: Iterable[tuple[ChainNode, ChainNode]]) -> Links:
    found: defaultdict[ChainNode, list[ChainNode]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _closure(links: Links, nodes: Iterable[ChainNode]) -> Iterator[ChainNode]:
    """These things and all that links lead to from them, the nearest first."""
    found = dict.fromkeys(nodes)
    row = list(found)
    while row:
        row = list(dict.fromkeys(after for node in row for after in links.get(node, ()) if after not in found))
        found.update(dict.fromkeys(row))
    return iter(found)
