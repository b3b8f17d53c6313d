"""`journeys export png` and `svg`."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from mkdocs_journeys.cli.common import find_project, output_option, project_options, quiet_option
from mkdocs_journeys.cli.exchange.chosen import (
    atlas_at,
    filter_option,
    write_bytes,
)
from mkdocs_journeys.cli.printing.chosen import in_browser, lay_out, targets_of, things_argument, wanted_things
from mkdocs_journeys.cli.printing.chromium import Chromium, find_chromium
from mkdocs_journeys.exports.printed.document import DOCUMENT, PrintSettings
from mkdocs_journeys.exports.printed.drawing import drawing_of
from mkdocs_journeys.exports.printed.picture import (
    WINDOW,
    card_of,
    digest_of,
    has_digest,
    picture_of,
    size_in,
    size_of,
    with_digest,
)
from mkdocs_journeys.site.page import CARD_SIZE
from mkdocs_journeys.wording import counted, terminal_safe

OUTPUT = click.Path(path_type=Path)
LARGEST = 16_384
"""How many pixels a side of a picture may have: Chromium draws no more."""
scale_option = click.option(
    "--scale",
    type=click.FloatRange(0.25, 4),
    default=2.0,
    show_default=True,
    help="Draw so many pixels for each of the site's.",
)


@click.command()
@things_argument
@project_options
@filter_option
@output_option(OUTPUT, required=True)
@scale_option
@click.option(
    "--cards", is_flag=True, help="Draw the pictures that stand beside links to journeys, 1200 by 630 pixels."
)
@in_browser
@click.pass_context
def png(
    context: click.Context, things: tuple[str, ...], root: Path | None, journeys_dir: str, filters: tuple[str, ...],
    output: Path, scale: float, cards: bool, browser: str, language: str, site_url: str, today: datetime | None,
    quiet: bool,
) -> None:  # fmt: skip
    """Draw whole maps, or pages of personas, as pictures through an installed Chromium.

    With a single thing such as journey:buy-it or persona:maya, --output may name a file that ends in .png; else it
    names a folder for ID.png of each journey. With --cards, only pictures are drawn whose journey has changed. Exits
    with 1 if the atlas has mistakes or Chromium fails, and with 2 if there is none.
    """
    chromium = find_chromium(browser, quiet=quiet)
    base = find_project(root, journeys_dir)
    atlas = atlas_at(context, base, journeys_dir)
    settings = PrintSettings(today.date() if today else date.today(), language, site_url)
    wanted = wanted_things(atlas, things, filters)
    if cards and any(kind != "journey" for kind, _ in wanted):
        raise click.BadParameter("Only journeys have a card.", param_hint="KIND:ID")
    written = 0
    with TemporaryDirectory(prefix="journeys-printing-") as name:
        folder = lay_out(Path(name), base, atlas, "card" if cards else "picture")
        for thing, target in targets_of(wanted, output, ".png").items():
            if cards:
                content = _card(chromium, card_of(atlas, atlas.journeys[thing[1]], settings), folder, target)
            else:
                content = photograph(chromium, picture_of(atlas, thing, settings), folder, scale)
            if content:
                write_bytes(target, content)
                written += 1
                if not quiet:
                    click.echo(f"wrote {terminal_safe(str(target))}")
    if cards and not quiet and written < len(wanted):
        click.echo(f"{counted(len(wanted) - written, 'card')} as before")


def photograph(chromium: Chromium, document: bytes, folder: Path, scale: float) -> bytes:
    """A PNG of all of a document."""
    place, target = folder / DOCUMENT, folder / "picture.png"
    place.write_bytes(document)
    size = size_in(chromium.dom_of(place, WINDOW))
    if size is None:
        raise click.ClickException("Chromium did not tell how large the map is. Nothing was written.")
    if max(size.window) * scale > LARGEST:
        scale_that_fits = LARGEST // max(size.window) or LARGEST / max(size.window)
        raise click.ClickException(
            f"The map is {size.width:,} by {size.height:,} pixels: too much for a picture at this scale. "
            f"Try --scale {scale_that_fits:.2g}, or export pdf or svg."
        )
    chromium.photograph(place, target, size.window, scale)
    content = target.read_bytes()
    target.unlink()
    return content


def _card(chromium: Chromium, document: bytes, folder: Path, target: Path) -> bytes:
    """The PNG of a card; nothing where the one that is there shows the same."""
    styles = (folder / name for name in ("printed.css", "assets/journeys/journeys.css"))
    digest = digest_of(b"".join([document, *(style.read_bytes() for style in styles)]))
    try:
        if has_digest(target.read_bytes(), digest):
            return b""
    except OSError:
        pass
    place, made = folder / DOCUMENT, folder / "picture.png"
    place.write_bytes(document)
    chromium.photograph(place, made, CARD_SIZE, 1)
    content = made.read_bytes()
    made.unlink()
    if size_of(content) != CARD_SIZE:
        raise click.ClickException("Chromium drew a card of another size. Nothing was written.")
    return with_digest(content, digest)


@click.command()
@things_argument
@project_options
@filter_option
@output_option(OUTPUT)
@quiet_option
@click.pass_context
def svg(
    context: click.Context, things: tuple[str, ...], root: Path | None, journeys_dir: str, filters: tuple[str, ...],
    output: Path | None, quiet: bool,
) -> None:  # fmt: skip
    """Draw maps as SVG, for Inkscape, LibreOffice and others. It needs no browser.

    Texts stay texts. For a single journey, --output names a file, or without it the drawing is printed; for several
    it names a folder for ID.svg of each. Exits with 1 if the atlas has mistakes.
    """
    atlas = atlas_at(context, find_project(root, journeys_dir), journeys_dir)
    wanted = wanted_things(atlas, things, filters)
    if any(kind != "journey" for kind, _ in wanted):
        raise click.BadParameter(
            "Only journeys are drawn as SVG. Export a persona as png or pdf.", param_hint="KIND:ID"
        )
    if output is None:
        if len(wanted) > 1:
            raise click.UsageError("These are several journeys. Name a folder for them with --output.")
        click.echo(drawing_of(atlas, atlas.journeys[wanted[0][1]]), nl=False)
        return
    for (_, id), target in targets_of(wanted, output, ".svg").items():
        write_bytes(target, drawing_of(atlas, atlas.journeys[id]))
        if not quiet:
            click.echo(f"wrote {terminal_safe(str(target))}")
