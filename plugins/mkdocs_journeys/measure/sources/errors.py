"""Mistakes in sources as problems: each says the source, the file, the row and the column in one sentence."""

from collections.abc import Iterable, Sequence

from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.wording import listed

MEASURE_FILE = "journeys/measure.yml"
RULE = "measure-source"
_LONGEST_VALUE = 40
_MOST_NAMES = 12


class SourceError(Exception):
    """A source cannot be read; `problems` say why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.message for problem in self.problems))


def source_problem(source: str, message: str, hint: str = "", *path: str) -> Problem:
    """A problem with what measure.yml says of a source; `path` leads to the value inside the source."""
    return Problem(
        RULE, Position(MEASURE_FILE, 1, 1), f"Source '{source}': {message}", hint, path=("sources", source, *path)
    )


def file_problem(source: str, file: str, message: str, hint: str = "", row: int = 1, column: int = 1) -> Problem:
    """A problem with a file of a source."""
    return Problem(RULE, Position(file, row, column), f"Source '{source}': {message}", hint)


def shortened(value: str) -> str:
    """A value as a message quotes it: its beginning, where it is long."""
    return value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"


def name_hint(wanted: Sequence[str], names: Iterable[str]) -> str:
    """What a missing column may be called instead: the nearest name, or all names where there are few."""
    there = sorted(names)
    near = [found for name in wanted if (found := suggest(name, there))]
    if near:
        return f"Did you mean '{shortened(near[0])}'?"
    more = f" and {len(there) - _MOST_NAMES} more" if len(there) > _MOST_NAMES else ""
    return f"There are {listed(list(map(shortened, there[:_MOST_NAMES])), 'and')}{more}." if there else ""
