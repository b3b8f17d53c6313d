"""Reading the work tree: nothing on disk stops it, and it stays inside its folder."""

import os
from pathlib import Path

import pytest

from mkdocs_journeys.sources import worktree as reader
from mkdocs_journeys.sources.worktree import find_root, worktree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "journeys/catalog.yml", "format: 1\n")
    return tmp_path


def write(path: Path, text: str = "name: x\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def rules(root: Path, journeys_dir: str = "journeys") -> dict[str, str]:
    tree = worktree(root, journeys_dir)
    assert all((problem.position.line, problem.position.column) == (1, 1) for problem in tree.problems)
    assert all(problem.hint for problem in tree.problems)
    return {problem.position.file: problem.rule for problem in tree.problems}


def test_yaml_and_csv_files_are_read_with_paths_from_the_root(root: Path) -> None:
    write(root / "journeys/maps/service/buy.yml", "title: Buy\n")
    write(root / "journeys/metrics/nps.csv", "date,value\n")
    write(root / "journeys/README.md")
    tree = worktree(root)
    assert tree.files == {
        "journeys/catalog.yml": b"format: 1\n",
        "journeys/maps/service/buy.yml": b"title: Buy\n",
        "journeys/metrics/nps.csv": b"date,value\n",
    }
    assert list(tree.files) == sorted(tree.files)
    assert (tree.problems, tree.folder) == ((), "journeys")


def test_pictures_are_named_and_never_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "journeys/assets/faces/maya.png")
    write(root / "journeys/assets/notes.yml")
    (root / "journeys/catalog.yml").unlink()
    monkeypatch.setattr(reader, "_content", lambda *_: pytest.fail("a picture was read"))
    assert worktree(root).assets == {"journeys/assets/faces/maya.png", "journeys/assets/notes.yml"}


@pytest.mark.parametrize(
    "name",
    [".hidden.yml", ".buy.yml.swp", "buy.yml~", "#buy.yml#", "buy.yml.orig", ".git/buy.yml", "buy.yml.tmp"],
)
def test_hidden_files_and_leftovers_of_editors_are_left_alone(root: Path, name: str) -> None:
    write(root / "journeys/maps" / name)
    tree = worktree(root)
    assert (list(tree.files), tree.problems) == (["journeys/catalog.yml"], ())


def test_the_lock_of_an_editor_is_left_alone(root: Path) -> None:
    (root / "journeys/.#catalog.yml").symlink_to("me@here.1234")
    assert rules(root) == {}


def test_a_link_to_a_file_is_not_followed(root: Path, tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.yml")
    (root / "journeys/maps").mkdir()
    (root / "journeys/maps/buy.yml").symlink_to(secret)
    assert rules(root) == {"journeys/maps/buy.yml": "file-link"}
    assert "journeys/maps/buy.yml" not in worktree(root).files


def test_links_to_folders_to_nothing_and_in_circles_are_not_followed(root: Path) -> None:
    write(root / "elsewhere/buy.yml")
    (root / "journeys/maps").symlink_to(root / "elsewhere")
    (root / "journeys/personas").symlink_to(root / "nowhere")
    (root / "journeys/evidence").symlink_to(root / "journeys")
    write(root / "journeys/assets/a.png")
    (root / "journeys/assets/b.png").symlink_to("a.png")
    assert set(rules(root).values()) == {"file-link"}
    assert list(worktree(root).files) == ["journeys/catalog.yml"]
    assert worktree(root).assets == {"journeys/assets/a.png"}


@pytest.mark.parametrize("linked", ["docs", "docs/journeys"])
def test_the_journeys_folder_itself_may_be_no_link(tmp_path: Path, linked: str) -> None:
    write(tmp_path / "real/journeys/catalog.yml")
    link = tmp_path / linked
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "real" / ("journeys" if "/" in linked else ""))
    assert rules(tmp_path, "docs/journeys") == {"docs/journeys": "file-link"}


def test_a_missing_folder_is_a_problem_with_a_hint(tmp_path: Path) -> None:
    assert rules(tmp_path) == {"journeys": "file-missing"}
    assert "journeys_dir" in worktree(tmp_path).problems[0].hint


@pytest.mark.parametrize("folder", ["", ".", "/", "..", "a\0b", "x" * 300, "docs//journeys/"])
def test_an_odd_name_of_the_folder_is_no_reason_to_raise(tmp_path: Path, folder: str) -> None:
    worktree(tmp_path / "empty", folder)


def test_a_file_in_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "journeys")
    assert rules(tmp_path) == {"journeys": "file-kind"}


def test_a_folder_named_like_a_file_is_a_problem(root: Path) -> None:
    write(root / "journeys/maps/buy.yml/inside.yml")
    assert rules(root) == {"journeys/maps/buy.yml": "file-kind"}


def test_a_pipe_does_not_hang_the_reader(root: Path) -> None:
    os.mkfifo(root / "journeys/pipe.yml")
    os.mkfifo(root / "journeys/other")
    assert rules(root) == {"journeys/pipe.yml": "file-kind"}


def test_a_huge_file_is_refused_before_it_is_read(root: Path) -> None:
    with (root / "journeys/big.yml").open("wb") as file:
        file.truncate(reader.LARGEST_FILE + 1)
    assert rules(root) == {"journeys/big.yml": "file-size"}


def test_a_file_that_may_not_be_read_hides_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "journeys/maps/secret.yml")
    really_open = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith("secret.yml"):
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    tree = worktree(root)
    assert [str(problem) for problem in tree.problems] == [
        "journeys/maps/secret.yml:1:1: error[file-unreadable] This cannot be read: Permission denied."
    ]
    assert list(tree.files) == ["journeys/catalog.yml"]


def test_a_folder_that_may_not_be_listed_hides_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "journeys/maps/buy.yml")
    really_list = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "maps":
            raise PermissionError(13, "Permission denied")
        return really_list(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert rules(root) == {"journeys/maps": "file-unreadable"}


def test_folders_that_are_nested_too_deep_are_a_problem(root: Path) -> None:
    write(root / "journeys" / "/".join("abcdefghijklmnop") / "buy.yml")
    assert set(rules(root).values()) == {"file-depth"}


def test_names_that_are_no_text_come_as_escapes(root: Path) -> None:
    (root / "journeys/maps").mkdir()
    Path(os.fsdecode(os.fsencode(root) + b"/journeys/maps/caf\xe9.yml")).write_bytes(b"")
    assert "journeys/maps/caf\\xe9.yml" in worktree(root).files


def test_the_root_is_the_nearest_folder_upwards_that_holds_the_journeys(root: Path) -> None:
    deep = root / "journeys/maps/service"
    deep.mkdir(parents=True)
    assert find_root(deep) == root
    assert find_root(root) == root
    assert find_root(deep, "no-such-folder-anywhere") is None


def test_a_link_to_the_journeys_is_found_where_no_folder_above_holds_them(root: Path, tmp_path: Path) -> None:
    docs, elsewhere = root / "docs", tmp_path / "elsewhere"
    docs.mkdir()
    elsewhere.mkdir()
    (docs / "linked").symlink_to(elsewhere)
    (docs / "journeys").symlink_to(root / "journeys")
    (docs / "lost").symlink_to(tmp_path / "nowhere")
    assert [find_root(docs, name) for name in ("journeys", "linked", "lost")] == [root, docs, None]
