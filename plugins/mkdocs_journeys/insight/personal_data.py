"""Personal data in plain text: mail addresses, phone numbers, accounts, cards and addresses of machines."""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import NamedTuple

_ANY_OF_IT = r"@[\w-]+\.|\d(?<!\d\d)(?!\d{3}-\d\d-\d\d\b)[\d ().:/-]{6,}\d|:[0-9A-Fa-f]{0,4}:"
_LIKELY = re.compile(_ANY_OF_IT, re.ASCII)
"""What any of it contains, and days do not; a line without this is not looked at again."""
_LIKELY_IN_BYTES = re.compile(_ANY_OF_IT.encode())
_MAIL = re.compile(r"(?<![\w.+/@-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@-])", re.ASCII)
_NOBODY = re.compile(r"^git@|@(?:[\w-]+\.)*example\.(?:com|net|org)$|\.(?:example|invalid|localhost)$", re.IGNORECASE)
"""Addresses that belong to nobody: those of RFC 2606, and the user of a git host."""
_PHONE = re.compile(
    r"(?<![\w.+])(?<!\d )(?:\+[1-9]|00[1-9]\d|(?i:tel|phone|mobile?|handy)\b[.:]{0,2} ?\(?0)"
    r"(?:[ ()/.-]{0,2}\d){7,13}(?!\w|[.,]\d)"
)
_THOUSANDS = re.compile(r"\+\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})+\Z")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.ASCII)
_CARD = re.compile(r"(?<![\w.,/-])[3-6](?:[ -]?\d){12,18}(?![\w/-]|[.,]\d)")
_MACHINE = re.compile(
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
    return _LIKELY_IN_BYTES.search(data) is not None


def personal_data_in(text: str) -> Iterator[PersonalData]:
    """What looks like data of a person in a text, in no particular order, without what lies in addresses of pages.

    Rather too little than too much: accounts and cards have to pass their checksum, phone numbers need a country or a
    word such as Tel before them, and an address of a machine has to be one of the internet.
    """
    seen = -1
    for likely in _LIKELY.finditer(text):
        start = text.rfind("\n", 0, likely.start()) + 1
        if start != seen:
            seen = start
            end = text.find("\n", start)
            yield from _in_line(text[start : None if end < 0 else end], start)


def _in_line(line: str, start: int) -> Iterator[PersonalData]:
    taken: list[range] = [range(*found.span()) for found in re.finditer(r"(?:\w+://|www\.)\S+", line)]
    for kind, pattern, is_one in _KINDS:
        for found in pattern.finditer(line):
            if not any(found.start() in one for one in taken) and is_one(line, found):
                taken.append(range(*found.span()))
                yield PersonalData(kind, start + found.start(), start + found.end())


def _is_mail(line: str, found: re.Match[str]) -> bool:
    return not _NOBODY.search(found[0]) and not line.endswith("mailto:", 0, found.start())


def _is_phone(line: str, found: re.Match[str]) -> bool:
    return not _THOUSANDS.match(found[0])


def _is_account(line: str, found: re.Match[str]) -> bool:
    """ISO 13616: letters count as 10 to 35, and the number, its head moved to its end, leaves 1 by 97."""
    bare = found[0].replace(" ", "")
    return int("".join(str(int(letter, 36)) for letter in bare[4:] + bare[:4])) % 97 == 1


def _is_card(line: str, found: re.Match[str]) -> bool:
    """Luhn: every second digit from the right counts twice, less 9 where it gets two digits."""
    digits = [int(letter) for letter in reversed(found[0]) if letter.isdigit()]
    doubled = (digit * 2 - 9 * (digit > 4) for digit in digits[1::2])
    return len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_machine(line: str, found: re.Match[str]) -> bool:
    try:
        address = ip_address(found[0])
    except ValueError:
        return False
    is_version = address.version == 4 and (_VERSION.search(line, 0, found.start()) or len(found[0]) < 9)
    return address.is_global and not is_version


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str, re.Match[str]], bool]], ...] = (
    ("a mail address", _MAIL, _is_mail),
    ("the number of an account", _ACCOUNT, _is_account),
    ("the number of a card", _CARD, _is_card),
    ("a phone number", _PHONE, _is_phone),
    ("the address of a machine", _MACHINE, _is_machine),
)
