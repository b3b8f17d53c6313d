"""The pain-point backlog: every pain of all journeys in one table, the most urgent first, with its filters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.scoring import BANDS, Band, ScoredPain, backlog, band_counts, cost_of
from mkdocs_journeys.model import Persona, Stage, Team
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.model.scales import FREQUENCY, IMPACT, SEVERITY
from mkdocs_journeys.site.charts.matrix import pain_matrix
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import index_page
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.pages.pains.backlog import COLUMNS, INDEX_URI, OPEN, backlog_row, index_text, pain_index
from mkdocs_journeys.site.pages.pains.duplicates import duplicates_section
from mkdocs_journeys.site.pages.pains.score_breakdown import pain_breakdown
from mkdocs_journeys.site.rendering.numbers import exact
from mkdocs_journeys.site.rendering.terms import term, term_as_title
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext, speaking, spoken_language

ROWS_PER_PAGE = 200
RECENT_DAYS = 90
MOST_OPTIONS = 100
Option = tuple[str, str]
"""The value of a filter's option in the address, and its label."""
_STATUSES = ("open", "accepted", "in-progress", "resolved", "wont-fix")
_OPEN_IN: Mapping[Band, str] = {
    "high": message("open, high"),
    "medium": message("open, medium"),
    "low": message("open, low"),
}
"""What the number of open pains in a band is called."""


def pains_pages(site: SiteContext) -> Iterator[Page | Asset]:
    """The backlog's pages of 200 pains each, and the index of all pains that its filters search."""
    yield Asset(INDEX_URI, make=lambda: _index(site).encode())
    for sheet in _sheets(len(site.atlas.pains)):
        draw = partial(_sections, sheet=sheet)
        if sheet.number == 1:
            yield index_page(site, "pains", draw, _("Every pain of all journeys, the most urgent first."))
        else:
            context = site.at(sheet.uri(sheet.number))
            description = _("Page %(number)s of the pain-point backlog.", number=sheet.number)
            yield Page(context.uri, sheet.title, partial(draw, context), description, kind="pains", wide=True)


@dataclass(frozen=True, slots=True)
class BacklogSheet:
    """A page of the backlog: `number` of `count` from 1, with pains `first` to `last` of `total`, from 1."""

    number: int
    count: int
    first: int
    last: int
    total: int

    @property
    def title(self) -> str:
        """What the sheet holds."""
        if self.number == 1:
            return ngettext("All %(num)s pain", "All %(num)s pains", self.total)
        return _("Pains %(first)s to %(last)s", first=self.first, last=self.last)

    def uri(self, number: int) -> str:
        """Where the page of this number stands: two names deep, so that no pain's id can be the same."""
        return "pains.md" if number == 1 else f"pains/sheet/{number}.md"


@dataclass(frozen=True, slots=True)
class BacklogFilter:
    """A choice among options, each a value for the address and a label; `further` ones stand folded away.

    The options of a `fetched` one are too many for the page: the browser takes them from the index.
    """

    name: str
    label: str
    any: str
    options: tuple[Option, ...]
    further: bool = False
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class BacklogFigure:
    """A count with a link to the counted pains; `band` colours it."""

    label: str
    count: int
    href: str
    band: str = ""


def _sections(context: PageContext, sheet: BacklogSheet) -> Iterator[Section]:
    if sheet.number == 1:
        items = backlog(context.atlas)
        open_pains = [item for item in items if item.pain.is_open]
        scoring = context.atlas.catalog.scoring
        html = context.render(
            "pains.html.j2",
            figures=figures_of(items, scoring, context.site.settings.today),
            charts=[pain_matrix(axis, open_pains, open_link) for axis in ("severity", "impact")] if open_pains else (),
            method=scoring.pain,
            high=exact(scoring.bands.high),
            medium=exact(scoring.bands.medium),
        )
        yield Section("pains", _("Pain-point backlog"), 1, html, _("Pains by urgency"))
    yield _table(context, sheet)
    if sheet.number == 1:
        yield from duplicates_section(context)


def _table(context: PageContext, sheet: BacklogSheet) -> Section:
    """The table of a sheet. The index is put into the only page; with more pages the browser fetches it."""
    items = backlog(context.atlas)
    index = _index(context.site) if sheet.count == 1 else ""
    columns = [column._replace(label=_(column.label)) for column in COLUMNS]
    html = context.render(
        "pains_table.html.j2",
        sheet=sheet,
        rows=[backlog_row(context, item) for item in items[sheet.first - 1 : sheet.last]] if items else [],
        columns=columns,
        label={column.key: column.label for column in columns},
        filters=filters_of(context.atlas, items) if sheet.number == 1 else (),
        weights=weights_of(items),
        bands=context.atlas.catalog.scoring.bands,
        costs=any(cost_of(item.pain, context.atlas.catalog.scoring) for item in items),
        base=context.links.base,
        index_href=context.to(INDEX_URI),
        index=Markup(index),  # noqa: S704 - index_text escapes
    )
    return Section("backlog", sheet.title, 2 if sheet.number == 1 else 1, html)


def _index(site: SiteContext) -> str:
    return site.atlas.cached(_index_in, spoken_language().code, site.settings.directory_urls)


def _index_in(atlas: Atlas, language: str, directory_urls: bool) -> str:
    with speaking(language):
        return index_text(pain_index(atlas, backlog(atlas), directory_urls))


def _sheets(total: int) -> list[BacklogSheet]:
    count = max(1, -(-total // ROWS_PER_PAGE))
    return [
        BacklogSheet(n + 1, count, min(total, n * ROWS_PER_PAGE + 1), min(total, (n + 1) * ROWS_PER_PAGE), total)
        for n in range(count)
    ]


def backlog_link(*pairs: tuple[str, str]) -> str:
    """A link that filters the backlog of the same page."""
    return f"?{urlencode(pairs)}#backlog"


def open_link(*pairs: tuple[str, str]) -> str:
    """A link that filters the backlog for open pains."""
    return backlog_link(*pairs, OPEN)


def filters_of(atlas: Atlas, items: Iterable[ScoredPain]) -> tuple[BacklogFilter, ...]:
    """The filters with the options that can find something."""
    personas, journeys, stages, teams = _in_use(items)
    many = len(journeys) > MOST_OPTIONS
    titles = [(id, journey.title) for id, journey in atlas.journeys.items() if id in journeys and not many]
    titles.sort(key=lambda option: option[1].casefold())
    return (
        BacklogFilter("band", _("Priority"), _("Any priority"), _words(BANDS)),
        BacklogFilter("status", _("Status"), _("Any status"), (("not-closed", _("Not closed")), *_words(_STATUSES))),
        BacklogFilter("team", _("Owner"), _("Any owner"), (*_names(atlas.teams, teams), ("-", _("Nobody")))),
        BacklogFilter("persona", _("Persona"), _("Any persona"), _names(atlas.personas, personas)),
        BacklogFilter("journey", _("Journey"), _("Any journey"), tuple(titles), fetched=many),
        BacklogFilter("stage", _("Lifecycle stage"), _("Any stage"), _names(atlas.stages, stages)),
        BacklogFilter("severity", _("Severity"), _("Any severity"), _scale(SEVERITY), further=True),
        BacklogFilter("frequency", _("Frequency"), _("Any frequency"), _scale(FREQUENCY), further=True),
        BacklogFilter("impact", _("Impact"), _("Any impact"), _scale(IMPACT), further=True),
        BacklogFilter(
            "evidence",
            _("Evidence"),
            _("With or without"),
            (("some", _("With evidence")), ("none", _("Without evidence"))),
            further=True,
        ),
    )


def weights_of(items: Sequence[ScoredPain]) -> tuple[tuple[str, str], ...]:
    """The factors that a reader can weigh anew: the name in the address, and the label."""
    if not items:
        return ()
    score = items[0].score
    return tuple((factor.name, term.name) for factor, term in zip(score.factors, pain_breakdown(score), strict=True))


def figures_of(items: Sequence[ScoredPain], scoring: Scoring, today: date) -> tuple[BacklogFigure, ...]:
    """Counts for a planner: of open pains, those with a known cost among them, and of those resolved lately."""
    open_pains = [item for item in items if item.pain.is_open]
    bands = band_counts(open_pains)
    unowned = sum(not item.pain.owner for item in open_pains)
    unproven = sum(not item.pain.evidence for item in open_pains)
    started = sum(item.pain.status == "in-progress" for item in open_pains)
    resolved = (item.pain.resolved for item in items if item.pain.status == "resolved")
    lately = sum(day is not None and 0 <= (today - day).days <= RECENT_DAYS for day in resolved)
    known = sum(bool((cost := cost_of(item.pain, scoring)) and cost.cost) for item in open_pains)
    costly = [BacklogFigure(_("open, with a known cost"), known, open_link(("sort", "-cost")))] if known else []
    return (
        *(BacklogFigure(_(_OPEN_IN[band]), bands[band], open_link(("band", band)), band) for band in BANDS),
        BacklogFigure(_("open, owned by nobody"), unowned, open_link(("team", "-"))),
        BacklogFigure(_("open, without evidence"), unproven, open_link(("evidence", "none"))),
        *costly,
        BacklogFigure(term("in-progress"), started, backlog_link(("status", "in-progress"))),
        BacklogFigure(
            ngettext("resolved in the last %(num)s day", "resolved in the last %(num)s days", RECENT_DAYS),
            lately,
            backlog_link(("status", "resolved")),
        ),
    )


def _words(values: Iterable[str]) -> tuple[Option, ...]:
    return tuple((value, term_as_title(value)) for value in values)


def _scale(values: Iterable[str]) -> tuple[Option, ...]:
    return (*_words(reversed([*values])), ("-", _("Not given")))


def _names(things: Mapping[str, Team | Persona | Stage], ids: set[str]) -> tuple[Option, ...]:
    return tuple((id, thing.name) for id, thing in things.items() if id in ids)


def _in_use(items: Iterable[ScoredPain]) -> tuple[set[str], set[str], set[str], set[str]]:
    """Ids of the personas, journeys, stages and teams that some pain concerns."""
    personas, journeys, stages, teams = set[str](), set[str](), set[str](), set[str]()
    for item in items:
        teams |= {item.pain.owner} if item.pain.owner else set()
        for place in item.located.places:
            journeys.add(place.journey.id)
            stages.add(place.stage.stage)
            personas.update(actors_of(place.journey, place.step))
    return personas, journeys, stages, teams
