"""The shapes that every file kind is made of: text, ids, dates, addresses, references."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
FINDING_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}(/[a-z0-9][a-z0-9-]{0,63})?$"
JOURNEY_OR_STEP_PATTERN = r"^(journey:)?[a-z0-9][a-z0-9-]{0,63}$"
_RELATIVE = r"(?:\.{0,2}/)?[\w.~%#?=&+,;@!()-][\w.~%#?=&+,;@!()/-]*"
URL_PATTERN = rf"^(?:https?://[^\s\\<>\x22]+|mailto:[^\s\\<>\x22]+|{_RELATIVE})$"
IMAGE_PATTERN = r"^(?:assets/)?(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.(?i:png|jpe?g|webp|gif|avif)$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"
MONTH_PATTERN = r"^\d{4}-(?:0[1-9]|1[0-2])$"
ENVIRONMENT_PATTERN = r"^[A-Z][A-Z0-9_]*$"
FINGERPRINT_PATTERN = r"^[0-9a-f]{16}$"
COLOUR_PATTERN = r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
FORM_HINTS = {
    ID_PATTERN: "Ids are made of a-z, 0-9 and hyphens, at most 64 characters.",
    URL_PATTERN: "Write an address that starts with https://, http:// or mailto:, or a relative path without spaces.",
    IMAGE_PATTERN: "Write the name of a png, jpg, webp, gif or avif file under assets/, without spaces.",
    LANGUAGE_PATTERN: "Write the code of a language, such as de, fr or pt-BR.",
    MONTH_PATTERN: 'Write a month in quotes, as year and number: "2026-09".',
    ENVIRONMENT_PATTERN: "Write the name of an environment variable, such as WAREHOUSE_URL; never the address itself.",
    FINGERPRINT_PATTERN: 'Write the sixteen digits that journeys diff prints, in quotes: "60f193be5c02b8b5".',
    COLOUR_PATTERN: 'Write # and six digits, in quotes: "#1a7f37".',
}
"""What an author has to write for a text to match a pattern."""

_FORGOTTEN: set[str] = set()


@dataclass(frozen=True, slots=True)
class Scale:
    """Marks a number of which the whole values each have a meaning, and others lie between two of them."""


class Model(BaseModel):
    """A part of a file: frozen, and strict about names that the format does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_post_init(self, _context: Any) -> None:
        """Forget which fields were given and which are defaults: a third of the memory of an atlas, and unused."""
        object.__setattr__(self, "__pydantic_fields_set__", _FORGOTTEN)


class Document(Model):
    """A whole file. `id` and `path` come from the file's name and place, never from its text."""

    id: str
    path: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as the id of something of this kind, for `references.references_of`."""

    kind: str


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """The models that a type is made of, without the models of their fields."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def iso_date(text: str) -> date | None:
    """The day that a text `YYYY-MM-DD` names; None for other forms and for days that do not exist."""
    try:
        return date.fromisoformat(text) if len(text) == 10 and text[4] == text[7] == "-" else None
    except ValueError:
        return None


def _only_iso_text(value: Any) -> Any:
    day = iso_date(value) if isinstance(value, str) else None
    if day is None:
        raise PydanticCustomError("date", "needs a date that exists, written YYYY-MM-DD")
    return day


def _whole(value: float) -> float:
    return int(value) if value.is_integer() else value


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Rich = Text
"""CommonMark without raw HTML and images; rendered by `site.richtext`."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Date = Annotated[date, BeforeValidator(_only_iso_text)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Percent = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]
Count = Annotated[int, Field(strict=True, ge=0)]
Flag = Annotated[bool, Field(strict=True)]
Emotion = Annotated[
    float,
    Field(strict=True, ge=-2, le=2, allow_inf_nan=False),
    AfterValidator(_whole),
    PlainSerializer(lambda emotion: emotion),
    Scale(),
]
"""From -2 to 2; an int where it is a whole number, so that it is shown as it was written."""
Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]
OneOrMany = BeforeValidator(_one_or_many)
Texts = tuple[Text, ...]

StageRef = Annotated[Id, Ref("stage")]
ChannelRef = Annotated[Id, Ref("channel")]
TouchpointRef = Annotated[Id, Ref("touchpoint")]
TeamRef = Annotated[Id, Ref("team")]
SegmentRef = Annotated[Id, Ref("segment")]
MetricRef = Annotated[Id, Ref("metric")]
VolumeRef = Annotated[Id, Ref("volume")]
SourceRef = Annotated[Id, Ref("source")]
"""The id of one of the `sources` of measure.yml."""
LaneRef = Annotated[Id, Ref("lane")]
MapLaneRef = Annotated[Id, Ref("map-lane")]
"""The id of a lane of the catalog, or of one that every map has: see `vocabulary.MAP_LANES`."""
PathRef = Annotated[Id, Ref("path")]
"""The id of one of the `paths` of the same journey."""
JourneyRef = Annotated[Id, Ref("journey")]
PersonaRef = Annotated[Id, Ref("persona")]
PainRef = Annotated[Id, Ref("pain")]
OpportunityRef = Annotated[Id, Ref("opportunity")]
EvidenceRef = Annotated[str, StringConstraints(pattern=FINDING_PATTERN), Ref("evidence")]
NextRef = Annotated[str, StringConstraints(pattern=JOURNEY_OR_STEP_PATTERN), Ref("next")]
"""The id of a step of the same journey, or `journey:ID`."""


def is_block(value: object) -> str:
    """The tag of a value where a block of fields or a plain value may stand: `mapping` or `plain`."""
    return "mapping" if isinstance(value, dict | Model) else "plain"


class Image(Model):
    """A picture under `assets/`."""

    src: Annotated[str, StringConstraints(pattern=IMAGE_PATTERN), Ref("asset")]
    """The picture's file under assets/: png, jpg, webp, gif or avif. Example: price-list.png"""
    alt: Text
    """What the picture shows, for people who do not see it. Example: The price list, with three plans side by side"""


class Link(Model):
    """A titled address."""

    title: Text
    """What a reader sees. Example: The recordings of the interviews"""
    url: Url
    """Where it leads. Example: https://example.com/research"""


class Job(Model):
    """A job to be done: what somebody wants to get done, whatever they use for it."""

    job: Text
    """What they want to get done. Example: Know the whole price before I ask anybody"""
    when: Text | None = None
    """In which situation. Example: When I compare three tools"""
    so_that: Text | None = None
    """What they gain by it. Example: So that nobody has to ask twice for money"""


Jobs = tuple[Annotated[Annotated[Job, Tag("mapping")] | Annotated[Text, Tag("plain")], Discriminator(is_block)], ...]
"""Jobs to be done: a text, or a block with the situation and the gain."""


class Cost(Model):
    """What something costs, from a low guess to a high one."""

    low: Annotated[Number, Field(ge=0)]
    """The lowest that it may cost. Example: 20000"""
    high: Annotated[Number, Field(ge=0)] | None = None
    """The highest that it may cost. Example: 35000"""
    unit: Text
    """What it is counted in. Example: EUR"""

    @model_validator(mode="after")
    def _check_range(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise PydanticCustomError("range", "is lower at its high end than at its low end")
        return self


class RunningCost(Cost):
    """What leaving something as it is costs, again and again."""

    per: Text | None = None
    """How often that falls due. Example: month"""


class Figure(Model):
    """A number that needs no metric in the catalog."""

    name: Text
    """What the number says. Example: Do not come back"""
    value: Number
    """The number. Example: 38"""
    unit: Text | None = None
    """What it is counted in. Example: "%" """
    n: Count | None = None
    """How many people or cases it rests on. Example: 412"""
    date: Date | None = None
    """The day of the count. Example: 2026-06-30"""
    evidence: EvidenceRef | None = None
    """Where it is written down, as study or study/finding. Example: funnel-2026"""
