"""An atlas, or some of its pages, as one document for paper: a title, contents with page numbers, then the pages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.printed.document import (
    PrintedPage,
    PrintSettings,
    bodies_of,
    document_of,
    printing_site,
)
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext, speaking

Thing = tuple[str, str]
"""The kind and the id of a thing of the atlas."""


class BookChapter(NamedTuple):
    """Pages of one kind; `title` is in the language of the book."""

    title: str
    pages: tuple[PrintedPage, ...]


class PrintedBook(NamedTuple):
    """A document that is to be printed. Without a title it has no contents either, and no chapters but one."""

    chapters: tuple[BookChapter, ...]
    bodies: Mapping[str, Markup]
    atlas: Atlas
    settings: PrintSettings
    title: str = ""
    summary: str = ""
    about: Markup = Markup()

    @property
    def anchors(self) -> tuple[str, ...]:
        """The ids that the contents lead to, in their order."""
        return tuple(page.anchor for chapter in self.chapters for page in chapter.pages)

    def html(self, numbers: Mapping[str, int]) -> bytes:
        """The document; `numbers` are those of the pages of paper by the id that stands on them, as far as known."""
        site = printing_site(self.atlas, self.settings)
        name = self.title or self.chapters[0].pages[0].page.title
        return document_of(
            site,
            "book.html.j2",
            self.settings,
            book=self,
            name=name,
            numbers=numbers,
            paper=self.settings.paper,
            today=self.settings.today,
            footer=in_css(" ".join(self.atlas.catalog.name.split())),
        )


def book_of(atlas: Atlas, journeys: Sequence[Journey], settings: PrintSettings) -> PrintedBook:
    """The book of some journeys, with their personas and opportunities; of all of them with the pains, too."""
    is_whole = len(journeys) == len(atlas.journeys)
    ids = {journey.id for journey in journeys}
    wanted: set[Thing] = {("journey", id) for id in ids}
    for id, found in atlas.journeys_of_persona.items():
        wanted |= {("persona", id)} if any(journey.id in ids for journey in found) else set()
    for journey in journeys:
        wanted |= {("opportunity", one.id) for one in atlas.opportunities_of_journey.get(journey.id, ())}
    pages: dict[str, list[Page]] = {"journeys": [], "personas": [], "pains": [], "opportunities": []}
    for page in _pages(atlas, settings):
        if page.thing is None and is_whole and page.kind in ("pains", "opportunities"):
            pages[page.kind].append(page)
        elif page.thing and page.thing[0] in ("journey", "persona", "opportunity"):
            kind = "opportunities" if page.thing[0] == "opportunity" else f"{page.thing[0]}s"
            if page.thing in wanted or (is_whole and kind != "journeys"):
                pages[kind].append(page)
    with speaking(settings.language):
        titles = (_("Journeys"), _("Personas"), _("Pains"), _("Opportunities"))
        summary = ngettext("%(num)s journey", "%(num)s journeys", len(journeys))
    book = _bound(atlas, settings, [*zip(titles, pages.values(), strict=True)])
    return book._replace(title=" ".join(atlas.catalog.name.split()), summary=summary)


def leaves_of(atlas: Atlas, things: Sequence[Thing], settings: PrintSettings) -> PrintedBook:
    """The pages of some things alone, in their order."""
    found = {page.thing: page for page in _pages(atlas, settings) if page.thing}
    return _bound(atlas, settings, [("", [found[thing] for thing in things])])


def _pages(atlas: Atlas, settings: PrintSettings) -> Iterator[Page]:
    """Every page of the site, the index of a kind before the pages of its things."""
    yield from (item for item in items_of(printing_site(atlas, settings)) if isinstance(item, Page))


def _bound(atlas: Atlas, settings: PrintSettings, parts: Sequence[tuple[str, Sequence[Page]]]) -> PrintedBook:
    chapters: list[BookChapter] = []
    count = 0
    for title, pages in parts:
        if pages:
            chapters.append(BookChapter(title, tuple(PrintedPage(p, f"p{count + at}") for at, p in enumerate(pages))))
            count += len(pages)
    bound = [page for chapter in chapters for page in chapter.pages]
    bodies, links = bodies_of(bound, settings.site_url)
    by_anchor = {page.anchor: body for page, body in zip(bound, bodies, strict=True)}
    about = printing_site(atlas, settings).at("index.md").rich(atlas.catalog.description)
    return PrintedBook(tuple(chapters), by_anchor, atlas, settings, about=links.applied(about, ""))


def in_css(text: str) -> Markup:
    """A text as a string of CSS in which every sign that means something anywhere is written by its number."""
    return Markup('"' + "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text) + '"')  # noqa: S704
