"""`journeys export changes`."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from mkdocs_journeys.cli.common import output_option, project_options, quiet_option
from mkdocs_journeys.cli.exchange.chosen import atlas_of, write_bytes
from mkdocs_journeys.cli.printing.chosen import browser_option, lay_out
from mkdocs_journeys.cli.printing.chromium import find_chromium
from mkdocs_journeys.cli.printing.pictures import photograph, scale_option
from mkdocs_journeys.cli.reviewing.sides import choose_sides
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.exports.printed.compared import journeys_with_pictures, picture_of_changes
from mkdocs_journeys.exports.printed.picture import document_with
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.wording import terminal_safe

WHOLE_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@project_options
@output_option(FOLDER, required=True)
@click.option("--png", "as_png", is_flag=True, help="Draw ID.png beside ID.svg, through an installed Chromium.")
@scale_option
@browser_option
@quiet_option
@click.pass_context
def changes(
    context: click.Context, base: str | None, head: str | None, root: Path | None, journeys_dir: str, output: Path,
    as_png: bool, scale: float, browser: str, quiet: bool,
) -> None:  # fmt: skip
    """Draw each map that changed, as it was and as it is, cut to the steps that changed.

    BASE and HEAD are what `journeys diff` takes. Writes ID.svg of each journey into the folder of --output. Exits with
    1 if a side has mistakes or Chromium fails, and with 2 if the command was called wrongly or there is no Chromium.
    """
    chromium = find_chromium(browser, quiet=quiet) if as_png else None
    try:
        sides = choose_sides(base, head, root, journeys_dir)
    except GitError as trouble:
        raise click.UsageError(terminal_safe(str(trouble))) from None
    old, new = (atlas_of(context, side.tree) for side in sides)
    comparison = Comparison(old, new)
    names = (_short(sides[0].name), _short(sides[1].name))
    ids = journeys_with_pictures(comparison)
    if not ids and not quiet:
        click.echo("No map changed.")
    with TemporaryDirectory(prefix="journeys-printing-") as name:
        folder = lay_out(Path(name), sides[1].root, new, "picture") if chromium and ids else Path(name)
        for id in ids:
            drawing = picture_of_changes(comparison, id, names)
            _write(output / f"{id}.svg", drawing, quiet=quiet)
            if chromium:
                photo = photograph(chromium, document_with(drawing, new), folder, scale)
                _write(output / f"{id}.png", photo, quiet=quiet)


def _short(name: str) -> str:
    """The name of a side; of a commit's hash, the first digits."""
    return name[:10] if WHOLE_HASH.fullmatch(name) else name


def _write(path: Path, content: bytes, *, quiet: bool) -> None:
    write_bytes(path, content)
    if not quiet:
        click.echo(f"wrote {terminal_safe(str(path))}")
