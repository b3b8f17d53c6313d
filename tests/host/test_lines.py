"""A line of a file is linked where its repository's host shows it."""

from pathlib import Path

import pytest

from host.support_build import configured
from mkdocs_journeys.host.lines import line_address, liner


@pytest.mark.parametrize(
    ("repository", "edited", "expected"),
    [
        ("https://github.com/us/a/", "edit/main/journeys/x.yml", "blob/main/journeys/x.yml#L12"),
        ("https://git.example.com/us/a/", "edit/main/x.yml", "blob/main/x.yml#L12"),
        ("https://github.com/us/a/", "blob/v1/x.yml", "blob/v1/x.yml#L12"),
        ("https://gitlab.com/us/a/", "-/edit/main/x.yml", "-/blob/main/x.yml#L12"),
        ("https://gitlab.example.com/us/a/", "edit/main/x.yml", "-/blob/main/x.yml#L12"),
        ("https://git.example.com/us/a/", "-/edit/fix/one/x.yml", "-/blob/fix/one/x.yml#L12"),
        ("https://bitbucket.org/us/a/", "src/main/x.yml?mode=edit", "src/main/x.yml#lines-12"),
        ("https://codeberg.org/us/a/", "src/branch/main/x.yml", None),
        ("https://codeberg.org/us/a/", "_edit/main/x.yml", None),
        ("https://github.com/us/a/", "?file=x.yml", None),
    ],
)
def test_the_form_of_an_address_is_that_of_its_host(repository: str, edited: str, expected: str | None) -> None:
    assert line_address(repository, repository + edited, 12) == (expected and repository + expected)


def test_an_address_outside_of_the_repository_is_none() -> None:
    assert line_address("https://github.com/us/a/", "https://edit.example.com/edit/main/x.yml", 1) is None
    assert line_address("https://github.com/us/a/", None, 1) is None


def test_a_line_of_the_project_is_found_from_the_settings_of_the_site(tmp_path: Path) -> None:
    config = configured(tmp_path, repo_url="https://github.com/us/atlas/", edit_uri="edit/main/docs/")
    address = liner(tmp_path, config)("journeys/maps/a b.yml", 7)
    assert address == "https://github.com/us/atlas/blob/main/journeys/maps/a%20b.yml#L7"
    assert liner(tmp_path, configured(tmp_path))("journeys/maps/a.yml", 7) is None
