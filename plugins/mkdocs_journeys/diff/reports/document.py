"""All that a report shows, as one document that can be written as JSON and read again by who trusts nobody."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, StringConstraints, ValidationError

from mkdocs_journeys.diff.change import Judgement, Kind

LARGEST = 5_000_000
"""Bytes of a document that is read: some eight thousand changes."""
LAST_LINE = 20_000_000
MOST_STEPS = 10_000


def _flat(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        raise ValueError("a value is no object")
    return value


Entity = Literal[
    "atlas",
    "catalog-stage",
    "channel",
    "touchpoint",
    "team",
    "segment",
    "metric",
    "lane",
    "figure",
    "journey",
    "persona",
    "opportunity",
    "evidence",
    "stage",
    "step",
    "pain",
    "solution",
    "experiment",
    "finding",
]
Name = Annotated[str, StringConstraints(min_length=1)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Number = Annotated[int, Field(ge=1, le=LAST_LINE)]
Emotion = Annotated[float, Field(ge=-2, le=2)]
Value = Annotated[JsonValue, AfterValidator(_flat)]


class Part(BaseModel):
    """Frozen, and strict about keys and kinds."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Spot(Part):
    """A place in a file; line and column count from 1."""

    file: str
    line: Number
    column: Number


class Item(Part):
    """One change. What an author wrote stands between asterisks in its sentence."""

    kind: Kind
    entity: Entity
    id: Name
    field: str | None
    judgement: Judgement
    fingerprint: Fingerprint
    sentence: Name
    old: Value
    new: Value
    base: Spot | None
    head: Spot | None


class StepPart(Part):
    """A step of a journey with its mean emotion; `was` and `number` count it before and now, null where it is not."""

    name: str
    was: Number | None
    number: Number | None
    before: Emotion | None
    after: Emotion | None


class JourneyPart(Part):
    """A journey that something changed in: its steps in order, those that went included."""

    id: Name
    title: str
    changes: tuple[Fingerprint, ...]
    steps: Annotated[tuple[StepPart, ...], Field(max_length=MOST_STEPS)]


class TeamPart(Part):
    """A team that should look at some of the changes."""

    id: Name
    name: str
    handle: str | None
    changes: tuple[Fingerprint, ...]


class PainPart(Part):
    """A pain that changes speak of."""

    id: Name
    title: str
    severity: Literal["cosmetic", "minor", "major", "critical"] | None


class Document(Part):
    """The changes, and beside them what a reader wants to know about the things that changed."""

    format: Annotated[int, Field(ge=1, le=1)]
    changes: tuple[Item, ...]
    journeys: tuple[JourneyPart, ...] = ()
    teams: tuple[TeamPart, ...] = ()
    pains: tuple[PainPart, ...] = ()


class Unreadable(ValueError):  # noqa: N818
    """Bytes that are no document; the message says why in one line, without a word of what they hold."""


def read(data: bytes) -> Document:
    """The document that some bytes are. Raises Unreadable for whatever does not fit, and for what is too large."""
    if len(data) > LARGEST:
        raise Unreadable(f"It is larger than {LARGEST:,} bytes.")
    try:
        return Document.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"][:2] if isinstance(part, int) or part in _KEYS)
        raise Unreadable(f"{place or 'It'} does not fit the schema ({first['type']}).") from None


_KEYS = frozenset(Document.model_fields)
