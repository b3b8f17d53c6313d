"""The chain around one thing as columns of boxes: what it rests on before it, what it leads to behind it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.tracing.chain import CHAIN, ChainNode, chain_of
from mkdocs_journeys.insight.tracing.gaps import gaps_by_thing
from mkdocs_journeys.model import Experiment, Opportunity, Solution, SourcedQuote
from mkdocs_journeys.site.addresses import page_uri
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, evidence_link, step_link, thing_link
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import latest_figure
from mkdocs_journeys.site.rendering.terms import term, term_as_title
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

CHAIN_TITLE = message("What it rests on and what it leads to")
"""The heading above a chain, in English."""
MOST_BOXES = 4
"""How many things of a kind have a box."""
COLUMN_TITLES: Mapping[str, str] = {
    "quote": message("Quotes"),
    "finding": message("Findings"),
    "pain": message("Pains"),
    "opportunity": message("Opportunities"),
    "solution": message("Solutions"),
    "experiment": message("Experiments"),
    "metric": message("Metrics"),
}
"""What the columns are called, in English."""
MISSING: Mapping[str, str] = {
    "finding": message("no evidence yet"),
    "pain": message("no pain yet"),
    "opportunity": message("nothing answers it yet"),
    "solution": message("no solution yet"),
    "experiment": message("not tried yet"),
    "metric": message("no metric yet"),
}
UNUSED, AIMLESS = message("leads to no pain yet"), message("nothing aims at it yet")
"""What stands where there is nothing, in English."""
_GAP_IN: Mapping[str, str] = {
    "unanswered": "opportunity",
    "unproven": "finding",
    "untried": "experiment",
    "unmeasured": "metric",
    "unused": "pain",
    "aimless": "opportunity",
}
_GAP_WORDS: Mapping[str, str] = {"unused": UNUSED, "aimless": AIMLESS}


class ChainColumn(NamedTuple):
    """The things of one kind; `more` counts those without a box.

    `missing` says what is not there, where nothing is; `is_gap`: it should be. `is_own` is the column of the page.
    """

    title: str
    boxes: tuple[NamedLink, ...] = ()
    more: int = 0
    missing: str = ""
    is_gap: bool = False
    is_own: bool = False


def gap_column(gap: str) -> str:
    """The kind of thing that is missing where there is such a gap."""
    return _GAP_IN[gap]


def gap_words(gap: str) -> str:
    """What is missing where there is such a gap, in few words."""
    return _(_GAP_WORDS.get(gap) or MISSING[_GAP_IN[gap]])


def chain_html(context: PageContext, *nodes: ChainNode, asked: bool = True) -> Markup:
    """The chain around some things of one kind; "" where they hang together with nothing and nobody is asked why."""
    columns = tuple(_columns(context, nodes, asked))
    if len(columns) < 2:
        return Markup()
    return context.macro("macros/chain.html.j2", "chain", _(CHAIN_TITLE), columns)


def _columns(context: PageContext, nodes: Sequence[ChainNode], asked: bool) -> Iterator[ChainColumn]:
    """The columns in order; what is missing is named where it is `asked` for."""
    found = chain_of(context.atlas).around(*nodes)
    own = nodes[0].kind
    gaps = {gap_column(gap): gap for node in nodes for gap in gaps_by_thing(context.atlas).get(node, ())}
    wanted = _wanted(own, set(found)) if asked else frozenset[str]()
    if own == "finding":
        # Of the findings of a study those that lead somewhere, if any does.
        links = chain_of(context.atlas).forwards
        found[own] = [node for node in found[own] if node in links] or found[own]
    for kind in CHAIN:
        things = found.get(kind, [])
        if things:
            boxes = tuple(chain_link(context, node) for node in things[:MOST_BOXES])
            yield ChainColumn(_(COLUMN_TITLES[kind]), boxes, len(things) - len(boxes), is_own=kind == own)
        elif kind in gaps:
            yield ChainColumn(_(COLUMN_TITLES[kind]), missing=gap_words(gaps[kind]), is_gap=True)
        elif kind in wanted:
            yield ChainColumn(_(COLUMN_TITLES[kind]), missing=_(MISSING[kind]))


def _wanted(own: str, found: set[str]) -> frozenset[str]:
    """The kinds that are named where they are missing: those next to the thing, and those of an opportunity."""
    if own == "pain" and "opportunity" not in found:
        return frozenset({"finding", "opportunity"})
    if own in ("pain", "opportunity"):
        return frozenset({"finding", "pain", "solution", "experiment", "metric"})
    return frozenset()


def chain_link(context: PageContext, node: ChainNode) -> NamedLink:
    """A thing of the chain by its name, with a word on it."""
    atlas = context.atlas
    match node.kind:
        case "quote":
            return _quote_link(context, node.id)
        case "finding":
            return evidence_link(context, node.id)
        case "pain":
            return thing_link(context, "pain", node.id, term(atlas.pains[node.id].pain.status))
        case "opportunity":
            return thing_link(context, "opportunity", node.id, term(atlas.opportunities[node.id].status))
        case "solution":
            return _solution_link(context, *_solution(context, node.id))
        case "experiment":
            return _experiment_link(context, *_solution(context, node.id))
    return thing_link(context, "metric", node.id, latest_figure(atlas, node.id))


def solution_anchor(id: str) -> str:
    """The place of a solution on the page of its opportunity."""
    return f"solution-{id}"


def _quote_link(context: PageContext, id: str) -> NamedLink:
    journey, step, number = id.split("/")
    place = context.atlas.places[journey][int(step) - 1]
    said = place.step.quotes[int(number) - 1]
    words = said.text if isinstance(said, SourcedQuote) else said
    return step_link(context, place, place.journey.title)._replace(name=f"“{words}”")


def _solution(context: PageContext, id: str) -> tuple[Opportunity, Solution]:
    opportunity, _slash, solution = id.partition("/")
    item = context.atlas.opportunities[opportunity]
    return item, next(one for one in item.solutions if one.id == solution)


def _solution_link(context: PageContext, item: Opportunity, one: Solution) -> NamedLink:
    href = context.to(page_uri("opportunity", item.id), solution_anchor(one.id))
    return NamedLink(one.name, href, term(one.status) if one.status else "")


def _experiment_link(context: PageContext, item: Opportunity, one: Solution) -> NamedLink:
    experiment = one.experiment or Experiment()
    name = term_as_title(experiment.kind) if experiment.kind else _("Experiment")
    decided = term(experiment.decision) if experiment.decision else ""
    return _solution_link(context, item, one)._replace(name=name, note=separated(filter(None, [decided])))
