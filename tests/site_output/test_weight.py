"""What a reader has to load: a page of ours the styles and scripts of its kind, any other page nothing of ours."""

import gzip
import re
from functools import cache
from pathlib import Path

from site_output.support_output import Document, target

OURS = "assets/journeys/"
STYLES, SCRIPTS, JOURNEY = 20_000, 15_000, 16_000
"""The most bytes of a page's styles, of its scripts, and of what we write for a journey with 30 steps, packed
by gzip. The theme around it comes on top: 4 kB where the site has no pages but ours."""
_CLASSES = re.compile(r'class="([^"]*)"')
_SELECTORS = re.compile(r"([^{}]+)\{")
_COMMENTS = re.compile(r"/\*.*?\*/", re.S)
TWICE = {"journeys-grid", "journeys-end"}
"""Classes that a map and a chart both have, each with rules of its own."""
ELSEWHERE = {".journeys-table .journeys-twin[open]", ".journeys-table td .journeys-pain-badge"}
"""Selectors that hit nothing on some pages though the classes are there, as one is not inside the other."""


def loaded(site: Path, page: Document) -> list[str]:
    """The styles and scripts of ours that a page loads by itself."""
    values = [one.value for one in page.addresses if (one.tag, one.attribute) in (("link", "href"), ("script", "src"))]
    found = [target(site, page.path, value) for value in values]
    return [each[0] for each in found if each and each[0].startswith(OURS)]


@cache
def rules_of(sheet: Path) -> dict[str, set[str]]:
    """Each selector of a style sheet that names a class of ours, with all such classes in it."""
    css = _COMMENTS.sub("", sheet.read_text("utf-8"))
    found = (" ".join(text.split()) for text in _SELECTORS.findall(css))
    named = {text: set(re.findall(r"\.(journeys[a-z0-9-]*)", text)) for text in found}
    return {text: names for text, names in named.items() if names}


def wanted(rule: str, every: dict[str, set[str]]) -> bool:
    return rule not in ELSEWHERE and not every[rule] <= TWICE


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


@cache
def packed_file(path: Path) -> int:
    return packed(path.read_bytes())


def is_ours(site: Path, page: Document) -> bool:
    return 'class="journeys' in (site / page.path).read_text("utf-8").partition("<article")[2]


def test_pages_that_are_not_ours_load_nothing_of_ours_but_the_stand_in_for_mermaid(
    site: Path, pages: list[Document]
) -> None:
    others = [page for page in pages if not is_ours(site, page)]
    assert any(page.path == "404.html" for page in others)
    assert {name for page in others for name in loaded(site, page)} <= {f"{OURS}mermaid-theme.js"}


def test_a_page_of_ours_loads_one_style_sheet_and_little(site: Path, pages: list[Document]) -> None:
    for page in pages:
        if is_ours(site, page):
            names = loaded(site, page)
            styles, scripts = ([name for name in names if name.endswith(end)] for end in (".css", ".js"))
            assert len(styles) == 1 and scripts, page.path
            assert sum(packed_file(site / name) for name in styles) < STYLES, page.path
            assert sum(packed_file(site / name) for name in scripts) < SCRIPTS, page.path


def test_a_page_of_ours_loads_every_rule_that_it_had_with_all_of_our_styles(site: Path, pages: list[Document]) -> None:
    every = rules_of(site / OURS / "journeys.css")
    missing = {}
    for page in pages:
        if is_ours(site, page):
            (sheet,) = [site / name for name in loaded(site, page) if name.endswith(".css")]
            html = (site / page.path).read_text("utf-8")
            classes = {name for value in _CLASSES.findall(html) for name in value.split()}
            lacking = every.keys() - rules_of(sheet).keys()
            missing[page.path] = sorted(rule for rule in lacking if every[rule] <= classes and wanted(rule, every))
    assert {path: rules for path, rules in missing.items() if rules} == {}


def test_the_page_of_a_journey_is_small_for_its_steps(site: Path, pages: list[Document]) -> None:
    written = {page.path: (site / page.path).read_text("utf-8").partition("<article")[2] for page in pages}
    journeys = {path: html for path, html in written.items() if 'class="journeys-grid"' in html}
    assert journeys
    for path, html in journeys.items():
        steps = len(re.findall(r'id="step-\d+"', html))
        assert packed(html.rpartition("</article>")[0].encode()) < JOURNEY * max(1, steps / 30), path
