"""Runs rules over an atlas: the only place that knows ids, levels and positions at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.levels import Settings, named_rules
from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.lint.rule import Finding, Rule
from mkdocs_journeys.problem import Position, Problem, Severity, suggest

CATALOG = "catalog.yml"


def run(rules: Iterable[Rule], atlas: Atlas, today: date, settings: Settings) -> Iterator[Problem]:
    """What the rules find, file by file, at the levels that the settings give; nothing for a rule that is off."""
    folder = atlas.catalog.path.removesuffix(CATALOG)
    by_file: defaultdict[str, list[tuple[Rule, Severity, Finding]]] = defaultdict(list)
    for rule in rules:
        for finding in rule.check(atlas, today) if settings.may_be_on(rule) else ():
            severity = settings.level(rule, finding.file.removeprefix(folder))
            if severity:
                by_file[finding.file].append((rule, severity, finding))
    for file, found in by_file.items():
        positions = _positions(atlas, file, [finding for _, _, finding in found])
        for (rule, severity, finding), at in zip(found, positions, strict=True):
            yield Problem(rule.id, at, finding.message, finding.hint, severity, path=finding.path)


def unknown_in_catalog(rules: Iterable[Rule], atlas: Atlas) -> Iterator[Problem]:
    """Rules that the catalog's settings name and that do not exist."""
    known = {rule.id for rule in rules}
    for path, id in named_rules(atlas.catalog.lint):
        if id not in known:
            finding = Finding(atlas.catalog.path, ("lint", *path), "", "", key=True)
            yield unknown(id, known, _positions(atlas, finding.file, [finding])[0])


def unknown(id: str, known: Iterable[str], position: Position) -> Problem:
    """A problem for a rule that settings name and that does not exist, or that cannot be set."""
    if id in LOADING:
        hint = "Remove the line. Only what can be read can be judged by other rules."
        return Problem("rule-unknown", position, f"'{id}' is always on: it is about whether files can be read.", hint)
    near = suggest(id, known)
    hint = f"Did you mean '{near}'?" if near else "`journeys rules` lists them all."
    return Problem("rule-unknown", position, f"There is no rule '{id}'.", hint)


def _positions(atlas: Atlas, file: str, findings: Sequence[Finding]) -> list[Position]:
    """Where findings of one file stand in it."""
    source = atlas.sources.get(file)
    if source is None:
        return [Position(file, 1, 1) for _ in findings]
    return [Position(file, *place) for place in source.locate_all([(one.path, one.key) for one in findings])]
