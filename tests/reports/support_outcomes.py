"""What checks may have found, with texts of the worst kind in it."""

from mkdocs_journeys.lint.engine import Outcome
from mkdocs_journeys.problem import Position, Problem, Severity

NAUGHTY = "a | `b` <b>@all</b> 100%\r\n::error::x \x00\x1b[31m\u202e\ufffe \U0001f600 ]]> & \"q\" 'r'"
MAP = "journeys/maps/buy, or: not 100%.yml"
FILES = {
    "journeys/catalog.yml": b"format: 1\n",
    MAP: "title: \U0001f600 Buy\nowner: nobody\nowner: nobody\n".encode(),
    "journeys/personas/maya.yml": b"name: Maya\n",
}


def problem(rule: str, severity: Severity, line: int = 1, column: int = 1, file: str = MAP, hint: str = "") -> Problem:
    return Problem(rule, Position(file, line, column), f"What {NAUGHTY}", hint, severity)


PLAIN = Outcome(
    [
        Problem(
            "reference-unknown",
            Position(MAP, 2, 8),
            "There is no team 'nobody'.",
            "Did you mean 'somebody'?",
            related=((Position("journeys/catalog.yml", 1, 1), "teams are given here"),),
        ),
        problem("review-overdue", Severity.WARNING, 3, 8),
        problem("yaml-ambiguous-text", Severity.INFO, 3, 8, hint=NAUGHTY),
    ],
    FILES,
)
CLEAN = Outcome([], FILES)


def many(errors: int, warnings: int = 0) -> Outcome:
    found = [problem("flat-emotion", Severity.WARNING, n + 1) for n in range(warnings)]
    found += [problem("field-value", Severity.ERROR, n + 1, hint=NAUGHTY) for n in range(errors)]
    return Outcome(found, FILES)
