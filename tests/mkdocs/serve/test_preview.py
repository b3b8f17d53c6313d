"""A preview under `mkdocs serve`: marks follow each edit, and a base that is missing ends nothing."""

from pathlib import Path

import pytest

from support.repositories import Repository, repository
from support.serving import FILES, serving

BUY = "journeys/maps/buy.yml"
PLUGINS = "plugins: [search, journeys]"


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """A strict site in a repository on main."""
    made = repository(tmp_path / "project")
    for name, text in FILES.items():
        made.write(name, text)
    made.commit()
    return made


def test_marks_come_change_and_go_with_each_edit(project: Repository, tmp_path: Path) -> None:
    project.edit("mkdocs.yml", PLUGINS, "plugins: [search, journeys: {compare: main}]")
    with serving(project.root, tmp_path / "log") as server:
        html = server.wait("journeys/buy/", lambda html: "No change on this page" in html)
        assert ' id="history"' in html
        path = server.write(BUY, FILES[BUY].replace("emotion: -1", "emotion: -2"))
        server.wait("journeys/buy/", lambda html: "fell from negative to very negative" in html, path)
        assert "journeys-change-badge" in server.page("journeys/")
        assert "fell from negative to very negative" in server.page("changes/")
        server.write(BUY, FILES[BUY].replace("emotion: -1", "emotion: 9"))
        server.wait("journeys/buy/", lambda html: "journeys-problems" in html, path)
        server.write(BUY, FILES[BUY])
        html = server.wait("journeys/buy/", lambda html: "No change on this page" in html, path)
        assert "journeys-problems" not in html
        assert "journeys-change-badge" not in server.page("journeys/")


def test_a_base_that_is_missing_leaves_the_site_up_and_unmarked(project: Repository, tmp_path: Path) -> None:
    project.edit("mkdocs.yml", PLUGINS, "plugins: [search, journeys: {compare: origin/main}]")
    with serving(project.root, tmp_path / "log") as server:
        html = server.wait("journeys/buy/", lambda html: "Buy it" in html)
        assert "journeys-compared" not in html
        assert "There is no commit origin/main here" in server.running.said()
        path = server.write(BUY, FILES[BUY].replace("Buy it", "Buy it gladly"))
        server.wait("journeys/buy/", lambda html: "Buy it gladly" in html, path)


def test_a_commit_while_serving_brings_the_history_up_to_date(project: Repository, tmp_path: Path) -> None:
    with serving(project.root, tmp_path / "log") as server:
        server.wait("journeys/buy/", lambda html: "First version" in html)
        project.edit(BUY, "emotion: -1", "emotion: 2")
        project.commit("2026-02-02", message="Make it good")
        path = project.root / BUY
        server.wait("journeys/buy/", lambda html: "Make it good" in html, path)
