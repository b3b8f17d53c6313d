"""After any series of edits the served site is, byte for byte, the one of a clean build."""

from itertools import islice
from pathlib import Path

import pytest
from bench.edits import Files, applied, read
from bench.more_edits import mended, random_edits
from bench.series import difference

from mkdocs_journeys.load import load
from mkdocs_journeys.mkdocs.serve import turns
from mkdocs_journeys.mkdocs.serve.live_site import LiveSite
from mkdocs_journeys.sources.tree import Tree


@pytest.fixture(autouse=True)
def same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.setattr(turns, "CALM", 0.01)


@pytest.mark.parametrize("seed", [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 12))])
def test_the_served_site_is_the_clean_one(seed: int) -> None:
    assert difference(seed) is None


@pytest.mark.parametrize(
    "site", ["material", "hook", *(pytest.param(name, marks=pytest.mark.long) for name in ("snippets", "tags"))]
)
def test_the_served_site_is_the_clean_one_whoever_else_has_a_part_in_it(site: str) -> None:
    assert difference(3, site, journeys=2) is None


def test_a_server_that_renders_nothing_anew_would_be_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LiveSite, "_render", lambda self, site, address: None)
    assert any(difference(seed) for seed in range(3))


def test_every_edit_leaves_files_that_can_be_read_or_mended(atlas_root: Path) -> None:
    files: Files = read(atlas_root)
    for edit in islice(random_edits(files, 4), 60):
        files = applied(files, edit)
    if last := mended(files):
        files = applied(files, last)
    atlas, _ = load(Tree({path: text.encode() for path, text in files.items()}))
    assert atlas is not None
