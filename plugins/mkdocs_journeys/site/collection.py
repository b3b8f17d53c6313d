"""The shape that collections share: an index page, a page for each thing, and links from one thing to the next."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, NeighbourIds, Pager, neighbours_of
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.vocabulary import BY_NAME

Sections = Iterable[Section]
Order = Callable[[Atlas], Iterable[str]]
"""The ids of a collection in the order of its index: a function of the module, as `World.once` keeps its result."""


def index_page(
    context: PageContext,
    name: str,
    draw: Callable[[PageContext], Sections],
    description: str,
    source: str | None = None,
) -> Page:
    """The page at `context` that introduces all things of a kind of pages; `draw` makes its sections."""
    return Page(
        uri=context.uri,
        title=name.capitalize(),
        draw=partial(draw, context),
        description=description,
        source=source,
        in_nav=True,
        wide=True,
        kind=name,
    )


def thing_page(
    context: PageContext,
    thing: tuple[str, str],
    title: str,
    draw: Callable[[PageContext, str], Sections],
    description: str,
    source: str,
) -> Page:
    """The page at `context` of one thing, (kind, id); `draw` makes its sections from the id."""
    kind, id = thing
    return Page(
        uri=context.uri,
        title=title,
        draw=partial(draw, context, id),
        description=description,
        source=source,
        wide=True,
        kind=BY_NAME[kind].page_folder,
        thing=thing,
    )


def pager(context: PageContext, kind: str, id: str, order: Order) -> Pager:
    """The links of a thing's page in the order of the index of its kind."""
    folder = BY_NAME[kind].page_folder
    before, after = context.site.cached(neighbours, order)[id]
    return Pager(
        index=NamedLink(folder.capitalize(), context.to(f"{folder}.md")),
        before=thing_link(context, kind, before) if before else None,
        after=thing_link(context, kind, after) if after else None,
    )


def neighbours(atlas: Atlas, order: Order) -> Mapping[str, NeighbourIds]:
    """Each id of an order with the id before it and the one after it, None at the ends."""
    return neighbours_of(order(atlas))


def thing_link(context: PageContext, kind: str, id: str, note: str = "") -> NamedLink:
    """A thing by its title or name, linked to its place."""
    thing: Any = getattr(context.atlas, BY_NAME[kind].plural)[id]
    return NamedLink(getattr(thing, "title", None) or thing.name, context.to_thing(kind, id), note)
