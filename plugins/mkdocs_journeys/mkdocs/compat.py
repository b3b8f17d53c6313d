"""What leans on insides of MkDocs and Material: each name with its reason and its guard.

Everything else in the package uses names that their authors document. Where a guard finds something unknown, the
callers leave the work to MkDocs' own loop, which is slower and always right.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown

# Undocumented module, public name: the variables that MkDocs gives to the template of every page.
from mkdocs.commands.build import get_context as get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.theme import Theme
from mkdocs.utils import get_theme_dir

PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
"""Events of a single page."""
SITE_EVENTS = ("files", "nav", "env", "pre_template", "template_context", "post_template")
"""Events of the whole site, by which a plugin may change or gather pages."""
_OUR_PLUGIN = "mkdocs_journeys.mkdocs.plugin"
_MATERIAL_SEARCH = "material.plugins.search.plugin"
_SERVER_NAMES = ("builder", "error_handler", "mount_path", "root", "serve_request", "set_app", "unwatch", "watch")

Entry = dict[str, Any]
"""What Material's search keeps of one section: location, title, text and tags."""


def others_listen(config: MkDocsConfig, events: Iterable[str], *, besides: Sequence[str] = ()) -> bool:
    """Whether any plugin or hook but ours and Material's search listens to one of these events.

    `besides` are further modules whose plugins do not count. `plugins.events` is not documented; without it the
    answer is yes.
    """
    known = {_OUR_PLUGIN, _MATERIAL_SEARCH, *besides}
    listening = getattr(config.plugins, "events", None)
    if listening is None:
        return True
    methods = (method for event in events for method in listening.get(event, ()))
    return any(type(getattr(method, "__self__", None)).__module__ not in known for method in methods)


def resolves_wildcards(config: MkDocsConfig) -> bool:
    """Whether a plugin builds the navigation of wildcards, and so has to find every page that is to be in it.

    awesome-nav does not look at pages that MkDocs keeps out of its own navigation. For all other sites those of
    single things stay out of it: with thousands of entries it would be long, and slow to render on every page.
    """
    return any(name.rpartition("/")[2] == "awesome-nav" for name in config.plugins)


def takes_sections_for_folders(config: MkDocsConfig) -> bool:
    """Whether a plugin arranges the navigation by folders and fails at other sections, as awesome-pages does."""
    return any(name.rpartition("/")[2] == "awesome-pages" for name in config.plugins)


def drops_pages_of_others(config: MkDocsConfig) -> bool:
    """Whether a plugin takes every page out of a build that lies outside of docs_dir, as static-i18n does.

    On such a site our files come after its `on_files`, which has the priority -100; elsewhere before, so that
    plugins and hooks see them.
    """
    return any(name.rpartition("/")[2] == "i18n" for name in config.plugins)


def gathers_pages(config: MkDocsConfig) -> bool:
    """Whether a plugin puts the content of all pages into one of its own, which loads the styles of the site."""
    names = {name.rpartition("/")[2] for name in config.plugins}
    return bool(names & {"print-site", "pdf-export", "with-pdf", "exporter"})


def search_plugins(config: MkDocsConfig) -> list[Any]:
    """Every plugin that is called `search`, whoever made it."""
    return [plugin for name, plugin in config.plugins.items() if name.rpartition("/")[2] == "search"]


def material_search_entries(config: MkDocsConfig) -> list[Entry] | None:
    """The list in which Material's search gathers the entries of a build; an unused one where there is no search.

    None where entries cannot be added by hand: another plugin, or one that cuts Chinese text into words. The list is
    no documented part of the plugin; a test compares what we add with what the plugin would have made.
    """
    plugins = search_plugins(config)
    if not plugins:
        return []
    plugin = plugins[0]
    if len(plugins) > 1 or type(plugin).__module__ != _MATERIAL_SEARCH:
        return None
    if not plugin.config.enabled:
        return []
    if getattr(sys.modules[_MATERIAL_SEARCH], "jieba", True):
        return None
    entries = getattr(getattr(plugin, "search_index", None), "entries", None)
    return entries if isinstance(entries, list) else None


def file_of(md: Markdown) -> File | None:
    """The file whose Markdown is being converted; None where nobody knows.

    MkDocs registers what resolves relative links under this name, and that knows the file. None leaves blocks as code.
    """
    names = md.treeprocessors
    found = getattr(names["relpath"], "file", None) if "relpath" in names else None
    return found if isinstance(found, File) else None


def has_only_material_templates(theme: Theme) -> bool:
    """Whether every template is one of Material's own, whose use of a page's values is known."""
    own = Path(get_theme_dir("material")) if theme.name == "material" else None
    return own is not None and all(
        Path(folder) == own or not any(Path(folder).rglob("*.html")) for folder in theme.dirs
    )


def is_known_server(server: object) -> bool:
    """Whether a development server has what `LiveSite` uses of MkDocs' own: a WSGI application that can be wrapped."""
    return all(hasattr(server, name) for name in _SERVER_NAMES)
