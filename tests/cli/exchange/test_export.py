"""`journeys export`, as a person calls it."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.exchange.formats import FORMATS

GOOD = Path(__file__).parents[2] / "load" / "good"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good atlas two folders below the top of a repository, in which the tests run."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "docs/cx"
    shutil.copytree(GOOD, folder)
    monkeypatch.chdir(folder)
    return folder


def exported(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, words)])


def codeowners(*words: str | Path) -> Result:
    return exported("codeowners", *words)


def test_lines_go_to_standard_output_and_notes_to_the_other(root: Path) -> None:
    result = codeowners()
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "/docs/cx/journeys/maps/buy.yml @acme/growth" in lines
    assert all(line.startswith("/docs/cx/journeys/") for line in lines)
    assert result.stderr == ""


def test_a_team_without_a_name_on_the_host_is_noted(root: Path) -> None:
    catalog = root / "journeys/catalog.yml"
    catalog.write_text(catalog.read_text("utf-8").replace(', codeowner: "@acme/growth"', ""), encoding="utf-8")
    result = codeowners()
    assert (result.exit_code, result.stdout) == (0, "")
    assert "growth owns " in result.stderr
    assert "has no `codeowner` in the catalog: left out." in result.stderr
    assert codeowners("--quiet").output == ""


def test_lines_are_merged_into_a_file(root: Path) -> None:
    file = root.parent / "CODEOWNERS"
    file.write_bytes(b"# caf\xe9\n* @acme/all\n")
    for _ in range(2):
        result = codeowners("--output", file, "--section", "Journeys")
        assert (result.exit_code, result.stdout) == (0, "")
    content = file.read_bytes()
    assert content.startswith(b"# caf\xe9\n* @acme/all\n\n# journeys: begin")
    assert content.count(b"[Journeys]") == content.count(b"/docs/cx/journeys/maps/buy.yml @acme/growth") == 1


def test_a_file_that_is_not_there_yet_is_made(root: Path) -> None:
    file = root / ".github/CODEOWNERS"
    assert codeowners("-o", file).exit_code == 0
    assert file.read_text("utf-8").startswith("# journeys: begin")
    assert "cannot be read: Not a directory." in codeowners("--write", file / "x").stderr


def test_markers_that_do_not_match_are_left_alone(root: Path) -> None:
    file = root / "CODEOWNERS"
    file.write_text("# journeys: end\n")
    result = codeowners("--write", file)
    assert result.exit_code == 1
    assert "It does not hold one `# journeys: begin` line" in result.stderr
    assert file.read_text("utf-8") == "# journeys: end\n"


def test_a_section_that_cannot_be_one_is_refused(root: Path) -> None:
    assert "cannot hold brackets" in codeowners("--section", "a]").stderr


def test_an_atlas_with_mistakes_is_not_exported(root: Path) -> None:
    (root / "journeys/maps/buy.yml").write_text("title: [\n")
    result = codeowners()
    assert (result.exit_code, result.stdout) == (1, "")
    assert "journeys/maps/buy.yml:" in result.stderr


def test_outside_of_any_project_the_call_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert codeowners("--journeys-dir", "no-such-folder-anywhere").exit_code == 2


def test_an_unknown_format_is_a_wrong_call() -> None:
    assert CliRunner().invoke(main, ["export", "nothing"]).exit_code == 2


def test_a_whole_atlas_goes_to_standard_output_or_a_file_with_the_same_bytes(root: Path) -> None:
    printed = exported("json")
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["journeys"]["buy"]["owner"] == "growth"
    assert exported("json", "-o", "out/atlas.json").output == ""
    assert (root / "out/atlas.json").read_bytes() == printed.stdout_bytes


def test_a_filter_leaves_journeys_out(root: Path) -> None:
    assert set(json.loads(exported("json", "--filter", "group=service").stdout)["journeys"]) == {"claim", "whole-life"}


def test_a_filter_that_names_nothing_is_a_wrong_call_with_a_suggestion(root: Path) -> None:
    result = exported("json", "--filter", "journey=buyy")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean 'buy'?" in result.stderr


@pytest.mark.parametrize("name", FORMATS)
def test_an_atlas_with_mistakes_is_exported_in_no_format(root: Path, name: str) -> None:
    (root / "journeys/maps/buy.yml").write_text("title: [\n")
    result = exported(name, "-o", "out")
    assert result.exit_code == 1
    assert "journeys/maps/buy.yml:" in result.stderr
    assert not (root / "out").exists()


def test_an_exported_atlas_is_imported_into_another_folder_and_again_without_a_change(root: Path) -> None:
    exported("json", "-o", "atlas.json")
    shutil.copytree(root / "journeys/assets", root / "new/journeys/assets")
    words = ["import", "json", "atlas.json", "--into", "new"]
    first = CliRunner().invoke(main, words)
    assert first.exit_code == 0, first.output
    assert "created  journeys/maps/service/claim.yml" in first.stdout
    assert exported("json", "--root", "new").stdout_bytes == (root / "atlas.json").read_bytes()
    again = CliRunner().invoke(main, words)
    assert again.exit_code == 0
    assert {line.split()[0] for line in again.stdout.splitlines()} == {"same"}
    changed = root / "new/journeys/personas/maya.yml"
    changed.write_text(changed.read_text("utf-8") + "# mine\n", "utf-8")
    kept = CliRunner().invoke(main, words)
    assert kept.exit_code == 1
    assert "kept     journeys/personas/maya.yml" in kept.stdout
    assert CliRunner().invoke(main, [*words, "--force", "--quiet"]).exit_code == 0
    assert "# mine" not in changed.read_text("utf-8")


def test_a_document_that_is_no_atlas_writes_nothing(root: Path) -> None:
    (root / "x.json").write_text('{"catalog": {"format": 1}, "personas": {"x": {}}}')
    result = CliRunner().invoke(main, ["import", "json", "x.json", "--into", "new"])
    assert result.exit_code == 1
    assert "personas.x.name: Field required." in result.stderr
    assert not (root / "new").exists()
    assert CliRunner().invoke(main, ["import", "json", "x.json", "--group", "a"]).exit_code == 2


def test_tables_are_written_into_a_folder_and_the_steps_are_imported_from_there(root: Path) -> None:
    result = exported("csv", "-o", "tables", "--filter", "journey=buy")
    assert result.exit_code == 0, result.output
    names = ["journeys", "steps", "pains", "opportunities", "personas", "touchpoints", "metrics"]
    assert result.stdout.splitlines() == [f"wrote tables/{name}.csv" for name in names]
    done = CliRunner().invoke(main, ["import", "csv", "tables/steps.csv", "--into", "new"])
    assert done.exit_code == 0, done.output
    text = next((root / "new/journeys/maps").iterdir()).read_text("utf-8")
    assert text.splitlines()[0] == "# Imported from steps.csv, buy."
    assert "The full price shows only at checkout" in text


def test_diagrams_are_imported_from_the_page_that_they_are_written_on(root: Path) -> None:
    assert exported("mermaid", "-o", "maps.md").exit_code == 0
    assert (root / "maps.md").read_text("utf-8").count("```mermaid\njourney\n") == 4
    done = CliRunner().invoke(main, ["import", "mermaid", "maps.md", "--into", "new"])
    assert done.exit_code == 0, done.output
    assert len(list((root / "new/journeys/maps").iterdir())) == 4


def test_a_page_of_tables_is_imported_again(root: Path) -> None:
    assert exported("markdown", "-o", "maps.md").exit_code == 0
    done = CliRunner().invoke(main, ["import", "markdown", "maps.md", "--into", "new"])
    assert done.exit_code == 0, done.output
    assert len(list((root / "new/journeys/maps").iterdir())) == 4


def test_a_workbook_is_imported_again_and_never_printed(root: Path) -> None:
    assert exported("xlsx").exit_code == 2
    assert exported("xlsx", "-o", "atlas.xlsx", "--filter", "journey=buy").exit_code == 0
    done = CliRunner().invoke(main, ["import", "xlsx", "atlas.xlsx", "--into", "new"])
    assert done.exit_code == 0, done.output
    (map_,) = (root / "new/journeys/maps").iterdir()
    assert "The full price shows only at checkout" in map_.read_text("utf-8")


@pytest.mark.parametrize(("name", "library", "extra"), [("xlsx", "xlsxwriter", "sheets"), ("pptx", "pptx", "slides")])
def test_a_format_whose_library_is_not_there_says_how_to_get_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = exported(name, "-o", "out")
    assert result.exit_code == 1
    assert f"pip install 'mkdocs-journeys[{extra}]'" in result.stderr
    assert not (root / "out").exists()
