"""A save under `serve` leaves MkDocs out where only journeys have changed, and calls it where that is not sure."""

from pathlib import Path
from typing import Any

import pytest
from bench.series import plugins_of
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from host.support_serve import write_site

SELL = "title: Sell it\npersonas: ana\nstages:\n  - stage: decision\n    steps:\n      - name: Offers\n"


class Server:
    """What `mkdocs serve` is to a plugin; `whole` counts the sites that MkDocs has built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.plugins: dict[str, Any] = {}
        self.whole = 0
        self.builder = self.build
        with plugins_of(self.plugins):
            config = self.build()
            config.plugins.on_serve(self, config=config, builder=self.build)  # type: ignore[arg-type]

    def build(self) -> MkDocsConfig:
        self.whole += 1
        config = load_config(str(self.folder / "mkdocs.yml"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        return config

    def save(self, name: str, text: str | None) -> bool:
        """Writes a file, or removes it; whether MkDocs was left out of what came then."""
        path = self.folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        before = self.whole
        with plugins_of(self.plugins):
            self.builder()
        return self.whole == before

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def html(self, page: str) -> str:
        return self.text(f"site/{page}/index.html")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    write_site(tmp_path)
    lenient = (tmp_path / "mkdocs.yml").read_text("utf-8").replace("strict: true", "strict: false")
    (tmp_path / "mkdocs.yml").write_text(lenient, encoding="utf-8")
    (tmp_path / "journeys/maps/sell.yml").write_text(SELL, encoding="utf-8")
    return Server(tmp_path)


def test_another_word_in_a_journey_is_shown_without_mkdocs(server: Server) -> None:
    assert server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert "Bargains" in server.html("journeys/sell")
    assert "Bargains" in server.text("site/search/search_index.json")


def test_what_has_not_changed_is_not_written(server: Server) -> None:
    other = server.folder / "site/journeys/buy/index.html"
    before = other.stat().st_mtime_ns
    assert server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert other.stat().st_mtime_ns == before


def test_a_journey_comes_and_goes_everywhere(server: Server) -> None:
    assert server.save("journeys/maps/rest.yml", SELL.replace("Sell it", "Rest"))
    assert "Rest" in server.html("journeys")
    assert "Offers" in server.html("journeys/rest")
    assert server.save("journeys/maps/rest.yml", None)
    assert not (server.folder / "site/journeys/rest").exists()
    assert "journeys/rest/" not in server.text("site/search/search_index.json")


def test_the_banner_comes_to_every_page_and_goes_again(server: Server) -> None:
    before = {page: server.html(page) for page in ("guide", "journeys/buy")}
    assert server.save("journeys/maps/sell.yml", SELL.replace("ana", "nobody"))
    assert all("journeys-problems-title" in server.html(page) for page in before)
    assert server.save("journeys/maps/sell.yml", SELL)
    assert {page: server.html(page) for page in before} == before


def test_a_handwritten_page_is_for_mkdocs(server: Server) -> None:
    assert not server.save("docs/guide.md", "# Another guide\n")
    assert "Another guide" in server.html("guide")


def test_the_configuration_is_for_mkdocs(server: Server) -> None:
    assert not server.save("mkdocs.yml", server.text("mkdocs.yml").replace("site_name: X", "site_name: Y"))
    assert "Sell it - Y" in server.html("journeys/sell")


def test_a_handwritten_page_may_link_to_a_journey_that_is_new(server: Server) -> None:
    server.save("docs/guide.md", "# A guide\n\n[Rest](journeys/rest.md)\n")
    assert not server.save("journeys/maps/rest.yml", SELL.replace("Sell it", "Rest"))
    assert 'href="../journeys/rest/"' in server.html("guide")


def test_another_name_of_the_atlas_stands_in_every_navigation(server: Server) -> None:
    catalog = server.text("journeys/catalog.yml").replace("A small atlas", "A fine atlas")
    assert not server.save("journeys/catalog.yml", catalog)
    assert "A fine atlas" in server.html("guide")


def test_a_trigger_without_a_change_of_ours_is_for_mkdocs(server: Server) -> None:
    with plugins_of(server.plugins):
        server.builder()
    assert server.whole == 2


@pytest.mark.parametrize(
    "setting",
    [
        "markdown_extensions: [pymdownx.snippets]\n",
        "hooks: [hook.py]\n",
        "extra_templates: [robots.txt]\n",
    ],
)
def test_where_others_have_a_part_in_the_site_mkdocs_builds_it(server: Server, setting: str) -> None:
    (server.folder / "hook.py").write_text("def on_post_build(config): pass\n", encoding="utf-8")
    (server.folder / "docs/robots.txt").write_text("{{ config.site_name }}\n", encoding="utf-8")
    server.save("mkdocs.yml", server.text("mkdocs.yml") + setting)
    assert not server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert "Bargains" in server.html("journeys/sell")


def test_after_a_fault_of_ours_mkdocs_builds_the_site(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise OSError("no room")

    monkeypatch.setattr("mkdocs_journeys.host.serving.saves.write_changes", broken)
    assert not server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert "Bargains" in server.html("journeys/sell")
