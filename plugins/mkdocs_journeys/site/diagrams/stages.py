"""The stage diagram of a journey page: one node per stage, coloured by its mean emotion."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, starmap
from typing import NamedTuple

from mkdocs_journeys.site.diagrams import emotion, escape
from mkdocs_journeys.site.diagrams.limits import MOST_CHARACTERS, MOST_EDGES, within_limits
from mkdocs_journeys.site.diagrams.mermaid_py import body, library
from mkdocs_journeys.wording import counted

TITLE = "Stages of the journey"
LONGEST_TITLE = 30


class StageNode(NamedTuple):
    """A stage: where it links to, its mean emotion (-2 to 2), what it holds and where its steps lead.

    `leads_to` names stages of the same journey by their index (0 is the first); what stays in the stage or
    goes on to the next one is not drawn twice. `journeys` are the titles of journeys that its steps lead to:
    they stand in the stage's own node, for nodes of theirs would bend the row of stages into a staircase.
    """

    name: str
    link: str = ""
    emotion: float | None = None
    steps: int = 0
    open_pains: int = 0
    moment_of_truth: bool = False
    leads_to: tuple[int, ...] = ()
    journeys: tuple[str, ...] = ()


class _Node(NamedTuple):
    name: str
    content: str
    css_class: str
    link: str


def stage_flowchart(stages: Sequence[StageNode], description: str, title: str = TITLE) -> str | None:
    """Mermaid text of the stages from left to right; None without stages, or with too many for Mermaid."""
    nodes = [_stage(index, stage) for index, stage in enumerate(stages)]
    branches = _branches(stages)
    edges = len(stages) - 1 + len(branches)
    if not stages or edges > MOST_EDGES or len(nodes) > MOST_CHARACTERS // 20:
        return None
    head, *lines = _flowchart(nodes, branches)
    accessible = [f"accTitle: {escape.sentence(title)}", f"accDescr: {escape.sentence(description)}"]
    return within_limits("\n".join([head, *accessible, *lines, *_classes(nodes)]) + "\n", edges)


def _stage(index: int, stage: StageNode) -> _Node:
    small = _known(stage.emotion, stage.steps, stage.open_pains, stage.moment_of_truth)
    if stage.journeys:
        small += _small(_journeys(stage.journeys))
    content = f"<b>{escape.label(stage.name, 'flowchart')}</b>{small}"
    return _Node(f"s{index + 1}", content, emotion.css_class(stage.emotion), stage.link)


@lru_cache(maxsize=4_096, typed=True)
def _known(felt: float | None, steps: int, open_pains: int, moment_of_truth: bool) -> str:
    """What is known of a stage, line by line: many stages have the same figures."""
    counts = counted(steps, "step") + (f" · {counted(open_pains, 'open pain')}" if open_pains else "")
    truth = ["◆ moment of truth"] if moment_of_truth else []
    return "".join(map(_small, [emotion.in_words(felt), counts, *truth]))


def _small(line: str) -> str:
    return f"<br><small>{escape.label(line, 'flowchart')}</small>"


def _journeys(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return f"↗ {escape.clean(titles[0], LONGEST_TITLE)}"
    return f"↗ {len(titles)} other journeys"


def _branches(stages: Sequence[StageNode]) -> list[tuple[int, int]]:
    """Pairs of stages by index, each once, in the order of the stages."""
    found = {
        (origin, to): None
        for origin, stage in enumerate(stages)
        for to in stage.leads_to
        if 0 <= to < len(stages) and to not in (origin, origin + 1)
    }
    return list(found)


def _flowchart(nodes: Sequence[_Node], branches: Sequence[tuple[int, int]]) -> list[str]:
    links = [escape.link(node.link) for node in nodes]
    row = _row(tuple([link is not None for link in links]))
    contents = [node.content for node in nodes]
    return [*row.format(*contents, *links).split("\n"), *starmap(_aside, branches)]


@lru_cache(maxsize=256)
def _row(linked: tuple[bool, ...]) -> str:
    """Stages in a row, as a form to fill in: what stands in each node first, then the address of each."""
    chart, count = library().flowchart, len(linked)
    nodes = [
        chart.Node(f"s{n + 1}", f"{{{n}}}", "normal", href=f"{{{count + n}}}" if link else None, href_type="self")
        for n, link in enumerate(linked)
    ]
    arrows = [chart.Link(origin, target) for origin, target in pairwise(nodes)]
    return "\n".join(body(chart.FlowChart("T", nodes, arrows, "LR").script))


@lru_cache(maxsize=1_024)
def _aside(origin: int, target: int) -> str:
    """An arrow from a stage to one that is not the next."""
    chart = library().flowchart
    return f"\t{chart.Link(*(chart.Node(f's{index + 1}') for index in (origin, target)), shape='dotted')}"


def _classes(nodes: Sequence[_Node]) -> list[str]:
    names: dict[str, list[str]] = {}
    for node in nodes:
        names.setdefault(node.css_class, []).append(node.name)
    return [f"class {','.join(members)} {name}" for name, members in sorted(names.items())]
