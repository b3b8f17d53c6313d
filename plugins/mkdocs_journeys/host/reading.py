"""From files as bytes to what a site consists of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.host.report import errors_in
from mkdocs_journeys.load import Tree, load
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.site import site_of
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """`items` are pages and assets, None where a mistake forbids them; `texts` the files' bytes by path."""

    items: tuple[Page | Asset, ...] | None
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)


def reading_of(tree: Tree, settings: Settings) -> Reading:
    """Loads a tree and lays out its site. What is wrong in the files is in the reading and never raised."""
    atlas, problems = load(tree)
    items = None if atlas is None or errors_in(problems) else tuple(site_of(atlas, settings))
    return Reading(items, tuple(problems), tree.files)
