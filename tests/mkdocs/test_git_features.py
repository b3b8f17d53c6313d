"""Sites that are really built from repositories: with marks, with a history, and without either."""

from pathlib import Path

import pytest
from click.testing import Result

from support.builds import mkdocs
from support.processes import mkdocs_build
from support.repositories import Repository, repository
from support.serving import FILES

FILE = "journeys/maps/buy.yml"
BUY = FILES[FILE].replace("stages:", "objective: Sell\nstages:")


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """A site in a repository, with an edit that is not committed."""
    made = repository(tmp_path / "project")
    for name, text in {**FILES, FILE: BUY}.items():
        made.write(name, text.replace("strict: true\n", ""))
    made.write(".gitignore", "site/\n.cache/\n")
    made.commit("2026-01-10", "Ann <x>", "Begin & go")
    made.edit(FILE, "emotion: -1", "emotion: 1")
    made.commit("2026-02-10", "Bob", "Mend")
    made.edit(FILE, "emotion: 1", "emotion: -2")
    return made


def options(project: Repository, text: str) -> None:
    project.edit("mkdocs.yml", "plugins: [search, journeys]", f"plugins: [search, {{journeys: {{{text}}}}}]")


def build(project: Repository, *words: str, **environment: str) -> Result:
    return mkdocs(project.root, "build", *words, env=environment)


def page(project: Repository, path: str = "journeys/buy") -> str:
    return (project.root / "site" / path / "index.html").read_text("utf-8")


def test_the_change_is_marked_and_the_history_told(project: Repository) -> None:
    options(project, "compare: main~1")
    mkdocs_build(project.root)
    shown = page(project)
    assert "Pays</span> fell from negative to very negative" in shown
    assert "<ins>−2 very negative</ins>" in shown
    assert "Mend <code>" in shown
    assert "Begin &amp; go" in shown
    assert ' id="history"' in shown
    assert "journeys-change-badge" in page(project, "journeys")
    assert "fell from negative to very negative" in page(project, "changes")


def test_without_the_option_there_are_no_marks(project: Repository) -> None:
    assert build(project, "--strict").exit_code == 0
    assert "journeys-compared" not in page(project)
    assert not (project.root / "site/changes").exists()


def test_the_environment_names_the_base(project: Repository) -> None:
    build(project, JOURNEYS_COMPARE="HEAD~1")
    assert "against <code>HEAD~1</code>" in " ".join(page(project).split())


def test_a_base_that_is_missing_fails_a_strict_build_only_and_marks_nothing(project: Repository) -> None:
    options(project, "compare: origin/main")
    done = build(project)
    assert done.exit_code == 0
    assert done.stderr.count("WARNING") == 1
    assert "mkdocs.yml:3:31: warning[compare-base]" in done.stderr
    assert "There is no commit origin/main here" in done.stderr
    assert "journeys-compared" not in page(project)
    assert build(project, "--strict").exit_code == 1


def test_authors_can_be_left_out(project: Repository) -> None:
    options(project, "history: {authors: false}")
    build(project)
    assert "Mend <code>" in page(project)
    assert "Bob" not in page(project)


def test_the_history_can_be_left_out(project: Repository) -> None:
    options(project, "history: false")
    build(project)
    assert ' id="history"' not in page(project)
    assert not (project.root / ".cache").exists()


def test_without_git_the_site_is_built_without_a_history(project: Repository, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = build(project, "--strict", PATH=str(tmp_path / "nothing"))
    assert done.exit_code == 0, done.stderr
    assert ' id="history"' not in page(project)


def test_a_damaged_cache_is_told_of_in_one_line_and_fails_nothing(project: Repository) -> None:
    build(project)
    damaged = sorted((project.root / ".cache/journeys/history").glob("*.json"))[0]
    damaged.write_text("{", encoding="ascii")
    done = build(project, "--strict")
    assert done.exit_code == 0
    assert done.stderr.count("is damaged and was ignored") == 1
    assert ' id="history"' in page(project)


def test_nothing_is_left_behind_in_the_repository(project: Repository) -> None:
    before = project.git("status", "--porcelain")
    build(project)
    assert project.git("status", "--porcelain") == before
    assert (project.root / ".cache/journeys/history").is_dir()


def test_a_repository_that_git_refuses_is_told_of_with_the_command_that_mends_it(project: Repository) -> None:
    done = build(project, "--strict", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert done.exit_code == 0
    assert "git config --global --add safe.directory" in done.output
    assert ' id="history"' not in page(project)


def test_a_partial_clone_says_once_what_fetches_the_rest_of_the_history(project: Repository, tmp_path: Path) -> None:
    project.git("config", "uploadpack.allowFilter", "true")
    clone = Repository(tmp_path / "partial")
    project.git("clone", "--quiet", "--filter=blob:none", f"file://{project.root}", str(clone.root))
    done = build(clone, "--strict")
    assert done.exit_code == 0
    assert done.output.count("git fetch --refetch --no-filter origin") == 1
    assert ' id="history"' not in page(clone)
