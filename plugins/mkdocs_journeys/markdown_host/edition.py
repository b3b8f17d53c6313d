"""The files of one atlas, each made anew only where something on it has changed since the last time."""

from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.host.progress import Progress
from mkdocs_journeys.markdown_host.text import page_text
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.settings import SiteSettings
from mkdocs_journeys.site.watch import Freshness, Notes, Watch, WatchedWorld


@dataclass(frozen=True, slots=True)
class Made:
    """A page's file with what it was made from: its facts and its looks into the atlas."""

    page: Page
    notes: Notes
    data: bytes


@dataclass(slots=True)
class Editions:
    """One edition after the other, with the same settings."""

    settings: SiteSettings
    templates: Environment
    watch: Watch = field(default_factory=Watch)
    made: dict[str, Made] = field(default_factory=dict)

    def files(self, atlas: Atlas, root: Path) -> dict[str, bytes]:
        """The content of each file by its path; pictures are read below `root`.

        Raises what a site's own templates raise, and OSError for a picture that cannot be read.
        """
        world = SiteContext(atlas, self.settings, self.templates)
        freshness = Freshness(world)
        before, self.made = self.made, {}
        items = list(items_of(WatchedWorld(world, self.watch)))
        files: dict[str, bytes] = {}
        progress = Progress("files", len(items))
        try:
            for item in items:
                if isinstance(item, Page):
                    files[item.uri] = self._page(item, before.get(item.uri), freshness)
                else:
                    files[item.uri] = item.content if item.path is None else (root / item.path).read_bytes()
                progress.step()
        finally:
            progress.end()
        return files

    def _page(self, page: Page, last: Made | None, freshness: Freshness) -> bytes:
        if last is None or last.page != page or not freshness.holds(last.notes):
            with self.watch.noting() as notes:
                data = page_text(page, page.sections).encode()
            last = Made(page, notes, data)
        self.made[page.uri] = last
        return last.data
