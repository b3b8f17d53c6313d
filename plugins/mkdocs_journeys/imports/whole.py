"""The JSON document of a whole atlas, as `journeys export json` writes it, as files of an atlas."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

from pydantic import ValidationError

from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.load.figures.columns import COLUMNS
from mkdocs_journeys.load.files import ACKNOWLEDGED, CATALOG, MEASURE, is_id
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.measuring.observed import OBSERVED_COLUMNS
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.vocabulary import BY_NAME, DOCUMENTS
from mkdocs_journeys.yamlfile.writing import yaml_of

HINT = "It has to be what `journeys export json` writes; the schema is printed by `journeys schema atlas`."
KEYS = (
    "$schema",
    "catalog",
    "measure",
    "acknowledged",
    *(BY_NAME[kind].plural for kind in DOCUMENTS),
    "figures",
    "observed",
)
"""The keys that the document may have."""
Files = dict[str, str]


class _WrongError(Exception):
    """Something in the document that cannot be; the message says where and what."""


def files_of(data: bytes, file: str, folder: str) -> tuple[Files, list[Problem]]:
    """The text of each file by its path below `folder`; none, with a problem, where the document is wrong."""
    text = decoded(data, file)
    if isinstance(text, Problem):
        return {}, [text]
    try:
        document = json.loads(text, parse_constant=_no_constant)
        files = dict(_files(_mapping(document, "The document"), folder))
        _check_characters(files)
        return files, []
    except RecursionError:
        message = "It is nested too deeply."
    except json.JSONDecodeError as error:
        return {}, [Problem("import", Position(file, error.lineno, error.colno), f"No JSON: {error.msg}.", HINT)]
    except (ValueError, _WrongError) as error:
        message = str(error)
    return {}, [Problem("import", Position(file, 1, 1), message, HINT)]


def _check_characters(files: Files) -> None:
    """Raise _WrongError for half a character, as JSON can escape it and no file can hold it."""
    for path, text in files.items():
        if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
            raise _WrongError(f"{path} would hold half a character, such as \\ud83d alone.")


def _files(document: Mapping[str, Any], folder: str) -> Iterator[tuple[str, str]]:
    for key in document:
        if key not in KEYS:
            raise _WrongError(f"There is no key {key[:40]!r} in such a document.")
    if "catalog" not in document:
        raise _WrongError("It has no `catalog`.")
    yield f"{folder}/{CATALOG}", _yaml("catalog", "catalog", document["catalog"], "catalog")
    for kind, name in (("measure", MEASURE), ("acknowledged", ACKNOWLEDGED)):
        if kind in document:
            yield f"{folder}/{name}", _yaml(kind, kind, document[kind], kind)
    for kind in DOCUMENTS:
        for id, where, value in _things(document, BY_NAME[kind].plural):
            fields = dict(_mapping(value, where))
            group = fields.pop("group", "") if kind == "journey" else ""
            if not isinstance(group, str) or (group and not all(map(is_id, group.split("/")))):
                raise _WrongError(f"{where}.group is no group: its folders are named like ids.")
            path = "/".join(part for part in (folder, BY_NAME[kind].folder, group, f"{id}.yml") if part)
            yield path, _yaml(kind, id, fields, where)
    for id, where, rows in _things(document, "figures"):
        yield f"{folder}/{BY_NAME['figures'].folder}/{id}.csv", _table(rows, where, COLUMNS, ("date", "value"))
    for id, where, rows in _things(document, "observed"):
        yield f"{folder}/{BY_NAME['observed'].folder}/{id}.csv", _table(rows, where, OBSERVED_COLUMNS, OBSERVED_COLUMNS)


def _things(document: Mapping[str, Any], key: str) -> Iterator[tuple[str, str, Any]]:
    for id, value in _mapping(document.get(key, {}), key).items():
        if not is_id(id):
            raise _WrongError(f"{key} has {id[:40]!r}, which is no id: it is made of a-z, 0-9 and hyphens.")
        yield id, f"{key}.{id}", value


def _yaml(kind: str, id: str, values: Any, where: str) -> str:
    """The text of a file with these fields, which its model has accepted."""
    fields = _mapping(values, where)
    for own in ("id", "path"):
        if own in fields:
            raise _WrongError(f"{where}.{own} cannot be said: it is the name or the place of the file.")
    own_fields = {"id": id, "path": id}
    try:
        MODELS[kind].model_validate({**fields, **own_fields})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join([where, *map(str, first["loc"])])
        raise _WrongError(f"{place}: {first['msg']}.") from None
    return yaml_of(fields)


def _table(rows: Any, where: str, columns: Sequence[str], least: Sequence[str]) -> str:
    """Rows as comma-separated text with the columns that they use, else with the least ones."""
    if not isinstance(rows, list):
        raise _WrongError(f"{where} is no list.")
    found = [_mapping(row, f"{where}.{number}") for number, row in enumerate(rows)]
    used = {name for row in found for name in row}
    for row in found:
        for name, value in row.items():
            if name not in columns or isinstance(value, bool) or not isinstance(value, str | int | float):
                raise _WrongError(f"{where} has {name[:40]!r}, which cannot be, or not with this value.")
    is_without_figure = used <= {"date", "segment", "pending", "note"}
    header = [name for name in columns if name in used or (is_without_figure and name in least)]
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue()


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _WrongError(f"{where} is no mapping.")
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number that can be written.")
