"""After any series of edits the served site is, byte for byte, the one of a clean build."""

from itertools import islice
from pathlib import Path

import pytest
from bench.edits import Files, applied, read
from bench.more_edits import mended, random_edits
from bench.series import MATERIAL, MINIMAL, difference

from mkdocs_journeys.host.serving.browsers import Browsers
from mkdocs_journeys.host.serving.keeping import Edition
from mkdocs_journeys.load import Tree, load


@pytest.fixture(autouse=True)
def same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")


@pytest.mark.parametrize("seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 12))])
def test_the_served_site_is_the_clean_one(seed: int) -> None:
    assert difference(seed, MINIMAL) is None


def test_the_served_site_is_the_clean_one_with_material_and_its_search() -> None:
    assert difference(3, MATERIAL) is None


def test_a_server_that_keeps_what_has_changed_would_be_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_journeys.host.serving.looks.Looks.hold", lambda self, uri: True)
    assert any(difference(seed, MINIMAL) for seed in range(3))


def test_every_edit_leaves_files_that_can_be_read_or_mended(atlas_root: Path) -> None:
    files: Files = read(atlas_root)
    for edit in islice(random_edits(files, 4), 60):
        files = applied(files, edit)
    if last := mended(files):
        files = applied(files, last)
    atlas, _ = load(Tree({path: text.encode() for path, text in files.items()}))
    assert atlas is not None


def test_pages_are_really_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    asked = Edition._is_fresh

    def noted(self: Edition, last: object, page: object) -> bool:
        fresh = asked(self, last, page)  # type: ignore[arg-type]
        kept.extend(["kept"] if fresh else [])
        return fresh

    monkeypatch.setattr(Edition, "_is_fresh", noted)
    assert difference(1, MINIMAL) is None
    assert len(kept) > 10


def test_some_edits_come_in_the_midst_of_a_save(monkeypatch: pytest.MonkeyPatch) -> None:
    overtaken: list[int] = []
    monkeypatch.setattr(Browsers, "wait_for_calm", lambda self: overtaken.append(1))
    assert not any(difference(seed, MINIMAL) for seed in range(4))
    assert overtaken
