"""Give a thing another id: in its definition, in every reference and link, and in the name of its file."""

from posixpath import dirname, join

from mkdocs_journeys.load.files import RESERVED, id_like, is_id
from mkdocs_journeys.refactor.files import AtlasFiles, Home, noun, read_files
from mkdocs_journeys.refactor.mentions import DEFINED_INSIDE
from mkdocs_journeys.refactor.outcome import Refactoring, Refusal
from mkdocs_journeys.refactor.rewrite import Renaming, edits_in
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.vocabulary import DOCUMENTS, MAP_LANES
from mkdocs_journeys.yamlfile.editing.edit import Edit

RENAMED_KINDS = (*DOCUMENTS, *DEFINED_INSIDE)
"""Every kind of thing that has an id."""


def rename(tree: Tree, kind: str, old: str, new: str) -> Refactoring | Refusal:
    """The edits that give a thing of a kind the id `new`; nothing else about the atlas changes.

    `old` is FILE/ID for steps, paths, findings and solutions, `new` the bare id. A tree may be made of unsaved texts:
    `Tree(files, folder="journeys")`.
    """
    files = read_files(tree)
    if isinstance(files, Refusal):
        return files
    home = files.find(kind, old)
    if isinstance(home, Refusal):
        return home
    renaming = Renaming(kind, old, new, _renamed_files(files, home, kind, old, new))
    if refusal := unfit(files, renaming):
        return refusal
    edits: dict[str, tuple[Edit, ...]] = {}
    for path, parsed in files.parsed.items():
        found = edits_in(parsed, tree, renaming)
        if isinstance(found, Refusal):
            return found
        if found:
            edits[path] = found
    own = old.rpartition("/")[2]
    return Refactoring(edits, renaming.files, ids={new: own})


def unfit(files: AtlasFiles, one: Renaming) -> Refusal | None:
    """Why a thing cannot have the new id."""
    if not is_id(one.new):
        wish = id_like(one.new)
        hint = "An id is made of a-z, 0-9 and hyphens, and has at most 64 characters."
        return Refusal(f"'{one.new}' cannot be an id.", f"Did you mean '{wish}'? {hint}" if wish else hint)
    if one.new_id == one.old:
        return Refusal(f"That is the id of the {noun(one.kind)} already.")
    if one.kind in ("journey", "persona") and one.new in RESERVED:
        return Refusal(f"The site needs the name '{one.new}' for itself.", "Choose another id.")
    if one.kind == "lane" and one.new in MAP_LANES:
        return Refusal(f"Maps have a lane '{one.new}' already.", "Choose another id.")
    if (one.kind, one.new_id) in files.homes:
        return Refusal(f"There is a {noun(one.kind)} '{one.new_id}' already.", "Choose another id.")
    for path in one.files.values():
        if path in files.tree.files:
            return Refusal(f"There is a file {path} already.", "Choose another id, or remove that file first.")
    return None


def _renamed_files(files: AtlasFiles, home: Home, kind: str, old: str, new: str) -> dict[str, str]:
    """The files whose name is the id, to their new paths: a document, and the table of a metric or of a journey."""
    own = {home.file: join(dirname(home.file), f"{new}.yml")} if kind in DOCUMENTS else {}
    table = {"metric": "figures", "journey": "observed"}.get(kind, "")
    tables = files.homes.get((table, old), [])
    return own | {one.file: join(dirname(one.file), f"{new}.csv") for one in tables}
