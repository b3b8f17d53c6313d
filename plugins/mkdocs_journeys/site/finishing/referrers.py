"""What else names a thing, at the end of its page: all that refers to it there and has no link on the page yet."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load.identifiers import RICH_FIELDS, links_of
from mkdocs_journeys.model import Pain
from mkdocs_journeys.model.free_names import name_id
from mkdocs_journeys.model.references import KIND_MEANT, Ids, Target, ids_in
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.finishing.labels import LABELS
from mkdocs_journeys.site.finishing.mentions import above_foot
from mkdocs_journeys.site.links import NamedLink, first_links, journey_link, thing_link
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.vocabulary import CATALOG_LISTS, DOCUMENTS, PAGE_FOLDERS

MOST = 1_000
"""How many things are named; of more, the number is told."""
ELSEWHERE = frozenset({("team", "pain")})
"""Kinds of a named thing and of what names it, where the page leads to a filtered list of all of these instead."""
_HREF = re.compile(r'href="([^"#?]+)')

Referrers = dict[Target, dict[Target, None]]
"""The (kind, id) of a thing to those that name it, in the order of the atlas."""


def referrers(atlas: Atlas) -> Referrers:
    """What names each thing that has a page: in a field, in a link of a rich text, or in its figures.

    Which fields name things is read off the models. A pain speaks for itself, not for the journey that defines it.
    """
    found: defaultdict[Target, dict[Target, None]] = defaultdict(dict)
    for by, named in _namings(atlas):
        if named != by:
            found[named][by] = None
    return dict(found)


def with_referrers(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page of a thing with a list of what names it and has no link on the page, where there is any."""
    if not isinstance(item, Page) or not item.thing:
        return item
    kind = item.thing[0]
    named_by = [by for by in site.atlas.cached(referrers).get(item.thing, ()) if (kind, by[0]) not in ELSEWHERE]
    return replace(item, draw=partial(_with_section, site.at(item.uri), item.draw, named_by)) if named_by else item


def _with_section(
    context: PageContext, draw: Callable[[], Iterable[Section]], named_by: Sequence[Target]
) -> Iterator[Section]:
    sections = list(draw())
    linked = {href for section in sections for href in _HREF.findall(section.html)}
    rest = [by for by in named_by if context.to_thing(*by) not in linked]
    if rest:
        html = context.macro("block.html.j2", "mentions", first_links(rest, MOST, partial(_link, context)))
        above_foot(sections, Section("named-in", _("Also named in"), 2, html, searched=False, counted=str(len(rest))))
    yield from sections


def _link(context: PageContext, by: Target) -> NamedLink:
    kind, id = by
    link = journey_link(context, context.atlas.journeys[id]) if kind == "journey" else thing_link(context, kind, id)
    return link._replace(note=separated([_(LABELS[kind]), *([link.note] if link.note else [])]))


def _namings(atlas: Atlas) -> Iterator[tuple[Target, Target]]:
    """Each thing with one that it names, as often as it does."""
    of_pains: defaultdict[str, Counter[Target]] = defaultdict(Counter)
    for pain, places in atlas.pains.values():
        named = list(_targets(ids_in(Pain, vars(pain))))
        of_pains[places[0].journey.id].update(named)
        yield from ((("pain", pain.id), target) for target in (*named, *_linked(pain.description)))
    for kind, one in _documents(atlas):
        own = Counter(_targets(ids_in(type(one), vars(one))))
        if kind == "journey":
            own -= of_pains[one.id]
            own.update(("system", name_id(name)) for step in one.steps for name in step.systems)
        own.update(_linked(getattr(one, RICH_FIELDS.get(kind, ""), None)))
        yield from (((kind, one.id), target) for target in own)
    for metric, rows in atlas.observations.items():
        yield from ((("metric", metric), ("segment", id)) for id in {row.segment for row in rows if row.segment})


def _documents(atlas: Atlas) -> Iterator[tuple[str, Any]]:
    for kind, documents in zip(
        DOCUMENTS, (atlas.journeys, atlas.personas, atlas.opportunities, atlas.evidence), strict=True
    ):
        yield from ((kind, one) for one in documents.values())
    for name, kind in CATALOG_LISTS.items():
        if kind in PAGE_FOLDERS:
            yield from ((kind, one) for one in getattr(atlas.catalog, name))


def _targets(ids: Ids) -> Iterator[Target]:
    """The things with pages among references by kind."""
    for kind, targets in ids.items():
        for target in targets:
            if kind == "next":
                if target.startswith("journey:"):
                    yield "journey", target.removeprefix("journey:")
            elif (meant := KIND_MEANT.get(kind, kind)) in PAGE_FOLDERS:
                yield meant, target.partition("/")[0]


def _linked(text: str | None) -> Iterator[Target]:
    found = links_of(text) if text else ()
    return ((kind, target.partition("/")[0]) for kind, target in found if kind in PAGE_FOLDERS)
