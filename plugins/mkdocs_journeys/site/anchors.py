"""The permanent addresses of pages and places on them, and where each kind of thing has its place."""

import re
from functools import lru_cache
from typing import Any
from zlib import crc32

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model.base import ID_PATTERN

CATALOGUED = frozenset({"stage", "touchpoint", "team", "channel", "segment"})
"""Kinds whose things are sections of the catalogue, anchored `kind-ID`."""
FOLDERS = {
    "journey": "journeys",
    "persona": "personas",
    "opportunity": "opportunities",
    "evidence": "evidence",
    "metric": "metrics",
}
"""Kinds whose things have a page each: what the atlas calls them, and the folder of their pages."""
FOLDER_NAMES = frozenset({"index", "readme"})
"""Names that hosts take for the page of a folder."""
_IS_ID = re.compile(ID_PATTERN.replace("$", r"\Z")).match


def place_of(atlas: Atlas, kind: str, target: str) -> tuple[str, str] | None:
    """The (uri, anchor) of a thing; None for a kind without a page or an id that nothing has.

    No address depends on what else there is: a new thing moves no other one.
    """
    if kind in CATALOGUED:
        return _place("catalog.md", kind, target)
    if kind == "pain":
        hurt = atlas.hurts.get(target)
        return _place(_own_page("journeys", hurt.home.journey.id), kind, target) if hurt else None
    folder = FOLDERS.get(kind)
    if folder is None:
        return None
    id, _, finding = target.partition("/") if kind == "evidence" else (target, "", "")
    if id not in getattr(atlas, folder):
        return None
    return _place(_own_page(folder, id), "finding", finding)


class Places(dict[tuple[str, str], tuple[str, str] | None]):
    """The places of things by (kind, id), each found when it is first asked for: every page links to many."""

    def __init__(self, atlas: Atlas) -> None:
        super().__init__()
        self._atlas = atlas

    def __missing__(self, thing: tuple[str, str]) -> tuple[str, str] | None:
        place = self[thing] = place_of(self._atlas, *thing)
        return place

    def get(self, thing: Any, _default: Any = None, /) -> Any:
        """The place of a thing, asked for before or not."""
        return self[thing]


@lru_cache(maxsize=32_768)
def _place(uri: str, prefix: str, name: str) -> tuple[str, str]:
    """The same one for every atlas, so that a page kept from one to the next is told to be right at a glance."""
    return uri, f"{prefix}-{name}" if name else ""


@lru_cache(maxsize=16_384)
def _own_page(folder: str, id: str) -> str:
    return f"{folder}/{id}.md" if folder in ("journeys", "personas") else page_uri(folder, id)


def page_uri(folder: str, name: str) -> str:
    """The page of a thing in a folder of pages, whatever its name is."""
    return f"{folder}/{name}/index.md" if name.rpartition("/")[2] in FOLDER_NAMES else f"{folder}/{name}.md"


def group_uri(group: str, sheet: int = 1) -> str:
    """A page of the journeys in a folder below maps/, counted from 1; "" are those that stand in none.

    Two names deep, so that no journey's id can be the same.
    """
    if not group:
        return f"journeys/lifecycle/{sheet}.md"
    return page_uri("journeys/group" if sheet == 1 else f"journeys/group-{sheet}", group_slug(group))


def group_slug(group: str) -> str:
    """A folder's name as it may stand in an address; one that is no id is told apart by a number."""
    return "/".join(map(_slug, group.split("/")))


def stage_anchor(number: int) -> str:
    """The anchor of a journey's stage, counted from 1."""
    return f"stage-{number}"


def step_anchor(number: int) -> str:
    """The anchor of a journey's step, counted from 1 over the whole journey."""
    return f"step-{number}"


def _slug(name: str) -> str:
    if _IS_ID(name):
        return name
    letters = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40]
    return f"{letters or 'group'}-{crc32(name.encode()):08x}"
