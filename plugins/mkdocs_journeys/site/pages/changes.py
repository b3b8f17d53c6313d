"""The page of changes, which only a preview has: every change by thing, the weightiest thing first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from markupsafe import Markup

from mkdocs_journeys.diff import ChangeKind, Judgement
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS
from mkdocs_journeys.site.changes.marks import KIND_WORDS, ChangeMark
from mkdocs_journeys.site.changes.overlay import Key, Overlay, PlacedChange
from mkdocs_journeys.site.changes.page import CHANGES
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

TEMPLATE = "changes.html.j2"
MOST_SHOWN = 1_000
NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "atlas": message("the whole atlas"),
        "journey": message("journey"),
        "persona": message("persona"),
        "pain": message("pain"),
        "opportunity": message("opportunity"),
        "evidence": message("study"),
        "finding": message("finding"),
        "metric": message("metric"),
        "figure": message("figure"),
        "touchpoint": message("touchpoint"),
        "stage": message("stage of the lifecycle"),
        "team": message("team"),
        "channel": message("channel"),
        "segment": message("segment"),
        "lane": message("lane"),
    }
)
"""What the page calls the things that changes are listed under, by kind."""


def changes_pages(site: SiteContext) -> Iterator[Page]:
    """The one page of a site that is compared with something."""
    if site.overlay:
        yield Page(
            uri=CHANGES,
            title=_("Changes"),
            kind="changes",
            draw=partial(_sections, site.at(CHANGES)),
            description=_("What changes for the customer."),
            in_nav=True,
        )


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change; `href` leads to its place, None where that is gone."""

    mark: ChangeMark
    href: str | None


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one thing. `anchor` is its place on the page."""

    anchor: str
    title: str
    noun: str
    href: str | None
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One box of the filter, with the number of changes behind it."""

    value: str
    label: str
    count: int


def _sections(context: PageContext) -> Iterator[Section]:
    overlay = context.site.overlay
    if overlay is None:
        return
    groups = _groups(context, overlay)
    yield Section("changes", _("Changes"), 1, _head(context, overlay, groups))
    for group in groups:
        html = context.render(TEMPLATE, part="group", group=group)
        yield Section(group.anchor, group.title, 2, html)


def _head(context: PageContext, overlay: Overlay, groups: list[ChangeGroup]) -> Markup:
    shown = [placed.mark for placed in overlay.placed[:MOST_SHOWN]]
    kinds = Counter(mark.kind for mark in shown)
    return context.render(
        TEMPLATE,
        part="head",
        base=overlay.base,
        count=len(overlay.placed),
        counts=_judgement_choices(placed.mark for placed in overlay.placed),
        things=len(groups),
        shown=sum(len(group.rows) for group in groups),
        filter={
            "judgements": _judgement_choices(shown),
            "kinds": [FilterChoice(one.value, _(KIND_WORDS[one]), kinds[one]) for one in ChangeKind if kinds[one]],
        },
    )


def _judgement_choices(marks: Iterable[ChangeMark]) -> tuple[FilterChoice, ...]:
    """How many changes have each judgement, the weightiest first."""
    counts = Counter(mark.judgement for mark in marks)
    return tuple(FilterChoice(one.value, _(JUDGEMENT_WORDS[one]), counts[one]) for one in Judgement if counts[one])


def _groups(context: PageContext, overlay: Overlay) -> list[ChangeGroup]:
    """The shown changes by thing: the weightiest first, then in the order of the comparison."""
    by_key: defaultdict[Key, list[PlacedChange]] = defaultdict(list)
    for placed in overlay.placed[:MOST_SHOWN]:
        by_key[placed.group].append(placed)
    ordered = sorted(by_key.items(), key=lambda one: min(placed.mark.judgement.rank for placed in one[1]))
    return [_group(context, overlay, key, changes) for key, changes in ordered]


def _group(context: PageContext, overlay: Overlay, key: Key, changes: Sequence[PlacedChange]) -> ChangeGroup:
    rows = tuple(ChangeRow(placed.mark, context.to(*placed.address) if placed.address else None) for placed in changes)
    kind, id = key
    page = next((placed.address for placed in changes if placed.address), None)
    anchor = f"{kind}-{id}" if kind != "atlas" else "atlas"
    whole = context.to(page[0], page[1] if page[0] == "catalog.md" else "") if page else None
    noun = _(NOUNS[kind]) if kind in NOUNS else kind
    return ChangeGroup(f"changes-{anchor}", overlay.titles.get(key, id), noun, whole, rows)
