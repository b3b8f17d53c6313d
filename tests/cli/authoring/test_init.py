"""`journeys init`, in an empty place."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.authoring.support_init import texts
from mkdocs_journeys.cli import main
from support.processes import mkdocs_build

pytestmark = pytest.mark.slow


def init(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *words])


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


def test_quietly_only_files_are_named(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/site/\n", encoding="utf-8")
    lines = init(tmp_path, "-q").output.splitlines()
    assert [line for line in lines if not line.startswith("created  ")] == ["kept     .gitignore"]
    assert "created  mkdocs.yml" in lines


def test_what_git_should_ignore_besides_is_told(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("site/\n", encoding="utf-8")
    assert "Add to .gitignore:\n\n.venv/\n" in init(tmp_path).output


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
    origin: object, requirement: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Installed:
        def read_text(self, name: str) -> str:
            assert name == "direct_url.json"
            return json.dumps(origin)

    init(tmp_path / "first")
    monkeypatch.setattr(sys.modules["mkdocs_journeys.cli.authoring.init"], "distribution", lambda name: Installed())
    said = init(tmp_path / "second").output
    workflow = (tmp_path / "second/.github/workflows/journeys.yml").read_text("utf-8")
    assert f'pip install "{requirement}"\n' in workflow
    assert ("write the address that you install mkdocs-journeys from" in said) == (requirement == "mkdocs-journeys")
