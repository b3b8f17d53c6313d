"""What definitions and sources share: which rows count, and spans of time."""

from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from mkdocs_journeys.model.base import Flag, Model, OneOrMany, Text, Texts, is_block
from mkdocs_journeys.model.duration import duration_of


def _exact(text: str) -> str:
    found = duration_of(text)
    if found is None or found.low != found.high or found.high <= 0 or found.high != int(found.high):
        raise PydanticCustomError("window", "needs a span of time, such as 30 d, 12 h or 2 s")
    return text


def seconds_of(window: str) -> int:
    """The seconds of a `Window`."""
    found = duration_of(window)
    return int(found.high) if found else 0


def _as_written(value: Any) -> Any:
    """A number as exports write it: a whole one without a point."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _texts_of(value: Any) -> tuple[str, ...]:
    """One value or several as texts; true and false in small letters."""
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(str(one).lower() if isinstance(one, bool) else one for one in values)


def _known_zone(text: str) -> str:
    known = available_timezones()
    if known and text not in known:
        raise PydanticCustomError("zone", "needs a time zone, such as Europe/Berlin or UTC")
    return text


Zone = Annotated[Text, AfterValidator(_known_zone)]
"""A time zone of the IANA's list."""
Window = Annotated[Text, AfterValidator(_exact)]
"""A span of time without a range: `30 d`, `12 h`, `2 s`; a month has 30 days."""
_Value = Flag | Annotated[Text, BeforeValidator(_as_written)]
Condition = Annotated[_Value | tuple[_Value, ...], AfterValidator(_texts_of)]
"""One value that a property may have, or a list of them; compared as text."""
Conditions = dict[Text, Condition]
"""Property to the values that count: all of the properties have to fit."""


class EventWhere(Model):
    """Events of certain names whose properties have certain values."""

    event: Annotated[Texts, OneOrMany, Field(min_length=1)]
    """The name of the event, or of several of which any counts. Example: trial_started"""
    where: Conditions = Field(default_factory=dict)
    """Which values of its properties count. Example: {plan: [solo, team]}"""
    unless: Conditions = Field(default_factory=dict)
    """Which values of its properties do not count. Example: {is_bot: true}"""


def _name_or_list(value: Any) -> str:
    return "plain" if isinstance(value, list | tuple) else is_block(value)


Occurrence = Annotated[
    Annotated[EventWhere, Tag("mapping")] | Annotated[Texts, OneOrMany, Tag("plain")], Discriminator(_name_or_list)
]
"""Something that happens: the name of an event, a list of names, or a block with conditions."""


def event_of(occurrence: EventWhere | tuple[str, ...]) -> EventWhere:
    """An `Occurrence` as a block."""
    return occurrence if isinstance(occurrence, EventWhere) else EventWhere(event=occurrence)
