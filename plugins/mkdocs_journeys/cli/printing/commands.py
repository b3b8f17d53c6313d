"""`journeys export pdf`, `png` and `svg`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import click

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.cli.common import FILE, find_project, output_option, project_options, quiet_option, today_option
from mkdocs_journeys.cli.exchange.chosen import (
    atlas_at,
    filter_option,
    journeys_of,
    site_url_option,
    write_bytes,
)
from mkdocs_journeys.cli.printing.chromium import Chromium, find_chromium
from mkdocs_journeys.exports.printed.book import PrintedBook, Thing, book_of, leaves_of
from mkdocs_journeys.exports.printed.document import DOCUMENT, PrintSettings, files_beside
from mkdocs_journeys.exports.printed.drawing import drawing_of
from mkdocs_journeys.exports.printed.pdf import numbers_of, without_time
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
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.site.page import CARD_SIZE
from mkdocs_journeys.translation.languages import NAMES
from mkdocs_journeys.vocabulary import BY_NAME
from mkdocs_journeys.wording import counted, terminal_safe

Function = TypeVar("Function", bound=Callable[..., Any])
OUTPUT = click.Path(path_type=Path)
KINDS = ("journey", "persona")
LARGEST = 16_384
"""How many pixels a side of a picture may have: Chromium draws no more."""

browser_option = click.option(
    "--browser",
    envvar="CHROME",
    default="",
    metavar="PROGRAM",
    help="Start this Chromium, Chrome or Edge; without it, the first that is installed.",
)
language_option = click.option(
    "--language", type=click.Choice([*NAMES]), default="en", show_default=True, help="Write our own words in this one."
)
things_argument = click.argument("things", nargs=-1, metavar="[KIND:ID]...")


def _in_browser(command: Function) -> Function:
    """Add the options of what a browser makes."""
    for add in (quiet_option, today_option, site_url_option, language_option, browser_option):
        command = add(command)
    return command


@click.command()
@things_argument
@project_options
@filter_option
@output_option(FILE, required=True)
@click.option(
    "--paper", type=click.Choice(["A4", "A3", "letter"]), default="A4", show_default=True, help="Print on this paper."
)
@_in_browser
@click.pass_context
def pdf(
    context: click.Context, things: tuple[str, ...], root: Path | None, journeys_dir: str, filters: tuple[str, ...],
    output: Path, paper: str, browser: str, language: str, site_url: str, today: datetime | None, quiet: bool,
) -> None:  # fmt: skip
    """Print the atlas as a book, or some of its pages, through an installed Chromium.

    The book has a title, contents with page numbers, and each journey on a new page, then personas, pains and
    opportunities. With --filter it has these journeys with their personas and opportunities. With things such as
    journey:buy-it or persona:maya it has their pages alone. Exits with 1 if the atlas has mistakes or Chromium fails,
    and with 2 if there is none.
    """
    chromium = find_chromium(browser, quiet=quiet)
    base = find_project(root, journeys_dir)
    atlas = atlas_at(context, base, journeys_dir)
    settings = PrintSettings(today.date() if today else date.today(), language, site_url, paper)
    journeys = journeys_of(atlas, filters)
    wanted = _things(atlas, things, filters) if things else ()
    book = leaves_of(atlas, wanted, settings) if wanted else book_of(atlas, journeys, settings)
    with TemporaryDirectory(prefix="journeys-printing-") as folder:
        place = _lay_out(Path(folder), base, atlas, "book")
        content = _printed(chromium, book, place, quiet=quiet)
    write_bytes(output, content)
    if not quiet:
        click.echo(f"wrote {terminal_safe(str(output))}")


def _printed(chromium: Chromium, book: PrintedBook, folder: Path, *, quiet: bool) -> bytes:
    """The PDF of a book: printed once to learn where its pages are, and again with their numbers in the contents."""
    document, target = folder / DOCUMENT, folder / "printed.pdf"
    numbers = dict.fromkeys(book.anchors, 0)
    if book.title:
        document.write_bytes(book.html(numbers))
        chromium.print_pdf(document, target, len(numbers), draft=True)
        found = numbers_of(target.read_bytes())
        if not quiet and not numbers.keys() <= found.keys():
            click.echo("This Chromium does not tell where pages are: the contents have no numbers.", err=True)
        numbers |= {anchor: found.get(anchor, 0) for anchor in numbers}
        target.unlink()
    document.write_bytes(book.html(numbers))
    chromium.print_pdf(document, target, len(numbers))
    return without_time(target.read_bytes())


@click.command()
@things_argument
@project_options
@filter_option
@output_option(OUTPUT, required=True)
@click.option(
    "--scale",
    type=click.FloatRange(0.25, 4),
    default=2.0,
    show_default=True,
    help="Draw so many pixels for each of the site's.",
)
@click.option(
    "--cards", is_flag=True, help="Draw the pictures that stand beside links to journeys, 1200 by 630 pixels."
)
@_in_browser
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
    wanted = _wanted(atlas, things, filters)
    if cards and any(kind != "journey" for kind, _ in wanted):
        raise click.BadParameter("Only journeys have a card.", param_hint="KIND:ID")
    written = 0
    with TemporaryDirectory(prefix="journeys-printing-") as name:
        folder = _lay_out(Path(name), base, atlas, "card" if cards else "picture")
        for thing, target in _targets(wanted, output, ".png").items():
            if cards:
                content = _card(chromium, card_of(atlas, atlas.journeys[thing[1]], settings), folder, target)
            else:
                content = _photograph(chromium, picture_of(atlas, thing, settings), folder, scale)
            if content:
                write_bytes(target, content)
                written += 1
                if not quiet:
                    click.echo(f"wrote {terminal_safe(str(target))}")
    if cards and not quiet and written < len(wanted):
        click.echo(f"{counted(len(wanted) - written, 'card')} as before")


def _photograph(chromium: Chromium, document: bytes, folder: Path, scale: float) -> bytes:
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
    digest = digest_of(document)
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
    wanted = _wanted(atlas, things, filters)
    if any(kind != "journey" for kind, _ in wanted):
        raise click.BadParameter(
            "Only journeys are drawn as SVG. Export a persona as png or pdf.", param_hint="KIND:ID"
        )
    if output is None:
        if len(wanted) > 1:
            raise click.UsageError("These are several journeys. Name a folder for them with --output.")
        click.echo(drawing_of(atlas, atlas.journeys[wanted[0][1]]), nl=False)
        return
    for (_, id), target in _targets(wanted, output, ".svg").items():
        write_bytes(target, drawing_of(atlas, atlas.journeys[id]))
        if not quiet:
            click.echo(f"wrote {terminal_safe(str(target))}")


def _wanted(atlas: Atlas, things: Sequence[str], filters: Sequence[str]) -> Sequence[Thing]:
    """The things that were named, else the journeys that fit the filters. Raises UsageError."""
    if things:
        return _things(atlas, things, filters)
    return [("journey", journey.id) for journey in journeys_of(atlas, filters)]


def _things(atlas: Atlas, things: Sequence[str], filters: Sequence[str]) -> Sequence[Thing]:
    if filters:
        raise click.UsageError("Name things or filters, not both.")
    return [*dict.fromkeys(_thing(atlas, text) for text in things)]


def _thing(atlas: Atlas, text: str) -> Thing:
    """The kind and id in a text such as persona:maya. Raises BadParameter."""
    kind, _, id = text.partition(":")
    if kind not in KINDS:
        message = f"'{text[:60]}' names nothing that can be printed alone. Write it as journey:ID or persona:ID."
        raise click.BadParameter(terminal_safe(message), param_hint="KIND:ID")
    known: Mapping[str, object] = getattr(atlas, BY_NAME[kind].plural)
    if id not in known:
        near = suggest(id, known)
        hint = f" Did you mean '{near}'?" if near else ""
        raise click.BadParameter(terminal_safe(f"There is no {kind} '{id[:60]}'.{hint}"), param_hint="KIND:ID")
    return kind, id


def _targets(wanted: Sequence[Thing], output: Path, ending: str) -> Mapping[Thing, Path]:
    """The file of each thing. Raises BadParameter."""
    if output.suffix == ending and not output.is_dir():
        if len(wanted) != 1:
            raise click.BadParameter(
                f"These are {len(wanted)} files. Name a folder for them.", param_hint="'--output' / '-o'"
            )
        return {wanted[0]: output}
    if output.is_file():
        raise click.BadParameter("It is a file, and no folder.", param_hint="'--output' / '-o'")
    names = [id if kind == "journey" else f"{kind}-{id}" for kind, id in wanted]
    return {thing: output / f"{name}{ending}" for thing, name in zip(wanted, names, strict=True)}


def _lay_out(folder: Path, base: Path, atlas: Atlas, style: str) -> Path:
    """Write what documents load into a folder for them."""
    for asset in files_beside(atlas, style):
        content = asset.content if asset.path is None else (base / asset.path).read_bytes()
        write_bytes(folder / asset.uri, content)
    return folder
