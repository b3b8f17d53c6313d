from pathlib import Path

import pytest

from host.support_build import configured
from mkdocs_journeys.host.edit import edit_address, edit_uri, editor

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
    assert editor(tmp_path, config)("journeys/evidence/a.yml") == "https://h/acme/edit/main/journeys/evidence/a.yml"
    assert editor(tmp_path, configured(tmp_path))("journeys/evidence/a.yml") is None
