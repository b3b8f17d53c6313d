"""`journeys init`, in an empty place and beside what people have."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from support.processes import mkdocs_build

pytestmark = pytest.mark.slow


def init(folder: Path) -> Result:
    return CliRunner().invoke(main, ["init", str(folder)])


def texts(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def test_a_new_atlas_passes_the_check_and_builds_strictly(tmp_path: Path) -> None:
    atlas = tmp_path / "our" / "atlas"
    result = init(atlas)
    assert result.exit_code == 0
    assert "created  journeys/maps/try-it.yml\n" in result.output
    checked = CliRunner().invoke(main, ["check", "--root", str(atlas)])
    assert checked.output == "No mistakes; 4 files checked\n"
    mkdocs_build(atlas, "--quiet")
    assert "Compares the plans" in (atlas / "site" / "journeys" / "try-it" / "index.html").read_text("utf-8")
    assert (atlas / "site" / "about" / "index.html").is_file()


def test_a_second_time_everything_is_kept(tmp_path: Path) -> None:
    init(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\nplugins: [journeys]\ntheme: material\n", encoding="utf-8")
    (tmp_path / "journeys" / "personas" / "maya.yml").unlink()
    before = texts(tmp_path)
    result = init(tmp_path)
    assert result.exit_code == 0
    assert texts(tmp_path) == before
    assert "created" not in result.output
    assert "Add to" not in result.output


def test_beside_a_site_it_adds_the_atlas_and_says_what_its_configuration_needs(tmp_path: Path) -> None:
    mine = {
        "mkdocs.yml": "site_name: Mine\nplugins:\n  - tags\n",
        ".gitignore": "x\n",
        "handbook/index.md": "# Hello\n",
    }
    for path, text in mine.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    result = init(tmp_path)
    found = texts(tmp_path)
    assert {path: found[path] for path in mine} == mine
    assert "journeys/maps/try-it.yml" in found
    assert not (tmp_path / "docs").exists()
    assert "kept     mkdocs.yml\n" in result.output
    assert "kept     .gitignore\n" in result.output
    assert "Add to mkdocs.yml:\n\nplugins:\n  - journeys   # one more item" in result.output
    assert "theme:\n  name: material\n" in result.output


def test_beside_a_catalog_no_example_is_added(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "catalog.yml").write_text("format: 1\n", encoding="utf-8")
    init(tmp_path)
    assert [path for path in texts(tmp_path) if path.startswith("journeys/")] == ["journeys/catalog.yml"]
    assert (tmp_path / ".vscode" / "settings.json").is_file()


def test_a_docs_folder_gets_no_page_of_ours(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    init(tmp_path)
    assert list((tmp_path / "docs").iterdir()) == []
    assert (tmp_path / "mkdocs.yml").is_file()


@pytest.mark.parametrize("name", ["journeys", ".github", ".vscode"])
def test_a_file_or_a_link_where_a_folder_is_needed_stops_it_before_anything_is_written(
    name: str, tmp_path: Path
) -> None:
    elsewhere, project = tmp_path / "elsewhere", tmp_path / "project"
    elsewhere.mkdir()
    project.mkdir()
    (project / name).symlink_to(elsewhere)
    result = init(project)
    assert result.exit_code == 1
    assert f"{name} is a symbolic link, and a folder is needed there. Nothing was written." in result.output
    (project / name).unlink()
    (project / name).write_text("x", encoding="utf-8")
    assert f"{name} is a file, and a folder is needed there." in init(project).output
    assert (list(elsewhere.iterdir()), [path.name for path in project.iterdir()]) == ([], [name])


def test_a_file_instead_of_the_folder_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")
    assert init(tmp_path / "a").exit_code == 2
    assert init(tmp_path / "a" / "b").exit_code in (1, 2)


def test_a_configuration_that_cannot_be_read_is_kept_and_all_lines_are_given(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    result = init(tmp_path)
    assert result.exit_code == 0
    assert "  - search\n  - journeys\n" in result.output


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        ({"url": "https://git.example.com/j.git", "vcs_info": {"vcs": "git"}}, "git+https://git.example.com/j.git"),
        ({"url": "https://me:secret@example.com/j", "vcs_info": {"vcs": "git"}}, "git+https://example.com/j"),
        ({"url": 'https://example.com/"; x', "vcs_info": {"vcs": "git"}}, "mkdocs-journeys"),
        ({"url": "file:///somewhere", "dir_info": {"editable": True}}, "mkdocs-journeys"),
        ([], "mkdocs-journeys"),
    ],
)
def test_ci_installs_from_where_this_was_installed(
    origin: object, requirement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        def read_text(self, name: str) -> str:
            assert name == "direct_url.json"
            return json.dumps(origin)

    monkeypatch.setattr(sys.modules["mkdocs_journeys.cli.create"], "distribution", lambda name: Installed())
    assert sys.modules["mkdocs_journeys.cli.create"].installed_from() == requirement
