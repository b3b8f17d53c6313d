"""Every word of ours can be said in the reader's language: a site in pseudo letters shows no plain ones."""

import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mkdocs_journeys.lint.engine import CheckResult, run_rules
from mkdocs_journeys.load import load
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.translation.languages import PSEUDO
from support.alphabets import in_greek_letters
from support.contexts import TODAY, site

pytestmark = pytest.mark.slow

PLAIN = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+")
READ_OUT = {"aria-label", "aria-description", "aria-valuetext", "alt", "title", "placeholder", "data-label", "label"}
NAMES = {"NPS", "CSAT", "CES", "RICE", "MkDocs", "Mermaid", "YAML", "Esc"}
"""What every language calls by these letters."""
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
        if set(PLAIN.findall(ADDRESS.sub("", text))) - NAMES:
            self.found.append(f"<{where}> {' '.join(text.split())}")


def plain_letters(html: str) -> list[str]:
    reader = PlainLetters()
    reader.feed(html)
    return reader.found


def pages(root: Path) -> Iterator[Page]:
    atlas, problems = load(worktree(root))
    assert atlas, problems
    context = site(
        in_greek_letters(atlas),
        health=lambda made: CheckResult(tuple(run_rules(made, TODAY))),
        interface=PSEUDO,
    )
    return (item for item in items_of(context) if isinstance(item, Page))


@pytest.mark.parametrize("folder", [".", "tests/load/good"], ids=["example", "every field"])
def test_no_english_is_left(repository_root: Path, folder: str) -> None:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages(repository_root / folder):
        for section in page.sections:
            for text in plain_letters(section.html):
                found[text].add(page.kind)
            for text in (section.title, page.title, page.description):
                if set(PLAIN.findall(text)) - NAMES:
                    found[f"title: {text}"].add(page.kind)
    assert {text: sorted(kinds) for text, kinds in sorted(found.items())} == {}


def test_plain_letters_are_found_in_texts_and_names_and_not_in_code() -> None:
    html = (
        '<p title="Đáŧé">Šŧáğé https://example.com/stage</p>'
        '<p aria-label="Stage">Ø <b lang="en">Owner</b><code>id</code><br>n</p>Pains'
    )
    assert plain_letters(html) == ["<p aria-label> Stage", "<> Pains"]
