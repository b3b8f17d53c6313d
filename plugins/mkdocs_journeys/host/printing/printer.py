"""Whole pages of ours, printed apart from MkDocs' own loop, so that they can be kept or made in another process.

MkDocs still visits each page in its turn, with a template that says just what was printed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from mkdocs_journeys.host.additions import body_start
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.search import Entries, entries_of
from mkdocs_journeys.host.printing.shell import Shells
from mkdocs_journeys.host.text import utf8
from mkdocs_journeys.site.page import Section

TEMPLATE = "journeys-printed.html"
"""The name of the template that says what was printed."""
_PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_TRANSPARENT = frozenset(("material.plugins.search.plugin", "mkdocs_journeys.plugin"))
"""Modules of plugins whose page events we know and need not wait for."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished page in UTF-8, cut where its content begins, and what search finds on it."""

    before: bytes
    content: bytes
    entries: Entries

    def html(self, banner: str) -> str:
        """The page, with a banner above its content."""
        return b"".join((self.before, banner.encode(), self.content)).decode()


def can_print(config: MkDocsConfig) -> bool:
    """Whether nobody but us and search wants to see our pages on their way: no other plugin, no hook."""
    methods = (method for event in _PAGE_EVENTS for method in config.plugins.events.get(event, ()))
    owners = (getattr(method, "__self__", None) for method in methods)
    return all(type(owner).__module__ in _TRANSPARENT for owner in owners)


def add_template(env: Environment) -> None:
    """Makes TEMPLATE known to the theme's environment."""
    if env.loader is not None:
        env.loader = ChoiceLoader([DictLoader({TEMPLATE: "{{ page.printed }}"}), env.loader])


@dataclass(frozen=True)
class Printer:
    """What a page of this build is printed with."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    files: Sequence[File]

    def print(self, page: AtlasPage, sections: Sequence[Section]) -> Printed:
        """Puts a page with these sections into the theme. Raises what the templates raise."""
        page.show_headings(sections)
        # MkDocs has read it; a theme may ask whether a page has any metadata at all.
        page.meta.pop("template", None)
        printed = self.shells.printed(page, page.encoded_content(sections))
        if printed is None:
            page.show_to_theme(sections)
            printed = _cut(self._rendered(page), page.content or "")
        page.forget()
        return Printed(*printed, tuple(entries_of(page.described, page.url, sections)))

    @cached_property
    def shells(self) -> Shells:
        """What the theme puts around pages of this build."""
        return Shells(self.config, self.nav, self._rendered)

    def _rendered(self, page: AtlasPage) -> str:
        with _alone_active(page, self.nav):
            context = get_context(self.nav, self.files, self.config, page)
            return self.env.get_template("main.html").render(context)


@contextmanager
def _alone_active(page: AtlasPage, nav: Navigation) -> Iterator[None]:
    """The page is the one that the theme marks in the navigation, whichever MkDocs is at."""
    active = [one for one in (*nav.pages, page) if one.active]
    for one in active:
        one.active = False
    page.active = True
    try:
        yield
    finally:
        page.active = False
        for one in active:
            one.active = True


def _cut(html: str, content: str) -> tuple[bytes, bytes]:
    """A page where a banner goes: above the content, or first in the body of a template that leaves the content out."""
    start = html.find(content) if content else -1
    if start < 0:
        start = body_start(html)
    return utf8(html[:start]), utf8(html[start:])
