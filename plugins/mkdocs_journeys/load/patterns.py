"""What is allowed where a text has to have a certain form."""

from collections.abc import Callable

from mkdocs_journeys.load.places import id_like, is_id
from mkdocs_journeys.load.words import label, shown
from mkdocs_journeys.model.base import (
    FINDING_PATTERN,
    ID_PATTERN,
    IMAGE_PATTERN,
    JOURNEY_OR_STEP_PATTERN,
    URL_PATTERN,
)
from mkdocs_journeys.model.references import Path

_OF_FILES = {"personas": "persona", "actors": "persona", "baseline": "journey", "part_of": "journey"}
_ID = "Ids are made of a-z, 0-9 and hyphens, at most 64 characters."


def pattern_mistake(pattern: str, path: Path, value: object, is_key: bool) -> tuple[str, str]:
    """Message and hint for a text that does not have the form that its field asks for."""
    subject = f"{shown(value)} under {label(path[:-1])}" if is_key else f"{label(path)} is {shown(value)}, which"
    kind, hint = _FORMS.get(pattern, ("a colour", _colour))
    text = value if isinstance(value, str) else ""
    return f"{subject} is no {kind.removeprefix('an ').removeprefix('a ')}.", hint(text, path)


def _id(text: str, path: Path) -> str:
    if path[-2:-1] == ("pains",):
        return f"Write the id of a pain, or a block with `id` and `title`. {_ID}"
    kind = _OF_FILES.get(next((part for part in reversed(path) if isinstance(part, str)), ""))
    of_file = f" The id of a {kind} is the name of its file." if kind else ""
    return f"{_did_you_mean(id_like(text))}{_ID}{of_file}"


def _finding(text: str, path: Path) -> str:
    wish = "/".join(map(id_like, text.split("/", 1)))
    return f"{_did_you_mean(wish)}Write a study's id, or `study/finding`. {_ID}"


def _next(text: str, path: Path) -> str:
    wish = id_like(text.removeprefix("journey:"))
    wish = f"journey:{wish}" if text.startswith("journey:") else wish
    return f"{_did_you_mean(wish)}Write the id of a step of this journey, or `journey:ID`."


def _url(text: str, path: Path) -> str:
    return "Write an address that starts with https://, http:// or mailto:, or a relative path without spaces."


def _picture(text: str, path: Path) -> str:
    return "Write the name of a png, jpg, webp, gif or avif file under assets/, without spaces."


def _colour(text: str, path: Path) -> str:
    return 'Write # and six digits, in quotes: "#1a7f37".'


def _did_you_mean(wish: str) -> str:
    bare = wish.removeprefix("journey:").split("/")
    return f"Did you mean '{wish}'? " if all(map(is_id, bare)) else ""


_FORMS: dict[str, tuple[str, Callable[[str, Path], str]]] = {
    ID_PATTERN: ("an id", _id),
    FINDING_PATTERN: ("an id", _finding),
    JOURNEY_OR_STEP_PATTERN: ("an id", _next),
    URL_PATTERN: ("an address that a page may link to", _url),
    IMAGE_PATTERN: ("a picture", _picture),
}
