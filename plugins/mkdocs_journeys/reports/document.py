"""The document behind all reports of `journeys diff`, which can be read again from untrusted JSON."""

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

from mkdocs_journeys.diff import ChangeKind, Judgement
from mkdocs_journeys.diff.sentences import Sentence, parse_sentence, plain_text

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


class TrendItem(ReportModel):
    """A figure that a gate looked at, before and after; `failing` if it got worse by more than the `tolerance`.

    `id` is that of the journey or group, None for the whole atlas; `name` is a journey's title, else that id.
    """

    gate: Literal["emotion-down", "open-pains-up", "unowned-up"]
    scope: Literal["whole", "group", "journey"]
    id: str | None
    name: str
    before: float
    after: float
    tolerance: float
    failing: bool


class DiffDocument(ReportModel):
    """The changes, with the journeys, teams and pains that they concern.

    `problems` are mistakes of either side: the changes are those of what could be read. `absent` is the side that
    has no journeys at all, as before the first of them. `trends` are what gates on trends looked at.
    """

    format: Annotated[int, Field(ge=1, le=1)]
    changes: tuple[ChangeItem, ...]
    journeys: tuple[JourneyPart, ...] = ()
    teams: tuple[TeamPart, ...] = ()
    pains: tuple[PainPart, ...] = ()
    problems: tuple[SideProblem, ...] = ()
    absent: SideName | None = None
    trends: tuple[TrendItem, ...] = ()


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
