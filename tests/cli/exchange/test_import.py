"""`journeys import`, as somebody uses it."""

import json
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


def note(id: int, text: str, x: float, y: float, colour: str = "light_yellow") -> dict[str, object]:
    return {
        "id": str(id),
        "type": "sticky_note",
        "data": {"content": f"<p>{text}</p>"},
        "style": {"fillColor": colour},
        "position": {"x": x, "y": y},
    }


@pytest.fixture
def board(folder: Path) -> Path:
    notes = [note(1, "Sees it", 0, 0), note(2, "Buys it", 300, 0), note(3, "Too <b>dear</b>", 300, 300, "red")]
    link = {"id": "9", "startItem": {"id": "2"}, "endItem": {"id": "1"}}
    (folder / "items.json").write_text(json.dumps({"data": notes}), "utf-8")
    (folder / "connectors.json").write_text(json.dumps({"data": [link]}), "utf-8")
    return folder


def test_files_of_one_board_are_imported_together(board: Path) -> None:
    result = imported("miro", "items.json", "connectors.json")
    assert result.exit_code == 0, result.output
    assert "items.json: items (1 stage, 2 steps, 0 people)\n" in result.stdout
    text = (board / "journeys/maps/items.yml").read_text("utf-8")
    assert "        leads_to: [sees-it]\n" in text and "title: Too dear\n" in text
    assert [problem.message for problem in load(worktree(board, "journeys"))[1]] == []
    assert "same     journeys/maps/items.yml\n" in imported("miro", "items.json", "connectors.json").stdout


def test_a_preview_is_drawn_also_in_a_dry_run(board: Path) -> None:
    before = files_in(board)
    result = imported("miro", "items.json", "--dry-run", "--preview", "seen.svg")
    assert result.exit_code == 0, result.output
    assert files_in(board).keys() - before.keys() == {"seen.svg"}
    assert "<title>pains: Too dear</title>" in (board / "seen.svg").read_text("utf-8")


def test_a_preview_of_what_has_no_places_is_refused(folder: Path) -> None:
    before = files_in(folder)
    result = imported("mermaid", "day.mmd", "--preview", "seen.svg")
    assert (result.exit_code, files_in(folder)) == (1, before)
    assert "Only boards can be drawn" in result.stderr


@pytest.mark.parametrize(
    ("format_", "content", "said"),
    [
        ("miro", b'{"data": [', "bad.json:1:11: error[import] This is no JSON: Expecting value."),
        ("tldraw", b'{"nodes": []}', "bad.json:1:1: error[import] This is no file of tldraw: it has no records."),
        ("jsoncanvas", b'{"nodes": []}', "bad.json:1:1: error[import] No note on it may be a step."),
        ("drawio", b"<mxfile>\n<diagram", "bad.json:2:1: error[import] This is no XML"),
        ("excalidraw", b"\x89PNG\0", "bad.json:1:1: error[import] This file is no text."),
    ],
)
def test_a_board_that_cannot_be_read_is_one_problem_and_nothing_is_written(
    board: Path, format_: str, content: bytes, said: str
) -> None:
    (board / "bad.json").write_bytes(content)
    before = files_in(board)
    result = imported(format_, "bad.json", "--preview", "seen.svg")
    assert (result.exit_code, files_in(board)) == (1, before)
    assert said in result.stderr
    assert result.stderr.count("error[") == 1


def test_a_board_of_a_hundred_megabytes_is_refused_unread(board: Path) -> None:
    with (board / "big.json").open("wb") as file:
        file.truncate(100_000_000)
    result = imported("miro", "big.json")
    assert result.exit_code == 1
    assert "big.json:1:1: error[import] The file has more than 50 MB." in result.stderr
