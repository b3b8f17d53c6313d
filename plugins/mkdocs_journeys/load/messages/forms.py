"""Dates and numbers in the forms in which people write them, as the format wants them."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_SIGN = r"[-./\s]\s*"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SIGN}(\d\d?)(?:{_SIGN}(\d\d?)(?:[T\s]\s*\d.*)?)?").fullmatch
_YEAR_LAST = re.compile(r"(\d\d?)\s*([-./])\s*(\d\d?)\s*\2\s*(\d{4})").fullmatch
_DAY_AND_MONTH = re.compile(rf"(?:(\d\d?)(?:st|nd|rd|th|\.)?\s+)?({_MONTH})\.?,?\s+(\d{{4}})", re.IGNORECASE).fullmatch
_MONTH_AND_DAY = re.compile(rf"({_MONTH})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE).fullmatch
_LONGEST = 40
_TYPOGRAPHIC = {ord(sign): None for sign in "“”„‘’'\""} | {ord(sign): "-" for sign in "−–—"}
_IN_GROUPS = re.compile(r"[-+]?[1-9]\d{0,2}(?:[,.\s]\d{3})+(?![\d,.])")
_DIGITS = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def days_meant(text: str) -> list[str]:
    """The days that a text may name, as YYYY-MM-DD: one, two where day and month may be either, none if none is plain.

    A month stands for its first day.
    """
    days = (_day(*parts) for parts in _numbers_of(text.strip())) if len(text) <= _LONGEST else ()
    return list(dict.fromkeys(day for day in days if day))


def _numbers_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in each way to understand a text."""
    if found := _YEAR_FIRST(text):
        yield int(found[1]), int(found[2]), int(found[3] or 1)
    elif found := _YEAR_LAST(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        yield year, month, day
        if found[2] != ".":
            yield year, day, month
    elif found := _DAY_AND_MONTH(text):
        yield int(found[3]), _month(found[2]), int(found[1] or 1)
    elif found := _MONTH_AND_DAY(text):
        yield int(found[3]), _month(found[1]), int(found[2])


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.casefold()))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def number_meant(text: str) -> str | None:
    """The first number in a text with a point for decimals and nothing between thousands; None if there is none."""
    plain = text[:_LONGEST].translate(_TYPOGRAPHIC)
    if found := _IN_GROUPS.search(plain):
        return re.sub(r"[,.\s+]", "", found[0])
    if found := _DIGITS.search(plain):
        return found[0].replace(",", ".").removeprefix("+")
    word = plain.strip().casefold()
    return str(_NUMBER_WORDS.index(word)) if word in _NUMBER_WORDS else None
