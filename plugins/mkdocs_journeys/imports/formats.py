"""The formats that maps are read from, by name."""

from collections.abc import Callable, Mapping

from mkdocs_journeys.imports import diagrams
from mkdocs_journeys.imports.draft import Understood
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Problem

Reader = Callable[[bytes, str], Understood]
"""From the bytes of a file and its path, as it is shown, to its journeys. Never raises for what is in the file."""


def _of_text(understood: Callable[[str, str], Understood]) -> Reader:
    def read(data: bytes, file: str) -> Understood:
        text = decoded(data, file)
        return Understood((), (text,)) if isinstance(text, Problem) else understood(text, file)

    return read


FORMATS: Mapping[str, Reader] = {"mermaid": _of_text(diagrams.understood)}
