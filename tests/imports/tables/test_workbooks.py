"""Workbooks of Excel and LibreOffice: several sheets, merged cells, and files that are none."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.tables import reading
from mkdocs_journeys.imports.tables.reading import understood_workbook

ROWS: Sequence[Sequence[str | float]] = [
    ["Phase", "Schritt", "Stimmung"],
    ["Hilfe", "Ruft an", -1],
    ["Hilfe", "Legt auf", -2],
]


def workbook(**sheets: Sequence[Sequence[str | float]]) -> bytes:
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return memory.getvalue()


def open_document(rows: Sequence[Sequence[str | float]]) -> bytes:
    """A file as LibreOffice writes it, in its smallest form."""
    spaces = "urn:oasis:names:tc:opendocument:xmlns"
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
            if isinstance(cell, int | float)
            else f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{spaces}:office:1.0" xmlns:table="{spaces}:table:1.0"'
        f' xmlns:text="{spaces}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Liste">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        parts.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifest}"/>')
    return memory.getvalue()


def steps(journey: DraftJourney) -> list[tuple[str, str, float | None]]:
    return [(stage.name, step.name, step.emotions.get("")) for stage in journey.stages for step in stage.steps]


@pytest.mark.parametrize("data", [workbook(Liste=ROWS), open_document(ROWS)], ids=["xlsx", "ods"])
def test_a_workbook_is_read(data: bytes) -> None:
    found = understood_workbook(data, "hilfe.xlsx", {})
    assert not found.problems
    (journey,) = found.journeys
    assert (journey.title, journey.origin) == ("hilfe", "hilfe.xlsx, sheet Liste")
    assert steps(journey) == [("Hilfe", "Ruft an", -1), ("Hilfe", "Legt auf", -2)]


def test_each_sheet_with_steps_is_a_journey_and_the_others_are_told() -> None:
    found = understood_workbook(workbook(A=ROWS, B=ROWS, Kosten=[["Jahr", "Euro"], [2026, 5]], Leer=[]), "a.xlsx", {})
    assert [journey.title for journey in found.journeys] == ["A", "B"]
    assert [str(problem) for problem in found.problems] == [
        "a.xlsx:1:1: warning[import] The sheet 'Kosten' holds no steps, and was left out."
    ]


def test_merged_cells_hold_for_all_of_them_and_a_title_across_the_sheet_does_not() -> None:
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Map")
        sheet.merge_range(0, 0, 0, 3, "Buying in 2026")
        sheet.write(1, 0, "Phase")
        sheet.merge_range(1, 1, 1, 2, "Look")
        sheet.write(1, 3, "Buy")
        sheet.write_row(2, 0, ["Actions", "Reads", "Asks", "Pays"])
        sheet.write_row(3, 0, ["Feelings", 1, 2, 5])
    (journey,) = understood_workbook(memory.getvalue(), "a.xlsx", {}).journeys
    assert journey.title == "Buying in 2026"
    assert steps(journey) == [("Look", "Reads", -2), ("Look", "Asks", -1), ("Buy", "Pays", 2)]


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"PK\3\4 cut", workbook(A=ROWS)[:400]], ids=["empty", "text", "cut", "half"]
)
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    found = understood_workbook(data, "a.xlsx", {})
    assert [str(problem) for problem in found.problems] == [
        "a.xlsx:1:1: error[import] This is no workbook that can be read."
    ]


def test_another_archive_is_no_workbook() -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as parts:
        parts.writestr("a.txt", "hello")
    assert understood_workbook(memory.getvalue(), "a.xlsx", {}).problems


def test_an_archive_that_unpacks_to_more_than_a_map_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_UNPACKED", 1_000)
    (problem,) = understood_workbook(workbook(A=ROWS), "a.xlsx", {}).problems
    assert problem.message == "Unpacked, it has more than 0 MB."


def test_a_sheet_of_ten_thousand_columns_is_refused() -> None:
    (problem,) = understood_workbook(workbook(A=[["a"] * 10_000]), "a.xlsx", {}).problems
    assert problem.message == "It has a table of more than 20,000 rows or 500 columns."
