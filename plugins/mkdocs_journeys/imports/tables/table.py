"""A sheet as a table: which of its rows names the columns, and what they hold by their names or by what is in them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.imports.tables.columns import Field, field_of, fields_of
from mkdocs_journeys.imports.tables.emotions import number_of, word_of
from mkdocs_journeys.imports.tables.sheet import Sheet

LONGEST_HEADER = 25
"""How many letters the name of a column may have that is not known."""
MOST_HEADER_ROWS = 15
"""In how many rows at the top the names of the columns are looked for."""


class Column(NamedTuple):
    """A column by its number, with its name and what it holds, None where that is not known."""

    at: int
    name: str
    field: Field | None
    guessed: bool = False

    @property
    def shown(self) -> str:
        """Its name in quotes, or its number from 1."""
        return repr(self.name) if self.name else str(self.at + 1)


class Table(NamedTuple):
    """A sheet whose columns are known; `title` is what stands above them, `rows` are numbered as in the file."""

    columns: Sequence[Column]
    rows: Sequence[tuple[int, tuple[str, ...]]]
    title: str = ""
    above: Sequence[str] = ()

    def column(self, field: Field) -> Column | None:
        """The first column of a field."""
        return next((column for column in self.columns if column.field == field), None)


def table_of(sheet: Sheet, chosen: Mapping[str, str] | None = None) -> Table | None:
    """The columns of a sheet, turned on its side if its lanes go down; None where there is no step in it."""
    upright, turned = _with_header(sheet, chosen or {}), _with_header(sheet.transposed, chosen or {})
    best = upright
    if turned and (not upright or _known(turned) > _known(upright)):
        best = turned
    best = _with_guesses(best or _without_known_names(sheet))
    return best if best.column("step") else None


def _known(table: Table) -> int:
    return sum(column.field not in (None, "number") for column in table.columns)


def _with_header(sheet: Sheet, chosen: Mapping[str, str]) -> Table | None:
    """The sheet with its header: of the first rows the one with the most names that are known."""
    scored = []
    for at, row in enumerate(sheet.rows[:MOST_HEADER_ROWS]):
        fields = [chosen.get(cell) or field for cell, field in zip(row, fields_of(row), strict=True)]
        scored.append((sum(field is not None for field in fields), -at))
    if not scored:
        return None
    score, at = max(scored)
    if score < 1 or (score < 2 and sum(map(bool, sheet.rows[-at])) > 2):
        return None
    header = sheet.rows[-at]
    known = [chosen.get(cell) or field for cell, field in zip(header, fields_of(header), strict=True)]
    rows = [(sheet.first + number, row) for number, row in enumerate(sheet.rows) if number > -at and any(row)]
    columns = [Column(number, cell, known[number]) for number, cell in enumerate(header)]  # type: ignore[arg-type]
    filled = [column for column in columns if any(row[column.at] for _, row in rows)]
    above = [cell for row in sheet.rows[:-at] for cell in row if cell]
    above += [column.name for column in columns if column.name and column not in filled and not _is_plain(column.name)]
    if not filled:
        return None
    return Table(filled, rows, above[0] if above else "", above[1:])


def _without_known_names(sheet: Sheet) -> Table:
    """A sheet none of whose columns has a known name: its first row is one of names, or the first step."""
    first = sheet.rows[0]
    is_header = all(first) and not any(number_of(cell) is not None or len(cell) > LONGEST_HEADER for cell in first)
    columns = [Column(at, cell if is_header else "", None) for at, cell in enumerate(first)]
    rows = [(sheet.first + number, row) for number, row in enumerate(sheet.rows) if any(row)]
    return Table(columns, rows[1:] if is_header else rows)


def _is_plain(name: str) -> bool:
    """Whether a name is that of a field that may well be empty: a title never is."""
    return field_of(name) not in (None, "journey")


def _with_guesses(table: Table) -> Table:
    """The columns without a known name, by what is in them: stages come again, steps do not, emotions are numbers."""
    columns = list(table.columns)
    cells = {column.at: [row[column.at] for _, row in table.rows] for column in columns}
    has = {column.field for column in columns}

    def guess(field: Field, fits: list[int]) -> None:
        if field not in has and fits:
            place = next(number for number, column in enumerate(columns) if column.at == fits[0])
            columns[place] = columns[place]._replace(field=field, guessed=True)
            has.add(field)

    for place, column in enumerate(columns):
        if column.field == "feelings" and "emotion" not in has and _are_emotions(cells[column.at]):
            columns[place] = column._replace(field="emotion")
            has.add("emotion")

    def unknown() -> list[int]:
        return [column.at for column in columns if column.field is None and any(cells[column.at])]

    guess("emotion", [at for at in unknown() if _are_emotions(cells[at])])
    guess("stage", [at for at in unknown() if _come_again(cells[at])])
    guess("step", [at for at in unknown() if _are_different(cells[at])])
    return table._replace(columns=columns)


def _are_emotions(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    known = [cell for cell in filled if number_of(cell) is not None or word_of(cell) is not None]
    are_counted = [number_of(cell) for cell in filled] == [float(number) for number in range(1, len(filled) + 1)]
    return bool(filled) and len(known) == len(filled) and not (are_counted and len(filled) > 2)


def _come_again(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    again = len(set(filled)) < len(filled) or len(filled) < len(cells)
    return 0 < len(set(filled)) <= 15 and again and max(map(len, filled)) <= 60


def _are_different(cells: Sequence[str]) -> bool:
    """Whether cells may be steps: most differ, and most are more than a word."""
    filled = [cell for cell in cells if cell]
    several = sum(" " in cell for cell in filled)
    return len(set(filled)) > 0.8 * len(filled) and several > 0.5 * len(filled)
