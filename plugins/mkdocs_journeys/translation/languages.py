"""Languages of the interface: their catalogues, and how they write numbers and days."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

NAMES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "nl": "Nederlands",
    "pt": "Português",
    "ja": "日本語",
    "zh": "中文",
    "ar": "العربية",
}
"""Each language of the interface, in its own words."""
PSEUDO = "en-XA"
"""English in letters that are not plain ones, and longer: whatever a page shows in plain letters is no message."""
_KEPT = re.compile(r"%\(\w+\)s|%%|<[^>]*>|\{\w*\}|&\w+;")
_PSEUDO_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀćđéƒğĥíĵķĺɱñóþɋŕšŧúṽŵẋýžÁƁĆĐÉƑĞĤÍĴĶĹṀÑÓÞɊŔŠŦÚṼŴẊÝŽ"
)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language: its messages, what stands between thousands and before decimals, and how it writes a day.

    `before_sign` keeps a sign before its figure where a language is read from right to left. `dash` stands between the
    ends of a range of figures, which is read from left to right in every language.
    """

    code: str
    messages: NullTranslations = field(default_factory=NullTranslations)
    group: str = ","
    decimal: str = "."
    before_sign: str = ""
    dash: str = "–"
    day: Callable[[date], str] = date.isoformat

    def figure(self, english: str) -> str:
        """A figure written in English, such as "1,500.5", as this language writes it."""
        if self.group == "," and self.decimal == ".":
            return english
        return english.translate({ord(","): self.group, ord("."): self.decimal})

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return bool(self.before_sign)

    def whole(self, number: int) -> str:
        """A whole number with its thousands set apart."""
        return self.figure(f"{number:,}")


ENGLISH = Language("en")
"""The language of the messages in the code; it writes days as the files do."""


class PseudoTranslations(NullTranslations):
    """Messages in letters that no plain text has, a third longer."""

    def gettext(self, message: str) -> str:
        return in_pseudo_letters(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return in_pseudo_letters(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return in_pseudo_letters(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return in_pseudo_letters(msgid1 if n == 1 else msgid2)


def in_pseudo_letters(message: str) -> str:
    """A message in letters with accents and with a third of its length added; places and tags stay as they are."""
    parts: list[str] = []
    start = 0
    for kept in _KEPT.finditer(message):
        parts += (message[start : kept.start()].translate(_PSEUDO_LETTERS), kept.group())
        start = kept.end()
    rest = message[start:].translate(_PSEUDO_LETTERS)
    return "".join([*parts, rest, "·" * (len(message) // 3)])


def interface_language(*wanted: str | None) -> str:
    """The first of these language codes that there is a catalogue for: "de" for "de-AT"; else English."""
    for code in wanted:
        short = (code or "").replace("_", "-").partition("-")[0].lower()
        if code == PSEUDO or short in NAMES:
            return PSEUDO if code == PSEUDO else short
    return "en"


@lru_cache(maxsize=len(NAMES) + 1)
def language_of(code: str) -> Language:
    """The language of a code of `NAMES`, or `PSEUDO`; raises KeyError for any other."""
    if code == PSEUDO:
        return Language(code, PseudoTranslations())
    if NAMES[code] == NAMES["en"]:
        return ENGLISH
    # English sites, and the command line, do without Babel.
    from babel import Locale
    from babel.dates import format_date

    locale = Locale.parse(code)
    symbols = locale.number_symbols["latn"]
    turned = "\N{LEFT-TO-RIGHT MARK}" if locale.text_direction == "rtl" else ""
    return Language(
        code,
        _catalog(code),
        symbols["group"],
        symbols["decimal"],
        turned,
        f"{turned}–",
        lambda day: format_date(day, locale=locale),
    )


def _catalog(code: str) -> GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = files("mkdocs_journeys.translation") / "catalogs" / f"{code}.po"
    compiled = BytesIO()
    with source.open("rb") as opened:
        write_mo(compiled, read_po(opened, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
