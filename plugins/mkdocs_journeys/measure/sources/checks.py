"""Values that cannot be read, and times that cannot be: found by queries, and reported with file, row and column."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import ibis
from ibis.expr import types as ir

from mkdocs_journeys.measure.sources.errors import SourceError, file_problem, name_hint, shortened, source_problem
from mkdocs_journeys.measure.sources.files import FILE, FileReader, FileTable
from mkdocs_journeys.measure.sources.mapping import NUMBERS, TIMES, needed, shape_of
from mkdocs_journeys.measure.sources.normalise import Normaliser
from mkdocs_journeys.measure.sources.rawtable import PREFIX, text_at, value_at, words_of
from mkdocs_journeys.model.measuring.sources import DataSource
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.wording import counted

MOST_REPORTED = 5
_FIRST = "1990-01-01 00:00:00"
_FILE = f"{PREFIX}{FILE}"


class CellCheck(NamedTuple):
    """What may be wrong with the values of a column."""

    field: str
    column: str
    text: ir.StringValue
    wrong: ir.BooleanValue
    """Whether a value is there that cannot be read."""
    far: ir.BooleanValue
    """Whether it is a time before 1990, or after tomorrow."""


def check_files(normaliser: Normaliser, reader: FileReader, files: FileTable) -> None:
    """Raise SourceError for headers that lack a column, and for values that cannot be read: one pass over all rows."""
    source = normaliser.source
    problems = [*_lacking_headers(normaliser, files), *_without_unit(normaliser)]
    if problems:
        raise SourceError(problems[:MOST_REPORTED])
    checks = _checks(normaliser)
    table = normaliser.raw.table
    counts = {f"wrong_{number}": (check.wrong | check.far).sum() for number, check in enumerate(checks)}
    # All columns that are used are read, so that DuckDB sees what is damaged in any of them.
    filled = {
        f"filled_{field}": normaliser.text(field).notnull().sum() for field, names in normaliser.names.items() if names
    }
    found = table.group_by(_FILE).agg(rows=table.count(), **counts, **filled).to_pyarrow().to_pylist()
    by_path = {row[_FILE]: row for row in found}
    wrong = sum(row[name] or 0 for row in found for name in counts)
    for file in files.files:
        row = by_path.get(str(file.path), {})
        for field in _always_filled(normaliser):
            if row.get(f"filled_{field}") == 0:
                names = " or ".join(f"'{name}'" for name in normaliser.names[field])
                message = f"no row of the file {file.name} has a value in {names}, which holds the {field}."
                problems.append(
                    file_problem(source.id, file.name, message, name_hint(normaliser.names[field], files.raw.names))
                )
        if any(row.get(name) for name in counts) and len(problems) < MOST_REPORTED:
            alone = reader.one(files, file)
            whole = files.raw
            raw = whole._replace(table=alone)
            problems += _cell_problems(normaliser._replace(raw=raw), file.name, MOST_REPORTED - len(problems))
    if problems:
        raise SourceError(_with_rest(problems, wrong))


def check_table(normaliser: Normaliser) -> None:
    """Raise SourceError for times of a database's table that cannot be, or columns of another type."""
    source = normaliser.source
    problems = list(_without_unit(normaliser))
    # A column of numbers has no time that may be far off.
    checks = [] if problems else [check for check in _checks(normaliser) if check.field in TIMES]
    if checks:
        table = normaliser.raw.table
        counts = {f"wrong_{number}": ibis.ifelse(check.far, 1, 0).sum() for number, check in enumerate(checks)}
        row = table.agg(**counts).to_pyarrow().to_pylist()[0]
        for number, check in enumerate(checks):
            if row[f"wrong_{number}"]:
                rows = row[f"wrong_{number}"]
                message = (
                    f"{counted(rows, 'row')} of the table {source.table} {'has' if rows == 1 else 'have'} "
                    f"a time before 1990 or after tomorrow in the column '{check.column}'."
                )
                problems.append(
                    source_problem(source.id, message, "Leave such rows out, or see `time_unit:`.", "columns")
                )
    if problems:
        raise SourceError(problems[:MOST_REPORTED])


def _checks(normaliser: Normaliser) -> list[CellCheck]:
    after = (datetime.now(UTC) + timedelta(days=2)).strftime("%Y-%m-%d 00:00:00")
    checks = []
    for field, column in normaliser.time_columns():
        text, time = text_at(normaliser.raw, column), normaliser.time_in(column)
        if text is None or time is None:
            continue
        zone = time.type().timezone
        late = ibis.literal(False) if field in ("start", "end") else time >= ibis.timestamp(after, timezone=zone)
        far = ((time < ibis.timestamp(_FIRST, timezone=zone)) | late).fill_null(False)
        checks.append(CellCheck(field, column, text, text.notnull() & time.isnull(), far))
    numbers = [(name, column) for name in NUMBERS for column in normaliser.names.get(name, ())]
    for field, column in numbers:
        text, number = text_at(normaliser.raw, column), normaliser.number_in(column)
        if text is not None and number is not None and not (normaliser.preset and normaliser.preset.scores):
            checks.append(CellCheck(field, column, text, text.notnull() & number.isnull(), ibis.literal(False)))
    return checks


def _without_unit(normaliser: Normaliser) -> Iterator[Problem]:
    """Columns of numbers, or of anything else, where times are looked for."""
    for _, column in normaliser.time_columns():
        value = value_at(normaliser.raw, column)
        if value is not None and normaliser.time_in(column) is None:
            message = f"the column '{column}' holds no times, but values of the type {value.type()}."
            hint = "If they count what has passed since 1970, say `time_unit:`."
            yield source_problem(normaliser.source.id, message, hint, "time_unit")


def _lacking_headers(normaliser: Normaliser, files: FileTable) -> Iterator[Problem]:
    for file in files.files:
        if layout := files.layouts.get(file.path):
            there = {*layout.columns, *map(words_of, layout.columns)}
            for field in needed(shape_of(normaliser.source)):
                names = normaliser.names.get(field, ())
                if names and not any(name in there or name.partition(".")[0] in there for name in names):
                    said = " or ".join(f"'{name}'" for name in names)
                    message = f"the file {file.name} has no column {said}, which holds the {field}."
                    yield file_problem(normaliser.source.id, file.name, message, name_hint(names, layout.columns))


def _always_filled(normaliser: Normaliser) -> tuple[str, ...]:
    """The fields that some row of each file has; a file may have no known person, and no conversation with a rating."""
    return ("event", "time") if shape_of(normaliser.source) == "events" else ()


def _cell_problems(normaliser: Normaliser, file: str, most: int) -> list[Problem]:
    checks = _checks(normaliser)
    table = normaliser.raw.table
    values: dict[str, ir.Value] = {"row": table[" row"]}
    for number, check in enumerate(checks):
        values |= {f"text_{number}": check.text, f"wrong_{number}": check.wrong, f"far_{number}": check.far}
    any_wrong = ibis.or_(*(check.wrong | check.far for check in checks))
    rows = (
        table.mutate(role_any=any_wrong, **values).filter(ibis._.role_any).select(*values).order_by("row").limit(most)
    )
    found = rows.to_pyarrow().to_pylist()
    problems = [
        _cell_problem(normaliser.source, file, row["row"], check, row[f"text_{number}"], bool(row[f"far_{number}"]))
        for row in found
        for number, check in enumerate(checks)
        if row[f"wrong_{number}"] or row[f"far_{number}"]
    ]
    return problems[:most]


def _cell_problem(source: DataSource, file: str, row: int, check: CellCheck, text: Any, far: bool) -> Problem:
    where = f"{file}, row {row}, column '{check.column}': '{shortened(str(text))}'"
    if far:
        return file_problem(
            source.id, file, f"{where} is before 1990 or after tomorrow.", "Is it another `time_unit:`?", row
        )
    kind = "time" if check.field in TIMES else "number"
    is_slashed = re.match(r"\s*\d{1,2}/\d{1,2}/\d{4}", str(text))
    about_times = "Say `date_order: day-first` or `month-first`." if is_slashed else "See `time_unit:`."
    hint = about_times if kind == "time" else "See `decimal:`."
    return file_problem(source.id, file, f"{where} cannot be read as a {kind}.", hint, row)


def _with_rest(problems: list[Problem], wrong: int) -> list[Problem]:
    shown = problems[:MOST_REPORTED]
    rest = wrong - len(shown)
    if rest > 0:
        last = shown[-1]
        more = f"{last.message} There are {counted(rest, 'such value')} more."
        shown[-1] = replace(last, message=more)
    return shown
