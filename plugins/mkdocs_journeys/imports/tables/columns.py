"""What a column or a lane holds, by its name in six languages."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Literal, cast, get_args
from unicodedata import combining, normalize

Field = Literal[
    "journey", "stage", "step", "touchpoint", "channel", "team", "person", "emotion", "feelings", "thinks", "says",
    "expects", "gains", "pains", "ideas", "frontstage", "backstage", "support", "systems", "policy", "duration", "wait",
    "moment_of_truth", "goal", "when", "group", "number",
]  # fmt: skip
"""What a column may hold. `number` counts rows, and says nothing of the journey."""
FIELDS: tuple[Field, ...] = get_args(Field)

LONGEST_NAME = 500
"""How many letters of a text are looked at for what it may be called."""
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
_NO_WORD = re.compile(r"[^a-z0-9#]+")


@cache
def words_of(part: str) -> Mapping[str, Sequence[str]]:
    """A part of words.toml: each of its names with its words."""
    text = (files(__package__) / "words.toml").read_text("utf-8")
    return {name: [" ".join(word.split()) for word in words.split(",")] for name, words in loads(text)[part].items()}


def plain_words(text: str) -> str:
    """A name in small letters without accents, brackets and signs; of a long text its beginning."""
    bare = _BRACKETS.sub(" ", text[:LONGEST_NAME].casefold().replace("ß", "ss"))
    letters = "".join(letter for letter in normalize("NFKD", bare) if not combining(letter))
    return " ".join(_NO_WORD.sub(" ", letters).split())


@cache
def _by_words() -> Mapping[str, Field]:
    found: dict[str, Field] = {}
    for field, words in words_of("fields").items():
        for word in words:
            found.setdefault(word, cast("Field", field))
    return found


def field_of(name: str) -> Field | None:
    """What a column of this name holds, None where its name says nothing."""
    words = plain_words(name)
    by_words = _by_words()
    if words in by_words:
        return by_words[words]
    parts = [
        plain_words(part)
        for part in re.split(r"[/&|,+:]| and | und | et | y | en | e ", name[:LONGEST_NAME].casefold())
    ]
    known = [by_words[part] for part in parts if part in by_words]
    if known:
        return "touchpoint" if "touchpoint" in known else known[0]
    for start in ("customer ", "user ", "key ", "main ", "client ", "our ", "the "):
        if words.startswith(start) and words.removeprefix(start) in by_words:
            return by_words[words.removeprefix(start)]
    return None


def fields_of(names: Sequence[str]) -> list[Field | None]:
    """What each of several columns holds; of two that hold the same, both do where that can be several things."""
    found = [field_of(name) if name else None for name in names]
    once = {"journey", "stage", "step", "emotion", "number"}
    return [None if field in once and field in found[:at] else field for at, field in enumerate(found)]
