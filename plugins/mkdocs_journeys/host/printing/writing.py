"""A page becomes a file of the site: it belongs to whoever creates that file."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.printer import Printed
from mkdocs_journeys.host.printing.search import encoded

Print = Callable[[AtlasPage], Printed]


def created(page: AtlasPage) -> BinaryIO | None:
    """The file of a page, to be written; None where there is one, which only one of two processes can create."""
    path = Path(page.file.abs_dest_path)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return path.open("xb")
    except FileExistsError:
        return None


def written(page: AtlasPage, target: BinaryIO, print_one: Print) -> str:
    """What search finds on a page, encoded, after the finished page went into its file.

    Raises what the templates raise; then there is no file.
    """
    with target:
        try:
            printed = print_one(page)
        except Exception:
            Path(page.file.abs_dest_path).unlink()
            raise
        target.writelines((printed.before, printed.content))
    return encoded(printed.entries)
