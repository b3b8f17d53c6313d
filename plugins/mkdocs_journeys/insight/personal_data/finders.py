"""Personal data in plain text: mail addresses, phone numbers, accounts, cards, addresses of machines, names."""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import NamedTuple

from mkdocs_journeys.insight.personal_data.names import may_hold_names, names_in

_ANY_OF_IT = r"@[\w-]+\.|\d(?<!\d\d)(?!\d{3}-\d\d-\d\d\b)[\d ().:/-]{6,}\d|:[0-9A-Fa-f]{0,4}:"
_LIKELY = re.compile(_ANY_OF_IT, re.ASCII)
"""What all of it but names contains, and days do not; a line without this is not looked at again."""
_LIKELY_IN_BYTES = re.compile(_ANY_OF_IT.encode())
_LINK = re.compile(r"(?:://|www\.)\S+")
_MAIL = re.compile(r"(?<![\w.+/@-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@-])", re.ASCII)
_NOBODY = re.compile(r"^git@|@(?:[\w-]+\.)*example\.(?:com|net|org)$|\.(?:example|invalid|localhost)$", re.IGNORECASE)
"""Addresses that belong to nobody: those of RFC 2606, and the user of a git host."""
_PHONE = re.compile(
    r"(?<![\w.+])(?<!\d )(?:\+[1-9]|00[1-9]\d|(?i:tel|phone|mobile?|handy)\b[.:]{0,2} ?\(?0)"
    r"(?:[ ()/.-]{0,2}\d){7,13}(?!\w|[.,]\d)"
)
_THOUSANDS = re.compile(r"\+\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})+\Z")
ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.ASCII)
CARD = re.compile(r"(?<![\w.,/-])[3-6](?:[ -]?\d){12,18}(?![\w/-]|[.,]\d)")
MACHINE = re.compile(
    r"(?<![\w.:])(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]{2,34}[0-9A-Fa-f])(?![\w:]|\.\d)"
)
_VERSION = re.compile(r"(?i:version|release|\bv)\.? ?\Z")


class PersonalData(NamedTuple):
    """What a text holds from `start` to `end`; `kind` is a noun with its article."""

    kind: str
    start: int
    end: int


def may_hold_personal_data(data: bytes) -> bool:
    """Whether it is worth looking for any in these bytes of UTF-8; a quick look."""
    return _LIKELY_IN_BYTES.search(data) is not None or may_hold_names(data)


def personal_data_in(text: str) -> Iterator[PersonalData]:
    """What looks like data of a person in a text, in no particular order, without what lies in addresses of pages.

    Rather too little than too much: accounts and cards have to pass their checksum, phone numbers need a country or a
    word such as Tel before them, an address of a machine has to be one of the internet, and names a salutation.
    """
    end = 0
    for likely in _LIKELY.finditer(text):
        if likely.start() >= end:
            start = text.rfind("\n", end, likely.start()) + 1 or end
            end = text.find("\n", start) + 1 or len(text)
            yield from _in_line(text[start:end], start)
    for name in names_in(text):
        yield PersonalData(NAME_KIND, *name)


def _in_line(line: str, start: int) -> Iterator[PersonalData]:
    taken = bytearray(len(line))
    for link in _LINK.finditer(line):
        _take(taken, link)
    for kind, pattern, is_one in _KINDS:
        for found in pattern.finditer(line):
            if not taken[found.start()] and is_one(line, found):
                _take(taken, found)
                yield PersonalData(kind, start + found.start(), start + found.end())


def _take(taken: bytearray, found: re.Match[str]) -> None:
    taken[found.start() : found.end()] = b"\1" * len(found[0])


def _is_mail(line: str, found: re.Match[str]) -> bool:
    return not _NOBODY.search(found[0]) and not line.endswith("mailto:", 0, found.start())


def _is_phone(line: str, found: re.Match[str]) -> bool:
    return not _THOUSANDS.match(found[0])


def is_account(line: str, found: re.Match[str]) -> bool:
    """ISO 13616: letters count as 10 to 35, and the number, its head moved to its end, leaves 1 by 97."""
    bare = found[0].replace(" ", "")
    return int("".join(str(int(letter, 36)) for letter in bare[4:] + bare[:4])) % 97 == 1


def is_card(line: str, found: re.Match[str]) -> bool:
    """Luhn: every second digit from the right counts twice, less 9 where it gets two digits."""
    digits = [int(letter) for letter in reversed(found[0]) if letter.isdigit()]
    doubled = (digit * 2 - 9 * (digit > 4) for digit in digits[1::2])
    return len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def is_machine(line: str, found: re.Match[str]) -> bool:
    """An address of the internet protocol that is no number of a version."""
    try:
        ip_address(found[0])
    except ValueError:
        return False
    return not _VERSION.search(line[max(0, found.start() - 12) : found.start()])


def _is_public_machine(line: str, found: re.Match[str]) -> bool:
    if not is_machine(line, found):
        return False
    address = ip_address(found[0])
    return address.is_global and not (address.version == 4 and len(found[0]) < 9)


MAIL_KIND, ACCOUNT_KIND, CARD_KIND = "a mail address", "the number of an account", "the number of a card"
PHONE_KIND, MACHINE_KIND, NAME_KIND = "a phone number", "the address of a machine", "the name of a person"
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str, re.Match[str]], bool]], ...] = (
    (MAIL_KIND, _MAIL, _is_mail),
    (ACCOUNT_KIND, ACCOUNT, is_account),
    (CARD_KIND, CARD, is_card),
    (PHONE_KIND, _PHONE, _is_phone),
    (MACHINE_KIND, MACHINE, _is_public_machine),
)
