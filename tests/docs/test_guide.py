"""The guide's claims about maps and scores, its links, its pictures."""

import re
import tomllib
from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urlsplit

import pytest

from docs.support_documents import in_code, tables_of
from mkdocs_journeys.insight.scoring import score_pain
from mkdocs_journeys.model.catalog import Bands, OpportunityMethod, PainMethod, Scoring
from mkdocs_journeys.model.pain import Pain
from mkdocs_journeys.plugin import Options
from mkdocs_journeys.site.map.lanes import BLUEPRINT_LANES, CUSTOMER_LANES

LARGEST_PICTURE = 250_000
PAGES = ["index", "check", "editor", "format", "maps", "review", "rules", "site", "write-a-journey"]
_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')
_README_LINK = re.compile(r'(?:\]\(|src="|srcset=")([^)"]+)')


def test_every_lane_is_explained(guide: Path) -> None:
    explained = [row[0] for row in tables_of(guide / "maps.md")["Rows"]]
    below = [title for _, title, *_ in (*CUSTOMER_LANES, *BLUEPRINT_LANES)]
    assert explained == ["Touchpoint", "Team", "Feels", *below, "Reached"]


def test_the_score_that_is_worked_out_is_right(guide: Path) -> None:
    pain = Pain(id="fees", title="Fees", severity="major", frequency="often", impact="high", confidence="inferred")
    assert score_pain(pain, Scoring()).working in (guide / "maps.md").read_text("utf-8")
    bands = Bands()
    said = f"Scores from {bands.high:g} on are **high**, from {bands.medium:g} on **medium**"
    assert said in (guide / "maps.md").read_text("utf-8")


def test_every_method_of_scoring_is_explained(guide: Path) -> None:
    explained = [in_code(row[0])[0] for row in tables_of(guide / "maps.md")["Scores"]]
    assert {*explained, "severity-frequency-impact"} == {*get_args(PainMethod), *get_args(OpportunityMethod)}


def test_every_option_of_the_plugin_is_explained(guide: Path) -> None:
    rows = {in_code(row[0])[0]: row[1] for row in tables_of(guide / "site.md")["Options"]}
    assert set(rows) == {name for name, _ in Options._schema}
    assert rows["journeys_dir"] == f"`{Options.journeys_dir.default}`"
    assert rows["home"] == f"`{Options.home.default}`"


def test_every_page_of_the_guide_is_known_here(guide: Path) -> None:
    assert sorted(path.stem for path in guide.glob("*.md")) == sorted(PAGES)


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
