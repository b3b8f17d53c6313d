"""The shape that collections share: an index page, a page for each thing, and links from one thing to the next."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.neighbours import Beside, Neighbours, in_a_row
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.world import Desk
from mkdocs_journeys.vocabulary import BY_NAME

Sections = Iterable[Section]
Order = Callable[[Atlas], Iterable[str]]
"""The ids of a collection in the order of its index: a function of the module, as `World.once` keeps its result."""


def index_page(
    desk: Desk, name: str, draw: Callable[[Desk], Sections], description: str, source: str | None = None
) -> Page:
    """The page at `desk` that introduces all things of a kind of pages; `draw` makes its sections."""
    return Page(
        uri=desk.uri,
        title=name.capitalize(),
        draw=partial(draw, desk),
        description=description,
        source=source,
        in_nav=True,
        wide=True,
        kind=name,
    )


def thing_page(
    desk: Desk,
    thing: tuple[str, str],
    title: str,
    draw: Callable[[Desk, str], Sections],
    description: str,
    source: str,
) -> Page:
    """The page at `desk` of one thing, (kind, id); `draw` makes its sections from the id."""
    kind, id = thing
    return Page(
        uri=desk.uri,
        title=title,
        draw=partial(draw, desk, id),
        description=description,
        source=source,
        wide=True,
        kind=BY_NAME[kind].page_folder,
        thing=thing,
    )


def pager(desk: Desk, kind: str, id: str, order: Order) -> Neighbours:
    """The links of a thing's page in the order of the index of its kind."""
    folder = BY_NAME[kind].page_folder
    before, after = desk.world.once(neighbours, order)[id]
    return Neighbours(
        index=Named(folder.capitalize(), desk.to(f"{folder}.md")),
        before=thing_link(desk, kind, before) if before else None,
        after=thing_link(desk, kind, after) if after else None,
    )


def neighbours(atlas: Atlas, order: Order) -> Mapping[str, Beside]:
    """Each id of an order with the id before it and the one after it, None at the ends."""
    return in_a_row(order(atlas))


def thing_link(desk: Desk, kind: str, id: str, note: str = "") -> Named:
    """A thing by its title or name, linked to its place."""
    thing: Any = getattr(desk.atlas, BY_NAME[kind].plural)[id]
    return Named(getattr(thing, "title", None) or thing.name, desk.to_thing(kind, id), note)
