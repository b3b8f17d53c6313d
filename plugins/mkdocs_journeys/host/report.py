"""Problems in the log of a build, and the one error that ends it."""

import logging
from collections.abc import Iterable, Mapping

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.codeframe import frame
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.wording import terminal_safe

log = get_plugin_logger(__name__)

LISTED = 10
LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFO: logging.INFO,
}


def log_all(problems: Iterable[Problem], texts: Mapping[str, bytes], highest: int = logging.ERROR) -> None:
    """Logs each problem with its hint and code frame, at its own level or the highest allowed.

    `texts` holds the files' bytes by path. In `serve --strict` one warning would end the build and leave
    every browser waiting: there the highest level is INFO.
    """
    for problem in problems:
        log.log(min(LEVELS[problem.severity], highest), "%s", as_text(problem, texts))


def as_text(problem: Problem, texts: Mapping[str, bytes]) -> str:
    """A problem for a terminal: the located sentence, the code frame and the hint."""
    lines = [str(problem)]
    if drawn := code_frame(problem, texts):
        lines.append(drawn)
    lines += [f"  hint: {terminal_safe(problem.hint)}"] if problem.hint else []
    lines += [f"  {position}: {terminal_safe(words)}" for position, words in problem.related]
    return "\n".join(lines)


def code_frame(problem: Problem, texts: Mapping[str, bytes]) -> str:
    """The lines around a problem, or nothing where its file is not among the texts."""
    data = texts.get(problem.position.file)
    return frame(problem, data.decode("utf-8", errors="replace")) if data else ""


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those that forbid to build the atlas."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def build_error(problems: Iterable[Problem]) -> PluginError:
    """The error that ends a build: how many, and where the first ones are."""
    errors = errors_in(problems)
    lines = [str(problem) for problem in errors[:LISTED]]
    if len(errors) > LISTED:
        lines.append(f"and {len(errors) - LISTED} more")
    count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
    return PluginError("\n  ".join([f"{count} in the journeys:", *lines]))
