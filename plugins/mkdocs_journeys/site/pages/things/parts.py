"""What the pages of things share: the head, and a section for each list of what happens where the thing occurs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.insight.things.occurrences import Occurrences
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import MeanEmotion
from mkdocs_journeys.site.links import NamedLink, Pager, first_links, journey_link
from mkdocs_journeys.site.lists import LISTS, evidence_rows, metric_tiles, opportunity_rows
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.pains.backlog import OPEN
from mkdocs_journeys.site.pages.pains.pain_view import pain_summary
from mkdocs_journeys.site.pages.things.excerpts import excerpts_of
from mkdocs_journeys.site.pages.things.facts import ThingFact
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

TEMPLATE = "thing.html.j2"
MOST_JOURNEYS, MOST_NAMES, MOST_PAINS = 12, 1_000, 12
"""How many journeys are drawn, how many more are named, and how many pains have a card."""


class ThingFigure(NamedTuple):
    """A number with what is counted, and where on the page that stands; "" for nowhere."""

    words: str
    href: str


class ThingHead(NamedTuple):
    """The head of a thing's page. `felt` is the mean over its steps; `counts` of them stand at each level from −2 to 2.

    Both are None for a thing of which nobody asks for that.
    """

    word: str
    name: str
    description: str
    facts: tuple[ThingFact, ...]
    figures: tuple[ThingFigure, ...]
    felt: MeanEmotion | None
    counts: tuple[int, int, int, int, int] | None
    badge: ChangeBadge | None
    beside: Pager


def occurrence_figures(found: Occurrences) -> tuple[ThingFigure, ...]:
    """The counts at the head of a page of something that occurs at steps."""
    steps, journeys, pains = found.steps, len(found.journeys), len(found.pains)
    return (
        figure(ngettext("%(num)s step", "%(num)s steps", steps), steps, "#where"),
        figure(ngettext("%(num)s journey", "%(num)s journeys", journeys), journeys, "#where"),
        figure(ngettext("%(num)s open pain", "%(num)s open pains", pains), pains, "#pains"),
    )


def figure(words: str, number: int, href: str) -> ThingFigure:
    """A count, linked to what is counted if there is any."""
    return ThingFigure(words, href if number else "")


def where_section(context: PageContext, found: Occurrences, title: str) -> Section:
    """The pieces of the journeys in which something occurs, the worst first; of many the others by name."""

    def link(journey: Journey) -> NamedLink:
        return context.cached_fragment(journey_link, journey)

    drawn = excerpts_of(context, found.journeys[:MOST_JOURNEYS])
    others = first_links([one for one, _places in found.journeys[MOST_JOURNEYS:]], MOST_NAMES, link)
    planned = first_links(found.planned, MOST_NAMES, link)
    html = context.macro(TEMPLATE, "where", drawn, others, planned)
    return Section("where", title, 2, html, searched=False, counted=str(len(found.journeys)))


def pains_section(
    context: PageContext, pains: Sequence[ScoredPain], closed: int, backlog: tuple[str, str] | None
) -> Iterator[Section]:
    """Open pains as cards, the worst first; `backlog` is the filter that finds all of them, None for none."""
    if pains or closed:
        cards = [pain_summary(context, item) for item in pains[:MOST_PAINS]]
        filters = ([backlog, OPEN], [backlog]) if backlog else ()
        links = [f"{context.to('pains.md')}?{urlencode(filter)}#backlog" for filter in filters]
        html = context.macro(TEMPLATE, "pains", cards, len(pains), closed, *links)
        yield Section("pains", _("Open pains"), 2, html, searched=False, counted=str(len(pains)))


def list_sections(context: PageContext, found: Occurrences) -> Iterator[Section]:
    """Opportunities, metrics and studies that the steps or their pains name."""
    lists = (
        (
            "opportunities",
            _("Opportunities"),
            opportunity_rows(context, (one.opportunity for one in found.opportunities)),
        ),
        ("metrics", _("Metrics"), metric_tiles(context, found.metrics)),
        ("evidence", _("Evidence"), evidence_rows(context, found.studies)),
    )
    for anchor, title, rows in lists:
        if rows:
            yield Section(anchor, title, 2, context.macro(LISTS, anchor, rows), searched=False, counted=str(len(rows)))
