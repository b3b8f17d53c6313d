"""A navigation of the site's own that leads to no page of the atlas is spoken of, once and quietly."""

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build

from mkdocs_journeys.mkdocs.view import Reading
from support.builds import ASSETS, configured, give, page

SAID = "No page of the atlas is in the navigation"
DOCS = {"index.md": "# Hello", "more.md": "# More"}


def said(
    monkeypatch: pytest.MonkeyPatch, folder: Path, caplog: pytest.LogCaptureFixture, times: int = 1, **settings: object
) -> list[str]:
    """The levels at which it is said while a site is built so many times, as `serve` does."""
    items = (page("journeys.md", in_nav=True), page("journeys/buy.md"))
    give(monkeypatch, Reading((*items, *ASSETS)))
    config = configured(folder, DOCS, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    with caplog.at_level(logging.INFO, "mkdocs"):
        for _ in range(times):
            build(config)
    config.plugins.on_shutdown()
    return [record.levelname for record in caplog.records if SAID in record.getMessage()]


@pytest.mark.parametrize("nav", [["index.md"], ["index.md", {"More": ["more.md"]}]])
def test_it_is_said_once_and_fails_no_strict_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, nav: list[object]
) -> None:
    assert said(monkeypatch, tmp_path, caplog, 3, nav=nav, strict=True) == ["INFO"]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"nav": ["index.md", "journeys.md"]},
        {"nav": ["index.md", {"Ours": [{"Buying": "journeys/buy.md"}]}]},
    ],
    ids=["no navigation", "an index", "a journey below a title"],
)
def test_where_readers_find_one_page_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, settings: dict[str, object]
) -> None:
    assert said(monkeypatch, tmp_path, caplog, **settings) == []
