"""Live reload for real: `mkdocs serve`, and files that change under it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.serving import FILES, Server, run, serving, write_site

BUY = "journeys/maps/buy.yml"
BANNER = 'class="journeys-problems"'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site")


@pytest.fixture
def server(site: Path, tmp_path: Path) -> Iterator[Server]:
    with serving(site, tmp_path / "log") as running:
        yield running


def test_a_mistake_shows_a_banner_over_the_last_good_version_until_it_is_mended(server: Server) -> None:
    assert BANNER not in server.wait("journeys/buy/", lambda html: "Buy it" in html)
    path = server.write(BUY, FILES[BUY].replace("emotion: -1", "emotion: 9"))
    html = server.wait("journeys/buy/", lambda html: BANNER in html, path)
    assert "journeys/maps/buy.yml:7:18" in html
    assert "emotion: 9" in html
    assert "Buy it" in html
    assert BANNER in server.page("guide/")
    assert BANNER in server.page("")
    server.write(BUY, FILES[BUY].replace("Buy it", "Buy it gladly"))
    html = server.wait("journeys/buy/", lambda html: "Buy it gladly" in html, path)
    assert BANNER not in html
    assert BANNER not in server.page("guide/")


def test_new_files_appear_and_deleted_ones_are_gone(server: Server) -> None:
    path = server.write("journeys/maps/sell.yml", FILES[BUY].replace("Buy it", "Sell it"))
    server.wait("journeys/sell/", lambda html: "Sell it" in html, path)
    path.unlink()
    server.wait("journeys/sell/", lambda html: html == "")
    assert "Sell it" not in server.page("journeys/")
    assert "Buy it" in server.page("journeys/buy/")


def test_a_site_that_starts_with_a_mistake_says_so_and_heals(site: Path, tmp_path: Path) -> None:
    (site / BUY).write_text("title: [never closed\n", encoding="utf-8")
    with serving(site, tmp_path / "log") as server:
        for address in ("", "journeys/", "personas/", "guide/"):
            assert BANNER in server.page(address), address
        assert "There is no atlas to show yet" in server.page("journeys/")
        assert server.page("assets/journeys/journeys.css") is not None
        path = server.write(BUY, FILES[BUY])
        html = server.wait("journeys/buy/", lambda html: "Buy it" in html, path)
        assert BANNER not in html
        assert "There is no atlas" not in server.page("journeys/")


def test_properdocs_builds_the_same_site(site: Path) -> None:
    pages: dict[str, set[str]] = {}
    found: dict[str, object] = {}
    for host in ("mkdocs", "properdocs"):
        run(host, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", host, cwd=site)
        built = site / host
        pages[host] = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
        found[host] = json.loads((built / "search" / "search_index.json").read_text("utf-8"))["docs"]
    assert pages["mkdocs"] == pages["properdocs"] >= {"journeys/buy/index.html", "guide/index.html"}
    assert found["mkdocs"] == found["properdocs"]
