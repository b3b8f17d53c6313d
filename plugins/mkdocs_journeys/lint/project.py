"""`[tool.journeys.lint]` of pyproject.toml: the settings of the rules for teams who keep theirs there."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.levels import named_rules
from mkdocs_journeys.lint.runner import unknown
from mkdocs_journeys.model import Lint
from mkdocs_journeys.problem import Position, Problem

FILE = "pyproject.toml"


def project_lint(root: Path) -> tuple[Lint, list[Problem]]:
    """The settings in a project's pyproject.toml, the plain ones where it has none, and what is wrong there."""
    try:
        text = (root / FILE).read_text("utf-8")
    except FileNotFoundError:
        return Lint(), []
    except (OSError, UnicodeDecodeError):
        return Lint(), [_problem(1, "This file cannot be read.", "Check that it is UTF-8, and its permissions.")]
    try:
        table = _table(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Lint(), [_problem(1, f"This is no TOML: {error}.", "The settings of the rules were not read.")]
    try:
        lint = Lint.model_validate(table)
    except ValidationError as error:
        return Lint(), [_mistake(text, one["loc"], one["msg"]) for one in error.errors(include_url=False)]
    unknown_ids = dict.fromkeys(id for _, id in named_rules(lint) if id not in BY_ID)
    return lint, [unknown(id, BY_ID, Position(FILE, _line(text, id), 1)) for id in unknown_ids]


def _table(project: dict[str, Any]) -> object:
    here: Any = project
    for name in ("tool", "journeys", "lint"):
        here = here.get(name, {}) if isinstance(here, dict) else {}
    return here


def _mistake(text: str, path: tuple[int | str, ...], said: str) -> Problem:
    names = [part for part in path if isinstance(part, str) and part != "[key]"]
    at = ".".join(["tool.journeys.lint", *names])
    hint = "It takes `preset`, `rules` and `paths`, as `lint` in the catalog does."
    return _problem(_line(text, names[-1] if names else "journeys"), f"`{at}`: {said}.", hint)


def _line(text: str, word: str) -> int:
    """The first line from the table on that holds a word."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if "tool.journeys" in line), 0)
    return next((number for number, line in enumerate(lines[start:], start + 1) if word in line), start + 1)


def _problem(line: int, message: str, hint: str) -> Problem:
    return Problem("field-value", Position(FILE, line, 1), message, hint)
