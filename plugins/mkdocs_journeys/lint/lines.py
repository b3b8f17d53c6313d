"""The lines of files, for what is written beside the values: comments, and what a line says."""

import re
from collections.abc import Mapping

from mkdocs_journeys.problem import Problem

_LINE_END = re.compile(r"\r\n|\r|\n")


def lines_of(content: bytes) -> list[str]:
    """The lines of a file as problems count them; the first has index 0."""
    return _LINE_END.split(content.decode("utf-8-sig", "replace"))


def line_at(problem: Problem, lines: Mapping[str, list[str]]) -> str:
    """The line that a problem stands at, without the spaces around it; "" where there is none."""
    of_file, number = lines.get(problem.position.file, []), problem.position.line
    return of_file[number - 1].strip() if 0 < number <= len(of_file) else ""
