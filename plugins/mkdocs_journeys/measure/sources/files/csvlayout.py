"""How a CSV file is laid out: what stands between cells, what the columns are called, where data begins."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

from mkdocs_journeys.measure.sources.errors import SourceError, file_problem
from mkdocs_journeys.measure.sources.files.locate import SourceFile, new_path, open_text
from mkdocs_journeys.model.measuring.sources import DataSource
from mkdocs_journeys.problem import Problem

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 1 << 24
_MOST_COMMENTS = 100


class CsvLayout(NamedTuple):
    """What DuckDB has to know of a CSV file, and which row of the file is the first one of data."""

    delimiter: str
    columns: tuple[str, ...]
    skip: int
    first_row: int


def laid_out(source: DataSource, file: SourceFile, header_rows: int, scratch: Path) -> tuple[SourceFile, CsvLayout]:
    """The layout of a CSV file in UTF-8; and the file, or a copy without its header where that has line breaks.

    Lines that begin with `#` above the header are comments. Raises SourceError for a file without a header.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        # Bytes that are not UTF-8 stay as they are: DuckDB names their row.
        with open_text(file.path, "utf-8-sig", "surrogateescape") as text:
            comments, header_line = _header_line(text)
            if header_line is None:
                raise SourceError([_no_header(source, file)])
            delimiter = source.delimiter or _delimiter_of(header_line)
            reader = csv.reader(_lines(header_line, text), delimiter=delimiter)
            rows = list(islice(reader, header_rows))
            if len(rows) < header_rows:
                raise SourceError([_no_header(source, file)])
            layout = CsvLayout(delimiter, _names(rows), comments + header_rows, comments + header_rows + 1)
            if reader.line_num == header_rows and not comments:
                return file, layout
            copy = new_path(scratch, ".csv")
            with copy.open("w", encoding="utf-8", errors="surrogateescape", newline="") as out:
                while block := text.read(1 << 20):
                    out.write(block)
            return file._replace(path=copy), layout._replace(skip=0)
    except (UnicodeError, csv.Error):
        message = f"the header of the file {file.name} cannot be read."
        hint = "Is it a CSV file in UTF-8? If not, say `form:` or `encoding:`."
        raise SourceError([file_problem(source.id, file.name, message, hint)]) from None
    except (OSError, EOFError):
        message = f"the file {file.name} is cut off or damaged."
        raise SourceError([file_problem(source.id, file.name, message, "Export it again.")]) from None


def _lines(first: str, rest: IO[str]) -> Iterator[str]:
    # Line by line, so that what is left of `rest` begins where the reader of CSV stopped.
    yield first
    while line := rest.readline():
        yield line


def _header_line(text: IO[str]) -> tuple[int, str | None]:
    comments = 0
    while comments < _MOST_COMMENTS and (line := text.readline()):
        if line.strip() and not _is_comment(line):
            return comments, line
        comments += 1
    return comments, None


def _is_comment(line: str) -> bool:
    # Typeform calls its first column `#`.
    return line[0] == "#" and line[1:2] not in _DELIMITERS


def _delimiter_of(header: str) -> str:
    counts = Counter(character for character in header if character in _DELIMITERS)
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])


def _names(rows: list[list[str]]) -> tuple[str, ...]:
    """A name for each column: of the first row; below a question with several columns, with the second row's words."""
    names: list[str] = []
    taken: set[str] = set()
    question = ""
    below = rows[1] if len(rows) > 1 else []
    for number, cell in enumerate(rows[0]):
        name = cell.strip()
        question = name or question
        if not name:
            label = below[number].strip() if number < len(below) else ""
            name = f"{question} / {label}" if question and label else f"column {number + 1}"
        unique, copies = name, 1
        while unique.casefold() in taken:
            copies += 1
            unique = f"{name} {copies}"
        taken.add(unique.casefold())
        names.append(unique)
    return tuple(names)


def _no_header(source: DataSource, file: SourceFile) -> Problem:
    message = f"the file {file.name} has no row that names its columns."
    return file_problem(source.id, file.name, message, "Export it again, with headers.")
