"""A save reloads the atlas, and every address asked for is what a clean build would give."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.series import SITES

from mkdocs_journeys.mkdocs.serve import turns
from mkdocs_journeys.mkdocs.serve.built_site import address_of
from support.served import ServedProject

SELL = "title: Sell it\npersonas: ana\nstages:\n  - stage: decision\n    steps:\n      - name: Offers\n"
MAP = "journeys/maps/sell.yml"
FILES = {
    "journeys/catalog.yml": "format: 1\nname: A small atlas\nstages:\n  - {id: decision, name: Decision}\n",
    "journeys/personas/ana.yml": "name: Ana\nrole: Buyer\n",
    "journeys/maps/buy.yml": SELL.replace("Sell it", "Buy it").replace("Offers", "Pays"),
    MAP: SELL,
}
BANNER = "journeys-problems-title"


@pytest.fixture(autouse=True)
def same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.setattr(turns, "CALM", 0.01)


@pytest.fixture(params=["material"])
def site(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ServedProject]:
    """A served site with a small atlas; `indirect` parameters name another kind of site."""
    made = ServedProject(tmp_path, FILES, request.param)
    yield made
    made.close()


def assert_is_clean(site: ServedProject) -> None:
    """Every address of a clean build is answered as that has it."""
    clean = site.clean()
    assert [name for name in clean if site.page(name) != clean[name]] == []


@pytest.mark.parametrize("site", SITES, indirect=True)
def test_a_save_is_shown_on_the_page_of_its_file_and_then_everywhere(site: ServedProject) -> None:
    site.save(MAP, SELL.replace("Offers", "Bargains").replace("Sell it", "Sell all"))
    assert "Bargains" in site.html("journeys/sell")
    assert "Sell all" in site.html("journeys")
    assert_is_clean(site)


def test_a_new_journey_appears_and_one_that_is_gone_goes(site: ServedProject) -> None:
    site.write(MAP, None)
    site.save("journeys/maps/rest.yml", SELL.replace("Sell it", "Rest"))
    assert "Rest" in site.html("journeys/rest")
    assert site.html("journeys/sell") == ""
    assert_is_clean(site)


@pytest.mark.parametrize("site", ["material", "hook"], indirect=True)
def test_a_mistake_is_told_of_on_every_page_above_the_last_good_version(site: ServedProject) -> None:
    site.save(MAP, SELL.replace("ana", "nobody"))
    for path in ("journeys/sell", "journeys", "guide", ""):
        assert BANNER in site.html(path), path
    assert "Offers" in site.html("journeys/sell")
    site.save(MAP, SELL)
    for path in ("journeys/sell", "journeys", "guide", ""):
        assert BANNER not in site.html(path), path
    assert_is_clean(site)


def test_a_save_of_a_journey_needs_no_build_by_mkdocs(site: ServedProject, monkeypatch: pytest.MonkeyPatch) -> None:
    builds: list[int] = []
    really = site._build
    monkeypatch.setattr(site, "_build", lambda *given, **more: builds.append(1) or really(*given, **more))
    site.save(MAP, SELL.replace("Offers", "Bargains"))
    assert "Bargains" in site.html("journeys/sell")
    assert "guide" in site.html("guide")
    assert site.page("search/search_index.json")
    assert builds == []
    site.save("docs/guide.md", "# Another guide\n")
    assert builds == [1]
    assert "Another guide" in site.html("guide")


def test_the_search_index_finds_what_was_saved(site: ServedProject) -> None:
    for words in ("Bargains", "Öffnet <b>"):
        site.save(MAP, SELL.replace("Offers", words))
        assert words.split()[0] in (site.page("search/search_index.json") or b"").decode("unicode_escape")
    clean = site.clean()
    assert site.page("search/search_index.json") == clean["search/search_index.json"]


@pytest.mark.parametrize("site", ["material", "hook", "snippets", "tags"], indirect=True)
def test_search_finds_a_new_journey_that_nobody_has_opened(site: ServedProject) -> None:
    site.save("journeys/maps/rest.yml", SELL.replace("Offers", "Slumbers"))
    assert b"Slumbers" in (site.page("search/search_index.json") or b"")
    assert_is_clean(site)


def test_the_name_of_the_atlas_reaches_every_page(site: ServedProject) -> None:
    site.save("journeys/catalog.yml", FILES["journeys/catalog.yml"].replace("A small atlas", "A fine atlas"))
    assert "A fine atlas" in site.html("")
    assert_is_clean(site)


def test_a_template_of_the_site_is_used_at_once_and_its_fault_is_shown_and_healed(tmp_path: Path) -> None:
    site = ServedProject(tmp_path, FILES, "material")
    try:
        config = (tmp_path / "mkdocs.yml").read_text("utf-8")
        site.save("mkdocs.yml", config.replace("journeys]", "{journeys: {templates_dir: own}}]"))
        site.save("own/personas.html.j2", "<p>Our own list</p>")
        assert "Our own list" in site.html("personas")
        site.save("own/personas.html.j2", "{{ nowhere }}")
        html = site.html("personas")
        assert "nowhere" in html
        assert "UndefinedError" in html
        site.save("own/personas.html.j2", "<p>Healed</p>")
        assert "Healed" in site.html("personas")
    finally:
        site.close()


def test_the_folder_may_go_and_come_back(site: ServedProject) -> None:
    (site.root / "journeys").rename(site.root / "away")
    site.told()
    assert BANNER in site.html("journeys/sell")
    (site.root / "away").rename(site.root / "journeys")
    site.told()
    assert BANNER not in site.html("journeys/sell")
    assert_is_clean(site)


@pytest.mark.parametrize(
    ("path", "mount", "address"),
    [
        ("/", "/", "index.html"),
        ("/a/b/", "/", "a/b/index.html"),
        ("/sub/x.css", "/sub/", "x.css"),
        ("/x.css", "/sub/", None),
        ("/livereload/1/2", "/", None),
        ("/../../etc/passwd", "/", "etc/passwd"),
        ("/\xc3\xa9/", "/", "é/index.html"),
    ],
)
def test_the_address_of_a_request_is_a_path_below_the_site(path: str, mount: str, address: str | None) -> None:
    assert address_of(path, mount) == address
