"""From files as bytes to what a site consists of."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.host.report import errors_in
from mkdocs_journeys.host.serving.memory import Memory
from mkdocs_journeys.load import load
from mkdocs_journeys.load.loader import without_collecting
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.render import environment
from mkdocs_journeys.site.settings import Settings
from mkdocs_journeys.site.watch import WatchedWorld
from mkdocs_journeys.site.world import World
from mkdocs_journeys.sources.tree import Tree


@dataclass(frozen=True, slots=True)
class Reading:
    """`items` are pages and assets, None where a mistake forbids them; `texts` the files' bytes by path.

    `world` is what the pages are drawn from.
    """

    items: tuple[Page | Asset, ...] | None
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)
    world: World | None = None


def reading_of(tree: Tree, settings: Settings, memory: Memory | None = None) -> Reading:
    """Loads a tree and lays out its site. What is wrong in the files is in the reading and never raised.

    With a memory, files that it knows are not read again, and it watches what each page looks up.
    """
    with without_collecting():
        atlas, problems = memory.files.load(tree) if memory else load(tree)
        if atlas is None or errors_in(problems):
            return Reading(None, tuple(problems), tree.files)
        if memory is None or not memory.keeper.kept:
            # Hundreds of thousands of objects that stay: the collector need not look through them again and again.
            gc.freeze()
    world = World(atlas, settings, memory.environment(settings) if memory else environment(settings.templates_dir))
    items = tuple(items_of(WatchedWorld(world, memory.keeper.watch) if memory else world))
    return Reading(items, tuple(problems), tree.files, world)
