"""Journeys as a page of Markdown: a title, a few facts, and a table of the steps."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.facts import facts_of
from mkdocs_journeys.exports.tables import Value, lines_of, step_table
from mkdocs_journeys.imports.files import escaped_markdown
from mkdocs_journeys.imports.tables.steps import mark_of
from mkdocs_journeys.model import Journey


def page(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """A page with a part for each journey. Columns that nothing stands in are left out."""
    parts = ("".join(f"{line}\n" for line in _lines(atlas, journey)) for journey in journeys)
    return "\n".join(parts).encode("utf-8", "replace")


def _lines(atlas: Atlas, journey: Journey) -> Iterator[str]:
    yield f"# {_escaped(journey.title)}"
    yield ""
    for name, text in facts_of(atlas, journey):
        yield f"- {name}: {_escaped(text)}"
    table = step_table(atlas, journey)
    yield ""
    yield mark_of(table.columns)
    yield ""
    yield _row(table.names)
    yield f"|{'---|' * len(table.names)}"
    yield from map(_row, table.rows)


def _row(cells: Iterable[Value]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(value: Value) -> str:
    if not value and value != 0:
        return ""
    lines = lines_of(value)
    return "<br>".join(map(_escaped, lines) if not isinstance(value, int | float) else lines)


@lru_cache(maxsize=8_192)
def _escaped(text: str) -> str:
    """A text as Markdown that shows it as it is, also at the end of a heading."""
    escaped = escaped_markdown(text)
    return f"{escaped[:-1]}\\#" if escaped.endswith("#") and not escaped.endswith("\\#") else escaped
