"""The guide's claims about maps and scores, its links, its pictures."""

import re
import tomllib
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from docs.support_documents import GUIDE, ROOT, in_code, tables_of
from mkdocs_journeys.mkdocs.options import Options
from mkdocs_journeys.site.map.lanes import BLUEPRINT_LANES, CUSTOMER_LANES

LARGEST_PICTURE = 250_000
PAGES = sorted(path.stem for path in (ROOT / GUIDE).glob("*.md"))
_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')
_README_LINK = re.compile(r'(?:\]\(|src="|srcset=")([^)"]+)')


def test_every_lane_is_explained(guide: Path) -> None:
    explained = [row[0] for row in tables_of(guide / "maps.md")["Rows"]]
    below = [lane.title for lane in (*CUSTOMER_LANES, *BLUEPRINT_LANES)]
    first = ["Pictures", "The stage", "How long it takes", "Touchpoint", "Team", "Feels"]
    assert explained == [*first, *(title for title in below if title not in first), "Reached"]


def test_every_option_of_the_plugin_is_explained(guide: Path) -> None:
    rows = {in_code(row[0])[0]: row[1] for row in tables_of(guide / "site.md")["Options"]}
    assert set(rows) == {name for name, _ in Options._schema}
    assert rows["journeys_dir"] == f"`{Options.journeys_dir.default}`"
    assert rows["home"] == f"`{Options.home.default}`"


def test_every_page_of_the_guide_stands_in_the_navigation_once(repository_root: Path) -> None:
    navigation = (repository_root / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[2]
    assert sorted(re.findall(r"(?m)- guide/([\w-]+)\.md$", navigation)) == PAGES


def test_the_first_page_leads_to_every_other(guide: Path) -> None:
    linked = set(re.findall(r"\]\(([\w-]+)\.md\)", (guide / "index.md").read_text("utf-8")))
    assert linked == {*PAGES} - {"index"}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(name: str, built_site_folder: Path) -> None:
    page = built_site_folder / "guide" / ("" if name == "index" else name) / "index.html"
    article = page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    targets = [urlsplit(found) for found in _HREF.findall(article)]
    assert targets
    dead = [
        target.geturl() for target in targets if not target.scheme and not leads(page, target.path, target.fragment)
    ]
    assert dead == []


def test_every_link_and_picture_of_the_readme_is_in_the_repository(readme: Path) -> None:
    targets = [found for found in _README_LINK.findall(readme.read_text("utf-8")) if "://" not in found]
    assert len(targets) > 8
    assert [target for target in targets if not (readme.parent / target.partition("#")[0]).is_file()] == []


def test_pictures_are_small_and_shown_somewhere(guide: Path, readme: Path) -> None:
    texts = [path.read_text("utf-8") for path in (readme, *guide.glob("*.md"))]
    pictures = sorted((guide / "img").iterdir())
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size >= LARGEST_PICTURE] == []
    assert [path.name for path in pictures if not any(f"img/{path.name}" in text for text in texts)] == []


def test_the_changelog_knows_this_version(repository_root: Path) -> None:
    version = tomllib.loads((repository_root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"## [{version}]" in (repository_root / "CHANGELOG.md").read_text("utf-8")


def leads(page: Path, path: str, fragment: str) -> bool:
    """Whether a relative address means a file of the site and, with a fragment, an element in it."""
    target = (page.parent / unquote(path)).resolve() if path else page
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    return not fragment or unquote(fragment) in _ID.findall(target.read_text("utf-8"))
