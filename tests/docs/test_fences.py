"""Every block of the documents is tried in some way, and the YAML in them is what it says it is."""

import os
import re
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config

from docs.support_documents import DOCUMENTS, TUTORIAL, Block, blocks_of, files_of, write_files
from docs.support_ways import ATLAS, PART, SITE, WAYS, way_of
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree

ELSEWHERE_INSTALLED = "techdocs-core"
"""A plugin that pages show and that the tests do not have."""
BLOCKS = [(path, block) for path in DOCUMENTS for block in blocks_of(path)]
WITH_ATLAS = [path for path in DOCUMENTS if any(way_of(block) == ATLAS for block in blocks_of(path))]


def those(way: str) -> pytest.MarkDecorator:
    """All blocks that are tried in this way, as the cases of a test."""
    found = [(path, block) for path, block in BLOCKS if way_of(block) == way]
    names = [f"{path.stem}-{number}-{block.title}" for number, (path, block) in enumerate(found)]
    return pytest.mark.parametrize(("document", "block"), found, ids=names)


def has_catalog(document: Path) -> bool:
    return any(file.title == "journeys/catalog.yml" for file in files_of(document))


def test_every_block_has_a_way_to_be_tried() -> None:
    unknown = [f"{path.name}: {block.language} {block.title!r}" for path, block in BLOCKS if not way_of(block)]
    assert unknown == [], "add a line to WAYS in support_ways.py"


def test_every_way_is_still_needed() -> None:
    assert [way for way in WAYS if not any(way.fits(block) for _, block in BLOCKS)] == []


@pytest.mark.parametrize("document", WITH_ATLAS, ids=lambda path: path.name)
def test_the_files_of_a_page_are_an_atlas_without_a_mistake(document: Path, tmp_path: Path) -> None:
    """A page without a catalog adds to the tutorial's."""
    write_files([] if has_catalog(document) else files_of(TUTORIAL), tmp_path)
    write_files(files_of(document), tmp_path)
    assert load(worktree(tmp_path))[1] == []


@those(PART)
def test_a_part_of_a_file_fits_the_tutorial_s(document: Path, block: Block, tmp_path: Path) -> None:
    write_files(files_of(TUTORIAL), tmp_path)
    path = tmp_path / block.title.removesuffix(" (part)")
    path.write_text(replaced(path.read_text("utf-8"), block.text), encoding="utf-8")
    assert load(worktree(tmp_path))[1] == []


@those(SITE)
def test_mkdocs_reads_the_settings(document: Path, block: Block, tmp_path: Path) -> None:
    """A second file of a page takes over the first; the plugin that the tests do not have is left out."""
    settings = {"site_name": "A site"} | yaml.safe_load(block.text)
    settings["plugins"] = [plugin for plugin in settings.get("plugins", []) if plugin != ELSEWHERE_INSTALLED]
    write_files(files_of(document), tmp_path)
    for folder in ("docs", "journeys"):
        (tmp_path / folder).mkdir(exist_ok=True)
    file = tmp_path / ("settings.yml" if "INHERIT" in settings else "mkdocs.yml")
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    config = load_config(os.fspath(file), strict=True)
    assert [name for name in settings if name not in {*dict(config), "INHERIT"}] == []
    assert ("journeys" in config.plugins) == ("journeys" in block.text.partition("plugins:")[2])


def replaced(whole: str, part: str) -> str:
    """The text of a file with some of its top-level keys written anew."""
    keys = set(re.findall(r"(?m)^(\w+):", part))
    kept = [piece for piece in re.split(r"(?m)^(?=\w+:)", whole) if piece.partition(":")[0] not in keys]
    return "".join([*kept, part])
