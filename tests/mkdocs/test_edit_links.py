from pathlib import Path

import pytest

from mkdocs_journeys.mkdocs.edit_links import edit_address, edit_links, edit_uri, line_address, line_links
from support.builds import configured

ROOT = Path("/project")


def test_the_yaml_is_named_from_the_docs_folder() -> None:
    assert edit_uri("journeys/maps/x.yml", ROOT, ROOT / "docs", None) == "../journeys/maps/x.yml"
    assert edit_uri("journeys/maps/x.yml", ROOT, ROOT / "a" / "b", None) == "../../journeys/maps/x.yml"


def test_a_file_name_is_encoded_once() -> None:
    name = 'journeys/maps/a b"#.yml'
    assert edit_uri(name, ROOT, ROOT / "docs", None) == "../journeys/maps/a%20b%22%23.yml"
    assert edit_uri(name, ROOT, ROOT / "docs", "https://h/?p={path!q}") == f"../{name}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://h/edit/docs/../journeys/x.yml", "https://h/edit/journeys/x.yml"),
        ("https://h/edit/web/docs/../../journeys/x.yml", "https://h/edit/journeys/x.yml"),
        ("https://h/?file=docs%2F..%2Fjourneys%2Fx.yml", "https://h/?file=journeys%2Fx.yml"),
        ("https://h/?file=docs/..%2Fjourneys%2Fx.yml", "https://h/?file=journeys%2Fx.yml"),
        ("https://h/edit/docs/page.md", "https://h/edit/docs/page.md"),
        ('https://h/"><script>', "https://h/%22%3E%3Cscript%3E"),
        (None, None),
    ],
)
def test_an_edit_address_has_no_detour_and_is_safe_in_an_attribute(address: str | None, expected: str | None) -> None:
    assert edit_address(address) == expected


def test_a_file_of_the_project_is_edited_where_its_repository_is(tmp_path: Path) -> None:
    config = configured(tmp_path, repo_url="https://h/acme", edit_uri="edit/main/docs/")
    assert edit_links(tmp_path, config)("journeys/evidence/a.yml") == "https://h/acme/edit/main/journeys/evidence/a.yml"
    assert edit_links(tmp_path, configured(tmp_path))("journeys/evidence/a.yml") is None


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
    address = line_links(tmp_path, config)("journeys/maps/a b.yml", 7)
    assert address == "https://github.com/us/atlas/blob/main/journeys/maps/a%20b.yml#L7"
    assert line_links(tmp_path, configured(tmp_path))("journeys/maps/a.yml", 7) is None
