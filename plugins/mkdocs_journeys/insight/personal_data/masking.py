"""Masking: personal data in what somebody wrote gives way to a word in brackets, before the text is kept."""

import re
from collections.abc import Iterator

from mkdocs_journeys.insight.personal_data.finders import (
    ACCOUNT,
    ACCOUNT_KIND,
    CARD,
    CARD_KIND,
    MACHINE,
    MACHINE_KIND,
    MAIL_KIND,
    NAME_KIND,
    PHONE_KIND,
    PersonalData,
    is_account,
    is_card,
    is_machine,
    personal_data_in,
)
from mkdocs_journeys.insight.personal_data.names import possible_names_in

NUMBER_KIND, QUERY_KIND = "a long number", "what an address of a page ends in"
MASKS = {
    MAIL_KIND: "[mail]",
    PHONE_KIND: "[phone]",
    ACCOUNT_KIND: "[account]",
    CARD_KIND: "[card]",
    MACHINE_KIND: "[ip]",
    NAME_KIND: "[name]",
    NUMBER_KIND: "[number]",
    QUERY_KIND: "[query]",
}
"""The kinds of personal data, the surest first, to the word that stands in the place of each."""
REMOVED = "[removed]"
"""What stands for a text that masking does not make clean."""
_ROUNDS = 6
_MAIL = re.compile(r"[\w.%+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}\w{2,24}")
_LINK = re.compile(r"(?:://|www\.)\S+")
_DAY = re.compile(
    r"(?<!\d)(?:\d{4}([/.-])\d{1,2}\1\d{1,2}|\d{1,2}([/.-])\d{1,2}\2\d{4}|(?<!\d[/.-])\d{1,2}([/.-])\d{1,2}\3\d\d)"
    r"(?!\d|(?:\1|\2|\3)\d)"
)
_DIGITS = re.compile(r"\+?\(?\d(?:[ \xa0()/.-]{0,2}\d)*")
_FIGURE = re.compile(r"\+?\d{1,3}([ \xa0.])\d{3}(?:\1\d{3})*\Z|0\.\d+\Z")
_NATIONAL = re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\Z|[6-9]\d\d[ \xa0]\d{3}[ \xa0]\d{3}\Z")
_CLOCK = re.compile(r"\d:\Z")
_CALLED = re.compile(
    r"(?i:tel|phone|telefon[eo]?|téléphone|telefoon|mobile?|handy|móvil|cell|fax|whatsapp|sms|call|ring|dial|anrufen)"
    r"\w{0,8}[^\w\n]{1,4}(?:\w{1,6}[^\w\n]{1,3}){0,2}\Z"
)
_LONG = re.compile(r"\d{9}")
"""More digits without a space than figures of daily life have."""
_ANY_ACCOUNT = re.compile(ACCOUNT.pattern, re.ASCII | re.IGNORECASE)


def masked(text: str) -> str:
    """A text without mail addresses, phone numbers, names and whatever else `MASKS` has.

    Rather too much gives way than too little, as nobody sees the text before it is kept. What is masked stays as it is,
    and `personal_data_in` finds nothing in it: a text in which each mask uncovers something else is removed whole.
    """
    for _ in range(_ROUNDS):
        found = sorted(_places(text))
        if not found:
            return text
        text = _replaced(text, found)
    return text if not any(_places(text)) else REMOVED


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of all that has to give way; they may overlap."""
    for kind, start, end in (*personal_data_in(text), *_possible(text)):
        yield start, end, kind


def _replaced(text: str, found: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    done, (start, end, kind) = 0, found[0]
    for next_start, next_end, next_kind in (*found[1:], (len(text) + 1, 0, "")):
        if next_start < end:
            end, kind = max(end, next_end), min(kind, next_kind, key=_ORDER.index)
            continue
        pieces += (text[done:start], MASKS[kind])
        done, start, end, kind = end, next_start, next_end, next_kind
    return "".join(pieces) + text[done:]


_ORDER = list(MASKS)


def _possible(text: str) -> Iterator[PersonalData]:
    for pattern, kind in ((_MAIL, MAIL_KIND), (CARD, CARD_KIND), (MACHINE, MACHINE_KIND)):
        for found in pattern.finditer(text):
            if kind == MAIL_KIND or (is_card if kind == CARD_KIND else is_machine)(text, found):
                yield PersonalData(kind, *found.span())
    for found in _ANY_ACCOUNT.finditer(text):
        if is_account(text, found):
            yield PersonalData(ACCOUNT_KIND, *found.span())
    for span in possible_names_in(text):
        yield PersonalData(NAME_KIND, *span)
    yield from _in_links(text)
    yield from _numbers(text)


def _in_links(text: str) -> Iterator[PersonalData]:
    """Users before a host, and what follows a question mark or a number sign."""
    for link in _LINK.finditer(text):
        whole = link[0].rstrip(".,;:!)>\"'”’")
        path = re.split(r"[?#]", whole, maxsplit=1)
        user = path[0].removeprefix("://").partition("/")[0].rpartition("@")[0]
        if user and user not in MASKS.values():
            start = link.start() + path[0].index(user)
            yield PersonalData(NAME_KIND, start, start + len(user))
        if len(path) > 1 and path[1] and path[1] != MASKS[QUERY_KIND]:
            yield PersonalData(QUERY_KIND, link.start() + len(path[0]) + 1, link.start() + len(whole))


def _numbers(text: str) -> Iterator[PersonalData]:
    """Phone numbers with a country or as a country writes them, and long numbers of any sort; days and figures stay."""
    without_days = _DAY.sub(lambda day: "x" * len(day[0]), text)
    for found in _DIGITS.finditer(without_days):
        number, before = found[0], text[max(0, found.start() - 40) : found.start()]
        if _is_phone(number, before):
            yield PersonalData(PHONE_KIND, *found.span())
        elif _LONG.search(number):
            yield PersonalData(NUMBER_KIND, *found.span())


def _is_phone(number: str, before: str) -> bool:
    digits, bare = sum(map(str.isdigit, number)), number.lstrip("(")
    if _NATIONAL.match(number):
        return True
    if digits < 6 or _FIGURE.match(number) or _CLOCK.search(before):
        return False
    begins_as_one = (digits >= 7 and bare.startswith(("+", "00"))) or (digits >= 8 and bare.startswith("0"))
    return begins_as_one or _CALLED.search(before) is not None
