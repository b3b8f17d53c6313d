"""The document of a comparison, made of the changes and of the two atlases."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.match import Matches, aligned_steps
from mkdocs_journeys.diff.sentences import normalized
from mkdocs_journeys.diff.sides import ReadableSides
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.insight.ways import ways_of
from mkdocs_journeys.model import Step
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.reports.document import (
    AcknowledgedPart,
    ChangeItem,
    DiffDocument,
    FilePosition,
    JourneyPart,
    PainPart,
    SideName,
    SideProblem,
    StepPart,
    TeamPart,
    TrendItem,
)


def document_of(
    changes: Sequence[Change],
    comparison: Comparison,
    read: ReadableSides | None = None,
    trends: Sequence[TrendItem] = (),
) -> DiffDocument:
    """The document of some changes of a comparison, and of what could not be `read` of its sides, and `trends`."""
    return DiffDocument(
        format=1,
        changes=tuple(map(_item, changes)),
        journeys=tuple(_journeys(changes, comparison)),
        teams=tuple(_teams(changes, comparison)),
        pains=tuple(_pains(changes, comparison)),
        problems=tuple(_problems(read)) if read else (),
        trends=tuple(trends),
        absent="base" if read and read.base_absent else "head" if read and read.head_absent else None,
    )


def _problems(read: ReadableSides) -> Iterator[SideProblem]:
    sides: tuple[tuple[SideName, Sequence[Problem]], ...] = (
        ("base", read.base_problems),
        ("head", read.head_problems),
    )
    for side, problems in sides:
        for one in problems:
            yield SideProblem(side=side, **asdict(one.position), message=one.message, hint=one.hint)


def _item(change: Change) -> ChangeItem:
    return ChangeItem(
        kind=change.kind,
        entity=change.entity,  # type: ignore[arg-type]
        id=change.id,
        field=change.field,
        judgement=change.judgement,
        fingerprint=change.fingerprint,
        sentence=normalized(change.sentence),
        old=change.old,
        new=change.new,
        base=_position(change.base),
        head=_position(change.head),
        acknowledged=_acknowledged(change),
    )


def _acknowledged(change: Change) -> AcknowledgedPart | None:
    said = change.acknowledged
    return AcknowledgedPart(by=said.by, until=said.until.isoformat(), reason=said.reason) if said else None


def _position(position: Position | None) -> FilePosition | None:
    return FilePosition(**asdict(position)) if position else None


def _teams(changes: Sequence[Change], comparison: Comparison) -> Iterator[TeamPart]:
    for id, fingerprints in _grouped((owner, change) for change in changes for owner in change.owners).items():
        team = comparison.new.teams.get(id) or comparison.old.teams.get(id)
        name, handle = (team.name, team.codeowner) if team else (id, None)
        yield TeamPart(id=id, name=name, handle=handle, changes=fingerprints)


def _pains(changes: Sequence[Change], comparison: Comparison) -> Iterator[PainPart]:
    for id in dict.fromkeys(change.id for change in changes if change.entity == "pain"):
        located = comparison.new.pains.get(id) or comparison.old.pains.get(id)
        if located:
            yield PainPart(id=id, title=located.pain.title, severity=located.pain.severity)


def _journeys(changes: Sequence[Change], comparison: Comparison) -> Iterator[JourneyPart]:
    found = _grouped((change.journey, change) for change in changes if change.journey)
    if not found:
        return
    old, new, matches = comparison.old.journeys, comparison.new.journeys, comparison.matches
    mine, theirs = (grouped(side["step"], lambda step: step.root) for side in (comparison.before, comparison.after))
    for id, fingerprints in found.items():
        now = comparison.after_by_id.get(("journey", id))
        was = matches.old_of.get(now) if now else comparison.before_by_id.get(("journey", id))
        known = new.get(id) or old.get(id)
        before, after = mine.get(was, []) if was else [], theirs.get(now, []) if now else []
        yield JourneyPart(
            id=id,
            title=known.title if known else id,
            changes=fingerprints,
            steps=tuple(_steps(before, after, matches)),
            ways_before=tuple(_rows(before)),
            ways_after=tuple(_rows(after)),
        )


def _steps(mine: Sequence[Entity], theirs: Sequence[Entity], matches: Matches) -> Iterator[StepPart]:
    """The new steps in order; each removed one follows the step that it followed before."""
    was, numbers = ({step: number for number, step in enumerate(side, 1)} for side in (mine, theirs))
    for earlier, step in aligned_steps(mine, theirs, matches):
        yield _step(earlier, was.get(earlier) if earlier else None, numbers[step] if step else None, step)


def _rows(entities: Sequence[Entity]) -> Iterator[tuple[int, ...]]:
    """The rows of a journey's steps that follow each other, by their numbers; none where all are one row."""
    steps = [entity.model for entity in entities if isinstance(entity.model, Step)]
    ways = ways_of(steps, [step_emotion(step) is not None for step in steps])
    rows = [ways.main, *((side.leaves, *side.steps, side.rejoins) for side in ways.sides)]
    if ways.sides:
        yield from (tuple([index + 1 for index in row if index is not None]) for row in rows)


def _step(earlier: Entity | None, was: int | None, number: int | None, step: Entity | None) -> StepPart:
    shown = step or earlier
    name, before = shown.name if shown else "", _emotion(earlier) if was else None
    return StepPart(name=name, was=was, number=number, before=before, after=_emotion(step))


def _emotion(entity: Entity | None) -> float | None:
    return step_emotion(entity.model) if entity and isinstance(entity.model, Step) else None


def _grouped(pairs: Iterable[tuple[str, Change]]) -> dict[str, tuple[str, ...]]:
    """The fingerprints of each key, in order."""
    groups: dict[str, list[str]] = {}
    for key, change in pairs:
        groups.setdefault(key, []).append(change.fingerprint)
    return {key: tuple(found) for key, found in groups.items()}
