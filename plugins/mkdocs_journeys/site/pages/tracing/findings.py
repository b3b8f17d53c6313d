"""The page of findings: all of them by study, chosen by what they are about, their kind and their age."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import is_expired
from mkdocs_journeys.insight.tracing.themes import findings_by_theme, findings_of, themes_of
from mkdocs_journeys.model import Evidence, Finding
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import (
    INDEX_TITLES,
    FirstLinks,
    NamedLink,
    evidence_link,
    first_links,
    index_page,
    thing_link,
)
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.evidence.page import STUDY_KINDS, kind_words
from mkdocs_journeys.site.pages.tracing.sheets import (
    RowFilter,
    TableSheet,
    options_of,
    sheet_links,
    sheet_uri,
    sheets_of,
)
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day
from mkdocs_journeys.site.rendering.terms import term, term_as_title
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

FOLDER = "findings"
TEMPLATE = "findings.html.j2"
NEWEST, MOST_ABOUT = 5, 3
"""How many findings other pages name, and how many stages, personas or touchpoints a row does."""
AGES: Mapping[str, str] = {
    "quarter": message("Last 90 days"),
    "year": message("Last year"),
    "older": message("Older than a year"),
    "expired": message("Expired"),
}
"""What the filter by age offers, in English; a finding can be of several."""
_TYPES = ("quote", "observation", "trend", "need")
_ABOUT = ("stage", "persona", "touchpoint")


class FindingRow(NamedTuple):
    """A finding: its text with a link, what it is about, and what filters go by."""

    link: NamedLink
    type: str
    is_quote: bool
    about: tuple[FirstLinks, ...]
    of_study: bool
    data: tuple[tuple[str, str], ...]


class StudyGroup(NamedTuple):
    """The findings of a study, or those of them that a sheet has."""

    study: NamedLink
    expired: bool
    rows: tuple[FindingRow, ...]


def findings_pages(site: SiteContext) -> Iterator[Page]:
    """The findings in sheets of about 200, a study in one of them if it can be; none where nothing was found."""
    found = findings_of(site.atlas)
    if not found:
        return
    for sheet in sheets_of(len(found), lambda index: found[index - 1][0] is not found[index][0]):
        draw = partial(_sections, sheet=sheet)
        if sheet.number == 1:
            yield index_page(
                site, "findings", draw, _("What was learned, by stage, persona, touchpoint, kind and age.")
            )
        else:
            context = site.at(sheet_uri(FOLDER, sheet.number))
            title = _(INDEX_TITLES[FOLDER])
            description = _("Page %(number)s of %(count)s", number=sheet.number, count=sheet.count)
            yield Page(context.uri, title, partial(draw, context), description, kind="findings", wide=True)


def learned_html(context: PageContext, kind: str, id: str) -> tuple[Markup, int]:
    """The newest findings about a stage, persona or touchpoint with a link to all of them, and how many there are."""
    found = findings_by_theme(context.atlas).get((kind, id), [])
    if not found:
        return Markup(), 0
    links = [evidence_link(context, f"{study.id}/{finding.id}") for study, finding in found[:NEWEST]]
    href = f"{context.to(sheet_uri(FOLDER, 1))}?{urlencode({kind: id})}#findings"
    count = len(found)
    here = ngettext("What we learned here: %(num)s finding", "What we learned here: %(num)s findings", count)
    of_person = ngettext("What we learned of them: %(num)s finding", "What we learned of them: %(num)s findings", count)
    words = of_person if kind == "persona" else here
    return context.macro(TEMPLATE, "learned", FirstLinks(tuple(links)), NamedLink(words, href)), count


def learned_section(context: PageContext, kind: str, id: str) -> Iterator[Section]:
    """The section of such a page, where there is any finding."""
    html, count = learned_html(context, kind, id)
    if count:
        yield Section("learned", _("What we learned here"), 2, html, searched=False, counted=str(count))


def _sections(context: PageContext, sheet: TableSheet) -> Iterator[Section]:
    found = findings_of(context.atlas)
    shown = found[sheet.first : sheet.last]
    groups = [
        _group(context, study, [finding for _study, finding in pairs])
        for study, pairs in ((pairs[0][0], pairs) for _id, pairs in _by_study(shown))
    ]
    first = sheet.number == 1
    html = context.macro(
        TEMPLATE,
        "findings",
        _lead(context, found),
        _filters(context, found) if first else (),
        groups,
        sheet,
        sheet_links(context, FOLDER, sheet.count),
    )
    yield Section("findings", _("What we learned"), 1, html, _("Findings by theme"), searched=first)


def _by_study(found: Iterable[tuple[Evidence, Finding]]) -> Iterator[tuple[str, list[tuple[Evidence, Finding]]]]:
    return ((id, list(pairs)) for id, pairs in groupby(found, lambda pair: pair[0].id))


def _lead(context: PageContext, found: list[tuple[Evidence, Finding]]) -> str:
    studies = len({study.id for study, _finding in found})
    number = len(found)
    said = ngettext("%(num)s finding", "%(num)s findings", number)
    return ngettext(
        "%(found)s of %(num)s study, the newest first.",
        "%(found)s of %(num)s studies, the newest first.",
        studies,
        found=said,
    )


def _group(context: PageContext, study: Evidence, findings: Iterable[Finding]) -> StudyGroup:
    note = separated([kind_words(study), day(study.date)])
    link = NamedLink(study.title, context.to_thing("evidence", study.id), note)
    rows = tuple(_row(context, study, finding) for finding in findings)
    return StudyGroup(link, is_expired(study, context.site.settings.today), rows)


def _row(context: PageContext, study: Evidence, finding: Finding) -> FindingRow:
    theme = themes_of(context.atlas)[f"{study.id}/{finding.id}"]
    about = {"stage": theme.stages, "persona": theme.personas, "touchpoint": theme.touchpoints}
    data = {**about, "kind": (study.kind or "",), "type": (finding.type,), "age": ages_of(context, study, finding)}
    return FindingRow(
        evidence_link(context, f"{study.id}/{finding.id}"),
        term(finding.type),
        finding.type == "quote",
        tuple(first_links(ids, MOST_ABOUT, partial(thing_link, context, kind)) for kind, ids in about.items()),
        theme.of_study and any(about.values()),
        tuple((name, ",".join(values)) for name, values in data.items()),
    )


def ages_of(context: PageContext, study: Evidence, finding: Finding) -> tuple[str, ...]:
    """What of `AGES` a finding is: counted from the month in which it was said, else from the end of its study."""
    today = context.site.settings.today
    said = date.fromisoformat(f"{finding.month}-01") if finding.month else study.date
    old = today - said
    ages = ["older"] if old > timedelta(days=365) else ["year"]
    if old <= timedelta(days=90):
        ages.append("quarter")
    return tuple([*ages, "expired"] if is_expired(study, today) else ages)


def _filters(context: PageContext, found: Iterable[tuple[Evidence, Finding]]) -> tuple[RowFilter, ...]:
    """The filters with the options that can find something, and how many findings each does."""
    atlas = context.atlas
    about = {kind: _counts(atlas, kind) for kind in _ABOUT}
    kinds, types, ages = Counter[str](), Counter[str](), Counter[str]()
    for study, finding in found:
        kinds[study.kind or ""] += 1
        types[finding.type] += 1
        ages.update(ages_of(context, study, finding))
    stages = [(one.id, one.name) for one in atlas.catalog.stages]
    personas = [(one.id, one.name) for one in atlas.personas.values()]
    touchpoints = [(one.id, one.name) for one in atlas.catalog.touchpoints]
    names: tuple[tuple[str, str, str, Iterable[tuple[str, str]], Mapping[str, int]], ...] = (
        ("stage", _("Lifecycle stage"), _("Any stage"), stages, about["stage"]),
        ("persona", _("Persona"), _("Any persona"), personas, about["persona"]),
        ("touchpoint", _("Touchpoint"), _("Any touchpoint"), touchpoints, about["touchpoint"]),
        ("kind", _("Kind of study"), _("Any kind"), [(kind, _(word)) for kind, word in STUDY_KINDS.items()], kinds),
        ("type", _("Sort of finding"), _("Any sort"), [(one, term_as_title(one)) for one in _TYPES], types),
        ("age", _("Age"), _("Any age"), [(age, _(word)) for age, word in AGES.items()], ages),
    )
    return tuple(RowFilter(name, label, any, options_of(of, counts)) for name, label, any, of, counts in names)


def _counts(atlas: Atlas, kind: str) -> dict[str, int]:
    return {id: len(found) for (of, id), found in findings_by_theme(atlas).items() if of == kind}
