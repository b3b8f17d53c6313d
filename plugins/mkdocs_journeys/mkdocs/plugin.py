"""The plugin `journeys` for MkDocs and ProperDocs: options and events, nothing else."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from mkdocs_journeys.garbage import left_out_of_searches, without_collecting
from mkdocs_journeys.load import Loader
from mkdocs_journeys.mkdocs import files as atlas_files
from mkdocs_journeys.mkdocs.compat import (
    PAGE_EVENTS,
    SITE_EVENTS,
    drops_pages_of_others,
    is_known_server,
    material_search_entries,
    others_listen,
    resolves_wildcards,
    takes_sections_for_folders,
)
from mkdocs_journeys.mkdocs.edit_links import edit_links, line_links
from mkdocs_journeys.mkdocs.files import BuildTarget
from mkdocs_journeys.mkdocs.frames.head import with_head
from mkdocs_journeys.mkdocs.frames.page_assets import config_for, for_whole_site, scripts_for
from mkdocs_journeys.mkdocs.git_features import GitFeatures, compare_option, with_git_features
from mkdocs_journeys.mkdocs.handwritten.extension import add_extension
from mkdocs_journeys.mkdocs.handwritten.mentions import mentions_of
from mkdocs_journeys.mkdocs.options import Options
from mkdocs_journeys.mkdocs.page import AtlasPage
from mkdocs_journeys.mkdocs.reading import ForPrograms, Health, reading_of
from mkdocs_journeys.mkdocs.render import Build, Renderer, Rendering, render_all
from mkdocs_journeys.mkdocs.search.index import SearchIndex
from mkdocs_journeys.mkdocs.serve.built_site import BuiltSite
from mkdocs_journeys.mkdocs.serve.file_watch import FolderWatch, snapshot_of
from mkdocs_journeys.mkdocs.serve.live_site import LiveSite
from mkdocs_journeys.mkdocs.view import Reading, View, built, refreshed, with_banner
from mkdocs_journeys.site.context import SiteSettings
from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.site.rendering.template_cache import template_cache
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.translation.languages import interface_language
from mkdocs_journeys.translation.messages import speaking

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class JourneysPlugin(BasePlugin[Options]):
    """Adds the atlas of customer journeys to a site."""

    def __init__(self) -> None:
        self._serving = False
        self._view = View()
        self._memory = Loader()
        self._git = GitFeatures()
        self._told_of_nav = False
        self._health = Health()
        self._build: Build
        self._rendering: Rendering | None = None
        self._live: LiveSite | None = None
        self._resources = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being defined, it keeps this instance, and so the last good view, over the rebuilds of `serve`."""
        self._serving, self._told_of_nav = command == "serve", False
        if not self._serving:
            self._resources.enter_context(without_collecting())

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object) -> None:
        """From here on nothing may raise, in `serve --clean` either, whose command is called `build`."""
        self._serving = True
        self._resources.close()
        watch = FolderWatch(server, [folder for folder in self._folders_of(config) if folder])
        watch.start()
        self._resources.callback(watch.stop)
        if is_known_server(server):
            self._live = LiveSite(server, server.builder, self._reloaded)
            self._live.built(self._site(), with_ours=True)
            server.builder = self._live.save
            server.set_app(self._live)
        self._resources.enter_context(left_out_of_searches())

    def on_shutdown(self) -> None:
        """Stop what watches the folders, and go on with the search for cycles among objects."""
        self._resources.close()

    def on_config(self, config: MkDocsConfig) -> None:
        """Add our folders to what live reload watches."""
        journeys, templates = self._folders_of(config)
        folders = [folder for folder in (journeys, templates) if folder and Path(folder).is_dir()]
        config.watch.extend(folder for folder in folders if folder not in config.watch)
        now = snapshot_of(config, journeys, templates) if self._serving else None
        self._build = Build(config, now, environment(templates))
        add_extension(config, lambda: self._view.site, serving=self._serving)

    def _on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        if not drops_pages_of_others(config):
            self._add_to(files)

    @event_priority(-150)
    def _on_files_late(self, files: Files, *, config: MkDocsConfig) -> None:
        if drops_pages_of_others(config):
            self._add_to(files)

    on_files = CombinedEvent(_on_files, _on_files_late)

    def _add_to(self, files: Files) -> None:
        """Add the pages and assets of the atlas to this build."""
        self._build.files, self._build.others = files, tuple(files)
        self._lay_out(self._build, {})

    @event_priority(150)
    def _before_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Title our pages as the navigation does; put index pages first where nobody said what the navigation is."""
        ours = {file.src_uri: file.page for file in self._build.ours if isinstance(file.page, AtlasPage)}
        for uri, title in atlas_files.configured_titles(config.nav):
            if uri in ours:
                ours[uri].title = title
        if resolves_wildcards(config):
            # That plugin gives titles to pages that it makes itself, where a file has none yet.
            self._build.hidden_pages = ours
            for page in ours.values():
                page.file.page = None
        if config.nav is None:
            with speaking(self._language):
                groups = self._view.nav_groups(self._home)
            return atlas_files.index_pages_first(nav, groups, sections=not takes_sections_for_folders(config))
        return nav

    @event_priority(-100)
    def _after_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        if hidden := self._build.hidden_pages:
            for page in hidden.values():
                page.file.page = page
            nav = atlas_files.with_atlas_pages(nav, hidden)
        if config.nav is not None and self._view.items is not None and not self._told_of_nav:
            self._told_of_nav = atlas_files.tell_where_no_page_is_in(nav)
        self._build.nav = nav
        return nav

    on_nav = CombinedEvent(_before_nav, _after_nav)

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Take our pages out of MkDocs' loop where nobody would see them there: they are rendered apart from it."""
        build = self._build
        env.bytecode_cache = env.bytecode_cache or template_cache()
        build.env, build.pages = env, list(files.documentation_pages())
        build.search = SearchIndex.of(config)
        for_whole_site(config, [file for file in build.pages if not isinstance(file.page, AtlasPage)])
        if material_search_entries(config) is None:
            return
        if self._live:
            build.apart = build.ours
        elif not self._view.banner and not others_listen(config, (*PAGE_EVENTS, *SITE_EVENTS)):
            build.apart = [file for file in build.ours if isinstance(file.page, AtlasPage)]
            self._rendering = render_all(self._renderer(), build.apart)
        for file in build.apart:
            files.remove(file)

    @event_priority(100)
    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Tell templates such as the sitemap of every page."""
        context["pages"] = self._build.pages
        return context

    @event_priority(100)
    def _before_page(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        context["pages"] = self._build.pages
        if isinstance(page, AtlasPage):
            if not page.is_drawn:
                page.draw(config, self._build.files)
            if self._build.search:
                self._build.search.begin(page)
        context["config"] = config_for(page, config)

    @event_priority(-100)
    def _after_page(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        if isinstance(page, AtlasPage) and self._build.search:
            self._build.search.end(page)
        page.content = f"{page.content or ''}{scripts_for(page, config)}"
        if self._view.banner:
            page.content = f"{self._view.banner}{page.content or ''}"

    on_page_context = CombinedEvent(_before_page, _after_page)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The banner also stands on pages whose template leaves their content out."""
        if isinstance(page, AtlasPage):
            page.forget()
            output = with_head(output, page, config)
        return with_banner(output, self._view.banner)

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Give our files back to the build, for plugins that look at all of them in the end."""
        build = self._build
        for file in build.apart:
            build.files.append(file)
        rendered = sorted(page for _, pages in self._rendering or () for page in pages)
        if build.search:
            build.search.add(entry for _, entries in rendered for entry in entries)
        if self._live:
            self._live.built(self._site(), with_ours=not build.apart)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no process behind."""
        if self._rendering:
            self._rendering.close()

    def _folders_of(self, config: MkDocsConfig) -> tuple[str, str | None]:
        root, templates = atlas_files.project_root(config), self.config.templates_dir
        return str(root / self.config.journeys_dir), str(root / templates) if templates else None

    def _lay_out(self, build: Build, known: Mapping[str, File]) -> None:
        """Read the journeys and add what they make to the files of a build."""
        config = build.config
        root = atlas_files.project_root(config)
        folder = atlas_files.journeys_folder(root, self.config.journeys_dir)
        lazy = not others_listen(config, ("page_content",))
        target = BuildTarget(root, config, self._serving, known, f"{folder}/catalog.yml", lazy)
        home = self._home = atlas_files.home_uri(build.files, self.config.home, target)
        settings = SiteSettings(
            today=get_build_datetime().date(),
            directory_urls=config.use_directory_urls,
            home_uri=home,
            language=(theme_language := atlas_files.theme_language(config)),
            interface=interface_language(self.config.language, theme_language),
            edit=edit_links(root, config),
            changes=self._git.changes,
            history=self._git.history,
            deliveries=self._git.deliveries,
            releases=self._git.releases,
            recent=self._git.recent,
            line=line_links(root, config),
            health=self._health.judged if self.config.health.shown else None,
            rule_pages=self.config.rule_pages,
            mentions=mentions_of(build.others, config),
            url=config.site_url or "",
            embed=self.config.embed,
        )
        compare = compare_option(self.config.compare, config.config_file_path, root)

        def read() -> Reading:
            tree = worktree(root, folder)
            complaints = self._git.refresh(compare, self.config.history, root, tree, self.config.releases or "")
            programs = ForPrograms(self.config.api, self.config.llms, settings.url)
            reading = reading_of(tree, settings, build.templates, self._memory if self._serving else None, programs)
            complaints += self._health.refresh(self.config.health, root, settings.today, reading)
            return with_git_features(reading, complaints, reloaded=self._live is not None)

        def show(view: View) -> None:
            build.ours = atlas_files.add_to(build.files, view.shown(home), target)
            if view.items is None:
                build.ours += atlas_files.add_to(build.files, atlas_files.missing_assets(build.files), target)

        self._language = settings.interface
        with speaking(settings.interface):
            if self._serving:
                self._view = refreshed(self._view, read, show, strict=config.strict)
            else:
                self._view = built(read, show)

    def _reloaded(self, site: BuiltSite) -> BuiltSite:
        """Read the journeys again while a site is served, for the application in front of it."""
        build = self._build
        build.files = Files(list(site.others))
        self._lay_out(build, {file.src_uri: file for file in site.ours.values() if file.page is not None})
        build.pages = list(build.files.documentation_pages())
        ours = {file.dest_uri: file for file in build.ours}
        return replace(site, renderer=self._renderer(), ours=ours, has_atlas=self._view.items is not None)

    def _renderer(self) -> Renderer:
        build = self._build
        return Renderer(build.config, build.env, build.nav, build.files, build.pages)

    def _site(self) -> BuiltSite:
        build = self._build
        snapshot = build.snapshot or snapshot_of(build.config, *self._folders_of(build.config))
        return BuiltSite(
            self._renderer(),
            build.others,
            {file.dest_uri: file for file in build.ours},
            tuple(build.search.others if build.search else ()),
            self._view.items is not None,
            snapshot,
            get_build_datetime().date(),
        )
