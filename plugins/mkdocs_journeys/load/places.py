"""What a file is, told by its path alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import splitext
from unicodedata import combining, normalize

from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.problem import Position, Problem, Severity

CATALOG = "catalog.yml"
KIND_OF_FOLDER = {
    "maps": "journey",
    "personas": "persona",
    "opportunities": "opportunity",
    "evidence": "evidence",
    "metrics": "figures",
}
NOUNS = {"figures": "metric", "evidence": "study"}
"""What a kind of file is called in a message, where that is not its own name."""
RESERVED = frozenset({"index", "readme"})
_IS_ID = re.compile(ID_PATTERN.replace("$", r"\Z")).match
_NO_ID_CHARACTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A file of the atlas: what `kind` it holds, its id, and the folder under maps/ that groups it."""

    path: str
    kind: str
    id: str
    group: str = ""

    @property
    def own_fields(self) -> dict[str, str]:
        """The fields of the model that come of the path, never of what the file says."""
        own = {"id": self.id, "path": self.path}
        return own | {"group": self.group} if self.kind == "journey" else own


def is_id(text: str) -> bool:
    """Whether a text can be the id of something."""
    return _IS_ID(text) is not None


def id_like(text: str) -> str:
    """The id that comes closest to a text; "" where nothing of it can stand in an id."""
    letters = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return _NO_ID_CHARACTER.sub("-", letters).strip("-")[:64].strip("-")


def place_of(path: str, folder: str) -> Place | Problem | None:
    """What a path below the journeys folder holds; why it can hold nothing; None if it is left alone."""
    parts = path.removeprefix(f"{folder}/").split("/")
    stem, ending = splitext(parts[-1])
    if ending.lower() not in (".yml", ".yaml", ".csv"):
        return None
    if parts == [CATALOG]:
        return Place(path, "catalog", "catalog")
    if len(parts) == 1 and stem.lower() == "catalog" and ending.lower() != ".csv":
        return _misnamed(path, "The catalog's file has another name.", f"Rename it to {CATALOG}.")
    kind = KIND_OF_FOLDER.get(parts[0]) if len(parts) > 1 else None
    if kind is None:
        return None if ending.lower() == ".csv" else _stray(path)
    wanted = ".csv" if kind == "figures" else ".yml"
    if (ending.lower() == ".csv") != (wanted == ".csv"):
        return None
    return _place(path, kind, parts, stem, ending, wanted)


def repeated(places: Iterable[Place]) -> Iterator[Problem]:
    """Files that have the id of an earlier one of their kind."""
    seen: dict[tuple[str, str], str] = {}
    for place in places:
        first = seen.setdefault((place.kind, place.id), place.path)
        if first != place.path:
            noun = NOUNS.get(place.kind, place.kind)
            yield Problem(
                "id-duplicate",
                Position(place.path, 1, 1),
                f"There is another {noun} {place.id!r}: {first}.",
                "Rename one of the two files; the folder is no part of the id.",
                related=((Position(first, 1, 1), "first given here"),),
            )


def _place(path: str, kind: str, parts: list[str], stem: str, ending: str, wanted: str) -> Place | Problem:
    if ending != wanted:
        return _misnamed(
            path, f"Files in {parts[0]}/ end in {wanted}.", f"Rename it to {id_like(stem) or stem}{wanted}."
        )
    if not is_id(stem):
        wish = id_like(stem)
        hint = "An id is made of a-z, 0-9 and hyphens, and has at most 64 characters."
        hint = f"Rename it to {wish}{wanted}. {hint}" if wish else hint
        return _misnamed(path, f"The file's name is its id, and {_short(stem)} cannot be one.", hint)
    if kind in ("journey", "persona") and stem in RESERVED:
        return _misnamed(path, f"The site needs the name {stem!r} for itself.", "Give the file another name.")
    if len(parts) > 2 and kind != "journey":
        hint = f"Move it to {parts[0]}/{parts[-1]}. Only maps/ has sub-folders."
        return Problem("file-place", Position(path, 1, 1), f"Files in {parts[0]}/ stand in no sub-folder.", hint)
    return Place(path, kind, stem, "/".join(parts[1:-1]))


def _stray(path: str) -> Problem:
    hint = "Move it to maps/, personas/, opportunities/ or evidence/."
    message = "This file is not read: it stands in no folder of the atlas."
    return Problem("file-place", Position(path, 1, 1), message, hint, Severity.WARNING)


def _misnamed(path: str, message: str, hint: str) -> Problem:
    return Problem("file-name", Position(path, 1, 1), message, hint)


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")
