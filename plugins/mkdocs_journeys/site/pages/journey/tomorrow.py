"""The section of a future journey that sets it against today, and the line on today's page that leads there."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.comparison.pairs import ComparedPair, future_pairs
from mkdocs_journeys.insight.comparison.sides import JourneyFigures, figures_of
from mkdocs_journeys.insight.durations import time_in_words
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.compare.addresses import pair_uri
from mkdocs_journeys.site.pages.compare.figures import ComparedFigure, compared_figures
from mkdocs_journeys.site.pages.compare.words import SideWords, future_words
from mkdocs_journeys.site.rendering.numbers import signed
from mkdocs_journeys.translation.messages import gettext as _

TEMPLATE = "tomorrow.html.j2"
ANCHOR = "tomorrow"


class Replacement(NamedTuple):
    """A future journey with the one of today that it would replace, and both in figures."""

    pair: ComparedPair
    before: JourneyFigures
    after: JourneyFigures


class TomorrowView(NamedTuple):
    """What a future journey would change; `whole` is the address of the comparison step by step."""

    today: NamedLink
    words: SideWords
    figures: tuple[ComparedFigure, ...]
    whole: str


def replacements(atlas: Atlas) -> Mapping[str, Replacement]:
    """The future journeys that would replace another, by id."""
    return {
        pair.other.journey.id: Replacement(pair, figures_of(atlas, pair.one), figures_of(atlas, pair.other))
        for pair in future_pairs(atlas)
    }


def tomorrow_section(context: PageContext, journey: Journey) -> Iterator[Section]:
    """The section of a future journey that replaces one of today; none for any other."""
    if found := context.atlas.cached(replacements).get(journey.id):
        view = TomorrowView(
            today=thing_link(context, "journey", found.pair.one.journey.id),
            words=future_words(),
            figures=tuple(compared_figures(found.before, found.after, judged=True)),
            whole=context.to(pair_uri(found.pair)),
        )
        yield Section(ANCHOR, _("Today against tomorrow"), 2, context.render(TEMPLATE, view=view))


def plans_for(context: PageContext, journey: Journey) -> tuple[NamedLink, ...]:
    """The future journeys that would replace this one, each with a link to the comparison."""
    known = context.atlas.cached(replacements)
    futures = [known[one.id].pair for one in context.atlas.futures_of.get(journey.id, ())]
    return tuple(NamedLink(pair.other.journey.title, context.to(pair_uri(pair))) for pair in futures)


def emotion_today(atlas: Atlas, journey: Journey) -> str:
    """The emotion of the journey that a future one would replace, where both are known and differ; else ""."""
    found = atlas.cached(replacements).get(journey.id)
    if found is None:
        return ""
    before, after = found.before.emotion, found.after.emotion
    if before is None or after is None or signed(float(before)) == signed(float(after)):
        return ""
    return signed(float(before))


def time_today(atlas: Atlas, journey: Journey) -> str:
    """How long the journey takes that a future one would replace, in words; "" where nobody knows."""
    found = atlas.cached(replacements).get(journey.id)
    return time_in_words(found.before.time) if found and found.before.time else ""
