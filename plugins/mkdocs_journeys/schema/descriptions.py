"""Descriptions of fields and of the words that they take, for authors.

Those of fields are the string literals below them in the source of the models. The source is read when a schema is
made, so that no other command pays for it at start-up.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mkdocs_journeys.model import Model
from mkdocs_journeys.schema.words import CHOICES, Word

_BY_WORDS = {tuple(choice): tuple(choice.values()) for choice in CHOICES}


@dataclass(frozen=True, slots=True)
class Description:
    """One sentence on a field, and an example of its value as YAML."""

    sentence: str
    example: str


@cache
def described(model: type[Model]) -> Mapping[str, Description]:
    """Field name to its description, those of the classes above included; fields without a text are left out."""
    found: dict[str, Description] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, Model):
            found |= _classes(cls.__module__).get(cls.__name__, {})
    return found


@cache
def _classes(module: str) -> Mapping[str, Mapping[str, Description]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_texts(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _texts(node: ast.ClassDef) -> Iterator[tuple[str, Description]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                sentence, _, example = " ".join(text.value.split()).partition("Example: ")
                yield field.target.id, Description(sentence.strip(), example)


def meanings_of(words: Sequence[Word]) -> tuple[str, ...]:
    """The meanings of the words of a choice, in their order. Raises KeyError for an unknown choice."""
    return _BY_WORDS[tuple(words)]
