"""Messages of the interface: written in English in the code, said in the language that is being spoken.

`with speaking("de"):` sets the language for what is called inside; outside, and so on the command line, it is English.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from mkdocs_journeys.translation.languages import ENGLISH, Language, language_of

_spoken: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@contextmanager
def speaking(code: str) -> Iterator[Language]:
    """The block speaks the language of this code; one of `languages.NAMES`, or `languages.PSEUDO`."""
    language = language_of(code)
    token = _spoken.set(language)
    try:
        yield language
    finally:
        _spoken.reset(token)


def spoken_language() -> Language:
    """The language that is being spoken."""
    return _spoken.get()


def gettext(message: str, /, **values: object) -> str:
    """The translation of a message, with its `%(name)s` filled; whole numbers as the language writes them."""
    language = _spoken.get()
    text = translated(language, message)
    return filled(language, text, values) if "%" in text else text


@lru_cache(maxsize=8_192)
def translated(language: Language, message: str) -> str:
    """A message in a language, its places not filled; kept, since pages say the same ones many times."""
    return language.messages.gettext(message)


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """As `gettext`, in the form that the number asks for; `%(num)s` is the number."""
    language = _spoken.get()
    return filled(language, language.messages.ngettext(one, many, number), {"num": number, **values})


def pgettext(context: str, message: str, /, **values: object) -> str:
    """As `gettext`, for a message that means different things in different places."""
    language = _spoken.get()
    return filled(language, language.messages.pgettext(context, message), values)


def npgettext(context: str, one: str, many: str, number: int, /, **values: object) -> str:
    """As `ngettext`, for a message that means different things in different places."""
    language = _spoken.get()
    return filled(language, language.messages.npgettext(context, one, many, number), {"num": number, **values})


def message(text: str) -> str:
    """Marks a text as a message that is translated where it is shown; the text itself."""
    return text


def filled(language: Language, text: str, values: Mapping[str, object]) -> str:
    """A translation with its places filled; in it, as in every message, "%%" stands for a percent sign."""
    if "%" not in text:
        return text
    return text % {name: language.whole(value) if type(value) is int else value for name, value in values.items()}
