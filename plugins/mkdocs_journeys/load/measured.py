"""What measure.yml and the rest of the atlas have to agree on."""

from collections.abc import Iterable, Iterator

from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.load.symbols import Symbols
from mkdocs_journeys.model.measuring import Measure
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem, suggest

_LISTS = ("counts", "ratios", "funnels", "durations", "retention", "churn", "sums", "lifetimes", "scores")


def disagreements(parsed: Iterable[ParsedFile], symbols: Symbols) -> Iterator[Problem]:
    """Metrics that two definitions give figures to, studies that hold comments of two, and files of what was observed
    on a journey that is not there.
    """
    files = list(parsed)
    journeys = {file.role.id for file in files if file.role.kind == "journey"}
    for one in files:
        if one.observed is not None:
            yield from _unknown_in_table(one, journeys, symbols)
        if isinstance(one.model, Measure):
            yield from _given_twice(one, one.model)
            yield from _kept_twice(one, one.model)


def _given_twice(one: ParsedFile, measure: Measure) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for metric, path in _given(measure):
        other = first.setdefault(metric, path)
        if other != path:
            message = f"Another definition gives figures to '{metric}' already."
            related = ((one.position(*other), "first given here"),)
            hint = "Keep one, or give this one a metric of its own."
            yield Problem("measure-metric", one.position(*path), message, hint, related=related)


def _given(measure: Measure) -> Iterator[tuple[str, Path]]:
    for name in _LISTS:
        for number, definition in enumerate(getattr(measure, name)):
            if definition.metric:
                yield definition.metric, (name, number, "metric")
            for at, step in enumerate(getattr(definition, "steps", ())):
                if step.metric:
                    yield step.metric, (name, number, "steps", at, "metric")


def _kept_twice(one: ParsedFile, measure: Measure) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for number, kept in enumerate(measure.comments):
        path: Path = ("comments", number, "evidence")
        other = first.setdefault(kept.evidence, path)
        if other != path:
            message = f"The study '{kept.evidence}' holds other comments already."
            related = ((one.position(*other), "first given here"),)
            yield Problem(
                "measure-evidence", one.position(*path), message, "Give each a study of its own.", related=related
            )


def _unknown_in_table(one: ParsedFile, journeys: set[str], symbols: Symbols) -> Iterator[Problem]:
    """A file of observed ways without a journey is a mistake."""
    if one.role.id not in journeys and "journey" not in symbols.incomplete:
        near = suggest(one.role.id, journeys)
        hint = f"Did you mean '{near}'?" if near else "Remove the file, or give it the name of the journey."
        yield Problem("reference-unknown", Position(one.role.path, 1, 1), f"There is no journey '{one.role.id}'.", hint)
