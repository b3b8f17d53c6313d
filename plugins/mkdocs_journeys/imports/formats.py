"""The formats that maps are read from, by name."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from mkdocs_journeys.imports import diagrams, outline
from mkdocs_journeys.imports.boards.reading import READERS, READERS_OF_PARTS, understood_board, understood_parts
from mkdocs_journeys.imports.documents import blueprint, cjml
from mkdocs_journeys.imports.draft import Understood
from mkdocs_journeys.imports.tables.reading import understood_csv, understood_workbook
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Problem

Reader = Callable[[bytes, str, Mapping[str, str]], Understood]
"""From the bytes of a file, its path as it is shown, and what somebody said that its columns hold, to its journeys.

Never raises for what is in the file.
"""


def _mermaid(data: bytes, file: str, _: Mapping[str, str]) -> Understood:
    text = decoded(data, file)
    return Understood((), (text,)) if isinstance(text, Problem) else diagrams.understood(text, file)


def _board(format_: str) -> Reader:
    return lambda data, file, _: understood_board(format_, data, file)


FORMATS: Mapping[str, Reader] = {
    "mermaid": _mermaid,
    "markdown": outline.understood,
    "csv": understood_csv,
    "xlsx": understood_workbook,
    "ods": understood_workbook,
    "cjml": cjml.understood,
    "blueprint": blueprint.understood,
    **{name: _board(name) for name in (*READERS, *READERS_OF_PARTS)},
}
TOGETHER: Mapping[str, Callable[[Sequence[tuple[bytes, str]]], Understood]] = {
    name: partial(understood_parts, name) for name in READERS_OF_PARTS
}
"""Readers of formats whose files may be parts of one source: from the bytes and paths of all."""
