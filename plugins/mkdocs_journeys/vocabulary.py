"""The kinds of things in an atlas: what each is called, where it is written, and where the site shows it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing; a field is empty where the kind has nothing of the sort.

    `name` is what references, links and `journeys new` call it, `noun` what a message calls it. `catalog_list` is its
    list in catalog.yml, `folder` the folder of its files below the journeys folder, `plural` the name of its mapping
    in the atlas, `page_folder` the folder of its pages. `linkable` kinds may be linked from rich text, as `pain:ID`.
    """

    name: str
    noun: str = ""
    plural: str = ""
    catalog_list: str = ""
    folder: str = ""
    page_folder: str = ""
    linkable: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("journey", "journey", "journeys", folder="maps", page_folder="journeys", linkable=True),
    Kind("persona", "persona", "personas", folder="personas", page_folder="personas", linkable=True),
    Kind("pain", "pain", "pains", page_folder="pains", linkable=True),
    Kind(
        "opportunity",
        "opportunity",
        "opportunities",
        folder="opportunities",
        page_folder="opportunities",
        linkable=True,
    ),
    Kind("evidence", "study", "evidence", folder="evidence", page_folder="evidence", linkable=True),
    Kind("metric", "metric", "metrics", catalog_list="metrics", page_folder="metrics", linkable=True),
    Kind(
        "touchpoint", "touchpoint", "touchpoints", catalog_list="touchpoints", page_folder="touchpoints", linkable=True
    ),
    Kind("stage", "stage", "stages", catalog_list="stages", page_folder="stages", linkable=True),
    Kind("team", "team", "teams", catalog_list="teams", page_folder="teams", linkable=True),
    Kind("channel", "channel", "channels", catalog_list="channels", page_folder="channels"),
    Kind("segment", "segment", "segments", catalog_list="segments", page_folder="segments"),
    Kind("system", "system", "systems", page_folder="systems"),
    Kind("tag", "tag", "tags", page_folder="tags"),
    Kind("lane", "lane", "lanes", catalog_list="lanes"),
    Kind("source", "source of figures", "sources"),
    Kind("observed", "file of observed ways", "observed", folder="observed"),
    Kind("figures", "metric", "figures", folder="metrics"),
)
"""Every kind that has an id of its own across the atlas, in the order in which messages list them."""

BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}

DOCUMENTS: tuple[str, ...] = ("journey", "persona", "opportunity", "evidence")
"""Kinds of which each file holds one."""

CATALOG_LISTS: Mapping[str, str] = {
    name: next(kind.name for kind in KINDS if kind.catalog_list == name)
    for name in ("stages", "channels", "touchpoints", "teams", "segments", "metrics", "lanes")
}
"""The catalog's lists, in the catalog's order, to the kind of thing that each holds."""

_CUSTOMER_LANES = ("thinks", "says", "expects", "pains", "gains", "ideas", "opportunities", "metrics", "time")
_SERVICE_LANES = ("frontstage", "backstage", "support", "systems", "policy")
_OTHER_LANES = ("stage", "takes", "touchpoint", "team", "feels", "evidence", "pictures", "next", "reached")
MAP_LANES: frozenset[str] = frozenset((*_CUSTOMER_LANES, *_SERVICE_LANES, *_OTHER_LANES))
"""The lanes that a map can have without any of the catalog."""

KIND_OF_FOLDER: Mapping[str, str] = {kind.folder: kind.name for kind in KINDS if kind.folder}
"""Folders below the journeys folder to the kind of file that each holds."""

PAGE_FOLDERS: Mapping[str, str] = {kind.name: kind.page_folder for kind in KINDS if kind.page_folder}
"""Kinds whose things have a page each, to the folder of those pages."""

LINKABLE: tuple[str, ...] = tuple(kind.name for kind in KINDS if kind.linkable)
"""Kinds that rich text may link to."""
