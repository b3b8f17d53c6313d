"""Every page says of which kind it is, and of which thing of the atlas."""

from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history.mainline import untold
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.load import load
from mkdocs_journeys.site import PAGE_KINDS, PageKind, items_of
from mkdocs_journeys.site.addresses import address_of
from mkdocs_journeys.site.navigation import GROUPS, nav_groups
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.vocabulary import PAGE_FOLDERS
from support.contexts import site
from support.overlays import overlay


@pytest.fixture(scope="module")
def example(repository_root: Path) -> Atlas:
    atlas, _ = load(worktree(repository_root))
    assert atlas
    return atlas


def clean(atlas: Atlas) -> CheckResult:
    return CheckResult()


@pytest.fixture(scope="module")
def pages(example: Atlas) -> list[Page]:
    """Every page of a preview of the example atlas with its health."""
    unchanged = overlay(example, example)
    here = site(example, health=clean, changes=lambda atlas: unchanged, recent=untold)
    return [item for item in items_of(here) if isinstance(item, Page)]


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_the_title_and_the_uri_of_its_index(kind: PageKind, pages: list[Page], example: Atlas) -> None:
    found = [page for page in pages if page.kind == kind.name]
    assert found
    assert [page.uri for page in found if page.in_nav] == ([kind.uri or "index.md"] if kind.in_nav else [])
    if kind.uri:
        assert (found[0].uri, found[0].title) == (kind.uri, kind.title)


def test_every_index_page_stands_in_a_group_and_the_kinds_in_the_order_of_the_groups(pages: list[Page]) -> None:
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]
    assert [kind.name for kind in PAGE_KINDS if kind.in_nav] == grouped
    assert [page.kind for group in nav_groups(pages) for page in group.pages] == grouped


def test_the_navigation_calls_the_home_page_by_a_short_name(pages: list[Page], example: Atlas) -> None:
    home = next(page for page in pages if page.kind == "home")
    assert (home.title, home.nav_title) == (example.catalog.name, "Overview")


def test_every_page_is_of_a_kind(pages: list[Page]) -> None:
    assert {page.kind for page in pages} == {kind.name for kind in PAGE_KINDS}


def test_every_thing_that_has_a_page_is_the_thing_of_that_page(pages: list[Page], example: Atlas) -> None:
    things = [page.thing for page in pages if page.thing]
    assert len(set(things)) == len(things)
    assert {address_of(example, *thing) for thing in things} == {(page.uri, "") for page in pages if page.thing}
    assert {kind for kind, _ in things} == {*PAGE_FOLDERS}
