"""From the changes of two atlases to the document that all reports are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Change
from mkdocs_journeys.diff.matching import Matches, matches_of
from mkdocs_journeys.diff.reports.document import Document, Item, JourneyPart, PainPart, Spot, StepPart, TeamPart
from mkdocs_journeys.diff.things import Thing, Things, things_of
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.model import Step
from mkdocs_journeys.problem import Position


def document_of(changes: Sequence[Change], old: Atlas, new: Atlas) -> Document:
    """The changes, with the journeys, teams and pains that they speak of."""
    return Document(
        format=1,
        changes=tuple(item(change) for change in changes),
        journeys=tuple(_journeys(changes, old, new)),
        teams=tuple(_teams(changes, old, new)),
        pains=tuple(_pains(changes, old, new)),
    )


def item(change: Change) -> Item:
    """One change as it stands in the document."""
    return Item(
        kind=change.kind,
        entity=change.entity,  # type: ignore[arg-type]
        id=change.id,
        field=change.field,
        judgement=change.judgement,
        fingerprint=change.fingerprint,
        sentence=change.sentence,
        old=change.old,
        new=change.new,
        base=_spot(change.base),
        head=_spot(change.head),
    )


def _spot(position: Position | None) -> Spot | None:
    return Spot(**asdict(position)) if position else None


def _teams(changes: Sequence[Change], old: Atlas, new: Atlas) -> Iterator[TeamPart]:
    for id, fingerprints in _grouped((owner, change) for change in changes for owner in change.owners).items():
        team = new.teams.get(id) or old.teams.get(id)
        name, handle = (team.name, team.codeowner) if team else (id, None)
        yield TeamPart(id=id, name=name, handle=handle, changes=fingerprints)


def _pains(changes: Sequence[Change], old: Atlas, new: Atlas) -> Iterator[PainPart]:
    for id in dict.fromkeys(change.id for change in changes if change.entity == "pain"):
        hurt = new.hurts.get(id) or old.hurts.get(id)
        if hurt:
            yield PainPart(id=id, title=hurt.pain.title, severity=hurt.pain.severity)


def _journeys(changes: Sequence[Change], old: Atlas, new: Atlas) -> Iterator[JourneyPart]:
    grouped = _grouped((change.journey, change) for change in changes if change.journey)
    if not grouped:
        return
    before, after = things_of(old, new), things_of(new, old)
    matches = matches_of(before, after)
    there = {thing.id: thing for thing in before["journey"]}
    here = {thing.id: thing for thing in after["journey"]}
    mine, theirs = _steps_by_journey(before), _steps_by_journey(after)
    for id, fingerprints in grouped.items():
        now = here.get(id)
        was = matches.old_of.get(now) if now else there.get(id)
        known = new.journeys.get(id) or old.journeys.get(id)
        parts = _steps(mine.get(was.id, []) if was else [], theirs.get(id, []) if now else [], matches)
        yield JourneyPart(id=id, title=known.title if known else id, changes=fingerprints, steps=tuple(parts))


def _steps(mine: Sequence[Thing], theirs: Sequence[Thing], matches: Matches) -> Iterator[StepPart]:
    """The steps as they are now; each that went stands behind the one that it stood behind."""
    was, here = {step: number for number, step in enumerate(mine, 1)}, set(theirs)
    follows: dict[Thing | None, list[Thing]] = {}
    anchor: Thing | None = None
    for step in mine:
        if matches.new_of.get(step) in here:
            anchor = matches.new_of[step]
        else:
            follows.setdefault(anchor, []).append(step)
    yield from (_part(step, was[step], None) for step in follows.get(None, []))
    for number, step in enumerate(theirs, 1):
        earlier = matches.old_of.get(step)
        yield _part(earlier, was.get(earlier) if earlier else None, number, step)
        yield from (_part(gone, was[gone], None) for gone in follows.get(step, []))


def _part(earlier: Thing | None, was: int | None, number: int | None, step: Thing | None = None) -> StepPart:
    shown = step or earlier
    before = _felt(earlier) if was else None
    return StepPart(
        name=shown.name if shown else "", was=was, number=number, before=before, after=_felt(step) if step else None
    )


def _felt(thing: Thing | None) -> float | None:
    return step_emotion(thing.model) if thing and isinstance(thing.model, Step) else None


def _steps_by_journey(things: Things) -> Mapping[str, list[Thing]]:
    steps: dict[str, list[Thing]] = {}
    for thing in things["step"]:
        if thing.journey:
            steps.setdefault(thing.journey.id, []).append(thing)
    return steps


def _grouped(pairs: Iterable[tuple[str, Change]]) -> dict[str, tuple[str, ...]]:
    """The fingerprints of each key, in order."""
    groups: dict[str, list[str]] = {}
    for key, change in pairs:
        groups.setdefault(key, []).append(change.fingerprint)
    return {key: tuple(found) for key, found in groups.items()}
