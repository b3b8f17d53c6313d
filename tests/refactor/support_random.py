"""Refactorings of the example atlas, drawn at random, and the atlas with other line ends and more comments."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from hypothesis import strategies as st

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.load.files import TABLES
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.refactor import MERGED_KINDS, Refactoring, Refusal, merge, move_pain, move_step, rename, split
from mkdocs_journeys.refactor.files import AtlasFiles, read_files
from mkdocs_journeys.refactor.steps import placed_steps
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from refactor.support_trees import HERE

NEW = "zz-a-new-id"
"""A word that the example atlas does not hold."""
_ITEM = re.compile(rb"(?m)^( *)(- (?:name|id|stage):)")


class Layouts(NamedTuple):
    """How the files are written: their line ends, a byte order mark, a comment above every item."""

    end: bytes
    mark: bytes
    comments: bool


class Try(NamedTuple):
    """A refactoring that may be tried: what it is called, and what does it."""

    words: tuple[str, ...]
    do: Callable[[Tree], Refactoring | Refusal]


LAYOUTS = st.builds(
    Layouts, st.sampled_from((b"\n", b"\r\n", b"\r")), st.sampled_from((b"", b"\xef\xbb\xbf")), st.booleans()
)


@cache
def written(layout: Layouts) -> tuple[Tree, Atlas]:
    """The example atlas in a layout."""
    tree = worktree(HERE.parent.parent)
    files = {path: _written(data, layout) if path.endswith(".yml") else data for path, data in tree.files.items()}
    found = Tree(files, tree.assets)
    atlas, _ = load(found)
    assert atlas
    return found, atlas


def _written(data: bytes, layout: Layouts) -> bytes:
    numbered = iter(range(10_000))
    if layout.comments:
        data = _ITEM.sub(lambda found: b"%s# note %d\n%s%s" % (found[1], next(numbered), found[1], found[2]), data)
    return layout.mark + data.replace(b"\n", layout.end)


@cache
def names() -> tuple[dict[str, list[str]], list[str], list[str]]:
    """The ids of each kind, all steps by number, and all stages, each with its journey."""
    files = read_files(written(Layouts(b"\n", b"", False))[0])
    assert isinstance(files, AtlasFiles)
    ids: dict[str, list[str]] = {}
    for kind, id in files.homes:
        ids.setdefault(kind, []).append(id)
    journeys = [one for one in files.parsed.values() if one.role.kind == "journey"]
    steps = [f"{one.role.id}/{step.number}" for one in journeys for step in placed_steps(one)]
    stages = [f"{one.role.id}/{id}" for one in journeys for id in one.defined["used-stage"]]
    return ids, steps, stages


@st.composite
def tries(draw: st.DrawFn) -> Try:
    """Any refactoring of things that are there."""
    ids, steps, stages = names()
    what = draw(st.sampled_from(("rename", "merge", "step", "pain", "split")))
    if what == "rename":
        kind = draw(st.sampled_from(sorted(ids.keys() - TABLES)))
        id = draw(st.sampled_from(ids[kind]))
        return Try((what, kind, id), partial(rename, kind=kind, old=id, new=NEW))
    if what == "merge":
        kind = draw(st.sampled_from(MERGED_KINDS))
        old, new = draw(st.permutations(ids[kind]))[:2]
        keep = draw(st.booleans())
        return Try((what, kind, old, new), partial(merge, kind=kind, old=old, new=new, keep_missing=keep))
    if what == "step":
        step = draw(st.sampled_from(steps))
        journey = step.partition("/")[0]
        near = [one for one in steps if one.startswith(f"{journey}/")]
        to = draw(st.sampled_from(("before", "after", "to_stage")))
        places = stages if to == "to_stage" else draw(st.sampled_from((near, steps)))
        place = {to: draw(st.sampled_from(places))}
        return Try((what, step, *place, *place.values()), partial(move_step, step=step, **place))
    step = draw(st.sampled_from(steps))
    if what == "pain":
        pain, keep = draw(st.sampled_from(ids["pain"])), draw(st.booleans())
        return Try((what, pain, step), partial(move_pain, pain=pain, to=step, keep=keep))
    journey, _, number = step.partition("/")
    return Try((what, journey, number), partial(split, journey=journey, at=number, id=NEW))


def loaded(tree: Tree) -> tuple[Atlas, list[Problem]]:
    """The atlas of a tree without errors, and what the loader says of it."""
    atlas, problems = load(tree)
    assert atlas, problems
    return atlas, problems
