"""Runs rules over an atlas: the only place that knows ids, levels and positions at once."""

from collections.abc import Iterable, Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.levels import Settings, named_rules
from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.lint.rule import Finding, Rule
from mkdocs_journeys.problem import Position, Problem, suggest

CATALOG = "catalog.yml"


def run(rules: Iterable[Rule], atlas: Atlas, today: date, settings: Settings) -> Iterator[Problem]:
    """What the rules find, at the levels that the settings give; nothing for a rule that is off."""
    folder = atlas.catalog.path.removesuffix(CATALOG)
    for rule in rules:
        for finding in rule.check(atlas, today) if settings.may_be_on(rule) else ():
            severity = settings.level(rule, finding.file.removeprefix(folder))
            if severity:
                at = _position(atlas, finding)
                yield Problem(rule.id, at, finding.message, finding.hint, severity, path=finding.path)


def unknown_in_catalog(rules: Iterable[Rule], atlas: Atlas) -> Iterator[Problem]:
    """Rules that the catalog's settings name and that do not exist."""
    known = {rule.id for rule in rules}
    for path, id in named_rules(atlas.catalog.lint):
        if id not in known:
            finding = Finding(atlas.catalog.path, ("lint", *path), "", "", key=True)
            yield unknown(id, known, _position(atlas, finding))


def unknown(id: str, known: Iterable[str], position: Position) -> Problem:
    """A problem for a rule that settings name and that does not exist, or that cannot be set."""
    if id in LOADING:
        hint = "Remove the line. Only what can be read can be judged by other rules."
        return Problem("rule-unknown", position, f"'{id}' is always on: it is about whether files can be read.", hint)
    near = suggest(id, known)
    hint = f"Did you mean '{near}'?" if near else "`journeys rules` lists them all."
    return Problem("rule-unknown", position, f"There is no rule '{id}'.", hint)


def _position(atlas: Atlas, finding: Finding) -> Position:
    source = atlas.sources.get(finding.file)
    line, column = source.locate(finding.path, key=finding.key) if source else (1, 1)
    return Position(finding.file, line, column)
