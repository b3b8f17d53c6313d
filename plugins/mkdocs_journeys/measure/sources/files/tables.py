"""Files as a table of DuckDB, with nothing converted yet."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import ibis
from ibis.expr import types as ir

from mkdocs_journeys.measure.sources.conversion import json_text
from mkdocs_journeys.measure.sources.errors import SourceError, file_problem, source_problem
from mkdocs_journeys.measure.sources.files.csvlayout import CsvLayout, laid_out
from mkdocs_journeys.measure.sources.files.locate import SourceFile, files_of, open_text, readable
from mkdocs_journeys.measure.sources.presets import Preset
from mkdocs_journeys.measure.sources.rawtable import PREFIX, RawTable, words_of
from mkdocs_journeys.model.measuring.sources import DataSource
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.wording import listed

FILE = " file"
"""The column with the path of the file that a row comes from."""
_DOCUMENT = " document"
_LARGEST_OBJECT = 1 << 28
_LARGEST_LINE = 1 << 24
_LOOKED_AT = 200
_DEEPEST = 3
_LINE = re.compile(r"on Line: (\d+)")


class FileTable(NamedTuple):
    """The rows of a source's files, and what is needed to find a row again."""

    raw: RawTable
    files: tuple[SourceFile, ...]
    layouts: Mapping[Path, CsvLayout]
    """The layouts of CSV files by the path that is read."""


class FileReader(NamedTuple):
    """Reads files of a source with a connection to DuckDB."""

    source: DataSource
    preset: Preset | None
    connection: ibis.BaseBackend

    def whole(self, root: Path, scratch: Path) -> FileTable:
        """All files as one table. Raises SourceError for files that are missing, empty, cut or of another kind."""
        files, layouts = self._prepared(root, scratch)
        # The SQL that Ibis writes for what it does with lists has arrows, and DuckDB 2 wants to be asked for them.
        self.connection.raw_sql("SET lambda_syntax = 'ENABLE_SINGLE_ARROW'")
        groups: defaultdict[CsvLayout | None, list[SourceFile]] = defaultdict(list)
        for file in files:
            layout = layouts.get(file.path)
            groups[layout._replace(first_row=0) if layout else None].append(file)
        # Views have the same names in every run, as people read them in SQL.
        names = [f"source {self.source.id}" + (f" {number}" if number else "") for number in range(len(groups))]
        parts = zip(names, groups.items(), strict=True)
        tables = [self._read(name, layout, several) for name, (layout, several) in parts]
        try:
            raw = self._raw(files[0].form, _union(tables))
        except Exception as error:  # DuckDB, Ibis and Arrow share no class of errors
            raise SourceError([self.damaged(error, files, layouts)]) from None
        return FileTable(raw, tuple(files), layouts)

    def one(self, whole: FileTable, file: SourceFile) -> ibis.Table:
        """The rows of one file in order, with all columns that the table of all has, and their numbers as ` row`.

        In CSV, the first row of the file is number 1; otherwise it is the first row of data.
        """
        layout = whole.layouts.get(file.path)
        table = self._read(f"file of {self.source.id}", layout, [file])
        kinds = whole.raw.table.schema()
        missing = {name: ibis.null(kind) for name, kind in kinds.items() if name not in table.columns}
        return table.mutate(**missing).mutate((ibis.row_number() + (layout.first_row if layout else 1)).name(" row"))

    def damaged(self, error: Exception, files: Iterable[SourceFile], layouts: Mapping[Path, CsvLayout]) -> Problem:
        """The problem of a file that DuckDB cannot read, with the row where it says one."""
        text = str(error)
        files = list(files)
        file = next((one for one in files if str(one.path) in text), files[0])
        row = _row_of(text, file, layouts.get(file.path))
        where = f"row {row} of the file {file.name}" if row else f"the file {file.name}"
        row = row or 1
        if "utf-8" in text or "unicode" in text.casefold():
            return file_problem(self.source.id, file.name, f"{where} is not UTF-8.", "Say `encoding:`.", row)
        if "Expected Number of Columns" in text:
            message = f"{where} has more or fewer cells than the header."
            return file_problem(self.source.id, file.name, message, "Is it cut off, or the `delimiter:` another?", row)
        if "Malformed JSON" in text:
            return file_problem(self.source.id, file.name, f"{where} is no JSON.", "Is it cut off?", row)
        message = f"{where} is cut off, damaged, or written in another way."
        return file_problem(self.source.id, file.name, message, "Export it again, or say `form:`.", row)

    def _prepared(self, root: Path, scratch: Path) -> tuple[list[SourceFile], dict[Path, CsvLayout]]:
        source, preset = self.source, self.preset
        files: list[SourceFile] = []
        layouts: dict[Path, CsvLayout] = {}
        problems: list[Problem] = []
        for found in files_of(source, preset.form if preset else None, root):
            try:
                file = readable(source, found, source.encoding, scratch)
                if file.form == "csv":
                    rows = source.header_rows or (preset.header_rows if preset else 1)
                    file, layouts[file.path] = laid_out(source, file, rows, scratch)
                files.append(file)
            except SourceError as error:
                problems += error.problems
        forms = sorted({file.form for file in files})
        if len(forms) > 1:
            message = f"its files are written in different ways: {listed(forms, 'and')}."
            problems.append(source_problem(source.id, message, "Make a source of each.", "files"))
        if problems:
            raise SourceError(problems)
        return files, layouts

    def _read(self, name: str, layout: CsvLayout | None, files: list[SourceFile]) -> ibis.Table:
        form, paths = files[0].form, [str(file.path) for file in files]
        options: dict[str, Any] = {"table_name": name, "filename": FILE}
        try:
            if layout is not None:
                table = self._csv(paths, layout, options)
            elif form == "parquet":
                table = self.connection.read_parquet(paths, union_by_name=True, **options)
            else:
                table = self._json(paths, form, options)
        except Exception as error:  # DuckDB, Ibis and Arrow share no class of errors
            raise SourceError([self.damaged(error, files, {})]) from None
        return table.rename({f"{PREFIX}{name}": name for name in table.columns})

    def _csv(self, paths: list[str], layout: CsvLayout, options: dict[str, Any]) -> ibis.Table:
        return self.connection.read_csv(
            paths,
            auto_detect=False,
            header=False,
            skip=layout.skip,
            delim=layout.delimiter,
            quote='"',
            escape='"',
            columns=dict.fromkeys(layout.columns, "VARCHAR"),
            max_line_size=_LARGEST_LINE,
            **options,
        )

    def _json(self, paths: list[str], form: str, options: dict[str, Any]) -> ibis.Table:
        table = self.connection.read_json(
            paths,
            columns={_DOCUMENT: "JSON"},
            records=False,
            format="newline_delimited" if form == "json-lines" else "auto",
            maximum_object_size=_LARGEST_OBJECT if form == "json" else _LARGEST_LINE,
            **options,
        )
        key = self.preset.records if self.preset else ""
        if not key or form == "json-lines":
            return table
        document = table[_DOCUMENT]
        rows = ibis.ifelse(json_text(document, f"$.{key}").notnull(), document[key].array, ibis.array([document]))
        return table.select(rows.unnest().name(_DOCUMENT), FILE)

    def _raw(self, form: str, table: ibis.Table) -> RawTable:
        preset = self.preset
        is_json = form in ("json", "json-lines")
        document = f"{PREFIX}{_DOCUMENT}" if is_json else ""
        columns = (
            {} if is_json else {name.removeprefix(PREFIX): name for name in table.columns if name != f"{PREFIX}{FILE}"}
        )
        names = self._names_in(table, document) if is_json else frozenset(columns)
        # Who reads a question on a screen does not see its tags and line breaks.
        columns = {words_of(name): column for name, column in columns.items()} | columns

        def exists(value: ir.Value) -> bool:
            return bool(table.filter(value.notnull()).limit(1).count().to_pyarrow().as_py())

        return RawTable(
            table=table,
            columns=columns,
            document=document,
            names=names,
            cells=form == "csv",
            duckdb=True,
            properties=preset.properties if preset else (),
            keyed=preset.properties if preset and preset.keyed else (),
            private=preset.private if preset else (),
            exists=exists,
        )

    def _names_in(self, table: ibis.Table, document: str) -> frozenset[str]:
        rows = table.limit(_LOOKED_AT).select(text=table[document].cast("string"))
        return frozenset(_keys(json.loads(text) for text in rows.to_pyarrow()["text"].to_pylist() if text))


def _row_of(error: str, file: SourceFile, layout: CsvLayout | None) -> int:
    """The row of a file that DuckDB could not read; 0 where it does not say one."""
    if found := _LINE.search(error):
        return int(found.group(1)) + (layout.first_row - 1 - layout.skip if layout else 0)
    if "Malformed JSON" not in error or file.form != "json-lines":
        return 0
    # DuckDB names the line where it gave up, which may be a later one.
    with open_text(file.path, "utf-8", "replace") as lines:
        return next((number for number, line in enumerate(lines, 1) if line.strip() and not _is_json(line)), 0)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _keys(values: Iterable[Any], depth: int = 1) -> Iterator[str]:
    for value in values:
        for key, inner in value.items() if isinstance(value, dict) else ():
            yield key
            if depth < _DEEPEST:
                yield from (f"{key}.{name}" for name in _keys([inner], depth + 1))


def _union(tables: list[ibis.Table]) -> ibis.Table:
    """Tables below each other; a column that one of them lacks is null there."""
    kinds = {name: kind for table in tables for name, kind in table.schema().items()}
    same = [
        table.select(
            *((table[name] if name in table.columns else ibis.null(kind)).name(name) for name, kind in kinds.items())
        )
        for table in tables
    ]
    return same[0] if len(same) == 1 else ibis.union(*same)
