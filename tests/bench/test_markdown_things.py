"""The script that we are compared with writes a page for each thing that has one of ours."""

from pathlib import Path

from bench.markdown_site import markdown_pages

from mkdocs_journeys.load import load
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.sources.worktree import worktree
from support.contexts import site

SINGLE = frozenset({"systems", "tags"})
"""Folders of pages whose names both sides make in their own way: they are counted alone."""


def test_each_page_of_ours_about_a_thing_has_one_of_the_script(atlas_root: Path) -> None:
    atlas, _problems = load(worktree(atlas_root))
    assert atlas
    ours = [page.uri for page in items_of(site(atlas)) if isinstance(page, Page) and page.thing]
    theirs = list(dict(markdown_pages(atlas_root)))
    for kind in {uri.partition("/")[0] for uri in ours}:
        of_kind, of_script = ([uri for uri in uris if uri.startswith(f"{kind}/")] for uris in (ours, theirs))
        if kind in SINGLE:
            assert len(of_kind) == len(of_script), kind
        elif kind != "journeys":
            assert set(of_kind) <= set(of_script), kind
