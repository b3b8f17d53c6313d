"""`journeys export pdf`."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from mkdocs_journeys.cli.common import FILE, find_project, output_option, project_options
from mkdocs_journeys.cli.exchange.chosen import (
    atlas_at,
    filter_option,
    journeys_of,
    write_bytes,
)
from mkdocs_journeys.cli.printing.chosen import in_browser, lay_out, things_argument, things_named
from mkdocs_journeys.cli.printing.chromium import Chromium, find_chromium
from mkdocs_journeys.exports.printed.book import PrintedBook, book_of, leaves_of
from mkdocs_journeys.exports.printed.document import DOCUMENT, PrintSettings
from mkdocs_journeys.exports.printed.pdf import numbers_of, without_time
from mkdocs_journeys.wording import terminal_safe


@click.command()
@things_argument
@project_options
@filter_option
@output_option(FILE, required=True)
@click.option(
    "--paper", type=click.Choice(["A4", "A3", "letter"]), default="A4", show_default=True, help="Print on this paper."
)
@in_browser
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
    wanted = things_named(atlas, things, filters) if things else ()
    book = leaves_of(atlas, wanted, settings) if wanted else book_of(atlas, journeys, settings)
    with TemporaryDirectory(prefix="journeys-printing-") as folder:
        place = lay_out(Path(folder), base, atlas, "book")
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
