"""The file that says what the columns of a table hold, for people to change and for the next import to read."""

import textwrap
from collections.abc import Mapping
from pathlib import PurePosixPath

from mkdocs_journeys.imports.tables.columns import FIELDS
from mkdocs_journeys.load.files import id_like
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.yamlfile.reader import read
from mkdocs_journeys.yamlfile.values import locate
from mkdocs_journeys.yamlfile.writing import WIDTH, yaml_of

FOLDER = ".journeys/imports"
LANE = "lane"
"""What a column holds that becomes a lane of the map."""
_HEAD = "What the columns of {file} hold. Change it, and import the file again. Known are:\n{fields}."


def mapping_path(file: str) -> str:
    """Where the mapping of a table is kept, below the project's folder."""
    return f"{FOLDER}/{id_like(PurePosixPath(file).name) or 'table'}.yml"


def mapping_text(file: str, mapping: Mapping[str, str]) -> str:
    """The text of the file of a mapping."""
    known = textwrap.fill(", ".join((*FIELDS, LANE)), WIDTH)
    head = _HEAD.format(file=PurePosixPath(file).name, fields=known)
    return yaml_of({"columns": dict(mapping)}, head)


def mapping_of(data: bytes, path: str) -> tuple[dict[str, str], list[Problem]]:
    """The columns that a file of a mapping names, and its mistakes."""
    root, problems = read(data, path)
    columns = root.get("columns") if root else None
    if root is None or not isinstance(columns, dict):
        hint = "It is written anew if you remove it."
        return {}, problems or [Problem("import", Position(path, 1, 1), "It needs a mapping `columns`.", hint)]
    for name, field in columns.items():
        if field not in (*FIELDS, LANE):
            near = suggest(str(field), FIELDS)
            hint = f"Did you mean {near}?" if near else "The comment at its top says what is known."
            place = Position(path, *locate(root, ["columns", name]))
            problems.append(Problem("import", place, f"A column cannot hold {str(field)[:60]!r}.", hint))
    return {str(name): str(field) for name, field in columns.items()}, problems
