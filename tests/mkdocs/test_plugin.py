"""Real builds by MkDocs, with pages of the test's own in place of an atlas."""

import logging
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from mkdocs_journeys.mkdocs import plugin
from mkdocs_journeys.mkdocs.view import Reading
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.site.context import SiteSettings
from support.builds import ASSETS, MATERIAL, built_site, configured, give, page, problem, search_entries
from support.builds import section as section_of

HOSTILE = '<img src=x onerror=alert(1)> & "q" \'</title><script>alert(2)</script>'
STOCK = {"theme": "mkdocs", "plugins": ["search", "journeys"]}


def hostile_pages() -> list[object]:
    more = section_of("more", HOSTILE, 2, words=HOSTILE)
    deep = section_of("deep", HOSTILE, 3)
    rest = {"description": HOSTILE, "tags": (HOSTILE,)}
    return [
        page("index.md", HOSTILE, more, deep, in_nav=True, **rest),
        page("journeys.md", HOSTILE, more, deep, in_nav=True, **rest),
        page("personas.md", HOSTILE, in_nav=True),
        page("journeys/buy.md", HOSTILE, more, deep, source=f"journeys/maps/{HOSTILE}.yml", **rest),
    ]


class Reader(HTMLParser):
    """What a browser would make of a page: its foreign elements, its attributes and its texts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.attributes: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "onerror" not in dict(attrs)
        self.attributes += [value for _, value in attrs if value]

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


@pytest.mark.parametrize("theme", [MATERIAL, "mkdocs", "readthedocs"], ids=["material", "mkdocs", "readthedocs"])
def test_a_hostile_title_is_shown_as_typed_wherever_a_theme_writes_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, theme: object
) -> None:
    repository = {"repo_url": "https://github.com/us/atlas", "edit_uri": "edit/main/docs/"}
    site = built_site(monkeypatch, tmp_path, hostile_pages(), {"guide.md": "# G"}, theme=theme, **repository)
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        assert "<script>alert" not in html, path
        assert "<img src=x" not in html, path
        assert "&amp;lt;" not in html, path
        assert "&amp;amp;" not in html, path
    reader = Reader()
    reader.feed((site / "journeys" / "index.html").read_text("utf-8"))
    assert reader.texts.count(HOSTILE) >= 3
    assert f"{HOSTILE} - Our site" in reader.texts or theme != MATERIAL
    assert HOSTILE in reader.attributes or theme != MATERIAL


def test_material_s_search_finds_each_section_at_its_anchor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    unlisted = section_of("pain-slow", HOSTILE, 2, words="crawling & <b>", listed=False, headed=False)
    site = built_site(monkeypatch, tmp_path, [page("journeys.md", "Journeys", unlisted)])
    found = search_entries(site)
    assert found["journeys/"]["text"] == "<p>words of journeys.md</p>"
    assert found["journeys/#pain-slow"]["text"] == "<p>crawling &amp; &lt;b&gt;</p>"
    assert found["journeys/#pain-slow"]["title"].startswith("&lt;img")
    assert "body of" not in str(found)
    assert "pain-slow" not in (site / "journeys" / "index.html").read_text("utf-8")


def test_mkdocs_own_search_gets_plain_titles_as_it_escapes_them_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    unlisted = section_of("pain-slow", HOSTILE, 2, words="crawling", listed=False)
    site = built_site(monkeypatch, tmp_path, [page("journeys.md", HOSTILE, unlisted)], **STOCK)
    found = search_entries(site)
    assert found["journeys/"]["title"] == HOSTILE
    assert found["journeys/#pain-slow"] == {
        "location": "journeys/#pain-slow",
        "title": HOSTILE,
        "text": "crawling",
    }


@pytest.mark.parametrize(
    ("settings", "path", "base"),
    [
        ({}, "journeys/buy/index.html", "../.."),
        ({"use_directory_urls": False}, "journeys/buy.html", ".."),
        ({"site_url": "https://example.org/some/where/"}, "journeys/buy/index.html", "../.."),
    ],
    ids=["directories", "files", "subfolder"],
)
def test_pages_reach_our_assets_from_every_address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: dict[str, object], path: str, base: str
) -> None:
    items = [page("journeys.md", in_nav=True), page("journeys/buy.md")]
    site = built_site(monkeypatch, tmp_path, items, **settings)
    html = (site / path).read_text("utf-8")
    for name in ("journeys-others.css", "journeys-others.js"):
        assert f'"{base}/assets/journeys/{name}"' in html
        assert (site / "assets" / "journeys" / name).is_file()


def test_a_site_s_own_style_comes_after_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    site = built_site(monkeypatch, tmp_path, [page("journeys.md", in_nav=True)], extra_css=["own.css"])
    html = (site / "journeys" / "index.html").read_text("utf-8")
    assert html.index("main.") < html.index("journeys-others.css") < html.index("own.css")


def test_only_pages_of_ours_load_anything_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    docs = {"mine.md": "# Mine\n"}
    site = built_site(monkeypatch, tmp_path, [page("journeys.md", in_nav=True)], docs)
    for path in ("mine/index.html", "404.html"):
        assert "assets/journeys" not in (site / path).read_text("utf-8")


def test_a_handwritten_page_that_shows_something_of_ours_loads_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    docs = {"mine.md": '# Mine\n\n<div class="journeys"><p class="journeys-soft">Soft</p></div>\n'}
    site = built_site(monkeypatch, tmp_path, [page("journeys.md", in_nav=True)], docs)
    html = (site / "mine" / "index.html").read_text("utf-8")
    assert '"../assets/journeys/journeys.css"' in html
    assert '"../assets/journeys/journeys.js"' in html


def test_no_page_loads_the_whole_of_mermaid_by_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    docs = {"drawn.md": '# D\n\n<pre class="mermaid"><code>x</code></pre>\n', "plain.md": "# Plain\n"}
    site = built_site(monkeypatch, tmp_path, [page("journeys.md", in_nav=True), page("journeys/buy.md")], docs)
    pages = {path.parent.name: path.read_text("utf-8") for path in site.rglob("index.html")}
    assert all("mermaid.min.js" not in html for html in pages.values())
    assert [name for name, html in pages.items() if "mermaid-theme.js" in html] == ["drawn"]


def test_with_instant_navigation_a_diagram_anywhere_is_awaited_on_every_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    docs = {"drawn.md": '# D\n\n<pre class="mermaid"><code>x</code></pre>\n', "plain.md": "# Plain\n"}
    theme = MATERIAL | {"features": ["navigation.instant"]}
    site = built_site(monkeypatch, tmp_path, [page("journeys.md", in_nav=True)], docs, theme=theme)
    assert all("mermaid-theme.js" in path.read_text("utf-8") for path in site.rglob("*.html"))


@pytest.mark.parametrize(
    ("features", "left_out"),
    [(["navigation.tabs"], ["navigation", "toc"]), ([], ["toc"])],
    ids=["tabs", "no tabs"],
)
def test_wide_pages_hide_contents_and_with_tabs_the_navigation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, features: list[str], left_out: list[str]
) -> None:
    items = [page("index.md", in_nav=True), page("wide.md", wide=True), page("narrow.md")]
    theme = {"name": "material", "font": False, "features": features}
    site = built_site(monkeypatch, tmp_path, items, theme=theme)
    hidden = {
        name: re.findall(r'data-md-type="(\w+)" hidden', (site / name / "index.html").read_text("utf-8"))
        for name in ("wide", "narrow")
    }
    assert hidden == {"wide": left_out, "narrow": []}


def test_a_navigation_in_mkdocs_yml_is_kept_and_may_name_our_pages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nav = [{"About": "about.md"}, "journeys/buy.md", {"All": "journeys.md"}]
    items = [page("journeys.md", "Journeys", in_nav=True), page("journeys/buy.md", "Buy it")]
    site = built_site(monkeypatch, tmp_path, items, {"about.md": "# A"}, nav=nav, strict=True)
    html = (site / "about" / "index.html").read_text("utf-8")
    assert html.index("About") < html.index("Buy it") < html.index("All")


def test_a_handwritten_home_page_moves_the_atlas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    homes: list[str] = []

    def reading(tree: object, settings: SiteSettings, *more: object) -> Reading:
        homes.append(settings.home_uri)
        return Reading((page(settings.home_uri, "The atlas", in_nav=True), *ASSETS))

    monkeypatch.setattr(plugin, "reading_of", reading)
    build(configured(tmp_path, {"index.md": "# Hello"}))
    assert homes == ["atlas.md"]
    assert "The atlas" in (tmp_path / "site" / "atlas" / "index.html").read_text("utf-8")


def test_handwritten_links_to_our_anchors_are_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    docs = {"guide.md": "[good](journeys.md#top) [bad](journeys.md#nowhere)"}
    with caplog.at_level(logging.INFO, "mkdocs"):
        built_site(monkeypatch, tmp_path, [page("journeys.md")], docs)
    assert "#nowhere" in caplog.text
    assert "#top" not in caplog.text


def test_nothing_is_written_into_the_docs_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    built_site(monkeypatch, tmp_path, [page("journeys.md")], {"guide.md": "# G"})
    assert [path.name for path in (tmp_path / "docs").rglob("*")] == ["guide.md"]


@pytest.mark.parametrize("strict", [False, True])
def test_a_mistake_ends_the_build_with_its_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, strict: bool
) -> None:
    give(monkeypatch, Reading(None, (problem(line=2),), {"journeys/a.yml": b"a: 1\nb: 2"}))
    with pytest.raises(Abort, match="BuildError"):
        build(configured(tmp_path, strict=strict))
    assert "> 2 | b: 2" in caplog.text
    assert caplog.messages[-1].splitlines() == [
        "1 error in the journeys:",
        "  journeys/a.yml:2:3: error[some-rule] This is wrong.",
    ]


def test_a_warning_fails_only_a_strict_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for severity in (Severity.INFO, Severity.WARNING):
        give(monkeypatch, Reading((page("journeys.md"), *ASSETS), (problem(severity=severity),)))
        build(configured(tmp_path))
        if severity is Severity.INFO:
            build(configured(tmp_path, strict=True))
    with pytest.raises(Abort):
        build(configured(tmp_path, strict=True))
