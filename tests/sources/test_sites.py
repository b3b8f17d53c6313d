"""The sites that a folder has to do with, found within its repository."""

from pathlib import Path

import pytest

from mkdocs_journeys.sources.sites import config_in, find_sites, repository_of


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """The top of a repository, in a folder that has a site too."""
    put(tmp_path, "mkdocs.yml", "repository/.git/HEAD")
    return tmp_path / "repository"


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()


def found(top: Path, folder: str = "") -> list[str]:
    (top / folder).mkdir(parents=True, exist_ok=True)
    return [site.relative_to(top).as_posix() for site in find_sites(top / folder)]


def test_the_folder_itself_comes_first(top: Path) -> None:
    put(top, "mkdocs.yml", "docs/mkdocs.yml")
    assert (found(top), found(top, "docs")) == (["."], ["docs"])


def test_else_the_nearest_one_above_within_the_repository(top: Path) -> None:
    put(top, "web/properdocs.yaml")
    assert found(top, "web/pages/deep") == ["web"]
    assert found(top, "src/deep") == []


def test_else_all_below_that_are_the_repository_s_own(top: Path) -> None:
    others = (
        "tests/mkdocs.yml",
        "node_modules/x/mkdocs.yml",
        ".tox/mkdocs.yml",
        "a/b/c/d/mkdocs.yml",
        "a/site/mkdocs.yml",
    )
    put(top, "docs/mkdocs.yml", "packages/b/mkdocs.yml", "packages/b/inner/mkdocs.yml", *others)
    assert found(top) == ["docs", "packages/b"]


def test_links_are_not_followed(top: Path) -> None:
    (top / "up").symlink_to(top.parent, target_is_directory=True)
    assert found(top) == []


def test_outside_of_a_repository_only_the_folder_itself_counts(tmp_path: Path) -> None:
    put(tmp_path, "mkdocs.yml", "inner/docs/mkdocs.yml")
    assert find_sites(tmp_path) == [tmp_path]
    assert find_sites(tmp_path / "inner") == []
    assert (repository_of(tmp_path / "inner"), config_in(tmp_path / "inner")) == (None, "")


def test_a_worktree_s_file_marks_the_top_too(tmp_path: Path) -> None:
    put(tmp_path, "tree/.git", "tree/a/b/x")
    assert repository_of(tmp_path / "tree/a/b") == tmp_path / "tree"
