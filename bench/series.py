"""Does `serve` show, byte for byte, what a clean build would? `python -m bench.series --series 500` tries it.

Each series makes edits in a small atlas; the application that `mkdocs serve` runs is told of most of them, and asked
for pages in between. At the end it is asked for every address of a clean build of the same files, in any order.
"""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
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

MATERIAL = "theme: {name: material, font: false, features: [navigation.tabs, content.action.edit]}\n"
SITES = {
    "minimal": "theme: {name: null, custom_dir: theme}\nplugins: [journeys]\n",
    "material": f"{MATERIAL}plugins: [search, journeys]\n",
    "hook": f"{MATERIAL}plugins: [search, journeys]\nhooks: [hook.py]\n",
    "snippets": f"{MATERIAL}plugins: [search, journeys]\nmarkdown_extensions: [pymdownx.snippets]\n",
    "tags": f"{MATERIAL}plugins: [search, tags, journeys]\n",
}
"""Sites by name: the theme and plugins in mkdocs.yml. The minimal theme shows all that themes are given."""
TOLD = 0.7
"""The share of edits after which the server is told at once."""
ASKED = 3
"""Pages asked for after each of these."""
_CONFIG = "site_name: Atlas\nrepo_url: https://git.example.com/atlas\nedit_uri: edit/main/docs/\n"
_FILES = {
    "docs/guide.md": "# A guide\n\nSee [the catalog](catalog.md).\n",
    "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
    "docs/included.md": "# Included\n\n```yaml\n--8<-- 'journeys/catalog.yml'\n```\n",
    "hook.py": "def on_page_content(html, page, config, files):\n    return html + '<p>seen</p>'\n",
    "theme/main.html": """\
<title>{{ page.title }} - {{ config.site_name }}</title><meta content="{{ page.meta.description }}">
{% for item in nav %}
<a {{ "class=here" if item.active }} href="{{ item.url | url }}">{{ item.title }}</a>
{% endfor %}
<body>{{ page.meta.tags }} {{ page.meta.hide }} {{ page.edit_url }} {{ page.content }}
{% for entry in page.toc recursive %}
<a href="{{ entry.url }}">{{ entry.title }}</a>{{ loop(entry.children) }}
{% endfor %}
{% for file in pages %}{{ file.url }} {% endfor %}</body>
""",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A served site that is not the clean one: after which edits, and at which addresses."""

    seed: int
    kinds: tuple[str, ...]
    files: tuple[str, ...]


class Server(LiveReloadServer):
    """MkDocs' own server, which is never started and watches nothing."""

    def __init__(self, root: Path) -> None:
        super().__init__(lambda: None, "localhost", 0, str(root))
        self.server_close()

    def watch(self, *given: object, **more: object) -> None:
        """Watch nothing: a series tells of each change itself."""


class Project:
    """The journeys in a folder, with their served site and a clean one."""

    def __init__(self, root: Path, site: str) -> None:
        self.root = root
        self.plugins: dict[str, Any] = {}
        self.server = Server(root / "served")
        for name, text in _FILES.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        (root / "mkdocs.yml").write_text(_CONFIG + SITES[site], encoding="utf-8")
        with self._serving():
            config = self._build("served", served=True)
            self.server.builder = lambda: self._build("served", served=True) and None
            config.plugins.on_serve(self.server, config=config, builder=self.server.builder)
            self.shutdown = config.plugins.on_shutdown

    def close(self) -> None:
        """End the server."""
        self.shutdown()

    def told(self) -> None:
        """Tell the server that files have changed."""
        with self._serving():
            self.server.builder()

    def page(self, path: str) -> bytes | None:
        """What a request for a file of the site is answered; None where there is none."""
        said: list[str] = []
        application: Any = self.server.get_app()
        with self._serving():
            body = application({"PATH_INFO": f"/{path}"}, lambda status, headers: said.append(status))
        data = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return data if said[-1].startswith("200") else None

    def clean(self) -> dict[str, bytes]:
        """Every file of a site that is built from nothing."""
        with plugins_of({}), below(self.root):
            self._build("clean", served=False)
        folder = self.root / "clean"
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    @contextmanager
    def _serving(self) -> Iterator[None]:
        with plugins_of(self.plugins), below(self.root):
            yield

    def _build(self, name: str, *, served: bool) -> MkDocsConfig:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / name))
        if served:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        return config


@contextmanager
def below(folder: Path) -> Iterator[None]:
    """The folder as the current one, which snippets start from."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def plugins_of(instances: dict[str, Any]) -> Iterator[None]:
    """MkDocs remembers plugins for the whole process; here each of two builders has its own."""
    option = next(option for name, option in MkDocsConfig()._schema if name == "plugins")
    before, option.plugin_cache = option.plugin_cache, instances  # type: ignore[attr-defined]
    try:
        yield
    finally:
        option.plugin_cache = before  # type: ignore[attr-defined]


def difference(seed: int, site: str = "minimal", journeys: int = 6, most: int = 6) -> Difference | None:
    """One series of edits; None where the served site and the clean one are the same after it."""
    random = Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        write_atlas(Path(folder), journeys, seed % 7)
        project = Project(Path(folder), site)
        try:
            kinds = tuple(_edited(project, seed, random.randint(1, most), random))
            project.told()
            clean = project.clean()
            names = sorted(clean)
            random.shuffle(names)
            apart = [name for name in names if project.page(name) != clean[name]]
            stays = (project.root / "served").rglob("*.html")
            gone = (path.relative_to(project.root / "served").as_posix() for path in stays)
            apart += sorted(name for name in gone if name not in clean and project.page(name) is not None)
        except Exception as error:
            error.add_note(f"in series {seed}, {site}")
            raise
        finally:
            project.close()
    return Difference(seed, kinds, tuple(apart)) if apart else None


def _edited(project: Project, seed: int, count: int, random: Random) -> Iterator[str]:
    """Make edits and tell the server of most of them; it may well miss some. The last state can be read."""
    for edit in islice(random_edits(read(project.root), seed), count):
        write(project.root, edit)
        yield edit.kind
        if random.random() < TOLD:
            project.told()
            known = sorted((project.root / "served").rglob("*.html"))
            for path in random.sample(known, min(ASKED, len(known))):
                project.page(path.relative_to(project.root / "served").as_posix())
    if last := mended(read(project.root)):
        write(project.root, last)
        yield last.kind


def main() -> None:
    """The command: exits with 1, and tells where, when one series ends in a difference."""
    parser = argparse.ArgumentParser(prog="python -m bench.series", description=__doc__)
    parser.add_argument("--series", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first series")
    parser.add_argument("--sites", default="minimal", help=f"of {', '.join(SITES)}, with commas; taken in turn")
    given = parser.parse_args()
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1780000000")
    sites = given.sites.split(",")
    seeds = range(given.first, given.first + given.series)
    found = 0
    for seed in seeds:
        if one := difference(seed, sites[seed % len(sites)]):
            found += 1
            files = f"{len(one.files)} files differ, such as {one.files[:3]}"
            print(f"series {seed}: {', '.join(one.kinds)}: {files}", flush=True)
    print(f"{len(seeds)} series of edits, {found} of them end in a difference")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
