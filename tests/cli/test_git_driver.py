"""`journeys diff --git-diff-driver`, called by git itself."""

import os
import shlex
import shutil
from pathlib import Path

import pytest

from cli.reviewing.support_repository import GOOD, WHO
from support.processes import BIN, run

pytestmark = pytest.mark.slow

JOURNEYS = BIN / "journeys"
COMMAND = f"{shlex.quote(str(JOURNEYS))} diff --git-diff-driver"
FALLS = "  - worse      *Calls sales* fell from very positive to neutral  (journeys/maps/buy.yml:83:18)\n"


def git(folder: Path, *words: str, **variables: str) -> str:
    """What git prints; it must neither fail nor complain."""
    known = {name: value for name, value in os.environ.items() if name != "TERM"}
    done = run(["git", *words], cwd=folder, only_env=known | WHO | variables)
    assert done.stderr == ""
    return done.stdout


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the good atlas and the two lines of configuration."""
    folder = tmp_path / "repository"
    shutil.copytree(GOOD, folder)
    (folder / ".gitattributes").write_text("journeys/** diff=journeys\n")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "diff.journeys.command", COMMAND)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "x")
    return folder


def test_git_diff_speaks_of_customers(root: Path) -> None:
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 0\n")
    assert git(root, "diff") == f"journeys/maps/buy.yml\n{FALLS}  1 change: 1 worse for the customer\n\n"


def test_so_do_git_log_and_git_show(root: Path) -> None:
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 0\n")
    git(root, "commit", "--quiet", "--all", "-m", "y")
    assert FALLS in git(root, "log", "-p", "--ext-diff", "-1")
    assert FALLS in git(root, "show", "--ext-diff")
    later = ("--", "journeys/maps/buy-later.yml")
    assert "New journey: *Buy without a call* with 1 step" in git(root, "show", "--ext-diff", "HEAD^", *later)


def test_what_means_nothing_is_said_to_mean_nothing(root: Path) -> None:
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 2  # asked again\n")
    assert "Nothing changes for the customer: only comments, quotes or the order of keys differ." in git(root, "diff")


def test_names_are_looked_up_in_the_work_tree(root: Path) -> None:
    edit(root, "journeys/maps/buy.yml", "touchpoint: pricing-page", "touchpoint: sales-call")
    assert "touchpoint changed from *Pricing page* to *Sales call*" in git(root, "diff")


def test_a_new_a_removed_and_a_moved_file(root: Path) -> None:
    (root / "journeys/personas/zoe.yml").write_text("name: Zoe\n")
    git(root, "rm", "--quiet", "journeys/maps/buy-later.yml")
    git(root, "mv", "journeys/maps/buy.yml", "journeys/maps/service/buy.yml")
    git(root, "add", "--all")
    shown = git(root, "diff", "--cached", "-M")
    assert "journeys/personas/zoe.yml (new)\n" in shown
    assert "New persona: *Zoe*" in shown
    assert "journeys/maps/buy-later.yml (removed)\n" in shown
    assert "The journey *Buy without a call* with 1 step was removed" in shown
    assert "journeys/maps/buy.yml → journeys/maps/service/buy.yml\n" in shown
    assert "moved from the group *maps* to *service*" in shown


def test_a_file_with_mistakes_is_shown_as_text(root: Path) -> None:
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 9\n")
    shown = git(root, "diff")
    assert "  It has mistakes: " in shown
    assert "--- a/journeys/maps/buy.yml\n+++ b/journeys/maps/buy.yml\n@@" in shown
    assert "-        emotion: 2\n+        emotion: 9\n" in shown


def test_a_catalog_with_mistakes_does_not_hold_up_another_file(root: Path) -> None:
    (root / "journeys/catalog.yml").write_text("stages: [\n")
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 0\n")
    assert FALLS in git(root, "diff", "--", "journeys/maps/buy.yml")
    assert "It has mistakes: " in git(root, "diff", "--", "journeys/catalog.yml")


def test_pictures_links_and_other_files_do_not_stop_git(root: Path) -> None:
    (root / "journeys/assets").mkdir(exist_ok=True)
    (root / "journeys/assets/x.png").write_bytes(b"\x89PNG\0")
    (root / "journeys/notes.txt").write_text("see \x1b[2J\u202ehere\n", encoding="utf-8")
    (root / "journeys/maps/link.yml").symlink_to("buy.yml")
    (root / "journeys/metrics/strange.csv").write_text("date,value\n2026-01-01,1\n")
    git(root, "add", "--all")
    shown = git(root, "diff", "--cached")
    assert "Binary files differ" in shown
    assert "+see \\x1b[2J\\u202ehere" in shown
    assert "This is no ordinary file. Its text:" in shown
    assert "+buy.yml" in shown
    assert "The catalog knows no metric strange. Its text:" in shown


def test_a_huge_file_and_a_name_that_is_no_text_do_not_stop_git(root: Path) -> None:
    (root / "journeys/maps/huge.yml").write_bytes(b"# x\n" * 1_100_000)
    Path(os.fsdecode(os.fsencode(root / "journeys/maps") + b"/caf\xe9.yml")).write_text("title: x\n")
    git(root, "add", "--all")
    shown = git(root, "diff", "--cached")
    assert "It is larger than a file of journeys may be. Its text:\n  It is too large to be shown here" in shown
    assert "+title: x" in shown


def test_figures_are_named_after_their_metric(root: Path) -> None:
    with (root / "journeys/metrics/nps.csv").open("a", encoding="utf-8") as file:
        file.write("2026-12-31,10,20,30\n")
    assert "New figure: *Net promoter score, 2026-12-31*" in git(root, "diff")


def test_a_project_below_the_top_of_its_repository(root: Path) -> None:
    (root / "docs").mkdir()
    git(root, "mv", "journeys", "docs/journeys")
    (root / ".gitattributes").write_text("docs/journeys/** diff=journeys\n")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "y")
    edit(root, "docs/journeys/maps/buy.yml", "emotion: 2\n", "emotion: 0\n")
    shown = git(root / "docs/journeys/maps", "diff")
    assert shown.startswith("docs/journeys/maps/buy.yml\n")
    assert FALLS in shown


def test_a_file_that_two_branches_changed(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "work")
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 0\n")
    git(root, "commit", "--quiet", "--all", "-m", "y")
    git(root, "checkout", "--quiet", "main")
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 1\n")
    git(root, "commit", "--quiet", "--all", "-m", "z")
    run(["git", "merge", "work"], cwd=root, env=WHO, code=1)
    assert "journeys/maps/buy.yml: not merged yet\n" in git(root, "diff", "--cached")


def test_colours_are_for_the_pager_that_wants_them(root: Path) -> None:
    edit(root, "journeys/maps/buy.yml", "emotion: 2\n", "emotion: 0\n")
    assert "\x1b" not in git(root, "diff")
    assert "\x1b[31m- worse" in git(root, "diff", GIT_PAGER_IN_USE="true")
    assert "\x1b" not in git(root, "diff", GIT_PAGER_IN_USE="true", NO_COLOR="1")


def test_called_by_hand_with_too_few_words_it_says_what_it_is_for(root: Path) -> None:
    done = run([JOURNEYS, "diff", "--git-diff-driver", "a", "b"], cwd=root, code=2)
    assert "Git calls this with a path and two files" in done.stderr
