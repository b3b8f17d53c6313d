"""Every word of ours can be said in the reader's language: a site in pseudo letters shows no plain ones."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.lint import RULES
from mkdocs_journeys.lint.engine import CheckResult, run_rules
from mkdocs_journeys.load import load
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.changes.overlay import Overlay, overlay_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.rendering.environment import with_code
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.translation.languages import PSEUDO
from mkdocs_journeys.translation.messages import speaking
from support.alphabets import in_greek_letters
from support.contexts import TODAY, site

pytestmark = pytest.mark.slow

PLAIN = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
READ_OUT = {"aria-label", "aria-description", "aria-valuetext", "alt", "title", "placeholder", "data-label", "label"}
NAMES = {"NPS", "CSAT", "CES", "RICE", "MkDocs", "Mermaid", "YAML", "Esc"}
"""What every language calls by these letters."""
ENGLISH_ONLY = {text for rule in RULES for text in (rule.id, rule.summary, with_code(rule.summary).striptags())}
"""Titles and links that are the names and the first sentences of rules."""
ONCE = {
    b"emotion: 1\n": b"emotion: -0.5\n",
    b"severity: major": b"severity: minor",
    b"status: accepted": b"status: in-progress",
    b"status: framed": b"status: parked",
    b"initiator: company": b"initiator: customer",
    b"kind: pilot": b"kind: survey",
}
"""What the base of the preview said where the example says something else now."""
GONE, NEW = "journeys/maps/phone-app-relaunch.yml", "journeys/maps/learn-from-the-handbook.yml"
NOT_READ = {"code", "kbd", "script", "style"}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col"}


class PlainLetters(HTMLParser):
    """Notes what a reader would meet in plain letters, outside code and parts marked as English."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        inside = bool(self.open and self.open[-1][1])
        # A template holds data of scripts, which the tests in a browser read as readers do.
        skipped = inside or tag in {*NOT_READ, "template"} or values.get("lang", "").startswith("en")
        if not skipped:
            for name, value in values.items():
                if name in READ_OUT or (name.startswith("data-") and re.search(r"[A-Z]|[a-z] [a-z]", value)):
                    self.note(value, f"{tag} {name}")
        if tag not in VOID:
            self.open.append((tag, skipped))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.note(data, self.open[-1][0] if self.open else "")

    def note(self, text: str, where: str) -> None:
        if text.strip() not in ENGLISH_ONLY and set(PLAIN.findall(ADDRESS.sub("", text))) - NAMES:
            self.found.append(f"<{where}> {' '.join(text.split())}")


def plain_letters(html: str) -> list[str]:
    reader = PlainLetters()
    reader.feed(html)
    return reader.found


def atlas_of(tree: Tree) -> Atlas:
    atlas, problems = load(tree)
    assert atlas, problems
    return in_greek_letters(atlas)


def pages(root: Path) -> Iterator[Page]:
    return pages_of(atlas_of(worktree(root)))


def preview_pages(root: Path) -> Iterator[Page]:
    """The pages of a preview in which journeys came and went, and values and texts of others are new."""
    here = worktree(root)
    new = replace(here, files={path: text for path, text in here.files.items() if path != GONE})
    old = replace(here, files={path: as_once(text) for path, text in here.files.items() if path != NEW})
    head = atlas_of(new)
    with speaking(PSEUDO):
        compared = overlay_of("main", "1234567", Comparison(atlas_of(old), head))
    return pages_of(head, compared, rule_pages=True)


def as_once(text: bytes) -> bytes:
    for now, then in ONCE.items():
        text = text.replace(now, then)
    return text


def pages_of(atlas: Atlas, overlay: Overlay | None = None, *, rule_pages: bool = False) -> Iterator[Page]:
    context = site(
        atlas,
        health=lambda made: CheckResult(tuple(run_rules(made, TODAY))),
        interface=PSEUDO,
        changes=lambda _: overlay,
        rule_pages=rule_pages,
    )
    return (item for item in items_of(context) if isinstance(item, Page))


def assert_no_english(made: Iterable[Page]) -> None:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in made:
        for section in page.sections:
            for text in plain_letters(section.html):
                found[text].add(page.kind)
            for text in {section.title, page.title, page.description} - ENGLISH_ONLY:
                if set(PLAIN.findall(text)) - NAMES:
                    found[f"title: {text}"].add(page.kind)
    assert {text: sorted(kinds) for text, kinds in sorted(found.items())} == {}


@pytest.mark.parametrize("folder", [".", "tests/load/good"], ids=["example", "every field"])
def test_no_english_is_left(repository_root: Path, folder: str) -> None:
    assert_no_english(pages(repository_root / folder))


def test_no_english_is_left_in_a_preview(repository_root: Path) -> None:
    assert_no_english(preview_pages(repository_root))


def test_plain_letters_are_found_in_texts_and_names_and_not_in_code() -> None:
    html = (
        '<p title="Đáŧé">Šŧáğé https://example.com/stage</p>'
        '<p aria-label="Stage">Ø <b lang="en">Owner</b><code>id</code><br>n</p>Pains'
    )
    assert plain_letters(html) == ["<p aria-label> Stage", "<> Pains"]
