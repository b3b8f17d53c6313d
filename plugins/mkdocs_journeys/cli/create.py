"""`journeys init` and `journeys new`: a working atlas, and one more journey, persona, opportunity or study."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import distribution
from pathlib import Path
from posixpath import dirname, relpath

import click

from mkdocs_journeys.cli.common import cannot_write, find_project, project_options
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.load.files import RESERVED, id_like, is_id
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS
from mkdocs_journeys.wording import terminal_safe

CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
WORKFLOW = ".github/workflows/journeys.yml"
RELEASED = "mkdocs-journeys"
_ADDRESS = re.compile(r"[a-z+]+://(?:[^@/\s\"']*@)?([^@\s\"'\\$`]+)")
SCHEMA_FOLDERS = (".journeys/schema", "schema")
_NEEDED = {
    "persona": "A journey needs somebody who takes it. Create a persona first: journeys new persona ID",
    "stage": "A journey needs a stage, and the catalog has none. Add one under `stages` in catalog.yml first.",
}
RULE = "An id is made of a-z, 0-9 and hyphens, and has at most 64 characters."


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Make a working atlas in DIR: configuration, one journey, a workflow for CI, settings for editors.

    DIR is the current folder unless named. Files that are there already are kept as they are: what was created
    and what was kept is printed, and so are the lines that a mkdocs.yml of yours still needs.
    """
    from mkdocs_journeys.scaffold import project_files

    requirement = installed_from()
    config = next((name for name in CONFIGS if os.path.lexists(folder / name)), None)
    added = _create_files(folder, _wanted(folder, project_files(date.today(), requirement), config))
    _print_created(({config: False} if config else {}) | added)
    if config:
        _print_missing_lines(folder / config)
    if requirement == RELEASED and added[WORKFLOW]:
        click.echo(f"\nIn {WORKFLOW}, write the address that you install {RELEASED} from.")
    there = "" if folder == Path() else f"cd {terminal_safe(str(folder))}, "
    click.echo(f"\nNext: {there}journeys check, then mkdocs serve --livereload")


def installed_from() -> str:
    """The pip requirement of this package: its git repository without credentials, if it was installed from one."""
    try:
        origin = json.loads(distribution(RELEASED).read_text("direct_url.json") or "{}")
        address = _ADDRESS.fullmatch(origin["url"]) if origin["vcs_info"]["vcs"] == "git" else None
    except (KeyError, TypeError, ValueError):
        return RELEASED
    return f"git+https://{address[1]}" if address else RELEASED


@click.command()
@click.argument("kind", type=click.Choice(DOCUMENTS))
@click.argument("id")
@click.option("--title", help="The title, or a persona's name; made from the id if left out.")
@click.option("--group", default="", help="For a journey: the folder below maps/ that it belongs in.")
@project_options
def new(kind: str, id: str, title: str | None, group: str, root: Path | None, journeys_dir: str) -> None:
    """Create the file of a new journey, persona, opportunity or evidence.

    What a file needs is filled in, a journey's persona and stage with the first of yours; everything else stands
    in it as a comment with its explanation, or is named there if it is seldom needed. A file that is there is never
    changed.
    """
    hint = "Make an atlas with `journeys init`, or name its folder with --root."
    base = find_project(root, journeys_dir, hint)
    _check_id(kind, id)
    _check_group(kind, group)
    tree = worktree(base, journeys_dir)
    places = [place for path in sorted(tree.files) if isinstance(place := role_of(path, tree.folder), FileRole)]
    path = "/".join(part for part in (tree.folder, BY_NAME[kind].folder, group, f"{id}.yml") if part)
    _check_is_new(base, path, kind, id, places)
    known = _first_ids(tree, places)
    for needed in ("persona", "stage") if kind == "journey" else ():
        if needed not in known:
            raise click.ClickException(_NEEDED[needed])
    _print_created(_create_files(base, _files(base, path, kind, _title(title, id), known)))


def _create_files(base: Path, files: Mapping[str, str]) -> dict[str, bool]:
    """Write each file below `base` that does not exist yet; path to True if it was written.

    `files` maps paths with '/' to texts. Raises ClickException: before anything is written if a folder is a link
    or a file.
    """
    for path in files:
        _check_folders(base, path)
    try:
        return {path: _create(base / path, text) for path, text in files.items()}
    except OSError as error:
        raise cannot_write(Path(error.filename or base), error) from error


def _print_created(created: Mapping[str, bool]) -> None:
    for path, is_new in created.items():
        click.echo(f"{'created' if is_new else 'kept   '}  {terminal_safe(path)}")


def _check_folders(base: Path, path: str) -> None:
    folder = base
    for part in path.split("/")[:-1]:
        folder = folder / part
        if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
            what = "a symbolic link" if folder.is_symlink() else "a file"
            message = f"{terminal_safe(str(folder))} is {what}, and a folder is needed there. Nothing was written."
            raise click.ClickException(message)


def _create(path: Path, text: str) -> bool:
    if os.path.lexists(path):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return True


def _wanted(folder: Path, files: Mapping[str, str], config: str | None) -> dict[str, str]:
    """The files to create: no example beside a catalog, no second configuration, no page in an existing docs/."""
    unwanted = [
        *(["journeys/"] if os.path.lexists(folder / "journeys" / "catalog.yml") else []),
        *(["mkdocs.yml"] if config else []),
        *(["docs/"] if config or os.path.lexists(folder / "docs") else []),
    ]
    return {path: text for path, text in files.items() if not path.startswith(tuple(unwanted))}


def _print_missing_lines(config: Path) -> None:
    from mkdocs_journeys.scaffold import lines_to_add

    try:
        lines = lines_to_add(config.read_bytes())
    except OSError:
        lines = lines_to_add(b"")
    if lines:
        click.echo(f"\nAdd to {config.name}:\n\n{lines.rstrip()}")


def _files(base: Path, path: str, kind: str, title: str, known: dict[str, str]) -> dict[str, str]:
    """The new file, and its schema if the project has no copy yet."""
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
