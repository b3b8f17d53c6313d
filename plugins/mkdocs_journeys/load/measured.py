"""What measure.yml and the rest of the atlas have to agree on."""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_journeys.load.parse import ParsedFile
from mkdocs_journeys.load.symbols import Symbols
from mkdocs_journeys.model.measuring import Measure
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.wording import listed

_MOST_LISTED = 8


def disagreements(parsed: Iterable[ParsedFile], symbols: Symbols) -> Iterator[Problem]:
    """What measure.yml says of other files or says twice, and files of ways on a journey that is not there."""
    files = list(parsed)
    journeys = [file for file in files if file.role.kind == "journey"]
    steps = {file.role.id: list(file.defined.get("step", ())) if file.model else None for file in journeys}
    for one in files:
        if one.observed is not None:
            yield from _unknown_in_table(one, steps, symbols)
        if isinstance(one.model, Measure):
            yield from _given_twice(one, one.model)
            yield from _unknown_steps(one, one.model, steps)
            yield from _kept_twice(one, one.model)


def _given_twice(one: ParsedFile, measure: Measure) -> Iterator[Problem]:
    """Metrics that two definitions give figures to."""
    first: dict[str, Path] = {}
    for metric, path in measure.metrics_given():
        other = first.setdefault(metric, path)
        if other != path:
            message = f"Another definition gives figures to '{metric}' already."
            related = ((one.position(*other), "first given here"),)
            hint = "Keep one, or give this one a metric of its own."
            yield Problem("measure-metric", one.position(*path), message, hint, related=related)


def _unknown_steps(one: ParsedFile, measure: Measure, steps: Mapping[str, list[str] | None]) -> Iterator[Problem]:
    """Steps that the map of the journey does not have; `steps` are those of each, None where it cannot be told."""
    for number, entry in enumerate(measure.journeys):
        known = steps.get(entry.journey)
        for id in entry.steps:
            if known is not None and id not in known:
                near = suggest(id, known)
                choices = f"Known: {listed(known, 'and')}. " if 0 < len(known) <= _MOST_LISTED else ""
                hint = (
                    f"Did you mean '{near}'?" if near else f"{choices}To name a step here, give it an `id` in its map."
                )
                place = one.source.locate(("journeys", number, "steps", id), key=True) if one.source else (1, 1)
                message = f"The journey '{entry.journey}' has no step with the id '{id}'."
                yield Problem("reference-unknown", Position(one.role.path, *place), message, hint)


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


def _unknown_in_table(one: ParsedFile, journeys: Iterable[str], symbols: Symbols) -> Iterator[Problem]:
    """A file of observed ways without a journey is a mistake."""
    if one.role.id not in journeys and "journey" not in symbols.incomplete:
        near = suggest(one.role.id, journeys)
        hint = f"Did you mean '{near}'?" if near else "Remove the file, or give it the name of the journey."
        yield Problem("reference-unknown", Position(one.role.path, 1, 1), f"There is no journey '{one.role.id}'.", hint)
