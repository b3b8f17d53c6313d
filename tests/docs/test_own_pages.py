"""The page on blocks: each example has no mistake, and is followed by what it shows."""

import re

from docs.support_documents import GUIDE, ROOT, blocks_of, in_code, tables_of
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.site.blocks.reading import KINDS, block_of, broken_link
from mkdocs_journeys.site.blocks.scanning import BLOCKS, BlockText, LinkText, blocks_and_links
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.vocabulary import PAGE_FOLDERS

PAGE = ROOT / GUIDE / "own-pages.md"
EXAMPLES = [block for block in blocks_of(PAGE) if block.title.startswith("docs/")]


def test_each_example_is_right_and_is_what_the_page_itself_shows() -> None:
    atlas = load(worktree(ROOT))[0]
    assert isinstance(atlas, Atlas)
    parts = [part for block in EXAMPLES for part in blocks_and_links(block.text.splitlines())]
    blocks = [part for part in parts if isinstance(part, BlockText)]
    links = [part for part in parts if isinstance(part, LinkText)]
    assert [problem for block in blocks for problem in block_of(block, atlas, "")[1]] == []
    assert [problem for link in links if (problem := broken_link(link, atlas, ""))] == []
    shown = [part for part in blocks_and_links(PAGE.read_text("utf-8").splitlines()) if isinstance(part, BlockText)]
    assert [(one.name, one.body) for one in shown] == [(one.name, one.body) for one in blocks]
    assert {one.name for one in blocks} == {*BLOCKS}
    assert len(links) == 3


def test_the_table_has_every_block_with_its_options() -> None:
    rows = {in_code(row[0])[0]: row for row in tables_of(PAGE)["All options"]}
    assert rows.keys() == KINDS.keys()
    for name, (_, id, options) in rows.items():
        assert {*in_code(options)} == {*KINDS[name].all_options} - {"id"}, name
        assert (id != "none") == bool(KINDS[name].thing), name
        assert id.endswith("several") == KINDS[name].several, name


def test_every_kind_of_link_is_named() -> None:
    text = re.sub(r"\s+", " ", PAGE.read_text("utf-8"))
    assert {*in_code(text.partition("The kinds are ")[2].partition(".")[0])} == PAGE_FOLDERS.keys()
