"""What changed, its feed and the old addresses, in sites that are really built."""

from pathlib import Path

import pytest

from history.mainline.support_mainline import BUY, begun
from support.builds import build_here, files_of, mkdocs, search_entries
from support.repositories import Repository

CONFIG = """\
site_name: X
site_url: https://example.com/atlas/
theme: {name: material, font: false}
plugins: [search, journeys]
"""
OLD = "journeys/buy/index.html"


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    made = begun(tmp_path / "project")
    made.write("mkdocs.yml", CONFIG)
    made.write("docs/guide.md", "# A guide\n")
    made.write(".gitignore", "site/\n.cache/\n")
    made.edit(BUY, "emotion: 0", "emotion: -2")
    made.commit("2026-01-20")
    return made


def page(project: Repository, path: str) -> str:
    return (project.root / "site" / path).read_text("utf-8")


def test_the_page_and_its_feed_are_part_of_the_site(project: Repository) -> None:
    build_here(project.root)
    shown = page(project, "what-changed/index.html")
    assert "fell from neutral to very negative" in shown
    assert '<link rel="alternate" type="application/atom+xml" href="feed.xml">' in shown
    assert "fell from neutral to very negative" in page(project, "what-changed/feed.xml")
    assert ">\n  <id>urn:uuid:" in page(project, "what-changed/feed.xml")
    before = files_of(project.root / "site/what-changed")
    build_here(project.root)
    assert files_of(project.root / "site/what-changed") == before


def test_without_git_the_site_is_built_strictly_and_says_so(project: Repository, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = mkdocs(project.root, "build", "--strict", env={"PATH": str(tmp_path / "nothing")})
    assert done.exit_code == 0, done.output
    assert "There was no git on the machine that built this site" in page(project, "what-changed/index.html")
    assert not (project.root / "site/what-changed/feed.xml").exists()


def test_without_a_history_there_is_no_such_page(project: Repository) -> None:
    project.edit("mkdocs.yml", "[search, journeys]", "[search, {journeys: {history: false}}]")
    build_here(project.root)
    assert not (project.root / "site/what-changed").exists()


def test_a_renamed_journey_answers_at_its_old_address(project: Repository) -> None:
    project.git("mv", BUY, "journeys/maps/purchase.yml")
    project.commit("2026-01-21")
    build_here(project.root)
    assert 'url=../../journeys/purchase/"' in page(project, OLD)
    assert not [location for location in search_entries(project.root / "site") if location.startswith("journeys/buy/")]
    assert "journeys/buy/" not in page(project, "sitemap.xml")
    assert "journeys/buy/" not in page(project, "index.html")


def test_a_page_of_the_author_keeps_the_old_address(project: Repository) -> None:
    project.git("mv", BUY, "journeys/maps/purchase.yml")
    project.commit("2026-01-21")
    project.write("docs/journeys/buy.md", "# Mine\n")
    project.edit("mkdocs.yml", "plugins:", "use_directory_urls: false\nplugins:")
    build_here(project.root)
    assert ">Mine" in page(project, "journeys/buy.html")
