"""The ids that things had before: those that changed along the first parents, by the pairs of `journeys diff`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, TypeAdapter

from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.sides import load_sides, written_ids
from mkdocs_journeys.history.mainline.commits import Mainline, MainlineCommit
from mkdocs_journeys.history.mainline.states import StateReader
from mkdocs_journeys.history.store import Store, key_of
from mkdocs_journeys.load import FileRole, role_of
from mkdocs_journeys.load.files import CATALOG
from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.sources.git_process import MissingContentError
from mkdocs_journeys.vocabulary import CATALOG_LISTS, DOCUMENTS, PAGE_FOLDERS

MOST_COMMITS = 5_000
"""Commits that are looked at, the newest."""
MOST_COMPARED = 300
"""Commits in which an id may have changed, of which the whole atlas is compared."""
Id = Annotated[str, Field(pattern=ID_PATTERN)]
ThingKey = tuple[str, Id]
"""The kind and the id of a thing."""


@dataclass(frozen=True, slots=True)
class IdChanges:
    """Ids that changed in a commit, as (kind, old, new), and those that may have come with it.

    `compared` if both states were compared as a whole.
    """

    renamed: tuple[tuple[str, Id, Id], ...] = ()
    came: tuple[ThingKey, ...] = ()
    compared: bool = False


_ID_CHANGES = TypeAdapter(IdChanges)


def former_ids(mainline: Mainline, reader: StateReader, store: Store) -> Mapping[ThingKey, str]:
    """Each (kind, former id) to the last id of that thing, which may be gone by now.

    Of several things that had an id one after the other, the last counts. What git cannot read ends the search.
    """
    today: dict[ThingKey, str | None] = {}
    found: dict[ThingKey, str] = {}
    compared = 0
    for one in mainline.commits[:MOST_COMMITS]:
        changes = _changes_in(one, reader, store) if one.whole else None
        compared += changes.compared if changes else 0
        if changes is None or compared > MOST_COMPARED:
            break
        before = {(kind, old): today.get((kind, new), new) for kind, old, new in changes.renamed}
        today |= dict.fromkeys(changes.came)
        today |= {(kind, new): None for kind, _, new in changes.renamed}
        today |= before
        found |= {key: id for key, id in before.items() if id and key not in found}
    return found


def _changes_in(one: MainlineCommit, reader: StateReader, store: Store) -> IdChanges | None:
    """The ids that changed in a commit; None where something of it is not in this clone."""
    key = key_of("ids", one.commit.hash, reader.folder)
    try:
        return _ID_CHANGES.validate_python(store.get(key))
    except ValueError:
        pass
    try:
        found = _read(one, reader)
    except MissingContentError:
        return None
    store.put(key, _ID_CHANGES.dump_python(found, mode="json"))
    return found


def _read(one: MainlineCommit, reader: StateReader) -> IdChanges:
    went, came = set[ThingKey](), set[ThingKey]()
    for change in one.changes:
        for keys, path, hash in ((went, change.old_path, change.old), (came, change.new_path, change.new)):
            keys |= _ids_in(path, hash, reader) if path and hash else set()
    new = tuple(sorted(came - went))
    if not {kind for kind, _ in went - came} & {kind for kind, _ in new}:
        return IdChanges(came=new)
    (old, _), (head, _) = load_sides(reader.tree(f"{one.commit.hash}^"), reader.tree(one.commit.hash), reader.parsed)
    if old is None or head is None:
        return IdChanges(came=new, compared=True)
    return IdChanges(tuple(sorted(_renamed(Comparison(old, head)))), new, compared=True)


def _ids_in(path: str, hash: str, reader: StateReader) -> set[ThingKey]:
    """The kinds and ids that a file may define, by its name and by the keys `id` in its text, whatever they belong to.

    Raises GitError.
    """
    role = role_of(f"{reader.folder}/{path}", reader.folder)
    if not isinstance(role, FileRole):
        return set()
    found = {(role.kind, role.id)} if role.kind in DOCUMENTS else set()
    kinds: Iterable[str] = ("pain",) if role.kind == "journey" else CATALOG_LISTS.values() if path == CATALOG else ()
    if kinds:
        found |= {(kind, id) for kind in kinds for id in written_ids(reader.blob(hash))}
    return found


def _renamed(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    for one in comparison.differences:
        kind = "stage" if one.entity.kind == "catalog-stage" else one.entity.kind
        named = kind in PAGE_FOLDERS and (one.entity.parent is None or kind == "pain")
        if one.kind is ChangeKind.RENAMED and one.field == "id" and named:
            yield kind, str(one.old), str(one.new)
