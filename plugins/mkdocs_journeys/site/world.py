"""What every page builder is given: the atlas, the settings, the templates, and the way to anywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.heatmap import HeatMap, heat_map
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site import richtext
from mkdocs_journeys.site.anchors import place_of
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
    def _worked_out(self) -> dict[Callable[[Atlas], Any], Any]:
        return {}

    def once(self, of: Callable[[Atlas], Found]) -> Found:
        """What follows from the whole atlas, worked out once for all pages."""
        if of not in self._worked_out:
            self._worked_out[of] = of(self.atlas)
        found: Found = self._worked_out[of]
        return found

    @cached_property
    def heat_map(self) -> HeatMap:
        """Journeys across the lifecycle, worked out once for all pages."""
        return heat_map(self.atlas)

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """Every journey in the order of the lifecycle, retired ones last."""
        kept = [row.journey for row in self.heat_map.rows]
        shown = {journey.id for journey in kept}
        return (*kept, *(j for j in self.atlas.journeys.values() if j.id not in shown))

    def at(self, uri: str) -> "Desk":
        """The world as seen from one page."""
        return Desk(self, uri, links_from(uri, self.settings.directory_urls))


@dataclass(frozen=True, slots=True)
class Desk:
    """The world as seen from the page at `uri`: its links are relative to that page."""

    world: World
    uri: str
    links: Links

    @property
    def atlas(self) -> Atlas:
        """The atlas that the page tells of."""
        return self.world.atlas

    def to(self, uri: str, anchor: str = "") -> str:
        """A link to a page or file of the site."""
        if uri == self.uri and anchor:
            return f"#{anchor}"
        return self.links.to(uri, anchor)

    def to_thing(self, kind: str, id: str) -> str:
        """A link to a thing of the atlas; raises KeyError for what is not there."""
        place = place_of(self.atlas, kind, id)
        if place is None:
            raise KeyError(f"{kind}:{id}")
        return self.to(*place)

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
        place = place_of(self.atlas, kind, id)
        return self.to(*place) if place else None
