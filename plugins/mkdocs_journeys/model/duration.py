"""How long something takes: what authors write, as seconds, and sums in words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext, spoken_language

MINUTE, HOUR, DAY = 60, 3_600, 86_400
WEEK, MONTH, YEAR = 7 * DAY, 30 * DAY, 365 * DAY
_UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), HOUR),
    **dict.fromkeys(("d", "day", "days"), DAY),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), WEEK),
    **dict.fromkeys(("mo", "month", "months"), MONTH),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), YEAR),
}
"""Words for units to seconds; a month counts as 30 days, a year as 365."""
_SHOWN = (
    (2 * YEAR, YEAR, "years"),
    (60 * DAY, MONTH, "months"),
    (21 * DAY, WEEK, "weeks"),
    (2 * DAY, DAY, "d"),
    (2 * HOUR, HOUR, "h"),
    (2 * MINUTE, MINUTE, "min"),
)
"""From how many seconds on a duration is shown in a unit."""
_MOST_WHOLE = 99
"""Up to which figure a smaller unit is shown in place of decimals."""
_NUMBER = r"\d+(?:[.,]\d+)?"
_AMOUNT = re.compile(rf"({_NUMBER})\s*([a-z]+)")
_RANGE = re.compile(rf"({_NUMBER})\s*([a-z]*)\s*(?:-|–|—|to)\s*({_NUMBER})\s*([a-z]+)")
_ISO = re.compile(
    rf"p(?:({_NUMBER})y)?(?:({_NUMBER})m)?(?:({_NUMBER})w)?(?:({_NUMBER})d)?"
    rf"(?:t(?:({_NUMBER})h)?(?:({_NUMBER})m)?(?:({_NUMBER})s)?)?"
)
_ISO_UNITS = (YEAR, MONTH, WEEK, DAY, HOUR, MINUTE, 1)
_ABOUT = re.compile(r"(?:~|≈|about|around|circa|ca\.?)\s*")
_AT_MOST = re.compile(r"(?:<|≤|up to|at most|less than)\s*")


class Duration(NamedTuple):
    """From `low` to `high` seconds."""

    low: float
    high: float

    def __str__(self) -> str:
        """In the unit that suits the longer end, such as "3 weeks"; rather in days, "20–30 d", than "2.9–4.3 weeks"."""
        suiting = [(size, unit) for least, size, unit in _SHOWN if self._is_told_in(least, size)] or [(1, "s")]
        size, unit = next(filter(self._is_whole_in, suiting), suiting[0])
        low, high = _figure(self.low / size), _figure(self.high / size)
        most = ceil(self.high / size)
        if low != high and self.low:
            return _with_unit(f"{low}{spoken_language().dash}{high}", most, unit)
        time = _with_unit(high, most, unit)
        return time if low == high else _("up to %(time)s", time=time)

    def _is_told_in(self, least: float, size: float) -> bool:
        """Whether a unit of this size suits: from so many seconds on, and for whole hours and days."""
        is_whole = size <= DAY and self.high > 0 and self.low % size == self.high % size == 0
        return self.high >= least or is_whole

    def _is_whole_in(self, unit: tuple[int, str]) -> bool:
        """Whether both ends are whole numbers of a unit, and not too large."""
        size, _ = unit
        return self.low % size == self.high % size == 0 and self.high <= _MOST_WHOLE * size


def shown_duration(text: str) -> str:
    """A duration as it is typed, but "25 min" for PT25M, which is for machines."""
    found = duration_of(text) if text[:1] in ("P", "p") else None
    return str(found) if found else text


@lru_cache(maxsize=4_096)
def duration_of(text: str) -> Duration | None:
    """What a text such as "5 min", "1 h 30 min", "2–5 d", "up to 3 weeks" or "PT20M" says; None for any other."""
    words = _ABOUT.sub("", " ".join(text.casefold().split()), count=1)
    if found := _AT_MOST.match(words):
        most = duration_of(words[found.end() :])
        return Duration(0, most.high) if most else None
    if found := _RANGE.fullmatch(words):
        low, low_unit, high, high_unit = found.groups()
        units = _UNITS.get(low_unit or high_unit), _UNITS.get(high_unit)
        if units[0] and units[1] and _number(low) * units[0] <= _number(high) * units[1]:
            return Duration(_number(low) * units[0], _number(high) * units[1])
        return None
    seconds = _iso(words) if words.startswith("p") else _amounts(words)
    return None if seconds is None else Duration(seconds, seconds)


def added(durations: Iterable[Duration]) -> Duration:
    """One after the other."""
    known = list(durations)
    return Duration(sum(one.low for one in known), sum(one.high for one in known))


def longest(durations: Iterable[Duration]) -> Duration:
    """All at the same time; there has to be one."""
    known = list(durations)
    return Duration(max(one.low for one in known), max(one.high for one in known))


def _amounts(words: str) -> float | None:
    """The seconds of amounts such as "1 h 30 min"; None if anything else stands there."""
    found = _AMOUNT.findall(words)
    rest = _AMOUNT.sub("", words).replace("and", "").strip(" ,")
    if not found or rest or any(unit not in _UNITS for _, unit in found):
        return None
    return sum(_number(amount) * _UNITS[unit] for amount, unit in found)


def _iso(words: str) -> float | None:
    found = _ISO.fullmatch(words)
    if not found or not any(found.groups()):
        return None
    return sum(_number(amount) * unit for amount, unit in zip(found.groups(), _ISO_UNITS, strict=True) if amount)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _figure(value: float) -> str:
    """At most one decimal, and none from ten on."""
    rounded = round(value) if value >= 10 else round(value, 1)
    return spoken_language().figure(f"{rounded:g}")


def _with_unit(figure: str, most: int, unit: str) -> str:
    """A figure, or a range of which the higher end is `most` when rounded up, with its unit."""
    match unit:
        case "years":
            return ngettext("%(figure)s year", "%(figure)s years", most, figure=figure)
        case "months":
            return ngettext("%(figure)s month", "%(figure)s months", most, figure=figure)
        case "weeks":
            return ngettext("%(figure)s week", "%(figure)s weeks", most, figure=figure)
        case "d":
            # Translators: days, in short
            return _("%(figure)s d", figure=figure)
        case "h":
            # Translators: hours, in short
            return _("%(figure)s h", figure=figure)
        case "min":
            # Translators: minutes, in short
            return _("%(figure)s min", figure=figure)
    # Translators: seconds, in short
    return _("%(figure)s s", figure=figure)
