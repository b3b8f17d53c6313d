"""Pages of the atlas rendered into the theme: all at once by a process pool, or one by one through MkDocs' events."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_journeys.mkdocs.compat import Entry, get_context
from mkdocs_journeys.mkdocs.frames.head import with_head_in_bytes
from mkdocs_journeys.mkdocs.frames.page_assets import config_for, scripts_for
from mkdocs_journeys.mkdocs.frames.theme_frame import ThemeFrames, utf8
from mkdocs_journeys.mkdocs.page import AtlasPage
from mkdocs_journeys.mkdocs.search.index import SearchIndex, entries_of
from mkdocs_journeys.mkdocs.serve.file_watch import FileSnapshot
from mkdocs_journeys.parallel import map_chunks
from mkdocs_journeys.wording import terminal_safe

log = get_plugin_logger(__name__)

Rendering = Generator[tuple[slice, list[tuple[int, list[Entry]]]], None, None]
"""Pages being rendered: gives numbers of pages with their entries for search, in any order."""
FEWEST_PAGES = 60
"""With fewer pages than this, further processes cost more than they give."""


@dataclass(frozen=True)
class Renderer:
    """What a page of one build is rendered with. `pages` are the files that templates are told of."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    files: Files
    pages: Sequence[File]

    def write(self, page: AtlasPage) -> list[Entry]:
        """Render a page past MkDocs' events and write it; gives its entries for search.

        Only right where nobody listens to these events. Raises what the templates raise.
        """
        page.draw(self.config, self.files)
        page.content = f"{page.content or ''}{scripts_for(page, self.config)}"
        output = self._frames.around(page) or utf8(self._in_theme(page))
        write_whole(page.file.abs_dest_path, with_head_in_bytes(output, page, self.config))
        entries = list(entries_of(page.described, page.url, page.sections or ()))
        page.forget()
        return entries

    def through_events(self, page: MkDocsPage, *, in_theme: bool = True) -> str:
        """The finished page, taken through every event of MkDocs; "" where a plugin says that there is none.

        Without the theme it ends where search has seen the page, with "". Raises what templates and plugins raise.
        """
        config, files, plugins = self.config, self.files, self.config.plugins
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        with _active(page, self.nav):
            context = get_context(self.nav, self.pages, config, page)
            context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            if not in_theme:
                return ""
            template = self.env.get_template(page.meta.get("template", "main.html"))
            output = template.render(context)
            return plugins.on_post_page(output, page=page, config=config) or ""

    @cached_property
    def _frames(self) -> ThemeFrames:
        return ThemeFrames(self.config, self.nav, self._in_theme)

    def _in_theme(self, page: AtlasPage) -> str:
        with _active(page, self.nav):
            context = get_context(self.nav, self.pages, self.config, page)
            context["config"] = config_for(page, self.config)
            return self.env.get_template("main.html").render(context)


@contextmanager
def _active(page: MkDocsPage, nav: Navigation) -> Iterator[None]:
    """Mark a page, and no other, as the one that the theme shows, whichever MkDocs is at."""
    others = [one for one in nav.pages if one.active and one is not page]
    for one in others:
        one.active = False
    page.active = True
    try:
        yield
    finally:
        page.active = False
        for one in others:
            one.active = True


@dataclass(slots=True)
class Build:
    """One build of MkDocs, from `on_config` to its end. `ours` are the files of the atlas, `others` all others.

    `templates` are ours, compiled once for all saves until MkDocs builds again, as it does when one of them changes.
    `apart` are those of `ours` that MkDocs' loop leaves out, as they are rendered by the pool or on request; `pages`
    are all pages, for templates that list them. `hidden_pages` are those of ours, by uri, while another plugin makes
    the navigation.
    """

    config: MkDocsConfig
    snapshot: FileSnapshot | None
    templates: Environment
    others: tuple[File, ...] = ()
    ours: list[File] = field(default_factory=list)
    files: Files = field(default_factory=lambda: Files([]))
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    env: Environment = field(default_factory=Environment)
    apart: list[File] = field(default_factory=list)
    pages: list[File] = field(default_factory=list)
    hidden_pages: dict[str, AtlasPage] = field(default_factory=dict)
    search: SearchIndex | None = None


def render_all(renderer: Renderer, files: Sequence[File]) -> Rendering:
    """Render and write the pages of these files on all cores; gives what search finds on which of them.

    Other processes begin at once, this one when it is asked for the first entries. Raises what the templates raise
    for a page that cannot be rendered, after its name is logged.
    """
    pages = [file.page for file in files if isinstance(file.page, AtlasPage)]
    # Whoever renders one page that gathers from all journeys has gathered for the others, so they come together.
    numbered = sorted(enumerate(pages), key=lambda one: one[1].described.thing is not None)

    def write(some: Sequence[tuple[int, AtlasPage]]) -> list[tuple[int, list[Entry]]]:
        found: list[tuple[int, list[Entry]]] = []
        for number, page in some:
            try:
                found.append((number, renderer.write(page)))
            except Exception as error:
                log.error("Error building page '%s': %s", page.file.src_uri, terminal_safe(str(error)))
                raise
        return found

    return map_chunks(write, numbered, fewest=FEWEST_PAGES)


def write_whole(path: str, data: bytes) -> None:
    """Write a file of the site so that there is never half of it, whenever the process is killed."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    part = Path(f"{path}.part")
    part.write_bytes(data)
    part.replace(path)
