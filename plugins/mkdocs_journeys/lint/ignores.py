"""Comments `# journeys: ignore RULE reason` in YAML files."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.lint.lines import lines_of
from mkdocs_journeys.lint.runner import unknown
from mkdocs_journeys.problem import Position, Problem, Severity, in_order

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*journeys:\s*ignore\b[ \t]*(?P<rule>\S*)[ \t]*(?P<reason>.*)$")
_SIGN = re.compile(rb"#\s*journeys:\s*ignore")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that stops a rule at a line: its own, or the next one where it stands alone."""

    position: Position
    rule: str
    reason: str
    line: int


def without_ignored(problems: Iterable[Problem], files: Mapping[str, bytes], rules: Collection[str]) -> list[Problem]:
    """The problems that no comment stops, and what is wrong with the comments.

    A comment needs a reason; one that stops nothing is reported. `rules` are those that can be stopped.
    """
    ignores = [ignore for path, content in files.items() for ignore in _ignores(path, content)]
    sound = {(one.position.file, one.line, one.rule): one for one in ignores if one.rule in rules and one.reason}
    kept: list[Problem] = []
    used: set[Position] = set()
    for problem in problems:
        ignore = sound.get((problem.position.file, problem.position.line, problem.rule))
        if ignore is None:
            kept.append(problem)
        else:
            used.add(ignore.position)
    complaints = (_complaint(one, rules) for one in ignores if one.position not in used)
    return in_order([*kept, *complaints])


def _ignores(path: str, content: bytes) -> Iterator[Ignore]:
    if path.endswith(".csv") or not _SIGN.search(content):
        return
    lines = lines_of(content)
    for number, line in enumerate(lines, 1):
        found = _COMMENT.search(line)
        if found:
            alone = not line[: found.start()].strip()
            position = Position(path, number, found.start() + 1)
            yield Ignore(position, found["rule"], found["reason"].strip(), _next(lines, number) if alone else number)


def _next(lines: list[str], number: int) -> int:
    """The number of the first line below a line that is no comment."""
    while number < len(lines) and lines[number].lstrip().startswith("#"):
        number += 1
    return number + 1


def _complaint(ignore: Ignore, rules: Collection[str]) -> Problem:
    if ignore.rule not in rules:
        return unknown(ignore.rule, rules, ignore.position)
    if not ignore.reason:
        hint = f"Write it behind the rule: `# journeys: ignore {ignore.rule} because …`."
        return Problem("ignore-without-reason", ignore.position, "This comment gives no reason.", hint)
    message = f"There is nothing to ignore here: {ignore.rule} finds no fault."
    return Problem("ignore-unused", ignore.position, message, "Remove the comment.", Severity.INFO)
