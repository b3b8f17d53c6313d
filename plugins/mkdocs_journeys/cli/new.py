"""`journeys new`: one more journey, persona, opportunity or study."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from posixpath import dirname, relpath

import click

from mkdocs_journeys.cli.writing import add, said
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.load.files import RESERVED, id_like, is_id
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import find_root, worktree
from mkdocs_journeys.vocabulary import KIND_OF_FOLDER
from mkdocs_journeys.wording import terminal_safe

FOLDERS = {kind: folder for folder, kind in KIND_OF_FOLDER.items() if kind != "figures"}
SCHEMA_FOLDERS = (".journeys/schema", "schema")
RULE = "An id is made of a-z, 0-9 and hyphens, and has at most 64 characters."


@click.command()
@click.argument("kind", type=click.Choice(tuple(FOLDERS)))
@click.argument("id")
@click.option("--title", help="The title, or a persona's name; made from the id if left out.")
@click.option("--group", default="", help="For a journey: the folder below maps/ that it belongs in.")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's folder.")
@click.option("--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root.")
def new(kind: str, id: str, title: str | None, group: str, root: Path | None, journeys_dir: str) -> None:
    """Create the file of a new journey, persona, opportunity or evidence.

    What a file needs is filled in, a journey's persona and stage with the first of yours; everything else stands
    in it as a comment with its explanation. A file that is there is never changed.
    """
    base = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if base is None:
        missing = f"There is no folder {terminal_safe(journeys_dir)}/ here or above."
        raise click.UsageError(f"{missing} Make an atlas with `journeys init`, or name its folder with --root.")
    _check_id(kind, id)
    _check_group(kind, group)
    tree = worktree(base, journeys_dir)
    places = [place for path in sorted(tree.files) if isinstance(place := role_of(path, tree.folder), FileRole)]
    path = "/".join(part for part in (tree.folder, FOLDERS[kind], group, f"{id}.yml") if part)
    _check_is_new(base, path, kind, id, places)
    known = _known(tree, places)
    for needed in ("persona", "stage") if kind == "journey" else ():
        if needed not in known:
            raise click.ClickException(_NEEDED[needed])
    said(add(base, _files(base, path, kind, _title(title, id), known)))


_NEEDED = {
    "persona": "A journey needs somebody who takes it. Create a persona first: journeys new persona ID",
    "stage": "A journey needs a stage, and the catalog has none. Add one under `stages` in catalog.yml first.",
}


def _files(base: Path, path: str, kind: str, title: str, known: dict[str, str]) -> dict[str, str]:
    """The new file, and the schema that it names where the project has no copy yet."""
    from mkdocs_journeys.scaffold import Start, blank
    from mkdocs_journeys.schema import text_of

    folder = next((name for name in SCHEMA_FOLDERS if (base / name / f"{kind}.json").is_file()), None)
    schema = f"{folder or SCHEMA_FOLDERS[0]}/{kind}.json"
    text = blank(kind, Start(title, relpath(schema, dirname(path)), date.today(), known))
    for problem in parse_file(FileRole(path, kind, Path(path).stem), text.encode()).problems:
        raise click.ClickException(f"{terminal_safe(problem.message)} {terminal_safe(problem.hint)}")
    return {path: text} | ({} if folder else {schema: text_of(kind)})


def _check_id(kind: str, id: str) -> None:
    if not is_id(id):
        wish = f" Did you mean {id_like(id)}?" if id_like(id) else ""
        raise click.BadParameter(f"'{terminal_safe(id)}' cannot be an id.{wish} {RULE}", param_hint="ID")
    if kind in ("journey", "persona") and id in RESERVED:
        raise click.BadParameter(f"The site needs the name '{id}' for itself.", param_hint="ID")


def _check_group(kind: str, group: str) -> None:
    if group and kind != "journey":
        raise click.BadParameter("Only journeys stand in groups.", param_hint="--group")
    if group and not all(is_id(part) for part in group.split("/")):
        message = f"'{terminal_safe(group)}' cannot be a group: its folders are named like ids. {RULE}"
        raise click.BadParameter(message, param_hint="--group")


def _check_is_new(base: Path, path: str, kind: str, id: str, places: Sequence[FileRole]) -> None:
    there = [place.path for place in places if (place.kind, place.id) == (kind, id)]
    there += [path] if os.path.lexists(base / path) else []
    if there:
        raise click.ClickException(f"There is such a file already: {terminal_safe(there[0])}. Choose another id.")


def _title(title: str | None, id: str) -> str:
    """The title on one line; of an id, its words."""
    text = " ".join((title if title is not None else id.replace("-", " ").capitalize()).split())
    if not text or not text.isprintable():
        raise click.BadParameter("A title needs at least one letter, and only what can be seen.", param_hint="--title")
    return text


def _known(tree: Tree, places: Sequence[FileRole]) -> dict[str, str]:
    """Kind of thing, as in references, to the id of the first that this atlas has."""
    found: dict[str, str] = {}
    for place in places:
        if place.kind in FOLDERS:
            found.setdefault(place.kind, place.id)
        elif place.kind == "catalog":
            model = parse_file(place, tree.files[place.path]).model
            found |= _of_catalog(model) if isinstance(model, Catalog) else {}
    return found


def _of_catalog(catalog: Catalog) -> dict[str, str]:
    lists = {
        "stage": [item.id for item in catalog.stages],
        "channel": [item.id for item in catalog.channels],
        "touchpoint": [item.id for item in catalog.touchpoints],
        "team": [item.id for item in catalog.teams],
        "segment": [item.id for item in catalog.segments],
        "metric": [item.id for item in catalog.metrics],
        "volume": [item.id for item in catalog.metrics if item.kind == "count"],
    }
    return {kind: ids[0] for kind, ids in lists.items() if ids}
