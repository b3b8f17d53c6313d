"""The stage diagram of a journey page: one node per stage, coloured by its mean emotion."""

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journeys.site.diagrams import emotion, escape
from mkdocs_journeys.site.diagrams.limits import MOST_CHARACTERS, MOST_EDGES, within_limits
from mkdocs_journeys.site.diagrams.mermaid_py import body, library

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
    pains = _count(stage.open_pains, "open pain") if stage.open_pains else ""
    counts = " · ".join(filter(None, (_count(stage.steps, "step"), pains)))
    truth = "◆ moment of truth" if stage.moment_of_truth else ""
    lines = [emotion.in_words(stage.emotion), counts, truth, _journeys(stage.journeys)]
    small = "".join(f"<br><small>{escape.label(line, 'flowchart')}</small>" for line in lines if line)
    content = f"<b>{escape.label(stage.name, 'flowchart')}</b>{small}"
    return _Node(f"s{index + 1}", content, emotion.css_class(stage.emotion), stage.link)


def _journeys(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return f"↗ {escape.clean(titles[0], LONGEST_TITLE)}"
    return f"↗ {len(titles)} other journeys" if titles else ""


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
    chart = library().flowchart
    drawn = [
        chart.Node(node.name, node.content, "normal", href=escape.link(node.link), href_type="self") for node in nodes
    ]
    forward = [chart.Link(drawn[index], drawn[index + 1]) for index in range(len(nodes) - 1)]
    aside = [chart.Link(drawn[origin], drawn[target], shape="dotted") for origin, target in branches]
    return body(chart.FlowChart("T", drawn, forward + aside, "LR").script)


def _classes(nodes: Sequence[_Node]) -> list[str]:
    names: dict[str, list[str]] = {}
    for node in nodes:
        names.setdefault(node.css_class, []).append(node.name)
    return [f"class {','.join(members)} {name}" for name, members in sorted(names.items())]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
