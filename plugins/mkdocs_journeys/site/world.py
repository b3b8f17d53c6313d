"""What every page builder is given: the atlas, the settings, the templates, and the way to anywhere."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.heatmap import HeatMap, heat_map, lifecycle_order
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site import richtext
from mkdocs_journeys.site.anchors import Places
from mkdocs_journeys.site.links import Links, links_from
from mkdocs_journeys.site.render import render
from mkdocs_journeys.site.settings import Settings

Found = TypeVar("Found")


@dataclass(frozen=True)
class World:
    """Everything that a page is made from."""

    atlas: Atlas
    settings: Settings
    templates: Environment

    @cached_property
    def _worked_out(self) -> dict[Any, Any]:
        return {}

    def once(self, of: Callable[..., Found], *given: Hashable) -> Found:
        """`of(atlas, *given)`: what follows from the whole atlas, worked out once for all pages."""
        key = (of, given)
        if key not in self._worked_out:
            self._worked_out[key] = of(self.atlas, *given)
        found: Found = self._worked_out[key]
        return found

    @property
    def heat_map(self) -> HeatMap:
        """Journeys across the lifecycle."""
        return self.once(heat_map)

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """Every journey in the order of the lifecycle, retired ones last."""
        return self.once(lifecycle_order)

    @cached_property
    def made(self) -> dict[Any, Any]:
        """What `Desk.same` made, with the things that it was made from."""
        return {}

    @cached_property
    def macros(self) -> dict[tuple[str, str], Callable[..., Markup]]:
        """The macros that were asked for, by template and name."""
        return {}

    def at(self, uri: str) -> "Desk":
        """The world as seen from one page."""
        links = links_from(uri, self.settings.directory_urls)
        return Desk(self, uri, links, self.atlas, self.once(Places))


@dataclass(frozen=True, slots=True)
class Desk:
    """The world as seen from the page at `uri`: its links are relative to that page.

    `atlas` is what the page tells of, `places` are those of its things by (kind, id).
    """

    world: World
    uri: str
    links: Links
    atlas: Atlas
    places: Mapping[tuple[str, str], tuple[str, str] | None]

    def to(self, uri: str, anchor: str = "") -> str:
        """A link to a page or file of the site."""
        return f"#{anchor}" if anchor and uri == self.uri else self.links.to(uri, anchor)

    def to_thing(self, kind: str, id: str) -> str:
        """A link to a thing of the atlas; raises KeyError for what is not there."""
        place = self.places[kind, id]
        if place is None:
            raise KeyError(f"{kind}:{id}")
        uri, anchor = place
        if not anchor:
            return self.links.made[uri]
        return f"#{anchor}" if uri == self.uri else f"{self.links.made[uri]}#{anchor}"

    def same(self, make: "Callable[..., Found]", *things: object) -> Found:
        """`make(desk, *things)`, made once for all pages of this folder, which look the same there.

        The things are told apart by identity: each page looks them up itself, and `make` looks up nothing else.
        """
        key = (make, self.links.base, *map(id, things))
        kept = self.world.made.get(key)
        if kept is None:
            kept = self.world.made[key] = (make(self, *things), things)
        found: Found = kept[0]
        return found

    def macro(self, template: str, name: str, *values: Any) -> Markup:
        """What one macro of a template makes of these values."""
        key = (template, name)
        macros = self.world.macros
        if key not in macros:
            macros[key] = getattr(self.world.templates.get_template(template).module, name)
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
            "edit": self.world.settings.edit,
            "atlas": self.atlas,
            **values,
        }
        return render(self.world.templates, template, given)

    def _resolve(self, kind: str, id: str) -> str | None:
        place = self.places[kind, id]
        return self.to(*place) if place else None
