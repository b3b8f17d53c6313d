"""`journeys init`: a working atlas, in a new folder or beside what is there."""

import json
import os
import re
from collections.abc import Mapping
from datetime import date
from importlib.metadata import distribution
from pathlib import Path

import click

from mkdocs_journeys.cli.files import create_files, print_created
from mkdocs_journeys.wording import terminal_safe

CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
WORKFLOW = ".github/workflows/journeys.yml"
RELEASED = "mkdocs-journeys"
_ADDRESS = re.compile(r"[a-z+]+://(?:[^@/\s\"']*@)?([^@\s\"'\\$`]+)")


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
    added = create_files(folder, _wanted(folder, project_files(date.today(), requirement), config))
    print_created(({config: False} if config else {}) | added)
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
