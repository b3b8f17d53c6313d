"""Small sites that MkDocs really builds in this process, of real files or with pages of the test's own."""

import json
import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import chdir, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from bench.series import plugins_of
from click.testing import CliRunner, Result
from markupsafe import Markup
from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journeys.mkdocs import plugin
from mkdocs_journeys.mkdocs.view import Reading
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site.page import Asset, Page, Section

MATERIAL = {"name": "material", "font": False, "features": ["navigation.footer", "content.action.edit"]}
ASSETS = (
    Asset("assets/journeys/journeys.css", data=b"/* style */"),
    Asset("assets/journeys/journeys.js", data=b"/* script */"),
    Asset("assets/journeys/vendor/mermaid.min.js", data=b"/* mermaid */"),
    Asset("assets/journeys/mermaid-theme.js", data=b"/* theme */"),
    Asset("assets/journeys/journeys-others.css", data=b"/* style */"),
    Asset("assets/journeys/journeys-others.js", data=b"/* script */"),
)


def section(anchor: str, title: str, level: int = 1, html: str = "", **rest: Any) -> Section:
    return Section(anchor, title, level, Markup(html), **rest)


def page(uri: str, title: str = "A page", *more: Section, **rest: Any) -> Page:
    """A page whose first section has its title and the words `words of URI`."""
    first = section("top", title, html=f"<p>body of {uri}</p>", words=f"words of {uri}")
    return Page(uri, title, partial(tuple, (first, *more)), **rest)


def problem(message: str = "This is wrong.", line: int = 1, severity: Severity = Severity.ERROR) -> Problem:
    return Problem("some-rule", Position("journeys/a.yml", line, 3), message, "Mend it.", severity)


def configured(folder: Path, docs: dict[str, str] | None = None, **settings: Any) -> MkDocsConfig:
    """The configuration of a site in `folder` with these handwritten pages."""
    for name, text in (docs or {}).items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "journeys").mkdir(exist_ok=True)
    values = {"site_name": "Our site", "theme": MATERIAL, "plugins": ["search", "journeys"], **settings}
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(values), encoding="utf-8")
    config = load_config(str(file))
    config.plugins._current_plugin = "journeys"
    return config


def give(monkeypatch: pytest.MonkeyPatch, reading: Reading) -> None:
    """Lets the plugin read this."""
    monkeypatch.setattr(plugin, "reading_of", lambda *given: reading)


def built_site(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    items: Iterable[Page | Asset],
    docs: dict[str, str] | None = None,
    **settings: Any,
) -> Path:
    """The folder of the site that MkDocs builds from these pages; `settings` are those of mkdocs.yml."""
    give(monkeypatch, Reading((*items, *ASSETS)))
    build(configured(folder, docs, **settings))
    return folder / "site"


def mkdocs(project: Path, *words: str, env: Mapping[str, str] | None = None) -> Result:
    """What the command `mkdocs` does in a folder, without the second that a process of its own takes to start."""
    with chdir(project), plugins_of({}), _logging_as_it_was():
        done = CliRunner(env=env).invoke(cli, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done


def build_here(project: Path, *options: str) -> str:
    """Build a site strictly; gives what MkDocs said. `processes.mkdocs_build` does it in a process."""
    done = mkdocs(project, "build", "--strict", *options)
    assert done.exit_code == 0, done.output
    return done.output


@contextmanager
def _logging_as_it_was() -> Iterator[None]:
    """Undo what the command does to the logger of MkDocs, and keep it from what it does to warnings."""
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate, list(logger.handlers)
    try:
        with patch.object(sys, "warnoptions", ["error"]):
            yield
    finally:
        level, logger.propagate, logger.handlers = before
        logger.setLevel(level)


def search_entries(site: Path) -> dict[str, dict[str, Any]]:
    """What search finds, by location."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    return {entry["location"]: entry for entry in index["docs"]}


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a built site, by its path."""
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}
