"""Contexts that page functions build pages from: the atlas, the settings, the templates, and links to anywhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import DeliveredItem, JourneyHistory, Release
from mkdocs_journeys.history.mainline import RecentChanges
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.site.addresses import Addresses, Links, links_at, links_from, rule_address
from mkdocs_journeys.site.rendering import richtext
from mkdocs_journeys.site.rendering.environment import render

if TYPE_CHECKING:
    from mkdocs_journeys.site.changes.marks import ChangeBadge
    from mkdocs_journeys.site.changes.overlay import Overlay
    from mkdocs_journeys.site.finishing.mentions import Mentions

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`today` is the day that ages are counted from.

    `edit` gives the address at which a file (relative to the project's root) is edited, None for nowhere; `line`
    that at which a line of it is shown. `language` is that of the theme around the pages, "" where nobody knows;
    `interface` is that of our own words, a code of `translation.languages`.
    `changes` gives the overlay of a preview, None for a site that is not compared, `history` the history of
    journeys by id, `deliveries` the days on which opportunities and solutions were delivered, `releases` those of the
    repository, `recent` what changed lately, None for a site that does not tell it, `health` the findings of the rules;
    without it the site has no pages of health and rules.
    `rule_pages`: whether each rule has a page of its own, and not only its place on the page of all rules.
    The functions before `mentions` that take an atlas are called through `Atlas.cached`, and stay the same ones from
    build to build. `mentions` finds the handwritten pages that speak of things. `url` is the address of the site, ""
    where nobody said it. `embed`: whether each map also stands alone, for frames on other pages.
    """

    today: date
    directory_urls: bool = True
    home_uri: str = "index.md"
    language: str = ""
    interface: str = "en"
    edit: Callable[[str], str | None] = lambda path: None
    line: Callable[[str, int], str | None] = lambda path, line: None
    changes: Callable[[Atlas], "Overlay | None"] = lambda atlas: None
    history: Callable[[Atlas], Mapping[str, JourneyHistory]] = lambda atlas: {}
    deliveries: Callable[[Atlas], Mapping[DeliveredItem, date]] = lambda atlas: {}
    releases: Callable[[Atlas], Sequence[Release]] = lambda atlas: ()
    recent: Callable[[Atlas], RecentChanges | None] = lambda atlas: None
    health: Callable[[Atlas], CheckResult] | None = None
    rule_pages: bool = False
    mentions: Callable[[Atlas], "Mentions"] = lambda atlas: {}
    url: str = ""
    embed: bool = False


@dataclass(frozen=True, eq=False)
class SiteContext:
    """What all pages of one build share.

    `fragments` is the cache of `PageContext.cached_fragment`: results with the things that they were made from.
    `macros` are those called so far, by template and name.
    """

    atlas: Atlas
    settings: SiteSettings
    templates: Environment
    fragments: dict[Any, Any] = field(default_factory=dict, init=False)
    macros: dict[tuple[str, str], Callable[..., Markup]] = field(default_factory=dict, init=False)

    @cached_property
    def addresses(self) -> Addresses:
        """The address of each thing."""
        return Addresses(self.atlas)

    @cached_property
    def mentions(self) -> "Mentions":
        """The handwritten pages that speak of each thing."""
        return self.settings.mentions(self.atlas)

    @property
    def overlay(self) -> "Overlay | None":
        """The overlay of a preview; None for a site that is not compared."""
        return self.atlas.cached(self.settings.changes)

    def at(self, uri: str) -> "PageContext":
        """The context of the page at `uri`."""
        links = links_from(uri, self.settings.directory_urls)
        return PageContext(self, uri, links, self.atlas)

    def for_address(self, uri: str, url: str) -> "PageContext":
        """The context of a page of others, which the host serves at `url`, relative to the site's root."""
        return PageContext(self, uri, links_at(url, self.settings.directory_urls), self.atlas)


@dataclass(frozen=True, slots=True)
class PageContext:
    """The site as seen from the page at `uri`: links are relative to that page."""

    site: SiteContext
    uri: str
    links: Links
    atlas: Atlas

    def to(self, uri: str, anchor: str = "") -> str:
        """A link to a page or file of the site."""
        return f"#{anchor}" if anchor and uri == self.uri else self.links.to(uri, anchor)

    def to_thing(self, kind: str, id: str) -> str:
        """A link to a thing of the atlas; raises KeyError for one without an address."""
        address = self.site.addresses[kind, id]
        if address is None:
            raise KeyError(f"{kind}:{id}")
        uri, anchor = address
        if not anchor:
            return self.links[uri]
        return f"#{anchor}" if uri == self.uri else f"{self.links[uri]}#{anchor}"

    def to_rule(self, id: str) -> str:
        """A link to the text of a rule, on a site that has a page of its health."""
        return self.to(*rule_address(id, self.site.settings.rule_pages))

    def badge(self, kind: str, id: str) -> "ChangeBadge | None":
        """The badge of a thing in a preview; None where it did not change, and on a site that is not compared."""
        overlay = self.site.overlay
        return overlay.badges.get((kind, id)) if overlay else None

    def cached_fragment(self, make: Callable[..., Found], *things: object) -> Found:
        """`make(self, *things)`, computed once for all pages of this folder, whose relative links are the same.

        Things are compared by identity: each page looks them up itself, and `make` must look up nothing else.
        """
        key = (make, self.links.base, *map(id, things))
        kept = self.site.fragments.get(key)
        if kept is None:
            kept = self.site.fragments[key] = (make(self, *things), things)
        found: Found = kept[0]
        return found

    def macro(self, template: str, name: str, *values: Any) -> Markup:
        """The output of one macro of a template."""
        key = (template, name)
        macros = self.site.macros
        if key not in macros:
            macros[key] = getattr(self.site.templates.get_template(template).module, name)
        return macros[key](*values)

    def rich(self, text: str | None) -> Markup:
        """The HTML of a rich field, empty for None."""
        return richtext.rich(text, self._resolve) if text else Markup()

    def render(self, template: str, **values: Any) -> Markup:
        """A template with this page's links: `to(uri, anchor)`, `to_thing(kind, id)`, `rich(text)`, `edit(path)`."""
        given = {
            "to": self.to,
            "to_thing": self.to_thing,
            "rich": self.rich,
            "edit": self.site.settings.edit,
            "atlas": self.atlas,
            **values,
        }
        return render(self.site.templates, template, given)

    def _resolve(self, kind: str, id: str) -> str | None:
        address = self.site.addresses[kind, id]
        return self.to(*address) if address else None
