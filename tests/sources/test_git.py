"""Files of a revision, from real repositories."""

import os
import subprocess
from pathlib import Path

import pytest

from mkdocs_journeys.sources.git import default_branch, merge_base, revision
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.sources.worktree import LARGEST_FILE, worktree
from support.processes import run

WHO = {
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.com",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.com",
}


def git(folder: Path, *words: str) -> str:
    return run(["git", *words], cwd=folder, env=WHO).stdout.strip()


def write(root: Path, path: str, content: str | bytes = "format: 1\n") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())


def commit(root: Path, message: str = "x") -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "first"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, "journeys/catalog.yml")
    write(folder, "journeys/maps/service/buy.yml", "title: Buy\n")
    write(folder, "journeys/metrics/nps.csv", "date,value\n")
    write(folder, "journeys/assets/a/b.png", b"\x89PNG")
    commit(folder)
    return folder


def test_a_revision_is_read_as_the_work_tree_would_be(root: Path) -> None:
    write(root, "journeys/notes.md", "-")
    write(root, "journeys/.hidden.yml", "-")
    write(root, "journeys/maps/buy.yml~", "-")
    write(root, "other/x.yml", "-")
    commit(root)
    assert revision(root, "HEAD") == worktree(root)
    assert set(revision(root, "HEAD~1").files) == {
        "journeys/catalog.yml",
        "journeys/maps/service/buy.yml",
        "journeys/metrics/nps.csv",
    }


def test_what_is_not_committed_does_not_count(root: Path) -> None:
    write(root, "journeys/catalog.yml", "changed: 1\n")
    write(root, "journeys/maps/new.yml", "x")
    assert revision(root, "HEAD").files["journeys/catalog.yml"] == b"format: 1\n"
    assert "journeys/maps/new.yml" not in revision(root, "main").files


def test_the_project_may_lie_below_the_repository_s_top(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path, "docs/atlas/journeys/catalog.yml")
    commit(tmp_path)
    assert list(revision(tmp_path / "docs/atlas", "HEAD").files) == ["journeys/catalog.yml"]
    assert list(revision(tmp_path, "HEAD", "docs/atlas/journeys").files) == ["docs/atlas/journeys/catalog.yml"]


def test_a_second_work_tree_and_an_annotated_tag_do(root: Path, tmp_path: Path) -> None:
    git(root, "tag", "-a", "v1", "-m", "one")
    git(root, "worktree", "add", "--quiet", str(tmp_path / "second"))
    assert revision(tmp_path / "second", "v1") == worktree(root)


def test_attributes_of_an_archive_leave_nothing_out_and_change_nothing(root: Path) -> None:
    write(root, ".gitattributes", "*.yml export-ignore\n*.csv export-subst\n")
    write(root, "journeys/metrics/nps.csv", "date,value\n# $Format:%H$\n")
    commit(root)
    assert revision(root, "HEAD") == worktree(root)


def test_links_are_problems_and_submodules_are_not_entered(root: Path, tmp_path: Path) -> None:
    (root / "journeys/maps/link.yml").symlink_to("/etc/passwd")
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    write(other, "x.yml")
    commit(other)
    git(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "journeys/maps/part")
    commit(root)
    problems = {problem.position.file: problem.rule for problem in revision(root, "HEAD").problems}
    assert problems == {"journeys/maps/link.yml": "file-link", "journeys/maps/part": "file-kind"}


def test_a_file_that_is_too_large_is_a_problem_and_the_others_are_read(root: Path) -> None:
    write(root, "journeys/maps/a.yml", b"#" * (LARGEST_FILE + 1))
    commit(root)
    tree = revision(root, "HEAD")
    assert [(problem.position.file, problem.rule) for problem in tree.problems] == [
        ("journeys/maps/a.yml", "file-size")
    ]
    assert tree.files == {path: data for path, data in worktree(root).files.items() if path != "journeys/maps/a.yml"}


def test_odd_names_of_files_come_as_in_the_work_tree(root: Path) -> None:
    write(root, "journeys/maps/a b\nc.yml", "x")
    write(root, "journeys/maps/żółw.yml", "x")
    Path(os.fsdecode(os.fsencode(root) + b"/journeys/maps/caf\xe9.yml")).write_bytes(b"")
    commit(root)
    assert revision(root, "HEAD") == worktree(root)


def test_a_revision_without_the_folder_is_a_problem(root: Path) -> None:
    assert [problem.rule for problem in revision(root, "HEAD", "customers").problems] == ["file-missing"]


@pytest.mark.parametrize("ref", ["--output=owned", "-p", "a b", "HEAD\nHEAD", "", "\x00"])
def test_what_a_user_typed_is_never_an_option(root: Path, ref: str) -> None:
    with pytest.raises(GitError, match="cannot be the name of a commit"):
        revision(root, ref)
    with pytest.raises(GitError, match="cannot be the name of a commit"):
        merge_base(root, "HEAD", ref)
    assert not (root / "owned").exists()


def test_no_hook_and_no_program_of_the_repository_runs(root: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "filter.x.smudge"):
        git(root, "config", key, str(trap))
    write(root, ".gitattributes", "*.yml filter=x diff=x\n")
    (root / ".git/hooks/post-checkout").write_text(trap.read_text())
    revision(root, "HEAD")
    merge_base(root, "main", "HEAD")
    default_branch(root)
    assert not (tmp_path / "sprung").exists()


def test_reading_a_revision_takes_one_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    really = subprocess.Popen.__init__

    def counting(self: object, *words: object, **more: object) -> None:
        started.append(words)
        really(self, *words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(subprocess.Popen, "__init__", counting)
    revision(root, "HEAD")
    assert len(started) == 1


def test_the_merge_base_is_where_a_branch_left(root: Path) -> None:
    start = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "-b", "work")
    commit(root, "mine")
    git(root, "checkout", "--quiet", "main")
    commit(root, "theirs")
    assert merge_base(root, "main", "work") == start


def test_the_default_branch_is_the_remote_s_where_there_is_one(root: Path, tmp_path: Path) -> None:
    assert default_branch(root) == "main"
    git(tmp_path, "clone", "--quiet", str(root), "clone")
    assert default_branch(tmp_path / "clone") == "origin/HEAD"


def test_a_commit_that_is_not_here_comes_with_the_command_that_fetches_it(root: Path, tmp_path: Path) -> None:
    git(root, "branch", "feature/x")
    git(root, "branch", "y")
    git(root, "tag", "v1")
    git(tmp_path, "clone", "--quiet", "--single-branch", "--no-tags", f"file://{root}", "clone")
    clone = tmp_path / "clone"
    for ref in ("origin/feature/x", "feature/x", "refs/heads/y", "refs/tags/v1"):
        with pytest.raises(GitError, match="Run: git fetch") as trouble:
            revision(clone, ref)
        git(clone, *str(trouble.value).partition("Run: git ")[2].split())
        assert revision(clone, ref) == worktree(root)


def test_a_shallow_clone_comes_with_the_command_that_deepens_it(root: Path, tmp_path: Path) -> None:
    start = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "-b", "work")
    commit(root, "mine")
    git(root, "checkout", "--quiet", "main")
    commit(root, "theirs")
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{root}", "clone")
    clone = tmp_path / "clone"
    with pytest.raises(GitError, match="Run: git fetch --unshallow origin") as trouble:
        merge_base(clone, "origin/main", "origin/work")
    with pytest.raises(GitError, match="shallow"):
        revision(clone, "HEAD~1")
    git(clone, *str(trouble.value).partition("Run: git ")[2].split())
    assert merge_base(clone, "origin/main", "origin/work") == start


def test_without_a_remote_nothing_is_proposed_that_cannot_work(root: Path) -> None:
    with pytest.raises(GitError, match="no remote to fetch it from"):
        revision(root, "nope")
    with pytest.raises(GitError, match="no remote"):
        merge_base(root, "nope", "HEAD")


def test_outside_of_a_repository_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for ask in (lambda: revision(tmp_path, "HEAD"), lambda: default_branch(tmp_path)):
        with pytest.raises(GitError, match="This folder lies in no git repository"):
            ask()


def test_a_repository_without_a_commit_says_so(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    with pytest.raises(GitError, match="There is no commit here yet"):
        revision(tmp_path, "HEAD")


def test_lines_of_history_without_a_common_commit_are_no_answer(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "alone")
    commit(root, "alone")
    with pytest.raises(GitError, match="main and alone have no commit in common here"):
        merge_base(root, "main", "alone")


def test_a_machine_without_git_is_told_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    for ask in (lambda: revision(root, "HEAD"), lambda: default_branch(root)):
        with pytest.raises(GitError, match="There is no git on this machine"):
            ask()


def test_the_variables_of_a_hook_lead_to_no_other_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    assert "journeys/catalog.yml" in revision(root, "HEAD").files


def test_what_a_partial_clone_lacks_is_said_with_the_command_that_fetches_it(root: Path, tmp_path: Path) -> None:
    write(root, "journeys/catalog.yml", "format: 1\nname: Ours\n")
    commit(root)
    git(root, "config", "uploadpack.allowFilter", "true")
    git(root, "clone", "--quiet", "--filter=blob:none", f"file://{root}", str(tmp_path / "partial"))
    assert revision(tmp_path / "partial", "HEAD").files
    with pytest.raises(GitError, match=r"partial.*git fetch --refetch --no-filter origin"):
        revision(tmp_path / "partial", "HEAD~1")
    git(tmp_path / "partial", "fetch", "--quiet", "--refetch", "--no-filter", "origin")
    assert revision(tmp_path / "partial", "HEAD~1").files
