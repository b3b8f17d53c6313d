"""`journeys import`, as somebody uses it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree

DIAGRAM = "journey\n  title A day\n  section Work\n    Works: 1: Me, Cat\n    Pays: 9: Me\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "day.mmd").write_text(DIAGRAM, "utf-8")
    return tmp_path


def imported(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["import", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_diagram_becomes_a_valid_atlas(folder: Path) -> None:
    result = imported("mermaid", "day.mmd")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "day.mmd, diagram 1: A day (1 stage, 2 steps, 2 people)",
        "  persona Me: new, as me",
        "  persona Cat: new, as cat",
        "  stage Work: new, as work",
        "created  journeys/catalog.yml",
        "created  journeys/maps/a-day.yml",
        "created  journeys/personas/me.yml",
        "created  journeys/personas/cat.yml",
    ]
    atlas, problems = load(worktree(folder, "journeys"))
    assert atlas and not problems
    assert (folder / "journeys/maps/a-day.yml").read_text("utf-8").splitlines()[
        0
    ] == "# Imported from day.mmd, diagram 1."


def test_a_file_elsewhere_is_named_without_its_folder(folder: Path) -> None:
    imported("mermaid", "day.mmd", "--into", "new/site")
    text = (folder / "new/site/journeys/maps/a-day.yml").read_text("utf-8")
    assert text.startswith("# Imported from day.mmd, diagram 1.\n")
    assert str(folder) not in text


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    before = files_in(folder)
    result = imported("mermaid", "day.mmd", "--dry-run")
    assert (result.exit_code, files_in(folder)) == (0, before)
    assert "created  journeys/maps/a-day.yml\n" in result.stdout


def test_a_second_import_writes_what_changed_and_shows_it(folder: Path) -> None:
    imported("mermaid", "day.mmd")
    (folder / "day.mmd").write_text(DIAGRAM.replace("Works", "Rests"), "utf-8")
    result = imported("mermaid", "day.mmd")
    assert result.exit_code == 0
    assert "changed  journeys/maps/a-day.yml\n" in result.stdout
    assert "-      - name: Works\n+      - name: Rests\n" in result.stdout
    assert "name: Rests\n" in (folder / "journeys/maps/a-day.yml").read_text("utf-8")


def test_a_file_that_somebody_changed_is_kept_until_force_is_asked_for(folder: Path) -> None:
    imported("mermaid", "day.mmd")
    path = folder / "journeys/maps/a-day.yml"
    path.write_text(path.read_text("utf-8").replace("title: A day", "title: My day"), "utf-8")
    result = imported("mermaid", "day.mmd")
    assert result.exit_code == 1
    assert "kept     journeys/maps/a-day.yml\n" in result.stdout
    assert "--force" in result.stderr
    assert "title: My day\n" in path.read_text("utf-8")
    assert imported("mermaid", "day.mmd", "--force").exit_code == 0
    assert "title: A day\n" in path.read_text("utf-8")


def test_a_group_is_a_folder_of_the_maps(folder: Path) -> None:
    imported("mermaid", "day.mmd", "--group", "sales/emea")
    assert (folder / "journeys/maps/sales/emea/a-day.yml").is_file()
    assert imported("mermaid", "day.mmd", "--group", "../x").exit_code == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"flowchart LR\n", "bad.mmd:1:1: error[import] The diagram is a flowchart, and no journey."),
        (b"\x7fELF\0\0\0", "bad.mmd:1:1: error[import] This file is no text."),
        (b"", "bad.mmd:1:1: error[import] It holds no diagram."),
    ],
)
def test_if_one_source_cannot_be_read_nothing_is_written(folder: Path, content: bytes, said: str) -> None:
    (folder / "bad.mmd").write_bytes(content)
    before = files_in(folder)
    result = imported("mermaid", "day.mmd", "bad.mmd")
    assert (result.exit_code, files_in(folder)) == (1, before)
    assert said in result.stderr
    assert "Nothing was written." in result.stderr


def test_a_text_that_is_not_utf_8_is_read(folder: Path) -> None:
    (folder / "day.mmd").write_bytes("journey\n  title Prüfung\n  Fährt: 3: Jürgen\n".encode("cp1252"))
    assert imported("mermaid", "day.mmd").exit_code == 0
    assert "name: Fährt" in (folder / "journeys/maps/prufung.yml").read_text("utf-8")


def test_a_catalog_with_a_mistake_is_not_touched(folder: Path) -> None:
    (folder / "journeys").mkdir()
    (folder / "journeys/catalog.yml").write_text("format: 1\nstages: 3\n", "utf-8")
    before = files_in(folder)
    result = imported("mermaid", "day.mmd")
    assert (result.exit_code, files_in(folder)) == (1, before)
    assert "add this first:\n\nstages:\n  - id: work\n" in result.stderr


def test_a_hostile_diagram_reaches_neither_terminal_nor_yaml(folder: Path) -> None:
    (folder / "day.mmd").write_text(
        "journey\n  title \x1b[31m!!python/object:x {{ 7*7 }}\n  - &a *b: 3: <b>, \x07\n", "utf-8"
    )
    result = imported("mermaid", "day.mmd")
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output and "\x07" not in result.output
    atlas, _ = load(worktree(folder, "journeys"))
    assert atlas and [journey.steps[0].name for journey in atlas.journeys.values()] == ["- &a *b"]


TABLE = "Phase,Step,Mood,Risk\nLook,Compares,4,low\nBuy,Pays,1,high\n"


def test_what_columns_were_taken_for_is_shown_and_kept(folder: Path) -> None:
    (folder / "map.csv").write_text(TABLE, "utf-8")
    result = imported("csv", "map.csv")
    assert result.exit_code == 0, result.output
    said = "Columns of map.csv (.journeys/imports/map-csv.yml): Phase: stage, Step: step, Mood: emotion, Risk: lane\n"
    assert said in result.stdout
    kept = (folder / ".journeys/imports/map-csv.yml").read_text("utf-8")
    assert kept.partition("columns:\n")[2] == "  Phase: stage\n  Step: step\n  Mood: emotion\n  Risk: lane\n"


def test_a_column_is_what_somebody_wrote_that_it_is(folder: Path) -> None:
    (folder / "map.csv").write_text(TABLE, "utf-8")
    imported("csv", "map.csv")
    mapping = folder / ".journeys/imports/map-csv.yml"
    mapping.write_text(mapping.read_text("utf-8").replace("Risk: lane", "Risk: pains"), "utf-8")
    assert imported("csv", "map.csv").exit_code == 0
    atlas, _ = load(worktree(folder, "journeys"))
    assert atlas and set(atlas.pains) == {"low", "high"}
    assert "Risk: pains\n" in mapping.read_text("utf-8")


def test_a_mistake_in_what_somebody_wrote_is_told_where_it_is(folder: Path) -> None:
    (folder / "map.csv").write_text(TABLE, "utf-8")
    imported("csv", "map.csv")
    mapping = folder / ".journeys/imports/map-csv.yml"
    mapping.write_text("columns:\n  Phase: stage\n  Step: stepp\n", "utf-8")
    result = imported("csv", "map.csv")
    assert result.exit_code == 1
    place = ".journeys/imports/map-csv.yml:3:9"
    assert f"{place}: error[import] A column cannot hold 'stepp'. Did you mean step?" in result.stderr
