"""Heat maps as the home page and the pages of journeys show them: a line of links for each journey or group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import emotion_word
from mkdocs_journeys.insight.heatmap import GroupRow, HeatCell, HeatMap, HeatRow
from mkdocs_journeys.insight.lifecycles import OTHERS
from mkdocs_journeys.site.addresses import group_uri, page_uri, stage_anchor
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.charts.pieces import curve_pieces
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.rendering.numbers import emotion_class, signed
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext, npgettext, spoken_language


class MeanEmotion(NamedTuple):
    """A mean emotion: `look` is the CSS class of its colour, `text` its sign and number or "?" for an unknown one."""

    look: str
    text: str
    word: str


def unknown_emotion(*, blueprint: bool = False) -> MeanEmotion:
    """An emotion that nobody knows; of a service blueprint nobody asks for it."""
    return MeanEmotion("", "–", _("not asked for")) if blueprint else MeanEmotion("", "?", _("not known"))


class HeatMapCell(NamedTuple):
    """A cell of the heat map: `pains` is "3 pains" or empty; `href` is empty where the line has no stage.

    `curve` is the piece of the line's small curve; `place` says where on the line's bar the cell is: "first", "last",
    "only", "between", "skipped" for a stage that is left out on the way, "" outside.
    """

    href: str = ""
    look: str = ""
    text: str = ""
    word: str = ""
    pains: str = ""
    curve: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class HeatMapLine:
    """A journey, or a group with its `count` ("112 journeys"); `whole` is the mean of the line.

    `depth` counts the journeys that it is part of. `facets` are what a reader can choose it by: names of a choice,
    with its values between commas.
    """

    name: str
    href: str
    count: str
    future: bool
    draft: bool
    blueprint: bool
    cells: tuple[HeatMapCell, ...]
    whole: MeanEmotion
    badge: ChangeBadge | None = None
    depth: int = 0
    facets: tuple[tuple[str, str], ...] = ()


class HeatMapPart(NamedTuple):
    """Lines that stand together, under a name or under none."""

    name: str
    lines: Sequence[HeatMapLine]


@dataclass(frozen=True, slots=True)
class HeatMapView:
    """Lines across the stages of a lifecycle; `sums` are the mean and the pains of its present journeys by stage.

    They are left out where only some journeys are shown. `name` is empty for the only lifecycle of an atlas.
    """

    name: str
    stages: tuple[tuple[str, NamedLink], ...]
    parts: tuple[HeatMapPart, ...]
    sums: tuple[tuple[MeanEmotion, str], ...]

    @property
    def count(self) -> int:
        """The number of lines."""
        return sum(len(part.lines) for part in self.parts)


def heat_map_view(context: PageContext, heat: HeatMap, parts: Iterable[HeatMapPart]) -> HeatMapView:
    """Lines of a heat map with the sums of all its journeys."""
    stages = tuple((stage.id, thing_link(context, "stage", stage.id)) for stage in heat.stages)
    sums = tuple((feeling(mean), _pains(pains)) for mean, pains in zip(heat.means, heat.pains, strict=True))
    return HeatMapView(lifecycle_name(heat.id, heat.name), stages, tuple(parts), sums)


def lifecycle_heading(id: str, name: str) -> tuple[str, str]:
    """Anchor and title of what is told of a lifecycle; both are empty for the only one of an atlas."""
    if not name:
        return "lifecycle", _("Across the lifecycle")
    return f"lifecycle-{id}" if id else "other-journeys", lifecycle_name(id, name)


def lifecycle_name(id: str, name: str) -> str:
    """The name of a lifecycle, or what stands over journeys that belong to none; "" for the only one of an atlas."""
    return _(OTHERS) if name and not id else name


def journey_line(context: PageContext, row: HeatRow) -> HeatMapLine:
    """The line of a journey; each cell links to that stage of it."""
    uri, blueprint = page_uri("journey", row.journey.id), row.journey.kind == "blueprint"
    unknown = unknown_emotion(blueprint=blueprint)
    return HeatMapLine(
        name=row.journey.title,
        href=context.to(uri),
        count="",
        future=row.future,
        draft=row.journey.status == "draft",
        blueprint=blueprint,
        cells=_cells(
            row.cells,
            [cell.emotions if cell else None for cell in row.cells],
            lambda cell: context.to(uri, stage_anchor(cell.stage_number)),
            unknown,
        ),
        whole=unknown if row.emotion is None else feeling(row.emotion),
        badge=context.badge("journey", row.journey.id),
        facets=(
            ("persona", ",".join(row.journey.personas)),
            ("segment", ",".join(row.journey.segments)),
            ("owner", row.journey.owner or ""),
            ("state", "future" if row.future else row.journey.status),
        ),
    )


def group_line(context: PageContext, row: GroupRow) -> HeatMapLine:
    """The line of a group; each cell links to the group's page. Its curve runs through the means of the stages."""
    href = context.to(group_uri(row.name))
    means = [None if cell is None or cell.emotion is None else (cell.emotion,) for cell in row.cells]
    return HeatMapLine(
        name=group_name(context.atlas, row.name),
        href=href,
        count=ngettext("%(num)s journey", "%(num)s journeys", len(row.rows)),
        future=False,
        draft=False,
        blueprint=False,
        cells=_cells(row.cells, means, lambda cell: href, unknown_emotion()),
        whole=feeling(row.emotion),
    )


def group_name(atlas: Atlas, group: str) -> str:
    """A folder's name as a title: `Public sector` for `b2b/public-sector`; "" stands for journeys in no folder."""
    if group:
        return group.rpartition("/")[2].replace("-", " ").capitalize()
    return _("In no group") if atlas.catalog.lifecycles else _("Across the lifecycle")


def feeling(value: float | None) -> MeanEmotion:
    """A mean, or None for an unknown one, as the heat map shows it."""
    return unknown_emotion() if value is None else _feeling(value, spoken_language().code)


@lru_cache(maxsize=4096)
def _feeling(value: float, language: str) -> MeanEmotion:
    """A known mean in the language that is being spoken, which is named for the cache."""
    return MeanEmotion(emotion_class(value), signed(float(value)), term(emotion_word(value)))


def _pains(number: int) -> str:
    # Translators: open pains; as short as can be, since ten of these stand side by side
    return npgettext("cell of a table", "%(num)s pain", "%(num)s pains", number)


def _cells(
    cells: tuple[HeatCell | None, ...],
    curve: Sequence[Sequence[float] | None],
    address: Callable[[HeatCell], str],
    unknown: MeanEmotion,
) -> tuple[HeatMapCell, ...]:
    visited = [index for index, cell in enumerate(cells) if cell]
    pieces = curve_pieces(curve)
    return tuple(
        HeatMapCell(
            address(cell),
            *(unknown if cell.emotion is None else feeling(cell.emotion)),
            _pains(cell.open_pains) if cell.pains else "",
            piece,
            _place(index, visited),
        )
        if cell
        else HeatMapCell(place=_place(index, visited))
        for index, (cell, piece) in enumerate(zip(cells, pieces, strict=True))
    )


def _place(index: int, visited: Sequence[int]) -> str:
    if not visited or not visited[0] <= index <= visited[-1]:
        return ""
    if index not in visited:
        return "skipped"
    if len(visited) == 1:
        return "only"
    return "first" if index == visited[0] else "last" if index == visited[-1] else "between"
