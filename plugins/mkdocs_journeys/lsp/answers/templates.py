"""What is typed in for a field that is accepted: its name, and the block below it with all that has to be there.

Snippets are those of the protocol: `$1` is the first place to fill in. Lines below the first are indented as seen from
the line that a snippet stands in, as editors add its indentation themselves.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

from mkdocs_journeys.lsp.text.expected import Field, Sort, fields_in, forms_of
from mkdocs_journeys.model import Model

STEP = 2
"""Columns by which a block is indented."""
_PLAIN = (Sort.TEXT, Sort.REFERENCE, Sort.WORDS, Sort.DAY, Sort.ID)


def field_snippet(one: Field, column: int, *, in_brackets: bool) -> str:
    """A field with the places to fill in; `column` is that of its name, seen from the indentation of its line."""
    return f"{one.name}:{_value(one.annotation, column, in_brackets, count(1))}"


def block_snippet(model: type[Model], column: int) -> str:
    """The fields that a block has to have, with the places to fill in."""
    return _block(model, column, count(1))


def _value(annotation: Any, column: int, in_brackets: bool, places: Iterator[int]) -> str:
    forms = forms_of(annotation)
    sorts = {form.sort for form in forms}
    if Sort.FLAG in sorts:
        return " true"
    if plain := next((form for form in forms if form.sort in _PLAIN), None):
        return f" {plain.words[0][0]}" if len(plain.words) == 1 else f" ${next(places)}"
    below = "\n" + " " * (column + STEP)
    model = next((form.model for form in forms if form.model), None)
    item = next((form.item for form in forms if form.sort is Sort.LIST), None)
    if item is not None:
        items = forms_of(item)
        block = next((form.model for form in items if form.model), None)
        if block is None or in_brackets or any(form.sort is Sort.TEXT for form in items):
            return f" [${next(places)}]"
        return f"{below}- {_block(block, column + 2 * STEP, places)}"
    if in_brackets:
        return f" {{${next(places)}}}"
    return below + (_block(model, column + STEP, places) if model else f"${next(places)}")


def _block(model: type[Model], column: int, places: Iterator[int]) -> str:
    needed = [one for one in fields_in(model).values() if one.required]
    below = "\n" + " " * column
    fields = [f"{one.name}:{_value(one.annotation, column, False, places)}" for one in needed]
    return below.join(fields) or f"${next(places)}"
