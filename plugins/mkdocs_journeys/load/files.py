"""What a file holds, by its path alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from posixpath import splitext
from unicodedata import combining, normalize

from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.vocabulary import BY_NAME, KIND_OF_FOLDER

CATALOG = "catalog.yml"
BARE_CATALOG = b"format: 1\n"
"""A catalog without entries, for a state that has none that can be read."""
MEASURE = "measure.yml"
ACKNOWLEDGED = "acknowledged.yml"
TABLES = frozenset({"figures", "observed"})
"""Kinds of files that are comma-separated tables."""
RESERVED = frozenset({"index", "readme"})
"""Ids that would take the address of a page of the site."""
_IS_ID = re.compile(ID_PATTERN.replace("$", r"\Z")).match
_NO_ID_CHARACTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class FileRole:
    """The part of a file in the atlas: the `kind` of thing it holds, its id, and its folder below maps/ as `group`."""

    path: str
    kind: str
    id: str
    group: str = ""

    @property
    def own_fields(self) -> dict[str, str]:
        """The model's fields that come from the path, never from the text."""
        own = {"id": self.id, "path": self.path}
        return own | {"group": self.group} if self.kind == "journey" else own


def is_id(text: str) -> bool:
    """Whether a text is a valid id."""
    return _IS_ID(text) is not None


def id_like(text: str) -> str:
    """The valid id closest to a text; "" where no character of it can be part of an id."""
    letters = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return _NO_ID_CHARACTER.sub("-", letters).strip("-")[:64].strip("-")


def target_like(text: str) -> str:
    """The reference closest to a text, such as `study/finding`: each of its parts is like an id."""
    return "/".join(map(id_like, text.split("/", 1)))


@lru_cache(maxsize=16_384)
def role_of(path: str, folder: str) -> FileRole | Problem | None:
    """The role of a file below the journeys folder, or why it can have none; None for files that are ignored."""
    parts = path.removeprefix(f"{folder}/").split("/")
    stem, ending = splitext(parts[-1])
    if ending.lower() not in (".yml", ".yaml", ".csv"):
        return None
    if parts == [CATALOG]:
        return FileRole(path, "catalog", "catalog")
    if parts == [MEASURE]:
        return FileRole(path, "measure", "measure")
    if parts == [ACKNOWLEDGED]:
        return FileRole(path, "acknowledged", "acknowledged")
    if len(parts) == 1 and stem.lower() == "catalog" and ending.lower() != ".csv":
        return _misnamed(path, "The catalog's file has another name.", f"Rename it to {CATALOG}.")
    kind = KIND_OF_FOLDER.get(parts[0]) if len(parts) > 1 else None
    if kind is None:
        if ending.lower() == ".csv":
            return None
        hint = "Move it to maps/, personas/, opportunities/ or evidence/."
        message = "This file is not read: it stands in no folder of the atlas."
        return Problem("file-place", Position(path, 1, 1), message, hint, Severity.WARNING)
    wanted = ".csv" if kind in TABLES else ".yml"
    if (ending.lower() == ".csv") != (wanted == ".csv"):
        return None
    if ending != wanted:
        hint = f"Rename it to {id_like(stem) or stem}{wanted}."
        return _misnamed(path, f"Files in {parts[0]}/ end in {wanted}.", hint)
    if not is_id(stem):
        wish = id_like(stem)
        hint = "An id is made of a-z, 0-9 and hyphens, and has at most 64 characters."
        hint = f"Rename it to {wish}{wanted}. {hint}" if wish else hint
        shown = repr(stem if len(stem) <= 40 else stem[:39] + "…")
        return _misnamed(path, f"The file's name is its id, and {shown} cannot be one.", hint)
    if kind in ("journey", "persona") and stem in RESERVED:
        return _misnamed(path, f"The site needs the name {stem!r} for itself.", "Give the file another name.")
    if len(parts) > 2 and kind != "journey":
        hint = f"Move it to {parts[0]}/{parts[-1]}. Only maps/ has sub-folders."
        return Problem("file-place", Position(path, 1, 1), f"Files in {parts[0]}/ stand in no sub-folder.", hint)
    return FileRole(path, kind, stem, "/".join(parts[1:-1]))


def intended_role(path: str, folder: str) -> FileRole | None:
    """The role that a badly named file would have under the name that its problem's hint proposes."""
    above, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    found = role_of(f"{above}/{stem.lower()}.{'csv' if ending.lower() == 'csv' else 'yml'}", folder)
    return found if isinstance(found, FileRole) else None


def duplicate_files(roles: Iterable[FileRole]) -> Iterator[Problem]:
    """A problem for each file that has the id of an earlier one of its kind."""
    seen: dict[tuple[str, str], str] = {}
    for role in roles:
        first = seen.setdefault((role.kind, role.id), role.path)
        if first != role.path:
            yield Problem(
                "id-duplicate",
                Position(role.path, 1, 1),
                f"There is another {BY_NAME[role.kind].noun} {role.id!r}: {first}.",
                "Rename one of the two files; the folder is no part of the id.",
                related=((Position(first, 1, 1), "first given here"),),
            )


def _misnamed(path: str, message: str, hint: str) -> Problem:
    return Problem("file-name", Position(path, 1, 1), message, hint)
