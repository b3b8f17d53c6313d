"""The files of an atlas that works from the first minute."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from mkdocs_journeys.schema import KINDS, text_of

SCHEMA_FOLDER = ".journeys/schema"
"""Where a project keeps its copy of the schemas, below its root."""


def atlas_files(today: date, requirement: str) -> dict[str, str]:
    """Path below the project's root to text. `requirement` is what pip installs in CI."""
    found = dict(_texts(files("mkdocs_journeys.scaffold").joinpath("files"), ""))
    filled = {
        path: text.replace("TODAY", today.isoformat()).replace("REQUIREMENT", requirement)
        for path, text in found.items()
    }
    return filled | schema_files()


def schema_files() -> dict[str, str]:
    """The project's copy of the schemas: path below the root to text."""
    return {f"{SCHEMA_FOLDER}/{kind}.json": text_of(kind) for kind in KINDS}


def _texts(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = above + item.name.replace("dot-", ".", 1)
        if item.is_dir():
            yield from _texts(item, f"{path}/")
        else:
            yield path, item.read_text("utf-8")
