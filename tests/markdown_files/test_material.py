"""The written example atlas through Material, without our plugin: what its pages hold."""

import re
from collections import Counter
from pathlib import Path

import pytest

from markdown_files.support_material import build_written
from mkdocs_journeys.load import load
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.sources.worktree import worktree
from site_output.support_output import Document, documents, is_page_address, target
from support.contexts import site as context_of


@pytest.fixture(scope="module")
def site(repository_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_written(repository_root, tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Document]:
    return {page.path: page for page in documents(site)}


def html_of(site: Path, uri: str) -> str:
    path = uri if uri == "index.md" else f"{uri.removesuffix('.md')}/index.md"
    return (site / path).with_suffix(".html").read_text("utf-8")


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(site: Path, pages: dict[str, Document]) -> None:
    links = [(page, found.value) for page in pages.values() for found in page.addresses if is_page_address(found.value)]
    assert len(links) > 1000
    ids = {path: set(page.ids) for path, page in pages.items()}
    assert [f"{page.path}: {value}" for page, value in links if not leads(site, ids, page.path, value)] == []


def leads(site: Path, ids: dict[str, set[str]], path: str, value: str) -> bool:
    found = target(site, path, value)
    return found is not None and (not found[1] or found[0] not in ids or found[1] in ids[found[0]])


def test_no_id_stands_twice_on_a_page(pages: dict[str, Document]) -> None:
    twice = {path: [id for id, count in Counter(page.ids).items() if count > 1] for path, page in pages.items()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_section_of_every_page_is_there_with_its_anchor_and_no_second_heading(
    site: Path, repository_root: Path
) -> None:
    atlas, problems = load(worktree(repository_root))
    assert atlas, problems
    items = [item for item in items_of(context_of(atlas)) if isinstance(item, Page)]
    assert len(items) > 50
    for page in items:
        html = html_of(site, page.uri)
        assert html.count("<h1") == 1, page.uri
        for section in page.sections:
            assert len(re.findall(f'id="{re.escape(section.anchor)}"', html)) == 1, (page.uri, section.anchor)
            if section.headed:
                assert re.search(f'<h{section.level} id="{re.escape(section.anchor)}">', html), (page.uri, section)


def test_markdown_leaves_our_html_alone(site: Path, pages: dict[str, Document]) -> None:
    for path in pages:
        article = (site / path).read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        assert "<p></p>" not in article, path
        assert not re.search(r"<p>\s*</?(div|section|article|table|nav|ul|dl)\b", article), path
        assert "&lt;div" not in article, path
