"""What search finds on our pages, given to Material's search plugin without a detour through HTML.

The plugin would parse each page's content for its headings and words; we have them. The entries are the same
as it would make of the lean body, which a test holds, and which is what any other search plugin still gets.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journeys.host.text import theme_text
from mkdocs_journeys.site.page import Page, Section

Entry = dict[str, Any]
Entries = tuple[Entry, ...]
"""What search finds on one page."""
_MATERIAL = "material.plugins.search.plugin"
NO_MORE = "]}"
"""How an encoded index ends, after its last entry."""


def open_index(config: MkDocsConfig) -> list[Entry] | None:
    """The list that takes entries during this build; one that nobody reads where there is no search.

    None where entries cannot be given: another plugin, or one that cuts Chinese text into words.
    """
    plugins = search_plugins(config)
    if not plugins:
        return []
    plugin = plugins[0]
    if len(plugins) > 1 or type(plugin).__module__ != _MATERIAL or _cuts_words():
        return None
    if not plugin.config.enabled:
        return []
    entries: list[Entry] = plugin.search_index.entries
    return entries


def search_plugins(config: MkDocsConfig) -> list[Any]:
    """Every plugin that is called `search`."""
    return [plugin for name, plugin in config.plugins.items() if name.rpartition("/")[2] == "search"]


def end_with(config: MkDocsConfig, texts: Sequence[str]) -> None:
    """Lets the open index of this build end with entries that are encoded already.

    They join what the plugin encodes itself when the build is over.
    """
    for plugin in search_plugins(config):
        if plugin.config.enabled:
            index = plugin.search_index
            index.generate_search_index = _with_more(index.generate_search_index, texts)


def encoded(entries: Entries) -> str:
    """Entries as they stand in the file of the index, which Material's plugin writes."""
    return json.dumps(entries, separators=(",", ":"), default=str)[1:-1]


def decoded(text: str) -> Entries:
    """The entries that were encoded."""
    return tuple(json.loads(f"[{text}]"))


def joined(index: str, texts: Iterable[str]) -> str:
    """An encoded index with more entries at its end."""
    before = index.removesuffix(NO_MORE)
    first = "" if before.endswith("[") else ","
    more = ",".join(filter(None, texts))
    return f"{before}{first}{more}{NO_MORE}" if more else index


def entries_of(page: Page, url: str, sections: Iterable[Section]) -> Iterator[Entry]:
    """An entry for each section of a page at this url, the first one for the page itself."""
    tags = {"tags": [str(tag) for tag in map(theme_text, page.tags) if tag]} if page.tags else {}
    for number, section in enumerate(sections):
        location = f"{url}#{section.anchor}" if number else url
        title = _text(" ".join(section.title.split())) or str(theme_text(page.title))
        text = "" if not section.words or section.words.isspace() else f"<p>{_text(section.words)}</p>"
        yield {"location": location, "title": title, "text": text, **tags}


def _with_more(generate: Callable[[Any], str], texts: Sequence[str]) -> Callable[[Any], str]:
    return lambda previous: joined(generate(previous), texts)


def _cuts_words() -> bool:
    return bool(sys.modules[_MATERIAL].jieba)


def _text(text: str) -> str:
    return escape(text.replace("\n", " "), quote=False)
