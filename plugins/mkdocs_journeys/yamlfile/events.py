"""The events of one text as libyaml gives them, and what it cannot parse as an entry in the report."""

from collections.abc import Callable, Mapping
from typing import Any

import yaml

from mkdocs_journeys.yamlfile.characters import place_of
from mkdocs_journeys.yamlfile.report import Report, Stop
from mkdocs_journeys.yamlfile.syntax import explain
from mkdocs_journeys.yamlfile.trouble import Trouble
from mkdocs_journeys.yamlfile.values import Place

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SecondDocument(Exception):  # noqa: N818
    """A handler's way to say that the rest of the file is not wanted."""


def dispatch(text: str, handlers: Mapping[type, Callable[[Any], None]], report: Report) -> None:
    """Parse lazily and call the handler of each event's class; a second document is reported, not read.

    Raises Stop at the first syntax error, with its place and likely cause in the report.
    """
    try:
        for event in yaml.parse(text, Loader=LOADER):
            handlers.get(event.__class__, _ignore)(event)
    except SecondDocument as found:
        message = "A second document starts here (---); the rest of the file is not read."
        report.error("yaml-document", found.args[0], message, "Make it a file of its own.")
    except yaml.MarkedYAMLError as failure:
        raise _syntax_error(failure, text, report) from None
    except yaml.reader.ReaderError as failure:
        place = place_of(text, failure.position if isinstance(failure.position, int) else 0)
        raise _refused(place, report) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise _refused((1, 1), report) from None


def _syntax_error(failure: yaml.MarkedYAMLError, text: str, report: Report) -> Stop:
    lines = text.split("\n")
    since = _place(failure.context_mark, lines)
    at = _place(failure.problem_mark, lines) or since or (1, 1)
    trouble = Trouble(failure.problem or "", failure.context or "", at, since or at, lines)
    advice = explain(trouble)
    rule = "yaml-tag" if " tag" in f"{trouble.context} {trouble.problem}" else "yaml-syntax"
    return report.stop(rule, advice.place, advice.message, advice.hint)


def _ignore(_event: yaml.Event) -> None:
    """The start and end of the stream and the end of a document say nothing."""


def _place(mark: yaml.Mark | None, lines: list[str]) -> Place | None:
    """The place of a mark, moved into the text where libyaml points behind its end."""
    if mark is None:
        return None
    if mark.line >= len(lines):
        return len(lines), len(lines[-1]) + 1
    return mark.line + 1, min(mark.column, len(lines[mark.line])) + 1


def _refused(place: Place, report: Report) -> Stop:
    return report.stop("yaml-syntax", place, "A character here cannot stand in YAML.", "Remove it.")
