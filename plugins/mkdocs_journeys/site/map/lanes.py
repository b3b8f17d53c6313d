"""The lanes of a map: one table of the fields that each shows, its cells, and its words for search."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Image, SourcedQuote, Step
from mkdocs_journeys.model.catalog import Lane
from mkdocs_journeys.site.map import cells
from mkdocs_journeys.site.map.cells import MapContext
from mkdocs_journeys.site.map.spans import SpanCell
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

CellsOf = Callable[[MapContext], tuple[Any, ...]]
"""Makes the cells of a lane, step by step."""
WordsOf = Callable[[Atlas, Step], Iterable[str]]
HEAD = "does"
"""The row of the heads of steps, where fields without a lane are marked."""


class LaneKind(NamedTuple):
    """A lane of the table. `draw` names the macro that draws its cells.

    `fields` are the fields of a step that it shows: a change of one is marked in this lane. `words` gives the words
    for search; None stands for all texts in the fields. `behind` lanes stand below the line of visibility.
    What neighbouring steps share stands once across them in lanes that are `shared`.
    """

    id: str
    title: str
    draw: str
    fields: tuple[str, ...]
    cells: CellsOf
    words: WordsOf | None = None
    hint: str = ""
    behind: bool = False
    shared: bool = False


_ATTRIBUTES: Mapping[tuple[bool, str], Markup] = {
    (False, ""): Markup(),
    (True, ""): Markup(' class="journeys-opens"'),
    (False, "served"): Markup(' class="journeys-served"'),
    (True, "served"): Markup(' class="journeys-opens journeys-served"'),
    (False, "passed"): Markup(' class="journeys-passed"'),
    (True, "passed"): Markup(' class="journeys-opens journeys-passed"'),
}
"""The attributes of a cell: whether a stage begins there, and the arrow that comes down to it or passes."""


class LaneView(NamedTuple):
    """A row of the map: one cell per step, and the mark of each in a preview.

    `opens` says of each step whether it is the first of a stage. `layers` are the rows of a lane in which entries
    stand across several steps. `arrows` say of each cell in a blueprint whether an arrow from the step ends there
    ("served"), or goes on ("passed").
    """

    id: str
    title: str
    draw: str
    cells: tuple[Any, ...]
    opens: tuple[bool, ...]
    marks: tuple[Markup, ...]
    hint: str = ""
    layers: tuple[tuple[SpanCell, ...], ...] = ()
    arrows: tuple[str, ...] = ()

    @property
    def columns(self) -> Iterator[tuple[Markup, Any, Markup]]:
        """The attributes of each cell, the cell, and its mark."""
        attributes = map(
            _ATTRIBUTES.__getitem__, zip(self.opens, self.arrows or repeat("", len(self.opens)), strict=True)
        )
        return zip(attributes, self.cells, self.marks, strict=True)


def _texts(field: str) -> CellsOf:
    return lambda map_context: tuple([getattr(step, field) for step in map_context.steps])


def _of(field: str, cell: Callable[[MapContext, Any], Any]) -> CellsOf:
    """Cells made by `cell` from a field, which may be empty."""
    return lambda map_context: tuple(
        [cell(map_context, held) if (held := getattr(step, field)) else () for step in map_context.steps]
    )


def _said(field: str, cell: Callable[[MapContext, Sequence[str], Any], Any]) -> CellsOf:
    """Cells made by `cell` from the actors of a step and a field that may tell them apart."""
    return lambda map_context: tuple(
        [
            cell(map_context, acting, held) if (held := getattr(step, field)) else ()
            for step, acting in zip(map_context.steps, map_context.actors, strict=True)
        ]
    )


def _one(field: str) -> CellsOf:
    """Cells that hold the one text of a field, which may be empty."""
    return _of(field, lambda _, text: (text,))


def _of_both(field: str, other: str, cell: Callable[[MapContext, Any, Any], Any]) -> CellsOf:
    """Cells made by `cell` from two fields, either of which may be empty."""
    pair = attrgetter(field, other)
    return lambda map_context: tuple(
        [cell(map_context, one, two) if one or two else () for one, two in map(pair, map_context.steps)]
    )


def _place_names(atlas: Atlas, step: Step) -> Iterator[str]:
    if step.touchpoint:
        yield from [atlas.touchpoints[id].name for id in step.touchpoint]
    else:
        yield from [atlas.channels[id].name for id in step.channel]


def _no_words(atlas: Atlas, step: Step) -> tuple[str, ...]:
    """For references to things that search finds on pages of their own."""
    return ()


TOUCHPOINT = LaneKind(
    "touchpoint", message("Touchpoint"), "touchpoint", ("touchpoint", "channel"), cells.touchpoint_chips, _place_names
)
FEELS = LaneKind("feels", message("Feels"), "feelings", ("emotion", "feelings"), _texts("feelings"))
"""Drawn as a curve, with a cell of words below each step."""
FEELINGS = FEELS._replace(draw="told", cells=_said("feelings", cells.feelings))
"""The words alone, where no emotion is known and none is asked for."""
CUSTOMER_LANES = (
    LaneKind("thinks", message("Thinks"), "said", ("thinks",), _said("thinks", cells.thoughts)),
    LaneKind("says", message("Says"), "said", ("says",), _said("says", cells.quotes)),
    LaneKind("expects", message("Expects"), "told", ("expects",), _said("expects", cells.texts), shared=True),
    LaneKind("pains", message("Pains"), "pains", ("pains",), _of("pains", cells.pain_cards), _no_words),
    LaneKind("gains", message("Gains"), "cards", ("gains",), _of("gains", cells.cards)),
    LaneKind("ideas", message("Ideas"), "cards", ("ideas",), _of("ideas", cells.cards)),
    LaneKind(
        "opportunities",
        message("Opportunities"),
        "cards",
        ("opportunities",),
        _of_both("opportunities", "pains", cells.opportunity_cards),
        _no_words,
        shared=True,
    ),
    LaneKind(
        "metrics",
        message("Metrics"),
        "metrics",
        ("metrics", "figures"),
        _of_both("metrics", "figures", cells.metric_figures),
        lambda _, step: [figure.name for figure in step.figures],
    ),
    LaneKind("time", message("Time"), "texts", ("duration", "wait"), _of_both("duration", "wait", cells.stay)),
    LaneKind(
        "evidence",
        message("Evidence"),
        "beliefs",
        ("evidence", "confidence"),
        _of_both("evidence", "confidence", cells.belief),
        _no_words,
    ),
    LaneKind("pictures", message("Pictures"), "picture", ("image",), _of("image", cells.picture)),
    LaneKind("next", message("Goes on to"), "links", ("leads_to",), _of("leads_to", cells.goes_to), _no_words),
)
"""Lanes below the curve."""
OWN_LANES = LaneKind("own", "", "texts", ("lanes",), _texts("lanes"), shared=True)
"""Stands for the lanes that the catalog defines: `own-ID` for each."""
BLUEPRINT_LANES = (
    LaneKind(
        "frontstage",
        message("Frontstage"),
        "texts",
        ("frontstage",),
        _texts("frontstage"),
        None,
        message("what the customer sees us do"),
    ),
    LaneKind(
        "backstage",
        message("Backstage"),
        "texts",
        ("backstage",),
        _texts("backstage"),
        None,
        message("what they do not see"),
        True,
    ),
    LaneKind(
        "support",
        message("Support processes"),
        "texts",
        ("support",),
        _texts("support"),
        hint=message("what carries it"),
        behind=True,
        shared=True,
    ),
    LaneKind(
        "systems",
        message("Systems"),
        "texts",
        ("systems",),
        _of("systems", cells.system_links),
        behind=True,
        shared=True,
    ),
    LaneKind("policy", message("Policy"), "texts", ("policy",), _one("policy"), behind=True, shared=True),
)
"""The service blueprint."""
LANES = (TOUCHPOINT, FEELS, *CUSTOMER_LANES, OWN_LANES, *BLUEPRINT_LANES)
"""Every lane that shows fields of a step, in the order of the map."""
_WORDS_OF_LANES = tuple(lane.words for lane in LANES if lane.words and lane.words is not _no_words)
_searched_fields = itemgetter(*(field for lane in LANES if lane.words is None for field in lane.fields))
WHOLE_ROWS = ("stage", "takes", "team", "reached")
"""Rows without a cell for each step: stages as a whole and how long they take, teams as bars, the funnel."""
LANE_OF_FIELD: Mapping[str, str] = {field: lane.id for lane in LANES for field in lane.fields}


def whole_row(id: str) -> LaneView:
    """One of `WHOLE_ROWS`; the map's own values say what it holds."""
    return LaneView(id, "", id, (), (), ())


def in_our_words(lane: LaneKind) -> LaneKind:
    """A lane of ours, not of the catalog, with title and hint in the language of the site."""
    return lane._replace(title=_(lane.title), hint=_(lane.hint) if lane.hint else "")


def own_lane_id(id: str) -> str:
    """The id of the row of a lane that the catalog defines."""
    return f"own-{id}"


def own_lane(lane: Lane) -> LaneKind:
    """A lane of the catalog."""
    return OWN_LANES._replace(
        id=own_lane_id(lane.id),
        title=lane.name,
        cells=lambda map_context: tuple([step.lanes.get(lane.id, ()) for step in map_context.steps]),
    )


def lane_of(field: str | None) -> str:
    """The id of the row that shows a field of a step: its lane, `HEAD` for a field without one."""
    head, _, rest = (field or "").partition(".")
    return own_lane_id(rest.split(".")[0]) if head == "lanes" else LANE_OF_FIELD.get(head, HEAD)


def words_of_step(atlas: Atlas, step: Step) -> str:
    """The words of a step for search, lane by lane."""
    words = [name for words_of in _WORDS_OF_LANES for name in words_of(atlas, step)]
    for value in _searched_fields(vars(step)):
        if value:
            words += _texts_in(value)
    words += filter(None, (step.group, step.when, step.repeats))
    return " ".join(words)


def _texts_in(value: object) -> Sequence[str]:
    """Every text in a value of a field, at any depth; keys of mappings are ids."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return [text for one in value for text in ((one,) if isinstance(one, str) else _texts_in(one))]
    if isinstance(value, SourcedQuote):
        return (value.text, value.image.alt) if value.image else (value.text,)
    if isinstance(value, Image):
        return (value.alt,)
    return _texts_in(tuple(value.values())) if isinstance(value, dict) else ()
