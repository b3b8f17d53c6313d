"""Files of tables as journeys: CSV, and the workbooks of Excel and LibreOffice."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from mkdocs_journeys.imports.draft import DraftJourney, Understood
from mkdocs_journeys.imports.tables.archive import MOST_UNPACKED, TooMuchError, check_archive
from mkdocs_journeys.imports.tables.rows import journeys_of
from mkdocs_journeys.imports.tables.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, TooLargeError, sheet_of, sheet_of_csv
from mkdocs_journeys.imports.tables.steps import STEPS_SHEET, journeys_of_rows, journeys_of_steps
from mkdocs_journeys.imports.tables.table import Table, table_of
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Position, Problem, Severity

_OTHER = re.compile(r"\s*(?:<[!?a-zA-Z]|%PDF-|\{\s*[\"}])")
"""How XML, PDF and JSON begin."""
TOO_LARGE = f"It has a table of more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns."
NO_STEPS = "No row of it names the columns: a column of steps is needed, or a row of them."
HINT = "Call the columns stage, step, emotion, touchpoint and so on; the guide lists what is known."


def understood_csv(data: bytes, file: str, chosen: Mapping[str, str]) -> Understood:
    """The journeys of a CSV file. `chosen` are columns by name with the fields that somebody said they hold."""
    text = decoded(data, file)
    if isinstance(text, Problem):
        return Understood((), (text,))
    if _OTHER.match(text):
        return _refused(file, "This is no table: it begins like a file of another kind.", "Save it as CSV anew.")
    try:
        steps = journeys_of_steps(text, file)
    except csv.Error as error:
        return _refused(file, f"It cannot be read as a table: {error}.", "Save it as CSV anew.")
    return Understood(steps) if steps else _understood(lambda: [sheet_of_csv(text)], file, chosen)


def understood_workbook(data: bytes, file: str, chosen: Mapping[str, str]) -> Understood:
    """The journeys of a workbook, a sheet each."""
    try:
        import python_calamine
    except ImportError:
        hint = "Install it with: pip install 'mkdocs-journeys[sheets]'"
        return _refused(file, "Workbooks need a reader that is not here.", hint)
    try:
        check_archive(data)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        if steps := _steps_of(book, file):
            return Understood(steps)
        return _understood(lambda: list(_sheets(book)), file, chosen)
    except TooLargeError:
        return _refused(file, TOO_LARGE, "Import its parts.")
    except TooMuchError:
        return _refused(file, f"Unpacked, it has more than {MOST_UNPACKED // 1_000_000} MB.", "Import its parts.")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, python_calamine.CalamineError, NotImplementedError):
        return _refused(file, "This is no workbook that can be read.", "Save it as .xlsx or .ods, or as CSV.")


def _steps_of(book: Any, file: str) -> tuple[DraftJourney, ...] | None:
    """The journeys of the sheet that `journeys export xlsx` calls Steps, None for any other workbook."""
    if STEPS_SHEET not in book.sheet_names:
        return None
    sheet = book.get_sheet_by_name(STEPS_SHEET)
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        return None
    rows = [["" if cell is None else _shown(cell) for cell in row] for row in sheet.to_python()]
    return journeys_of_rows(rows, file)


def _shown(cell: object) -> str:
    """A cell as text: numbers as they are typed, texts as they are, without the other ways to end a line."""
    return f"{cell:g}" if isinstance(cell, float) else str(cell).replace("\r\n", "\n").replace("\r", "\n")


def _sheets(book: Any) -> Iterator[Sheet | None]:
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
            raise TooLargeError
        yield sheet_of(_with_merged(sheet), name)


def _with_merged(sheet: Any) -> list[list[object]]:
    """The cells of a sheet, where merged ones all have the value of the first; not so a title across the sheet."""
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in getattr(sheet, "merged_cell_ranges", None) or ():
        is_title = not left and right > 1
        for row in () if is_title else rows[top : bottom + 1]:
            for at in range(left, min(right + 1, len(row))):
                row[at] = rows[top][left]
    return rows


def _understood(sheets: Callable[[], Sequence[Sheet | None]], file: str, chosen: Mapping[str, str]) -> Understood:
    try:
        found = [sheet for sheet in sheets() if sheet]
    except TooLargeError:
        return _refused(file, TOO_LARGE, "Import its parts.")
    except csv.Error as error:
        return _refused(file, f"It cannot be read as a table: {error}.", "Save it as CSV anew.")
    journeys: list[DraftJourney] = []
    mapping: dict[str, str] = {}
    stem = PurePosixPath(file).stem.replace("-", " ").replace("_", " ").strip() or "Journey"
    left: list[str] = []
    for sheet in found:
        table = table_of(sheet, chosen)
        if table is None:
            left.append(sheet.name)
            continue
        mapping |= _mapping(table)
        origin = f"{file}, sheet {sheet.name}" if sheet.name else file
        named = sheet.name if len(found) > 1 else stem
        journeys += journeys_of(table, origin, named)
    if not journeys:
        return _refused(file, NO_STEPS, HINT) if found else _refused(file, "It holds no table.", HINT)
    problems = tuple(
        Problem(
            "import",
            Position(file, 1, 1),
            f"The sheet {name!r} holds no steps, and was left out.",
            severity=Severity.WARNING,
        )
        for name in left
    )
    return Understood(tuple(journeys), problems, mapping)


def _mapping(table: Table) -> dict[str, str]:
    return {column.name: column.field or "lane" for column in table.columns if column.name}


def _refused(file: str, message: str, hint: str) -> Understood:
    return Understood((), (Problem("import", Position(file, 1, 1), message, hint),))
