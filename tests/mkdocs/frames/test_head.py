"""What programs that show links read in the head of our pages, and maps that stand alone, in real builds."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from support.builds import build_here
from support.serving import FILES, write_site

URL = "https://example.com/cx/"
TITLE = 'Buy "it" <script>alert(1)</script> & leave'
TAG = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">')


def built(folder: Path, theme: str, *, url: str = URL, head: str = "", **options: object) -> Path:
    """A site whose journey has an awkward title and a card."""
    settings = yaml.safe_load(FILES["mkdocs.yml"])
    theme_ = {"name": theme, "font": False} if theme == "material" else {"name": theme}
    if head:
        (folder / "theme").mkdir(parents=True)
        (folder / "theme" / "main.html").write_text(f'{{% extends "base.html" %}}{head}', "utf-8")
        theme_["custom_dir"] = "theme"
    changed = {"plugins": ["search", {"journeys": options}], "theme": theme_, "site_url": url}
    write_site(folder)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings | changed), "utf-8")
    journey = folder / "journeys" / "maps" / "buy.yml"
    journey.write_text(journey.read_text("utf-8").replace("title: Buy it", f"title: {json.dumps(TITLE)}"), "utf-8")
    card = folder / "journeys" / "assets" / "cards" / "buy.png"
    card.parent.mkdir(parents=True)
    card.write_bytes(b"\x89PNG")
    build_here(folder)
    return folder / "site"


def tags_of(page: Path) -> dict[str, str]:
    found = TAG.findall(page.read_text("utf-8").partition("</head>")[0])
    assert len(found) == len(dict(found))
    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize("theme", ["material", "readthedocs"])
def test_a_link_to_a_journey_is_shown_with_its_title_and_its_card(tmp_path: Path, theme: str) -> None:
    site = built(tmp_path, theme, embed=True)
    tags = tags_of(site / "journeys/buy/index.html")
    assert (tags["og:title"], tags["og:url"]) == (TITLE, f"{URL}journeys/buy/")
    assert tags["twitter:card"] == "summary_large_image"
    assert (site / tags["og:image"].removeprefix(URL)).read_bytes() == b"\x89PNG"
    assert "<script>alert" not in (site / "journeys/buy/index.html").read_text("utf-8")
    other = tags_of(site / "personas/index.html")
    assert other["twitter:card"] == "summary" and "og:image" not in other
    assert tags_of(site / "guide/index.html") == {}


def test_a_map_alone_is_in_no_list_of_pages(tmp_path: Path) -> None:
    site = built(tmp_path, "material", embed=True)
    html = (site / "journeys/buy/embed.html").read_text("utf-8")
    assert 'name="robots" content="noindex"' in html and "<script>alert" not in html
    for name in ("search/search_index.json", "sitemap.xml", "index.html"):
        assert "embed.html" not in (site / name).read_text("utf-8"), name
    page = unescape((site / "journeys/buy/index.html").read_text("utf-8"))
    assert f'<iframe src="{URL}journeys/buy/embed.html" title="Buy &#34;it&#34;' in page


def test_without_an_address_of_the_site_there_are_none_and_without_the_option_no_map_alone(tmp_path: Path) -> None:
    site = built(tmp_path, "mkdocs", url="")
    assert tags_of(site / "journeys/buy/index.html") == {}
    assert not list(site.rglob("embed.html")) and "embed" not in (site / "journeys/buy/index.html").read_text("utf-8")


def test_tags_of_a_theme_stay_the_only_ones(tmp_path: Path) -> None:
    own = '{% block extrahead %}<meta property="og:title" content="mine">{% endblock %}'
    assert tags_of(built(tmp_path, "material", head=own) / "journeys/buy/index.html") == {"og:title": "mine"}
