"""The search index of a served site, put together from pages that are encoded once.

It is the text that Material's search plugin would write, which is proven on the index that the plugin has written.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from mkdocs_journeys.host.printing.search import Entries, encoded, joined, open_index, search_plugins


@dataclass(slots=True, eq=False)
class Found:
    """What search finds in a site: `theirs` on pages that are not ours, `ours` page by page as in its folder."""

    theirs: Entries
    ours: Sequence[Entries]
    proven: bool | None = None
    _encoded: dict[int, tuple[Entries, str]] = field(default_factory=dict)

    def bring(self, config: MkDocsConfig, ours: Sequence[Entries]) -> None:
        """The index in the site's folder is from now on about these pages."""
        if self.ours == ours:
            return
        index, plugin = open_index(config), _plugin(config)
        if index is not None and plugin is not None and plugin.config.enabled:
            if self.proven is None:
                self.proven = _path(config).read_bytes() == self._text(plugin, index, self.ours).encode()
            if self.proven:
                write_file(self._text(plugin, index, ours).encode(), str(_path(config)))
            else:
                index[:] = [*self.theirs, *(entry for entries in ours for entry in entries)]
                plugin.on_post_build(config=config)
        self.ours = ours

    def _text(self, plugin: Any, index: list[Any], ours: Sequence[Entries]) -> str:
        index.clear()
        last, self._encoded = self._encoded, {}
        return joined(plugin.search_index.generate_search_index(None), self._parts(last, (self.theirs, *ours)))

    def _parts(self, last: dict[int, tuple[Entries, str]], pages: Iterable[Entries]) -> Iterator[str]:
        for entries in pages:
            if entries:
                # With the entries beside it, nothing else can have their id.
                made = last.get(id(entries)) or (entries, encoded(entries))
                self._encoded[id(entries)] = made
                yield made[1]


def _plugin(config: MkDocsConfig) -> Any:
    return next(iter(search_plugins(config)), None)


def _path(config: MkDocsConfig) -> Path:
    return Path(config.site_dir, "search", "search_index.json")
