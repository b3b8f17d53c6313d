"""Release notes as `journeys changelog` writes them, on what the edits of tests/reports do to the example atlas."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page

from browser.support_page import Scheme
from mkdocs_journeys.changelog import LoadedStates, TimePoint, load_states, release_notes
from mkdocs_journeys.changelog.html import format_notes
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from reports.test_comment import EDITS

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 1020
BETTER = ("maps/try-before-paying.yml", "emotion: -1", "emotion: 1")
"""An edit that is good news."""


def notes_picture(browser: Browser, scheme: Scheme) -> Page:
    """A page that shows the notes, ready to be taken from the element `main`."""
    tree = worktree(ROOT)
    old, new = (until(tree, day) for day in ("2026-06-30", "2026-09-30"))
    files = dict(new.files)
    for name, before, after in (*EDITS, BETTER):
        path = f"journeys/{name}"
        files[path] = files[path].decode().replace(before, after, 1).encode()
    states = load_states(old, replace(new, files=files))
    if not isinstance(states, LoadedStates):
        raise SystemExit(f"The notes cannot be drawn: {states}")
    ends = TimePoint(day=date(2026, 7, 1)), TimePoint(day=date(2026, 9, 30))
    notes = release_notes(
        states, *ends, contributors=["Noor Haddad", "Piet de Wit"], site_url="https://maps.example.com"
    )
    context = browser.new_context(viewport={"width": WIDTH, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.set_content(format_notes(notes))
    return page


def until(tree: Tree, day: str) -> Tree:
    """A tree with the figures up to a day."""
    files = dict(tree.files)
    for path in tree.files:
        if path.endswith(".csv"):
            head, *rows = files[path].splitlines(keepends=True)
            files[path] = b"".join([head, *(row for row in rows if row[:10].decode() <= day)])
    return replace(tree, files=files)
