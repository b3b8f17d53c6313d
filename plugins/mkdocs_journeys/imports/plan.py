"""What an import writes: new files, files that it wrote before, and what the catalog still lacks."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.files import NOBODY, is_as_imported, journey_file, origin_of, persona_file
from mkdocs_journeys.imports.names import LISTS, KnownNames, NamedKind, Naming, names_in
from mkdocs_journeys.imports.text import cleaned
from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.load.files import CATALOG
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile.editing.blocks import Lines, insertion
from mkdocs_journeys.yamlfile.editing.layout import Layout
from mkdocs_journeys.yamlfile.writing import Remarked, YamlValue, yaml_of

State = Literal["new", "same", "changed", "edited"]
"""Whether a file is new, is there as it would be written, was written by an import before, or by somebody else."""
UNKNOWN_CHANNEL = "Channel to be named"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that an import writes; `before` is what is there."""

    path: str
    text: str
    state: State
    before: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All files of an import, and the names that it took for something."""

    files: tuple[PlannedFile, ...]
    naming: Naming
    lacking: str = ""
    """What has to be put into the catalog by hand, as no place for it was found there."""


def plan_import(tree: Tree, drafts: Sequence[DraftJourney], group: str = "", schema: str = "") -> ImportPlan:
    """What the import of some journeys into an atlas writes. `schema` is the path of the schema of journeys."""
    origins = _origins(tree)
    known = _without(
        names_in(tree), tree, {origins[one] for draft in drafts if (one := cleaned(draft.origin)) in origins}
    )
    naming = Naming(known)
    files = []
    for draft in drafts:
        path = origins.get(cleaned(draft.origin))
        if path is None:
            id = naming.new_id("journey", draft.title, known.journeys)
            path = "/".join(part for part in (tree.folder, "maps", group, f"{id}.yml") if part)
        files.append(planned_file(tree, path, journey_file(draft, naming, schema)))
    first = {cleaned(name): draft.origin for draft in reversed(drafts) for name in draft.people or (NOBODY,)}
    for id, name in naming.proposed.get("persona", {}).items():
        origin = first.get(name) or drafts[0].origin
        files.append(planned_file(tree, f"{tree.folder}/personas/{id}.yml", persona_file(name, origin)))
    catalog, lacking = planned_catalog(tree, _items(naming))
    return ImportPlan((*([catalog] if catalog else []), *files), naming, lacking)


def _origins(tree: Tree) -> dict[str, str]:
    """Where journeys were imported from, with the paths of their files."""
    found: dict[str, str] = {}
    for path in sorted(tree.files):
        if path.startswith(f"{tree.folder}/maps/") and (
            origin := origin_of(tree.files[path].decode("utf-8", "replace"))
        ):
            found.setdefault(origin, path)
    return found


def _without(known: KnownNames, tree: Tree, paths: set[str]) -> KnownNames:
    """What is known but for the pains of some files, which are written anew."""
    rest = replace(tree, files={path: data for path, data in tree.files.items() if path not in paths})
    return known._replace(pains=names_in(rest).pains)


def planned_whole(tree: Tree, path: str, text: str) -> PlannedFile:
    """A file of an atlas that is imported as a whole: what is there and differs counts as edited."""
    before = tree.files[path].decode("utf-8", "replace") if path in tree.files else None
    state: State = "new" if before is None else "same" if before == text else "edited"
    return PlannedFile(path, text, state, before or "")


def planned_file(tree: Tree, path: str, text: str) -> PlannedFile:
    """A file that an import writes: what is there counts as edited where somebody has changed it since."""
    if path not in tree.files:
        return PlannedFile(path, text, "new")
    before = tree.files[path].decode("utf-8", "replace")
    if before == text:
        return PlannedFile(path, text, "same", before)
    return PlannedFile(path, text, "changed" if is_as_imported(before) else "edited", before)


def planned_catalog(tree: Tree, items: Mapping[str, YamlValue]) -> tuple[PlannedFile | None, str]:
    """The catalog with what it lacked in its lists, or what has to be put into it by hand."""
    path = f"{tree.folder}/{CATALOG}"
    if path not in tree.files:
        values: dict[str, YamlValue] = {"format": 1, "name": "Customer journeys", **items}
        return PlannedFile(path, yaml_of(values), "new"), ""
    if not items:
        return None, ""
    before = tree.files[path]
    after = _with_items(path, before, items)
    if after is None:
        return None, yaml_of(items)
    return PlannedFile(path, after.decode(), "changed", before.decode()), ""


def _items(naming: Naming) -> dict[str, YamlValue]:
    """The entries of the catalog that were proposed, list by list."""
    proposed = naming.proposed
    touchpoints = proposed.get("touchpoint", {})
    kind = Remarked("digital", "guessed: digital, physical or human")
    channels = {id: {"id": id, "name": name, "kind": kind} for id, name in proposed.get("channel", {}).items()}
    existing = next(iter(naming.known.things.get("channel", {})), "")
    channel = existing or next(iter(channels), "")
    if touchpoints and not channel:
        channel = "to-be-named"
        channels[channel] = {"id": channel, "name": UNKNOWN_CHANNEL, "kind": kind}
    of_kind: Mapping[NamedKind, Iterable[Mapping[str, YamlValue]]] = {
        "stage": ({"id": id, "name": name} for id, name in proposed.get("stage", {}).items()),
        "channel": channels.values(),
        "touchpoint": ({"id": id, "name": name, "channel": channel} for id, name in touchpoints.items()),
        "team": ({"id": id, "name": name} for id, name in proposed.get("team", {}).items()),
        "lane": ({"id": id, "name": name} for id, name in proposed.get("lane", {}).items()),
    }
    return {LISTS[kind]: found for kind, entries in of_kind.items() if (found := list(entries))}


def _with_items(path: str, content: bytes, items: Mapping[str, YamlValue]) -> bytes | None:
    """A catalog with more items at the end of its lists, and all else as it was; None where that fails."""
    role = FileRole(path, "catalog", "catalog")
    for name, entries in items.items():
        before, layout = parse_file(role, content).model, Layout.from_bytes(content)
        if not isinstance(before, Catalog) or layout is None or not isinstance(entries, list):
            return None
        there = len(getattr(before, name))
        text = yaml_of({name: entries})
        if there:
            body = textwrap.dedent(text.partition("\n")[2])
            edit = insertion(layout, [name], there, Lines(body, 0))
        else:
            edit = insertion(layout, [], len(layout.root.pairs), Lines(text, 0))
        if edit is None:
            return None
        content = layout.source.applied(edit)
        now = parse_file(role, content).model
        if not isinstance(now, Catalog) or len(getattr(now, name)) != there + len(entries):
            return None
        if now.model_copy(update={name: getattr(before, name)}) != before:
            return None
    return content
