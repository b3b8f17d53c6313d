"""`journeys merge-driver`, called by git itself."""

import shlex
import shutil
from pathlib import Path

import pytest

from cli.reviewing.support_repository import GOOD, WHO
from cli.test_git_driver import JOURNEYS
from support.processes import run

pytestmark = pytest.mark.slow

WORDS = "merge-driver %O %A %B --path %P --ours %X --theirs %Y --base %S --marker-size %L"
DRIVER = f"{shlex.quote(str(JOURNEYS))} {WORDS}"
FILE = "journeys/maps/buy.yml"
FALLS, TRUTH = ("emotion: 2\n", "emotion: -2\n"), ("emotion: 2\n", "emotion: 2\n        confidence: inferred\n")


def git(root: Path, *words: str, code: int = 0) -> str:
    return run(["git", *words], cwd=root, env=WHO, code=code).stdout


def edit(root: Path, *pairs: tuple[str, str], file: str = FILE) -> None:
    path = root / file
    text = path.read_bytes().decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_bytes(text.encode())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the driver, on the branch `main`; its file has a comment."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    edit(tmp_path, ("title:", "# As told in May.\ntitle:"))
    (tmp_path / ".gitattributes").write_text("journeys/** merge=journeys\n")
    git(tmp_path, "init", "--quiet", "-b", "main")
    git(tmp_path, "config", "merge.journeys.driver", DRIVER)
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "base")
    return tmp_path


def commit(root: Path, branch: str, *pairs: tuple[str, str]) -> None:
    """Commit edits on a branch that starts here, and come back."""
    git(root, "checkout", "--quiet", "-B", branch)
    edit(root, *pairs)
    git(root, "commit", "--quiet", "--all", "-m", branch)
    git(root, "checkout", "--quiet", "-")


def both(root: Path, theirs: tuple[str, str], ours: tuple[str, str]) -> None:
    """Commit one edit on `work` and another on `main`."""
    commit(root, "work", theirs)
    edit(root, ours)
    git(root, "commit", "--quiet", "--all", "-m", "main")


def test_a_merge_takes_neighbouring_fields_of_both(root: Path) -> None:
    both(root, TRUTH, FALLS)
    git(root, "merge", "--quiet", "-m", "x", "work")
    text = (root / FILE).read_text("utf-8")
    assert "emotion: -2\n        confidence: inferred\n" in text
    assert text.startswith("# As told in May.\n")


def test_a_rebase_and_a_cherry_pick_do(root: Path) -> None:
    both(root, TRUTH, FALLS)
    git(root, "checkout", "--quiet", "-b", "picked")
    git(root, "cherry-pick", "work")
    assert "emotion: -2\n        confidence: inferred\n" in (root / FILE).read_text("utf-8")
    git(root, "checkout", "--quiet", "work")
    git(root, "rebase", "--quiet", "main")
    assert "emotion: -2\n        confidence: inferred\n" in (root / FILE).read_text("utf-8")


def test_a_conflict_names_both_branches_and_check_says_where_it_is(root: Path) -> None:
    both(root, ("emotion: 2\n", "emotion: 1\n"), FALLS)
    git(root, "merge", "work", code=1)
    marked = "<<<<<<< main\n        emotion: -2\n=======\n        emotion: 1\n>>>>>>> work\n"
    assert marked in (root / FILE).read_text("utf-8")
    assert "buy.yml" in git(root, "diff", "--name-only", "--diff-filter=U")
    said = run([JOURNEYS, "check"], cwd=root, code=1).stdout
    assert "This file has a merge conflict, lines " in said
    assert "main has 'emotion: -2', work has 'emotion: 1'." in said


def test_the_base_is_shown_where_git_is_told_to(root: Path) -> None:
    git(root, "config", "merge.conflictStyle", "diff3")
    both(root, ("emotion: 2\n", "emotion: 1\n"), FALLS)
    git(root, "merge", "work", code=1)
    text = (root / FILE).read_text("utf-8")
    assert "\n||||||| " in text
    assert "        emotion: 2\n=======\n" in text


def test_a_file_that_one_renamed_has_the_edits_of_both(root: Path) -> None:
    commit(root, "work", TRUTH)
    git(root, "mv", FILE, "journeys/maps/buy-it.yml")
    edit(root, FALLS, file="journeys/maps/buy-it.yml")
    git(root, "commit", "--quiet", "--all", "-m", "main")
    git(root, "merge", "--quiet", "-m", "x", "work")
    text = (root / "journeys/maps/buy-it.yml").read_text("utf-8")
    assert "emotion: -2\n        confidence: inferred\n" in text


def test_what_cannot_be_merged_by_fields_is_merged_by_lines(root: Path) -> None:
    both(root, ("title:", "title: &name"), FALLS)
    done = run(["git", "merge", "-m", "x", "work"], cwd=root, env=WHO)
    assert f"{FILE} is merged by its lines. It has an anchor, an alias or a tag." in done.stdout + done.stderr
    text = (root / FILE).read_text("utf-8")
    assert "emotion: -2" in text
    assert "&name" in text


def test_a_picture_that_both_changed_stays_ours_and_is_a_conflict(root: Path) -> None:
    picture = root / "journeys/assets/x.png"
    picture.parent.mkdir(exist_ok=True)
    for branch, data in (("main", b"\x89PNG\0"), ("work", b"\x89PNG\0work"), ("main", b"\x89PNG\0main")):
        git(root, "checkout", "--quiet", *(["-b"] if branch == "work" else []), branch)
        picture.write_bytes(data)
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "-m", branch)
    git(root, "merge", "work", code=1)
    assert picture.read_bytes() == b"\x89PNG\0main"


def test_called_with_files_that_are_not_there_it_fails_in_one_line(root: Path) -> None:
    done = run([JOURNEYS, "merge-driver", "x", "y", "z", "--path", FILE], cwd=root, code=129)
    assert done.stderr == f"{FILE} cannot be merged: No such file or directory\n"
