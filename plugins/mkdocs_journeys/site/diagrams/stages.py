"""The stage diagram of a journey page: Mermaid text with a node per stage, and the table that says the same."""

import contextlib
import io
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import import_module
from itertools import pairwise, starmap
from typing import Any, NamedTuple

from markupsafe import Markup
from markupsafe import escape as escape_html

from mkdocs_journeys.insight.durations import time_of_stage
from mkdocs_journeys.insight.emotion import emotion_word, level, mean_emotion
from mkdocs_journeys.insight.selection import open_pains_at
from mkdocs_journeys.model import Journey, JourneyStage
from mkdocs_journeys.site.addresses import stage_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.diagrams import escape
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.rendering.numbers import signed
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

LONGEST_TITLE = 30
MAX_CHARACTERS = 50_000
MAX_EDGES = 400
"""Past either limit, Mermaid draws an error in place of the diagram."""
JOURNEY = "journey:"
"""The prefix of a step's `leads_to` that names a journey."""


class StageNode(NamedTuple):
    """A stage: its link, its mean emotion (-2 to 2), its counts, and the targets of its steps.

    `leads_to` are indices of stages of the same journey, from 0; arrows to the stage itself and to the next one are
    left out. `journeys` are those that its steps lead to: lines of the stage's own node, as nodes of their own would
    bend the row of stages into a staircase. `goal`, `expectation` and `duration` stand in the table only; `paths` is
    the number of alternative paths through the stage; `asked` says whether the journey is asked for emotions.
    """

    name: str
    href: str = ""
    emotion: float | None = None
    steps: int = 0
    pains: int = 0
    moment_of_truth: bool = False
    leads_to: tuple[int, ...] = ()
    journeys: tuple[NamedLink, ...] = ()
    goal: str = ""
    expectation: str = ""
    duration: str = ""
    paths: int = 0
    asked: bool = True


class StageDiagram(NamedTuple):
    """The drawing, None where it is too large for Mermaid, and the rows of the table: the values of each column.

    `unknown` stands for an emotion that nobody knows. `tells_more` than the map: it has arrows beside the row of
    stages, or leads to several journeys.
    """

    drawing: Markup | None
    rows: list[tuple[Any, ...]]
    unknown: str
    tells_more: bool


def stage_diagram(context: PageContext, journey: Journey) -> StageDiagram:
    """The stages of a journey, from left to right."""
    homes = {step.id: index for index, part in enumerate(journey.stages) for step in part.steps if step.id}
    stages = [_node(context, journey, number, stage, homes) for number, stage in enumerate(journey.stages, 1)]
    means = [f"{one.name} ({signed(one.emotion)})" if one.emotion is not None else one.name for one in stages]
    description = ngettext(
        "%(num)s stage, with the mean emotion of each: %(stages)s",
        "%(num)s stages, with the mean emotion of each: %(stages)s",
        len(stages),
        # Translators: between two stages of a row
        stages=_(", then ").join(means),
    )
    source = stage_flowchart(stages, description, _("Stages of %(journey)s", journey=journey.title))
    rows = [
        (one.name, one.href, one.goal, one.expectation, one.duration, one.steps, one.emotion, one.pains, one.journeys)
        for one in stages
    ]
    return StageDiagram(
        drawing=mermaid_block(source) if source else None,
        rows=rows,
        unknown=_("not known") if stages[0].asked else "–",
        tells_more=bool(_branches(stages)) or len({to.href for one in stages for to in one.journeys}) > 1,
    )


def _node(
    context: PageContext, journey: Journey, number: int, stage: JourneyStage, homes: Mapping[str, int]
) -> StageNode:
    pains = {located.pain.id for step in stage.steps if step.pains for located in open_pains_at(context.atlas, step)}
    time = time_of_stage(journey, stage)
    targets = dict.fromkeys([target for step in stage.steps for target in step.leads_to])
    return StageNode(
        name=context.atlas.stage_name(stage),
        href=f"#{stage_anchor(number)}",
        emotion=mean_emotion(journey, stage),
        steps=len(stage.steps),
        pains=len(pains),
        moment_of_truth=any(step.moment_of_truth for step in stage.steps),
        leads_to=tuple([homes[target] for target in targets if not target.startswith(JOURNEY)]),
        journeys=tuple(
            [thing_link(context, "journey", to.removeprefix(JOURNEY)) for to in targets if to.startswith(JOURNEY)]
        ),
        goal=stage.goal or "",
        expectation=stage.expectation or "",
        duration=stage.duration or (str(time.whole) if time else ""),
        paths=len({step.path for step in stage.steps if step.path}),
        asked=journey.kind != "blueprint",
    )


def stage_flowchart(stages: Sequence[StageNode], description: str, title: str) -> str | None:
    """Mermaid text of the stages from left to right; None without stages, or with too many for Mermaid."""
    branches = _branches(stages)
    edges = len(stages) - 1 + len(branches)
    if not stages or edges > MAX_EDGES or len(stages) > MAX_CHARACTERS // 20:
        return None
    links = [escape.link(stage.href) for stage in stages]
    row = _row(tuple([link is not None for link in links]))
    head, *lines = row.format(*map(_content, stages), *links).split("\n")
    accessible = [f"accTitle: {escape.sentence(title)}", f"accDescr: {escape.sentence(description)}"]
    source = "\n".join([head, *accessible, *lines, *starmap(_aside, branches), *_classes(stages)]) + "\n"
    return source if len(source) <= MAX_CHARACTERS else None


def mermaid_block(source: str) -> Markup:
    """The HTML that our script draws; without scripts our style sheet hides it, as its table says the same."""
    return Markup(f'<pre class="journeys-diagram"><code>{escape_html(source)}</code></pre>')  # noqa: S704 - escaped


@lru_cache(maxsize=1_024)
def css_class(emotion: float | None) -> str:
    """`e1` (very negative) to `e5` (very positive), `none` if unknown; halves lean away from neutral."""
    return "none" if emotion is None else f"e{3 + level(max(-2.0, min(2.0, emotion)))}"


def in_words(emotion: float | None) -> str:
    """`−0.5 negative`, or that it is not known."""
    return _("emotion not known") if emotion is None else f"{signed(emotion)} {term(emotion_word(emotion))}"


@cache
def _library() -> Any:
    """The flowchart module of mermaid-py, whose import takes about 0.3 s and warns of a missing IPython."""
    with contextlib.redirect_stdout(io.StringIO()):
        return import_module("mermaid.flowchart")


def _content(stage: StageNode) -> str:
    felt = in_words(stage.emotion) if stage.asked or stage.emotion is not None else ""
    small = _known(felt, stage.steps, stage.pains, stage.moment_of_truth)
    if stage.paths:
        small += _small(ngettext("%(num)s path", "%(num)s paths", stage.paths))
    if len(stage.journeys) == 1:
        small += _small(f"↗ {escape.clean(stage.journeys[0].name, LONGEST_TITLE)}")
    elif stage.journeys:
        others = ngettext("%(num)s other journey", "%(num)s other journeys", len(stage.journeys))
        small += _small(f"↗ {others}")
    return f"<b>{escape.label(stage.name)}</b>{small}"


def _known(felt: str, steps: int, open_pains: int, moment_of_truth: bool) -> str:
    """Emotion in words, counts and moment of truth of a stage as lines of its node."""
    counts = [ngettext("%(num)s step", "%(num)s steps", steps)]
    counts += [ngettext("%(num)s open pain", "%(num)s open pains", open_pains)] if open_pains else []
    truth = f"◆ {_('moment of truth')}" if moment_of_truth else ""
    return "".join(map(_small, filter(None, [felt, " · ".join(counts), truth])))


def _small(line: str) -> str:
    return f"<br><small>{escape.label(line)}</small>"


def _branches(stages: Sequence[StageNode]) -> list[tuple[int, int]]:
    """Pairs of stages by index, each once, in the order of the stages."""
    found = {
        (origin, to): None
        for origin, stage in enumerate(stages)
        for to in stage.leads_to
        if 0 <= to < len(stages) and to not in (origin, origin + 1)
    }
    return list(found)


@lru_cache(maxsize=256)
def _row(linked: tuple[bool, ...]) -> str:
    """A format string for stages in a row; its fields are the contents of all nodes, then their links."""
    chart, count = _library(), len(linked)
    nodes = [
        chart.Node(f"s{n + 1}", f"{{{n}}}", "normal", href=f"{{{count + n}}}" if link else None, href_type="self")
        for n, link in enumerate(linked)
    ]
    arrows = [chart.Link(origin, target) for origin, target in pairwise(nodes)]
    # The front matter is left out: mermaid-py does not escape the title in it.
    script = chart.FlowChart("T", nodes, arrows, "LR").script.split("---\n", 2)[2]
    return "\n".join(line.rstrip() for line in script.splitlines() if line.strip())


@lru_cache(maxsize=1_024)
def _aside(origin: int, target: int) -> str:
    """A dotted arrow from a stage to one that is not the next."""
    chart = _library()
    return f"\t{chart.Link(*(chart.Node(f's{index + 1}') for index in (origin, target)), shape='dotted')}"


def _classes(stages: Sequence[StageNode]) -> list[str]:
    names: dict[str, list[str]] = {}
    for number, stage in enumerate(stages, 1):
        names.setdefault(css_class(stage.emotion), []).append(f"s{number}")
    return [f"class {','.join(members)} {name}" for name, members in sorted(names.items())]
