"""Workbooks of Excel and LibreOffice: several sheets, merged cells, and files that are none."""

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.tables import archive
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
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1_000)
    (problem,) = understood_workbook(workbook(A=ROWS), "a.xlsx", {}).problems
    assert problem.message == "Unpacked, it has more than 300 MB."


def test_many_cells_that_share_one_long_text_are_not_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1_000_000)
    rows = [["Step", "Thinks"], *([f"Step {number}", "x" * 30_000] for number in range(50))]
    (problem,) = understood_workbook(workbook(A=rows), "a.xlsx", {}).problems
    assert problem.message == "Unpacked, it has more than 300 MB."


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook whose part of this name is changed."""
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            after.writestr(part.filename, change(content) if part.filename == name else content)
    return memory.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
BARE = b'<row r="1048576"><c t="n"><v>1</v></c></row></sheetData>'
REPEATED = b'table:number-columns-repeated="16384" office:value-type="string"'
DOWN = b'<table:table-row table:number-rows-repeated="1000000">'


@pytest.mark.parametrize(
    "data",
    [
        with_part(workbook(A=ROWS), SHEET, lambda text: text.replace(b"</sheetData>", FAR)),
        with_part(workbook(A=ROWS), SHEET, lambda text: text.replace(b"</sheetData>", BARE)),
        with_part(
            open_document(ROWS), "content.xml", lambda text: text.replace(b'office:value-type="string"', REPEATED)
        ),
        with_part(open_document(ROWS), "content.xml", lambda text: text.replace(b"<table:table-row>", DOWN)),
    ],
    ids=["far cell", "far row", "repeated cells", "repeated rows"],
)
def test_a_small_file_of_a_huge_table_is_refused_before_anybody_makes_room_for_it(data: bytes) -> None:
    (problem,) = understood_workbook(data, "a.xlsx", {}).problems
    assert problem.message == "It has a table of more than 20,000 rows or 500 columns."


def test_an_archive_that_lies_about_its_size_is_no_workbook() -> None:
    data = with_part(
        workbook(A=ROWS), SHEET, lambda text: text.replace(b"<sheetData>", b"<sheetData>" + b" " * 100_000)
    )
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        size = struct.pack("<I", parts.getinfo(SHEET).file_size)
    found = understood_workbook(data.replace(size, struct.pack("<I", 1000)), "a.xlsx", {})
    assert [problem.message for problem in found.problems] == ["This is no workbook that can be read."]


def test_empty_rows_and_columns_behind_a_table_do_not_count() -> None:
    behind = (
        b'<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
        b'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    data = with_part(open_document(ROWS), "content.xml", lambda text: text.replace(b"</table:table>", behind))
    (journey,) = understood_workbook(data, "a.ods", {}).journeys
    assert steps(journey) == [("Hilfe", "Ruft an", -1), ("Hilfe", "Legt auf", -2)]


def test_a_formula_is_read_as_what_it_comes_to() -> None:
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Map")
        sheet.write_row(0, 0, ["Step", "Emotion"])
        sheet.write_formula(1, 0, '=HYPERLINK("https://example.com","Pays")', None, "Pays")
        sheet.write_formula(1, 1, "=2-3", None, -1)
    (journey,) = understood_workbook(memory.getvalue(), "a.xlsx", {}).journeys
    assert steps(journey) == [("The whole way", "Pays", -1)]


def test_a_sheet_of_ten_thousand_columns_is_refused() -> None:
    (problem,) = understood_workbook(workbook(A=[["a"] * 10_000]), "a.xlsx", {}).problems
    assert problem.message == "It has a table of more than 20,000 rows or 500 columns."
