"""What measure.yml and the rest of the atlas have to agree on."""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.load.symbols import Symbols
from mkdocs_journeys.model.measuring import Measure, ObservedJourney
from mkdocs_journeys.model.measuring.observed import GOAL
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem, Severity, suggest
from mkdocs_journeys.wording import listed

_LISTS = ("counts", "ratios", "funnels", "durations", "retention", "churn", "scores")


def disagreements(parsed: Iterable[ParsedFile], symbols: Symbols) -> Iterator[Problem]:
    """Metrics that two definitions give figures to, and steps that the journey beside them does not have."""
    files = list(parsed)
    steps = {file.role.id: list(file.defined.get("step", ())) for file in files if file.role.kind == "journey"}
    for one in files:
        if one.observed is not None:
            yield from _unknown_in_table(one, steps, symbols)
        if isinstance(one.model, Measure):
            yield from _given_twice(one, one.model)
            for number, journey in enumerate(one.model.journeys):
                yield from _unknown_steps(one, ("journeys", number), journey, steps, symbols)


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


def _unknown_steps(
    one: ParsedFile, path: Path, journey: ObservedJourney, steps: Mapping[str, list[str]], symbols: Symbols
) -> Iterator[Problem]:
    known = steps.get(journey.journey)
    if known is None or "journey" in symbols.incomplete:
        return
    for id in journey.steps:
        if id not in known:
            near = suggest(id, known)
            choices = f"Known: {listed(known[:8], 'and')}." if known else f"Give a step this id: add `id: {id}` to it."
            hint = f"Did you mean '{near}'?" if near else choices
            message = f"The journey '{journey.journey}' has no step with the id '{id}'."
            yield Problem("reference-unknown", one.position(*path, "steps", id), message, hint)


def _unknown_in_table(one: ParsedFile, steps: Mapping[str, list[str]], symbols: Symbols) -> Iterator[Problem]:
    """A file of observed ways without a journey is a mistake; steps that are gone since it was written are told."""
    known = steps.get(one.role.id)
    if "journey" in symbols.incomplete:
        return
    if known is None:
        near = suggest(one.role.id, steps)
        hint = f"Did you mean '{near}'?" if near else "Remove the file, or give it the name of the journey."
        yield Problem("reference-unknown", Position(one.role.path, 1, 1), f"There is no journey '{one.role.id}'.", hint)
        return
    gone: set[str] = set()
    for row in one.observed or ():
        names = [row.step, *(row.names if row.kind in ("back", "way") else ())]
        for name in names:
            if name and name != GOAL and name not in known and name not in gone:
                gone.add(name)
                message = f"The journey has no step '{name[:64]}' any more."
                place = Position(one.role.path, row.line, 1)
                yield Problem("measure-stale", place, message, "Run `journeys measure` again.", Severity.WARNING)
