"""The plugin `journeys` for MkDocs and ProperDocs: options and events, nothing else."""

from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from mkdocs_journeys.host.additions import complete, with_banner
from mkdocs_journeys.host.edit import editor
from mkdocs_journeys.host.files import Place, home_uri
from mkdocs_journeys.host.navigation import ours_first
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.publish import Publication
from mkdocs_journeys.host.reading import Reading, reading_of
from mkdocs_journeys.host.setup import add_assets, journeys_folder, project_root, templates_folder, watch
from mkdocs_journeys.host.view import View, built, refreshed
from mkdocs_journeys.site.settings import Settings
from mkdocs_journeys.trees import worktree


class MarkdownUri(config_options.Type[str]):
    """The uri of a page, such as `atlas.md`."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        """The uri; raises ValidationError for what no page can have."""
        uri = super().run_validation(value)
        if not uri.endswith(".md") or uri.startswith("/") or ".." in uri.split("/"):
            raise ValidationError(f"Expected the path of a page such as 'atlas.md', not '{uri}'.")
        return uri


class Options(Config):
    """What mkdocs.yml may say below `journeys:`; folders are relative to mkdocs.yml."""

    journeys_dir = config_options.Type(str, default="journeys")
    templates_dir = config_options.Optional(config_options.Type(str))
    home = MarkdownUri(default="index.md")


class JourneysPlugin(BasePlugin[Options]):
    """Adds the atlas of customer journeys to a site."""

    def __init__(self) -> None:
        self._serving = False
        self._view = View()
        self._index_uris: list[str] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being defined, it keeps this instance, and so the last good view, over the rebuilds of `serve`."""
        self._serving = command == "serve"

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        """From here on nothing may raise, in `serve --clean` either, whose command is called `build`."""
        self._serving = True

    def on_config(self, config: MkDocsConfig) -> None:
        """Our style and script on every page, and live reload for our folders."""
        root = project_root(config)
        watch(config, str(root / self.config.journeys_dir), templates_folder(root, self.config.templates_dir))
        add_assets(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """The atlas becomes files of this build."""
        place = Place(project_root(config), config, self._serving)
        home = home_uri(files, self.config.home, place)
        folder = journeys_folder(place.root, self.config.journeys_dir)
        settings = Settings(
            today=get_build_datetime().date(),
            directory_urls=config.use_directory_urls,
            home_uri=home,
            templates_dir=templates_folder(place.root, self.config.templates_dir),
            edit=editor(place.root, config),
        )

        def read() -> Reading:
            return reading_of(worktree(place.root, folder), settings)

        show = Publication(files, home, place).show
        if self._serving:
            self._view = refreshed(self._view, read, show, strict=config.strict)
        else:
            self._view = built(read, show)
        self._index_uris = self._view.index_uris(home)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation | None:
        """Our index pages come first where nobody said what the navigation is."""
        return ours_first(nav, self._index_uris) if config.nav is None else None

    @event_priority(100)
    def _on_page_context_before_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        if isinstance(page, AtlasPage) and "search" in config.plugins:
            page.show_to_plain_search()

    @event_priority(-100)
    def _on_page_context_after_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        complete(page, self._view.banner)

    on_page_context = CombinedEvent(_on_page_context_before_search, _on_page_context_after_search)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The banner also stands on pages whose template leaves their content out."""
        return with_banner(output, self._view.banner)
