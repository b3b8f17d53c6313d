"""Does `serve` show, byte for byte, what a clean build would? `python -m bench.series --series 500` tries it.

Each series makes edits in a small atlas and builds after each of them as `mkdocs serve` does, with one instance of
the plugin that remembers; then once with an instance that remembers nothing. Both sites must hold the same files.
Some edits come while the pages of an earlier one are still being written.
"""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from bench.atlas import write_atlas
from bench.edits import read, write
from bench.more_edits import mended, random_edits

MINIMAL = "{name: null, custom_dir: theme}"
"""A theme that is quick to build and shows all that themes are given."""
MATERIAL = "{name: material, font: false, features: [navigation.tabs, content.action.edit]}"
BUILT = 0.7
"""The share of edits that the server builds after."""
OVERTAKEN = 0.4
"""The share of builds in the midst of which the next edit comes."""
_CONFIG = """\
site_name: {name}
theme: {theme}
plugins: [{plugins}]
repo_url: https://git.example.com/atlas
edit_uri: edit/main/docs/
markdown_extensions:
  - toc: {{permalink: true}}
"""
_MAIN = """\
<title>{{ page.title }} - {{ config.site_name }}</title><meta content="{{ page.meta.description }}">
{% for item in nav %}
<a {{ "class=here" if item.active }} href="{{ item.url | url }}">{{ item.title }}</a>
{% endfor %}
<body>{{ page.meta.tags }} {{ page.meta.hide }} {{ page.edit_url }} {{ page.content }}
{% for entry in page.toc recursive %}
<a href="{{ entry.url }}">{{ entry.title }}</a>{{ loop(entry.children) }}
{% endfor %}
{% for file in pages %}{{ file.url }} {% endfor %}</body>
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two builds of the same state that are not the same: after which edits, and in which files."""

    seed: int
    kinds: tuple[str, ...]
    files: tuple[str, ...]


class Server(LiveReloadServer):
    """MkDocs' own, which is never started; `hurry` is called after so many looks whether files have changed."""

    def __init__(self, root: Path) -> None:
        self.looks = 0
        self.hurry: Callable[[], object] | None = None
        super().__init__(lambda: None, "localhost", 0, str(root))
        self.server_close()
        self.build_delay = 0

    @property
    def _want_rebuild(self) -> bool:
        self.looks -= 1
        if self.hurry is None or self.looks > 0:
            return False
        hurry, self.hurry = self.hurry, None
        hurry()
        return True

    @_want_rebuild.setter
    def _want_rebuild(self, value: bool) -> None:
        """Nothing else asks for a build."""


class Project:
    """A small atlas on disk with its served site and a clean one."""

    def __init__(self, root: Path, journeys: int, theme: str, seed: int) -> None:
        self.root = root
        self.plugins: dict[str, Any] = {}
        self.server = Server(root / "served")
        self.server.builder = self._start
        write_atlas(root, journeys, seed)
        (root / "docs").mkdir()
        (root / "theme").mkdir()
        (root / "theme" / "main.html").write_text(_MAIN, encoding="utf-8")
        plugins = "journeys" if theme == MINIMAL else "search, journeys"
        config = _CONFIG.format(name="Atlas", theme=theme, plugins=plugins)
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")

    def serve(self) -> dict[str, bytes]:
        """Every file of the site after the server has seen what was written."""
        with plugins_of(self.plugins):
            self.server.builder()
        return self._files("served")

    def clean(self) -> dict[str, bytes]:
        """Every file of a site that is built from nothing."""
        with plugins_of({}):
            self._build("clean", served=False)
        return self._files("clean")

    def _start(self) -> None:
        """As `mkdocs serve` does: one build, after which plugins may take the building over."""
        config = self._build("served", served=True)
        self.server.builder = self._again
        config.plugins.on_serve(self.server, config=config, builder=self._again)

    def _again(self) -> None:
        self._build("served", served=True)

    def _build(self, name: str, *, served: bool) -> MkDocsConfig:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / name))
        if served:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        return config

    def _files(self, name: str) -> dict[str, bytes]:
        folder = self.root / name
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@contextmanager
def plugins_of(instances: dict[str, Any]) -> Iterator[None]:
    """MkDocs remembers plugins for the whole process; here each of two builders has its own."""
    option = next(option for name, option in MkDocsConfig()._schema if name == "plugins")
    before, option.plugin_cache = option.plugin_cache, instances  # type: ignore[attr-defined]
    try:
        yield
    finally:
        option.plugin_cache = before  # type: ignore[attr-defined]


def difference(seed: int, theme: str = MINIMAL, journeys: int = 6, most: int = 6) -> Difference | None:
    """One series of edits; None where the served site and the clean one are the same after it."""
    random = Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder), journeys, theme, seed % 7)
        kinds = tuple(_edited(project, seed, random.randint(1, most), random))
        served, clean = project.serve(), project.clean()
    apart = sorted(name for name in served.keys() | clean.keys() if served.get(name) != clean.get(name))
    return Difference(seed, kinds, tuple(apart)) if apart else None


def _edited(project: Project, seed: int, count: int, random: Random) -> Iterator[str]:
    """Makes edits, with a build after most of them; a server may well miss some. The last state can be read."""
    project.serve()
    kinds: list[str] = []
    series = islice(random_edits(read(project.root), seed), count)

    def make() -> None:
        if edit := next(series, None):
            write(project.root, edit)
            kinds.append(edit.kind)

    while len(kinds) < count:
        make()
        if random.random() < BUILT:
            project.server.looks = random.randint(1, 40)
            project.server.hurry = make if random.random() < OVERTAKEN else None
            project.serve()
    yield from kinds
    if last := mended(read(project.root)):
        write(project.root, last)
        yield last.kind


def main() -> None:
    """The command: exits with 1, and tells where, when one series ends in a difference."""
    parser = argparse.ArgumentParser(prog="python -m bench.series", description=__doc__)
    parser.add_argument("--series", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first series")
    parser.add_argument("--material", action="store_true", help="with Material and search, which takes longer")
    given = parser.parse_args()
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1780000000")
    theme = MATERIAL if given.material else MINIMAL
    seeds = range(given.first, given.first + given.series)
    found = [one for one in (difference(seed, theme) for seed in seeds) if one]
    for one in found:
        print(f"series {one.seed}: {', '.join(one.kinds)}: {len(one.files)} files differ, such as {one.files[:3]}")
    print(f"{len(seeds)} series of edits, {len(found)} of them end in a difference")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
