"""A page put into a frame is the page that the theme makes."""

from pathlib import Path
from typing import Any

import pytest

from mkdocs_journeys.mkdocs.frames import theme_frame
from mkdocs_journeys.mkdocs.page import AtlasPage
from support.builds import MATERIAL, built_site, files_of, page, section

TITLES = (
    "Buy",
    "A <b> & \"c\" 'd'",
    "Ünïcode – 二 😀",
    "{{ page.title }} %s \\1",
    "edit/blob/raw",
    "Buy  it \n now",
    "B" * 300,
)
SEVERAL = (
    page("index.md", "Home", in_nav=True, kind="home", wide=True),
    page("journeys.md", "Journeys & more", in_nav=True, kind="journeys"),
    *(
        page(f"journeys/j{n}.md", title, section("two", title, 2), wide=n % 2 == 0, description=title * (n % 3))
        for n, title in enumerate(TITLES)
    ),
    *(
        page(f"personas/p{n}.md", title, section(f"s{n}", "S", 2), section(f"t{n}", title, 3), tags=("a", title))
        for n, title in enumerate(TITLES)
    ),
    page("personas/bare.md", "Bare", section("two", "Two", 2, headed=False)),
    page("journeys/group/readme/index.md", "Readme"),
)
FEATURES = ("navigation.tabs", "navigation.sections", "navigation.footer", "navigation.path", "toc.follow")
MORE = ("navigation.top", "search.suggest", "content.action.edit", "content.action.view", "toc.integrate")
PALETTE = [
    {"scheme": "default", "toggle": {"icon": "material/weather-sunny", "name": "Dark"}},
    {"scheme": "slate", "toggle": {"icon": "material/weather-night", "name": "Light"}},
]
FEEDBACK = {
    "title": "Useful?",
    "ratings": [{"icon": "material/check", "name": "Yes", "data": 1, "note": "{title} of {url}"}],
}
SITES: dict[str, dict[str, Any]] = {
    "plain": {},
    "many features": {"theme": MATERIAL | {"features": [*FEATURES, *MORE], "palette": PALETTE, "language": "de"}},
    "addresses": {
        "site_url": "https://example.org/docs/",
        "repo_url": "https://github.com/a/b",
        "site_author": "S",
    },
    "page addresses in the theme": {"extra": {"analytics": {"feedback": FEEDBACK}}},
    "files": {"use_directory_urls": False, "markdown_extensions": [{"toc": {"permalink": True, "title": "Here"}}]},
    "a page in the navigation": {"nav": [{"Home": "index.md"}, {"Inner": ["journeys/j1.md", "guide.md"]}]},
    "links below a page": {"extra_css": ["journeys/j2/x.css"], "nav": ["index.md", {"Out": "journeys/j3/deep/"}]},
}


@pytest.mark.parametrize("name", SITES)
def test_frames_change_nothing(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    docs = {"guide.md": "# Guide", "journeys/j0/notes.md": "# Notes below a journey"}
    in_frames = files_of(built_site(monkeypatch, tmp_path / "a", SEVERAL, docs, **SITES[name]))
    monkeypatch.setattr(theme_frame.ThemeFrames, "around", lambda self, page: None)
    assert files_of(built_site(monkeypatch, tmp_path / "b", SEVERAL, docs, **SITES[name])) == in_frames


def printed_in_frames(monkeypatch: pytest.MonkeyPatch, folder: Path, **settings: Any) -> list[str]:
    """The pages of a site that came out of a frame."""
    found: list[str] = []
    around = theme_frame.ThemeFrames.around

    def noted(self: theme_frame.ThemeFrames, page: AtlasPage) -> bytes | None:
        html = around(self, page)
        found.extend([page.described.uri] if html else [])
        return html

    monkeypatch.setattr(theme_frame.ThemeFrames, "around", noted)
    built_site(monkeypatch, folder, SEVERAL, **settings)
    return found


def test_pages_outside_the_navigation_come_out_of_a_frame(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = printed_in_frames(monkeypatch, tmp_path)
    assert set(found) == {p.uri for p in SEVERAL} - {"index.md", "journeys.md", "journeys/group/readme/index.md"}


def test_a_page_below_which_something_is_linked_is_left_to_the_theme(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = printed_in_frames(monkeypatch, tmp_path, extra_css=["journeys/j2/x.css"])
    assert "journeys/j2.md" not in found
    assert "journeys/j3.md" in found


def test_a_theme_that_shows_more_of_a_page_gets_no_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    extra = SITES["page addresses in the theme"]
    assert printed_in_frames(monkeypatch, tmp_path, **extra) == []


def test_templates_of_the_site_get_no_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "own" / "main.html"
    own.parent.mkdir()
    own.write_text(
        "{% extends 'base.html' %}{% block announce %}{% if page.title == 'Buy' %}Read it{% endif %}{% endblock %}",
        "utf-8",
    )
    assert printed_in_frames(monkeypatch, tmp_path, theme=MATERIAL | {"custom_dir": str(own.parent)}) == []
    assert "Read it" in (tmp_path / "site" / "journeys" / "j0" / "index.html").read_text("utf-8")


def test_pictures_of_the_site_do_not_matter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    icon = tmp_path / "own" / ".icons" / "our.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text("<svg>ours</svg>", "utf-8")
    theme = MATERIAL | {"custom_dir": str(tmp_path / "own"), "icon": {"logo": "our"}}
    assert "journeys/j0.md" in printed_in_frames(monkeypatch, tmp_path, theme=theme)
    assert "<svg>ours</svg>" in (tmp_path / "site" / "journeys" / "j0" / "index.html").read_text("utf-8")
