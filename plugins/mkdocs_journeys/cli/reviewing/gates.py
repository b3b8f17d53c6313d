"""What makes `journeys diff` fail, and what its options choose: each of them has to name something that is there."""

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from mkdocs_journeys.cli.reviewing.sides import Side
from mkdocs_journeys.diff import Change, Judgement
from mkdocs_journeys.diff.sides import ReadableSides
from mkdocs_journeys.load import FileRole, role_of
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.reports.comparison.trends import TRENDS, TrendGate
from mkdocs_journeys.wording import terminal_safe

FAIL_ON = {
    "worse": frozenset({Judgement.WORSE}),
    "look": frozenset({Judgement.WORSE, Judgement.REVIEW}),
    "any": frozenset(Judgement),
}
"""The values of `--fail-on` that are about changes, each with the judgements that make the run fail."""
TOLERANCE = re.compile(r"\d{1,6}(?:\.\d{1,6})?")


class GateType(click.Choice[str]):
    """A kind of change, or a trend with what is tolerated of it: `worse`, `emotion-down`, `emotion-down:0.2`."""

    name = "gate"

    def __init__(self) -> None:
        super().__init__((*FAIL_ON, *TRENDS))

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What help shows for a value."""
        return f"[{'|'.join(FAIL_ON)}|{'|'.join(f'{name}[:N]' for name in TRENDS)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The gate of a text."""
        if isinstance(value, TrendGate):
            return value
        name, colon, number = value.partition(":")
        gate = super().convert(name, param, ctx)
        if not colon:
            return TrendGate(gate)
        if gate not in TRENDS or not TOLERANCE.fullmatch(number):
            self.fail(f"{terminal_safe(value)} is no trend with a number, such as emotion-down:0.2.", param, ctx)
        return TrendGate(gate, float(number))


def failing_judgements(gates: Iterable[TrendGate], read: ReadableSides) -> frozenset[Judgement]:
    """The judgements that make the run fail; of first journeys, which are no worse than none, only `any` does."""
    names = [gate.name for gate in gates if gate.name == "any" or not read.base_absent]
    return frozenset().union(*(FAIL_ON[name] for name in names if name in FAIL_ON))


def trend_gates(gates: Iterable[TrendGate]) -> list[TrendGate]:
    """Those gates that need both atlases as a whole."""
    return [gate for gate in gates if gate.name in TRENDS]


def known_groups(wanted: Collection[str], sides: Sequence[Side]) -> None:
    """Raise BadParameter for a group that no journey of either side is in; it need not have changed."""
    roles = [role_of(path, side.tree.folder) for side in sides for path in side.tree.files]
    folders = {role.group for role in roles if isinstance(role, FileRole) and role.kind == "journey"}
    known = {"/".join(parts[:end]) for group in folders if (parts := group.split("/")) for end in range(len(parts) + 1)}
    for group in wanted:
        if group.strip("/") not in known:
            raise _unknown("--group", "There are no journeys in the group", group, known)


def known_owners(wanted: Collection[str], read: ReadableSides) -> None:
    """Raise BadParameter for a team that the catalog of neither side has."""
    known = {*read.old.teams, *read.new.teams}
    for owner in wanted:
        if owner not in known:
            raise _unknown("--owner", "There is no team", owner, known)


def _unknown(option: str, message: str, word: str, known: Collection[str]) -> click.BadParameter:
    near = suggest(word, known)
    hint = f" Did you mean '{terminal_safe(near)}'?" if near else ""
    return click.BadParameter(f"{message} '{terminal_safe(word)}'.{hint}", param_hint=option)


def ignored(file: Path, changes: Sequence[Change]) -> frozenset[str]:
    """The fingerprints in an ignore file; those that are of no change are told on the error stream.

    They are the first word of each line; the rest, and lines with #, are remarks. Raises BadParameter where a file
    has fingerprints, and none is of a change.
    """
    lines = enumerate(file.read_text("utf-8", "replace").splitlines(), 1)
    listed = {words[0]: number for number, line in lines if (words := line.split()) and not words[0].startswith("#")}
    dead = listed.keys() - {change.fingerprint for change in changes}
    name = terminal_safe(str(file))
    for fingerprint in sorted(dead, key=lambda one: listed[one]):
        place = f"{name}:{listed[fingerprint]}"
        click.echo(f"{place}: {terminal_safe(fingerprint)} is the fingerprint of no change here.", err=True)
    if listed and len(dead) == len(listed):
        raise click.BadParameter(f"Nothing in {name} is the fingerprint of a change here.", param_hint="--ignore")
    return frozenset(listed)
