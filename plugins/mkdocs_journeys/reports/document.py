"""The document behind all reports of `journeys diff`, which can be read again from untrusted JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetPydanticSchema,
    JsonValue,
    PlainSerializer,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from mkdocs_journeys.diff import Change, ChangeKind, Comparison, Judgement
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.match import Matches
from mkdocs_journeys.diff.sentences import Sentence, normalized, parse_sentence, plain_text
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.insight.ways import ways_of
from mkdocs_journeys.model import Step
from mkdocs_journeys.problem import Position

LARGEST = 5_000_000
"""Bytes of a document that is read: some eight thousand changes."""
LAST_LINE = 20_000_000
MOST_STEPS = 10_000


def _no_object(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        raise ValueError("a value is no object")
    return value


def _sentence(value: Any, from_text: ValidatorFunctionWrapHandler) -> Any:
    return value if isinstance(value, tuple) else from_text(value)


CatalogKind = Literal["catalog-stage", "channel", "touchpoint", "team", "segment", "metric", "lane", "figure"]
PartKind = Literal["stage", "step", "pain", "solution", "experiment", "finding"]
MeasuredKind = Literal["measure", "source", "definition", "observed-journey"]
EntityKind = Literal["atlas", CatalogKind, "journey", "persona", "opportunity", "evidence", PartKind, MeasuredKind]
Name = Annotated[str, StringConstraints(min_length=1)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
SideName = Literal["base", "head"]
Number = Annotated[int, Field(ge=1, le=LAST_LINE)]
Emotion = Annotated[float, Field(ge=-2, le=2)]
WayRows = Annotated[
    tuple[Annotated[tuple[Number, ...], Field(max_length=MOST_STEPS)], ...], Field(max_length=MOST_STEPS)
]
Value = Annotated[JsonValue, AfterValidator(_no_object)]
_Text = Annotated[Name, AfterValidator(parse_sentence), WrapValidator(_sentence), PlainSerializer(plain_text)]
SentenceText = Annotated[Sentence, GetPydanticSchema(lambda _, handler: handler.generate_schema(_Text))]
"""A sentence, which is a text with quotes between asterisks in JSON."""


class ReportModel(BaseModel):
    """Frozen, and strict about keys and types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class FilePosition(ReportModel):
    """A position in a file; line and column count from 1."""

    file: str
    line: Number
    column: Number


class AcknowledgedPart(ReportModel):
    """That a change was accepted as it is: by whom, for what reason, and until what day (YYYY-MM-DD)."""

    by: str
    until: Day
    reason: str


class ChangeItem(ReportModel):
    """One change."""

    kind: ChangeKind
    entity: EntityKind
    id: Name
    field: str | None
    judgement: Judgement
    fingerprint: Fingerprint
    sentence: SentenceText
    old: Value
    new: Value
    base: FilePosition | None
    head: FilePosition | None
    acknowledged: AcknowledgedPart | None = None


class StepPart(ReportModel):
    """A step of a journey with its mean emotion before and after; `was` and `number` are its numbers then and now."""

    name: str
    was: Number | None
    number: Number | None
    before: Emotion | None
    after: Emotion | None


class JourneyPart(ReportModel):
    """A journey with changes, and its steps in order, including removed ones.

    `ways_before` and `ways_after` are rows of numbers of steps that follow each other: the main way, then each way
    beside it, with the steps where that leaves and rejoins; empty where all steps are one row.
    """

    id: Name
    title: str
    changes: tuple[Fingerprint, ...]
    steps: Annotated[tuple[StepPart, ...], Field(max_length=MOST_STEPS)]
    ways_before: WayRows = ()
    ways_after: WayRows = ()


class TeamPart(ReportModel):
    """A team, and the changes that it should review."""

    id: Name
    name: str
    handle: str | None
    changes: tuple[Fingerprint, ...]


class PainPart(ReportModel):
    """A pain with changes, as it is now."""

    id: Name
    title: str
    severity: Literal["cosmetic", "minor", "major", "critical"] | None


class SideProblem(ReportModel):
    """A mistake in the files of one side, for which something there could not be compared; `hint` is "" for none."""

    side: SideName
    file: str
    line: Number
    column: Number
    message: str
    hint: str


class DiffDocument(ReportModel):
    """The changes, with the journeys, teams and pains that they concern.

    `problems` are mistakes of either side: the changes are those of what could be read. `absent` is the side that
    has no journeys at all, as before the first of them.
    """

    format: Annotated[int, Field(ge=1, le=1)]
    changes: tuple[ChangeItem, ...]
    journeys: tuple[JourneyPart, ...] = ()
    teams: tuple[TeamPart, ...] = ()
    pains: tuple[PainPart, ...] = ()
    problems: tuple[SideProblem, ...] = ()
    absent: SideName | None = None


class InvalidReport(ValueError):  # noqa: N818
    """Bytes that are no document; the message is one line and repeats nothing of them."""


def read(data: bytes) -> DiffDocument:
    """Parse a document. Raises InvalidReport for whatever does not fit, and for what is too large."""
    if len(data) > LARGEST:
        raise InvalidReport(f"It is larger than {LARGEST:,} bytes.")
    try:
        return DiffDocument.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        keys = DiffDocument.model_fields
        place = ".".join(str(part) for part in first["loc"][:2] if isinstance(part, int) or part in keys)
        raise InvalidReport(f"{place or 'It'} does not fit the schema ({first['type']}).") from None


def document_of(changes: Sequence[Change], comparison: Comparison) -> DiffDocument:
    """The document of some changes of a comparison."""
    return DiffDocument(
        format=1,
        changes=tuple(map(_item, changes)),
        journeys=tuple(_journeys(changes, comparison)),
        teams=tuple(_teams(changes, comparison)),
        pains=tuple(_pains(changes, comparison)),
    )


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
    )


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
    was, here = {step: number for number, step in enumerate(mine, 1)}, set(theirs)
    removed: dict[Entity | None, list[Entity]] = {}
    anchor: Entity | None = None
    for step in mine:
        if matches.new_of.get(step) in here:
            anchor = matches.new_of[step]
        else:
            removed.setdefault(anchor, []).append(step)
    yield from (_step(step, was[step], None, None) for step in removed.get(None, []))
    for number, step in enumerate(theirs, 1):
        earlier = matches.old_of.get(step)
        yield _step(earlier, was.get(earlier) if earlier else None, number, step)
        yield from (_step(gone, was[gone], None, None) for gone in removed.get(step, []))


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
