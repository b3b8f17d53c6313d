"""What handwritten pages show while the journeys change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_journeys.mkdocs.serve import turns
from mkdocs_journeys.site.blocks import writing
from support.served import ServedProject

MAP = "title: Buy it\npersonas: ana\nstages:\n  - stage: finding\n    steps:\n      - name: Looks around\n"
FILES = {
    "journeys/catalog.yml": "format: 1\nname: Ours\nstages:\n  - {id: finding, name: Finding}\n",
    "journeys/personas/ana.yml": "name: Ana\nrole: Buyer\n",
    "journeys/maps/buy.yml": MAP,
    "docs/notes.md": "# Notes\n\n```journey\nid: buy\n```\n",
    "docs/other.md": "# Other\n\nSee [it](journey:buy).\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServedProject]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.setattr(turns, "CALM", 0.01)
    made = ServedProject(tmp_path, FILES, "material")
    yield made
    made.close()


def assert_is_clean(site: ServedProject) -> None:
    clean = site.clean()
    assert [name for name in clean if site.page(name) != clean[name]] == []


def test_a_save_of_a_journey_is_shown_in_the_block(site: ServedProject) -> None:
    site.save("journeys/maps/buy.yml", MAP.replace("Looks around", "Strolls about"))
    assert "Strolls about" in site.html("notes")
    assert_is_clean(site)


def test_a_save_of_a_page_changes_who_is_listed(site: ServedProject) -> None:
    assert "Other</a>" in site.html("journeys/buy")
    site.save("docs/other.md", "# Other\n")
    assert "Notes</a></li>" in site.html("journeys/buy")
    assert_is_clean(site)


def test_a_mistake_in_a_journey_keeps_the_last_good_block(site: ServedProject) -> None:
    site.save("journeys/maps/buy.yml", MAP.replace("ana", "nobody"))
    assert "Looks around" in site.html("notes")
    assert "journeys-problems-title" in site.html("notes")
    site.save("journeys/maps/buy.yml", MAP)
    assert_is_clean(site)


def test_a_mistake_in_a_block_is_a_box_until_it_is_mended(site: ServedProject) -> None:
    site.save("docs/notes.md", "# Notes\n\n```journey\nid: bye\n```\n")
    assert "There is no journey &#39;bye&#39;" in site.html("notes")
    site.save("journeys/maps/bye.yml", MAP)
    assert "There is no journey" not in site.html("notes")
    assert "Looks around" in site.html("notes")


def test_a_fault_in_a_drawing_is_a_box_too(site: ServedProject, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*given: object) -> None:
        raise KeyError("<b>")

    monkeypatch.setattr(writing, "drawn_block", fails)
    site.save("journeys/maps/buy.yml", MAP.replace("Looks", "Walks"))
    assert "The block `journey` cannot be drawn: KeyError: &#39;&lt;b&gt;&#39;" in site.html("notes")
