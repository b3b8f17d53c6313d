"""A save under `serve` leaves MkDocs out where only journeys have changed, and calls it where that is not sure."""

import gc
from pathlib import Path

import pytest

from host.support_saves import SELL, Served, served_site
from mkdocs_journeys.atlas import Atlas


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    return served_site(tmp_path)


def test_another_word_in_a_journey_is_shown_without_mkdocs(server: Served) -> None:
    assert server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert "Bargains" in server.html("journeys/sell")
    assert "Bargains" in server.text("site/search/search_index.json")


def test_what_has_not_changed_is_not_written(server: Served) -> None:
    other = server.folder / "site/journeys/buy/index.html"
    before = other.stat().st_mtime_ns
    assert server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert other.stat().st_mtime_ns == before


def test_a_journey_comes_and_goes_everywhere(server: Served) -> None:
    assert server.save("journeys/maps/rest.yml", SELL.replace("Sell it", "Rest"))
    assert "Rest" in server.html("journeys")
    assert "Offers" in server.html("journeys/rest")
    assert server.save("journeys/maps/rest.yml", None)
    assert not (server.folder / "site/journeys/rest").exists()
    assert "journeys/rest/" not in server.text("site/search/search_index.json")


def test_the_banner_comes_to_every_page_and_goes_again(server: Served) -> None:
    before = {page: server.html(page) for page in ("guide", "journeys/buy")}
    assert server.save("journeys/maps/sell.yml", SELL.replace("ana", "nobody"))
    assert all("journeys-problems-title" in server.html(page) for page in before)
    assert server.save("journeys/maps/sell.yml", SELL)
    assert {page: server.html(page) for page in before} == before


def test_a_handwritten_page_is_for_mkdocs(server: Served) -> None:
    assert not server.save("docs/guide.md", "# Another guide\n")
    assert "Another guide" in server.html("guide")


def test_the_configuration_is_for_mkdocs(server: Served) -> None:
    assert not server.save("mkdocs.yml", server.text("mkdocs.yml").replace("site_name: X", "site_name: Y"))
    assert "Sell it - Y" in server.html("journeys/sell")


def test_a_handwritten_page_may_link_to_a_journey_that_is_new(server: Served) -> None:
    server.save("docs/guide.md", "# A guide\n\n[Rest](journeys/rest.md)\n")
    assert not server.save("journeys/maps/rest.yml", SELL.replace("Sell it", "Rest"))
    assert 'href="../journeys/rest/"' in server.html("guide")


def test_another_name_of_the_atlas_stands_in_every_navigation(server: Served) -> None:
    catalog = server.text("journeys/catalog.yml").replace("A small atlas", "A fine atlas")
    assert not server.save("journeys/catalog.yml", catalog)
    assert "A fine atlas" in server.html("guide")


def test_a_trigger_without_a_change_is_for_mkdocs_where_it_may_be_of_what_we_do_not_know(server: Served) -> None:
    server.server._watched_paths["/somewhere/else"] = 1
    server.rebuild()
    assert server.whole == 2


def test_a_trigger_that_comes_too_late_is_left_alone(server: Served) -> None:
    before = server.server._visible_epoch
    server.rebuild()
    assert server.whole == 1
    assert server.server._visible_epoch == before


@pytest.mark.parametrize(
    "setting",
    [
        "markdown_extensions: [pymdownx.snippets]\n",
        "hooks: [hook.py]\n",
        "extra_templates: [robots.txt]\n",
    ],
)
def test_where_others_have_a_part_in_the_site_mkdocs_builds_it(server: Served, setting: str) -> None:
    (server.folder / "hook.py").write_text("def on_post_build(config): pass\n", encoding="utf-8")
    (server.folder / "docs/robots.txt").write_text("{{ config.site_name }}\n", encoding="utf-8")
    server.save("mkdocs.yml", server.text("mkdocs.yml") + setting)
    assert not server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert "Bargains" in server.html("journeys/sell")


def test_after_a_fault_of_ours_mkdocs_builds_the_site(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("mkdocs_journeys.host.serving.finding.Found.bring", broken)
    assert not server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert "Bargains" in server.html("journeys/sell")


def test_the_index_of_search_is_what_the_plugin_would_write(server: Served) -> None:
    for number in range(3):
        assert server.save("journeys/maps/sell.yml", SELL.replace("Offers", f"Öffnet {number} <b>"))
        assert server.found().proven
        quick = server.text("site/search/search_index.json")
        server.rebuild_whole()
        assert server.text("site/search/search_index.json") == quick


def test_where_that_cannot_be_proven_the_plugin_writes_it(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_journeys.host.serving.finding.encoded", lambda entries: "")
    assert server.save("journeys/maps/sell.yml", SELL.replace("Offers", "Bargains"))
    assert not server.found().proven
    assert "Bargains" in server.text("site/search/search_index.json")


def test_saves_keep_no_atlas_but_the_last(server: Served) -> None:
    for number in range(3):
        server.save("journeys/maps/rest.yml", SELL.replace("Sell it", f"Rest {number}"))
    gc.collect()
    assert len([one for one in gc.get_objects() if type(one) is Atlas]) <= 1
