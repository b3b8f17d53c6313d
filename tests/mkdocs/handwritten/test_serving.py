"""What handwritten pages show while the journeys change."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.series import Project

from mkdocs_journeys.mkdocs.serve import turns
from mkdocs_journeys.site.blocks import writing

MAP = "title: Buy it\npersonas: ana\nstages:\n  - stage: finding\n    steps:\n      - name: Looks around\n"
FILES = {
    "journeys/catalog.yml": "format: 1\nname: Ours\nstages:\n  - {id: finding, name: Finding}\n",
    "journeys/personas/ana.yml": "name: Ana\nrole: Buyer\n",
    "journeys/maps/buy.yml": MAP,
    "docs/notes.md": "# Notes\n\n```journey\nid: buy\n```\n",
    "docs/other.md": "# Other\n\nSee [it](journey:buy).\n",
}


class Served(Project):
    """A project with two handwritten pages that speak of its journey."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in FILES.items():
            self.write(name, text)
        super().__init__(root, "material")

    def write(self, name: str, text: str | None) -> None:
        path = self.root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def save(self, name: str, text: str | None) -> None:
        self.write(name, text)
        self.told()

    def html(self, path: str) -> str:
        return (self.page(f"{path}/index.html") or b"").decode()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.setattr(turns, "CALM", 0.01)
    made = Served(tmp_path)
    yield made
    made.close()


def assert_is_clean(site: Served) -> None:
    clean = site.clean()
    assert [name for name in clean if site.page(name) != clean[name]] == []


def test_a_save_of_a_journey_is_shown_in_the_block(site: Served) -> None:
    site.save("journeys/maps/buy.yml", MAP.replace("Looks around", "Strolls about"))
    assert "Strolls about" in site.html("notes")
    assert_is_clean(site)


def test_a_save_of_a_page_changes_who_is_listed(site: Served) -> None:
    assert "Other</a>" in site.html("journeys/buy")
    site.save("docs/other.md", "# Other\n")
    assert "Notes</a></li>" in site.html("journeys/buy")
    assert_is_clean(site)


def test_a_mistake_in_a_journey_keeps_the_last_good_block(site: Served) -> None:
    site.save("journeys/maps/buy.yml", MAP.replace("ana", "nobody"))
    assert "Looks around" in site.html("notes")
    assert "journeys-problems-title" in site.html("notes")
    site.save("journeys/maps/buy.yml", MAP)
    assert_is_clean(site)


def test_a_mistake_in_a_block_is_a_box_until_it_is_mended(site: Served) -> None:
    site.save("docs/notes.md", "# Notes\n\n```journey\nid: bye\n```\n")
    assert "There is no journey &#39;bye&#39;" in site.html("notes")
    site.save("journeys/maps/bye.yml", MAP)
    assert "There is no journey" not in site.html("notes")
    assert "Looks around" in site.html("notes")


def test_a_fault_in_a_drawing_is_a_box_too(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*given: object) -> None:
        raise KeyError("<b>")

    monkeypatch.setattr(writing, "drawn_block", fails)
    site.save("journeys/maps/buy.yml", MAP.replace("Looks", "Walks"))
    assert "The block `journey` cannot be drawn: KeyError: &#39;&lt;b&gt;&#39;" in site.html("notes")
