"""Only our own files are ever written over or removed."""

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

import pytest

from mkdocs_journeys.markdown import MANIFEST, FileResult, write_folder


def files_in(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def test_the_folder_holds_what_was_asked_for(tmp_path: Path) -> None:
    assert write_folder(tmp_path, {"a.md": b"A", "sub/b.md": b"B"}) == {
        "a.md": FileResult.MADE,
        "sub/b.md": FileResult.MADE,
    }
    assert files_in(tmp_path) == {"a.md": "A", "sub/b.md": "B"}


def test_a_file_that_is_right_is_not_written_again(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.md": b"A", "b.md": b"B"})
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert write_folder(tmp_path, {"a.md": b"A", "b.md": b"new"}) == {
        "a.md": FileResult.SAME,
        "b.md": FileResult.CHANGED,
    }
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert files_in(tmp_path)["b.md"] == "new"


def test_what_is_no_longer_wanted_goes_with_its_folder(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.md": b"A", "sub/deep/b.md": b"B"})
    assert write_folder(tmp_path, {"a.md": b"A"})["sub/deep/b.md"] is FileResult.REMOVED
    assert not (tmp_path / "sub").exists()


def test_files_of_others_stay_whatever_they_are_called(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "sub" / "mine.md").write_text("mine too")
    assert write_folder(tmp_path, {"a.md": b"A", "sub/b.md": b"B"})["a.md"] is FileResult.THEIRS
    write_folder(tmp_path, {})
    assert files_in(tmp_path) == {"a.md": "mine", "sub/mine.md": "mine too"}


def test_a_file_of_ours_that_somebody_edited_stays(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.md": b"A", "b.md": b"B"})
    (tmp_path / "a.md").write_text("edited")
    (tmp_path / "b.md").write_text("edited")
    assert write_folder(tmp_path, {"a.md": b"new"}) == {"a.md": FileResult.EDITED, "b.md": FileResult.EDITED}
    assert write_folder(tmp_path, {})["a.md"] is FileResult.EDITED
    assert files_in(tmp_path) == {"a.md": "edited", "b.md": "edited"}


def test_an_edited_file_that_is_put_back_is_ours_again(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.md": b"A"})
    (tmp_path / "a.md").write_text("edited")
    write_folder(tmp_path, {"a.md": b"new"})
    (tmp_path / "a.md").write_text("A")
    assert write_folder(tmp_path, {"a.md": b"new"}) == {"a.md": FileResult.CHANGED}


@pytest.mark.parametrize(
    "listed", ["", "[]", '{"format": 2, "files": {"x.md": "0"}}', '{"format": 1, "files": ["x.md"]}', "\0\0"]
)
def test_a_damaged_or_foreign_list_removes_nothing(tmp_path: Path, listed: str) -> None:
    (tmp_path / "x.md").write_text("x")
    (tmp_path / MANIFEST).write_text(listed)
    write_folder(tmp_path, {"a.md": b"A"})
    assert files_in(tmp_path) == {"x.md": "x", "a.md": "A"}


@pytest.mark.parametrize("path", ["../outside.md", "/outside.md", "sub/../../outside.md", "..\\outside.md"])
def test_a_list_that_names_places_outside_removes_nothing_there(tmp_path: Path, path: str) -> None:
    folder, outside = tmp_path / "docs", tmp_path / "outside.md"
    folder.mkdir()
    outside.write_text("x")
    digest = blake2b(b"x", digest_size=16).hexdigest()
    (folder / MANIFEST).write_text(json.dumps({"format": 1, "files": {path: [digest]}}))
    write_folder(folder, {})
    assert outside.read_text() == "x"


def test_no_link_is_followed_out_of_the_folder(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / "sub").symlink_to(elsewhere)
    with pytest.raises(OSError, match="symbolic link"):
        write_folder(folder, {"sub/b.md": b"B"})
    (folder / "a.md").symlink_to(elsewhere / "a.md")
    assert write_folder(folder, {"a.md": b"A"})["a.md"] is FileResult.THEIRS
    assert list(elsewhere.iterdir()) == []


def test_a_run_that_was_broken_off_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path, {"a.md": b"A", "b.md": b"B"})
    replace, stopped = Path.replace, []

    def stop_at_b(half: Path, place: Path) -> Path:
        if place.name == "b.md" and not stopped:
            stopped.append(place)
            raise KeyboardInterrupt
        return replace(half, place)

    monkeypatch.setattr(Path, "replace", stop_at_b)
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path, {"a.md": b"A2", "b.md": b"B2", "c.md": b"C2"})
    assert files_in(tmp_path) == {"a.md": "A2", "b.md": "B"}
    results = write_folder(tmp_path, {"a.md": b"A3", "b.md": b"B3", "c.md": b"C3"})
    assert results == {"a.md": FileResult.CHANGED, "b.md": FileResult.CHANGED, "c.md": FileResult.MADE}
    assert files_in(tmp_path) == {"a.md": "A3", "b.md": "B3", "c.md": "C3"}


def test_several_runs_at_once_leave_one_of_their_results_and_no_stranger(tmp_path: Path) -> None:
    def run(number: int) -> None:
        write_folder(tmp_path, {f"{name}.md": str(number).encode() for name in "abcdef"} | {f"only/{number}.md": b"x"})

    with ThreadPoolExecutor(8) as runs:
        list(runs.map(run, range(24)))
    found = files_in(tmp_path)
    (last,) = {text for path, text in found.items() if "/" not in path}
    assert set(found) == {*(f"{name}.md" for name in "abcdef"), f"only/{last}.md"}
    assert set(write_folder(tmp_path, {}).values()) == {FileResult.REMOVED}


def test_a_folder_where_a_file_of_ours_was_stays(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.md": b"A"})
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").mkdir()
    assert write_folder(tmp_path, {"a.md": b"new"}) == {"a.md": FileResult.EDITED}
    assert write_folder(tmp_path, {}) == {"a.md": FileResult.EDITED}
    assert (tmp_path / "a.md").is_dir()


def test_a_file_where_a_folder_must_be_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "sub").write_text("mine")
    with pytest.raises(OSError, match="sub"):
        write_folder(tmp_path, {"sub/b.md": b"B"})
    assert (tmp_path / "sub").read_text() == "mine"
