"""When a team works, for durations that count nothing else."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_journeys.model.base import Date, Model, OneOrMany, Text
from mkdocs_journeys.model.duration import HOUR, MINUTE
from mkdocs_journeys.model.measuring.conditions import Zone

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""All of them, in order."""


def clock_seconds(text: str) -> int | None:
    """The seconds from midnight to a time such as 08:30, or to 24:00; None for what is no such time."""
    hours, colon, minutes = text.partition(":")
    if not (colon and hours.isascii() and hours.isdigit() and len(minutes) == 2 and minutes.isascii()):
        return None
    if not minutes.isdigit() or int(minutes) > 59 or int(hours) > 24:
        return None
    seconds = int(hours) * HOUR + int(minutes) * MINUTE
    return seconds if seconds <= 24 * HOUR else None


def _known_clock(text: str) -> str:
    if clock_seconds(text) is None:
        raise PydanticCustomError("clock", 'needs a time of day, such as "08:30"')
    return text


Clock = Annotated[Text, AfterValidator(_known_clock)]
"""A time of day, from 00:00 to 24:00."""


class WorkingHours(Model):
    """The hours in which somebody works: what lies between them does not count."""

    opens: Clock
    """When a day's work begins. Example: "08:30" """
    closes: Clock
    """When it ends. Example: "17:00" """
    days: Annotated[tuple[Weekday, ...], OneOrMany, Field(min_length=1)] = WEEKDAYS[:5]
    """On which days of the week; Monday to Friday if nothing is said. Example: [mon, tue, wed, thu, fri, sat]"""
    holidays: tuple[Date, ...] = ()
    """On which of these days nobody works. Example: [2026-12-25, 2026-12-26]"""
    time_zone: Zone | None = None
    """Whose clock it is; that of the figures if nothing is said. Example: Europe/Berlin"""

    @property
    def span(self) -> tuple[int, int]:
        """The seconds from midnight to the beginning and to the end of a day's work."""
        return clock_seconds(self.opens) or 0, clock_seconds(self.closes) or 0

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        opens, closes = self.span
        if opens >= closes:
            raise PydanticCustomError(
                "clock", "closes before it opens: write two definitions for a shift over midnight"
            )
        return self
