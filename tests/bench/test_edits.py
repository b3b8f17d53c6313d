"""Each edit changes what it says, leaves an atlas that can be read, and knows when it is shown."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from bench.edits import KINDS, Edit, Files, applied, edits, read, write

from mkdocs_journeys.load import load
from mkdocs_journeys.sources.tree import Tree


@pytest.fixture(scope="module")
def files(atlas_root: Path) -> Files:
    return read(atlas_root)


def errors(files: Files) -> int:
    return len(load(Tree({path: text.encode() for path, text in files.items()}))[1])


def test_thirty_edits_hold_every_kind_and_each_changes_something(files: Files) -> None:
    series = list(islice(edits(files, 2), 30))
    assert len({edit.kind for edit in series}) == len(KINDS)
    for edit in series:
        after = applied(files, edit)
        assert after != files
        files = after


def test_only_a_broken_file_makes_the_atlas_unreadable(files: Files) -> None:
    for edit in islice(edits(files), 2 * len(KINDS)):
        files = applied(files, edit)
        assert bool(errors(files)) is (edit.kind == "break a file"), edit.kind


def test_the_same_seed_gives_the_same_series(files: Files) -> None:
    first, second = (list(islice(edits(files, 5), 12)) for _ in range(2))
    assert first == second


def test_written_edits_leave_on_disk_what_they_leave_in_memory(files: Files, tmp_path: Path) -> None:
    write(tmp_path, Edit("all", dict(files), ""))
    for edit in islice(edits(files), 2 * len(KINDS)):
        write(tmp_path, edit)
        files = applied(files, edit)
    assert read(tmp_path) == files


def test_an_edit_is_shown_once_its_text_stands_there_or_is_gone() -> None:
    added = Edit("add", {}, "", "new words")
    assert added.is_shown("<p>new words</p>", "<p></p>")
    assert not added.is_shown("<p></p>", "<p></p>")
    gone = replace(added, holds=False)
    assert gone.is_shown("", "<p>new words</p>")
    assert not gone.is_shown("<p>new words</p>", "<p>new words</p>")


def test_an_edit_without_text_is_shown_once_more_than_the_live_reload_script_differs() -> None:
    edit = Edit("change an emotion", {}, "")
    before = "<p>1</p><script>livereload(17, 18);</script>"
    assert not edit.is_shown("<p>1</p><script>livereload(19, 20);</script>", before)
    assert not edit.is_shown("", before)
    assert edit.is_shown("<p>2</p><script>livereload(19, 20);</script>", before)
