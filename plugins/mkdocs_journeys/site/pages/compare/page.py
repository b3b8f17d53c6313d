"""The page that compares any two journeys by address, and a page for each pair that the atlas implies."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.insight.comparison.pairs import ComparedPair, PairKind, compared_pairs, future_pairs
from mkdocs_journeys.insight.comparison.tomorrow import comparison_of
from mkdocs_journeys.insight.lifecycles import lifecycle_order
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import COMPARE_URI
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import INDEX_TITLES, NamedLink, index_page
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.pages.compare.addresses import any_two, data_uri, pair_uri
from mkdocs_journeys.site.pages.compare.figures import COUNTED, UNKNOWN
from mkdocs_journeys.site.pages.compare.promises import promises_view
from mkdocs_journeys.site.pages.compare.published import journey_data
from mkdocs_journeys.site.pages.compare.view import comparison_view
from mkdocs_journeys.site.pages.compare.words import PARTS, SIGNS, plain_words
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

TEMPLATE, KIND = "compare.html.j2", "compare"
MOST_JOURNEYS = 100
"""Up to so many journeys of an atlas its variants and the people of a journey have pages; futures always have."""
MOST_LISTED = 200
KINDS: dict[PairKind, str] = {
    "future": message("Today against tomorrow"),
    "variants": message("For other customers"),
    "people": message("Two persons on one journey"),
}
"""The headings of the kinds of pairs, in English."""


class PairGroup(NamedTuple):
    """The pairs of a kind with pages of their own; `more` counts those that are not listed."""

    title: str
    links: tuple[NamedLink, ...]
    more: int


def compare_pages(site: SiteContext) -> Iterator[Page | Asset]:
    """The page by address with what it reads of each journey, then the pages of pairs."""
    if not has_comparisons(site.atlas):
        return
    yield index_page(site, KIND, _sections, _("Two journeys side by side, step by step."), uri=COMPARE_URI)
    at = site.at(COMPARE_URI)
    for id in site.atlas.journeys:
        yield Asset(data_uri(id), make=partial(journey_data, at, id))
    for pair in shown_pairs(site.atlas):
        context, journey = site.at(pair_uri(pair)), pair.other.journey
        draw = partial(_pair_sections, context, pair)
        yield Page(context.uri, pair_title(site.atlas, pair), draw, source=journey.path, wide=True, kind=KIND)


def has_comparisons(atlas: Atlas) -> bool:
    """Whether there is anything to compare: several journeys, or several people on one."""
    return len(atlas.journeys) > 1 or bool(shown_pairs(atlas))


@once_per_atlas
def shown_pairs(atlas: Atlas) -> Sequence[ComparedPair]:
    """The pairs with pages of their own: the others are compared by address."""
    return compared_pairs(atlas) if len(atlas.journeys) <= MOST_JOURNEYS else tuple(future_pairs(atlas))


def comparisons_with(context: PageContext, journey: Journey) -> Iterator[NamedLink]:
    """What a journey can be compared with: its variants, its people with each other, and any other journey."""
    if not has_comparisons(context.atlas):
        return
    for pair in context.atlas.cached(_pairs_of_journeys).get(journey.id, ()):
        other = pair.one if pair.other.journey is journey else pair.other
        name = _people(context.atlas, pair) if pair.kind == "people" else other.journey.title
        yield NamedLink(name, context.to(pair_uri(pair)))
    yield NamedLink(_("any other journey"), any_two(context, journey))


def _pairs_of_journeys(atlas: Atlas) -> Mapping[str, Sequence[ComparedPair]]:
    """The variants of each journey, and its people, by its id."""
    found: dict[str, list[ComparedPair]] = {}
    for pair in shown_pairs(atlas):
        for id in dict.fromkeys([pair.one.journey.id, pair.other.journey.id]) if pair.kind != "future" else ():
            found.setdefault(id, []).append(pair)
    return found


def _people(atlas: Atlas, pair: ComparedPair) -> str:
    one, other = atlas.personas[pair.one.persona], atlas.personas[pair.other.persona]
    return _("%(one)s against %(other)s", one=one.name, other=other.name)


def pair_title(atlas: Atlas, pair: ComparedPair) -> str:
    """What the page of a pair is called."""
    one, other = pair.one, pair.other
    if pair.kind == "future":
        return _("%(journey)s: today against tomorrow", journey=one.journey.title)
    if pair.kind == "people":
        return _("%(people)s: %(journey)s", people=_people(atlas, pair), journey=one.journey.title)
    return _("%(one)s against %(other)s", one=one.journey.title, other=other.journey.title)


def _pair_sections(context: PageContext, pair: ComparedPair) -> Iterator[Section]:
    title, view = pair_title(context.atlas, pair), comparison_view(context, pair)
    crumb = NamedLink(_(INDEX_TITLES[KIND]), context.to(COMPARE_URI))
    head = context.macro(TEMPLATE, "head", title, view, crumb)
    yield Section("compare", title, 1, head, words_of(*(link.name for link in view.links)), headed=False)
    steps = _("Step by step")
    yield Section("steps", steps, 2, context.macro(TEMPLATE, "map", view, steps), searched=False)
    if pair.kind == "future":
        promises = promises_view(context, comparison_of(context.atlas, pair.one, pair.other))
        html = context.macro(TEMPLATE, "promises", promises)
        yield Section("promises", _("Promised and measured"), 2, html, searched=False)


def _sections(context: PageContext) -> Iterator[Section]:
    title, journeys = _(INDEX_TITLES[KIND]), context.atlas.cached(lifecycle_order)
    options = [(journey.id, journey.title) for journey in journeys]
    said = json.dumps(_said(context), ensure_ascii=False)
    yield Section("compare", title, 1, context.macro(TEMPLATE, "index", title, options, said), headed=False)
    groups = [_group(context, kind) for kind in KINDS]
    found = [group for group in groups if group.links]
    if found:
        yield Section("pairs", _("Pairs with a page of their own"), 2, context.macro(TEMPLATE, "pairs", found))


def _group(context: PageContext, kind: PairKind) -> PairGroup:
    pairs = [pair for pair in shown_pairs(context.atlas) if pair.kind == kind]
    links = tuple(
        NamedLink(pair_title(context.atlas, pair), context.to(pair_uri(pair))) for pair in pairs[:MOST_LISTED]
    )
    return PairGroup(_(KINDS[kind]), links, len(pairs) - len(links))


def _said(context: PageContext) -> dict[str, object]:
    """All that the script says and asks for; `data` is the address of a journey's JSON with `{id}` for its id."""
    words = plain_words()
    own = {
        f"{pair.one.journey.id} {pair.other.journey.id}": context.to(pair_uri(pair))
        for pair in shown_pairs(context.atlas)
        if pair.kind != "people"
    }
    return {
        "data": context.to(data_uri("{id}")),
        "own": own,
        "words": {**words._asdict(), "signs": dict(SIGNS)},
        "parts": {part: _(word) for part, word in PARTS.items()},
        "counted": [_(label) for label, _count in COUNTED],
        "comma": _(", "),
        "unknown": UNKNOWN,
        "choose": _("Choose two journeys."),
        "nothing": _("There is no journey “{id}”."),
        "failed": _("The journeys could not be read. A page that is opened as a file cannot read any."),
        "page": _("This pair has a page of its own"),
        "emotion": _("Emotion on the whole"),
        "time": _("Time"),
        "shorter": _("shorter"),
        "longer": _("longer"),
        "same": _("the same"),
        "notKnown": _("not known"),
        "figures": _("Figures of both sides"),
        "steps": _("Step by step"),
        "curves": _("The curves of both sides; the rows below say the same in figures."),
        "mean": _("Where several people act, the mean of what they feel is shown."),
        "felt": _("Emotion"),
        "pains": _("Open pains"),
    }
