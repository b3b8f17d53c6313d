"""What a site is compared with, from real repositories."""

from pathlib import Path

import pytest

from mkdocs_journeys.mkdocs import git_features
from mkdocs_journeys.mkdocs.git_features import VARIABLE, BaseComparison, CompareOption, compare_option
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.translation.languages import PSEUDO, in_pseudo_letters
from mkdocs_journeys.translation.messages import speaking
from support.repositories import Repository, repository

HERE = Position("mkdocs.yml", 4, 7)
CATALOG = "format: 1\nname: Ours\nstages: [{id: decision, name: Decide}]\n"
BUY = "title: Buy\npersonas: maya\nstages: [{stage: decision, steps: [{name: Pays, emotion: 1}]}]\n"
FILE = "journeys/maps/buy.yml"


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """An atlas on main, and a branch that is checked out."""
    made = repository(tmp_path / "project")
    made.write("journeys/catalog.yml", CATALOG)
    made.write("journeys/personas/maya.yml", "name: Maya\n")
    made.write(FILE, BUY)
    made.commit()
    made.git("checkout", "--quiet", "-b", "work")
    return made


def compare(comparison: BaseComparison, project: Repository, base: str = "main") -> tuple[Problem, ...]:
    return comparison.compare(CompareOption(base, HERE), project.root, worktree(project.root))


def sentences(comparison: BaseComparison) -> list[str]:
    return [placed.change.text for placed in comparison.overlay.placed] if comparison.overlay else []


def test_the_files_as_they_lie_here_are_compared(project: Repository) -> None:
    project.edit(FILE, "emotion: 1", "emotion: -1")
    comparison = BaseComparison()
    assert compare(comparison, project) == ()
    assert sentences(comparison) == ["*Pays* fell from positive to negative"]


def test_what_others_did_to_the_base_meanwhile_is_no_change_of_this_branch(project: Repository) -> None:
    project.edit(FILE, "title: Buy", "title: Buy it")
    project.commit()
    project.git("checkout", "--quiet", "main")
    project.edit(FILE, "emotion: 1", "emotion: 2")
    project.commit()
    project.git("checkout", "--quiet", "work")
    comparison = BaseComparison()
    compare(comparison, project)
    assert sentences(comparison) == ["The journey *Buy* is now called *Buy it*"]


def test_without_a_wish_nothing_is_compared(project: Repository) -> None:
    comparison = BaseComparison()
    assert comparison.compare(None, project.root, worktree(project.root)) == ()
    assert comparison.overlay is None


def test_a_revision_that_is_not_here_is_one_warning_with_the_way_out(project: Repository) -> None:
    project.git("remote", "add", "origin", "https://git.example.com/x.git")
    comparison = BaseComparison()
    (problem,) = compare(comparison, project, "origin/next")
    assert (problem.severity, problem.position) == (Severity.WARNING, HERE)
    assert "Run: git fetch origin +refs/heads/next:refs/remotes/origin/next" in problem.message
    assert comparison.overlay is None


def test_a_shallow_clone_is_told_how_to_get_the_rest(project: Repository, tmp_path: Path) -> None:
    project.commit()
    project.git("clone", "--quiet", "--depth=1", f"file://{project.root}", str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow")
    shallow.git("fetch", "--quiet", "--depth=1", "origin", "+refs/heads/main:refs/remotes/origin/main")
    (problem,) = compare(BaseComparison(), shallow, "origin/main")
    assert "Run: git fetch --unshallow origin" in problem.message


def test_without_a_repository_the_warning_says_so(tmp_path: Path) -> None:
    plain = Repository(tmp_path / "plain")
    plain.write("journeys/catalog.yml", CATALOG)
    (problem,) = compare(BaseComparison(), plain)
    assert "no git repository" in problem.message


def test_a_base_with_mistakes_fails_no_build_and_is_compared_as_far_as_it_can_be_read(project: Repository) -> None:
    project.write(FILE, BUY.replace("emotion: 1", "emotion: lots"))
    project.commit()
    bad = project.git("rev-parse", "HEAD")
    project.write(FILE, BUY)
    project.write("journeys/personas/zoe.yml", "name: Zoe\n")
    project.commit()
    comparison = BaseComparison()
    (problem,) = compare(comparison, project, bad)
    assert problem.severity is Severity.INFO
    assert f"The first: {FILE}:3:" in problem.message
    assert sentences(comparison) == ["New persona: *Zoe*"]


def test_the_first_journeys_and_those_that_moved_are_compared_without_a_warning(tmp_path: Path) -> None:
    made = repository(tmp_path / "project")
    made.write("readme.md", "x")
    made.commit()
    first = made.git("rev-parse", "HEAD")
    made.write("journeys/catalog.yml", CATALOG)
    made.write(FILE, BUY)
    made.commit()
    second = made.git("rev-parse", "HEAD")
    comparison = BaseComparison()
    assert compare(comparison, made, first) == ()
    journey, stage = sentences(comparison)
    assert journey.startswith("New journey: *Buy* with 1 step")
    assert stage == "New stage of the lifecycle: *Decide*"
    made.git("mv", "journeys", "maps-of-ours")
    moved = worktree(made.root, "maps-of-ours")
    assert comparison.compare(CompareOption(second, Position("mkdocs.yml", 1, 1)), made.root, moved) == ()
    assert sentences(comparison) == []


def test_mistakes_in_the_work_tree_are_told_elsewhere(project: Repository) -> None:
    project.write(FILE, "title: [")
    comparison = BaseComparison()
    assert compare(comparison, project) == ()
    assert comparison.overlay is None


def test_the_base_is_read_once_and_nothing_is_compared_twice(
    project: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, compared = [], []
    revision, readable_sides = git_features.revision, git_features.readable_sides
    monkeypatch.setattr(git_features, "revision", lambda *given: read.append(given) or revision(*given))
    monkeypatch.setattr(git_features, "readable_sides", lambda *given: compared.append(given) or readable_sides(*given))
    comparison = BaseComparison()
    for _ in range(3):
        compare(comparison, project)
    assert (len(read), len(compared)) == (1, 1)
    project.edit(FILE, "emotion: 1", "emotion: 0")
    compare(comparison, project)
    assert (len(read), len(compared)) == (1, 2)


@pytest.mark.parametrize("base", ["--output=x", "a b", "main\nrm"])
def test_what_cannot_be_a_revision_never_reaches_git(project: Repository, base: str) -> None:
    (problem,) = compare(BaseComparison(), project, base)
    assert "cannot be the name of a commit" in problem.message


def test_the_wish_stands_where_the_option_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: X\nplugins:\n  - journeys:\n      compare: main\n", encoding="utf-8")
    assert compare_option("main", str(file), tmp_path) == CompareOption("main", Position("mkdocs.yml", 4, 7))
    assert compare_option(None, str(file), tmp_path) is None


def test_the_environment_wins_and_may_wish_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: X\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "origin/next")
    assert compare_option("main", str(file), tmp_path) == CompareOption("origin/next", Position("mkdocs.yml", 1, 1))
    monkeypatch.setenv(VARIABLE, "")
    assert compare_option("main", str(file), tmp_path) is None


def test_the_values_of_a_change_are_told_in_the_language_of_each_build(project: Repository) -> None:
    project.edit(FILE, "emotion: 1", "emotion: -1")
    comparison, told = BaseComparison(), []
    for language in ("en", PSEUDO, "en"):
        with speaking(language):
            compare(comparison, project)
        assert comparison.overlay
        told.append(comparison.overlay.placed[0].mark.old)
    assert told == ["+1 positive", f"+1 {in_pseudo_letters('positive')}", "+1 positive"]
