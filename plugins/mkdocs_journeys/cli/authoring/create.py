"""`journeys new`: one more journey, persona, opportunity, study or metric."""

import os
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from posixpath import dirname, relpath

import click

from mkdocs_journeys.cli.common import (
    NewFile,
    create_files,
    find_project,
    mend_file,
    print_created,
    project_options,
    quiet_option,
)
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.load.files import CATALOG, RESERVED, id_like, is_id
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS
from mkdocs_journeys.wording import terminal_safe

SCHEMA_FOLDERS = (".journeys/schema", "schema")
_NEEDED = {
    "persona": "A journey needs somebody who takes it. Create a persona first: journeys new persona ID",
    "stage": "A journey needs a stage, and the catalog has none. Add one under `stages` in catalog.yml first.",
}
RULE = "An id is made of a-z, 0-9 and hyphens, and has at most 64 characters."


@click.command()
@click.argument("kind", type=click.Choice((*DOCUMENTS, "metric")))
@click.argument("id")
@click.option("--title", help="Give it this title, or a persona and a metric this name; else it is made from the id.")
@click.option("--group", default="", help="Put a journey into this folder below maps/.")
@project_options
@quiet_option
def new(kind: str, id: str, title: str | None, group: str, root: Path | None, journeys_dir: str, quiet: bool) -> None:
    """Create the file of a new journey, persona, opportunity, evidence or metric.

    What a file needs is filled in, a journey's persona and stage with the first of yours; everything else stands
    in it as a comment with its explanation, or is named there if it is seldom needed. A metric gets a file of figures
    whose first one is an example and, where the catalog does not know it yet, an entry there. Any other file that is
    there is never changed.
    """
    hint = "Make an atlas with `journeys init`, or name its folder with --root."
    base = find_project(root, journeys_dir, hint)
    _check_id(kind, id)
    _check_group(kind, group)
    tree = worktree(base, journeys_dir)
    places = [place for path in sorted(tree.files) if isinstance(place := role_of(path, tree.folder), FileRole)]
    known = _first_ids(tree, places)
    if kind == "metric":
        _create_metric(base, tree, id, _title(title, id), known, quiet)
        return
    path = "/".join(part for part in (tree.folder, BY_NAME[kind].folder, group, f"{id}.yml") if part)
    _check_is_new(base, path, kind, id, places)
    for needed in ("persona", "stage") if kind == "journey" else ():
        if needed not in known:
            raise click.ClickException(_NEEDED[needed])
    _create(base, _files(base, path, kind, _title(title, id), known))


def _create(base: Path, files: Iterable[tuple[str, str]]) -> None:
    created = create_files(NewFile(base, path, text) for path, text in files)
    print_created({path.relative_to(base).as_posix(): is_new for path, is_new in created.items()})


def _files(base: Path, path: str, kind: str, title: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The path and the text of the new file, and of its schema if the project has no copy yet."""
    from mkdocs_journeys.scaffold import Start, blank
    from mkdocs_journeys.schema import text_of

    folder = next((name for name in SCHEMA_FOLDERS if (base / name / f"{kind}.json").is_file()), None)
    schema = f"{folder or SCHEMA_FOLDERS[0]}/{kind}.json"
    text = blank(kind, Start(title, relpath(schema, dirname(path)), date.today(), known))
    for problem in parse_file(FileRole(path, kind, Path(path).stem), text.encode()).problems:
        raise click.ClickException(f"{terminal_safe(problem.message)} {terminal_safe(problem.hint)}")
    yield path, text
    if not folder:
        yield schema, text_of(kind)


def _create_metric(base: Path, tree: Tree, id: str, name: str, known: dict[str, str], quiet: bool) -> None:
    """Create a file of figures with an example, and the metric's entry in the catalog where there is none.

    The catalog comes first: a metric without figures is one, figures without a metric are a mistake.
    """
    from mkdocs_journeys.scaffold.metric import entry, figures, with_metric

    path, catalog = f"{tree.folder}/{BY_NAME['figures'].folder}/{id}.csv", f"{tree.folder}/{CATALOG}"
    _check_is_new(base, path, "figures", id, ())
    content = tree.files.get(catalog, b"")
    model = parse_file(FileRole(catalog, "catalog", "catalog"), content).model
    metrics = {metric.id: metric for metric in model.metrics} if isinstance(model, Catalog) else {}
    if id not in metrics:
        item = entry(id, name, known)
        changed = with_metric(catalog, content, item)
        if changed is None:
            lines = textwrap.indent(item.rstrip(), "  ")
            message = f"No place for the metric was found in {terminal_safe(catalog)}. Nothing was written. "
            raise click.ClickException(f"{message}Mend its mistakes, or add this under `metrics` first:\n\n{lines}")
        mend_file(base, catalog, content, changed)
        click.echo(f"changed  {terminal_safe(catalog)}")
    today = date.today()
    _create(base, [(path, figures(today, metrics[id].baseline if id in metrics else None))])
    if not quiet:
        click.echo(f"\nThe row of {today} in {terminal_safe(path)} is an example: put your first figure in its place.")
        if id not in metrics:
            click.echo(f"In {terminal_safe(catalog)}, say of which kind the metric is, and in what it is counted.")


def _check_id(kind: str, id: str) -> None:
    if not is_id(id):
        suggestion = f" Did you mean {id_like(id)}?" if id_like(id) else ""
        raise click.BadParameter(f"'{terminal_safe(id)}' cannot be an id.{suggestion} {RULE}", param_hint="ID")
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
    """The title on one line, by default made from the words of the id."""
    text = " ".join((title if title is not None else id.replace("-", " ").capitalize()).split())
    if not text or not text.isprintable():
        raise click.BadParameter("A title needs at least one letter, and only what can be seen.", param_hint="--title")
    return text


def _first_ids(tree: Tree, places: Sequence[FileRole]) -> dict[str, str]:
    """Kind of thing, as in references, to the first id of that kind in the atlas."""
    found: dict[str, str] = {}
    for place in places:
        if place.kind in DOCUMENTS:
            found.setdefault(place.kind, place.id)
        elif place.kind == "catalog":
            model = parse_file(place, tree.files[place.path]).model
            if isinstance(model, Catalog):
                found |= {kind: items[0].id for name, kind in CATALOG_LISTS.items() if (items := getattr(model, name))}
                counts = [metric.id for metric in model.metrics if metric.kind == "count"]
                found |= {"volume": counts[0]} if counts else {}
    return found
