"""Mistakes that keep a file from being read, where only one thing can be meant."""

import re
from functools import cache

from mkdocs_journeys.lint.fixes.source import Edit, Source, in_quotes
from mkdocs_journeys.model import Model
from mkdocs_journeys.problem import Problem

_FIELD = re.compile(r"(?P<head>\s*(?:-\s+)*(?P<name>[a-z_]+):\s+)(?P<text>\S.*?)(?P<tail>\s+#.*|\s*)$")
_GLUED = re.compile(r"\s*(?:-\s+)*(?P<name>[a-z_]+):(?=\S)")
_GLUED_ITEM = re.compile(r"\s*-(?=(?P<name>[a-z_]+):\s)")
_OTHER_MEANING = tuple("\"'[{|>&*!#")
_NEEDS_QUOTES = tuple("@`%")


def tab(problem: Problem, source: Source, width: int) -> Edit | None:
    """Spaces for the tabs that a line is indented with, each as wide as `width` columns."""
    line = source.line(problem.position.line)
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in indentation or problem.position.column > len(indentation):
        return None
    start = source.starts[problem.position.line - 1]
    return Edit(start, start + len(indentation), indentation.expandtabs(width), "indented the line with spaces")


def glued(problem: Problem, source: Source) -> Edit | None:
    """A space after the colon of a field, or after the hyphen of an item."""
    for pattern, mark in ((_GLUED, "colon"), (_GLUED_ITEM, "hyphen")):
        found = pattern.match(source.line(problem.position.line))
        if found and found["name"] in field_names() and problem.position.column == found.end():
            at = source.starts[problem.position.line - 1] + found.end()
            return Edit(at, at, " ", f"put a space after the {mark}")
    return None


def text_without_quotes(problem: Problem, source: Source) -> Edit | None:
    """Quotes around the text of a field that holds a colon, or starts with a character that no text may."""
    found = _FIELD.match(source.line(problem.position.line))
    if not found or found["name"] not in field_names() or found["text"].startswith(_OTHER_MEANING):
        return None
    text, column = found["text"], problem.position.column - 1
    is_there = found.start("text") <= column < found.end("text")
    if not is_there or not (text.startswith(_NEEDS_QUOTES) or re.search(r":(?:\s|$)", text)):
        return None
    start = source.starts[problem.position.line - 1]
    said = f"put {in_quotes(text)} in quotes"
    return Edit(start + found.start("text"), start + found.end("text"), in_quotes(text), said)


@cache
def field_names() -> frozenset[str]:
    """The name of every field of the format."""
    models = [Model]
    for model in models:
        models += model.__subclasses__()
    return frozenset(name for model in models for name in model.model_fields)
