"""The plugin `journeys` for MkDocs and ProperDocs: options and events, nothing else."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from mkdocs_journeys.host.additions import with_banner
from mkdocs_journeys.host.comparing import wish_of
from mkdocs_journeys.host.edit import editor
from mkdocs_journeys.host.ending import leave_standing
from mkdocs_journeys.host.files import Place, home_uri
from mkdocs_journeys.host.health import Health, HealthOption
from mkdocs_journeys.host.lines import liner
from mkdocs_journeys.host.navigation import ours_first
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.past import HistoryOption, Past, with_past
from mkdocs_journeys.host.printing.press import Loop, Press
from mkdocs_journeys.host.printing.printer import Printer
from mkdocs_journeys.host.printing.way import is_settled, prepared, press_of
from mkdocs_journeys.host.publish import Publication
from mkdocs_journeys.host.reading import Reading, reading_of
from mkdocs_journeys.host.serving.memory import Memory
from mkdocs_journeys.host.serving.saves import Saves
from mkdocs_journeys.host.setup import add_assets, journeys_folder, project_root, templates_folder, watch
from mkdocs_journeys.host.view import View, built, refreshed
from mkdocs_journeys.site.compiled import compiled
from mkdocs_journeys.site.settings import Settings
from mkdocs_journeys.sources.worktree import worktree

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


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
    compare = config_options.Optional(config_options.Type(str))
    history = HistoryOption()
    health = HealthOption()


class JourneysPlugin(BasePlugin[Options]):
    """Adds the atlas of customer journeys to a site."""

    def __init__(self) -> None:
        self._serving = False
        self._view = View()
        self._index_uris: list[str] = []
        self._memory = Memory()
        self._saves = Saves(self._memory.keeper)
        self._past = Past()
        self._health = Health()
        self._ours: list[AtlasPage] = []
        self._press: Press | Loop | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being defined, it keeps this instance, and so the last good view, over the rebuilds of `serve`."""
        self._serving = command == "serve"

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object) -> None:
        """From here on nothing may raise, in `serve --clean` either, whose command is called `build`."""
        self._serving = True
        self._saves.serve(server, self._lay_out)

    def on_config(self, config: MkDocsConfig) -> None:
        """Our style and script on every page, and live reload for our folders."""
        root = project_root(config)
        journeys, templates = str(root / self.config.journeys_dir), templates_folder(root, self.config.templates_dir)
        watch(config, journeys, templates)
        if self._serving:
            self._saves.begin(config, journeys, templates)
        add_assets(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """The atlas becomes files of this build."""
        if record := self._saves.record:
            record.others, record.files = tuple(files), files
        self._lay_out(files, config, {})

    def _lay_out(self, files: Files, config: MkDocsConfig, known: Mapping[str, File]) -> View:
        place = Place(project_root(config), config, self._serving, known)
        home = home_uri(files, self.config.home, place)
        folder = journeys_folder(place.root, self.config.journeys_dir)
        settings = Settings(
            today=get_build_datetime().date(),
            directory_urls=config.use_directory_urls,
            home_uri=home,
            templates_dir=templates_folder(place.root, self.config.templates_dir),
            edit=editor(place.root, config),
            changes=self._past.changes,
            history=self._past.history,
            line=liner(place.root, config),
            health=self._health.judged if self.config.health.shown else None,
        )
        compare = wish_of(self.config.compare, config.config_file_path, place.root)

        def read() -> Reading:
            tree = worktree(place.root, folder)
            found = self._past.look(compare, self.config.history, place.root, tree)
            reading = reading_of(tree, settings, self._memory if self._serving else None)
            missing = self._health.look(self.config.health, place.root, settings.today, reading)
            return with_past(reading, (*found, *missing))

        show = Publication(files, home, place).show
        if self._serving:
            self._view = refreshed(self._view, read, show, strict=config.strict)
        else:
            self._view = built(read, show)
        self._index_uris = self._view.index_uris(home)
        return self._view

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Our index pages come first where nobody said what the navigation is."""
        self._nav = ours_first(nav, self._index_uris) if config.nav is None else nav
        return self._nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Pages may be printed from here on, while MkDocs copies files, unless somebody has a say after us."""
        env.bytecode_cache = self._memory.theme if self._serving else env.bytecode_cache or compiled()
        self._env, self._ours, self._press = env, prepared(env, config, files), None
        if not self._serving and is_settled(config):
            self._print(Printer(config, env, self._nav, files.documentation_pages()))

    def _print(self, printer: Printer) -> Press | Loop:
        if record := self._saves.record:
            record.printer = printer
        self._press = press_of(printer, self._ours, self._view, self._memory if self._serving else None)
        return self._press

    @event_priority(100)
    def _on_page_context_before_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        press = self._press or self._print(Printer(config, self._env, nav, context["pages"]))
        if isinstance(page, AtlasPage):
            if record := self._saves.record:
                record.first_of_ours()
            press.open(page)

    @event_priority(-100)
    def _on_page_context_after_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        if self._press is not None and isinstance(page, AtlasPage):
            self._press.put(page, context["pages"])
        elif self._view.banner:
            page.content = f"{self._view.banner}{page.content or ''}"

    on_page_context = CombinedEvent(_on_page_context_before_search, _on_page_context_after_search)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The banner also stands on pages whose template leaves their content out."""
        if isinstance(page, AtlasPage):
            page.forget()
        output = with_banner(output, self._view.banner)
        if (record := self._saves.record) and not isinstance(page, AtlasPage):
            record.wrote(page, output, self._view.banner)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Nothing goes on beside a build that is over."""
        self._stop()
        self._saves.end(self._view)

    def on_build_error(self, *, error: Exception) -> None:
        """Nor beside one that failed."""
        self._stop()

    def on_shutdown(self) -> None:
        """The process is about to end, and all that was built with it."""
        leave_standing(self)

    def _stop(self) -> None:
        self._ours = []
        if self._press is not None:
            self._press.stop()
            self._press = None
